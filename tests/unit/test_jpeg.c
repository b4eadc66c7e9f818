/*
 * JPEG intake.  Files are made by libjpeg-turbo and judged by it: what passes decodes to the same
 * pixels, what is decoded stands upright, what is damaged is refused with its own message.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "image_kit.h"
#include "image/jpeg.h"

#include <turbojpeg.h>

enum { W = 23, H = 14 };

/* Soft colours, so that compression changes them little. */
static void paint(uint8_t *p, unsigned n)
{
	unsigned x, y, c;

	for (y = 0; y < H; y++)
		for (x = 0; x < W; x++)
			for (c = 0; c < n; c++)
				*p++ = (uint8_t)(40 + 7 * x + 5 * y * (c + 1) % 90);
}

static struct gp_bytes make(struct kit *k, int format, int sampling, int flags)
{
	uint8_t pixels[W * H * 4], *out = NULL, *copy;
	unsigned long len = 0;
	tjhandle tj = tjInitCompress();

	paint(pixels, (unsigned)tjPixelSize[format]);
	assert_int_equal(
		tjCompress2(tj, pixels, W, 0, H, format, &out, &len, sampling, 92, flags), 0);
	tjDestroy(tj);
	copy = gp_arena_alloc(k->a, len);
	memcpy(copy, out, len);
	tjFree(out);
	return (struct gp_bytes){copy, len};
}

static uint8_t *decode(struct kit *k, struct gp_bytes file, int format)
{
	uint8_t *p = gp_arena_alloc(k->a, W * H * 4);
	tjhandle tj = tjInitDecompress();

	assert_int_equal(
		tjDecompress2(tj, file.data, (unsigned long)file.len, p, W, 0, H, format, 0), 0);
	tjDestroy(tj);
	return p;
}

/* `extra` put behind the first `at` bytes. */
static struct gp_bytes insert(struct kit *k, struct gp_bytes file, size_t at, struct gp_bytes extra)
{
	struct kit_buf b = {.a = k->a};

	kit_put(&b, file.data, at);
	kit_put(&b, extra.data, extra.len);
	kit_put(&b, file.data + at, file.len - at);
	return kit_bytes(&b);
}

static struct gp_bytes segment(struct kit *k, unsigned marker, const void *data, size_t len)
{
	const uint8_t head[4] = {
		0xff, (uint8_t)marker, (uint8_t)((len + 2) >> 8), (uint8_t)(len + 2)};
	struct kit_buf b = {.a = k->a};

	kit_put(&b, head, 4);
	kit_put(&b, data, len);
	return kit_bytes(&b);
}

/* The file without its JFIF segment, which libjpeg always writes first. */
static struct gp_bytes without_jfif(struct kit *k, struct gp_bytes file)
{
	uint8_t *p = gp_arena_alloc(k->a, file.len);

	assert_int_equal(file.data[3], 0xe0);
	memcpy(p, file.data, 2);
	memcpy(p + 2, file.data + 20, file.len - 20);
	return (struct gp_bytes){p, file.len - 18};
}

static size_t find_marker(struct gp_bytes file, unsigned marker)
{
	size_t i;

	for (i = 0; i + 1 < file.len; i++) {
		if (file.data[i] == 0xff && file.data[i + 1] == marker)
			return i;
	}
	fail_msg("no marker %x", marker);
	return 0;
}

static void assert_passes(struct kit *k, struct gp_bytes file, enum gp_space space)
{
	struct gp_picture *pic = kit_parse(k, file);

	assert_string_equal(kit_reports(k), "");
	assert_non_null(pic);
	assert_int_equal(pic->colour.coding, GP_CODING_JPEG);
	assert_int_equal(pic->colour.space, space);
	assert_int_equal(pic->colour.bits, 8);
	assert_int_equal(pic->width, W);
	assert_int_equal(pic->height, H);
	assert_int_equal(pic->ink.x1, W);
	assert_int_equal(pic->ink.y1, H);
	assert_false(pic->has_mask);
	assert_memory_equal(
		decode(k, pic->colour.data, TJPF_RGB), decode(k, file, TJPF_RGB), W * H * 3);
}

static void usual_files_pass(void **state)
{
	const int sampling[] = {TJSAMP_444, TJSAMP_422, TJSAMP_420, TJSAMP_440, TJSAMP_411};
	struct kit k = kit_new();
	int flags;
	size_t i;

	(void)state;
	for (flags = 0; flags <= TJFLAG_PROGRESSIVE; flags += TJFLAG_PROGRESSIVE) {
		for (i = 0; i < 5; i++)
			assert_passes(&k, make(&k, TJPF_RGB, sampling[i], flags), GP_SPACE_RGB);
		assert_passes(&k, make(&k, TJPF_RGB, TJSAMP_GRAY, flags), GP_SPACE_GREY);
	}
	kit_free(&k);
}

static void notes_are_left_behind(void **state)
{
	struct kit k = kit_new();
	struct gp_bytes plain = make(&k, TJPF_RGB, TJSAMP_420, 0), file;
	struct gp_picture *pic;

	(void)state;
	file = insert(&k, plain, 20, segment(&k, 0xe1, "Exif\0\0 48 N, 11 E", 18));
	file = insert(&k, file, 20, segment(&k, 0xfe, "a comment", 9));
	file = insert(&k, file, 20, segment(&k, 0xed, "Photoshop", 9));
	file = insert(&k, file, file.len, (struct gp_bytes){(const uint8_t *)"a film", 6});
	pic = kit_parse(&k, file);
	assert_non_null(pic);
	assert_int_equal(pic->colour.data.len, plain.len);
	assert_memory_equal(pic->colour.data.data, plain.data, plain.len);
	kit_free(&k);
}

static void fill_bytes_are_legal(void **state)
{
	struct kit k = kit_new();
	struct gp_bytes file = make(&k, TJPF_RGB, TJSAMP_420, 0);
	struct gp_bytes fill = {(const uint8_t *)"\xff\xff\xff", 3};

	(void)state;
	file = insert(&k, file, find_marker(file, 0xdb), fill);
	file = insert(&k, file, file.len - 2, fill);
	assert_passes(&k, file, GP_SPACE_RGB);
	kit_free(&k);
}

/* --- colours ------------------------------------------------------------------------------- */

static struct gp_bytes adobe(struct kit *k, unsigned transform)
{
	uint8_t data[12] = "Adobe\0\144";

	data[11] = (uint8_t)transform;
	return segment(k, 0xee, data, sizeof data);
}

static void adobe_rgb_passes_with_its_mark(void **state)
{
	struct kit k = kit_new();
	struct gp_bytes file = without_jfif(&k, make(&k, TJPF_RGB, TJSAMP_444, 0));

	(void)state;
	assert_passes(&k, insert(&k, file, 2, adobe(&k, 0)), GP_SPACE_RGB);
	assert_passes(&k, insert(&k, file, 2, adobe(&k, 1)), GP_SPACE_RGB);
	assert_passes(&k, file, GP_SPACE_RGB);
	kit_free(&k);
}

static void assert_decoded(struct kit *k, struct gp_bytes file)
{
	struct gp_picture *pic = kit_parse(k, file);

	assert_non_null(pic);
	assert_int_equal(pic->colour.coding, GP_CODING_RAW);
	assert_int_equal(pic->colour.data.len, W * H * 3);
	assert_memory_equal(pic->colour.data.data, decode(k, file, TJPF_RGB), W * H * 3);
}

/* Where PDF readers would take other colours than everyone else, pixels are sent. */
static void disputed_colours_are_decoded(void **state)
{
	struct kit k = kit_new();
	struct gp_bytes file = make(&k, TJPF_RGB, TJSAMP_444, 0), bare = without_jfif(&k, file);
	size_t sof = find_marker(bare, 0xc0), sos = find_marker(bare, 0xda), i;
	uint8_t *p = gp_arena_alloc(k.a, bare.len);

	(void)state;
	assert_decoded(&k, insert(&k, file, 20, adobe(&k, 0)));
	memcpy(p, bare.data, bare.len);
	for (i = 0; i < 3; i++) {
		p[sof + 10 + 3 * i] = (uint8_t) "RGB"[i];
		p[sos + 5 + 2 * i] = (uint8_t) "RGB"[i];
	}
	assert_decoded(&k, (struct gp_bytes){p, bare.len});
	kit_free(&k);
}

static void assert_cmyk(struct kit *k, struct gp_bytes file, bool is_light)
{
	uint8_t *inks = decode(k, file, TJPF_CMYK);
	struct gp_picture *pic = kit_parse(k, file);
	size_t i, c;

	assert_non_null(pic);
	assert_int_equal(pic->colour.space, GP_SPACE_RGB);
	assert_int_equal(pic->colour.coding, GP_CODING_RAW);
	for (i = 0; i < W * H; i++) {
		for (c = 0; c < 3; c++) {
			double ink = inks[4 * i + c], black = inks[4 * i + 3];
			double light =
				is_light ? ink * black / 255 : (255 - ink) * (255 - black) / 255;

			assert_in_range(pic->colour.data.data[3 * i + c] + 1,
				(unsigned)(light + 0.5), (unsigned)(light + 2.5));
		}
	}
}

static void cmyk_becomes_rgb(void **state)
{
	struct kit k = kit_new();
	struct gp_bytes file = make(&k, TJPF_CMYK, TJSAMP_444, 0);
	size_t mark = find_marker(file, 0xee);
	struct kit_buf bare = {.a = k.a};

	(void)state;
	assert_cmyk(&k, file, true); /* libjpeg-turbo writes YCCK with Adobe's mark */
	kit_put(&bare, file.data, mark);
	kit_put(&bare, file.data + mark + 16, file.len - mark - 16);
	assert_cmyk(&k, kit_bytes(&bare), false);
	kit_free(&k);
}

/* --- orientation --------------------------------------------------------------------------- */

/* An EXIF segment with one other entry and the orientation behind it. */
static struct gp_bytes exif(struct kit *k, bool big, unsigned orientation)
{
	static const uint8_t little[] = "Exif\0\0II*\0\10\0\0\0\2\0"
					"\17\1\2\0\1\0\0\0A\0\0\0"
					"\22\1\3\0\1\0\0\0\0\0\0\0"
					"\0\0\0";
	static const uint8_t great[] = "Exif\0\0MM\0*\0\0\0\10\0\2"
				       "\1\17\0\2\0\0\0\1A\0\0\0"
				       "\1\22\0\3\0\0\0\1\0\0\0\0"
				       "\0\0\0";
	uint8_t data[sizeof little];

	memcpy(data, big ? great : little, sizeof data);
	data[big ? 37 : 36] = (uint8_t)orientation;
	return segment(k, 0xe1, data, sizeof data);
}

/* Where the pixel at x, y of the upright picture stands in the file. */
static size_t source_of(unsigned orientation, unsigned x, unsigned y)
{
	const unsigned sx[9] = {0, x, W - 1 - x, W - 1 - x, x, y, y, W - 1 - y, W - 1 - y};
	const unsigned sy[9] = {0, y, y, H - 1 - y, H - 1 - y, x, H - 1 - x, H - 1 - x, x};

	return (size_t)sy[orientation] * W + sx[orientation];
}

static void check_turned(struct kit *k, struct gp_bytes plain, unsigned orientation, unsigned n)
{
	const uint8_t *want = decode(k, plain, n == 1 ? TJPF_GRAY : TJPF_RGB);
	struct gp_bytes file = insert(k, plain, 20, exif(k, orientation % 2, orientation));
	struct gp_picture *pic = kit_parse(k, file);
	unsigned x, y;

	assert_non_null(pic);
	assert_int_equal(pic->colour.coding, orientation == 1 ? GP_CODING_JPEG : GP_CODING_RAW);
	assert_int_equal(pic->width, orientation > 4 ? H : W);
	assert_int_equal(pic->height, orientation > 4 ? W : H);
	assert_int_equal(pic->ink.x1, pic->width);
	for (y = 0; orientation > 1 && y < pic->height; y++)
		for (x = 0; x < pic->width; x++)
			assert_memory_equal(pic->colour.data.data + (y * pic->width + x) * n,
				want + source_of(orientation, x, y) * n, n);
}

static void pictures_stand_upright(void **state)
{
	struct kit k = kit_new();
	unsigned o;

	(void)state;
	for (o = 1; o <= 8; o++) {
		check_turned(&k, make(&k, TJPF_RGB, TJSAMP_420, 0), o, 3);
		check_turned(&k, make(&k, TJPF_RGB, TJSAMP_GRAY, 0), o, 1);
	}
	kit_free(&k);
}

static void senseless_exif_is_passed_over(void **state)
{
	struct kit k = kit_new();
	struct gp_bytes good = exif(&k, false, 6), cut;
	uint8_t *copy;
	size_t i;

	(void)state;
	good = (struct gp_bytes){good.data + 4, good.len - 4};
	assert_int_equal(gp_exif_orientation(good), 6);
	for (i = 0; i < 38; i++) {
		/* a copy of its own, so that reading past its end is seen */
		copy = malloc(i + 1);
		memcpy(copy, good.data, i);
		cut = (struct gp_bytes){copy, i};
		assert_int_equal(gp_exif_orientation(cut), 1);
		free(copy);
	}
	copy = gp_arena_alloc(k.a, good.len);
	for (i = 0; i < 38; i++) {
		memcpy(copy, good.data, good.len);
		copy[i] = 0xff;
		assert_in_range(gp_exif_orientation((struct gp_bytes){copy, good.len}), 1, 8);
	}
	assert_int_equal(gp_exif_orientation((struct gp_bytes){exif(&k, true, 9).data + 4, 54}), 1);
	assert_int_equal(gp_exif_orientation((struct gp_bytes){exif(&k, true, 0).data + 4, 54}), 1);
	kit_free(&k);
}

/* --- damage -------------------------------------------------------------------------------- */

/* Bytes changed from a marker on: at + 2 is the high byte of the length. */
static const struct damage {
	enum gp_msg msg;
	uint8_t marker, at, value;
} damages[] = {
	{GP_MSG_JPEG_MARKER, 0xdb, 0, 0x00},
	{GP_MSG_JPEG_MARKER, 0xdb, 1, 0x00},
	{GP_MSG_JPEG_MARKER, 0xdb, 1, 0x02},
	{GP_MSG_JPEG_MARKER, 0xdb, 1, 0xd0},
	{GP_MSG_JPEG_MARKER, 0xdb, 1, 0xd8},
	{GP_MSG_JPEG_MARKER, 0xdb, 1, 0xdc},
	{GP_MSG_JPEG_LENGTH, 0xda, 3, 0x01},
	{GP_MSG_JPEG_LENGTH, 0xda, 3, 0x00},
	{GP_MSG_JPEG_CUT, 0xda, 2, 0x7f},
	{GP_MSG_JPEG_PROCESS, 0xc0, 1, 0xc3},
	{GP_MSG_JPEG_PROCESS, 0xc0, 1, 0xc5},
	{GP_MSG_JPEG_PROCESS, 0xc0, 1, 0xc9},
	{GP_MSG_JPEG_PROCESS, 0xc0, 1, 0xcf},
	{GP_MSG_JPEG_BITS, 0xc0, 4, 12},
	{GP_MSG_PICTURE_NO_SIZE, 0xc0, 6, 0}, /* the height is under 256 */
	{GP_MSG_PICTURE_NO_SIZE, 0xc0, 8, 0},
	{GP_MSG_PICTURE_SIDE, 0xc0, 5, 0xff},
	{GP_MSG_JPEG_SHORT, 0xc0, 5, 0x4e},
	{GP_MSG_JPEG_FRAME, 0xc0, 9, 4},
	{GP_MSG_JPEG_FRAME, 0xc0, 9, 0},
	{GP_MSG_JPEG_FRAME, 0xc0, 11, 0x02},
	{GP_MSG_JPEG_FRAME, 0xc0, 11, 0x20},
	{GP_MSG_JPEG_FRAME, 0xc0, 11, 0x51},
	{GP_MSG_JPEG_FRAME, 0xc0, 12, 4},
	{GP_MSG_JPEG_FRAME, 0xc0, 13, 1}, /* two components of one number */
	{GP_MSG_JPEG_SCAN, 0xda, 4, 0},
	{GP_MSG_JPEG_SCAN, 0xda, 4, 4},
	{GP_MSG_JPEG_SCAN, 0xda, 4, 2},
	{GP_MSG_JPEG_SCAN, 0xda, 5, 9},
	{GP_MSG_JPEG_SCAN, 0xc0, 1, 0xfe}, /* no header */
	{GP_MSG_JPEG_TABLE, 0xda, 6, 0x33},
	{GP_MSG_JPEG_TABLE, 0xda, 6, 0xf0},
	{GP_MSG_JPEG_TABLE, 0xc4, 1, 0xfe},
	{GP_MSG_JPEG_TABLE, 0xc4, 4, 0x24},
	{GP_MSG_JPEG_DAMAGED, 0xc4, 5, 9},
	{GP_MSG_JPEG_DAMAGED, 0xdb, 1, 0xfe},
	{GP_MSG_JPEG_DAMAGED, 0xdb, 1, 0xf5},
};

static void assert_refused(struct kit *k, struct gp_bytes file, enum gp_msg msg, const char *what)
{
	struct gp_picture *pic = kit_parse(k, file);
	const char *report = kit_reports(k);

	if (pic || !kit_says(report, msg))
		fail_msg("%s: %s, not %s", what, pic ? "accepted" : report, gp_msg_name(msg));
}

static void damage_is_refused_with_its_reason(void **state)
{
	struct kit k = kit_new();
	struct gp_bytes file = make(&k, TJPF_RGB, TJSAMP_420, 0);
	uint8_t *copy = gp_arena_alloc(k.a, file.len);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof damages / sizeof *damages; i++) {
		memcpy(copy, file.data, file.len);
		copy[find_marker(file, damages[i].marker) + damages[i].at] = damages[i].value;
		assert_refused(&k, (struct gp_bytes){copy, file.len}, damages[i].msg,
			gp_arena_printf(k.a, "%zu", i));
	}
	kit_free(&k);
}

static void whole_files_of_nonsense_are_refused(void **state)
{
	struct kit k = kit_new();
	struct gp_bytes file = make(&k, TJPF_RGB, TJSAMP_420, 0);
	size_t sof = find_marker(file, 0xc0), sos = find_marker(file, 0xda);
	struct gp_bytes frame = {file.data + sof, 19};
	struct gp_bytes two = segment(&k, 0xc0, "\10\0\10\0\10\2\1\21\0\2\21\0", 12);

	(void)state;
	assert_refused(&k, (struct gp_bytes){(const uint8_t *)"\377\330\377\331", 4},
		GP_MSG_JPEG_NO_PIXELS, "no scan");
	assert_refused(&k, insert(&k, file, sof, frame), GP_MSG_JPEG_FRAME, "two headers");
	assert_refused(&k, insert(&k, file, sof, two), GP_MSG_JPEG_COLOURS, "two components");
	for (size_t i = 0; i < 100; i++)
		file = insert(&k, file, sos, (struct gp_bytes){file.data + sos, 14});
	assert_refused(&k, file, GP_MSG_JPEG_SCANS, "101 scans");
	kit_free(&k);
}

static void any_cut_is_refused(void **state)
{
	struct kit k = kit_new();
	struct gp_bytes file;
	int flags;
	size_t n;

	(void)state;
	for (flags = 0; flags <= TJFLAG_PROGRESSIVE; flags += TJFLAG_PROGRESSIVE) {
		file = make(&k, TJPF_RGB, TJSAMP_420, flags);
		for (n = 0; n < file.len; n++) {
			assert_null(kit_parse(&k, (struct gp_bytes){file.data, n}));
			assert_string_not_equal(kit_reports(&k), "");
		}
	}
	kit_free(&k);
}

/* A file whose end was cut off and closed with EOI, as some tools "repair" it. */
static void made_up_pixels_are_refused(void **state)
{
	struct kit k = kit_new();
	struct gp_bytes file = make(&k, TJPF_RGB, TJSAMP_444, 0);
	struct kit_buf b = {.a = k.a};

	(void)state;
	kit_put(&b, file.data, file.len - 60);
	kit_put(&b, "\377\331", 2);
	assert_refused(&k, kit_bytes(&b), GP_MSG_JPEG_DAMAGED, "closed after a cut");
	kit_free(&k);
}

/* Not every changed byte can be told; none may do harm, and what passes must decode. */
static void any_changed_byte_is_survived(void **state)
{
	struct kit k = kit_new();
	struct gp_bytes file = make(&k, TJPF_RGB, TJSAMP_420, TJFLAG_PROGRESSIVE);
	uint8_t *copy = gp_arena_alloc(k.a, file.len);
	struct gp_picture *pic;
	size_t n, refused = 0;

	(void)state;
	for (n = 0; n < file.len; n++) {
		memcpy(copy, file.data, file.len);
		copy[n] ^= 0xff;
		pic = kit_parse(&k, (struct gp_bytes){copy, file.len});
		assert_int_equal(pic == NULL, kit_reports(&k)[0] != '\0');
		refused += !pic;
	}
	assert_in_range(refused, file.len / 4, file.len);
	kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(usual_files_pass),
		cmocka_unit_test(notes_are_left_behind),
		cmocka_unit_test(fill_bytes_are_legal),
		cmocka_unit_test(adobe_rgb_passes_with_its_mark),
		cmocka_unit_test(disputed_colours_are_decoded),
		cmocka_unit_test(cmyk_becomes_rgb),
		cmocka_unit_test(pictures_stand_upright),
		cmocka_unit_test(senseless_exif_is_passed_over),
		cmocka_unit_test(damage_is_refused_with_its_reason),
		cmocka_unit_test(whole_files_of_nonsense_are_refused),
		cmocka_unit_test(any_cut_is_refused),
		cmocka_unit_test(made_up_pixels_are_refused),
		cmocka_unit_test(any_changed_byte_is_survived),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
