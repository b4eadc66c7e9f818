/*
 * The schema table: the file of the house is what it prints, every type of block is in it, lengths
 * and hints.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "read_kit.h"

#include "base/file.h"
#include "read/schema.h"

static char *printed_schema(size_t *len)
{
	char *buf = NULL;
	FILE *f = open_memstream(&buf, len);

	gp_read_print_schema(f);
	fclose(f);
	return buf;
}

static void the_file_is_what_is_printed(void **state)
{
	struct gp_arena *a = gp_arena_new();
	struct gp_diag *d = gp_diag_new();
	struct gp_bytes file;
	size_t len;
	char *buf = printed_schema(&len);

	(void)state;
	assert_true(
		gp_file_read("content/house/guide.schema.json", 1 << 20, GP_NOWHERE, a, d, &file));
	if (file.len != len || memcmp(file.data, buf, len) != 0)
		fail_msg("content/house/guide.schema.json is out of date; "
			 "write it anew with `guidepress schema`");
	free(buf);
	gp_diag_free(d);
	gp_arena_free(a);
}

/* Collect the targets of every "$ref" below v, and check that they are there. */
static void check_refs(const struct gp_json *v, const struct gp_json *defs, size_t *n)
{
	const char *ref = gp_json_string(v, "$ref");
	size_t i;

	if (ref) {
		assert_memory_equal(ref, "#/$defs/", 8);
		assert_non_null(gp_json_lookup(defs, ref + 8));
		(*n)++;
	}
	for (i = 0; i < v->n; i++)
		check_refs(&v->items[i], defs, n);
}

static void what_is_printed_is_whole(void **state)
{
	struct gp_arena *a = gp_arena_new();
	struct gp_diag *d = gp_diag_new();
	size_t len, refs = 0;
	char *buf = printed_schema(&len);
	const struct gp_json *root = gp_json_parse("schema", buf, len, a, d), *defs, *block;

	(void)state;
	assert_non_null(root);
	assert_string_equal(kit_messages(a, d), "");
	defs = gp_json_lookup(root, "$defs");
	check_refs(root, defs, &refs);
	assert_true(refs > 100);
	block = gp_json_list(gp_json_lookup(defs, "block"), "oneOf");
	assert_int_equal(block->n, gp_schema_block.n_options);
	free(buf);
	gp_diag_free(d);
	gp_arena_free(a);
}

static void hints_are_near_or_few(void **state)
{
	static const char *const names[] = {"bullet", "tick", "number"};
	struct gp_arena *a = gp_arena_new();
	struct gp_diag *d = gp_diag_new();
	const char *many[30];
	size_t i;

	(void)state;
	for (i = 0; i < 30; i++)
		many[i] = gp_arena_printf(a, "name%zu", i);
	assert_string_equal(gp_hint("tik", names, 3, a, d), "; did you mean \"tick\"?");
	assert_string_equal(
		gp_hint("round", names, 3, a, d), "; known: \"bullet\", \"tick\", \"number\"");
	assert_string_equal(gp_hint("round", many, 30, a, d), "");
	assert_string_equal(gp_hint("nam7", many, 30, a, d), "; did you mean \"name7\"?");
	assert_string_equal(gp_hint("x", names, 0, a, d), "");
	gp_diag_free(d);
	gp_arena_free(a);
}

static void names_are_found(void **state)
{
	struct gp_arena *a = gp_arena_new();
	struct gp_names t = {NULL, 0, 0, NULL, 0};
	size_t i;

	(void)state;
	assert_null(gp_names_lookup(&t, "a"));
	for (i = 0; i < 5000; i++)
		assert_true(gp_names_add(&t,
			(struct gp_name){.name = gp_arena_printf(a, "n%zu", i), .index = i}, a));
	for (i = 0; i < 5000; i++) {
		const char *name = gp_arena_printf(a, "n%zu", i);

		assert_int_equal(gp_names_lookup(&t, name)->index, i);
		assert_false(gp_names_add(&t, (struct gp_name){.name = name}, a));
	}
	assert_null(gp_names_lookup(&t, "n5000"));
	assert_int_equal(t.n, 5000);
	gp_arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_file_is_what_is_printed),
		cmocka_unit_test(what_is_printed_is_whole),
		cmocka_unit_test(hints_are_near_or_few),
		cmocka_unit_test(names_are_found),
	};

	return cmocka_run_group_tests_name("read_schema", tests, NULL, NULL);
}
