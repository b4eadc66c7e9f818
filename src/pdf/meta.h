/*
 * What the file says about itself: Info, XMP, language, output intent, wishes for the viewer.
 */
#ifndef GP_PDF_META_H
#define GP_PDF_META_H

#include "pdf/job.h"

/* Write all of it into catalog and Info.  False after reporting a profile that will not do. */
bool gp_meta_write(struct gp_pdf_job *job);

/*
 * The date of the file, "2026-11-01T00:00:00Z": from the document ("2026", "2026-11",
 * "2026-11-25" or longer), else from SOURCE_DATE_EPOCH, else NULL.  Never from the clock.
 */
const char *gp_meta_date(const char *date, const char *epoch, struct gp_arena *a);

#endif
