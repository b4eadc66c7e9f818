/*
 * Replay of one glyph run, whole or in pieces; only for replay.c.
 */
#ifndef GP_PRESS_GLYPHS_H
#define GP_PRESS_GLYPHS_H

#include "press/replay.h"

/* A run, or the piece of it that shares one fate, as it stands on the sheet. */
struct gp_glyph_piece {
	struct gp_op_glyphs run;
	size_t first, end; /* glyphs of the run at home */
	struct gp_rect ink;
	struct gp_point ref;
	bool content; /* else an artifact */
	bool crosses; /* the edge of what is seen */
};

/*
 * The pieces of a run that stay on the sheet, in order, in `a`.  A run that lies in one part is one
 * piece and shares its glyphs when the scale is 1.
 */
struct gp_glyph_piece *gp_glyph_pieces(
	const struct gp_op *op, const struct gp_replay *r, struct gp_arena *a, size_t *n);

#endif
