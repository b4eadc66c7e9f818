/*
 * Layout: a guide to pages.
 *
 * Blocks become items on a baseline grid, items become pages, pages become display lists; the
 * poster is a layout of its own and never a scaled page.  Page numbers inside the text are found by
 * setting the booklet again until they stand still (twice, as a rule).
 */
#ifndef GP_LAYOUT_LAYOUT_H
#define GP_LAYOUT_LAYOUT_H

#include "layout/job.h"

/*
 * The booklet as a document; `multiple` is what the number of pages is padded to (4, or the pages
 * of a signature).  job->doc is replaced.  NULL after reporting.
 */
struct gp_doc *gp_layout_booklet(struct gp_job *job, unsigned multiple);

/*
 * The poster on a sheet of this size, and in job->poster what its words were set in. NULL after
 * reporting.
 */
struct gp_doc *gp_layout_poster(struct gp_job *job, const struct gp_paper *paper);

#endif
