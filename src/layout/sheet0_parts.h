/*
 * Parts shared by the two kinds of page 0; not for use outside them.
 */
#ifndef GP_LAYOUT_SHEET0_PARTS_H
#define GP_LAYOUT_SHEET0_PARTS_H

#include "layout/art.h"

#include <string.h>

struct gp_sheet0_frame {
	struct gp_job *job;
	struct gp_page *page;
	gp_tag sect;
	gp_len margin, width;
};

struct gp_sheet0_step {
	const char *picture;                                          /* id, or NULL */
	void (*draw)(const struct gp_pen *pen, struct gp_rect panel); /* when there is no picture */
	const char *title, *text;
};

/* A new page before all others. */
struct gp_sheet0_frame gp_sheet0_start(struct gp_job *job, const struct gp_paper *paper);

/* Set text in a box; returns its height. */
gp_len gp_sheet0_text(struct gp_sheet0_frame *f, const char *text, const struct gp_set_style *style,
	struct gp_rect box, enum gp_tag_role role);

/* Each returns the y under (foot: over) what it drew. */
gp_len gp_sheet0_head(
	struct gp_sheet0_frame *f, const char *eyebrow, const char *title, const char *lead);
gp_len gp_sheet0_steps(struct gp_sheet0_frame *f, const struct gp_sheet0_step steps[4], gp_len y);
gp_len gp_sheet0_foot(struct gp_sheet0_frame *f, const char *tip);

/* The note of a house picture, NULL when the picture folder has none of that name. */
const struct gp_picture_note *gp_sheet0_picture(const struct gp_job *job, const char *id);

#endif
