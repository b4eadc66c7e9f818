/*
 * The structure tree (ISO 32000-1, 14.7 and 14.8): the tags of the document, filled with what the
 * pages draw.
 *
 * While pages are written, every marked sequence and every link annotation is noted with its tag.
 * Then the tree is written: elements in table order, which is reading order; inside an element its
 * own content and its children in the order they were drawn, or in the reading order operations
 * carry where press moved or cut their pages.  Elements without any content are left
 * out, but empty cells of a row that is there stay, so tables keep their columns.
 */
#ifndef GP_PDF_TREE_H
#define GP_PDF_TREE_H

#include "pdf/job.h"

struct gp_tree;

struct gp_tree *gp_tree_new(struct gp_pdf_job *job);

/* Name of the structure type of a tag, for its marks. */
const char *gp_tree_name(const struct gp_tree *t, gp_tag tag);

/* A new marked sequence of a tag on a page, read in this order (0: as drawn); returns its MCID. */
int32_t gp_tree_mark(struct gp_tree *t, int32_t page, gp_tag tag, uint32_t order);

/* Something of a tag was inked there: makes the boxes of figures. */
void gp_tree_ink(struct gp_tree *t, int32_t page, gp_tag tag, struct gp_rect ink);

/* A link annotation of an operation; returns its StructParent key. */
int32_t gp_tree_annot(
	struct gp_tree *t, int32_t page, const struct gp_op *op, struct gp_dict *annot);

/* StructParents of a page, or -1 when it has no content. */
int32_t gp_tree_page_key(const struct gp_tree *t, int32_t page);

/* Write all elements and the tables around them into the catalog, when all pages are done. */
void gp_tree_finish(struct gp_tree *t);

#endif
