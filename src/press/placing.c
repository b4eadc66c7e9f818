/*
 * Integer transforms of the plane.  y runs down, so a quarter turn clockwise takes (x, y) to
 * (-y, x).
 */
#include "press/placing.h"

#include <assert.h>

struct gp_placing gp_placing_shift(gp_len dx, gp_len dy)
{
	return (struct gp_placing){.dx = dx, .dy = dy, .turn = 0, .num = 1, .den = 1};
}

struct gp_placing gp_placing_half_turn(gp_len width, gp_len height)
{
	return (struct gp_placing){.dx = width, .dy = height, .turn = 2, .num = 1, .den = 1};
}

struct gp_point gp_turn(struct gp_point v, unsigned quarters)
{
	switch (quarters & 3) {
	case 1:
		return (struct gp_point){-v.y, v.x};
	case 2:
		return (struct gp_point){-v.x, -v.y};
	case 3:
		return (struct gp_point){v.y, -v.x};
	default:
		return v;
	}
}

static struct gp_rect between(struct gp_point a, struct gp_point b)
{
	struct gp_rect r = {gp_len_min(a.x, b.x), gp_len_min(a.y, b.y), 0, 0};

	r.w = gp_len_max(a.x, b.x) - r.x;
	r.h = gp_len_max(a.y, b.y) - r.y;
	return r;
}

struct gp_rect gp_turn_rect(struct gp_rect r, unsigned quarters, struct gp_point at)
{
	struct gp_point a = gp_turn((struct gp_point){r.x, r.y}, quarters);
	struct gp_point b = gp_turn((struct gp_point){r.x + r.w, r.y + r.h}, quarters);
	struct gp_rect box = between(a, b);

	box.x += at.x;
	box.y += at.y;
	return box;
}

gp_len gp_placing_len(const struct gp_placing *p, gp_len len)
{
	return p->num == p->den ? len : gp_len_scale(len, p->num, p->den);
}

struct gp_point gp_placing_point(const struct gp_placing *p, struct gp_point at)
{
	struct gp_point v = {gp_placing_len(p, at.x), gp_placing_len(p, at.y)};

	v = gp_turn(v, p->turn);
	return (struct gp_point){v.x + p->dx, v.y + p->dy};
}

struct gp_rect gp_placing_rect(const struct gp_placing *p, struct gp_rect r)
{
	return between(gp_placing_point(p, (struct gp_point){r.x, r.y}),
		gp_placing_point(p, (struct gp_point){r.x + r.w, r.y + r.h}));
}

static int64_t common_divisor(int64_t a, int64_t b)
{
	int64_t rest;

	while (b) {
		rest = a % b;
		a = b;
		b = rest;
	}
	return a;
}

struct gp_placing gp_placing_then(struct gp_placing first, struct gp_placing second)
{
	int64_t num = (int64_t)first.num * second.num, den = (int64_t)first.den * second.den;
	int64_t by = common_divisor(num, den);
	struct gp_point at = gp_placing_point(&second, (struct gp_point){first.dx, first.dy});
	struct gp_placing both = {.dx = at.x, .dy = at.y, .turn = (first.turn + second.turn) & 3};

	assert(num / by <= INT32_MAX && den / by <= INT32_MAX);
	both.num = (int32_t)(num / by);
	both.den = (int32_t)(den / by);
	return both;
}

bool gp_rect_holds(struct gp_rect outer, struct gp_rect inner)
{
	return inner.x >= outer.x && inner.y >= outer.y && inner.x + inner.w <= outer.x + outer.w &&
	       inner.y + inner.h <= outer.y + outer.h;
}
