/*
 * Whole files out: beside their targets, then renamed over them.
 *
 * The temporary file is called ".NAME.NUMBER.gp-tmp" and locked as long as its writer lives.  The
 * system lifts a lock whatever ends a process, so one that can be had is that of a killed run, also
 * where process numbers say nothing: in containers that share a folder.  On a file system without
 * locks nothing is ever taken for a stray.
 */
#define _DEFAULT_SOURCE /* flock, readlink */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
	MAX_STEM = 200, /* bytes of the name taken over; with the rest under NAME_MAX */
	MAX_NUMBER = 20,
	MAX_LINKS = 40, /* as many as Linux follows */
	MAX_PATH = 4096,
	TRIES = 64
};

struct target {
	const struct gp_output *out;
	const char *path, *dir; /* of the file itself, links followed */
	mode_t mode;
	bool is_new;
	bool is_straight;        /* written without a temporary file */
	char stem[MAX_STEM + 3]; /* ".NAME." */
	char *temp;              /* path of the temporary file, room for temp_size bytes */
	size_t temp_size;
	bool is_there; /* the temporary file */
	int lock;      /* a descriptor that holds its lock; -1: none */
};

static bool write_all(int fd, struct gp_bytes b)
{
	size_t done = 0;
	ssize_t n;

	while (done < b.len) {
		n = write(fd, b.data + done, b.len - done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		done += (size_t)n;
	}
	return true;
}

/* Close a descriptor after writing: a disk may tell only now that it is full. */
static bool close_after(int fd, bool ok)
{
	int saved = errno;

	if (close(fd) != 0 && ok)
		return false;
	errno = saved;
	return ok;
}

/* --- what is no ordinary file --------------------------------------------------------------- */

/* The descriptor a path is another name of; -1: none. */
static int descriptor_of(const char *path)
{
	static const char *const folders[] = {"/dev/fd/", "/proc/self/fd/"};
	const char *digits;
	size_t i;

	if (strcmp(path, "/dev/stdout") == 0)
		return STDOUT_FILENO;
	if (strcmp(path, "/dev/stderr") == 0)
		return STDERR_FILENO;
	for (i = 0; i < sizeof folders / sizeof *folders; i++) {
		if (strncmp(path, folders[i], strlen(folders[i])) != 0)
			continue;
		digits = path + strlen(folders[i]);
		if (*digits && strlen(digits) < 6 && strspn(digits, "0123456789") == strlen(digits))
			return (int)strtol(digits, NULL, 10);
	}
	return -1;
}

static bool write_straight(const struct gp_output *out)
{
	int fd = descriptor_of(out->path);

	fd = fd >= 0 ? dup(fd) : open(out->path, O_WRONLY | O_CLOEXEC | O_NOCTTY);
	return fd >= 0 && close_after(fd, write_all(fd, out->bytes));
}

/* --- temporary files ------------------------------------------------------------------------ */

/* True for ".NAME.NUMBER.gp-tmp". */
static bool is_temp(const char *entry, const char *stem)
{
	size_t len = strlen(stem), digits;

	if (strncmp(entry, stem, len) != 0)
		return false;
	digits = strspn(entry + len, "0123456789");
	return digits > 0 && strcmp(entry + len + digits, ".gp-tmp") == 0;
}

/* Nobody can lock it between our lock and its removal, so nobody can lose a file he writes. */
static void remove_if_stray(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY);

	if (fd < 0)
		return;
	if (flock(fd, LOCK_EX | LOCK_NB) == 0)
		unlink(path);
	close(fd);
}

static void remove_strays(struct gp_arena *a, const struct target *t)
{
	DIR *d = opendir(t->dir);
	struct dirent *e;

	if (!d)
		return;
	while ((e = readdir(d)) != NULL) {
		if (is_temp(e->d_name, t->stem))
			remove_if_stray(gp_path_join(a, t->dir, e->d_name));
	}
	closedir(d);
}

/* A run that cleans up may come between creation and lock; then the file is its, and gone. */
static bool is_ours(int fd)
{
	struct stat st;

	if (flock(fd, LOCK_EX | LOCK_NB) != 0)
		return errno != EWOULDBLOCK;
	return fstat(fd, &st) != 0 || st.st_nlink > 0;
}

/* Create and lock a temporary file: its descriptor, or -1 with errno. */
static int open_temp(struct target *t)
{
	const int how = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY;
	long number = (long)getpid();
	int i, fd;

	for (i = 0; i < TRIES; i++) {
		snprintf(t->temp, t->temp_size, "%s/%s%ld.gp-tmp", t->dir, t->stem, number + i);
		fd = open(t->temp, how, t->mode);
		if (fd < 0 && errno != EEXIST)
			return -1;
		if (fd >= 0 && is_ours(fd))
			return fd;
		if (fd >= 0)
			close(fd);
	}
	errno = EEXIST;
	return -1;
}

/* Write, sync and close; every step can fail, and each failure counts. */
static bool fill(int fd, struct gp_bytes bytes)
{
	struct stat st;
	bool ok;

	errno = 0;
	ok = write_all(fd, bytes) && fsync(fd) == 0 && fstat(fd, &st) == 0 &&
	     (uintmax_t)st.st_size == bytes.len;
	return close_after(fd, ok);
}

/* The rename lasts through a power cut only when the folder is synced too; best effort. */
static void sync_folder(const char *dir)
{
	int fd = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

/* --- all of them ---------------------------------------------------------------------------- */

/* What a link leads to, also where nothing is there yet; the path itself when it is no link. */
static const char *follow_links(struct gp_arena *a, const char *path)
{
	char to[MAX_PATH];
	ssize_t n;
	int i;

	for (i = 0; i < MAX_LINKS && (n = readlink(path, to, sizeof to - 1)) > 0; i++) {
		to[n] = '\0';
		path = gp_path_join(a, gp_path_dir(a, path), to);
	}
	return path;
}

/* Everything that needs memory: from here on none is asked for. */
static struct target find_target(struct gp_arena *a, const struct gp_output *out)
{
	struct target t = {.out = out, .path = out->path, .mode = 0666, .lock = -1};
	const char *slash;
	struct stat st;

	t.is_new = stat(out->path, &st) != 0;
	if (!t.is_new)
		t.mode = st.st_mode & 0777;
	/* to open links that lead in a ring fails, and says why */
	t.is_straight =
		descriptor_of(out->path) >= 0 || (t.is_new ? errno == ELOOP : !S_ISREG(st.st_mode));
	if (!t.is_straight)
		t.path = follow_links(a, out->path);
	t.dir = gp_path_dir(a, t.path);
	slash = strrchr(t.path, '/');
	snprintf(t.stem, sizeof t.stem, ".%.*s.", MAX_STEM, slash ? slash + 1 : t.path);
	t.temp_size = strlen(t.dir) + sizeof t.stem + MAX_NUMBER + sizeof ".gp-tmp";
	t.temp = gp_arena_alloc(a, t.temp_size);
	if (!t.is_straight)
		remove_strays(a, &t);
	return t;
}

/* The bytes beside the target; false with errno. */
static bool prepare(struct target *t)
{
	int fd;

	if (t->is_straight)
		return true;
	fd = open_temp(t);
	if (fd < 0)
		return false;
	t->is_there = true;
	t->lock = dup(fd); /* the lock lasts until the file has its name */
	/* who may read and write the old file may the new one; where that cannot be had, go on */
	if (!t->is_new && fchmod(fd, t->mode) != 0)
		errno = 0;
	return fill(fd, t->out->bytes);
}

static bool finish(struct target *t)
{
	if (t->is_straight)
		return write_straight(t->out);
	if (rename(t->temp, t->path) != 0)
		return false;
	t->is_there = false;
	sync_folder(t->dir);
	return true;
}

static void clear(struct target *t)
{
	if (t->is_there)
		unlink(t->temp);
	if (t->lock >= 0)
		close(t->lock);
}

/* Write all of them; the one that cannot be written, with errno, or NULL. */
static const struct target *write_each(struct target *t, size_t n)
{
	size_t i;

	errno = 0;
	for (i = 0; i < n; i++) {
		if (!prepare(&t[i]))
			return &t[i];
	}
	for (i = 0; i < n; i++) {
		if (!finish(&t[i]))
			return &t[i];
	}
	return NULL;
}

bool gp_files_write(const struct gp_output *files, size_t n, struct gp_diag *d)
{
	struct gp_arena *a = gp_arena_new();
	struct target *t = GP_ARRAY(a, n, struct target);
	const struct target *failed;
	size_t i;
	int why;

	for (i = 0; i < n; i++)
		t[i] = find_target(a, &files[i]);
	failed = write_each(t, n);
	why = errno ? errno : EIO;
	for (i = 0; i < n; i++)
		clear(&t[i]);
	if (failed)
		gp_report(d, GP_MSG_FILE_WRITE, GP_NOWHERE, failed->out->path, strerror(why));
	gp_arena_free(a);
	return !failed;
}

bool gp_file_write(const char *path, struct gp_bytes bytes, struct gp_diag *d)
{
	return gp_files_write(&(struct gp_output){path, bytes}, 1, d);
}
