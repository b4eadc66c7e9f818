/*
 * Whole runs in one process: the smallest guide of layout_kit.h, what is printed kept in files of
 * $TMPDIR.
 */
#ifndef TESTS_UNIT_APP_KIT_H
#define TESTS_UNIT_APP_KIT_H

#include "layout_kit.h"

#include "app/run.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* A path in the scratch folder; good until the 64th call after it. */
static inline const char *app_path(const char *name)
{
	static char ring[64][300];
	static unsigned next;
	const char *dir = getenv("TMPDIR");
	char *path = ring[next++ % 64];

	snprintf(path, sizeof ring[0], "%s/%s", dir ? dir : "/tmp", name);
	return path;
}

/* A file as a string of the heap, "" when there is none. */
static inline char *app_text(const char *path)
{
	FILE *f = fopen(path, "rb");
	char *text = calloc(1, 1 << 22);
	size_t n = f ? fread(text, 1, (1 << 22) - 1, f) : 0;

	text[n] = '\0';
	if (f)
		fclose(f);
	return text;
}

static inline void app_put(const char *path, const char *text)
{
	FILE *f = fopen(path, "wb");

	fputs(text, f);
	fclose(f);
}

static inline bool app_is_there(const char *path)
{
	struct stat s;

	return stat(path, &s) == 0;
}

/* Write the guide and fill in where everything lies; options of the test's own stay. */
static inline void app_guide(const struct kit_parts *p, struct gp_options *o)
{
	kit_guide(p, app_path("guide.json"));
	kit_facts(p, app_path("facts.json"));
	o->guide = app_path("guide.json");
	o->images = KIT_IMAGES;
	o->fonts = "fonts";
	o->style = "content/house/style.json";
	o->words = "content/house/words.en.json";
}

/* Run with stdout in "out" and stderr in "err"; the exit status. */
static inline int app_run(const struct gp_options *o)
{
	int out = dup(1), err = dup(2), status;
	int to_out = open(app_path("out"), O_WRONLY | O_CREAT | O_TRUNC, 0600);
	int to_err = open(app_path("err"), O_WRONLY | O_CREAT | O_TRUNC, 0600);

	fflush(stdout);
	fflush(stderr);
	dup2(to_out, 1);
	dup2(to_err, 2);
	status = gp_run(o);
	fflush(stdout);
	fflush(stderr);
	dup2(out, 1);
	dup2(err, 2);
	close(out);
	close(err);
	close(to_out);
	close(to_err);
	return status;
}

#endif
