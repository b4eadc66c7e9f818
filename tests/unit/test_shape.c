/*
 * Shaping: glyphs, their widths and the bytes they stand for, with the house fonts.
 */
#include "unit/test_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct gp_glyphs shape(struct text_kit *k, const struct gp_shape_style *s, const char *text)
{
	return gp_shape(k->f, s, (struct gp_shape_text){text, strlen(text), GP_NOWHERE, 0}, k->a);
}

static struct gp_shape_style lato(const struct text_kit *k)
{
	return (struct gp_shape_style){.font = k->lato, .size = 10000};
}

static gp_len width(struct text_kit *k, const struct gp_shape_style *s, const char *text)
{
	return gp_text_width(k->f, s, text, strlen(text));
}

/* Bytes from the first to the last cluster, as "from+len from+len …". */
static const char *clusters(struct text_kit *k, struct gp_glyphs g)
{
	const char *list = "";
	size_t i;

	for (i = 0; i < g.n; i++)
		list = gp_arena_printf(
			k->a, "%s%s%u+%u", list, i ? " " : "", g.g[i].from, g.g[i].len);
	return list;
}

static void widths_are_sums_of_rounded_advances(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = lato(&k);
	struct gp_glyphs g = shape(&k, &s, "Heels up, then down");
	gp_len sum = 0, small;
	size_t i;

	(void)state;
	for (i = 0; i < g.n; i++)
		sum += g.g[i].advance;
	assert_int_equal(g.width, sum);
	assert_int_equal(width(&k, &s, "Heels up, then down"), sum);
	/* Lato has 2000 units to the em: at 2 pt a unit is a thousandth of a point */
	s.size = 2000;
	small = width(&k, &s, "n");
	s.size = 10000;
	assert_int_equal(width(&k, &s, "n"), 5 * small);
	text_kit_free(&k);
}

static void pairs_are_kerned(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = lato(&k);
	struct gp_glyphs g = shape(&k, &s, "AV");

	(void)state;
	assert_true(g.width < width(&k, &s, "A") + width(&k, &s, "V"));
	assert_true(g.g[0].advance < g.g[0].natural);
	assert_int_equal(g.g[0].natural, width(&k, &s, "A"));
	text_kit_free(&k);
}

static void a_ligature_covers_its_letters(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = lato(&k);

	(void)state;
	assert_string_equal(clusters(&k, shape(&k, &s,
						 "a\xc3\xa9"
						 "fib")),
		"0+1 1+2 3+2 5+1");
	/* no ligatures in letterspaced text */
	s.track = 50;
	assert_string_equal(clusters(&k, shape(&k, &s, "fi")), "0+1 1+1");
	text_kit_free(&k);
}

static void marks_share_the_bytes_of_their_letter(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = {.font = k.gentium, .size = 10000};
	struct gp_glyphs g =
		shape(&k, &s, "n\xcc\xa5\xcc\x84x"); /* ring below, macron: no such letter */

	(void)state;
	assert_true(g.n >= 3);
	assert_int_equal(g.g[0].from, 0);
	assert_int_equal(g.g[0].len, 5);
	assert_int_equal(g.g[1].len, 0);
	assert_int_equal(g.g[g.n - 1].from, 5);
	/* e and acute become one glyph */
	assert_string_equal(clusters(&k, shape(&k, &s, "e\xcc\x81")), "0+3");
	text_kit_free(&k);
}

static void tracking_follows_every_cluster(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = lato(&k);
	gp_len plain = width(&k, &s, "HI KO");

	(void)state;
	s.track = 80;
	assert_int_equal(width(&k, &s, "HI KO"), plain + 5 * 800);
	s.track = -20;
	assert_int_equal(width(&k, &s, "HI KO"), plain - 5 * 200);
	text_kit_free(&k);
}

static void tabular_figures_are_of_one_width(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = lato(&k);

	(void)state;
	s.tabular = true;
	assert_int_equal(width(&k, &s, "1111"), width(&k, &s, "4848"));
	text_kit_free(&k);
}

static void capitals_point_at_the_letters_as_written(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = lato(&k), upper = lato(&k);
	struct gp_glyphs small, big;

	(void)state;
	s.capitals = true;
	small = shape(&k, &s, "f\xc3\xbc\xc3\x9f \xce\xb1");
	big = shape(&k, &upper, "F\xc3\x9c\xe1\xba\x9e \xce\x91");
	assert_string_equal(clusters(&k, small), "0+1 1+2 3+2 5+1 6+2");
	assert_int_equal(small.n, big.n);
	assert_int_equal(small.width, big.width);
	assert_int_equal(small.g[2].id, big.g[2].id);
	text_kit_free(&k);
}

static void capital_i_keeps_its_dot_in_turkish(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = {
		.font = k.gentium, .size = 10000, .capitals = true, .lang = "tr-TR"};
	uint32_t turkish = shape(&k, &s, "i").g[0].id;

	(void)state;
	s.lang = "en";
	assert_int_not_equal(turkish, shape(&k, &s, "i").g[0].id);
	s.capitals = false;
	assert_int_equal(turkish, shape(&k, &s, "\xc4\xb0").g[0].id);
	text_kit_free(&k);
}

static void stand_ins_are_drawn_where_the_font_lacks_the_character(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = lato(&k);
	struct gp_glyphs g = shape(&k, &s,
		"a\xe2\x80\x91"
		"b");

	(void)state;
	assert_int_equal(g.n, 3);
	assert_int_equal(g.g[1].id, shape(&k, &s, "-").g[0].id);
	assert_int_equal(g.g[1].len, 3);
	assert_int_equal(shape(&k, &s, "\xc2\xa0").g[0].id, shape(&k, &s, " ").g[0].id);
	assert_true(width(&k, &s, "\xe2\x80\xaf") <= width(&k, &s, " ") + 100);
	assert_int_equal(width(&k, &s, "\t"), width(&k, &s, " "));
	assert_int_equal(gp_diag_count(k.d, GP_ERROR), 0);
	text_kit_free(&k);
}

static void hidden_characters_leave_no_glyph(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = lato(&k);

	(void)state;
	assert_int_equal(shape(&k, &s, "\xc2\xad\xe2\x80\x8b\xe2\x81\xa0\xe2\x80\xa8").n, 0);
	assert_int_equal(width(&k, &s, "A\xc2\xadV"), width(&k, &s, "AV"));
	text_kit_free(&k);
}

static void scripts_may_mix_in_a_word(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = {.font = k.gentium, .size = 10000};

	(void)state;
	assert_string_equal(clusters(&k, shape(&k, &s,
						 "5\xce\xbc"
						 "m\xd0\xba"
						 "g")),
		"0+1 1+2 3+1 4+2 6+1");
	text_kit_free(&k);
}

/* --- what cannot be set ---------------------------------------------------------------------- */

static struct gp_place spot(struct gp_diag *d, struct gp_place string, uint32_t offset)
{
	(void)d;
	string.offset += offset;
	return string;
}

static void missing_glyphs_are_named_with_their_place(void **state)
{
	static const char guide[] = "{\"text\":\"go \xe2\x98\x90 on\"}";
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = lato(&k);
	struct gp_place at = {gp_diag_file(k.d, "g.json", guide, sizeof guide - 1), 9};
	const char *said;

	(void)state;
	gp_fonts_spot(k.f, spot);
	gp_shape(k.f, &s, (struct gp_shape_text){"go \xe2\x98\x90 on", 9, at, 0}, k.a);
	/* from the store the second time: still reported, once */
	gp_shape(k.f, &s, (struct gp_shape_text){"go \xe2\x98\x90 on", 9, at, 0}, k.a);
	assert_int_equal(gp_diag_count(k.d, GP_ERROR), 1);
	said = text_kit_said(&k);
	assert_non_null(strstr(said, "g.json:1:13: error: U+2610 \"\xe2\x98\x90\" (symbol)"));
	assert_non_null(strstr(said, "Lato-Regular.ttf"));
	/* at another place it is reported again */
	at.offset = 12;
	gp_shape(k.f, &s, (struct gp_shape_text){"\xe2\x98\x90", 3, at, 0}, k.a);
	assert_int_equal(gp_diag_count(k.d, GP_ERROR), 2);
	text_kit_free(&k);
}

static void missing_capitals_are_missing_glyphs(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = lato(&k);

	(void)state;
	shape(&k, &s, "\xe4\xb8\x80");
	assert_true(text_kit_heard(&k, "U+4E00 \"\xe4\xb8\x80\" (Chinese character)"));
	text_kit_free(&k);
}

static void right_to_left_letters_are_refused(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = lato(&k);

	(void)state;
	shape(&k, &s, "abc \xd7\xa9\xd7\x9c");
	assert_int_equal(gp_diag_count(k.d, GP_ERROR), 2);
	assert_true(
		text_kit_heard(&k, "U+05E9 \"\xd7\xa9\" belongs to a script written from right"));
	text_kit_free(&k);
}

static void the_store_does_not_change_what_is_set(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = lato(&k);
	char word[16], again[16];
	unsigned i;

	(void)state;
	/* more words than the store keeps, so that it starts afresh on the way */
	for (i = 0; i < 40000; i++) {
		snprintf(word, sizeof word, "w%ux", i);
		width(&k, &s, word);
	}
	for (i = 0; i < 40000; i += 997) {
		struct text_kit fresh = text_kit_new();

		snprintf(again, sizeof again, "w%ux", i);
		assert_int_equal(width(&k, &s, again), width(&fresh, &s, again));
		text_kit_free(&fresh);
	}
	text_kit_free(&k);
}

static void styles_are_kept_apart_in_the_store(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_shape_style s = lato(&k), other = s;

	(void)state;
	assert_int_equal(shape(&k, &s, "fi11").n, 3);
	other.track = 1;
	assert_int_equal(shape(&k, &other, "fi11").n, 4);
	other = s;
	other.font = k.gentium;
	assert_int_not_equal(width(&k, &other, "fi11"), width(&k, &s, "fi11"));
	other = s;
	other.capitals = true;
	assert_true(width(&k, &other, "fi11") > width(&k, &s, "fi11"));
	assert_int_equal(shape(&k, &s, "fi11").n, 3);
	text_kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(widths_are_sums_of_rounded_advances),
		cmocka_unit_test(pairs_are_kerned),
		cmocka_unit_test(a_ligature_covers_its_letters),
		cmocka_unit_test(marks_share_the_bytes_of_their_letter),
		cmocka_unit_test(tracking_follows_every_cluster),
		cmocka_unit_test(tabular_figures_are_of_one_width),
		cmocka_unit_test(capitals_point_at_the_letters_as_written),
		cmocka_unit_test(capital_i_keeps_its_dot_in_turkish),
		cmocka_unit_test(stand_ins_are_drawn_where_the_font_lacks_the_character),
		cmocka_unit_test(hidden_characters_leave_no_glyph),
		cmocka_unit_test(scripts_may_mix_in_a_word),
		cmocka_unit_test(missing_glyphs_are_named_with_their_place),
		cmocka_unit_test(missing_capitals_are_missing_glyphs),
		cmocka_unit_test(right_to_left_letters_are_refused),
		cmocka_unit_test(the_store_does_not_change_what_is_set),
		cmocka_unit_test(styles_are_kept_apart_in_the_store),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
