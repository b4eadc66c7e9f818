/*
 * Lengths, points and rectangles.
 *
 * A length is a whole number of thousandths of a point (1 pt = 1/72 inch), so sums are exact and
 * dumps are equal on every machine.  The origin is the top left corner of the page; x runs to the
 * right, y runs down.  Only src/pdf turns lengths into decimals and y upside down.
 */
#ifndef GP_BASE_LEN_H
#define GP_BASE_LEN_H

#include <stdbool.h>
#include <stdint.h>

/* 1/1000 pt; 32 bits reach 757 m, wider products are taken in int64_t. */
typedef int32_t gp_len;

#define GP_PT(n) ((gp_len)((n)*1000))
#define GP_LEN_MAX INT32_MAX

struct gp_point {
	gp_len x, y;
};

struct gp_rect {
	gp_len x, y; /* top left */
	gp_len w, h; /* never negative */
};

/* Whole micrometres to a length, rounded to nearest: 1 µm = 360/127 mpt exactly. */
gp_len gp_len_um(int64_t um);

/* Millimetres times 1000 are micrometres; for constants such as GP_MM(4.5). */
#define GP_MM(mm) gp_len_um((int64_t)((mm)*1000))

/* Length to micrometres, rounded to nearest. */
int64_t gp_len_to_um(gp_len len);

/*
 * The length that "15mm", "7.5pt" or ".5mm" says: at most three digits after the point, at most
 * 5000 mm or pt.  False when it says none.
 */
bool gp_len_read(const char *s, gp_len *out);

/* The same, also with a "-" or "+" before it. */
bool gp_len_read_signed(const char *s, gp_len *out);

/* len * num / den, rounded to nearest (halves away from zero), without overflow; den > 0. */
gp_len gp_len_scale(gp_len len, int64_t num, int64_t den);

/* Round up / down / to nearest multiple of step; step > 0. */
gp_len gp_len_ceil(gp_len len, gp_len step);
gp_len gp_len_floor(gp_len len, gp_len step);

gp_len gp_len_min(gp_len a, gp_len b);
gp_len gp_len_max(gp_len a, gp_len b);

/* Smallest rectangle holding both; an empty one (w or h 0) does not count. */
struct gp_rect gp_rect_union(struct gp_rect a, struct gp_rect b);

/* Shared area; w and h are 0 when there is none. */
struct gp_rect gp_rect_common(struct gp_rect a, struct gp_rect b);

/* Grow by d on every side (shrink when negative, never under zero size). */
struct gp_rect gp_rect_grow(struct gp_rect r, gp_len d);

bool gp_rect_is_empty(struct gp_rect r);
bool gp_rect_has(struct gp_rect r, struct gp_point p); /* right and bottom edge excluded */

#endif
