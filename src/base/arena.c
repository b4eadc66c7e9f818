/*
 * Arenas as chains of blocks.  Blocks grow fourfold, so a small guide touches little memory and a
 * large one makes few calls; a request larger than a block gets a block of its own.
 *
 * Large blocks come from mmap, in whole huge pages where the system has them: a first touch of a
 * page can cost more than all that is ever done with it, and fresh pages need no clearing.
 */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS, madvise */
#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum {
	FIRST_BLOCK = 4096,
	LARGE_BLOCK = 2 * 1024 * 1024, /* a huge page of most machines */
	GROWTH = 4,
	ALIGN = _Alignof(max_align_t)
};

struct block {
	struct block *next;
	size_t size, used; /* of data */
	size_t mapped;     /* bytes got from mmap, 0: from malloc */
	max_align_t data[];
};

struct gp_arena {
	struct block *blocks;
	size_t next_size, used;
};

void gp_mem_fail(void)
{
	/* write(2) needs no memory; its result does not matter any more */
	static const char words[] =
		"guidepress: error: out of memory; close other programs and run it again\n";
	ssize_t ignored = write(STDERR_FILENO, words, sizeof words - 1);

	(void)ignored;
	_exit(3);
}

void *gp_mem_alloc(size_t size)
{
	void *p = malloc(size ? size : 1);

	if (!p)
		gp_mem_fail();
	return p;
}

void *gp_mem_resize(void *p, size_t size)
{
	void *q = realloc(p, size ? size : 1);

	if (!q)
		gp_mem_fail();
	return q;
}

void gp_mem_free(void *p)
{
	free(p);
}

struct gp_arena *gp_arena_new(void)
{
	struct gp_arena *a = gp_mem_alloc(sizeof *a);

	*a = (struct gp_arena){.next_size = FIRST_BLOCK};
	return a;
}

void gp_arena_free(struct gp_arena *a)
{
	struct block *b, *next;

	if (!a)
		return;
	for (b = a->blocks; b; b = next) {
		next = b->next;
		if (b->mapped)
			munmap(b, b->mapped);
		else
			gp_mem_free(b);
	}
	gp_mem_free(a);
}

void gp_arena_join(struct gp_arena *a, struct gp_arena *from)
{
	struct block **end = a->blocks ? &a->blocks->next : &a->blocks, *rest = *end;

	/* behind the newest block, which is still being filled */
	*end = from->blocks;
	while (*end)
		end = &(*end)->next;
	*end = rest;
	a->used += from->used;
	gp_mem_free(from);
}

/*
 * Leak checkers follow no pointers through mapped memory, and overruns show only in malloc's: under
 * the address sanitizer all blocks are that.
 */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED true
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define SANITIZED true
#endif
#ifndef SANITIZED
#define SANITIZED false
#endif

/* Zeroed memory of `size` bytes, a multiple of LARGE_BLOCK, that starts at such a multiple. */
static void *map_large(size_t size)
{
	size_t room = size + LARGE_BLOCK, before, after;
	uint8_t *p;

	if (room < size)
		gp_mem_fail();
	p = mmap(NULL, room, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (p == MAP_FAILED)
		gp_mem_fail();
	before = (LARGE_BLOCK - (uintptr_t)p % LARGE_BLOCK) % LARGE_BLOCK;
	after = room - before - size;
	if (before)
		munmap(p, before);
	if (after)
		munmap(p + before + size, after);
#ifdef MADV_HUGEPAGE
	(void)madvise(p + before, size, MADV_HUGEPAGE); /* a wish: either way the memory is there */
#endif
	return p + before;
}

static struct block *add_block(struct gp_arena *a, size_t size)
{
	size_t room = size > a->next_size ? size : a->next_size,
	       whole = sizeof(struct block) + room;
	struct block *b;

	if (room > SIZE_MAX / 2)
		gp_mem_fail();
	if (whole > LARGE_BLOCK / 2 && !SANITIZED) {
		whole = (whole + LARGE_BLOCK - 1) / LARGE_BLOCK * LARGE_BLOCK;
		b = map_large(whole);
		b->mapped = whole;
	} else {
		b = gp_mem_alloc(whole);
		b->mapped = 0;
	}
	b->size = whole - sizeof *b;
	b->used = 0;
	b->next = a->blocks;
	a->blocks = b;
	if (a->next_size < LARGE_BLOCK / 2)
		a->next_size *= GROWTH;
	return b;
}

/* Room in the newest block; *fresh when it is zero already. */
static void *take(struct gp_arena *a, size_t size, bool *fresh)
{
	struct block *b = a->blocks;
	size_t need;
	void *p;

	if (size > SIZE_MAX - ALIGN)
		gp_mem_fail();
	need = (size + ALIGN - 1) / ALIGN * ALIGN;
	if (!b || b->size - b->used < need)
		b = add_block(a, need);
	p = (char *)b->data + b->used;
	b->used += need;
	a->used += need;
	*fresh = b->mapped != 0;
	return p;
}

void *gp_arena_alloc(struct gp_arena *a, size_t size)
{
	bool fresh;
	void *p = take(a, size, &fresh);

	return fresh ? p : memset(p, 0, size);
}

void *gp_arena_raw(struct gp_arena *a, size_t size)
{
	bool fresh;

	return take(a, size, &fresh);
}

void *gp_arena_array(struct gp_arena *a, size_t n, size_t size)
{
	if (size && n > SIZE_MAX / size)
		gp_mem_fail();
	return gp_arena_alloc(a, n * size);
}

void *gp_arena_grow(struct gp_arena *a, void *old, size_t *cap, size_t need, size_t size)
{
	size_t had = *cap, n = had ? had : 4;
	void *p;

	while (n < need) {
		if (n > SIZE_MAX / 2)
			gp_mem_fail();
		n *= 2;
	}
	if (n == had)
		return old;
	p = gp_arena_array(a, n, size);
	if (had)
		memcpy(p, old, had * size);
	*cap = n;
	return p;
}

char *gp_arena_strn(struct gp_arena *a, const char *s, size_t len)
{
	char *p = gp_arena_raw(a, len + 1);

	if (len)
		memcpy(p, s, len);
	p[len] = '\0';
	return p;
}

char *gp_arena_str(struct gp_arena *a, const char *s)
{
	return gp_arena_strn(a, s, strlen(s));
}

char *gp_arena_vprintf(struct gp_arena *a, const char *fmt, va_list ap)
{
	va_list again;
	char *p;
	int n;

	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, again);
	va_end(again);
	if (n < 0)
		gp_mem_fail();
	p = gp_arena_raw(a, (size_t)n + 1);
	vsnprintf(p, (size_t)n + 1, fmt, ap);
	return p;
}

char *gp_arena_printf(struct gp_arena *a, const char *fmt, ...)
{
	va_list ap;
	char *p;

	va_start(ap, fmt);
	p = gp_arena_vprintf(a, fmt, ap);
	va_end(ap);
	return p;
}

size_t gp_arena_used(const struct gp_arena *a)
{
	return a->used;
}
