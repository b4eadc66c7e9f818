/*
 * Files: read whole or refused with a reason; written so that the old or the new file is there,
 * never a part.
 */
#define _DEFAULT_SOURCE /* flock */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/file.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
	struct gp_arena *a;
	struct gp_diag *d;
	char dir[64];
};

static const char *in(struct fixture *f, const char *name)
{
	return gp_path_join(f->a, f->dir, name);
}

static size_t count_entries(const char *dir)
{
	DIR *d = opendir(dir);
	size_t n = 0;

	assert_non_null(d);
	while (readdir(d))
		n++;
	closedir(d);
	return n - 2;
}

static int open_fixture(void **state)
{
	struct fixture *f = malloc(sizeof *f);

	*f = (struct fixture){
		.a = gp_arena_new(), .d = gp_diag_new(), .dir = "/tmp/gp-test-XXXXXX"};
	*state = f;
	return mkdtemp(f->dir) ? 0 : -1;
}

static int close_fixture(void **state)
{
	struct fixture *f = *state;
	DIR *d = opendir(f->dir);
	struct dirent *e;

	while ((e = readdir(d)) != NULL)
		remove(in(f, e->d_name));
	closedir(d);
	rmdir(f->dir);
	gp_diag_free(f->d);
	gp_arena_free(f->a);
	free(f);
	return 0;
}

static struct gp_bytes bytes(const char *s)
{
	return (struct gp_bytes){(const uint8_t *)s, strlen(s)};
}

static bool holds(struct fixture *f, const char *path, const char *text)
{
	struct gp_bytes b;

	return gp_file_read(path, 1 << 20, GP_NOWHERE, f->a, f->d, &b) && b.len == strlen(text) &&
	       memcmp(b.data, text, b.len) == 0 && b.data[b.len] == '\0';
}

static bool put(const char *path)
{
	FILE *file = fopen(path, "w");

	return file && fputs("half a fi", file) >= 0 && fclose(file) == 0;
}

static void what_is_written_is_read(void **state)
{
	struct fixture *f = *state;
	const char *path = in(f, "a");
	char *large = gp_arena_alloc(f->a, 1000000);

	assert_false(gp_file_exists(path));
	assert_true(gp_file_write(path, bytes("one"), f->d));
	assert_true(gp_file_exists(path));
	assert_true(holds(f, path, "one"));
	assert_true(gp_file_write(path, bytes(""), f->d));
	assert_true(holds(f, path, ""));
	memset(large, 'x', 999999);
	assert_true(gp_file_write(path, bytes(large), f->d));
	assert_true(holds(f, path, large));
	assert_int_equal(count_entries(f->dir), 1);
	assert_false(gp_diag_failed(f->d));
}

static void mapped_files_hold_the_same(void **state)
{
	static const char words[] = "one\ntwo\n";
	struct fixture *f = *state;
	struct gp_bytes b = {(const uint8_t *)words, sizeof words - 1};
	struct gp_mapped m;

	assert_true(gp_file_write(in(f, "x"), b, f->d));
	assert_true(gp_file_map(in(f, "x"), 8, GP_NOWHERE, f->a, f->d, &m));
	assert_int_equal(m.bytes.len, b.len);
	assert_memory_equal(m.bytes.data, words, b.len);
	gp_file_unmap(&m);
	assert_int_equal(m.bytes.len, 0);
	gp_file_unmap(&m);

	assert_true(gp_file_write(in(f, "void"), (struct gp_bytes){b.data, 0}, f->d));
	assert_true(gp_file_map(in(f, "void"), 8, GP_NOWHERE, f->a, f->d, &m));
	assert_int_equal(m.bytes.len, 0);
	gp_file_unmap(&m);
	assert_false(gp_diag_failed(f->d));

	assert_false(gp_file_map(in(f, "x"), 7, GP_NOWHERE, f->a, f->d, &m));
	assert_false(gp_file_map(in(f, "none"), 8, GP_NOWHERE, f->a, f->d, &m));
	assert_false(gp_file_map(f->dir, 8, GP_NOWHERE, f->a, f->d, &m));
	assert_true(gp_diag_failed(f->d));
}

static void modes_are_kept(void **state)
{
	struct fixture *f = *state;
	const char *path = in(f, "a");
	struct stat st;

	assert_true(gp_file_write(path, bytes("one"), f->d));
	assert_int_equal(chmod(path, 0640), 0);
	assert_true(gp_file_write(path, bytes("two"), f->d));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
	/* also what a new file would not be given */
	assert_int_equal(chmod(path, 0666), 0);
	umask(022);
	assert_true(gp_file_write(path, bytes("three"), f->d));
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0666);
}

static void odd_files_are_refused(void **state)
{
	struct fixture *f = *state;
	struct gp_bytes b;

	assert_int_equal(mkfifo(in(f, "fifo"), 0600), 0);
	assert_false(gp_file_read(in(f, "fifo"), 100, GP_NOWHERE, f->a, f->d, &b));
	assert_false(gp_file_read(f->dir, 100, GP_NOWHERE, f->a, f->d, &b));
	assert_false(gp_file_read("/dev/zero", 100, GP_NOWHERE, f->a, f->d, &b));
	assert_false(gp_file_read(in(f, "none"), 100, GP_NOWHERE, f->a, f->d, &b));
	assert_int_equal(gp_diag_count(f->d, GP_SYSTEM), 4);
	assert_true(gp_file_write(in(f, "big"), bytes("12345678901"), f->d));
	assert_false(gp_file_read(in(f, "big"), 10, GP_NOWHERE, f->a, f->d, &b));
	assert_int_equal(gp_diag_count(f->d, GP_ERROR), 1);
	assert_true(gp_file_read(in(f, "big"), 11, GP_NOWHERE, f->a, f->d, &b));
}

static void bad_targets_are_refused(void **state)
{
	struct fixture *f = *state;

	assert_false(gp_file_write(f->dir, bytes("x"), f->d));
	assert_false(gp_file_write(in(f, "no/such/folder"), bytes("x"), f->d));
	assert_int_equal(gp_diag_count(f->d, GP_SYSTEM), 2);
	assert_int_equal(count_entries(f->dir), 0);
}

/* A full disk: the old file stays, nothing is left behind. */
static void a_failed_write_leaves_the_old_file(void **state)
{
	struct fixture *f = *state;
	const char *path = in(f, "a");
	struct rlimit old, small;
	char *large = gp_arena_alloc(f->a, 100001);

	memset(large, 'x', 100000);
	assert_true(gp_file_write(path, bytes("old"), f->d));
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
	small = old;
	small.rlim_cur = 50000;
	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
	assert_false(gp_file_write(path, bytes(large), f->d));
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
	signal(SIGXFSZ, SIG_DFL);
	assert_int_equal(gp_diag_count(f->d, GP_SYSTEM), 1);
	assert_true(holds(f, path, "old"));
	assert_int_equal(count_entries(f->dir), 1);
}

/* Of several files none is replaced when one cannot be. */
static void all_or_none(void **state)
{
	struct fixture *f = *state;
	const struct gp_output good[] = {
		{in(f, "a"), bytes("new a")}, {in(f, "b"), bytes("new b")}};
	const struct gp_output bad[] = {{in(f, "a"), bytes("newer a")},
		{in(f, "no/such/folder"), bytes("x")}, {in(f, "b"), bytes("newer b")}};

	assert_true(put(in(f, "a")));
	assert_true(gp_files_write(good, 2, f->d));
	assert_true(holds(f, in(f, "a"), "new a"));
	assert_true(holds(f, in(f, "b"), "new b"));
	assert_false(gp_files_write(bad, 3, f->d));
	assert_int_equal(gp_diag_count(f->d, GP_SYSTEM), 1);
	assert_true(holds(f, in(f, "a"), "new a"));
	assert_true(holds(f, in(f, "b"), "new b"));
	assert_int_equal(count_entries(f->dir), 2);
	assert_true(gp_files_write(NULL, 0, f->d));
}

static void pipes_are_written_straight(void **state)
{
	struct fixture *f = *state;
	const char *path = in(f, "fifo");
	char text[16] = "";
	int fd;

	assert_int_equal(mkfifo(path, 0600), 0);
	fd = open(path, O_RDWR);
	assert_true(fd >= 0);
	assert_true(gp_file_write(path, bytes("through"), f->d));
	assert_int_equal(read(fd, text, sizeof text), 7);
	close(fd);
	assert_string_equal(text, "through");
	assert_int_equal(count_entries(f->dir), 1);
	assert_true(gp_file_write("/dev/null", bytes("x"), f->d));
}

/* Temporary files of killed runs go; one whose writer lives, and what only looks like one, stays.
 */
static void strays_are_removed(void **state)
{
	static const char *const kept[] = {
		".a.2.gp-tmp", ".a.x.gp-tmp", ".a.3.gp-tmp~", ".b.4.gp-tmp"};
	struct fixture *f = *state;
	size_t i;
	int fd;

	assert_true(put(in(f, ".a.1.gp-tmp")));
	for (i = 0; i < sizeof kept / sizeof *kept; i++)
		assert_true(put(in(f, kept[i])));
	fd = open(in(f, kept[0]), O_RDONLY);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	assert_true(gp_file_write(in(f, "a"), bytes("new"), f->d));
	assert_false(gp_file_exists(in(f, ".a.1.gp-tmp")));
	for (i = 0; i < sizeof kept / sizeof *kept; i++)
		assert_true(gp_file_exists(in(f, kept[i])));
	close(fd);
	assert_true(gp_file_write(in(f, "a"), bytes("newer"), f->d));
	assert_false(gp_file_exists(in(f, kept[0])));
	assert_true(holds(f, in(f, "a"), "newer"));
}

/* The name that a run would take first is in use elsewhere, and names may be as long as they get.
 */
static void temporary_names_give_way(void **state)
{
	struct fixture *f = *state;
	char name[256];
	const char *taken = gp_arena_printf(f->a, "%s/.a.%ld.gp-tmp", f->dir, (long)getpid());
	int fd;

	assert_true(put(taken));
	fd = open(taken, O_RDONLY);
	assert_int_equal(flock(fd, LOCK_EX), 0);
	assert_true(gp_file_write(in(f, "a"), bytes("x"), f->d));
	assert_true(holds(f, in(f, "a"), "x"));
	assert_true(gp_file_exists(taken));
	close(fd);
	memset(name, 'n', 255);
	name[255] = '\0';
	assert_true(gp_file_write(in(f, name), bytes("y"), f->d));
	assert_true(holds(f, in(f, name), "y"));
}

static void links_are_followed(void **state)
{
	struct fixture *f = *state;
	struct stat st;

	assert_true(gp_file_write(in(f, "real"), bytes("old"), f->d));
	assert_int_equal(symlink("real", in(f, "link")), 0);
	assert_true(gp_file_write(in(f, "link"), bytes("new"), f->d));
	assert_int_equal(lstat(in(f, "link"), &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_true(holds(f, in(f, "real"), "new"));
	assert_int_equal(count_entries(f->dir), 2);
}

/* A link whose file is not there yet, behind another link and in another folder. */
static void links_to_nothing_are_followed(void **state)
{
	struct fixture *f = *state;
	struct stat st;

	assert_int_equal(mkdir(in(f, "far"), 0700), 0);
	assert_int_equal(symlink("far/second", in(f, "first")), 0);
	assert_int_equal(symlink("../new", in(f, "far/second")), 0);
	assert_true(gp_file_write(in(f, "first"), bytes("one"), f->d));
	assert_int_equal(lstat(in(f, "first"), &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(lstat(in(f, "far/second"), &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_true(holds(f, in(f, "new"), "one"));
	assert_int_equal(symlink("b", in(f, "a")), 0);
	assert_int_equal(symlink("a", in(f, "b")), 0);
	assert_false(gp_file_write(in(f, "a"), bytes("x"), f->d));
	assert_int_equal(unlink(in(f, "far/second")), 0);
}

/* By the name of a descriptor a file is gone on with, as output sent there by a shell is. */
static void descriptors_are_written_straight(void **state)
{
	struct fixture *f = *state;
	int fd = open(in(f, "log"), O_WRONLY | O_CREAT | O_APPEND, 0600);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, "one ", 4), 4);
	assert_true(gp_file_write(gp_arena_printf(f->a, "/dev/fd/%d", fd), bytes("two"), f->d));
	assert_true(gp_file_write(
		gp_arena_printf(f->a, "/proc/self/fd/%d", fd), bytes(" three"), f->d));
	close(fd);
	assert_true(holds(f, in(f, "log"), "one two three"));
	assert_false(gp_file_write("/dev/fd/99999", bytes("x"), f->d));
	assert_int_equal(gp_diag_count(f->d, GP_SYSTEM), 1);
}

static void paths_are_joined(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(gp_path_join(f->a, "a/b", "c"), "a/b/c");
	assert_string_equal(gp_path_join(f->a, "a/b/", "c"), "a/b/c");
	assert_string_equal(gp_path_join(f->a, "a", "/c"), "/c");
	assert_string_equal(gp_path_join(f->a, "", "c"), "c");
	assert_string_equal(gp_path_join(f->a, "/", "c"), "/c");
	assert_string_equal(gp_path_dir(f->a, "a/b/c.json"), "a/b");
	assert_string_equal(gp_path_dir(f->a, "c.json"), ".");
	assert_string_equal(gp_path_dir(f->a, "/c.json"), "/");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_written_is_read),
		TEST(mapped_files_hold_the_same),
		TEST(modes_are_kept),
		TEST(odd_files_are_refused),
		TEST(bad_targets_are_refused),
		TEST(a_failed_write_leaves_the_old_file),
		TEST(all_or_none),
		TEST(pipes_are_written_straight),
		TEST(strays_are_removed),
		TEST(temporary_names_give_way),
		TEST(links_are_followed),
		TEST(links_to_nothing_are_followed),
		TEST(descriptors_are_written_straight),
		TEST(paths_are_joined),
	};

	return cmocka_run_group_tests_name("base_file", tests, NULL, NULL);
}
