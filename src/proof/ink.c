/*
 * Ink on a page: the mean darkness of what is printed, 1000 being solid black from edge to edge.
 *
 * Every operation adds its area times how much darker (or lighter) it is than what lies under it,
 * so that white words on a dark panel take ink away.  Areas: glyphs by their outlines, fills by
 * Green's theorem over their flattened paths, strokes by length times width, pictures by their
 * pixels weighted by their masks.  Darkness of a colour is that of the grey of equal luminance.
 *
 * What is left aside: parts of a shape that run over the edge of the one under it, strokes that
 * cross, and ink that clips which are no rectangles take away.
 */
#include "proof/sheet.h"

#include "image/tone.h"

#include <stdlib.h>

enum { CHORDS = 8 }; /* pieces a curve is flattened to: 0.4 % of a circle's area is lost */

/* Darker by so many of 255 than the ground. */
static int darker(const struct gp_proof_sheet *s, size_t i, struct gp_colour_rgb c)
{
	struct gp_colour_rgb under;

	if (!gp_proof_ground(s, i, &under))
		under = (struct gp_colour_rgb){.r = 255, .g = 255, .b = 255};
	return (int)gp_grey(under.r, under.g, under.b) - (int)gp_grey(c.r, c.g, c.b);
}

/* --- words ---------------------------------------------------------------------------------- */

static int64_t area_of_run(const struct gp_fonts *fonts, const struct gp_op_glyphs *g)
{
	int64_t sum = 0;
	size_t i;

	for (i = 0; i < g->n; i++)
		sum += gp_font_area(fonts, g->font, g->g[i].id);
	/* millionths of the em square: the square may have 6e12 mpt2, so it is divided first */
	return sum * ((int64_t)g->size * g->size / 1000) / 1000;
}

/* --- paths ---------------------------------------------------------------------------------- */

/* A path gone along: twice the area of the outline so far, its box, the length of all outlines. */
struct walk {
	struct gp_point start, at;
	struct gp_rect box;
	int64_t twice, area, length;
	struct gp_rect last_box;
	bool even_odd;
};

static int64_t distance(struct gp_point a, struct gp_point b)
{
	int64_t dx = llabs((int64_t)a.x - b.x), dy = llabs((int64_t)a.y - b.y), r, k;

	r = dx > dy ? dx + dy / 2 : dy + dx / 2;
	for (k = 0; k < 4 && r > 0; k++) /* Newton's root */
		r = (r + (dx * dx + dy * dy) / r) / 2;
	return r;
}

static void line_to(struct walk *w, struct gp_point p)
{
	int64_t ax = w->at.x - w->start.x, ay = w->at.y - w->start.y;
	int64_t bx = p.x - w->start.x, by = p.y - w->start.y;

	w->twice += ax * by - ay * bx;
	w->length += distance(w->at, p);
	w->box = gp_rect_union(w->box, (struct gp_rect){p.x, p.y, 1, 1});
	w->at = p;
}

static gp_len bezier(gp_len a, gp_len b, gp_len c, gp_len d, int64_t t)
{
	int64_t u = CHORDS - t, whole = (int64_t)CHORDS * CHORDS * CHORDS;

	return (gp_len)((u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d) /
			whole);
}

static void curve_to(struct walk *w, const struct gp_point c[3])
{
	struct gp_point from = w->at;
	int t;

	for (t = 1; t <= CHORDS; t++)
		line_to(w, (struct gp_point){bezier(from.x, c[0].x, c[1].x, c[2].x, t),
				   bezier(from.y, c[0].y, c[1].y, c[2].y, t)});
}

/* An outline ends.  By the even-odd rule one inside the last is a hole; else direction decides. */
static void end_outline(struct walk *w)
{
	int64_t area = w->twice / 2;
	struct gp_rect in = gp_rect_common(w->box, w->last_box);

	if (w->even_odd) {
		area = llabs(area);
		if (w->area > 0 && in.w == w->box.w && in.h == w->box.h)
			area = -area;
		else
			w->last_box = w->box;
	}
	w->area += area;
	w->twice = 0;
	w->box = (struct gp_rect){0, 0, 0, 0};
}

static struct walk walk_along(const struct gp_op_path *path)
{
	struct walk w = {.even_odd = path->even_odd};
	size_t i;

	for (i = 0; i < path->n; i++) {
		const struct gp_path_seg *seg = &path->seg[i];

		switch (seg->verb) {
		case GP_MOVE:
			end_outline(&w);
			w.start = w.at = seg->p[0];
			w.box = (struct gp_rect){w.at.x, w.at.y, 1, 1};
			break;
		case GP_LINE:
			line_to(&w, seg->p[0]);
			break;
		case GP_CURVE:
			curve_to(&w, seg->p);
			break;
		case GP_CLOSE:
			line_to(&w, w.start);
			break;
		}
	}
	end_outline(&w);
	w.area = llabs(w.area);
	return w;
}

static int64_t ink_of_path(const struct gp_proof_sheet *s, size_t i)
{
	const struct gp_op_path *path = &s->ops[i].op->as.path;
	struct walk w = walk_along(path);
	int64_t ink = 0, stroke = w.length * path->width, period;

	if (path->fill)
		ink = w.area * darker(s, i, path->fill_colour);
	if (!path->stroke)
		return ink;
	period = (int64_t)path->dash[0] + path->dash[1];
	if (period > 0)
		stroke = stroke / period * path->dash[0];
	return ink + stroke * darker(s, i, path->stroke_colour);
}

/* --- pictures ------------------------------------------------------------------------------- */

static uint32_t pixel(gp_len at, gp_len size, uint32_t n)
{
	return (uint32_t)((int64_t)(at < 0 ? 0 : at > size ? size : at) * n / size);
}

/* The pixels that clips leave; of a turned picture all of them. */
static struct gp_rect_px seen(
	const struct gp_picture *pic, const struct gp_op_picture *op, struct gp_rect ink)
{
	struct gp_rect_px part = {0, 0, pic->width, pic->height};
	gp_len left = ink.x - op->box.x, top = ink.y - op->box.y;

	if (op->turn || op->box.w <= 0 || op->box.h <= 0)
		return part;
	if (op->mirror)
		left = op->box.w - left - ink.w;
	part.x0 = pixel(left, op->box.w, pic->width);
	part.x1 = pixel(left + ink.w, op->box.w, pic->width);
	part.y0 = pixel(top, op->box.h, pic->height);
	part.y1 = pixel(top + ink.h, op->box.h, pic->height);
	return part;
}

static int64_t ink_of_picture(const struct gp_proof_sheet *s, size_t i)
{
	const struct gp_inked *it = &s->ops[i];
	const struct gp_op_picture *op = &it->op->as.picture;
	const struct gp_picture *pic = s->p->pictures[op->picture];
	struct gp_tone tone = gp_picture_tone(pic, seen(pic, op, it->ink), gp_grey);
	struct gp_colour_rgb under = {.r = 255, .g = 255, .b = 255};
	int64_t ground, area = (int64_t)it->ink.w * it->ink.h;

	if (!gp_proof_ground(s, i, &under))
		under = (struct gp_colour_rgb){.r = 255, .g = 255, .b = 255};
	ground = 255 - (int64_t)gp_grey(under.r, under.g, under.b);
	return area / 1000 * ((int64_t)tone.dark * 255 - tone.cover * ground) / 100 * op->alpha;
}

/* --- the page ------------------------------------------------------------------------------- */

/* The part of an operation's ink that clips leave, in thousandths. */
static int64_t left_by_clips(const struct gp_inked *it)
{
	int64_t all = (int64_t)it->op->ink.w * it->op->ink.h;
	int64_t left = (int64_t)it->ink.w * it->ink.h;

	return all > 0 ? left / (all / 1000 + 1) : 0;
}

static int64_t ink_of(const struct gp_proof_sheet *s, size_t i)
{
	const struct gp_inked *it = &s->ops[i];
	const struct gp_op *op = it->op;
	int64_t ink;

	if (op->kind == GP_OP_PICTURE)
		return ink_of_picture(s, i) / 100 * it->alpha;
	if (op->kind == GP_OP_GLYPHS)
		ink = area_of_run(s->p->fonts, &op->as.glyphs) * darker(s, i, op->as.glyphs.colour);
	else
		ink = ink_of_path(s, i);
	if (it->ink.w != op->ink.w || it->ink.h != op->ink.h)
		ink = ink / 1000 * left_by_clips(it);
	return ink / 100 * it->alpha;
}

unsigned gp_proof_darkness(const struct gp_proof_sheet *s)
{
	int64_t whole = (int64_t)s->page->width * s->page->height, sum = 0;
	size_t i;

	for (i = 0; i < s->n; i++)
		sum += ink_of(s, i);
	if (whole < 1000)
		return 0;
	return (unsigned)(sum / (whole * 255 / 1000));
}
