/*
 * Paragraphs as set: lines, pieces, places and widths, with the house fonts.
 */
#include "unit/test_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <time.h>

#include <cmocka.h>

#define ENGLISH "/usr/share/hyphen/hyph_en_US.dic"

static const char words[] =
	"The soleus is the deep, flat muscle of the calf. It works whenever you "
	"stand, walk or run, and it rarely gets a rest.";

static struct gp_run run_of(const struct text_kit *k, const char *text)
{
	return (struct gp_run){.text = text,
		.len = strlen(text),
		.style = {.font = k->lato, .size = 10000, .lang = "en"}};
}

static struct gp_para set(struct text_kit *k, const char *text, const struct gp_para_style *s)
{
	struct gp_run r = run_of(k, text);

	/* the run must outlive the pieces, which point at it */
	struct gp_run *kept = GP_NEW(k->a, struct gp_run);

	*kept = r;
	return gp_para_set(k->f, kept, 1, s, k->a);
}

static struct gp_para_style at(gp_len measure, enum gp_setting setting)
{
	return (struct gp_para_style){.measure = measure, .setting = setting, .min_runt = 4};
}

/* The text of a line as drawn, a line-end hyphen as "=". */
static const char *text_of(struct text_kit *k, const struct gp_line *l)
{
	const char *s = "";
	size_t i, g;

	for (i = 0; i < l->n; i++)
		for (g = 0; g < l->pieces[i].n; g++) {
			const struct gp_glyph *glyph = &l->pieces[i].g[g];

			s = gp_arena_printf(k->a, "%s%.*s", s,
				glyph->line_hyphen ? 1 : (int)glyph->len,
				glyph->line_hyphen ? "=" : l->pieces[i].run->text + glyph->from);
		}
	return s;
}

static const char *all_lines(struct text_kit *k, struct gp_para p)
{
	const char *s = "";
	size_t i;

	for (i = 0; i < p.n; i++)
		s = gp_arena_printf(k->a, "%s%s%s", s, i ? "|" : "", text_of(k, &p.lines[i]));
	return s;
}

static gp_len sum_of(const struct gp_line *l)
{
	gp_len sum = 0;
	size_t i;

	for (i = 0; i < l->n; i++)
		sum += l->pieces[i].width;
	return sum;
}

static void nothing_gives_no_line(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(100), GP_RAGGED);

	(void)state;
	assert_int_equal(set(&k, "", &s).n, 0);
	assert_int_equal(set(&k, "   ", &s).n, 1); /* spaces only: a line of no width */
	assert_int_equal(set(&k, "   ", &s).width, 0);
	assert_int_equal(set(&k, "\xc2\xad", &s).n, 0);
	assert_int_equal(gp_para_set(k.f, NULL, 0, &s, k.a).n, 0);
	text_kit_free(&k);
}

static void one_line_is_as_wide_as_its_text(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(500), GP_RAGGED);
	struct gp_para p = set(&k, "Heels up ", &s);

	(void)state;
	assert_int_equal(p.n, 1);
	assert_true(p.lines[0].last);
	assert_false(p.lines[0].hyphenated);
	assert_int_equal(
		p.width, gp_text_width(k.f, &p.lines[0].pieces[0].run->style, "Heels up", 8));
	/* the space at the end has its glyph but no width */
	assert_string_equal(text_of(&k, &p.lines[0]), "Heels up ");
	assert_int_equal(p.lines[0].pieces[0].width, p.width);
	text_kit_free(&k);
}

static void ragged_lines_fit_and_hold_every_letter(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(120), GP_RAGGED);
	struct gp_para p = set(&k, words, &s);
	size_t i;

	(void)state;
	assert_true(p.n > 3);
	for (i = 0; i < p.n; i++) {
		assert_true(p.lines[i].width <= GP_PT(120));
		assert_int_equal(p.lines[i].width, sum_of(&p.lines[i]));
		assert_int_equal(p.lines[i].x, 0);
		assert_int_equal(p.lines[i].last, i + 1 == p.n);
	}
	assert_false(p.overfull);
	text_kit_free(&k);
}

static void justified_lines_are_exactly_as_wide_as_the_measure(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(123457, GP_JUSTIFIED);
	struct gp_para p = set(&k, words, &s);
	size_t i, g;

	(void)state;
	for (i = 0; i + 1 < p.n; i++) {
		assert_int_equal(p.lines[i].width, 123457);
		assert_int_equal(sum_of(&p.lines[i]), 123457);
		assert_true(p.lines[i].natural != 123457);
		/* letters keep their widths */
		for (g = 0; g < p.lines[i].pieces[0].n; g++) {
			const struct gp_glyph *glyph = &p.lines[i].pieces[0].g[g];

			if (words[glyph->from] != ' ')
				assert_in_range(
					glyph->advance, glyph->natural - 900, glyph->natural + 100);
		}
	}
	assert_int_equal(p.lines[i].width, p.lines[i].natural);
	text_kit_free(&k);
}

static void no_break_spaces_stretch_and_narrow_ones_do_not(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(60), GP_JUSTIFIED);
	struct gp_para p = set(&k,
		"aaa\xc2\xa0"
		"b\xe2\x80\xaf"
		"ccc dd eeeeeeeeeee",
		&s);
	const struct gp_glyph *g = p.lines[0].pieces[0].g;
	size_t i;

	(void)state;
	assert_int_equal(p.lines[0].width, GP_PT(60));
	for (i = 0; i < p.lines[0].pieces[0].n; i++) {
		if (g[i].from == 3)
			assert_true(g[i].advance > g[i].natural + 1000);
		if (g[i].from == 6)
			assert_true(g[i].advance <= g[i].natural + 100);
	}
	text_kit_free(&k);
}

static void settings_place_the_line(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(100), GP_CENTRED);
	gp_len w = set(&k, "roll", &s).width;

	(void)state;
	assert_int_equal(set(&k, "roll", &s).lines[0].x, (GP_PT(100) - w) / 2);
	assert_int_equal(set(&k, "roll", &s).lines[0].pieces[0].x, (GP_PT(100) - w) / 2);
	s.setting = GP_RIGHT_FLUSH;
	assert_int_equal(set(&k, "roll", &s).lines[0].x, GP_PT(100) - w);
	s.first_indent = 7000;
	assert_int_equal(set(&k, "roll", &s).lines[0].x, GP_PT(100) - w);
	s.setting = GP_RAGGED;
	assert_int_equal(set(&k, "roll", &s).lines[0].x, 7000);
	text_kit_free(&k);
}

static void the_first_line_is_indented(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(120), GP_JUSTIFIED);
	struct gp_para p;

	(void)state;
	s.first_indent = 10000;
	p = set(&k, words, &s);
	assert_int_equal(p.lines[0].x, 10000);
	assert_int_equal(p.lines[0].width, GP_PT(110));
	assert_int_equal(p.lines[1].x, 0);
	assert_int_equal(p.lines[1].width, GP_PT(120));
	s.first_indent = -10000;
	assert_int_equal(set(&k, words, &s).lines[0].x, -10000);
	text_kit_free(&k);
}

static void hyphens_are_drawn_and_stand_for_nothing(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(50), GP_RAGGED);
	struct gp_para p;
	const struct gp_piece *piece;

	(void)state;
	s.hyphen = gp_hyphen_load(ENGLISH, k.a, k.d);
	s.hyphen_left = 2;
	s.hyphen_right = 3;
	p = set(&k, "roll massageability", &s);
	assert_string_equal(all_lines(&k, p), "roll mas=|sageability");
	assert_true(p.lines[0].hyphenated);
	assert_false(p.lines[1].hyphenated);
	piece = &p.lines[0].pieces[0];
	assert_true(piece->g[piece->n - 1].line_hyphen);
	assert_int_equal(piece->g[piece->n - 1].len, 0);
	assert_int_equal(piece->g[piece->n - 1].from, 8);
	text_kit_free(&k);
}

static void a_soft_hyphen_is_what_its_hyphen_stands_for(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(50), GP_RAGGED);
	struct gp_para p = set(&k, "roll mas\xc2\xadsageabi", &s);
	const struct gp_piece *piece = &p.lines[0].pieces[0];

	(void)state;
	assert_string_equal(all_lines(&k, p), "roll mas=|sageabi");
	assert_int_equal(piece->g[piece->n - 1].from, 8);
	assert_int_equal(piece->g[piece->n - 1].len, 2);
	/* not at a line's end it is not there */
	s.measure = GP_PT(200);
	assert_string_equal(
		all_lines(&k, set(&k, "roll mas\xc2\xadsageabi", &s)), "roll massageabi");
	text_kit_free(&k);
}

static void halves_of_a_broken_word_are_shaped_anew(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(15), GP_RAGGED);
	struct gp_para p;

	(void)state;
	/* the ligature falls apart at the break, and is one glyph without it */
	p = set(&k, "of\xc2\xadice", &s);
	assert_string_equal(all_lines(&k, p), "of=|ice");
	p = set(&k,
		"af\xc2\xad"
		"fib",
		&s);
	assert_string_equal(all_lines(&k, p), "af=|fib");
	assert_int_equal(p.lines[1].pieces[0].n, 2); /* fi, b */
	/* "AV" is kerned; A and hyphen, and V alone, are as wide as they are by themselves */
	s.measure = GP_PT(13);
	p = set(&k, "A\xc2\xadVo", &s);
	assert_int_equal(p.n, 2);
	assert_int_equal(
		p.lines[0].width, gp_text_width(k.f, &p.lines[0].pieces[0].run->style, "A-", 2));
	assert_int_equal(
		p.lines[1].width, gp_text_width(k.f, &p.lines[0].pieces[0].run->style, "Vo", 2));
	text_kit_free(&k);
}

static void runs_become_pieces_side_by_side(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_run r[4] = {run_of(&k, "Roll the "), run_of(&k, "bone"), run_of(&k, ""),
		run_of(&k, " spot slowly")};
	struct gp_para_style s = at(GP_PT(70), GP_RAGGED);
	struct gp_para p;
	const struct gp_line *l;

	(void)state;
	r[1].style.font = k.gentium;
	r[1].tag = 5;
	p = gp_para_set(k.f, r, 4, &s, k.a);
	assert_string_equal(all_lines(&k, p), "Roll the bone |spot slowly");
	l = &p.lines[0];
	assert_int_equal(l->n, 3);
	assert_ptr_equal(l->pieces[1].run, &r[1]);
	assert_int_equal(l->pieces[1].run->tag, 5);
	assert_int_equal(l->pieces[1].x, l->pieces[0].width);
	assert_int_equal(l->pieces[2].width, 0);
	assert_int_equal(l->width, sum_of(l));
	assert_ptr_equal(p.lines[1].pieces[0].run, &r[3]);
	text_kit_free(&k);
}

static void a_change_of_style_inside_a_word_is_no_break(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_run r[2] = {run_of(&k, "aa bbbb"), run_of(&k, "cccc dd")};
	struct gp_para_style s = at(GP_PT(52), GP_RAGGED);

	(void)state;
	r[1].style.font = k.gentium;
	assert_string_equal(all_lines(&k, gp_para_set(k.f, r, 2, &s, k.a)), "aa |bbbbcccc |dd");
	text_kit_free(&k);
}

static void words_of_other_languages_are_left_whole(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_run r = run_of(&k, "roll massageability");
	struct gp_para_style s = at(GP_PT(60), GP_RAGGED);

	(void)state;
	s.hyphen = gp_hyphen_load(ENGLISH, k.a, k.d);
	s.hyphen_left = 2;
	s.hyphen_right = 3;
	s.hyphen_lang = "en";
	assert_true(gp_para_set(k.f, &r, 1, &s, k.a).lines[0].hyphenated);
	r.style.lang = "EN-gb"; /* the same language elsewhere */
	assert_true(gp_para_set(k.f, &r, 1, &s, k.a).lines[0].hyphenated);
	r.style.lang = "e";
	assert_false(gp_para_set(k.f, &r, 1, &s, k.a).lines[0].hyphenated);
	r.style.lang = "la";
	assert_false(gp_para_set(k.f, &r, 1, &s, k.a).lines[0].hyphenated);
	text_kit_free(&k);
}

static void forced_breaks_make_lines(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(200), GP_JUSTIFIED);
	struct gp_para p = set(&k, "one two\xe2\x80\xa8\xe2\x80\xa8three\xe2\x80\xa8", &s);

	(void)state;
	assert_string_equal(all_lines(&k, p), "one two||three");
	assert_int_equal(p.lines[1].n, 0);
	assert_true(p.lines[0].last && p.lines[2].last);
	assert_int_equal(p.lines[0].width, p.lines[0].natural);
	/* a mark after the break does not go back to the letter before it */
	p = set(&k, "one\xe2\x80\xa8\xcc\x81", &s);
	assert_string_equal(all_lines(&k, p), "one|\xcc\x81");
	text_kit_free(&k);
}

static void balanced_titles(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(200), GP_RAGGED);
	struct gp_para p;

	(void)state;
	s.balanced = true;
	p = set(&k, "Roll the bone spot slowly, then pump the foot up", &s);
	assert_int_equal(p.n, 2);
	assert_in_range(p.lines[0].width - p.lines[1].width + GP_PT(30), 0, GP_PT(60));
	text_kit_free(&k);
}

static void small_marks_may_hang(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(40), GP_RIGHT_FLUSH);
	gp_len full = set(&k, "roll,", &s).lines[0].width, comma;
	struct gp_para p;

	(void)state;
	comma = gp_text_width(k.f, &set(&k, "x", &s).lines[0].pieces[0].run->style, ",", 1);
	s.hang_punctuation = true;
	p = set(&k, "roll,", &s);
	assert_int_equal(p.lines[0].width, full);
	assert_in_range(p.lines[0].x + full - GP_PT(40), comma * 6 / 10 - 2, comma * 6 / 10 + 2);
	/* a justified line stands out by as much */
	s = at(GP_PT(60), GP_JUSTIFIED);
	s.hang_punctuation = true;
	p = set(&k, "roll it now, then", &s);
	assert_string_equal(text_of(&k, &p.lines[0]), "roll it now, ");
	assert_in_range(p.lines[0].width - GP_PT(60), comma * 6 / 10 - 2, comma * 6 / 10 + 2);
	text_kit_free(&k);
}

static gp_len narrowing(const void *user, unsigned line)
{
	return GP_PT(200) - (gp_len)line * *(const gp_len *)user;
}

static void every_line_may_have_its_measure(void **state)
{
	struct text_kit k = text_kit_new();
	gp_len less = GP_PT(25);
	struct gp_para_style s = {
		.setting = GP_JUSTIFIED, .line_measure = narrowing, .user = &less};
	struct gp_para p = set(&k, words, &s);
	size_t i;

	(void)state;
	assert_true(p.n >= 3);
	for (i = 0; i + 1 < p.n; i++)
		assert_int_equal(p.lines[i].width, GP_PT(200) - (gp_len)i * less);
	text_kit_free(&k);
}

static void a_word_that_fits_nowhere_is_cut_and_reported_once(void **state)
{
	static const char guide[] = "{\"text\":\"a soleusgastrocnemius b\"}";
	struct text_kit k = text_kit_new();
	struct gp_run r = run_of(&k, "a soleusgastrocnemius b");
	struct gp_para_style s = at(GP_PT(40), GP_RAGGED);
	struct gp_para p;
	size_t i;

	(void)state;
	r.place = (struct gp_place){gp_diag_file(k.d, "g.json", guide, sizeof guide - 1), 8};
	p = gp_para_set(k.f, &r, 1, &s, k.a);
	assert_true(p.overfull);
	for (i = 0; i < p.n; i++)
		assert_true(p.lines[i].width <= GP_PT(40));
	assert_int_equal(gp_diag_count(k.d, GP_WARNING), 1);
	assert_true(text_kit_heard(&k, "g.json:1:9: warning: \"soleusgastrocnemius\" is wider"));
	text_kit_free(&k);
}

static void of_a_long_word_the_beginning_is_reported(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(40), GP_RAGGED);
	char strays[300];

	(void)state;
	set(&k, "  ab soleusgastrocnemiussoleusgastrocnemiussoleus", &s);
	assert_true(text_kit_heard(&k, "\"soleusgastrocnemiussoleusgastrocnemiusso\" is wider"));
	/* 39 letters and one of two bytes: the forty-first is not cut in half */
	set(&k, "abcdefghijklmnopqrstuvwxyzabcdefghijklm\xc3\xa9z", &s);
	assert_true(text_kit_heard(&k, "\"abcdefghijklmnopqrstuvwxyzabcdefghijklm\" is wider"));
	/* bytes that are no text at all */
	memset(strays, 0xb6, sizeof strays - 1);
	strays[sizeof strays - 1] = '\0';
	set(&k, strays, &s);
	assert_int_equal(gp_diag_count(k.d, GP_WARNING), 3);
	text_kit_free(&k);
}

static void a_letter_wider_than_the_line_sticks_out(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(2), GP_RAGGED);
	struct gp_para p = set(&k, "WWW", &s);

	(void)state;
	assert_int_equal(p.n, 3);
	assert_true(p.overfull);
	assert_int_equal(gp_diag_count(k.d, GP_WARNING), 1);
	s.measure = 0;
	assert_int_equal(set(&k, "WW", &s).n, 2);
	text_kit_free(&k);
}

static void missing_glyphs_in_paragraphs_are_reported(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(100), GP_RAGGED);

	(void)state;
	set(&k, "tick \xe2\x98\x90 here", &s);
	assert_int_equal(gp_diag_count(k.d, GP_ERROR), 1);
	assert_true(text_kit_heard(&k, "U+2610"));
	text_kit_free(&k);
}

/* --- long text ------------------------------------------------------------------------------- */

static double seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Time to set n bytes of a text said over and over. */
static double time_to_set(struct text_kit *k, const char *unit, size_t n, struct gp_para_style *s)
{
	char *text = gp_arena_alloc(k->a, n + 1);
	size_t i, len = strlen(unit);
	double start;

	for (i = 0; i < n; i++)
		text[i] = unit[i % len];
	start = seconds();
	set(k, text, s);
	return seconds() - start;
}

/*
 * Three times the text may take five times as long: linear with room for noise and for memory
 * touched first; the square would be nine.  Times are judged by `make bench` alone, for a busy
 * machine says nothing about the code; otherwise the texts are set and no more.
 */
static void expect_linear(const char *unit, struct gp_para_style *s)
{
	struct text_kit k = text_kit_new();
	double small, large;

	time_to_set(&k, unit, 50000, s);
	small = time_to_set(&k, unit, 50000, s);
	large = time_to_set(&k, unit, 150000, s);
	if (getenv("TEST_TIMES") && large > 5 * small + 0.1)
		fail_msg("\"%s\": 50 000 bytes in %.1f ms, 150 000 in %.1f ms", unit, small * 1e3,
			large * 1e3);
	text_kit_free(&k);
}

static void time_is_linear_in_the_text(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para_style s = at(GP_PT(250), GP_RAGGED);

	(void)state;
	expect_linear("The soleus is the deep muscle of the calf. ", &s);
	expect_linear("AVocado", &s);
	expect_linear("a\xe2\x80\x8b", &s);
	expect_linear("\xe2\x80\x8b", &s);
	expect_linear("a\xe2\x80\xa8", &s);
	expect_linear("-", &s);
	expect_linear("a/", &s);
	expect_linear("a\xcc\x81", &s);
	s.hyphen = gp_hyphen_load(ENGLISH, k.a, k.d);
	s.hyphen_left = 2;
	s.hyphen_right = 3;
	expect_linear("massageability", &s);
	s.setting = GP_JUSTIFIED;
	expect_linear("The soleus is the deep muscle of the calf. ", &s);
	text_kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_gives_no_line),
		cmocka_unit_test(one_line_is_as_wide_as_its_text),
		cmocka_unit_test(ragged_lines_fit_and_hold_every_letter),
		cmocka_unit_test(justified_lines_are_exactly_as_wide_as_the_measure),
		cmocka_unit_test(no_break_spaces_stretch_and_narrow_ones_do_not),
		cmocka_unit_test(settings_place_the_line),
		cmocka_unit_test(the_first_line_is_indented),
		cmocka_unit_test(hyphens_are_drawn_and_stand_for_nothing),
		cmocka_unit_test(a_soft_hyphen_is_what_its_hyphen_stands_for),
		cmocka_unit_test(halves_of_a_broken_word_are_shaped_anew),
		cmocka_unit_test(runs_become_pieces_side_by_side),
		cmocka_unit_test(a_change_of_style_inside_a_word_is_no_break),
		cmocka_unit_test(words_of_other_languages_are_left_whole),
		cmocka_unit_test(forced_breaks_make_lines),
		cmocka_unit_test(balanced_titles),
		cmocka_unit_test(small_marks_may_hang),
		cmocka_unit_test(every_line_may_have_its_measure),
		cmocka_unit_test(a_word_that_fits_nowhere_is_cut_and_reported_once),
		cmocka_unit_test(of_a_long_word_the_beginning_is_reported),
		cmocka_unit_test(a_letter_wider_than_the_line_sticks_out),
		cmocka_unit_test(missing_glyphs_in_paragraphs_are_reported),
		cmocka_unit_test(time_is_linear_in_the_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
