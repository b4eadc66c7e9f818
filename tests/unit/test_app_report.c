/*
 * The report of `check`: what it says is true of the guide, as JSON and as tables, and checking
 * alone says nothing.
 */
#include "unit/app_kit.h"

#include "read/json.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const struct kit_parts parts = {.title = "A *small* guide",
	.blocks = "{\"type\":\"text\",\"text\":\"The calf is tight. It hurts at night.\"},"
		  "{\"type\":\"figure\",\"image\":\"step\",\"alt\":\"A step.\"}",
	.back = "{\"id\":\"back\",\"title\":\"Back\",\"blocks\":[{\"type\":\"glossary\",\"rows\":"
		"[{\"term\":\"calf\",\"text\":\"Lower leg\"}]},{\"type\":\"sources\"}]}"};

static int report(enum gp_report_form form)
{
	struct gp_options o = {.command = GP_CMD_CHECK, .report = form};

	app_guide(&parts, &o);
	return app_run(&o);
}

struct reading {
	struct gp_arena *a;
	struct gp_diag *d;
	char *text;
	const struct gp_json *root;
};

static struct reading read_report(void)
{
	struct reading r = {gp_arena_new(), gp_diag_new(), NULL, NULL};

	assert_int_equal(report(GP_REPORT_JSON), 0);
	r.text = app_text(app_path("out"));
	r.root = gp_json_parse("report", r.text, strlen(r.text), r.a, r.d);
	assert_false(gp_diag_failed(r.d));
	return r;
}

static void done(struct reading *r)
{
	free(r->text);
	gp_diag_free(r->d);
	gp_arena_free(r->a);
}

static double number(const struct gp_json *v, const char *key)
{
	const struct gp_json *n = gp_json_lookup(v, key);

	if (!n || n->kind != GP_JSON_NUMBER)
		fail_msg("no number %s", key);
	return n->number;
}

/* --- what it says ---------------------------------------------------------------------------- */

static void the_guide_is_named(void **state)
{
	struct reading r = read_report();
	const struct gp_json *guide = gp_json_lookup(r.root, "guide");

	(void)state;
	assert_int_equal(number(r.root, "format"), 1);
	assert_string_equal(gp_json_string(guide, "id"), "small");
	assert_string_equal(gp_json_string(guide, "language"), "en");
	assert_string_equal(gp_json_string(guide, "side"), "right");
	assert_string_equal(gp_json_string(guide, "title"), "A small guide");
	assert_int_equal(gp_json_lookup(guide, "edition")->kind, GP_JSON_NULL);
	assert_int_equal(number(r.root, "errors"), 0);
	assert_int_equal(number(r.root, "warnings"), 0);
	assert_true(gp_json_list(r.root, "fonts")->n >= 3);
	done(&r);
}

static void check_page(const struct gp_json *page)
{
	double ink = number(page, "ink_percent");
	const struct gp_json *pictures = gp_json_list(page, "pictures");
	size_t i;

	assert_true(ink >= 0 && ink <= 100);
	if (gp_json_lookup(page, "smallest_type_pt")->kind == GP_JSON_NUMBER) {
		assert_true(number(page, "smallest_type_pt") >= 6);
		assert_true(
			number(page, "smallest_x_height_mm") < number(page, "smallest_capital_mm"));
		assert_true(number(page, "lowest_contrast") >= 4.5);
	}
	for (i = 0; i < pictures->n; i++)
		assert_true(number(&pictures->items[i], "dpi") >= number(page, "lowest_dpi"));
}

static void booklets_are_measured_on_both_papers(void **state)
{
	struct reading r = read_report();
	const struct gp_json *booklets = gp_json_list(r.root, "booklets"), *pages;
	bool step = false;
	size_t i, k;

	(void)state;
	assert_int_equal(booklets->n, 2);
	assert_string_equal(gp_json_string(&booklets->items[0], "size"), "a5");
	assert_string_equal(gp_json_string(&booklets->items[0], "paper"), "a4");
	assert_true(number(&booklets->items[0], "width_mm") == 148);
	assert_string_equal(gp_json_string(&booklets->items[1], "size"), "half-letter");
	assert_string_equal(gp_json_string(&booklets->items[1], "paper"), "letter");
	for (i = 0; i < 2; i++) {
		pages = gp_json_list(&booklets->items[i], "measured");
		assert_int_equal(pages->n, number(&booklets->items[i], "pages"));
		assert_int_equal(pages->n, 4 * number(&booklets->items[i], "sheets"));
		for (k = 0; k < pages->n; k++) {
			check_page(&pages->items[k]);
			assert_int_equal(number(&pages->items[k], "page"), k + 1);
		}
	}
	for (k = 0; k < gp_json_list(&booklets->items[0], "measured")->n; k++) {
		pages = gp_json_list(
			&gp_json_list(&booklets->items[0], "measured")->items[k], "pictures");
		for (i = 0; i < pages->n; i++)
			step |= strcmp(gp_json_string(&pages->items[i], "id"), "step") == 0;
	}
	assert_true(step);
	done(&r);
}

static void posters_are_measured_in_every_size(void **state)
{
	struct reading r = read_report();
	const struct gp_json *posters = gp_json_list(r.root, "posters"), *tiles, *far;
	size_t i, k;

	(void)state;
	assert_int_equal(posters->n, 7);
	for (i = 0; i < posters->n; i++) {
		const struct gp_json *p = &posters->items[i];

		check_page(p);
		assert_true(number(p, "width_mm") < number(p, "height_mm"));
		tiles = gp_json_list(p, "tiles");
		for (k = 0; k < tiles->n; k++)
			assert_int_equal(number(&tiles->items[k], "sheets"),
				number(&tiles->items[k], "rows") *
					number(&tiles->items[k], "columns"));
		far = gp_json_list(p, "distances");
		assert_true(far->n >= 3);
		for (k = 0; k < far->n; k++)
			assert_true(gp_json_is_true(&far->items[k], "passes") ==
				    (number(&far->items[k], "ratio") <=
					    number(&far->items[k], "limit")));
	}
	done(&r);
}

static void words_are_counted(void **state)
{
	struct reading r = read_report();
	const struct gp_json *parts_read = gp_json_list(r.root, "reading"), *one, *all;
	double sum = 0;
	size_t i;

	(void)state;
	assert_int_equal(parts_read->n, 3); /* one chapter, the rest, all */
	one = &parts_read->items[0];
	all = &parts_read->items[2];
	assert_string_equal(gp_json_string(one, "part"), "chapter");
	assert_string_equal(gp_json_string(one, "title"), "One");
	/* "One", "What" and two sentences of four words; the calf is explained */
	assert_int_equal(number(one, "words"), 10);
	assert_int_equal(number(one, "running_words"), 8);
	assert_int_equal(number(one, "sentences"), 2);
	assert_int_equal(number(one, "glossary_words"), 1);
	assert_true(number(one, "words_per_sentence") == 4);
	assert_int_equal(gp_json_lookup(one, "grade")->kind, GP_JSON_NULL); /* too short */
	for (i = 0; i < 2; i++)
		sum += number(&parts_read->items[i], "words");
	assert_true(sum == number(all, "words"));
	done(&r);
}

/* A character that the booklet cannot print keeps no poster from being measured. */
static void errors_hide_nothing_else(void **state)
{
	const struct kit_parts poor = {
		.blocks = "{\"type\":\"text\",\"text\":\"No font has \u6f22.\"}"};
	struct gp_options o = {.command = GP_CMD_CHECK, .report = GP_REPORT_JSON};
	struct gp_arena *a = gp_arena_new();
	struct gp_diag *d = gp_diag_new();
	const struct gp_json *root;
	char *text;

	(void)state;
	app_guide(&poor, &o);
	assert_int_equal(app_run(&o), 1);
	text = app_text(app_path("out"));
	root = gp_json_parse("report", text, strlen(text), a, d);
	assert_non_null(root);
	assert_true(number(root, "errors") >= 1);
	assert_int_equal(gp_json_list(root, "posters")->n, 7);
	free(text);
	gp_diag_free(d);
	gp_arena_free(a);
}

/* --- the tables ------------------------------------------------------------------------------ */

static void tables_say_the_same(void **state)
{
	static const char *const lines[] = {"A small guide (small, en, right side)\n",
		"\nBooklet a5 (148.0 x 210.0 mm): ", "\nBooklet half-letter (139.7 x 215.9 mm): ",
		"\nPoster sizes\n", "\nPoster over home paper\n", "\nReading distance, poster a3\n",
		"\nPictures at their printed size", "\nReading\n", "before and after the chapters ",
		"\nTypefaces\n", "\n0 errors, 0 warnings\n"};
	char *text;
	size_t i;

	(void)state;
	assert_int_equal(report(GP_REPORT_TEXT), 0);
	text = app_text(app_path("out"));
	for (i = 0; i < sizeof lines / sizeof *lines; i++) {
		if (!strstr(text, lines[i]))
			fail_msg("no line \"%s\"", lines[i]);
	}
	assert_null(strstr(text, "FAILS"));
	free(text);
}

static void a_good_guide_is_met_with_silence(void **state)
{
	char *out, *err;

	(void)state;
	assert_int_equal(report(GP_REPORT_NONE), 0);
	out = app_text(app_path("out"));
	err = app_text(app_path("err"));
	assert_string_equal(out, "");
	assert_string_equal(err, "");
	free(out);
	free(err);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_guide_is_named),
		cmocka_unit_test(booklets_are_measured_on_both_papers),
		cmocka_unit_test(posters_are_measured_in_every_size),
		cmocka_unit_test(words_are_counted),
		cmocka_unit_test(errors_hide_nothing_else),
		cmocka_unit_test(tables_say_the_same),
		cmocka_unit_test(a_good_guide_is_met_with_silence),
	};

	return cmocka_run_group_tests_name("app_report", tests, NULL, NULL);
}
