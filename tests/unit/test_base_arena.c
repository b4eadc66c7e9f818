/*
 * Arenas: zeroed, aligned, separate memory; growth keeps what was there; sizes that overflow and a
 * system without memory end the program with status 3.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/arena.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static bool is_zero(const unsigned char *p, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (p[i])
			return false;
	}
	return true;
}

static void memory_is_zeroed_and_separate(void **state)
{
	static const size_t sizes[] = {
		1, 3, 8, 16, 17, 100, 4095, 4096, 4097, 70000, 300000, 1000000, 2100000};
	struct gp_arena *a = gp_arena_new();
	unsigned char *p[2 * sizeof sizes / sizeof sizes[0]];
	size_t i, k, n = sizeof p / sizeof p[0];

	(void)state;
	for (i = 0; i < n; i++) {
		p[i] = gp_arena_alloc(a, sizes[i / 2]);
		assert_true(is_zero(p[i], sizes[i / 2]));
		assert_int_equal((uintptr_t)p[i] % _Alignof(max_align_t), 0);
		memset(p[i], (int)i + 1, sizes[i / 2]);
	}
	for (i = 0; i < n; i++) {
		for (k = 0; k < sizes[i / 2]; k++)
			assert_int_equal(p[i][k], i + 1);
	}
	assert_true(gp_arena_used(a) >= 2 * (300000 + 1000000));
	gp_arena_free(a);
}

/* Memory given out raw and written on must not come back as memory that counts as zeroed. */
static void raw_memory_stays_apart(void **state)
{
	struct gp_arena *a = gp_arena_new();
	size_t round;
	unsigned char *raw, *zeroed;

	(void)state;
	for (round = 0; round < 200; round++) {
		raw = gp_arena_raw(a, 40000);
		memset(raw, 0xa5, 40000);
		zeroed = gp_arena_alloc(a, 300);
		assert_true(is_zero(zeroed, 300));
		assert_true(zeroed + 300 <= raw || raw + 40000 <= zeroed);
	}
	gp_arena_free(a);
}

/* What an arena held lives on in another, which goes on where it was. */
static void arenas_are_joined(void **state)
{
	static const size_t sizes[] = {0, 10, 5000, 3000000};
	struct gp_arena *a, *b;
	size_t i, k, used;
	char *mine, *theirs, *later;

	(void)state;
	for (i = 0; i < 4; i++) {
		for (k = 0; k < 4; k++) {
			a = gp_arena_new();
			b = gp_arena_new();
			mine = sizes[i] ? memset(gp_arena_raw(a, sizes[i]), 'a', sizes[i]) : NULL;
			theirs = sizes[k] ? memset(gp_arena_raw(b, sizes[k]), 'b', sizes[k]) : NULL;
			used = gp_arena_used(a) + gp_arena_used(b);
			gp_arena_join(a, b);
			assert_int_equal(gp_arena_used(a), used);
			later = memset(gp_arena_raw(a, 100), 'c', 100);
			assert_true(!mine || (mine[0] == 'a' && mine[sizes[i] - 1] == 'a'));
			assert_true(!theirs || (theirs[0] == 'b' && theirs[sizes[k] - 1] == 'b'));
			assert_int_equal(later[99], 'c');
			gp_arena_free(a);
		}
	}
}

static void nothing_is_fine(void **state)
{
	struct gp_arena *a = gp_arena_new();

	(void)state;
	assert_non_null(gp_arena_alloc(a, 0));
	assert_non_null(gp_arena_array(a, 0, 100));
	assert_non_null(gp_arena_array(a, 100, 0));
	assert_string_equal(gp_arena_strn(a, NULL, 0), "");
	gp_arena_free(a);
	gp_arena_free(NULL);
}

static void growing_keeps_what_is_there(void **state)
{
	struct gp_arena *a = gp_arena_new();
	int *list = NULL;
	size_t n = 0, cap = 0, i;

	(void)state;
	for (i = 0; i < 100000; i++)
		*GP_PUSH(a, list, n, cap) = (int)i;
	assert_int_equal(n, 100000);
	assert_true(cap >= n && cap < 2 * n);
	for (i = 0; i < n; i++)
		assert_int_equal(list[i], i);
	assert_ptr_equal(gp_arena_grow(a, list, &cap, n, sizeof *list), list);
	/* all blocks of a doubling array together are no more than twice the last */
	assert_true(gp_arena_used(a) < 2 * cap * sizeof *list + 4096);
	gp_arena_free(a);
}

static void strings_are_copied(void **state)
{
	struct gp_arena *a = gp_arena_new();
	char text[] = "abcdef", *s = gp_arena_str(a, text), *t = gp_arena_strn(a, text, 3);
	char *long_one = gp_arena_alloc(a, 100001);

	(void)state;
	text[0] = 'X';
	assert_string_equal(s, "abcdef");
	assert_string_equal(t, "abc");
	assert_string_equal(gp_arena_printf(a, "%s-%d-%%", t, 5), "abc-5-%");
	memset(long_one, 'x', 100000);
	assert_int_equal(strlen(gp_arena_printf(a, "<%s>", long_one)), 100002);
	gp_arena_free(a);
}

/* Run f in a child; its status and what it wrote to stderr. */
static int in_child(void (*f)(void), char *text, size_t cap)
{
	int ends[2], status;
	size_t have = 0;
	ssize_t n;
	pid_t pid;

	assert_int_equal(pipe(ends), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (pid == 0) {
		dup2(ends[1], STDERR_FILENO);
		close(ends[0]);
		close(ends[1]);
		f();
		_exit(0);
	}
	close(ends[1]);
	while (have < cap - 1 && (n = read(ends[0], text + have, cap - 1 - have)) > 0)
		have += (size_t)n;
	text[have] = '\0';
	close(ends[0]);
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void overflow_of_a_product(void)
{
	gp_arena_array(gp_arena_new(), SIZE_MAX / 2, 3);
}

static void overflow_of_a_block(void)
{
	gp_arena_alloc(gp_arena_new(), SIZE_MAX - 8);
}

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)
#define LIBRARIES_END_TOO 1
/* A library asks the C library itself. */
static void library_without_memory(void)
{
	volatile size_t most = SIZE_MAX / 2;
	void *volatile p = malloc(most);

	free(p);
}
#endif

static void no_memory_is_status_3(void **state)
{
	static const char words[] =
		"guidepress: error: out of memory; close other programs and run it again\n";
	char text[256];

	(void)state;
	assert_int_equal(in_child(overflow_of_a_product, text, sizeof text), 3);
	assert_string_equal(text, words);
	assert_int_equal(in_child(overflow_of_a_block, text, sizeof text), 3);
	assert_string_equal(text, words);
#ifdef LIBRARIES_END_TOO
	assert_int_equal(in_child(library_without_memory, text, sizeof text), 3);
	assert_string_equal(text, words);
#endif
}

static void plain_memory_is_never_null(void **state)
{
	char *p = gp_mem_alloc(0);

	(void)state;
	assert_non_null(p);
	p = gp_mem_resize(p, 10);
	memcpy(p, "123456789", 10);
	p = gp_mem_resize(p, 100000);
	assert_string_equal(p, "123456789");
	p = gp_mem_resize(p, 0);
	assert_non_null(p);
	gp_mem_free(p);
	gp_mem_free(NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_and_separate),
		cmocka_unit_test(raw_memory_stays_apart),
		cmocka_unit_test(arenas_are_joined),
		cmocka_unit_test(nothing_is_fine),
		cmocka_unit_test(growing_keeps_what_is_there),
		cmocka_unit_test(strings_are_copied),
		cmocka_unit_test(no_memory_is_status_3),
		cmocka_unit_test(plain_memory_is_never_null),
	};

	return cmocka_run_group_tests_name("base_arena", tests, NULL, NULL);
}
