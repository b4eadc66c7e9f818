/*
 * The box of ink: where a mask lets anything through.  Eight bytes are looked at together, since
 * most of a mask is plain paper or plain ink.
 */
#include "image/intake.h"

#include <string.h>

enum { INK = 9 }; /* the least value that can be seen: 3.5 % of full cover */

#define EACH_BYTE(n) (UINT64_C(0x0101010101010101) * (n))

/*
 * Top bits set where a byte of v is at least `least`: the low seven bits plus what is missing to
 * 128 carry into the top bit, which then must, or need not, be joined by the byte's own top bit.
 */
static uint64_t at_least(uint64_t v, unsigned least)
{
	uint64_t low = v & EACH_BYTE(0x7f);

	if (least <= 128)
		return ((low + EACH_BYTE(128 - least)) | v) & EACH_BYTE(0x80);
	return (low + EACH_BYTE(256 - least)) & v & EACH_BYTE(0x80);
}

size_t gp_bytes_first(const uint8_t *p, size_t len, unsigned least)
{
	uint64_t v;
	size_t i = 0;

	for (; i + 8 <= len; i += 8) {
		memcpy(&v, p + i, 8);
		if (at_least(v, least))
			break;
	}
	for (; i < len; i++) {
		if (p[i] >= least)
			break;
	}
	return i;
}

/* One past the last byte with ink, but not below `floor`. */
static size_t last_ink(const uint8_t *p, size_t len, size_t floor)
{
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
	uint32_t x0;

	if (bits < 8) {
		packed_row(ink, row, y, width, bits);
		return;
	}
	x0 = (uint32_t)gp_bytes_first(row, width, INK);
	if (x0 < width)
		widen(ink, x0, (uint32_t)last_ink(row, width, x0 > ink->x1 ? x0 : ink->x1), y);
}
