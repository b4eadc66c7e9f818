/*
 * The one thing wanted from EXIF: which way up the camera was held (EXIF 2.32, 4.6.4 A, tag 274,
 * in the first directory of the TIFF structure inside APP1).
 */
#include "image/jpeg.h"

#include <string.h>

enum { TIFF = 6, ENTRY = 12, ORIENTATION = 274, SHORT = 3 };

struct tiff {
	const uint8_t *data;
	size_t len;
	bool big;
};

static uint32_t number16(const struct tiff *t, size_t at)
{
	const uint8_t *p = t->data + at;

	return t->big ? gp_be16(p) : (uint32_t)p[1] << 8 | p[0];
}

static uint32_t number32(const struct tiff *t, size_t at)
{
	if (t->big)
		return gp_be32(t->data + at);
	return number16(t, at + 2) << 16 | number16(t, at);
}

/* `left` bytes follow the start of the directory; a count that promises more is cut short. */
static unsigned from_directory(const struct tiff *t, size_t at)
{
	size_t left = t->len - at - 2, n = number16(t, at), i;
	uint32_t v;

	n = n < left / ENTRY ? n : left / ENTRY;
	for (i = 0, at += 2; i < n; i++, at += ENTRY) {
		if (number16(t, at) != ORIENTATION)
			continue;
		v = number16(t, at + 8);
		if (number16(t, at + 2) != SHORT || number32(t, at + 4) != 1)
			return 1;
		return v >= 1 && v <= 8 ? v : 1;
	}
	return 1;
}

unsigned gp_exif_orientation(struct gp_bytes segment)
{
	struct tiff t;
	uint32_t at;

	if (segment.len < TIFF + 8 || memcmp(segment.data, "Exif\0", TIFF) != 0)
		return 1;
	t = (struct tiff){segment.data + TIFF, segment.len - TIFF, segment.data[TIFF] == 'M'};
	if (memcmp(t.data, t.big ? "MM\0*" : "II*\0", 4) != 0)
		return 1;
	at = number32(&t, 4);
	if (t.len < 2 || at > t.len - 2)
		return 1;
	return from_directory(&t, at);
}
