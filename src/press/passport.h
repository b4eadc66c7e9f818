/*
 * Passports: sheets made to suit one printer.
 *
 * A printer puts its print a little beside where it should be, a little larger or smaller, and not
 * at all near the edges of the paper.  Pages are redrawn shifted and scaled the other way, about
 * the middle of the sheet, where the shift was read; front and back apart.
 *
 * Everything is in the coordinates of a lying sheet (wider than high), both sides seen upright.  A
 * sheet that stands is the lying one turned by a quarter.
 */
#ifndef GP_PRESS_PASSPORT_H
#define GP_PRESS_PASSPORT_H

#include "draw/list.h"

/* An amount that comes out as `as` where it should be `is`; both positive. */
struct gp_scaling {
	gp_len is, as;
};

struct gp_passport {
	struct gp_point shift[2]; /* of the print: front, back */
	struct gp_scaling x, y;
	gp_len margin[4]; /* without ink: left, top, right, bottom, as the printer prints them */
	bool right_first; /* the right edge of the lying front is the top of a standing one */
};

/* Which pages of a document are backs, and how they lie. */
struct gp_passport_sides {
	bool two_sided; /* pages are front, back, front, back …; else all are fronts */
	bool all_backs;
	bool turned; /* lying backs are upside down in the file (flip on the long edge) */
};

/* What a passport does to one page: p becomes middle + (p - middle - shift) * is / as. */
struct gp_adjust {
	struct gp_point middle, shift;
	struct gp_scaling x, y;
	gp_len margin[4]; /* left, top, right, bottom of the page */
};

/* For a page of this size. */
struct gp_adjust gp_passport_adjust(
	const struct gp_passport *p, gp_len width, gp_len height, bool back, bool turned);

struct gp_point gp_adjust_point(const struct gp_adjust *adjust, struct gp_point at);

/*
 * The white a page of this size needs on every side so that the printer, passport applied, prints
 * all that lies inside; for marks and tiles.
 */
gp_len gp_passport_margin(const struct gp_passport *p, gp_len width, gp_len height);

/*
 * The same document for this printer, in `a`, sharing tags and texts with `doc`, which must live as
 * long.  Positions are exact to rounding in both directions; letters and strokes are scaled by the
 * mean of both, as their shapes cannot be stretched.  Ink that comes to lie in the printer's white
 * margin is reported once for each element and edge; NULL then.
 */
struct gp_doc *gp_passport(const struct gp_doc *doc, const struct gp_passport *p,
	const struct gp_passport_sides *sides, struct gp_arena *a, struct gp_diag *d);

#endif
