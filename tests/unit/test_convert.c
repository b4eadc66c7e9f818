/*
 * Pictures in other inks.
 */
#include "image/convert.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "image_kit.h"

#include <string.h>
#include <turbojpeg.h>

struct state {
	struct gp_arena *a;
	struct gp_diag *d;
};

static int set_up(void **state)
{
	static struct state s;

	s.a = gp_arena_new();
	s.d = gp_diag_new();
	*state = &s;
	return 0;
}

static int tear_down(void **state)
{
	struct state *s = *state;

	gp_diag_free(s->d);
	gp_arena_free(s->a);
	return 0;
}

static void test_grey_is_luminance(void **state)
{
	(void)state;
	assert_int_equal(gp_ink_grey(255, 255, 255), 255);
	assert_int_equal(gp_ink_grey(0, 0, 0), 0);
	assert_int_equal(gp_ink_grey(255, 0, 0), 54);
	assert_int_equal(gp_ink_grey(0, 255, 0), 182);
	assert_int_equal(gp_ink_grey(0, 0, 255), 18);
}

static void test_greys_print_in_black_alone(void **state)
{
	uint8_t rgb[3], ink[4];
	unsigned v;

	(void)state;
	for (v = 0; v < 256; v++) {
		memset(rgb, (int)v, 3);
		gp_ink_cmyk(rgb, ink);
		assert_int_equal(ink[0] + ink[1] + ink[2], 0);
		assert_int_equal(ink[3], 255 - v);
	}
}

/* Undoing the formula must give the colour back, within rounding. */
static void test_inks_give_the_colour_back(void **state)
{
	unsigned r, g, b, i;

	(void)state;
	for (r = 0; r < 256; r += 15) {
		for (g = 0; g < 256; g += 15) {
			for (b = 0; b < 256; b += 15) {
				uint8_t rgb[3] = {(uint8_t)r, (uint8_t)g, (uint8_t)b}, ink[4];

				gp_ink_cmyk(rgb, ink);
				for (i = 0; i < 3; i++)
					assert_in_range((255 - ink[i]) * (255 - ink[3]) / 255 + 2,
						rgb[i], rgb[i] + 4);
			}
		}
	}
}

static void test_palette_is_mapped_and_rows_pass(void **state)
{
	struct state *s = *state;
	static const uint8_t rows[] = {1, 2, 3};
	struct gp_picture p = {.width = 1,
		.height = 1,
		.colour = {.coding = GP_CODING_FLATE_PNG,
			.space = GP_SPACE_INDEXED,
			.bits = 8,
			.data = {rows, 3},
			.palette = {255, 0, 0, 0, 0, 255},
			.n_palette = 2}};
	struct gp_picture *grey = gp_picture_convert(&p, GP_INKS_GREY, s->a, s->d);
	struct gp_picture *four = gp_picture_convert(&p, GP_INKS_CMYK, s->a, s->d);
	static const uint8_t inks[8] = {0, 255, 255, 0, 255, 255, 0, 0};

	assert_ptr_equal(grey->colour.data.data, rows);
	assert_memory_equal(grey->colour.palette, ((uint8_t[]){54, 54, 54, 18, 18, 18}), 6);
	assert_null(grey->colour.inks);
	assert_ptr_equal(four->colour.data.data, rows);
	assert_memory_equal(four->colour.inks, inks, 8);
	/* the picture itself is not changed */
	assert_int_equal(p.colour.palette[0], 255);
}

static void test_rgb_rows_are_unpacked(void **state)
{
	struct state *s = *state;
	static const uint8_t rows[] = {255, 0, 0, 255, 255, 255, 0, 0, 0, 0, 255, 0};
	struct gp_picture p = {.width = 2,
		.height = 2,
		.colour = {.coding = GP_CODING_RAW,
			.space = GP_SPACE_RGB,
			.bits = 8,
			.data = {rows, sizeof rows}}};
	struct gp_picture *grey = gp_picture_convert(&p, GP_INKS_GREY, s->a, s->d);
	struct gp_picture *four = gp_picture_convert(&p, GP_INKS_CMYK, s->a, s->d);

	assert_int_equal(grey->colour.space, GP_SPACE_GREY);
	assert_int_equal(grey->colour.data.len, 4);
	assert_memory_equal(grey->colour.data.data, ((uint8_t[]){54, 255, 0, 182}), 4);
	assert_int_equal(four->colour.space, GP_SPACE_CMYK);
	assert_int_equal(four->colour.data.len, 16);
	assert_memory_equal(four->colour.data.data + 4, ((uint8_t[]){0, 0, 0, 0, 0, 0, 0, 255}), 8);
}

/* Pass-through rows, filtered and packed, and a JPEG: both are unpacked first. */
static void test_packed_pictures_are_mapped(void **state)
{
	const struct kit_png form = {
		.w = 9, .h = 7, .type = KIT_RGB, .depth = 8, .filter = KIT_MIXED};
	struct kit k = kit_new();
	struct gp_picture *pic = kit_parse(&k, kit_png(k.a, &form));
	struct kit_pixels was = kit_picture(k.a, pic);
	struct gp_picture *grey = gp_picture_convert(pic, GP_INKS_GREY, k.a, k.d);
	struct gp_picture *four = gp_picture_convert(pic, GP_INKS_CMYK, k.a, k.d);
	uint8_t ink[4];
	size_t i;

	(void)state;
	assert_int_equal(pic->colour.coding, GP_CODING_FLATE_PNG);
	assert_int_equal(grey->colour.data.len, 9 * 7);
	assert_int_equal(four->colour.data.len, 9 * 7 * 4);
	for (i = 0; i < 9 * 7; i++) {
		const uint8_t *px = was.rgba + 4 * i;

		assert_int_equal(grey->colour.data.data[i], gp_ink_grey(px[0], px[1], px[2]));
		gp_ink_cmyk(px, ink);
		assert_memory_equal(four->colour.data.data + 4 * i, ink, 4);
	}
	kit_free(&k);
}

/* One colour all over. */
static struct gp_bytes red_jpeg(struct kit *k)
{
	uint8_t pixels[16 * 16 * 3], *out = NULL, *copy;
	unsigned long len = 0;
	tjhandle tj = tjInitCompress();
	size_t i;

	for (i = 0; i < sizeof pixels; i++)
		pixels[i] = i % 3 ? 0 : 255;
	assert_int_equal(
		tjCompress2(tj, pixels, 16, 0, 16, TJPF_RGB, &out, &len, TJSAMP_444, 95, 0), 0);
	tjDestroy(tj);
	copy = gp_arena_alloc(k->a, len);
	memcpy(copy, out, len);
	tjFree(out);
	return (struct gp_bytes){copy, len};
}

static void test_jpegs_are_mapped(void **state)
{
	struct kit k = kit_new();
	struct gp_picture *pic = kit_parse(&k, red_jpeg(&k)), *four, *grey;

	(void)state;
	assert_int_equal(pic->colour.coding, GP_CODING_JPEG);
	four = gp_picture_convert(pic, GP_INKS_CMYK, k.a, k.d);
	assert_int_equal(four->colour.space, GP_SPACE_CMYK);
	assert_int_equal(four->colour.data.len, 16 * 16 * 4);
	assert_in_range(four->colour.data.data[0], 0, 3);
	assert_in_range(four->colour.data.data[1], 250, 255);
	assert_in_range(four->colour.data.data[2], 250, 255);
	grey = gp_picture_convert(pic, GP_INKS_GREY, k.a, k.d);
	assert_int_equal(grey->colour.space, GP_SPACE_GREY);
	assert_in_range(grey->colour.data.data[0], 52, 56);
	/* one that was cut after it was read: said, not guessed */
	pic->colour.data.len /= 2;
	assert_null(gp_picture_convert(pic, GP_INKS_CMYK, k.a, k.d));
	assert_true(gp_diag_failed(k.d));
	kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_grey_is_luminance),
		cmocka_unit_test(test_greys_print_in_black_alone),
		cmocka_unit_test(test_inks_give_the_colour_back),
		cmocka_unit_test_setup_teardown(
			test_palette_is_mapped_and_rows_pass, set_up, tear_down),
		cmocka_unit_test(test_packed_pictures_are_mapped),
		cmocka_unit_test(test_jpegs_are_mapped),
		cmocka_unit_test_setup_teardown(test_rgb_rows_are_unpacked, set_up, tear_down),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
