/*
 * Boxes: tip, caution and stop, and the two quiet ones, imprint and warning line.
 *
 * A box starts on an odd half step; its padding is half a step, so the text inside is on the grid.
 */
#include "layout/galley.h"

static enum gp_colour title_colour(enum gp_callout_kind kind)
{
	return kind == GP_TIP ? GP_BRAND : kind == GP_CAUTION ? GP_INK : GP_SIGNAL_TEXT;
}

static gp_tag icon_tag(struct gp_job *job, enum gp_callout_kind kind, gp_tag parent)
{
	const struct gp_words *w = &job->guide->words;
	gp_tag tag = gp_doc_tag(job->doc, GP_TAG_FIGURE, parent);

	job->doc->tags[tag].alt = kind == GP_TIP       ? w->tip
				  : kind == GP_CAUTION ? w->caution
						       : w->stop;
	job->doc->tags[tag].place = job->place;
	return tag;
}

/* Tint and bar; where the tint is left out to save ink the bar is doubled. */
static void draw_ground(
	struct gp_job *job, struct gp_page *frag, enum gp_callout_kind kind, struct gp_rect box)
{
	const struct gp_block_style *b = &job->style->block;
	struct gp_pen pen = gp_pen_artifact(job, frag, GP_ARTIFACT_BACKGROUND);
	enum gp_colour tint = kind == GP_TIP ? GP_TINT_BRAND : GP_TINT_AMBER;
	enum gp_colour bar = kind == GP_TIP ? GP_BRAND : GP_AMBER;

	if (kind == GP_STOP) {
		gp_orn_frame(&pen, box, b->rule_medium, GP_SIGNAL);
		return;
	}
	gp_orn_fill(&pen, box, tint);
	if (gp_job_fills(job, tint)) {
		gp_orn_bar(&pen, (struct gp_point){box.x, box.y}, box.h, b->callout_bar, bar);
		return;
	}
	bar = kind == GP_TIP ? GP_BRAND : GP_INK;
	gp_orn_bar(&pen, (struct gp_point){box.x, box.y}, box.h, b->callout_bar / 3, bar);
	gp_orn_bar(&pen, (struct gp_point){box.x + b->callout_bar * 2 / 3, box.y}, box.h,
		b->callout_bar / 3, bar);
}

/* The emergency line of a stop box, under a thin rule; returns its height. */
static gp_len draw_urgent(
	struct gp_galley *g, struct gp_page *frag, const struct gp_rich *urgent, struct gp_point at)
{
	struct gp_job *job = g->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_CALLOUT_TITLE);
	struct gp_pen pen = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT);
	gp_len half = gp_half(job);
	struct gp_set set;

	style.has_colour = true;
	style.colour = GP_SIGNAL_TEXT;
	set = gp_set(job, urgent, &style, g->main, gp_doc_tag(job->doc, GP_TAG_P, g->parent));
	gp_orn_rule(&pen, (struct gp_point){at.x, at.y + half / 3}, g->main,
		job->style->block.rule_thin, GP_SIGNAL);
	gp_set_draw_all(job, frag, &set, (struct gp_point){at.x, at.y + half});
	return half + set.height;
}

static void add_icon(
	struct gp_galley *g, struct gp_item *it, const struct gp_callout *c, gp_tag tag)
{
	const struct gp_block_style *b = &g->job->style->block;
	gp_len size = c->large ? b->icon_large : b->icon;
	struct gp_pen pen;

	it->side = gp_job_fragment(g->job);
	it->side_width = it->side_height = size;
	pen = gp_pen_content(g->job, it->side, tag);
	gp_orn_icon(&pen, c->kind, (struct gp_rect){0, 0, size, size});
}

void gp_block_callout(struct gp_galley *g, const struct gp_block *b)
{
	struct gp_job *job = g->job;
	const struct gp_callout *c = &b->as.callout;
	const struct gp_block_style *bs = &job->style->block;
	struct gp_page *inside = gp_job_fragment(job);
	struct gp_set_style style = gp_set_role(GP_ROLE_CALLOUT_TITLE);
	gp_tag box = gp_doc_tag(job->doc, GP_TAG_ASIDE, g->parent),
	       icon = icon_tag(job, c->kind, box);
	gp_len inset = bs->callout_inset + (c->kind == GP_STOP ? bs->rule_medium : bs->callout_bar);
	struct gp_galley *in = gp_galley_nested(g, g->main - inset - bs->callout_inset, box);
	struct gp_set title;
	struct gp_item *it;
	gp_len y;

	style.has_colour = true;
	style.colour = title_colour(c->kind);
	title = gp_set(job, &c->title, &style, in->main,
		gp_doc_tag(job->doc, gp_tag_heading(g->heads), box));
	in->stop_bullets = c->kind == GP_STOP;
	gp_galley_blocks(in, &c->blocks);
	y = bs->callout_pad;
	gp_set_draw_all(job, inside, &title, (struct gp_point){inset, y});
	y += title.height;
	y += gp_galley_stack(in, inside, (struct gp_point){inset, y});
	if (c->urgent.n)
		y += draw_urgent(in, inside, &c->urgent, (struct gp_point){inset, y});
	it = gp_galley_add(g);
	it->grid = GP_GRID_BOX;
	it->height = gp_len_ceil(y + bs->callout_pad, gp_half(job));
	it->before = it->after = 2 * gp_half(job);
	it->baseline = bs->callout_pad + title.baseline;
	if (!g->nested)
		add_icon(g, it, c, icon);
	draw_ground(job, gp_item_fragment(g, it, GP_COL_MAIN), c->kind,
		(struct gp_rect){0, 0, g->main, it->height});
	gp_fragment_place(
		gp_item_fragment(g, it, GP_COL_MAIN), inside, (struct gp_point){0, 0}, false);
}

void gp_block_small(struct gp_galley *g, const struct gp_block *b)
{
	struct gp_job *job = g->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_CAPTION);
	gp_len half = gp_half(job), rule = job->style->block.rule_thin;
	struct gp_set set = gp_set(
		job, &b->as.small, &style, g->main, gp_doc_tag(job->doc, GP_TAG_P, g->parent));
	struct gp_item *it = gp_galley_add(g);
	struct gp_page *frag = gp_item_fragment(g, it, GP_COL_MAIN);
	struct gp_pen pen = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT);

	it->before = it->after = 2 * half;
	it->height = gp_len_ceil(half / 2 + set.height, half);
	gp_orn_rule(&pen, (struct gp_point){0, 0}, g->main, rule, GP_INK);
	gp_set_draw_all(job, frag, &set, (struct gp_point){0, half / 2});
}

void gp_block_warning(struct gp_galley *g, const struct gp_block *b)
{
	struct gp_job *job = g->job;
	const struct gp_block_style *bs = &job->style->block;
	struct gp_set_style style = gp_set_role(GP_ROLE_STEP_TEXT);
	gp_len half = gp_half(job), icon = bs->icon * 12 / 10, hang = icon + bs->callout_inset;
	gp_tag box = gp_doc_tag(job->doc, GP_TAG_ASIDE, g->parent),
	       tag = icon_tag(job, GP_STOP, box);
	struct gp_set set = gp_set(
		job, &b->as.small, &style, g->full - hang, gp_doc_tag(job->doc, GP_TAG_P, box));
	struct gp_item *it = gp_galley_add(g);
	struct gp_page *frag = gp_item_fragment(g, it, GP_COL_FULL);
	struct gp_pen rule = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT);
	struct gp_pen pen = gp_pen_content(job, frag, tag);

	it->before = it->after = 2 * half;
	it->height = gp_len_ceil(half + gp_len_max(set.height, icon), half);
	gp_orn_rule(&rule, (struct gp_point){0, 0}, g->full, bs->rule_medium, GP_SIGNAL);
	gp_orn_icon(&pen, GP_STOP, (struct gp_rect){0, half, icon, icon});
	gp_set_draw_all(job, frag, &set, (struct gp_point){hang, half});
}
