/*
 * Notes in editions without a margin column, and inside other blocks: a ruled line under the block
 * they belong to.
 *
 * Each note is set as a sentence, its title strong, with its pressure scale to the right; the notes
 * of one block stand side by side as far as the measure holds them.  A key has a row of its own,
 * for its samples line up with each other.
 */
#include "layout/note.h"

#include "layout/pressure.h"

#include <assert.h>

/* The words of a note, or its scale. */
struct cell {
	const struct gp_note *note;
	bool scale;
	struct gp_rich words;
	gp_len natural, width;
};

struct strip {
	struct gp_galley *g;
	struct gp_page *frag;
	struct cell *cells; /* of the row being filled */
	size_t n, cap;
	gp_len width, gap, y;
	const struct gp_note *open; /* the note that is being drawn, */
	gp_tag tag;                 /* and its tag */
};

static gp_len least(const struct strip *s, const struct cell *c)
{
	return c->scale ? c->natural
			: gp_len_min(c->natural, s->g->job->style->block.label_column_least);
}

/* The figure, for which the note is looked up: strong, unless its author chose what is. */
static struct gp_rich loud(struct gp_job *job, const struct gp_rich *figure)
{
	size_t i;

	for (i = 0; i < figure->n; i++) {
		if (figure->spans[i].flags & GP_STRONG)
			return *figure;
	}
	return gp_rich_strong(job, figure);
}

/* "How often  3 to 5 days a week": the title is set off as in captions, the rest reads on. */
static struct gp_rich sentence(struct gp_job *job, const struct gp_note *n)
{
	struct gp_rich en = gp_rich_word(job, "\xe2\x80\x82", 0), gap = gp_rich_word(job, " ", 0);
	struct gp_rich all = gp_rich_strong(job, &n->title), figure = loud(job, &n->figure);

	if (n->title.n && (n->figure.n || n->text.n))
		all = gp_rich_join(job, &all, &en);
	all = gp_rich_join(job, &all, &figure);
	if (n->figure.n && n->text.n)
		all = gp_rich_join(job, &all, &gap);
	return gp_rich_join(job, &all, &n->text);
}

static gp_len gaps(const struct strip *s)
{
	return s->n ? (gp_len)(s->n - 1) * s->gap : 0;
}

/* Give cells that would get less the least width; says whether any did. */
static bool fix_narrow(struct strip *s, gp_len *room, gp_len *all)
{
	gp_len from = *room, of = *all;
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct cell *c = &s->cells[i];

		if (c->width || gp_len_scale(c->natural, from, of) >= least(s, c))
			continue;
		c->width = least(s, c);
		*room -= c->width;
		*all -= c->natural;
	}
	return *all != of && *all > 0;
}

/*
 * Scales keep their width.  Words that do not all fit in one line share the rest by how much they
 * have to say, for then they need about the same number of lines.
 */
static void share_width(struct strip *s)
{
	gp_len room = s->width - gaps(s), all = 0;
	size_t i;

	for (i = 0; i < s->n; i++) {
		s->cells[i].width = s->cells[i].scale ? s->cells[i].natural : 0;
		room -= s->cells[i].width;
		all += s->cells[i].scale ? 0 : s->cells[i].natural;
	}
	while (all > room && fix_narrow(s, &room, &all))
		;
	for (i = 0; i < s->n; i++) {
		struct cell *c = &s->cells[i];

		if (!c->width)
			c->width = all > room ? gp_len_scale(c->natural, room, all) : c->natural;
	}
}

/* Tags are made as the notes are drawn, which is the order they are read in. */
static gp_tag tag_of(struct strip *s, const struct gp_note *n)
{
	if (s->open != n) {
		s->open = n;
		s->tag = gp_doc_tag(s->g->job->doc, GP_TAG_ASIDE, s->g->parent);
		s->g->job->doc->tags[s->tag].place = n->place;
	}
	return s->tag;
}

static gp_len draw_cell(struct strip *s, const struct cell *c, gp_len x)
{
	struct gp_job *job = s->g->job;
	const struct gp_block_style *b = &job->style->block;
	struct gp_set_style style = gp_set_role(GP_ROLE_NOTE);
	struct gp_pressure_look look = {.words = false, .figure = GP_ROLE_NOTE};
	gp_tag tag = tag_of(s, c->note);
	struct gp_set set;

	if (c->scale) {
		gp_pressure_draw(job, s->frag,
			(struct gp_rect){
				x, s->y + gp_half(job) / 2, c->width, b->pressure_mini_height},
			&look, tag);
		return gp_half(job) / 2 + b->pressure_mini_height;
	}
	set = gp_set(job, &c->words, &style, c->width, gp_doc_tag(job->doc, GP_TAG_P, tag));
	gp_set_draw_all(job, s->frag, &set, (struct gp_point){x, s->y});
	return set.height;
}

static void flush_row(struct strip *s)
{
	gp_len x = 0, height = 0;
	size_t i;

	share_width(s);
	for (i = 0; i < s->n; i++) {
		height = gp_len_max(height, draw_cell(s, &s->cells[i], x));
		x += s->cells[i].width + s->gap;
	}
	s->y += height;
	s->n = 0;
}

static void add_cell(struct strip *s, struct cell c)
{
	gp_len room = s->width - gaps(s) - s->gap - least(s, &c);
	size_t i;

	for (i = 0; i < s->n; i++)
		room -= least(s, &s->cells[i]);
	if (s->n && room < 0)
		flush_row(s);
	*GP_PUSH(s->g->job->arena, s->cells, s->n, s->cap) = c;
}

/* Samples under each other in as many columns as hold them, and no more than the rows need. */
static void add_key(struct strip *s, const struct gp_note *n)
{
	struct gp_job *job = s->g->job;
	gp_len widest = 0, height = 0;
	size_t i, columns, rows;

	assert(n->n_key > 0);
	for (i = 0; i < n->n_key; i++)
		widest = gp_len_max(widest, gp_note_key_width(job, &n->key[i]));
	columns = (size_t)((s->width + s->gap) / gp_len_max(1, widest + s->gap));
	columns = columns < 1 ? 1 : columns < n->n_key ? columns : n->n_key;
	rows = (n->n_key + columns - 1) / columns;
	columns = (n->n_key + rows - 1) / rows;
	widest = gp_len_min(widest, s->width);
	for (i = 0; i < n->n_key; i++) {
		gp_len x = (gp_len)(i % columns) * (widest + s->gap);
		gp_len h = gp_note_key_row(job, s->frag, &n->key[i],
			(struct gp_rect){x, s->y, widest, 0}, tag_of(s, n));

		height = gp_len_max(height, h);
		if (i % columns == columns - 1 || i + 1 == n->n_key) {
			s->y += height;
			height = 0;
		}
	}
}

static void add_note(struct strip *s, const struct gp_note *n)
{
	struct gp_job *job = s->g->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_NOTE);
	struct cell c = {.note = n};

	if (n->n_key && s->n)
		flush_row(s);
	c.words = sentence(job, n);
	if (c.words.n) {
		c.natural = gp_set(job, &c.words, &style, GP_LEN_MAX / 4, -1).width;
		add_cell(s, c);
	}
	if (n->scale) {
		c.scale = true;
		c.natural = gp_len_min(s->width, job->style->block.pressure_mini_width);
		add_cell(s, c);
	}
	if (!n->n_key)
		return;
	if (s->n)
		flush_row(s);
	add_key(s, n);
}

void gp_note_line(struct gp_galley *g, const struct gp_note *notes, size_t n)
{
	struct gp_job *job = g->job;
	const struct gp_block_style *b = &job->style->block;
	struct strip s = {.g = g,
		.frag = gp_job_fragment(job),
		.width = g->main,
		.gap = job->style->page.gutter,
		.y = gp_len_scale(b->rule_thin, 4, 1)};
	struct gp_pen pen = gp_pen_artifact(job, s.frag, GP_ARTIFACT_LAYOUT);
	struct gp_item *it;
	size_t i;
	bool leads;

	gp_orn_rule(&pen, (struct gp_point){0, 0}, g->main, b->rule_thin, GP_INK);
	for (i = 0; i < n; i++)
		add_note(&s, &notes[i]);
	if (s.n)
		flush_row(&s);
	/* under a heading or a lead it stays with what comes next as well */
	leads = g->n > 0 && g->items[g->n - 1].keep_next;
	if (g->n)
		g->items[g->n - 1].keep_next = true;
	it = gp_galley_add(g);
	it->keep_next = leads;
	it->before = it->after = gp_half(job);
	it->height = gp_len_ceil(s.y, gp_half(job));
	gp_fragment_place(
		gp_item_fragment(g, it, GP_COL_MAIN), s.frag, (struct gp_point){0, 0}, false);
}
