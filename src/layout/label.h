/*
 * Pictures with words around them: labels in columns left and right, or where the author put them,
 * each joined to its target by a leader.
 */
#ifndef GP_LAYOUT_LABEL_H
#define GP_LAYOUT_LABEL_H

#include "layout/art.h"

struct gp_labelled {
	struct gp_art art;
	struct gp_point at;    /* of the art in the slot */
	gp_len width, height;  /* of the slot */
	struct gp_set *words;  /* one a label */
	struct gp_rect *boxes; /* where the words stand in the slot */
	gp_len *over;          /* how far below its badge each label's words start; 0: beside it */
	size_t n;
	gp_tag tag; /* the Figure */
};

struct gp_label_slot {
	gp_len width;      /* full width with the label columns */
	gp_len height;     /* largest height of the picture */
	bool fixed_height; /* the slot keeps this height (point plates) */
	unsigned most;     /* largest scale in percent */
	enum gp_art_fit fit;
};

/*
 * Arrange a picture and its labels; makes the Figure tag and a P for each label under `parent`, in
 * reading order from top to bottom.
 */
struct gp_labelled gp_labelled_arrange(struct gp_job *job, const struct gp_image *image,
	const struct gp_label_slot *slot, gp_tag parent);

/* Draw it with the slot's top left at `at`. */
void gp_labelled_draw(
	struct gp_job *job, struct gp_page *list, const struct gp_labelled *l, struct gp_point at);

#endif
