/*
 * The style record: the numbers of the file, and what each edition makes of them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "read_kit.h"

#include <math.h>

struct fixture {
	struct gp_arena *a;
	struct gp_diag *d;
};

static int open_fixture(void **state)
{
	struct fixture *f = malloc(sizeof *f);

	f->a = gp_arena_new();
	f->d = gp_diag_new();
	*state = f;
	return 0;
}

static int close_fixture(void **state)
{
	struct fixture *f = *state;

	gp_diag_free(f->d);
	gp_arena_free(f->a);
	free(f);
	return 0;
}

static const struct gp_style *style(void **state, const char *page, const char *edition)
{
	struct fixture *f = *state;
	struct gp_read_paths paths = {.guide = "content/soleus.en.json"};
	struct gp_style_choice choice = {page, edition, "en"};
	const struct gp_style *s = gp_read_style(&paths, &choice, f->a, f->d);

	assert_string_equal(kit_messages(f->a, f->d), "");
	assert_non_null(s);
	return s;
}

static void plain_numbers_are_those_of_the_file(void **state)
{
	const struct gp_style *s = style(state, "a5", NULL);

	assert_string_equal(s->page.name, "a5");
	assert_int_equal(s->page.lines, 33);
	assert_int_equal(s->page.width, gp_len_um(148000));
	assert_int_equal(s->page.baseline, 15000);
	assert_int_equal(s->block.callout_pad, 7500);
	assert_int_equal(s->poster.sidebar, gp_len_um(73000));
	assert_int_equal(s->press.glue_strip, gp_len_um(9000));
	assert_int_equal(s->type[GP_ROLE_BODY].size, 11500);
	assert_int_equal(s->type[GP_ROLE_H1].track, -16);
	assert_int_equal(s->type[GP_ROLE_H1].face, GP_FACE_DISPLAY_BLACK);
	assert_int_equal(s->type[GP_ROLE_EYEBROW].colour, GP_BRAND);
	assert_string_equal(s->face[GP_FACE_TEXT], "GentiumBookPlus-Regular.ttf");
	assert_int_equal(s->colour[GP_BRAND].rgb[2], 0x7e);
	assert_int_equal(s->colour[GP_BRAND].cmyk[0], 92);
	assert_false(s->colour[GP_BRAND].fill_drops);
	assert_null(s->edition.name);
	assert_int_equal(s->edition.card_columns, 2);
	assert_int_equal(s->edition.picture_alpha, 100);
	assert_false(s->edition.notes_inline || s->edition.grey || s->edition.ink_saver ||
		     s->edition.justified);
}

/* What stands side by side on a page fills it, in every edition. */
static void pages_add_up(void **state)
{
	static const char *const pages[] = {"a5", "half-letter"};
	static const char *const editions[] = {NULL, "large", "ink-saver", "grey"};
	size_t i, k;

	for (i = 0; i < 2; i++) {
		for (k = 0; k < 4; k++) {
			const struct gp_page_style *p = &style(state, pages[i], editions[k])->page;
			gp_len sum = p->inner + p->main + p->gutter + p->margin_column + p->outer;
			gp_len foot = p->frame_top + (gp_len)p->lines * p->baseline;

			assert_in_range(sum + 30 - p->width, 0, 60);
			assert_true(foot < p->folio_top);
			assert_true(p->folio_top < p->height - p->safe);
			assert_true(p->cover_panel_top + p->cover_panel_height < p->cover_foot);
			assert_true(p->plate_top + p->plate_height < p->plate_caption);
			assert_true(p->tab_edge >= p->safe);
		}
	}
}

static void large_print_scales_and_lifts(void **state)
{
	const struct gp_style *s = style(state, "a5", NULL), *l = style(state, "a5", "large");
	size_t i;

	assert_string_equal(l->edition.name, "large");
	assert_int_equal(l->page.width, gp_len_um(210000));
	assert_int_equal(l->page.height, gp_len_um(297000));
	assert_int_equal(l->page.baseline, 21213);
	assert_int_equal(l->type[GP_ROLE_BODY].size, 16263);
	assert_int_equal(l->type[GP_ROLE_CAPTION].size, 16000);
	assert_int_equal(l->type[GP_ROLE_CAPTION].lead, 21200);
	assert_int_equal(l->block.icon, gp_len_scale(s->block.icon, 14142, 10000));
	/* labels that were 9 pt and would be 12.7 pt have become 16 pt */
	assert_int_equal(s->edition.label_growth, 1000);
	assert_in_range(l->edition.label_growth, 1256, 1258);
	assert_true(l->edition.notes_inline);
	assert_int_equal(l->edition.card_columns, 1);
	for (i = 0; i < GP_ROLE_SLUG; i++)
		assert_true(l->type[i].size >= 16000);
	/* poster and press are made from the same numbers in every edition */
	assert_memory_equal(&l->poster, &s->poster, sizeof s->poster);
	assert_memory_equal(&l->press, &s->press, sizeof s->press);
	for (i = GP_ROLE_SLUG; i < GP_N_ROLES; i++)
		assert_memory_equal(&l->type[i], &s->type[i], sizeof s->type[i]);
	assert_memory_equal(l->colour, s->colour, sizeof s->colour);
}

static void ink_saver_drops_fills(void **state)
{
	const struct gp_style *s = style(state, "a5", "ink-saver");

	assert_true(s->edition.ink_saver);
	assert_int_equal(s->edition.picture_alpha, 50);
	assert_true(s->colour[GP_BRAND].fill_drops && s->colour[GP_TINT_AMBER].fill_drops);
	assert_false(s->colour[GP_INK].fill_drops || s->colour[GP_PAPER].fill_drops);
	assert_int_equal(s->type[GP_ROLE_CHAPTER_NUMERAL].face, GP_FACE_DISPLAY_BOLD);
	assert_int_equal(s->type[GP_ROLE_POSTER_TITLE].face, GP_FACE_DISPLAY_BOLD);
	assert_int_equal(s->type[GP_ROLE_H2].face, GP_FACE_DISPLAY_BLACK);
	assert_int_equal(s->colour[GP_BRAND].rgb[0], 0x0a);
}

static void grey_is_black_alone(void **state)
{
	const struct gp_style *s = style(state, "a5", "grey");
	size_t i;

	assert_true(s->edition.grey);
	for (i = 0; i < GP_N_COLOURS; i++) {
		const struct gp_colour_def *c = &s->colour[i];

		assert_true(c->rgb[0] == c->grey && c->rgb[1] == c->grey && c->rgb[2] == c->grey);
		assert_true(c->cmyk[0] == 0 && c->cmyk[1] == 0 && c->cmyk[2] == 0);
	}
	assert_int_equal(s->colour[GP_PAPER].cmyk[3], 0);
	assert_int_equal(s->colour[GP_BRAND].cmyk[3], 71);
}

static double linear(uint8_t v)
{
	double x = v / 255.0;

	return x <= 0.04045 ? x / 12.92 : pow((x + 0.055) / 1.055, 2.4);
}

/* The grey of each colour is its luminance, coded as sRGB does it (IEC 61966-2-1). */
static void greys_are_luminance(void **state)
{
	const struct gp_style *s = style(state, "a5", NULL);
	size_t i;

	for (i = 0; i < GP_N_COLOURS; i++) {
		const struct gp_colour_def *c = &s->colour[i];
		double y = 0.2126 * linear(c->rgb[0]) + 0.7152 * linear(c->rgb[1]) +
			   0.0722 * linear(c->rgb[2]);
		double grey = y <= 0.0031308 ? 12.92 * y : 1.055 * pow(y, 1 / 2.4) - 0.055;

		assert_true(fabs(grey * 255 - c->grey) < 1);
	}
}

static const struct gp_style *in_language(void **state, const char *language)
{
	struct fixture *f = *state;
	struct gp_read_paths paths = {.guide = "content/soleus.en.json"};
	struct gp_style_choice choice = {"a5", NULL, language};

	return gp_read_style(&paths, &choice, f->a, f->d);
}

static void hyphenation_goes_by_language(void **state)
{
	const struct gp_style *s = in_language(state, "de-CH");

	assert_string_equal(s->edition.hyphen_file, "/usr/share/hyphen/hyph_de_DE.dic");
	assert_int_equal(s->edition.hyphen_left, 3);
	assert_int_equal(s->edition.hyphen_right, 3);
	s = in_language(state, "en");
	assert_null(s->edition.hyphen_file);
	assert_int_equal(s->edition.hyphen_left, 0);
}

static void papers_are_found_by_name(void **state)
{
	const struct gp_style *s = style(state, "a5", NULL);
	static const char *const names[] = {
		"a5", "a4", "a3", "a2", "a1", "half-letter", "letter", "tabloid", "24x36"};
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		assert_non_null(gp_style_paper(s, names[i]));
		assert_true(
			gp_style_paper(s, names[i])->width < gp_style_paper(s, names[i])->height);
	}
	assert_int_equal(gp_style_paper(s, "letter")->height, gp_len_um(279400));
	assert_null(gp_style_paper(s, "A4"));
	assert_null(gp_style_paper(s, ""));
}

/* Every field of the record has been filled: zero would be a length nobody meant. */
static void no_field_is_empty(void **state)
{
	const struct gp_style *s = style(state, "half-letter", NULL);
	const gp_len *len;
	size_t i;

	len = (const gp_len *)(const void *)&s->block;
	for (i = 0; i < sizeof s->block / sizeof *len; i++)
		assert_true(len[i] > 0);
	len = (const gp_len *)(const void *)&s->poster;
	for (i = 0; i < sizeof s->poster / sizeof *len; i++)
		assert_true(len[i] > 0);
	for (i = 0; i < GP_N_FACES; i++)
		assert_non_null(s->face[i]);
	for (i = 0; i < GP_N_ROLES; i++)
		assert_true(s->type[i].size > 0 && s->type[i].lead > 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(plain_numbers_are_those_of_the_file),
		TEST(pages_add_up),
		TEST(large_print_scales_and_lifts),
		TEST(ink_saver_drops_fills),
		TEST(grey_is_black_alone),
		TEST(greys_are_luminance),
		TEST(hyphenation_goes_by_language),
		TEST(papers_are_found_by_name),
		TEST(no_field_is_empty),
	};

	return cmocka_run_group_tests_name("style", tests, NULL, NULL);
}
