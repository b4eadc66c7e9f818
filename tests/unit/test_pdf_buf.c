/* PDF text: numbers, names and strings, by table. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/buf.h"

#include <locale.h>
#include <stdio.h>
#include <string.h>

static void same(struct gp_buf *b, const char *expected)
{
	gp_buf_char(b, '\0');
	assert_string_equal(b->s, expected);
	b->n = 0;
}

static void test_milli(void **state)
{
	static const struct {
		int64_t n;
		const char *text;
	} rows[] = {{0, "0"}, {1, "0.001"}, {-1, "-0.001"}, {10, "0.01"}, {100, "0.1"},
		{999, "0.999"}, {1000, "1"}, {-1000, "-1"}, {12500, "12.5"}, {419528, "419.528"},
		{-595270, "-595.27"}, {2147483647, "2147483.647"}, {-2147483648, "-2147483.648"},
		{INT64_MAX, "9223372036854775.807"}, {INT64_MIN, "-9223372036854775.808"}};
	struct gp_buf b = {0};
	size_t i;

	(void)state;
	setlocale(LC_ALL, "de_DE.UTF-8"); /* must not matter, where it is installed */
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		gp_buf_milli(&b, rows[i].n);
		same(&b, rows[i].text);
	}
	setlocale(LC_ALL, "C");
	gp_buf_done(&b);
}

static void test_int(void **state)
{
	struct gp_buf b = {0};

	(void)state;
	gp_buf_int(&b, 0);
	same(&b, "0");
	gp_buf_int(&b, INT64_MIN);
	same(&b, "-9223372036854775808");
	gp_buf_int(&b, 42);
	same(&b, "42");
	gp_buf_point(&b, 1500, -2000);
	same(&b, "1.5 -2 ");
	gp_buf_ref(&b, 12);
	same(&b, "12 0 R");
	gp_buf_done(&b);
}

static void test_names(void **state)
{
	static const char *const rows[][2] = {{"H1", "/H1"}, {"A B", "/A#20B"}, {"a#b", "/a#23b"},
		{"x(y)", "/x#28y#29"}, {"\xc3\xa9", "/#C3#A9"}, {"a/b", "/a#2Fb"},
		{"a%b", "/a#25b"}};
	struct gp_buf b = {0};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		gp_buf_name(&b, rows[i][0]);
		same(&b, rows[i][1]);
	}
	gp_buf_done(&b);
}

static void test_text(void **state)
{
	static const char *const rows[][2] = {{"", "()"}, {"plain", "(plain)"},
		{"a (b) \\c", "(a \\(b\\) \\\\c)"}, {"\xc3\xa4", "<FEFF00E4>"},
		{"x\n", "<FEFF0078000A>"}, {"\xf0\x9d\x90\x80", "<FEFFD835DC00>"},
		{"a\xff"
		 "b",
			"<FEFF0061FFFD0062>"},
		{"\xe2\x89\xa4", "<FEFF2264>"}};
	struct gp_buf b = {0};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		gp_buf_text(&b, rows[i][0]);
		same(&b, rows[i][1]);
	}
	gp_buf_bytes(&b, "caf\xc3\xa9)");
	same(&b, "(caf\xc3\xa9\\))");
	gp_buf_done(&b);
}

static void test_growth(void **state)
{
	struct gp_arena *a = gp_arena_new();
	struct gp_buf b = {0};
	struct gp_bytes got;
	int i;

	(void)state;
	for (i = 0; i < 100000; i++)
		gp_buf_two(&b, (unsigned)i & 0xffff);
	got = gp_buf_take(&b, a);
	assert_int_equal(got.len, 200000);
	assert_int_equal(b.n, 0);
	for (i = 0; i < 100000; i += 77)
		assert_int_equal(got.data[2 * i] << 8 | got.data[2 * i + 1], i & 0xffff);
	gp_buf_done(&b);
	gp_arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_milli),
		cmocka_unit_test(test_int),
		cmocka_unit_test(test_names),
		cmocka_unit_test(test_text),
		cmocka_unit_test(test_growth),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
