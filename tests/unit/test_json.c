/*
 * JSON to the letter of RFC 8259, and where everything in it stands.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "read_kit.h"

#include "read/scan.h"
#include "read/spot.h"

#include "base/utf8.h"

struct fixture {
	struct gp_arena *a;
	struct gp_diag *d;
};

static int open_fixture(void **state)
{
	struct fixture *f = malloc(sizeof *f);

	f->a = gp_arena_new();
	f->d = gp_diag_new();
	*state = f;
	return 0;
}

static int close_fixture(void **state)
{
	struct fixture *f = *state;

	gp_diag_free(f->d);
	gp_arena_free(f->a);
	free(f);
	return 0;
}

static const struct gp_json *parse(struct fixture *f, const char *text)
{
	return gp_json_parse("t", text, strlen(text), f->a, f->d);
}

/* --- what is JSON ----------------------------------------------------------------------- */

static void good_text_is_taken(void **state)
{
	static const char *const good[] = {"{}", "[]", " \t\r\n[ ]\n", "\"\"", "null", "true",
		"false", "0", "-0", "0.5", "-12.25e+3", "1E-2", "1e308", "123456789",
		"[1,2,[3,{\"a\":[]}]]", "{\"a\":1,\"b\":{\"a\":2}}", "\"\\\"\\\\\\/\\b\\f\"",
		"\"\\u00e4\\uD83D\\uDE00\"", "\"\xc3\xa4\xf0\x9f\x98\x80\"", "{\"\":1}", "[{},{}]",
		"\"\xe2\x80\xa8\""};
	size_t i;

	for (i = 0; i < sizeof good / sizeof good[0]; i++) {
		if (!parse(*state, good[i]))
			fail_msg("refused: %s", good[i]);
	}
}

/* Each must give exactly one error, and no tree. */
static void bad_text_is_refused(void **state)
{
	static const char *const bad[] = {"", " ", "{", "}", "[", "]", "[1,]", "[,1]", "[1 2]",
		"{,}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "{1:1}",
		"{\"a\":1 \"b\":2}", "[1}", "{\"a\":1]", "01", "-01", "00", "+1", ".5", "1.",
		"1.e1", "1e", "1e+", "-", "--1", "0x10", "1a", "1_000", "1e999", "-1e999",
		"Infinity", "NaN", "nan", "True", "nul", "truefalse", "\"", "\"a", "\"\\\"",
		"\"\\x\"", "\"\\u12\"", "\"\\u12g4\"", "\"\\ud800\"", "\"\\ud800\\u0041\"",
		"\"\\udc00\"", "\"\\u0000\"", "\"a\nb\"", "\"a\tb\"", "\"\x01\"", "'a'", "1 2",
		"{} {}", "[] x", "// a\n1", "1 // a", "/* a */ 1", "[1,/* a */2]", "#\n1",
		"\xef\xbb\xbf{}", "\xff", "\"\xc3\"", "\"\xed\xa0\x80\"", "\"\xc0\x80\"",
		"\xc2\xa0[]", "[\"a\",\n\"b]", "*", "a", "\\u0031", "[\x0b]", "\x0c[]",
		"\"\\\xc3\xa4\""};
	struct fixture *f = *state;
	size_t i;

	for (i = 0; i < sizeof bad / sizeof bad[0]; i++) {
		unsigned before = gp_diag_count(f->d, GP_ERROR);

		if (parse(f, bad[i]))
			fail_msg("taken: %s", bad[i]);
		assert_int_equal(gp_diag_count(f->d, GP_ERROR), before + 1);
	}
}

static void nul_bytes_are_refused(void **state)
{
	static const char text[] = "{\"a\":1}\0", inside[] = "[1,\0 2]", string[] = "\"a\0b\"";
	struct fixture *f = *state;

	assert_null(gp_json_parse("t", text, sizeof text - 1, f->a, f->d));
	assert_null(gp_json_parse("t", inside, sizeof inside - 1, f->a, f->d));
	assert_null(gp_json_parse("t", string, sizeof string - 1, f->a, f->d));
	assert_non_null(gp_json_parse("t", text, sizeof text - 2, f->a, f->d));
}

static void depth_is_limited(void **state)
{
	char text[2 * (GP_SCAN_DEPTH + 1) + 1];
	size_t n;

	for (n = GP_SCAN_DEPTH; n <= GP_SCAN_DEPTH + 1; n++) {
		memset(text, '[', n);
		memset(text + n, ']', n);
		text[2 * n] = '\0';
		assert_int_equal(parse(*state, text) != NULL, n == GP_SCAN_DEPTH);
	}
}

static void numbers_are_exact(void **state)
{
	const struct gp_json *v = parse(*state, "[0, -0.5, 12.25, 1e3, 1E-2, 9007199254740993]");

	assert_int_equal(v->n, 6);
	assert_true(v->items[0].number == 0 && v->items[1].number == -0.5);
	assert_true(v->items[2].number == 12.25 && v->items[3].number == 1000);
	assert_true(v->items[4].number == 0.01 && v->items[5].number == 9007199254740992.0);
}

/* However many figures it is written with, and with what follows it in its place. */
static void long_numbers_are_read(void **state)
{
	struct fixture *f = *state;
	char zeros[101], *text;
	const struct gp_json *v;

	memset(zeros, '0', 100);
	zeros[100] = '\0';
	text = gp_arena_printf(f->a,
		"[0.%s1, 5%s, -0.25%s, 25%se-100, "
		"0.0000000000000000000000000000000000000000000000000000000001, 7]",
		zeros, zeros, zeros, zeros);
	v = parse(f, text);
	assert_int_equal(v->n, 6);
	assert_true(v->items[0].number == 1e-101 && v->items[1].number == 5e100);
	assert_true(v->items[2].number == -0.25 && v->items[3].number == 25);
	assert_true(v->items[4].number == 1e-58 && v->items[5].number == 7);
	assert_int_equal(v->items[5].place.offset, strlen(text) - 2);
}

/* --- trees ------------------------------------------------------------------------------ */

static void trees_hold_what_is_written(void **state)
{
	const struct gp_json *v = parse(*state,
		"{\"a\": [1, \"zw\\u00f6lf\", null, true, false], \"b\": {\"c\": {}}, \"d\": -1}");
	const struct gp_json *a = gp_json_lookup(v, "a");

	assert_int_equal(v->kind, GP_JSON_OBJECT);
	assert_int_equal(v->n, 3);
	assert_int_equal(a->kind, GP_JSON_LIST);
	assert_int_equal(a->n, 5);
	assert_string_equal(a->items[1].string, "zw\u00f6lf");
	assert_int_equal(a->items[2].kind, GP_JSON_NULL);
	assert_true(a->items[3].truth && !a->items[4].truth);
	assert_null(a->items[0].key);
	assert_string_equal(v->items[1].key, "b");
	assert_int_equal(gp_json_lookup(gp_json_lookup(v, "b"), "c")->n, 0);
}

static void lookups_forgive(void **state)
{
	const struct gp_json *v =
		parse(*state, "{\"s\": \"x\", \"n\": 2.5, \"l\": [1], \"t\": true, "
			      "\"i\": 7, \"m\": -7}");

	assert_null(gp_json_lookup(NULL, "a"));
	assert_null(gp_json_lookup(v, "S"));
	assert_null(gp_json_lookup(&v->items[0], "s"));
	assert_string_equal(gp_json_string(v, "s"), "x");
	assert_null(gp_json_string(v, "n"));
	assert_int_equal(gp_json_list(v, "l")->n, 1);
	assert_int_equal(gp_json_list(v, "s")->n, 0);
	assert_int_equal(gp_json_list(NULL, "s")->n, 0);
	assert_true(gp_json_is_true(v, "t"));
	assert_false(gp_json_is_true(v, "s"));
	assert_int_equal(gp_json_unsigned(v, "i", 3), 7);
	assert_int_equal(gp_json_unsigned(v, "n", 3), 3);
	assert_int_equal(gp_json_unsigned(v, "m", 3), 3);
	assert_int_equal(gp_json_unsigned(v, "zz", 3), 3);
	assert_int_equal(gp_json_place(NULL).file, 0);
}

static void keys_twice_are_reported_once_each(void **state)
{
	struct fixture *f = *state;

	assert_non_null(
		parse(f, "{\"a\":1,\"b\":2,\"a\":3,\"\\u0061\":4,\"c\":{\"b\":1,\"b\":2}}"));
	assert_int_equal(gp_diag_count(f->d, GP_ERROR), 3);
	assert_string_equal(kit_messages(f->a, f->d),
		"t:1:14: error: the key \"a\" stands twice in one object; keep one of them [at "
		"/a]\n"
		"t:1:20: error: the key \"a\" stands twice in one object; keep one of them [at "
		"/a]\n"
		"t:1:42: error: the key \"b\" stands twice in one object; keep one of them [at "
		"/c/b]\n");
}

static void forbidden_characters_are_reported(void **state)
{
	struct fixture *f = *state;

	assert_non_null(parse(
		f, "[\"a\\nb\", \"x\\u202ey\", \"\xc2\x85\", \"\xef\xbf\xbe\", \"\\u00ad\"]"));
	assert_int_equal(gp_diag_count(f->d, GP_ERROR), 4);
}

/* --- places ----------------------------------------------------------------------------- */

/* Follow a JSON Pointer down the tree. */
static const struct gp_json *follow(const struct gp_json *v, const char *pointer)
{
	char part[256];
	size_t n;

	while (v && *pointer == '/') {
		for (n = 0, pointer++; *pointer && *pointer != '/'; pointer++, n++) {
			part[n] = *pointer;
			if (*pointer == '~')
				part[n] = *++pointer == '1' ? '/' : '~';
		}
		part[n] = '\0';
		v = v->kind == GP_JSON_LIST ? &v->items[strtoul(part, NULL, 10)]
					    : gp_json_lookup(v, part);
	}
	return v;
}

/* Every node's place gives a pointer that leads back to the node; so does its key's. */
static void check_tree(const struct gp_json *root, const struct gp_json *v, const char *text)
{
	char buf[512];
	size_t i;

	gp_read_pointer(text, strlen(text), v->place.offset, buf, sizeof buf);
	assert_ptr_equal(follow(root, buf), v);
	if (v->kind == GP_JSON_STRING)
		assert_int_equal(text[v->place.offset], '"');
	if (v->key) {
		gp_read_pointer(text, strlen(text), v->key_place.offset, buf, sizeof buf);
		assert_ptr_equal(follow(root, buf), v);
		assert_int_equal(text[v->key_place.offset], '"');
		assert_true(v->key_place.offset < v->place.offset);
	}
	for (i = 0; i < v->n; i++)
		check_tree(root, &v->items[i], text);
}

static void pointers_lead_back(void **state)
{
	static const char *const texts[] = {"{\"a\": [1, {\"b\": \"x\", \"c\": [[], [2]]}, \"y\"]}",
		"[[[1]], {}, {\"\": 0}, \"z\"]", "{\"a/b\": {\"~\": [true, null], \"~1\": 5}}",
		"{\"q\\\"\\u00e4\": {\"x\": [\"]}\", \"{[\", \"\\\\\", \",:\"]}, \"e\": 5}",
		" \n { \"k\" : \t[ -1e5 ,\"\"] } ", "5"};
	size_t i;

	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		const struct gp_json *root = parse(*state, texts[i]);

		assert_non_null(root);
		check_tree(root, root, texts[i]);
	}
}

static const char *pointer(const char *text, size_t offset)
{
	static char buf[128];

	gp_read_pointer(text, strlen(text), offset, buf, sizeof buf);
	return buf;
}

static void pointers_of_other_places(void **state)
{
	const char *text = "{\"ab\": \"xyz\", \"c\": [10, 20]}";

	(void)state;
	assert_string_equal(pointer(text, 0), "");
	assert_string_equal(pointer(text, 2), "/ab");
	assert_string_equal(pointer(text, 9), "/ab");
	assert_string_equal(pointer(text, 21), "/c/0");
	assert_string_equal(pointer(text, 25), "/c/1");
	assert_string_equal(pointer(text, 1000), "");
	assert_string_equal(pointer("", 0), "");
	assert_string_equal(pointer("{\"a\":", 5), "/a");
	assert_string_equal(pointer("[\"\\\"", 2), "/0");
	assert_string_equal(pointer("]]}}", 3), "");
	assert_string_equal(pointer("{\"a\\u00e4\\n\":1}", 14), "/a\u00e4?");
}

/* A pointer that does not fit is cut between characters. */
static void long_pointers_are_cut(void **state)
{
	const char *text = "{\"\u00e4\u00e4\": {\"bcd\": 1}}";
	char buf[16];
	size_t cap;

	(void)state;
	for (cap = 1; cap <= sizeof buf; cap++) {
		memset(buf, 'x', sizeof buf);
		gp_read_pointer(text, strlen(text), 16, buf, cap);
		assert_true(strlen(buf) < cap);
		assert_memory_equal(buf, "/\u00e4\u00e4/bcd", strlen(buf));
		assert_int_equal(gp_utf8_check(buf, strlen(buf)), strlen(buf));
	}
	gp_read_pointer(text, strlen(text), 16, NULL, 0);
}

/* Spots forwards, backwards and in any order are those of a fresh start. */
static void spots_are_found(void **state)
{
	struct fixture *f = *state;
	const struct gp_json *v = parse(f, "[\"a\\u00e4b\\n\u00fcc\\ud83d\\ude00d\\\"e\"]");
	static const uint32_t bytes[] = {
		2, 3, 3, 9, 10, 12, 12, 14, 15, 15, 15, 15, 27, 28, 30, 31};
	struct gp_spotter s = gp_spotter_new(f->d, v->items[0].place);
	uint32_t i, k;

	for (i = 0; i < sizeof bytes / sizeof bytes[0]; i++)
		assert_int_equal(gp_read_spot(f->d, v->items[0].place, i).offset, bytes[i]);
	for (i = 0; i < 16; i++) {
		k = i * 7 % 16;
		assert_int_equal(gp_spotter_at(&s, k).offset, bytes[k]);
	}
	assert_int_equal(gp_read_spot(f->d, v->items[0].place, 99).offset, 31);
	assert_int_equal(gp_read_spot(f->d, v->place, 5).offset, v->place.offset);
	assert_int_equal(gp_read_spot(f->d, GP_NOWHERE, 5).file, 0);
}

/* --- size ------------------------------------------------------------------------------- */

static void wide_lists_are_read(void **state)
{
	enum { ITEMS = 100000 };
	struct fixture *f = *state;
	const struct gp_json *v;
	char *text = NULL;
	size_t i, len;
	FILE *out = open_memstream(&text, &len);

	for (i = 0; i < ITEMS; i++)
		fprintf(out, "%s{\"k\":%zu}", i ? "," : "[", i);
	fputs("]", out);
	fclose(out);
	v = parse(f, text);
	free(text);
	assert_int_equal(v->n, ITEMS);
	for (i = 0; i < ITEMS; i++)
		assert_int_equal(gp_json_unsigned(&v->items[i], "k", 0), i);
}

static void files_are_read(void **state)
{
	struct fixture *f = *state;

	assert_non_null(gp_json_read("tests/golden/read/base/guide.json", f->a, f->d));
	assert_null(gp_json_read("tests/golden/read/base/nowhere.json", f->a, f->d));
	assert_null(gp_json_read("tests/golden/read/base", f->a, f->d));
	assert_int_equal(gp_diag_count(f->d, GP_SYSTEM), 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

static void characters_that_cannot_be_printed_are_told_apart(void **state)
{
	static const struct {
		uint32_t cp;
		enum gp_msg msg;
	} cases[] = {{'\n', GP_MSG_CHAR_LINE}, {'\r', GP_MSG_CHAR_LINE}, {0x2029, GP_MSG_CHAR_LINE},
		{'\t', GP_MSG_CHAR_CONTROL}, {0x7f, GP_MSG_CHAR_CONTROL},
		{0x85, GP_MSG_CHAR_CONTROL}, {0xfeff, GP_MSG_CHAR_CONTROL},
		{0x206a, GP_MSG_CHAR_CONTROL}, {0x206f, GP_MSG_CHAR_CONTROL},
		{0xfff9, GP_MSG_CHAR_CONTROL}, {0xfffb, GP_MSG_CHAR_CONTROL},
		{0xe0001, GP_MSG_CHAR_CONTROL}, {0xe0041, GP_MSG_CHAR_CONTROL},
		{0x200e, GP_MSG_CHAR_BIDI}, {0x202e, GP_MSG_CHAR_BIDI}, {0x2066, GP_MSG_CHAR_BIDI},
		{0x61c, GP_MSG_CHAR_BIDI}, {0xfdd0, GP_MSG_CHAR_NONE}, {0xfffe, GP_MSG_CHAR_NONE},
		{0x10ffff, GP_MSG_CHAR_NONE}, {' ', GP_N_MSG}, {0xa0, GP_N_MSG}, {0xad, GP_N_MSG},
		{0x200b, GP_N_MSG}, {0x200d, GP_N_MSG}, {0x2028, GP_N_MSG}, {0x2065, GP_N_MSG},
		{0xfffc, GP_N_MSG}, {0xfffd, GP_N_MSG}, {0xe0100, GP_N_MSG}, {0x1f600, GP_N_MSG}};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		if (gp_json_char_fault(cases[i].cp) != cases[i].msg)
			fail_msg("U+%04X", (unsigned)cases[i].cp);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(good_text_is_taken),
		TEST(bad_text_is_refused),
		TEST(nul_bytes_are_refused),
		TEST(depth_is_limited),
		TEST(numbers_are_exact),
		TEST(long_numbers_are_read),
		TEST(trees_hold_what_is_written),
		TEST(lookups_forgive),
		TEST(keys_twice_are_reported_once_each),
		TEST(forbidden_characters_are_reported),
		TEST(characters_that_cannot_be_printed_are_told_apart),
		TEST(pointers_lead_back),
		TEST(pointers_of_other_places),
		TEST(long_pointers_are_cut),
		TEST(spots_are_found),
		TEST(wide_lists_are_read),
		TEST(files_are_read),
	};

	return cmocka_run_group_tests_name("json", tests, NULL, NULL);
}
