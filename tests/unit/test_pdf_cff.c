/* CFF tables made by hand: name-keyed, CID-keyed in the three formats of charset, and broken. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/cff.h"

#include <stdlib.h>
#include <string.h>

/* Header, name INDEX ("A"), top DICT INDEX of the given dictionary; then what follows. */
static struct gp_bytes table(const uint8_t *dict, size_t n_dict, const uint8_t *rest, size_t n_rest)
{
	static uint8_t out[256];
	const uint8_t head[] = {1, 0, 4, 1, 0, 1, 1, 1, 2, 'A', 0, 1, 1, 1, (uint8_t)(1 + n_dict)};

	memcpy(out, head, sizeof head);
	memcpy(out + sizeof head, dict, n_dict);
	if (n_rest)
		memcpy(out + sizeof head + n_dict, rest, n_rest);
	return (struct gp_bytes){out, sizeof head + n_dict + n_rest};
}

/* ROS with three operands, a real and a long number between, then charset at byte 15 + 17. */
static const uint8_t keyed[] = {
	139, 140, 28, 0, 5, 12, 30, 30, 0x1a, 0x2f, 12, 3, 139 + 32, 15, 247, 9, 17};

static bool cids(const uint8_t *charset, size_t n, uint32_t glyphs[4])
{
	struct gp_arena *a = gp_arena_new();
	bool ok = gp_cff_cids(table(keyed, sizeof keyed, charset, n), glyphs, 4, a);

	gp_arena_free(a);
	return ok;
}

static void test_name_keyed(void **state)
{
	static const uint8_t dict[] = {139 + 32, 15};
	uint32_t glyphs[4] = {3, 1, 70000, 0};
	struct gp_arena *a = gp_arena_new();

	(void)state;
	assert_true(gp_cff_cids(table(dict, sizeof dict, NULL, 0), glyphs, 4, a));
	assert_int_equal(glyphs[0], 3);
	assert_int_equal(glyphs[2], 70000);
	gp_arena_free(a);
}

static void test_formats(void **state)
{
	static const struct {
		uint8_t bytes[16];
		size_t n;
		uint32_t expected[4]; /* of the glyphs 0, 1, 3, 5 */
	} rows[] = {
		{{0, 0, 9, 0, 8, 1, 0, 0, 6, 0, 5}, 11, {0, 9, 256, 5}},
		{{1, 0, 10, 2, 1, 44, 1}, 7, {0, 10, 12, 301}},
		{{2, 0, 20, 0, 0, 2, 0, 0, 200}, 9, {0, 20, 513, 515}},
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint32_t glyphs[4] = {0, 1, 3, 5};

		assert_true(cids(rows[i].bytes, rows[i].n, glyphs));
		assert_memory_equal(glyphs, rows[i].expected, sizeof glyphs);
	}
}

static void test_broken(void **state)
{
	static const uint8_t whole[] = {0, 0, 9, 0, 8, 1, 0, 0, 6, 0, 5};
	struct gp_bytes t;
	struct gp_arena *a = gp_arena_new();
	size_t n, i;

	(void)state;
	for (n = 0; n < sizeof whole; n++) { /* a charset that ends too early */
		uint32_t glyphs[4] = {0, 1, 3, 5};

		assert_false(cids(whole, n, glyphs));
	}
	assert_false(cids((const uint8_t[]){3, 0, 1}, 3, (uint32_t[4]){1, 0, 0, 0}));
	t = table(keyed, sizeof keyed, whole, sizeof whole);
	for (n = 0; n < t.len;
		n++) { /* and the whole table; in a block of its own, for the sanitizer */
		uint32_t glyphs[4] = {0, 1, 3, 5};
		uint8_t *copy = malloc(n + 1);

		assert_non_null(copy);
		memcpy(copy, t.data, n);
		gp_cff_cids((struct gp_bytes){copy, n}, glyphs, 4, a);
		for (i = 0; i < n; i++) {
			uint32_t again[4] = {0, 1, 3, 5};

			copy[i] ^= 0xff;
			gp_cff_cids((struct gp_bytes){copy, n}, again, 4, a);
			copy[i] ^= 0xff;
		}
		free(copy);
	}
	gp_arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_name_keyed),
		cmocka_unit_test(test_formats),
		cmocka_unit_test(test_broken),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
