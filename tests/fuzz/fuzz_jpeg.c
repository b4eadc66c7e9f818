/*
 * JPEG intake: whatever the bytes, a picture that is whole or a report.  What passes must decode
 * without a warning at full size.
 */
#include "fuzz/fuzz.h"

#include "base/diag.h"
#include "image/picture.h"

#include <assert.h>
#include <stdlib.h>
#include <turbojpeg.h>

enum { SIDE = 2000, PIXELS = 40000 };

static void check_passed(const struct gp_picture *pic)
{
	unsigned char *pixels = malloc((size_t)pic->width * pic->height * 3);
	tjhandle tj = tjInitDecompress();
	int r = tjDecompress2(tj, pic->colour.data.data, (unsigned long)pic->colour.data.len,
		pixels, (int)pic->width, 0, (int)pic->height, TJPF_RGB, TJFLAG_STOPONWARNING);

	assert(r == 0);
	tjDestroy(tj);
	free(pixels);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct gp_picture_limits limits = {1 << 20, SIDE, PIXELS};
	struct gp_arena *a = gp_arena_new();
	struct gp_diag *d = gp_diag_new();
	struct gp_picture *pic = gp_picture_parse(
		"fuzz.jpg", (struct gp_bytes){data, size}, &limits, GP_NOWHERE, a, d);

	if (pic) {
		assert(pic->width && pic->height && pic->width <= SIDE && pic->height <= SIDE);
		if (pic->colour.coding == GP_CODING_JPEG)
			check_passed(pic);
		else if (pic->colour.coding == GP_CODING_RAW) /* else it was a PNG */
			assert(pic->colour.data.len ==
				(size_t)pic->width * pic->height *
					(pic->colour.space == GP_SPACE_RGB ? 3 : 1));
	} else {
		assert(gp_diag_failed(d));
	}
	gp_diag_free(d);
	gp_arena_free(a);
	return 0;
}
