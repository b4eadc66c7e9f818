/*
 * Colour to grey and to four inks.  Grey replacement of 75 %: black takes three quarters of what
 * cyan, magenta and yellow have in common.
 */
#include "image/convert.h"

#include "image/jpeg.h"
#include "image/png.h"

#include <string.h>

/* Rows being mapped into a buffer. */
struct mapped {
	uint8_t *out;
	uint32_t width;
	enum gp_inks inks;
};

uint8_t gp_ink_grey(uint8_t r, uint8_t g, uint8_t b)
{
	return (uint8_t)((2126u * r + 7152u * g + 722u * b + 5000u) / 10000u);
}

void gp_ink_cmyk(const uint8_t rgb[3], uint8_t cmyk[4])
{
	unsigned c[3] = {255u - rgb[0], 255u - rgb[1], 255u - rgb[2]}, k = c[0], i;

	for (i = 1; i < 3; i++)
		k = c[i] < k ? c[i] : k;
	/* pure greys print in black alone: no coloured fringe beside black type */
	k = c[0] == c[1] && c[1] == c[2] ? k : k * 3 / 4;
	for (i = 0; i < 3; i++)
		cmyk[i] = (uint8_t)(k == 255 ? 0 : (c[i] - k) * 255u / (255u - k));
	cmyk[3] = (uint8_t)k;
}

static size_t channels(enum gp_inks inks)
{
	return inks == GP_INKS_CMYK ? 4 : 1;
}

static void map_row(const uint8_t *row, uint32_t y, void *user)
{
	struct mapped *m = user;
	uint8_t *to = m->out + (size_t)y * m->width * channels(m->inks);
	uint32_t x;

	for (x = 0; x < m->width; x++, row += 3) {
		if (m->inks == GP_INKS_CMYK)
			gp_ink_cmyk(row, to + (size_t)x * 4);
		else
			to[x] = gp_ink_grey(row[0], row[1], row[2]);
	}
}

static void map_palette(struct gp_samples *s, enum gp_inks inks, struct gp_arena *a)
{
	uint8_t *p = s->palette, *four;
	unsigned i;

	if (inks == GP_INKS_GREY) {
		for (i = 0; i < s->n_palette; i++, p += 3)
			p[0] = p[1] = p[2] = gp_ink_grey(p[0], p[1], p[2]);
		return;
	}
	four = gp_arena_alloc(a, (size_t)s->n_palette * 4);
	for (i = 0; i < s->n_palette; i++)
		gp_ink_cmyk(p + (size_t)i * 3, four + (size_t)i * 4);
	s->inks = four;
}

/* RGB rows of a PNG or of raw samples, mapped. */
static void map_rows(const struct gp_samples *s, struct mapped *m, uint32_t height)
{
	struct gp_png png = {.width = m->width, .height = height, .depth = 8, .type = GP_PNG_RGB};
	uint32_t y;

	if (s->coding == GP_CODING_FLATE_PNG) {
		gp_png_each_row(&png, s->data, map_row, m);
		return;
	}
	for (y = 0; y < height; y++)
		map_row(s->data.data + (size_t)y * m->width * 3, y, m);
}

/* A JPEG decoded; grey ones stay what they are. */
static bool unpack(
	const struct gp_picture *p, struct gp_samples *s, struct gp_arena *a, struct gp_diag *d)
{
	/* its size was accepted when it was read */
	struct gp_intake in = {.name = p->path,
		.limits = {.side = UINT32_MAX, .pixels = UINT64_MAX},
		.arena = a,
		.diag = d};
	struct gp_jpeg jpeg = {0};
	struct gp_picture plain = *p;

	if (s->coding != GP_CODING_JPEG)
		return true;
	if (!gp_jpeg_walk(&in, s->data, &jpeg) || !gp_jpeg_decode(&in, &jpeg, &plain))
		return false;
	*s = plain.colour;
	return true;
}

struct gp_picture *gp_picture_convert(
	const struct gp_picture *p, enum gp_inks inks, struct gp_arena *a, struct gp_diag *d)
{
	struct gp_picture *out = GP_NEW(a, struct gp_picture);
	struct gp_samples *s = &out->colour;
	struct mapped m = {.width = p->width, .inks = inks};

	*out = *p;
	if (s->space == GP_SPACE_GREY)
		return out;
	if (s->space == GP_SPACE_INDEXED) {
		map_palette(s, inks, a);
		return out;
	}
	if (!unpack(p, s, a, d))
		return NULL;
	m.out = gp_arena_array(a, (size_t)p->width * p->height, channels(inks));
	map_rows(s, &m, p->height);
	s->coding = GP_CODING_RAW;
	s->bits = 8;
	s->space = inks == GP_INKS_CMYK ? GP_SPACE_CMYK : GP_SPACE_GREY;
	s->data = (struct gp_bytes){m.out, (size_t)p->width * p->height * channels(inks)};
	return out;
}
