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
	uint8_t *pixels; /* gp_mem */
	size_t row_len;
	unsigned channels, bits;
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
}

static void read_rows(struct decode *d, uint32_t height)
{
	int passes;
	uint32_t y;

	png_set_read_fn(d->png, &d->source, on_read);
	/* our own limits were kept before; IDAT is one chunk here, however long */
	png_set_user_limits(d->png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);
	png_set_chunk_malloc_max(d->png, 0);
	png_read_info(d->png, d->info);
	png_set_expand(d->png);
	passes = png_set_interlace_handling(d->png);
	png_read_update_info(d->png, d->info);
	d->channels = png_get_channels(d->png, d->info);
	d->bits = png_get_bit_depth(d->png, d->info);
	d->row_len = png_get_rowbytes(d->png, d->info);
	d->pixels = gp_mem_alloc(d->row_len * height);
	while (passes-- > 0) {
		for (y = 0; y < height; y++)
			png_read_row(d->png, d->pixels + y * d->row_len, NULL);
	}
}

static bool run(struct decode *d, uint32_t height)
{
	if (setjmp(png_jmpbuf(d->png)))
		return false;
	read_rows(d, height);
	return true;
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

/* One channel of all pixels through a table; 16-bit samples are big-endian. */
static void pick(const struct decode *d, unsigned channel, const uint8_t *table, size_t n_pixels,
	uint8_t *to, unsigned step)
{
	const uint8_t *p = d->pixels + channel * (d->bits / 8);
	size_t i, stride = d->channels * (size_t)(d->bits / 8);

	for (i = 0; i < n_pixels; i++, p += stride)
		to[i * step] = table[d->bits == 16 ? gp_be16(p) : *p];
}

static void take_mask(
	const struct gp_intake *in, const struct decode *d, size_t n_pixels, struct gp_picture *pic)
{
	uint8_t *mask = gp_arena_alloc(in->arena, n_pixels), *table = make_table(d->bits, 0);

	pick(d, d->channels - 1, table, n_pixels, mask, 1);
	gp_mem_free(table);
	pic->has_mask = true;
	pic->mask = (struct gp_samples){.coding = GP_CODING_RAW,
		.space = GP_SPACE_GREY,
		.bits = 8,
		.data = {mask, n_pixels}};
	pic->mask_width = pic->width;
	pic->mask_height = pic->height;
}

static bool is_opaque(const struct decode *d, size_t n_pixels)
{
	size_t step = d->bits / 8, i, stride = d->channels * step;
	const uint8_t *p = d->pixels + (d->channels - 1) * step;

	if (d->channels % 2)
		return true;
	for (i = 0; i < n_pixels; i++, p += stride) {
		if (p[0] != 255 || p[step - 1] != 255)
			return false;
	}
	return true;
}

static void take_pixels(
	const struct gp_intake *in, const struct decode *d, uint32_t gamma, struct gp_picture *pic)
{
	size_t n_pixels = (size_t)pic->width * pic->height;
	unsigned n = d->channels < 3 ? 1 : 3, i;
	uint8_t *colour = gp_arena_array(in->arena, n_pixels, n);
	uint8_t *table = make_table(d->bits, gamma);

	for (i = 0; i < n; i++)
		pick(d, i, table, n_pixels, colour + i, n);
	gp_mem_free(table);
	pic->colour = (struct gp_samples){.coding = GP_CODING_RAW,
		.space = n == 1 ? GP_SPACE_GREY : GP_SPACE_RGB,
		.bits = 8,
		.data = {colour, n_pixels * n}};
	if (!is_opaque(d, n_pixels))
		take_mask(in, d, n_pixels, pic);
}

bool gp_png_decode(const struct gp_intake *in, const struct gp_png *png, struct gp_picture *pic)
{
	struct decode *d = GP_NEW(in->arena, struct decode);
	bool ok;

	open_decode(d, png);
	ok = run(d, png->height);
	if (ok)
		take_pixels(in, d, png->gamma, pic);
	else
		gp_report(in->diag, GP_MSG_PNG_DECODE, in->at, in->name, d->why);
	close_decode(d);
	return ok;
}
