/*
 * Pictures: PNG and JPEG files checked and made ready for the page.
 *
 * A picture that passes is described completely: size, colour, bits, and the bytes that go into the
 * PDF.  Where PDF allows it these are the file's own compressed bytes (pass-through, after a full
 * check of every part and of the inflated data); else the picture is decoded once.  libpng,
 * libdeflate and libturbojpeg are met only in this folder.
 *
 * Passed through: PNG up to 8 bits that is neither interlaced nor transparent; grey, YCbCr and RGB
 * JPEG.  Decoded: other PNG; JPEG in CMYK or lying on its side by EXIF.  Nothing but the picture
 * goes on: no comments, no EXIF (it tells where a photograph was taken), no bytes after the end.
 *
 * Colour: samples are taken raw when a PNG says nothing, sRGB, or a gamma within 5 % of 0.45455;
 * else they are converted to sRGB, so that either path prints the same pixels.  Colour profiles in
 * PNG and JPEG are not read: the samples are taken as sRGB, or by the gamma that stands beside a
 * profile.  CMYK becomes RGB by the plain formula, light = (1 - ink) (1 - black).
 */
#ifndef GP_IMAGE_PICTURE_H
#define GP_IMAGE_PICTURE_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"

#include <stdbool.h>

enum gp_coding {
	GP_CODING_FLATE_PNG, /* zlib stream with PNG predictors (PDF Predictor 15) */
	GP_CODING_RAW,       /* samples, row by row; the writer compresses them */
	GP_CODING_JPEG       /* a whole JPEG file */
};

enum gp_space {
	GP_SPACE_GREY,
	GP_SPACE_RGB,
	GP_SPACE_INDEXED,
	GP_SPACE_CMYK /* only made by gp_picture_convert */
};

struct gp_samples {
	enum gp_coding coding;
	enum gp_space space;
	unsigned bits; /* per sample: 1, 2, 4, 8 (16 is reduced to 8) */
	struct gp_bytes data;
	uint8_t palette[256 * 3]; /* GP_SPACE_INDEXED */
	unsigned n_palette;
	const uint8_t *inks; /* the palette in CMYK, four bytes a colour; NULL: it is RGB */
};

/* Pixels x0 to x1 - 1 of rows y0 to y1 - 1. */
struct gp_rect_px {
	uint32_t x0, y0, x1, y1;
};

struct gp_picture {
	const char *path;
	uint32_t width, height; /* pixels, as printed (EXIF orientation already applied) */
	struct gp_samples colour;
	bool has_mask;
	struct gp_samples mask;           /* grey, same or other size; GP_SPACE_GREY */
	uint32_t mask_width, mask_height; /* may differ from the picture's */
	struct gp_rect_px ink;            /* box of what is not fully transparent */
};

struct gp_picture_limits {
	size_t file_bytes; /* largest file read; 0: 64 MB */
	uint32_t side;     /* longest side in pixels; 0: 20,000 */
	uint64_t pixels;   /* 0: 100 million */
};

/*
 * Where the rows of pictures are spread out to be looked at: memory that goes from one picture to
 * the next, since a first touch of memory costs more than the look.  Starts zeroed, grows to what
 * the largest picture needs, given back by gp_light_table_clear.
 */
struct gp_light_table {
	struct gp_arena *arena; /* NULL: nothing yet */
	uint8_t *rows;
	size_t room;
};

void gp_light_table_clear(struct gp_light_table *t);

/* Where pictures are found. */
struct gp_picture_folder {
	const char *dir;
	bool anywhere;                          /* ids and links may lead out of dir */
	const struct gp_picture_limits *limits; /* NULL: the usual ones */
	struct gp_light_table *table;           /* NULL: one of its own for each picture */
};

/*
 * Read a picture by id from a folder: ID.png, else ID.jpg / ID.jpeg (or in capitals); ID.mask.png,
 * when there, is its soft mask (a grey PNG without alpha).  The kind is told from the content.  The
 * id may hold folders but must stay under `dir` ("..", absolute names and links that lead out are
 * refused unless `anywhere`).
 *
 * Reports and returns NULL on any fault, with a picture of nearly that name when there is none;
 * warns of a picture that is transparent all over.  Everything lives in the arena.  Memory besides:
 * the inflated rows on the light table, at most 8 bytes a pixel, asked for only when the
 * compressed data could fill them.  Cost: about 1 ms per million pixels, more when decoded.
 */
struct gp_picture *gp_picture_load(const struct gp_picture_folder *from, const char *id,
	struct gp_place at, struct gp_arena *a, struct gp_diag *d);

/* From bytes, for tests and fuzzing; `name` for messages.  The picture may point into the bytes. */
struct gp_picture *gp_picture_parse(const char *name, struct gp_bytes file,
	const struct gp_picture_limits *limits, struct gp_place at, struct gp_arena *a,
	struct gp_diag *d);

#endif
