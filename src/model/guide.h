/*
 * The guide as plain structs: what an author wrote, checked and with its numbers filled in.
 *
 * Everything is read-only after reading and lives in the guide's arena.  Strings are NUL-terminated
 * UTF-8 without control characters; a missing optional string is NULL, a missing rich text has
 * n == 0.  Placeholders are already replaced, except page numbers, which only layout knows: those
 * stay as spans of their own.  Where the text differs by side of the body, the side of this edition
 * has been chosen; pictures are mirrored by layout.
 */
#ifndef GP_MODEL_GUIDE_H
#define GP_MODEL_GUIDE_H

#include "base/diag.h"
#include "base/len.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What the schema allows and arrays further on rely on. */
enum { GP_MAX_STEPS = 8, GP_MAX_COLUMNS = 12 };

/* --- text -------------------------------------------------------------------------------- */

enum gp_span_kind {
	GP_SPAN_TEXT, /* text as it stands */
	GP_SPAN_PAGE, /* the page number of the element whose id is `text` */
	GP_SPAN_PAGES /* the number of pages */
};

enum {
	GP_EM = 1,     /* *emphasis* */
	GP_STRONG = 2, /* **strong** */
	GP_CITE = 4    /* a source number made from {cite:…}, brackets included */
};

struct gp_span {
	enum gp_span_kind kind;
	unsigned flags;
	const char *text;
	size_t len;
	const char *lang;      /* BCP 47, NULL: the guide's language */
	const char *link;      /* "#id", "#source-ID", "https://…" or NULL */
	struct gp_place place; /* the JSON string it comes from */
	uint32_t at; /* byte offset of the span in that decoded string; see gp_read_spot */
};

struct gp_rich {
	const struct gp_span *spans;
	size_t n;
	struct gp_place place;
};

/* --- pictures ---------------------------------------------------------------------------- */

struct gp_anchor {
	const char *name;
	int32_t x, y; /* 1/10000 of the picture's width and height, from the top left */
};

/* What images/anchors.json says of a picture. */
struct gp_picture_note {
	const char *id;
	gp_len w, h; /* drawn size */
	const struct gp_anchor *anchors;
	size_t n;
};

enum gp_mark_kind { GP_MARK_POINT, GP_MARK_GHOST, GP_MARK_ZONE_1, GP_MARK_ZONE_2, GP_MARK_STOP };

struct gp_mark {
	enum gp_mark_kind kind;
	const struct gp_anchor *at;
	const char *text; /* name printed beside a point mark as a badge, or NULL */
	struct gp_place place;
};

enum gp_where_label { GP_LABEL_AUTO, GP_LABEL_LEFT, GP_LABEL_RIGHT, GP_LABEL_AT };

struct gp_label {
	const struct gp_anchor *at;
	const struct gp_anchor *to; /* maps: the label names all from `at` to here; or NULL */
	struct gp_rich text;
	const char *badge; /* "X2", "1", "2", "stop" or NULL */
	enum gp_where_label where;
	int32_t x, y, w; /* GP_LABEL_AT: 1/10000 of the figure slot */
	struct gp_place place;
};

struct gp_image {
	const char *id;                     /* NULL: no picture */
	const struct gp_picture_note *note; /* size and anchors; never NULL when id is set */
	const char *alt;                    /* NULL only when decorative */
	bool decorative;
	int32_t crop[4]; /* x0 y0 x1 y1 in 1/10000; whole picture 0 0 10000 10000 */
	const struct gp_mark *marks;
	size_t n_marks;
	const struct gp_label *labels;
	size_t n_labels;
	struct gp_place place;
};

/* --- margin notes ------------------------------------------------------------------------ */

enum gp_key_mark {
	GP_KEY_POINT,
	GP_KEY_GHOST,
	GP_KEY_ZONE_1,
	GP_KEY_ZONE_2,
	GP_KEY_TYPICAL,
	GP_KEY_SOMETIMES
};

struct gp_key_row {
	enum gp_key_mark mark;
	struct gp_rich text;
};

struct gp_note {
	struct gp_rich title, text, figure; /* figure: the big one, "4–6 of 10" */
	bool scale;                         /* a mini pressure scale under the figure */
	const struct gp_key_row *key;
	size_t n_key;
	struct gp_place place;
};

/* --- blocks ------------------------------------------------------------------------------ */

enum gp_block_kind {
	GP_BLOCK_TEXT,
	GP_BLOCK_LIST,
	GP_BLOCK_CALLOUT,
	GP_BLOCK_FIGURE,
	GP_BLOCK_TABLE,
	GP_BLOCK_MATRIX,
	GP_BLOCK_FACTS,
	GP_BLOCK_TRIO,
	GP_BLOCK_TRAFFIC,
	GP_BLOCK_RULER,
	GP_BLOCK_PRESSURE,
	GP_BLOCK_ROUTINE,
	GP_BLOCK_STRETCH,
	GP_BLOCK_LOG,
	GP_BLOCK_GLOSSARY,
	GP_BLOCK_SOURCES,
	GP_BLOCK_SMALL,
	GP_BLOCK_WARNING
};

enum gp_list_kind { GP_LIST_BULLET, GP_LIST_TICK, GP_LIST_NUMBER };
enum gp_callout_kind { GP_TIP, GP_CAUTION, GP_STOP };
enum gp_width { GP_WIDTH_FULL, GP_WIDTH_MAIN, GP_WIDTH_HALF };
enum gp_align { GP_LEFT, GP_CENTRE, GP_RIGHT };
enum gp_dot { GP_DOT_NONE, GP_DOT_TYPICAL, GP_DOT_SOMETIMES };
enum gp_sign { GP_SIGN_NONE, GP_SIGN_RIGHT, GP_SIGN_WRONG };
enum gp_trio_size { GP_TRIO_NORMAL, GP_TRIO_TALL, GP_TRIO_LOW };

struct gp_block;

struct gp_blocks {
	const struct gp_block *b;
	size_t n;
};

struct gp_rich_list {
	const struct gp_rich *r;
	size_t n;
};

struct gp_list {
	enum gp_list_kind kind;
	struct gp_rich_list items;
};

struct gp_callout {
	enum gp_callout_kind kind;
	struct gp_rich title, urgent;
	struct gp_blocks blocks; /* text and lists only */
	bool large;              /* 13 mm icon */
};

struct gp_figure {
	struct gp_image image;
	struct gp_rich caption;
	enum gp_width width;
	unsigned number; /* running number of captioned figures, 0: none */
	struct gp_blocks beside;
	bool picture_right; /* with `beside`: where the picture stands */
};

enum gp_cell_kind { GP_CELL_TEXT, GP_CELL_RATING, GP_CELL_IMAGE, GP_CELL_DOT };

struct gp_cell {
	enum gp_cell_kind kind;
	struct gp_rich text;
	unsigned rating, of;
	struct gp_image image;
	enum gp_dot dot;
	struct gp_place place;
};

struct gp_column {
	struct gp_rich head;
	unsigned width; /* relative, 1 or more */
	enum gp_align align;
};

struct gp_table_row {
	bool marked;
	const struct gp_cell *cells; /* as many as there are columns */
	struct gp_place place;
};

struct gp_table {
	struct gp_rich caption;
	unsigned number; /* of captioned tables, 0: none */
	bool row_heads;
	const struct gp_column *columns;
	size_t n_columns;
	const struct gp_table_row *rows;
	size_t n_rows;
};

struct gp_matrix_row {
	struct gp_rich text;
	const enum gp_dot *dots; /* as many as there are heads */
	struct gp_place place;
};

struct gp_matrix {
	struct gp_rich head;
	const struct gp_rich *heads;
	size_t n_heads;
	const struct gp_matrix_row *rows;
	size_t n_rows;
};

struct gp_fact_row {
	struct gp_rich name, value;
};

struct gp_fact_rows {
	const struct gp_fact_row *rows;
	size_t n;
};

struct gp_trio_cell {
	struct gp_rich figure;
	struct gp_image image;
	enum gp_sign sign;
	const char *badge; /* "X1" or NULL */
	const char *page;  /* id whose page number is printed, or NULL */
	struct gp_rich title, text;
	struct gp_place place;
};

struct gp_trio { /* also the traffic light */
	enum gp_trio_size size;
	const struct gp_trio_cell *cells;
	size_t n;
};

struct gp_ruler {
	struct gp_rich unit, start, label;
	unsigned to, bands[2];
};

struct gp_stretch_card {
	struct gp_rich title, text, dose;
	struct gp_image image;
	struct gp_place place;
};

struct gp_stretch {
	const struct gp_stretch_card *cards;
	size_t n;
};

struct gp_routine_block {
	bool only_short;
	struct gp_rich_list intro; /* one a page */
	struct gp_blocks feet;     /* one callout a page */
};

struct gp_log {
	struct gp_rich_list points;
	struct gp_rich_list intro; /* one a page */
	struct gp_rich measure_title, measure_unit;
};

struct gp_term {
	struct gp_rich term, text;
	const char *other_lang; /* "de" or NULL */
	struct gp_rich other;
	struct gp_place place;
};

struct gp_glossary {
	const struct gp_term *rows;
	size_t n;
};

struct gp_block {
	enum gp_block_kind kind;
	const char *id; /* NULL when the author gave none */
	struct gp_place place;
	const struct gp_note *notes;
	size_t n_notes;
	union {
		struct gp_rich_list text;
		struct gp_list list;
		struct gp_callout callout;
		struct gp_figure figure;
		struct gp_table table;
		struct gp_matrix matrix;
		struct gp_fact_rows facts;
		struct gp_trio trio; /* GP_BLOCK_TRIO and GP_BLOCK_TRAFFIC */
		struct gp_ruler ruler;
		struct gp_routine_block routine;
		struct gp_stretch stretch;
		struct gp_log log;
		struct gp_glossary glossary;
		struct gp_rich small; /* GP_BLOCK_SMALL and GP_BLOCK_WARNING */
	} as;
};

/* --- the order of things ----------------------------------------------------------------- */

enum gp_start { GP_START_ANY, GP_START_PAGE, GP_START_LEFT, GP_START_RIGHT };

struct gp_plate {
	const char *label; /* "X2"; NULL: the section has no plate */
	struct gp_rich eyebrow, title, caption;
	struct gp_image figure;
};

struct gp_section {
	const char *id;
	struct gp_rich title, lead;
	enum gp_start start;
	bool in_contents;
	bool full_width;
	struct gp_plate plate;
	const struct gp_note *notes; /* beside the heading */
	size_t n_notes;
	struct gp_blocks blocks;
	struct gp_place place;
};

struct gp_sections {
	const struct gp_section *s;
	size_t n;
};

struct gp_chapter {
	const char *id;
	struct gp_rich title, lead;
	struct gp_sections sections;
	struct gp_place place;
};

struct gp_cover {
	struct gp_rich eyebrow, lead, foot[2];
	struct gp_image image;
};

struct gp_back_cover {
	struct gp_rich eyebrow, title;
	struct gp_blocks blocks;
	struct gp_place place;
	bool present;
};

struct gp_meta {
	const char *title, *subtitle, *author, *date, *edition, *description;
	struct gp_rich title_text, short_title; /* with their places, for printing */
};

/* --- facts: numbers and sources, without words -------------------------------------------- */

enum gp_show { GP_SHOW_TIME, GP_SHOW_TIMES, GP_SHOW_REPS };

struct gp_step {
	const char *id;
	unsigned seconds, times, reps; /* times and reps: 0 when not given */
	bool each_leg;
	enum gp_show show;
	unsigned time; /* what the step takes in all, in seconds: one leg, or both together */
	/* the words of the language */
	const char *dose; /* as printed: "3 × 30 s" */
	struct gp_rich title, text, line;
	struct gp_image image, wide;
	bool in_short;
	struct gp_place place;
};

struct gp_source {
	const char *id, *authors, *year, *where;
	unsigned number; /* as printed, from 1; 0: not printed */
	struct gp_place place;
};

struct gp_facts {
	unsigned days[2], weeks, scale[2], target[2], about_minutes;
	unsigned total_seconds, short_seconds; /* summed by the reader */
	const struct gp_source *sources;
	size_t n_sources;
};

/* --- poster --------------------------------------------------------------------------------- */

enum gp_side_kind { GP_SIDE_MAP, GP_SIDE_PRESSURE, GP_SIDE_STOP, GP_SIDE_DAYS };

struct gp_side_unit {
	enum gp_side_kind kind;
	struct gp_rich title, text;
	struct gp_rich_list items;
	struct gp_image image;
	struct gp_place place;
};

struct gp_poster {
	struct gp_rich title, subtitle, dose, note, credit;
	const struct gp_side_unit *side;
	size_t n_side;
	struct gp_place place;
};

/* --- the program's own words ------------------------------------------------------------------ */

/* Words the program itself prints, in the guide's language; the list is model/words.def. */
struct gp_words {
#define GP_WORD(name, fields) const char *name;
#include "model/words.def"
#undef GP_WORD
};

/* --- where links lead --------------------------------------------------------------------------
 */

/* What stands at an id, for a reader of links: "Safety first", "Figure 3", "Source 13: Boyd 2015".
 */
struct gp_target {
	const char *id; /* "source-ID" of a source */
	const char *title;
	bool has_page; /* its page number is worth saying */
};

/* --- the guide ---------------------------------------------------------------------------- */

struct gp_guide {
	const char *id, *language;
	bool left;   /* this edition treats the left side: pictures are mirrored */
	bool mirror; /* left differs from the side the pictures are drawn for */
	struct gp_meta meta;
	struct gp_cover cover;
	struct gp_sections front;
	const struct gp_note *contents_notes;
	size_t n_contents_notes;
	bool has_contents;
	const struct gp_chapter *chapters;
	size_t n_chapters;
	struct gp_sections back;
	struct gp_rich back_title;
	struct gp_back_cover back_cover;
	struct gp_rich routine_title;
	const struct gp_step *steps;
	size_t n_steps;
	struct gp_facts facts;
	struct gp_poster poster;
	struct gp_words words;
	const struct gp_target *targets; /* of all ids, and printed sources; sorted by id */
	size_t n_targets;
	const struct gp_picture_note *pictures; /* all of anchors.json, sorted by id */
	size_t n_pictures;
	struct gp_place place;
};

/* --- pure queries ---------------------------------------------------------------------------- */

/* Fill "{n}"-like fields of a word: pairs of name and value, ended by NULL. */
char *gp_words_fill(struct gp_arena *a, const char *word, ...) __attribute__((sentinel));

/* The plain text of a rich text (page spans as "0"), in the arena. */
char *gp_rich_plain(struct gp_arena *a, const struct gp_rich *r);

/* The order of targets, by their ids. */
int gp_target_compare(const struct gp_target *a, const struct gp_target *b);

/* What stands at the id, or NULL when nothing with a title does. */
const struct gp_target *gp_guide_target(const struct gp_guide *g, const char *id);

/* The anchor of a picture by name, or NULL. */
const struct gp_anchor *gp_picture_anchor(const struct gp_picture_note *p, const char *name);

#endif
