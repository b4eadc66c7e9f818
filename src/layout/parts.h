/*
 * Parts of a booklet that are more than a run of blocks: cover, contents, openers, point plates,
 * headings, the back cover.
 */
#ifndef GP_LAYOUT_PARTS_H
#define GP_LAYOUT_PARTS_H

#include "layout/flow.h"

void gp_part_cover(struct gp_job *job);
void gp_part_contents(struct gp_job *job);
void gp_part_back_cover(struct gp_job *job);

/* The opener of a chapter: eyebrow, title, figure, roll line and lead, as the galley's first items.
 */
void gp_part_opener(struct gp_galley *g, const struct gp_chapter *c, unsigned number, gp_tag sect);

/* A lead: one paragraph in larger type. */
void gp_part_lead(struct gp_galley *g, const struct gp_rich *lead);

/*
 * A section's items: its plate, its heading, its lead and its blocks.  `level` is the heading's
 * tag; `first` says that the section follows a chapter's opener.
 */
void gp_part_section(
	struct gp_galley *g, const struct gp_section *s, enum gp_tag_role level, bool first);

#endif
