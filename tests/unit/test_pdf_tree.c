/* The structure tree: which elements there are, in which order, with what in them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/sample.h"

#include <stdio.h>
#include <stdlib.h>

struct fixture {
	struct sample s;
	gp_tag sect;
	char *out; /* the file, bytes that are no text made spaces, NUL after it */
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	sample_init(&f->s);
	sample_page(&f->s);
	f->sect = sample_tag(&f->s, GP_TAG_SECT, 0);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	sample_done(&f->s);
	free(f->out);
	free(f);
	return 0;
}

static void make(struct fixture *f)
{
	struct gp_bytes file;
	size_t i;

	assert_true(sample_make(&f->s, &file));
	free(f->out);
	f->out = malloc(file.len + 1);
	assert_non_null(f->out);
	for (i = 0; i < file.len; i++)
		f->out[i] = file.data[i] < ' ' || file.data[i] > '~' ? ' ' : (char)file.data[i];
	f->out[file.len] = '\0';
}

static bool has(const struct fixture *f, const char *text)
{
	return strstr(f->out, text) != NULL;
}

static size_t count(const struct fixture *f, const char *text)
{
	const char *p = f->out;
	size_t n = 0;

	while ((p = strstr(p, text))) {
		n++;
		p += strlen(text);
	}
	return n;
}

/* Number of the object that holds the text, and the K array in it. */
static unsigned holder(const struct fixture *f, const char *text)
{
	const char *p = strstr(f->out, text), *obj;

	assert_non_null(p);
	for (obj = p; strncmp(obj, " obj", 4) != 0; obj--)
		assert_ptr_not_equal(obj, f->out);
	for (obj -= 2; obj[-1] >= '0' && obj[-1] <= '9'; obj--)
		;
	return (unsigned)strtoul(obj, NULL, 10);
}

/* Kids of the first element of that type: 'm' for content, 'o' for an annotation, 'e' for an
 * element. */
static const char *kids(struct fixture *f, const char *role)
{
	static char out[64];
	char head[32];
	const char *p;
	size_t n = 0;

	snprintf(head, sizeof head, "/S/%s/", role);
	p = strstr(f->out, head);
	assert_non_null(p);
	p = strstr(p, "/K[");
	assert_non_null(p);
	for (p += 3; *p != ']';) {
		if (strncmp(p, "<</Type/OBJR", 12) == 0 || strncmp(p, "<</Type/MCR", 11) == 0) {
			out[n++] = p[8] == 'O' ? 'o' : 'M';
			p = strstr(p, ">>") + 2;
		} else {
			size_t digits = strspn(p, "0123456789");

			assert_true(digits > 0);
			out[n++] = strncmp(p + digits, " 0 R", 4) == 0 ? 'e' : 'm';
			p += digits + (out[n - 1] == 'e' ? 4 : 0);
		}
		while (*p == ' ')
			p++;
	}
	out[n] = '\0';
	return out;
}

static void test_order_of_drawing(void **state)
{
	struct fixture *f = *state;
	gp_tag p = sample_tag(&f->s, GP_TAG_P, f->sect), one = sample_tag(&f->s, GP_TAG_SPAN, p);
	gp_tag two = sample_tag(&f->s, GP_TAG_SPAN, p);

	sample_text(&f->s, p, "a", 60, 60);
	sample_text(&f->s, one, "b", 70, 60);
	sample_text(&f->s, p, "c", 80, 60);
	sample_text(&f->s, two, "d", 90, 60);
	sample_text(&f->s, p, "e", 100, 60);
	sample_text(&f->s, p, "f", 110, 60); /* one sequence with e */
	make(f);
	assert_string_equal(kids(f, "P"), "memem");
}

static void test_children_first(void **state)
{
	struct fixture *f = *state;
	gp_tag p = sample_tag(&f->s, GP_TAG_P, f->sect), span = sample_tag(&f->s, GP_TAG_SPAN, p);

	sample_text(&f->s, span, "b", 70, 60);
	sample_text(&f->s, p, "c", 80, 60);
	make(f);
	assert_string_equal(kids(f, "P"), "em");
}

/* The table says the order, whatever comes first on the page. */
static void test_table_order_wins(void **state)
{
	struct fixture *f = *state;
	gp_tag one = sample_tag(&f->s, GP_TAG_H1, f->sect),
	       two = sample_tag(&f->s, GP_TAG_P, f->sect);

	sample_text(&f->s, two, "second", 60, 90);
	sample_text(&f->s, one, "first", 60, 60);
	make(f);
	assert_string_equal(kids(f, "Sect"), "ee");
	assert_true(holder(f, "/S/H1/") < holder(f, "/S/P/"));
	assert_true(strstr(f->out, "/S/H1/") < strstr(f->out, "/S/P/"));
}

static void test_over_two_pages(void **state)
{
	struct fixture *f = *state;
	gp_tag p = sample_tag(&f->s, GP_TAG_P, f->sect);

	sample_text(&f->s, p, "a", 60, 60);
	sample_page(&f->s);
	sample_text(&f->s, p, "b", 60, 60);
	make(f);
	assert_string_equal(kids(f, "P"), "mM");
	assert_true(has(f, "/StructParents 0 ") && has(f, "/StructParents 1 "));
}

static void in_order(struct gp_op *op, uint32_t from, uint32_t to)
{
	op->order = from;
	op->order_end = to;
}

/* An imposed sheet: the end of the paragraph is drawn before its beginning. */
static void test_sheets(void **state)
{
	struct fixture *f = *state;
	gp_tag p = sample_tag(&f->s, GP_TAG_P, f->sect), span = sample_tag(&f->s, GP_TAG_SPAN, p);

	in_order(sample_text(&f->s, p, "d", 60, 60), 30, 31);
	sample_page(&f->s);
	in_order(sample_text(&f->s, p, "a", 60, 60), 10, 11);
	in_order(sample_text(&f->s, p, "b", 60, 75), 11, 12);
	in_order(sample_text(&f->s, span, "c", 60, 90), 12, 13);
	make(f);
	/* a and b are one sequence on their own page, and d the other page's */
	assert_string_equal(kids(f, "P"), "meM");
	assert_true(has(f, "/MCID 0>>"));
}

/* Two tiles: each line is cut in two, so no two pieces on a tile follow each other. */
static void test_tiles(void **state)
{
	struct fixture *f = *state;
	gp_tag p = sample_tag(&f->s, GP_TAG_P, f->sect);

	in_order(sample_text(&f->s, p, "one ", 60, 60), 1, 5);
	in_order(sample_text(&f->s, p, "three ", 60, 75), 10, 15);
	sample_page(&f->s);
	in_order(sample_text(&f->s, p, "two ", 60, 60), 5, 10);
	in_order(sample_text(&f->s, p, "four", 60, 75), 15, 19);
	make(f);
	assert_string_equal(kids(f, "P"), "mMmM");
}

static void test_empty_ones_left_out(void **state)
{
	struct fixture *f = *state;
	gp_tag list = sample_tag(&f->s, GP_TAG_L, f->sect),
	       item = sample_tag(&f->s, GP_TAG_LI, list);

	sample_tag(&f->s, GP_TAG_LBODY, item);
	sample_block(&f->s, GP_TAG_P, f->sect, "x", 60);
	make(f);
	assert_false(has(f, "/S/L/") || has(f, "/S/LI/") || has(f, "/S/LBody/"));
	assert_string_equal(kids(f, "Sect"), "e");
}

static void test_empty_cells_stay(void **state)
{
	static const char *const words[] = {"a", NULL, "c"}, *const none[] = {NULL, NULL, NULL};
	struct fixture *f = *state;
	gp_tag table = sample_tag(&f->s, GP_TAG_TABLE, f->sect);

	sample_row(&f->s, table, GP_TAG_TD, words, 60);
	sample_row(&f->s, table, GP_TAG_TD, none, 75);
	make(f);
	assert_string_equal(kids(f, "Table"), "e");
	assert_string_equal(kids(f, "TR"), "eee");
	assert_int_equal(count(f, "/S/TD/"), 2);
	assert_int_equal(count(f, "/Scope/Row"), 1);
}

static void test_attributes(void **state)
{
	struct fixture *f = *state;
	gp_tag table = sample_tag(&f->s, GP_TAG_TABLE, f->sect),
	       row = sample_tag(&f->s, GP_TAG_TR, table);
	gp_tag cell = sample_block(&f->s, GP_TAG_TH, row, "x", 60),
	       list = sample_tag(&f->s, GP_TAG_L, f->sect);

	f->s.doc->tags[cell].scope = GP_SCOPE_BOTH;
	f->s.doc->tags[cell].colspan = 3;
	f->s.doc->tags[cell].rowspan = 2;
	f->s.doc->tags[cell].lang = "de";
	f->s.doc->tags[cell].actual = "y";
	f->s.doc->tags[list].numbering = GP_NUMBERING_SQUARE;
	sample_block(&f->s, GP_TAG_LBODY, sample_tag(&f->s, GP_TAG_LI, list), "x", 80);
	sample_block(&f->s, GP_TAG_ASIDE, f->sect, "x", 100);
	sample_block(&f->s, GP_TAG_NOTE, f->sect, "x", 120);
	f->s.doc->tags[f->sect].title = "Part (1)";
	make(f);
	assert_true(has(f, "/A<</O/Table/Scope/Both/ColSpan 3/RowSpan 2>>"));
	assert_true(has(f, "/Lang(de)/ActualText(y)/A<</O/Table"));
	assert_true(has(f, "/A<</O/List/ListNumbering/Square>>"));
	assert_true(has(f, "/Aside /Div"));
	assert_true(has(f, "/T(Part \\(1\\))"));
	assert_true(has(f, "/ID(note-") && has(f, "/IDTree "));
}

static void test_figure_box(void **state)
{
	struct fixture *f = *state;
	gp_tag figure = sample_tag(&f->s, GP_TAG_FIGURE, f->sect);

	f->s.doc->tags[figure].alt = "Alt";
	sample_rect(&f->s, sample_origin(figure), (struct gp_rect){10000, 20000, 30000, 40000}, 9);
	sample_rect(&f->s, sample_origin(sample_tag(&f->s, GP_TAG_CAPTION, figure)),
		(struct gp_rect){10000, 70000, 50500, 10000}, 9);
	make(f);
	assert_true(
		has(f, "/Alt(Alt)/A<</O/Layout/Placement/Block/BBox[10 515.276 60.5 575.276]>>"));
}

/* What clips and the edge of the paper cut off is no part of the box. */
static void test_figure_box_is_seen(void **state)
{
	struct fixture *f = *state;
	gp_tag figure = sample_tag(&f->s, GP_TAG_FIGURE, f->sect);
	struct gp_path *clip = gp_path_new(f->s.arena);
	const struct gp_path_seg *seg;
	size_t n;

	gp_path_rect(clip, (struct gp_rect){20000, -5000, 30000, 40000});
	seg = gp_path_segs(clip, &n);
	gp_page_begin_clip(f->s.page, seg, n);
	sample_rect(&f->s, sample_origin(figure), (struct gp_rect){10000, -9000, 90000, 90000}, 9);
	gp_page_end(f->s.page);
	make(f);
	assert_true(has(f, "/BBox[20 560.276 50 595.276]>>"));
}

/* A figure over two pages has no one box. */
static void test_figure_on_two_pages(void **state)
{
	struct fixture *f = *state;
	gp_tag figure = sample_block(&f->s, GP_TAG_FIGURE, f->sect, "x", 60);

	sample_page(&f->s);
	sample_text(&f->s, figure, "y", 60, 60);
	make(f);
	assert_false(has(f, "/BBox["));
}

static void test_links(void **state)
{
	struct fixture *f = *state;
	gp_tag p = sample_block(&f->s, GP_TAG_P, f->sect, "x", 60),
	       link = sample_tag(&f->s, GP_TAG_LINK, p);
	gp_tag ref = sample_tag(&f->s, GP_TAG_REFERENCE, p),
	       dead = sample_tag(&f->s, GP_TAG_LINK, p);

	gp_doc_anchor(f->s.doc, "here", 0, (struct gp_point){1000, 2500});
	sample_text(&f->s, link, "out", 60, 80);
	sample_link(&f->s, link, "https://example.org/\xc3\xa9 (x)", "Out",
		(struct gp_rect){60000, 70000, 20000, 12000});
	sample_text(&f->s, ref, "in", 60, 100);
	sample_link(&f->s, ref, "#here", NULL, (struct gp_rect){60000, 90000, 20000, 12000});
	sample_text(&f->s, dead, "nowhere", 60, 120);
	sample_link(&f->s, dead, "#gone", "Gone", (struct gp_rect){60000, 110000, 20000, 12000});
	make(f);
	assert_true(has(f, "/URI(https://example.org/%C3%A9%20\\(x\\))"));
	assert_true(has(f, "/XYZ 1 592.776 0]"));
	assert_true(has(f, "/Contents (Out)") && has(f, "/Contents (here)"));
	assert_int_equal(count(f, "/Subtype /Link"), 2);
	assert_string_equal(kids(f, "Link"), "mo");
	/* the reference holds a Link, the dead link is a Span */
	assert_int_equal(count(f, "/S/Link/"), 2);
	assert_int_equal(count(f, "/S/Reference/"), 1);
	assert_int_equal(count(f, "/S/Span/"), 1);
	assert_true(has(f, "/StructParent 1 ") && has(f, "/StructParent 2 "));
	assert_int_equal(count(f, "/Border [0 0 0]"), 2);
}

/* An artifact has no link: it would stand outside of the tree. */
static void test_link_of_artifact(void **state)
{
	struct fixture *f = *state;
	gp_tag link = sample_block(&f->s, GP_TAG_LINK, f->sect, "x", 60);
	struct gp_origin o = sample_artifact(GP_ARTIFACT_PAGE);

	f->s.doc->tags[link].link = "https://example.org";
	gp_page_link(f->s.page, &o, &(struct gp_op_link){{0, 0, 1000, 1000}, "x"});
	make(f);
	assert_false(has(f, "/Annots"));
}

/* Thousands of elements and links: the tables around the tree are trees themselves. */
static void test_many(void **state)
{
	struct fixture *f = *state;
	int i;

	for (i = 0; i < 300; i++) {
		gp_tag note = sample_tag(&f->s, GP_TAG_NOTE, f->sect), link;

		sample_page(&f->s);
		link = sample_block(&f->s, GP_TAG_LINK, note, "x", 60);
		sample_link(&f->s, link, "https://example.org", "x",
			(struct gp_rect){0, 0, 9000, 9000});
	}
	make(f);
	assert_true(count(f, "/Limits [") > 10);
	assert_true(count(f, "/Type /Pages") > 10);
	assert_true(has(f, "/ParentTreeNextKey 601 "));
}

static void test_long_text(void **state)
{
	struct fixture *f = *state;
	gp_tag figure = sample_block(&f->s, GP_TAG_FIGURE, f->sect, "x", 60);
	char *text = gp_arena_alloc(f->s.arena, 40000);
	struct gp_bytes out;

	memset(text, 'x', 39000);
	f->s.doc->tags[figure].alt = text;
	assert_false(sample_make(&f->s, &out));
	assert_int_equal(gp_diag_status(f->s.diag, false), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(test_order_of_drawing),
		TEST(test_children_first),
		TEST(test_table_order_wins),
		TEST(test_over_two_pages),
		TEST(test_sheets),
		TEST(test_tiles),
		TEST(test_empty_ones_left_out),
		TEST(test_empty_cells_stay),
		TEST(test_attributes),
		TEST(test_figure_box),
		TEST(test_figure_box_is_seen),
		TEST(test_figure_on_two_pages),
		TEST(test_links),
		TEST(test_link_of_artifact),
		TEST(test_many),
		TEST(test_long_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
