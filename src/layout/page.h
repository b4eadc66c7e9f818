/*
 * Pages of the booklet: their columns on either side, running heads, folios and thumb tabs.
 */
#ifndef GP_LAYOUT_PAGE_H
#define GP_LAYOUT_PAGE_H

#include "layout/galley.h"

/* What stands around the text of a page. */
struct gp_furniture {
	enum gp_page_kind kind;
	const struct gp_rich *chapter; /* running head at the outer end; NULL: none */
	const struct gp_rich *guide;   /* running head at the inner end; NULL: none */
	int tab;                       /* station of the thumb tab from 0; -1: none */
	const char *tab_label;
	bool folio;
};

/* Left edges of the columns on a page of this side. */
struct gp_columns {
	gp_len full, main, margin;
};

/* Is page index i (from 0) of the document a left page?  Page 1 is a right page. */
bool gp_page_is_left(size_t index);

struct gp_columns gp_page_columns(const struct gp_page_style *p, bool left);

/* A new page at the end of the document, numbered, with its furniture. */
struct gp_page *gp_page_new(struct gp_job *job, const struct gp_furniture *f);

#endif
