/*
 * Diagnostics: what is wrong, where in the guide, what to do about it.
 *
 * Reports are collected, so that one run shows all problems, and printed sorted by place, in the
 * form compilers use (editors jump to them):
 *
 *   content/guide.en.json:41:18: error: there is no picture "f26-rol" … [at
 * /routine/steps/2/image]
 *
 * All messages live in tables, one file per stage under src/base/messages/, so that they can be
 * listed, tested and translated.
 */
#ifndef GP_BASE_DIAG_H
#define GP_BASE_DIAG_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

/* Where something stands: a registered file and a byte offset in it.  File 0: no place. */
struct gp_place {
	uint32_t file, offset;
};

enum gp_severity { GP_WARNING, GP_ERROR, GP_SYSTEM };

/* GP_MSG(id, severity, "printf text") in the tables below. */
enum gp_msg {
#define GP_MSG(id, severity, text) GP_MSG_##id,
#include "base/messages/all.def"
#undef GP_MSG
	GP_N_MSG
};

struct gp_diag;

struct gp_diag *gp_diag_new(void);
void gp_diag_free(struct gp_diag *d);

/*
 * Register a text that places refer to; name and text must outlive the diagnostics.  Returns its
 * number, from 1.
 */
uint32_t gp_diag_file(struct gp_diag *d, const char *name, const char *text, size_t len);

/* The registered text of a place and its length; NULL when it has none. */
const char *gp_diag_text(const struct gp_diag *d, struct gp_place at, size_t *len);

/*
 * Note that a run has read a file, and list what it has read: in the order of names, each once.
 * The list is good until the next file is noted.
 */
void gp_diag_note_input(struct gp_diag *d, const char *path);
const char *const *gp_diag_inputs(struct gp_diag *d, size_t *n);

/*
 * Give the JSON Pointer of a byte offset in a registered text.  Set by the reader, which alone
 * knows JSON; without it messages carry no pointer.  Writes a NUL-terminated string to buf.
 */
typedef void gp_pointer_fn(const char *text, size_t len, size_t offset, char *buf, size_t cap);
void gp_diag_pointers(struct gp_diag *d, gp_pointer_fn *fn);

/*
 * Report a message of the table; the arguments follow its printf text.  GP_SYSTEM messages (disk,
 * memory, library) lead to exit status 3, GP_ERROR to 1.  The same message at the same place with
 * the same words is kept once.  At most 200 reports are kept; then one line says how many more.
 */
void gp_report(struct gp_diag *d, enum gp_msg msg, struct gp_place at, ...);

unsigned gp_diag_count(const struct gp_diag *d, enum gp_severity severity);

/* Errors and system failures reported so far: a stage that adds none succeeded. */
unsigned gp_diag_faults(const struct gp_diag *d);

/* True when an error or a system failure was reported. */
bool gp_diag_failed(const struct gp_diag *d);

/* 0, 1 or 3; warnings count as errors when `strict`. */
int gp_diag_status(const struct gp_diag *d, bool strict);

/* Print all reports sorted by file and offset, and forget them (the counts stay). */
void gp_diag_print(struct gp_diag *d, FILE *out);

/* The printf text of a message, for lists and tests. */
const char *gp_msg_text(enum gp_msg msg);
const char *gp_msg_name(enum gp_msg msg);
enum gp_severity gp_msg_severity(enum gp_msg msg);

/*
 * The nearest of n names to `word` for "did you mean": optimal string alignment distance of at
 * most a third of the word's length (at least 1); NULL when none is near.
 */
const char *gp_nearest(const char *word, const char *const *names, size_t n);

/* The place no one can point at. */
#define GP_NOWHERE ((struct gp_place){0, 0})

#endif
