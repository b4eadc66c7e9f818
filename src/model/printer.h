/*
 * A printer as its passport describes it: what its owner read off the calibration sheet.
 *
 * All figures are of the sheet lying (wider than high), each side seen upright.  x grows to the
 * right, y downwards, as everywhere.
 */
#ifndef GP_MODEL_PRINTER_H
#define GP_MODEL_PRINTER_H

#include "base/len.h"

#include <stdbool.h>

enum gp_edge { GP_EDGE_LEFT, GP_EDGE_TOP, GP_EDGE_RIGHT, GP_EDGE_BOTTOM, GP_N_EDGES };

struct gp_printer {
	const char *name;          /* NULL: none */
	struct gp_point front;     /* how far the print lies from where it should */
	struct gp_point back;      /* the same on the second side */
	gp_len ruler_x, ruler_y;   /* what the lines of 200 mm and 100 mm measure on paper */
	bool has_margin;           /* else nobody looked */
	gp_len margin[GP_N_EDGES]; /* white the printer leaves, as printed by it */
	bool right_first;          /* the right edge of the lying sheet leaves the printer first */
};

/* The printed length of the rulers of the calibration sheet. */
#define GP_RULER_X GP_MM(200)
#define GP_RULER_Y GP_MM(100)

#endif
