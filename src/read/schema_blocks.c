/*
 * The blocks of a section: one object for each type.
 */
#include "model/guide.h"
#include "read/schema_table.h"

/* The first row names the type; every block may have an id and margin notes. */
#define BLOCK_KEYS(type_shape)                                                                     \
	{"type", &(type_shape), true, "The kind of block."},                                       \
		{"id", &gp_schema_id, false,                                                       \
			"A name for links and page numbers; no other thing may have it."},         \
		{"note", &gp_schema_note, false, "A note in the margin beside the block."},        \
	{                                                                                          \
		"notes", &gp_schema_notes, false,                                                  \
			"Several notes in the margin, from top to bottom."                         \
	}

static const struct gp_shape fraction4 = {
	.kind = GP_SHAPE_LIST, .item = &gp_schema_fraction, .min = 4, .max = 4};

/* --- text, lists, callouts ------------------------------------------------------------- */

static const struct gp_shape *const string_or_list[] = {&gp_schema_text, &gp_schema_texts};
static const struct gp_shape paragraphs = {.kind = GP_SHAPE_EITHER,
	.name = "a string or a list of strings",
	.options = string_or_list,
	.n_options = COUNT(string_or_list)};

CHOICE(is_text, "text");
static const struct gp_key text_keys[] = {
	BLOCK_KEYS(is_text),
	{"text", &paragraphs, true, "One paragraph, or a list of paragraphs."},
};
OBJECT(text, "a text block", "text-block", "Paragraphs.");

CHOICE(is_list, "list");
CHOICE(list_kind, "bullet", "tick", "number");
static const struct gp_key list_keys[] = {
	BLOCK_KEYS(is_list),
	{"kind", &list_kind, true, "The sign before each item."},
	{"items", &gp_schema_texts, true, "The items."},
};
OBJECT(list, "a list block", "list-block", "A list.");

static const struct gp_shape *const simple_types[] = {&text, &list};
static const struct gp_shape simple = {.kind = GP_SHAPE_BY_TYPE,
	.name = "a block in a callout",
	.def = "simple-block",
	.help = "the kind of block: text or list",
	.options = simple_types,
	.n_options = COUNT(simple_types)};
LIST(simple_blocks, simple, 1, 20);

#define CALLOUT_KEYS                                                                               \
	{"title", &gp_schema_text, true, "What it is about."},                                     \
		{"blocks", &simple_blocks, true, "Text and lists."},                               \
	{                                                                                          \
		"large", &gp_schema_bool, false, "true: a large sign."                             \
	}

CHOICE(is_tip, "tip");
static const struct gp_key tip_keys[] = {BLOCK_KEYS(is_tip), CALLOUT_KEYS};
OBJECT(tip, "a tip block", "tip-block", "Good to know.");

CHOICE(is_caution, "caution");
static const struct gp_key caution_keys[] = {BLOCK_KEYS(is_caution), CALLOUT_KEYS};
OBJECT(caution, "a caution block", "caution-block", "Take care.");

CHOICE(is_stop, "stop");
static const struct gp_key stop_keys[] = {
	BLOCK_KEYS(is_stop),
	CALLOUT_KEYS,
	{"urgent", &gp_schema_text, false, "What to do at once, such as whom to call."},
};
OBJECT(stop, "a stop block", "stop-block", "When not to go on.");

static const struct gp_shape *const callout_types[] = {&tip, &caution, &stop};
static const struct gp_shape callout = {.kind = GP_SHAPE_BY_TYPE,
	.name = "a callout",
	.def = "callout",
	.help = "the kind of block: tip, caution or stop",
	.options = callout_types,
	.n_options = COUNT(callout_types)};

/* --- figures --------------------------------------------------------------------------- */

CHOICE(is_figure, "figure");
CHOICE(figure_width, "full", "main", "half");
CHOICE(figure_side, "left", "right");
static const struct gp_key figure_keys[] = {
	BLOCK_KEYS(is_figure),
	{"image", &gp_schema_plain, true, "The picture's file name without its ending."},
	{"alt", &gp_schema_text, false, "What the picture shows, for people who do not see it."},
	{"decorative", &gp_schema_bool, false, "true: says nothing, so it needs no alt."},
	{"caption", &gp_schema_text, false, "Words under the picture; with them it gets a number."},
	{"width", &figure_width, false, "How wide the figure is; \"full\" when left out."},
	{"crop", &fraction4, false, "Left, top, right, bottom of the part shown, from 0 to 1."},
	{"marks", &gp_schema_marks, false, "Signs drawn on the picture."},
	{"labels", &gp_schema_labels, false, "Words with lines to places of the picture."},
	{"beside", &gp_schema_blocks, false, "Blocks that stand beside the picture."},
	{"side", &figure_side, false, "Where the picture stands when blocks are beside it."},
};
OBJECT(figure, "a figure block", "figure-block", "A picture.");

/* --- tables ---------------------------------------------------------------------------- */

CHOICE(align, "left", "centre", "right");
CHOICE(dot, "", "typical", "sometimes");
INT(part, 1, 100);
INT(few, 1, 10);
INT(rating, 0, 10);

static const struct gp_key column_keys[] = {
	{"head", &gp_schema_text_or_empty, true, "The words at the top of the column."},
	{"width", &part, false, "Width compared with the other columns; 1 when left out."},
	{"align", &align, false, "Where the words of the column stand; \"left\" when left out."},
};
OBJECT(column, "a column", NULL, "A column of a table.");
LIST(columns, column, 1, GP_MAX_COLUMNS);

static const struct gp_key cell_object_keys[] = {
	{"rating", &rating, false, "How many squares are filled."},
	{"of", &few, false, "How many squares there are."},
	{"image", &gp_schema_plain, false, "A small picture."},
	{"alt", &gp_schema_text, false, "What the picture shows."},
	{"dot", &dot, false, "A dot: typical, sometimes, or empty."},
};
OBJECT(cell_object, "a cell", NULL, "A rating, a picture or a dot.");
static const struct gp_shape *const cells_are[] = {&gp_schema_text_or_empty, &cell_object};
static const struct gp_shape cell = {.kind = GP_SHAPE_EITHER,
	.name = "a string, or an object with a rating, an image or a dot",
	.options = cells_are,
	.n_options = COUNT(cells_are)};
LIST(cells, cell, 1, GP_MAX_COLUMNS);

static const struct gp_key row_keys[] = {
	{"cells", &cells, true, "As many cells as there are columns."},
	{"marked", &gp_schema_bool, false, "true: the row is tinted."},
};
OBJECT(row, "a row", NULL, "A row of a table.");
LIST(rows, row, 1, GP_SCHEMA_MANY);

CHOICE(is_table, "table");
static const struct gp_key table_keys[] = {
	BLOCK_KEYS(is_table),
	{"caption", &gp_schema_text, false, "Words over the table; with them it gets a number."},
	{"row_heads", &gp_schema_bool, false, "true: the first cell of each row names it, strong."},
	{"columns", &columns, true, "The columns, from left to right."},
	{"rows", &rows, true, "The rows, from top to bottom."},
};
OBJECT(table, "a table block", "table-block", "A table.");

LIST(dots, dot, 1, 8);
static const struct gp_key matrix_row_keys[] = {
	{"text", &gp_schema_text, true, "What the row is about."},
	{"dots", &dots, true, "For each head: \"typical\", \"sometimes\" or \"\"."},
};
OBJECT(matrix_row, "a row", NULL, "A row of a matrix.");
LIST(matrix_rows, matrix_row, 1, 40);
LIST(matrix_heads, gp_schema_text, 1, 8);

CHOICE(is_matrix, "matrix");
static const struct gp_key matrix_keys[] = {
	BLOCK_KEYS(is_matrix),
	{"head", &gp_schema_text, true, "The words over the first column."},
	{"heads", &matrix_heads, true, "The names of the points, over the dots."},
	{"rows", &matrix_rows, true, "The rows, from top to bottom."},
};
OBJECT(matrix, "a matrix block", "matrix-block", "Which signs go with which point.");

LIST(fact_pair, gp_schema_text, 2, 2);
LIST(fact_pairs, fact_pair, 1, 100);
CHOICE(is_facts, "facts");
static const struct gp_key facts_keys[] = {
	BLOCK_KEYS(is_facts),
	{"rows", &fact_pairs, true, "Pairs of a name and what is true of it."},
};
OBJECT(facts, "a facts block", "facts-block", "Names and facts in two columns.");

/* --- units of three -------------------------------------------------------------------- */

CHOICE(sign, "right", "wrong");
static const struct gp_key trio_cell_keys[] = {
	{"figure", &gp_schema_text, false, "A figure printed large, such as \"{dose:roll}\"."},
	{"image", &gp_schema_plain, false, "A picture."},
	{"alt", &gp_schema_text, false, "What the picture shows."},
	{"marks", &gp_schema_marks, false, "Signs drawn on the picture."},
	{"labels", &gp_schema_labels, false, "Words with lines to places of the picture."},
	{"crop", &fraction4, false, "Left, top, right, bottom of the part shown, from 0 to 1."},
	{"sign", &sign, false, "A tick or a cross on the picture."},
	{"badge", &gp_schema_short, false, "A point's name, such as \"X1\"."},
	{"page", &gp_schema_id, false, "The id of a thing whose page number is printed."},
	{"title", &gp_schema_text, false, "Bold words under the picture."},
	{"text", &gp_schema_text, false, "Words under the title."},
};
OBJECT(trio_cell, "a cell", NULL, "One part of the row.");
LIST(trio_cells, trio_cell, 2, 3);

CHOICE(is_trio, "trio");
CHOICE(trio_size, "normal", "tall", "low");
static const struct gp_key trio_keys[] = {
	BLOCK_KEYS(is_trio),
	{"size", &trio_size, false, "How high the pictures are; \"normal\" when left out."},
	{"cells", &trio_cells, true, "Two or three parts side by side."},
};
OBJECT(trio, "a trio block", "trio-block", "Two or three things side by side.");

static const struct gp_key light_keys[] = {
	{"figure", &gp_schema_text, true, "The figure printed large, such as \"0–3\"."},
	{"title", &gp_schema_text, true, "Bold words under the figure."},
	{"text", &gp_schema_text, true, "Words under the title."},
};
OBJECT(light, "a cell", NULL, "One light.");
LIST(lights, light, 3, 3);
CHOICE(is_traffic, "traffic");
static const struct gp_key traffic_keys[] = {
	BLOCK_KEYS(is_traffic),
	{"cells", &lights, true, "Three lights: good, middle, stop."},
};
OBJECT(traffic, "a traffic block", "traffic-block", "Good, middle, stop, side by side.");

/* --- instruments ----------------------------------------------------------------------- */

INT(mark_at, 0, 100);
LIST(bands, mark_at, 2, 2);
CHOICE(is_ruler, "ruler");
static const struct gp_key ruler_keys[] = {
	BLOCK_KEYS(is_ruler),
	{"unit", &gp_schema_text, true, "The unit, such as \"cm\"."},
	{"to", &part, true, "The last figure of the ruler; it begins at 0."},
	{"bands", &bands, true, "The two figures where the bands change."},
	{"start", &gp_schema_text, true, "What stands at 0."},
	{"label", &gp_schema_text, true, "What is measured."},
};
OBJECT(ruler, "a ruler block", "ruler-block", "A ruler with three bands.");

CHOICE(is_pressure, "pressure");
static const struct gp_key pressure_keys[] = {BLOCK_KEYS(is_pressure)};
OBJECT(pressure, "a pressure block", "pressure-block", "The pressure scale of the facts file.");

CHOICE(is_routine, "routine");
CHOICE(only, "short");
LIST(feet, callout, 1, 8);
static const struct gp_key routine_keys[] = {
	BLOCK_KEYS(is_routine),
	{"only", &only, false, "\"short\": only the steps of the short version."},
	{"intro", &gp_schema_texts, false, "Words at the top of each page of steps."},
	{"feet", &feet, false, "A tip, caution or stop at the foot of each page of steps."},
};
OBJECT(routine, "a routine block", "routine-block", "The step cards.");

static const struct gp_key card_keys[] = {
	{"title", &gp_schema_text, true, "The name of the stretch."},
	{"image", &gp_schema_plain, false, "A picture."},
	{"alt", &gp_schema_text, false, "What the picture shows."},
	{"text", &gp_schema_text, true, "What to do."},
	{"dose", &gp_schema_text, true, "How long and how often."},
};
OBJECT(card, "a card", NULL, "One stretch.");
LIST(cards, card, 1, 26);
CHOICE(is_stretch, "stretch");
static const struct gp_key stretch_keys[] = {
	BLOCK_KEYS(is_stretch),
	{"cards", &cards, true, "The stretches."},
};
OBJECT(stretch, "a stretch block", "stretch-block", "Cards with stretches.");

static const struct gp_key measure_keys[] = {
	{"title", &gp_schema_text, true, "What is measured."},
	{"unit", &gp_schema_text, true, "The unit, such as \"cm\"."},
};
OBJECT(measure, "a measure", NULL, "A line to write a measured figure on.");
LIST(log_points, gp_schema_text, 1, 6);
CHOICE(is_log, "log");
static const struct gp_key log_block_keys[] = {
	BLOCK_KEYS(is_log),
	{"points", &log_points, true, "The points that get a column."},
	{"intro", &gp_schema_texts, false, "Words at the top of each page of the log."},
	{"measure", &measure, false, "Something measured once a week."},
};
OBJECT(log_block, "a log block", "log-block", "Weeks to fill in; how many is in the facts file.");

/* --- lists at the back ----------------------------------------------------------------- */

static const struct gp_shape other = {.kind = GP_SHAPE_MAP, .item = &gp_schema_text, .min = 1};
static const struct gp_key term_keys[] = {
	{"term", &gp_schema_text, true, "The word that is explained."},
	{"text", &gp_schema_text, true, "What it means."},
	{"other", &other, false, "The word in another language, such as {\"de\": \"…\"}."},
};
OBJECT(term, "a term", NULL, "A word and its meaning.");
LIST(terms, term, 1, 1000);
CHOICE(is_glossary, "glossary");
static const struct gp_key glossary_keys[] = {
	BLOCK_KEYS(is_glossary),
	{"rows", &terms, true, "The words, in the order they are printed."},
};
OBJECT(glossary, "a glossary block", "glossary-block", "Words and their meaning.");

CHOICE(is_sources, "sources");
static const struct gp_key sources_keys[] = {BLOCK_KEYS(is_sources)};
OBJECT(sources, "a sources block", "sources-block", "The sources of the facts file, numbered.");

CHOICE(is_small, "small");
static const struct gp_key small_keys[] = {
	BLOCK_KEYS(is_small),
	{"text", &gp_schema_text, true, "Words in small type, such as an imprint."},
};
OBJECT(small, "a small block", "small-block", "Small type under a thin rule.");

CHOICE(is_warning, "warning");
static const struct gp_key warning_keys[] = {
	BLOCK_KEYS(is_warning),
	{"text", &gp_schema_text, true, "The warning."},
};
OBJECT(warning, "a warning block", "warning-block", "One warning with an octagon.");

static const struct gp_shape *const types[] = {&text, &list, &tip, &caution, &stop, &figure, &table,
	&matrix, &facts, &trio, &traffic, &ruler, &pressure, &routine, &stretch, &log_block,
	&glossary, &sources, &small, &warning};
const struct gp_shape gp_schema_block = {.kind = GP_SHAPE_BY_TYPE,
	.name = "a block",
	.def = "block",
	.help = "the kind of block, such as \"text\"",
	.options = types,
	.n_options = COUNT(types)};
const struct gp_shape gp_schema_blocks = {
	.kind = GP_SHAPE_LIST, .item = &gp_schema_block, .min = 1, .max = GP_SCHEMA_MANY};
