/*
 * The finer points of type, measured on the display lists of a booklet in the style of the house:
 * what hangs, what is spaced, what lines up, and where large type begins.
 */
#include "layout_kit.h"

#include "layout/layout.h"
#include "layout/page.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* clang-format off */
static const char chapters[] =
"{'id': 'one', 'title': 'Rest', 'lead': 'A lead.', 'sections': ["
" {'id': 'a', 'title': 'Fivefold fish', 'start': 'page', 'blocks': ["
"  {'type': 'text', 'text': ["
"   '“Quoted” words, finely set, and so many of them that they need a second line here.',"
"   '“Indented” words.']},"
"  {'type': 'list', 'kind': 'bullet', 'items': ["
"   'Bulleted words, and so many of them that they need a second line here.', 'More.']},"
"  {'type': 'table', 'columns': [{'head': 'Name'}, {'head': 'Count', 'align': 'right'}],"
"   'rows': [{'cells': ['one', '1171']}, {'cells': ['two', '8848']}]}]},"
" {'id': 'p', 'title': 'Plated', 'start': 'left', 'plate': {'label': 'X1',"
"  'eyebrow': 'Office find', 'caption': 'A fine leg.',"
"  'figure': {'image': 'map', 'alt': 'A leg.'}},"
"  'blocks': [{'type': 'text', 'text': 'Words.'}]}]}";
/* clang-format on */

static struct layout_kit kit;
static struct gp_doc *doc;

static int open_kit(void **state)
{
	static char json[sizeof chapters];
	char *c;

	(void)state;
	memcpy(json, chapters, sizeof chapters);
	for (c = json; *c; c++)
		*c = *c == '\'' ? '"' : *c;
	if (!kit_read(&kit, &(struct kit_parts){.title = "Big Rest", .chapters = json}))
		return -1;
	doc = gp_layout_booklet(&kit.t.job, 4);
	return doc ? 0 : -1;
}

static int close_kit(void **state)
{
	(void)state;
	kit_close(&kit);
	return 0;
}

/* The first operation whose words begin so; `page` says where it is. */
static const struct gp_op *find(const char *words, size_t *page)
{
	size_t i, len;

	for (*page = 0; *page < doc->n_pages; ++*page) {
		const struct gp_page *p = doc->pages[*page];

		for (i = 0; i < p->n; i++) {
			const struct gp_op *op = p->ops[i];
			const char *has;

			if (op->kind != GP_OP_GLYPHS)
				continue;
			has = kit_words(&op->as.glyphs, &len);
			if (len >= strlen(words) && strncmp(has, words, strlen(words)) == 0)
				return op;
		}
	}
	print_error("no words \"%s\"\n", words);
	fail();
	return NULL;
}

/* The words, and the line under them: the next operation of the same tag. */
static const struct gp_op *find_under(const struct gp_op *first, size_t page)
{
	const struct gp_page *p = doc->pages[page];
	size_t i;

	for (i = 0; i < p->n; i++) {
		if (p->ops[i]->kind == GP_OP_GLYPHS && p->ops[i]->tag == first->tag &&
			p->ops[i]->as.glyphs.origin.y > first->as.glyphs.origin.y)
			return p->ops[i];
	}
	fail();
	return NULL;
}

static struct gp_columns columns(size_t page)
{
	return gp_page_columns(&kit.t.job.style->page, gp_page_is_left(page));
}

/* How many glyphs stand for the first n letters of an operation. */
static size_t glyphs_of(const struct gp_op *op, size_t n)
{
	const struct gp_op_glyphs *g = &op->as.glyphs;
	size_t i, from = (size_t)-1, count = 0;

	for (i = 0; i < g->n; i++)
		from = g->g[i].from < from ? g->g[i].from : from;
	for (i = 0; i < g->n; i++)
		count += g->g[i].from < from + n;
	return count;
}

static void test_opening_quote(void **state)
{
	size_t page, indented;
	const struct gp_op *first = find("“Quoted", &page), *second = find_under(first, page);
	const struct gp_op *other = find("“Indented", &indented);
	gp_len edge = columns(page).main, quote = first->as.glyphs.g[0].advance;

	(void)state;
	assert_true(quote > 0);
	assert_int_equal(first->as.glyphs.origin.x, edge - quote * 6 / 10);
	assert_int_equal(second->as.glyphs.origin.x, edge);
	/* after an indent there is no edge for it to stand out from */
	assert_int_equal(other->as.glyphs.origin.x,
		columns(indented).main + kit.t.job.style->block.para_indent);
}

static const struct gp_op *bullet_of(const struct gp_op *words, size_t page)
{
	const struct gp_page *p = doc->pages[page];
	gp_len base = words->as.glyphs.origin.y;
	size_t i;

	for (i = 0; i < p->n; i++) {
		const struct gp_op *op = p->ops[i];

		if (op->kind == GP_OP_PATH && op->artifact == GP_CONTENT &&
			doc->tags[op->tag].role == GP_TAG_LBL && op->ink.y < base &&
			op->ink.y + op->ink.h > base - words->as.glyphs.size)
			return op;
	}
	fail();
	return NULL;
}

static void test_bullet(void **state)
{
	const struct gp_block_style *b = &kit.t.job.style->block;
	size_t page;
	const struct gp_op *words = find("Bulleted", &page), *under = find_under(words, page);
	const struct gp_op *disc = bullet_of(words, page);
	gp_len edge = columns(page).main;

	(void)state;
	/* the disc at the edge of the text, all lines of the item beside it */
	assert_int_equal(disc->ink.x, edge);
	assert_in_range(disc->ink.w, b->bullet - 1, b->bullet + 1);
	assert_int_equal(words->as.glyphs.origin.x, edge + b->list_hang);
	assert_int_equal(under->as.glyphs.origin.x, edge + b->list_hang);
}

static void test_ligatures(void **state)
{
	size_t page;
	const struct gp_op *title = find("Fivefold fish", &page);
	const struct gp_op *caption = find("A fine leg", &page);
	const struct gp_op *eyebrow = find("Office find", &page);

	(void)state;
	/* the face of titles and captions has one glyph for f and i, … */
	assert_int_equal(glyphs_of(caption, strlen("A fine leg")), strlen("A fine leg") - 1);
	/* … which is not used where letters are set closer or wider than they are drawn */
	assert_int_equal(glyphs_of(title, strlen("Fivefold fish")), strlen("Fivefold fish"));
	assert_int_equal(glyphs_of(eyebrow, strlen("Office find")), strlen("Office find"));
}

/* Figures stand under each other.  In the face of the tables they do so by themselves, but not if
 * it were asked for proportional ones, or if they were kerned. */
static void test_table_figures(void **state)
{
	size_t page, i;
	const struct gp_op_glyphs *a = &find("1171", &page)->as.glyphs;
	const struct gp_op_glyphs *b = &find("8848", &page)->as.glyphs;

	(void)state;
	for (i = 0; i < 4; i++) {
		assert_int_equal(a->g[i].advance, a->g[0].advance);
		assert_int_equal(b->g[i].advance, a->g[0].advance);
	}
	assert_int_equal(a->origin.x, b->origin.x);
}

/* Cover title, chapter title and point numeral: the ink, not the white beside it, is at the edge.
 */
static void test_large_type_begins_with_ink(void **state)
{
	size_t cover, chapter, plate;
	const struct gp_op *title = find("Big", &cover), *head = find("Rest", &chapter);
	const struct gp_op *numeral = find("X1", &plate);

	(void)state;
	assert_int_equal(title->ink.x, columns(cover).full);
	assert_int_equal(head->ink.x, columns(chapter).main);
	assert_int_equal(numeral->ink.x, columns(plate).full);
	/* letters with white to their left were moved to get there */
	assert_true(title->as.glyphs.origin.x < columns(cover).full);
	assert_true(head->as.glyphs.origin.x < columns(chapter).main);
}

/* The chapter's figure ends with its ink where the gutter to the main column begins. */
static void test_chapter_numeral(void **state)
{
	size_t page;
	const struct gp_op *head = find("Rest", &page), *figure;
	const struct gp_page *p = doc->pages[page];
	const struct gp_page_style *s = &kit.t.job.style->page;
	gp_len x = columns(page).margin;
	size_t i;

	(void)state;
	for (i = 0, figure = NULL; i < p->n; i++) {
		if (p->ops[i]->kind == GP_OP_GLYPHS && p->ops[i]->as.glyphs.size == GP_PT(74))
			figure = p->ops[i];
	}
	assert_non_null(figure);
	assert_int_equal(figure->as.glyphs.origin.y, head->as.glyphs.origin.y);
	if (gp_page_is_left(page))
		assert_int_equal(figure->ink.x + figure->ink.w, x + s->margin_column);
	else
		assert_int_equal(figure->ink.x, x);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_opening_quote),
		cmocka_unit_test(test_bullet),
		cmocka_unit_test(test_ligatures),
		cmocka_unit_test(test_table_figures),
		cmocka_unit_test(test_large_type_begins_with_ink),
		cmocka_unit_test(test_chapter_numeral),
	};

	return cmocka_run_group_tests_name("layout_type", tests, open_kit, close_kit);
}
