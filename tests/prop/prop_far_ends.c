/*
 * Guides that are too much of something: thousands of rows, paragraphs and pages, words that fit
 * nowhere.  Time grows with length, not faster, and what cannot be printed is refused in words.
 */
#include "layout_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <time.h>

#include <cmocka.h>

/* A guide with one section of these blocks; true when it was laid out, false when it was refused.
 */
static bool lay_blocks(const char *blocks, double *seconds)
{
	struct layout_kit k = {.o = {.command = GP_CMD_BOOKLET}};
	struct kit_parts parts = {.blocks = blocks};
	const struct gp_doc *doc;
	clock_t start;

	assert_true(kit_read(&k, &parts));
	start = clock();
	doc = gp_layout_booklet(&k.t.job, 4);
	if (seconds)
		*seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	assert_true(doc || gp_diag_failed(k.t.diag));
	kit_close(&k);
	return doc != NULL;
}

/* A table of n rows, or n paragraphs. */
static char *long_blocks(unsigned n, bool table)
{
	char *text;
	size_t len;
	unsigned i;
	FILE *f = open_memstream(&text, &len);

	fputs(table ? "{\"type\":\"table\",\"columns\":[{\"head\":\"A\"},{\"head\":\"B\"}],"
		      "\"rows\":["
		    : "{\"type\":\"text\",\"text\":[",
		f);
	for (i = 0; i < n; i++)
		fprintf(f, table ? "%s{\"cells\":[\"one\",\"two\"]}" : "%s\"Some words.\"",
			i ? "," : "");
	fputs("]}", f);
	fclose(f);
	return text;
}

/*
 * Ten times the length takes ten times the time; twice that is allowed for a busy machine.  Judged
 * by `make bench` alone.
 */
static void is_linear(bool table)
{
	char *little = long_blocks(500, table), *much = long_blocks(5000, table);
	double t1, t2;

	assert_true(lay_blocks(little, &t1));
	assert_true(lay_blocks(much, &t2));
	print_message("500 %s: %.3f s, 5000: %.3f s\n", table ? "rows" : "paragraphs", t1, t2);
	if (getenv("TEST_TIMES"))
		assert_true(t2 < 20 * t1 + 0.2);
	free(little);
	free(much);
}

static void test_time_is_linear(void **state)
{
	(void)state;
	is_linear(true);
	is_linear(false);
}

static void test_far_ends(void **state)
{
	static char word[3001], blocks[4000];
	static const char *const shapes[][2] = {
		{"{\"type\":\"text\",\"text\":\"", "\"}"},
		{"{\"type\":\"list\",\"kind\":\"number\",\"items\":[\"", "\"]}"},
		{"{\"type\":\"tip\",\"title\":\"",
			"\",\"blocks\":[{\"type\":\"text\",\"text\":\"a\"}]}"},
		{"{\"type\":\"figure\",\"image\":\"map\",\"alt\":\"A\",\"labels\":[{\"at\":\"P1\","
		 "\"text\":\"",
			"\"}]}"},
		{"{\"type\":\"table\",\"columns\":[{\"head\":\"\"}],\"rows\":[{\"cells\":[\"",
			"\"]}]}"},
		{"{\"type\":\"facts\",\"rows\":[[\"", "\",\"b\"]]}"},
		{"{\"type\":\"trio\",\"cells\":[{\"text\":\"",
			"\"},{\"image\":\"map\",\"alt\":\"A\"}]}"},
		{"{\"type\":\"glossary\",\"rows\":[{\"term\":\"", "\",\"text\":\"b\"}]}"},
		{"{\"type\":\"text\",\"text\":\"a\",\"note\":{\"title\":\"a\",\"figure\":\"**1** ",
			"\"}}"},
		{"{\"type\":\"matrix\",\"head\":\"",
			"\",\"heads\":[\"a\"],\"rows\":[{\"text\":\"b\",\"dots\":[\"\"]}]}"},
		{"{\"type\":\"ruler\",\"unit\":\"",
			"\",\"to\":3,\"bands\":[1,2],\"start\":\"a\",\"label\":\"b\"}"},
	};
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		for (k = 0; k < 2; k++) {
			/* one word of three thousand letters, or as many short ones */
			memset(word, 'x', 3000);
			for (size_t at = 4; k && at < 2999; at += 5)
				word[at] = ' ';
			snprintf(blocks, sizeof blocks, "%s%s%s", shapes[i][0], word, shapes[i][1]);
			lay_blocks(blocks, NULL);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_time_is_linear),
		cmocka_unit_test(test_far_ends),
	};

	return cmocka_run_group_tests_name("prop_far_ends", tests, NULL, NULL);
}
