/*
 * Reading distances of the poster: every kind of words is meant to be read at some distance, and
 * its capitals must be high enough for it.
 *
 * The rules are fractions of the distance: D/300 for text (distance factor of DIN 4844-1), D/200
 * and D/250 for what is found first, D/160 for notes, which are read close by.  The distances are
 * those of the A3 master and grow and shrink with the sheet.
 */
#ifndef GP_PROOF_DISTANCE_H
#define GP_PROOF_DISTANCE_H

#include "layout/job.h"

struct gp_distance {
	const char *key;  /* "step_line", for machines */
	const char *name; /* "step line" */
	gp_len cap;       /* height of its capitals */
	unsigned at;      /* read at this distance, in millimetres */
	unsigned rule;    /* capitals must be at least at / rule high */
	unsigned ratio;   /* at / cap, rounded up */
	bool passes;
};

/*
 * The table of a poster on a sheet of this size, set as job->poster says; elements the poster does
 * not have are left out.  Returns how many rows there are.
 */
size_t gp_distances(const struct gp_job *job, gp_len width, gp_len height,
	struct gp_distance rows[GP_N_POSTER_ELEMENTS]);

/* Report every row that fails as an error. */
void gp_distances_check(const struct gp_job *job, const struct gp_paper *paper);

#endif
