/*
 * Pictures in the file: each one once, however often it is drawn.
 */
#ifndef GP_PDF_IMAGES_H
#define GP_PDF_IMAGES_H

#include "pdf/job.h"

/* The image dictionary of a picture by its number, written on first use. */
struct gp_dict *gp_images_dict(struct gp_pdf_job *job, unsigned number);

#endif
