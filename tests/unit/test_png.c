/*
 * PNG intake.  Every legal form prints the pixels libpng sees, by pass-through or decoded.  Damage
 * is the subject of test_png_damage.c.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "image_kit.h"

#include <math.h>

static const unsigned pairs[15][2] = {{KIT_GREY, 1}, {KIT_GREY, 2}, {KIT_GREY, 4}, {KIT_GREY, 8},
	{KIT_GREY, 16}, {KIT_RGB, 8}, {KIT_RGB, 16}, {KIT_INDEXED, 1}, {KIT_INDEXED, 2},
	{KIT_INDEXED, 4}, {KIT_INDEXED, 8}, {KIT_GREY_A, 8}, {KIT_GREY_A, 16}, {KIT_RGB_A, 8},
	{KIT_RGB_A, 16}};

static const uint32_t sizes[][2] = {{1, 1}, {1, 9}, {9, 1}, {3, 2}, {5, 5}, {8, 8}, {33, 17}};

/* A tRNS that hits something: colour of the first pixel, or a falling row of palette alphas. */
static void add_trns(struct kit_png *s)
{
	unsigned i, v;

	if (s->type == KIT_INDEXED) {
		s->n_trns = (kit_n_palette(s) + 1) / 2;
		for (i = 0; i < s->n_trns; i++)
			s->trns[i] = (uint8_t)(200 - i);
		return;
	}
	s->n_trns = kit_channels(s) * (size_t)2;
	for (i = 0; i < kit_channels(s); i++) {
		v = kit_sample(s, 0, 0, i);
		s->trns[2 * i] = (uint8_t)(v >> 8);
		s->trns[2 * i + 1] = (uint8_t)v;
	}
}

static bool goes_through(const struct kit_png *s)
{
	return !s->interlaced && s->depth <= 8 && s->type <= KIT_INDEXED && !s->n_trns;
}

static bool is_see_through(const struct kit_pixels *p)
{
	size_t i;

	for (i = 0; i < (size_t)p->w * p->h; i++) {
		if (p->rgba[4 * i + 3] != 255)
			return true;
	}
	return false;
}

static void assert_same(struct kit *k, const struct kit_pixels *want, const struct gp_picture *pic)
{
	struct kit_pixels have = kit_picture(k->a, pic);

	assert_non_null(want->rgba);
	assert_non_null(have.rgba);
	assert_int_equal(have.w, want->w);
	assert_int_equal(have.h, want->h);
	assert_memory_equal(have.rgba, want->rgba, (size_t)want->w * want->h * 4);
}

static void check_form(const struct kit_png *s)
{
	struct kit k = kit_new();
	struct gp_bytes file = kit_png(k.a, s);
	struct kit_pixels want = kit_libpng(k.a, file);
	struct gp_picture *pic = kit_parse(&k, file);

	assert_string_equal(kit_reports(&k), "");
	assert_non_null(pic);
	assert_int_equal(pic->colour.coding, goes_through(s) ? GP_CODING_FLATE_PNG : GP_CODING_RAW);
	assert_int_equal(pic->has_mask, is_see_through(&want));
	assert_same(&k, &want, pic);
	kit_free(&k);
}

static void check_forms_of(unsigned type, unsigned depth, bool interlaced, bool trns)
{
	struct kit_png s = {.type = type, .depth = depth, .interlaced = interlaced};
	size_t i;

	for (i = 0; i < sizeof sizes / sizeof *sizes; i++) {
		for (s.filter = 0; s.filter <= KIT_MIXED; s.filter++) {
			s.w = sizes[i][0];
			s.h = sizes[i][1];
			s.seed++;
			if (trns)
				add_trns(&s);
			check_form(&s);
		}
	}
}

static void every_form_prints_its_pixels(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < 15; i++) {
		check_forms_of(pairs[i][0], pairs[i][1], false, false);
		check_forms_of(pairs[i][0], pairs[i][1], true, false);
		if (pairs[i][0] <= KIT_INDEXED) {
			check_forms_of(pairs[i][0], pairs[i][1], false, true);
			check_forms_of(pairs[i][0], pairs[i][1], true, true);
		}
	}
}

static void opaque_alpha_needs_no_mask(void **state)
{
	struct kit_png s = {.w = 9, .h = 7, .opaque = true};

	(void)state;
	for (size_t i = 11; i < 15; i++) {
		s.type = pairs[i][0];
		s.depth = pairs[i][1];
		check_form(&s); /* asserts that there is a mask only where libpng sees one */
	}
}

static void opaque_palette_goes_through(void **state)
{
	struct kit_png s = {.w = 9,
		.h = 7,
		.type = KIT_INDEXED,
		.depth = 4,
		.n_trns = 3,
		.trns = {255, 255, 255}};
	struct kit k = kit_new();
	struct gp_picture *pic = kit_parse(&k, kit_png(k.a, &s));

	(void)state;
	assert_non_null(pic);
	assert_int_equal(pic->colour.coding, GP_CODING_FLATE_PNG);
	assert_false(pic->has_mask);
	kit_free(&k);
}

static void short_palettes_are_kept(void **state)
{
	struct kit_png s = {.w = 20, .h = 20, .type = KIT_INDEXED, .filter = KIT_MIXED};
	unsigned n[] = {1, 2, 3, 7, 100, 127, 128, 129, 200, 255, 256};

	(void)state;
	for (size_t i = 0; i < sizeof n / sizeof *n; i++) {
		s.depth = n[i] <= 2 ? 1 : n[i] <= 16 ? 4 : 8;
		s.n_palette = n[i];
		check_form(&s);
	}
}

static void idat_may_be_split_anyhow(void **state)
{
	struct kit_png s = {.w = 30, .h = 30, .type = KIT_RGB, .depth = 8, .filter = KIT_MIXED};
	size_t splits[] = {1, 2, 3, 100, 1000};

	(void)state;
	for (size_t i = 0; i < sizeof splits / sizeof *splits; i++) {
		s.split = splits[i];
		check_form(&s);
	}
}

static void empty_and_odd_parts_do_no_harm(void **state)
{
	struct kit_png s = {.w = 6, .h = 5, .type = KIT_RGB, .depth = 8};
	struct kit k = kit_new();
	struct kit_buf b = {.a = k.a};
	struct kit_pixels want = kit_libpng(k.a, kit_png(k.a, &s));
	struct gp_picture *pic;

	(void)state;
	kit_put_front(&b, &s);
	kit_chunk(&b, "tEXt", "Comment\0none", 12);
	kit_chunk(&b, "prVt", NULL, 0);
	kit_chunk(&b, "iCCP", "name\0\0rubbish", 13);
	kit_chunk(&b, "PLTE", "abcdef", 6); /* suggested palette of a full-colour picture */
	kit_chunk(&b, "IDAT", NULL, 0);
	kit_put_idat(&b, kit_deflate(k.a, kit_rows(k.a, &s), 9), 7);
	kit_chunk(&b, "IDAT", NULL, 0);
	kit_chunk(&b, "tIME", "\7\352\1\1\0\0\0", 7);
	kit_chunk(&b, "IEND", NULL, 0);
	kit_put(&b, "left behind", 11);
	pic = kit_parse(&k, kit_bytes(&b));
	assert_string_equal(kit_reports(&k), "");
	assert_non_null(pic);
	assert_int_equal(pic->colour.coding, GP_CODING_FLATE_PNG);
	assert_same(&k, &want, pic);
	kit_free(&k);
}

static void rest_after_the_zlib_stream_is_cut_off(void **state)
{
	struct kit_png s = {.w = 6, .h = 5, .type = KIT_GREY, .depth = 8};
	struct kit k = kit_new();
	struct gp_bytes z = kit_deflate(k.a, kit_rows(k.a, &s), 6);
	struct kit_buf b = {.a = k.a};
	struct gp_picture *pic;

	(void)state;
	kit_put_front(&b, &s);
	kit_chunk(&b, "IDAT", z.data, z.len);
	kit_chunk(&b, "IDAT", "more", 4);
	kit_chunk(&b, "IEND", NULL, 0);
	pic = kit_parse(&k, kit_bytes(&b));
	assert_non_null(pic);
	assert_int_equal(pic->colour.data.len, z.len);
	assert_memory_equal(pic->colour.data.data, z.data, z.len);
	kit_free(&k);
}

/* A stream whose header names a window smaller than it uses: zlib refuses it as it stands. */
static void lying_window_is_put_right(void **state)
{
	struct kit_png s = {.w = 1000, .h = 60, .type = KIT_INDEXED, .depth = 8};
	struct kit k = kit_new();
	struct gp_bytes rows = kit_rows(k.a, &s), z;
	struct kit_buf b = {.a = k.a};
	uint8_t *zlib, *twice = gp_arena_alloc(k.a, rows.len);
	struct gp_picture *pic;

	(void)state;
	/* the second half repeats the first, 30 kB back */
	memcpy(twice, rows.data, rows.len);
	memcpy(twice + rows.len / 2, twice, rows.len / 2);
	z = kit_deflate(k.a, (struct gp_bytes){twice, rows.len}, 9);
	zlib = gp_arena_alloc(k.a, z.len);
	memcpy(zlib, z.data, z.len);
	zlib[0] = 0x08;
	zlib[1] = 0x1d;
	kit_put_front(&b, &s);
	kit_chunk(&b, "IDAT", zlib, z.len);
	kit_chunk(&b, "IEND", NULL, 0);
	assert_null(kit_libpng(k.a, kit_bytes(&b)).rgba);
	pic = kit_parse(&k, kit_bytes(&b));
	assert_non_null(pic);
	assert_non_null(kit_picture(k.a, pic).rgba);
	assert_memory_equal(pic->colour.data.data + 2, zlib + 2, z.len - 2);
	kit_free(&k);
}

/* --- gamma --------------------------------------------------------------------------------- */

static uint8_t srgb(double v, double gamma)
{
	double l = pow(v, 1 / gamma);

	return (uint8_t)lround(
		255 * (l <= 0.0031308 ? 12.92 * l : 1.055 * pow(l, 1 / 2.4) - 0.055));
}

static struct gp_picture *with_gamma(struct kit *k, struct kit_png *s, uint32_t gamma)
{
	struct gp_picture *pic;

	s->gamma = gamma;
	pic = kit_parse(k, kit_png(k->a, s));
	assert_non_null(pic);
	return pic;
}

static void usual_gamma_goes_through(void **state)
{
	struct kit_png s = {.w = 9, .h = 9, .type = KIT_RGB, .depth = 8};
	const uint32_t raw[] = {0, 43183, 45000, 45455, 47727},
		       other[] = {1, 43182, 47728, 100000, UINT32_MAX};
	struct kit k = kit_new();
	size_t i;

	(void)state;
	for (i = 0; i < 5; i++) {
		assert_int_equal(with_gamma(&k, &s, raw[i])->colour.coding, GP_CODING_FLATE_PNG);
		assert_int_equal(with_gamma(&k, &s, other[i])->colour.coding, GP_CODING_RAW);
	}
	s.srgb = true;
	assert_int_equal(with_gamma(&k, &s, 100000)->colour.coding, GP_CODING_FLATE_PNG);
	assert_string_equal(kit_reports(&k), "");
	kit_free(&k);
}

static void other_gamma_becomes_srgb(void **state)
{
	struct kit_png s = {.w = 40, .h = 40, .type = KIT_RGB_A, .depth = 8};
	struct kit k = kit_new();
	struct gp_picture *pic;
	unsigned x, y, c, pass;

	(void)state;
	for (pass = 0; pass < 2; pass++, s.depth = 16) {
		pic = with_gamma(&k, &s, 100000);
		for (y = 0; y < 40; y++)
			for (x = 0; x < 40; x++)
				for (c = 0; c < 3; c++)
					assert_int_equal(
						pic->colour.data.data[(y * 40 + x) * 3 + c],
						srgb(kit_sample(&s, x, y, c) /
								(s.depth == 8 ? 255.0 : 65535.0),
							1));
		/* alpha is not light: it stays */
		if (s.depth == 8)
			assert_int_equal(pic->mask.data.data[5], kit_sample(&s, 5, 0, 3));
	}
	kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_prints_its_pixels),
		cmocka_unit_test(opaque_alpha_needs_no_mask),
		cmocka_unit_test(opaque_palette_goes_through),
		cmocka_unit_test(short_palettes_are_kept),
		cmocka_unit_test(idat_may_be_split_anyhow),
		cmocka_unit_test(empty_and_odd_parts_do_no_harm),
		cmocka_unit_test(rest_after_the_zlib_stream_is_cut_off),
		cmocka_unit_test(lying_window_is_put_right),
		cmocka_unit_test(usual_gamma_goes_through),
		cmocka_unit_test(other_gamma_becomes_srgb),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
