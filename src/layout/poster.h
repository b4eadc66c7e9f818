/*
 * The wall poster.  All its numbers are counted in u, the smaller of width/297 mm and height/420
 * mm: at A3 u is 1 mm.  Extra height goes to the panels, extra width to the cards; nothing is
 * stretched.
 */
#ifndef GP_LAYOUT_POSTER_H
#define GP_LAYOUT_POSTER_H

#include "layout/art.h"

struct gp_poster_frame {
	struct gp_job *job;
	struct gp_page *page;
	int64_t num, den;     /* u as a fraction of a millimetre */
	struct gp_rect ink;   /* sheet less margins */
	struct gp_rect field; /* between header and footer */
	struct gp_rect side;  /* sidebar */
	struct gp_rect cards; /* area of the step cards */
	gp_len card_w, card_h;
	size_t rows;
	size_t title_lines;
	bool wide;           /* step pictures are the wide ones */
	int32_t free_canvas; /* of them, empty on the left; ten thousandths */
	gp_tag sect;
};

/* How the fit ladder ended: one answer for all cards. */
struct gp_poster_fit {
	unsigned head; /* size of head and dose, in thousandths */
	gp_len line;   /* size of the step lines */
	gp_len panel;  /* height of a panel */
};

/* A length of the A3 master on this sheet. */
gp_len gp_poster_u(const struct gp_poster_frame *f, gp_len master);

/* A role at this sheet's size, times `permille` / 1000. */
struct gp_set_style gp_poster_style(
	const struct gp_poster_frame *f, enum gp_role role, unsigned permille);

/* Note for the proofs that an element was set in this style. */
void gp_poster_note(struct gp_poster_frame *f, enum gp_poster_element element,
	const struct gp_set_style *style);

/* Find the sizes at which every card fits; false after reporting the card that does not. */
bool gp_poster_fit_cards(struct gp_poster_frame *f, struct gp_poster_fit *fit);

/* The cards of all steps. */
void gp_poster_draw_cards(struct gp_poster_frame *f, const struct gp_poster_fit *fit);

/* The sidebar; `free_cell` takes the stop box when a grid cell is left over (else NULL). */
void gp_poster_draw_side(struct gp_poster_frame *f, const struct gp_rect *free_cell);

/* The map of a sidebar as large as it may be in this height, and drawn with its labels at the top
 * of the box; its tags are made under `tag`. */
struct gp_art gp_poster_map_fit(
	struct gp_poster_frame *f, const struct gp_image *image, gp_len height);
void gp_poster_draw_map(
	struct gp_poster_frame *f, const struct gp_image *image, struct gp_rect box, gp_tag tag);

#endif
