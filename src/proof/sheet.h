/*
 * Inside the proof stage: the operations of a page that ink, in paint order, groups taken apart.
 */
#ifndef GP_PROOF_SHEET_H
#define GP_PROOF_SHEET_H

#include "proof/proof.h"

struct gp_inked {
	const struct gp_op *op;
	struct gp_rect ink; /* the part of its ink that clips leave */
	unsigned alpha;     /* percent, of the groups around it */
};

struct gp_proof_sheet {
	const struct gp_proof *p;
	const struct gp_page *page;
	struct gp_inked *ops;
	size_t n, cap;
	struct gp_arena *arena;
};

struct gp_proof_sheet gp_proof_sheet_open(
	const struct gp_proof *p, const struct gp_page *page, struct gp_arena *a);

/*
 * The colour under operation i: that of the last filled shape painted before it that holds it, else
 * paper.  False when a picture lies there instead: its pixels are not looked at.
 */
bool gp_proof_ground(const struct gp_proof_sheet *s, size_t i, struct gp_colour_rgb *out);

/* Ink of the whole sheet, in thousandths of solid black all over; see gp_proof_measure. */
unsigned gp_proof_darkness(const struct gp_proof_sheet *s);

/* The grey of equal luminance, 0 black to 255 white. */
unsigned gp_grey(uint8_t r, uint8_t g, uint8_t b);

#endif
