/*
 * The way through libjpeg-turbo: to prove entropy-coded data, and to decode what PDF cannot take as
 * it is.  Its warnings ("premature end of data segment") mean pixels that were made up, so they
 * count as damage.
 */
#include "image/jpeg.h"

#include <string.h>
#include <turbojpeg.h>

enum { FLAGS = TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS };

struct plane {
	uint8_t *pixels; /* gp_mem, width * n_channels bytes a row */
	uint32_t width, height;
	unsigned n_channels;
	int format;
};

/* Decode into p->pixels; a size of an eighth makes libjpeg-turbo scale. */
static bool decompress(const struct gp_intake *in, const struct gp_jpeg *jpeg, struct plane *p)
{
	tjhandle tj = tjInitDecompress();
	const char *why;
	bool ok, short_of_memory = false;

	if (!tj)
		gp_mem_fail();
	p->pixels = gp_mem_alloc((size_t)p->width * p->height * p->n_channels);
	ok = tjDecompress2(tj, jpeg->bytes.data, (unsigned long)jpeg->bytes.len, p->pixels,
		     (int)p->width, (int)(p->width * p->n_channels), (int)p->height, p->format,
		     FLAGS) == 0;
	if (!ok) {
		why = tjGetErrorStr2(tj);
		short_of_memory = strstr(why, "emory") != NULL; /* has no code of its own */
		gp_report(in->diag, GP_MSG_JPEG_DAMAGED, in->at, in->name, why);
	}
	tjDestroy(tj);
	if (short_of_memory)
		gp_mem_fail();
	return ok;
}

bool gp_jpeg_prove(const struct gp_intake *in, const struct gp_jpeg *jpeg)
{
	struct plane p = {NULL, (jpeg->width + 7) / 8, (jpeg->height + 7) / 8, 1, TJPF_GRAY};
	bool ok = decompress(in, jpeg, &p);

	gp_mem_free(p.pixels);
	return ok;
}

uint8_t *gp_jpeg_small(const struct gp_intake *in, const struct gp_jpeg *jpeg)
{
	struct plane p = {NULL, (jpeg->width + 7) / 8, (jpeg->height + 7) / 8, 3, TJPF_RGB};

	if (decompress(in, jpeg, &p))
		return p.pixels;
	gp_mem_free(p.pixels);
	return NULL;
}

/*
 * Four inks to three lights, in place.  Adobe's files hold the light that gets through each ink,
 * others the ink.
 */
static void cmyk_to_rgb(uint8_t *pixels, size_t n, bool is_light)
{
	const uint8_t flip = is_light ? 0 : 255;
	uint8_t *from = pixels, *to = pixels;
	size_t i;
	unsigned k, c;

	for (i = 0; i < n; i++, from += 4, to += 3) {
		k = from[3] ^ flip;
		for (c = 0; c < 3; c++)
			to[c] = (uint8_t)(((unsigned)(from[c] ^ flip) * k + 127) / 255);
	}
}

/*
 * Copy pixels so that the picture stands upright (EXIF orientation 1 to 8): where in the source the
 * first pixel is, and how far the next to the right and the next below it are.
 */
static void turn(const struct plane *p, unsigned orientation, uint8_t *to)
{
	const ptrdiff_t w = p->width, h = p->height, end = w * h - 1;
	const ptrdiff_t first[9] = {0, 0, w - 1, end, end - w + 1, 0, end - w + 1, end, w - 1};
	const ptrdiff_t right[9] = {0, 1, -1, -1, 1, w, -w, -w, w};
	const ptrdiff_t below[9] = {0, w, w, -w, -w, 1, 1, -1, -1};
	const ptrdiff_t out_w = orientation > 4 ? h : w, out_h = orientation > 4 ? w : h;
	ptrdiff_t x, y, at;

	for (y = 0; y < out_h; y++) {
		at = first[orientation] + y * below[orientation];
		for (x = 0; x < out_w; x++, at += right[orientation], to += p->n_channels)
			memcpy(to, p->pixels + at * (ptrdiff_t)p->n_channels, p->n_channels);
	}
}

static void take_pixels(const struct gp_intake *in, const struct plane *p, unsigned orientation,
	struct gp_picture *pic)
{
	size_t len = (size_t)p->width * p->height * p->n_channels;
	uint8_t *to = gp_arena_alloc(in->arena, len);
	bool lies = orientation > 4;

	turn(p, orientation, to);
	pic->width = lies ? p->height : p->width;
	pic->height = lies ? p->width : p->height;
	pic->colour = (struct gp_samples){.coding = GP_CODING_RAW,
		.space = p->n_channels == 1 ? GP_SPACE_GREY : GP_SPACE_RGB,
		.bits = 8,
		.data = {to, len}};
}

static struct plane plane_for(const struct gp_jpeg *jpeg)
{
	struct plane p = {NULL, jpeg->width, jpeg->height, 3, TJPF_RGB};

	if (jpeg->n_components == 1) {
		p.n_channels = 1;
		p.format = TJPF_GRAY;
	} else if (jpeg->n_components == 4) {
		p.n_channels = 4;
		p.format = TJPF_CMYK;
	}
	return p;
}

bool gp_jpeg_decode(const struct gp_intake *in, const struct gp_jpeg *jpeg, struct gp_picture *pic)
{
	struct plane p = plane_for(jpeg);
	bool ok = decompress(in, jpeg, &p);

	if (ok && p.n_channels == 4) {
		cmyk_to_rgb(p.pixels, (size_t)p.width * p.height, jpeg->has_adobe);
		p.n_channels = 3;
	}
	if (ok)
		take_pixels(in, &p, jpeg->orientation, pic);
	gp_mem_free(p.pixels);
	return ok;
}
