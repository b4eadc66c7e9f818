/*
 * Tone of pictures: for every kind of picture the mean that a plain count over its pixels gives.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "image/tone.h"
#include "image_kit.h"

#include <turbojpeg.h>

static unsigned grey(uint8_t r, uint8_t g, uint8_t b)
{
	return (r + 2u * g + b) / 4;
}

/* Pixel by pixel over what is printed, in thousandths like gp_tone. */
static struct gp_tone count(struct kit *k, const struct gp_picture *pic, struct gp_rect_px part)
{
	struct kit_pixels p = kit_picture(k->a, pic);
	double cover = 0, dark = 0, n = 0;
	uint32_t x, y;

	assert_non_null(p.rgba);
	for (y = part.y0; y < part.y1; y++) {
		for (x = part.x0; x < part.x1; x++, n++) {
			const uint8_t *px = p.rgba + 4 * ((size_t)y * p.w + x);

			cover += px[3] / 255.0;
			dark += px[3] / 255.0 * (255 - grey(px[0], px[1], px[2])) / 255.0;
		}
	}
	return (struct gp_tone){(unsigned)(1000 * cover / n), (unsigned)(1000 * dark / n)};
}

static void is_near(unsigned a, unsigned b, unsigned by, const char *what)
{
	if (a > b + by || b > a + by)
		fail_msg("%s: %u, counted %u", what, a, b);
}

static void agrees(struct kit *k, const struct gp_picture *pic, struct gp_rect_px part)
{
	struct gp_tone said = gp_picture_tone(pic, part, grey), seen = count(k, pic, part);

	is_near(said.cover, seen.cover, 1, "cover");
	is_near(said.dark, seen.dark, 2, "darkness");
}

static void every_form_has_its_tone(void **state)
{
	static const struct kit_png forms[] = {
		{.type = KIT_GREY, .depth = 1},
		{.type = KIT_GREY, .depth = 2},
		{.type = KIT_GREY, .depth = 4},
		{.type = KIT_GREY, .depth = 8},
		{.type = KIT_GREY, .depth = 16},
		{.type = KIT_RGB, .depth = 8},
		{.type = KIT_RGB, .depth = 8, .gamma = 100000},
		{.type = KIT_RGB, .depth = 16, .interlaced = true},
		{.type = KIT_INDEXED, .depth = 1},
		{.type = KIT_INDEXED, .depth = 4, .n_palette = 11},
		{.type = KIT_INDEXED, .depth = 8, .n_palette = 200},
		{.type = KIT_INDEXED, .depth = 2, .n_trns = 2, .trns = {0, 100}},
		{.type = KIT_GREY_A, .depth = 8},
		{.type = KIT_RGB_A, .depth = 8},
		{.type = KIT_RGB_A, .depth = 16},
	};
	struct kit k = kit_new();
	struct gp_picture *pic;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof forms / sizeof *forms; i++) {
		struct kit_png s = forms[i];

		s.w = 37;
		s.h = 29;
		s.filter = KIT_MIXED;
		pic = kit_parse(&k, kit_png(k.a, &s));
		assert_string_equal(kit_reports(&k), "");
		agrees(&k, pic, (struct gp_rect_px){0, 0, 37, 29});
		agrees(&k, pic, (struct gp_rect_px){5, 3, 6, 4});
		agrees(&k, pic, (struct gp_rect_px){9, 20, 37, 29});
	}
	kit_free(&k);
}

/* The mask is looked at where it lies over each pixel. */
static void masks_of_another_size_count(void **state)
{
	struct kit k = kit_new();
	const struct kit_png black = {
		.w = 40, .h = 20, .type = KIT_GREY, .depth = 1, .opaque = true};
	struct gp_picture *pic = kit_parse(&k, kit_png(k.a, &black));
	/* left half open, right half shut; one bit a sample */
	static const uint8_t rows[] = {0x80, 0x80};
	struct gp_tone t;

	(void)state;
	pic->has_mask = true;
	pic->mask = (struct gp_samples){.coding = GP_CODING_RAW,
		.space = GP_SPACE_GREY,
		.bits = 1,
		.data = {rows, sizeof rows}};
	pic->mask_width = pic->mask_height = 2;
	t = gp_picture_tone(pic, (struct gp_rect_px){0, 0, 40, 20}, grey);
	assert_int_equal(t.cover, 500);
	t = gp_picture_tone(pic, (struct gp_rect_px){0, 0, 20, 20}, grey);
	assert_int_equal(t.cover, 1000);
	t = gp_picture_tone(pic, (struct gp_rect_px){20, 0, 40, 20}, grey);
	assert_int_equal(t.cover, 0);
	assert_int_equal(t.dark, 0);
	kit_free(&k);
}

/* Left half black, right half white. */
static struct gp_bytes jpeg(struct kit *k, int w, int h)
{
	uint8_t *pixels = gp_arena_alloc(k->a, (size_t)w * (size_t)h), *out = NULL, *copy;
	unsigned long len = 0;
	tjhandle tj = tjInitCompress();
	int y;

	for (y = 0; y < h; y++)
		memset(pixels + (size_t)y * (size_t)w + w / 2, 255, (size_t)(w - w / 2));
	assert_int_equal(
		tjCompress2(tj, pixels, w, 0, h, TJPF_GRAY, &out, &len, TJSAMP_GRAY, 95, 0), 0);
	tjDestroy(tj);
	copy = gp_arena_alloc(k->a, len);
	memcpy(copy, out, len);
	tjFree(out);
	return (struct gp_bytes){copy, len};
}

static void jpegs_are_looked_at_small(void **state)
{
	struct kit k = kit_new();
	struct gp_picture *pic = kit_parse(&k, jpeg(&k, 320, 240));
	struct gp_tone t;

	(void)state;
	assert_int_equal(pic->colour.coding, GP_CODING_JPEG);
	t = gp_picture_tone(pic, (struct gp_rect_px){0, 0, 320, 240}, grey);
	assert_int_equal(t.cover, 1000);
	is_near(t.dark, 500, 10, "both halves");
	t = gp_picture_tone(pic, (struct gp_rect_px){0, 0, 144, 240}, grey);
	is_near(t.dark, 1000, 10, "black half");
	t = gp_picture_tone(pic, (struct gp_rect_px){176, 0, 320, 240}, grey);
	is_near(t.dark, 0, 10, "white half");
	kit_free(&k);
}

static void parts_are_cut_to_the_picture(void **state)
{
	struct kit k = kit_new();
	const struct kit_png s = {.w = 8, .h = 8, .type = KIT_RGB, .depth = 8};
	struct gp_picture *pic = kit_parse(&k, kit_png(k.a, &s));
	struct gp_tone all = gp_picture_tone(pic, (struct gp_rect_px){0, 0, 8, 8}, grey), t;

	(void)state;
	t = gp_picture_tone(pic, (struct gp_rect_px){0, 0, 900, 900}, grey);
	assert_int_equal(t.dark, all.dark);
	t = gp_picture_tone(pic, (struct gp_rect_px){8, 0, 20, 8}, grey);
	assert_int_equal(t.cover + t.dark, 0);
	t = gp_picture_tone(pic, (struct gp_rect_px){3, 5, 3, 5}, grey);
	assert_int_equal(t.cover + t.dark, 0);
	kit_free(&k);
}

/* Large pictures are looked at in steps: the mean stays that of the whole, near enough. */
static void large_pictures_are_looked_at_in_steps(void **state)
{
	struct kit k = kit_new();
	const struct kit_png s = {.w = 1400, .h = 1300, .type = KIT_GREY, .depth = 8};
	struct gp_picture *pic = kit_parse(&k, kit_png(k.a, &s));
	const struct gp_rect_px all = {0, 0, 1400, 1300};

	(void)state;
	is_near(gp_picture_tone(pic, all, grey).dark, count(&k, pic, all).dark, 5, "noise");
	kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_form_has_its_tone),
		cmocka_unit_test(masks_of_another_size_count),
		cmocka_unit_test(jpegs_are_looked_at_small),
		cmocka_unit_test(parts_are_cut_to_the_picture),
		cmocka_unit_test(large_pictures_are_looked_at_in_steps),
	};

	return cmocka_run_group_tests_name("tone", tests, NULL, NULL);
}
