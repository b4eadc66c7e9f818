/*
 * A CID-keyed font says so by the operator ROS in its top dictionary, and its charset holds the CID
 * of each glyph.  Every read is checked: the table comes from HarfBuzz, but from a font file first.
 */
#include "pdf/cff.h"

enum { OP_CHARSET = 15, OP_ESCAPE = 12, OP_ROS = 30 };

struct cursor {
	const uint8_t *p;
	size_t len, at;
	bool broken; /* something was read beyond the end */
};

static uint32_t number(struct cursor *c, size_t bytes)
{
	uint32_t v = 0;

	if (bytes > c->len - c->at) {
		c->broken = true;
		return 0;
	}
	while (bytes--)
		v = v << 8 | c->p[c->at++];
	return v;
}

static void go_to(struct cursor *c, size_t at)
{
	c->broken |= at > c->len;
	c->at = c->broken ? c->len : at;
}

/* Skip an INDEX; its first object lies between *from and *to. */
static void skip_index(struct cursor *c, size_t *from, size_t *to)
{
	uint32_t count = number(c, 2), size, last, first;
	size_t data;

	*from = *to = c->at;
	if (count == 0 || c->broken)
		return;
	size = number(c, 1);
	data = c->at + ((size_t)count + 1) * size - 1;
	first = number(c, size < 5 ? size : 5);
	*from = data + first;
	*to = data + number(c, size < 5 ? size : 5);
	go_to(c, data + 1 - size);
	last = number(c, size < 5 ? size : 5);
	go_to(c, data + last);
	c->broken |= size > 4 || *to > c->len || *from > *to;
}

/* One operand of a DICT that begins with byte b. */
static int64_t operand(struct cursor *c, uint32_t b)
{
	if (b == 28)
		return (int16_t)number(c, 2);
	if (b == 29)
		return (int32_t)number(c, 4);
	if (b >= 32 && b <= 246)
		return (int64_t)b - 139;
	if (b >= 247 && b <= 250)
		return ((int64_t)b - 247) * 256 + number(c, 1) + 108;
	if (b >= 251 && b <= 254)
		return -((int64_t)b - 251) * 256 - number(c, 1) - 108;
	if (b == 30) { /* a real ends with a nibble of ones */
		while (!c->broken && (b = number(c, 1), (b & 15) != 15 && b >> 4 != 15))
			;
	}
	return 0;
}

/* Offset of the charset when the dictionary is that of a CID-keyed font, else 0. */
static size_t find_charset(struct cursor *c, size_t end)
{
	int64_t last = 0, charset = 0;
	bool is_keyed = false;
	uint32_t b;

	while (c->at < end && !c->broken) {
		b = number(c, 1);
		if (b == OP_ESCAPE)
			is_keyed |= number(c, 1) == OP_ROS;
		else if (b == OP_CHARSET)
			charset = last;
		else if (b > 21)
			last = operand(c, b);
	}
	return is_keyed && charset > 0 ? (size_t)charset : 0;
}

/* CIDs of the glyphs 0 to n - 1. */
static uint32_t *read_charset(struct cursor *c, size_t n, struct gp_arena *a)
{
	uint32_t *cids = GP_ARRAY(a, n, uint32_t);
	uint32_t format = number(c, 1), first, left;
	size_t i = 1;

	while (i < n && !c->broken) {
		first = number(c, 2);
		left = format == 0 ? 0 : number(c, format == 1 ? 1 : 2);
		for (; i < n && !c->broken; first++, left--) {
			cids[i++] = first;
			if (left == 0)
				break;
		}
	}
	c->broken |= format > 2;
	return cids;
}

bool gp_cff_cids(struct gp_bytes cff, uint32_t *glyphs, size_t n, struct gp_arena *a)
{
	struct cursor c = {cff.data, cff.len, 0, false};
	size_t from, to, charset, i, top = 0;
	uint32_t *cids;

	number(&c, 2);
	go_to(&c, number(&c, 1));
	skip_index(&c, &from, &to); /* names */
	skip_index(&c, &from, &to);
	go_to(&c, from);
	charset = find_charset(&c, to);
	if (c.broken || charset == 0)
		return !c.broken;
	for (i = 0; i < n; i++)
		top = glyphs[i] > top ? glyphs[i] : top;
	go_to(&c, charset);
	cids = read_charset(&c, top + 1, a);
	for (i = 0; i < n; i++)
		glyphs[i] = cids[glyphs[i]];
	return !c.broken;
}
