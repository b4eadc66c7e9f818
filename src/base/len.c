/*
 * Arithmetic of lengths and rectangles.  Products are taken in 64 bits and rounded once; nothing
 * here uses floating point.
 */
#include "base/len.h"

#include <assert.h>
#include <string.h>

enum { READ_DIGITS = 3, READ_LIMIT = 5000000 /* thousandths of a unit */ };

static int64_t divide(int64_t num, int64_t den)
{
	int64_t half = den / 2;

	return num >= 0 ? (num + half) / den : -((-num + half) / den);
}

static gp_len narrow(int64_t v)
{
	assert(v >= -GP_LEN_MAX && v <= GP_LEN_MAX);
	return (gp_len)v;
}

gp_len gp_len_um(int64_t um)
{
	return narrow(divide(um * 360, 127));
}

int64_t gp_len_to_um(gp_len len)
{
	return divide((int64_t)len * 127, 360);
}

/* Figures in thousandths of the unit; moves on to the unit.  False when there is no number. */
static bool read_thousandths(const char **s, int64_t *out)
{
	int64_t v = 0;
	int after = -1, n = 0;

	for (; (**s >= '0' && **s <= '9') || (**s == '.' && after < 0); (*s)++) {
		if (**s == '.') {
			after = 0;
			continue;
		}
		if (after == READ_DIGITS || v > READ_LIMIT)
			return false;
		v = v * 10 + (**s - '0');
		after += after >= 0;
		n++;
	}
	if (n == 0 || after == 0)
		return false;
	for (after = after < 0 ? 0 : after; after < READ_DIGITS; after++)
		v *= 10;
	*out = v;
	return v <= READ_LIMIT;
}

bool gp_len_read(const char *s, gp_len *out)
{
	int64_t v;

	if (!read_thousandths(&s, &v))
		return false;
	if (strcmp(s, "mm") == 0)
		*out = gp_len_um(v);
	else if (strcmp(s, "pt") == 0)
		*out = (gp_len)v;
	else
		return false;
	return true;
}

bool gp_len_read_signed(const char *s, gp_len *out)
{
	bool minus = *s == '-';

	if (!gp_len_read(s + (minus || *s == '+'), out))
		return false;
	*out = minus ? -*out : *out;
	return true;
}

gp_len gp_len_scale(gp_len len, int64_t num, int64_t den)
{
	assert(den > 0);
	return narrow(divide((int64_t)len * num, den));
}

gp_len gp_len_floor(gp_len len, gp_len step)
{
	gp_len rest = len % step;

	return rest < 0 ? len - rest - step : len - rest;
}

gp_len gp_len_ceil(gp_len len, gp_len step)
{
	return -gp_len_floor(-len, step);
}

gp_len gp_len_min(gp_len a, gp_len b)
{
	return a < b ? a : b;
}

gp_len gp_len_max(gp_len a, gp_len b)
{
	return a > b ? a : b;
}

bool gp_rect_is_empty(struct gp_rect r)
{
	return r.w <= 0 || r.h <= 0;
}

struct gp_rect gp_rect_union(struct gp_rect a, struct gp_rect b)
{
	struct gp_rect r;

	if (gp_rect_is_empty(a))
		return b;
	if (gp_rect_is_empty(b))
		return a;
	r.x = gp_len_min(a.x, b.x);
	r.y = gp_len_min(a.y, b.y);
	r.w = gp_len_max(a.x + a.w, b.x + b.w) - r.x;
	r.h = gp_len_max(a.y + a.h, b.y + b.h) - r.y;
	return r;
}

struct gp_rect gp_rect_common(struct gp_rect a, struct gp_rect b)
{
	struct gp_rect r;

	r.x = gp_len_max(a.x, b.x);
	r.y = gp_len_max(a.y, b.y);
	r.w = gp_len_max(gp_len_min(a.x + a.w, b.x + b.w) - r.x, 0);
	r.h = gp_len_max(gp_len_min(a.y + a.h, b.y + b.h) - r.y, 0);
	return r;
}

struct gp_rect gp_rect_grow(struct gp_rect r, gp_len d)
{
	r.x -= d;
	r.y -= d;
	r.w = gp_len_max(r.w + 2 * d, 0);
	r.h = gp_len_max(r.h + 2 * d, 0);
	return r;
}

bool gp_rect_has(struct gp_rect r, struct gp_point p)
{
	return p.x >= r.x && p.x < r.x + r.w && p.y >= r.y && p.y < r.y + r.h;
}
