/*
 * The rows of a PNG: inflated at once into a buffer of exactly the size the header promises, then
 * checked (PNG specification, clauses 7, 8 and 9).
 *
 * Filters are undone only where sample values matter: palette indices that could lie outside the
 * palette, and the ink of a mask.  Everything else passes with one look at each filter byte.
 */
#include "image/png.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum {
	DEFLATE_MOST = 1032, /* a code of two bits can stand for 258 bytes */
	N_FILTERS = 5
};

struct pass {
	uint32_t width, height;
	size_t row_len; /* without the filter byte */
};

struct scan {
	const struct gp_intake *in;
	const struct gp_png *png;
	struct gp_rect_px *ink;
	bool indices, undo;
	size_t bpp;           /* distance of the byte a filter calls "left" */
	const uint8_t *blank; /* the row above the first */
};

static unsigned n_passes(const struct gp_png *png)
{
	return png->interlaced ? 7 : 1;
}

/* Reduced image i of Adam7, or the whole picture. */
static struct pass pass_of(const struct gp_png *png, unsigned i)
{
	static const uint8_t x0[7] = {0, 4, 0, 2, 0, 1, 0}, y0[7] = {0, 0, 4, 0, 2, 0, 1},
			     dx[7] = {8, 8, 4, 4, 2, 2, 1}, dy[7] = {8, 8, 8, 4, 4, 2, 2};
	struct pass p = {png->width, png->height, 0};

	if (png->interlaced) {
		p.width = p.width > x0[i] ? (p.width - x0[i] - 1) / dx[i] + 1 : 0;
		p.height = p.height > y0[i] ? (p.height - y0[i] - 1) / dy[i] + 1 : 0;
	}
	if (p.width == 0)
		p.height = 0;
	p.row_len = (size_t)(((uint64_t)p.width * gp_png_pixel_bits(png) + 7) / 8);
	return p;
}

/* Bytes of all rows with their filter bytes; the limits keep this far from overflow. */
static uint64_t inflated_len(const struct gp_png *png)
{
	uint64_t sum = 0;
	struct pass p;
	unsigned i;

	for (i = 0; i < n_passes(png); i++) {
		p = pass_of(png, i);
		sum += (uint64_t)p.height * (p.row_len + 1);
	}
	return sum;
}

/*
 * The filters that look to the left go lane by lane (a lane: every bpp-th byte), so that the byte
 * just made stays in a register.
 */
static void undo_left(uint8_t *row, size_t len, size_t bpp)
{
	uint8_t left;
	size_t lane, i;

	for (lane = 0; lane < bpp; lane++) {
		left = 0;
		for (i = lane; i < len; i += bpp)
			row[i] = left = (uint8_t)(row[i] + left);
	}
}

/* Eight sums at a time: the top bits are added without carry. */
static void undo_up(uint8_t *row, const uint8_t *above, size_t len)
{
	const uint64_t low = UINT64_C(0x7f7f7f7f7f7f7f7f);
	uint64_t a, b;
	size_t i;

	for (i = 0; i + 8 <= len; i += 8) {
		memcpy(&a, row + i, 8);
		memcpy(&b, above + i, 8);
		a = ((a & low) + (b & low)) ^ ((a ^ b) & ~low);
		memcpy(row + i, &a, 8);
	}
	for (; i < len; i++)
		row[i] = (uint8_t)(row[i] + above[i]);
}

static void undo_average(uint8_t *row, const uint8_t *above, size_t len, size_t bpp)
{
	uint8_t left;
	size_t lane, i;

	for (lane = 0; lane < bpp; lane++) {
		left = 0;
		for (i = lane; i < len; i += bpp)
			row[i] = left = (uint8_t)(row[i] + (left + above[i]) / 2);
	}
}

static int paeth(int a, int b, int c)
{
	int pa = abs(b - c), pb = abs(a - c), pc = abs(a + b - 2 * c);

	if (pa == 0)
		return a; /* plain areas: a branch that is guessed right */
	if (pa <= pb && pa <= pc)
		return a;
	return pb <= pc ? b : c;
}

static void undo_paeth(uint8_t *row, const uint8_t *above, size_t len, size_t bpp)
{
	int left, corner;
	size_t lane, i;

	for (lane = 0; lane < bpp; lane++) {
		left = corner = 0;
		for (i = lane; i < len; i += bpp) {
			left = (row[i] + paeth(left, above[i], corner)) & 255;
			corner = above[i];
			row[i] = (uint8_t)left;
		}
	}
}

static void undo(uint8_t *row, const uint8_t *above, size_t len, size_t bpp)
{
	switch (row[-1]) {
	case 1:
		undo_left(row, len, bpp);
		break;
	case 2:
		undo_up(row, above, len);
		break;
	case 3:
		undo_average(row, above, len, bpp);
		break;
	case 4:
		undo_paeth(row, above, len, bpp);
		break;
	default:
		break;
	}
}

/* The largest index in a row, or one that is too large already. */
static unsigned top_index(const struct gp_png *png, const uint8_t *row, const struct pass *p)
{
	unsigned top = 0, v, mask = (1u << png->depth) - 1;
	size_t i;
	uint32_t x;

	if (png->depth == 8) {
		i = gp_bytes_first(row, p->row_len, png->n_palette);
		return i < p->row_len ? row[i] : 0;
	}
	for (x = 0; x < p->width; x++) {
		i = (size_t)x * png->depth;
		v = (unsigned)(row[i / 8] >> (8 - png->depth - i % 8)) & mask;
		top = v > top ? v : top;
	}
	return top;
}

static bool scan_row(const struct scan *s, const struct pass *p, uint8_t *row, uint32_t y)
{
	const uint8_t *above = y ? row - p->row_len - 1 : s->blank;
	const struct gp_intake *in = s->in;
	unsigned top;

	if (row[-1] >= N_FILTERS) {
		gp_report(in->diag, GP_MSG_PNG_FILTER, in->at, in->name, y, (unsigned)row[-1]);
		return false;
	}
	if (!s->undo)
		return true;
	undo(row, above, p->row_len, s->bpp);
	if (s->ink)
		gp_ink_row(s->ink, row, y, p->width, s->png->depth);
	if (!s->indices)
		return true;
	top = top_index(s->png, row, p);
	if (top >= s->png->n_palette) {
		gp_report(in->diag, GP_MSG_PNG_INDEX, in->at, in->name, top, s->png->n_palette);
		return false;
	}
	return true;
}

static bool scan_rows(const struct scan *s, uint8_t *rows)
{
	struct pass p;
	uint32_t y;
	unsigned i;

	for (i = 0; i < n_passes(s->png); i++) {
		p = pass_of(s->png, i);
		for (y = 0; y < p.height; y++, rows += p.row_len + 1) {
			if (!scan_row(s, &p, rows + 1, y))
				return false;
		}
	}
	return true;
}

/*
 * libdeflate does not hold a stream to the window its header names, zlib does.  Where a smaller
 * window could matter the header is written anew with the full one.
 * It also takes blocks that announce 287 or 288 literal and length codes, which RFC 1951 (3.2.7)
 * rules out.  Where blocks begin shows only while they are decoded, so finding such a block would
 * take an inflater of our own; no packer writes one.
 */
static void widen_window(const struct gp_intake *in, struct gp_png *png, size_t inflated)
{
	unsigned window = 8 + (png->idat[0] >> 4);
	uint8_t *wide;

	if (inflated <= (size_t)1 << window || window >= 15)
		return;
	wide = gp_arena_raw(in->arena, png->idat_len);
	memcpy(wide, png->idat, png->idat_len);
	wide[0] = 0x78;
	wide[1] = 0x01;
	png->idat = wide;
}

static bool inflate_all(const struct gp_intake *in, struct gp_png *png, uint8_t *rows, size_t len)
{
	struct libdeflate_decompressor *z = libdeflate_alloc_decompressor();
	enum libdeflate_result result;
	size_t used = 0;

	if (!z)
		gp_mem_fail();
	result = libdeflate_zlib_decompress_ex(z, png->idat, png->idat_len, rows, len, &used, NULL);
	libdeflate_free_decompressor(z);
	switch (result) {
	case LIBDEFLATE_SUCCESS:
		png->idat_len = used;
		widen_window(in, png, len);
		return true;
	case LIBDEFLATE_SHORT_OUTPUT:
		gp_report(in->diag, GP_MSG_PNG_SHORT, in->at, in->name);
		return false;
	case LIBDEFLATE_INSUFFICIENT_SPACE:
		gp_report(in->diag, GP_MSG_PNG_LONG, in->at, in->name);
		return false;
	case LIBDEFLATE_BAD_DATA:
	default:
		gp_report(in->diag, GP_MSG_PNG_ZLIB, in->at, in->name);
		return false;
	}
}

bool gp_png_check(const struct gp_intake *in, struct gp_png *png, struct gp_rect_px *ink)
{
	struct scan s = {.in = in, .png = png, .ink = ink, .bpp = (gp_png_pixel_bits(png) + 7) / 8};
	uint64_t len = inflated_len(png);
	size_t widest = (size_t)(((uint64_t)png->width * gp_png_pixel_bits(png) + 7) / 8);
	uint8_t *rows;

	if (len > SIZE_MAX - widest || len / DEFLATE_MOST >= png->idat_len) {
		gp_report(in->diag, GP_MSG_PNG_SHORT, in->at, in->name);
		return false;
	}
	s.indices = png->type == GP_PNG_INDEXED && png->n_palette < 1u << png->depth;
	s.undo = s.indices || ink;
	rows = gp_light_table_rows(in->table, (size_t)len + widest);
	s.blank = memset(rows + len, 0, widest);
	return inflate_all(in, png, rows, (size_t)len) && scan_rows(&s, rows);
}

void gp_png_each_row(
	const struct gp_png *png, struct gp_bytes stream, gp_png_row_fn *fn, void *user)
{
	struct libdeflate_decompressor *z = libdeflate_alloc_decompressor();
	struct pass p = pass_of(png, 0);
	size_t bpp = (gp_png_pixel_bits(png) + 7) / 8, len = (size_t)inflated_len(png), got = 0;
	uint8_t *rows = gp_mem_alloc(len + p.row_len), *row = rows + 1, *above = rows + len;
	uint32_t y;

	if (!z)
		gp_mem_fail();
	memset(above, 0, p.row_len);
	libdeflate_zlib_decompress(z, stream.data, stream.len, rows, len, &got);
	for (y = 0; got == len && y < p.height; y++, row += p.row_len + 1) {
		undo(row, above, p.row_len, bpp);
		fn(row, y, user);
		above = row;
	}
	libdeflate_free_decompressor(z);
	gp_mem_free(rows);
}
