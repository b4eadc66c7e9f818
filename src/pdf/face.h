/*
 * A font file as the PDF needs it: exact advances and a subset.  The only file of this folder that
 * meets HarfBuzz is face.c.
 */
#ifndef GP_PDF_FACE_H
#define GP_PDF_FACE_H

#include "base/arena.h"
#include "base/file.h"
#include "text/font.h"

struct gp_face;

/* The font bytes stay the caller's and must outlive the face. */
struct gp_face *gp_face_new(const struct gp_font_info *info);
void gp_face_free(struct gp_face *f); /* NULL is fine */

/* Advance of a glyph in millionths of the em. */
int32_t gp_face_advance(const struct gp_face *f, uint32_t glyph);

/* The font's own glyph of a code point; false when it has none. */
bool gp_face_glyph(const struct gp_face *f, uint32_t cp, uint32_t *glyph);

struct gp_subset {
	struct gp_bytes file; /* TrueType file, or the bare CFF table; in the arena */
	bool is_cff;
	uint32_t *ids; /* new glyph of each one asked for; CFF: its CID */
};

/*
 * Cut the font down to n glyphs, their components and .notdef.  Hinting and every table a PDF
 * reader has no use for are dropped; a variable font is pinned at its instance.  False when
 * HarfBuzz cannot, or the font has neither TrueType nor CFF outlines.
 */
bool gp_face_subset(const struct gp_face *f, const uint32_t *glyphs, size_t n, struct gp_arena *a,
	struct gp_subset *out);

/* Canonical decomposition of one code point into two; false when there is none. */
bool gp_face_decompose(uint32_t cp, uint32_t parts[2]);

#endif
