/*
 * Blocks to items: the dispatch, and running text and lists, whose items are single lines.
 */
#include "layout/galley.h"

/* What lines of a paragraph share. */
struct lines {
	struct gp_set set;
	gp_len x;
	bool keep_all;
};

/*
 * Lines become items on full steps.  No lone line on either side of a page break, and paragraphs
 * of three lines or fewer do not split.  Returns the index of the first.
 */
static size_t add_lines(struct gp_galley *g, const struct lines *l)
{
	size_t i, n = l->set.para.n, first = g->n;

	for (i = 0; i < n; i++) {
		struct gp_item *it = gp_galley_add(g);

		it->grid = GP_GRID_TEXT;
		it->height = l->set.lead;
		it->baseline = l->set.baseline;
		it->keep_next = i + 1 < n && (l->keep_all || n <= 3 || i == 0 || i + 2 == n);
		it->break_cost = i + 1 < n ? 600 : 0;
		gp_set_draw(g->job, gp_item_fragment(g, it, GP_COL_MAIN), &l->set,
			(struct gp_point){l->x, 0}, i, 1);
	}
	return first;
}

static void add_text(struct gp_galley *g, const struct gp_rich_list *text)
{
	struct gp_set_style style = gp_set_role(GP_ROLE_BODY);
	struct lines l = {.x = 0};
	size_t i;

	style.hyphenate = true;
	for (i = 0; i < text->n; i++) {
		style.first_indent = i > 0 || g->after_text ? g->job->style->block.para_indent : 0;
		l.set = gp_set(g->job, &text->r[i], &style, g->main,
			gp_doc_tag(g->job->doc, GP_TAG_P, g->parent));
		add_lines(g, &l);
	}
}

static gp_tag label_tag(struct gp_job *job, gp_tag li, const char *actual)
{
	gp_tag tag = gp_doc_tag(job->doc, GP_TAG_LBL, li);

	job->doc->tags[tag].actual = actual;
	return tag;
}

/* The bullet, box or figure in front of an item, level with its first line. */
static void draw_label(
	struct gp_galley *g, struct gp_page *frag, const struct gp_list *list, size_t i, gp_tag li)
{
	struct gp_job *job = g->job;
	const struct gp_block_style *b = &job->style->block;
	const struct gp_type *t = &job->style->type[GP_ROLE_BODY];
	gp_len base = gp_set_baseline(job, GP_ROLE_BODY);
	gp_len mid = base - gp_font_ex(job->fonts, job->face[t->face], t->size) / 2 - GP_PT(1) / 2;
	struct gp_set_style style = gp_set_role(GP_ROLE_STEP_TITLE);
	struct gp_pen pen;
	struct gp_set set;
	gp_tag lbl;

	if (list->kind == GP_LIST_NUMBER) {
		lbl = label_tag(job, li, NULL);
		style.has_colour = true;
		style.colour = GP_BRAND;
		set = gp_set_plain(
			job, gp_arena_printf(job->arena, "%zu", i + 1), &style, g->main, lbl);
		gp_set_draw_all(job, frag, &set, (struct gp_point){0, base - set.baseline});
		return;
	}
	lbl = label_tag(job, li, list->kind == GP_LIST_TICK ? job->guide->words.tick_box : "•");
	pen = gp_pen_content(job, frag, lbl);
	if (list->kind == GP_LIST_TICK)
		gp_orn_tick_box(&pen,
			(struct gp_rect){0, base - b->tick_box, b->tick_box, b->tick_box},
			GP_PT(1));
	else if (g->stop_bullets)
		gp_orn_rule(&pen, (struct gp_point){0, mid - b->bullet / 2}, b->bullet, b->bullet,
			GP_SIGNAL);
	else
		gp_orn_disc(&pen, (struct gp_point){b->bullet / 2, mid}, b->bullet / 2, GP_BRAND);
}

static gp_tag list_tag(struct gp_galley *g, enum gp_list_kind kind)
{
	static const enum gp_numbering numbering[] = {
		[GP_LIST_BULLET] = GP_NUMBERING_DISC,
		[GP_LIST_TICK] = GP_NUMBERING_SQUARE,
		[GP_LIST_NUMBER] = GP_NUMBERING_DECIMAL,
	};
	gp_tag tag = gp_doc_tag(g->job->doc, GP_TAG_L, g->parent);

	g->job->doc->tags[tag].numbering = numbering[kind];
	return tag;
}

/* One entry: its label is tagged before its body, then drawn on the first line. */
static void add_entry(struct gp_galley *g, const struct gp_list *list, size_t i, gp_tag l)
{
	struct gp_job *job = g->job;
	const struct gp_block_style *b = &job->style->block;
	struct gp_set_style style = gp_set_role(GP_ROLE_BODY);
	struct lines lines = {.x = list->kind == GP_LIST_NUMBER ? b->number_hang : b->list_hang};
	gp_tag li = gp_doc_tag(job->doc, GP_TAG_LI, l);
	struct gp_page *label = gp_job_fragment(job);
	size_t first;

	draw_label(g, label, list, i, li);
	style.hyphenate = true;
	lines.set = gp_set(job, &list->items.r[i], &style, g->main - lines.x,
		gp_doc_tag(job->doc, GP_TAG_LBODY, li));
	first = add_lines(g, &lines);
	if (first < g->n)
		gp_fragment_place(gp_item_fragment(g, &g->items[first], GP_COL_MAIN), label,
			(struct gp_point){0, 0}, false);
}

/* The first two and the last two entries stay together. */
static void add_list(struct gp_galley *g, const struct gp_list *list)
{
	gp_tag l = list_tag(g, list->kind);
	size_t i, n = list->items.n;

	for (i = 0; i < n; i++) {
		add_entry(g, list, i, l);
		if (g->n > 0 && i + 1 < n && (i == 0 || i + 2 == n))
			g->items[g->n - 1].keep_next = true;
	}
}

/* Ids of the block and of what is in it; one that prints nothing leaves them to the next. */
static void add_anchors(struct gp_galley *g, size_t first, const struct gp_block *b)
{
	size_t i;

	if (b->id)
		*GP_PUSH(g->job->arena, g->late_ids, g->n_late_ids, g->cap_late_ids) = b->id;
	for (i = 0; first < g->n && i < g->n_late_ids; i++)
		gp_item_anchor(g, &g->items[first], g->late_ids[i]);
	if (first < g->n)
		g->n_late_ids = 0;
}

/* Notes of the block and of what is in it. */
static void add_notes(struct gp_galley *g, size_t first, const struct gp_block *b)
{
	struct gp_galley *to = g->root ? g->root : g;
	const struct gp_note *late;
	size_t i, n;

	for (i = 0; i < b->n_notes; i++)
		*GP_PUSH(g->job->arena, to->late_notes, to->n_late_notes, to->cap_late_notes) =
			b->notes[i];
	if (to != g || first >= g->n || !g->n_late_notes)
		return;
	late = g->late_notes;
	n = g->n_late_notes;
	g->late_notes = NULL;
	g->n_late_notes = g->cap_late_notes = 0;
	gp_galley_notes(g, first, late, n);
}

static void dispatch(struct gp_galley *g, const struct gp_block *b)
{
	static void (*const make[])(struct gp_galley *, const struct gp_block *) = {
		[GP_BLOCK_CALLOUT] = gp_block_callout,
		[GP_BLOCK_FIGURE] = gp_block_figure,
		[GP_BLOCK_TABLE] = gp_block_table,
		[GP_BLOCK_MATRIX] = gp_block_matrix,
		[GP_BLOCK_FACTS] = gp_block_facts,
		[GP_BLOCK_TRIO] = gp_block_trio,
		[GP_BLOCK_TRAFFIC] = gp_block_trio,
		[GP_BLOCK_RULER] = gp_block_ruler,
		[GP_BLOCK_PRESSURE] = gp_block_pressure,
		[GP_BLOCK_ROUTINE] = gp_block_routine,
		[GP_BLOCK_STRETCH] = gp_block_stretch,
		[GP_BLOCK_LOG] = gp_block_log,
		[GP_BLOCK_GLOSSARY] = gp_block_glossary,
		[GP_BLOCK_SOURCES] = gp_block_sources,
		[GP_BLOCK_SMALL] = gp_block_small,
		[GP_BLOCK_WARNING] = gp_block_warning,
	};

	if (b->kind == GP_BLOCK_TEXT)
		add_text(g, &b->as.text);
	else if (b->kind == GP_BLOCK_LIST)
		add_list(g, &b->as.list);
	else
		make[b->kind](g, b);
}

void gp_galley_block(struct gp_galley *g, const struct gp_block *b)
{
	struct gp_place outer = g->job->place;
	size_t first = g->n;

	g->job->block++;
	g->job->place = b->place;
	dispatch(g, b);
	g->after_text = b->kind == GP_BLOCK_TEXT;
	add_anchors(g, first, b);
	add_notes(g, first, b);
	g->job->place = outer;
}
