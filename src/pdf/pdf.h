/*
 * Pages to a PDF file: PDF 1.7, tagged, PDF/UA-1 and PDF/A-2a at once (ISO 32000-1, 14289-1,
 * 19005-2).  libharu is used as the writer of objects, through src/pdf/haru.h alone; text goes in
 * as TJ arrays of own CID fonts subset by hb-subset; pictures go in as read.
 *
 * Output is a pure function of the input: same bytes on every run.
 */
#ifndef GP_PDF_PDF_H
#define GP_PDF_PDF_H

#include "base/diag.h"
#include "base/file.h"
#include "draw/list.h"
#include "image/picture.h"
#include "text/font.h"

enum gp_duplex { GP_DUPLEX_NONE, GP_DUPLEX_SHORT_EDGE, GP_DUPLEX_LONG_EDGE };

struct gp_pdf_options {
	bool cmyk;             /* DeviceCMYK from the tokens; no PDF/A then */
	enum gp_duplex duplex; /* wish for the printer */
	bool pick_tray;        /* choose the paper by page size */
	bool two_up_view;      /* open as facing pages */
	const char *icc; /* path of the profile for the output intent: sRGB; with cmyk that of a
			    press, or NULL for none */
};

/* What is printed: pages, and the tables their display lists count in. */
struct gp_pdf_source {
	const struct gp_doc *doc;
	const struct gp_fonts *fonts;
	struct gp_picture *const *pictures;
};

/* Make the file in memory.  The bytes live in the arena.  False after reporting. */
bool gp_pdf_make(const struct gp_pdf_source *source, const struct gp_pdf_options *options,
	struct gp_arena *a, struct gp_diag *d, struct gp_bytes *out);

#endif
