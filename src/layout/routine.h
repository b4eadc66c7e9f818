/*
 * Step cards of the routine, shared by the routine block and the short version on the back cover.
 */
#ifndef GP_LAYOUT_ROUTINE_H
#define GP_LAYOUT_ROUTINE_H

#include "layout/galley.h"

/* An empty item as high as a page title, so that facing pages start level. */
void gp_add_title_strut(struct gp_galley *g);

/* A line of small text over the full measure. */
void gp_add_intro(struct gp_galley *g, const struct gp_rich *text);

/* Start a page of the given side here, unless the galley stands right after a title on one. */
struct gp_item *gp_open_page(struct gp_galley *g, size_t item, enum gp_start start);

#endif
