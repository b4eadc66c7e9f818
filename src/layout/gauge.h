/*
 * Gauges of the calibration sheet: scales that show what a printer does to lengths.  Each is a
 * Figure with an alternative text, its figures are text in it.
 */
#ifndef GP_LAYOUT_GAUGE_H
#define GP_LAYOUT_GAUGE_H

#include "layout/ornament.h"
#include "model/printer.h"

/* Where gauges are drawn, and the number of the step that reads them, which stands beside each. */
struct gp_gauge {
	struct gp_job *job;
	struct gp_page *page;
	gp_tag parent;
	unsigned step;
};

enum gp_gauge_axis { GP_GAUGE_X, GP_GAUGE_Y };

/* Room of a vernier: along its axis from the fold to either side, and across. */
#define GP_VERNIER_FROM_FOLD GP_MM(69)
#define GP_VERNIER_X_ACROSS GP_MM(22)
#define GP_VERNIER_Y_ACROSS GP_MM(37)

/*
 * The shift of a side, read by folding the paper in half with the print inside: two scales of lines
 * come to lie on each other, and the pair that makes one straight line tells the shift, -2.0 to
 * 2.0 mm in tenths.
 *
 * The halves shift against each other by twice the shift of the side.  Numbered lines stand 1.45 mm
 * apart, the others 1.65 mm, so pair k meets when twice the shift is k times 0.2 mm.  Pairs stand
 * on five levels in turn, and only lines of one level can meet end to end: five numbers apart they
 * would need twice the shift to differ by 5 x 1.65 mm, more than the scale shows.
 *
 * `across` is the top edge (GP_GAUGE_X) or the left edge (GP_GAUGE_Y) of the gauge; the fold is the
 * middle of the page.
 */
void gp_gauge_vernier(
	const struct gp_gauge *g, enum gp_gauge_axis axis, gp_len across, const char *alt);

/* A ruler of whole millimetres; `at` is its zero: ticks go up (X) or to the left (Y). */
void gp_gauge_ruler(const struct gp_gauge *g, enum gp_gauge_axis axis, struct gp_point at,
	unsigned mm, const char *alt);

/*
 * Lines at 1 to 12 mm from an edge of the page, in steps along the edge from `along` on: which of
 * them are printed shows what white the printer leaves.
 */
void gp_gauge_ladder(const struct gp_gauge *g, enum gp_edge edge, gp_len along, const char *alt);

/*
 * What a vernier shows, small and large, for those who never saw one: pairs that do not meet, and
 * one that does.  Drawn in the box as no content.
 */
void gp_gauge_example(const struct gp_gauge *g, struct gp_rect box);

/* A sheet lying in the box, the half that is folded over, and an arrow. No content. */
void gp_gauge_fold(const struct gp_gauge *g, enum gp_gauge_axis axis, struct gp_rect box);

/* How far a ladder reaches along its edge. */
#define GP_LADDER_ALONG GP_MM(41)

#endif
