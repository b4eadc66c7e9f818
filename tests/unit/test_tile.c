/*
 * Tiling case by case: how many sheets, what is on the strips, what cannot be done.
 */
#include "press/tile.h"
#include "press_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct gp_press_look plain;

static struct gp_tile on_a4(void)
{
	return (struct gp_tile){.sheet_width = GP_MM(210),
		.sheet_height = GP_MM(297),
		.sheet_name = "A4",
		.lengths = gp_press_lengths_usual(),
		.look = &plain};
}

/* A poster whose ink is one box of this size, 10 mm from its head and left edge. */
static struct kit poster(gp_len w, gp_len h)
{
	struct kit k = kit_new();
	struct gp_page *p = gp_doc_page(k.doc, w + 2 * GP_MM(10), h + 2 * GP_MM(10));

	kit_box(&k, p, 1, (struct gp_rect){GP_MM(10), GP_MM(10), w, h});
	return k;
}

static struct gp_tile_plan plan_of(struct kit *k, const struct gp_tile *how)
{
	struct gp_tile_plan plan;

	assert_true(gp_tile_plan(k->doc, how, k->a, k->d, &plan));
	return plan;
}

static void expect_sheets(gp_len w, gp_len h, unsigned columns, unsigned rows, bool lying)
{
	struct kit k = poster(w, h);
	struct gp_tile how = on_a4();
	struct gp_tile_plan plan = plan_of(&k, &how);

	assert_int_equal(plan.columns, columns);
	assert_int_equal(plan.rows, rows);
	assert_int_equal(plan.lying, lying);
	kit_free(&k);
}

static void home_sheets_are_as_many_as_the_design_says(void **state)
{
	(void)state;
	expect_sheets(GP_MM(273), GP_MM(396), 1, 3, true);      /* A3 */
	expect_sheets(GP_MM(386.1), GP_MM(560.1), 2, 2, false); /* A2 */
	expect_sheets(GP_MM(546), GP_MM(793), 3, 3, false);     /* A1 */
	expect_sheets(GP_MM(193), GP_MM(280), 1, 1, false);     /* A4 */
	/* two windows of 200 x 287 less one overlap of 13 are full; 0.1 mm more is too much */
	expect_sheets(GP_MM(387), GP_MM(561), 2, 2, false);
	expect_sheets(GP_MM(387.1), GP_MM(561), 3, 2, false);
	/* lying would take 11 x 37 sheets, but only 26 rows have names */
	expect_sheets(GP_MM(2900), GP_MM(6900), 16, 26, false);
}

static void the_rest_is_shared_by_both_sides(void **state)
{
	struct kit k = poster(GP_MM(380), GP_MM(551));
	struct gp_tile how = on_a4();
	struct gp_tile_plan plan = plan_of(&k, &how);
	struct gp_rect whole = gp_tile_whole(&plan), face = gp_tile_face(&plan, 0, 0);

	(void)state;
	assert_int_equal(gp_len_to_um(whole.w), 387000);
	assert_int_equal(gp_len_to_um(whole.h), 561000);
	assert_int_equal(gp_len_to_um(whole.x), 6500);
	assert_int_equal(gp_len_to_um(whole.y), 5000);
	assert_int_equal(gp_len_to_um(face.w), 191000);
	face = gp_tile_face(&plan, 1, 1);
	assert_int_equal(gp_len_to_um(face.w), 196000);
	assert_int_equal(gp_len_to_um(face.h), 283000);
	kit_free(&k);
}

static void tiles_are_named_by_row_and_column(void **state)
{
	char name[GP_TILE_NAME];

	(void)state;
	assert_string_equal(gp_tile_name(0, 0, name), "A1");
	assert_string_equal(gp_tile_name(1, 0, name), "B1");
	assert_string_equal(gp_tile_name(25, 98, name), "Z99");
}

/* --- sheets ---------------------------------------------------------------------------------- */

static void one_tile_has_no_marks(void **state)
{
	struct kit k = poster(GP_MM(190), GP_MM(270));
	struct gp_tile how = on_a4();
	struct gp_tile_plan plan = plan_of(&k, &how);
	struct gp_doc *doc = gp_tile(k.doc, &how, &plan, k.a);

	(void)state;
	assert_int_equal(doc->n_pages, 1);
	assert_int_equal(doc->pages[0]->n, 1);
	assert_int_equal(doc->pages[0]->width, GP_MM(210));
	assert_true(kit_same(doc->pages[0]->ops[0]->ink,
		(struct gp_rect){GP_MM(10), GP_MM(13.5), GP_MM(190), GP_MM(270)}));
	kit_free(&k);
}

static void other_pages_stay_and_anchors_find_their_tile(void **state)
{
	struct kit k = kit_new();
	struct gp_page *p;
	struct gp_tile how = on_a4();
	struct gp_tile_plan plan;
	struct gp_doc *doc;

	(void)state;
	gp_doc_page(k.doc, GP_MM(210), GP_MM(297));
	p = gp_doc_page(k.doc, GP_MM(420), GP_MM(594));
	gp_doc_page(k.doc, GP_MM(210), GP_MM(297));
	kit_box(&k, p, 1, (struct gp_rect){GP_MM(17), GP_MM(17), GP_MM(386), GP_MM(560)});
	gp_doc_anchor(k.doc, "page-0", 0, (struct gp_point){1, 2});
	gp_doc_anchor(k.doc, "step-8", 1, (struct gp_point){GP_MM(300), GP_MM(400)});
	gp_doc_anchor(k.doc, "after", 2, (struct gp_point){1, 2});
	how.page = 1;
	plan = plan_of(&k, &how);
	doc = gp_tile(k.doc, &how, &plan, k.a);
	assert_int_equal(doc->n_pages, 6);
	assert_ptr_equal(doc->pages[0], k.doc->pages[0]);
	assert_ptr_equal(doc->pages[5], k.doc->pages[2]);
	assert_string_equal(doc->pages[3]->label, "B1");
	assert_int_equal(gp_doc_find(doc, "page-0")->page, 0);
	assert_int_equal(gp_doc_find(doc, "after")->page, 5);
	/* B2 begins at 187 (+ 16.5) across and 274 (+ 16.5) down; its window lies 5 mm in */
	assert_int_equal(gp_doc_find(doc, "step-8")->page, 4);
	assert_in_range(gp_len_to_um(gp_doc_find(doc, "step-8")->at.x), 101499, 101501);
	assert_in_range(gp_len_to_um(gp_doc_find(doc, "step-8")->at.y), 114499, 114501);
	kit_free(&k);
}

struct marks {
	const struct gp_op *op[40];
	size_t n;
};

static void collect(const struct gp_op *op, void *user)
{
	struct marks *m = user;

	if (op->artifact == GP_ARTIFACT_PAGE) {
		assert_true(m->n < 40);
		m->op[m->n++] = op;
	}
}

static void glue_strips_are_veiled_and_hatched(void **state)
{
	struct kit k = poster(GP_MM(386), GP_MM(280));
	struct gp_tile how = on_a4();
	struct gp_tile_plan plan = plan_of(&k, &how);
	struct gp_doc *doc = gp_tile(k.doc, &how, &plan, k.a);
	const struct gp_page *a1 = doc->pages[0], *a2 = doc->pages[1];
	struct gp_rect strip = {GP_MM(196), GP_MM(5), GP_MM(9), GP_MM(287)};
	struct marks m = {.n = 0};

	(void)state;
	assert_int_equal(doc->n_pages, 2);
	/* the art, its veil of 60 % paper; then hatch, edge, two heads */
	assert_int_equal(a1->ops[1]->kind, GP_OP_ALPHA);
	assert_int_equal(a1->ops[1]->as.group.alpha, 60);
	assert_in_range(a1->ops[1]->ink.x, strip.x - 2, strip.x + 2);
	assert_in_range(a1->ops[1]->ink.h, strip.h - 2, strip.h + 2);
	gp_page_each(a1, collect, &m);
	assert_int_equal(m.n, 5);
	assert_true(m.op[1]->as.path.n > 100);
	assert_int_equal(m.op[2]->as.path.n, 2);
	assert_true(m.op[3]->as.path.fill && m.op[4]->as.path.fill);
	/* the next tile: a dashed line in the strip that is cut off, scissors; art behind the line
	 * only */
	m.n = 0;
	gp_page_each(a2, collect, &m);
	assert_int_equal(m.n, 2);
	assert_true(m.op[0]->as.path.dash[0] > 0);
	assert_in_range(m.op[0]->ink.x + m.op[0]->ink.w, GP_MM(9) - 2, GP_MM(9));
	assert_true(m.op[1]->as.path.n > 10);
	assert_int_equal(a2->ops[0]->kind, GP_OP_CLIP);
	assert_in_range(a2->ops[0]->ink.x, GP_MM(9) - 1, GP_MM(9) + 1);
	kit_free(&k);
}

/* --- words ----------------------------------------------------------------------------------- */

static const char *words(const void *user, enum gp_press_word word, const struct gp_press_fields *f,
	struct gp_arena *a)
{
	(void)user;
	if (word == GP_PRESS_GLUE)
		return gp_arena_printf(a, "glue, edge of %s here", f->name);
	return "cut off this edge";
}

static bool says(const struct gp_page *p, const char *text, unsigned times)
{
	struct marks m = {.n = 0};
	unsigned found = 0;
	size_t i;

	gp_page_each(p, collect, &m);
	for (i = 0; i < m.n; i++)
		found +=
			m.op[i]->kind == GP_OP_GLYPHS && strcmp(m.op[i]->as.glyphs.text, text) == 0;
	return found == times;
}

static void expect_words_inside(const struct gp_page *p, const struct gp_rect *strips, size_t n)
{
	struct marks m = {.n = 0};
	size_t i, k, in;

	gp_page_each(p, collect, &m);
	for (i = 0; i < m.n; i++) {
		if (m.op[i]->kind != GP_OP_GLYPHS)
			continue;
		for (k = in = 0; k < n; k++)
			in += gp_rect_holds(strips[k], m.op[i]->ink);
		assert_true(in > 0);
	}
}

/* The mark that says this; the last one when there are several. */
static const struct gp_op *find_words(const struct gp_page *p, const char *text)
{
	struct marks m = {.n = 0};

	gp_page_each(p, collect, &m);
	while (m.n-- > 0) {
		if (m.op[m.n]->kind == GP_OP_GLYPHS && strcmp(m.op[m.n]->as.glyphs.text, text) == 0)
			return m.op[m.n];
	}
	return NULL;
}

/* Name and words of a cut strip in one line, read from the foot up, in the middle of its length. */
static void expect_upright_line(const struct gp_page *p, const char *name, gp_len middle)
{
	const struct gp_op *first = find_words(p, name);
	const struct gp_op *rest = find_words(p, "cut off this edge");
	struct gp_rect both = gp_rect_union(first->ink, rest->ink);

	assert_int_equal(first->as.glyphs.turn, 3);
	assert_int_equal(first->as.glyphs.origin.x, rest->as.glyphs.origin.x);
	assert_true(first->ink.y >= rest->ink.y + rest->ink.h);
	assert_in_range(both.y + both.h / 2, middle - 1000, middle + 1000);
}

static void strips_say_what_to_do(void **state)
{
	struct kit k = poster(GP_MM(386), GP_MM(560));
	struct gp_fonts *fonts = gp_fonts_new(k.d);
	int font = gp_fonts_open(fonts, "fonts/Lato-Regular.ttf", GP_NOWHERE);
	struct gp_shape_style small = {.font = font, .size = GP_PT(6)};
	struct gp_press_look look = {.fonts = fonts,
		.word = words,
		.text = small,
		.strong = small,
		.name = {.font = font, .size = GP_PT(11)}};
	struct gp_tile how = on_a4();
	struct gp_tile_plan plan = plan_of(&k, &how);
	struct gp_rect left = {GP_MM(5), GP_MM(5), GP_MM(4), GP_MM(287)};
	struct gp_rect glue_right = {GP_MM(196) - 2, GP_MM(5), GP_MM(9) + 4, GP_MM(287) + 2};
	struct gp_rect glue_foot = {GP_MM(5), GP_MM(283) - 2, GP_MM(200), GP_MM(9) + 4};
	struct gp_rect top = {GP_MM(5), GP_MM(5), GP_MM(200), GP_MM(4)};
	struct gp_doc *doc;

	(void)state;
	assert_true(font >= 0);
	how.look = &look;
	doc = gp_tile(k.doc, &how, &plan, k.a);
	assert_true(says(doc->pages[0], "glue, edge of A2 here", 2));
	assert_true(says(doc->pages[0], "glue, edge of B1 here", 2));
	assert_true(says(doc->pages[0], "A1", 1));
	assert_true(says(doc->pages[0], "cut off this edge", 0));
	expect_words_inside(doc->pages[0], (struct gp_rect[]){glue_right, glue_foot}, 2);
	assert_true(says(doc->pages[1], "glue, edge of B2 here", 2));
	assert_true(says(doc->pages[1], "cut off this edge", 1));
	assert_true(says(doc->pages[1], "A2", 2)); /* framed, and beside the line */
	expect_words_inside(doc->pages[1], (struct gp_rect[]){left, glue_foot}, 2);
	expect_upright_line(doc->pages[1], "A2", GP_MM(5) + GP_MM(287) / 2);
	assert_true(says(doc->pages[3], "B2", 2)); /* on both cut strips */
	assert_true(says(doc->pages[3], "cut off this edge", 2));
	expect_words_inside(doc->pages[3], (struct gp_rect[]){left, top}, 2);
	gp_fonts_free(fonts);
	kit_free(&k);
}

/* --- what cannot be done --------------------------------------------------------------------- */

static void refuse(struct kit *k, const struct gp_tile *how, const char *message)
{
	struct gp_tile_plan plan;

	assert_false(gp_tile_plan(k->doc, how, k->a, k->d, &plan));
	assert_string_equal(kit_reports(k), message);
}

static void impossible_tiles_are_refused(void **state)
{
	struct kit k = poster(GP_MM(3000), GP_MM(8000));
	struct gp_tile how = on_a4();

	(void)state;
	refuse(&k, &how,
		"guidepress: error: a poster of 3000 x 8000 mm would take 43 rows of 11 sheets "
		"of A4; at most 26 rows of 99 can be named, choose a larger sheet or a smaller "
		"poster\n");
	how.sheet_width = GP_MM(50);
	how.sheet_height = GP_MM(80);
	how.sheet_name = "A8";
	refuse(&k, &how,
		"guidepress: error: A8 is too small for tiles: after margins and strips 27 mm "
		"are left, and 30 mm are needed; choose a larger sheet\n");
	how.page = 1;
	refuse(&k, &how,
		"guidepress: error: the poster shows nothing, so there is nothing to tile\n");
	kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(home_sheets_are_as_many_as_the_design_says),
		cmocka_unit_test(the_rest_is_shared_by_both_sides),
		cmocka_unit_test(tiles_are_named_by_row_and_column),
		cmocka_unit_test(one_tile_has_no_marks),
		cmocka_unit_test(other_pages_stay_and_anchors_find_their_tile),
		cmocka_unit_test(glue_strips_are_veiled_and_hatched),
		cmocka_unit_test(strips_say_what_to_do),
		cmocka_unit_test(impossible_tiles_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
