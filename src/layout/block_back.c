/*
 * Back matter: glossary rows between hairlines, and the numbered list of sources.
 */
#include "layout/galley.h"

static struct gp_rich with_other(struct gp_job *job, const struct gp_term *t)
{
	struct gp_span *s = GP_ARRAY(job->arena, t->other.n + 2, struct gp_span);
	struct gp_rich other = {s, t->other.n + 2, t->place};
	size_t i;

	if (!t->other.n)
		return t->text;
	s[0] = (struct gp_span){.text = " (", .len = 2, .place = t->place};
	for (i = 0; i < t->other.n; i++) {
		s[i + 1] = t->other.spans[i];
		s[i + 1].flags |= GP_EM;
		s[i + 1].lang = t->other_lang;
	}
	s[i + 1] = (struct gp_span){.text = ")", .len = 1, .place = t->place};
	return gp_rich_join(job, &t->text, &other);
}

static void add_term(struct gp_galley *g, const struct gp_term *t, gp_tag list, bool first)
{
	struct gp_job *job = g->job;
	const struct gp_block_style *b = &job->style->block;
	gp_len hang = b->glossary_term + b->glossary_gap, pad = gp_half(job) / 2;
	struct gp_set_style term = gp_set_role(GP_ROLE_STEP_TEXT), body = gp_set_role(GP_ROLE_BODY);
	struct gp_rich name = gp_rich_strong(job, &t->term), text = with_other(job, t);
	gp_tag li = gp_doc_tag(job->doc, GP_TAG_LI, list);
	struct gp_item *it = gp_galley_add(g);
	struct gp_page *frag = gp_item_fragment(g, it, GP_COL_FULL);
	struct gp_pen pen = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT);
	struct gp_set left, right;

	left = gp_set(job, &name, &term, b->glossary_term, gp_doc_tag(job->doc, GP_TAG_LBL, li));
	right = gp_set(job, &text, &body, g->full - hang, gp_doc_tag(job->doc, GP_TAG_LBODY, li));
	if (first)
		gp_orn_rule(&pen, (struct gp_point){0, 0}, g->full, b->rule_medium, GP_INK);
	gp_set_draw_all(
		job, frag, &left, (struct gp_point){0, pad + right.baseline - left.baseline});
	gp_set_draw_all(job, frag, &right, (struct gp_point){hang, pad});
	it->grid = first ? GP_GRID_HALF : GP_GRID_FREE;
	it->height = gp_len_max(left.height, right.height) + 2 * pad;
	gp_orn_rule(&pen, (struct gp_point){0, it->height - b->rule_hair}, g->full, b->rule_hair,
		GP_G50);
	it->place = t->place;
	it->keep_next = first;
}

void gp_block_glossary(struct gp_galley *g, const struct gp_block *b)
{
	const struct gp_glossary *gl = &b->as.glossary;
	gp_tag list = gp_doc_tag(g->job->doc, GP_TAG_L, g->parent);
	size_t i;

	for (i = 0; i < gl->n; i++)
		add_term(g, &gl->rows[i], list, i == 0);
	if (gl->n)
		g->items[g->n - 1].after = 2 * gp_half(g->job);
}

static void add_source(struct gp_galley *g, const struct gp_source *s, gp_tag list)
{
	struct gp_job *job = g->job;
	const struct gp_block_style *b = &job->style->block;
	gp_len hang = b->source_figure + b->source_gap;
	struct gp_set_style style = gp_set_role(GP_ROLE_SOURCE),
			    figure = gp_set_role(GP_ROLE_SOURCE);
	gp_tag li = gp_doc_tag(job->doc, GP_TAG_LI, list);
	struct gp_rich number =
		gp_rich_word(job, gp_arena_printf(job->arena, "%u", s->number), GP_STRONG);
	struct gp_item *it;
	struct gp_page *frag;
	struct gp_set left, right;

	job->place = s->place;
	figure.has_colour = true;
	figure.colour = GP_BRAND;
	left = gp_set(job, &number, &figure, hang, gp_doc_tag(job->doc, GP_TAG_LBL, li));
	right = gp_set_plain(job,
		gp_arena_printf(job->arena, "%s %s, %s", s->authors, s->year, s->where), &style,
		g->main - hang, gp_doc_tag(job->doc, GP_TAG_LBODY, li));
	it = gp_galley_add(g);
	frag = gp_item_fragment(g, it, GP_COL_MAIN);
	gp_set_draw_all(job, frag, &left, (struct gp_point){b->source_figure - left.width, 0});
	gp_set_draw_all(job, frag, &right, (struct gp_point){hang, 0});
	it->grid = GP_GRID_FREE;
	it->height = right.height;
	it->after = b->source_after;
	gp_item_anchor(g, it, gp_arena_printf(job->arena, "source-%s", s->id));
}

void gp_block_sources(struct gp_galley *g, const struct gp_block *b)
{
	const struct gp_facts *f = &g->job->guide->facts;
	gp_tag list = gp_doc_tag(g->job->doc, GP_TAG_L, g->parent);
	size_t i, first = g->n;

	g->job->doc->tags[list].numbering = GP_NUMBERING_DECIMAL;
	for (i = 0; i < f->n_sources; i++) {
		if (f->sources[i].number)
			add_source(g, &f->sources[i], list);
	}
	/* the first two and the last two stay together, as in any list */
	if (g->n > first + 1)
		g->items[first].keep_next = g->items[g->n - 2].keep_next = true;
	g->job->place = b->place;
}
