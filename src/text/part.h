/*
 * Parts of a text shaped on their own: what stands on one line, and what the breaker measures.
 */
#ifndef GP_TEXT_PART_H
#define GP_TEXT_PART_H

#include "text/shape.h"

/* Bytes from to to of a text; places in glyphs stay those of the text. */
struct gp_part {
	const char *text;
	size_t from, to;
};

struct gp_glyph_vec {
	struct gp_arena *arena;
	struct gp_glyph *g;
	size_t n, cap;
	int64_t width;
	bool flawed; /* something is to be complained of */
};

/*
 * End of the token that starts at `from`: one space (then *space is its code point) or a word
 * (*space 0); a forced break ends a word.
 */
size_t gp_token_end(const char *text, size_t len, size_t from, uint32_t *space);

/* Append the glyphs of a part; `hyphen` puts a line-end hyphen after it.  Nothing is reported. */
void gp_part_shape(struct gp_fonts *f, const struct gp_shape_style *style, struct gp_part part,
	bool hyphen, struct gp_glyph_vec *v);

/* Width of a space as set, tracking included. */
gp_len gp_part_space(const struct gp_fonts *f, const struct gp_shape_style *style, uint32_t cp);

/* Width of the glyphs gp_part_shape would append. */
int64_t gp_part_width(
	struct gp_fonts *f, const struct gp_shape_style *style, struct gp_part part, bool hyphen);

/* Report missing glyphs and right-to-left letters of a part. */
void gp_part_complain(struct gp_fonts *f, const struct gp_shape_style *style, struct gp_part part,
	struct gp_place at, uint32_t offset);

/* Tracking as a length. */
gp_len gp_part_track(const struct gp_shape_style *style);

#endif
