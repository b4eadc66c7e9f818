/*
 * The calibration sheet: two sides that show how far a printer shifts and scales what it prints,
 * and what white it leaves at the edges.  Made without a guide, from the words and the style of the
 * house.
 */
#ifndef GP_LAYOUT_CALIBRATE_H
#define GP_LAYOUT_CALIBRATE_H

#include "layout/job.h"

struct gp_calibrate {
	const struct gp_paper *paper; /* A4 or Letter; used lying */
	const char *paper_name;       /* as printed: "A4" */
	bool flip_long;               /* for the words; the back stands upright all the same */
};

/*
 * Front and back as a document; job->doc is replaced.  What is read through the paper on one side
 * lies where the other side is empty.
 */
struct gp_doc *gp_layout_calibrate(struct gp_job *job, const struct gp_calibrate *how);

#endif
