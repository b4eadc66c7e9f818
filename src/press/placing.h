/*
 * Placings: how a page lies on a sheet.  Scale, then quarter turns, then a shift; nothing else is
 * ever needed to impose or tile, and all of it stays exact or rounds once.
 */
#ifndef GP_PRESS_PLACING_H
#define GP_PRESS_PLACING_H

#include "base/len.h"

#include <stdbool.h>

struct gp_placing {
	gp_len dx, dy;    /* last: the shift */
	unsigned turn;    /* then: quarter turns clockwise about the origin, 0 to 3 */
	int32_t num, den; /* first: the scale, both positive */
};

/* As it is, moved by a shift. */
struct gp_placing gp_placing_shift(gp_len dx, gp_len dy);

/* Half a turn of a whole sheet of this size: what was at the top stands at the foot. */
struct gp_placing gp_placing_half_turn(gp_len width, gp_len height);

/* One placing after another, as a single one. */
struct gp_placing gp_placing_then(struct gp_placing first, struct gp_placing second);

/* Where a point goes. */
struct gp_point gp_placing_point(const struct gp_placing *p, struct gp_point at);

/* Where a rectangle goes: its corners are placed, so shared edges stay shared. */
struct gp_rect gp_placing_rect(const struct gp_placing *p, struct gp_rect r);

/* A length without direction (type size, stroke width) at this scale. */
gp_len gp_placing_len(const struct gp_placing *p, gp_len len);

/* A vector turned by quarter turns clockwise. */
struct gp_point gp_turn(struct gp_point v, unsigned quarters);

/* A rectangle given from a turned origin, on the page: turned about (0, 0), then moved to `at`. */
struct gp_rect gp_turn_rect(struct gp_rect r, unsigned quarters, struct gp_point at);

/* True when inner lies within outer; shared edges are fine. */
bool gp_rect_holds(struct gp_rect outer, struct gp_rect inner);

#endif
