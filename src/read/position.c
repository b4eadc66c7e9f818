/*
 * Places in JSON text, found again when a message needs them: the JSON Pointer (RFC 6901) of a
 * byte offset, and the source place of a byte of a decoded string.  Both read the text from the
 * start of what they are given and never look back; both accept any bytes, because messages about
 * broken text need a pointer too.
 */
#include "base/utf8.h"
#include "read/read.h"
#include "read/scan.h"
#include "read/spot.h"

#include <stdio.h>
#include <string.h>

struct frame {
	bool list;
	size_t index;        /* of the item, in a list */
	size_t key, key_len; /* of the member's name as written, without quotes */
	bool has_key;        /* the name has been read, its value is due */
};

struct finder {
	const char *s;
	size_t len, i;
	struct frame frames[GP_SCAN_DEPTH];
	size_t depth;
};

struct sink {
	char *buf;
	size_t n, cap;
	bool full;
};

/* Whole characters only, so that a cut pointer stays UTF-8; nothing after the first that is out. */
static void put(struct sink *out, const char *s, size_t n)
{
	if (out->full || out->n + n >= out->cap) {
		out->full = true;
		return;
	}
	memcpy(out->buf + out->n, s, n);
	out->n += n;
}

static void put_key(struct sink *out, const char *s, size_t len)
{
	size_t i = 0, n;
	char buf[4];

	while (i < len) {
		n = gp_scan_unit(s, len, &i, buf);
		if (n == 1 && buf[0] == '~')
			put(out, "~0", 2);
		else if (n == 1 && buf[0] == '/')
			put(out, "~1", 2);
		else if (n == 1 && ((unsigned char)buf[0] < 0x20 || buf[0] == 0x7f))
			put(out, "?", 1);
		else
			put(out, buf, n);
	}
}

static void put_frames(const struct finder *f, struct sink *out)
{
	char number[24];
	size_t k;

	for (k = 0; k < f->depth; k++) {
		const struct frame *fr = &f->frames[k];

		if (!fr->list && !fr->has_key)
			return;
		put(out, "/", 1);
		if (fr->list)
			put(out, number, (size_t)snprintf(number, sizeof number, "%zu", fr->index));
		else
			put_key(out, f->s + fr->key, fr->key_len);
	}
}

/* i behind the string that opens at i; returns the length of what stands between the quotes. */
static size_t skip_string(struct finder *f)
{
	size_t from = ++f->i;

	while (f->i < f->len && f->s[f->i] != '"')
		f->i += f->s[f->i] == '\\' && f->i + 1 < f->len ? 2 : 1;
	if (f->i < f->len)
		f->i++;
	else
		return f->i - from;
	return f->i - from - 1;
}

static void take_string(struct finder *f)
{
	struct frame *fr = f->depth ? &f->frames[f->depth - 1] : NULL;
	size_t from = f->i + 1, n = skip_string(f);

	if (!fr || fr->list || fr->has_key)
		return;
	fr->key = from;
	fr->key_len = n;
	fr->has_key = true;
}

/* Take one token; false when the nesting is deeper than any JSON we accept. */
static bool take(struct finder *f)
{
	struct frame *fr = f->depth ? &f->frames[f->depth - 1] : NULL;
	char c = f->s[f->i];

	if (c == '"') {
		take_string(f);
		return true;
	}
	f->i++;
	if (c == '{' || c == '[') {
		if (f->depth == GP_SCAN_DEPTH)
			return false;
		f->frames[f->depth++] = (struct frame){.list = c == '['};
	} else if (c == '}' || c == ']') {
		f->depth -= f->depth > 0;
	} else if (c == ',' && fr) {
		fr->index += fr->list;
		fr->has_key = false;
	}
	return true;
}

void gp_read_pointer(const char *text, size_t len, size_t offset, char *buf, size_t cap)
{
	struct finder f = {.s = text, .len = len};
	struct sink out = {.buf = buf, .cap = cap};

	while (f.i < len && f.i < offset) {
		size_t from = f.i;

		if (!take(&f))
			break;
		/* a place inside a string belongs to that string, inside a key to its member */
		if (f.i > offset && text[from] == '"')
			break;
	}
	/* the offset of a key itself: name the member */
	if (f.i == offset && offset < len && text[offset] == '"')
		take(&f);
	put_frames(&f, &out);
	if (cap)
		buf[out.n] = '\0';
}

struct gp_spotter gp_spotter_new(const struct gp_diag *d, struct gp_place string)
{
	struct gp_spotter s = {.string = string};

	s.text = gp_diag_text(d, string, &s.len);
	if (s.text && (string.offset >= s.len || s.text[string.offset] != '"'))
		s.text = NULL;
	s.i = string.offset + 1;
	return s;
}

struct gp_place gp_spotter_at(struct gp_spotter *s, uint32_t offset)
{
	char buf[4];

	if (!s->text)
		return s->string;
	if (offset < s->done) {
		s->i = s->string.offset + 1;
		s->done = 0;
	}
	while (s->i < s->len && s->text[s->i] != '"' && s->done < offset) {
		size_t from = s->i, n = gp_scan_unit(s->text, s->len, &s->i, buf);

		if (s->done + n > offset) {
			s->i = from; /* inside a character: its start */
			break;
		}
		s->done += n;
	}
	return (struct gp_place){s->string.file, (uint32_t)s->i};
}

struct gp_place gp_read_spot(struct gp_diag *d, struct gp_place string, uint32_t offset)
{
	struct gp_spotter s = gp_spotter_new(d, string);

	return gp_spotter_at(&s, offset);
}
