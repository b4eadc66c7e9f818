/*
 * Capitals and small letters of Latin, Greek and Cyrillic: Unicode's simple case mapping as ranges.
 *
 * Three kinds of range cover nearly all: a constant distance; pairs whose small letter is the odd
 * one; pairs whose small letter is the even one.  Two choices of our own: the sharp s becomes the
 * capital sharp s, because the letters must stay countable; the micro sign stays, because a capital
 * Mu would make millimetres of it.
 */
#include "text/chars.h"

enum kind { SHIFT, ODD, EVEN };

struct map {
	uint32_t first, last; /* small letters; for pairs first and last code point */
	enum kind kind;
	int shift; /* small plus shift is the capital */
};

static const struct map maps[] = {
	{'a', 'z', SHIFT, -32},
	{0xdf, 0xdf, SHIFT, 0x1e9e - 0xdf},
	{0xe0, 0xf6, SHIFT, -32},
	{0xf8, 0xfe, SHIFT, -32},
	{0xff, 0xff, SHIFT, 0x178 - 0xff},
	{0x100, 0x12f, ODD, 0},
	{0x132, 0x137, ODD, 0},
	{0x139, 0x148, EVEN, 0},
	{0x14a, 0x177, ODD, 0},
	{0x179, 0x17e, EVEN, 0},
	{0x180, 0x180, SHIFT, 0x243 - 0x180},
	{0x182, 0x185, ODD, 0},
	{0x188, 0x188, SHIFT, -1},
	{0x18c, 0x18c, SHIFT, -1},
	{0x192, 0x192, SHIFT, -1},
	{0x195, 0x195, SHIFT, 0x1f6 - 0x195},
	{0x199, 0x199, SHIFT, -1},
	{0x19a, 0x19a, SHIFT, 0x23d - 0x19a},
	{0x19e, 0x19e, SHIFT, 0x220 - 0x19e},
	{0x1a0, 0x1a5, ODD, 0},
	{0x1a8, 0x1a8, SHIFT, -1},
	{0x1ad, 0x1ad, SHIFT, -1},
	{0x1b0, 0x1b0, SHIFT, -1},
	{0x1b3, 0x1b6, EVEN, 0},
	{0x1b9, 0x1b9, SHIFT, -1},
	{0x1bd, 0x1bd, SHIFT, -1},
	{0x1bf, 0x1bf, SHIFT, 0x1f7 - 0x1bf},
	{0x1c6, 0x1c6, SHIFT, -2},
	{0x1c9, 0x1c9, SHIFT, -2},
	{0x1cc, 0x1cc, SHIFT, -2},
	{0x1cd, 0x1dc, EVEN, 0},
	{0x1dd, 0x1dd, SHIFT, 0x18e - 0x1dd},
	{0x1de, 0x1ef, ODD, 0},
	{0x1f3, 0x1f3, SHIFT, -2},
	{0x1f5, 0x1f5, SHIFT, -1},
	{0x1f8, 0x21f, ODD, 0},
	{0x222, 0x233, ODD, 0},
	{0x23c, 0x23c, SHIFT, -1},
	{0x23f, 0x240, SHIFT, 0x2c7e - 0x23f},
	{0x242, 0x242, SHIFT, -1},
	{0x246, 0x24f, ODD, 0},
	{0x253, 0x253, SHIFT, 0x181 - 0x253},
	{0x254, 0x254, SHIFT, 0x186 - 0x254},
	{0x256, 0x257, SHIFT, 0x189 - 0x256},
	{0x259, 0x259, SHIFT, 0x18f - 0x259},
	{0x25b, 0x25b, SHIFT, 0x190 - 0x25b},
	{0x3ac, 0x3ac, SHIFT, 0x386 - 0x3ac},
	{0x3ad, 0x3af, SHIFT, 0x388 - 0x3ad},
	{0x3b1, 0x3c1, SHIFT, -32},
	{0x3c2, 0x3c2, SHIFT, -31},
	{0x3c3, 0x3cb, SHIFT, -32},
	{0x3cc, 0x3cc, SHIFT, 0x38c - 0x3cc},
	{0x3cd, 0x3ce, SHIFT, 0x38e - 0x3cd},
	{0x430, 0x44f, SHIFT, -32},
	{0x450, 0x45f, SHIFT, -80},
	{0x460, 0x481, ODD, 0},
	{0x48a, 0x4bf, ODD, 0},
	{0x4c1, 0x4ce, EVEN, 0},
	{0x4cf, 0x4cf, SHIFT, 0x4c0 - 0x4cf},
	{0x4d0, 0x52f, ODD, 0},
	{0x1e00, 0x1e95, ODD, 0},
	{0x1ea0, 0x1eff, ODD, 0},
	{0x1f00, 0x1f07, SHIFT, 8},
	{0x1f10, 0x1f15, SHIFT, 8},
	{0x1f20, 0x1f27, SHIFT, 8},
	{0x1f30, 0x1f37, SHIFT, 8},
	{0x1f40, 0x1f45, SHIFT, 8},
	{0x1f60, 0x1f67, SHIFT, 8},
};

#define N_MAPS (sizeof maps / sizeof *maps)

/* Is cp a small letter of this entry? */
static bool is_small(const struct map *m, uint32_t cp)
{
	if (cp < m->first || cp > m->last)
		return false;
	return m->kind == SHIFT || (cp & 1) == (m->kind == ODD);
}

uint32_t gp_char_upper(uint32_t cp)
{
	size_t i;

	if (cp < 'a' || cp == 0xb5)
		return cp;
	if (cp == 0x131)
		return 'I';
	if (cp == 0x17f)
		return 'S';
	for (i = 0; i < N_MAPS && maps[i].first <= cp; i++)
		if (is_small(&maps[i], cp))
			return maps[i].kind == SHIFT ? (uint32_t)((int)cp + maps[i].shift) : cp - 1;
	return cp;
}

/* The small letter whose capital cp is, by this entry; cp itself when there is none. */
static uint32_t small_of(const struct map *m, uint32_t cp)
{
	uint32_t small = m->kind == SHIFT ? (uint32_t)((int)cp - m->shift) : cp + 1;

	return is_small(m, small) ? small : cp;
}

uint32_t gp_char_lower(uint32_t cp)
{
	uint32_t small;
	size_t i;

	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
	if (cp == 0x130)
		return 'i';
	if (cp == 0x3a3) /* two small sigmas share it; the final one comes first in the table */
		return 0x3c3;
	for (i = 0; i < N_MAPS; i++) {
		small = small_of(&maps[i], cp);
		if (small != cp)
			return small;
	}
	return cp;
}
