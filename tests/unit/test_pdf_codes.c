/* Codes of fonts: one for each pair of glyph and text, none that needs an escape. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/codes.h"
#include "pdf/face.h"
#include "pdf/sample.h"

#include <stdlib.h>

struct fixture {
	struct sample s;
	struct gp_pdf_job job;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	sample_init(&f->s);
	f->job = (struct gp_pdf_job){.doc = f->s.doc,
		.fonts = f->s.fonts,
		.options = &f->s.options,
		.arena = f->s.arena,
		.diag = f->s.diag,
		.haru = gp_haru_new(f->s.arena)};
	f->job.codes = gp_codes_new(&f->job);
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	gp_codes_free(f->job.codes);
	gp_haru_free(f->job.haru);
	sample_done(&f->s);
	free(f);
	return 0;
}

static struct gp_code find(struct fixture *f, uint32_t glyph, const char *text)
{
	return gp_codes_find(f->job.codes, f->s.regular, glyph, text, strlen(text));
}

static void test_pairs(void **state)
{
	struct fixture *f = *state;
	struct gp_code space = find(f, 3, " "), wide = find(f, 3, "\xc2\xa0");
	struct gp_code hyphen = find(f, 16, "-"), soft = find(f, 16, "\xc2\xad"), ligature;

	assert_int_not_equal(space.code, wide.code);
	assert_int_not_equal(hyphen.code, soft.code);
	assert_int_equal(space.width, wide.width);
	assert_int_equal(find(f, 3, " ").code, space.code);
	assert_int_equal(find(f, 16, "\xc2\xad").code, soft.code);
	/* the same letter over another glyph, and a longer text that begins alike */
	assert_int_not_equal(find(f, 40, "f").code, find(f, 41, "f").code);
	ligature = find(f, 42, "fi");
	assert_int_not_equal(find(f, 42, "ff").code, ligature.code);
	assert_int_equal(find(f, 42, "fi").code, ligature.code);
	assert_int_equal(find(f, 40, "f").code, find(f, 40, "f").code);
}

static void test_fonts_apart(void **state)
{
	struct fixture *f = *state;
	struct gp_code a = find(f, 40, "f"), b = gp_codes_find(f->job.codes, f->s.bold, 40, "f", 1);

	assert_int_not_equal(a.slot, b.slot);
	assert_ptr_not_equal(
		gp_codes_dict(f->job.codes, a.slot), gp_codes_dict(f->job.codes, b.slot));
}

static void test_no_escapes(void **state)
{
	struct fixture *f = *state;
	char text[16];
	int i;

	for (i = 0; i < 2000; i++) {
		struct gp_code c;
		char *copy;

		snprintf(text, sizeof text, "%d", i);
		copy = gp_arena_str(f->s.arena, text);
		c = find(f, 20, copy);
		assert_null(memchr("()\\\r\n", c.code >> 8, 5));
		assert_null(memchr("()\\\r\n", c.code & 0xff, 5));
		assert_int_not_equal(c.code, 0);
	}
}

/* More pairs than a font dictionary can number go into a second one, and both are right. */
static void test_second_slot(void **state)
{
	struct fixture *f = *state;
	struct gp_code first = find(f, 20, "first"), c = first;
	uint8_t *seen = calloc(2, 65536);
	char text[16];
	int i;

	assert_non_null(seen);
	for (i = 0; i < 70000; i++) {
		snprintf(text, sizeof text, "n%d", i);
		c = find(f, 20, gp_arena_str(f->s.arena, text));
		assert_in_range(c.slot, first.slot, first.slot + 1);
		assert_int_equal(seen[(c.slot - first.slot) * 65536 + c.code], 0);
		seen[(c.slot - first.slot) * 65536 + c.code] = 1;
	}
	assert_int_equal(c.slot, first.slot + 1);
	assert_int_equal(find(f, 20, "first").code, first.code);
	assert_int_equal(find(f, 20, "n69999").code, c.code);
	assert_true(gp_codes_finish(f->job.codes));
	free(seen);
}

static void test_subset(void **state)
{
	struct fixture *f = *state;
	struct gp_face *face = gp_face_new(gp_font_info(f->s.fonts, f->s.regular));
	const uint32_t glyphs[] = {40, 3, 40, 200};
	struct gp_subset sub, again;

	assert_true(gp_face_subset(face, glyphs, 4, f->s.arena, &sub));
	assert_false(sub.is_cff);
	assert_true(sub.file.len > 100 && sub.file.len < 20000);
	assert_int_equal(sub.ids[0], sub.ids[2]);
	assert_int_not_equal(sub.ids[0], sub.ids[1]);
	assert_int_not_equal(sub.ids[3], 0);
	assert_true(gp_face_subset(face, glyphs, 4, f->s.arena, &again));
	assert_int_equal(again.file.len, sub.file.len);
	assert_memory_equal(again.file.data, sub.file.data, sub.file.len);
	gp_face_free(face);
}

static void test_not_a_font(void **state)
{
	static const uint8_t rubbish[64] = {0, 1, 0, 0, 0, 9};
	struct fixture *f = *state;
	struct gp_font_info info = {.data = {rubbish, sizeof rubbish}, .instance = -1};
	struct gp_face *face = gp_face_new(&info);
	const uint32_t glyph = 1;
	struct gp_subset sub;

	assert_false(gp_face_subset(face, &glyph, 1, f->s.arena, &sub));
	gp_face_free(face);
}

static void test_decompose(void **state)
{
	uint32_t parts[2];

	(void)state;
	assert_true(gp_face_decompose(0xe9, parts));
	assert_int_equal(parts[0], 'e');
	assert_int_equal(parts[1], 0x301);
	assert_false(gp_face_decompose('e', parts));
	assert_false(gp_face_decompose(0x212b, parts)); /* one for one: nothing to share out */
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(test_pairs),
		TEST(test_fonts_apart),
		TEST(test_no_escapes),
		TEST(test_second_slot),
		TEST(test_subset),
		TEST(test_not_a_font),
		cmocka_unit_test(test_decompose),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
