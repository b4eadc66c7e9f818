/*
 * Words shaped once and kept: a booklet says the same words again and again.
 *
 * A word is text without spaces.  Its glyphs are kept in font units, so one shape serves every
 * size.  Spaces never go to the shaper: kerning against a space is nothing in the fonts we know,
 * and words that do not depend on their neighbours can be kept.
 */
#ifndef GP_TEXT_WORD_H
#define GP_TEXT_WORD_H

#include "text/shape.h"

struct gp_face_entry;

struct gp_word_glyph {
	uint32_t id;
	int32_t advance, natural, x, y; /* font units, y down */
	uint32_t from, len;             /* bytes of the word its cluster stands for */
	bool first;                     /* of its cluster */
	bool unsafe;                    /* the word may not be cut before it without shaping anew */
	bool line_hyphen;
};

struct gp_word {
	const struct gp_word_glyph *g;
	size_t n;
	bool flawed; /* holds missing glyphs or right-to-left letters */
};

/* The store: a hash table of words in an arena of its own, started afresh when it grows large. */
struct gp_words {
	struct gp_arena *arena, *once;
	struct gp_word_entry **slot;
	size_t n, n_slots;
	/* the code points of the word at hand and the bytes they come from */
	struct gp_word_char *chars;
	uint32_t *cps;
	size_t n_chars, cap_chars;
};

void gp_words_init(struct gp_words *w);
void gp_words_done(struct gp_words *w);

/*
 * Shape a word; `hyphen` adds the hyphen of a line end.  The result is good until the next call.
 */
struct gp_word gp_word_shape(struct gp_fonts *f, const struct gp_shape_style *style,
	const char *text, size_t len, bool hyphen);

/* The code point that is really looked up: itself, or what stands in where the font lacks it. */
uint32_t gp_word_stand_in(const struct gp_face_entry *e, uint32_t cp);

/* Glyph, width as set and width of the glyph for a space, in font units. */
struct gp_word_glyph gp_word_space(const struct gp_face_entry *e, uint32_t cp);

/* Report what is wrong with a flawed word; `offset` is that of `text` in the string at `at`. */
void gp_word_complain(struct gp_fonts *f, const struct gp_shape_style *style, const char *text,
	size_t len, struct gp_place at, uint32_t offset);

#endif
