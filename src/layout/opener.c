/*
 * Chapter openers: eyebrow in the first line, title from the second, the chapter's figure in the
 * margin column with its baseline on the title's last, then the roll line and the lead.
 */
#include "layout/parts.h"

/* The roll line rolls along the chapters: done, here, to come. */
static void draw_roll_line(struct gp_galley *g, struct gp_page *frag, gp_len y, unsigned here)
{
	struct gp_job *job = g->job;
	const struct gp_block_style *b = &job->style->block;
	gp_tag fig = gp_doc_tag(job->doc, GP_TAG_FIGURE, g->parent);
	struct gp_pen pen = gp_pen_content(job, frag, fig);
	unsigned n = (unsigned)job->guide->n_chapters, i;
	gp_len inset = b->roll_ring / 2 + b->roll_stroke / 2, span = g->full - 2 * inset;
	struct gp_point c = {0, y};

	job->doc->tags[fig].alt = gp_words_fill(job->arena, job->guide->words.roll_line_alt, "n",
		gp_arena_printf(job->arena, "%u", here), "of", gp_arena_printf(job->arena, "%u", n),
		(char *)NULL);
	gp_orn_rule(
		&pen, (struct gp_point){0, y - b->roll_rule / 2}, g->full, b->roll_rule, GP_INK);
	for (i = 1; i <= n; i++) {
		c.x = inset + (n > 1 ? gp_len_scale(span, i - 1, n - 1) : 0);
		if (i < here)
			gp_orn_disc(&pen, c, b->roll_dot / 2, GP_INK);
		else if (i > here)
			gp_orn_ring(&pen, c, b->roll_dot / 2, b->roll_rule, GP_INK);
		else
			gp_orn_ring(&pen, c, b->roll_ring / 2 + b->roll_stroke / 2, b->roll_stroke,
				GP_BRAND);
	}
}

/* The figure hangs in the margin column; the heading's words say its number too. */
static void add_figure(struct gp_galley *g, struct gp_item *it, unsigned number, gp_len base)
{
	struct gp_job *job = g->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_CHAPTER_NUMERAL);
	struct gp_set set = gp_set_artifact(job, gp_arena_printf(job->arena, "%u", number), &style,
		GP_LEN_MAX / 4, GP_ARTIFACT_LAYOUT);

	it->side = gp_job_fragment(job);
	it->side_width = set.width;
	it->side_height = base;
	gp_set_draw_all(job, it->side, &set, (struct gp_point){0, base - set.baseline});
}

void gp_part_opener(struct gp_galley *g, const struct gp_chapter *c, unsigned number, gp_tag sect)
{
	struct gp_job *job = g->job;
	struct gp_set_style eyebrow = gp_set_role(GP_ROLE_EYEBROW), title = gp_set_role(GP_ROLE_H1);
	const char *word = gp_words_fill(job->arena, job->guide->words.chapter, "n",
		gp_arena_printf(job->arena, "%u", number), (char *)NULL);
	gp_len step = gp_step_len(job), base, roll;
	struct gp_item *it = gp_galley_add(g);
	struct gp_page *main_col = gp_item_fragment(g, it, GP_COL_MAIN);
	struct gp_set set;

	g->parent = sect;
	eyebrow.capitals = true;
	set = gp_set_plain(job, word, &eyebrow, g->main, gp_doc_tag(job->doc, GP_TAG_P, sect));
	base = job->style->page.first_baseline - job->style->page.frame_top;
	gp_set_draw_all(job, main_col, &set, (struct gp_point){0, base - set.baseline});
	title.balanced = true;
	set = gp_set(job, &c->title, &title, g->main, gp_doc_tag(job->doc, GP_TAG_H2, sect));
	base = base + step * 7 / 4;
	gp_set_draw_all(job, main_col, &set, (struct gp_point){0, base - set.baseline});
	base += set.height > set.lead ? set.height - set.lead : 0;
	roll = base + step * 4 / 3;
	it = &g->items[g->n - 1];
	add_figure(g, it, number, base);
	draw_roll_line(g, gp_item_fragment(g, it, GP_COL_FULL), roll, number);
	it->height = roll + step * 4 / 5;
	it->keep_next = true;
	it->new_page = true;
	it->page_kind = GP_PAGE_OPENER;
	gp_item_anchor(g, it, c->id);
	if (c->lead.n)
		gp_part_lead(g, &c->lead);
}
