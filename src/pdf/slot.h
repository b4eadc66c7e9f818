/*
 * The objects of a font in the file: font program, descriptor, and for each slot of codes the
 * composite font, its CID font, widths and the way back to Unicode.
 */
#ifndef GP_PDF_SLOT_H
#define GP_PDF_SLOT_H

#include "pdf/face.h"
#include "pdf/job.h"

struct gp_pair { /* a code: a glyph and the text it stands for */
	uint32_t glyph;
	uint16_t code;
	unsigned slot;
	int32_t width; /* millionths of the em */
	const char *text;
	size_t len;
};

struct gp_slot {
	int font;
	struct gp_dict *dict; /* the Type0 font */
};

struct gp_fontfile {      /* what the slots of a font share */
	const char *name; /* with the tag of the subset */
	struct gp_dict *descriptor;
	bool is_cff;
	const struct gp_pair *pairs;
	const uint32_t *ids; /* glyph in the subset, by pair */
};

/* Subset a font to the glyphs of its pairs and write program and descriptor.  Reports on failure.
 */
bool gp_fontfile_make(struct gp_pdf_job *job, const struct gp_face *face, int font,
	const struct gp_pair *pairs, size_t n, struct gp_fontfile *out);

/* Write the dictionaries of a slot that holds n pairs from `first` on, in rising code order. */
void gp_slot_write(struct gp_pdf_job *job, const struct gp_slot *slot,
	const struct gp_fontfile *file, size_t first, size_t n);

#endif
