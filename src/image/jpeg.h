/*
 * Inside the image stage: a JPEG taken apart (jpeg_walk.c) and the way through libjpeg-turbo
 * (jpeg_decode.c).
 */
#ifndef GP_IMAGE_JPEG_H
#define GP_IMAGE_JPEG_H

#include "image/intake.h"

enum gp_jpeg_colour { GP_JPEG_GREY, GP_JPEG_YCC, GP_JPEG_RGB, GP_JPEG_CMYK, GP_JPEG_YCCK };

struct gp_jpeg {
	uint32_t width, height; /* as stored, before orientation */
	unsigned n_components;
	uint8_t id[4], across[4], down[4]; /* component number, sampling factors */
	bool has_jfif, has_adobe;
	unsigned adobe_transform;
	unsigned orientation;  /* EXIF, 1 to 8 */
	struct gp_bytes bytes; /* SOI to EOI, without what is not picture; in the arena */
};

/*
 * Take a file apart: markers, lengths, header, scans, end.  Entropy-coded data is only stepped
 * over.  Reports and returns false on the first fault.
 */
bool gp_jpeg_walk(const struct gp_intake *in, struct gp_bytes file, struct gp_jpeg *jpeg);

/*
 * Orientation (1 to 8) from an APP1 segment's content, 1 when it holds none or makes no sense: a
 * damaged note about a picture is no fault of the picture.
 */
unsigned gp_exif_orientation(struct gp_bytes segment);

/* How the samples are to be read, as libjpeg decides it. */
enum gp_jpeg_colour gp_jpeg_colour(const struct gp_jpeg *jpeg);

/* Decode once at an eighth of the size, to prove the entropy-coded data. */
bool gp_jpeg_prove(const struct gp_intake *in, const struct gp_jpeg *jpeg);

/*
 * RGB rows at an eighth of the size, each side rounded up, of a JPEG in grey, YCbCr or RGB that was
 * proved; to be freed with gp_mem_free.  NULL when it cannot be decoded after all.
 */
uint8_t *gp_jpeg_small(const struct gp_intake *in, const struct gp_jpeg *jpeg);

/* Decode to grey or RGB rows, turned upright. */
bool gp_jpeg_decode(const struct gp_intake *in, const struct gp_jpeg *jpeg, struct gp_picture *pic);

#endif
