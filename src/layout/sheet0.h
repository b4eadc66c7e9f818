/*
 * Page 0: the sheet that says how to print, fold and staple the booklet, or how to cut, glue and
 * hang the poster.  It is put before the other pages; miniatures of the pages are drawn into it by
 * the caller, who can replay pages at another scale.
 */
#ifndef GP_LAYOUT_SHEET0_H
#define GP_LAYOUT_SHEET0_H

#include "layout/job.h"

/* Where a miniature goes, and of which page (index in the document, page 0 counted). */
struct gp_miniature {
	struct gp_rect box;
	size_t page;
};

struct gp_sheet0 {
	struct gp_page *page;
	struct gp_miniature *miniatures;
	size_t n;
	struct gp_page *over; /* to be placed on the page after the miniatures; may be NULL */
};

/* How the booklet goes on paper. */
struct gp_sheet0_booklet {
	const struct gp_paper *paper;
	const char *paper_name; /* as printed: "A4" */
	bool flip_long;
	/* which page lies where: fills front left, front right, back left, back right of a sheet */
	void (*pages_of)(const void *user, unsigned sheet, size_t pages[4]);
	const void *user;
	unsigned sheets;
};

/* How the poster is shared out. */
struct gp_sheet0_poster {
	const struct gp_paper *paper;
	const char *paper_name;
	unsigned rows, columns;
	struct gp_rect whole; /* of the glued poster, on the poster page */
	/* the part of the glued poster that a tile shows, on the poster page */
	struct gp_rect (*face)(const void *user, unsigned row, unsigned column);
	const void *user;
	gp_len glue;
	unsigned read_at; /* reading distance in decimetres */
};

/* Make page 0 and put it before all others; anchors move along. */
struct gp_sheet0 gp_sheet0_booklet(struct gp_job *job, const struct gp_sheet0_booklet *how);
struct gp_sheet0 gp_sheet0_poster(struct gp_job *job, const struct gp_sheet0_poster *how);

#endif
