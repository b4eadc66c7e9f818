/*
 * A paragraph measured: its text in one piece, its clusters with their widths, and from them the
 * places where lines may end (lines.h).
 */
#ifndef GP_TEXT_BOXES_H
#define GP_TEXT_BOXES_H

#include "text/lines.h"

/* A cluster: letters that stay together, or one space. */
struct gp_box {
	uint32_t at, end; /* bytes of the paragraph's text */
	gp_len advance;
	unsigned run : 24;
	bool is_space : 1, stretches : 1, has_letter : 1;
	bool is_safe : 1; /* the text may be cut before it without shaping anew */
};

struct gp_boxes {
	struct gp_fonts *fonts;
	struct gp_arena *arena; /* for the time of setting the paragraph */
	const struct gp_run *runs;
	size_t n_runs;
	const struct gp_para_style *style;
	char *text; /* of all runs, one after the other */
	size_t len;
	uint32_t *run_start; /* n_runs + 1 */
	struct gp_box *box;
	size_t n, cap;
	unsigned char *breaks; /* len + 1, see breaks.h */
	struct gp_brk *brk;
	size_t n_brk, cap_brk;
};

/*
 * Measure the runs and find the breaks; everything lies in the arena.  Missing glyphs are reported.
 * brk has fewer than two entries when there is nothing to set.
 */
struct gp_boxes *gp_boxes_new(struct gp_fonts *f, const struct gp_run *runs, size_t n,
	const struct gp_para_style *style, struct gp_arena *a);

/* Width of bytes [from, to) set by themselves. */
int64_t gp_boxes_width(const struct gp_boxes *p, size_t from, size_t to);

#endif
