/*
 * Hyphenation by patterns (Liang 1983), read from the .dic files of Debian's hyphen packages
 * (UTF-8 or ISO 8859-1 patterns, one or two levels, "NOHYPHEN" and "…HYPHENMIN" lines, comments;
 * patterns that replace letters, for the "ck" of old German spelling, are skipped).  Loading is
 * linear and takes two milliseconds for German; most of a pattern is read when a word asks for it.
 */
#ifndef GP_TEXT_HYPHEN_H
#define GP_TEXT_HYPHEN_H

#include "base/arena.h"
#include "base/diag.h"

struct gp_hyphen;

/* NULL after reporting.  Lives in the arena. */
struct gp_hyphen *gp_hyphen_load(const char *path, struct gp_arena *a, struct gp_diag *d);

/*
 * From bytes already read, which must live as long as the result, for tests and fuzzing; `name` for
 * messages.
 */
struct gp_hyphen *gp_hyphen_parse(
	const char *name, const char *text, size_t len, struct gp_arena *a, struct gp_diag *d);

/*
 * Mark the byte positions inside a word where it may break: may_break[i] is set when a hyphen may
 * stand before byte i.  `left` and `right` are the least letters on each side; where the file asks
 * for more, the file's hold.  Capitals count as small letters.  Letters only: the caller cuts words
 * out of the text.  may_break has len entries and is cleared first.  Of a word longer than 512
 * bytes only the beginning is looked at.
 */
void gp_hyphen_word(const struct gp_hyphen *h, const char *word, size_t len, unsigned left,
	unsigned right, bool *may_break);

#endif
