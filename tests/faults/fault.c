/*
 * Preloaded into the program under test: lets one call to the system fail.
 *
 * FAULT=CALL:N:HOW  the N-th CALL fails with the error number HOW; HOW "short" writes half of what
 * it should, "kill" ends the process at once, for a write after half of it. FAULT=CALL:0:0    none
 * fails; at the end the number of CALLs is written to the file FAULT_COUNT.
 *
 * CALL is a name of the table below; "alloc" stands for all that hand out memory.  Allocations are
 * met under the names by which src/base/malloc.c asks glibc.  What the dynamic linker asks for
 * before our constructor runs is not counted.
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { SHORT = -1, KILL = -2, MAX_CALLS = 32 };

static struct {
	char call[16];
	long at;
	int how;
} fault;

static struct {
	const char *call;
	long n;
} seen[MAX_CALLS];
static bool is_begun; /* the dynamic linker's own calls are not counted */

/* The definition after ours. */
#define NEXT(name, type, ...)                                                                      \
	static type (*next)(__VA_ARGS__);                                                          \
	void *found = next ? NULL : dlsym(RTLD_NEXT, name);                                        \
	if (!next)                                                                                 \
	memcpy(&next, &found, sizeof next)

__attribute__((constructor)) static void begin(void)
{
	const char *text = getenv("FAULT"), *colon = text ? strchr(text, ':') : NULL;
	char *end;

	is_begun = true;
	if (!colon || (size_t)(colon - text) >= sizeof fault.call)
		return;
	fault.at = strtol(colon + 1, &end, 10);
	if (strcmp(end, ":short") == 0)
		fault.how = SHORT;
	else if (strcmp(end, ":kill") == 0)
		fault.how = KILL;
	else
		fault.how = (int)strtol(end + 1, NULL, 10);
	memcpy(fault.call, text, (size_t)(colon - text));
}

__attribute__((destructor)) static void end(void)
{
	const char *path = getenv("FAULT_COUNT");
	FILE *out;
	size_t i;

	is_begun = false; /* what follows is ours */
	out = path ? fopen(path, "w") : NULL;
	if (!out)
		return;
	for (i = 0; i < MAX_CALLS && seen[i].call; i++)
		fprintf(out, "%s %ld\n", seen[i].call, seen[i].n);
	fclose(out);
}

/* Count a call: how many there were of its kind. */
static long count(const char *call)
{
	size_t i = 0;

	while (i < MAX_CALLS - 1 && seen[i].call && strcmp(seen[i].call, call) != 0)
		i++;
	seen[i].call = call;
	return ++seen[i].n;
}

/* True when this call is the one to fail; errno is set then. */
static bool is_due(const char *call)
{
	long n = is_begun ? count(call) : 0;

	if (n == 0 || n != fault.at || strcmp(call, fault.call) != 0)
		return false;
	if (fault.how == KILL && strcmp(call, "write") != 0)
		raise(SIGKILL);
	if (fault.how > 0)
		errno = fault.how;
	return true;
}

/* --- memory --------------------------------------------------------------------------------- */

/* Both of the names an allocator has in glibc; a call comes through one of them only. */
#define ALLOCATOR(name, parameters, arguments, ...)                                                \
	void *name parameters;                                                                     \
	void *name parameters                                                                      \
	{                                                                                          \
		NEXT(#name, void *, __VA_ARGS__);                                                  \
		return is_due("alloc") ? NULL : next arguments;                                    \
	}

ALLOCATOR(malloc, (size_t size), (size), size_t)
ALLOCATOR(calloc, (size_t n, size_t size), (n, size), size_t, size_t)
ALLOCATOR(realloc, (void *p, size_t size), (p, size), void *, size_t)
ALLOCATOR(aligned_alloc, (size_t align, size_t size), (align, size), size_t, size_t)
ALLOCATOR(__libc_malloc, (size_t size), (size), size_t)
ALLOCATOR(__libc_calloc, (size_t n, size_t size), (n, size), size_t, size_t)
ALLOCATOR(__libc_realloc, (void *p, size_t size), (p, size), void *, size_t)
ALLOCATOR(__libc_memalign, (size_t align, size_t size), (align, size), size_t, size_t)

void *mmap(void *at, size_t len, int prot, int flags, int fd, off_t offset)
{
	NEXT("mmap", void *, void *, size_t, int, int, int, off_t);
	return is_due("mmap") ? MAP_FAILED : next(at, len, prot, flags, fd, offset);
}

/* --- files ---------------------------------------------------------------------------------- */

int open(const char *path, int flags, ...)
{
	NEXT("open", int, const char *, int, ...);
	mode_t mode = 0;
	va_list ap;

	if (flags & O_CREAT) {
		va_start(ap, flags);
		mode = va_arg(ap, mode_t);
		va_end(ap);
	}
	return is_due("open") ? -1 : next(path, flags, mode);
}

ssize_t read(int fd, void *to, size_t len)
{
	NEXT("read", ssize_t, int, void *, size_t);
	if (!is_due("read"))
		return next(fd, to, len);
	return fault.how == SHORT ? next(fd, to, (len + 1) / 2) : -1;
}

ssize_t write(int fd, const void *from, size_t len)
{
	NEXT("write", ssize_t, int, const void *, size_t);
	ssize_t n;

	if (!is_due("write"))
		return next(fd, from, len);
	if (fault.how > 0)
		return -1;
	n = next(fd, from, (len + 1) / 2);
	if (fault.how == KILL)
		raise(SIGKILL);
	return n;
}

int fsync(int fd)
{
	NEXT("fsync", int, int);
	return is_due("fsync") ? -1 : next(fd);
}

/* The descriptor is closed whatever close says. */
int close(int fd)
{
	NEXT("close", int, int);
	int saved;

	if (!is_due("close"))
		return next(fd);
	saved = errno;
	next(fd);
	errno = saved;
	return -1;
}

int fstat(int fd, struct stat *st)
{
	NEXT("fstat", int, int, struct stat *);
	return is_due("fstat") ? -1 : next(fd, st);
}

int stat(const char *path, struct stat *st)
{
	NEXT("stat", int, const char *, struct stat *);
	return is_due("stat") ? -1 : next(path, st);
}

int lstat(const char *path, struct stat *st)
{
	NEXT("lstat", int, const char *, struct stat *);
	return is_due("lstat") ? -1 : next(path, st);
}

int rename(const char *from, const char *to)
{
	NEXT("rename", int, const char *, const char *);
	return is_due("rename") ? -1 : next(from, to);
}

int unlink(const char *path)
{
	NEXT("unlink", int, const char *);
	return is_due("unlink") ? -1 : next(path);
}

int flock(int fd, int how)
{
	NEXT("flock", int, int, int);
	return is_due("flock") ? -1 : next(fd, how);
}

int dup(int fd)
{
	NEXT("dup", int, int);
	return is_due("dup") ? -1 : next(fd);
}

DIR *opendir(const char *path)
{
	NEXT("opendir", DIR *, const char *);
	return is_due("opendir") ? NULL : next(path);
}

ssize_t readlink(const char *path, char *to, size_t len)
{
	NEXT("readlink", ssize_t, const char *, char *, size_t);
	return is_due("readlink") ? -1 : next(path, to, len);
}

int fchmod(int fd, mode_t mode)
{
	NEXT("fchmod", int, int, mode_t);
	return is_due("fchmod") ? -1 : next(fd, mode);
}
