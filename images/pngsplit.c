/*
 * Splits a picture with alpha into what a PDF wants: colour without alpha, and alpha as a mask.
 *
 *     pngsplit IN.png BASE      writes BASE.rgb.png and, where IN is not opaque, BASE.mask.png
 *
 * Colour is straight (not premultiplied), as PNG stores it, and white where the picture is empty,
 * so a reader that ignores the mask still shows a picture on white paper.  The mask is 4-bit grey,
 * not interlaced: sixteen steps are more than an edge on paper shows, and half the bytes to check.
 * A BASE.mask.png left from an earlier, transparent version is removed.  Files are written under a
 * temporary name and renamed, so a failed run leaves no half file behind.
 *
 * Exit status: 0 done, 1 an error (reported on stderr), 2 wrong usage.
 */
#include <errno.h>
#include <png.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	MAX_SIDE = 20000, /* pixels; the largest poster picture has under 2000 */
	MASK_BITS = 4,
	MASK_TOP = (1 << MASK_BITS) - 1
};

static const char *program = "pngsplit";

struct picture {
	uint32_t width, height;
	uint8_t *rgba; /* width * height * 4 bytes, owned */
};

static bool complain(const char *file, const char *what)
{
	fprintf(stderr, "%s: %s: %s\n", program, file, what);
	return false;
}

static size_t n_pixels(const struct picture *p)
{
	return (size_t)p->width * p->height;
}

static bool read_picture(const char *file, struct picture *p)
{
	png_image png = {.version = PNG_IMAGE_VERSION};

	if (!png_image_begin_read_from_file(&png, file))
		return complain(file, png.message);
	png.format = PNG_FORMAT_RGBA;
	p->width = png.width;
	p->height = png.height;
	if (png.width > MAX_SIDE || png.height > MAX_SIDE) {
		png_image_free(&png);
		return complain(file, "larger than 20000 pixels a side");
	}
	p->rgba = malloc(n_pixels(p) * 4);
	if (!p->rgba) {
		png_image_free(&png);
		return complain(file, "out of memory");
	}
	if (!png_image_finish_read(&png, NULL, p->rgba, 0, NULL))
		return complain(file, png.message);
	return true;
}

/*
 * One PNG, unfiltered: drawings have flat areas, which deflate packs as well without filters, and
 * the reader then has nothing to undo when it checks palette indices and the ink of a mask.
 */
static bool write_png(FILE *file, const struct picture *p, int channels, const uint8_t *samples)
{
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png ? png_create_info_struct(png) : NULL;

	if (!info || setjmp(png_jmpbuf(png))) {
		png_destroy_write_struct(&png, &info);
		return false;
	}
	png_init_io(png, file);
	png_set_IHDR(png, info, p->width, p->height, channels == 1 ? MASK_BITS : 8,
		channels == 1 ? PNG_COLOR_TYPE_GRAY : PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE,
		PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
	png_set_compression_level(png, 9);
	png_write_info(png, info);
	png_set_packing(png);
	for (uint32_t y = 0; y < p->height; y++)
		png_write_row(png, samples + (size_t)y * p->width * (size_t)channels);
	png_write_end(png, NULL);
	png_destroy_write_struct(&png, &info);
	return true;
}

/* Write samples as BASE + suffix; the name appears only when the file is whole. */
static bool write_samples(const char *base, const char *suffix, const struct picture *p,
	int channels, const uint8_t *samples)
{
	char name[4096], tmp[4096 + 8];
	FILE *file;
	bool ok;

	if (snprintf(name, sizeof name, "%s%s", base, suffix) >= (int)sizeof name)
		return complain(base, "the name is too long");
	snprintf(tmp, sizeof tmp, "%s.tmp", name);
	file = fopen(tmp, "wb");
	if (!file)
		return complain(tmp, strerror(errno));
	ok = write_png(file, p, channels, samples);
	ok = fclose(file) == 0 && ok;
	if (!ok || rename(tmp, name) != 0) {
		remove(tmp);
		return complain(name, "cannot be written");
	}
	return true;
}

static bool is_opaque(const struct picture *p)
{
	for (size_t i = 0; i < n_pixels(p); i++)
		if (p->rgba[4 * i + 3] != 255)
			return false;
	return true;
}

static bool write_colour(const char *base, const struct picture *p, uint8_t *samples)
{
	for (size_t i = 0; i < n_pixels(p); i++) {
		const uint8_t *q = p->rgba + 4 * i;

		for (size_t c = 0; c < 3; c++)
			samples[3 * i + c] = q[3] ? q[c] : 255;
	}
	return write_samples(base, ".rgb.png", p, 3, samples);
}

static bool remove_mask(const char *base)
{
	char name[4096];

	if (snprintf(name, sizeof name, "%s.mask.png", base) >= (int)sizeof name)
		return complain(base, "the name is too long");
	if (remove(name) != 0 && errno != ENOENT)
		return complain(name, strerror(errno));
	return true;
}

static bool write_mask(const char *base, const struct picture *p, uint8_t *samples)
{
	if (is_opaque(p))
		return remove_mask(base);
	for (size_t i = 0; i < n_pixels(p); i++)
		samples[i] = (uint8_t)((p->rgba[4 * i + 3] * MASK_TOP + 127) / 255);
	return write_samples(base, ".mask.png", p, 1, samples);
}

int main(int argc, char **argv)
{
	struct picture p = {0};
	uint8_t *samples = NULL;
	bool ok;

	if (argc != 3) {
		fprintf(stderr, "usage: pngsplit IN.png BASE\n");
		return 2;
	}
	ok = read_picture(argv[1], &p);
	if (ok) {
		samples = malloc(n_pixels(&p) * 3);
		ok = samples || complain(argv[1], "out of memory");
	}
	ok = ok && write_colour(argv[2], &p, samples) && write_mask(argv[2], &p, samples);
	free(samples);
	free(p.rgba);
	return ok ? 0 : 1;
}
