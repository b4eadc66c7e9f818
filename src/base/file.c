/*
 * Whole files.  The temporary file is named after the target (".NAME.gp-tmp"), one per target: a
 * stray one of a killed run is simply overwritten, and two builds of one target at once are kept
 * apart by a lock on it.
 */
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
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

static bool read_open(int fd, const char *path, size_t limit, struct gp_place at,
	struct gp_arena *a, struct gp_diag *d, struct gp_bytes *out)
{
	struct stat st;
	uint8_t *buf;
	ssize_t n;

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
	buf = gp_arena_alloc(a, (size_t)st.st_size + 1);
	n = read_all(fd, buf, (size_t)st.st_size);
	if (n < 0) {
		gp_report(d, GP_MSG_FILE_READ, at, path, strerror(errno));
		return false;
	}
	out->data = buf;
	out->len = (size_t)n;
	return true;
}

bool gp_file_read(const char *path, size_t limit, struct gp_place at, struct gp_arena *a,
	struct gp_diag *d, struct gp_bytes *out)
{
	/* O_NONBLOCK: opening a FIFO must not wait for a writer */
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	bool ok;

	if (fd < 0) {
		gp_report(d, GP_MSG_FILE_OPEN, at, path, strerror(errno));
		return false;
	}
	ok = read_open(fd, path, limit, at, a, d, out);
	close(fd);
	return ok;
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
 * Open the temporary file and hold its lock.  Another run may rename or remove the file between
 * our open and our lock, so the name must still lead to what was locked.
 */
static int open_temp(const char *temp, mode_t mode)
{
	struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
	struct stat held, named;
	int fd;

	for (;;) {
		fd = open(temp, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY, mode);
		if (fd < 0)
			return -1;
		while (fcntl(fd, F_SETLKW, &lock) != 0) {
			if (errno != EINTR) {
				close(fd);
				return -1;
			}
		}
		if (fstat(fd, &held) == 0 && stat(temp, &named) == 0 &&
			held.st_ino == named.st_ino && held.st_dev == named.st_dev)
			return fd;
		close(fd);
	}
}

static bool write_temp(int fd, struct gp_bytes bytes)
{
	struct stat st;

	return ftruncate(fd, 0) == 0 && write_all(fd, bytes) && fsync(fd) == 0 &&
		fstat(fd, &st) == 0 && (uintmax_t)st.st_size == bytes.len;
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

static bool write_beside(const char *path, const char *dir, struct gp_arena *a,
	struct gp_bytes bytes)
{
	const char *slash = strrchr(path, '/');
	char *temp = gp_arena_printf(a, "%s/.%s.gp-tmp", dir, slash ? slash + 1 : path);
	struct stat st;
	mode_t mode = stat(path, &st) == 0 ? st.st_mode & 0777 : 0666;
	int fd = open_temp(temp, mode), saved;
	bool ok;

	if (fd < 0)
		return false;
	ok = write_temp(fd, bytes) && rename(temp, path) == 0;
	saved = errno;
	if (!ok)
		unlink(temp);
	if (close(fd) != 0 && ok)
		return false;
	errno = saved;
	if (ok)
		sync_folder(dir);
	return ok;
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
