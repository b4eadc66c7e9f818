/*
 * What the files of this folder share while one PDF is made.
 */
#ifndef GP_PDF_JOB_H
#define GP_PDF_JOB_H

#include "pdf/buf.h"
#include "pdf/haru.h"
#include "pdf/pdf.h"

/*
 * Overprint (ISO 32000-1, 8.6.7).  Black type and thin black rules are printed over what is below:
 * knocked out, the least shift between two plates shows as a white edge.  All else knocks out.  The
 * values beside GP_OVER_UNKNOWN are numbers of graphics states, after those of the percentages.
 */
enum gp_over { GP_OVER_UNKNOWN, GP_OVER_OFF = 101, GP_OVER_ON, GP_N_STATES };

struct gp_pdf_job {
	const struct gp_doc *doc;
	const struct gp_fonts *fonts;
	struct gp_picture *const *pictures;
	const struct gp_pdf_options *options;
	struct gp_arena *arena;
	struct gp_diag *diag;
	struct gp_haru *haru;
	struct gp_dict **pages;  /* by index, made before anything refers to them */
	struct gp_codes *codes;  /* fonts as used, see codes.h */
	struct gp_tree *tree;    /* structure, see tree.h */
	struct gp_dict **images; /* by number of the picture, NULL until used */
	size_t n_images, cap_images;
	struct gp_dict *states[GP_N_STATES]; /* by percent of alpha, then enum gp_over; NULL until
						used */
};

/* "[x0 y0 x1 y1]" of a rectangle on a page of that height, in PDF's upward y. */
void gp_pdf_rect(struct gp_buf *b, gp_len height, struct gp_rect r);

#endif
