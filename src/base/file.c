/*
 * Whole files in, whole files out.
 */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

char *gp_path_dir(struct gp_arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return gp_arena_str(a, ".");
	return gp_arena_strn(a, path, slash == path ? 1 : (size_t)(slash - path));
}

char *gp_path_join(struct gp_arena *a, const char *dir, const char *name)
{
	if (name[0] == '/' || dir[0] == '\0')
		return gp_arena_str(a, name);
	return gp_arena_printf(a, "%s%s%s", dir, dir[strlen(dir) - 1] == '/' ? "" : "/", name);
}

bool gp_file_exists(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

/* Read up to len bytes, as often as it takes; returns what came, or -1. */
static ssize_t read_all(int fd, uint8_t *buf, size_t len)
{
	size_t have = 0;
	ssize_t n;

	while (have < len) {
		n = read(fd, buf + have, len - have);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return -1;
		if (n == 0)
			break;
		have += (size_t)n;
	}
	return (ssize_t)have;
}

/* Why an open file cannot be read whole, or its size. */
static bool measure(
	int fd, const char *path, size_t limit, struct gp_place at, struct gp_diag *d, size_t *size)
{
	struct stat st;

	if (fstat(fd, &st) != 0) {
		gp_report(d, GP_MSG_FILE_READ, at, path, strerror(errno));
		return false;
	}
	if (!S_ISREG(st.st_mode)) {
		gp_report(d, GP_MSG_FILE_NOT_PLAIN, at, path);
		return false;
	}
	if (st.st_size < 0 || (uintmax_t)st.st_size > limit) {
		gp_report(d, GP_MSG_FILE_TOO_BIG, at, path, (unsigned)(limit >> 20));
		return false;
	}
	*size = (size_t)st.st_size;
	return true;
}

/* Open a plain file of at most `limit` bytes; -1 after reporting. */
static int open_plain(
	const char *path, size_t limit, struct gp_place at, struct gp_diag *d, size_t *size)
{
	/* O_NONBLOCK: opening a FIFO must not wait for a writer */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

	if (fd < 0) {
		gp_report(d, GP_MSG_FILE_OPEN, at, path, strerror(errno));
		return -1;
	}
	if (measure(fd, path, limit, at, d, size))
		return fd;
	close(fd);
	return -1;
}

/* The whole of an open file of `size` bytes into the arena; false with errno. */
static bool read_whole(int fd, size_t size, struct gp_arena *a, struct gp_bytes *out)
{
	uint8_t *buf = gp_arena_raw(a, size + 1);
	ssize_t n = read_all(fd, buf, size);

	if (n < 0)
		return false;
	buf[n] = 0;
	*out = (struct gp_bytes){buf, (size_t)n};
	return true;
}

bool gp_file_read(const char *path, size_t limit, struct gp_place at, struct gp_arena *a,
	struct gp_diag *d, struct gp_bytes *out)
{
	size_t size;
	int fd = open_plain(path, limit, at, d, &size);
	bool ok;

	if (fd < 0)
		return false;
	ok = read_whole(fd, size, a, out);
	if (!ok)
		gp_report(d, GP_MSG_FILE_READ, at, path, strerror(errno));
	close(fd);
	return ok;
}

bool gp_file_map(const char *path, size_t limit, struct gp_place at, struct gp_arena *a,
	struct gp_diag *d, struct gp_mapped *out)
{
	size_t size;
	int fd = open_plain(path, limit, at, d, &size);
	void *map;
	bool ok = true;

	if (fd < 0)
		return false;
	*out = (struct gp_mapped){0};
	map = size ? mmap(NULL, size, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
	if (map == MAP_FAILED)
		ok = read_whole(fd, size, a, &out->bytes);
	else
		*out = (struct gp_mapped){{map, size}, map};
	if (!ok)
		gp_report(d, GP_MSG_FILE_READ, at, path, strerror(errno));
	close(fd);
	return ok;
}

void gp_file_unmap(struct gp_mapped *m)
{
	if (m->map)
		munmap(m->map, m->bytes.len);
	*m = (struct gp_mapped){0};
}

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

/* A pipe or device can be neither renamed over nor synced. */
static bool write_special(const char *path, struct gp_bytes bytes)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY), saved;
	bool ok;

	if (fd < 0)
		return false;
	ok = write_all(fd, bytes);
	saved = errno;
	if (close(fd) != 0 && ok)
		return false;
	errno = saved;
	return ok;
}

/*
 * Temporary files carry the number of the process that writes them (".NAME.PID.gp-tmp"), so two
 * runs at once never share one.  Those whose process is gone were left by a killed run.
 */
static bool is_stray(const char *entry, const char *name)
{
	size_t len = strlen(name);
	char *end;
	long pid;

	if (entry[0] != '.' || strncmp(entry + 1, name, len) != 0 || entry[1 + len] != '.')
		return false;
	pid = strtol(entry + len + 2, &end, 10);
	return strcmp(end, ".gp-tmp") == 0 && pid > 0 && kill((pid_t)pid, 0) != 0 && errno == ESRCH;
}

static void remove_strays(struct gp_arena *a, const char *dir, const char *name)
{
	DIR *d = opendir(dir);
	struct dirent *e;

	if (!d)
		return;
	while ((e = readdir(d)) != NULL) {
		if (is_stray(e->d_name, name))
			unlink(gp_path_join(a, dir, e->d_name));
	}
	closedir(d);
}

/* Write, sync and close; every step can fail, and each failure counts. */
static bool write_temp(const char *temp, mode_t mode, struct gp_bytes bytes)
{
	int fd = open(temp, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, mode);
	struct stat st;
	bool ok;
	int saved;

	if (fd < 0)
		return false;
	errno = 0;
	ok = write_all(fd, bytes) && fsync(fd) == 0 && fstat(fd, &st) == 0 &&
	     (uintmax_t)st.st_size == bytes.len;
	saved = errno;
	if (close(fd) != 0 && ok)
		return false;
	errno = saved;
	return ok;
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

static bool write_beside(
	const char *path, const char *dir, struct gp_arena *a, struct gp_bytes bytes)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	char *temp = gp_arena_printf(a, "%s/.%s.%ld.gp-tmp", dir, name, (long)getpid());
	struct stat st;
	mode_t mode = stat(path, &st) == 0 ? st.st_mode & 0777 : 0666;
	int saved;

	remove_strays(a, dir, name);
	unlink(temp);
	if (!write_temp(temp, mode, bytes) || rename(temp, path) != 0) {
		saved = errno;
		unlink(temp);
		errno = saved;
		return false;
	}
	sync_folder(dir);
	return true;
}

bool gp_file_write(const char *path, struct gp_bytes bytes, struct gp_diag *d)
{
	struct gp_arena *a = gp_arena_new();
	struct stat st;
	bool ok;

	errno = 0;
	if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
		ok = S_ISDIR(st.st_mode) ? (errno = EISDIR, false) : write_special(path, bytes);
	else
		ok = write_beside(path, gp_path_dir(a, path), a, bytes);
	if (!ok)
		gp_report(d, GP_MSG_FILE_WRITE, GP_NOWHERE, path, strerror(errno ? errno : EIO));
	gp_arena_free(a);
	return ok;
}
