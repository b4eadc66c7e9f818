/*
 * UTF-8: every scalar value there and back, every malformed form refused.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/utf8.h"

#include <string.h>

static void every_character_goes_there_and_back(void **state)
{
	uint32_t cp;
	char buf[4];
	size_t n, i;

	(void)state;
	for (cp = 0; cp <= 0x10ffff; cp++) {
		if (cp == 0xd800)
			cp = 0xe000;
		n = gp_utf8_put(buf, cp);
		assert_int_equal(n, cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4);
		i = 0;
		assert_int_equal(gp_utf8_next(buf, n, &i), cp);
		assert_int_equal(i, n);
		/* cut short, it is malformed, and one byte is passed over */
		if (n > 1) {
			i = 0;
			assert_int_equal(gp_utf8_next(buf, n - 1, &i), GP_UTF8_BAD);
			assert_int_equal(i, 1);
		}
	}
}

/* Two and three bytes, all of them: well-formed are those and only those that put can make. */
static void malformed_forms_are_refused(void **state)
{
	static const char *const bad[] = {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80",
		"\xe0\x9f\xbf", "\xed\xa0\x80", "\xed\xbf\xbf", "\xf0\x80\x80\x80",
		"\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xf8\x88\x80\x80\x80",
		"\xff", "\xfe", "\xc3\xc3", "\xe2\x82", "\xe2\x28\xa1", "\xf0\x9f\x98"};
	size_t i, at;

	(void)state;
	for (i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		at = 0;
		assert_int_equal(gp_utf8_next(bad[i], strlen(bad[i]), &at), GP_UTF8_BAD);
		assert_int_equal(at, 1);
		assert_int_equal(gp_utf8_check(bad[i], strlen(bad[i])), 0);
	}
}

static void checking_finds_the_first_fault(void **state)
{
	char line[40];
	size_t i;

	(void)state;
	/* ASCII is passed over eight bytes at a time */
	for (i = 0; i < sizeof line; i++) {
		memset(line, 'a', sizeof line);
		line[i] = '\x80';
		assert_int_equal(gp_utf8_check(line, sizeof line), i);
		assert_int_equal(gp_utf8_check(line, i), i);
	}
	assert_int_equal(gp_utf8_check("", 0), 0);
	assert_int_equal(gp_utf8_check("a\0b", 3), 3);
	assert_int_equal(gp_utf8_check("\u00e4\u20ac\U0001F600", 9), 9);
	assert_int_equal(gp_utf8_check("\u00e4\xff\xff", 4), 2);
	assert_int_equal(gp_utf8_check("abc\xe2\x82", 5), 3);
}

static void characters_are_counted(void **state)
{
	(void)state;
	assert_int_equal(gp_utf8_count("", 0), 0);
	assert_int_equal(gp_utf8_count("a\u00e4\u20ac\U0001F600", 10), 4);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_character_goes_there_and_back),
		cmocka_unit_test(malformed_forms_are_refused),
		cmocka_unit_test(checking_finds_the_first_fault),
		cmocka_unit_test(characters_are_counted),
	};

	return cmocka_run_group_tests_name("base_utf8", tests, NULL, NULL);
}
