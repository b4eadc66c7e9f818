/*
 * Display lists: boxes and reference points of what is drawn, groups, walks, anchors, the dump.
 */
#include "draw/list.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct gp_arena *arena;
static struct gp_doc *doc;
static struct gp_page *page;
static const struct gp_origin origin = {GP_CONTENT, 0, 3, {0, 0}};

static int begin(void **state)
{
	(void)state;
	arena = gp_arena_new();
	doc = gp_doc_new(arena);
	page = gp_doc_page(doc, 1000, 2000);
	return 0;
}

static int end(void **state)
{
	(void)state;
	gp_arena_free(arena);
	return 0;
}

static struct gp_op_path box_path(gp_len x, gp_len y, gp_len w, gp_len h)
{
	struct gp_path *path = gp_path_new(arena);
	struct gp_op_path op = {.fill = true};

	gp_path_rect(path, (struct gp_rect){x, y, w, h});
	op.seg = gp_path_segs(path, &op.n);
	return op;
}

static void assert_rect(struct gp_rect r, gp_len x, gp_len y, gp_len w, gp_len h)
{
	assert_int_equal(r.x, x);
	assert_int_equal(r.y, y);
	assert_int_equal(r.w, w);
	assert_int_equal(r.h, h);
}

static void test_ink(void **state)
{
	struct gp_op_path path = box_path(100, 200, 50, 80);
	struct gp_op_picture picture = {.box = {10, 20, 30, 40}, .alpha = 100};
	struct gp_op *op = gp_page_path(page, &origin, &path);

	(void)state;
	assert_rect(op->ink, 100, 200, 50, 80);
	assert_int_equal(op->ref.x, 125);
	assert_int_equal(op->ref.y, 240);
	assert_int_equal(op->block, 3);
	/* half of the stroke lies outside of the path */
	path.stroke = true;
	path.width = 10;
	assert_rect(gp_page_path(page, &origin, &path)->ink, 95, 195, 60, 90);
	assert_rect(gp_page_picture(page, &origin, &picture)->ink, 10, 20, 30, 40);
	assert_rect(gp_page_ink(page), 10, 20, 145, 265);
	path.n = 0;
	path.stroke = false;
	assert_true(gp_rect_is_empty(gp_page_path(page, &origin, &path)->ink));
}

/* A link is no ink: it makes no page fuller. */
static void test_links(void **state)
{
	struct gp_op_link link = {.box = {500, 500, 100, 100}, .contents = "there"};
	struct gp_op_path path = box_path(0, 0, 10, 10);

	(void)state;
	gp_page_path(page, &origin, &path);
	assert_rect(gp_page_link(page, &origin, &link)->ink, 500, 500, 100, 100);
	assert_rect(gp_page_ink(page), 0, 0, 10, 10);
}

static void test_circle(void **state)
{
	struct gp_path *path = gp_path_new(arena);
	struct gp_op_path op = {.fill = true};

	(void)state;
	gp_path_circle(path, (struct gp_point){300, 400}, 50);
	op.seg = gp_path_segs(path, &op.n);
	assert_int_equal(op.seg[0].verb, GP_MOVE);
	assert_int_equal(op.seg[op.n - 1].verb, GP_CLOSE);
	assert_rect(gp_page_path(page, &origin, &op)->ink, 250, 350, 100, 100);
}

static void count(const struct gp_op *op, void *user)
{
	int *n = user;

	assert_true(op->kind != GP_OP_CLIP && op->kind != GP_OP_ALPHA);
	n[op->as.path.fill]++;
}

/* Groups hold their children, the clip bounds what they ink, and walks enter them. */
static void test_groups(void **state)
{
	struct gp_op_path wide = box_path(0, 0, 600, 600), clip = box_path(100, 100, 50, 50);
	int n[2] = {0, 0};

	(void)state;
	gp_page_begin_clip(page, clip.seg, clip.n);
	gp_page_begin_alpha(page, 40);
	gp_page_path(page, &origin, &wide);
	gp_page_end(page);
	gp_page_path(page, &origin, &wide);
	gp_page_end(page);
	assert_int_equal(page->n, 1);
	assert_int_equal(page->ops[0]->kind, GP_OP_CLIP);
	assert_int_equal(page->ops[0]->as.group.n, 2);
	assert_rect(page->ops[0]->ink, 100, 100, 50, 50);
	assert_rect(page->ops[0]->as.group.ops[0]->ink, 0, 0, 600, 600);
	assert_rect(gp_page_ink(page), 100, 100, 50, 50);
	gp_page_each(page, count, n);
	assert_int_equal(n[1], 2);
	assert_int_equal(n[0], 0);
}

/* Many anchors: each is found, the last place holds, the order of first mention stays. */
static void test_anchors(void **state)
{
	enum { MANY = 500 };
	int32_t i;

	(void)state;
	assert_null(gp_doc_find(doc, "a0"));
	for (i = 0; i < MANY; i++)
		gp_doc_anchor(doc, gp_arena_printf(arena, "a%d", i), i, (struct gp_point){i, 0});
	gp_doc_anchor(doc, "a7", 99, (struct gp_point){1, 2});
	assert_int_equal(doc->n_anchors, MANY);
	for (i = 0; i < MANY; i++) {
		const struct gp_anchor_def *a = gp_doc_find(doc, gp_arena_printf(arena, "a%d", i));

		assert_ptr_equal(a, &doc->anchors[i]);
		assert_int_equal(a->page, i == 7 ? 99 : i);
	}
	assert_null(gp_doc_find(doc, "b"));
}

static char *dump(void)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);

	gp_doc_dump(doc, out);
	fclose(out);
	return text;
}

/* The dump shows what there is, once, and changes when a page does. */
static void test_dump(void **state)
{
	struct gp_op_path path = box_path(11, 22, 33, 44);
	char *before, *after;

	(void)state;
	doc->tags[gp_doc_tag(doc, GP_TAG_FIGURE, 0)].alt = "A \"calf\"";
	gp_doc_anchor(doc, "here", 0, (struct gp_point){5, 6});
	gp_doc_outline(doc, 1, "Here", "here");
	before = dump();
	gp_page_path(page, &origin, &path);
	after = dump();
	assert_string_not_equal(before, after);
	assert_null(strstr(before, "M11,22"));
	assert_non_null(strstr(after, "M11,22"));
	assert_non_null(strstr(after, "Figure"));
	assert_non_null(strstr(after, "A \\\"calf\\\""));
	assert_non_null(strstr(after, "anchor here"));
	assert_non_null(strstr(after, "page 0 1000x2000"));
	free(before);
	free(after);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_ink, begin, end),
		cmocka_unit_test_setup_teardown(test_links, begin, end),
		cmocka_unit_test_setup_teardown(test_circle, begin, end),
		cmocka_unit_test_setup_teardown(test_groups, begin, end),
		cmocka_unit_test_setup_teardown(test_anchors, begin, end),
		cmocka_unit_test_setup_teardown(test_dump, begin, end),
	};

	return cmocka_run_group_tests_name("draw", tests, NULL, NULL);
}
