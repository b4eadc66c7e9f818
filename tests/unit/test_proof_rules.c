/*
 * The rules of proof on pages made to break them one by one: each is reported once, with its page,
 * and the same page a little better is not.
 */
#include "proof/proof.h"

#include "unit/test_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

struct scene {
	struct text_kit t;
	struct gp_doc *doc;
	struct gp_page *page;
	struct gp_proof p;
};

static const struct gp_colour_rgb black = {.r = 0}, white = {.r = 255, .g = 255, .b = 255};

static struct scene begin(void)
{
	struct scene s = {.t = text_kit_new()};

	s.doc = gp_doc_new(s.t.a);
	s.page = gp_doc_page(s.doc, GP_MM(100), GP_MM(100));
	s.page->number = 7;
	s.p = gp_proof_usual(s.doc, s.t.f, NULL);
	return s;
}

/* A letter of this size that inks the square above and right of its origin. */
static void put_word(struct scene *s, struct gp_point at, gp_len size, struct gp_colour_rgb c)
{
	struct gp_draw_glyph *g = GP_NEW(s->t.a, struct gp_draw_glyph);
	struct gp_origin o = {.artifact = GP_CONTENT, .block = 1};
	struct gp_op_glyphs op = {.font = s->t.lato,
		.size = size,
		.colour = c,
		.origin = at,
		.text = "H",
		.text_len = 1,
		.g = g,
		.n = 1,
		.width = size};

	*g = (struct gp_draw_glyph){.id = 1, .advance = size, .natural = size, .len = 1};
	gp_page_glyphs(s->page, &o, &op, (struct gp_rect){at.x, at.y - size, size, size});
}

static void put_box(struct scene *s, struct gp_rect r, struct gp_colour_rgb c)
{
	struct gp_path *path = gp_path_new(s->t.a);
	struct gp_op_path op = {.fill = true, .fill_colour = c};
	struct gp_origin o = {.artifact = GP_ARTIFACT_BACKGROUND, .tag = -1};

	gp_path_rect(path, r);
	op.seg = gp_path_segs(path, &op.n);
	gp_page_path(s->page, &o, &op);
}

/* The only picture, 300 pixels square, of block 2. */
static void put_picture(struct scene *s, struct gp_rect box)
{
	static struct gp_picture square = {.path = "square.png", .width = 300, .height = 300};
	static struct gp_picture *const all[] = {&square};
	struct gp_origin o = {.artifact = GP_CONTENT, .block = 2};
	struct gp_op_picture op = {.box = box, .alpha = 100};

	s->p.pictures = all;
	gp_page_picture(s->page, &o, &op);
}

/* What the rules say of the page, which ends the scene. */
static void says_nothing(struct scene *s)
{
	gp_proof_check(&s->p, s->t.d);
	assert_string_equal(text_kit_said(&s->t), "");
	text_kit_free(&s->t);
}

static void says_one(struct scene *s, const char *expected)
{
	unsigned n;

	gp_proof_check(&s->p, s->t.d);
	n = gp_diag_count(s->t.d, GP_ERROR);
	if (n != 1)
		fail_msg("%u errors: %s", n, text_kit_said(&s->t));
	assert_non_null(strstr(text_kit_said(&s->t), expected));
	text_kit_free(&s->t);
}

/* --- edges ----------------------------------------------------------------------------------- */

static void edges_stay_white(void **state)
{
	struct scene s = begin();

	(void)state;
	put_word(&s, (struct gp_point){GP_MM(5), GP_MM(95)}, GP_PT(10), black);
	says_nothing(&s);
	s = begin();
	put_word(&s, (struct gp_point){GP_MM(4), GP_MM(90)}, GP_PT(10), black);
	says_one(&s, "page 7: this lies within 5 mm of the edge");
	s = begin();
	put_word(&s, (struct gp_point){GP_MM(90), GP_MM(96)}, GP_PT(10), black);
	says_one(&s, "page 7: this lies within 5 mm of the edge");
	s = begin();
	s.p.safe = 0;
	put_word(&s, (struct gp_point){GP_MM(4), GP_MM(90)}, GP_PT(10), black);
	says_nothing(&s);
}

static void nothing_sticks_out(void **state)
{
	const struct gp_rect wide = {-GP_MM(3), 0, GP_MM(106), GP_MM(100)};
	struct scene s = begin();

	(void)state;
	put_box(&s, wide, white);
	says_one(&s, "page 7: this sticks out over the edge");
	s = begin();
	s.p.safe = 0;
	s.p.over = GP_MM(3); /* bleed */
	put_box(&s, wide, white);
	says_nothing(&s);
}

/* --- contrast -------------------------------------------------------------------------------- */

static void words_stand_out_from_what_is_under_them(void **state)
{
	const struct gp_colour_rgb grey = {.r = 0x77, .g = 0x77, .b = 0x77};
	const struct gp_rect all = {GP_MM(10), GP_MM(10), GP_MM(80), GP_MM(80)};
	const struct gp_point at = {GP_MM(20), GP_MM(50)};
	struct scene s = begin();

	(void)state;
	put_word(&s, at, GP_PT(10), grey);
	says_one(&s, "page 7: these words have a contrast of only 4.4 to 1 against what lies under "
		     "them, 7.0 are needed");
	s = begin();
	put_word(&s, at, GP_PT(18), (struct gp_colour_rgb){.r = 0x70, .g = 0x70, .b = 0x70});
	says_nothing(&s); /* 4.9 to 1 is enough for large ones */
	s = begin();
	put_box(&s, all, black);
	put_word(&s, at, GP_PT(10), black);
	says_one(&s, "a contrast of only 1.0 to 1");
	s = begin();
	put_box(&s, all, black);
	put_word(&s, at, GP_PT(10), white);
	says_nothing(&s);
	s = begin(); /* a box beside the words is not under them */
	put_box(&s, (struct gp_rect){GP_MM(60), GP_MM(10), GP_MM(20), GP_MM(20)}, black);
	put_word(&s, at, GP_PT(10), black);
	says_nothing(&s);
}

/* --- pictures and overlap -------------------------------------------------------------------- */

static void pictures_have_pixels_enough(void **state)
{
	struct scene s = begin();

	(void)state;
	put_picture(&s, (struct gp_rect){GP_MM(10), GP_MM(10), GP_MM(38), GP_MM(38)});
	says_nothing(&s); /* 300 pixels on 38 mm: 200 dpi */
	s = begin();
	put_picture(&s, (struct gp_rect){GP_MM(10), GP_MM(10), GP_MM(50), GP_MM(50)});
	says_one(&s, "page 7: this picture has only 152 pixels to the inch");
}

static void words_lie_on_nothing(void **state)
{
	struct scene s = begin();

	(void)state;
	put_word(&s, (struct gp_point){GP_MM(20), GP_MM(50)}, GP_PT(10), black);
	put_word(&s, (struct gp_point){GP_MM(20) + GP_PT(5), GP_MM(50)}, GP_PT(10), black);
	says_one(&s, "page 7: these words lie on other words or on a picture");
	s = begin(); /* touching is no overlap */
	put_word(&s, (struct gp_point){GP_MM(20), GP_MM(50)}, GP_PT(10), black);
	put_word(&s, (struct gp_point){GP_MM(20) + GP_PT(10), GP_MM(50)}, GP_PT(10), black);
	says_nothing(&s);
	s = begin();
	put_picture(&s, (struct gp_rect){GP_MM(10), GP_MM(10), GP_MM(30), GP_MM(30)});
	put_word(&s, (struct gp_point){GP_MM(20), GP_MM(30)}, GP_PT(10), black);
	says_one(&s, "page 7: these words lie on other words or on a picture");
}

/* What a clip hides is not printed, so no rule speaks of it. */
static void hidden_ink_counts_for_nothing(void **state)
{
	struct scene s = begin();
	struct gp_path *path = gp_path_new(s.t.a);
	const struct gp_path_seg *seg;
	size_t n;

	(void)state;
	gp_path_rect(path, (struct gp_rect){GP_MM(10), GP_MM(10), GP_MM(20), GP_MM(20)});
	seg = gp_path_segs(path, &n);
	gp_page_begin_clip(s.page, seg, n);
	put_box(&s, (struct gp_rect){-GP_MM(3), 0, GP_MM(106), GP_MM(100)}, black);
	gp_page_end(s.page);
	put_word(&s, (struct gp_point){GP_MM(50), GP_MM(50)}, GP_PT(10), black);
	says_nothing(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(edges_stay_white),
		cmocka_unit_test(nothing_sticks_out),
		cmocka_unit_test(words_stand_out_from_what_is_under_them),
		cmocka_unit_test(pictures_have_pixels_enough),
		cmocka_unit_test(words_lie_on_nothing),
		cmocka_unit_test(hidden_ink_counts_for_nothing),
	};

	return cmocka_run_group_tests_name("proof_rules", tests, NULL, NULL);
}
