/*
 * Icons, signs, badges and marks.  All are drawn in a square box and counted in parts of its side,
 * so they keep their shape at any size.
 */
#include "layout/ornament.h"

#include <string.h>

/* A point of a box in thousandths of its side. */
static struct gp_point in(struct gp_rect box, int x, int y)
{
	return (struct gp_point){
		box.x + gp_len_scale(box.w, x, 1000), box.y + gp_len_scale(box.h, y, 1000)};
}

static struct gp_point centre(struct gp_rect box)
{
	return in(box, 500, 500);
}

static void polygon(const struct gp_pen *pen, struct gp_rect box, const int (*at)[2], size_t n,
	const struct gp_polygon *look)
{
	struct gp_point p[12];
	struct gp_polygon poly = *look;
	size_t i;

	for (i = 0; i < n; i++)
		p[i] = in(box, at[i][0], at[i][1]);
	poly.p = p;
	poly.n = n;
	gp_orn_polygon(pen, &poly);
}

static void stroke(const struct gp_pen *pen, struct gp_rect box, const int (*at)[2], size_t n,
	enum gp_colour colour)
{
	struct gp_path *path = gp_path_new(pen->list->arena);
	struct gp_op_path op = {.stroke = true,
		.width = box.w * 11 / 100,
		.round_caps = true,
		.stroke_colour = gp_job_colour(pen->job, colour)};
	struct gp_point p;
	size_t i;

	for (i = 0; i < n; i++) {
		p = in(box, at[i][0], at[i][1]);
		if (i == 0)
			gp_path_move(path, p.x, p.y);
		else
			gp_path_line(path, p.x, p.y);
	}
	op.seg = gp_path_segs(path, &op.n);
	gp_page_path(pen->list, &pen->origin, &op);
}

/* Areas of an icon keep their outline where the edition saves ink. */
static struct gp_polygon look(
	const struct gp_pen *pen, struct gp_rect box, enum gp_colour fill, enum gp_colour line)
{
	bool fills = gp_job_fills(pen->job, fill);

	return (struct gp_polygon){.fill = true,
		.fill_colour = fills ? fill : GP_PAPER,
		.stroke_colour = line,
		.thick = fills && fill == line ? 0 : box.w * 9 / 100};
}

static void tick_disc(const struct gp_pen *pen, struct gp_rect box)
{
	static const int tick[][2] = {{280, 510}, {440, 670}, {730, 360}};
	bool fills = gp_job_fills(pen->job, GP_BRAND);

	if (fills)
		gp_orn_disc(pen, centre(box), box.w / 2, GP_BRAND);
	else
		gp_orn_ring(pen, centre(box), box.w / 2, box.w * 9 / 100, GP_BRAND);
	stroke(pen, box, tick, 3, fills ? GP_PAPER : GP_BRAND);
}

static void triangle(const struct gp_pen *pen, struct gp_rect box)
{
	static const int corners[][2] = {{500, 110}, {945, 880}, {55, 880}};
	static const int stem[][2] = {{500, 400}, {500, 600}};
	struct gp_polygon p = look(pen, box, GP_AMBER, GP_INK);

	p.thick = box.w * 10 / 100;
	polygon(pen, box, corners, 3, &p);
	stroke(pen, box, stem, 2, GP_INK);
	gp_orn_disc(pen, in(box, 500, 755), box.w * 6 / 100, GP_INK);
}

static void octagon(const struct gp_pen *pen, struct gp_rect box)
{
	static const int corners[][2] = {{293, 0}, {707, 0}, {1000, 293}, {1000, 707}, {707, 1000},
		{293, 1000}, {0, 707}, {0, 293}};
	bool fills = gp_job_fills(pen->job, GP_SIGNAL);
	struct gp_polygon p = look(pen, box, GP_SIGNAL, GP_SIGNAL);
	gp_len h = box.h * 18 / 100, w = box.w * 54 / 100;

	polygon(pen, fills ? box : gp_rect_grow(box, -box.w * 5 / 100), corners, 8, &p);
	gp_orn_rule(pen, (struct gp_point){box.x + (box.w - w) / 2, box.y + (box.h - h) / 2}, w, h,
		fills ? GP_PAPER : GP_SIGNAL);
}

void gp_orn_icon(const struct gp_pen *pen, enum gp_callout_kind kind, struct gp_rect box)
{
	switch (kind) {
	case GP_TIP:
		tick_disc(pen, box);
		return;
	case GP_CAUTION:
		triangle(pen, box);
		return;
	case GP_STOP:
		octagon(pen, box);
		return;
	}
}

static void cross_square(const struct gp_pen *pen, struct gp_rect box)
{
	static const int corners[][2] = {{40, 40}, {960, 40}, {960, 960}, {40, 960}};
	static const int down[][2] = {{310, 310}, {690, 690}}, up[][2] = {{310, 690}, {690, 310}};
	struct gp_polygon p = look(pen, box, GP_SIGNAL, GP_SIGNAL);
	enum gp_colour ink = gp_job_fills(pen->job, GP_SIGNAL) ? GP_PAPER : GP_SIGNAL;

	polygon(pen, box, corners, 4, &p);
	stroke(pen, box, down, 2, ink);
	stroke(pen, box, up, 2, ink);
}

void gp_orn_sign(const struct gp_pen *pen, enum gp_sign sign, struct gp_rect box)
{
	if (sign == GP_SIGN_RIGHT)
		tick_disc(pen, box);
	if (sign == GP_SIGN_WRONG)
		cross_square(pen, box);
}

/* A short name centred in a badge; 11.5/24 of the badge's size, smaller when it would touch. */
static void badge_name(const struct gp_pen *pen, const char *label, struct gp_point c, gp_len size,
	enum gp_colour colour)
{
	struct gp_job *job = pen->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_BADGE);
	int font = gp_set_font(job, GP_ROLE_BADGE);
	struct gp_set set;
	gp_len room = size * 70 / 100, y;

	style.has_colour = style.has_size = true;
	style.colour = colour;
	style.size = style.lead = gp_len_scale(size, 115, 240);
	set = gp_set_artifact(job, label, &style, GP_LEN_MAX / 4, pen->origin.artifact);
	if (set.width > room) {
		style.size = style.lead = gp_len_scale(style.size, room, set.width);
	}
	if (pen->origin.artifact == GP_CONTENT)
		set = gp_set_plain(job, label, &style, GP_LEN_MAX / 4, pen->origin.tag);
	else
		set = gp_set_artifact(job, label, &style, GP_LEN_MAX / 4, pen->origin.artifact);
	y = c.y + gp_font_cap(job->fonts, font, style.size) / 2 - set.baseline;
	gp_set_draw_all(job, pen->list, &set, (struct gp_point){c.x - set.width / 2, y});
}

static void zone_badge(const struct gp_pen *pen, const char *label, struct gp_point c, gp_len size)
{
	bool solid = strcmp(label, "1") == 0 && gp_job_fills(pen->job, GP_SIGNAL_TEXT);

	if (solid)
		gp_orn_disc(pen, c, size / 2, GP_SIGNAL_TEXT);
	else
		gp_orn_ring(pen, c, size / 2, size * 8 / 100, GP_SIGNAL);
	badge_name(pen, label, c, size, solid ? GP_PAPER : GP_INK);
}

void gp_orn_badge(const struct gp_pen *pen, const char *label, struct gp_point c, gp_len size)
{
	struct gp_pen shape = *pen;

	/* the ring and disc are decoration, the name is the content */
	if (pen->origin.artifact == GP_CONTENT)
		shape.origin = gp_job_artifact(pen->job, GP_ARTIFACT_LAYOUT);
	if (strcmp(label, "stop") == 0) {
		octagon(&shape, (struct gp_rect){c.x - size / 2, c.y - size / 2, size, size});
	} else if (strcmp(label, "1") == 0 || strcmp(label, "2") == 0) {
		zone_badge(pen, label, c, size);
	} else {
		gp_orn_ring(&shape, c, size / 2, size * 22 / 240, GP_INK);
		badge_name(pen, label, c, size, GP_INK);
	}
}

static void cross(const struct gp_pen *pen, struct gp_point c, gp_len arm, gp_len thick)
{
	const struct gp_point a[2] = {{c.x - arm, c.y - arm}, {c.x + arm, c.y + arm}};
	const struct gp_point b[2] = {{c.x - arm, c.y + arm}, {c.x + arm, c.y - arm}};

	gp_orn_line(pen, a[0], a[1], thick, GP_INK);
	gp_orn_line(pen, b[0], b[1], thick, GP_INK);
}

void gp_orn_mark(const struct gp_pen *pen, enum gp_mark_kind kind, struct gp_point c, gp_len radius)
{
	gp_len r = radius;
	struct gp_rect box = {c.x - r * 3 / 2, c.y - r * 3 / 2, 3 * r, 3 * r};

	switch (kind) {
	case GP_MARK_POINT:
		gp_orn_disc(pen, c, r + r * 22 / 100, GP_PAPER);
		gp_orn_ring(pen, c, r, r * 22 / 100, GP_INK);
		cross(pen, c, r * 42 / 100, r * 41 / 100);
		return;
	case GP_MARK_GHOST:
		r = r * 8 / 10;
		gp_orn_disc(pen, c, r + r * 22 / 100, GP_PAPER);
		gp_orn_dashed_ring(pen, c, r, r * 22 / 100, GP_INK);
		cross(pen, c, r * 36 / 100, r * 34 / 100);
		return;
	case GP_MARK_ZONE_1:
		gp_orn_badge(pen, "1", c, 3 * r);
		return;
	case GP_MARK_ZONE_2:
		gp_orn_badge(pen, "2", c, 3 * r);
		return;
	case GP_MARK_STOP:
		octagon(pen, box);
		return;
	}
}

/* Dots on a hexagonal grid, as the pictures draw their zones: dense for main, sparse for spread. */
static void dots(const struct gp_pen *pen, struct gp_rect box, bool dense)
{
	gp_len pitch = box.w / 8, r = dense ? pitch * 46 / 100 : pitch * 24 / 100, x, y;
	struct gp_path *path = gp_path_new(pen->list->arena);
	struct gp_op_path op = {.fill = true, .fill_colour = gp_job_colour(pen->job, GP_PAIN)};
	bool odd = false;

	for (y = box.y + pitch / 2; y + r <= box.y + box.h; y += pitch * 87 / 100) {
		for (x = box.x + (odd ? pitch : pitch / 2); x + r <= box.x + box.w; x += pitch)
			gp_path_circle(path, (struct gp_point){x, y}, r);
		odd = !odd;
	}
	op.seg = gp_path_segs(path, &op.n);
	gp_page_path(pen->list, &pen->origin, &op);
}

void gp_orn_key(const struct gp_pen *pen, enum gp_key_mark mark, struct gp_rect box)
{
	const struct gp_block_style *b = &pen->job->style->block;
	gp_len dot = b->matrix_dot / 2;

	switch (mark) {
	case GP_KEY_POINT:
		gp_orn_mark(pen, GP_MARK_POINT, centre(box), b->mark_radius);
		return;
	case GP_KEY_GHOST:
		gp_orn_mark(pen, GP_MARK_GHOST, centre(box), b->mark_radius);
		return;
	case GP_KEY_ZONE_1:
		dots(pen, box, true);
		gp_orn_frame(pen, box, box.w / 24, GP_PAIN);
		return;
	case GP_KEY_ZONE_2:
		dots(pen, box, false);
		return;
	case GP_KEY_TYPICAL:
		gp_orn_disc(pen, centre(box), dot, GP_BRAND);
		return;
	case GP_KEY_SOMETIMES:
		gp_orn_ring(pen, centre(box), dot, dot * 36 / 100, GP_BRAND);
		return;
	}
}
