/*
 * The malloc family for the whole process, the libraries included: nobody ever sees a NULL.
 *
 * Few libraries pass a lack of memory on.  HarfBuzz puts an empty table where one could not be
 * loaded and goes on: text without kerning, a font without a name, all with status 0.  No caller
 * can find every such place, so the end comes here, where the lack shows, before anything goes
 * wrong.
 *
 * glibc lets a program define these functions ("Replacing malloc" in its manual) and has its own
 * under the names used below; free() stays its own.  With another C library, or under a sanitizer,
 * which brings an allocator of its own, this file does nothing, and a lack of memory is noticed
 * where a library says so.
 */
#define _DEFAULT_SOURCE /* madvise */
#include "base/arena.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>

#if defined(__SANITIZE_ADDRESS__)
#define ALLOCATOR_IS_TAKEN 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define ALLOCATOR_IS_TAKEN 1
#endif
#endif

#if defined(__GLIBC__) && !defined(ALLOCATOR_IS_TAKEN)

#include <malloc.h>
#include <sys/mman.h>
#include <unistd.h>

/* NOLINTBEGIN(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp): the names are glibc's */
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);
void *__libc_memalign(size_t align, size_t size);
/* NOLINTEND(bugprone-reserved-identifier,cert-dcl37-c,cert-dcl51-cpp) */

void *malloc(size_t size)
{
	void *p = __libc_malloc(size);

	if (!p)
		gp_mem_fail();
	return p;
}

void *calloc(size_t n, size_t size)
{
	void *p = __libc_calloc(n, size);

	if (!p)
		gp_mem_fail();
	return p;
}

/* Size 0 frees the block, and NULL is the right answer. */
void *realloc(void *p, size_t size)
{
	void *q = __libc_realloc(p, size);

	if (!q && (size || !p))
		gp_mem_fail();
	return q;
}

void *aligned_alloc(size_t align, size_t size)
{
	void *p = __libc_memalign(align, size);

	if (!p)
		gp_mem_fail();
	return p;
}

int posix_memalign(void **out, size_t align, size_t size)
{
	if (align % sizeof(void *) != 0 || align == 0 || (align & (align - 1)) != 0)
		return EINVAL;
	*out = aligned_alloc(align, size);
	return 0;
}

/* Wishes: pages that do not come now come when they are touched. */
static void populate(char *p, size_t size)
{
#ifdef MADV_POPULATE_WRITE
	size_t page = (size_t)sysconf(_SC_PAGESIZE), skip = page - (uintptr_t)p % page;

	if (skip >= size)
		return;
	size = (size - skip) / page * page;
	(void)madvise(p + skip, size, MADV_HUGEPAGE);
	(void)madvise(p + skip, size, MADV_POPULATE_WRITE);
#else
	(void)p, (void)size;
#endif
}

void gp_mem_reserve(size_t size)
{
	char *p;

	/* large blocks come from the heap as well, and the heap keeps what is given back */
	mallopt(M_MMAP_THRESHOLD, (int)size * 2);
	mallopt(M_TRIM_THRESHOLD, (int)size * 8);
	p = __libc_malloc(size);
	if (!p)
		return;
	populate(p, size);
	free(p);
}

#else

void gp_mem_reserve(size_t size)
{
	(void)size;
}

#endif
