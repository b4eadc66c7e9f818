/*
 * Where in the source a byte of a decoded string stands, for many bytes of one string in rising
 * order: each call goes on where the last one stopped, so a string full of mistakes stays linear.
 */
#ifndef GP_READ_SPOT_H
#define GP_READ_SPOT_H

#include "base/diag.h"

struct gp_spotter {
	struct gp_place string;
	const char *text; /* NULL: the place has no text, or no string stands there */
	size_t len, i, done;
};

/* Start at the opening quote of a JSON string. */
struct gp_spotter gp_spotter_new(const struct gp_diag *d, struct gp_place string);

/* The place of decoded byte `offset`; going back is allowed and starts over. */
struct gp_place gp_spotter_at(struct gp_spotter *s, uint32_t offset);

#endif
