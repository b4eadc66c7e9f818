/*
 * Shaping: UTF-8 to glyphs with kerning, ligatures and features, by HarfBuzz.
 */
#ifndef GP_TEXT_SHAPE_H
#define GP_TEXT_SHAPE_H

#include "text/font.h"

struct gp_glyph {
	uint32_t id;
	gp_len advance;     /* as set: kerning, tracking and justification included */
	gp_len natural;     /* the font's own advance at this size */
	gp_len x, y;        /* offset of the glyph from the pen, y down */
	uint32_t from, len; /* bytes of the source text; marks share their base's range: the first
			       glyph of a cluster has len > 0, the others 0 */
	bool line_hyphen;   /* the hyphen put in at the end of a line, not in the source: len 0, or
			       the bytes of the soft hyphen it stands for */
};

struct gp_glyphs {
	struct gp_glyph *g;
	size_t n;
	gp_len width;
};

/* A text to be shaped, and where it comes from, for messages. */
struct gp_shape_text {
	const char *text;
	size_t len;
	struct gp_place place; /* of the JSON string, and byte offset of `text` in it */
	uint32_t at;
};

struct gp_shape_style {
	int font;
	gp_len size;
	int track;        /* 1/1000 em after each cluster; ligatures are off when not 0 */
	const char *lang; /* BCP 47 or NULL */
	bool tabular;     /* figures of one width */
	bool capitals; /* set in capitals (the text itself stays as it is: from/len refer to it) */
};

/*
 * Shape text in one style.  A code point without a glyph is reported: MISSING_GLYPH names the code
 * point, what it is and the font, at the place of the text (the reader's gp_read_spot gives the
 * exact column: pass a callback through gp_fonts_spot).  Where the font lacks them, U+2010 and
 * U+2011 are set as a hyphen, spaces of all kinds as a space, the narrow ones narrower.  Soft
 * hyphens, zero width spaces and word joiners give no glyph.  Right-to-left scripts are refused
 * (TEXT_RTL).
 */
struct gp_glyphs gp_shape(struct gp_fonts *f, const struct gp_shape_style *style,
	struct gp_shape_text text, struct gp_arena *a);

/* How to turn (place of a string, byte offset in it) into the exact place; may be NULL. */
typedef struct gp_place gp_spot_fn(struct gp_diag *d, struct gp_place string, uint32_t offset);
void gp_fonts_spot(struct gp_fonts *f, gp_spot_fn *fn);

#endif
