/*
 * PNG to picture: which way a file goes.  The file's own compressed rows go into the PDF when it
 * can show them as they are (ISO 32000-1, 7.4.4.4: predictor 15 is PNG's filtering); else they are
 * decoded once.
 */
#include "image/png.h"

/* Within 5 % of sRGB's own gamma, 0.45455: the samples are taken as they are. */
static bool is_usual_gamma(uint32_t gamma)
{
	return gamma >= 43183 && gamma <= 47727;
}

static bool is_passable(const struct gp_png *png)
{
	return !png->interlaced && png->depth <= 8 && png->n_trns == 0 && png->gamma == 0 &&
	       png->type <= GP_PNG_INDEXED;
}

static enum gp_space space_of(const struct gp_png *png)
{
	if (png->type == GP_PNG_INDEXED)
		return GP_SPACE_INDEXED;
	return png->type == GP_PNG_RGB ? GP_SPACE_RGB : GP_SPACE_GREY;
}

static void pass_through(const struct gp_png *png, struct gp_picture *pic)
{
	struct gp_samples *s = &pic->colour;
	unsigned i;

	s->coding = GP_CODING_FLATE_PNG;
	s->space = space_of(png);
	s->bits = png->depth;
	s->data = (struct gp_bytes){png->idat, png->idat_len};
	s->n_palette = png->n_palette;
	for (i = 0; i < png->n_palette * 3; i++)
		s->palette[i] = png->palette[i];
}

static struct gp_rect_px ink_of(const struct gp_samples *s, uint32_t width, uint32_t height)
{
	struct gp_rect_px ink = {0};
	uint32_t y;

	for (y = 0; y < height; y++)
		gp_ink_row(&ink, s->data.data + (size_t)y * width, y, width, 8);
	return ink;
}

static bool decode(const struct gp_intake *in, const struct gp_png *png, struct gp_picture *pic)
{
	if (!gp_png_decode(in, png, pic))
		return false;
	if (in->is_mask)
		pic->ink = ink_of(&pic->colour, pic->width, pic->height);
	else if (pic->has_mask)
		pic->ink = ink_of(&pic->mask, pic->width, pic->height);
	return true;
}

bool gp_png_read(const struct gp_intake *in, struct gp_bytes file, struct gp_picture *pic)
{
	struct gp_rect_px ink = {0};
	struct gp_png png;
	bool passes;

	if (!gp_png_walk(in, file, &png))
		return false;
	if (in->is_mask && (png.type != GP_PNG_GREY || png.n_trns)) {
		gp_report(in->diag, GP_MSG_MASK_GREY, in->at, in->name);
		return false;
	}
	if (is_usual_gamma(png.gamma))
		png.gamma = 0;
	passes = is_passable(&png);
	if (!gp_png_check(in, &png, in->is_mask && passes ? &ink : NULL))
		return false;
	pic->width = png.width;
	pic->height = png.height;
	pic->ink = (struct gp_rect_px){0, 0, png.width, png.height};
	if (!passes)
		return decode(in, &png, pic);
	pass_through(&png, pic);
	if (in->is_mask)
		pic->ink = ink;
	return true;
}
