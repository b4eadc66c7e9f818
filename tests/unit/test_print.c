/*
 * Fingerprints: what counts as another print, and what does not.
 */
#include "draw/print.h"

#include "base/hash.h"
#include "press_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static const uint64_t pictures[4] = {1, 2, 3, 4}, fonts[2] = {5, 6};
static const struct gp_print_parts parts = {pictures, fonts, 4, 2};

static struct gp_page *new_page(struct kit *k)
{
	struct gp_page *p = gp_doc_page(k->doc, GP_MM(148), GP_MM(210));

	kit_text(k, p, 1, "calf", (struct gp_point){50000, 60000}, 0);
	kit_box(k, p, 2, (struct gp_rect){10, 20, 30, 40});
	kit_picture(k, p, 3, (struct gp_rect){10, 20, 30, 40});
	return p;
}

static void the_hash_is_fnv_1a(void **state)
{
	(void)state;
	/* values of the authors' own test vectors */
	assert_true(gp_hash_bytes(GP_HASH_START, "", 0) == UINT64_C(0xcbf29ce484222325));
	assert_true(gp_hash_bytes(GP_HASH_START, "a", 1) == UINT64_C(0xaf63dc4c8601ec8c));
	assert_true(gp_hash_bytes(GP_HASH_START, "foobar", 6) == UINT64_C(0x85944171f73967e8));
}

static void numbers_of_the_document_do_not_count(void **state)
{
	struct kit k = kit_new();
	struct gp_page *a = new_page(&k), *b = new_page(&k);
	size_t i;

	(void)state;
	for (i = 0; i < b->n; i++) {
		b->ops[i]->tag++;
		b->ops[i]->block += 7;
		b->ops[i]->order = 99;
		b->ops[i]->place.offset = 5;
	}
	b->label = "Sheet 1 front";
	kit_link(&k, b, 4, (struct gp_rect){1, 2, 3, 4}, "#here");
	assert_true(gp_page_print(a, &parts) == gp_page_print(b, &parts));
	kit_free(&k);
}

static void numbers_of_pictures_and_fonts_do_not_count_but_their_content_does(void **state)
{
	static const uint64_t moved[5] = {0, 1, 2, 4, 3}, other[4] = {1, 2, 3, 9};
	struct gp_print_parts same = {moved, fonts, 5, 2}, changed = {other, fonts, 4, 2};
	struct kit k = kit_new();
	struct gp_page *a = new_page(&k), *b = new_page(&k);

	(void)state;
	b->ops[2]->as.picture.picture = 3; /* in `moved` it has the print 4, as in `pictures` */
	assert_true(gp_page_print(a, &parts) == gp_page_print(b, &same));
	assert_true(gp_page_print(a, &parts) != gp_page_print(a, &changed));
	kit_free(&k);
}

/* Every field that prints, changed alone. */
static void what_prints_counts(void **state)
{
	struct kit k = kit_new();
	uint64_t before = gp_page_print(new_page(&k), &parts);
	struct gp_page *p[9];
	size_t i;

	(void)state;
	for (i = 0; i < 9; i++)
		p[i] = new_page(&k);
	p[0]->ops[0]->as.glyphs.origin.y++;
	p[1]->ops[0]->as.glyphs.g[2].id++;
	p[2]->ops[0]->as.glyphs.g[0].advance++;
	p[3]->ops[0]->as.glyphs.colour.g = 1;
	p[4]->ops[1]->as.path.fill_colour.cmyk[3] = 80;
	p[5]->ops[1]->as.path.stroke = true;
	p[6]->ops[2]->as.picture.mirror = true;
	p[7]->ops[2]->as.picture.box.w++;
	p[8]->width++;
	for (i = 0; i < 9; i++)
		assert_true(gp_page_print(p[i], &parts) != before);
	kit_free(&k);
}

/* A group that ends earlier holds less, even when all operations are the same. */
static void groups_count_by_what_they_hold(void **state)
{
	struct kit k = kit_new();
	struct gp_page *p[2];
	int i;

	(void)state;
	for (i = 0; i < 2; i++) {
		p[i] = gp_doc_page(k.doc, 1000, 1000);
		gp_page_begin_alpha(p[i], 50);
		kit_box(&k, p[i], 1, (struct gp_rect){1, 2, 3, 4});
		if (i == 0)
			gp_page_end(p[i]);
		kit_box(&k, p[i], 1, (struct gp_rect){5, 6, 7, 8});
		if (i == 1)
			gp_page_end(p[i]);
	}
	assert_true(gp_page_print(p[0], &parts) != gp_page_print(p[1], &parts));
	kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_hash_is_fnv_1a),
		cmocka_unit_test(numbers_of_the_document_do_not_count),
		cmocka_unit_test(numbers_of_pictures_and_fonts_do_not_count_but_their_content_does),
		cmocka_unit_test(what_prints_counts),
		cmocka_unit_test(groups_count_by_what_they_hold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
