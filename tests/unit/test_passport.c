/*
 * Passports: where points go, which way margins and shifts turn, what is refused.
 */
#include "press/passport.h"
#include "press_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const gp_len width = 841890, height = 595276; /* A4 lying */

static struct gp_passport usual(void)
{
	return (struct gp_passport){.shift = {{700, -400}, {-1200, 300}},
		.x = {200, 202},
		.y = {100, 99},
		.margin = {11000, 12000, 13000, 14000}};
}

/* What a printer of this passport does with a point: out of the middle by as/is, then the shift. */
static struct gp_point print(const struct gp_adjust *s, struct gp_point p)
{
	return (struct gp_point){
		s->middle.x + gp_len_scale(p.x - s->middle.x, s->x.as, s->x.is) + s->shift.x,
		s->middle.y + gp_len_scale(p.y - s->middle.y, s->y.as, s->y.is) + s->shift.y};
}

static void shift_and_scale_are_undone_exactly(void **state)
{
	struct gp_passport p = usual();
	struct gp_adjust front = gp_passport_adjust(&p, width, height, false, false);
	struct gp_point at = gp_adjust_point(&front, (struct gp_point){20000, 30000});
	unsigned back;

	(void)state;
	/* by hand: 420945 - (400945 + 700) * 200/202, 297638 - (267638 - 400) * 100/99 */
	assert_int_equal(at.x, 420945 - 397668);
	assert_int_equal(at.y, 297638 - 269937);
	for (back = 0; back < 2; back++) {
		struct gp_adjust s = gp_passport_adjust(&p, width, height, back, false);
		gp_len x;

		for (x = 0; x <= width; x += 7919) {
			struct gp_point from = {x, x * 2 / 3};
			struct gp_point to = print(&s, gp_adjust_point(&s, from));

			assert_in_range(to.x - from.x + 1, 0, 2); /* one rounding */
			assert_in_range(to.y - from.y + 1, 0, 2);
		}
	}
}

static void a_true_printer_changes_nothing(void **state)
{
	struct gp_passport p = {.x = {1, 1}, .y = {1, 1}};
	struct gp_passport_sides sides = {.two_sided = true};
	struct kit k = kit_new();
	struct gp_page *page = gp_doc_page(k.doc, width, height);
	const struct gp_doc *doc;

	(void)state;
	page->number = 1;
	kit_text(&k, page, 1, "calf", (struct gp_point){50000, 60000}, 0);
	kit_box(&k, page, 2, (struct gp_rect){1, 2, 30, 40});
	doc = gp_passport(k.doc, &p, &sides, k.a, k.d);
	assert_string_equal(kit_dump(&k, doc), kit_dump(&k, k.doc));
	kit_free(&k);
}

static void the_back_has_its_own_shift_and_the_wider_margin(void **state)
{
	struct gp_passport p = usual();
	struct gp_adjust back = gp_passport_adjust(&p, width, height, true, false);
	struct gp_adjust turned = gp_passport_adjust(&p, width, height, true, true);

	(void)state;
	assert_int_equal(back.shift.x, -1200);
	assert_int_equal(back.shift.y, 300);
	assert_int_equal(back.margin[0], 13000);
	assert_int_equal(back.margin[1], 12000);
	assert_int_equal(back.margin[2], 13000);
	/* upside down in the file: right is left, top is bottom */
	assert_int_equal(turned.shift.x, 1200);
	assert_int_equal(turned.shift.y, -300);
	assert_int_equal(turned.margin[1], 14000);
	assert_int_equal(turned.margin[3], 12000);
	assert_int_equal(gp_passport_adjust(&p, width, height, false, true).shift.x, 700);
}

static void a_standing_sheet_is_a_lying_one_turned(void **state)
{
	struct gp_passport p = usual();
	struct gp_adjust left = gp_passport_adjust(&p, height, width, false, false), right;

	(void)state;
	/* the left edge on top: to the right becomes down, down becomes to the left */
	assert_int_equal(left.shift.y, 700);
	assert_int_equal(left.shift.x, 400);
	assert_int_equal(left.margin[1], 11000);
	assert_int_equal(left.margin[2], 12000);
	assert_int_equal(left.margin[3], 13000);
	assert_int_equal(left.margin[0], 14000);
	assert_int_equal(left.x.as, 99);
	p.right_first = true;
	right = gp_passport_adjust(&p, height, width, false, false);
	assert_int_equal(right.shift.y, -700);
	assert_int_equal(right.margin[1], 13000);
	/* turned over its long edge, the back stands on the other short edge */
	assert_int_equal(gp_passport_adjust(&p, height, width, true, false).shift.y, -1200);
}

static void runs_keep_their_sum(void **state)
{
	struct gp_passport p = usual();
	struct gp_passport_sides sides = {.two_sided = false};
	struct kit k = kit_new();
	struct gp_page *page = gp_doc_page(k.doc, width, height);
	const struct gp_op_glyphs *from, *to;
	gp_len sum = 0;
	size_t i;

	(void)state;
	kit_text(&k, page, 1, "gastrocnemius and soleus", (struct gp_point){50000, 60000}, 0);
	from = &page->ops[0]->as.glyphs;
	to = &gp_passport(k.doc, &p, &sides, k.a, k.d)->pages[0]->ops[0]->as.glyphs;
	for (i = 0; i < to->n; i++)
		sum += to->g[i].advance;
	assert_int_equal(sum, to->width);
	assert_int_equal(to->width, gp_len_scale(from->width, 200, 202));
	/* letters by the mean of 200/202 and 100/99: nearly as they were */
	assert_in_range(to->size, from->size, from->size + 10);
	kit_free(&k);
}

static void fronts_and_backs_are_told_apart(void **state)
{
	struct gp_passport p = {.shift = {{700, -400}, {-1200, 300}}, .x = {1, 1}, .y = {1, 1}};
	struct gp_passport_sides both = {.two_sided = true}, fronts = {.two_sided = false},
				 backs = {.all_backs = true};
	struct kit k = kit_new();
	const struct gp_doc *doc;
	struct gp_point middle = {width / 2, height / 2};
	int i;

	(void)state;
	for (i = 0; i < 2; i++)
		gp_doc_page(k.doc, width, height);
	gp_doc_anchor(k.doc, "first", 0, middle);
	gp_doc_anchor(k.doc, "second", 1, middle);
	doc = gp_passport(k.doc, &p, &both, k.a, k.d);
	assert_int_equal(gp_doc_find(doc, "first")->at.x, middle.x - 700);
	assert_int_equal(gp_doc_find(doc, "second")->at.x, middle.x + 1200);
	doc = gp_passport(k.doc, &p, &fronts, k.a, k.d);
	assert_int_equal(gp_doc_find(doc, "second")->at.y, middle.y + 400);
	doc = gp_passport(k.doc, &p, &backs, k.a, k.d);
	assert_int_equal(gp_doc_find(doc, "first")->at.y, middle.y - 300);
	kit_free(&k);
}

static void ink_in_the_margin_is_named(void **state)
{
	struct gp_passport p = {.x = {1, 1}, .y = {1, 1}, .margin = {11000, 0, 0, 0}};
	struct gp_passport_sides sides = {.two_sided = true};
	struct kit k = kit_new();
	struct gp_page *page = gp_doc_page(k.doc, width, height);
	const char *said;

	(void)state;
	page->label = "Sheet 3 front";
	kit_box(&k, page, 2, (struct gp_rect){11000, 50000, 100, 100});
	assert_non_null(gp_passport(k.doc, &p, &sides, k.a, k.d));
	p.shift[0].x = 1; /* which moves it to the left */
	assert_null(gp_passport(k.doc, &p, &sides, k.a, k.d));
	said = kit_reports(&k);
	assert_non_null(strstr(said, "Sheet 3 front: a line or an area reaches within 3.88 mm of "
				     "the left edge, but this printer leaves 3.88 mm"));
	kit_free(&k);
}

static void what_a_clip_hides_is_no_ink(void **state)
{
	struct gp_passport p = {.x = {1, 1}, .y = {1, 1}, .margin = {11000, 0, 0, 0}};
	struct gp_passport_sides sides = {.two_sided = true};
	struct kit k = kit_new();
	struct gp_page *page = gp_doc_page(k.doc, width, height);
	struct gp_path *clip = gp_path_new(k.a);
	const struct gp_path_seg *seg;
	size_t n;

	(void)state;
	gp_path_rect(clip, (struct gp_rect){20000, 0, 1000, height});
	seg = gp_path_segs(clip, &n);
	gp_page_begin_clip(page, seg, n);
	kit_box(&k, page, 2, (struct gp_rect){0, 50000, 30000, 100});
	gp_page_end(page);
	assert_non_null(gp_passport(k.doc, &p, &sides, k.a, k.d));
	kit_free(&k);
}

/* A square as far in as gp_passport_margin says is printable; one 0.1 mm farther out is not. */
static void the_margin_for_marks_is_the_least_that_holds(void **state)
{
	struct gp_passport p = usual();
	struct gp_passport_sides sides = {.two_sided = true};
	gp_len m = gp_passport_margin(&p, width, height);
	struct kit k = kit_new();
	int i;

	(void)state;
	for (i = 0; i < 2; i++) {
		struct gp_page *page = gp_doc_page(k.doc, width, height);

		kit_box(&k, page, 2, (struct gp_rect){m, m, width - 2 * m, height - 2 * m});
	}
	assert_non_null(gp_passport(k.doc, &p, &sides, k.a, k.d));
	m -= 283;
	for (i = 0; i < 2; i++) {
		struct gp_page *page = gp_doc_page(k.doc, width, height);

		kit_box(&k, page, 2, (struct gp_rect){m, m, width - 2 * m, height - 2 * m});
	}
	assert_null(gp_passport(k.doc, &p, &sides, k.a, k.d));
	kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shift_and_scale_are_undone_exactly),
		cmocka_unit_test(a_true_printer_changes_nothing),
		cmocka_unit_test(the_back_has_its_own_shift_and_the_wider_margin),
		cmocka_unit_test(a_standing_sheet_is_a_lying_one_turned),
		cmocka_unit_test(runs_keep_their_sum),
		cmocka_unit_test(fronts_and_backs_are_told_apart),
		cmocka_unit_test(ink_in_the_margin_is_named),
		cmocka_unit_test(what_a_clip_hides_is_no_ink),
		cmocka_unit_test(the_margin_for_marks_is_the_least_that_holds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
