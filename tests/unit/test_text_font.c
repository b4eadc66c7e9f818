/*
 * Opening fonts: what is read from good ones, and that every kind of broken, forbidden or
 * ambiguous one is refused by name, with the reason.
 */
#include "unit/test_text.h"

#include "text/sfnt.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void house_fonts_are_read(void **state)
{
	struct text_kit k = text_kit_new();
	const struct gp_font_info *lato = gp_font_info(k.f, k.lato);
	const struct gp_font_info *gentium = gp_font_info(k.f, k.gentium);

	(void)state;
	assert_int_equal(gp_fonts_count(k.f), 2);
	assert_string_equal(lato->postscript_name, "Lato-Regular");
	assert_string_equal(gentium->postscript_name, "GentiumBookPlus");
	assert_int_equal(lato->units_per_em, 2000);
	assert_int_equal(lato->instance, -1);
	assert_false(lato->serif);
	assert_false(lato->is_cff);
	assert_in_range(lato->weight, 300, 500);
	assert_true(lato->descent < 0 && lato->ascent > 0);
	assert_true(lato->x_height > 900 && lato->x_height < lato->cap_height);
	assert_int_equal(gp_diag_count(k.d, GP_ERROR), 0);
	text_kit_free(&k);
}

static void a_path_opened_twice_is_one_font(void **state)
{
	struct text_kit k = text_kit_new();

	(void)state;
	assert_int_equal(gp_fonts_open(k.f, LATO, GP_NOWHERE), k.lato);
	assert_int_not_equal(k.lato, k.gentium);
	text_kit_free(&k);
}

static void heights_scale_with_the_size(void **state)
{
	struct text_kit k = text_kit_new();
	const struct gp_font_info *i = gp_font_info(k.f, k.lato);

	(void)state;
	assert_int_equal(gp_font_cap(k.f, k.lato, 2000), i->cap_height);
	assert_int_equal(gp_font_cap(k.f, k.lato, 20000), 10 * i->cap_height);
	assert_int_equal(gp_font_ex(k.f, k.lato, 2000), i->x_height);
	text_kit_free(&k);
}

static uint32_t glyph_of(struct text_kit *k, int font, const char *text)
{
	struct gp_shape_style s = {.font = font, .size = 10000};
	struct gp_glyphs g =
		gp_shape(k->f, &s, (struct gp_shape_text){text, strlen(text), GP_NOWHERE, 0}, k->a);

	assert_int_equal(g.n, 1);
	return g.g[0].id;
}

static void ink_boxes_hold_the_letter(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_rect h = gp_font_ink(k.f, k.lato, glyph_of(&k, k.lato, "H"), 10000);
	struct gp_rect p = gp_font_ink(k.f, k.lato, glyph_of(&k, k.lato, "p"), 10000);
	struct gp_rect space = gp_font_ink(k.f, k.lato, glyph_of(&k, k.lato, " "), 10000);

	(void)state;
	/* H stands on the baseline and is as high as capitals are */
	assert_in_range(
		-h.y, gp_font_cap(k.f, k.lato, 10000) - 40, gp_font_cap(k.f, k.lato, 10000) + 40);
	assert_in_range(h.y + h.h + 10, 0, 20);
	assert_true(h.x > 0 && h.w > 4000);
	/* p goes below it */
	assert_true(p.y + p.h > 1000);
	assert_true(gp_rect_is_empty(space));
	/* a number that is no glyph inks nothing */
	assert_true(gp_rect_is_empty(gp_font_ink(k.f, k.lato, 1000000, 10000)));
	text_kit_free(&k);
}

static void fonts_know_what_they_have(void **state)
{
	struct text_kit k = text_kit_new();

	(void)state;
	assert_true(gp_font_has(k.f, k.lato, 'A'));
	assert_true(gp_font_has(k.f, k.lato, 0x2011)); /* set as a hyphen */
	assert_true(gp_font_has(k.f, k.lato, 0x202f)); /* set as a space */
	assert_true(gp_font_has(k.f, k.lato, 0xad));   /* never drawn */
	assert_false(gp_font_has(k.f, k.lato, 0x2610));
	assert_false(gp_font_has(k.f, k.lato, 0x4e00));
	text_kit_free(&k);
}

/* --- rules without an end ------------------------------------------------------------------- */

enum { RULE_GROWS = 200, RULE_SIZE = 24 + 2 * RULE_GROWS };

/* A lookup of GSUB that puts `to`, RULE_GROWS times, for `from`. */
static void put_rule(uint8_t *p, unsigned from, unsigned to)
{
	const unsigned head[] = {2, 0, 1, 8, /* subtable */ 1, 8, 1, 14, /* coverage */ 1, 1, from,
		/* sequence */ RULE_GROWS};
	size_t i, n = sizeof head / sizeof *head;

	for (i = 0; i < n; i++)
		put16(p + 2 * i, head[i]);
	for (i = 0; i < RULE_GROWS; i++)
		put16(p + 2 * (n + i), to);
}

/* GSUB that makes 200 b of an a, and then 200 c of each b. */
static void put_rules(uint8_t *p, unsigned a, unsigned b, unsigned c)
{
	static const uint8_t head[] = {0, 1, 0, 0, 0, 10, 0, 30, 0, 46,
		/* scripts */ 0, 1, 'D', 'F', 'L', 'T', 0, 8, 0, 4, 0, 0, 0, 0, 0xff, 0xff, 0, 1, 0,
		0, /* features */ 0, 1, 'c', 'c', 'm', 'p', 0, 8, 0, 0, 0, 2, 0, 0, 0, 1,
		/* lookups */ 0, 2, 0, 6};

	memcpy(p, head, sizeof head);
	put16(p + sizeof head, 6 + RULE_SIZE);
	put_rule(p + 52, a, b);
	put_rule(p + 52 + RULE_SIZE, b, c);
}

static void rules_without_an_end_are_reported(void **state)
{
	static uint8_t gsub[52 + 2 * RULE_SIZE];
	struct text_kit k = text_kit_new();
	struct font_file t = font_file_of(gp_font_info(k.f, k.lato)->data);
	struct table *table = font_file_table(&t, "GSUB");
	int font;

	(void)state;
	put_rules(gsub, glyph_of(&k, k.lato, "a"), glyph_of(&k, k.lato, "b"),
		glyph_of(&k, k.lato, "c"));
	table->data = gsub;
	table->len = sizeof gsub;
	font = gp_fonts_open(
		k.f, scratch_file("endless.ttf", font_file_build(&t, false, k.a), k.a), GP_NOWHERE);
	assert_true(font >= 0);
	assert_int_equal(gp_shape(k.f, &(struct gp_shape_style){.font = font, .size = 10000},
				 (struct gp_shape_text){"b", 1, GP_NOWHERE, 0}, k.a)
				 .n,
		RULE_GROWS);
	assert_int_equal(gp_diag_status(k.d, false), 0);
	gp_shape(k.f, &(struct gp_shape_style){.font = font, .size = 10000},
		(struct gp_shape_text){"a", 1, GP_NOWHERE, 0}, k.a);
	assert_int_equal(gp_diag_status(k.d, false), 3);
	assert_true(text_kit_heard(&k, "the text could not be shaped"));
	text_kit_free(&k);
}

/* --- refused --------------------------------------------------------------------------------- */

static struct font_file lato_tables(struct text_kit *k)
{
	return font_file_of(gp_font_info(k->f, k->lato)->data);
}

static void expect_refused_bytes(struct text_kit *k, struct gp_bytes file, const char *why)
{
	const char *path = scratch_file("refused.ttf", file, k->a);
	struct gp_fonts *f = gp_fonts_new(k->d);

	assert_int_equal(gp_fonts_open(f, path, GP_NOWHERE), -1);
	if (!text_kit_heard(k, why)) {
		gp_fonts_open(f, path, GP_NOWHERE);
		fail_msg("\"%s\" is not in: %s", why, text_kit_said(k));
	}
	gp_fonts_free(f);
}

static void expect_refused(struct text_kit *k, const struct font_file *f, const char *why)
{
	expect_refused_bytes(k, font_file_build(f, false, k->a), why);
}

static void expect_opened(struct text_kit *k, const struct font_file *t)
{
	struct gp_fonts *f = gp_fonts_new(k->d);
	struct gp_bytes file = font_file_build(t, false, k->a);

	assert_true(gp_fonts_open(f, scratch_file("good.ttf", file, k->a), GP_NOWHERE) >= 0);
	gp_fonts_free(f);
}

static void a_rebuilt_font_is_good(void **state)
{
	struct text_kit k = text_kit_new();
	struct font_file t = lato_tables(&k);

	(void)state;
	/* the other tests change one thing each, so this must pass */
	expect_opened(&k, &t);
	text_kit_free(&k);
}

static void missing_tables_are_named(void **state)
{
	static const char *const tags[] = {
		"head", "hhea", "maxp", "hmtx", "cmap", "OS/2", "name", "loca"};
	struct text_kit k = text_kit_new();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof tags / sizeof *tags; i++) {
		struct font_file t = lato_tables(&k);

		font_file_drop(&t, tags[i]);
		expect_refused(&k, &t, tags[i]);
	}
	text_kit_free(&k);
}

static void a_font_without_outlines_is_refused(void **state)
{
	struct text_kit k = text_kit_new();
	struct font_file t = lato_tables(&k);

	(void)state;
	font_file_drop(&t, "glyf");
	expect_refused(&k, &t, "no outlines");
	font_file_add(&t, "CFF ", "\2\0\4\1", 4);
	expect_refused(&k, &t, "version of table CFF");
	t = lato_tables(&k);
	font_file_drop(&t, "glyf");
	font_file_add(&t, "CFF2", "\2\0\5\0\0", 5);
	expect_refused(&k, &t, "CFF2");
	text_kit_free(&k);
}

static void a_directory_out_of_order_is_refused(void **state)
{
	struct text_kit k = text_kit_new();
	struct font_file t = lato_tables(&k);
	struct table first = t.table[0];

	(void)state;
	t.table[0] = t.table[1];
	t.table[1] = first;
	expect_refused(&k, &t, "not in order");
	t = lato_tables(&k);
	t.table[1] = t.table[0];
	expect_refused(&k, &t, "not in order");
	text_kit_free(&k);
}

static void serifs_are_told_by_class_or_panose(void **state)
{
	static const struct {
		unsigned family, panose, style;
		bool serif;
	} cases[] = {{0, 2, 2, true}, {0, 2, 10, true}, {0, 2, 11, false}, {8, 2, 3, true},
		{1, 0, 0, true}, {7, 2, 0, true}, {8, 0, 0, false}, {0, 0, 0, false}};
	struct text_kit k = text_kit_new();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct font_file t = lato_tables(&k);
		struct gp_font_info info = {.is_cff = true};
		uint8_t *os2 = font_file_edit(&t, "OS/2", k.a);
		struct gp_sfnt s;

		os2[30] = (uint8_t)cases[i].family;
		os2[32] = (uint8_t)cases[i].panose;
		os2[33] = (uint8_t)cases[i].style;
		assert_null(gp_sfnt_check(&s, font_file_build(&t, false, k.a), 0));
		gp_sfnt_measure(&s, &info);
		assert_int_equal(info.serif, cases[i].serif);
		assert_false(info.is_cff);
	}
	text_kit_free(&k);
}

static void wrong_numbers_are_refused(void **state)
{
	static const struct {
		const char *tag;
		size_t at;
		unsigned value;
		const char *why;
	} cases[] = {{"head", 12, 0x1234, "magic"}, {"head", 18, 0, "units per em"},
		{"head", 18, 20000, "units per em"}, {"maxp", 4, 0, "no glyphs"},
		{"maxp", 4, 0xffff, "hmtx has too few"}, {"hhea", 34, 0, "hmtx has too few"},
		{"hhea", 34, 0xffff, "hmtx has too few"}, {"loca", 2, 0xffff, "outside table glyf"},
		{"cmap", 2, 0xffff, "cmap is cut off"}, {"cmap", 8, 0x7fff, "lies outside it"}};
	struct text_kit k = text_kit_new();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct font_file t = lato_tables(&k);

		put16(font_file_edit(&t, cases[i].tag, k.a) + cases[i].at, cases[i].value);
		expect_refused(&k, &t, cases[i].why);
	}
	text_kit_free(&k);
}

static void a_cmap_without_unicode_is_refused(void **state)
{
	struct text_kit k = text_kit_new();
	struct font_file t = lato_tables(&k);
	uint8_t *cmap = font_file_edit(&t, "cmap", k.a);
	size_t i, n = (size_t)cmap[2] << 8 | cmap[3];

	(void)state;
	for (i = 0; i < n; i++)
		put16(cmap + 4 + 8 * i, 1); /* Macintosh */
	expect_refused(&k, &t, "does not map Unicode");
	text_kit_free(&k);
}

static void licence_bits_are_respected(void **state)
{
	static const struct {
		unsigned bits;
		const char *why; /* NULL: may be used */
	} cases[] = {{0x0000, NULL}, {0x0004, NULL}, {0x0008, NULL}, {0x0006, NULL},
		{0x0002, "restricted"}, {0x0104, "; choose another font"},
		{0x0200, "bitmaps only"}};
	struct text_kit k = text_kit_new();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct font_file t = lato_tables(&k);

		put16(font_file_edit(&t, "OS/2", k.a) + 8, cases[i].bits);
		if (cases[i].why)
			expect_refused(&k, &t, cases[i].why);
		else
			expect_opened(&k, &t);
	}
	text_kit_free(&k);
}

static void files_that_are_no_fonts_are_refused(void **state)
{
	struct text_kit k = text_kit_new();
	struct font_file t = lato_tables(&k);
	struct gp_bytes whole = font_file_build(&t, false, k.a);

	(void)state;
	expect_refused_bytes(&k, (struct gp_bytes){(const uint8_t *)"", 0}, "too short");
	expect_refused_bytes(
		&k, (struct gp_bytes){(const uint8_t *)"wOF2............", 16}, "web font");
	expect_refused_bytes(
		&k, (struct gp_bytes){(const uint8_t *)"%PDF-1.7 hello..", 16}, "not a TrueType");
	expect_refused_bytes(&k, (struct gp_bytes){whole.data, 60}, "directory is cut off");
	expect_refused_bytes(
		&k, (struct gp_bytes){whole.data, whole.len / 2}, "past the end of the file");
	assert_int_equal(gp_fonts_open(k.f, "fonts/none.ttf", GP_NOWHERE), -1);
	assert_true(text_kit_heard(&k, "cannot open \"fonts/none.ttf\""));
	text_kit_free(&k);
}

/* --- collections and variable fonts ---------------------------------------------------------- */

static void a_face_of_a_collection_is_picked_by_number(void **state)
{
	struct text_kit k = text_kit_new();
	struct font_file t = lato_tables(&k);
	const char *path = scratch_file("two.ttc", font_file_build(&t, true, k.a), k.a);
	int second = gp_fonts_open(k.f, gp_arena_printf(k.a, "%s#1", path), GP_NOWHERE);

	(void)state;
	assert_true(second >= 0);
	assert_int_equal(gp_font_info(k.f, second)->face_index, 1);
	assert_string_equal(gp_font_info(k.f, second)->path, path);
	assert_int_equal(gp_font_info(k.f, gp_fonts_open(k.f, path, GP_NOWHERE))->face_index, 0);
	assert_int_equal(gp_fonts_open(k.f, gp_arena_printf(k.a, "%s#2", path), GP_NOWHERE), -1);
	assert_true(text_kit_heard(&k, "fewer faces"));
	assert_int_equal(gp_fonts_open(k.f, LATO "#1", GP_NOWHERE), -1);
	assert_true(text_kit_heard(&k, "one face only"));
	text_kit_free(&k);
}

/* One axis of weight, and two instances that borrow names 1 (family) and 2 (Regular). */
static const uint8_t fvar[] = {0, 1, 0, 0, 0, 16, 0, 2, 0, 1, 0, 20, 0, 2, 0, 8, 'w', 'g', 'h', 't',
	0, 100, 0, 0, 1, 144, 0, 0, 3, 132, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 1, 144, 0, 0, 0, 2, 0, 0,
	2, 188, 0, 0};

static void a_variable_font_wants_an_instance(void **state)
{
	struct text_kit k = text_kit_new();
	struct font_file t = lato_tables(&k);
	const char *path;
	int font;

	(void)state;
	font_file_add(&t, "fvar", fvar, sizeof fvar);
	path = scratch_file("variable.ttf", font_file_build(&t, false, k.a), k.a);
	assert_int_equal(gp_fonts_open(k.f, path, GP_NOWHERE), -1);
	assert_true(text_kit_heard(&k, "it has: Lato, Regular"));
	assert_int_equal(gp_fonts_open(k.f, gp_arena_printf(k.a, "%s@Blod", path), GP_NOWHERE), -1);
	assert_true(text_kit_heard(&k, "has no instance \"Blod\"; it has: Lato, Regular"));
	font = gp_fonts_open(k.f, gp_arena_printf(k.a, "%s@Regular", path), GP_NOWHERE);
	assert_true(font >= 0);
	assert_int_equal(gp_font_info(k.f, font)->instance, 1);
	assert_int_equal(gp_fonts_open(k.f, LATO "@Bold", GP_NOWHERE), -1);
	assert_true(text_kit_heard(&k, "is not variable; leave \"@Bold\" away"));
	text_kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(house_fonts_are_read),
		cmocka_unit_test(a_path_opened_twice_is_one_font),
		cmocka_unit_test(heights_scale_with_the_size),
		cmocka_unit_test(ink_boxes_hold_the_letter),
		cmocka_unit_test(fonts_know_what_they_have),
		cmocka_unit_test(rules_without_an_end_are_reported),
		cmocka_unit_test(a_rebuilt_font_is_good),
		cmocka_unit_test(missing_tables_are_named),
		cmocka_unit_test(a_font_without_outlines_is_refused),
		cmocka_unit_test(a_directory_out_of_order_is_refused),
		cmocka_unit_test(serifs_are_told_by_class_or_panose),
		cmocka_unit_test(wrong_numbers_are_refused),
		cmocka_unit_test(a_cmap_without_unicode_is_refused),
		cmocka_unit_test(licence_bits_are_respected),
		cmocka_unit_test(files_that_are_no_fonts_are_refused),
		cmocka_unit_test(a_face_of_a_collection_is_picked_by_number),
		cmocka_unit_test(a_variable_font_wants_an_instance),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
