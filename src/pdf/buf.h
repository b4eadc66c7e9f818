/*
 * A growing piece of PDF text: content streams and bodies of objects are made in one.
 *
 * Numbers come out of integers alone, so the text depends neither on the locale nor on rounding of
 * floats: lengths are thousandths, printed exactly with at most three decimals.
 */
#ifndef GP_PDF_BUF_H
#define GP_PDF_BUF_H

#include "base/arena.h"
#include "base/file.h"
#include "base/len.h"

struct gp_buf { /* zero it to start; n bytes of s are used */
	char *s;
	size_t n, cap;
};

void gp_buf_done(struct gp_buf *b);

void gp_buf_add(struct gp_buf *b, const void *bytes, size_t n);
void gp_buf_str(struct gp_buf *b, const char *s);
void gp_buf_room(struct gp_buf *b, size_t n); /* make room for n more */

/* These two are called for every glyph. */
static inline void gp_buf_char(struct gp_buf *b, char c)
{
	if (b->cap == b->n)
		gp_buf_room(b, 1);
	b->s[b->n++] = c;
}

static inline void gp_buf_two(struct gp_buf *b, unsigned v)
{
	if (b->cap - b->n < 2)
		gp_buf_room(b, 2);
	b->s[b->n++] = (char)(v >> 8);
	b->s[b->n++] = (char)(v & 0xff);
}

void gp_buf_int(struct gp_buf *b, int64_t n);

/* A number given in thousandths: 12500 is "12.5". */
void gp_buf_milli(struct gp_buf *b, int64_t n);

/* The same with a space after it, as operands stand. */
void gp_buf_operand(struct gp_buf *b, int64_t n);

/* Two operands, each with a space after it. */
void gp_buf_point(struct gp_buf *b, int64_t x, int64_t y);

/* "12 0 R" */
void gp_buf_ref(struct gp_buf *b, unsigned object);

/* "/Name", escaped as ISO 32000-1, 7.3.5 asks. */
void gp_buf_name(struct gp_buf *b, const char *name);

/* Two, or four, capital hexadecimal digits. */
void gp_buf_hex8(struct gp_buf *b, unsigned v);
void gp_buf_hex16(struct gp_buf *b, unsigned v);

/* UTF-8 as hexadecimal UTF-16BE without mark or brackets, as ToUnicode tables want it. */
void gp_buf_utf16(struct gp_buf *b, const char *s, size_t len);

/*
 * A text string (7.9.2.2) from UTF-8, with its brackets: plain ASCII stays readable, all else is
 * UTF-16BE in hexadecimal.
 */
void gp_buf_text(struct gp_buf *b, const char *s);

/* A byte string with its brackets: the bytes as they are, escaped where PDF asks. */
void gp_buf_bytes(struct gp_buf *b, const char *s);

/* An exact copy in the arena, NUL after it; the buffer is empty again and keeps its room. */
struct gp_bytes gp_buf_take(struct gp_buf *b, struct gp_arena *a);
char *gp_buf_take_str(struct gp_buf *b, struct gp_arena *a);

#endif
