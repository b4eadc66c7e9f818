/*
 * Figures: a labelled picture with its caption, alone or with blocks beside it.
 */
#include "layout/galley.h"
#include "layout/label.h"

static struct gp_set set_caption(
	struct gp_galley *g, const struct gp_figure *f, gp_len width, gp_tag div)
{
	struct gp_job *job = g->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_CAPTION);
	const char *word = gp_words_fill(job->arena, job->guide->words.figure, "n",
		gp_arena_printf(job->arena, "%u", f->number), (char *)NULL);
	/* an en space separates number and words */
	struct gp_rich head =
		gp_rich_word(job, gp_arena_printf(job->arena, "%s\xe2\x80\x82", word), GP_STRONG);
	struct gp_rich all = gp_rich_join(job, &head, &f->caption);

	return gp_set(job, &all, &style, width, gp_doc_tag(job->doc, GP_TAG_CAPTION, div));
}

static gp_len figure_width(const struct gp_galley *g, const struct gp_figure *f)
{
	if (f->width == GP_WIDTH_MAIN)
		return g->main;
	if (f->width == GP_WIDTH_HALF)
		return (g->full - g->job->style->block.column_gap_2) / 2;
	return g->full;
}

static struct gp_item *add_picture(
	struct gp_galley *g, const struct gp_figure *f, gp_len width, gp_len most)
{
	struct gp_job *job = g->job;
	gp_tag div = gp_doc_tag(job->doc, GP_TAG_DIV, g->parent);
	struct gp_label_slot slot = {
		.width = width, .height = most, .most = 140, .fit = GP_FIT_TRIM};
	struct gp_labelled l = gp_labelled_arrange(job, &f->image, &slot, div);
	struct gp_item *it = gp_galley_add(g);
	enum gp_column_kind col = f->width == GP_WIDTH_MAIN ? GP_COL_MAIN : GP_COL_FULL;
	struct gp_page *frag = gp_item_fragment(g, it, col);
	struct gp_set caption;

	it->before = gp_half(job);
	it->with_text = true;
	gp_labelled_draw(job, frag, &l, (struct gp_point){0, 0});
	it->height = gp_len_ceil(l.height, gp_half(job));
	if (f->caption.n) {
		caption = set_caption(g, f, width, div);
		gp_set_draw_all(
			job, frag, &caption, (struct gp_point){0, l.height + gp_half(job) / 2});
		it->height =
			gp_len_ceil(l.height + gp_half(job) / 2 + caption.height, gp_half(job));
		it->after = gp_half(job);
	}
	return it;
}

/*
 * A picture higher than the words beside it gives way to them, down to the least height of the
 * style, for what is under both has to wait for the taller one.
 */
static gp_len beside_height(struct gp_galley *g, const struct gp_figure *f, gp_len pic, gp_len text)
{
	const struct gp_block_style *b = &g->job->style->block;
	struct gp_galley *trial;
	gp_len h;

	if (b->beside_least >= b->beside_max)
		return b->beside_max;
	trial = gp_galley_alone(g, text, g->parent);
	gp_galley_blocks(trial, &f->beside);
	h = gp_galley_height(trial);
	if (f->caption.n)
		h -= gp_half(g->job) / 2 + set_caption(g, f, pic, g->parent).height;
	return gp_len_min(b->beside_max, gp_len_max(b->beside_least, h));
}

/* Picture and blocks side by side, never split; the taller of the two makes the height. */
static void add_beside(struct gp_galley *g, const struct gp_figure *f)
{
	struct gp_job *job = g->job;
	const struct gp_block_style *b = &job->style->block;
	gp_len gap = b->column_gap_2, pic = gp_len_min(b->beside_width, g->full / 2);
	gp_len text = g->full - pic - gap;
	struct gp_galley *left = gp_galley_nested(g, pic, g->parent);
	struct gp_galley *right = gp_galley_nested(g, text, g->parent);
	struct gp_item *it;
	struct gp_page *frag;
	gp_len h, x = f->picture_right ? text + gap : 0;
	struct gp_figure alone = *f;

	alone.width = GP_WIDTH_FULL;
	add_picture(left, &alone, pic, beside_height(g, f, pic, text));
	gp_galley_blocks(right, &f->beside);
	it = gp_galley_add(g);
	it->grid = GP_GRID_TEXT;
	it->before = it->after = gp_half(job);
	frag = gp_item_fragment(g, it, GP_COL_FULL);
	h = gp_galley_stack(left, frag, (struct gp_point){x, 0});
	h = gp_len_max(h, gp_galley_stack(right, frag,
				  (struct gp_point){f->picture_right ? 0 : pic + gap, 0}));
	it->height = gp_len_ceil(h, gp_half(job));
}

void gp_block_figure(struct gp_galley *g, const struct gp_block *b)
{
	const struct gp_figure *f = &b->as.figure;

	if (f->beside.n)
		add_beside(g, f);
	else
		add_picture(g, f, figure_width(g, f), g->job->style->block.figure_max);
}
