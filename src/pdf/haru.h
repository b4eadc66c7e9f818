/*
 * libharu as a writer of PDF objects: the only file that meets its headers is haru.c.
 *
 * A file is made of dictionaries, arrays and streams.  Objects made by gp_haru_* have a number and
 * are referred to; what gp_dict_* adds stands inside its dictionary.  Nothing is freed alone:
 * gp_haru_free ends all.
 *
 * Errors are sticky: the first one is kept, later calls do nothing, gp_haru_save tells.
 */
#ifndef GP_PDF_HARU_H
#define GP_PDF_HARU_H

#include "base/arena.h"
#include "base/file.h"

#include <stdbool.h>

enum { GP_PDF_MAX_TEXT = 32767 }; /* bytes of a string, ISO 19005-2, 6.1.13 */

struct gp_haru;
struct gp_dict;
struct gp_array;

/* The arena must outlive the writer; it holds raw entries and must hold the bytes of streams. */
struct gp_haru *gp_haru_new(struct gp_arena *a);
void gp_haru_free(struct gp_haru *h);

/* The dictionaries every file has. */
struct gp_dict *gp_haru_catalog(struct gp_haru *h);
struct gp_dict *gp_haru_info(struct gp_haru *h);
struct gp_dict *gp_haru_pages(struct gp_haru *h); /* root of the page tree */

/* New numbered objects. */
struct gp_dict *gp_haru_dict(struct gp_haru *h);
struct gp_array *gp_haru_array(struct gp_haru *h);

/*
 * A numbered stream.  With `deflate` it is compressed where that makes it smaller; else the bytes
 * are not copied: they must live until the file is saved.
 */
struct gp_dict *gp_haru_stream(struct gp_haru *h, struct gp_bytes bytes, bool deflate);

unsigned gp_dict_number(const struct gp_dict *d);
unsigned gp_array_number(const struct gp_array *a);

/* Entries; a key is given once. */
void gp_dict_name(struct gp_dict *d, const char *key, const char *name);
void gp_dict_int(struct gp_dict *d, const char *key, int32_t n);
void gp_dict_bool(struct gp_dict *d, const char *key, bool yes);
void gp_dict_text(struct gp_dict *d, const char *key, const char *utf8);
void gp_dict_ref(struct gp_dict *d, const char *key, struct gp_dict *to);
void gp_dict_ref_array(struct gp_dict *d, const char *key, struct gp_array *to);
struct gp_dict *gp_dict_dict(struct gp_dict *d, const char *key);
struct gp_array *gp_dict_array(struct gp_dict *d, const char *key);

/*
 * A raw entry: `pdf` is PDF syntax and printed as it is, after the other entries.  For numbers with
 * exact decimals (libharu's are floats), filters of data that is compressed already, and bodies of
 * small objects that come in thousands.  With key NULL, `pdf` holds whole entries.
 */
void gp_dict_raw(struct gp_dict *d, const char *key, const char *pdf);

void gp_array_ref(struct gp_array *a, struct gp_dict *to);
void gp_array_int(struct gp_array *a, int32_t n);

/*
 * Write the file into the arena.  The two identifiers of the trailer are a 128-bit hash of all the
 * bytes, so equal input gives equal files.  False after an error.
 */
bool gp_haru_save(struct gp_haru *h, struct gp_bytes *out);

/* Code and detail of the first error; 0 when there was none. */
unsigned long gp_haru_error(const struct gp_haru *h, unsigned long *detail);

/* "libharu 2.3.0" */
const char *gp_haru_version(void);

#endif
