/*
 * First pass: every id of the guide, and the numbers of its figures and tables, so that a string
 * may speak of what comes later.  Walks blocks in the order the second pass builds them.
 */
#include "read/reader.h"

#include <string.h>

static void walk_blocks(struct gp_reader *r, const struct gp_json *list);

static void add(
	struct gp_reader *r, const struct gp_json *v, enum gp_name_kind kind, unsigned number)
{
	const struct gp_json *id = gp_json_lookup(v, "id");
	const struct gp_name *first;

	if (!id || id->kind != GP_JSON_STRING || id->string[0] == '\0')
		return;
	if (strncmp(id->string, "source-", 7) == 0) /* where {cite:…} leads */
		gp_report(r->d, GP_MSG_ID_RESERVED, id->place, id->string);
	if (gp_names_add(&r->ids,
		    (struct gp_name){
			    .name = id->string, .kind = kind, .number = number, .place = id->place},
		    r->a))
		return;
	first = gp_names_lookup(&r->ids, id->string);
	gp_report(r->d, GP_MSG_ID_TWICE, id->place, id->string,
		first->kind == GP_NAME_SECTION ? "a chapter or section" : "another block");
}

static void walk_block(struct gp_reader *r, const struct gp_json *v)
{
	const char *type = gp_json_string(v, "type");
	bool has_caption = gp_json_lookup(v, "caption") != NULL;

	if (!type)
		return;
	if (strcmp(type, "figure") == 0)
		add(r, v, GP_NAME_FIGURE, has_caption ? ++r->n_figures : 0);
	else if (strcmp(type, "table") == 0)
		add(r, v, GP_NAME_TABLE, has_caption ? ++r->n_tables : 0);
	else
		add(r, v, GP_NAME_BLOCK, 0);
	r->has_sources_block |= strcmp(type, "sources") == 0;
	walk_blocks(r, gp_json_list(v, "blocks"));
	walk_blocks(r, gp_json_list(v, "beside"));
	walk_blocks(r, gp_json_list(v, "feet"));
}

static void walk_blocks(struct gp_reader *r, const struct gp_json *list)
{
	size_t i;

	for (i = 0; i < list->n; i++)
		walk_block(r, &list->items[i]);
}

static void walk_sections(struct gp_reader *r, const struct gp_json *list)
{
	size_t i;

	for (i = 0; i < list->n; i++) {
		add(r, &list->items[i], GP_NAME_SECTION, 0);
		walk_blocks(r, gp_json_list(&list->items[i], "blocks"));
	}
}

void gp_read_ids(struct gp_reader *r, const struct gp_json *root)
{
	const struct gp_json *chapters = gp_json_list(root, "chapters");
	size_t i;

	walk_sections(r, gp_json_list(root, "front"));
	for (i = 0; i < chapters->n; i++) {
		add(r, &chapters->items[i], GP_NAME_SECTION, 0);
		walk_sections(r, gp_json_list(&chapters->items[i], "sections"));
	}
	walk_sections(r, gp_json_list(root, "back"));
	walk_blocks(r, gp_json_list(gp_json_lookup(root, "back_cover"), "blocks"));
	r->n_figures = r->n_tables = 0;
	r->has_ids = true;
}
