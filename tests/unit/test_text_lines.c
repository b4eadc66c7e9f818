/*
 * Choosing lines, with letters of a plain width: every letter 500, every space 250, size 1000.
 * What the search finds is compared with all ways there are.
 */
#include "unit/test_text.h"

#include "text/lines.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { LETTER = 500, SPACE = 250, MAX_BREAKS = 40 };

struct fake {
	struct gp_brk b[MAX_BREAKS];
	size_t n;
};

/*
 * Breaks of a text: "_" is a space, "=" a place for a hyphen, "/" a forced break; letters are
 * letters.
 */
static struct fake fake_text(const char *text)
{
	struct fake f = {.n = 1};
	struct gp_brk sum = {.kind = GP_BREAK_NONE};
	const char *p;

	for (p = text;; p++) {
		struct gp_brk b = sum;

		b.kind = *p == '_'   ? GP_BREAK_SPACE
			 : *p == '=' ? GP_BREAK_PATTERN
				     : GP_BREAK_FORCED;
		b.raw = sum.end;
		if (*p == '_') {
			sum.end += SPACE;
			sum.end_space += SPACE;
			sum.end_em += 1000;
		} else if (*p == '=') {
			b.end += LETTER;
		} else if (*p != '/' && *p != '\0') {
			sum.end += LETTER;
			sum.end_letters++;
			continue;
		}
		b.start = sum.end;
		b.start_space = sum.end_space;
		b.start_em = sum.end_em;
		b.start_letters = sum.end_letters;
		b.at = b.end_at = (uint32_t)(p - text);
		b.reach_back = b.reach_on = b.at;
		assert_true(f.n < MAX_BREAKS);
		f.b[f.n++] = b;
		if (*p == '\0')
			return f;
	}
}

/* The text with "|" where the lines end. */
static void expect(const char *text, const struct gp_para_style *style, const char *wanted)
{
	struct gp_arena *a = gp_arena_new();
	struct fake f = fake_text(text);
	char got[200];
	size_t *ends, n = gp_lines_choose(f.b, f.n, style, a, &ends), i, k = 0, at = 0;

	for (i = 0; i < n; i++) {
		for (; at < f.b[ends[i]].at; at++)
			got[k++] = text[at];
		if (i + 1 < n)
			got[k++] = '|';
	}
	got[k] = '\0';
	assert_string_equal(got, wanted);
	gp_arena_free(a);
}

static struct gp_para_style ragged(gp_len measure)
{
	return (struct gp_para_style){.measure = measure, .setting = GP_RAGGED};
}

static void one_line_where_all_fits(void **state)
{
	struct gp_para_style s = ragged(5000);

	(void)state;
	expect("aaa_bbb", &s, "aaa_bbb");
	expect("aaaaaaaaaa", &s, "aaaaaaaaaa");
	expect("", &s, "");
}

static void ragged_lines_are_even_not_greedy(void **state)
{
	struct gp_para_style s = ragged(4000);

	(void)state;
	/* first-fit would take "aaa bb cc" and leave "dddd" alone before a full line */
	expect("aaa_bb_dddd_eeeeeee_ff", &s, "aaa_bb|_dddd|_eeeeeee|_ff");
	expect("aa_bb_cc_dd_ee", &s, "aa_bb_cc|_dd_ee");
}

static void a_runt_pulls_a_word_down(void **state)
{
	struct gp_para_style s = ragged(5000);

	(void)state;
	expect("aaaa_bbbb_cc", &s, "aaaa_bbbb|_cc");
	s.min_runt = 4;
	expect("aaaa_bbbb_cc", &s, "aaaa|_bbbb_cc");
	/* where nothing can be pulled down the runt stays */
	expect("aaaaaaaaa_cc", &s, "aaaaaaaaa|_cc");
}

static void hyphens_come_when_they_pay(void **state)
{
	struct gp_para_style s = ragged(4000);

	(void)state;
	expect("aaaaaa_bb=bbb_cc", &s, "aaaaaa|_bb=bbb_cc");
	/* without the hyphen the first line would be a third full */
	expect("aa_bbb=bbbbb_cc", &s, "aa_bbb|=bbbbb_cc");
}

static void hyphens_do_not_run(void **state)
{
	struct gp_para_style s = ragged(3000);
	struct fake f = fake_text("aa_bb=bb=bb=bb_cc_dd=dd=dd_ee");
	struct gp_arena *a = gp_arena_new();
	size_t *ends, n = gp_lines_choose(f.b, f.n, &s, a, &ends), i;

	(void)state;
	assert_true(n > 2);
	for (i = 1; i < n; i++)
		assert_false(gp_break_has_hyphen(f.b[ends[i]].kind) &&
			     gp_break_has_hyphen(f.b[ends[i - 1]].kind));
	gp_arena_free(a);
}

static void forced_breaks_end_lines(void **state)
{
	struct gp_para_style s = ragged(5000);

	(void)state;
	expect("aa/bb", &s, "aa|/bb");
	expect("/aa", &s, "|/aa");
}

static void balanced_lines_are_few_then_equal(void **state)
{
	struct gp_para_style s = ragged(5000);

	(void)state;
	s.balanced = true;
	expect("aaaa_bbbb_cc", &s, "aaaa|_bbbb_cc");
	expect("aaaa_bb_ccc_ddd", &s, "aaaa_bb|_ccc_ddd");
	expect("aaaa_bbbb", &s, "aaaa_bbbb");
	/* a hyphen is worse than a line more */
	expect("aaaaaa_bb=bbb_ccccccc", &s, "aaaaaa|_bb=bbb|_ccccccc");
}

static void justified_lines_shrink_by_a_fifth_of_their_spaces(void **state)
{
	struct gp_para_style s = {.setting = GP_JUSTIFIED};

	(void)state;
	/* "aaa bbb" is 3250 wide, its space can give 50 */
	s.measure = 3200;
	expect("aaa_bbb_ccc", &s, "aaa_bbb|_ccc");
	s.measure = 3199;
	expect("aaa_bbb_ccc", &s, "aaa|_bbb|_ccc");
}

static void justified_gaps_stay_under_their_limit(void **state)
{
	struct gp_para_style s = {.setting = GP_JUSTIFIED, .measure = 5000};

	(void)state;
	/* without the hyphen the one gap would be 2 em wide */
	expect("aaa_bbb_dd=dddd_eeeee", &s, "aaa_bbb_dd|=dddd_eeeee");
	/* here gaps of 0.5 em do, which the hyphen would not better enough */
	expect("aaa_bbb_cc_dd=dddd_ee", &s, "aaa_bbb_cc|_dd=dddd_ee");
}

static void two_loose_lines_rather_than_one_torn(void **state)
{
	struct gp_para_style s = {.setting = GP_JUSTIFIED, .measure = 8000};

	(void)state;
	/* the first line could be full; then the gaps of the second would be 1.75 em */
	expect("aaa_bbb_ccc_ddd_ee_fff_ggg_hhh_iiiiiiiiiiiiii", &s,
		"aaa_bbb_ccc_ddd|_ee_fff_ggg_hhh|_iiiiiiiiiiiiii");
}

static void no_short_line_stands_between_two_long(void **state)
{
	struct gp_para_style s = ragged(4000);

	(void)state;
	/* by themselves the lines "aa aaaa", "bbb" would be better */
	expect("aa_aaaa_bbb_ccccccc", &s, "aa|_aaaa_bbb|_ccccccc");
	/* beside a line of three quarters a short one does no harm */
	expect("aa_aaaa_bbb_cccccc_ddddddd", &s, "aa_aaaa|_bbb|_cccccc|_ddddddd");
}

static gp_len steps(const void *user, unsigned line)
{
	(void)user;
	return line == 0 ? 2000 : line == 1 ? 6000 : 3000;
}

static void lines_of_different_measure(void **state)
{
	struct gp_para_style s = {.setting = GP_RAGGED, .line_measure = steps};

	(void)state;
	expect("aaa_bbb_ccc_ddd_eee", &s, "aaa|_bbb_ccc_ddd|_eee");
}

static void the_first_line_may_be_shorter_or_longer(void **state)
{
	struct gp_para_style s = ragged(4000);

	(void)state;
	s.first_indent = 2000;
	expect("aaa_bbb_ccc", &s, "aaa|_bbb_ccc");
	s.first_indent = -2000;
	expect("aaa_bbb_ccc_ddd", &s, "aaa_bbb_ccc|_ddd");
}

static void what_fits_nowhere_sticks_out(void **state)
{
	struct gp_para_style s = ragged(2000);

	(void)state;
	expect("aa_bbbbbbbb_cc", &s, "aa|_bbbbbbbb|_cc");
	expect("bbbbbbbb", &s, "bbbbbbbb");
}

/* --- against all ways ------------------------------------------------------------------------ */

static int64_t cheapest(const struct fake *f, size_t from, unsigned line,
	const struct gp_para_style *style, enum gp_edge before)
{
	int64_t best = GP_LINE_NONE, here, rest;
	enum gp_edge edge;
	size_t j;

	if (from + 1 == f->n)
		return 0;
	for (j = from + 1; j < f->n; j++) {
		here = gp_lines_cost(f->b, from, j, line, style);
		if (here == GP_LINE_NONE)
			continue;
		edge = gp_lines_edge(f->b, from, j, line, style, before);
		here += gp_lines_edge_cost(before, edge);
		rest = cheapest(f, j, line + 1, style, edge);
		if (rest != GP_LINE_NONE && here + rest < best)
			best = here + rest;
		if (f->b[j].kind == GP_BREAK_FORCED)
			break;
	}
	return best;
}

static int64_t cost_of_choice(const struct fake *f, const struct gp_para_style *style)
{
	struct gp_arena *a = gp_arena_new();
	size_t *ends, n = gp_lines_choose(f->b, f->n, style, a, &ends), i, from = 0;
	enum gp_edge before = GP_EDGE_PLAIN, edge;
	int64_t sum = 0, cost;

	for (i = 0; i < n; i++) {
		cost = gp_lines_cost(f->b, from, ends[i], (unsigned)i, style);
		edge = gp_lines_edge(f->b, from, ends[i], (unsigned)i, style, before);
		sum = cost == GP_LINE_NONE || sum == GP_LINE_NONE
			      ? GP_LINE_NONE
			      : sum + cost + gp_lines_edge_cost(before, edge);
		from = ends[i];
		before = edge;
	}
	gp_arena_free(a);
	return sum;
}

static unsigned next(unsigned *seed, unsigned below)
{
	*seed = *seed * 1103515245u + 12345u;
	return (*seed >> 16) % below;
}

static void random_text(unsigned *seed, char *text)
{
	size_t n = 0, words = 3 + next(seed, 9), i, k;

	for (i = 0; i < words; i++) {
		if (i)
			text[n++] = next(seed, 20) ? '_' : '/';
		for (k = 1 + next(seed, 7); k > 0; k--) {
			text[n++] = (char)('a' + i % 26);
			if (k > 2 && next(seed, 4) == 0)
				text[n++] = '=';
		}
	}
	text[n] = '\0';
}

static void random_style(unsigned *seed, struct gp_para_style *s)
{
	*s = (struct gp_para_style){.measure = 2500 + (gp_len)next(seed, 4000),
		.first_indent = (gp_len)next(seed, 800) - 400,
		.setting = next(seed, 2) ? GP_JUSTIFIED : GP_RAGGED,
		.balanced = next(seed, 4) == 0,
		.min_runt = next(seed, 2) ? 4 : 0};
	if (next(seed, 4) == 0)
		s->line_measure = steps;
}

static void no_other_set_of_lines_is_cheaper(void **state)
{
	unsigned round, compared = 0;

	(void)state;
	for (round = 1; round <= 3000; round++) {
		unsigned seed = round * 7919;
		struct gp_para_style style;
		struct fake f;
		char text[200];
		int64_t best;

		random_text(&seed, text);
		random_style(&seed, &style);
		f = fake_text(text);
		if (f.n > 20)
			continue;
		best = cheapest(&f, 0, 0, &style, GP_EDGE_PLAIN);
		if (best == GP_LINE_NONE)
			continue;
		compared++;
		if (cost_of_choice(&f, &style) != best)
			fail_msg("seed %u, \"%s\" at %d: %lld, not %lld", round, text,
				style.measure, (long long)cost_of_choice(&f, &style),
				(long long)best);
	}
	assert_true(compared > 1500);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_line_where_all_fits),
		cmocka_unit_test(ragged_lines_are_even_not_greedy),
		cmocka_unit_test(a_runt_pulls_a_word_down),
		cmocka_unit_test(hyphens_come_when_they_pay),
		cmocka_unit_test(two_loose_lines_rather_than_one_torn),
		cmocka_unit_test(no_short_line_stands_between_two_long),
		cmocka_unit_test(hyphens_do_not_run),
		cmocka_unit_test(forced_breaks_end_lines),
		cmocka_unit_test(balanced_lines_are_few_then_equal),
		cmocka_unit_test(justified_lines_shrink_by_a_fifth_of_their_spaces),
		cmocka_unit_test(justified_gaps_stay_under_their_limit),
		cmocka_unit_test(lines_of_different_measure),
		cmocka_unit_test(the_first_line_may_be_shorter_or_longer),
		cmocka_unit_test(what_fits_nowhere_sticks_out),
		cmocka_unit_test(no_other_set_of_lines_is_cheaper),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
