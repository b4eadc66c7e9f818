/*
 * Things drawn rather than set: rules, boxes, icons, badges, marks, boxes to tick.
 *
 * Each takes the list, the origin of what it draws (content of a tag, or artifact) and a place.
 * Shapes that carry meaning keep it in grey: octagon, triangle and disc differ by form, zones by
 * the density of their dots, ratings by filled and empty squares.
 */
#ifndef GP_LAYOUT_ORNAMENT_H
#define GP_LAYOUT_ORNAMENT_H

#include "layout/set.h"

/* A pen to draw with: where, as what. */
struct gp_pen {
	struct gp_job *job;
	struct gp_page *list;
	struct gp_origin origin;
};

struct gp_pen gp_pen_artifact(struct gp_job *job, struct gp_page *list, enum gp_artifact kind);
struct gp_pen gp_pen_content(struct gp_job *job, struct gp_page *list, gp_tag tag);

/* Horizontal and vertical rules; `at` is the top left corner of the rule. */
void gp_orn_rule(const struct gp_pen *pen, struct gp_point at, gp_len width, gp_len thick,
	enum gp_colour colour);
void gp_orn_bar(const struct gp_pen *pen, struct gp_point at, gp_len height, gp_len thick,
	enum gp_colour colour);
void gp_orn_line(const struct gp_pen *pen, struct gp_point from, struct gp_point to, gp_len thick,
	enum gp_colour colour);

/* A filled area; left out, or framed, where the edition saves ink. */
void gp_orn_fill(const struct gp_pen *pen, struct gp_rect r, enum gp_colour colour);

/* A frame whose outer edge is the rectangle. */
void gp_orn_frame(const struct gp_pen *pen, struct gp_rect r, gp_len thick, enum gp_colour colour);

void gp_orn_disc(const struct gp_pen *pen, struct gp_point c, gp_len radius, enum gp_colour colour);

/* A ring: outer radius, stroke inside it, filled with paper. */
void gp_orn_ring(const struct gp_pen *pen, struct gp_point c, gp_len radius, gp_len stroke,
	enum gp_colour colour);
void gp_orn_dashed_ring(const struct gp_pen *pen, struct gp_point c, gp_len radius, gp_len stroke,
	enum gp_colour colour);

/* Callout icons in a square box. */
void gp_orn_icon(const struct gp_pen *pen, enum gp_callout_kind kind, struct gp_rect box);

/* Tick in a disc, cross in a square: right and wrong. */
void gp_orn_sign(const struct gp_pen *pen, enum gp_sign sign, struct gp_rect box);

/* Point badge: white disc, ink ring, name; zone badges 1 (solid) and 2 (ring); octagon for "stop".
 */
void gp_orn_badge(const struct gp_pen *pen, const char *label, struct gp_point c, gp_len size);

/* Cross marks on pictures. */
void gp_orn_mark(
	const struct gp_pen *pen, enum gp_mark_kind kind, struct gp_point c, gp_len radius);

/* Samples for the map key, in a box. */
void gp_orn_key(const struct gp_pen *pen, enum gp_key_mark mark, struct gp_rect box);

void gp_orn_tick_box(const struct gp_pen *pen, struct gp_rect box, gp_len thick);

/* Rating squares, `n` of `of` filled; returns their width. */
gp_len gp_orn_rating(
	const struct gp_pen *pen, struct gp_point at, gp_len side, unsigned n, unsigned of);

/* A leader from the words to the target: line over a white halo, dot on the target. */
void gp_orn_leader(const struct gp_pen *pen, struct gp_point words, struct gp_point target);

/* A polygon, filled and perhaps outlined (thick > 0). */
struct gp_polygon {
	const struct gp_point *p;
	size_t n;
	bool fill;
	enum gp_colour fill_colour, stroke_colour;
	gp_len thick;
};
void gp_orn_polygon(const struct gp_pen *pen, const struct gp_polygon *poly);

/* Diagonal hatch clipped to a rectangle. */
void gp_orn_hatch(const struct gp_pen *pen, struct gp_rect r, gp_len line, gp_len pitch,
	enum gp_colour colour);

#endif
