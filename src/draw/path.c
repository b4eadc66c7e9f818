/*
 * Path builders.  Circles and round corners are four cubic arcs each; 0.5522847 of the radius is
 * the usual handle length, with an error under 0.03 % of the radius.
 */
#include "draw/list.h"

struct gp_path {
	struct gp_arena *arena;
	struct gp_path_seg *seg;
	size_t n, cap;
};

struct gp_path *gp_path_new(struct gp_arena *a)
{
	struct gp_path *p = GP_NEW(a, struct gp_path);

	p->arena = a;
	return p;
}

static struct gp_path_seg *add(struct gp_path *p, enum gp_path_verb verb)
{
	struct gp_path_seg *s = GP_PUSH(p->arena, p->seg, p->n, p->cap);

	s->verb = verb;
	return s;
}

void gp_path_move(struct gp_path *p, gp_len x, gp_len y)
{
	add(p, GP_MOVE)->p[0] = (struct gp_point){x, y};
}

void gp_path_line(struct gp_path *p, gp_len x, gp_len y)
{
	add(p, GP_LINE)->p[0] = (struct gp_point){x, y};
}

void gp_path_curve(struct gp_path *p, const struct gp_point c[3])
{
	struct gp_path_seg *s = add(p, GP_CURVE);

	s->p[0] = c[0];
	s->p[1] = c[1];
	s->p[2] = c[2];
}

void gp_path_close(struct gp_path *p)
{
	add(p, GP_CLOSE);
}

void gp_path_rect(struct gp_path *p, struct gp_rect r)
{
	gp_path_move(p, r.x, r.y);
	gp_path_line(p, r.x + r.w, r.y);
	gp_path_line(p, r.x + r.w, r.y + r.h);
	gp_path_line(p, r.x, r.y + r.h);
	gp_path_close(p);
}

static gp_len handle(gp_len radius)
{
	return gp_len_scale(radius, 5522847, 10000000);
}

void gp_path_circle(struct gp_path *p, struct gp_point c, gp_len radius)
{
	struct gp_rect r = {c.x - radius, c.y - radius, 2 * radius, 2 * radius};
	const gp_len all[4] = {radius, radius, radius, radius};

	gp_path_round(p, r, all);
}

/* A quarter arc between two points of a box around `peak`, the corner that is cut off. */
static void corner(
	struct gp_path *p, struct gp_point from, struct gp_point to, struct gp_point peak)
{
	struct gp_point c[3] = {
		{from.x + handle(peak.x - from.x), from.y + handle(peak.y - from.y)},
		{to.x + handle(peak.x - to.x), to.y + handle(peak.y - to.y)},
		to,
	};

	gp_path_curve(p, c);
}

void gp_path_round(struct gp_path *p, struct gp_rect r, const gp_len radius[4])
{
	gp_len x1 = r.x + r.w, y1 = r.y + r.h, a = radius[0], b = radius[1], c = radius[2],
	       d = radius[3];

	gp_path_move(p, r.x + a, r.y);
	gp_path_line(p, x1 - b, r.y);
	if (b > 0)
		corner(p, (struct gp_point){x1 - b, r.y}, (struct gp_point){x1, r.y + b},
			(struct gp_point){x1, r.y});
	gp_path_line(p, x1, y1 - c);
	if (c > 0)
		corner(p, (struct gp_point){x1, y1 - c}, (struct gp_point){x1 - c, y1},
			(struct gp_point){x1, y1});
	gp_path_line(p, r.x + d, y1);
	if (d > 0)
		corner(p, (struct gp_point){r.x + d, y1}, (struct gp_point){r.x, y1 - d},
			(struct gp_point){r.x, y1});
	gp_path_line(p, r.x, r.y + a);
	if (a > 0)
		corner(p, (struct gp_point){r.x, r.y + a}, (struct gp_point){r.x + a, r.y},
			(struct gp_point){r.x, r.y});
	gp_path_close(p);
}

const struct gp_path_seg *gp_path_segs(const struct gp_path *p, size_t *n)
{
	*n = p->n;
	return p->seg;
}
