/*
 * Imposition case by case: who stands beside whom and where, marks, what cannot be done.
 */
#include "press/impose.h"
#include "press_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const struct gp_press_look plain;

static struct gp_impose on_a4(void)
{
	return (struct gp_impose){.sheet_width = GP_MM(210),
		.sheet_height = GP_MM(297),
		.sheet_name = "A4",
		.lengths = gp_press_lengths_usual(),
		.look = &plain};
}

/* n pages, each with its number at the same place. */
static struct kit booklet(size_t n, gp_len w, gp_len h)
{
	struct kit k = kit_new();
	size_t i;

	for (i = 0; i < n; i++) {
		struct gp_page *p = gp_doc_page(k.doc, w, h);

		p->number = (unsigned)i + 1;
		kit_text(&k, p, (uint32_t)i + 1, gp_arena_printf(k.a, "%zu", i + 1),
			(struct gp_point){50000, 60000}, 0);
	}
	return k;
}

static struct kit a5(size_t n)
{
	return booklet(n, GP_MM(148), GP_MM(210));
}

/* The left and right page of a side, by block numbers; 0: none. */
static void expect_side(const struct gp_page *side, unsigned left, unsigned right)
{
	unsigned found[2] = {0, 0};
	size_t i;

	for (i = 0; i < side->n; i++) {
		if (side->ops[i]->artifact == GP_CONTENT)
			found[side->ops[i]->ref.x >= side->width / 2] = side->ops[i]->block;
	}
	assert_int_equal(found[0], left);
	assert_int_equal(found[1], right);
}

static void pages_stand_as_the_design_says(void **state)
{
	struct kit k = a5(28);
	struct gp_impose how = on_a4();
	struct gp_doc *doc = gp_impose(k.doc, &how, k.a, k.d);

	(void)state;
	assert_int_equal(doc->n_pages, 14);
	expect_side(doc->pages[0], 28, 1);
	expect_side(doc->pages[1], 2, 27);
	expect_side(doc->pages[4], 24, 5);
	expect_side(doc->pages[5], 6, 23);
	expect_side(doc->pages[13], 14, 15);
	kit_free(&k);
}

static void signatures_are_folded_apart(void **state)
{
	struct kit k = a5(20);
	struct gp_impose how = on_a4();
	struct gp_doc *doc;

	(void)state;
	how.signature = 8;
	doc = gp_impose(k.doc, &how, k.a, k.d);
	expect_side(doc->pages[0], 8, 1);
	expect_side(doc->pages[3], 4, 5);
	expect_side(doc->pages[4], 16, 9);
	/* the last one is shorter */
	expect_side(doc->pages[8], 20, 17);
	expect_side(doc->pages[9], 18, 19);
	kit_free(&k);
}

static void a_page_lies_at_the_fold(void **state)
{
	struct kit k = a5(4);
	struct gp_impose how = on_a4();
	struct gp_doc *doc = gp_impose(k.doc, &how, k.a, k.d);
	gp_len fold = GP_MM(297) / 2;

	(void)state;
	/* page 4 left: its right edge at the fold; page 1 right: its left edge at the fold */
	assert_int_equal(doc->pages[0]->ops[0]->as.glyphs.origin.x, fold - GP_MM(148) + 50000);
	assert_int_equal(doc->pages[0]->ops[1]->as.glyphs.origin.x, fold + 50000);
	assert_int_equal(doc->pages[0]->ops[0]->as.glyphs.origin.y, 60000);
	assert_int_equal(doc->pages[0]->width, GP_MM(297));
	assert_int_equal(doc->pages[0]->height, GP_MM(210));
	kit_free(&k);
}

static void half_letter_fills_letter(void **state)
{
	struct kit k = booklet(4, GP_MM(139.7), GP_MM(215.9));
	struct gp_impose how = on_a4();
	struct gp_doc *doc;

	(void)state;
	how.sheet_width = GP_MM(215.9);
	how.sheet_height = GP_MM(279.4);
	doc = gp_impose(k.doc, &how, k.a, k.d);
	assert_int_equal(doc->pages[0]->ops[0]->as.glyphs.origin.x, 50000);
	assert_int_equal(doc->pages[0]->ops[1]->as.glyphs.origin.x, GP_MM(139.7) + 50000);
	kit_free(&k);
}

static void the_long_edge_turns_backs_only(void **state)
{
	struct kit k = a5(4);
	struct gp_impose how = on_a4();
	struct gp_doc *doc;
	const struct gp_op *op;

	(void)state;
	how.flip = GP_FLIP_LONG;
	doc = gp_impose(k.doc, &how, k.a, k.d);
	assert_int_equal(doc->pages[0]->ops[0]->as.glyphs.turn, 0);
	op = doc->pages[1]->ops[0];
	assert_int_equal(op->block, 2);
	assert_int_equal(op->as.glyphs.turn, 2);
	assert_int_equal(
		op->as.glyphs.origin.x, GP_MM(297) - (GP_MM(297) / 2 - GP_MM(148) + 50000));
	assert_int_equal(op->as.glyphs.origin.y, GP_MM(210) - 60000);
	expect_side(doc->pages[1], 3, 2);
	kit_free(&k);
}

static void glyphs_are_shared(void **state)
{
	struct kit k = a5(8);
	struct gp_impose how = on_a4();
	struct gp_doc *doc;
	size_t i;

	(void)state;
	how.flip = GP_FLIP_LONG;
	how.thickness = GP_MM(0.1);
	doc = gp_impose(k.doc, &how, k.a, k.d);
	for (i = 0; i < doc->n_pages; i++) {
		const struct gp_op *op = doc->pages[i]->ops[0];

		assert_ptr_equal(op->as.glyphs.g, k.doc->pages[op->block - 1]->ops[0]->as.glyphs.g);
	}
	kit_free(&k);
}

static void pages_with_boxes_are_set_by_their_trim(void **state)
{
	struct kit k = booklet(4, GP_MM(154), GP_MM(216));
	struct gp_impose how = on_a4();
	struct gp_doc *doc;
	size_t i;

	(void)state;
	for (i = 0; i < 4; i++) {
		k.doc->pages[i]->has_trim = true;
		k.doc->pages[i]->trim =
			(struct gp_rect){GP_MM(3), GP_MM(3), GP_MM(148), GP_MM(210)};
		k.doc->pages[i]->bleed = (struct gp_rect){0, 0, GP_MM(154), GP_MM(216)};
	}
	doc = gp_impose(k.doc, &how, k.a, k.d);
	assert_int_equal(
		doc->pages[0]->ops[1]->as.glyphs.origin.x, GP_MM(297) / 2 - GP_MM(3) + 50000);
	kit_free(&k);
}

/* --- instruction sheets ---------------------------------------------------------------------- */

static void other_pages_stay_and_are_padded(void **state)
{
	struct kit k = a5(6);
	struct gp_impose how = on_a4();
	struct gp_doc *doc;

	(void)state;
	gp_doc_anchor(k.doc, "how-to", 0, (struct gp_point){1, 2});
	gp_doc_anchor(k.doc, "last", 5, (struct gp_point){3, 4});
	how.first = 1;
	how.n = 4;
	k.doc->pages[0]->label = "Sheet 0";
	doc = gp_impose(k.doc, &how, k.a, k.d);
	/* sheet 0 and its empty back, two sides, the last page and its empty back */
	assert_int_equal(doc->n_pages, 6);
	assert_ptr_equal(doc->pages[0], k.doc->pages[0]);
	assert_int_equal(doc->pages[1]->n, 0);
	assert_string_equal(doc->pages[1]->label, "Sheet 0");
	assert_int_equal(doc->pages[1]->width, GP_MM(148));
	expect_side(doc->pages[2], 5, 2);
	assert_ptr_equal(doc->pages[4], k.doc->pages[5]);
	assert_int_equal(gp_doc_find(doc, "how-to")->page, 0);
	assert_int_equal(gp_doc_find(doc, "last")->page, 4);
	assert_int_equal(gp_doc_find(doc, "last")->at.y, 4);
	how.sides = GP_SIDES_FRONTS;
	doc = gp_impose(k.doc, &how, k.a, k.d);
	assert_int_equal(doc->n_pages, 3);
	assert_int_equal(gp_doc_find(doc, "last")->page, 2);
	how.sides = GP_SIDES_BACKS;
	doc = gp_impose(k.doc, &how, k.a, k.d);
	assert_int_equal(doc->n_pages, 1);
	assert_int_equal(gp_doc_find(doc, "how-to")->page, -1);
	kit_free(&k);
}

static void backs_come_last_first(void **state)
{
	struct kit k = a5(12);
	struct gp_impose how = on_a4();
	struct gp_doc *doc;

	(void)state;
	how.sides = GP_SIDES_BACKS;
	doc = gp_impose(k.doc, &how, k.a, k.d);
	assert_int_equal(doc->n_pages, 3);
	expect_side(doc->pages[0], 6, 7);
	expect_side(doc->pages[2], 2, 11);
	how.backs = GP_BACKS_FIRST_FIRST;
	doc = gp_impose(k.doc, &how, k.a, k.d);
	expect_side(doc->pages[0], 2, 11);
	kit_free(&k);
}

/* Content of a tag on a page. */
static gp_tag tagged(struct kit *k, size_t page, enum gp_tag_role role, gp_tag parent)
{
	gp_tag tag = gp_doc_tag(k->doc, role, parent);

	kit_box(k, k->doc->pages[page], 1, (struct gp_rect){60000, 60000, 9000, 9000})->tag = tag;
	return tag;
}

/* Pages 1 and 4 are on the front, 2 and 3 on the back. */
static void half_a_document_has_tags_that_hold_together(void **state)
{
	struct kit k = a5(4);
	struct gp_impose how = on_a4();
	gp_tag h1 = tagged(&k, 0, GP_TAG_H1, 0), h2 = tagged(&k, 1, GP_TAG_H2, 0);
	gp_tag h3 = tagged(&k, 2, GP_TAG_H3, 0), table = gp_doc_tag(k.doc, GP_TAG_TABLE, 0);
	gp_tag row = gp_doc_tag(k.doc, GP_TAG_TR, table), th = tagged(&k, 0, GP_TAG_TH, row), td;
	const struct gp_tag_def *t;

	(void)state;
	row = gp_doc_tag(k.doc, GP_TAG_TR, table);
	td = tagged(&k, 1, GP_TAG_TD, row);
	how.sides = GP_SIDES_BACKS;
	t = gp_impose(k.doc, &how, k.a, k.d)->tags;
	assert_int_equal(t[h2].role, GP_TAG_H1);
	assert_int_equal(t[h3].role, GP_TAG_H2);
	assert_int_equal(t[table].role, GP_TAG_DIV);
	assert_int_equal(t[row].role, GP_TAG_DIV);
	assert_int_equal(t[td].role, GP_TAG_DIV);
	how.sides = GP_SIDES_FRONTS;
	t = gp_impose(k.doc, &how, k.a, k.d)->tags;
	assert_int_equal(t[h1].role, GP_TAG_H1);
	assert_int_equal(t[table].role, GP_TAG_TABLE);
	assert_int_equal(t[th].role, GP_TAG_TH);
	/* the pages themselves keep what they had */
	assert_int_equal(k.doc->tags[h2].role, GP_TAG_H2);
	assert_int_equal(k.doc->tags[td].role, GP_TAG_TD);
	kit_free(&k);
}

/* --- marks ----------------------------------------------------------------------------------- */

struct marks {
	const struct gp_op *op[16];
	size_t n;
};

static void collect(const struct gp_op *op, void *user)
{
	struct marks *m = user;

	if (op->artifact == GP_ARTIFACT_PAGE) {
		assert_true(m->n < 16);
		m->op[m->n++] = op;
	}
}

static void folds_and_staples_are_marked(void **state)
{
	struct kit k = a5(8);
	struct gp_impose how = on_a4();
	struct gp_doc *doc = gp_impose(k.doc, &how, k.a, k.d);
	struct marks m = {.n = 0};
	const struct gp_path_seg *s;
	size_t i;

	(void)state;
	gp_page_each(doc->pages[0], collect, &m);
	assert_int_equal(m.n, 4);
	s = m.op[0]->as.path.seg;
	assert_int_equal(s[0].p[0].x, GP_MM(297) / 2);
	assert_int_equal(s[0].p[0].y, GP_MM(5));
	assert_int_equal(s[1].p[0].y, GP_MM(5) + GP_MM(4));
	s = m.op[1]->as.path.seg;
	assert_int_equal(s[1].p[0].y, GP_MM(210) - GP_MM(5));
	assert_int_equal(m.op[0]->as.path.dash[0], 0);
	/* staples: dashed, at a quarter and three quarters */
	assert_true(m.op[2]->as.path.dash[0] > 0);
	assert_int_equal(m.op[2]->ref.y, GP_MM(210) / 4);
	assert_in_range(m.op[3]->ref.y, GP_MM(210) * 3 / 4 - 1, GP_MM(210) * 3 / 4 + 1);
	for (i = 1; i < 4; i++) {
		m.n = 0;
		gp_page_each(doc->pages[i], collect, &m);
		assert_int_equal(m.n, 2);
	}
	how.no_marks = true;
	m.n = 0;
	gp_page_each(gp_impose(k.doc, &how, k.a, k.d)->pages[0], collect, &m);
	assert_int_equal(m.n, 0);
	kit_free(&k);
}

static const char *words(const void *user, enum gp_press_word word, const struct gp_press_fields *f,
	struct gp_arena *a)
{
	(void)user;
	if (word == GP_PRESS_SLUG)
		return gp_arena_printf(a, "Sheet %u %s, pages %s and %s", f->sheet,
			f->back ? "back" : "front", f->left, f->right);
	return gp_arena_printf(a, "Sheet %u %s", f->sheet, f->back ? "back" : "front");
}

static struct gp_press_look with_words(struct kit *k, struct gp_fonts **fonts)
{
	int font;

	*fonts = gp_fonts_new(k->d);
	font = gp_fonts_open(*fonts, "fonts/Lato-Regular.ttf", GP_NOWHERE);
	assert_int_equal(font, 0);
	return (struct gp_press_look){.fonts = *fonts,
		.word = words,
		.text = {.font = font, .size = GP_PT(6), .lang = "en"}};
}

static const struct gp_op *find_slug(const struct gp_page *p)
{
	struct marks m = {.n = 0};
	size_t i;

	gp_page_each(p, collect, &m);
	for (i = 0; i < m.n; i++) {
		if (m.op[i]->kind == GP_OP_GLYPHS)
			return m.op[i];
	}
	return NULL;
}

static void the_slug_stands_at_the_foot_beside_the_fold(void **state)
{
	struct kit k = a5(28);
	struct gp_fonts *fonts;
	struct gp_press_look look = with_words(&k, &fonts);
	struct gp_impose how = on_a4();
	const struct gp_op *slug;
	struct gp_doc *doc;

	(void)state;
	how.look = &look;
	doc = gp_impose(k.doc, &how, k.a, k.d);
	slug = find_slug(doc->pages[5]);
	assert_non_null(slug);
	assert_string_equal(slug->as.glyphs.text, "Sheet 3 back, pages 6 and 23");
	assert_string_equal(doc->pages[5]->label, "Sheet 3 back");
	assert_int_equal(slug->as.glyphs.size, GP_PT(6));
	assert_int_equal(slug->ink.x, GP_MM(297) / 2 + GP_MM(2));
	assert_int_equal(slug->ink.y + slug->ink.h, GP_MM(210) - GP_MM(5));
	gp_fonts_free(fonts);
	kit_free(&k);
}

static void the_slug_makes_way_for_ink(void **state)
{
	struct kit k = a5(4);
	struct gp_fonts *fonts;
	struct gp_press_look look = with_words(&k, &fonts);
	struct gp_impose how = on_a4();
	struct gp_rect foot = {0, GP_MM(200), GP_MM(148), GP_MM(8)};
	gp_len fold = GP_MM(297) / 2;
	const struct gp_op *slug;

	(void)state;
	how.look = &look;
	/* on page 1 a bar lies at the foot: over to the left of the fold */
	kit_box(&k, k.doc->pages[0], 1, foot);
	slug = find_slug(gp_impose(k.doc, &how, k.a, k.d)->pages[0]);
	assert_int_equal(slug->ink.x + slug->ink.w, fold - GP_MM(2));
	/* on page 4 as well, but it leaves 6 mm at the fold: upright there */
	foot.w = GP_MM(142);
	kit_box(&k, k.doc->pages[3], 4, foot);
	slug = find_slug(gp_impose(k.doc, &how, k.a, k.d)->pages[0]);
	assert_int_equal(slug->as.glyphs.turn, 3);
	assert_int_equal(slug->ink.x + slug->ink.w, fold - GP_MM(2));
	/* and to the fold: no room at all */
	foot.w = GP_MM(148);
	kit_box(&k, k.doc->pages[3], 4, foot);
	assert_null(find_slug(gp_impose(k.doc, &how, k.a, k.d)->pages[0]));
	gp_fonts_free(fonts);
	kit_free(&k);
}

/* --- what cannot be done --------------------------------------------------------------------- */

static void refuse(struct kit *k, const struct gp_impose *how, const char *message)
{
	assert_null(gp_impose(k->doc, how, k->a, k->d));
	assert_string_equal(kit_reports(k), message);
}

static void impossible_booklets_are_refused(void **state)
{
	struct kit k = a5(6);
	struct gp_impose how = on_a4();

	(void)state;
	refuse(&k, &how,
		"guidepress: error: 6 pages cannot be folded: sheets hold 4 pages each; add 2 "
		"pages or leave out 2\n");
	how.n = 4;
	how.signature = 6;
	refuse(&k, &how,
		"guidepress: error: a signature of 6 pages cannot be folded: name a multiple "
		"of 4, such as 8\n");
	how.first = 6;
	refuse(&k, &how, "guidepress: error: there are no pages to put on sheets\n");
	how = on_a4();
	how.n = 4;
	k.doc->pages[2]->width += GP_MM(1);
	refuse(&k, &how,
		"guidepress: error: page 3 is 149 x 210 mm, page 1 is 148 x 210 mm; pages on "
		"one sheet must be of one size\n");
	kit_free(&k);
}

static void large_pages_are_refused(void **state)
{
	struct kit k = a5(4);
	struct gp_impose how = on_a4();

	(void)state;
	how.sheet_width = GP_MM(215.9);
	how.sheet_height = GP_MM(279.4);
	how.sheet_name = "Letter";
	refuse(&k, &how,
		"guidepress: error: a page of 148 x 210 mm does not fit on half of Letter "
		"(139.7 x 215.9 mm); choose a larger sheet or a smaller page\n");
	kit_free(&k);
}

static void large_print_goes_on_a3(void **state)
{
	struct kit k = booklet(4, GP_MM(210), GP_MM(297));
	struct gp_impose how = on_a4();
	struct gp_doc *doc;

	(void)state;
	how.sheet_width = GP_MM(297);
	how.sheet_height = GP_MM(420);
	how.sheet_name = "A3";
	doc = gp_impose(k.doc, &how, k.a, k.d);
	assert_non_null(doc);
	expect_side(doc->pages[0], 4, 1);
	kit_free(&k);
}

static void silly_paper_is_refused(void **state)
{
	struct kit k = a5(64);
	struct gp_impose how = on_a4();
	struct gp_page *p = k.doc->pages[31];

	(void)state;
	how.thickness = GP_MM(3);
	refuse(&k, &how,
		"guidepress: error: paper 3 mm thick cannot be folded into a booklet; name 0 "
		"to 1 mm (copy paper has 0.1 mm)\n");
	how.thickness = -GP_MM(0.05);
	refuse(&k, &how,
		"guidepress: error: paper -0.05 mm thick cannot be folded into a booklet; name "
		"0 to 1 mm (copy paper has 0.1 mm)\n");
	/* page 32, on the innermost of 16 sheets, has ink 2 mm from the fold; the creep is 3 mm
	 * there */
	kit_box(&k, p, 32, (struct gp_rect){GP_MM(140), GP_MM(50), GP_MM(6), GP_MM(5)});
	how.thickness = GP_MM(0.2);
	refuse(&k, &how,
		"guidepress: error: on sheet 16 the pages must move 3 mm towards the fold, but "
		"page 32 has only 2 mm of white there; use thinner paper or smaller signatures\n");
	/* in signatures of 16 the creep is 0.6 mm at most */
	how.signature = 16;
	assert_non_null(gp_impose(k.doc, &how, k.a, k.d));
	kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_stand_as_the_design_says),
		cmocka_unit_test(signatures_are_folded_apart),
		cmocka_unit_test(a_page_lies_at_the_fold),
		cmocka_unit_test(half_letter_fills_letter),
		cmocka_unit_test(the_long_edge_turns_backs_only),
		cmocka_unit_test(glyphs_are_shared),
		cmocka_unit_test(pages_with_boxes_are_set_by_their_trim),
		cmocka_unit_test(other_pages_stay_and_are_padded),
		cmocka_unit_test(backs_come_last_first),
		cmocka_unit_test(half_a_document_has_tags_that_hold_together),
		cmocka_unit_test(folds_and_staples_are_marked),
		cmocka_unit_test(the_slug_stands_at_the_foot_beside_the_fold),
		cmocka_unit_test(the_slug_makes_way_for_ink),
		cmocka_unit_test(impossible_booklets_are_refused),
		cmocka_unit_test(large_pages_are_refused),
		cmocka_unit_test(large_print_goes_on_a3),
		cmocka_unit_test(silly_paper_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
