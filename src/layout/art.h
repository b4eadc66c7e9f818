/*
 * Pictures on the page: fitting art into a slot, and finding its anchors there.
 *
 * Art is placed by its trim box (ink plus 0.8 mm) unless the whole canvas is asked for; anchors
 * always count on the canvas.  In the edition for the other side art is mirrored, words are not.
 */
#ifndef GP_LAYOUT_ART_H
#define GP_LAYOUT_ART_H

#include "layout/ornament.h"

struct gp_art {
	const struct gp_image *image;
	int picture;           /* in the gallery; -1: could not be read (already reported) */
	struct gp_rect canvas; /* of the whole picture, relative to the top left of `seen` */
	gp_len w, h;           /* of what is seen: trimmed, cropped */
	bool mirror, clipped;
};

enum gp_art_fit { GP_FIT_TRIM, GP_FIT_CANVAS };

/*
 * Fit a picture into w × h without distortion; `most` limits the scale, in percent of the drawn
 * size (0: no limit).  A picture that cannot be read keeps its place empty.
 */
struct gp_art gp_art_fit(struct gp_job *job, const struct gp_image *image, gp_len w, gp_len h,
	unsigned most, enum gp_art_fit fit);

/* Draw with the top left of what is seen at `at`; `tag` -1 makes it an artifact. */
void gp_art_draw(struct gp_job *job, struct gp_page *list, const struct gp_art *art,
	struct gp_point at, gp_tag tag);

/* Where an anchor lies when the art is drawn at `at`. */
struct gp_point gp_art_point(
	const struct gp_art *art, const struct gp_anchor *anchor, struct gp_point at);

/* Draw the marks of a picture, with the names beside the points. */
void gp_art_marks(struct gp_job *job, struct gp_page *list, const struct gp_art *art,
	struct gp_point at, gp_len radius);

/* A Figure tag with the picture's alt text, under parent; -1 for decoration. */
gp_tag gp_art_tag(struct gp_job *job, const struct gp_image *image, gp_tag parent);

#endif
