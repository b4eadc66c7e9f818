/*
 * What imposing, tiling and marking share: lengths, colours, type and words.  The words come from
 * the caller, so sheets speak the language of the guide.
 */
#ifndef GP_PRESS_PRESS_H
#define GP_PRESS_PRESS_H

#include "draw/list.h"
#include "text/shape.h"

/* Lengths of sheets and their marks; none of them is scaled by an edition. */
struct gp_press_lengths {
	gp_len printer_margin; /* what home printers leave white on every side */
	gp_len cut_strip;      /* white strip at the start of a tile, cut off */
	gp_len glue_strip;     /* strip at the end of a tile, covered by the next */
	gp_len fold_tick;      /* length of a fold mark */
	gp_len staple;         /* length of a staple mark */
	gp_len bleed;          /* art beyond the trimmed edge */
	gp_len crop_mark;      /* length of a crop mark */
	gp_len line;           /* stroke of fold, staple and crop marks */
	gp_len cut_line;       /* stroke of the line to cut along */
	gp_len hatch;          /* distance of the lines of a glue strip, measured along its edge */
};

/* The lengths of our house style. */
struct gp_press_lengths gp_press_lengths_usual(void);

enum gp_press_word {
	GP_PRESS_SLUG, /* foot of an imposed side: "Sheet 3 back, pages 6 and 23" */
	GP_PRESS_SIDE, /* its page label: "Sheet 3 back" */
	GP_PRESS_GLUE, /* on a glue strip: "glue, edge of A2 here"; name: the tile that covers it */
	GP_PRESS_CUT   /* on a cut strip: "cut off this edge" */
};

struct gp_press_fields {
	unsigned sheet; /* from 1 */
	bool back;
	const char *left,
		*right;   /* pages of the side as printed on them; "" where a page has none */
	const char *name; /* of a tile */
};

/* The words for a mark, from the arena or longer lived; NULL: this mark has none. */
typedef const char *gp_press_word_fn(const void *user, enum gp_press_word word,
	const struct gp_press_fields *fields, struct gp_arena *a);

/* How marks look. */
struct gp_press_look {
	struct gp_fonts *fonts;       /* NULL: sheets carry no words */
	struct gp_shape_style text;   /* of slugs and strip labels, 6 pt */
	struct gp_shape_style strong; /* of tile names in labels, same size */
	struct gp_shape_style name;   /* of the name in the corner of a tile, 11 pt */
	struct gp_colour_rgb ink, slug, cut, glue, paper;
	gp_press_word_fn *word; /* NULL: no words */
	const void *user;
};

#endif
