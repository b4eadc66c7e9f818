/*
 * Inside the image stage: a PNG taken apart (png_walk.c), its rows (png_rows.c), and the way
 * through libpng for what PDF cannot take as it is (png_decode.c).
 */
#ifndef GP_IMAGE_PNG_H
#define GP_IMAGE_PNG_H

#include "image/intake.h"

enum { GP_PNG_GREY = 0, GP_PNG_RGB = 2, GP_PNG_INDEXED = 3, GP_PNG_GREY_A = 4, GP_PNG_RGB_A = 6 };

struct gp_png {
	uint32_t width, height;
	unsigned depth, type;
	bool interlaced;
	uint8_t palette[256 * 3];
	unsigned n_palette;
	uint8_t trns[256];
	size_t n_trns;
	uint32_t gamma;      /* times 100,000; 0: none given, or sRGB */
	const uint8_t *idat; /* all IDAT chunks as one zlib stream, in the file or the arena */
	size_t idat_len;
};

/*
 * Take a file apart: every chunk's length, name, checksum, order and content.  Reports and returns
 * false on the first fault.
 */
bool gp_png_walk(const struct gp_intake *in, struct gp_bytes file, struct gp_png *png);

/* Samples per pixel and bits per pixel as stored. */
unsigned gp_png_channels(const struct gp_png *png);
unsigned gp_png_pixel_bits(const struct gp_png *png);

/*
 * Inflate all rows and check them: exact length, filter numbers, palette indices.  With `ink` (for
 * a grey picture that is not interlaced) the rows are undone as well and the box of ink is found.
 * The stream is cut to what belongs to it and its header made
 * to tell the truth about the window, so that any inflater can read it.  Reports and returns false
 * on a fault.
 */
bool gp_png_check(const struct gp_intake *in, struct gp_png *png, struct gp_rect_px *ink);

/*
 * Call fn with every row of a picture that passed gp_png_check and is not interlaced: packed
 * samples, filters undone, good for the time of the call.  Of `png` only size, depth and type
 * count; the compressed rows are those of `stream`.
 */
typedef void gp_png_row_fn(const uint8_t *row, uint32_t y, void *user);
void gp_png_each_row(
	const struct gp_png *png, struct gp_bytes stream, gp_png_row_fn *fn, void *user);

/*
 * Decode to 8-bit grey or RGB rows, with a mask where something is not opaque; gamma is turned to
 * sRGB.  The picture must have passed gp_png_check.
 */
bool gp_png_decode(const struct gp_intake *in, const struct gp_png *png, struct gp_picture *pic);

#endif
