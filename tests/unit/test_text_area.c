/*
 * What share of the em square a glyph inks: straight outlines to the unit, curved ones between
 * what they hold and what holds them.
 */
#include "unit/test_text.h"

#include "base/file.h"
#include "text/harfbuzz.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* The glyph of one letter, and the share of the em square that its box takes, in millionths. */
static uint32_t glyph_of(struct text_kit *k, int font, uint32_t letter, int64_t *box_area)
{
	const struct gp_font_info *info = gp_font_info(k->f, font);
	struct gp_hb *hb = gp_hb_open(info->data, 0, -1, k->a);
	struct gp_hb_pen *pen = gp_hb_pen_new(k->a);
	struct gp_hb_features want = {false, false, gp_hb_language("en")};
	int64_t em = info->units_per_em;
	const struct gp_hb_glyph *g;
	uint32_t id;
	size_t n;
	int box[4];

	g = gp_hb_shape(pen, hb, &letter, 1, &want, &n);
	assert_non_null(g);
	assert_int_equal(n, 1);
	id = g[0].id;
	assert_true(gp_hb_ink(hb, id, box));
	*box_area = (int64_t)(box[2] - box[0]) * (box[3] - box[1]) * 1000000 / (em * em);
	gp_hb_pen_free(pen);
	gp_hb_close(hb);
	return id;
}

static int64_t share(struct text_kit *k, int font, uint32_t letter)
{
	int64_t box, area = gp_font_area(k->f, font, glyph_of(k, font, letter, &box));

	assert_true(area > 0 && box > 0);
	assert_int_equal(gp_font_area(k->f, font, glyph_of(k, font, letter, &box)), area);
	return area * 1000 / box;
}

static void straight_glyphs_fill_their_box(void **state)
{
	struct text_kit k = text_kit_new();

	(void)state;
	assert_in_range(share(&k, k.lato, '|'), 990, 1001);
	assert_in_range(share(&k, k.lato, 'l'), 990, 1001);
	/* two bars and the gap between them */
	assert_in_range(share(&k, k.lato, '='), 300, 700);
	text_kit_free(&k);
}

static void round_glyphs_fill_part_of_it(void **state)
{
	struct text_kit k = text_kit_new();

	(void)state;
	/* a full stop is nearly a disc: pi / 4 of its box */
	assert_in_range(share(&k, k.lato, '.'), 770, 800);
	/* a ring: the counter does not count */
	assert_in_range(share(&k, k.lato, 'O'), 200, 500);
	assert_in_range(share(&k, k.gentium, 'O'), 200, 500);
	text_kit_free(&k);
}

static void glyphs_without_ink_and_beyond_the_font_have_none(void **state)
{
	struct text_kit k = text_kit_new();
	const struct gp_font_info *info = gp_font_info(k.f, k.lato);

	(void)state;
	assert_int_equal(gp_font_area(k.f, k.lato, info->n_glyphs), 0);
	assert_int_equal(gp_font_area(k.f, k.lato, UINT32_MAX), 0);
	text_kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(straight_glyphs_fill_their_box),
		cmocka_unit_test(round_glyphs_fill_part_of_it),
		cmocka_unit_test(glyphs_without_ink_and_beyond_the_font_have_none),
	};

	return cmocka_run_group_tests_name("text_area", tests, NULL, NULL);
}
