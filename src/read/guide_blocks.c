/*
 * Sections and blocks.
 */
#include "read/reader.h"

#include <string.h>

/* --- margin notes ---------------------------------------------------------------------- */

static struct gp_note take_note(struct gp_reader *r, const struct gp_json *v)
{
	static const char *const marks[] = {
		"point", "ghost", "zone-1", "zone-2", "typical", "sometimes"};
	const struct gp_json *key = gp_json_list(v, "key");
	struct gp_key_row *rows = GP_ARRAY(r->a, key->n, struct gp_key_row);
	struct gp_note note = {.place = v->place, .key = rows, .n_key = key->n};
	size_t i;

	note.title = gp_read_rich_key(r, v, "title");
	note.text = gp_read_rich_key(r, v, "text");
	note.figure = gp_read_rich_key(r, v, "figure");
	note.scale = gp_json_is_true(v, "scale");
	for (i = 0; i < key->n; i++) {
		rows[i].mark =
			(enum gp_key_mark)gp_build_choice(&key->items[i], "mark", marks, 6, 0);
		rows[i].text = gp_read_rich_key(r, &key->items[i], "text");
	}
	return note;
}

/* `note` first, then all of `notes`. */
const struct gp_note *gp_build_notes(struct gp_reader *r, const struct gp_json *v, size_t *n)
{
	const struct gp_json *one = gp_json_lookup(v, "note"), *many = gp_json_list(v, "notes");
	struct gp_note *notes = GP_ARRAY(r->a, many->n + 1, struct gp_note);
	size_t i;

	*n = 0;
	if (one)
		notes[(*n)++] = take_note(r, one);
	for (i = 0; i < many->n; i++)
		notes[(*n)++] = take_note(r, &many->items[i]);
	return notes;
}

/* --- blocks, by type ------------------------------------------------------------------- */

static void take_text(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	b->kind = GP_BLOCK_TEXT;
	b->as.text = gp_read_rich_list(r, gp_json_lookup(v, "text"));
}

static void take_list(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	static const char *const kinds[] = {"bullet", "tick", "number"};

	b->kind = GP_BLOCK_LIST;
	b->as.list.kind = (enum gp_list_kind)gp_build_choice(v, "kind", kinds, 3, 0);
	b->as.list.items = gp_read_rich_list(r, gp_json_lookup(v, "items"));
}

static void take_callout(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	static const char *const kinds[] = {"tip", "caution", "stop"};

	b->kind = GP_BLOCK_CALLOUT;
	b->as.callout.kind = (enum gp_callout_kind)gp_build_choice(v, "type", kinds, 3, 0);
	b->as.callout.title = gp_read_rich_key(r, v, "title");
	b->as.callout.blocks = gp_build_blocks(r, gp_json_list(v, "blocks"));
	b->as.callout.urgent = gp_read_rich_key(r, v, "urgent");
	b->as.callout.large = gp_json_is_true(v, "large");
}

static void take_figure(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	static const char *const widths[] = {"full", "main", "half"}, *const sides[] = {
									      "left", "right"};
	struct gp_figure *f = &b->as.figure;

	b->kind = GP_BLOCK_FIGURE;
	f->image = gp_build_image(r, v);
	f->caption = gp_read_rich_key(r, v, "caption");
	f->width = (enum gp_width)gp_build_choice(v, "width", widths, 3, 0);
	f->number = gp_json_lookup(v, "caption") ? ++r->n_figures : 0;
	f->beside = gp_build_blocks(r, gp_json_list(v, "beside"));
	f->picture_right = gp_build_choice(v, "side", sides, 2, 0) == 1;
	if (gp_json_lookup(v, "side") && !gp_json_lookup(v, "beside"))
		gp_report(r->d, GP_MSG_SIDE_ALONE, gp_json_lookup(v, "side")->place);
}

static void take_table(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	b->kind = GP_BLOCK_TABLE;
	b->as.table = gp_build_table(r, v);
}

static void take_matrix(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	b->kind = GP_BLOCK_MATRIX;
	b->as.matrix = gp_build_matrix(r, v);
}

static void take_facts(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	const struct gp_json *list = gp_json_list(v, "rows");
	struct gp_fact_row *rows = GP_ARRAY(r->a, list->n, struct gp_fact_row);
	struct gp_rich_list pair;
	size_t i;

	for (i = 0; i < list->n; i++) {
		pair = gp_read_rich_list(r, &list->items[i]);
		if (pair.n == 2)
			rows[i] = (struct gp_fact_row){pair.r[0], pair.r[1]};
	}
	b->kind = GP_BLOCK_FACTS;
	b->as.facts = (struct gp_fact_rows){rows, list->n};
}

static void take_trio(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	b->kind = strcmp(gp_json_string(v, "type"), "trio") == 0 ? GP_BLOCK_TRIO : GP_BLOCK_TRAFFIC;
	b->as.trio = gp_build_trio(r, v);
}

static void take_ruler(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	b->kind = GP_BLOCK_RULER;
	b->as.ruler = gp_build_ruler(r, v);
}

static void take_pressure(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	(void)r;
	(void)v;
	b->kind = GP_BLOCK_PRESSURE;
}

static void take_routine(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	b->kind = GP_BLOCK_ROUTINE;
	b->as.routine = gp_build_cards(r, v);
}

static void take_stretch(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	b->kind = GP_BLOCK_STRETCH;
	b->as.stretch = gp_build_stretch(r, v);
}

static void take_log(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	b->kind = GP_BLOCK_LOG;
	b->as.log = gp_build_log(r, v);
}

static void take_glossary(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	b->kind = GP_BLOCK_GLOSSARY;
	b->as.glossary = gp_build_glossary(r, v);
}

static void take_sources(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	(void)r;
	(void)v;
	b->kind = GP_BLOCK_SOURCES;
}

static void take_small(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	b->kind =
		strcmp(gp_json_string(v, "type"), "small") == 0 ? GP_BLOCK_SMALL : GP_BLOCK_WARNING;
	b->as.small = gp_read_rich_key(r, v, "text");
}

struct builder {
	const char *type;
	void (*take)(struct gp_reader *r, const struct gp_json *v, struct gp_block *b);
};

static const struct builder builders[] = {
	{"text", take_text},
	{"list", take_list},
	{"tip", take_callout},
	{"caution", take_callout},
	{"stop", take_callout},
	{"figure", take_figure},
	{"table", take_table},
	{"matrix", take_matrix},
	{"facts", take_facts},
	{"trio", take_trio},
	{"traffic", take_trio},
	{"ruler", take_ruler},
	{"pressure", take_pressure},
	{"routine", take_routine},
	{"stretch", take_stretch},
	{"log", take_log},
	{"glossary", take_glossary},
	{"sources", take_sources},
	{"small", take_small},
	{"warning", take_small},
};

static void take_block(struct gp_reader *r, const struct gp_json *v, struct gp_block *b)
{
	const char *type = gp_json_string(v, "type");
	size_t i;

	b->place = v->place;
	b->id = gp_json_string(v, "id");
	b->notes = gp_build_notes(r, v, &b->n_notes);
	for (i = 0; type && i < sizeof builders / sizeof builders[0]; i++) {
		if (strcmp(builders[i].type, type) == 0)
			builders[i].take(r, v, b);
	}
}

struct gp_blocks gp_build_blocks(struct gp_reader *r, const struct gp_json *list)
{
	struct gp_block *b = GP_ARRAY(r->a, list->n, struct gp_block);
	size_t i;

	for (i = 0; i < list->n; i++)
		take_block(r, &list->items[i], &b[i]);
	return (struct gp_blocks){b, list->n};
}
