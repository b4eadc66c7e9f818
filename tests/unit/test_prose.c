/*
 * Words of a guide: each kind of block gives its words, and those of running text are told from
 * labels, heads and tables.
 */
#include "layout_kit.h"

#include "proof/prose.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#define PICTURE "\"image\":\"map\",\"alt\":\"A map.\""

/* Besides the titles of chapter and section, two words. */
static const struct {
	const char *blocks;
	unsigned words, running, sentences;
} cases[] = {
	{"{\"type\":\"text\",\"text\":[\"One two. Three four!\",\"Five six?\"]}", 6, 6, 3},
	{"{\"type\":\"text\",\"text\":\"No end\"}", 2, 0, 0},
	{"{\"type\":\"text\",\"text\":\"About 3 cm (1–2 in.) wide.\"}", 7, 7, 1},
	{"{\"type\":\"text\",\"text\":\"Don’t roll the knee-cap.\"}", 4, 4, 1},
	{"{\"type\":\"text\",\"text\":\"One.\",\"note\":{\"title\":\"Two three\",\"figure\":"
	 "\"4 of 5\",\"text\":\"Six it is.\"}}",
		9, 4, 2},
	{"{\"type\":\"list\",\"kind\":\"tick\",\"items\":[\"One two.\",\"three\"]}", 3, 2, 1},
	{"{\"type\":\"stop\",\"title\":\"Stop "
	 "it\",\"blocks\":[{\"type\":\"text\",\"text\":\"One.\"}],"
	 "\"urgent\":\"Call two.\"}",
		5, 3, 2},
	{"{\"type\":\"figure\"," PICTURE ",\"caption\":\"One two.\",\"labels\":[{\"at\":\"P1\","
	 "\"text\":\"three\"}]}",
		3, 2, 1},
	{"{\"type\":\"figure\"," PICTURE ",\"beside\":[{\"type\":\"text\",\"text\":\"One two.\"}]}",
		2, 2, 1},
	{"{\"type\":\"table\",\"caption\":\"One.\",\"columns\":[{\"head\":\"Two\"},{\"head\":"
	 "\"Three\"}],\"rows\":[{\"cells\":[\"Four five.\",{\"rating\":1,\"of\":2}]}]}",
		5, 0, 0},
	{"{\"type\":\"matrix\",\"head\":\"One\",\"heads\":[\"X1\"],\"rows\":[{\"text\":\"Two "
	 "three\",\"dots\":[\"typical\"]}]}",
		3, 0, 0},
	{"{\"type\":\"facts\",\"rows\":[[\"One two\",\"Three.\"]]}", 3, 0, 0},
	{"{\"type\":\"trio\",\"cells\":[{\"figure\":\"3 ×\",\"title\":\"One\",\"text\":\"Two "
	 "three.\"},{" PICTURE ",\"labels\":[{\"at\":\"P1\",\"text\":\"four\"}]}]}",
		5, 2, 1},
	{"{\"type\":\"traffic\",\"cells\":[{\"figure\":\"1\",\"title\":\"A b\",\"text\":\"C.\"},"
	 "{\"figure\":\"2\",\"title\":\"D\",\"text\":\"E f.\"},{\"figure\":\"3\",\"title\":\"G\","
	 "\"text\":\"H.\"}]}",
		11, 4, 3},
	{"{\"type\":\"stretch\",\"cards\":[{\"title\":\"One\",\"text\":\"Two three.\",\"dose\":\"4 "
	 "times\"}]}",
		5, 2, 1},
	{"{\"type\":\"glossary\",\"rows\":[{\"term\":\"One\",\"text\":\"Two three.\"}]}", 3, 0, 0},
	{"{\"type\":\"small\",\"text\":\"One two.\"}", 2, 2, 1},
	{"{\"type\":\"warning\",\"text\":\"One two.\"}", 2, 2, 1},
	{"{\"type\":\"pressure\"}", 0, 0, 0},
	{"{\"type\":\"ruler\",\"unit\":\"cm\",\"to\":3,\"bands\":[1,2],\"start\":\"wall\","
	 "\"label\":"
	 "\"cm\"}",
		0, 0, 0},
	/* two steps: "Step" and "Do it." each */
	{"{\"type\":\"routine\",\"intro\":[\"One two.\"],\"feet\":[{\"type\":\"tip\",\"title\":"
	 "\"Three\",\"blocks\":[{\"type\":\"text\",\"text\":\"Four.\"}]}]}",
		10, 7, 4},
	{"{\"type\":\"routine\",\"only\":\"short\"}", 3, 2, 1},
	{"{\"type\":\"log\",\"points\":[\"X1\"],\"intro\":[\"One two.\"]}", 2, 2, 1},
};

static void every_block_gives_its_words(void **state)
{
	struct gp_prose_part *parts;
	size_t i, n;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct layout_kit k = {.o = {.command = GP_CMD_BOOKLET}};
		struct kit_parts p = {.blocks = cases[i].blocks};

		assert_true(kit_read(&k, &p));
		parts = gp_prose(k.t.guide, k.t.arena, &n);
		assert_int_equal(n, 3);
		if (parts[0].prose.words != 2 + cases[i].words ||
			parts[0].prose.prose != cases[i].running ||
			parts[0].prose.sentences != cases[i].sentences)
			fail_msg("%zu words, %zu running, %zu sentences in %s",
				parts[0].prose.words - 2, parts[0].prose.prose,
				parts[0].prose.sentences, cases[i].blocks);
		kit_close(&k);
	}
}

/* n times "The big dog ran home." and a glossary that explains the dog. */
static struct gp_prose grade_of(const char *sentence, unsigned n, const char *language)
{
	struct layout_kit k = {.o = {.command = GP_CMD_BOOKLET}};
	static char blocks[20000];
	struct kit_parts p = {.blocks = blocks,
		.back = "{\"id\":\"back\",\"title\":\"Back\",\"blocks\":[{\"type\":\"glossary\","
			"\"rows\":[{\"term\":\"musculature\",\"text\":\"All muscles\"}]},"
			"{\"type\":\"sources\"}]}"};
	struct gp_prose prose;
	size_t at, many;

	at = (size_t)snprintf(blocks, sizeof blocks, "{\"type\":\"text\",\"text\":[\"A.\"");
	for (; n > 0; n--)
		at += (size_t)snprintf(blocks + at, sizeof blocks - at, ",\"%s\"", sentence);
	snprintf(blocks + at, sizeof blocks - at, "]}");
	assert_true(kit_read(&k, &p));
	k.t.guide->language = language;
	prose = gp_prose(k.t.guide, k.t.arena, &many)[0].prose;
	kit_close(&k);
	return prose;
}

static void grades_are_those_of_flesch_and_kincaid(void **state)
{
	struct gp_prose p = grade_of("The big dog ran home.", 40, "en");

	(void)state;
	/* 201 words of one syllable in 41 sentences: 0.39 × 4.9 + 11.8 − 15.59 = −1.9 */
	assert_true(p.has_grade);
	assert_in_range(p.grade + 100, 100 - 20, 100 - 17);
	/* words that are explained count as words, not as syllables */
	p = grade_of("The big musculature ran home.", 40, "en-GB");
	assert_int_equal(p.terms, 40);
	assert_in_range(p.grade + 100, 100 - 20, 100 - 17);
	/* long words make it harder: 3 of 5 words have four syllables */
	p = grade_of("Elevator operator anatomy is ready.", 40, "en");
	assert_in_range(p.grade, 180, 260);
	assert_false(grade_of("The big dog ran home.", 40, "de").has_grade);
	assert_false(grade_of("The big dog ran home.", 10, "en").has_grade);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_block_gives_its_words),
		cmocka_unit_test(grades_are_those_of_flesch_and_kincaid),
	};

	return cmocka_run_group_tests_name("prose", tests, NULL, NULL);
}
