/*
 * Fonts as the PDF sees them: two-byte codes, one for each pair of a glyph and the text it stands
 * for.  So a space and a no-break space stay apart though they share a glyph, a ligature gives back
 * its letters, and the hyphen at a line's end gives back a soft hyphen.
 *
 * TrueType: code = CID, and a CIDToGIDMap leads to the glyph of the subset.  CFF: an embedded CMap
 * leads from code to glyph (ISO 32000-1, 9.7.4.2: for such a font the CID is the glyph), since a
 * CIDToGIDMap is not allowed there.
 */
#ifndef GP_PDF_CODES_H
#define GP_PDF_CODES_H

#include "pdf/job.h"

struct gp_codes;

struct gp_code {
	uint16_t code; /* none of its bytes needs an escape in a PDF string */
	unsigned slot; /* number of the font dictionary, for the name in Resources */
	int32_t width; /* in millionths of the em, as the PDF reader will take it */
};

struct gp_codes *gp_codes_new(struct gp_pdf_job *job);
void gp_codes_free(struct gp_codes *c); /* NULL is fine */

/* The code of a glyph that stands for `len` bytes of text; the text must live as long as the job.
 */
struct gp_code gp_codes_find(
	struct gp_codes *c, int font, uint32_t glyph, const char *text, size_t len);

/* Glyph of the space in a font; false when it has none. */
bool gp_codes_space(struct gp_codes *c, int font, uint32_t *glyph);

/* Font dictionary of a slot, to be put into Resources. */
struct gp_dict *gp_codes_dict(const struct gp_codes *c, unsigned slot);

/* Subset and write all fonts, when the last code has been given out.  False after reporting. */
bool gp_codes_finish(struct gp_codes *c);

#endif
