/*
 * Placings in numbers, and replay case by case: what stays, what goes, what is cut, what is shared.
 */
#include "press/replay.h"
#include "press_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void a_quarter_turn_is_clockwise(void **state)
{
	struct gp_placing p = {.dx = 1000, .dy = 100, .turn = 1, .num = 1, .den = 1};
	struct gp_point q = gp_placing_point(&p, (struct gp_point){7, 3});
	struct gp_rect r = gp_placing_rect(&p, (struct gp_rect){10, 20, 30, 40});

	(void)state;
	/* what points right comes to point down */
	assert_int_equal(q.x, 997);
	assert_int_equal(q.y, 107);
	assert_true(kit_same(r, (struct gp_rect){940, 110, 40, 30}));
	q = gp_turn((struct gp_point){7, 3}, 3);
	assert_int_equal(q.x, 3);
	assert_int_equal(q.y, -7);
	q = gp_turn((struct gp_point){7, 3}, 6);
	assert_int_equal(q.x, -7);
	assert_int_equal(q.y, -3);
}

static void scale_comes_first_and_rounds_once(void **state)
{
	struct gp_placing p = {.dx = 5, .turn = 0, .num = 2, .den = 3};
	struct gp_point q = gp_placing_point(&p, (struct gp_point){100, -100});

	(void)state;
	assert_int_equal(q.x, 72);
	assert_int_equal(q.y, -67);
	assert_int_equal(gp_placing_len(&p, 9), 6);
}

static void placings_join(void **state)
{
	struct gp_placing half = gp_placing_half_turn(1000, 600), p;
	struct gp_point q;

	(void)state;
	p = gp_placing_then(gp_placing_shift(10, 20), half);
	q = gp_placing_point(&p, (struct gp_point){1, 2});
	assert_int_equal(q.x, 989);
	assert_int_equal(q.y, 578);
	p = gp_placing_then(
		(struct gp_placing){.num = 2, .den = 3}, (struct gp_placing){.num = 3, .den = 4});
	assert_int_equal(p.num, 1);
	assert_int_equal(p.den, 2);
}

/* A page replayed on a sheet that sees and owns one rectangle. */
static struct gp_page *play(struct kit *k, const struct gp_page *from, struct gp_rect part)
{
	struct gp_replay r = {.placing = gp_placing_shift(0, 0), .see = part, .own = part};
	struct gp_page *to = gp_doc_page(k->doc, 100000, 100000);

	gp_replay_page(from, &r, to);
	return to;
}

static const struct gp_rect left_half = {0, 0, 50000, 100000};

static void a_run_seen_whole_shares_its_glyphs(void **state)
{
	struct kit k = kit_new();
	struct gp_page *p = gp_doc_page(k.doc, 100000, 100000), *to;
	struct gp_op *op = kit_text(&k, p, 7, "calf", (struct gp_point){10000, 50000}, 0);

	(void)state;
	to = play(&k, p, left_half);
	assert_int_equal(to->n, 1);
	assert_ptr_equal(to->ops[0]->as.glyphs.g, op->as.glyphs.g);
	assert_ptr_equal(to->ops[0]->as.glyphs.text, op->as.glyphs.text);
	assert_int_equal(to->ops[0]->tag, k.tag);
	assert_int_equal(to->ops[0]->block, 7);
	kit_free(&k);
}

/* "müde" from 36: m 36-41, ü 41-46, d 46-51 crosses the edge at 50, its middle inside, e 51-56. */
static void a_run_is_cut_between_letters(void **state)
{
	struct kit k = kit_new();
	struct gp_page *p = gp_doc_page(k.doc, 100000, 100000), *to;
	const struct gp_op *op;

	(void)state;
	kit_text(&k, p, 1,
		"m\xc3\xbc"
		"de",
		(struct gp_point){36000, 50000}, 0);
	to = play(&k, p, left_half);
	assert_int_equal(to->n, 1);
	assert_int_equal(to->ops[0]->kind, GP_OP_CLIP);
	assert_int_equal(to->ops[0]->as.group.n, 1);
	op = to->ops[0]->as.group.ops[0];
	assert_int_equal(op->artifact, GP_CONTENT);
	assert_int_equal(op->as.glyphs.n, 3);
	assert_int_equal(op->as.glyphs.width, 15000);
	assert_int_equal(op->as.glyphs.origin.x, 36000);
	assert_int_equal(op->as.glyphs.text_len, 4);
	assert_memory_equal(op->as.glyphs.text,
		"m\xc3\xbc"
		"d",
		4);
	assert_int_equal(op->ref.x, 43500);
	/* the rest: d as an artifact, e as content, with its own piece of the text */
	to = play(&k, p, (struct gp_rect){50000, 0, 50000, 100000});
	assert_int_equal(to->n, 2);
	op = to->ops[1];
	assert_int_equal(op->as.glyphs.origin.x, 51000);
	assert_int_equal(op->as.glyphs.g[0].from, 0);
	assert_int_equal(op->as.glyphs.text_len, 1);
	assert_memory_equal(op->as.glyphs.text, "e", 1);
	kit_free(&k);
}

static void a_letter_across_the_edge_is_content_once(void **state)
{
	struct kit k = kit_new();
	struct gp_page *p = gp_doc_page(k.doc, 100000, 100000), *to;
	const struct gp_op *op;

	(void)state;
	kit_text(&k, p, 1, "dx", (struct gp_point){46000, 50000}, 0);
	to = play(&k, p, (struct gp_rect){50000, 0, 50000, 100000});
	assert_int_equal(to->n, 2);
	op = to->ops[0]->as.group.ops[0];
	assert_int_equal(op->artifact, GP_ARTIFACT_LAYOUT);
	assert_int_equal(op->tag, -1);
	assert_memory_equal(op->as.glyphs.text, "d", 1);
	assert_int_equal(to->ops[1]->artifact, GP_CONTENT);
	assert_memory_equal(to->ops[1]->as.glyphs.text, "x", 1);
	kit_free(&k);
}

/* An e with an accent of its own (no bytes) and a line-end hyphen (no bytes either). */
static void marks_stay_with_their_letter_and_hyphens_do_not(void **state)
{
	struct kit k = kit_new();
	struct gp_page *p = gp_doc_page(k.doc, 100000, 100000), *to;
	struct gp_op *op = kit_text(&k, p, 1, "abcd", (struct gp_point){39900, 50000}, 0);
	struct gp_draw_glyph *g = op->as.glyphs.g;

	(void)state;
	g[2].len = 0; /* the accent, on b */
	g[1].len = 2;
	g[3].len = 0;
	g[3].line_hyphen = true;
	/* b with its accent takes 44.9 to 54.9, its middle at 49.9 inside; the hyphen starts
	 * at 54.9 */
	to = play(&k, p, left_half);
	assert_int_equal(to->n, 1);
	op = to->ops[0]->as.group.ops[0];
	assert_int_equal(op->as.glyphs.n, 3);
	assert_int_equal(op->as.glyphs.text_len, 3);
	assert_memory_equal(op->as.glyphs.text, "abc", 3);
	to = play(&k, p, (struct gp_rect){50000, 0, 50000, 100000});
	assert_int_equal(to->n, 2);
	assert_int_equal(to->ops[0]->as.group.ops[0]->artifact, GP_ARTIFACT_LAYOUT);
	assert_true(to->ops[1]->as.glyphs.g[0].line_hyphen);
	assert_int_equal(to->ops[1]->as.glyphs.text_len, 0);
	assert_int_equal(to->ops[1]->artifact, GP_CONTENT);
	kit_free(&k);
}

static void scaled_runs_do_not_drift(void **state)
{
	struct kit k = kit_new();
	struct gp_page *p = gp_doc_page(k.doc, 900000, 100000), *to = gp_doc_page(k.doc, 1, 1);
	struct gp_replay r = {
		.placing = {.num = 1, .den = 7}, .see = GP_EVERYWHERE, .own = GP_EVERYWHERE};
	const struct gp_op_glyphs *g;
	gp_len pen = 0;
	size_t i;

	(void)state;
	kit_text(&k, p, 1, "0123456789012345678901234567890123456789", (struct gp_point){70, 700},
		0);
	gp_replay_page(p, &r, to);
	g = &to->ops[0]->as.glyphs;
	assert_int_equal(g->size, 1429);
	assert_int_equal(g->width, 28571);
	assert_int_equal(g->origin.x, 10);
	for (i = 0; i < g->n; i++)
		pen += g->g[i].advance;
	assert_int_equal(pen, g->width);
	assert_int_equal(p->ops[0]->as.glyphs.g[0].advance, 5000);
	kit_free(&k);
}

static void what_is_outside_goes_and_what_crosses_is_clipped(void **state)
{
	struct kit k = kit_new();
	struct gp_page *p = gp_doc_page(k.doc, 100000, 100000), *to;

	(void)state;
	kit_box(&k, p, 1, (struct gp_rect){10000, 0, 1000, 1000});
	kit_box(&k, p, 2, (struct gp_rect){30000, 0, 30000, 1000});
	kit_picture(&k, p, 3, (struct gp_rect){45000, 0, 30000, 1000});
	kit_picture(&k, p, 4, (struct gp_rect){50000, 0, 1000, 1000});
	kit_link(&k, p, 5, (struct gp_rect){40000, 0, 15000, 1000}, "https://example.org/");
	kit_link(&k, p, 6, (struct gp_rect){40000, 0, 40000, 1000}, "https://example.org/");
	to = play(&k, p, left_half);
	assert_int_equal(to->n, 3);
	assert_int_equal(to->ops[0]->block, 1);
	/* the two that cross share a clip; one of them belongs elsewhere */
	assert_int_equal(to->ops[1]->kind, GP_OP_CLIP);
	assert_int_equal(to->ops[1]->as.group.n, 2);
	assert_int_equal(to->ops[1]->as.group.ops[0]->artifact, GP_CONTENT);
	assert_int_equal(to->ops[1]->as.group.ops[1]->artifact, GP_ARTIFACT_LAYOUT);
	/* a link is cut to what is seen; one that belongs elsewhere is not there */
	assert_int_equal(to->ops[2]->block, 5);
	assert_true(kit_same(to->ops[2]->as.link.box, (struct gp_rect){40000, 0, 10000, 1000}));
	kit_free(&k);
}

static void groups_are_kept_when_something_is_in_them(void **state)
{
	struct kit k = kit_new();
	struct gp_page *p = gp_doc_page(k.doc, 100000, 100000), *to;

	(void)state;
	gp_page_begin_alpha(p, 40);
	kit_begin_clip(&k, p, (struct gp_rect){60000, 0, 9000, 9000});
	kit_box(&k, p, 1, (struct gp_rect){60000, 0, 9000, 9000});
	gp_page_end(p);
	kit_box(&k, p, 2, (struct gp_rect){0, 0, 9000, 9000});
	gp_page_end(p);
	to = play(&k, p, left_half);
	assert_int_equal(to->n, 1);
	assert_int_equal(to->ops[0]->kind, GP_OP_ALPHA);
	assert_int_equal(to->ops[0]->as.group.alpha, 40);
	assert_int_equal(to->ops[0]->as.group.n, 1);
	assert_int_equal(to->ops[0]->as.group.ops[0]->block, 2);
	kit_free(&k);
}

/* A picture larger than the clip around it: only what shows counts for the edge. */
static void a_clip_bounds_what_crosses(void **state)
{
	struct kit k = kit_new();
	struct gp_page *p = gp_doc_page(k.doc, 100000, 100000), *to;

	(void)state;
	kit_begin_clip(&k, p, (struct gp_rect){10000, 0, 20000, 20000});
	kit_picture(&k, p, 1, (struct gp_rect){0, 0, 70000, 20000});
	gp_page_end(p);
	to = play(&k, p, left_half);
	assert_int_equal(to->n, 1);
	assert_int_equal(to->ops[0]->as.group.n, 1);
	assert_int_equal(to->ops[0]->as.group.ops[0]->kind, GP_OP_PICTURE);
	to = play(&k, p, (struct gp_rect){50000, 0, 50000, 100000});
	assert_int_equal(to->n, 0);
	assert_true(gp_replay_is_clear(p, (struct gp_rect){40000, 0, 20000, 20000}));
	assert_false(gp_replay_is_clear(p, (struct gp_rect){29000, 0, 2000, 2000}));
	kit_free(&k);
}

static void pictures_and_turned_text_turn_on(void **state)
{
	struct kit k = kit_new();
	struct gp_page *p = gp_doc_page(k.doc, 100000, 100000), *to = gp_doc_page(k.doc, 1, 1);
	struct gp_replay r = {.placing = gp_placing_half_turn(100000, 100000),
		.see = GP_EVERYWHERE,
		.own = GP_EVERYWHERE};

	(void)state;
	kit_text(&k, p, 1, "up", (struct gp_point){30000, 40000}, 3);
	kit_picture(&k, p, 2, (struct gp_rect){0, 0, 20000, 10000})->as.picture.turn = 1;
	gp_replay_page(p, &r, to);
	assert_int_equal(to->ops[0]->as.glyphs.turn, 1);
	assert_int_equal(to->ops[0]->as.glyphs.origin.x, 70000);
	assert_int_equal(to->ops[0]->as.glyphs.origin.y, 60000);
	assert_int_equal(to->ops[1]->as.picture.turn, 3);
	assert_true(
		kit_same(to->ops[1]->as.picture.box, (struct gp_rect){80000, 90000, 20000, 10000}));
	kit_free(&k);
}

static void what_is_drawn_knows_where_it_is_read(void **state)
{
	struct kit k = kit_new();
	struct gp_page *p = gp_doc_page(k.doc, 100000, 100000), *to = gp_doc_page(k.doc, 1, 1);
	struct gp_replay r = {
		.placing = gp_placing_shift(0, 0), .see = left_half, .own = left_half, .order = 7};

	(void)state;
	kit_text(&k, p, 1, "calves", (struct gp_point){35000, 20000},
		0);                                          /* three letters are left */
	kit_box(&k, p, 2, (struct gp_rect){60000, 0, 9, 9}); /* gone */
	kit_box(&k, p, 3, (struct gp_rect){0, 0, 9, 9});
	assert_int_equal(gp_replay_steps(p), 8);
	gp_replay_page(p, &r, to);
	assert_int_equal(to->n, 2);
	assert_int_equal(to->ops[0]->order, 7);
	assert_int_equal(to->ops[0]->order_end, 10);
	assert_int_equal(to->ops[1]->order, 14);
	assert_int_equal(to->ops[1]->order_end, 15);
	/* drawn once more without numbers, operations keep what they have */
	p = to;
	to = gp_doc_page(k.doc, 1, 1);
	r.see = r.own = (struct gp_rect){40000, 0, 10000, 100000};
	r.order = 0;
	gp_replay_page(p, &r, to);
	assert_int_equal(to->n, 1);
	assert_int_equal(to->ops[0]->order, 8);
	assert_int_equal(to->ops[0]->order_end, 10);
	kit_free(&k);
}

static bool only_page_0(const void *user, int32_t page, struct gp_point at, int32_t *to_page,
	struct gp_point *to_at)
{
	(void)user;
	*to_page = page + 5;
	*to_at = (struct gp_point){at.x + 1, at.y};
	return page == 0;
}

static void links_and_outline_lead_somewhere(void **state)
{
	struct kit k = kit_new();
	struct gp_page *p = gp_doc_page(k.doc, 100000, 100000), *to;
	struct gp_replay r = {
		.placing = gp_placing_shift(0, 0), .see = GP_EVERYWHERE, .own = GP_EVERYWHERE};
	struct gp_doc *out;

	(void)state;
	gp_doc_anchor(k.doc, "here", 0, (struct gp_point){1, 2});
	gp_doc_anchor(k.doc, "gone", 1, (struct gp_point){1, 2});
	gp_doc_outline(k.doc, 1, "Gone", "gone");
	gp_doc_outline(k.doc, 2, "Here", "here");
	kit_link(&k, p, 1, (struct gp_rect){0, 0, 9, 9}, "#here");
	kit_link(&k, p, 2, (struct gp_rect){0, 0, 9, 9}, "#gone");
	kit_link(&k, p, 3, (struct gp_rect){0, 0, 9, 9}, "https://example.org/");
	k.doc->title = "Soft calves";
	out = gp_replay_doc(k.doc, k.a);
	assert_string_equal(out->title, "Soft calves");
	assert_ptr_equal(out->tags, k.doc->tags);
	gp_replay_anchors(k.doc, out, only_page_0, NULL);
	assert_int_equal(gp_doc_find(out, "here")->page, 5);
	assert_int_equal(gp_doc_find(out, "here")->at.x, 2);
	assert_int_equal(gp_doc_find(out, "gone")->page, -1);
	assert_int_equal(out->n_outline, 1);
	assert_int_equal(out->outline[0].level, 1);
	to = gp_doc_page(out, 1, 1);
	r.doc = out;
	gp_replay_page(p, &r, to);
	assert_int_equal(to->n, 2);
	assert_int_equal(to->ops[0]->block, 1);
	assert_int_equal(to->ops[1]->block, 3);
	/* a tag added to the new document does not write into the old one */
	gp_doc_tag(out, GP_TAG_P, 0);
	assert_ptr_not_equal(out->tags, k.doc->tags);
	kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_quarter_turn_is_clockwise),
		cmocka_unit_test(scale_comes_first_and_rounds_once),
		cmocka_unit_test(placings_join),
		cmocka_unit_test(a_run_seen_whole_shares_its_glyphs),
		cmocka_unit_test(a_run_is_cut_between_letters),
		cmocka_unit_test(a_letter_across_the_edge_is_content_once),
		cmocka_unit_test(marks_stay_with_their_letter_and_hyphens_do_not),
		cmocka_unit_test(scaled_runs_do_not_drift),
		cmocka_unit_test(what_is_outside_goes_and_what_crosses_is_clipped),
		cmocka_unit_test(groups_are_kept_when_something_is_in_them),
		cmocka_unit_test(a_clip_bounds_what_crosses),
		cmocka_unit_test(pictures_and_turned_text_turn_on),
		cmocka_unit_test(what_is_drawn_knows_where_it_is_read),
		cmocka_unit_test(links_and_outline_lead_somewhere),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
