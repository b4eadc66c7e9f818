/*
 * The box of ink: where a mask lets anything through.  Most of a mask is plain paper or plain ink,
 * so bytes are looked at by the chunk, and only where they can still widen the box.
 */
#include "image/intake.h"

enum {
	INK = 9, /* the least value that can be seen: 3.5 % of full cover */
	/* known to the compiler, which then takes the maximum of many bytes at once */
	WIDE = 128,
	NARROW = 16
};

static inline unsigned top_of(const uint8_t *p, size_t n)
{
	uint8_t top = 0;
	size_t i;

#pragma GCC unroll 8 /* no counting between the loads */
	for (i = 0; i < n; i++)
		top = p[i] > top ? p[i] : top;
	return top;
}

size_t gp_bytes_first(const uint8_t *p, size_t len, unsigned least)
{
	size_t i = 0;

	while (i + WIDE <= len && top_of(p + i, WIDE) < least)
		i += WIDE;
	while (i + NARROW <= len && top_of(p + i, NARROW) < least)
		i += NARROW;
	while (i < len && p[i] < least)
		i++;
	return i;
}

/* One past the last byte that is at least `least`, but not below `floor`. */
static size_t last_byte(const uint8_t *p, size_t len, size_t floor, unsigned least)
{
	while (len >= floor + WIDE && top_of(p + len - WIDE, WIDE) < least)
		len -= WIDE;
	while (len >= floor + NARROW && top_of(p + len - NARROW, NARROW) < least)
		len -= NARROW;
	while (len > floor && p[len - 1] < least)
		len--;
	return len;
}

static void widen(struct gp_rect_px *ink, uint32_t x0, uint32_t x1, uint32_t y)
{
	if (ink->x0 >= ink->x1) {
		*ink = (struct gp_rect_px){x0, y, x1, y + 1};
		return;
	}
	ink->x0 = x0 < ink->x0 ? x0 : ink->x0;
	ink->x1 = x1 > ink->x1 ? x1 : ink->x1;
	ink->y0 = y < ink->y0 ? y : ink->y0;
	ink->y1 = y + 1 > ink->y1 ? y + 1 : ink->y1;
}

static bool is_blank(const uint8_t *row, uint32_t x, unsigned bits)
{
	unsigned shift = 8 - bits * (x % (8 / bits) + 1);

	return !((unsigned)row[x / (8 / bits)] >> shift & ((1u << bits) - 1));
}

/*
 * Samples packed into bytes: the outer bytes that are not zero lead to the outer samples, since
 * under eight bits every value but 0 is over 8 of 255.  Bits after the last sample mean nothing.
 */
static void packed_row(
	struct gp_rect_px *ink, const uint8_t *row, uint32_t y, uint32_t width, unsigned bits)
{
	uint32_t each = 8 / bits, x0, x1;
	size_t len = (width + each - 1) / each, first = gp_bytes_first(row, len, 1);

	x0 = (uint32_t)first * each;
	while (x0 < width && is_blank(row, x0, bits))
		x0++;
	if (x0 >= width)
		return;
	x1 = (uint32_t)last_byte(row, len, first, 1) * each;
	x1 = x1 < width ? x1 : width;
	while (is_blank(row, x1 - 1, bits))
		x1--;
	widen(ink, x0, x1, y);
}

void gp_ink_row(
	struct gp_rect_px *ink, const uint8_t *row, uint32_t y, uint32_t width, unsigned bits)
{
	size_t x0, x1;

	if (bits < 8) {
		packed_row(ink, row, y, width, bits);
		return;
	}
	x0 = gp_bytes_first(row, width, INK);
	if (x0 == width)
		return;
	x1 = ink->x0 < ink->x1 && ink->x1 > x0 ? ink->x1 : x0;
	widen(ink, (uint32_t)x0, (uint32_t)last_byte(row, width, x1, INK), y);
}
