/*
 * Reprint only what changed: fingerprints of the printed sides, kept from one build to the next.
 */
#ifndef GP_APP_CHANGED_H
#define GP_APP_CHANGED_H

#include "app/stages.h"

/*
 * Put the fingerprints of a document's sides into the file of --fingerprints, and name the sides
 * that changed since that file was written, one a line, in a second file beside it (.changed).
 * When nothing changed both files stay as they are, so the second one tells of the last change.
 */
void gp_stage_fingerprints(struct gp_task *r, const struct gp_doc *doc);

#endif
