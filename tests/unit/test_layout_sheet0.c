/*
 * Page 0: put before all others, whatever the number of sheets or tiles nothing leaves the paper or
 * lies on another miniature, and its ruler is 100 mm long.
 */
#include "layout_kit.h"

#include "layout/layout.h"
#include "layout/sheet0.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct layout_kit kit;
static struct gp_job *job;
static const struct gp_paper *a4, *a2;

static int open_kit(void **state)
{
	(void)state;
	job = kit_job(&kit, &(struct kit_parts){.title = "Print"});
	a4 = gp_style_paper(job->style, "a4");
	a2 = gp_style_paper(job->style, "a2");
	return 0;
}

static int close_kit(void **state)
{
	(void)state;
	kit_close(&kit);
	return 0;
}

static bool lies_in(struct gp_rect r, struct gp_rect box)
{
	return r.x >= box.x && r.y >= box.y && r.x + r.w <= box.x + box.w &&
	       r.y + r.h <= box.y + box.h;
}

/* What home printers can print on. */
static struct gp_rect safe(const struct gp_paper *p)
{
	return gp_rect_grow((struct gp_rect){0, 0, p->width, p->height}, -GP_MM(5));
}

static void find_ruler(const struct gp_op *op, void *user)
{
	unsigned *n = user;

	*n += op->kind == GP_OP_PATH && op->ink.w == GP_MM(100);
}

static void assert_page(const struct gp_sheet0 *s, const struct gp_paper *paper)
{
	unsigned rulers = 0;
	size_t i, k;

	assert_ptr_equal(job->doc->pages[0], s->page);
	assert_int_equal(s->page->number, 0);
	assert_non_null(s->page->label);
	assert_true(lies_in(gp_page_ink(s->page), safe(paper)));
	gp_page_each(s->page, find_ruler, &rulers);
	assert_int_equal(rulers, 1);
	for (i = 0; i < s->n; i++) {
		assert_true(s->miniatures[i].box.w > 0 && s->miniatures[i].box.h > 0);
		assert_true(lies_in(s->miniatures[i].box, safe(paper)));
		assert_in_range(s->miniatures[i].page, 1, job->doc->n_pages - 1);
		for (k = 0; k < i; k++)
			assert_true(gp_rect_is_empty(
				gp_rect_common(s->miniatures[i].box, s->miniatures[k].box)));
	}
}

/* Sheets of a booklet whose pages are all there is, over and over. */
static void pages_of(const void *user, unsigned sheet, size_t pages[4])
{
	const struct gp_doc *doc = user;
	size_t i;

	for (i = 0; i < 4; i++)
		pages[i] = 1 + (4 * sheet + i) % (doc->n_pages - 1);
}

static void test_booklet(void **state)
{
	static const unsigned sheets[] = {1, 2, 7, 10, 16};
	struct gp_sheet0_booklet how = {.paper = a4, .paper_name = "A4", .pages_of = pages_of};
	struct gp_sheet0 s;
	size_t i, pages;

	(void)state;
	for (i = 0; i < sizeof sheets / sizeof *sheets; i++) {
		assert_non_null(gp_layout_booklet(job, 4));
		pages = job->doc->n_pages;
		how.user = job->doc;
		how.sheets = sheets[i];
		how.flip_long = i % 2;
		s = gp_sheet0_booklet(job, &how);
		assert_int_equal(job->doc->n_pages, pages + 1);
		assert_int_equal(s.n, 4 * sheets[i]);
		assert_page(&s, a4);
	}
	assert_int_equal(gp_diag_count(kit.t.diag, GP_ERROR), 0);
}

/* Pages move by one, and what leads to them with them. */
static void test_anchors_move(void **state)
{
	struct gp_sheet0_booklet how = {
		.paper = a4, .paper_name = "A4", .pages_of = pages_of, .sheets = 2};
	const struct gp_page *was;
	int32_t page;

	(void)state;
	assert_non_null(gp_layout_booklet(job, 4));
	page = gp_doc_find(job->doc, "what")->page;
	was = job->doc->pages[page];
	how.user = job->doc;
	gp_sheet0_booklet(job, &how);
	assert_int_equal(gp_doc_find(job->doc, "what")->page, page + 1);
	assert_ptr_equal(job->doc->pages[page + 1], was);
}

/* Faces share out the poster evenly. */
static struct gp_rect face(const void *user, unsigned row, unsigned column)
{
	const struct gp_sheet0_poster *how = user;
	gp_len w = how->whole.w / (gp_len)how->columns, h = how->whole.h / (gp_len)how->rows;

	return (struct gp_rect){
		how->whole.x + (gp_len)column * w, how->whole.y + (gp_len)row * h, w, h};
}

static void test_poster(void **state)
{
	static const unsigned tiles[][2] = {{1, 3}, {2, 2}, {3, 3}, {5, 4}};
	struct gp_sheet0 s;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof tiles / sizeof *tiles; i++) {
		struct gp_sheet0_poster how = {.paper = a4,
			.paper_name = "A4",
			.rows = tiles[i][0],
			.columns = tiles[i][1],
			.face = face,
			.glue = GP_MM(9),
			.read_at = 28};

		assert_non_null(gp_layout_poster(job, a2));
		how.whole = gp_rect_grow((struct gp_rect){0, 0, a2->width, a2->height}, -GP_MM(15));
		how.user = &how;
		s = gp_sheet0_poster(job, &how);
		assert_int_equal(s.n, 1);
		assert_page(&s, a4);
		/* the map of the tiles lies on the miniature */
		assert_true(
			lies_in(gp_page_ink(s.over), gp_rect_grow(s.miniatures[0].box, GP_MM(1))));
	}
	assert_int_equal(gp_diag_count(kit.t.diag, GP_ERROR), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_booklet, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_anchors_move, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_poster, open_kit, close_kit),
	};

	return cmocka_run_group_tests_name("layout_sheet0", tests, NULL, NULL);
}
