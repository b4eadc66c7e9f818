/*
 * JSON out: commas, lines and indents come right, strings are escaped, decimals are exact.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/scribe.h"

#include <stdlib.h>
#include <string.h>

struct sheet {
	struct gp_scribe s;
	char *text;
	size_t len;
};

static int open_sheet(void **state)
{
	struct sheet *t = calloc(1, sizeof *t);

	t->s.out = open_memstream(&t->text, &t->len);
	*state = t;
	return t->s.out ? 0 : -1;
}

static int close_sheet(void **state)
{
	struct sheet *t = *state;

	free(t->text);
	free(t);
	return 0;
}

static void expect(struct sheet *t, const char *text)
{
	fclose(t->s.out);
	assert_string_equal(t->text, text);
}

static void an_outline_is_indented(void **state)
{
	static const char *const names[] = {"a", "b"};
	struct sheet *t = *state;
	struct gp_scribe *s = &t->s;

	gp_scribe_open(s, NULL, '{');
	gp_scribe_int(s, "n", -3);
	gp_scribe_bool(s, "yes", true);
	gp_scribe_strings(s, "names", names, 2);
	gp_scribe_strings(s, "none", names, 0);
	gp_scribe_open(s, "list", '[');
	gp_scribe_string(s, NULL, NULL);
	gp_scribe_open(s, NULL, '{');
	gp_scribe_close(s, '}');
	gp_scribe_close(s, ']');
	gp_scribe_close(s, '}');
	expect(t, "{\n"
		  "  \"n\": -3,\n"
		  "  \"yes\": true,\n"
		  "  \"names\": [\"a\", \"b\"],\n"
		  "  \"none\": [],\n"
		  "  \"list\": [\n"
		  "    null,\n"
		  "    {}\n"
		  "  ]\n"
		  "}");
}

static void strings_are_escaped(void **state)
{
	struct sheet *t = *state;

	gp_scribe_open(&t->s, NULL, '[');
	gp_scribe_string(&t->s, NULL, "a \"b\" \\ \n\x01 \xc3\xa9");
	gp_scribe_close(&t->s, ']');
	expect(t, "[\n  \"a \\\"b\\\" \\\\ \\u000a\\u0001 \xc3\xa9\"\n]");
}

static void decimals_are_exact(void **state)
{
	static const int64_t parts[] = {10, 100, 1000};
	struct sheet *t = *state;
	size_t i;

	gp_scribe_open(&t->s, NULL, '[');
	for (i = 0; i < 3; i++)
		gp_scribe_decimal(&t->s, NULL, 1205, parts[i]);
	gp_scribe_decimal(&t->s, NULL, -5, 1000);
	gp_scribe_decimal(&t->s, NULL, 0, 10);
	gp_scribe_close(&t->s, ']');
	expect(t, "[\n  120.5,\n  12.05,\n  1.205,\n  -0.005,\n  0.0\n]");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_sheet, close_sheet)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(an_outline_is_indented),
		TEST(strings_are_escaped),
		TEST(decimals_are_exact),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
