/*
 * The marks in the strips of one tile; only for tile.c.
 */
#ifndef GP_PRESS_STRIPS_H
#define GP_PRESS_STRIPS_H

#include "press/tile.h"

/* Draw all marks of a tile on its sheet, over the art that is there already. */
void gp_strips_draw(struct gp_page *p, const struct gp_tile *how, const struct gp_tile_plan *plan,
	unsigned row, unsigned column);

#endif
