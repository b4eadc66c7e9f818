/*
 * Hyphenation: Liang's own examples, the .dic format, and thousands of words against libhyphen.
 */
#include "unit/test_text.h"

#include "base/utf8.h"

#include <hyphen.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define ENGLISH "/usr/share/hyphen/hyph_en_US.dic"
#define GERMAN "/usr/share/hyphen/hyph_de_DE.dic"

/* libhyphen forgets a few strings while it loads; the leak checker reads this name. */
const char *__lsan_default_suppressions(void);

const char *__lsan_default_suppressions(void)
{
	return "leak:hnj_malloc\n";
}

struct kit {
	struct gp_arena *a;
	struct gp_diag *d;
};

static struct kit kit_new(void)
{
	return (struct kit){gp_arena_new(), gp_diag_new()};
}

static void kit_free(struct kit *k)
{
	gp_diag_free(k->d);
	gp_arena_free(k->a);
}

static struct gp_hyphen *parse(struct kit *k, const char *text)
{
	return gp_hyphen_parse("t.dic", text, strlen(text), k->a, k->d);
}

/* The word with hyphens where it may break. */
static const char *hyphenated(
	struct kit *k, const struct gp_hyphen *h, const char *word, unsigned left, unsigned right)
{
	size_t len = strlen(word), i, n = 0;
	bool *may = GP_ARRAY(k->a, len + 1, bool);
	char *out = gp_arena_alloc(k->a, 2 * len + 1);

	gp_hyphen_word(h, word, len, left, right, may);
	for (i = 0; i < len; i++) {
		if (may[i])
			out[n++] = '-';
		out[n++] = word[i];
	}
	return out;
}

static void english_words(void **state)
{
	struct kit k = kit_new();
	struct gp_hyphen *h = gp_hyphen_load(ENGLISH, k.a, k.d);

	(void)state;
	assert_non_null(h);
	assert_string_equal(hyphenated(&k, h, "hyphenation", 2, 3), "hy-phen-ation");
	assert_string_equal(hyphenated(&k, h, "Massage", 2, 3), "Mas-sage");
	assert_string_equal(hyphenated(&k, h, "MASSAGE", 2, 3), "MAS-SAGE");
	assert_string_equal(hyphenated(&k, h, "calf", 2, 3), "calf");
	assert_string_equal(hyphenated(&k, h, "", 2, 3), "");
	kit_free(&k);
}

static void german_words_break_at_their_joints(void **state)
{
	struct kit k = kit_new();
	struct gp_hyphen *h = gp_hyphen_load(GERMAN, k.a, k.d);

	(void)state;
	assert_non_null(h);
	assert_string_equal(hyphenated(&k, h, "Muskel", 2, 2), "Mus-kel");
	assert_string_equal(hyphenated(&k, h, "Wadenmuskel", 2, 2), "Wa-den-mus-kel");
	assert_string_equal(hyphenated(&k, h,
				    "\xc3\x9c"
				    "bung",
				    2, 2),
		"\xc3\x9c"
		"bung");
	assert_string_equal(hyphenated(&k, h, "Fu\xc3\x9fgelenk", 2, 2), "Fu\xc3\x9f-ge-lenk");
	kit_free(&k);
}

static void the_larger_minimum_holds(void **state)
{
	struct kit k = kit_new();
	struct gp_hyphen *h = parse(&k, "UTF-8\nLEFTHYPHENMIN 2\nRIGHTHYPHENMIN 3\n1a\n1b\n");

	(void)state;
	assert_string_equal(hyphenated(&k, h, "abababab", 1, 1), "ab-a-b-a-bab");
	assert_string_equal(hyphenated(&k, h, "abababab", 4, 2), "abab-a-bab");
	assert_string_equal(hyphenated(&k, h, "abababab", 2, 6), "ab-ababab");
	assert_string_equal(hyphenated(&k, h, "aba", 2, 3), "aba");
	kit_free(&k);
}

static void the_highest_digit_decides(void **state)
{
	struct kit k = kit_new();
	struct gp_hyphen *h = parse(&k, "UTF-8\na1b\na1bc\na2bcd\n.x1y\ny1z.\n");

	(void)state;
	assert_string_equal(hyphenated(&k, h, "xxabcxx", 1, 1), "xxa-bcxx");
	assert_string_equal(hyphenated(&k, h, "xxabcdxx", 1, 1), "xxabcdxx");
	/* dots hold a pattern to the ends of the word */
	assert_string_equal(hyphenated(&k, h, "xyxyz", 1, 1), "x-yxy-z");
	kit_free(&k);
}

static void a_longer_beginning_hides_shorter_patterns(void **state)
{
	struct kit k = kit_new();
	/* "xab" begins a pattern, so "b" and "ab" have no say when it stands there */
	struct gp_hyphen *h = parse(&k, "UTF-8\na1b\nxabcd4e\n");

	(void)state;
	assert_string_equal(hyphenated(&k, h, "zabz", 1, 1), "za-bz");
	assert_string_equal(hyphenated(&k, h, "xabz", 1, 1), "xabz");
	kit_free(&k);
}

/* Neighbours are remembered together and read late; all that stands between them must not be. */
static void order_and_interruptions_do_not_matter(void **state)
{
	struct kit k = kit_new();
	struct gp_hyphen *h = parse(&k, "UTF-8\nabcdef1g\n# x\nabcdef2h\nabcd/=\n1i\nabcdef1h\n\n"
					"a2bcdef1i\r\nabcde3f\nNEXTLEVEL\n1g\n");

	(void)state;
	assert_string_equal(hyphenated(&k, h, "abcdefg", 1, 1), "abcde-f-g");
	/* of a pattern given twice the later one counts */
	assert_string_equal(hyphenated(&k, h, "abcdefh", 1, 1), "abcde-f-h");
	assert_string_equal(hyphenated(&k, h, "xabcdefi", 1, 1), "xabcde-f-i");
	/* asked again, the same is said */
	assert_string_equal(hyphenated(&k, h, "abcdefg", 1, 1), "abcde-f-g");
	kit_free(&k);
}

static void levels_joints_first(void **state)
{
	struct kit k = kit_new();
	struct gp_hyphen *h = parse(&k, "UTF-8\nCOMPOUNDLEFTHYPHENMIN 2\nCOMPOUNDRIGHTHYPHENMIN 2\n"
					"foot1ball\nNEXTLEVEL\n1o\n1a\n1l\n");

	(void)state;
	/* at the joint, and inside each part no closer to it than two letters */
	assert_string_equal(hyphenated(&k, h, "football", 1, 1), "f-o-ot-ba-l-l");
	/* without a joint the second level has the whole word */
	assert_string_equal(hyphenated(&k, h, "ballof", 1, 1), "b-a-l-l-of");
	kit_free(&k);
}

static void marks_that_forbid_a_break_beside_them(void **state)
{
	struct kit k = kit_new();
	struct gp_hyphen *h = parse(&k, "UTF-8\nNOHYPHEN ',x\n1a\n'1b\n");

	(void)state;
	assert_string_equal(hyphenated(&k, h, "bbabb'bab", 1, 1), "bb-abb'b-ab");
	assert_string_equal(hyphenated(&k, h, "bbxabab", 1, 1), "bbxab-ab");
	kit_free(&k);
}

static void comments_commands_and_replacements_are_no_patterns(void **state)
{
	struct kit k = kit_new();
	struct gp_hyphen *h = parse(&k, "UTF-8\r\n# 1a\r\n% 1b\r\n\r\nf1f/ff=f,1,2\r\n1c\r\n");

	(void)state;
	assert_non_null(h);
	assert_string_equal(hyphenated(&k, h, "bababaffca", 1, 1), "bababaff-ca");
	kit_free(&k);
}

static void both_character_sets_mean_the_same(void **state)
{
	struct kit k = kit_new();
	struct gp_hyphen *latin = parse(&k, "ISO8859-1\n\xfc"
					    "1b\n");
	struct gp_hyphen *utf = parse(&k, "UTF-8\n\xc3\xbc"
					  "1b\n");

	(void)state;
	assert_string_equal(hyphenated(&k, latin,
				    "\xc3\xbc"
				    "ben",
				    1, 1),
		"\xc3\xbc-ben");
	assert_string_equal(hyphenated(&k, utf,
				    "\xc3\x9c"
				    "ben",
				    1, 1),
		"\xc3\x9c-ben");
	kit_free(&k);
}

static void expect_refused(const char *text, const char *why)
{
	struct kit k = kit_new();
	char *said = NULL;
	size_t len;
	FILE *out = open_memstream(&said, &len);

	assert_null(parse(&k, text));
	gp_diag_print(k.d, out);
	fclose(out);
	if (!strstr(said, why))
		fail_msg("\"%s\" is not in: %s", why, said);
	free(said);
	kit_free(&k);
}

static void bad_files_are_refused_with_line_and_reason(void **state)
{
	char longest[600];

	(void)state;
	expect_refused("", "no patterns");
	expect_refused("UTF-8\n# nothing\n", "no patterns");
	expect_refused("KOI8-R\n1a\n", "\"KOI8-R\"; only UTF-8 and ISO8859-1");
	expect_refused("%PDF-1.4\n", "\"%PDF-1.4\"");
	expect_refused("UTF-8\n1a\na b\n", "hyphenation file \"t.dic\", line 3: is no pattern");
	expect_refused("UTF-8\n1\xff"
		       "a\n",
		"line 2: is not UTF-8");
	memset(longest, 'a', sizeof longest - 1);
	longest[sizeof longest - 1] = '\0';
	memcpy(longest, "UTF-8\n", 6);
	expect_refused(longest, "line 2: is no pattern: too long");
	longest[6 + 121] = '\0';
	expect_refused(longest, "line 2: is no pattern: too long");
}

static void a_file_that_is_not_there(void **state)
{
	struct kit k = kit_new();

	(void)state;
	assert_null(gp_hyphen_load("/no/such.dic", k.a, k.d));
	assert_int_equal(gp_diag_count(k.d, GP_SYSTEM), 1);
	kit_free(&k);
}

static void very_long_words_break_near_their_start_only(void **state)
{
	struct kit k = kit_new();
	struct gp_hyphen *h = parse(&k, "UTF-8\n1a\n");
	bool may[3000];
	char word[3000];
	size_t i, n = 0;

	(void)state;
	memset(word, 'b', sizeof word);
	for (i = 0; i < sizeof word; i += 3)
		word[i] = 'a';
	gp_hyphen_word(h, word, sizeof word, 1, 1, may);
	for (i = 0; i < sizeof word; i++)
		n += may[i];
	assert_in_range(n, 160, 171);
	kit_free(&k);
}

/* --- against libhyphen ----------------------------------------------------------------------- */

struct oracle {
	HyphenDict *dict;
	struct gp_hyphen *own;
	unsigned words, differ;
};

/* To the character set of the dictionary; `from` tells the byte of the word. False: cannot. */
static bool to_dict(const struct oracle *o, const char *word, char *out, size_t *from)
{
	size_t len = strlen(word), i = 0, n = 0, start;
	uint32_t cp;

	while (i < len) {
		start = i;
		cp = gp_utf8_next(word, len, &i);
		if (!o->dict->utf8 && cp > 0xff)
			return false;
		from[n] = start;
		if (!o->dict->utf8)
			out[n++] = (char)cp;
		else
			for (; start < i; start++) {
				from[n] = start;
				out[n++] = word[start];
			}
	}
	from[n] = len;
	out[n] = '\0';
	return true;
}

/* libhyphen marks the byte before a break, we the byte after it. */
static void compare(struct oracle *o, const char *word)
{
	char dict[200], points[210];
	size_t from[200], i, n;
	bool may[200];
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;

	if (strlen(word) > 90 || !to_dict(o, word, dict, from))
		return;
	n = strlen(dict);
	hnj_hyphen_hyphenate3(o->dict, dict, (int)n, points, NULL, &rep, &pos, &cut, 2, 3, 2, 2);
	gp_hyphen_word(o->own, word, strlen(word), 2, 3, may);
	o->words++;
	for (i = 0; i + 1 < n; i++) {
		if (((points[i] & 1) != 0) == may[from[i + 1]])
			continue;
		o->differ++;
		print_message("# differs after byte %zu of %s\n", i, word);
		break;
	}
	assert_null(rep); /* neither file replaces letters */
}

/*
 * The letters of a pattern line, in UTF-8; false when it is none.  Ligatures with a code point of
 * their own (U+FB01) are passed over: libhyphen counts them as two letters, we as one.
 */
static bool word_of_line(const char *line, bool latin1, char *word)
{
	size_t n = 0;

	for (; *line && *line != '\n' && *line != '\r'; line++) {
		if (strchr("#%,/' ", *line) || (*line >= 'A' && *line <= 'Z'))
			return false;
		if ((*line >= '0' && *line <= '9') || *line == '.' || *line == '-')
			continue;
		if (latin1 && (unsigned char)*line >= 0x80)
			n += gp_utf8_put(word + n, (unsigned char)*line);
		else
			word[n++] = *line;
		if (n > 80 || (n > 1 && memcmp(word + n - 2, "\xef\xac", 2) == 0))
			return false;
	}
	word[n] = '\0';
	return n > 0;
}

/* Every so many-th pattern as a word, and each together with the one before: a made compound. */
static void compare_file(const char *path, unsigned every)
{
	struct kit k = kit_new();
	struct oracle o = {hnj_hyphen_load(path), gp_hyphen_load(path, k.a, k.d), 0, 0};
	char line[512], word[200] = "", last[200] = "", both[400];
	FILE *in = fopen(path, "r");
	unsigned i;

	assert_non_null(o.dict);
	assert_non_null(o.own);
	assert_non_null(in);
	for (i = 0; fgets(line, sizeof line, in); i++) {
		if (i % every || i == 0 || !word_of_line(line, !o.dict->utf8, word))
			continue;
		compare(&o, word);
		snprintf(both, sizeof both, "%s%s", last, word);
		compare(&o, both);
		memcpy(last, word, sizeof last);
	}
	fclose(in);
	hnj_hyphen_free(o.dict);
	kit_free(&k);
	assert_true(o.words > 5000);
	assert_int_equal(o.differ, 0);
}

static void english_agrees_with_libhyphen(void **state)
{
	(void)state;
	compare_file(ENGLISH, 1);
}

static void german_agrees_with_libhyphen(void **state)
{
	(void)state;
	compare_file(GERMAN, 7);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(english_words),
		cmocka_unit_test(german_words_break_at_their_joints),
		cmocka_unit_test(the_larger_minimum_holds),
		cmocka_unit_test(the_highest_digit_decides),
		cmocka_unit_test(a_longer_beginning_hides_shorter_patterns),
		cmocka_unit_test(order_and_interruptions_do_not_matter),
		cmocka_unit_test(levels_joints_first),
		cmocka_unit_test(marks_that_forbid_a_break_beside_them),
		cmocka_unit_test(comments_commands_and_replacements_are_no_patterns),
		cmocka_unit_test(both_character_sets_mean_the_same),
		cmocka_unit_test(bad_files_are_refused_with_line_and_reason),
		cmocka_unit_test(a_file_that_is_not_there),
		cmocka_unit_test(very_long_words_break_near_their_start_only),
		cmocka_unit_test(english_agrees_with_libhyphen),
		cmocka_unit_test(german_agrees_with_libhyphen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
