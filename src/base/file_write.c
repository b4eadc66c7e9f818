/*
 * Whole files out: beside the target, then renamed over it.
 *
 * The temporary file is called ".NAME.NUMBER.gp-tmp" and locked as long as its writer lives.  The
 * system lifts a lock whatever ends a process, so one that can be had is that of a killed run, also
 * where process numbers say nothing: in containers that share a folder.  On a file system without
 * locks nothing is ever taken for a stray.
 */
#define _DEFAULT_SOURCE /* flock, realpath */
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
	MAX_STEM = 200 /* bytes of the name taken over; with the rest under NAME_MAX */,
	TRIES = 64
};

struct target {
	const char *path, *dir;
	char stem[MAX_STEM + 3]; /* ".NAME." */
	mode_t mode;
};

struct temp {
	const char *path;
	int fd;
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

static bool write_straight(int fd, struct gp_bytes bytes)
{
	return fd >= 0 && close_after(fd, write_all(fd, bytes));
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

/* Create and lock a temporary file; false with errno. */
static bool open_temp(struct gp_arena *a, const struct target *t, struct temp *out)
{
	const int how = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY;
	long number = (long)getpid();
	int i;

	for (i = 0; i < TRIES; i++) {
		out->path = gp_arena_printf(a, "%s/%s%ld.gp-tmp", t->dir, t->stem, number + i);
		out->fd = open(out->path, how, t->mode);
		if (out->fd < 0 && errno != EEXIST)
			return false;
		if (out->fd >= 0 && is_ours(out->fd))
			return true;
		if (out->fd >= 0)
			close(out->fd);
	}
	errno = EEXIST;
	return false;
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

static struct target find_target(struct gp_arena *a, const char *path)
{
	struct target t = {.path = path, .mode = 0666};
	char *real = realpath(path, NULL);
	const char *slash;
	struct stat st;

	if (real)
		t.path = gp_arena_str(a, real);
	free(real);
	if (stat(t.path, &st) == 0)
		t.mode = st.st_mode & 0777;
	t.dir = gp_path_dir(a, t.path);
	slash = strrchr(t.path, '/');
	snprintf(t.stem, sizeof t.stem, ".%.*s.", MAX_STEM, slash ? slash + 1 : t.path);
	return t;
}

static bool replace(struct gp_arena *a, const char *path, struct gp_bytes bytes)
{
	struct target t = find_target(a, path);
	struct temp temp;
	int lock, saved;
	bool ok;

	remove_strays(a, &t);
	if (!open_temp(a, &t, &temp))
		return false;
	lock = dup(temp.fd); /* the lock lasts until the file has its name */
	ok = fill(temp.fd, bytes) && rename(temp.path, t.path) == 0;
	saved = errno;
	if (ok)
		sync_folder(t.dir);
	else
		unlink(temp.path);
	if (lock >= 0)
		close(lock);
	errno = saved;
	return ok;
}

bool gp_file_write(const char *path, struct gp_bytes bytes, struct gp_diag *d)
{
	struct gp_arena *a = gp_arena_new();
	int descriptor = descriptor_of(path);
	struct stat st;
	bool ok;

	errno = 0;
	if (descriptor >= 0)
		ok = write_straight(dup(descriptor), bytes);
	else if (stat(path, &st) != 0 || S_ISREG(st.st_mode))
		ok = replace(a, path, bytes);
	else if (S_ISDIR(st.st_mode))
		ok = (errno = EISDIR, false);
	else
		ok = write_straight(open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY), bytes);
	if (!ok)
		gp_report(d, GP_MSG_FILE_WRITE, GP_NOWHERE, path, strerror(errno ? errno : EIO));
	gp_arena_free(a);
	return ok;
}
