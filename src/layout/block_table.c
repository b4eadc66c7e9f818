/*
 * Tables: head over a medium rule, rows over hairlines.  Rows are items, so a long table breaks
 * between them; its head is drawn again on the next page, and at least two rows stay on each side.
 */
#include "layout/galley.h"

struct table {
	struct gp_galley *g;
	const struct gp_table *t;
	gp_tag tag, head, body;
	size_t row_head;              /* the column that names the rows; n_columns: none */
	gp_len x[GP_MAX_COLUMNS + 1]; /* left edges of the columns, and the right edge */
	struct gp_page *head_frag;
	gp_len head_height;
};

static void column_edges(struct table *t, gp_len width)
{
	unsigned total = 0, sum = 0;
	size_t i;

	for (i = 0; i < t->t->n_columns; i++)
		total += t->t->columns[i].width;
	for (i = 0; i < t->t->n_columns; i++) {
		t->x[i] = gp_len_scale(width, sum, total);
		sum += t->t->columns[i].width;
	}
	t->x[i] = width;
}

/*
 * A row goes by the first of its columns that holds nothing but text: before it may stand a
 * picture.  Whether it looks like a head is its author's choice, see row_heads.
 */
static size_t row_head(const struct gp_table *t)
{
	size_t c, r;

	if (t->row_heads && t->n_rows && t->rows[0].cells[0].kind == GP_CELL_TEXT)
		return 0;
	for (c = 0; t->n_columns > 1 && c < t->n_columns; c++) {
		for (r = 0; r < t->n_rows && t->rows[r].cells[c].kind == GP_CELL_TEXT &&
			    t->rows[r].cells[c].text.n > 0;
			r++)
			;
		if (r == t->n_rows)
			return c;
	}
	return t->n_columns;
}

static gp_tag cell_tag(const struct table *t, gp_tag row, bool head, enum gp_scope scope)
{
	struct gp_doc *doc = t->g->job->doc;
	gp_tag tag = gp_doc_tag(doc, head ? GP_TAG_TH : GP_TAG_TD, row);

	if (head)
		doc->tags[tag].scope = scope;
	return tag;
}

static struct gp_set set_cell(
	const struct table *t, size_t c, const struct gp_rich *text, enum gp_role role, gp_tag tag)
{
	static const enum gp_setting settings[] = {
		[GP_LEFT] = GP_RAGGED, [GP_CENTRE] = GP_CENTRED, [GP_RIGHT] = GP_RIGHT_FLUSH};
	struct gp_set_style style = gp_set_role(role);
	gp_len pad = t->g->job->style->block.cell_pad_right;

	style.setting = settings[t->t->columns[c].align];
	style.tabular = true;
	return gp_set(t->g->job, text, &style, t->x[c + 1] - t->x[c] - pad, tag);
}

static struct gp_item *add_head(struct table *t)
{
	struct gp_job *job = t->g->job;
	const struct gp_block_style *b = &job->style->block;
	gp_tag row = gp_doc_tag(job->doc, GP_TAG_TR, t->head);
	struct gp_set cells[GP_MAX_COLUMNS];
	struct gp_item *it = gp_galley_add(t->g);
	struct gp_page *frag = gp_item_fragment(t->g, it, GP_COL_FULL);
	struct gp_pen pen = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT);
	gp_len h = 0;
	size_t c;

	for (c = 0; c < t->t->n_columns; c++) {
		cells[c] = set_cell(t, c, &t->t->columns[c].head, GP_ROLE_TABLE_HEAD,
			cell_tag(t, row, true, GP_SCOPE_COLUMN));
		h = gp_len_max(h, cells[c].height);
	}
	for (c = 0; c < t->t->n_columns; c++)
		gp_set_draw_all(
			job, frag, &cells[c], (struct gp_point){t->x[c], h - cells[c].height});
	it->before = gp_half(job);
	it->height = h + b->cell_pad_top + b->rule_medium;
	it->baseline = gp_set_baseline(job, GP_ROLE_TABLE_HEAD);
	it->keep_next = true;
	gp_orn_rule(&pen, (struct gp_point){0, h + b->cell_pad_top}, t->g->full, b->rule_medium,
		GP_INK);
	t->head_frag = frag;
	t->head_height = it->height;
	return it;
}

/* What a cell holds, measured. */
struct cell {
	struct gp_set set;
	struct gp_art art;
	gp_len height;
	gp_len down; /* of a text, so that first lines stand on one line */
	gp_tag tag;
};

static const char *dot_word(const struct gp_words *w, enum gp_dot dot)
{
	return dot == GP_DOT_TYPICAL     ? w->typical
	       : dot == GP_DOT_SOMETIMES ? w->sometimes
					 : w->none;
}

static struct cell measure_cell(
	const struct table *t, size_t c, const struct gp_cell *cell, gp_tag row)
{
	struct gp_job *job = t->g->job;
	bool head = c == 0 && t->t->row_heads && cell->kind == GP_CELL_TEXT;
	struct cell out = {.tag = cell_tag(t, row, head || c == t->row_head, GP_SCOPE_ROW)};
	struct gp_rich text = head ? gp_rich_strong(job, &cell->text) : cell->text;
	gp_len side = job->style->block.cell_picture;

	switch (cell->kind) {
	case GP_CELL_TEXT:
		out.set =
			set_cell(t, c, &text, head ? GP_ROLE_TABLE_FIRST : GP_ROLE_TABLE, out.tag);
		out.height = out.set.height;
		break;
	case GP_CELL_IMAGE:
		side = gp_len_min(side, t->x[c + 1] - t->x[c] - job->style->block.cell_pad_right);
		out.art = gp_art_fit(
			job, &cell->image, side, job->style->block.cell_icon, 0, GP_FIT_TRIM);
		out.height = out.art.h;
		out.tag = gp_art_tag(job, &cell->image, out.tag);
		break;
	case GP_CELL_RATING:
	case GP_CELL_DOT:
		out.height = job->style->type[GP_ROLE_TABLE].lead;
		break;
	}
	return out;
}

static void draw_rating(const struct table *t, struct gp_page *frag, const struct gp_cell *cell,
	struct gp_point at, gp_tag td)
{
	struct gp_job *job = t->g->job;
	gp_tag fig = gp_doc_tag(job->doc, GP_TAG_FIGURE, td);
	struct gp_pen pen = gp_pen_content(job, frag, fig);

	job->doc->tags[fig].alt = gp_words_fill(job->arena, job->guide->words.rating_alt, "n",
		gp_arena_printf(job->arena, "%u", cell->rating), "of",
		gp_arena_printf(job->arena, "%u", cell->of), (char *)NULL);
	gp_orn_rating(&pen, at, job->style->block.matrix_dot * 7 / 10, cell->rating, cell->of);
}

/* A dot, centred at a point; the word stands for it in the text. */
static void draw_dot(
	struct gp_job *job, struct gp_page *frag, enum gp_dot dot, struct gp_point c, gp_tag td)
{
	gp_tag span = gp_doc_tag(job->doc, GP_TAG_SPAN, td);
	struct gp_pen pen = gp_pen_content(job, frag, span);

	job->doc->tags[span].actual = dot_word(&job->guide->words, dot);
	if (dot != GP_DOT_NONE)
		gp_orn_key(&pen, dot == GP_DOT_TYPICAL ? GP_KEY_TYPICAL : GP_KEY_SOMETIMES,
			(struct gp_rect){c.x, c.y, 0, 0});
}

static bool has_picture(const struct table *t)
{
	size_t c;

	for (c = 0; c < t->t->n_columns; c++) {
		if (t->t->n_rows && t->t->rows[0].cells[c].kind == GP_CELL_IMAGE)
			return true;
	}
	return false;
}

static void draw_cell(const struct table *t, struct gp_page *frag, size_t c,
	const struct gp_cell *cell, struct cell *m, gp_len height)
{
	struct gp_job *job = t->g->job;
	const struct gp_block_style *b = &job->style->block;
	gp_len y = b->cell_pad_top, x = t->x[c];

	switch (cell->kind) {
	case GP_CELL_TEXT:
		/* beside a picture, short text stands in the middle; else all start on top */
		if (has_picture(t))
			y += (height - m->height) / 2;
		else
			y += m->down;
		gp_set_draw_all(job, frag, &m->set, (struct gp_point){x, y});
		break;
	case GP_CELL_IMAGE:
		gp_art_draw(job, frag, &m->art, (struct gp_point){x, y + (height - m->height) / 2},
			m->tag);
		break;
	case GP_CELL_RATING:
		draw_rating(t, frag, cell, (struct gp_point){x, y + (height - b->matrix_dot) / 2},
			m->tag);
		break;
	case GP_CELL_DOT:
		draw_dot(job, frag, cell->dot,
			(struct gp_point){x + (t->x[c + 1] - x) / 2, y + height / 2}, m->tag);
		break;
	}
}

/* A marked row has a tint; where ink is saved it has bars at both ends. */
static void draw_row_ground(const struct table *t, struct gp_page *frag, gp_len height)
{
	struct gp_pen pen = gp_pen_artifact(t->g->job, frag, GP_ARTIFACT_BACKGROUND);
	gp_len w = t->g->full, bar = t->g->job->style->block.rule_medium;

	gp_orn_fill(&pen, (struct gp_rect){0, 0, w, height}, GP_TINT_BRAND);
	if (gp_job_fills(t->g->job, GP_TINT_BRAND))
		return;
	gp_orn_bar(&pen, (struct gp_point){-2 * bar, 0}, height, bar, GP_BRAND);
	gp_orn_bar(&pen, (struct gp_point){w + bar, 0}, height, bar, GP_BRAND);
}

/* Have the first lines of all texts stand on one line; returns the height of the highest cell. */
static gp_len line_up(const struct table *t, const struct gp_table_row *row, struct cell *cells)
{
	gp_len h = 0, base = 0;
	bool top = !has_picture(t);
	size_t c;

	for (c = 0; c < t->t->n_columns; c++) {
		if (row->cells[c].kind == GP_CELL_TEXT)
			base = gp_len_max(base, cells[c].set.baseline);
	}
	for (c = 0; c < t->t->n_columns; c++) {
		if (top && row->cells[c].kind == GP_CELL_TEXT)
			cells[c].down = base - cells[c].set.baseline;
		h = gp_len_max(h, cells[c].down + cells[c].height);
	}
	return h;
}

static void add_row(struct table *t, size_t r)
{
	struct gp_job *job = t->g->job;
	const struct gp_block_style *b = &job->style->block;
	const struct gp_table_row *row = &t->t->rows[r];
	gp_tag tr = gp_doc_tag(job->doc, GP_TAG_TR, t->body);
	struct cell cells[GP_MAX_COLUMNS];
	struct gp_item *it = gp_galley_add(t->g);
	struct gp_page *frag = gp_item_fragment(t->g, it, GP_COL_FULL);
	struct gp_pen pen = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT);
	size_t c, n = t->t->n_columns;
	gp_len h;

	job->place = row->place;
	it->grid = GP_GRID_FREE;
	it->place = row->place;
	for (c = 0; c < n; c++)
		cells[c] = measure_cell(t, c, &row->cells[c], tr);
	h = line_up(t, row, cells);
	it->height = b->cell_pad_top + h + b->cell_pad_bottom + b->rule_hair;
	if (row->marked)
		draw_row_ground(t, frag, it->height - b->rule_hair);
	for (c = 0; c < n; c++)
		draw_cell(t, frag, c, &row->cells[c], &cells[c], h);
	gp_orn_rule(&pen, (struct gp_point){0, it->height - b->rule_hair}, t->g->full, b->rule_hair,
		GP_G50);
	it->head = t->head_frag;
	it->head_height = t->head_height;
	it->keep_next = r == 0 || r + 2 == t->t->n_rows;
	it->break_cost = 800;
}

static void add_caption(struct table *t)
{
	struct gp_job *job = t->g->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_CAPTION);
	const char *word = gp_words_fill(job->arena, job->guide->words.table, "n",
		gp_arena_printf(job->arena, "%u", t->t->number), (char *)NULL);
	struct gp_rich head =
		gp_rich_word(job, gp_arena_printf(job->arena, "%s\xe2\x80\x82", word), GP_STRONG);
	struct gp_rich all = gp_rich_join(job, &head, &t->t->caption);
	struct gp_set set =
		gp_set(job, &all, &style, t->g->full, gp_doc_tag(job->doc, GP_TAG_CAPTION, t->tag));
	struct gp_item *it;

	t->g->items[t->g->n - 1].keep_next = true;
	it = gp_galley_add(t->g);
	it->grid = GP_GRID_FREE;
	it->before = gp_half(job) / 2;
	it->height = set.height;
	it->after = gp_half(job);
	gp_set_draw_all(
		job, gp_item_fragment(t->g, it, GP_COL_FULL), &set, (struct gp_point){0, 0});
}

void gp_block_table(struct gp_galley *g, const struct gp_block *b)
{
	struct gp_job *job = g->job;
	struct table t = {.g = g, .t = &b->as.table};
	size_t r;

	t.tag = gp_doc_tag(job->doc, GP_TAG_TABLE, g->parent);
	t.head = gp_doc_tag(job->doc, GP_TAG_THEAD, t.tag);
	t.row_head = row_head(t.t);
	column_edges(&t, g->full);
	add_head(&t);
	t.body = gp_doc_tag(job->doc, GP_TAG_TBODY, t.tag);
	for (r = 0; r < t.t->n_rows; r++)
		add_row(&t, r);
	job->place = b->place;
	g->items[g->n - 1].after = gp_half(job);
	if (t.t->caption.n)
		add_caption(&t);
}
