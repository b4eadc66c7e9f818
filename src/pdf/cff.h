/*
 * CID-keyed CFF tables (Adobe Technical Note 5176).
 */
#ifndef GP_PDF_CFF_H
#define GP_PDF_CFF_H

#include "base/arena.h"
#include "base/file.h"

#include <stdbool.h>

/*
 * Turn n glyph numbers into the CIDs a PDF has to use for them, in place.  In a name-keyed table
 * the CID is the glyph number and nothing changes.  False when the table is broken.
 */
bool gp_cff_cids(struct gp_bytes cff, uint32_t *glyphs, size_t n, struct gp_arena *a);

#endif
