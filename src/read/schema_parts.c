/*
 * Shapes that several objects share: texts, names, margin notes, marks and labels of pictures.
 */
#include "read/schema_table.h"

enum { LONGEST_TEXT = 100000, LONGEST_PLAIN = 2000, LONGEST_SHORT = 4, MOST_COUNT = 1000 };

const struct gp_shape gp_schema_text = {.kind = GP_SHAPE_TEXT,
	.name = "a string",
	.def = "text",
	.help = "Words to print: *emphasis*, **strong**, [words](#id), [words](https://…), "
		"[words]{la} for another language, and placeholders such as {dose:roll}.",
	.min = 1,
	.max = LONGEST_TEXT};
const struct gp_shape gp_schema_text_or_empty = {.kind = GP_SHAPE_TEXT, .max = LONGEST_TEXT};
const struct gp_shape gp_schema_plain = {.kind = GP_SHAPE_PLAIN, .min = 1, .max = LONGEST_TEXT};
const struct gp_shape gp_schema_short = {.kind = GP_SHAPE_PLAIN, .min = 1, .max = LONGEST_SHORT};
const struct gp_shape gp_schema_id = {.kind = GP_SHAPE_ID, .min = 1};
const struct gp_shape gp_schema_id_or_empty = {.kind = GP_SHAPE_ID};
const struct gp_shape gp_schema_bool = {.kind = GP_SHAPE_BOOL};
const struct gp_shape gp_schema_fraction = {.kind = GP_SHAPE_NUMBER, .max = 1};
const struct gp_shape gp_schema_length = {.kind = GP_SHAPE_LENGTH};
const struct gp_shape gp_schema_count = {.kind = GP_SHAPE_INT, .min = 1, .max = MOST_COUNT};
const struct gp_shape gp_schema_texts = {
	.kind = GP_SHAPE_LIST, .item = &gp_schema_text, .min = 1, .max = GP_SCHEMA_MANY};

/* --- margin notes ---------------------------------------------------------------------- */

CHOICE(key_mark, "point", "ghost", "zone-1", "zone-2", "typical", "sometimes");

static const struct gp_key key_row_keys[] = {
	{"mark", &key_mark, true, "The sign that is explained."},
	{"text", &gp_schema_text, true, "What the sign means."},
};
OBJECT(key_row, "a row of a key", NULL, "One sign and its meaning.");
LIST(key_rows, key_row, 1, 12);

static const struct gp_key note_keys[] = {
	{"title", &gp_schema_text, true, "The first words, printed bold."},
	{"text", &gp_schema_text, false, "The note itself; keep it short, the column is narrow."},
	{"figure", &gp_schema_text, false, "A figure printed large, such as \"{pressure}\"."},
	{"scale", &gp_schema_bool, false, "true: a small pressure scale under the figure."},
	{"key", &key_rows, false, "Signs and what they mean."},
};
const struct gp_shape gp_schema_note = {.kind = GP_SHAPE_OBJECT,
	.name = "a note",
	.def = "note",
	.help = "A note in the margin beside its block.",
	.keys = note_keys,
	.n_keys = COUNT(note_keys)};
const struct gp_shape gp_schema_notes = {
	.kind = GP_SHAPE_LIST, .item = &gp_schema_note, .min = 1, .max = 20};

/* --- marks and labels of pictures ------------------------------------------------------ */

CHOICE(mark_kind, "point", "ghost", "zone-1", "zone-2", "stop");

static const struct gp_key mark_keys[] = {
	{"at", &gp_schema_plain, true, "The anchor of the picture where the mark stands."},
	{"kind", &mark_kind, true, "What is drawn there."},
	{"text", &gp_schema_short, false, "Name printed beside a point mark, such as \"X2\"."},
};
OBJECT(mark, "a mark", "mark", "A sign drawn on a picture.");
const struct gp_shape gp_schema_marks = {
	.kind = GP_SHAPE_LIST, .item = &mark, .min = 1, .max = 200};

CHOICE(place_word, "auto", "left", "right");

static const struct gp_key spot_keys[] = {
	{"x", &gp_schema_fraction, true,
		"Left edge of the words, as a part of the figure's width."},
	{"y", &gp_schema_fraction, true, "Top of the words, as a part of the figure's height."},
	{"width", &gp_schema_fraction, true, "Width of the words, as a part of the figure's."},
};
OBJECT(spot, "a place", NULL, "Where the words stand in the figure.");
static const struct gp_shape *const places[] = {&place_word, &spot};
static const struct gp_shape place = {.kind = GP_SHAPE_EITHER,
	.name = "\"auto\", \"left\", \"right\" or an object with x, y and width",
	.options = places,
	.n_options = COUNT(places)};

static const struct gp_key label_keys[] = {
	{"at", &gp_schema_plain, true, "The anchor of the picture that the label points to."},
	{"text", &gp_schema_text, true, "The label; a **strong** beginning is its first line."},
	{"badge", &gp_schema_short, false, "A badge before the words: \"X2\", \"1\" or \"stop\"."},
	{"place", &place, false, "Where the words stand; \"auto\" when left out."},
};
OBJECT(label, "a label", "label", "Words with a line to a place of the picture.");
const struct gp_shape gp_schema_labels = {
	.kind = GP_SHAPE_LIST, .item = &label, .min = 1, .max = 200};

static const struct gp_key map_label_keys[] = {
	{"at", &gp_schema_plain, true, "The anchor of the picture that the label points to."},
	{"to", &gp_schema_plain, false,
		"A second anchor: the label names all between the two, with a double arrow."},
	{"text", &gp_schema_text, true, "The label; a **strong** beginning is its first line."},
	{"badge", &gp_schema_short, false, "\"stop\" for what must be left alone."},
	{"place", &place_word, false, "On which side the words stand; \"auto\" when left out."},
};
OBJECT(map_label, "a label", "map-label", "Words with a line to a place of the map.");
const struct gp_shape gp_schema_map_labels = {
	.kind = GP_SHAPE_LIST, .item = &map_label, .min = 1, .max = 200};
