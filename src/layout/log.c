/*
 * The week log: two weeks a page, seven days each, boxes for the points, pain before and after, a
 * note, and a line for the self-test.
 */
#include "layout/routine.h"

#include <string.h>

struct week {
	struct gp_galley *g;
	const struct gp_log *log;
	gp_len day, pitch, pain,
		note; /* column edges: width of the day column, of a box, x of pain, of note */
	gp_tag body;
};

static struct gp_set set_small(struct week *w, const char *text, enum gp_role role, gp_tag tag)
{
	struct gp_set_style style = gp_set_role(role);

	return gp_set_plain(w->g->job, text, &style, GP_LEN_MAX / 4, tag);
}

static gp_tag column_head(struct week *w, gp_tag row)
{
	gp_tag tag = gp_doc_tag(w->g->job->doc, GP_TAG_TH, row);

	w->g->job->doc->tags[tag].scope = GP_SCOPE_COLUMN;
	return tag;
}

static void draw_head(struct week *w, struct gp_page *frag, unsigned number, gp_tag row)
{
	struct gp_job *job = w->g->job;
	const struct gp_words *words = &job->guide->words;
	const struct gp_block_style *b = &job->style->block;
	const char *heads[3] = {words->before, words->after, words->note};
	struct gp_place outer = job->place;
	gp_len base = b->log_head - GP_MM(1.6), x;
	struct gp_set set;
	size_t i;

	set = set_small(w,
		gp_words_fill(job->arena, words->week, "n",
			gp_arena_printf(job->arena, "%u", number), (char *)NULL),
		GP_ROLE_LOG_HEAD, column_head(w, row));
	gp_set_draw_all(job, frag, &set, (struct gp_point){0, base - set.baseline});
	for (i = 0; i < w->log->points.n; i++) {
		job->place = w->log->points.r[i].place;
		set = set_small(w, gp_rich_plain(job->arena, &w->log->points.r[i]),
			GP_ROLE_TABLE_HEAD, column_head(w, row));
		job->place = outer;
		x = w->day + gp_len_scale(w->pitch, (int64_t)(2 * i + 1), 2) - set.width / 2;
		gp_set_draw_all(job, frag, &set, (struct gp_point){x, base - set.baseline});
	}
	for (i = 0; i < 3; i++) {
		set = set_small(w, heads[i], GP_ROLE_TABLE_HEAD, column_head(w, row));
		x = i < 2 ? w->pain + (gp_len)i * b->log_pain + (b->log_pain - set.width) / 2
			  : w->note + GP_MM(1.5);
		gp_set_draw_all(job, frag, &set, (struct gp_point){x, base - set.baseline});
	}
}

static void draw_boxes(struct week *w, struct gp_page *frag, gp_len top, gp_tag row)
{
	struct gp_job *job = w->g->job;
	const struct gp_block_style *b = &job->style->block;
	struct gp_pen pen;
	gp_len x;
	gp_tag td, span;
	size_t i;

	for (i = 0; i < w->log->points.n; i++) {
		td = gp_doc_tag(job->doc, GP_TAG_TD, row);
		span = gp_doc_tag(job->doc, GP_TAG_SPAN, td);
		job->doc->tags[span].actual = job->guide->words.tick_box;
		pen = gp_pen_content(job, frag, span);
		x = w->day + gp_len_scale(w->pitch, (int64_t)(2 * i + 1), 2) - b->log_box / 2;
		gp_orn_tick_box(&pen,
			(struct gp_rect){
				x, top + (b->log_row - b->log_box) / 2, b->log_box, b->log_box},
			b->rule_thin);
	}
	for (i = 0; i < 3; i++)
		gp_doc_tag(job->doc, GP_TAG_TD, row);
}

/* The n-th of the short names of the days. */
static const char *day_name(struct gp_job *job, size_t n)
{
	const char *s = job->guide->words.days;
	size_t len;

	for (;; n--) {
		s += strspn(s, " ");
		len = strcspn(s, " ");
		if (n == 0)
			return gp_arena_strn(job->arena, s, len);
		s += len;
	}
}

static void draw_day(struct week *w, struct gp_page *frag, size_t day, gp_len top)
{
	struct gp_job *job = w->g->job;
	const struct gp_block_style *b = &job->style->block;
	struct gp_pen pen = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT);
	gp_tag row = gp_doc_tag(job->doc, GP_TAG_TR, w->body),
	       th = gp_doc_tag(job->doc, GP_TAG_TH, row);
	struct gp_set set;

	job->doc->tags[th].scope = GP_SCOPE_ROW;
	set = set_small(w, day_name(job, day), GP_ROLE_TABLE_HEAD, th);
	gp_set_draw_all(job, frag, &set, (struct gp_point){0, top + (b->log_row - set.height) / 2});
	draw_boxes(w, frag, top, row);
	gp_orn_rule(&pen, (struct gp_point){0, top + b->log_row - b->rule_hair}, w->g->full,
		b->rule_hair, GP_G50);
}

static void draw_columns(struct week *w, struct gp_page *frag, gp_len top, gp_len height)
{
	const struct gp_block_style *b = &w->g->job->style->block;
	struct gp_pen pen = gp_pen_artifact(w->g->job, frag, GP_ARTIFACT_LAYOUT);

	gp_orn_bar(&pen, (struct gp_point){w->pain, top}, height, b->rule_hair, GP_G50);
	gp_orn_bar(
		&pen, (struct gp_point){w->pain + b->log_pain, top}, height, b->rule_hair, GP_G50);
	gp_orn_bar(&pen, (struct gp_point){w->note, top}, height, b->rule_hair, GP_G50);
}

/* "left ____ cm": words around a line to write on; returns nothing, ends at the right edge x. */
static void draw_blank(
	struct week *w, struct gp_page *frag, const char *side, struct gp_point right, gp_tag tag)
{
	struct gp_job *job = w->g->job;
	struct gp_pen pen = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT);
	struct gp_set_style style = gp_set_role(GP_ROLE_TABLE);
	gp_len line = GP_MM(13), air = GP_MM(1.2);
	struct gp_set a = set_small(w, side, GP_ROLE_TABLE, tag);
	struct gp_set unit = gp_set(job, &w->log->measure_unit, &style, GP_LEN_MAX / 4, tag);
	gp_len x = right.x - unit.width - air - line - air - a.width;

	gp_set_draw_all(job, frag, &a, (struct gp_point){x, right.y});
	gp_orn_rule(&pen, (struct gp_point){x + a.width + air, right.y + a.baseline + GP_PT(1)},
		line, job->style->block.rule_hair, GP_INK);
	gp_set_draw_all(job, frag, &unit, (struct gp_point){right.x - unit.width, right.y});
}

static gp_len draw_measure(struct week *w, struct gp_page *frag, gp_len y)
{
	struct gp_job *job = w->g->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_TABLE_HEAD);
	gp_tag p = gp_doc_tag(job->doc, GP_TAG_P, w->g->parent);
	struct gp_set title = gp_set(job, &w->log->measure_title, &style, w->g->full / 3, p);

	y += job->style->block.cell_pad_top * 2;
	gp_set_draw_all(job, frag, &title, (struct gp_point){0, y});
	draw_blank(w, frag, job->guide->words.left, (struct gp_point){w->g->full * 57 / 100, y}, p);
	draw_blank(w, frag, job->guide->words.right, (struct gp_point){w->g->full, y}, p);
	return y + title.height;
}

static void add_week(struct week *w, unsigned number)
{
	struct gp_job *job = w->g->job;
	const struct gp_block_style *b = &job->style->block;
	struct gp_item *it = gp_galley_add(w->g);
	struct gp_page *frag = gp_item_fragment(w->g, it, GP_COL_FULL);
	struct gp_pen pen = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT);
	gp_tag table = gp_doc_tag(job->doc, GP_TAG_TABLE, w->g->parent);
	gp_tag head = gp_doc_tag(job->doc, GP_TAG_THEAD, table);
	gp_len y = b->log_head + b->rule_medium;
	size_t day;

	draw_head(w, frag, number, gp_doc_tag(job->doc, GP_TAG_TR, head));
	w->body = gp_doc_tag(job->doc, GP_TAG_TBODY, table);
	gp_orn_rule(&pen, (struct gp_point){0, b->log_head}, w->g->full, b->rule_medium, GP_INK);
	draw_columns(w, frag, y, 7 * b->log_row);
	for (day = 0; day < 7; day++)
		draw_day(w, frag, day, y + (gp_len)day * b->log_row);
	y += 7 * b->log_row;
	if (w->log->measure_title.n)
		y = draw_measure(w, frag, y);
	it->before = gp_half(job);
	it->after = 3 * gp_half(job);
	it->height = gp_len_ceil(y, gp_half(job));
}

void gp_block_log(struct gp_galley *g, const struct gp_block *b)
{
	const struct gp_block_style *s = &g->job->style->block;
	struct week w = {.g = g, .log = &b->as.log};
	unsigned n = g->job->guide->facts.weeks, i, page;
	size_t first = g->n, start;

	w.day = g->full * 17 / 100;
	w.pitch = s->log_box * 19 / 10;
	w.pain = w.day + w.pitch * (gp_len)w.log->points.n;
	w.note = w.pain + 2 * s->log_pain;
	for (page = 0; page * 2 < n; page++) {
		start = g->n;
		if (page > 0)
			gp_add_title_strut(g);
		if (page < w.log->intro.n)
			gp_add_intro(g, &w.log->intro.r[page]);
		for (i = page * 2; i < n && i < page * 2 + 2; i++)
			add_week(&w, i + 1);
		if (page > 0)
			gp_open_page(g, start, GP_START_PAGE);
	}
	if (n > 2 && !g->left_page_open)
		gp_open_page(g, first, GP_START_LEFT);
}
