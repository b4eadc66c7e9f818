/*
 * Front and back cover.
 */
#include "layout/parts.h"

static const struct gp_furniture bare = {.kind = GP_PAGE_BARE, .tab = -1};

/* Where the lead stands under a title of this height. */
static gp_len lead_top(const struct gp_job *job, gp_len title)
{
	const struct gp_page_style *p = &job->style->page;

	return gp_len_max(p->cover_lead, p->cover_title + title + gp_half(job));
}

/* Whether the words of a title stand on their lines whole, and with the lead over the picture. */
static bool title_fits(const struct gp_job *job, const struct gp_set *title,
	const struct gp_set *lead, gp_len width)
{
	return !title->para.overfull && title->width <= width &&
	       lead_top(job, title->height) + lead->height <= job->style->page.cover_panel_top;
}

/*
 * The title in the largest size, by steps of two points, that gives two lines and cuts no word;
 * where three fifths of the size have more lines, as many as the lead leaves room for over the
 * picture, down to the size of a chapter's title.  What is too long even then is refused.
 */
static struct gp_set set_title(
	struct gp_job *job, const struct gp_set *lead, gp_len width, gp_tag tag)
{
	const struct gp_type *t = &job->style->type[GP_ROLE_COVER_TITLE];
	const struct gp_rich *title = &job->guide->meta.title_text;
	gp_len least = job->style->type[GP_ROLE_H1].size;
	struct gp_set_style style = gp_set_role(GP_ROLE_COVER_TITLE);
	bool fits;
	struct gp_set set;

	style.balanced = style.has_size = style.trial = true;
	for (style.size = t->size;; style.size -= GP_PT(2)) {
		style.lead = gp_len_scale(t->lead, style.size, t->size);
		set = gp_set(job, title, &style, width, -1);
		fits = title_fits(job, &set, lead, width);
		if (fits && (set.para.n <= 2 || style.size <= t->size * 3 / 5))
			break;
		if (style.size - GP_PT(2) < least)
			break;
	}
	if (!fits && job->last)
		gp_report(job->diag, GP_MSG_LAYOUT_COVER_TITLE, title->place);
	return gp_set(job, title, &style, width, tag);
}

static void draw_panel(struct gp_job *job, struct gp_page *page, gp_tag sect)
{
	const struct gp_page_style *p = &job->style->page;
	gp_len edge = job->bleed ? -job->bleed : p->safe;
	struct gp_rect panel = {
		edge, p->cover_panel_top, p->width - 2 * edge, p->cover_panel_height};
	struct gp_pen pen = gp_pen_artifact(job, page, GP_ARTIFACT_BACKGROUND);
	struct gp_path *clip = gp_path_new(page->arena);
	const struct gp_path_seg *seg;
	struct gp_art art;
	size_t n;

	gp_orn_fill(&pen, panel, GP_TINT_BRAND);
	if (!gp_job_fills(job, GP_TINT_BRAND))
		gp_orn_frame(&pen, panel, GP_PT(1), GP_G50);
	if (!job->guide->cover.image.id)
		return;
	art = gp_art_fit(job, &job->guide->cover.image, panel.w, panel.h, 0, GP_FIT_CANVAS);
	gp_path_rect(clip, panel);
	seg = gp_path_segs(clip, &n);
	gp_page_begin_clip(page, seg, n);
	gp_art_draw(job, page, &art,
		(struct gp_point){panel.x + (panel.w - art.w) / 2, panel.y + panel.h - art.h},
		gp_art_tag(job, &job->guide->cover.image, sect));
	gp_page_end(page);
}

static void draw_foot(struct gp_job *job, struct gp_page *page, gp_tag sect, gp_len x, gp_len width)
{
	const struct gp_cover *c = &job->guide->cover;
	struct gp_set_style style = gp_set_role(GP_ROLE_CAPTION);
	gp_len y = job->style->page.cover_foot;
	struct gp_set set;

	if (c->foot[0].n) {
		set = gp_set(job, &c->foot[0], &style, width, gp_doc_tag(job->doc, GP_TAG_P, sect));
		gp_set_draw_all(job, page, &set, (struct gp_point){x, y});
	}
	if (c->foot[1].n) {
		set = gp_set(job, &c->foot[1], &style, width, gp_doc_tag(job->doc, GP_TAG_P, sect));
		gp_set_draw_all(job, page, &set, (struct gp_point){x + width - set.width, y});
	}
}

void gp_part_cover(struct gp_job *job)
{
	const struct gp_page_style *p = &job->style->page;
	const struct gp_cover *c = &job->guide->cover;
	struct gp_page *page = gp_page_new(job, &bare);
	gp_tag sect = gp_doc_tag(job->doc, GP_TAG_SECT, 0);
	struct gp_set_style eyebrow = gp_set_role(GP_ROLE_EYEBROW),
			    lead = gp_set_role(GP_ROLE_LEAD);
	gp_len x = p->inner, width = p->main + p->gutter + p->margin_column, y;
	struct gp_set set;

	job->place = job->guide->place;
	page->label = job->guide->words.cover;
	job->doc->tags[sect].title = job->guide->words.cover;
	eyebrow.capitals = true;
	set = gp_set(job, &c->eyebrow, &eyebrow, width, gp_doc_tag(job->doc, GP_TAG_P, sect));
	gp_set_draw_all(job, page, &set, (struct gp_point){x, p->cover_eyebrow});
	set = gp_set(job, &c->lead, &lead, width, -1);
	set = set_title(job, &set, width, gp_doc_tag(job->doc, GP_TAG_H1, sect));
	gp_set_draw_all(job, page, &set, (struct gp_point){x, p->cover_title});
	y = lead_top(job, set.height);
	set = gp_set(job, &c->lead, &lead, width, gp_doc_tag(job->doc, GP_TAG_P, sect));
	gp_set_draw_all(job, page, &set, (struct gp_point){x, y});
	draw_panel(job, page, sect);
	draw_foot(job, page, sect, x, width);
	gp_doc_anchor(job->doc, "cover", 0, (struct gp_point){0, 0});
}

/* Blocks from the top; a closing warning stands at the foot of the frame. */
static void place_back_blocks(
	struct gp_job *job, struct gp_page *page, struct gp_galley *g, gp_len top)
{
	struct gp_columns c =
		gp_page_columns(&job->style->page, gp_page_is_left(job->doc->n_pages - 1));
	const struct gp_blocks *b = &job->guide->back_cover.blocks;
	gp_len foot = job->style->page.frame_top + gp_frame_height(job), y = top;
	const struct gp_item *prev = NULL;
	size_t i, k, col;

	for (i = 0; i < g->n; i++) {
		const struct gp_item *it = &g->items[i];

		y = prev ? top + gp_item_top(job, prev, y - top, it) : y;
		if (i + 1 == g->n && b->n && b->b[b->n - 1].kind == GP_BLOCK_WARNING)
			y = gp_len_max(y, foot - it->height);
		for (col = 0; col < GP_N_COLS; col++) {
			if (it->fragment[col])
				gp_fragment_place(page, it->fragment[col],
					(struct gp_point){c.full, y}, false);
		}
		for (k = 0; k < it->n_anchors; k++)
			gp_doc_anchor(job->doc, it->anchors[k], (int32_t)job->doc->n_pages - 1,
				(struct gp_point){c.full, y});
		y += it->height;
		prev = it;
	}
	if (y > foot && job->last)
		gp_report(job->diag, GP_MSG_LAYOUT_OVERFULL, job->guide->back_cover.place);
}

void gp_part_back_cover(struct gp_job *job)
{
	const struct gp_page_style *p = &job->style->page;
	const struct gp_back_cover *b = &job->guide->back_cover;
	struct gp_columns c = gp_page_columns(p, gp_page_is_left(job->doc->n_pages));
	struct gp_page *page = gp_page_new(job, &bare);
	gp_tag sect = gp_doc_tag(job->doc, GP_TAG_SECT, 0);
	struct gp_galley *g = gp_galley_new(job, sect);
	struct gp_set_style eyebrow = gp_set_role(GP_ROLE_EYEBROW), title = gp_set_role(GP_ROLE_H1);
	gp_len y = p->head_top + gp_half(job);
	struct gp_set set;

	page->label = job->guide->words.back_cover;
	if (!b->present)
		return;
	job->place = b->place;
	job->doc->tags[sect].title = job->guide->words.back_cover;
	g = gp_galley_alone(g, g->full, sect);
	eyebrow.capitals = true;
	set = gp_set(job, &b->eyebrow, &eyebrow, g->full, gp_doc_tag(job->doc, GP_TAG_P, sect));
	gp_set_draw_all(job, page, &set, (struct gp_point){c.full, y});
	y += set.height + gp_half(job) / 3;
	title.balanced = true;
	set = gp_set(job, &b->title, &title, g->full, gp_doc_tag(job->doc, GP_TAG_H2, sect));
	gp_set_draw_all(job, page, &set, (struct gp_point){c.full, y});
	g->heads = b->title.n ? 3 : 2;
	gp_galley_blocks(g, &b->blocks);
	place_back_blocks(job, page, g, y + set.height + gp_half(job));
	gp_doc_anchor(
		job->doc, "back-cover", (int32_t)job->doc->n_pages - 1, (struct gp_point){0, 0});
}
