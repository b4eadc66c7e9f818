/*
 * Tone of pictures.  The mask is unpacked first, then the colour rows are gone through and each
 * pixel is weighted by the mask at its place.
 */
#include "image/jpeg.h"
#include "image/png.h"
#include "image/tone.h"

#include <string.h>

enum { LOOKS = 500 }; /* rows and columns looked at; more do not change the mean */

struct sum {
	const struct gp_picture *p;
	struct gp_rect_px part;
	uint32_t step_x, step_y;
	gp_grey_fn *grey;
	uint8_t *mask;      /* NULL: opaque */
	uint8_t level[256]; /* grey of a sample: GREY and INDEXED */
	uint64_t n, cover, dark;
};

static unsigned sample(const uint8_t *row, uint32_t x, unsigned bits)
{
	size_t at = (size_t)x * bits;

	if (bits == 8)
		return row[x];
	return (unsigned)(row[at / 8] >> (8 - bits - at % 8)) & ((1u << bits) - 1);
}

static unsigned mask_at(const struct sum *s, uint32_t x, uint32_t y)
{
	const struct gp_picture *p = s->p;
	uint64_t mx, my;

	if (!s->mask)
		return 255;
	mx = (uint64_t)x * p->mask_width / p->width;
	my = (uint64_t)y * p->mask_height / p->height;
	return s->mask[my * p->mask_width + mx];
}

static void add(struct sum *s, uint32_t x, uint32_t y, unsigned grey)
{
	unsigned m = mask_at(s, x, y);

	s->n++;
	s->cover += m;
	s->dark += (uint64_t)m * (255 - grey);
}

static void colour_row(const uint8_t *row, uint32_t y, void *user)
{
	struct sum *s = user;
	const struct gp_samples *c = &s->p->colour;
	const uint8_t *px;
	uint32_t x;

	if (y < s->part.y0 || y >= s->part.y1 || (y - s->part.y0) % s->step_y)
		return;
	for (x = s->part.x0; x < s->part.x1; x += s->step_x) {
		if (c->space == GP_SPACE_RGB) {
			px = row + (size_t)x * 3;
			add(s, x, y, s->grey(px[0], px[1], px[2]));
		} else {
			add(s, x, y, s->level[sample(row, x, c->bits)]);
		}
	}
}

static void mask_row(const uint8_t *row, uint32_t y, void *user)
{
	struct sum *s = user;
	unsigned bits = s->p->mask.bits, most = (1u << bits) - 1;
	uint32_t x, w = s->p->mask_width;

	for (x = 0; x < w; x++)
		s->mask[(size_t)y * w + x] = (uint8_t)(sample(row, x, bits) * 255 / most);
}

/* Every row of samples that are no JPEG. */
static void each_row(const struct gp_samples *c, uint32_t width, uint32_t height, gp_png_row_fn *fn,
	struct sum *s)
{
	struct gp_png png = {.width = width, .height = height, .depth = c->bits};
	size_t row_len = ((size_t)width * c->bits * (c->space == GP_SPACE_RGB ? 3 : 1) + 7) / 8;
	uint32_t y;

	if (c->coding == GP_CODING_RAW) {
		for (y = 0; y < height; y++)
			fn(c->data.data + (size_t)y * row_len, y, s);
		return;
	}
	png.type = c->space == GP_SPACE_RGB       ? GP_PNG_RGB
		   : c->space == GP_SPACE_INDEXED ? GP_PNG_INDEXED
						  : GP_PNG_GREY;
	gp_png_each_row(&png, c->data, fn, s);
}

static void each_jpeg_pixel(struct sum *s)
{
	const struct gp_picture *p = s->p;
	struct gp_diag *d = gp_diag_new();
	struct gp_intake in = {.name = p->path, .diag = d};
	struct gp_jpeg jpeg = {.width = p->width, .height = p->height, .bytes = p->colour.data};
	uint32_t x, y, w = (p->width + 7) / 8;
	uint8_t *small = gp_jpeg_small(&in, &jpeg), *px;

	for (y = s->part.y0 / 8; small && y < (s->part.y1 + 7) / 8; y++) {
		for (x = s->part.x0 / 8; x < (s->part.x1 + 7) / 8; x++) {
			px = small + ((size_t)y * w + x) * 3;
			add(s, x * 8, y * 8, s->grey(px[0], px[1], px[2]));
		}
	}
	gp_mem_free(small);
	gp_diag_free(d);
}

static void fill_levels(struct sum *s)
{
	const struct gp_samples *c = &s->p->colour;
	unsigned i, v, most = (1u << c->bits) - 1;

	for (i = 0; i < 256; i++) {
		v = i > most ? 255 : i * 255 / most;
		if (c->space != GP_SPACE_INDEXED)
			s->level[i] = (uint8_t)s->grey((uint8_t)v, (uint8_t)v, (uint8_t)v);
		else if (i < c->n_palette)
			s->level[i] = (uint8_t)s->grey(
				c->palette[3 * i], c->palette[3 * i + 1], c->palette[3 * i + 2]);
	}
}

static uint32_t step(uint32_t from, uint32_t to)
{
	return 1 + (to - from) / LOOKS;
}

struct gp_tone gp_picture_tone(const struct gp_picture *p, struct gp_rect_px part, gp_grey_fn *grey)
{
	struct sum s = {.p = p, .part = part, .grey = grey};

	s.part.x1 = part.x1 < p->width ? part.x1 : p->width;
	s.part.y1 = part.y1 < p->height ? part.y1 : p->height;
	if (part.x0 >= s.part.x1 || part.y0 >= s.part.y1)
		return (struct gp_tone){0, 0};
	s.step_x = step(part.x0, s.part.x1);
	s.step_y = step(part.y0, s.part.y1);
	if (p->has_mask) {
		s.mask = gp_mem_alloc((size_t)p->mask_width * p->mask_height);
		each_row(&p->mask, p->mask_width, p->mask_height, mask_row, &s);
	}
	if (p->colour.coding == GP_CODING_JPEG) {
		each_jpeg_pixel(&s);
	} else {
		fill_levels(&s);
		each_row(&p->colour, p->width, p->height, colour_row, &s);
	}
	gp_mem_free(s.mask);
	if (s.n == 0)
		return (struct gp_tone){0, 0};
	return (struct gp_tone){(unsigned)(s.cover * 1000 / (255 * s.n)),
		(unsigned)(s.dark * 1000 / (UINT64_C(65025) * s.n))};
}
