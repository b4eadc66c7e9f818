/*
 * Print shop pages: boxes, where marks stand, what is kept of the art, what is refused.
 */
#include "press/marks.h"
#include "press_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct gp_marks usual(void)
{
	return (struct gp_marks){.bleed = GP_MM(3),
		.crop = true,
		.registration = true,
		.lengths = gp_press_lengths_usual()};
}

static struct kit one_page(void)
{
	struct kit k = kit_new();
	struct gp_page *p = gp_doc_page(k.doc, GP_MM(148), GP_MM(210));

	p->number = 7;
	kit_text(&k, p, 1, "calf", (struct gp_point){50000, 60000}, 0);
	/* a tab that reaches 5 mm over the right edge */
	kit_box(&k, p, 2, (struct gp_rect){GP_MM(140), GP_MM(20), GP_MM(13), GP_MM(21)});
	gp_doc_anchor(k.doc, "top", 0, (struct gp_point){10, 20});
	return k;
}

static void the_media_grows_around_trim_and_bleed(void **state)
{
	struct kit k = one_page();
	struct gp_marks how = usual();
	struct gp_doc *doc = gp_marks(k.doc, &how, k.a, k.d);
	const struct gp_page *p = doc->pages[0];
	gp_len room = GP_MM(8) + GP_PT(3);

	(void)state;
	assert_int_equal(p->width, GP_MM(148) + 2 * room);
	assert_int_equal(p->height, GP_MM(210) + 2 * room);
	assert_true(p->has_trim);
	assert_true(kit_same(p->trim, (struct gp_rect){room, room, GP_MM(148), GP_MM(210)}));
	assert_true(kit_same(p->bleed, gp_rect_grow(p->trim, GP_MM(3))));
	assert_int_equal(p->number, 7);
	assert_int_equal(p->ops[0]->as.glyphs.origin.x, 50000 + room);
	assert_int_equal(gp_doc_find(doc, "top")->at.y, 20 + room);
	kit_free(&k);
}

static void art_ends_with_the_bleed(void **state)
{
	struct kit k = one_page();
	struct gp_marks how = usual();
	const struct gp_page *p = gp_marks(k.doc, &how, k.a, k.d)->pages[0];

	(void)state;
	assert_int_equal(p->ops[1]->kind, GP_OP_CLIP);
	assert_int_equal(p->ops[1]->ink.x + p->ops[1]->ink.w, p->bleed.x + p->bleed.w);
	assert_int_equal(p->ops[1]->as.group.ops[0]->artifact, GP_CONTENT);
	kit_free(&k);
}

struct tally {
	const struct gp_page *p;
	unsigned lines, rings;
};

static void look(const struct gp_op *op, void *user)
{
	struct tally *t = user;
	struct gp_rect media = {0, 0, t->p->width, t->p->height};

	if (op->artifact != GP_ARTIFACT_PAGE)
		return;
	/* a mark may end where the bleed begins; its stroke is half a line wide around its end */
	assert_true(gp_rect_is_empty(gp_rect_common(
		op->ink, gp_rect_grow(t->p->bleed, -gp_press_lengths_usual().line))));
	assert_true(gp_rect_holds(media, op->ink));
	if (op->as.path.n == 2)
		t->lines++;
	else
		t->rings++;
}

static struct tally count(struct kit *k, const struct gp_marks *how)
{
	const struct gp_doc *doc = gp_marks(k->doc, how, k->a, k->d);
	struct tally t = {.p = doc->pages[0]};

	gp_page_each(t.p, look, &t);
	return t;
}

static void marks_stand_outside_the_bleed(void **state)
{
	struct kit k = one_page();
	struct gp_marks how = usual();
	struct tally t = count(&k, &how);

	(void)state;
	assert_int_equal(t.lines, 8 + 8);
	assert_int_equal(t.rings, 4);
	how.registration = false;
	t = count(&k, &how);
	assert_int_equal(t.lines, 8);
	assert_int_equal(t.rings, 0);
	how.crop = false;
	t = count(&k, &how);
	assert_int_equal(t.lines, 0);
	assert_true(kit_same(t.p->bleed, (struct gp_rect){0, 0, t.p->width, t.p->height}));
	kit_free(&k);
}

static void crop_marks_point_at_the_corner(void **state)
{
	struct kit k = one_page();
	struct gp_marks how = usual();
	const struct gp_page *p = gp_marks(k.doc, &how, k.a, k.d)->pages[0];
	const struct gp_path_seg *s = p->ops[2]->as.path.seg;

	(void)state;
	assert_int_equal(s[0].p[0].y, p->trim.y);
	assert_int_equal(s[1].p[0].y, p->trim.y);
	assert_int_equal(s[0].p[0].x, p->trim.x - GP_MM(3));
	assert_int_equal(s[1].p[0].x, p->trim.x - GP_MM(3) - GP_MM(5));
	kit_free(&k);
}

static void silly_lengths_are_refused(void **state)
{
	struct kit k = one_page();
	struct gp_marks how = usual();

	(void)state;
	how.bleed = GP_MM(40);
	assert_null(gp_marks(k.doc, &how, k.a, k.d));
	assert_string_equal(kit_reports(&k),
		"guidepress: error: a bleed of 40 mm is not usual; name 0 to "
		"25 mm (printers ask for 3)\n");
	how = usual();
	how.lengths.crop_mark = GP_MM(0.5);
	assert_null(gp_marks(k.doc, &how, k.a, k.d));
	assert_string_equal(kit_reports(&k),
		"guidepress: error: crop marks 0.5 mm long cannot be seen or "
		"printed; name 2 to 20 mm\n");
	/* without marks their length does not matter */
	how.crop = how.registration = false;
	assert_non_null(gp_marks(k.doc, &how, k.a, k.d));
	kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_media_grows_around_trim_and_bleed),
		cmocka_unit_test(art_ends_with_the_bleed),
		cmocka_unit_test(marks_stand_outside_the_bleed),
		cmocka_unit_test(crop_marks_point_at_the_corner),
		cmocka_unit_test(silly_lengths_are_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
