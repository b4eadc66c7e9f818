/*
 * The way through libpng for pictures PDF cannot take as they are: interlaced, 16 bits, with alpha
 * or see-through colours, or with another gamma.
 *
 * libpng is given a PNG made of the proved parts alone, so whatever else stood in the file never
 * reaches it.  It undoes interlacing, palettes and tRNS; samples then go through one table, from
 * 8 or 16 bits to 8, where gamma is turned to sRGB (IEC 61966-2-1).  setjmp is met in this file
 * only, in a function without locals of its own.
 */
#include "image/png.h"

#include <libdeflate.h>
#include <math.h>
#include <png.h>
#include <setjmp.h>
#include <string.h>

enum {
	HEAD_MOST = 8 + 12 + 13 + 12 + 768 + 12 + 256 + 8, /* signature, IHDR, PLTE, tRNS, IDAT */
	TAIL = 4 + 12                                      /* checksum, IEND */
};

/* The PNG that libpng reads: three pieces in a row. */
struct source {
	uint8_t head[HEAD_MOST], tail[TAIL];
	struct gp_bytes piece[3];
	unsigned i;
};

struct decode {
	struct source source;
	png_structp png;
	png_infop info;
	/* as libpng gives them: one row, or all rows of an interlaced picture; gp_mem */
	uint8_t *pixels;
	size_t row_len;
	unsigned channels, bits;
	/* as they are wanted; the tables are gp_mem, the samples in the arena */
	uint8_t *colour_table, *mask_table;
	uint8_t *colour, *mask;
	unsigned n_colours;
	bool see_through;
	char why[96];
};

static void start_chunk(uint8_t *to, const char *name, size_t len)
{
	gp_put_be32(to, (uint32_t)len);
	memcpy(to + 4, name, 4);
}

static size_t put_chunk(uint8_t *to, const char *name, const void *data, size_t len)
{
	start_chunk(to, name, len);
	if (len)
		memcpy(to + 8, data, len);
	gp_put_be32(to + 8 + len, libdeflate_crc32(0, to + 4, len + 4));
	return len + 12;
}

static void make_source(struct source *s, const struct gp_png *png)
{
	uint8_t header[13] = {0};
	size_t n = 8;
	uint32_t crc;

	memcpy(s->head, "\211PNG\r\n\032\n", 8);
	gp_put_be32(header, png->width);
	gp_put_be32(header + 4, png->height);
	header[8] = (uint8_t)png->depth;
	header[9] = (uint8_t)png->type;
	header[12] = png->interlaced;
	n += put_chunk(s->head + n, "IHDR", header, sizeof header);
	if (png->n_palette)
		n += put_chunk(s->head + n, "PLTE", png->palette, png->n_palette * (size_t)3);
	if (png->n_trns)
		n += put_chunk(s->head + n, "tRNS", png->trns, png->n_trns);
	start_chunk(s->head + n, "IDAT", png->idat_len);
	crc = libdeflate_crc32(0, s->head + n + 4, 4);
	gp_put_be32(s->tail, libdeflate_crc32(crc, png->idat, png->idat_len));
	put_chunk(s->tail + 4, "IEND", NULL, 0);
	s->piece[0] = (struct gp_bytes){s->head, n + 8};
	s->piece[1] = (struct gp_bytes){png->idat, png->idat_len};
	s->piece[2] = (struct gp_bytes){s->tail, TAIL};
}

static void on_read(png_structp png, png_bytep to, size_t len)
{
	struct source *s = png_get_io_ptr(png);
	struct gp_bytes *b;
	size_t n;

	while (len) {
		if (s->i == 3)
			png_error(png, "end of data");
		b = &s->piece[s->i];
		n = len < b->len ? len : b->len;
		memcpy(to, b->data, n);
		*b = (struct gp_bytes){b->data + n, b->len - n};
		s->i += b->len == 0;
		to += n;
		len -= n;
	}
}

static void on_error(png_structp png, png_const_charp words)
{
	struct decode *d = png_get_error_ptr(png);

	strncpy(d->why, words, sizeof d->why - 1);
	png_longjmp(png, 1);
}

static void on_warning(png_structp png, png_const_charp words)
{
	(void)png;
	(void)words;
}

static png_voidp on_alloc(png_structp png, png_alloc_size_t size)
{
	(void)png;
	return gp_mem_alloc(size);
}

static void on_free(png_structp png, png_voidp p)
{
	(void)png;
	gp_mem_free(p);
}

static void open_decode(struct decode *d, const struct gp_png *png)
{
	make_source(&d->source, png);
	d->png = png_create_read_struct_2(
		PNG_LIBPNG_VER_STRING, d, on_error, on_warning, NULL, on_alloc, on_free);
	d->info = d->png ? png_create_info_struct(d->png) : NULL;
	if (!d->info)
		gp_mem_fail();
}

static void close_decode(struct decode *d)
{
	png_destroy_read_struct(&d->png, &d->info, NULL);
	gp_mem_free(d->pixels);
	gp_mem_free(d->colour_table);
	gp_mem_free(d->mask_table);
}

static uint8_t to_srgb(double value, double gamma)
{
	double linear = pow(value, 1 / gamma);

	if (linear <= 0.0031308)
		linear *= 12.92;
	else
		linear = 1.055 * pow(linear, 1 / 2.4) - 0.055;
	return (uint8_t)(linear * 255 + 0.5);
}

/* What becomes of each sample value; 65,536 entries for 16 bits, else 256. */
static uint8_t *make_table(unsigned bits, uint32_t gamma)
{
	uint32_t n = bits == 16 ? 65536 : 256, v;
	uint8_t *table = gp_mem_alloc(n);

	for (v = 0; v < n; v++) {
		if (gamma)
			table[v] = to_srgb((double)v / (n - 1), gamma / 1e5);
		else
			table[v] = (uint8_t)(v * 255 / (n - 1) + (v * 255 % (n - 1) * 2 >= n - 1));
	}
	return table;
}

/* One channel of a row through a table; 16-bit samples are big-endian. */
static void pick(const struct decode *d, const uint8_t *p, const uint8_t *table, uint32_t width,
	uint8_t *to, unsigned step)
{
	size_t stride = d->channels * (size_t)(d->bits / 8);
	uint32_t x;

	for (x = 0; x < width; x++, p += stride, to += step)
		*to = table[d->bits == 16 ? gp_be16(p) : *p];
}

static void take_row(struct decode *d, const uint8_t *row, const struct gp_png *png, uint32_t y)
{
	size_t at = (size_t)y * png->width, size = d->bits / 8;
	unsigned i, n = d->n_colours;
	uint32_t x;

	for (i = 0; i < n; i++)
		pick(d, row + i * size, d->colour_table, png->width, d->colour + at * n + i, n);
	if (!d->mask)
		return;
	pick(d, row + n * size, d->mask_table, png->width, d->mask + at, 1);
	for (x = 0; x < png->width && !d->see_through; x++)
		d->see_through = d->mask[at + x] != 255;
}

/* What libpng will give is known: make room for it and for what becomes of it. */
static void make_room(struct decode *d, const struct gp_intake *in, const struct gp_png *png)
{
	size_t n_pixels = (size_t)png->width * png->height;

	d->channels = png_get_channels(d->png, d->info);
	d->bits = png_get_bit_depth(d->png, d->info);
	d->row_len = png_get_rowbytes(d->png, d->info);
	d->pixels = gp_mem_alloc(d->row_len * (png->interlaced ? png->height : 1));
	d->n_colours = d->channels < 3 ? 1 : 3;
	d->colour = gp_arena_array(in->arena, n_pixels, d->n_colours);
	d->colour_table = make_table(d->bits, png->gamma);
	if (d->channels % 2 == 0) {
		d->mask = gp_arena_alloc(in->arena, n_pixels);
		d->mask_table = make_table(d->bits, 0);
	}
}

static void read_rows(struct decode *d, const struct gp_intake *in, const struct gp_png *png)
{
	uint8_t *row;
	uint32_t y;
	int passes;

	png_set_read_fn(d->png, &d->source, on_read);
	/* our own limits were kept before; IDAT is one chunk here, however long */
	png_set_user_limits(d->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
	png_set_chunk_malloc_max(d->png, 0);
	png_read_info(d->png, d->info);
	png_set_expand(d->png);
	passes = png_set_interlace_handling(d->png);
	png_read_update_info(d->png, d->info);
	make_room(d, in, png);
	while (passes-- > 0) {
		for (y = 0; y < png->height; y++) {
			row = d->pixels + (png->interlaced ? y * d->row_len : 0);
			png_read_row(d->png, row, NULL);
			if (passes == 0)
				take_row(d, row, png, y);
		}
	}
}

static bool run(struct decode *d, const struct gp_intake *in, const struct gp_png *png)
{
	if (setjmp(png_jmpbuf(d->png)))
		return false;
	read_rows(d, in, png);
	return true;
}

static void finish(const struct decode *d, size_t n_pixels, struct gp_picture *pic)
{
	pic->colour = (struct gp_samples){.coding = GP_CODING_RAW,
		.space = d->n_colours == 1 ? GP_SPACE_GREY : GP_SPACE_RGB,
		.bits = 8,
		.data = {d->colour, n_pixels * d->n_colours}};
	if (!d->see_through)
		return;
	pic->has_mask = true;
	pic->mask = (struct gp_samples){.coding = GP_CODING_RAW,
		.space = GP_SPACE_GREY,
		.bits = 8,
		.data = {d->mask, n_pixels}};
	pic->mask_width = pic->width;
	pic->mask_height = pic->height;
}

bool gp_png_decode(const struct gp_intake *in, const struct gp_png *png, struct gp_picture *pic)
{
	struct decode *d = GP_NEW(in->arena, struct decode);
	bool ok;

	open_decode(d, png);
	ok = run(d, in, png);
	if (ok)
		finish(d, (size_t)png->width * png->height, pic);
	else
		gp_report(in->diag, GP_MSG_PNG_DECODE, in->at, in->name, d->why);
	close_decode(d);
	return ok;
}
