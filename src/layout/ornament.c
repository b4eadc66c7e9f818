/*
 * Rules, boxes and hatches: the plain shapes.  Icons and badges are in icon.c.
 */
#include "layout/ornament.h"

struct gp_pen gp_pen_artifact(struct gp_job *job, struct gp_page *list, enum gp_artifact kind)
{
	return (struct gp_pen){job, list, gp_job_artifact(job, kind)};
}

struct gp_pen gp_pen_content(struct gp_job *job, struct gp_page *list, gp_tag tag)
{
	return (struct gp_pen){job, list, gp_job_content(job, tag)};
}

static void fill_path(const struct gp_pen *pen, struct gp_path *path, enum gp_colour colour)
{
	struct gp_op_path op = {.fill = true, .fill_colour = gp_job_colour(pen->job, colour)};

	op.seg = gp_path_segs(path, &op.n);
	gp_page_path(pen->list, &pen->origin, &op);
}

static void stroke_path(
	const struct gp_pen *pen, struct gp_path *path, gp_len thick, enum gp_colour colour)
{
	struct gp_op_path op = {
		.stroke = true, .stroke_colour = gp_job_colour(pen->job, colour), .width = thick};

	op.seg = gp_path_segs(path, &op.n);
	gp_page_path(pen->list, &pen->origin, &op);
}

static struct gp_path *rect_path(const struct gp_pen *pen, struct gp_rect r)
{
	struct gp_path *path = gp_path_new(pen->list->arena);

	gp_path_rect(path, r);
	return path;
}

void gp_orn_rule(const struct gp_pen *pen, struct gp_point at, gp_len width, gp_len thick,
	enum gp_colour colour)
{
	fill_path(pen, rect_path(pen, (struct gp_rect){at.x, at.y, width, thick}), colour);
}

void gp_orn_bar(const struct gp_pen *pen, struct gp_point at, gp_len height, gp_len thick,
	enum gp_colour colour)
{
	fill_path(pen, rect_path(pen, (struct gp_rect){at.x, at.y, thick, height}), colour);
}

void gp_orn_line(const struct gp_pen *pen, struct gp_point from, struct gp_point to, gp_len thick,
	enum gp_colour colour)
{
	struct gp_path *path = gp_path_new(pen->list->arena);

	gp_path_move(path, from.x, from.y);
	gp_path_line(path, to.x, to.y);
	stroke_path(pen, path, thick, colour);
}

void gp_orn_fill(const struct gp_pen *pen, struct gp_rect r, enum gp_colour colour)
{
	if (gp_job_fills(pen->job, colour))
		fill_path(pen, rect_path(pen, r), colour);
}

void gp_orn_frame(const struct gp_pen *pen, struct gp_rect r, gp_len thick, enum gp_colour colour)
{
	stroke_path(pen, rect_path(pen, gp_rect_grow(r, -thick / 2)), thick, colour);
}

static struct gp_path *circle_path(const struct gp_pen *pen, struct gp_point c, gp_len radius)
{
	struct gp_path *path = gp_path_new(pen->list->arena);

	gp_path_circle(path, c, radius);
	return path;
}

void gp_orn_disc(const struct gp_pen *pen, struct gp_point c, gp_len radius, enum gp_colour colour)
{
	fill_path(pen, circle_path(pen, c, radius), colour);
}

static void ring(const struct gp_pen *pen, struct gp_point c, gp_len radius, gp_len stroke,
	const struct gp_op_path *look)
{
	struct gp_op_path op = *look;

	op.stroke = true;
	op.width = stroke;
	op.seg = gp_path_segs(circle_path(pen, c, radius - stroke / 2), &op.n);
	gp_page_path(pen->list, &pen->origin, &op);
}

void gp_orn_ring(const struct gp_pen *pen, struct gp_point c, gp_len radius, gp_len stroke,
	enum gp_colour colour)
{
	struct gp_op_path look = {.fill = true,
		.fill_colour = gp_job_colour(pen->job, GP_PAPER),
		.stroke_colour = gp_job_colour(pen->job, colour)};

	ring(pen, c, radius, stroke, &look);
}

void gp_orn_dashed_ring(const struct gp_pen *pen, struct gp_point c, gp_len radius, gp_len stroke,
	enum gp_colour colour)
{
	/* sixteen dashes with gaps of two thirds, so that the pattern closes on itself */
	gp_len turn = gp_len_scale(radius - stroke / 2, 6283185, 1000000);
	struct gp_op_path look = {.fill = true,
		.fill_colour = gp_job_colour(pen->job, GP_PAPER),
		.stroke_colour = gp_job_colour(pen->job, colour),
		.dash = {turn * 6 / 160, turn * 4 / 160}};

	ring(pen, c, radius, stroke, &look);
}

void gp_orn_polygon(const struct gp_pen *pen, const struct gp_polygon *poly)
{
	struct gp_path *path = gp_path_new(pen->list->arena);
	struct gp_op_path op = {.fill = poly->fill,
		.stroke = poly->thick > 0,
		.width = poly->thick,
		.fill_colour = gp_job_colour(pen->job, poly->fill_colour),
		.stroke_colour = gp_job_colour(pen->job, poly->stroke_colour),
		.round_caps = true};
	size_t i;

	for (i = 0; i < poly->n; i++) {
		if (i == 0)
			gp_path_move(path, poly->p[i].x, poly->p[i].y);
		else
			gp_path_line(path, poly->p[i].x, poly->p[i].y);
	}
	gp_path_close(path);
	op.seg = gp_path_segs(path, &op.n);
	gp_page_path(pen->list, &pen->origin, &op);
}

void gp_orn_tick_box(const struct gp_pen *pen, struct gp_rect box, gp_len thick)
{
	gp_orn_frame(pen, box, thick, GP_INK);
}

gp_len gp_orn_rating(
	const struct gp_pen *pen, struct gp_point at, gp_len side, unsigned n, unsigned of)
{
	gp_len gap = side / 7, x = at.x;
	unsigned i;

	for (i = 0; i < of; i++) {
		struct gp_rect box = {x, at.y, side, side};

		if (i < n)
			fill_path(pen, rect_path(pen, box), GP_BRAND);
		else
			gp_orn_frame(pen, box, side / 7, GP_BRAND);
		x += side + gap;
	}
	return x - gap - at.x;
}

void gp_orn_hatch(const struct gp_pen *pen, struct gp_rect r, gp_len line, gp_len pitch,
	enum gp_colour colour)
{
	struct gp_path *clip = rect_path(pen, r), *lines = gp_path_new(pen->list->arena);
	/*
	 * At 45 degrees lines `pitch` apart stand pitch × √2 apart along the edge; closer than a
	 * tenth of a millimetre no printer keeps them apart, whatever a style makes of them.
	 */
	gp_len step = gp_len_max(gp_len_scale(pitch, 14142, 10000), GP_MM(0.1)), x;
	const struct gp_path_seg *seg;
	size_t n;

	for (x = r.x - r.h + step / 2; x < r.x + r.w; x += step) {
		gp_path_move(lines, x, r.y + r.h);
		gp_path_line(lines, x + r.h, r.y);
	}
	seg = gp_path_segs(clip, &n);
	gp_page_begin_clip(pen->list, seg, n);
	stroke_path(pen, lines, line, colour);
	gp_page_end(pen->list);
}

void gp_orn_leader(const struct gp_pen *pen, struct gp_point words, struct gp_point target)
{
	const struct gp_block_style *b = &pen->job->style->block;

	gp_orn_line(pen, words, target, b->leader_halo, GP_PAPER);
	gp_orn_disc(pen, target, b->leader_dot + (b->leader_halo - b->leader) / 2, GP_PAPER);
	gp_orn_line(pen, words, target, b->leader, GP_INK);
	gp_orn_disc(pen, target, b->leader_dot, GP_INK);
}
