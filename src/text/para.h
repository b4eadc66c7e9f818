/*
 * Paragraphs: the best set of lines for the whole paragraph (Knuth and Plass 1981), ragged or
 * justified.
 *
 * Break opportunities: after spaces, after a hyphen or dash inside a word, after a slash, at soft
 * hyphens (U+00AD, not drawn), at zero width spaces, at pattern hyphens where asked for; never at
 * no-break spaces, between a number and its unit ("30 s", "4 cm", "10 %"), inside "4 to 6", before
 * a dash that hangs on a word.  U+2028 forces a break.
 */
#ifndef GP_TEXT_PARA_H
#define GP_TEXT_PARA_H

#include "text/hyphen.h"
#include "text/shape.h"

/* A piece of a paragraph in one style. */
struct gp_run {
	const char *text;
	size_t len;
	struct gp_shape_style style;
	int32_t tag;            /* carried through to the line pieces; meaning belongs to the caller */
	int32_t colour;         /* likewise */
	const void *user;       /* likewise */
	struct gp_place place;  /* of the JSON string, and byte offset of `text` in it */
	uint32_t at;
	gp_len rise;            /* baseline shift, up positive */
};

enum gp_setting { GP_RAGGED, GP_JUSTIFIED, GP_CENTRED, GP_RIGHT_FLUSH };

struct gp_para_style {
	gp_len measure;
	gp_len first_indent;   /* of line 1, from the left edge; negative hangs */
	enum gp_setting setting;
	bool balanced;         /* lines of equal length, as few as needed (titles, poster lines) */
	const struct gp_hyphen *hyphen; /* NULL: only soft hyphens break words */
	unsigned hyphen_left, hyphen_right;
	const char *hyphen_lang; /* language of the patterns: runs in another are left whole; NULL: any */
	bool hang_punctuation; /* small marks at line ends may stand out into the right margin */
	unsigned min_runt;     /* letters the last line should have at least; 4 is usual */
	gp_len (*line_measure)(const void *user, unsigned line); /* NULL: every line `measure` wide */
	const void *user;
};

/* A run of glyphs on one line, all of one style. */
struct gp_piece {
	const struct gp_run *run;
	struct gp_glyph *g;    /* advances as set, spaces stretched */
	size_t n;
	gp_len x;              /* from the left edge of the measure */
	gp_len width;
};

struct gp_line {
	const struct gp_piece *pieces;
	size_t n;
	gp_len x;              /* where the first ink-bearing advance starts: indent, centring */
	gp_len width;          /* as set, without trailing space */
	gp_len natural;        /* before stretching */
	bool hyphenated;       /* ends with a hyphen put in by us */
	bool last;             /* ends the paragraph or a forced break */
};

struct gp_para {
	const struct gp_line *lines;
	size_t n;
	gp_len width;          /* of the widest line */
	bool overfull;         /* a word fits no line; it sticks out (a warning was given) */
};

/*
 * Set a paragraph.  Lines come out top to bottom in the arena; empty text gives n == 0.  Never
 * fails: a word that fits nowhere is broken between clusters, reported once as TEXT_OVERFULL at
 * its place.  Cost is linear in the number of words for a bounded measure; see the top of para.c.
 */
struct gp_para gp_para_set(struct gp_fonts *f, const struct gp_run *runs, size_t n,
	const struct gp_para_style *style, struct gp_arena *a);

/* Width of text set in one unbroken line. */
gp_len gp_text_width(struct gp_fonts *f, const struct gp_shape_style *style, const char *text,
	size_t len);

#endif
