/*
 * Placing items: columns by side of the page, notes and icons in the margin column, anchors noted.
 */
#include "layout/flow.h"

#include "layout/breaker.h"

gp_len gp_frame_height(const struct gp_job *job)
{
	return (gp_len)job->style->page.lines * job->style->page.baseline;
}

/* Where a page is being filled. */
struct place {
	struct gp_job *job;
	struct gp_page *page;
	struct gp_columns c;
	gp_len top;
	bool left;
};

static void place_margin(
	const struct place *pl, const struct gp_item *it, const struct gp_spot *spot)
{
	gp_len x = pl->c.margin;
	size_t i;

	if (it->side) {
		/* leans on the gutter: on left pages that is the right edge of the column */
		if (pl->left)
			x += pl->job->style->page.margin_column - it->side_width;
		gp_fragment_place(
			pl->page, it->side, (struct gp_point){x, pl->top + spot->y}, false);
	}
	for (i = 0; i < it->n_notes; i++)
		gp_fragment_place(pl->page, it->notes[i].fragment,
			(struct gp_point){pl->c.margin, pl->top + spot->note_y[i]}, false);
}

static void place_item(
	const struct place *pl, const struct gp_item *it, const struct gp_spot *spot, bool first)
{
	gp_len y = pl->top + spot->y;
	int32_t page = (int32_t)pl->job->doc->n_pages - 1;
	size_t i;

	if (first && it->head)
		gp_fragment_place(pl->page, it->head,
			(struct gp_point){pl->c.full, y - it->head_height}, true);
	if (it->fragment[GP_COL_FULL])
		gp_fragment_place(pl->page, it->fragment[GP_COL_FULL],
			(struct gp_point){pl->c.full, y}, false);
	if (it->fragment[GP_COL_MAIN])
		gp_fragment_place(pl->page, it->fragment[GP_COL_MAIN],
			(struct gp_point){pl->c.main, y}, false);
	place_margin(pl, it, spot);
	for (i = 0; i < it->n_anchors; i++)
		gp_doc_anchor(pl->job->doc, it->anchors[i], page, (struct gp_point){pl->c.full, y});
}

/* Items of a page in the order they are read in. */
static void place_items(const struct place *pl, const struct gp_galley *g, struct gp_page_cut cut,
	const struct gp_spot *spots)
{
	const struct gp_item *it = g->items;
	size_t i, k;

	for (i = cut.from; i < cut.to; i++) {
		for (k = i + 1; k < cut.to; k++) {
			if (it[k].read_before == i + 1)
				place_item(pl, &it[k], &spots[k - cut.from], false);
		}
		if (it[i].read_before <= cut.from)
			place_item(pl, &it[i], &spots[i - cut.from], i == cut.from);
	}
}

static void place_page(struct gp_job *job, const struct gp_galley *g, struct gp_page_cut cut,
	const struct gp_furniture *f)
{
	struct gp_spot *spots = GP_ARRAY(job->arena, cut.to - cut.from, struct gp_spot);
	struct gp_furniture mine = *f;
	struct place pl = {.job = job, .top = job->style->page.frame_top};

	if (g->items[cut.from].page_kind != GP_PAGE_TEXT)
		mine.kind = g->items[cut.from].page_kind;
	pl.left = gp_page_is_left(job->doc->n_pages);
	pl.c = gp_page_columns(&job->style->page, pl.left);
	pl.page = gp_page_new(job, &mine);
	gp_break_spots(g, cut, gp_frame_height(job), spots, job->last != NULL);
	place_items(&pl, g, cut, spots);
}

/* An empty page before a section that must start on the other side becomes a page for notes. */
static void turn_to(struct gp_job *job, const struct gp_item *first, const struct gp_furniture *f)
{
	if (!gp_break_waits(job, first, gp_page_is_left(job->doc->n_pages)))
		return;
	if (job->last)
		gp_report(job->diag, GP_MSG_LAYOUT_EMPTY_PAGE, first->place,
			(unsigned)job->doc->n_pages + 1,
			first->start == GP_START_LEFT ? "left" : "right");
	gp_flow_notes_page(job, f);
}

/*
 * Are the items before and after this one apart though they belong together?  A block higher than
 * a page is said to be so by the breaker, and cannot stay with anything.
 */
static bool is_torn(const struct gp_job *job, const struct gp_galley *g, size_t to)
{
	return to < g->n && g->items[to - 1].keep_next && !g->items[to].new_page &&
	       g->items[to].height <= gp_frame_height(job);
}

void gp_flow(struct gp_job *job, const struct gp_galley *g, const struct gp_furniture *f)
{
	struct gp_cuts cuts =
		gp_break_pages(g, gp_frame_height(job), gp_page_is_left(job->doc->n_pages));
	size_t i;

	for (i = 0; i < cuts.n; i++) {
		size_t to = cuts.cut[i].to;

		if (job->last && is_torn(job, g, to))
			gp_report(job->diag, GP_MSG_LAYOUT_OVERFULL, g->items[to].place);
		turn_to(job, &g->items[cuts.cut[i].from], f);
		place_page(job, g, cuts.cut[i], f);
	}
}

void gp_flow_notes_page(struct gp_job *job, const struct gp_furniture *f)
{
	const struct gp_page_style *p = &job->style->page;
	struct gp_columns c = gp_page_columns(p, gp_page_is_left(job->doc->n_pages));
	struct gp_page *page = gp_page_new(job, f);
	struct gp_pen pen = gp_pen_artifact(job, page, GP_ARTIFACT_LAYOUT);
	struct gp_set_style style = gp_set_role(GP_ROLE_PAGE_TITLE);
	gp_tag sect = gp_doc_tag(job->doc, GP_TAG_SECT, 0);
	gp_len width = p->main + p->gutter + p->margin_column, step = job->style->block.notes_rule,
	       y;
	struct gp_set set = gp_set_plain(
		job, job->guide->words.notes, &style, width, gp_doc_tag(job->doc, GP_TAG_H2, sect));

	gp_set_draw_all(job, page, &set, (struct gp_point){c.full, p->frame_top});
	for (y = 3 * step; y <= gp_frame_height(job); y += step)
		gp_orn_rule(&pen, (struct gp_point){c.full, p->frame_top + y}, width,
			job->style->block.rule_hair, GP_G50);
}
