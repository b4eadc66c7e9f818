/*
 * The schema table: every object an author may write, described once.
 *
 * Files are checked against it, and `guidepress schema` prints it as JSON Schema (draft 2020-12)
 * for editors that complete and check while an author types.
 */
#ifndef GP_READ_SCHEMA_H
#define GP_READ_SCHEMA_H

#include "read/json.h"

#include <stdio.h>

enum gp_shape_kind {
	GP_SHAPE_TEXT,  /* words to print: inline Markdown, or one string for each side */
	GP_SHAPE_PLAIN, /* a string of min to max characters, printed as it stands or not at all */
	GP_SHAPE_ID,    /* a name: a letter, then letters, figures, "-", "_" and "." */
	GP_SHAPE_BOOL,
	GP_SHAPE_INT,    /* a whole number from min to max */
	GP_SHAPE_NUMBER, /* a number from min to max */
	GP_SHAPE_LENGTH, /* "15mm" or "7.5pt", not less than min (1/1000 pt); min < 0: also "-0.4mm"
			  */
	GP_SHAPE_CHOICE, /* one of the words in `names` */
	GP_SHAPE_LIST,   /* min to max items of the shape `item` */
	GP_SHAPE_OBJECT, /* the keys in `keys` and no others */
	GP_SHAPE_BY_TYPE, /* an object whose key "type" names one of `options` */
	GP_SHAPE_EITHER, /* one of `options`, told apart by what is written: string, list, object …
			  */
	GP_SHAPE_MAP     /* an object with any names as keys, values of the shape `item` */
};

struct gp_shape;

struct gp_key {
	const char *name;
	const struct gp_shape *shape;
	bool required;
	const char *help; /* for authors: one sentence */
};

struct gp_shape {
	enum gp_shape_kind kind;
	const char *
		name; /* what messages call it, with article where it needs one: "a figure block" */
	const char *def; /* its name in $defs; NULL: written out where it is used */
	const char *help;
	const struct gp_key *keys;
	size_t n_keys;
	const struct gp_shape *const *options;
	size_t n_options;
	const char *const *names;
	size_t n_names;
	const struct gp_shape *item;
	long min, max;
	const char *reason; /* of a list: why no more, and what to do, from its colon on; or NULL */
};

enum { GP_SCHEMA_MANY = 100000 }; /* items of a list that has no limit of its own */

extern const struct gp_shape gp_schema_guide;   /* schema_guide.c */
extern const struct gp_shape gp_schema_block;   /* schema_blocks.c */
extern const struct gp_shape gp_schema_facts;   /* schema_facts.c */
extern const struct gp_shape gp_schema_printer; /* schema_printer.c */
extern const struct gp_shape gp_schema_picture; /* one of anchors.json */

/* Shapes the tables share. */
extern const struct gp_shape gp_schema_text, gp_schema_text_or_empty, gp_schema_plain;
extern const struct gp_shape gp_schema_short, gp_schema_id, gp_schema_id_or_empty, gp_schema_bool;
extern const struct gp_shape gp_schema_fraction, gp_schema_length, gp_schema_count;
extern const struct gp_shape gp_schema_note, gp_schema_notes, gp_schema_blocks;
extern const struct gp_shape gp_schema_marks, gp_schema_labels, gp_schema_map_labels,
	gp_schema_texts;

/*
 * Report every way in which `v` departs from `shape`, in the order of the text.  True when there is
 * none.  Linear in the size of v.
 */
bool gp_schema_check(const struct gp_json *v, const struct gp_shape *shape, struct gp_arena *a,
	struct gp_diag *d);

/*
 * What follows "there is no X": `; did you mean "y"?`, or the names there are when these are few,
 * or nothing.  In the arena.
 */
const char *gp_hint(const char *word, const char *const *names, size_t n, struct gp_arena *a,
	struct gp_diag *d);

/* Print a shape and all it uses as JSON Schema. */
void gp_schema_print(const struct gp_shape *shape, const char *title, FILE *out);

#endif
