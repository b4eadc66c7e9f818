/*
 * How far the words of a poster can be read: the rule is counted from the capitals, on the edge of
 * passing and failing.
 */
#include "proof/distance.h"

#include "layout_kit.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct layout_kit kit;
static struct gp_job *job;
static const struct gp_paper *a3, *a2;

static int open_kit(void **state)
{
	(void)state;
	job = kit_job(&kit, &(struct kit_parts){.title = "Far"});
	memset(job->poster, 0, sizeof job->poster);
	a3 = gp_style_paper(job->style, "a3");
	a2 = gp_style_paper(job->style, "a2");
	return 0;
}

static int close_kit(void **state)
{
	(void)state;
	kit_close(&kit);
	return 0;
}

static struct gp_distance only(const struct gp_paper *paper)
{
	struct gp_distance rows[GP_N_POSTER_ELEMENTS];

	assert_int_equal(gp_distances(job, paper->width, paper->height, rows), 1);
	return rows[0];
}

/* The smallest size whose capitals are this high. */
static gp_len size_for(int font, gp_len cap)
{
	gp_len size = cap;

	while (gp_font_cap(job->fonts, font, size) < cap)
		size++;
	return size;
}

static void test_nothing_set(void **state)
{
	struct gp_distance rows[GP_N_POSTER_ELEMENTS];

	(void)state;
	assert_int_equal(gp_distances(job, a3->width, a3->height, rows), 0);
	gp_distances_check(job, a3);
	assert_string_equal(kit_said(&kit), "");
}

/* Step lines are read from 2 m and need capitals of a three-hundredth of that. */
static void test_edge(void **state)
{
	int font = job->face[0];
	gp_len least = size_for(font, gp_len_um(2000000 / 300 + 1));
	struct gp_distance d;

	(void)state;
	job->poster[GP_POSTER_LINE] = (struct gp_type_size){font, least};
	d = only(a3);
	assert_string_equal(d.key, "step_line");
	assert_int_equal(d.at, 2000);
	assert_int_equal(d.rule, 300);
	assert_int_equal(d.ratio, 300);
	assert_true(d.passes);
	gp_distances_check(job, a3);
	assert_int_equal(gp_diag_count(kit.t.diag, GP_ERROR), 0);
	job->poster[GP_POSTER_LINE].size = least - GP_PT(0.1);
	assert_false(only(a3).passes);
	gp_distances_check(job, a3);
	assert_int_equal(gp_diag_count(kit.t.diag, GP_ERROR), 1);
	assert_non_null(strstr(kit_said(&kit), "step line"));
}

/* A larger sheet hangs farther away: what passes on A3 is too small on A2, and as good when larger.
 */
static void test_sheets(void **state)
{
	int font = job->face[0];
	gp_len size = size_for(font, gp_len_um(7000));
	struct gp_distance small, large;

	(void)state;
	job->poster[GP_POSTER_LINE] = (struct gp_type_size){font, size};
	small = only(a3);
	assert_true(small.passes);
	large = only(a2);
	assert_in_range(large.at, 2827, 2829);
	assert_int_equal(large.cap, small.cap);
	assert_false(large.passes);
	job->poster[GP_POSTER_LINE].size = gp_len_scale(size, 1414, 1000);
	assert_in_range(only(a2).ratio, small.ratio - 1, small.ratio + 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_nothing_set, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_edge, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_sheets, open_kit, close_kit),
	};

	return cmocka_run_group_tests_name("proof_distance", tests, NULL, NULL);
}
