/*
 * Paragraphs that were set before: a booklet is laid out until its page numbers stand still, and
 * only the few paragraphs that print page numbers change from one pass to the next.
 */
#ifndef GP_LAYOUT_MEMO_H
#define GP_LAYOUT_MEMO_H

#include "text/para.h"

struct gp_memo;

/* An empty memory in an arena that lives as long as the paragraphs. */
struct gp_memo *gp_memo_new(struct gp_arena *a);

/*
 * The same as gp_para_set, but a paragraph of the same words from the same place in the same style
 * is set only once.  Its glyphs are shared by all who asked; lines and pieces are the caller's own
 * and point into the caller's runs.  What is wrong with a paragraph is reported the first time.
 */
struct gp_para gp_memo_set(struct gp_memo *m, struct gp_fonts *f, const struct gp_run *runs,
	size_t n, const struct gp_para_style *style);

#endif
