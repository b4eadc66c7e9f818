/* Whole files, and the ways in which making one fails. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/haru.h"
#include "pdf/sample.h"

#include <stdio.h>
#include <stdlib.h>

static bool holds(struct gp_bytes file, const char *text)
{
	size_t i, n = strlen(text);

	for (i = 0; i + n <= file.len; i++) {
		if (memcmp(file.data + i, text, n) == 0)
			return true;
	}
	return false;
}

static size_t count(struct gp_bytes file, const char *text)
{
	size_t i, n = strlen(text), found = 0;

	for (i = 0; i + n <= file.len; i++)
		found += memcmp(file.data + i, text, n) == 0;
	return found;
}

static void test_same_bytes(void **state)
{
	struct sample a, b;
	struct gp_bytes x, y, z;

	(void)state;
	sample_init(&a);
	sample_fill(&a);
	assert_true(sample_make(&a, &x) && sample_make(&a, &y));
	assert_int_equal(x.len, y.len);
	assert_memory_equal(x.data, y.data, x.len);
	sample_init(&b);
	sample_fill(&b);
	b.doc->title = "Sample of everything!";
	assert_true(sample_make(&b, &z));
	/* another file has another identifier: the last 90 bytes before startxref hold it */
	assert_false(z.len == x.len && memcmp(z.data, x.data, x.len) == 0);
	sample_done(&a);
	sample_done(&b);
}

static void test_each_picture_once(void **state)
{
	struct sample s;
	struct gp_bytes out;
	struct gp_origin o = sample_artifact(GP_ARTIFACT_LAYOUT);
	int i;

	(void)state;
	sample_init(&s);
	sample_pictures(&s);
	for (i = 0; i < 5; i++) {
		sample_page(&s);
		gp_page_picture(s.page, &o,
			&(struct gp_op_picture){
				.picture = 0, .alpha = 100, .box = {0, 0, 9000, 9000}});
	}
	assert_true(sample_make(&s, &out));
	assert_int_equal(count(out, "/Subtype /Image"), 2); /* it and its mask */
	sample_done(&s);
}

static void test_filters(void **state)
{
	static const uint8_t jpeg[] = {0xff, 0xd8, 0xff, 0xd9},
			     idat[] = {0x78, 0x9c, 3, 0, 0, 0, 0, 1};
	struct sample s;
	struct gp_bytes out;
	struct gp_origin o = sample_artifact(GP_ARTIFACT_LAYOUT);
	int i;

	(void)state;
	sample_init(&s);
	sample_pictures(&s);
	s.pictures[0]->colour = (struct gp_samples){.coding = GP_CODING_JPEG,
		.space = GP_SPACE_RGB,
		.bits = 8,
		.data = {jpeg, sizeof jpeg}};
	s.pictures[1]->colour.coding = GP_CODING_FLATE_PNG;
	s.pictures[1]->colour.data = (struct gp_bytes){idat, sizeof idat};
	sample_page(&s);
	for (i = 0; i < 2; i++)
		gp_page_picture(s.page, &o,
			&(struct gp_op_picture){
				.picture = i, .alpha = 100, .box = {0, 0, 9000, 9000}});
	assert_true(sample_make(&s, &out));
	assert_true(holds(out, "/Filter /DCTDecode"));
	assert_true(holds(
		out, "/DecodeParms <</Predictor 15 /Colors 1 /BitsPerComponent 2 /Columns 4>>"));
	assert_true(holds(out, "[/Indexed /DeviceRGB 3 <000000C8000000C800FFFFFF>]"));
	assert_true(holds(out, "stream\r\n\xff\xd8\xff\xd9\nendstream"));
	sample_done(&s);
}

static void test_boxes(void **state)
{
	struct sample s;
	struct gp_bytes out;

	(void)state;
	sample_init(&s);
	sample_page(&s);
	sample_block(&s, GP_TAG_P, 0, "x", 60);
	s.page->has_trim = true;
	s.page->trim = (struct gp_rect){20000, 20000, 379528, 555276};
	s.page->bleed = (struct gp_rect){11496, 11496, 396536, 572284};
	assert_true(sample_make(&s, &out));
	assert_true(holds(out, "/MediaBox [0 0 419.528 595.276]"));
	assert_true(holds(out, "/TrimBox [20 20 399.528 575.276]"));
	assert_true(holds(out, "/BleedBox [11.496 11.496 408.032 583.78]"));
	sample_done(&s);
}

static void test_labels_and_outline(void **state)
{
	struct sample s;
	struct gp_bytes out;
	int i;

	(void)state;
	sample_init(&s);
	for (i = 0; i < 6; i++) {
		sample_page(&s);
		sample_block(&s, GP_TAG_P, 0, "x", 60);
	}
	s.doc->pages[0]->label = "Cover";
	s.doc->pages[1]->number = 7;
	s.doc->pages[2]->number = 8;
	s.doc->pages[4]->number = 20;
	gp_doc_anchor(s.doc, "a", 1, (struct gp_point){0, 1000});
	gp_doc_outline(s.doc, 1, "One", "a");
	gp_doc_outline(s.doc, 2, "One one", "a");
	gp_doc_outline(s.doc, 3, "Deep", "a");
	gp_doc_outline(s.doc, 1, "Two", "gone");
	assert_true(sample_make(&s, &out));
	assert_true(holds(out, "[0 <</P(Cover)>> 1 <</S/D/St 7>> 3 <</S/D/St 4>> 4 <</S/D/St 20>> "
			       "5 <</S/D/St 6>> ]"));
	assert_int_equal(count(out, "/Count -1"), 2);
	assert_true(holds(out, "/Title (Deep)") && holds(out, "/Title (Two)"));
	assert_true(holds(out, "/Names [(a) [")); /* the destination of a link from outside */
	sample_done(&s);
}

/* A level that is left out still hangs somewhere. */
static void test_outline_gaps(void **state)
{
	struct sample s;
	struct gp_bytes out;

	(void)state;
	sample_init(&s);
	sample_page(&s);
	sample_block(&s, GP_TAG_P, 0, "x", 60);
	gp_doc_outline(s.doc, 3, "Deep first", NULL);
	gp_doc_outline(s.doc, 1, "Top", NULL);
	gp_doc_outline(s.doc, 4, "Deeper", NULL);
	assert_true(sample_make(&s, &out));
	assert_int_equal(count(out, "/Count -1"), 1);
	assert_true(holds(out, "/Count 2"));
	sample_done(&s);
}

static void test_page_sizes(void **state)
{
	static const gp_len sides[] = {2999, 14400001};
	struct sample s;
	struct gp_bytes out;
	size_t i;

	(void)state;
	for (i = 0; i < 2; i++) {
		sample_init(&s);
		gp_doc_page(s.doc, 400000, sides[i]);
		assert_false(sample_make(&s, &out));
		assert_int_equal(gp_diag_status(s.diag, false), 1);
		assert_true(sample_heard(&s, "a PDF page has sides between 2 and 5080 mm"));
		sample_done(&s);
	}
	sample_init(&s);
	gp_doc_page(s.doc, 3000, 14400000);
	assert_true(sample_make(&s, &out));
	sample_done(&s);
}

/* A glyph that its font does not hold: text shaped with one file and written with another. */
static void test_lost_glyph(void **state)
{
	struct sample s;
	struct gp_bytes out;
	struct gp_op *op;

	(void)state;
	sample_init(&s);
	sample_page(&s);
	op = sample_text(&s, sample_tag(&s, GP_TAG_P, 0), "x", 60, 60);
	op->as.glyphs.g[0].id = 60000;
	assert_false(sample_make(&s, &out));
	assert_true(sample_heard(&s, "Lato-Regular.ttf\" cannot be cut down to the letters used"));
	sample_done(&s);
}

static bool nest(struct sample *s, int depth)
{
	struct gp_path *p = gp_path_new(s->arena);
	const struct gp_path_seg *seg;
	struct gp_bytes out;
	size_t n;
	int i;

	gp_path_rect(p, (struct gp_rect){0, 0, 100000, 100000});
	seg = gp_path_segs(p, &n);
	sample_page(s);
	for (i = 0; i < depth; i++)
		gp_page_begin_clip(s->page, seg, n);
	sample_block(s, GP_TAG_P, 0, "x", 60);
	for (i = 0; i < depth; i++)
		gp_page_end(s->page);
	return sample_make(s, &out);
}

static void test_depth(void **state)
{
	struct sample s;

	(void)state;
	sample_init(&s);
	assert_true(nest(&s, 26));
	sample_done(&s);
	sample_init(&s);
	assert_false(nest(&s, 27));
	assert_int_equal(gp_diag_count(s.diag, GP_ERROR), 1);
	assert_true(sample_heard(&s, "clips or faded parts one inside the other, more than 2"));
	sample_done(&s);
}

static void test_colours(void **state)
{
	struct sample s;
	struct gp_bytes out, grey;

	(void)state;
	sample_init(&s);
	sample_page(&s);
	sample_rect(
		&s, sample_artifact(GP_ARTIFACT_LAYOUT), (struct gp_rect){0, 0, 1000, 1000}, 255);
	assert_true(sample_make(&s, &out));
	s.options.cmyk = true;
	s.options.icc = NULL;
	assert_true(sample_make(&s, &grey));
	assert_true(holds(out, "\n1 g\n") &&
		    holds(grey, "\n0.1 0.05 0 0.05 k\n")); /* small: not deflated */
	sample_done(&s);
}

/* --- the wall --------------------------------------------------------------------------------- */

static void test_first_error_stays(void **state)
{
	struct gp_arena *a = gp_arena_new();
	struct gp_haru *h = gp_haru_new(a);
	struct gp_dict *d = gp_haru_dict(h);
	struct gp_array *array = gp_dict_array(d, "A");
	struct gp_bytes out;
	unsigned long detail, first;
	int i;

	(void)state;
	assert_int_equal(gp_haru_error(h, &detail), 0);
	for (i = 0; i < 32768; i++)
		gp_array_int(array, i);
	first = gp_haru_error(h, &detail);
	assert_int_equal(first, 0x1001); /* HPDF_ARRAY_COUNT_ERR */
	gp_dict_name(d, "B", "C");
	assert_int_equal(gp_haru_error(h, &detail), first);
	assert_false(gp_haru_save(h, &out));
	assert_int_equal(gp_haru_error(h, &detail), first);
	gp_haru_free(h);
	gp_arena_free(a);
}

static void test_streams(void **state)
{
	struct gp_arena *a = gp_arena_new();
	struct gp_haru *h = gp_haru_new(a);
	uint8_t *zeros = gp_arena_alloc(a, 100000);
	struct gp_dict *d = gp_haru_stream(h, (struct gp_bytes){zeros, 100000}, true);
	struct gp_bytes out;

	(void)state;
	gp_haru_stream(h, (struct gp_bytes){NULL, 0}, true);
	gp_haru_stream(h, (struct gp_bytes){zeros, 4097}, false);
	gp_dict_raw(d, "X", "1.5");
	gp_dict_raw(d, NULL, "/Y 2 /Z 3");
	assert_true(gp_haru_save(h, &out));
	assert_true(out.len < 7000);
	assert_true(holds(out, "/X 1.5\n/Y 2 /Z 3\n>>\nstream"));
	assert_int_equal(count(out, "endstream"), 3);
	gp_haru_free(h);
	gp_arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_same_bytes),
		cmocka_unit_test(test_each_picture_once),
		cmocka_unit_test(test_filters),
		cmocka_unit_test(test_boxes),
		cmocka_unit_test(test_labels_and_outline),
		cmocka_unit_test(test_outline_gaps),
		cmocka_unit_test(test_page_sizes),
		cmocka_unit_test(test_lost_glyph),
		cmocka_unit_test(test_depth),
		cmocka_unit_test(test_colours),
		cmocka_unit_test(test_first_error_stays),
		cmocka_unit_test(test_streams),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
