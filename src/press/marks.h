/*
 * Pages for a print shop: the media grown, boxes for bleed and trim, crop and registration marks.
 *
 * Pages come in at their trimmed size; art may reach over their edges by the bleed (layout draws
 * it).  Marks stand outside the bleed, so none is left after trimming.
 */
#ifndef GP_PRESS_MARKS_H
#define GP_PRESS_MARKS_H

#include "press/press.h"

struct gp_marks {
	gp_len bleed;                    /* art kept beyond the trimmed edge; 0: none */
	bool crop;                       /* corner marks where to cut */
	bool registration;               /* crosses by which colours are laid on each other */
	struct gp_press_lengths lengths; /* crop_mark and line */
	struct gp_colour_rgb colour;     /* of the marks: the registration colour of the output */
};

/*
 * The same pages with boxes and marks, in `a`, sharing tags, glyphs and texts with `pages`, which
 * must live as long.  Without crop and registration marks the media is the bleed box.  NULL after
 * reporting a bleed or mark length out of range.
 */
struct gp_doc *gp_marks(const struct gp_doc *pages, const struct gp_marks *how, struct gp_arena *a,
	struct gp_diag *d);

#endif
