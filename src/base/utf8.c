/*
 * UTF-8 decoding by the table of well-formed sequences (Unicode 15, table 3-7).
 */
#include "base/utf8.h"

#include <string.h>

static int tail(const char *s, size_t len, size_t i, unsigned lo, unsigned hi)
{
	unsigned char c;

	if (i >= len)
		return -1;
	c = (unsigned char)s[i];
	return c >= lo && c <= hi ? c & 0x3f : -1;
}

/* Number of tail bytes of a lead byte and the range of the first tail; 0 for a bad lead. */
static int lead(unsigned c, unsigned *lo, unsigned *hi)
{
	*lo = c == 0xe0 ? 0xa0 : c == 0xf0 ? 0x90 : 0x80;
	*hi = c == 0xed ? 0x9f : c == 0xf4 ? 0x8f : 0xbf;
	if (c >= 0xc2 && c <= 0xdf)
		return 1;
	if (c >= 0xe0 && c <= 0xef)
		return 2;
	return c >= 0xf0 && c <= 0xf4 ? 3 : 0;
}

uint32_t gp_utf8_next(const char *s, size_t len, size_t *i)
{
	unsigned c = (unsigned char)s[*i], lo, hi;
	int n, k, t;
	uint32_t cp;

	*i += 1;
	if (c < 0x80)
		return c;
	n = lead(c, &lo, &hi);
	if (n == 0)
		return GP_UTF8_BAD;
	cp = c & (0x3fu >> n);
	for (k = 0; k < n; k++) {
		t = tail(s, len, *i + (size_t)k, lo, hi);
		if (t < 0)
			return GP_UTF8_BAD;
		cp = cp << 6 | (uint32_t)t;
		lo = 0x80;
		hi = 0xbf;
	}
	*i += (size_t)n;
	return cp;
}

/* Nearly all text is ASCII: eight bytes at a time are looked at for that. */
static size_t skip_ascii(const char *s, size_t len, size_t i)
{
	uint64_t eight;

	for (; len - i >= sizeof eight; i += sizeof eight) {
		memcpy(&eight, s + i, sizeof eight);
		if (eight & UINT64_C(0x8080808080808080))
			break;
	}
	while (i < len && ((unsigned char)s[i] & 0x80) == 0)
		i++;
	return i;
}

size_t gp_utf8_check(const char *s, size_t len)
{
	size_t i = 0, at;

	for (;;) {
		i = at = skip_ascii(s, len, i);
		if (i == len)
			break;
		if (gp_utf8_next(s, len, &i) == GP_UTF8_BAD)
			return at;
	}
	return len;
}

size_t gp_utf8_put(char *buf, uint32_t cp)
{
	if (cp < 0x80) {
		buf[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		buf[0] = (char)(0xc0 | cp >> 6);
		buf[1] = (char)(0x80 | (cp & 0x3f));
		return 2;
	}
	if (cp < 0x10000) {
		buf[0] = (char)(0xe0 | cp >> 12);
		buf[1] = (char)(0x80 | (cp >> 6 & 0x3f));
		buf[2] = (char)(0x80 | (cp & 0x3f));
		return 3;
	}
	buf[0] = (char)(0xf0 | cp >> 18);
	buf[1] = (char)(0x80 | (cp >> 12 & 0x3f));
	buf[2] = (char)(0x80 | (cp >> 6 & 0x3f));
	buf[3] = (char)(0x80 | (cp & 0x3f));
	return 4;
}

size_t gp_utf8_count(const char *s, size_t len)
{
	size_t n = 0, i;

	for (i = 0; i < len; i++)
		n += ((unsigned char)s[i] & 0xc0) != 0x80;
	return n;
}
