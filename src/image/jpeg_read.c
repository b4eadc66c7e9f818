/*
 * JPEG to picture: which way a file goes.  Grey, YCbCr and RGB go into the PDF as they are, after
 * one decoding pass at an eighth of the size; CMYK, which a press would show otherwise than a
 * screen, turned pictures, and files whose colours PDF and everyone else read differently are
 * decoded.  An embedded colour profile is not read; the samples are taken as sRGB.
 */
#include "image/jpeg.h"

/*
 * ISO 32000-1, 7.4.8: three components are YCbCr unless Adobe's segment says no.  Other readers
 * heed JFIF first, and component numbers "RGB"; where the two disagree, theirs is meant.
 */
static bool pdf_agrees(const struct gp_jpeg *jpeg, enum gp_jpeg_colour colour)
{
	bool ycc = !jpeg->has_adobe || jpeg->adobe_transform != 0;

	if (colour == GP_JPEG_GREY)
		return true;
	return colour == (ycc ? GP_JPEG_YCC : GP_JPEG_RGB);
}

bool gp_jpeg_read(const struct gp_intake *in, struct gp_bytes file, struct gp_picture *pic)
{
	enum gp_jpeg_colour colour;
	struct gp_jpeg jpeg;
	bool decode;

	if (!gp_jpeg_walk(in, file, &jpeg))
		return false;
	colour = gp_jpeg_colour(&jpeg);
	decode = jpeg.orientation != 1 || !pdf_agrees(&jpeg, colour);
	if (decode ? !gp_jpeg_decode(in, &jpeg, pic) : !gp_jpeg_prove(in, &jpeg))
		return false;
	if (!decode) {
		pic->width = jpeg.width;
		pic->height = jpeg.height;
		pic->colour.coding = GP_CODING_JPEG;
		pic->colour.space = colour == GP_JPEG_GREY ? GP_SPACE_GREY : GP_SPACE_RGB;
		pic->colour.bits = 8;
		pic->colour.data = jpeg.bytes;
	}
	pic->ink = (struct gp_rect_px){0, 0, pic->width, pic->height};
	return true;
}
