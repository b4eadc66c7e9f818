/*
 * Imposition: booklet pages two up on sheets that are folded once and nested (saddle stitch).
 *
 * A signature is a set of sheets folded together.  With N pages in it, sheet k (from 1, the
 * outermost) carries N-2(k-1) | 1+2(k-1) on its front and 2+2(k-1) | N-1-2(k-1) on its back, so
 * sheet 1 of the first signature is the cover.  Each sheet is two pages of the new document, front
 * then back, wider than high.  A page lies at the fold; what the sheet has to spare is at the outer
 * edge, and above and below in equal parts.
 *
 * Flip: on the short edge both sides stand upright in the file; on the long edge the back is turned
 * by half, as printers that turn the paper over its long edge need it.
 *
 * Creep: inner sheets stick out by the thickness of those around them, so their pages move towards
 * the fold by thickness x (sheet - 1); after trimming all outer margins are equal.
 *
 * Duplex by hand: print the fronts, put the stack back, print the backs.  Most printers deliver
 * face down: take the stack as it lies, blank side up, sheet 1 lowest, and the last sheet is fed
 * first; that is GP_BACKS_LAST_FIRST.  A printer that delivers face up leaves the last sheet on top
 * with its print up; turn the whole stack over, sheet 1 comes first: GP_BACKS_FIRST_FIRST.
 */
#ifndef GP_PRESS_IMPOSE_H
#define GP_PRESS_IMPOSE_H

#include "press/press.h"

enum gp_flip { GP_FLIP_SHORT, GP_FLIP_LONG };
enum gp_sides { GP_SIDES_BOTH, GP_SIDES_FRONTS, GP_SIDES_BACKS };
enum gp_backs { GP_BACKS_LAST_FIRST, GP_BACKS_FIRST_FIRST };

struct gp_impose {
	gp_len sheet_width, sheet_height; /* upright; the sheet is used lying */
	const char *sheet_name;           /* "A4", for messages */
	size_t first, n;                  /* the pages to impose; n == 0: all from `first` on */
	unsigned signature; /* pages in a signature, a multiple of 4; 0: one for all */
	gp_len thickness;   /* of the paper; 0: no creep.  80 g/m2 is about 0.1 mm */
	enum gp_flip flip;
	enum gp_sides sides;
	enum gp_backs backs; /* their order when sides is GP_SIDES_BACKS */
	bool no_marks;
	struct gp_press_lengths lengths;
	const struct gp_press_look *look;
};

/* Where a page lies: sheets count from 0 through all signatures. */
struct gp_impose_cell {
	unsigned sheet;
	unsigned depth;   /* sheets around it in its signature: 0 for the outermost */
	bool back, right; /* as read, before the back of a long-edge flip is turned */
};

/* The cell of page i (from 0) of n, both sides upright; n and signature are multiples of 4. */
struct gp_impose_cell gp_impose_cell(size_t i, size_t n, unsigned signature);

/*
 * The imposed document, in `a`, sharing tags, glyphs and texts with `pages`, which must live as
 * long.  A last signature may be shorter than the others.  Pages before and after the imposed ones
 * (instruction sheets) stay as they are and come first and last; with both sides in the file an
 * empty page follows an odd number of them, so that sheets keep their fronts; a file of backs has
 * none of them.  Fronts or backs alone get mended tags of their own (mend.h).
 *
 * NULL after reporting what cannot be done: a page larger than half a sheet, a count or signature
 * that is no multiple of 4, paper that no one folds, creep that would push ink over the fold.
 */
struct gp_doc *gp_impose(const struct gp_doc *pages, const struct gp_impose *how,
	struct gp_arena *a, struct gp_diag *d);

#endif
