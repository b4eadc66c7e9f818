/*
 * Choosing the lines of a paragraph, in plain numbers: what a line costs and which set of breaks
 * costs least.  Knows no fonts, so tests can plug in letters of any width.
 */
#ifndef GP_TEXT_LINES_H
#define GP_TEXT_LINES_H

#include "text/breaks.h"
#include "text/para.h"

/*
 * A place where a line may end and the next begin.  Sums run from the start of the paragraph; the
 * line from break i to break j is b[j].end - b[i].start wide.
 */
struct gp_brk {
	enum gp_break kind;
	uint32_t at;     /* byte where the next line begins */
	uint32_t end_at; /* byte where this one ends: its spaces, if any, begin */
	int64_t raw;     /* least width of all that must stand before the break; never falls */
	int64_t end;     /* a line that ends here: without its spaces, with its hyphen */
	int64_t start;   /* a line that begins here */
	int64_t end_space, start_space; /* width of the spaces that stretch, up to there */
	int64_t end_em, start_em;       /* type sizes of these spaces */
	uint32_t end_letters, start_letters;
	uint32_t reach_back, reach_on; /* bytes whose shape the break changes: two breaks of one
					  line may not share any */
	gp_len hang;                   /* of the last mark, may stand out; not counted in `end` */
};

/* The cost of a line that does not fit. */
#define GP_LINE_NONE INT64_MAX

/*
 * What the line from break i to break j costs by itself as line number `line`.  b[0] is the start
 * of the paragraph, the last break its end.
 */
int64_t gp_lines_cost(const struct gp_brk *b, size_t i, size_t j, unsigned line,
	const struct gp_para_style *style);

/*
 * How the end of a line stands to the line before it.  Ragged text must not have a line under 60 %
 * of the measure between two long ones; a short line among short ones does no harm.
 */
enum gp_edge {
	GP_EDGE_PLAIN,
	GP_EDGE_LONG, /* over 80 % of the measure */
	GP_EDGE_DEEP  /* under 60 %, after a long line */
};

/* The edge of the line from break i to break j when the line before had the edge `before`. */
enum gp_edge gp_lines_edge(const struct gp_brk *b, size_t i, size_t j, unsigned line,
	const struct gp_para_style *style, enum gp_edge before);

/* What two lines cost side by side, on top of their own costs. */
int64_t gp_lines_edge_cost(enum gp_edge before, enum gp_edge edge);

/* Width available to a line; at least 1. */
gp_len gp_lines_measure(const struct gp_para_style *style, unsigned line);

/*
 * The cheapest set of lines over breaks b[0..n): indices of the breaks that end them, the last is
 * n - 1.  Where no set fits, lines stick out as little as can be.  Returns their number.
 */
size_t gp_lines_choose(const struct gp_brk *b, size_t n, const struct gp_para_style *style,
	struct gp_arena *a, size_t **ends);

#endif
