/*
 * Ways through the file: link annotations, named destinations, the outline, page labels.
 */
#ifndef GP_PDF_LINKS_H
#define GP_PDF_LINKS_H

#include "pdf/content.h"

/* The annotation of a link operation; none when its tag leads nowhere in this file. */
void gp_links_add(struct gp_content *c, const struct gp_op *op);

/* Named destinations, outline and page labels, into the catalog. */
void gp_links_finish(struct gp_pdf_job *job);

#endif
