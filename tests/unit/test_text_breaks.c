/*
 * Where lines may end, shown on paper: "|" at a space, "~" without a hyphen, "=" with one, "/"
 * forced.
 */
#include "unit/test_text.h"

#include "text/breaks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const char mark_of[] = {[GP_BREAK_NONE] = 0,
	[GP_BREAK_SPACE] = '|',
	[GP_BREAK_DASH] = '~',
	[GP_BREAK_MARK] = '~',
	[GP_BREAK_FREE] = '~',
	[GP_BREAK_SOFT] = '=',
	[GP_BREAK_PATTERN] = '=',
	[GP_BREAK_FORCED] = '/'};

static void expect(const struct gp_hyphen *h, const char *text, const char *wanted)
{
	struct gp_break_rules rules = {h, 2, 3};
	size_t len = strlen(text), i, n = 0;
	unsigned char breaks[300];
	char got[600];

	assert_true(len < sizeof breaks);
	gp_breaks_find(text, len, &rules, breaks);
	assert_int_equal(breaks[len], GP_BREAK_FORCED);
	for (i = 0; i < len; i++) {
		if (mark_of[breaks[i]])
			got[n++] = mark_of[breaks[i]];
		got[n++] = text[i];
	}
	got[n] = '\0';
	assert_string_equal(got, wanted);
}

static void words_break_at_spaces(void **state)
{
	(void)state;
	expect(NULL, "one two  three", "one |two  |three");
	expect(NULL, " one ", " one ");
	expect(NULL, "", "");
	expect(NULL, "a\tb", "a\t|b");
}

static void no_break_spaces_hold(void **state)
{
	(void)state;
	expect(NULL, "30\xc2\xa0s on", "30\xc2\xa0s |on");
	expect(NULL,
		"4\xe2\x80\xaf"
		"cm",
		"4\xe2\x80\xaf"
		"cm");
	/* one glue among spaces holds all of them */
	expect(NULL, "a \xc2\xa0 b", "a \xc2\xa0 b");
}

static void marks_stay_with_their_words(void **state)
{
	(void)state;
	expect(NULL, "yes , no ) ( in 10 % of", "yes , |no ) |( in |10 % |of");
	expect(NULL, "about .5 and ... so", "about |.5 |and ... |so");
	expect(NULL, "rock \xe2\x80\x99n\xe2\x80\x99 roll",
		"rock |\xe2\x80\x99n\xe2\x80\x99 |roll");
}

static void a_dash_between_spaces_belongs_to_the_words_before(void **state)
{
	(void)state;
	expect(NULL, "run \xe2\x80\x93 and", "run \xe2\x80\x93 |and");
	expect(NULL, "run - and", "run - |and");
	/* but not a minus, and not a dash at the end */
	expect(NULL,
		"at \xe2\x80\x93"
		"5 now",
		"at |\xe2\x80\x93"
		"5 |now");
	expect(NULL, "an -", "an |-");
}

static void hyphens_inside_words(void **state)
{
	(void)state;
	expect(NULL, "self-massage", "self-~massage");
	expect(NULL, "well-to-do", "well-~to-~do");
	expect(NULL, "-5 3-5 X-1 e-mail vitamin-C", "-5 |3-5 |X-1 |e-mail |vitamin-C");
	expect(NULL, "(pre-war)", "(pre-~war)");
	expect(NULL, "--long", "--long");
	expect(NULL, "tail- end", "tail- |end");
}

static void dashes_inside_words(void **state)
{
	(void)state;
	expect(NULL,
		"up\xe2\x80\x94"
		"down",
		"up\xe2\x80\x94~down");
	expect(NULL,
		"3\xe2\x80\x93"
		"5",
		"3\xe2\x80\x93"
		"5");
	expect(NULL, "no\xe2\x80\x94, yes", "no\xe2\x80\x94, |yes");
}

static void slashes(void **state)
{
	(void)state;
	expect(NULL, "warm/cold and/or 1/2 km/h", "warm/~cold |and/or |1/2 |km/h");
}

static void addresses_break_after_their_marks_only(void **state)
{
	(void)state;
	expect(NULL, "https://example.org/a-b_c?d=1", "https://~example.~org/~a-~b_~c?~d=1");
	expect(NULL, "www.example.org", "www.~example.~org");
	expect(NULL, "doi.org/10.1000/x", "doi.~org/~10.~1000/~x");
	expect(NULL, "me@example.org", "me@example.~org");
	/* a full stop does not make an address of an abbreviation */
	expect(NULL, "e.g. i.e.", "e.g. |i.e.");
}

static void soft_hyphens_and_zero_width_spaces(void **state)
{
	(void)state;
	expect(NULL, "so\xc2\xadleus", "so\xc2\xad=leus");
	expect(NULL, "\xc2\xadsoleus\xc2\xad", "\xc2\xadsoleus\xc2\xad");
	expect(NULL,
		"abc\xe2\x80\x8b"
		"def",
		"abc\xe2\x80\x8b~def");
	/* a word joiner allows nothing */
	expect(NULL,
		"abc\xe2\x81\xa0"
		"def",
		"abc\xe2\x81\xa0"
		"def");
}

static void forced_breaks(void **state)
{
	(void)state;
	expect(NULL, "one\xe2\x80\xa8two", "one\xe2\x80\xa8/two");
	expect(NULL, "one \xe2\x80\xa8 two", "one \xe2\x80\xa8/ two");
	expect(NULL, "\xe2\x80\xa8\xe2\x80\xa8x", "\xe2\x80\xa8/\xe2\x80\xa8/x");
}

static void ideographs_break_between(void **state)
{
	(void)state;
	expect(NULL, "\xe4\xb8\x80\xe4\xba\x8c", "\xe4\xb8\x80~\xe4\xba\x8c");
	/* not before a full stop, not after an opening bracket */
	expect(NULL, "\xe4\xb8\x80\xe3\x80\x82\xe4\xba\x8c",
		"\xe4\xb8\x80\xe3\x80\x82~\xe4\xba\x8c");
	expect(NULL, "\xe3\x80\x8c\xe4\xba\x8c", "\xe3\x80\x8c\xe4\xba\x8c");
}

static const char patterns[] = "UTF-8\n1mas\nma1ge\ns1sa\nf1fi\n1leus\n";

static void patterns_break_words_of_letters(void **state)
{
	struct gp_arena *a = gp_arena_new();
	struct gp_diag *d = gp_diag_new();
	struct gp_hyphen *h = gp_hyphen_parse("p", patterns, sizeof patterns - 1, a, d);

	(void)state;
	assert_non_null(h);
	expect(h, "massage soleus", "mas=sage |so=leus");
	expect(h, "(Soleus)", "(So=leus)");
	/* the author's soft hyphens rule alone */
	expect(h, "soleus\xc2\xadmassage", "soleus\xc2\xad=massage");
	/* capitals, digits beside, addresses: left whole */
	expect(h, "SOLEUS soleus1 www.soleus.org", "SOLEUS |soleus1 |www.~soleus.~org");
	/* a long part of a hyphened word may be broken again, a short one not */
	expect(h, "self-massage pre-soleus", "self-~mas=sage |pre-~soleus");
	gp_diag_free(d);
	gp_arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_break_at_spaces),
		cmocka_unit_test(no_break_spaces_hold),
		cmocka_unit_test(marks_stay_with_their_words),
		cmocka_unit_test(a_dash_between_spaces_belongs_to_the_words_before),
		cmocka_unit_test(hyphens_inside_words),
		cmocka_unit_test(dashes_inside_words),
		cmocka_unit_test(slashes),
		cmocka_unit_test(addresses_break_after_their_marks_only),
		cmocka_unit_test(soft_hyphens_and_zero_width_spaces),
		cmocka_unit_test(forced_breaks),
		cmocka_unit_test(ideographs_break_between),
		cmocka_unit_test(patterns_break_words_of_letters),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
