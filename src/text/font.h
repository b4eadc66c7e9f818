/*
 * Fonts as the shaper sees them: files opened, measured, and turned into glyph runs by HarfBuzz.
 * Fonts are known by small numbers, the same ones that stand in display lists.
 */
#ifndef GP_TEXT_FONT_H
#define GP_TEXT_FONT_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/file.h"
#include "base/len.h"

#include <stdbool.h>

struct gp_fonts;

struct gp_fonts *gp_fonts_new(struct gp_diag *d);
void gp_fonts_free(struct gp_fonts *f);

/*
 * Open a font file (TrueType or CFF outlines; "FILE#2" picks a face of a collection, "FILE@Name" a
 * named instance of a variable font) and return its number, or -1 after reporting why not.  The
 * same path gives the same number.  Broken files are refused: tables and their bounds are checked
 * first.
 */
int gp_fonts_open(struct gp_fonts *f, const char *path, struct gp_place at);

unsigned gp_fonts_count(const struct gp_fonts *f);

struct gp_font_info {
	struct gp_bytes data; /* the whole file, owned by the set */
	unsigned face_index;  /* in a collection */
	int instance;         /* named instance of a variable font, -1: none */
	const char *path, *postscript_name;
	unsigned units_per_em, n_glyphs;
	int cap_height, x_height, ascent, descent; /* font units; descent negative */
	int x_min, y_min, x_max, y_max;            /* bounding box, font units */
	int italic_angle;                          /* degrees times 65536 */
	unsigned weight;                           /* OS/2, 100 to 900 */
	bool is_cff, fixed_pitch, serif;
};

const struct gp_font_info *gp_font_info(const struct gp_fonts *f, int font);

/* Height of capitals / small letters at a size. */
gp_len gp_font_cap(const struct gp_fonts *f, int font, gp_len size);
gp_len gp_font_ex(const struct gp_fonts *f, int font, gp_len size);

/* True when the font has a glyph for the code point (with our fallbacks, see gp_shape). */
bool gp_font_has(const struct gp_fonts *f, int font, uint32_t cp);

/* Ink box of a glyph at a size, relative to its origin on the baseline, y down; empty for spaces.
 */
struct gp_rect gp_font_ink(const struct gp_fonts *f, int font, uint32_t glyph, gp_len size);

/* What part of the em square a glyph inks, in millionths. */
int64_t gp_font_area(const struct gp_fonts *f, int font, uint32_t glyph);

#endif
