/*
 * Mending the tags of half a document: fronts or backs alone.
 */
#ifndef GP_PRESS_MEND_H
#define GP_PRESS_MEND_H

#include "draw/doc.h"

/*
 * Give a document that shows only part of its content tags that hold together: heading levels
 * without a gap (ISO 14289-1, 7.4.2), and tables that lost all their header cells as plain
 * divisions (7.5 asks for headers).  The tag table is replaced by a copy in the document's arena.
 */
void gp_mend_tags(struct gp_doc *doc);

#endif
