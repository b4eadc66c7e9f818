/*
 * repeat GUIDE.json N
 *
 * Print the guide with all it says N times over, to see how time and memory grow; 0 times: its
 * words alone, without the blocks, notes and plates that show pictures (the cover keeps its own).
 * Chapters are few by nature (each has a thumb tab), so copies of their sections go into the
 * chapter that has fewest.  Copies get fresh ids and stay out of the list of contents; links and
 * page references in them lead to the first copy.  The facts are named by their absolute path, so
 * that the result may lie anywhere.
 */
#define _DEFAULT_SOURCE /* realpath */
#include <cJSON.h>
#include <libgen.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_text(const char *path)
{
	FILE *f = fopen(path, "rb");
	long size = 0;
	char *text = NULL;

	if (!f)
		return NULL;
	if (fseek(f, 0, SEEK_END) == 0 && (size = ftell(f)) >= 0 && fseek(f, 0, SEEK_SET) == 0)
		text = calloc((size_t)size + 1, 1);
	if (text && fread(text, 1, (size_t)size, f) != (size_t)size) {
		free(text);
		text = NULL;
	}
	fclose(f);
	return text;
}

/* "id" means a name only where the value is one: everywhere inside chapters. */
static void rename_ids(cJSON *item, int copy)
{
	for (cJSON *child = item->child; child; child = child->next) {
		if (child->string && strcmp(child->string, "id") == 0 && cJSON_IsString(child)) {
			char id[256];

			snprintf(id, sizeof id, "%s-%d", child->valuestring, copy);
			cJSON_SetValuestring(child, id);
		}
		rename_ids(child, copy);
	}
}

static cJSON *sections_of(cJSON *chapter)
{
	return cJSON_GetObjectItemCaseSensitive(chapter, "sections");
}

static cJSON *shortest(cJSON *chapters)
{
	cJSON *best = NULL, *chapter;

	cJSON_ArrayForEach(chapter, chapters)
	{
		cJSON *sections = sections_of(chapter);

		if (!best || cJSON_GetArraySize(sections) < cJSON_GetArraySize(best))
			best = sections;
	}
	return best;
}

static bool multiply(cJSON *guide, int n)
{
	cJSON *chapters = cJSON_GetObjectItemCaseSensitive(guide, "chapters");
	cJSON *original = cJSON_Duplicate(chapters, true), *chapter, *section;

	for (int copy = 2; copy <= n; copy++) {
		cJSON_ArrayForEach(chapter, original)
		{
			cJSON *target = shortest(chapters);

			cJSON_ArrayForEach(section, sections_of(chapter))
			{
				cJSON *fresh = cJSON_Duplicate(section, true);

				rename_ids(fresh, copy);
				cJSON_DeleteItemFromObjectCaseSensitive(fresh, "contents");
				cJSON_AddFalseToObject(fresh, "contents");
				cJSON_AddItemToArray(target, fresh);
			}
		}
	}
	cJSON_Delete(original);
	return cJSON_GetArraySize(chapters) > 0;
}

static bool shows_picture(const cJSON *item)
{
	const cJSON *child;

	cJSON_ArrayForEach(child, item)
	{
		const char *name = child->string ? child->string : "";

		if (strcmp(name, "image") == 0 || strcmp(name, "figure") == 0 ||
			shows_picture(child))
			return true;
	}
	return false;
}

static void leave_words(cJSON *item);

/* A list of blocks must not be empty. */
static void leave_word_blocks(cJSON *blocks)
{
	cJSON *child, *next, *text;

	for (child = blocks->child; child; child = next) {
		next = child->next;
		if (shows_picture(child))
			cJSON_Delete(cJSON_DetachItemViaPointer(blocks, child));
		else
			leave_words(child);
	}
	if (blocks->child)
		return;
	text = cJSON_CreateObject();
	cJSON_AddStringToObject(text, "type", "text");
	cJSON_AddItemToArray(
		cJSON_AddArrayToObject(text, "text"), cJSON_CreateString("A picture."));
	cJSON_AddItemToArray(blocks, text);
}

static void leave_words(cJSON *item)
{
	cJSON *child, *next;

	for (child = item->child; child; child = next) {
		const char *name = child->string ? child->string : "";

		next = child->next;
		if (strcmp(name, "blocks") == 0)
			leave_word_blocks(child);
		else if ((strcmp(name, "notes") == 0 || strcmp(name, "note") == 0 ||
				 strcmp(name, "plate") == 0) &&
			 shows_picture(child))
			cJSON_Delete(cJSON_DetachItemViaPointer(item, child));
		else if (strcmp(name, "poster") != 0)
			leave_words(child);
	}
}

static bool anchor_facts(cJSON *guide, const char *path)
{
	cJSON *facts = cJSON_GetObjectItemCaseSensitive(guide, "facts");
	char copy[PATH_MAX], relative[2 * PATH_MAX], absolute[PATH_MAX];

	if (!cJSON_IsString(facts))
		return false;
	snprintf(copy, sizeof copy, "%s", path);
	snprintf(relative, sizeof relative, "%s/%s", dirname(copy), facts->valuestring);
	return realpath(relative, absolute) && cJSON_SetValuestring(facts, absolute);
}

int main(int argc, char **argv)
{
	int n = argc == 3 ? (int)strtol(argv[2], NULL, 10) : -1;
	char *text = n >= 0 ? read_text(argv[1]) : NULL;
	cJSON *guide = text ? cJSON_Parse(text) : NULL;
	char *out = NULL;

	if (guide && n == 0)
		leave_words(guide);
	if (guide && anchor_facts(guide, argv[1]) && multiply(guide, n))
		out = cJSON_PrintUnformatted(guide);
	if (out)
		puts(out);
	else
		fprintf(stderr, "usage: repeat GUIDE.json N (a guide with chapters and facts)\n");
	cJSON_free(out);
	cJSON_Delete(guide);
	free(text);
	return out ? 0 : 2;
}
