/*
 * Page breaking and the grid, with items made by hand: one step high each, on a frame of ten steps.
 */
#include "layout_kit.h"

#include "layout/breaker.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct layout_kit kit;
static gp_len step, frame;
static bool on_left; /* side of the first page */

static int open_kit(void **state)
{
	(void)state;
	step = gp_step_len(kit_job(&kit, &(struct kit_parts){.title = "Breaks"}));
	frame = 10 * step;
	on_left = false;
	return 0;
}

static int close_kit(void **state)
{
	(void)state;
	kit_close(&kit);
	return 0;
}

static struct gp_galley *lines(size_t n)
{
	struct gp_galley *g = gp_galley_new(&kit.t.job, 0);
	size_t i;

	for (i = 0; i < n; i++) {
		struct gp_item *it = gp_galley_add(g);

		it->height = step;
		it->grid = GP_GRID_TEXT;
	}
	return g;
}

/* Where pages end, such as "10 20 25"; every item is on one page, in order. */
static const char *cuts(const struct gp_galley *g)
{
	struct gp_cuts c = gp_break_pages(g, frame, on_left);
	const char *out = "";
	size_t i, at = 0;

	for (i = 0; i < c.n; i++) {
		assert_int_equal(c.cut[i].from, at);
		assert_true(c.cut[i].to > at);
		at = c.cut[i].to;
		out = gp_arena_printf(kit.t.arena, "%s%s%zu", out, i ? " " : "", at);
	}
	assert_int_equal(at, g->n);
	return out;
}

static void test_pages_are_filled(void **state)
{
	(void)state;
	assert_string_equal(cuts(lines(0)), "");
	assert_string_equal(cuts(lines(1)), "1");
	assert_string_equal(cuts(lines(10)), "10");
	assert_string_equal(cuts(lines(25)), "10 20 25");
}

static void test_keeps(void **state)
{
	struct gp_galley *g = lines(20);

	(void)state;
	/* a heading at the foot of the page goes over with its first line; the last page gets more
	 * than two lines */
	g->items[9].keep_next = true;
	assert_string_equal(cuts(g), "8 17 20");
	/* no lone line at the end: a paragraph of the last three lines */
	g = lines(13);
	g->items[9].keep_next = g->items[8].keep_next = true;
	assert_string_equal(cuts(g), "8 13");
}

static void test_break_cost(void **state)
{
	struct gp_galley *g = lines(15);

	(void)state;
	/* a little white costs less than a dear break */
	g->items[9].break_cost = 20000;
	assert_string_equal(cuts(g), "9 15");
	g->items[9].break_cost = 0;
	assert_string_equal(cuts(g), "10 15");
}

/*
 * First fit would fill the first page and leave two lines alone on the second, for the box after
 * them needs a page of its own; the optimum shares the white out.
 */
static void test_better_than_first_fit(void **state)
{
	struct gp_galley *g = lines(13);

	(void)state;
	g->items[12].height = frame;
	assert_string_equal(cuts(g), "6 12 13");
}

/* Pages of an opening are evened out when a dear break leaves a choice. */
static void test_even_openings(void **state)
{
	struct gp_galley *g = lines(24);
	size_t i;

	(void)state;
	/* from line 14 on all stays together: 14 lines for two pages */
	for (i = 14; i < 23; i++)
		g->items[i].keep_next = true;
	assert_string_equal(cuts(g), "7 14 24");
}

/*
 * Facing pages end near each other.  Before a page that is full, 6, 2 and 5 steps fill two pages;
 * the break that makes them 6 and 7 is a little dearer than the one that makes them 8 and 5.
 */
static void test_facing_pages(void **state)
{
	struct gp_galley *g = lines(4);

	(void)state;
	g->items[0].height = 6 * step;
	g->items[1].height = 2 * step;
	g->items[2].height = 5 * step;
	g->items[3].height = frame;
	g->items[0].break_cost = 600;
	on_left = true;
	assert_string_equal(cuts(g), "1 3 4");
	/* on the two sides of a leaf nobody sees it */
	on_left = false;
	assert_string_equal(cuts(g), "2 3 4");
}

/* The way that is dearer up to the left page may be the better one for the opening. */
static void test_facing_pages_look_ahead(void **state)
{
	struct gp_galley *g = lines(5);

	(void)state;
	g->items[0].height = 6 * step;
	g->items[0].break_cost = 250;
	g->items[1].height = 2 * step;
	g->items[2].height = 5 * step;
	g->items[3].height = 7 * step;
	g->items[4].height = frame;
	assert_string_equal(cuts(g), "1 3 4 5");
	g->items[3].height = 6 * step;
	assert_string_equal(cuts(g), "2 3 4 5");
}

/* A page that ends because the next must begin is half full, if the page before has enough. */
static void test_half_full(void **state)
{
	struct gp_galley *g = lines(22);

	(void)state;
	g->items[12].new_page = true;
	assert_string_equal(cuts(g), "7 12 22");
	/* at the very end less will do */
	g = lines(13);
	assert_string_equal(cuts(g), "10 13");
}

/* A picture stays on the opening of the text before it, at the price of white above the break. */
static void test_leaf(void **state)
{
	struct gp_galley *g = lines(16);

	(void)state;
	/* the text before the picture is lines 7 to 9, which stay together */
	g->items[7].keep_next = g->items[8].keep_next = true;
	g->items[10].height = 4 * step;
	g->items[10].with_text = true;
	on_left = true;
	assert_string_equal(cuts(g), "10 16");
	on_left = false;
	assert_string_equal(cuts(g), "7 13 16");
	/* a page that must start anew turns no leaf that can be helped */
	g->items[10].new_page = true;
	assert_string_equal(cuts(g), "10 16");
}

/* White is better than a page for notes before what waits for a left page. */
static void test_waiting(void **state)
{
	struct gp_galley *g = lines(19);

	(void)state;
	g->items[10].new_page = true;
	g->items[10].start = GP_START_RIGHT;
	assert_true(gp_break_waits(g->job, &g->items[10], true));
	assert_false(gp_break_waits(g->job, &g->items[10], false));
	on_left = true;
	assert_string_equal(cuts(g), "10 19");
	/* ten lines on one right page would leave the left one empty; half of them fill it enough
	 */
	on_left = false;
	assert_string_equal(cuts(g), "5 10 19");
}

static void test_new_page(void **state)
{
	struct gp_galley *g = lines(8);

	(void)state;
	g->items[3].new_page = true;
	assert_string_equal(cuts(g), "3 8");
	g->items[2].keep_next = true;
	assert_string_equal(cuts(g), "3 8");
}

/* What cannot be right is still cut, and said. */
static void test_too_much(void **state)
{
	struct gp_galley *g = lines(3);
	struct gp_spot spots[20];
	size_t i;

	(void)state;
	g->items[1].height = frame + step;
	assert_string_equal(cuts(g), "1 2 3");
	gp_break_spots(g, (struct gp_page_cut){1, 2}, frame, spots, false);
	assert_int_equal(gp_diag_count(kit.t.diag, GP_ERROR), 0);
	gp_break_spots(g, (struct gp_page_cut){1, 2}, frame, spots, true);
	assert_non_null(strstr(kit_said(&kit), "high, but a page holds only"));
	g = lines(15);
	for (i = 0; i < 14; i++)
		g->items[i].keep_next = true;
	assert_string_equal(cuts(g), "10 15");
}

static void test_notes(void **state)
{
	struct gp_margin_note notes[6];
	struct gp_galley *g = lines(10);
	struct gp_spot spots[10];
	gp_len air = gp_half(&kit.t.job);
	size_t i;

	(void)state;
	for (i = 0; i < 6; i++)
		notes[i] = (struct gp_margin_note){.height = step};
	g->items[0].notes = notes;
	g->items[0].n_notes = 6;
	gp_break_spots(g, (struct gp_page_cut){0, 10}, frame, spots, true);
	/* one under the other, also the fifth and the sixth */
	for (i = 0; i < 6; i++)
		assert_int_equal(spots[0].note_y[i], (gp_len)i * (step + air));
	assert_string_equal(kit_said(&kit), "");
	/* beside an item a note stands level with its first line, or under the notes above it */
	g->items[0].n_notes = 1;
	notes[1] = (struct gp_margin_note){.height = 9 * step, .baseline = step / 2};
	g->items[2].notes = &notes[1];
	g->items[2].n_notes = 1;
	g->items[2].baseline = step;
	gp_break_spots(g, (struct gp_page_cut){0, 10}, frame, spots, true);
	assert_int_equal(spots[2].note_y[0], 2 * step + step / 2);
	assert_non_null(strstr(kit_said(&kit), "margin note finds no room"));
}

/* A note that would leave the page takes its item to the next one. */
static void test_notes_break(void **state)
{
	struct gp_margin_note note = {.height = 4 * step};
	struct gp_galley *g = lines(14);

	(void)state;
	g->items[9].notes = &note;
	g->items[9].n_notes = 1;
	assert_string_equal(cuts(g), "9 14");
}

static void test_repeated_head(void **state)
{
	struct gp_galley *g = lines(12);
	struct gp_spot spots[12];
	size_t i;

	(void)state;
	for (i = 0; i < g->n; i++) {
		g->items[i].grid = GP_GRID_FREE;
		g->items[i].head_height = 2 * step;
	}
	/* the head takes room on every page */
	assert_string_equal(cuts(g), "8 12");
	gp_break_spots(g, (struct gp_page_cut){8, 12}, frame, spots, true);
	assert_int_equal(spots[0].y, 2 * step);
	assert_int_equal(spots[1].y, 3 * step);
}

static void test_grid(void **state)
{
	struct gp_job *job = &kit.t.job;
	gp_len half = gp_half(job);
	struct gp_item prev = {.after = 0}, it = {.height = step + 100};

	(void)state;
	it.grid = GP_GRID_TEXT;
	assert_int_equal(gp_item_top(job, &prev, step + 1, &it), 2 * step);
	it.grid = GP_GRID_HALF;
	assert_int_equal(gp_item_top(job, &prev, step + 1, &it), step + half);
	it.grid = GP_GRID_FREE;
	assert_int_equal(gp_item_top(job, &prev, step + 1, &it), step + 1);
	it.grid = GP_GRID_BOX;
	assert_int_equal(gp_item_top(job, &prev, step + 1, &it), step + half);
	assert_int_equal(gp_item_top(job, &prev, step + half + 1, &it), 2 * step + half);
	it.grid = GP_GRID_HEAD;
	assert_int_equal((gp_item_top(job, &prev, step, &it) + it.height) % step, 0);
	/* the larger of the two spaces, not their sum */
	it.grid = GP_GRID_TEXT;
	prev.after = step;
	it.before = 2 * step;
	assert_int_equal(gp_item_top(job, &prev, step, &it), 3 * step);
	/* nothing before it: the page starts here */
	assert_int_equal(gp_item_top(job, NULL, 0, &it), 0);
}

static void test_stack(void **state)
{
	struct gp_galley *g = lines(3);

	(void)state;
	g->items[0].after = step;
	assert_int_equal(gp_galley_height(g), 4 * step);
	assert_int_equal(
		gp_galley_stack(g, gp_job_fragment(&kit.t.job), (struct gp_point){0, 0}), 4 * step);
	assert_int_equal(gp_galley_height(lines(0)), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_pages_are_filled, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_keeps, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_break_cost, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_better_than_first_fit, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_even_openings, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_facing_pages, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_facing_pages_look_ahead, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_half_full, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_leaf, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_waiting, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_new_page, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_too_much, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_notes, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_notes_break, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_repeated_head, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_grid, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_stack, open_kit, close_kit),
	};

	return cmocka_run_group_tests_name("layout_breaker", tests, NULL, NULL);
}
