/*
 * What the tests of the text stage share: a set of fonts with its arena and reports, the house
 * fonts, and font files put together table by table.
 */
#ifndef TESTS_UNIT_TEST_TEXT_H
#define TESTS_UNIT_TEST_TEXT_H

#include "base/arena.h"
#include "base/diag.h"
#include "text/para.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LATO "fonts/Lato-Regular.ttf"
#define GENTIUM "fonts/GentiumBookPlus-Regular.ttf"

struct text_kit {
	struct gp_arena *a;
	struct gp_diag *d;
	struct gp_fonts *f;
	int lato, gentium; /* -1 when the file cannot be opened */
};

static inline struct text_kit text_kit_new(void)
{
	struct text_kit k = {.a = gp_arena_new(), .d = gp_diag_new()};

	k.f = gp_fonts_new(k.d);
	k.lato = gp_fonts_open(k.f, LATO, GP_NOWHERE);
	k.gentium = gp_fonts_open(k.f, GENTIUM, GP_NOWHERE);
	return k;
}

static inline void text_kit_free(struct text_kit *k)
{
	gp_fonts_free(k->f);
	gp_diag_free(k->d);
	gp_arena_free(k->a);
}

/* What was reported so far, as it would be printed. */
static inline const char *text_kit_said(struct text_kit *k)
{
	char *buf = NULL, *copy;
	size_t len = 0;
	FILE *out = open_memstream(&buf, &len);

	gp_diag_print(k->d, out);
	fclose(out);
	copy = gp_arena_str(k->a, buf);
	free(buf);
	return copy;
}

static inline bool text_kit_heard(struct text_kit *k, const char *words)
{
	return strstr(text_kit_said(k), words) != NULL;
}

/* --- fonts put together ---------------------------------------------------------------------- */

enum { MAX_TABLES = 64 };

struct table {
	char tag[5];
	const uint8_t *data;
	size_t len;
};

struct font_file {
	struct table table[MAX_TABLES];
	size_t n;
};

static inline uint32_t be32(const uint8_t *p)
{
	return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static inline void put16(uint8_t *p, unsigned v)
{
	p[0] = (uint8_t)(v >> 8);
	p[1] = (uint8_t)v;
}

static inline void put32(uint8_t *p, uint32_t v)
{
	put16(p, v >> 16);
	put16(p + 2, v & 0xffff);
}

/* The tables of a sound font file. */
static inline struct font_file font_file_of(struct gp_bytes file)
{
	struct font_file f = {.n = (size_t)file.data[4] << 8 | file.data[5]};
	size_t i;

	for (i = 0; i < f.n && i < MAX_TABLES; i++) {
		const uint8_t *p = file.data + 12 + 16 * i;

		memcpy(f.table[i].tag, p, 4);
		f.table[i].data = file.data + be32(p + 8);
		f.table[i].len = be32(p + 12);
	}
	return f;
}

static inline struct table *font_file_table(struct font_file *f, const char *tag)
{
	size_t i;

	for (i = 0; i < f->n; i++)
		if (memcmp(f->table[i].tag, tag, 4) == 0)
			return &f->table[i];
	return NULL;
}

static inline void font_file_drop(struct font_file *f, const char *tag)
{
	struct table *t = font_file_table(f, tag);

	memmove(t, t + 1, (size_t)(f->table + f->n - (t + 1)) * sizeof *t);
	f->n--;
}

static inline void font_file_add(struct font_file *f, const char *tag, const void *data, size_t len)
{
	struct table *t = &f->table[f->n++];

	for (; t > f->table && memcmp(t[-1].tag, tag, 4) > 0; t--)
		*t = t[-1]; /* directories are sorted */
	*t = (struct table){.data = data, .len = len};
	memcpy(t->tag, tag, 4);
}

/* A table's own copy, to be changed. */
static inline uint8_t *font_file_edit(struct font_file *f, const char *tag, struct gp_arena *a)
{
	struct table *t = font_file_table(f, tag);
	uint8_t *copy = gp_arena_alloc(a, t->len + 1);

	memcpy(copy, t->data, t->len);
	t->data = copy;
	return copy;
}

/* Write one directory at `at`; tables follow from *end on. */
static inline void font_file_write(const struct font_file *f, uint8_t *out, size_t at, size_t *end)
{
	size_t i;

	put32(out + at, 0x00010000);
	put16(out + at + 4, (unsigned)f->n);
	for (i = 0; i < f->n; i++) {
		uint8_t *p = out + at + 12 + 16 * i;

		memcpy(p, f->table[i].tag, 4);
		put32(p + 8, (uint32_t)*end);
		put32(p + 12, (uint32_t)f->table[i].len);
		memcpy(out + *end, f->table[i].data, f->table[i].len);
		*end += (f->table[i].len + 3) / 4 * 4;
	}
}

static inline size_t font_file_size(const struct font_file *f)
{
	size_t i, size = 12 + 16 * f->n;

	for (i = 0; i < f->n; i++)
		size += f->table[i].len + 4;
	return size;
}

/* A whole file of one face, or a collection that holds the face twice. */
static inline struct gp_bytes font_file_build(
	const struct font_file *f, bool twice, struct gp_arena *a)
{
	size_t head = twice ? 20 : 0, dir = 12 + 16 * f->n, end = head + (twice ? 2 : 1) * dir;
	uint8_t *out = gp_arena_alloc(a, 2 * font_file_size(f) + 64);

	if (twice) {
		memcpy(out, "ttcf", 4);
		put32(out + 4, 0x00010000);
		put32(out + 8, 2);
		put32(out + 12, (uint32_t)head);
		put32(out + 16, (uint32_t)(head + dir));
		font_file_write(f, out, head + dir, &end);
	}
	font_file_write(f, out, head, &end);
	return (struct gp_bytes){out, end};
}

/* Put bytes into a file of the scratch folder; the path. */
static inline const char *scratch_file(const char *name, struct gp_bytes b, struct gp_arena *a)
{
	const char *dir = getenv("TMPDIR");
	char *path = gp_arena_printf(a, "%s/%s", dir ? dir : "/tmp", name);
	FILE *out = fopen(path, "wb");

	if (out) {
		fwrite(b.data, 1, b.len, out);
		fclose(out);
	}
	return path;
}

#endif
