/*
 * What margin notes and ruled lines share.
 */
#ifndef GP_LAYOUT_NOTE_H
#define GP_LAYOUT_NOTE_H

#include "layout/galley.h"

/* Width a row of a key takes in one line, sample and words. */
gp_len gp_note_key_width(struct gp_job *job, const struct gp_key_row *row);

/* Draw a row of a key, its sample and its words, under `parent`; returns the height it took. */
gp_len gp_note_key_row(struct gp_job *job, struct gp_page *frag, const struct gp_key_row *row,
	struct gp_rect at, gp_tag parent);

/*
 * Notes that have no margin column to stand in: one ruled item at the end of the galley, kept with
 * the item before it.
 */
void gp_note_line(struct gp_galley *g, const struct gp_note *notes, size_t n);

#endif
