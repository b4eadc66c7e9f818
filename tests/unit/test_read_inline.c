/*
 * Strings of a guide: Markdown, placeholders, no-break spaces, and the place of every byte.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "read_kit.h"

#include "base/utf8.h"

struct pair {
	const char *from, *to;
};

static void check_all(const struct pair *pairs, size_t n)
{
	struct kit k;
	size_t i;

	kit_open(&k);
	for (i = 0; i < n; i++) {
		const struct gp_json *v = kit_json(k.a, k.d, kit_quote(k.a, pairs[i].from));
		struct gp_rich rich = gp_read_rich(&k.r, v);

		if (strcmp(kit_show(k.a, &rich), pairs[i].to) != 0)
			fail_msg("%s\n  gives    %s\n  expected %s", pairs[i].from,
				kit_show(k.a, &rich), pairs[i].to);
	}
	assert_string_equal(kit_messages(k.a, k.d), "");
	kit_close(&k);
}

#define CHECK(pairs) check_all(pairs, sizeof(pairs) / sizeof((pairs)[0]))

static void markdown_is_inline(void **state)
{
	static const struct pair pairs[] = {
		{"Plain words.", "Plain words."},
		{"An *em* and a **strong** word", "An {em|em} and a {strong|strong} word"},
		{"*em* first, last **strong**", "{em|em} first, last {strong|strong}"},
		{"***both***", "{strong em|both}"},
		{"**strong *and em* in it**", "{strong|strong }{strong em|and em}{strong| in it}"},
		{"a_b_c, _em_", "a_b_c, {em|em}"},
		{"2 * 3 * 4", "2 * 3 * 4"},
		{"not * em*", "not * em*"},
		{"\\*plain\\* \\# \\\\ \\[a\\]", "*plain* # \\ [a]"},
		{"[words](#here)", "{-> #here|words}"},
		{"[*em* words](https://a.org/x_y?z=*)", "{em -> https://a.org/x_y?z=*|em}"
							"{-> https://a.org/x_y?z=*| words}"},
		{"[w](https://a.org/\u00e4b)", "{-> https://a.org/%C3%A4b|w}"},
		{"<https://a.org>", "{-> https://a.org|https://a.org}"},
		{"<a@b.org>", "{-> mailto:a@b.org|a@b.org}"},
		{"[no link] [a]: b", "[no link] [a]: b"},
		{"x < y > z & \u00fc", "x < y > z & \u00fc"},
		{"\u201equotes\u201c", "\u201equotes\u201c"},
	};

	(void)state;
	CHECK(pairs);
}

/* A string is never a block, whatever it begins with. */
static void blocks_stay_text(void **state)
{
	static const struct pair pairs[] = {
		{"# Number one", "# Number one"},
		{"1. March", "1. March"},
		{"1) one", "1) one"},
		{"- minus", "- minus"},
		{"* star", "* star"},
		{"+ 5 cm", "+ 5_cm"},
		{"> quote", "> quote"},
		{"    four spaces", "    four spaces"},
		{"---", "---"},
		{"***", "***"},
		{"___", "___"},
		{"===", "==="},
		{"~~~ code", "~~~ code"},
		{"| a | b |", "| a | b |"},
		{"|-|-|", "|-|-|"},
		{"[a]: https://a.org", "[a]: https://a.org"},
		{"- [ ] task", "- [ ] task"},
		{"*em* at the start", "{em|em} at the start"},
		{"**\u201cquote\u201d** here", "{strong|\u201cquote\u201d} here"},
		{"#", "#"},
		{"-", "-"},
		{"*", "*"},
	};
	struct kit k;
	struct gp_rich rich;

	(void)state;
	kit_open(&k);
	check_all(pairs + 0, 7);
	check_all(pairs + 8, sizeof pairs / sizeof pairs[0] - 8);
	/* spaces in front are words too; that there are two of them is a slip */
	rich = gp_read_rich(&k.r, kit_json(k.a, k.d, kit_quote(k.a, pairs[7].from)));
	assert_string_equal(kit_show(k.a, &rich), pairs[7].to);
	kit_close(&k);
}

static void entities_are_decoded(void **state)
{
	static const struct pair pairs[] = {
		{"R&amp;D &lt;b&gt; &quot;q&quot; &apos;a&apos;", "R&D <b> \"q\" 'a'"},
		{"3&nbsp;cm, 3&times;, 5&ndash;6&hellip;", "3_cm, 3\u00d7, 5\u20136\u2026"},
		{"&#65;&#x42;&#x1F600;", "AB\U0001F600"},
		{"a & b, a&b, &; &#; &#xyz;", "a & b, a&b, &; &#; &#xyz;"},
		{"*&auml;*", "{em|\u00e4}"},
	};

	(void)state;
	CHECK(pairs);
}

static void languages_are_marked(void **state)
{
	static const struct pair pairs[] = {
		{"the [Musculus soleus]{la} here", "the {la|Musculus soleus} here"},
		{"[a *b* c]{de-CH}", "{de-CH|a }{em de-CH|b}{de-CH| c}"},
		{"*[a]{la} b*", "{em la|a}{em| b}"},
		{"[a [b]{la} c]{de}", "{de|a }{la|b}{de| c}"},
		{"[a] and [b]{fr}", "[a] and {fr|b}"},
		{"[[a]]{fr}", "{fr|[a]}"},
		{"\\[a]", "[a]"},
		{"[see [x]{la}](#here)", "{-> #here|see }{la -> #here|x}"},
		{"[5]{weeks}", "[5]4"},
		{"[a]", "[a]"},
		{"a]", "a]"},
		{"[a", "[a"},
		{"[]{la}", ""},
	};

	(void)state;
	CHECK(pairs);
}

static void placeholders_are_filled(void **state)
{
	static const struct pair pairs[] = {
		{"{dose:press}, {dose:bend}, {dose:warm}", "3_\u00d7_30_s, 10_\u00d7, 1_min"},
		{"{time:press}, {time:other}, {time:bend}", "1_min_30, 2_min, 30_s"},
		{"{total} or {short}", "5_min or 3_min"},
		{"{days} days, {weeks} weeks, {pressure} of 10",
			"3\u20135 days, 4 weeks, 4\u20136_of_10"},
		{"page {page:here} of {pages}", "page_{-> #here|<page here>}_of_<pages>"},
		{"*{page:here}*", "{em -> #here|<page here>}"},
		{"Figure {fig:fig} and table {table:tab}",
			"Figure_{-> #fig|5} and table_{-> #tab|2}"},
		{"[see {fig:fig}](#here)", "{-> #here|see 5}"},
		{"so {cite:smith2001}{cite:brown2010}.", "so {cite -> #source-smith2001|[1]}"
							 "{cite -> #source-brown2010|[2]}."},
		{"{{dose}} and } and {{", "{dose}} and } and {"},
		{"\\{dose\\}", "{dose}"},
		{"**{weeks}**", "{strong|4}"},
	};

	(void)state;
	CHECK(pairs);
}

static void numbers_keep_their_units(void **state)
{
	static const struct pair pairs[] = {
		{"30 s, 2 min, 1.5 cm, 10 %, 20 \u00b0C", "30_s, 2_min, 1.5_cm, 10_%, 20_\u00b0C"},
		{"3 \u00d7 30 s", "3_\u00d7_30_s"},
		{"30 seconds, 2 minutes, 5 steps, 3 mmx", "30 seconds, 2 minutes, 5 steps, 3 mmx"},
		{"\u00bd cm, 2\u00bd kg", "\u00bd_cm, 2\u00bd_kg"},
		{"on page 6, Figure 5, step 3, Chapter 2, Week 1", "on page_6, Figure_5, step_3, "
								   "Chapter_2, Week_1"},
		{"my page, the homepage 6", "my page, the homepage 6"},
		{"4 to 6, 2 of 5, 4 bis 6, 3 or 4", "4_to_6, 2_of_5, 4_bis_6, 3_or_4"},
		{"4 from 6, 4 a 6, 4 to ten, four to 6", "4 from 6, 4 a 6, 4 to ten, four to 6"},
		{"\u2265 5, < 3, \u00b1 2", "\u2265_5, <_3, \u00b1_2"},
		{"**4** to **6**", "{strong|4}_to_{strong|6}"},
		{"4 \u00fcb 6", "4_\u00fcb_6"},
		{"a 5 ", "a 5"},
	};

	(void)state;
	CHECK(pairs);
}

static void plain_text_has_no_marks(void **state)
{
	struct kit k;
	const struct gp_json *v;

	(void)state;
	kit_open(&k);
	v = kit_json(k.a, k.d, "{\"alt\": \"A *leg*, {dose:press}, [la]{la} &amp; 30 s\"}");
	assert_string_equal(gp_read_plain_key(&k.r, v, "alt"),
		"A leg, 3\u00a0\u00d7\u00a030\u00a0s, la & 30\u00a0s");
	assert_null(gp_read_plain_key(&k.r, v, "alt2"));
	assert_string_equal(kit_messages(k.a, k.d), "");
	kit_close(&k);
}

/* The side of the edition is printed, the other one is read all the same. */
static void sides_are_chosen(void **state)
{
	const char *text = "{\"right\": \"the *right* leg\", \"left\": \"the left leg {x}\"}";
	struct kit k;
	struct gp_rich rich;

	(void)state;
	kit_open(&k);
	rich = gp_read_rich(&k.r, kit_json(k.a, k.d, text));
	assert_string_equal(kit_show(k.a, &rich), "the {em|right} leg");
	assert_int_equal(gp_diag_count(k.d, GP_ERROR), 1);
	k.r.left = true;
	rich = gp_read_rich(&k.r, kit_json(k.a, k.d, text));
	assert_memory_equal(kit_show(k.a, &rich), "the left leg", 12);
	kit_close(&k);
}

/* Check that each span's text stands in the source where the span says. */
static void check_places(struct kit *k, const char *json)
{
	struct gp_rich rich = gp_read_rich(&k->r, kit_json(k->a, k->d, json));
	size_t i, at, len;
	char c;

	assert_true(rich.n > 0);
	for (i = 0; i < rich.n; i++) {
		const struct gp_span *s = &rich.spans[i];

		for (at = 0; at < s->len && s->kind == GP_SPAN_TEXT; at++) {
			struct gp_place p = gp_read_spot(k->d, s->place, s->at + (uint32_t)at);
			const char *text = gp_diag_text(k->d, p, &len);

			c = s->text[at];
			if ((unsigned char)c >= 0x80)
				break; /* a no-break space, or an escape in the source */
			assert_true(p.offset < len);
			assert_int_equal(text[p.offset] == '\\' ? c : text[p.offset], c);
		}
	}
}

static void places_are_exact(void **state)
{
	struct kit k;

	(void)state;
	kit_open(&k);
	check_places(&k, "\"one *two* three **four** [five](#here) six\"");
	check_places(&k, "\"take 30 s and 4 to 6 and page 7 then *2 cm* end\"");
	check_places(&k, "\"a\\u00e4b \\\"q\\\" c\\\\\\\\d \\ud83d\\ude00 e *f* g\"");
	check_places(&k, "\"\u00fc [w]{la} x [y] z &amp; v \\\\* w\"");
	check_places(&k, "   \"behind blanks {{ and {{ twice\"");
	kit_close(&k);
}

static void missing_texts_are_empty(void **state)
{
	struct kit k;

	(void)state;
	kit_open(&k);
	assert_int_equal(gp_read_rich(&k.r, NULL).n, 0);
	assert_int_equal(gp_read_rich(&k.r, kit_json(k.a, k.d, "5")).n, 0);
	assert_int_equal(gp_read_rich(&k.r, kit_json(k.a, k.d, "\"\"")).n, 0);
	assert_int_equal(gp_read_rich_list(&k.r, NULL).n, 0);
	assert_int_equal(gp_read_rich_list(&k.r, kit_json(k.a, k.d, "[\"a\", \"b\"]")).n, 2);
	assert_int_equal(gp_read_rich_list(&k.r, kit_json(k.a, k.d, "\"a\"")).n, 1);
	kit_close(&k);
}

/* Text of a long string comes out whole, in less time than any quadratic step would take. */
static void long_strings_come_out_whole(void **state)
{
	static const char *const patterns[] = {"word ", "*a* ", "[a]{la} ", "**b *c", "[a](", "[[",
		"{{", "30 s ", "&amp;", "\\\\*", "_a", "<b", "](", "***d "};
	size_t i, n, at;
	struct kit k;

	(void)state;
	for (i = 0; i < sizeof patterns / sizeof patterns[0]; i++) {
		char *json, *p;
		struct gp_rich rich;

		kit_open(&k);
		n = strlen(patterns[i]);
		json = p = gp_arena_alloc(k.a, 100000 + 3);
		*p++ = '"';
		for (at = 0; at + n < 90000; at += n, p += n)
			memcpy(p, patterns[i], n);
		*p = '"';
		rich = gp_read_rich(&k.r, kit_json(k.a, k.d, json));
		assert_true(rich.n > 0);
		assert_true(strlen(gp_rich_plain(k.a, &rich)) > 90000 / 8);
		kit_close(&k);
	}
}

/* What stands for a placeholder that cannot be filled is no slip of its own. */
static void one_mistake_gives_one_message(void **state)
{
	static const char *const strings[] = {"It helps {cite:nobody}.",
		"It helps {cite:nobody}, so.", "It helps {cite:nobody} .5 times.",
		"{cite:nobody}: it helps", "({cite:nobody})", "Roll {dose:nobody}!",
		"It takes {time:nobody}; go.", "See page {page:nowhere}.",
		"See figure {fig:nowhere}, left.", "See table {table:nowhere}?", "It is {nothing}.",
		"It is {dose}.", "It is {total:x}.", "a {cite:nobody} b", "{cite:nobody}",
		"{cite:nobody} {cite:smith2001}."};
	struct kit k;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof strings / sizeof strings[0]; i++) {
		const struct gp_json *v;
		unsigned n;

		kit_open(&k);
		v = kit_json(k.a, k.d, kit_quote(k.a, strings[i]));
		gp_read_rich(&k.r, v);
		n = gp_diag_count(k.d, GP_ERROR) + gp_diag_count(k.d, GP_WARNING);
		if (n != 1)
			fail_msg(
				"%s gives %u messages:\n%s", strings[i], n, kit_messages(k.a, k.d));
		kit_close(&k);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markdown_is_inline),
		cmocka_unit_test(blocks_stay_text),
		cmocka_unit_test(entities_are_decoded),
		cmocka_unit_test(languages_are_marked),
		cmocka_unit_test(placeholders_are_filled),
		cmocka_unit_test(one_mistake_gives_one_message),
		cmocka_unit_test(numbers_keep_their_units),
		cmocka_unit_test(plain_text_has_no_marks),
		cmocka_unit_test(sides_are_chosen),
		cmocka_unit_test(places_are_exact),
		cmocka_unit_test(missing_texts_are_empty),
		cmocka_unit_test(long_strings_come_out_whole),
	};

	return cmocka_run_group_tests_name("read_inline", tests, NULL, NULL);
}
