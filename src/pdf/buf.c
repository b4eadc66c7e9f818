/*
 * PDF text from integers and strings, without printf: half the time of a content stream would go
 * into reading formats.
 */
#include "pdf/buf.h"

#include "base/utf8.h"

#include <string.h>

enum { FIRST_ROOM = 4096 };

void gp_buf_done(struct gp_buf *b)
{
	gp_mem_free(b->s);
	*b = (struct gp_buf){0};
}

void gp_buf_room(struct gp_buf *b, size_t n)
{
	size_t cap = b->cap ? b->cap : FIRST_ROOM;

	if (n > SIZE_MAX / 4 - b->n)
		gp_mem_fail();
	while (cap < b->n + n)
		cap *= 2;
	b->s = gp_mem_resize(b->s, cap);
	b->cap = cap;
}

void gp_buf_add(struct gp_buf *b, const void *bytes, size_t n)
{
	if (b->cap - b->n < n)
		gp_buf_room(b, n);
	if (n)
		memcpy(b->s + b->n, bytes, n);
	b->n += n;
}

void gp_buf_str(struct gp_buf *b, const char *s)
{
	gp_buf_add(b, s, strlen(s));
}

void gp_buf_int(struct gp_buf *b, int64_t n)
{
	char digits[24], *p = digits + sizeof digits;
	uint64_t v = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;

	do
		*--p = (char)('0' + v % 10);
	while (v /= 10);
	if (n < 0)
		*--p = '-';
	gp_buf_add(b, p, (size_t)(digits + sizeof digits - p));
}

void gp_buf_milli(struct gp_buf *b, int64_t n)
{
	uint64_t v = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
	unsigned rest = (unsigned)(v % 1000);
	char decimals[4] = {'.', (char)('0' + rest / 100), (char)('0' + rest / 10 % 10),
		(char)('0' + rest % 10)};

	if (n < 0)
		gp_buf_char(b, '-');
	gp_buf_int(b, (int64_t)(v / 1000));
	if (rest)
		gp_buf_add(b, decimals, rest % 100 == 0 ? 2 : rest % 10 == 0 ? 3 : 4);
}

void gp_buf_operand(struct gp_buf *b, int64_t n)
{
	gp_buf_milli(b, n);
	gp_buf_char(b, ' ');
}

void gp_buf_point(struct gp_buf *b, int64_t x, int64_t y)
{
	gp_buf_operand(b, x);
	gp_buf_operand(b, y);
}

void gp_buf_ref(struct gp_buf *b, unsigned object)
{
	gp_buf_int(b, object);
	gp_buf_str(b, " 0 R");
}

void gp_buf_hex8(struct gp_buf *b, unsigned v)
{
	static const char digits[] = "0123456789ABCDEF";

	gp_buf_char(b, digits[v >> 4 & 15]);
	gp_buf_char(b, digits[v & 15]);
}

void gp_buf_name(struct gp_buf *b, const char *name)
{
	gp_buf_char(b, '/');
	for (; *name; name++) {
		if (*name <= ' ' || *name > '~' || strchr("#/%()<>[]{}", *name)) {
			gp_buf_char(b, '#');
			gp_buf_hex8(b, (unsigned char)*name);
		} else {
			gp_buf_char(b, *name);
		}
	}
}

void gp_buf_hex16(struct gp_buf *b, unsigned v)
{
	gp_buf_hex8(b, v >> 8);
	gp_buf_hex8(b, v);
}

void gp_buf_utf16(struct gp_buf *b, const char *s, size_t len)
{
	size_t i = 0;
	uint32_t cp;

	while (i < len) {
		cp = gp_utf8_next(s, len, &i);
		if (cp == GP_UTF8_BAD)
			cp = 0xfffd;
		if (cp >= 0x10000) {
			gp_buf_hex16(b, 0xd800 + ((cp - 0x10000) >> 10));
			cp = 0xdc00 + ((cp - 0x10000) & 0x3ff);
		}
		gp_buf_hex16(b, cp);
	}
}

static bool is_plain(const char *s)
{
	for (; *s; s++) {
		if (*s < ' ' || *s > '~')
			return false;
	}
	return true;
}

void gp_buf_bytes(struct gp_buf *b, const char *s)
{
	gp_buf_char(b, '(');
	for (; *s; s++) {
		if (*s == '(' || *s == ')' || *s == '\\')
			gp_buf_char(b, '\\');
		gp_buf_char(b, *s);
	}
	gp_buf_char(b, ')');
}

void gp_buf_text(struct gp_buf *b, const char *s)
{
	if (!is_plain(s)) {
		gp_buf_str(b, "<FEFF");
		gp_buf_utf16(b, s, strlen(s));
		gp_buf_char(b, '>');
		return;
	}
	gp_buf_bytes(b, s);
}

struct gp_bytes gp_buf_take(struct gp_buf *b, struct gp_arena *a)
{
	struct gp_bytes bytes = {NULL, b->n};

	bytes.data = (const uint8_t *)gp_buf_take_str(b, a);
	return bytes;
}

char *gp_buf_take_str(struct gp_buf *b, struct gp_arena *a)
{
	char *s = gp_arena_strn(a, b->s, b->n);

	b->n = 0;
	return s;
}
