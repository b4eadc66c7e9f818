/*
 * The wall in front of HarfBuzz: one font opened, asked for glyphs, and words shaped in font units.
 * No other file of this stage knows a HarfBuzz type.
 */
#ifndef GP_TEXT_HARFBUZZ_H
#define GP_TEXT_HARFBUZZ_H

#include "base/arena.h"
#include "base/file.h"

#include <stdbool.h>

struct gp_hb;     /* a font */
struct gp_hb_pen; /* working memory for shaping, one per set of fonts */

/* The bytes must outlive the font.  instance: number of a named instance, or -1. */
struct gp_hb *gp_hb_open(struct gp_bytes file, unsigned face, int instance, struct gp_arena *a);
void gp_hb_close(struct gp_hb *f);

struct gp_hb_pen *gp_hb_pen_new(struct gp_arena *a);
void gp_hb_pen_free(struct gp_hb_pen *pen);

/* Glyph of a code point; false when the font has none. */
bool gp_hb_glyph(const struct gp_hb *f, uint32_t cp, uint32_t *glyph);

int gp_hb_advance(const struct gp_hb *f, uint32_t glyph);

/* x_min, y_min, x_max, y_max in font units, y up; false when nothing is inked. */
bool gp_hb_ink(const struct gp_hb *f, uint32_t glyph, int box[4]);

/*
 * Area inside the outlines, in square font units.  Where outlines of one glyph overlap, what they
 * share counts twice; in text faces that is rare.
 */
int64_t gp_hb_area(const struct gp_hb *f, uint32_t glyph);

/* Names in the font file: PostScript name, or an empty string. */
const char *gp_hb_postscript_name(const struct gp_hb *f, struct gp_arena *a);

/* Named instances of a variable font. */
unsigned gp_hb_instances(const struct gp_hb *f);
const char *gp_hb_instance_name(const struct gp_hb *f, unsigned i, struct gp_arena *a);

/* A BCP 47 name as HarfBuzz knows it; equal languages give equal pointers.  NULL: undetermined. */
const void *gp_hb_language(const char *name);

/* True for letters of scripts that run from right to left. */
bool gp_hb_is_rtl(uint32_t cp);

struct gp_hb_glyph {
	uint32_t id;
	uint32_t cluster; /* index of the first code point it stands for */
	int advance, natural, x, y;
	bool unsafe; /* text may not be cut before this glyph without shaping anew */
};

struct gp_hb_features {
	bool tabular, no_ligatures;
	const void *lang;
};

/*
 * Shape n code points, left to right, one script after the other.  The glyphs belong to the pen
 * and are good until its next use; clusters never fall.  NULL when HarfBuzz gives up: no memory, or
 * a font whose rules never end.
 */
const struct gp_hb_glyph *gp_hb_shape(struct gp_hb_pen *pen, const struct gp_hb *f,
	const uint32_t *cps, size_t n, const struct gp_hb_features *want, size_t *n_glyphs);

#endif
