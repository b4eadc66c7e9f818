/*
 * Inside one string: pieces of text on their way to spans.  Shared by inline.c (Markdown), holder.c
 * (placeholders), entity.c and glue.c (no-break spaces, typing slips).
 */
#ifndef GP_READ_INLINE_H
#define GP_READ_INLINE_H

#include "read/reader.h"
#include "read/spot.h"

enum { GP_OPEN_BRACKETS = 8 };

struct gp_inline {
	struct gp_reader *r;
	const char *src; /* the decoded string */
	size_t len;
	struct gp_place place;
	struct gp_spotter spot;
	struct gp_span *spans;
	size_t n, cap;
	unsigned em, strong, code, image; /* how deep inside such spans */
	const char *link;
	size_t end;                    /* source offset behind the last text taken */
	size_t open[GP_OPEN_BRACKETS]; /* spans that hold an unmatched "[" of the text */
	size_t n_open;
};

/* The source place of a byte of the string. */
struct gp_place gp_inline_at(struct gp_inline *il, size_t at);

/* Add a span of its own in the present style. */
struct gp_span *gp_inline_push(struct gp_inline *il, const char *text, size_t len, size_t at);

/* Add text that comes from source offset `at`; text in il->src is joined when it is adjacent. */
void gp_inline_put(struct gp_inline *il, const char *text, size_t len, size_t at);

/* Add text that is no concern of the checks: escaped by its author, or wrong and reported. */
void gp_inline_quote(struct gp_inline *il, const char *text, size_t len, size_t at);

/* Add what the placeholder {words} stands for; `words` without braces, at offset `at`. */
void gp_holder_put(struct gp_inline *il, const char *words, size_t len, size_t at);

/* Add the character that "&name;" stands for. */
void gp_entity_put(struct gp_inline *il, const char *text, size_t len, size_t at);

/* Does [s, s+len) look like a language tag (BCP 47), with two or three letters first? */
bool gp_is_language(const char *s, size_t len);

/*
 * Finish the spans of a string: no-break spaces between numbers and what belongs to them, warnings
 * for typing slips, and copies in the arena.
 */
struct gp_rich gp_inline_finish(struct gp_inline *il);

#endif
