/*
 * How dark a picture prints, for the sums of ink: its samples averaged, weighted by its mask.
 */
#ifndef GP_IMAGE_TONE_H
#define GP_IMAGE_TONE_H

#include "image/picture.h"

/* Grey value (0 black, 255 paper) of a colour as the caller sees it. */
typedef unsigned gp_grey_fn(uint8_t r, uint8_t g, uint8_t b);

struct gp_tone {
	unsigned cover; /* mean of the mask, in thousandths */
	unsigned dark;  /* mean of mask times darkness, in thousandths: solid black is 1000 */
};

/*
 * The tone of a part of a picture (in pixels; cut to the picture).  About 500 rows and columns are
 * looked at, a JPEG at an eighth of its size.  Never fails: an empty part has no cover.  Cost: the
 * picture is inflated anew, some milliseconds per million pixels.
 */
struct gp_tone gp_picture_tone(
	const struct gp_picture *p, struct gp_rect_px part, gp_grey_fn *grey);

#endif
