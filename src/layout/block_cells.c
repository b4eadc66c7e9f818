/*
 * Cells side by side under a rule: trio and dose rows, the traffic light, and stretch cards.
 */
#include "layout/galley.h"

#include <string.h>

struct cell_box {
	struct gp_galley *g;
	struct gp_page *frag;
	gp_len x, y, w;
	gp_tag tag;
};

static void add_set(
	struct cell_box *c, const struct gp_rich *text, const struct gp_set_style *style)
{
	struct gp_job *job = c->g->job;
	struct gp_set set;

	if (!text->n)
		return;
	set = gp_set(job, text, style, c->w, gp_doc_tag(job->doc, GP_TAG_P, c->tag));
	gp_set_draw_all(job, c->frag, &set, (struct gp_point){c->x, c->y});
	c->y += set.height;
}

static void add_words(
	struct cell_box *c, const struct gp_rich *text, enum gp_role role, bool strong)
{
	struct gp_set_style style = gp_set_role(role);
	struct gp_rich rich = strong ? gp_rich_strong(c->g->job, text) : *text;

	add_set(c, &rich, &style);
}

/*
 * Figures of a row are all of one size, and smaller where a column is too narrow for one of them,
 * but not by more than a quarter: then it breaks instead.
 */
static struct gp_set_style figure_style(struct gp_job *job, const struct gp_trio *t, gp_len width)
{
	const struct gp_type *type = &job->style->type[GP_ROLE_FIGURE_22];
	struct gp_set_style style = gp_set_role(GP_ROLE_FIGURE_22);
	struct gp_set set;
	gp_len widest = 0;
	size_t i;

	for (i = 0; i < t->n; i++) {
		set = gp_set(job, &t->cells[i].figure, &style, GP_LEN_MAX / 4, -1);
		/* what the line breaker reckons with, not the ink alone */
		if (set.para.n)
			widest = gp_len_max(widest, set.para.lines[0].natural);
	}
	if (widest <= width || width < gp_len_scale(widest, 3, 4))
		return style;
	style.has_size = true;
	/* a hair less, so that rounding of glyph advances cannot pass the edge */
	style.size = gp_len_scale(type->size, width - 50, widest);
	style.lead = type->lead;
	return style;
}

static gp_len picture_height(const struct gp_job *job, enum gp_trio_size size)
{
	const struct gp_block_style *b = &job->style->block;

	return size == GP_TRIO_TALL  ? b->trio_picture_tall
	       : size == GP_TRIO_LOW ? b->trio_picture_low
				     : b->trio_picture;
}

/* What a cell needs besides its picture. */
static gp_len words_height(struct gp_job *job, const struct gp_trio_cell *cell,
	const struct gp_set_style *figure, gp_len width)
{
	const struct gp_rich *parts[3] = {&cell->figure, &cell->title, &cell->text};
	const struct gp_set_style styles[3] = {*figure,
		gp_set_role(cell->badge ? GP_ROLE_STEP_TITLE : GP_ROLE_CAPTION),
		gp_set_role(GP_ROLE_CAPTION)};
	gp_len h = 2 * gp_half(job);
	size_t i;

	for (i = 0; i < 3; i++) {
		if (parts[i]->n)
			h += gp_set(job, parts[i], &styles[i], width, -1).height;
	}
	return cell->badge || cell->page ? h + job->style->block.badge_large + GP_MM(1) : h;
}

/* Tall pictures give way where the words under them would not fit the page with a title. */
static gp_len fit_picture(struct gp_job *job, const struct gp_trio *t,
	const struct gp_set_style *figure, gp_len width)
{
	const struct gp_page_style *p = &job->style->page;
	gp_len h = picture_height(job, t->size), words = 0;
	size_t i;

	for (i = 0; i < t->n; i++)
		words = gp_len_max(words, words_height(job, &t->cells[i], figure, width));
	/* words that leave no room make the block too tall, which is reported; they hide nothing */
	return gp_len_max(gp_len_min(h, (gp_len)(p->lines - 4) * p->baseline - words), h / 4);
}

static bool any_picture(const struct gp_trio *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		if (t->cells[i].image.id)
			return true;
	}
	return false;
}

static void draw_picture(struct cell_box *c, const struct gp_trio_cell *cell, gp_len height)
{
	struct gp_job *job = c->g->job;
	struct gp_art art = gp_art_fit(job, &cell->image, c->w, height, 0, GP_FIT_TRIM);
	struct gp_point at = {c->x + (c->w - art.w) / 2, c->y + height - art.h};
	gp_len sign = job->style->block.icon * 5 / 10, x;
	struct gp_pen pen;
	gp_tag fig;

	gp_art_draw(job, c->frag, &art, at, gp_art_tag(job, &cell->image, c->tag));
	gp_art_marks(job, c->frag, &art, at, job->style->block.mark_radius);
	if (cell->sign == GP_SIGN_NONE)
		return;
	fig = gp_doc_tag(job->doc, GP_TAG_FIGURE, c->tag);
	job->doc->tags[fig].alt = cell->sign == GP_SIGN_RIGHT ? job->guide->words.right_sign
							      : job->guide->words.wrong_sign;
	pen = gp_pen_content(job, c->frag, fig);
	/* on the side away from what the person reaches for, which mirrors with the art */
	x = job->guide->mirror ? c->x + c->w - GP_MM(1) - sign : c->x + GP_MM(1);
	gp_orn_sign(&pen, cell->sign, (struct gp_rect){x, c->y, sign, sign});
}

/* Badge left, page number right, on one line. */
static void draw_badge_line(struct cell_box *c, const struct gp_trio_cell *cell)
{
	struct gp_job *job = c->g->job;
	gp_len size = job->style->block.badge_large;
	struct gp_set_style style = gp_set_role(GP_ROLE_CAPTION);
	gp_tag p = gp_doc_tag(job->doc, GP_TAG_P, c->tag);
	struct gp_pen pen = gp_pen_content(job, c->frag, p);
	struct gp_span span = {.flags = GP_STRONG, .place = cell->place};
	struct gp_rich rich = {&span, 1, cell->place};
	struct gp_set set;
	unsigned page = cell->page ? gp_job_page_of(job, cell->page) : 0;

	if (cell->badge)
		gp_orn_badge(&pen, cell->badge, (struct gp_point){c->x + size / 2, c->y + size / 2},
			size);
	if (cell->page) {
		span.text = gp_words_fill(job->arena, job->guide->words.page, "n",
			page ? gp_arena_printf(job->arena, "%u", page) : "00", (char *)NULL);
		span.len = strlen(span.text);
		span.link = gp_arena_printf(job->arena, "#%s", cell->page);
		set = gp_set(job, &rich, &style, c->w, p);
		gp_set_draw_all(job, c->frag, &set,
			(struct gp_point){c->x + c->w - set.width, c->y + (size - set.lead) / 2});
	}
	c->y += size + GP_MM(0.8);
}

/* The rule on top of a cell: medium, or one of the three of a traffic light. */
static void draw_rule(struct cell_box *c, bool traffic, size_t i)
{
	const struct gp_block_style *b = &c->g->job->style->block;
	struct gp_pen pen = gp_pen_artifact(c->g->job, c->frag, GP_ARTIFACT_LAYOUT);
	struct gp_point at = {c->x, c->y};
	gp_len thick = 4 * b->rule_medium, step = thick * 5 / 3, x;

	if (!traffic) {
		gp_orn_rule(&pen, at, c->w, b->rule_medium, GP_INK);
	} else if (i == 0) {
		gp_orn_rule(&pen, at, c->w, thick, GP_BRAND);
	} else if (i == 1) {
		gp_orn_rule(&pen, at, c->w, thick / 3, GP_BRAND);
		gp_orn_rule(&pen, (struct gp_point){at.x, at.y + thick * 2 / 3}, c->w, thick / 3,
			GP_BRAND);
	} else {
		for (x = thick / 2; x + thick / 2 <= c->w; x += step)
			gp_orn_disc(&pen, (struct gp_point){at.x + x, at.y + thick / 2}, thick / 2,
				GP_SIGNAL);
	}
	c->y += traffic ? thick : b->rule_medium;
}

static gp_len draw_cell(struct cell_box *c, const struct gp_block *b, size_t i)
{
	const struct gp_trio *t = &b->as.trio;
	const struct gp_trio_cell *cell = &t->cells[i];
	struct gp_set_style figure = figure_style(c->g->job, t, c->w);
	bool traffic = b->kind == GP_BLOCK_TRAFFIC, pictures = any_picture(t);
	gp_len height = fit_picture(c->g->job, t, &figure, c->w), quarter = gp_half(c->g->job) / 3;

	c->tag = gp_doc_tag(c->g->job->doc, GP_TAG_DIV, c->tag);
	c->g->job->place = cell->place;
	if (pictures) {
		if (cell->image.id)
			draw_picture(c, cell, height);
		c->y += height + quarter * 2;
	}
	if (cell->badge || cell->page || !pictures) {
		draw_rule(c, traffic, i);
		c->y += quarter;
	}
	if (cell->badge || cell->page)
		draw_badge_line(c, cell);
	add_set(c, &cell->figure, &figure);
	add_words(c, &cell->title, cell->badge ? GP_ROLE_STEP_TITLE : GP_ROLE_CAPTION, true);
	add_words(c, &cell->text, GP_ROLE_CAPTION, false);
	return c->y;
}

void gp_block_trio(struct gp_galley *g, const struct gp_block *b)
{
	struct gp_job *job = g->job;
	const struct gp_trio *t = &b->as.trio;
	gp_len n = (gp_len)t->n,
	       gap = n > 2 ? job->style->block.column_gap_3 : job->style->block.column_gap_2;
	gp_len w = n ? (g->full - (n - 1) * gap) / n : g->full, h = 0;
	struct gp_item *it = gp_galley_add(g);
	struct gp_page *frag = gp_item_fragment(g, it, GP_COL_FULL);
	size_t i;

	for (i = 0; i < t->n; i++) {
		struct cell_box c = {g, frag, (gp_len)i * (w + gap), 0, w, g->parent};

		h = gp_len_max(h, draw_cell(&c, b, i));
	}
	job->place = b->place;
	it->before = it->after = 2 * gp_half(job);
	it->height = gp_len_ceil(h, gp_half(job));
}

/* --- stretch cards ----------------------------------------------------------------------- */

static void add_letter(struct cell_box *c, size_t i, const struct gp_rich *title)
{
	struct gp_job *job = c->g->job;
	struct gp_set_style big = gp_set_role(GP_ROLE_STRETCH_LETTER),
			    small = gp_set_role(GP_ROLE_STEP_TITLE);
	gp_tag p = gp_doc_tag(job->doc, GP_TAG_P, c->tag);
	char letter[2] = {(char)('A' + i % 26), '\0'};
	struct gp_set a = gp_set_plain(job, gp_arena_str(job->arena, letter), &big, c->w, p), b;
	gp_len hang = a.width + job->style->type[GP_ROLE_STRETCH_LETTER].size / 3;

	b = gp_set(job, title, &small, c->w - hang, p);
	gp_set_draw_all(job, c->frag, &a, (struct gp_point){c->x, c->y});
	gp_set_draw_all(
		job, c->frag, &b, (struct gp_point){c->x + hang, c->y + a.baseline - b.baseline});
	c->y += gp_len_max(a.height, a.baseline - b.baseline + b.height) + GP_MM(1);
}

static void add_card(struct gp_galley *g, const struct gp_stretch_card *card, size_t i)
{
	struct gp_job *job = g->job;
	const struct gp_block_style *b = &job->style->block;
	struct gp_item *it = gp_galley_add(g);
	struct gp_page *frag = gp_item_fragment(g, it, GP_COL_FULL);
	struct gp_pen pen = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT);
	gp_len half_w = (g->full - b->column_gap_2) / 2, top = gp_half(job), picture = 0;
	struct cell_box c = {g, frag, 0, top, g->full, gp_doc_tag(job->doc, GP_TAG_DIV, g->parent)};
	struct gp_set_style dose = gp_set_role(GP_ROLE_STEP_TITLE);
	struct gp_art art;
	struct gp_set set;

	gp_orn_rule(&pen, (struct gp_point){0, 0}, g->full, b->rule_medium, GP_INK);
	if (card->image.id) {
		art = gp_art_fit(job, &card->image, half_w, b->stretch_picture, 130, GP_FIT_TRIM);
		gp_art_draw(job, frag, &art, (struct gp_point){0, top},
			gp_art_tag(job, &card->image, c.tag));
		picture = top + art.h;
		c.x = half_w + b->column_gap_2;
		c.w = half_w;
	}
	add_letter(&c, i, &card->title);
	set = gp_set(job, &card->text, &(struct gp_set_style){.role = GP_ROLE_BODY}, c.w,
		gp_doc_tag(job->doc, GP_TAG_P, c.tag));
	gp_set_draw_all(job, frag, &set, (struct gp_point){c.x, c.y});
	c.y += set.height + GP_MM(1);
	set = gp_set(job, &card->dose, &dose, c.w, gp_doc_tag(job->doc, GP_TAG_P, c.tag));
	gp_set_draw_all(job, frag, &set, (struct gp_point){c.x, c.y});
	it->before = it->after = gp_half(job);
	it->height = gp_len_ceil(gp_len_max(c.y + set.height, picture), gp_half(job));
	it->place = card->place;
}

void gp_block_stretch(struct gp_galley *g, const struct gp_block *b)
{
	size_t i;

	for (i = 0; i < b->as.stretch.n; i++)
		add_card(g, &b->as.stretch.cards[i], i);
}
