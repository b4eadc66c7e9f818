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
 * Does section i stand under the one before it?  It does when it goes on without a page, a plate or
 * an entry of its own in the contents, after a titled section that has one of them.
 */
bool gp_section_is_sub(const struct gp_sections *list, size_t i);

/*
 * The items of sections: plate, heading, lead and blocks of each.  `level` is that of their
 * headings; `after_opener` says that a chapter's opener stands above the first.
 */
void gp_part_sections(
	struct gp_galley *g, const struct gp_sections *list, unsigned level, bool after_opener);

#endif
