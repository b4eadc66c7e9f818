/*
 * Page breaking: the cheapest way to cut a run of items into pages, judged as a whole.
 */
#ifndef GP_LAYOUT_BREAKER_H
#define GP_LAYOUT_BREAKER_H

#include "layout/galley.h"

/* Where an item stands on its page. */
struct gp_spot {
	gp_len y;       /* of its top, from the frame's top */
	gp_len *note_y; /* of its margin notes */
};

struct gp_page_cut {
	size_t from, to; /* items [from, to) */
};

struct gp_cuts {
	struct gp_page_cut *cut;
	size_t n;
};

/*
 * Cut items into pages of the given frame height; `left` is the side of the first.  Every item is
 * on a page; an item taller than the frame gets a page of its own and LAYOUT_TOO_TALL is reported.
 * Cost grows with items × items on a page.
 */
struct gp_cuts gp_break_pages(const struct gp_galley *g, gp_len frame, bool left);

/* Must an item that starts a page let one of this side pass, for it belongs on the other? */
bool gp_break_waits(const struct gp_job *job, const struct gp_item *first, bool left);

/* Tops of the items of one page and of their notes; reports notes that leave the frame when asked.
 */
void gp_break_spots(const struct gp_galley *g, struct gp_page_cut cut, gp_len frame,
	struct gp_spot *spots, bool report);

#endif
