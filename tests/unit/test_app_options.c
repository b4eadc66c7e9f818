/*
 * The command line: every option lands where it belongs, and what makes no sense is refused.
 */
#include "app/options.h"

#include <fcntl.h>
#include <getopt.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

enum { MAX_ARGS = 24 };

/* Words of a command line after the program's name; stderr and stdout are kept quiet. */
static enum gp_options_end parse(const char *line, struct gp_options *o)
{
	static char words[500];
	char *argv[MAX_ARGS + 1] = {words}, *save = NULL, *w;
	int argc = 1, out = dup(1), err = dup(2), null = open("/dev/null", O_WRONLY);
	enum gp_options_end end;

	snprintf(words, sizeof words, "guidepress");
	snprintf(words + 20, sizeof words - 20, "%s", line);
	for (w = strtok_r(words + 20, " ", &save); w && argc < MAX_ARGS;
		w = strtok_r(NULL, " ", &save))
		argv[argc++] = w;
	fflush(stdout);
	assert_true(null >= 0 && dup2(null, 1) == 1 && dup2(null, 2) == 2);
	optind = 0;
	end = gp_options_read(argc, argv, o);
	fflush(stdout);
	dup2(out, 1);
	dup2(err, 2);
	close(out);
	close(err);
	close(null);
	return end;
}

static void test_profile_needs_inks(void **state)
{
	struct gp_options o;

	(void)state;
	assert_int_equal(parse("booklet g.json --profile=p", &o), GP_OPTIONS_WRONG);
}

static void test_words(void **state)
{
	struct gp_options o;

	(void)state;
	assert_int_equal(parse("booklet g.json -o a.pdf --size=a5 --edition large --sheet=a4 "
			       "--images=i --fonts=f --style=s --words=w --icc=c --depfile=d",
				 &o),
		GP_OPTIONS_RUN);
	assert_int_equal(o.command, GP_CMD_BOOKLET);
	assert_string_equal(o.guide, "g.json");
	assert_string_equal(o.output, "a.pdf");
	assert_string_equal(o.size, "a5");
	assert_string_equal(o.edition, "large");
	assert_string_equal(o.sheet, "a4");
	assert_string_equal(o.images, "i");
	assert_string_equal(o.fonts, "f");
	assert_string_equal(o.style, "s");
	assert_string_equal(o.words, "w");
	assert_string_equal(o.icc, "c");
	assert_string_equal(o.depfile, "d");
	assert_int_equal(parse("poster g.json --cmyk --profile=p", &o), GP_OPTIONS_RUN);
	assert_string_equal(o.profile, "p");
	assert_int_equal(parse("poster g.json --tile=letter --printer=p", &o), GP_OPTIONS_RUN);
	assert_string_equal(o.tile, "letter");
	assert_string_equal(o.printer, "p");
}

static void test_switches(void **state)
{
	struct gp_options o;

	(void)state;
	assert_int_equal(
		parse("booklet g --marks --cmyk --any-image-path --dump -W", &o), GP_OPTIONS_RUN);
	assert_true(o.marks && o.cmyk && o.any_image_path && o.dump && o.strict);
	assert_int_equal(parse("booklet g --no-page-0 --sheet=a4", &o), GP_OPTIONS_RUN);
	assert_true(o.no_page_0);
	assert_int_equal(parse("poster g --no-page-0 --tile=a4", &o), GP_OPTIONS_RUN);
	assert_true(o.no_page_0);
	assert_int_equal(parse("booklet g", &o), GP_OPTIONS_RUN);
	assert_false(o.no_page_0 || o.marks || o.cmyk || o.any_image_path || o.dump || o.strict);
	assert_false(o.left || o.flip_long || o.fronts || o.backs);
	assert_int_equal(o.signature, 0);
	assert_int_equal(o.report, GP_REPORT_NONE);
}

static void test_choices(void **state)
{
	struct gp_options o;

	(void)state;
	assert_int_equal(parse("booklet g --side=left --sheet=a4 --flip=long", &o), GP_OPTIONS_RUN);
	assert_true(o.left && o.flip_long);
	assert_int_equal(
		parse("booklet g --side=right --sheet=a4 --flip=short", &o), GP_OPTIONS_RUN);
	assert_false(o.left || o.flip_long);
	assert_int_equal(parse("booklet g --sheet=a4 --pages=backs", &o), GP_OPTIONS_RUN);
	assert_true(o.backs && !o.fronts);
	assert_int_equal(parse("booklet g --sheet=a4 --pages=fronts", &o), GP_OPTIONS_RUN);
	assert_true(o.fronts && !o.backs);
	assert_int_equal(parse("calibrate --flip=long", &o), GP_OPTIONS_RUN);
	assert_true(o.flip_long);
	assert_int_equal(parse("check g --report", &o), GP_OPTIONS_RUN);
	assert_int_equal(o.report, GP_REPORT_TEXT);
	assert_int_equal(parse("check g --report=json", &o), GP_OPTIONS_RUN);
	assert_int_equal(o.report, GP_REPORT_JSON);
}

static void test_numbers(void **state)
{
	static const struct {
		const char *words;
		gp_len len;
	} lengths[] = {{"3mm", 8504}, {"0.1mm", 283}, {"8.5pt", 8500}, {"0pt", 0}, {".5pt", 500},
		{"1000pt", 1000000}};
	struct gp_options o;
	char line[80];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof lengths / sizeof *lengths; i++) {
		snprintf(line, sizeof line, "booklet g --bleed=%s", lengths[i].words);
		assert_int_equal(parse(line, &o), GP_OPTIONS_RUN);
		assert_int_equal(o.bleed, lengths[i].len);
		snprintf(line, sizeof line, "booklet g --sheet=a4 --paper-thickness=%s",
			lengths[i].words);
		assert_int_equal(parse(line, &o), GP_OPTIONS_RUN);
		assert_int_equal(o.thickness, lengths[i].len);
	}
	assert_int_equal(parse("booklet g --signature=16", &o), GP_OPTIONS_RUN);
	assert_int_equal(o.signature, 16);
}

static void test_refused(void **state)
{
	static const char *const lines[] = {"", "books g.json", "booklet", "booklet a b",
		"calibrate a", "schema a", "booklet g --nonsense", "booklet g --size",
		"booklet g --side=up", "booklet g --flip=wide", "booklet g --sheet=a4 --pages=odd",
		"check g --report=xml", "booklet g --signature=x", "booklet g --signature=-4",
		"booklet g --signature=99999", "booklet g --bleed=3", "booklet g --bleed=mm",
		"booklet g --bleed=3in", "booklet g --bleed=1.2.3mm", "booklet g --bleed=1001mm",
		"booklet g --bleed=99999999999mm", "booklet g --bleed=-3mm", "booklet g --tile=a4",
		"poster g --sheet=a4", "check g --sheet=a4", "booklet g --pages=fronts",
		"booklet g --printer=p --marks", "booklet g --printer=p --bleed=3mm",
		"booklet g --bleed=3mm --sheet=a4", "poster g --bleed=3mm --tile=a4",
		"booklet g --marks --sheet=a4", "poster g --marks --tile=a4", "check g --size=a5",
		"check g -o x", "schema -o x", "schema --strict", "calibrate --edition=grey",
		"calibrate --side=left", "poster g --signature=8", "poster g --flip=long",
		"booklet g --flip=long", "booklet g --paper-thickness=0.1mm", "poster g --report",
		"check g --dump", "booklet g --cmyk --icc=s", "booklet g --dump -o x",
		"booklet g --dump --depfile=d", "booklet g --dump --fingerprints=f"};
	struct gp_options o;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof lines / sizeof *lines; i++) {
		if (parse(lines[i], &o) != GP_OPTIONS_WRONG)
			fail_msg("accepted: %s", lines[i]);
	}
}

static void test_help(void **state)
{
	struct gp_options o;

	(void)state;
	assert_int_equal(parse("--help", &o), GP_OPTIONS_DONE);
	assert_int_equal(parse("booklet g -h", &o), GP_OPTIONS_DONE);
	assert_int_equal(parse("--version", &o), GP_OPTIONS_DONE);
	assert_int_equal(parse("-V", &o), GP_OPTIONS_DONE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_profile_needs_inks),
		cmocka_unit_test(test_switches),
		cmocka_unit_test(test_choices),
		cmocka_unit_test(test_numbers),
		cmocka_unit_test(test_refused),
		cmocka_unit_test(test_help),
	};

	return cmocka_run_group_tests_name("app_options", tests, NULL, NULL);
}
