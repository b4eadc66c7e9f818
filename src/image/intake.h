/*
 * Inside the image stage: what every reader of a file format is handed, and reading of bytes.
 */
#ifndef GP_IMAGE_INTAKE_H
#define GP_IMAGE_INTAKE_H

#include "image/picture.h"

struct gp_intake {
	const char *name; /* the file, for messages */
	struct gp_place at;
	struct gp_picture_limits limits; /* no zeros left */
	bool is_mask;                    /* samples are coverage, not colour: gamma means nothing */
	struct gp_arena *arena;
	struct gp_light_table *table;
	struct gp_diag *diag;
};

/* Room for `size` bytes on the table, good until the next call; not zeroed. */
uint8_t *gp_light_table_rows(struct gp_light_table *t, size_t size);

/* Report and return false when the picture is larger than the limits; nothing is allocated yet. */
bool gp_intake_size(const struct gp_intake *in, uint32_t width, uint32_t height);

/*
 * PNG and JPEG bytes to a picture without mask file; nothing in `pic` holds after a failure.  A
 * JPEG must start with its two bytes SOI, by which it was told.
 */
bool gp_png_read(const struct gp_intake *in, struct gp_bytes file, struct gp_picture *pic);
bool gp_jpeg_read(const struct gp_intake *in, struct gp_bytes file, struct gp_picture *pic);

/*
 * Widen the box by the ink of row y: samples over 8 of 255.  A box with x0 >= x1 holds nothing yet.
 * `bits` is 1, 2, 4 or 8; rows are packed as in PNG.
 */
void gp_ink_row(
	struct gp_rect_px *ink, const uint8_t *row, uint32_t y, uint32_t width, unsigned bits);

/* Position of the first byte that is at least `least` (1 to 255); len when there is none. */
size_t gp_bytes_first(const uint8_t *p, size_t len, unsigned least);

static inline uint32_t gp_be16(const uint8_t *p)
{
	return (uint32_t)p[0] << 8 | p[1];
}

static inline uint32_t gp_be32(const uint8_t *p)
{
	return gp_be16(p) << 16 | gp_be16(p + 2);
}

static inline void gp_put_be32(uint8_t *p, uint32_t v)
{
	p[0] = (uint8_t)(v >> 24);
	p[1] = (uint8_t)(v >> 16);
	p[2] = (uint8_t)(v >> 8);
	p[3] = (uint8_t)v;
}

#endif
