/*
 * Margin notes: a thin rule, then a few words, perhaps a big figure, a small pressure scale or the
 * key of a map.  In editions without a margin they follow their block (note_line.c).
 */
#include "layout/note.h"

#include "layout/pressure.h"

/* A note being made: everything is drawn downwards from y. */
struct maker {
	struct gp_galley *g;
	struct gp_page *frag;
	gp_tag tag;
	gp_len width, y;
};

static void add_words(struct maker *m, const struct gp_rich *text, enum gp_role role, bool strong)
{
	struct gp_job *job = m->g->job;
	struct gp_set_style style = gp_set_role(role);
	struct gp_rich rich = strong ? gp_rich_strong(job, text) : *text;
	struct gp_set set;

	if (!text->n)
		return;
	set = gp_set(job, &rich, &style, m->width, gp_doc_tag(job->doc, GP_TAG_P, m->tag));
	gp_set_draw_all(job, m->frag, &set, (struct gp_point){0, m->y});
	m->y += set.height;
}

/* The strong words of a figure, or the others. */
static struct gp_rich part(struct gp_job *job, const struct gp_rich *r, bool strong)
{
	struct gp_span *s = GP_ARRAY(job->arena, r->n, struct gp_span);
	struct gp_rich out = {s, 0, r->place};
	size_t i;

	for (i = 0; i < r->n; i++) {
		if (((r->spans[i].flags & GP_STRONG) != 0) == strong)
			s[out.n++] = r->spans[i];
	}
	return out;
}

/*
 * The big figure on one line, smaller where the column asks for it.  Of "**4–6** of 10" the strong
 * words are big and the others small.
 */
static void add_figure(struct maker *m, const struct gp_rich *figure)
{
	struct gp_job *job = m->g->job;
	struct gp_set_style big = gp_set_role(GP_ROLE_NOTE_FIGURE),
			    small = gp_set_role(GP_ROLE_NOTE);
	gp_tag tag = gp_doc_tag(job->doc, GP_TAG_P, m->tag);
	struct gp_rich loud = part(job, figure, true), quiet = part(job, figure, false);
	struct gp_set set, rest = {.width = 0};
	gp_len room = m->width, full;

	if (!loud.n) {
		loud = quiet;
		quiet.n = 0;
	}
	if (quiet.n) {
		quiet = gp_rich_strong(job, &quiet);
		rest = gp_set(job, &quiet, &small, GP_LEN_MAX / 4, tag);
		room -= rest.width + gp_set_width(job, " ", GP_ROLE_NOTE);
	}
	big.has_size = true;
	big.size = job->style->type[GP_ROLE_NOTE_FIGURE].size;
	big.lead = job->style->type[GP_ROLE_NOTE_FIGURE].lead;
	full = gp_set(job, &loud, &big, GP_LEN_MAX / 4, -1).width;
	/* never smaller than the words beside it, which may leave no room at all */
	if (full > room)
		big.size = gp_len_max(
			gp_len_scale(big.size, room, full), job->style->type[GP_ROLE_NOTE].size);
	set = gp_set(job, &loud, &big, GP_LEN_MAX / 4, tag);
	gp_set_draw_all(job, m->frag, &set, (struct gp_point){0, m->y});
	if (quiet.n)
		gp_set_draw_all(job, m->frag, &rest,
			(struct gp_point){
				m->width - rest.width, m->y + set.baseline - rest.baseline});
	m->y += set.height;
}

static void add_scale(struct maker *m)
{
	const struct gp_block_style *b = &m->g->job->style->block;
	struct gp_pressure_look look = {.words = false, .figure = GP_ROLE_NOTE};
	struct gp_rect box = {
		0, m->y, gp_len_min(m->width, b->pressure_mini_width), b->pressure_mini_height};

	gp_pressure_draw(m->g->job, m->frag, box, &look, m->tag);
	m->y += b->pressure_mini_height + gp_half(m->g->job) / 2;
}

static const char *key_alt(const struct gp_words *w, enum gp_key_mark mark)
{
	switch (mark) {
	case GP_KEY_POINT:
		return w->press_here;
	case GP_KEY_GHOST:
		return w->check_too;
	case GP_KEY_ZONE_1:
		return w->main_pain;
	case GP_KEY_ZONE_2:
		return w->may_spread;
	case GP_KEY_TYPICAL:
		return w->typical;
	case GP_KEY_SOMETIMES:
		return w->sometimes;
	}
	return "";
}

static bool is_dot(const struct gp_key_row *row)
{
	return row->mark == GP_KEY_TYPICAL || row->mark == GP_KEY_SOMETIMES;
}

static gp_len sample_side(const struct gp_job *job, const struct gp_key_row *row)
{
	const struct gp_block_style *b = &job->style->block;

	return is_dot(row) ? b->matrix_dot : b->badge_small * 6 / 7;
}

static gp_len sample_gap(const struct gp_key_row *row)
{
	return is_dot(row) ? GP_MM(1.4) : GP_MM(1.8);
}

gp_len gp_note_key_width(struct gp_job *job, const struct gp_key_row *row)
{
	struct gp_set_style style = gp_set_role(GP_ROLE_NOTE);

	return sample_side(job, row) + sample_gap(row) +
	       gp_set(job, &row->text, &style, GP_LEN_MAX / 4, -1).width;
}

gp_len gp_note_key_row(struct gp_job *job, struct gp_page *frag, const struct gp_key_row *row,
	struct gp_rect at, gp_tag parent)
{
	gp_len side = sample_side(job, row), hang = side + sample_gap(row), h;
	struct gp_set_style style = gp_set_role(GP_ROLE_NOTE);
	gp_tag tag = gp_doc_tag(job->doc, GP_TAG_P, parent);
	gp_tag sample = gp_doc_tag(job->doc, GP_TAG_FIGURE, tag);
	struct gp_pen pen = gp_pen_content(job, frag, sample);
	struct gp_set set;

	job->doc->tags[sample].alt = key_alt(&job->guide->words, row->mark);
	set = gp_set(job, &row->text, &style, at.w - hang, tag);
	h = gp_len_max(side, set.height);
	gp_orn_key(&pen, row->mark, (struct gp_rect){at.x, at.y + (h - side) / 2, side, side});
	gp_set_draw_all(
		job, frag, &set, (struct gp_point){at.x + hang, at.y + (h - set.height) / 2});
	return h + (is_dot(row) ? GP_MM(0.5) : GP_MM(0.9));
}

/* Draw a note from its rule down; returns it with its first baseline. */
static struct gp_margin_note make_note(struct gp_galley *g, const struct gp_note *n, gp_len width)
{
	struct gp_job *job = g->job;
	struct maker m = {.g = g,
		.frag = gp_job_fragment(job),
		.width = width,
		.tag = gp_doc_tag(job->doc, GP_TAG_ASIDE, g->parent)};
	struct gp_pen pen = gp_pen_artifact(job, m.frag, GP_ARTIFACT_LAYOUT);
	gp_len air = gp_len_scale(job->style->block.rule_thin, 4, 1);
	struct gp_margin_note out = {.fragment = m.frag, .place = n->place};
	size_t i;

	job->doc->tags[m.tag].place = n->place;
	gp_orn_rule(&pen, (struct gp_point){0, 0}, width, job->style->block.rule_thin, GP_INK);
	m.y = air;
	out.baseline = air + gp_set_baseline(job, GP_ROLE_NOTE);
	add_words(&m, &n->title, GP_ROLE_NOTE, true);
	if (n->figure.n)
		add_figure(&m, &n->figure);
	if (n->scale)
		add_scale(&m);
	add_words(&m, &n->text, GP_ROLE_NOTE, false);
	for (i = 0; i < n->n_key; i++)
		m.y += gp_note_key_row(
			job, m.frag, &n->key[i], (struct gp_rect){0, m.y, width, 0}, m.tag);
	out.height = m.y;
	return out;
}

void gp_galley_notes(struct gp_galley *g, size_t item, const struct gp_note *notes, size_t n)
{
	bool follow = g->nested || g->job->style->edition.notes_inline;
	struct gp_item *it;
	struct gp_margin_note *all;
	size_t i, old = g->items[item].n_notes;

	if (follow) {
		if (n)
			gp_note_line(g, notes, n);
		return;
	}
	it = &g->items[item];
	all = GP_ARRAY(g->job->arena, old + n, struct gp_margin_note);
	for (i = 0; i < old; i++)
		all[i] = it->notes[i];
	for (i = 0; i < n; i++)
		all[old + i] = make_note(g, &notes[i], g->job->style->page.margin_column);
	it->notes = all;
	it->n_notes = old + n;
}
