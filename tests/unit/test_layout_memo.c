/*
 * Paragraphs that are set once: the same lines as without a memory, over the caller's own runs.
 */
#include "layout_kit.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct layout_kit kit;
static struct gp_memo *memo;

static int open_kit(void **state)
{
	(void)state;
	kit_job(&kit, &(struct kit_parts){.title = "Memory"});
	memo = gp_memo_new(kit.t.arena);
	return 0;
}

static int close_kit(void **state)
{
	(void)state;
	kit_close(&kit);
	return 0;
}

static const char *const words[2] = {"Rest on the sorest spot ", "and breathe out, slowly."};

static struct gp_run *two_runs(int32_t tag)
{
	struct gp_run *runs = GP_ARRAY(kit.t.arena, 2, struct gp_run);
	size_t i;

	for (i = 0; i < 2; i++)
		runs[i] = (struct gp_run){.text = words[i],
			.len = strlen(words[i]),
			.style = {.font = kit.t.job.face[0], .size = GP_PT(12), .lang = "en"},
			.tag = tag};
	return runs;
}

static const struct gp_para_style narrow = {.measure = GP_PT(90), .min_runt = 4};

static struct gp_para set(const struct gp_run *runs, const struct gp_para_style *style)
{
	return gp_memo_set(memo, kit.t.fonts, runs, 2, style);
}

/* Do two paragraphs share the glyphs of their first line? */
static bool share(const struct gp_para *a, const struct gp_para *b)
{
	return a->lines[0].pieces[0].g == b->lines[0].pieces[0].g;
}

static void test_same_lines(void **state)
{
	struct gp_run *one = two_runs(1), *two = two_runs(2);
	struct gp_para plain = gp_para_set(kit.t.fonts, one, 2, &narrow, kit.t.arena);
	struct gp_para first = set(one, &narrow), again = set(two, &narrow);
	size_t i, k;

	(void)state;
	assert_true(plain.n > 1);
	assert_int_equal(first.n, plain.n);
	assert_int_equal(again.n, plain.n);
	assert_int_equal(again.width, plain.width);
	assert_true(share(&first, &again));
	for (i = 0; i < again.n; i++) {
		const struct gp_line *a = &again.lines[i], *p = &plain.lines[i];

		assert_int_equal(a->width, p->width);
		assert_int_equal(a->n, p->n);
		for (k = 0; k < a->n; k++) {
			assert_int_equal(a->pieces[k].x, p->pieces[k].x);
			assert_int_equal(a->pieces[k].n, p->pieces[k].n);
			assert_ptr_equal(a->pieces[k].run, two + (p->pieces[k].run - one));
		}
	}
}

/* Whatever changes the lines, or the place that would be blamed, makes another paragraph. */
static void test_differences(void **state)
{
	struct gp_para first = set(two_runs(0), &narrow), other;
	struct gp_para_style style = narrow;
	struct gp_run *runs = two_runs(0);

	(void)state;
	runs[1].style.font = kit.t.job.face[1];
	other = set(runs, &narrow);
	assert_false(share(&first, &other));
	runs = two_runs(0);
	runs[0].place.offset = 7;
	other = set(runs, &narrow);
	assert_false(share(&first, &other));
	runs = two_runs(0);
	runs[1].text = "and breathe out, slowlx.";
	other = set(runs, &narrow);
	assert_false(share(&first, &other));
	style.setting = GP_JUSTIFIED;
	other = set(two_runs(0), &style);
	assert_false(share(&first, &other));
	style = narrow;
	style.measure += 1;
	other = set(two_runs(0), &style);
	assert_false(share(&first, &other));
	other = set(two_runs(0), &narrow);
	assert_true(share(&first, &other));
}

static gp_len falling(const void *user, unsigned line)
{
	(void)user;
	return GP_PT(200) - (gp_len)line * GP_PT(50);
}

static void test_not_kept(void **state)
{
	struct gp_para_style style = narrow;
	struct gp_para a, b;

	(void)state;
	style.line_measure = falling;
	a = set(two_runs(0), &style);
	b = set(two_runs(0), &style);
	assert_false(share(&a, &b));
	assert_int_equal(a.n, b.n);
}

/* More paragraphs than the table begins with: each is found again. */
static void test_many(void **state)
{
	enum { MANY = 1000 };
	struct gp_para *paras = GP_ARRAY(kit.t.arena, MANY, struct gp_para), again;
	struct gp_para_style style = narrow;
	unsigned pass;
	gp_len i;

	(void)state;
	for (pass = 0; pass < 2; pass++) {
		for (i = 0; i < MANY; i++) {
			style.measure = GP_PT(90) + i;
			again = set(two_runs(0), &style);
			if (pass == 0)
				paras[i] = again;
			assert_true(share(&paras[i], &again));
			assert_true(i == 0 || !share(&paras[i - 1], &again));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_same_lines, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_differences, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_not_kept, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_many, open_kit, close_kit),
	};

	return cmocka_run_group_tests_name("layout_memo", tests, NULL, NULL);
}
