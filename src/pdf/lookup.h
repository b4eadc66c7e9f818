/*
 * Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7).
 */
#ifndef GP_PDF_LOOKUP_H
#define GP_PDF_LOOKUP_H

#include "pdf/job.h"

struct gp_lookup;

/* kind: "Names" or "Nums" */
struct gp_lookup *gp_lookup_new(struct gp_pdf_job *job, const char *kind);

/*
 * Add an entry; keys must come in rising order (names by their bytes).  Key and value are PDF
 * syntax and must live as long as the job.
 */
void gp_lookup_number(struct gp_lookup *t, int64_t key, const char *value);
void gp_lookup_text(struct gp_lookup *t, const char *key, const char *value);

/* Write the tree and return its root. */
struct gp_dict *gp_lookup_write(struct gp_lookup *t);

#endif
