/*
 * Proofs: contrast against the examples of WCAG 2.1, syllables, and the areas of shapes.
 */
#include "proof/proof.h"
#include "proof/prose.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

static struct gp_colour_rgb rgb(unsigned hex)
{
	return (struct gp_colour_rgb){
		.r = (uint8_t)(hex >> 16), .g = (uint8_t)(hex >> 8), .b = (uint8_t)hex};
}

static void contrast_is_that_of_wcag(void **state)
{
	(void)state;
	assert_in_range(gp_contrast(rgb(0x000000), rgb(0xffffff)), 2099, 2100);
	assert_in_range(gp_contrast(rgb(0x777777), rgb(0xffffff)), 447, 448);
	assert_in_range(gp_contrast(rgb(0xffffff), rgb(0x777777)), 447, 448);
	assert_int_equal(gp_contrast(rgb(0x123456), rgb(0x123456)), 100);
}

static void syllables_are_counted(void **state)
{
	static const struct {
		const char *word;
		unsigned n;
	} words[] = {{"roll", 1}, {"make", 1}, {"table", 2}, {"moves", 1}, {"presses", 2},
		{"rolled", 1}, {"rested", 2}, {"muscle", 2}, {"yellow", 2}, {"the", 1},
		{"anatomy", 4}, {"30", 1}};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof words / sizeof words[0]; i++) {
		if (gp_syllables(words[i].word, strlen(words[i].word)) != words[i].n)
			fail_msg("%s", words[i].word);
	}
}

/* A page of one filled shape; how much ink it is said to have. */
static unsigned ink_of(struct gp_rect r, unsigned hex, bool circle)
{
	struct gp_arena *a = gp_arena_new();
	struct gp_doc *doc = gp_doc_new(a);
	struct gp_page *page = gp_doc_page(doc, GP_PT(100), GP_PT(100));
	struct gp_path *path = gp_path_new(a);
	struct gp_op_path op = {.fill = true, .fill_colour = rgb(hex)};
	struct gp_origin o = {.artifact = GP_ARTIFACT_LAYOUT, .tag = -1};
	struct gp_proof p = gp_proof_usual(doc, NULL, NULL);
	unsigned ink;

	if (circle)
		gp_path_circle(path, (struct gp_point){r.x + r.w / 2, r.y + r.h / 2}, r.w / 2);
	else
		gp_path_rect(path, r);
	op.seg = gp_path_segs(path, &op.n);
	gp_page_path(page, &o, &op);
	ink = gp_proof_measure(&p, page, a).darkness;
	gp_arena_free(a);
	return ink;
}

static void ink_is_area_times_darkness(void **state)
{
	(void)state;
	assert_in_range(ink_of((struct gp_rect){0, 0, GP_PT(50), GP_PT(50)}, 0, false), 249, 251);
	assert_in_range(
		ink_of((struct gp_rect){0, 0, GP_PT(100), GP_PT(100)}, 0, false), 999, 1000);
	assert_int_equal(ink_of((struct gp_rect){0, 0, GP_PT(50), GP_PT(50)}, 0xffffff, false), 0);
	assert_in_range(
		ink_of((struct gp_rect){0, 0, GP_PT(50), GP_PT(50)}, 0x808080, false), 123, 126);
	/* pi / 4 of the square, less what flattening loses */
	assert_in_range(ink_of((struct gp_rect){0, 0, GP_PT(50), GP_PT(50)}, 0, true), 192, 197);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contrast_is_that_of_wcag),
		cmocka_unit_test(syllables_are_counted),
		cmocka_unit_test(ink_is_area_times_darkness),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
