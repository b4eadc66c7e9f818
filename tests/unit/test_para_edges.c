/*
 * Optical edges: lines of large type begin and end with their ink.
 */
#include "unit/test_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct gp_para set(struct text_kit *k, const char *text, enum gp_setting setting, bool edge)
{
	struct gp_run *r = GP_NEW(k->a, struct gp_run);
	struct gp_para_style s = {.measure = GP_PT(200), .setting = setting, .optical_edge = edge};

	*r = (struct gp_run){
		.text = text, .len = strlen(text), .style = {.font = k->lato, .size = GP_PT(30)}};
	return gp_para_set(k->f, r, 1, &s, k->a);
}

static struct gp_rect ink_of(struct text_kit *k, const struct gp_piece *p, size_t glyph)
{
	return gp_font_ink(k->f, p->run->style.font, p->g[glyph].id, p->run->style.size);
}

static void lines_begin_and_end_with_ink(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para plain = set(&k, "Roll the ", GP_RAGGED, false);
	struct gp_para p = set(&k, "Roll the ", GP_RAGGED, true);
	const struct gp_piece *piece = &p.lines[0].pieces[0];
	struct gp_rect ink = ink_of(&k, piece, 0);
	gp_len pen;

	(void)state;
	assert_int_equal(p.n, 1);
	assert_true(ink.x > 0);
	assert_int_equal(p.lines[0].x, -ink.x);
	assert_int_equal(piece->x, -ink.x);
	/* the width ends with the ink of the "e", before the space */
	ink = ink_of(&k, piece, 7);
	pen = piece->x + piece->width - piece->g[7].advance;
	assert_int_equal(p.lines[0].width, pen + ink.x + ink.w);
	assert_true(p.lines[0].width < plain.lines[0].width);
	assert_int_equal(p.width, p.lines[0].width);
	text_kit_free(&k);
}

static void other_lines_stand_as_they_did(void **state)
{
	struct text_kit k = text_kit_new();
	struct gp_para p = set(&k, "Roll", GP_CENTRED, true);

	(void)state;
	assert_int_equal(p.lines[0].width, set(&k, "Roll", GP_CENTRED, false).lines[0].width);
	assert_int_equal(set(&k, "Roll", GP_RAGGED, false).lines[0].x, 0);
	/* spaces have no ink to stand at the edge */
	assert_int_equal(set(&k, "  ", GP_RAGGED, true).lines[0].x, 0);
	text_kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_begin_and_end_with_ink),
		cmocka_unit_test(other_lines_stand_as_they_did),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
