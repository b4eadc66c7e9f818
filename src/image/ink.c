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

static unsigned top_of_wide(const uint8_t p[WIDE])
{
	uint8_t top = 0;
	size_t i;

	for (i = 0; i < WIDE; i++)
		top = p[i] > top ? p[i] : top;
	return top;
}

static unsigned top_of_narrow(const uint8_t p[NARROW])
{
	uint8_t top = 0;
	size_t i;

	for (i = 0; i < NARROW; i++)
		top = p[i] > top ? p[i] : top;
	return top;
}

size_t gp_bytes_first(const uint8_t *p, size_t len, unsigned least)
{
	size_t i = 0;

	while (i + WIDE <= len && top_of_wide(p + i) < least)
		i += WIDE;
	while (i + NARROW <= len && top_of_narrow(p + i) < least)
		i += NARROW;
	while (i < len && p[i] < least)
		i++;
	return i;
}

/* One past the last byte with ink, but not below `floor`. */
static size_t last_ink(const uint8_t *p, size_t len, size_t floor)
{
	while (len >= floor + WIDE && top_of_wide(p + len - WIDE) < INK)
		len -= WIDE;
	while (len >= floor + NARROW && top_of_narrow(p + len - NARROW) < INK)
		len -= NARROW;
	while (len > floor && p[len - 1] < INK)
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

/* Under eight bits every value but 0 is over 8 of 255. */
static void packed_row(
	struct gp_rect_px *ink, const uint8_t *row, uint32_t y, uint32_t width, unsigned bits)
{
	unsigned mask = (1u << bits) - 1;
	uint32_t x, x0 = width, x1 = 0;
	size_t at;

	for (x = 0; x < width; x++) {
		at = (size_t)x * bits;
		if (!((unsigned)(row[at / 8] >> (8 - bits - at % 8)) & mask))
			continue;
		x0 = x < x0 ? x : x0;
		x1 = x + 1;
	}
	if (x0 < x1)
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
	if (ink->x0 >= ink->x1) {
		x0 = gp_bytes_first(row, width, INK);
		if (x0 < width)
			widen(ink, (uint32_t)x0, (uint32_t)last_ink(row, width, x0), y);
		return;
	}
	x0 = gp_bytes_first(row, ink->x0, INK);
	x1 = last_ink(row, width, ink->x1);
	if (x0 < ink->x0 || x1 > ink->x1 || gp_bytes_first(row + x0, x1 - x0, INK) < x1 - x0)
		widen(ink, (uint32_t)x0, (uint32_t)x1, y);
}
