/*
 * The symptom matrix, a table of dots under point badges, and the facts table, names and values
 * between hairlines.
 */
#include "layout/galley.h"

struct matrix {
	struct gp_galley *g;
	const struct gp_matrix *m;
	gp_tag body;
	gp_len column, first; /* width of a dot column, left edge of the first */
};

static struct gp_item *add_row_item(struct gp_galley *g, gp_len height, bool last)
{
	struct gp_item *it = gp_galley_add(g);

	it->grid = GP_GRID_FREE;
	it->height = height;
	it->keep_next = !last;
	return it;
}

static gp_tag header_tag(struct gp_job *job, gp_tag row, enum gp_scope scope)
{
	gp_tag tag = gp_doc_tag(job->doc, GP_TAG_TH, row);

	job->doc->tags[tag].scope = scope;
	return tag;
}

static gp_len dot_x(const struct matrix *m, size_t c)
{
	return m->first + gp_len_scale(m->column, (int64_t)(2 * c + 1), 2);
}

static void add_heads(struct matrix *m, gp_tag thead)
{
	struct gp_job *job = m->g->job;
	const struct gp_block_style *b = &job->style->block;
	gp_tag row = gp_doc_tag(job->doc, GP_TAG_TR, thead);
	struct gp_set_style style = gp_set_role(GP_ROLE_TABLE_HEAD);
	struct gp_item *it = gp_galley_add(m->g);
	struct gp_page *frag = gp_item_fragment(m->g, it, GP_COL_FULL);
	struct gp_pen rule = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT), pen;
	gp_len h = b->badge_medium + b->cell_pad_top;
	struct gp_set set =
		gp_set(job, &m->m->head, &style, m->first, header_tag(job, row, GP_SCOPE_COLUMN));
	struct gp_place outer = job->place;
	size_t c;

	gp_set_draw_all(job, frag, &set, (struct gp_point){0, h - set.height});
	for (c = 0; c < m->m->n_heads; c++) {
		job->place = m->m->heads[c].place;
		pen = gp_pen_content(job, frag, header_tag(job, row, GP_SCOPE_COLUMN));
		gp_orn_badge(&pen, gp_rich_plain(job->arena, &m->m->heads[c]),
			(struct gp_point){dot_x(m, c), b->badge_medium / 2}, b->badge_medium);
	}
	job->place = outer;
	gp_orn_rule(&rule, (struct gp_point){0, h + b->cell_pad_top}, m->g->full, b->rule_medium,
		GP_INK);
	it->before = gp_half(job);
	it->height = h + b->cell_pad_top + b->rule_medium;
	it->keep_next = true;
}

static void draw_dot(
	struct matrix *m, struct gp_page *frag, enum gp_dot dot, struct gp_point c, gp_tag row)
{
	struct gp_job *job = m->g->job;
	const struct gp_words *w = &job->guide->words;
	gp_tag td = gp_doc_tag(job->doc, GP_TAG_TD, row);
	gp_tag span;
	struct gp_pen pen;

	if (dot == GP_DOT_NONE)
		return;
	span = gp_doc_tag(job->doc, GP_TAG_SPAN, td);
	job->doc->tags[span].actual = dot == GP_DOT_TYPICAL ? w->typical : w->sometimes;
	pen = gp_pen_content(job, frag, span);
	gp_orn_key(&pen, dot == GP_DOT_TYPICAL ? GP_KEY_TYPICAL : GP_KEY_SOMETIMES,
		(struct gp_rect){c.x, c.y, 0, 0});
}

static void add_row(struct matrix *m, size_t r)
{
	struct gp_job *job = m->g->job;
	const struct gp_matrix_row *row = &m->m->rows[r];
	gp_len hair = job->style->block.rule_hair, h;
	struct gp_set_style style = gp_set_role(GP_ROLE_STEP_TEXT);
	gp_tag tr = gp_doc_tag(job->doc, GP_TAG_TR, m->body);
	struct gp_set set = gp_set(
		job, &row->text, &style, m->first - GP_MM(2), header_tag(job, tr, GP_SCOPE_ROW));
	struct gp_item *it;
	struct gp_page *frag;
	struct gp_pen pen;
	size_t c;

	h = gp_len_max(job->style->block.matrix_row,
		set.height + job->style->block.cell_pad_top + job->style->block.cell_pad_bottom);
	it = add_row_item(m->g, h, r + 1 == m->m->n_rows);
	frag = gp_item_fragment(m->g, it, GP_COL_FULL);
	pen = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT);
	gp_set_draw_all(job, frag, &set, (struct gp_point){0, (h - hair - set.height) / 2});
	for (c = 0; c < m->m->n_heads; c++)
		draw_dot(m, frag, row->dots[c], (struct gp_point){dot_x(m, c), (h - hair) / 2}, tr);
	gp_orn_rule(&pen, (struct gp_point){0, h - hair}, m->g->full, hair, GP_G50);
}

void gp_block_matrix(struct gp_galley *g, const struct gp_block *b)
{
	struct gp_job *job = g->job;
	struct matrix m = {.g = g, .m = &b->as.matrix};
	gp_tag table = gp_doc_tag(job->doc, GP_TAG_TABLE, g->parent);
	gp_tag head = gp_doc_tag(job->doc, GP_TAG_THEAD, table);
	size_t r;

	m.column = gp_len_min(job->style->block.matrix_column,
		g->full / 2 / (gp_len)(m.m->n_heads ? m.m->n_heads : 1));
	m.first = g->full - m.column * (gp_len)m.m->n_heads;
	add_heads(&m, head);
	m.body = gp_doc_tag(job->doc, GP_TAG_TBODY, table);
	for (r = 0; r < m.m->n_rows; r++)
		add_row(&m, r);
	g->items[g->n - 1].after = gp_half(job);
}

static void add_fact(struct gp_galley *g, const struct gp_fact_row *row, gp_tag table, bool last)
{
	struct gp_job *job = g->job;
	const struct gp_block_style *b = &job->style->block;
	const struct gp_page_style *p = &job->style->page;
	struct gp_set_style style = gp_set_role(GP_ROLE_TABLE);
	struct gp_rich name = gp_rich_strong(job, &row->name);
	gp_tag tr = gp_doc_tag(job->doc, GP_TAG_TR, table);
	gp_len first = gp_len_min(p->margin_column, g->full / 3), gap = p->gutter, h;
	struct gp_set left, right;
	struct gp_item *it;
	struct gp_page *frag;
	struct gp_pen pen;

	left = gp_set(job, &name, &style, first, header_tag(job, tr, GP_SCOPE_ROW));
	right = gp_set(job, &row->value, &style, g->full - first - gap,
		gp_doc_tag(job->doc, GP_TAG_TD, tr));
	h = gp_len_max(left.height, right.height) + b->cell_pad_top + b->cell_pad_bottom +
	    b->rule_hair;
	it = add_row_item(g, h, last);
	frag = gp_item_fragment(g, it, GP_COL_FULL);
	pen = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT);
	gp_set_draw_all(job, frag, &left, (struct gp_point){0, b->cell_pad_top});
	gp_set_draw_all(job, frag, &right, (struct gp_point){first + gap, b->cell_pad_top});
	gp_orn_rule(&pen, (struct gp_point){0, h - b->rule_hair}, g->full, b->rule_hair, GP_G50);
}

void gp_block_facts(struct gp_galley *g, const struct gp_block *b)
{
	const struct gp_fact_rows *f = &b->as.facts;
	gp_tag table = gp_doc_tag(g->job->doc, GP_TAG_TABLE, g->parent);
	size_t i, first = g->n;

	for (i = 0; i < f->n; i++)
		add_fact(g, &f->rows[i], table, i + 1 == f->n);
	if (g->n == first)
		return;
	g->items[first].grid = GP_GRID_HALF;
	g->items[first].before = gp_half(g->job);
	g->items[g->n - 1].after = gp_half(g->job);
}
