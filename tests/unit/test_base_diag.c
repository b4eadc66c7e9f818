/*
 * Diagnostics: order, places, counts, limits; and that every message of the table can be read.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/diag.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *printed(struct gp_diag *d)
{
	static char text[65536];
	FILE *f = fmemopen(text, sizeof text, "w");

	memset(text, 0, sizeof text);
	gp_diag_print(d, f);
	fclose(f);
	return text;
}

static void reports_are_sorted_by_place(void **state)
{
	static const char text[] = "one\ntwo \u00e4\u00f6x\n";
	struct gp_diag *d = gp_diag_new();
	uint32_t a = gp_diag_file(d, "a.json", text, sizeof text - 1);
	uint32_t b = gp_diag_file(d, "b.json", "", 0);

	(void)state;
	gp_report(d, GP_MSG_SLIP_SPACES, (struct gp_place){b, 0});
	gp_report(d, GP_MSG_SCHEMA_EMPTY, (struct gp_place){a, 12});
	gp_report(d, GP_MSG_FILE_OPEN, GP_NOWHERE, "x", "why");
	gp_report(d, GP_MSG_SCHEMA_NONE, (struct gp_place){a, 4});
	gp_report(d, GP_MSG_SCHEMA_EMPTY, (struct gp_place){a, 4});
	gp_report(d, GP_MSG_JSON_COMMA, (struct gp_place){a, 9999});
	assert_int_equal(gp_diag_count(d, GP_WARNING), 1);
	assert_int_equal(gp_diag_count(d, GP_ERROR), 4);
	assert_int_equal(gp_diag_count(d, GP_SYSTEM), 1);
	assert_string_equal(printed(d),
		"guidepress: error: cannot open \"x\": why\n"
		"a.json:2:1: error: this list is empty; fill it in, or leave the key out\n"
		"a.json:2:1: error: this string is empty; fill it in, or leave the key out\n"
		"a.json:2:7: error: this string is empty; fill it in, or leave the key out\n"
		"a.json:3:1: error: a comma is missing before this\n"
		"b.json:1:1: warning: two spaces; one is enough\n");
	/* printed once; the counts stay */
	assert_string_equal(printed(d), "");
	assert_int_equal(gp_diag_count(d, GP_ERROR), 4);
	gp_diag_free(d);
	gp_diag_free(NULL);
}

static void the_same_report_counts_once(void **state)
{
	struct gp_diag *d = gp_diag_new();
	uint32_t f = gp_diag_file(d, "a", "abc", 3);

	(void)state;
	gp_report(d, GP_MSG_FACTS_MISSING, (struct gp_place){f, 1}, "x");
	gp_report(d, GP_MSG_FACTS_MISSING, (struct gp_place){f, 1}, "x");
	gp_report(d, GP_MSG_FACTS_MISSING, (struct gp_place){f, 1}, "y");
	gp_report(d, GP_MSG_FACTS_MISSING, (struct gp_place){f, 2}, "x");
	assert_int_equal(gp_diag_count(d, GP_ERROR), 3);
	gp_diag_free(d);
}

static void status_goes_by_the_worst(void **state)
{
	struct gp_diag *d = gp_diag_new();

	(void)state;
	assert_int_equal(gp_diag_status(d, true), 0);
	gp_report(d, GP_MSG_SLIP_DOTS, GP_NOWHERE);
	assert_int_equal(gp_diag_status(d, false), 0);
	assert_int_equal(gp_diag_status(d, true), 1);
	assert_false(gp_diag_failed(d));
	gp_report(d, GP_MSG_JSON_COMMA, GP_NOWHERE);
	assert_int_equal(gp_diag_status(d, false), 1);
	assert_true(gp_diag_failed(d));
	gp_report(d, GP_MSG_FILE_WRITE, GP_NOWHERE, "a", "b");
	assert_int_equal(gp_diag_status(d, false), 3);
	gp_diag_free(d);
}

/* However many warnings there were before it, what made the run fail is said. */
static void faults_are_said(void **state)
{
	struct gp_diag *d = gp_diag_new();
	const char *text;
	unsigned i;

	(void)state;
	for (i = 0; i < 300; i++)
		gp_report(d, GP_MSG_TEXT_OVERFULL, GP_NOWHERE, "word", (double)i);
	gp_report(d, GP_MSG_SCHEMA_WHOLE, GP_NOWHERE, 1.5);
	gp_report(d, GP_MSG_SCHEMA_WHOLE, GP_NOWHERE, 2.5);
	assert_int_equal(gp_diag_status(d, false), 1);
	text = printed(d);
	assert_non_null(strstr(text, "not 1.5"));
	assert_non_null(strstr(text, "not 2.5"));
	assert_non_null(strstr(text, "guidepress: 102 more problems are not shown\n"));
	gp_diag_free(d);
}

static void the_rest_is_counted(void **state)
{
	struct gp_diag *d = gp_diag_new();
	const char *text, *p;
	unsigned i, lines = 0;

	(void)state;
	for (i = 0; i < 250; i++)
		gp_report(d, GP_MSG_FILE_READ, GP_NOWHERE, "f", i % 2 ? "odd" : "even");
	assert_int_equal(gp_diag_count(d, GP_SYSTEM), 2);
	for (i = 0; i < 250; i++)
		gp_report(d, GP_MSG_SCHEMA_WHOLE, GP_NOWHERE, (double)i);
	assert_int_equal(gp_diag_count(d, GP_ERROR), 250);
	text = printed(d);
	for (p = text; (p = strchr(p, '\n')) != NULL; p++)
		lines++;
	assert_int_equal(lines, 201);
	assert_non_null(strstr(text, "guidepress: 52 more problems are not shown\n"));
	gp_diag_free(d);
}

static void to_pointer(const char *text, size_t len, size_t offset, char *buf, size_t cap)
{
	snprintf(buf, cap, "/%c%zu", text[offset], len);
}

static void pointers_are_asked_for(void **state)
{
	struct gp_diag *d = gp_diag_new();
	struct gp_place p = {gp_diag_file(d, "f", "abc", 3), 1};
	size_t len;

	(void)state;
	gp_diag_pointers(d, to_pointer);
	gp_report(d, GP_MSG_JSON_COMMA, p);
	assert_string_equal(printed(d), "f:1:2: error: a comma is missing before this [at /b3]\n");
	assert_string_equal(gp_diag_text(d, p, &len), "abc");
	assert_int_equal(len, 3);
	assert_null(gp_diag_text(d, GP_NOWHERE, &len));
	assert_null(gp_diag_text(d, (struct gp_place){2, 0}, &len));
	gp_diag_free(d);
}

/* Each message says something, ends without a full stop, and has no name twice. */
static void messages_are_in_order(void **state)
{
	size_t i, k;

	(void)state;
	for (i = 0; i < GP_N_MSG; i++) {
		const char *text = gp_msg_text((enum gp_msg)i);
		char last = text[strlen(text) - 1];

		if (strlen(text) < 10 || last == '.' || last == ' ' || strstr(text, "  "))
			fail_msg("%s: \"%s\"", gp_msg_name((enum gp_msg)i), text);
		for (k = 0; k < i; k++) {
			if (strcmp(text, gp_msg_text((enum gp_msg)k)) == 0)
				fail_msg("%s and %s say the same", gp_msg_name((enum gp_msg)i),
					gp_msg_name((enum gp_msg)k));
		}
	}
	assert_string_equal(gp_msg_name(GP_MSG_FILE_OPEN), "FILE_OPEN");
	assert_int_equal(gp_msg_severity(GP_MSG_FILE_OPEN), GP_SYSTEM);
}

static void near_names_are_found(void **state)
{
	static const char *const names[] = {"roll", "hold", "pump", "switch", "check", "warm-up"};
	char word[200];

	(void)state;
	assert_string_equal(gp_nearest("rol", names, 6), "roll");
	assert_string_equal(gp_nearest("rolll", names, 6), "roll");
	assert_string_equal(gp_nearest("orll", names, 6), "roll");
	assert_string_equal(gp_nearest("swithc", names, 6), "switch");
	assert_string_equal(gp_nearest("warm up", names, 6), "warm-up");
	assert_string_equal(gp_nearest("roll", names, 6), "roll");
	assert_null(gp_nearest("finish", names, 6));
	assert_null(gp_nearest("", names, 6));
	assert_null(gp_nearest("roll", names, 0));
	memset(word, 'r', sizeof word - 1);
	word[sizeof word - 1] = '\0';
	assert_null(gp_nearest(word, names, 6));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reports_are_sorted_by_place),
		cmocka_unit_test(the_same_report_counts_once),
		cmocka_unit_test(status_goes_by_the_worst),
		cmocka_unit_test(faults_are_said),
		cmocka_unit_test(the_rest_is_counted),
		cmocka_unit_test(pointers_are_asked_for),
		cmocka_unit_test(messages_are_in_order),
		cmocka_unit_test(near_names_are_found),
	};

	return cmocka_run_group_tests_name("base_diag", tests, NULL, NULL);
}
