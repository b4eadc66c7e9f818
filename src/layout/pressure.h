/*
 * The pressure scale: bars from too little over the target to too much, with figures and words.
 * Bars below the target are empty, in it solid, above it hatched: clear without colour.
 */
#ifndef GP_LAYOUT_PRESSURE_H
#define GP_LAYOUT_PRESSURE_H

#include "layout/ornament.h"

struct gp_pressure_look {
	bool words;          /* figures and words under the bars; else the bars alone */
	enum gp_role figure; /* type of figures and words */
	bool has_size;
	gp_len size, lead; /* in place of the role's own (poster) */
};

/* Draw it in a box.  Makes its Figure under parent. */
void gp_pressure_draw(struct gp_job *job, struct gp_page *list, struct gp_rect box,
	const struct gp_pressure_look *look, gp_tag parent);

#endif
