/*
 * Galleys onto pages.
 */
#ifndef GP_LAYOUT_FLOW_H
#define GP_LAYOUT_FLOW_H

#include "layout/page.h"

/* Frame height: lines times the baseline step. */
gp_len gp_frame_height(const struct gp_job *job);

/* Cut a galley into pages and place them at the end of the document. */
void gp_flow(struct gp_job *job, const struct gp_galley *g, const struct gp_furniture *f);

/* A page of ruled lines for notes. */
void gp_flow_notes_page(struct gp_job *job, const struct gp_furniture *f);

#endif
