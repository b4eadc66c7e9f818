/*
 * Sections: heading, lead, blocks; and the point plate, a page of its own before them.
 */
#include "layout/label.h"
#include "layout/parts.h"

static gp_tag open_tag(struct gp_job *job, const struct gp_section *s, gp_tag parent)
{
	gp_tag tag = gp_doc_tag(job->doc, GP_TAG_SECT, parent);

	job->doc->tags[tag].place = s->place;
	if (s->title.n)
		job->doc->tags[tag].title = gp_rich_plain(job->arena, &s->title);
	return tag;
}

/* --- headings ---------------------------------------------------------------------------- */

static void add_page_title(struct gp_galley *g, const struct gp_section *s, unsigned level)
{
	struct gp_job *job = g->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_PAGE_TITLE);
	struct gp_set set;
	struct gp_item *it;
	enum gp_column_kind col = s->full_width ? GP_COL_FULL : GP_COL_MAIN;

	style.balanced = true;
	set = gp_set(job, &s->title, &style, s->full_width ? g->full : g->main,
		gp_doc_tag(job->doc, gp_tag_heading(level), g->parent));
	it = gp_galley_add(g);
	it->grid = GP_GRID_TEXT;
	it->height = set.height;
	it->after = gp_half(job);
	it->baseline = set.baseline;
	it->keep_next = true;
	gp_set_draw_all(job, gp_item_fragment(g, it, col), &set, (struct gp_point){0, 0});
}

static void add_heading(struct gp_galley *g, const struct gp_section *s, unsigned level)
{
	struct gp_job *job = g->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_H2);
	struct gp_set set;
	struct gp_item *it;

	style.balanced = true;
	set = gp_set(job, &s->title, &style, g->main,
		gp_doc_tag(job->doc, gp_tag_heading(level), g->parent));
	it = gp_galley_add(g);
	it->grid = GP_GRID_HEAD;
	it->height = set.height;
	it->before = 2 * gp_half(job);
	it->baseline = set.baseline;
	it->keep_next = true;
	gp_set_draw_all(job, gp_item_fragment(g, it, GP_COL_MAIN), &set, (struct gp_point){0, 0});
}

void gp_part_lead(struct gp_galley *g, const struct gp_rich *lead)
{
	struct gp_job *job = g->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_LEAD);
	struct gp_set set =
		gp_set(job, lead, &style, g->main, gp_doc_tag(job->doc, GP_TAG_P, g->parent));
	struct gp_item *it = gp_galley_add(g);

	it->grid = GP_GRID_FREE;
	it->height = set.height;
	it->after = 2 * gp_half(job);
	it->baseline = set.baseline;
	it->keep_next = true;
	gp_set_draw_all(job, gp_item_fragment(g, it, GP_COL_MAIN), &set, (struct gp_point){0, 0});
}

/* --- point plates ------------------------------------------------------------------------- */

static void draw_plate_head(
	struct gp_galley *g, struct gp_page *frag, const struct gp_section *s, unsigned level)
{
	struct gp_job *job = g->job;
	const struct gp_page_style *p = &job->style->page;
	const struct gp_type *t = &job->style->type[GP_ROLE_POINT_NUMERAL];
	struct gp_set_style big = gp_set_role(GP_ROLE_POINT_NUMERAL),
			    title = gp_set_role(GP_ROLE_PAGE_TITLE);
	struct gp_set_style eyebrow = gp_set_role(GP_ROLE_EYEBROW);
	gp_tag head = gp_doc_tag(job->doc, gp_tag_heading(level), g->parent);
	gp_len x = p->plate_title_indent, base, top = -GP_MM(1.2), over;
	struct gp_set set;

	/* the numeral's baseline is 13.2 mm into the frame, its top above it */
	base = gp_len_scale(t->size, 165, 1000) * 28 / 10;
	set = gp_set_plain(job, s->plate.label, &big, GP_LEN_MAX / 4, head);
	gp_set_draw_all(job, frag, &set, (struct gp_point){0, base - set.baseline});
	x = gp_len_max(x, set.width + GP_MM(5));
	/* the eyebrow stands on the title; capitals need a little more than their line */
	eyebrow.capitals = true;
	over = gp_len_scale(job->style->type[GP_ROLE_EYEBROW].lead, 1058, 1000);
	set = gp_set(job, &s->plate.eyebrow, &eyebrow, g->full - x,
		gp_doc_tag(job->doc, GP_TAG_P, g->parent));
	gp_set_draw_all(job, frag, &set, (struct gp_point){x, top - over});
	title.balanced = true;
	set = gp_set(
		job, s->plate.title.n ? &s->plate.title : &s->title, &title, g->full - x, head);
	gp_set_draw_all(job, frag, &set, (struct gp_point){x, top});
}

static void draw_plate_caption(
	struct gp_galley *g, struct gp_page *frag, const struct gp_section *s, gp_len y, gp_tag div)
{
	struct gp_job *job = g->job;
	struct gp_pen pen = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT);
	struct gp_set_style style = gp_set_role(GP_ROLE_CAPTION);
	struct gp_set set;

	if (!s->plate.caption.n)
		return;
	gp_orn_rule(&pen, (struct gp_point){0, y}, g->full, job->style->block.rule_thin, GP_INK);
	set = gp_set(
		job, &s->plate.caption, &style, g->full, gp_doc_tag(job->doc, GP_TAG_CAPTION, div));
	gp_set_draw_all(job, frag, &set, (struct gp_point){0, y + gp_half(job) / 3});
}

static void add_plate(struct gp_galley *g, const struct gp_section *s, unsigned level)
{
	struct gp_job *job = g->job;
	const struct gp_page_style *p = &job->style->page;
	struct gp_label_slot slot = {.width = g->full,
		.height = p->plate_height,
		.fixed_height = true,
		.most = 110,
		.fit = GP_FIT_CANVAS};
	struct gp_item *it = gp_galley_add(g);
	struct gp_page *frag = gp_item_fragment(g, it, GP_COL_FULL);
	struct gp_labelled l;
	gp_tag div;

	draw_plate_head(g, frag, s, level);
	div = gp_doc_tag(job->doc, GP_TAG_DIV, g->parent);
	l = gp_labelled_arrange(job, &s->plate.figure, &slot, div);
	gp_labelled_draw(job, frag, &l, (struct gp_point){0, p->plate_top - p->frame_top});
	draw_plate_caption(g, frag, s, p->plate_caption - p->frame_top, div);
	it->height = gp_frame_height(job);
	it->new_page = true;
	it->start = GP_START_LEFT;
	it->page_kind = GP_PAGE_PLATE;
	it->may_end_short = true;
}

/* --- sections ----------------------------------------------------------------------------- */

/* Blocks that fill an opening of their own start on a left page, title and all. */
static bool fills_opening(const struct gp_job *job, const struct gp_section *s)
{
	const struct gp_block *b = s->blocks.n ? &s->blocks.b[0] : NULL;

	if (!b)
		return false;
	if (b->kind == GP_BLOCK_LOG)
		return job->guide->facts.weeks > 2;
	return b->kind == GP_BLOCK_ROUTINE && !b->as.routine.only_short &&
	       job->guide->n_steps > 2 * job->style->edition.card_columns;
}

/*
 * Sections that were written to fill a page run over it in large print; there they follow each
 * other, or a page in three would hold a line or two.
 */
static enum gp_start start_of(const struct gp_job *job, const struct gp_section *s)
{
	return job->style->edition.notes_inline ? GP_START_ANY : s->start;
}

static void start_page(struct gp_galley *g, size_t first, enum gp_start start)
{
	g->items[first].new_page = true;
	g->items[first].start = start;
	if (first > 0)
		g->items[first - 1].may_end_short = true;
}

static void add_title(
	struct gp_galley *g, const struct gp_section *s, unsigned level, bool own_page)
{
	if (!s->title.n)
		return;
	if (own_page)
		add_page_title(g, s, level);
	else
		add_heading(g, s, level);
}

/* The section's notes stand beside its first item, as soon as there is one. */
static void add_notes(struct gp_galley *g, const struct gp_section *s, size_t first, bool *noted)
{
	if (*noted || g->n == first)
		return;
	*noted = true;
	gp_galley_notes(g, first, s->notes, s->n_notes);
}

/* Where notes follow their block, none comes between a heading and the words under it. */
static bool notes_wait(const struct gp_job *job, const struct gp_section *s)
{
	const struct gp_block *b = s->blocks.n ? &s->blocks.b[0] : NULL;

	return job->style->edition.notes_inline &&
	       (s->lead.n || (b && (b->kind == GP_BLOCK_TEXT || b->kind == GP_BLOCK_LIST)));
}

/* Heading (if it is not on the plate), lead, blocks, and the notes among them. */
static void add_text(struct gp_galley *g, const struct gp_section *s, unsigned level, bool own_page)
{
	size_t first = g->n, i;
	bool noted = s->n_notes == 0;

	if (!s->plate.label)
		add_title(g, s, level, own_page);
	if (!notes_wait(g->job, s))
		add_notes(g, s, first, &noted);
	g->left_page_open = fills_opening(g->job, s);
	if (s->lead.n) {
		gp_part_lead(g, &s->lead);
		add_notes(g, s, first, &noted);
	}
	for (i = 0; i < s->blocks.n; i++) {
		gp_galley_block(g, &s->blocks.b[i]);
		add_notes(g, s, first, &noted);
	}
	g->left_page_open = false;
}

static gp_tag add_section(
	struct gp_galley *g, const struct gp_section *s, unsigned level, bool first)
{
	struct gp_job *job = g->job;
	gp_tag outer = g->parent, sect = open_tag(job, s, outer);
	bool opening = fills_opening(job, s), plate = s->plate.label != NULL;
	enum gp_start start = start_of(job, s);
	bool own_page = opening || plate || start != GP_START_ANY || (g->n == 0 && !first);
	size_t from = g->n, text;

	job->block++;
	job->place = s->place;
	g->parent = sect;
	g->heads = s->title.n ? level + 1 : level;
	g->after_text = false;
	if (plate)
		add_plate(g, s, level);
	text = g->n;
	add_text(g, s, level, own_page);
	g->parent = outer;
	if (from == g->n)
		return sect;
	gp_item_anchor(g, &g->items[from], s->id);
	if (plate && text < g->n)
		start_page(g, text, GP_START_PAGE);
	else if (own_page && !plate)
		start_page(g, from, opening ? GP_START_LEFT : start);
	if (plate && from > 0)
		g->items[from - 1].may_end_short = true;
	return sect;
}

/* --- lists of sections --------------------------------------------------------------------- */

bool gp_section_is_sub(const struct gp_sections *list, size_t i)
{
	const struct gp_section *s = &list->s[i];

	if (s->start != GP_START_ANY || s->plate.label || s->in_contents)
		return false;
	while (i-- > 0) {
		s = &list->s[i];
		if (s->start != GP_START_ANY || s->plate.label || s->in_contents)
			return s->title.n > 0;
	}
	return false;
}

void gp_part_sections(
	struct gp_galley *g, const struct gp_sections *list, unsigned level, bool after_opener)
{
	gp_tag outer = g->parent, head = outer;
	size_t i;

	for (i = 0; i < list->n; i++) {
		bool sub = gp_section_is_sub(list, i);
		gp_tag tag;

		g->parent = sub ? head : outer;
		tag = add_section(g, &list->s[i], sub ? level + 1 : level, after_opener && i == 0);
		head = sub ? head : tag;
	}
	g->parent = outer;
}
