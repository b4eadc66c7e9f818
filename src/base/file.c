/*
 * Paths, and whole files in; file_write.c has the way out.
 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
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

	return stat(path, &st) == 0 || (errno != ENOENT && errno != ENOTDIR);
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
	if (measure(fd, path, limit, at, d, size)) {
		gp_diag_note_input(d, path);
		return fd;
	}
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
