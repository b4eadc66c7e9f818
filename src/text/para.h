/*
 * Paragraphs: the best set of lines for the whole paragraph (Knuth and Plass 1981), ragged or
 * justified.
 *
 * Break opportunities: after spaces, after a hyphen or dash inside a word, after a slash, at soft
 * hyphens (U+00AD, drawn at a line's end only), at zero width spaces, between ideographs, at
 * pattern hyphens where asked for; never at no-break spaces (numbers and their units are joined by
 * them when the guide is read), before closing marks, after opening brackets, before a dash between
 * spaces. U+2028 forces a break.  breaks.c has the rules in full.
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
	int32_t tag;      /* carried through to the line pieces; meaning belongs to the caller */
	int32_t colour;   /* likewise */
	const void *user; /* likewise */
	struct gp_place place; /* of the JSON string, and byte offset of `text` in it */
	uint32_t at;
	gp_len rise; /* baseline shift, up positive */
};

enum gp_setting { GP_RAGGED, GP_JUSTIFIED, GP_CENTRED, GP_RIGHT_FLUSH };

struct gp_para_style {
	gp_len measure;
	gp_len first_indent; /* of line 1, from the left edge; negative hangs */
	enum gp_setting setting;
	bool balanced; /* lines of equal length, as few as needed (titles, poster lines) */
	const struct gp_hyphen *hyphen; /* NULL: only soft hyphens break words */
	unsigned hyphen_left, hyphen_right;
	const char *hyphen_lang; /* language of the patterns: runs in another are left whole; NULL:
				    any */
	bool hang_punctuation;   /* small marks at line ends may stand out into the right margin, by
				    0.6 of their width, and opening quotes into the left one */
	bool optical_edge;       /* ragged lines: the ink of the first letter stands at the edge,
				    not the white it carries (large titles and numerals) */
	unsigned min_runt;       /* letters the last line should have at least; 4 is usual */
	bool trial; /* only tried, perhaps to be set smaller: cut words give no warning */
	gp_len (*line_measure)(
		const void *user, unsigned line); /* NULL: every line `measure` wide */
	const void *user;
};

/*
 * A run of glyphs on one line, all of one style.  Places of glyphs are bytes of the run's text. The
 * spaces that end a line keep their glyphs, so that readers find them between the words, but no
 * width counts them.
 */
struct gp_piece {
	const struct gp_run *run; /* of the caller's array */
	struct gp_glyph *g;       /* advances as set, spaces stretched */
	size_t n;
	gp_len x;     /* from the left edge of the measure */
	gp_len width; /* without spaces at the line's end */
};

struct gp_line {
	const struct gp_piece *pieces;
	size_t n;
	gp_len x;        /* where the first piece starts: indent, centring */
	gp_len width;    /* as set, without spaces at the end, with what hangs; from ink to ink
			    where edges are optical */
	gp_len natural;  /* before stretching */
	bool hyphenated; /* ends with a hyphen put in by us */
	bool last;       /* ends the paragraph or a forced break */
};

struct gp_para {
	const struct gp_line *lines;
	size_t n;
	gp_len width;  /* of the widest line */
	bool overfull; /* a word fits no line; it was cut, or a letter sticks out (a warning
			  was given) */
};

/*
 * Set a paragraph.  Lines come out top to bottom in the arena; empty text gives n == 0.  The runs
 * and their texts must live as long as the lines do.  Never fails: a word that fits nowhere is cut
 * between clusters and reported once as TEXT_OVERFULL at its place.  A justified line is exactly as
 * wide as its measure (plus what hangs), unless it is the last or has no space to stretch.  Cost is
 * linear in the length of the text for a given measure.
 */
struct gp_para gp_para_set(struct gp_fonts *f, const struct gp_run *runs, size_t n,
	const struct gp_para_style *style, struct gp_arena *a);

/* Width of text set in one unbroken line. */
gp_len gp_text_width(
	struct gp_fonts *f, const struct gp_shape_style *style, const char *text, size_t len);

#endif
