/*
 * Characters: case mapping against the C library's, classes by example, steps back and forth.
 */
#include "unit/test_text.h"

#include "base/utf8.h"
#include "text/chars.h"

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <wctype.h>

#include <cmocka.h>

/* Where we differ from Unicode's simple mapping, and why is said in case.c; title case letters. */
static bool is_our_choice(uint32_t cp)
{
	return cp == 0xb5 || cp == 0xdf || cp == 0x1c5 || cp == 0x1c8 || cp == 0x1cb || cp == 0x1f2;
}

static void check_case(uint32_t from, uint32_t to)
{
	uint32_t cp;

	for (cp = from; cp <= to; cp++) {
		uint32_t up = (uint32_t)towupper((wint_t)cp), low = (uint32_t)towlower((wint_t)cp);

		if (is_our_choice(cp))
			continue;
		if (gp_char_upper(cp) != up)
			fail_msg(
				"capital of U+%04X: U+%04X, not U+%04X", cp, gp_char_upper(cp), up);
		/* the reverse where it leads back, and not out of the block to phonetic letters */
		if (low != cp && low >= from && low <= to &&
			(uint32_t)towupper((wint_t)low) == cp && gp_char_lower(cp) != low)
			fail_msg("small U+%04X: U+%04X, not U+%04X", cp, gp_char_lower(cp), low);
	}
}

static void case_follows_unicode_for_our_scripts(void **state)
{
	(void)state;
	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		skip();
	check_case(0x20, 0x24f);  /* Latin */
	check_case(0x386, 0x3ce); /* Greek */
	check_case(0x400, 0x52f); /* Cyrillic */
	check_case(0x1e00, 0x1e95);
	check_case(0x1ea0, 0x1eff);
	check_case(0x2000, 0x206f);
}

static void our_own_choices_of_case(void **state)
{
	(void)state;
	assert_int_equal(gp_char_upper(0xdf), 0x1e9e); /* sharp s */
	assert_int_equal(gp_char_upper(0xb5), 0xb5);   /* micro */
	assert_int_equal(gp_char_upper(0x3c2), 0x3a3); /* final sigma */
	assert_int_equal(gp_char_lower(0x3a3), 0x3c3);
	assert_int_equal(gp_char_lower(0x1e9e), 0xdf);
	assert_int_equal(gp_char_lower(0x130), 'i');
	assert_int_equal(gp_char_upper('7'), '7');
}

static void letters_are_told_from_the_rest(void **state)
{
	static const uint32_t yes[] = {
		'a', 'Z', 0xe9, 0xdf, 0x3b1, 0x44f, 0x301, 0x1e9e, 0x4e00, 0xfb01};
	static const uint32_t no[] = {
		'1', ' ', '-', '@', '[', '`', '{', 0xd7, 0xf7, 0x2013, 0xa0, 0x2192, 0xb0, 0xfffd};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof yes / sizeof *yes; i++)
		assert_true(gp_char_is_letter(yes[i]));
	for (i = 0; i < sizeof no / sizeof *no; i++)
		assert_false(gp_char_is_letter(no[i]));
}

static void spaces_glue_and_hidden(void **state)
{
	(void)state;
	assert_true(gp_char_is_space(' ') && gp_char_is_space('\t') && gp_char_is_space('\n'));
	assert_true(gp_char_is_space(0xa0) && gp_char_is_space(0x2009) && gp_char_is_space(0x3000));
	assert_false(gp_char_is_space('a') || gp_char_is_space(0x200b) || gp_char_is_space(0x2028));
	assert_true(gp_char_is_glue(0xa0) && gp_char_is_glue(0x202f) && !gp_char_is_glue(' '));
	assert_true(
		gp_char_is_hidden(0xad) && gp_char_is_hidden(0x200b) && gp_char_is_hidden(0x2028));
	assert_false(gp_char_is_hidden('-') || gp_char_is_hidden(0x2010));
}

static void marks_at_line_ends(void **state)
{
	(void)state;
	assert_true(
		gp_char_is_closing(')') && gp_char_is_closing(0x201d) && gp_char_is_closing('%'));
	assert_false(
		gp_char_is_closing('(') || gp_char_is_closing('a') || gp_char_is_closing(0x2013));
	assert_true(
		gp_char_is_opening('(') && gp_char_is_opening(0x201e) && gp_char_is_opening(0xbf));
	assert_false(gp_char_is_opening(')') || gp_char_is_opening('"'));
	assert_true(gp_char_is_ideograph(0x4e00) && gp_char_is_ideograph(0x3042));
	assert_false(gp_char_is_ideograph(0xac00) || gp_char_is_ideograph('a'));
}

static void kinds_are_words_for_people(void **state)
{
	(void)state;
	assert_string_equal(gp_char_kind(0x2192), "arrow");
	assert_string_equal(gp_char_kind(0x3b1), "Greek letter");
	assert_string_equal(gp_char_kind(0x2610), "symbol");
	assert_string_equal(gp_char_kind(0x1f600), "emoji or symbol");
	assert_string_equal(gp_char_kind('5'), "digit");
	assert_string_equal(gp_char_kind(0xfffd), "character");
}

static void steps_back_land_where_steps_forward_were(void **state)
{
	static const char text[] = "a\xc3\xa9\xe2\x86\x92\xf0\x9f\x98\x80\xff\x80z";
	size_t starts[32], n = 0, i = 0;

	(void)state;
	while (i < sizeof text - 1) {
		starts[n++] = i;
		gp_char_next(text, sizeof text - 1, &i);
	}
	assert_int_equal(n, 7);
	while (n > 0) {
		gp_char_before(text, &i);
		assert_int_equal(i, starts[--n]);
	}
	assert_int_equal(i, 0);
}

static void malformed_bytes_read_as_the_replacement_character(void **state)
{
	size_t i = 0;

	(void)state;
	assert_int_equal(gp_char_next("\xff", 1, &i), 0xfffd);
	assert_int_equal(i, 1);
	assert_int_equal(gp_char_before("\xff", &i), 0xfffd);
	assert_int_equal(i, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(case_follows_unicode_for_our_scripts),
		cmocka_unit_test(our_own_choices_of_case),
		cmocka_unit_test(letters_are_told_from_the_rest),
		cmocka_unit_test(spaces_glue_and_hidden),
		cmocka_unit_test(marks_at_line_ends),
		cmocka_unit_test(kinds_are_words_for_people),
		cmocka_unit_test(steps_back_land_where_steps_forward_were),
		cmocka_unit_test(malformed_bytes_read_as_the_replacement_character),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
