/*
 * Questions to the model.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/guide.h"
#include "model/style.h"

#include <string.h>

static void fields_are_filled(void **state)
{
	struct gp_arena *a = gp_arena_new();

	(void)state;
	assert_string_equal(gp_words_fill(a, "{n} \u00d7 {s} s", "n", "3", "s", "30", (char *)NULL),
		"3 \u00d7 30 s");
	assert_string_equal(gp_words_fill(a, "{n}{n}", "n", "ab", (char *)NULL), "abab");
	assert_string_equal(gp_words_fill(a, "no field", "n", "ab", (char *)NULL), "no field");
	assert_string_equal(gp_words_fill(a, "a {x} b", "n", "ab", (char *)NULL), "a  b");
	assert_string_equal(gp_words_fill(a, "a {n", "n", "ab", (char *)NULL), "a {n");
	assert_string_equal(gp_words_fill(a, "{s}", "n", "{s}", "s", "{n}", (char *)NULL), "{n}");
	assert_string_equal(gp_words_fill(a, "", (char *)NULL), "");
	gp_arena_free(a);
}

static void plain_text_is_whole(void **state)
{
	struct gp_arena *a = gp_arena_new();
	const struct gp_span spans[] = {{.kind = GP_SPAN_TEXT, .text = "see page ", .len = 9},
		{.kind = GP_SPAN_PAGE, .text = "anatomy", .len = 7},
		{.kind = GP_SPAN_TEXT, .text = " of xxx", .len = 4},
		{.kind = GP_SPAN_PAGES, .text = ""}};
	const struct gp_rich rich = {.spans = spans, .n = 4}, empty = {.spans = NULL};

	(void)state;
	assert_string_equal(gp_rich_plain(a, &rich), "see page 0 of 0");
	assert_string_equal(gp_rich_plain(a, &empty), "");
	gp_arena_free(a);
}

static void anchors_are_found(void **state)
{
	const struct gp_anchor anchors[] = {{"heel", 1, 2}, {"toe", 3, 4}};
	const struct gp_picture_note note = {.id = "foot", .anchors = anchors, .n = 2};
	const struct gp_picture_note none = {.id = "hand"};

	(void)state;
	assert_ptr_equal(gp_picture_anchor(&note, "toe"), &anchors[1]);
	assert_null(gp_picture_anchor(&note, "Toe"));
	assert_null(gp_picture_anchor(&none, "toe"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_are_filled),
		cmocka_unit_test(plain_text_is_whole),
		cmocka_unit_test(anchors_are_found),
	};

	return cmocka_run_group_tests_name("model", tests, NULL, NULL);
}
