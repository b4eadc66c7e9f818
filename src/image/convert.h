/*
 * Pictures for other inks: in grey by luminance, or in the four inks of a print shop.
 */
#ifndef GP_IMAGE_CONVERT_H
#define GP_IMAGE_CONVERT_H

#include "image/picture.h"

enum gp_inks { GP_INKS_GREY, GP_INKS_CMYK };

/*
 * The same picture in other inks, in the arena; masks are shared.  Palettes are mapped and their
 * rows pass through as they are; RGB rows are unpacked (a JPEG decoded) and mapped sample by
 * sample. Grey pictures stay as they are.  CMYK is the plain formula with three quarters of the
 * grey replaced by black, without a colour profile.  NULL after reporting that a JPEG could not be
 * decoded.
 */
struct gp_picture *gp_picture_convert(
	const struct gp_picture *p, enum gp_inks inks, struct gp_arena *a, struct gp_diag *d);

/* One colour: grey by luminance (Rec. 709 weights on the coded values, as our style counts it). */
uint8_t gp_ink_grey(uint8_t r, uint8_t g, uint8_t b);

/* One colour in four inks, 255 being full. */
void gp_ink_cmyk(const uint8_t rgb[3], uint8_t cmyk[4]);

#endif
