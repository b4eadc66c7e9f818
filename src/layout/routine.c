/*
 * The routine: step cards two in a row (or one, in large print), the same number of rows on facing
 * pages, numbers and pictures from the one list of steps.
 */
#include "layout/routine.h"

struct cards {
	struct gp_galley *g;
	gp_tag list; /* of the page's cards */
	gp_len width, gap, text_height, picture;
	size_t columns;
	size_t *steps, n; /* indices of the steps shown */
};

void gp_add_title_strut(struct gp_galley *g)
{
	struct gp_item *it = gp_galley_add(g);

	it->grid = GP_GRID_TEXT;
	it->height = g->job->style->type[GP_ROLE_PAGE_TITLE].lead;
	it->after = gp_half(g->job);
	it->keep_next = true;
}

void gp_add_intro(struct gp_galley *g, const struct gp_rich *text)
{
	struct gp_job *job = g->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_CAPTION);
	struct gp_set set =
		gp_set(job, text, &style, g->full, gp_doc_tag(job->doc, GP_TAG_P, g->parent));
	struct gp_item *it = gp_galley_add(g);

	it->grid = GP_GRID_FREE;
	it->height = set.height;
	it->after = gp_half(job);
	it->keep_next = true;
	gp_set_draw_all(job, gp_item_fragment(g, it, GP_COL_FULL), &set, (struct gp_point){0, 0});
}

struct gp_item *gp_open_page(struct gp_galley *g, size_t item, enum gp_start start)
{
	struct gp_item *it = &g->items[item];

	it->new_page = true;
	it->start = start;
	if (item > 0) {
		g->items[item - 1].keep_next = false;
		g->items[item - 1].may_end_short = true;
	}
	return it;
}

static struct gp_set set_step_text(struct cards *c, const struct gp_step *step, gp_tag tag)
{
	const struct gp_block_style *b = &c->g->job->style->block;
	struct gp_set_style style = gp_set_role(GP_ROLE_STEP_TEXT);

	return gp_set(c->g->job, &step->text, &style,
		c->width - b->card_numeral - b->card_numeral_gap, tag);
}

/* All cards have room for the longest text, so that rows line up over the opening. */
static void measure_texts(struct cards *c)
{
	struct gp_set set;
	size_t i;

	for (i = 0; i < c->n; i++) {
		set = set_step_text(c, &c->g->job->guide->steps[c->steps[i]], -1);
		c->text_height = gp_len_max(c->text_height, set.height);
	}
}

/* Height the tallest foot will take; set aside, not placed. */
static gp_len foot_height(struct cards *c, const struct gp_blocks *feet)
{
	struct gp_galley *trial;
	gp_len most = 0;
	size_t i;

	for (i = 0; i < feet->n; i++) {
		trial = gp_galley_alone(c->g, c->g->main, c->g->parent);
		gp_galley_block(trial, &feet->b[i]);
		most = gp_len_max(most, gp_galley_height(trial) + 3 * gp_half(c->g->job));
	}
	return most;
}

static gp_len intro_height(struct cards *c, const struct gp_rich_list *intro)
{
	struct gp_set_style style = gp_set_role(GP_ROLE_CAPTION);
	gp_len most = 0;
	size_t i;

	for (i = 0; i < intro->n; i++)
		most = gp_len_max(
			most, gp_set(c->g->job, &intro->r[i], &style, c->g->full, -1).height);
	return most + 2 * gp_half(c->g->job);
}

/* What a card needs under its picture. */
static gp_len words_height(const struct cards *c)
{
	const struct gp_block_style *b = &c->g->job->style->block;

	return b->rule_medium + GP_MM(1.4) + c->g->job->style->type[GP_ROLE_STEP_TITLE].lead +
	       c->text_height;
}

/* Pictures give way, down to two thirds, so that title, two rows and foot share a page. */
static void choose_picture(struct cards *c, const struct gp_routine_block *r)
{
	struct gp_job *job = c->g->job;
	const struct gp_block_style *b = &job->style->block;
	gp_len frame = (gp_len)job->style->page.lines * job->style->page.baseline, room;

	c->picture = b->card_picture;
	if (r->only_short)
		return;
	room = frame - 2 * job->style->page.baseline - intro_height(c, &r->intro) -
	       foot_height(c, &r->feet) - b->card_row_gap - gp_half(job);
	room = room / 2 - words_height(c);
	c->picture = gp_len_min(c->picture, gp_len_max(room, b->card_picture * 2 / 3));
}

static void draw_numeral(
	struct cards *c, struct gp_page *frag, size_t step, struct gp_point at, gp_tag li)
{
	struct gp_job *job = c->g->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_STEP_NUMERAL);
	const struct gp_type *t = &job->style->type[GP_ROLE_STEP_NUMERAL];
	gp_len cap = gp_font_cap(job->fonts, job->face[t->face], t->size);
	struct gp_set set = gp_set_plain(job, gp_arena_printf(job->arena, "%zu", step + 1), &style,
		GP_LEN_MAX / 4, gp_doc_tag(job->doc, GP_TAG_LBL, li));

	/* capitals stand 2.2 mm under the rule */
	gp_set_draw_all(
		job, frag, &set, (struct gp_point){at.x, at.y + GP_MM(2.2) + cap - set.baseline});
}

/* Title left and dose right on one baseline; returns their height. */
static gp_len draw_title(struct cards *c, struct gp_page *frag, const struct gp_step *step,
	struct gp_rect box, gp_tag body)
{
	struct gp_job *job = c->g->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_STEP_TITLE);
	struct gp_set title = gp_set(job, &step->title, &style, box.w,
		gp_doc_tag(job->doc, gp_tag_heading(c->g->heads), body));
	struct gp_set dose;

	style.tabular = true;
	dose = gp_set_plain(job, step->dose, &style, box.w, gp_doc_tag(job->doc, GP_TAG_P, body));
	gp_set_draw_all(job, frag, &title, (struct gp_point){box.x, box.y});
	gp_set_draw_all(job, frag, &dose, (struct gp_point){box.x + box.w - dose.width, box.y});
	if (title.width + dose.width + GP_MM(2) > box.w && job->last)
		gp_report(job->diag, GP_MSG_LAYOUT_CARD_HEAD, step->place);
	return title.lead;
}

static void draw_card(struct cards *c, struct gp_page *frag, size_t index, gp_len x)
{
	struct gp_job *job = c->g->job;
	const struct gp_step *step = &job->guide->steps[index];
	const struct gp_block_style *b = &job->style->block;
	struct gp_pen pen = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT);
	struct gp_art art = gp_art_fit(job, &step->image, c->width, c->picture, 0, GP_FIT_CANVAS);
	gp_tag li = gp_doc_tag(job->doc, GP_TAG_LI, c->list), body;
	gp_len y = c->picture, hang = b->card_numeral + b->card_numeral_gap;
	struct gp_set text;

	job->place = step->place;
	gp_orn_rule(&pen, (struct gp_point){x, y}, c->width, b->rule_medium, GP_INK);
	y += b->rule_medium;
	draw_numeral(c, frag, index, (struct gp_point){x, y}, li);
	body = gp_doc_tag(job->doc, GP_TAG_LBODY, li);
	y += GP_MM(1.4);
	y += draw_title(c, frag, step, (struct gp_rect){x + hang, y, c->width - hang, 0}, body);
	text = set_step_text(c, step, gp_doc_tag(job->doc, GP_TAG_P, body));
	gp_set_draw_all(job, frag, &text, (struct gp_point){x + hang, y});
	gp_art_draw(job, frag, &art,
		(struct gp_point){x + (c->width - art.w) / 2, c->picture - art.h},
		gp_art_tag(job, &step->image, body));
}

/* The first row of a page follows its intro closely; rows stand a gap apart. */
static void add_row(struct cards *c, size_t from, size_t to, bool first)
{
	struct gp_job *job = c->g->job;
	const struct gp_block_style *b = &job->style->block;
	struct gp_item *it = gp_galley_add(c->g);
	struct gp_page *frag = gp_item_fragment(c->g, it, GP_COL_FULL);
	size_t i;

	for (i = from; i < to; i++)
		draw_card(c, frag, c->steps[i], (gp_len)(i - from) * (c->width + c->gap));
	it->before = first ? 0 : b->card_row_gap;
	it->height = c->picture + words_height(c);
	it->keep_next = true;
}

/* The foot stands under the cards, and what it says (when to stop) comes before them. */
static void add_foot(struct cards *c, const struct gp_block *foot, gp_tag place, size_t first_row)
{
	gp_tag outer = c->g->parent;
	size_t i, from = c->g->n;

	c->g->parent = place;
	gp_galley_block(c->g, foot);
	c->g->parent = outer;
	for (i = from; i < c->g->n; i++)
		c->g->items[i].read_before = first_row + 1;
}

/* Read in this order: the intro, the foot, the cards. */
static void add_page(
	struct cards *c, const struct gp_routine_block *r, size_t page, size_t from, size_t to)
{
	struct gp_doc *doc = c->g->job->doc;
	gp_tag foot = -1;
	size_t i, end, row;

	if (page < r->intro.n)
		gp_add_intro(c->g, &r->intro.r[page]);
	if (page < r->feet.n)
		foot = gp_doc_tag(doc, GP_TAG_DIV, c->g->parent);
	c->list = gp_doc_tag(doc, GP_TAG_L, c->g->parent);
	doc->tags[c->list].numbering = GP_NUMBERING_DECIMAL;
	row = c->g->n;
	for (i = from; i < to; i = end) {
		end = i + c->columns < to ? i + c->columns : to;
		add_row(c, i, end, i == from);
	}
	if (foot >= 0)
		add_foot(c, &r->feet.b[page], foot, row);
	else
		c->g->items[c->g->n - 1].keep_next = false;
}

static void choose_steps(struct cards *c, bool only_short)
{
	const struct gp_guide *guide = c->g->job->guide;
	size_t i;

	c->steps = GP_ARRAY(c->g->job->arena, guide->n_steps, size_t);
	for (i = 0; i < guide->n_steps; i++) {
		if (!only_short || guide->steps[i].in_short)
			c->steps[c->n++] = i;
	}
}

void gp_block_routine(struct gp_galley *g, const struct gp_block *b)
{
	struct gp_job *job = g->job;
	const struct gp_routine_block *r = &b->as.routine;
	struct cards c = {.g = g, .gap = job->style->block.column_gap_2};
	size_t per, pages, page, first = g->n, start;

	c.columns = r->only_short ? 2 : job->style->edition.card_columns;
	c.width = (g->full - (gp_len)(c.columns - 1) * c.gap) / (gp_len)c.columns;
	choose_steps(&c, r->only_short);
	measure_texts(&c);
	choose_picture(&c, r);
	pages = r->only_short ? 1 : (c.n + 2 * c.columns - 1) / (2 * c.columns);
	if (pages == 0)
		return;
	per = (c.n + pages - 1) / pages;
	per = (per + c.columns - 1) / c.columns * c.columns;
	for (page = 0; page * per < c.n; page++) {
		start = g->n;
		if (page > 0)
			gp_add_title_strut(g);
		add_page(&c, r, page, page * per, (page + 1) * per < c.n ? (page + 1) * per : c.n);
		if (page > 0)
			gp_open_page(g, start, GP_START_PAGE);
	}
	if (!r->only_short && pages > 1 && !g->left_page_open)
		gp_open_page(g, first, GP_START_LEFT);
	job->place = b->place;
}
