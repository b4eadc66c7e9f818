/*
 * What tests of the image stage share: a PNG writer of their own that can write every legal file
 * and most illegal ones, and libpng as the judge of pixels.
 */
#ifndef GP_TESTS_IMAGE_KIT_H
#define GP_TESTS_IMAGE_KIT_H

#include "image/picture.h"

#include <libdeflate.h>
#include <png.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>

struct kit {
	struct gp_arena *a;
	struct gp_diag *d;
};

static inline struct kit kit_new(void)
{
	return (struct kit){gp_arena_new(), gp_diag_new()};
}

static inline void kit_free(struct kit *k)
{
	gp_diag_free(k->d);
	gp_arena_free(k->a);
}

/* All reports since the last call as one string, in the arena. */
static inline const char *kit_reports(struct kit *k)
{
	char buf[8000];
	FILE *f = tmpfile();
	size_t n;

	gp_diag_print(k->d, f);
	rewind(f);
	n = fread(buf, 1, sizeof buf, f);
	fclose(f);
	return gp_arena_strn(k->a, buf, n);
}

/*
 * True when `report` is one line made of the message's text: the words between its printf
 * directives come in order.
 */
static inline bool kit_says(const char *report, enum gp_msg msg)
{
	const char *text = gp_msg_text(msg), *at = report;
	char piece[300];
	size_t n;

	while (*text) {
		n = strcspn(text, "%");
		memcpy(piece, text, n);
		piece[n] = '\0';
		at = strstr(at, piece);
		if (!at)
			return false;
		at += n;
		text += n;
		if (*text)
			text += strcspn(text, "sufdc") + 1;
	}
	return strchr(report, '\n') && strchr(report, '\n')[1] == '\0';
}

/* --- bytes put together -------------------------------------------------------------------- */

struct kit_buf {
	struct gp_arena *a;
	uint8_t *data;
	size_t len, cap;
};

static inline void kit_put(struct kit_buf *b, const void *data, size_t len)
{
	b->data = gp_arena_grow(b->a, b->data, &b->cap, b->len + len, 1);
	if (len)
		memcpy(b->data + b->len, data, len);
	b->len += len;
}

static inline void kit_put32(struct kit_buf *b, uint32_t v)
{
	const uint8_t p[4] = {
		(uint8_t)(v >> 24), (uint8_t)(v >> 16), (uint8_t)(v >> 8), (uint8_t)v};

	kit_put(b, p, 4);
}

static inline void kit_chunk(struct kit_buf *b, const char *name, const void *data, size_t len)
{
	size_t start;

	kit_put32(b, (uint32_t)len);
	start = b->len;
	kit_put(b, name, 4);
	kit_put(b, data, len);
	kit_put32(b, libdeflate_crc32(0, b->data + start, len + 4));
}

static inline struct gp_bytes kit_bytes(const struct kit_buf *b)
{
	return (struct gp_bytes){b->data, b->len};
}

static inline struct gp_bytes kit_deflate(struct gp_arena *a, struct gp_bytes raw, int level)
{
	struct libdeflate_compressor *z = libdeflate_alloc_compressor(level);
	size_t room = libdeflate_zlib_compress_bound(z, raw.len);
	uint8_t *to = gp_arena_alloc(a, room);
	size_t n = libdeflate_zlib_compress(z, raw.data, raw.len, to, room);

	libdeflate_free_compressor(z);
	return (struct gp_bytes){to, n};
}

/* --- any legal PNG ------------------------------------------------------------------------- */

enum { KIT_GREY = 0, KIT_RGB = 2, KIT_INDEXED = 3, KIT_GREY_A = 4, KIT_RGB_A = 6, KIT_MIXED = 5 };

struct kit_png {
	uint32_t w, h;
	unsigned type, depth;
	bool interlaced;
	unsigned filter;    /* 0 to 4, or KIT_MIXED: a different one for each row */
	unsigned n_palette; /* 0: as many as the depth allows */
	size_t n_trns;      /* 0: no tRNS */
	uint8_t trns[256];
	size_t split;      /* bytes in each IDAT; 0: one IDAT */
	uint32_t gamma;    /* 0: no gAMA */
	bool srgb, opaque; /* sRGB chunk; alpha full everywhere */
	unsigned seed;
};

static inline unsigned kit_channels(const struct kit_png *s)
{
	static const unsigned n[7] = {1, 0, 3, 1, 2, 0, 4};

	return n[s->type];
}

static inline unsigned kit_n_palette(const struct kit_png *s)
{
	return s->n_palette ? s->n_palette : 1u << s->depth;
}

/* The sample of channel c at x, y: noise, but the same noise every time. */
static inline unsigned kit_sample(const struct kit_png *s, uint32_t x, uint32_t y, unsigned c)
{
	uint32_t v =
		(x + 1) * 2654435761u ^ (y + 1) * 2246822519u ^ (c + s->seed + 1) * 3266489917u;

	v ^= v >> 15;
	v *= 2246822519u;
	v ^= v >> 13;
	if (s->type == KIT_INDEXED)
		return v % kit_n_palette(s);
	if (s->opaque && c == kit_channels(s) - 1 && c % 2)
		return (1u << s->depth) - 1;
	return v & ((1u << s->depth) - 1);
}

static inline void kit_pack(uint8_t *row, size_t i, unsigned depth, unsigned v)
{
	if (depth == 16) {
		row[2 * i] = (uint8_t)(v >> 8);
		row[2 * i + 1] = (uint8_t)v;
	} else {
		row[i * depth / 8] |= (uint8_t)(v << (8 - depth - i * depth % 8));
	}
}

static inline int kit_predict(unsigned filter, int a, int b, int c)
{
	int pa = abs(b - c), pb = abs(a - c), pc = abs(a + b - c - c);

	switch (filter) {
	case 1:
		return a;
	case 2:
		return b;
	case 3:
		return (a + b) / 2;
	case 4:
		return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
	default:
		return 0;
	}
}

static inline void kit_put_row(struct kit_buf *b, const uint8_t *row, const uint8_t *above,
	size_t len, size_t bpp, unsigned filter)
{
	const uint8_t f = (uint8_t)filter;
	uint8_t v;
	size_t i;
	int p;

	kit_put(b, &f, 1);
	for (i = 0; i < len; i++) {
		p = kit_predict(
			filter, i < bpp ? 0 : row[i - bpp], above[i], i < bpp ? 0 : above[i - bpp]);
		v = (uint8_t)(row[i] - p);
		kit_put(b, &v, 1);
	}
}

/* One reduced image: every dx-th column from x0 of every dy-th row from y0. */
static inline void kit_put_pass(struct kit_buf *b, const struct kit_png *s, const unsigned pass[4])
{
	unsigned n = kit_channels(s), c, filter = s->filter;
	size_t bits = (size_t)n * s->depth, len = (s->w * bits + 7) / 8, used, i;
	uint8_t *above = gp_arena_alloc(b->a, len), *row;
	uint32_t x, y;

	for (y = pass[1]; y < s->h; y += pass[3]) {
		row = gp_arena_alloc(b->a, len);
		for (x = pass[0], i = 0; x < s->w; x += pass[2], i += n)
			for (c = 0; c < n; c++)
				kit_pack(row, i + c, s->depth, kit_sample(s, x, y, c));
		used = (i * s->depth + 7) / 8;
		if (used == 0)
			continue;
		if (s->filter == KIT_MIXED)
			filter = (y / pass[3] + 1) % 5;
		kit_put_row(b, row, above, used, (bits + 7) / 8, filter);
		above = row;
	}
}

/* All rows with their filter bytes. */
static inline struct gp_bytes kit_rows(struct gp_arena *a, const struct kit_png *s)
{
	static const unsigned whole[4] = {0, 0, 1, 1},
			      adam7[7][4] = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4},
				      {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}};
	struct kit_buf b = {.a = a};
	unsigned i;

	for (i = 0; i < (s->interlaced ? 7 : 1); i++)
		kit_put_pass(&b, s, s->interlaced ? adam7[i] : whole);
	return kit_bytes(&b);
}

static inline void kit_put_header(struct kit_buf *b, const struct kit_png *s)
{
	uint8_t h[13] = {0};
	struct kit_buf size = {.a = b->a};

	kit_put32(&size, s->w);
	kit_put32(&size, s->h);
	memcpy(h, size.data, 8);
	h[8] = (uint8_t)s->depth;
	h[9] = (uint8_t)s->type;
	h[12] = s->interlaced;
	kit_put(b, "\211PNG\r\n\032\n", 8);
	kit_chunk(b, "IHDR", h, sizeof h);
}

static inline void kit_put_palette(struct kit_buf *b, const struct kit_png *s)
{
	uint8_t p[256 * 3];
	unsigned i, n = kit_n_palette(s);

	for (i = 0; i < n * 3; i++)
		p[i] = (uint8_t)(i * 37 + 11);
	kit_chunk(b, "PLTE", p, n * 3);
}

static inline void kit_put_idat(struct kit_buf *b, struct gp_bytes z, size_t split)
{
	size_t n, at;

	for (at = 0; at < z.len; at += n) {
		n = split && split < z.len - at ? split : z.len - at;
		kit_chunk(b, "IDAT", z.data + at, n);
	}
}

/* Everything in front of IDAT. */
static inline void kit_put_front(struct kit_buf *b, const struct kit_png *s)
{
	struct kit_buf gamma = {.a = b->a};

	kit_put_header(b, s);
	if (s->gamma) {
		kit_put32(&gamma, s->gamma);
		kit_chunk(b, "gAMA", gamma.data, 4);
	}
	if (s->srgb)
		kit_chunk(b, "sRGB", "", 1);
	if (s->type == KIT_INDEXED)
		kit_put_palette(b, s);
	if (s->n_trns)
		kit_chunk(b, "tRNS", s->trns, s->n_trns);
}

static inline struct gp_bytes kit_png(struct gp_arena *a, const struct kit_png *s)
{
	struct kit_buf b = {.a = a};

	kit_put_front(&b, s);
	kit_put_idat(&b, kit_deflate(a, kit_rows(a, s), 6), s->split);
	kit_chunk(&b, "IEND", NULL, 0);
	return kit_bytes(&b);
}

/* --- libpng as judge ----------------------------------------------------------------------- */

struct kit_pixels {
	uint32_t w, h;
	uint8_t *rgba; /* NULL: libpng refused the file */
};

static inline void kit_png_read(png_structp png, png_bytep to, size_t len)
{
	struct gp_bytes *b = png_get_io_ptr(png);

	if (len > b->len)
		png_error(png, "end");
	memcpy(to, b->data, len);
	*b = (struct gp_bytes){b->data + len, b->len - len};
}

static inline void kit_png_quiet(png_structp png, png_const_charp words)
{
	(void)png;
	(void)words;
}

static inline void kit_png_stop(png_structp png, png_const_charp words)
{
	(void)words;
	png_longjmp(png, 1);
}

static inline void kit_png_rows(
	png_structp png, png_infop info, struct gp_arena *a, struct kit_pixels *out)
{
	int passes;
	uint32_t y;
	uint8_t *rgba;

	png_read_info(png, info);
	out->w = png_get_image_width(png, info);
	out->h = png_get_image_height(png, info);
	png_set_expand(png);
	png_set_scale_16(png);
	png_set_gray_to_rgb(png);
	png_set_add_alpha(png, 255, PNG_FILLER_AFTER);
	passes = png_set_interlace_handling(png);
	png_read_update_info(png, info);
	rgba = gp_arena_alloc(a, (size_t)out->w * out->h * 4);
	while (passes-- > 0)
		for (y = 0; y < out->h; y++)
			png_read_row(png, rgba + (size_t)y * out->w * 4, NULL);
	png_read_end(png, NULL);
	out->rgba = rgba;
}

/* The pixels of a PNG as libpng sees them, samples as they are (no gamma). */
static inline struct kit_pixels kit_libpng(struct gp_arena *a, struct gp_bytes file)
{
	struct kit_pixels *out = GP_NEW(a, struct kit_pixels);
	png_structp png =
		png_create_read_struct(PNG_LIBPNG_VER_STRING, NULL, kit_png_stop, kit_png_quiet);
	png_infop info = png_create_info_struct(png);

	png_set_read_fn(png, &file, kit_png_read);
	if (!setjmp(png_jmpbuf(png)))
		kit_png_rows(png, info, a, out);
	png_destroy_read_struct(&png, &info, NULL);
	return *out;
}

/* --- what a picture prints ----------------------------------------------------------------- */

/* Pass-through rows made a PNG again: what a PDF reader does with predictor 15. */
static inline struct kit_pixels kit_unfilter(
	struct gp_arena *a, const struct gp_samples *s, uint32_t w, uint32_t h)
{
	static const unsigned type[3] = {KIT_GREY, KIT_RGB, KIT_INDEXED};
	const struct kit_png head = {.w = w, .h = h, .type = type[s->space], .depth = s->bits};
	struct kit_buf b = {.a = a};

	kit_put_header(&b, &head);
	if (s->space == GP_SPACE_INDEXED)
		kit_chunk(&b, "PLTE", s->palette, s->n_palette * 3);
	kit_chunk(&b, "IDAT", s->data.data, s->data.len);
	kit_chunk(&b, "IEND", NULL, 0);
	return kit_libpng(a, kit_bytes(&b));
}

static inline struct kit_pixels kit_samples(
	struct gp_arena *a, const struct gp_samples *s, uint32_t w, uint32_t h)
{
	struct kit_pixels p = {w, h, NULL};
	size_t n = s->space == GP_SPACE_RGB ? 3 : 1, i, c;

	if (s->coding == GP_CODING_FLATE_PNG)
		return kit_unfilter(a, s, w, h);
	if (s->coding != GP_CODING_RAW || s->bits != 8 || s->data.len != (size_t)w * h * n)
		return p;
	p.rgba = gp_arena_alloc(a, (size_t)w * h * 4);
	for (i = 0; i < (size_t)w * h; i++) {
		for (c = 0; c < 3; c++)
			p.rgba[4 * i + c] = s->data.data[i * n + (n == 3 ? c : 0)];
		p.rgba[4 * i + 3] = 255;
	}
	return p;
}

/* Colour and mask (of the same size) put together. */
static inline struct kit_pixels kit_picture(struct gp_arena *a, const struct gp_picture *pic)
{
	struct kit_pixels p = kit_samples(a, &pic->colour, pic->width, pic->height), m;
	size_t i;

	if (!p.rgba || !pic->has_mask)
		return p;
	m = kit_samples(a, &pic->mask, pic->mask_width, pic->mask_height);
	for (i = 0; m.rgba && i < (size_t)p.w * p.h; i++)
		p.rgba[4 * i + 3] = m.rgba[4 * i];
	return p;
}

static inline struct gp_picture *kit_parse(struct kit *k, struct gp_bytes file)
{
	return gp_picture_parse("test.png", file, NULL, GP_NOWHERE, k->a, k->d);
}

#endif
