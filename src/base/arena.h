/*
 * Arenas: memory that lives and dies together.
 *
 * One arena per lifetime: the guide (model, text, styles), the document (tags, anchors, font use),
 * a page's display list.  A function that takes an arena returns memory owned by it; the caller
 * never frees it.  Memory comes zeroed and aligned for any type.
 *
 * Running out of memory ends the program in one place, gp_mem_fail(), with exit status 3; nobody
 * else checks for NULL.
 */
#ifndef GP_BASE_ARENA_H
#define GP_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

struct gp_arena;

struct gp_arena *gp_arena_new(void);
void gp_arena_free(struct gp_arena *a); /* NULL is fine */

/* What `from` holds belongs to `a` from now on; `from` is gone. */
void gp_arena_join(struct gp_arena *a, struct gp_arena *from);

/* Zeroed bytes; size 0 gives a valid pointer to nothing. */
void *gp_arena_alloc(struct gp_arena *a, size_t size);

/* Bytes that are not zeroed, for what is filled whole at once: files, streams. */
void *gp_arena_raw(struct gp_arena *a, size_t size);

/* n objects of the given size; a product that overflows counts as out of memory. */
void *gp_arena_array(struct gp_arena *a, size_t n, size_t size);

/*
 * A grown copy of an arena array: room for at least `need` objects, capacity doubled in *cap.
 * The old block stays in the arena, so growth costs at most as much again as the final array.
 */
void *gp_arena_grow(struct gp_arena *a, void *old, size_t *cap, size_t need, size_t size);

#define GP_NEW(a, type) ((type *)gp_arena_alloc((a), sizeof(type)))
#define GP_ARRAY(a, n, type) ((type *)gp_arena_array((a), (n), sizeof(type)))
#define GP_PUSH(a, vec, n, cap)                                                                    \
	((n) + 1 > (cap) ? (void)((vec) = gp_arena_grow(                                           \
					  (a), (vec), &(cap), (n) + 1, sizeof *(vec)))             \
			 : (void)0,                                                                \
		&(vec)[(n)++])

/* NUL-terminated copies. */
char *gp_arena_str(struct gp_arena *a, const char *s);
char *gp_arena_strn(struct gp_arena *a, const char *s, size_t len);
char *gp_arena_printf(struct gp_arena *a, const char *fmt, ...)
	__attribute__((format(printf, 2, 3)));
char *gp_arena_vprintf(struct gp_arena *a, const char *fmt, va_list ap)
	__attribute__((format(printf, 2, 0)));

/* Bytes handed out so far, for reports and tests. */
size_t gp_arena_used(const struct gp_arena *a);

/*
 * The only malloc family of the program outside the library walls: never NULL, and handed to
 * libraries that take allocator hooks.
 */
void *gp_mem_alloc(size_t size);
void *gp_mem_resize(void *p, size_t size);
void gp_mem_free(void *p);

/*
 * Gets `size` bytes, up to 16 MB, for the small blocks of the libraries from the system in one
 * call.  Where each first touch of a page is a trap that costs more than filling it, this saves a
 * tenth of a run.  A wish: without the memory, or with another C library, nothing happens.
 */
void gp_mem_reserve(size_t size);

/*
 * One message on stderr, exit status 3.  Libraries end here as well, see malloc.c.  Nothing is
 * cleaned up: memory is taken before a file is begun, never while one is half written.
 */
void gp_mem_fail(void) __attribute__((noreturn));

#endif
