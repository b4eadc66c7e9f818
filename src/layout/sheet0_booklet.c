/*
 * Page 0 of an imposed booklet: print, stack, fold, staple; which pages lie on which sheet; the
 * flip test.
 */
#include "layout/sheet0.h"

#include "layout/sheet0_parts.h"

/* The sheet map being drawn. */
struct map {
	struct gp_sheet0_frame *f;
	const struct gp_sheet0_booklet *how;
	struct gp_sheet0 *out;
	gp_len top, pitch, box_w, box_h, column;
	gp_len first; /* width of the column of sheet numbers */
	unsigned rows;
};

static char *number(struct gp_job *job, unsigned n)
{
	return gp_arena_printf(job->arena, "%u", n);
}

static void steps_of(
	struct gp_job *job, const struct gp_sheet0_booklet *how, struct gp_sheet0_step s[4])
{
	const struct gp_words *w = &job->guide->words;
	const char *edge = how->flip_long ? w->edge_long : w->edge_short;

	s[0] = (struct gp_sheet0_step){"f35a-print", NULL, w->print_1,
		gp_words_fill(job->arena, w->print_1_text, "edge", edge, (char *)NULL)};
	s[1] = (struct gp_sheet0_step){"f35b-stack", NULL, w->print_2,
		gp_words_fill(
			job->arena, w->print_2_text, "n", number(job, how->sheets), (char *)NULL)};
	s[2] = (struct gp_sheet0_step){"f35c-fold", NULL, w->print_3, w->print_3_text};
	s[3] = (struct gp_sheet0_step){"f35d-staple", NULL, w->print_4, w->print_4_text};
}

/* One side of a sheet: frame, fold line, two miniatures, their page numbers. */
static void draw_side(struct map *m, const size_t pages[2], gp_len x, gp_len y)
{
	struct gp_job *job = m->f->job;
	struct gp_pen pen = gp_pen_artifact(job, m->f->page, GP_ARTIFACT_LAYOUT);
	struct gp_set_style style = gp_set_role(GP_ROLE_TABLE);
	struct gp_rect box = {x, y, m->box_w, m->box_h}, half = {x, y, m->box_w / 2, m->box_h};
	gp_len fold = x + m->box_w / 2, dash = GP_MM(1);
	struct gp_set set;
	unsigned i, n;
	gp_len end;

	for (i = 0; i < 2; i++, half.x += m->box_w / 2) {
		m->out->miniatures[m->out->n++] = (struct gp_miniature){half, pages[i]};
		n = job->doc->pages[pages[i]]->number;
		set = gp_set_artifact(job, number(job, n), &style, m->box_w, GP_ARTIFACT_LAYOUT);
		gp_set_draw_all(job, m->f->page, &set,
			(struct gp_point){
				i ? x + m->box_w - set.width : x, y + m->box_h + GP_MM(0.3)});
	}
	gp_orn_frame(&pen, box, GP_PT(0.5), GP_INK);
	for (end = y - GP_MM(1); end < y + m->box_h + GP_MM(1); end += 2 * dash)
		gp_orn_bar(&pen, (struct gp_point){fold, end}, dash, GP_PT(0.5), GP_SIGNAL);
}

static void draw_sheet(struct map *m, unsigned sheet)
{
	struct gp_job *job = m->f->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_H2);
	gp_len x = m->f->margin + (sheet / m->rows ? m->column : 0);
	gp_len y = m->top + (gp_len)(sheet % m->rows) * m->pitch, gap = GP_MM(3.5);
	struct gp_set set;
	size_t pages[4];

	m->how->pages_of(m->how->user, sheet, pages);
	style.has_colour = true;
	style.colour = GP_BRAND;
	set = gp_set_artifact(job, number(job, sheet + 1), &style, m->column, GP_ARTIFACT_LAYOUT);
	gp_set_draw_all(job, m->f->page, &set, (struct gp_point){x, y});
	draw_side(m, &pages[0], x + m->first, y);
	draw_side(m, &pages[2], x + m->first + m->box_w + gap, y);
}

static void draw_heads(struct map *m, gp_len y)
{
	const struct gp_words *w = &m->f->job->guide->words;
	const char *heads[3] = {w->map_sheet, w->map_front, w->map_back};
	struct gp_set_style style = gp_set_role(GP_ROLE_TABLE_HEAD);
	unsigned col, i;

	for (col = 0; col < (m->how->sheets > m->rows ? 2 : 1); col++) {
		gp_len x = m->f->margin + (gp_len)col * m->column;
		gp_len at[3] = {x, x + m->first, x + m->first + GP_MM(3.5) + m->box_w};

		for (i = 0; i < 3; i++) {
			struct gp_set set = gp_set_artifact(
				m->f->job, heads[i], &style, m->column, GP_ARTIFACT_LAYOUT);

			gp_set_draw_all(m->f->job, m->f->page, &set, (struct gp_point){at[i], y});
		}
	}
}

/* Heads need room of their own in large print. */
static void measure_heads(struct map *m, gp_len top)
{
	struct gp_set_style style = gp_set_role(GP_ROLE_TABLE_HEAD);
	struct gp_set set = gp_set_artifact(m->f->job, m->f->job->guide->words.map_sheet, &style,
		m->column, GP_ARTIFACT_LAYOUT);

	m->first = gp_len_max(GP_MM(12), set.width + GP_MM(3));
	m->top = top + gp_len_max(GP_MM(5), set.height + GP_MM(0.5));
}

/* Two columns of sheets; miniatures as large as the space between steps and ruler allows. */
static void draw_map(struct map *m, gp_len top, gp_len bottom)
{
	const struct gp_paper *p = m->how->paper;
	gp_len most;
	unsigned i;

	m->rows = (m->how->sheets + 1) / 2;
	m->column = m->f->width / 2 + GP_MM(2);
	measure_heads(m, top);
	most = (m->f->width / 2 - m->first - GP_MM(8)) / 2;
	m->pitch = gp_len_min(GP_MM(30), (bottom - m->top) / (gp_len)m->rows);
	m->box_h = gp_len_min(m->pitch - GP_MM(7), gp_len_scale(most, p->width, p->height));
	m->box_w = gp_len_scale(m->box_h, p->height, p->width);
	draw_heads(m, top);
	for (i = 0; i < m->how->sheets; i++)
		draw_sheet(m, i);
}

struct gp_sheet0 gp_sheet0_booklet(struct gp_job *job, const struct gp_sheet0_booklet *how)
{
	const struct gp_words *w = &job->guide->words;
	struct gp_sheet0 out = {.n = 0};
	struct gp_sheet0_frame f = gp_sheet0_start(job, how->paper);
	struct map map = {.f = &f, .how = how, .out = &out};
	struct gp_set_style text = gp_set_role(GP_ROLE_STEP_TEXT);
	struct gp_sheet0_step steps[4];
	struct gp_rect box = {f.margin, 0, f.width, 0};
	gp_len foot;

	out.page = f.page;
	out.miniatures = GP_ARRAY(job->arena, 4 * (size_t)how->sheets, struct gp_miniature);
	steps_of(job, how, steps);
	box.y = gp_sheet0_head(&f, w->print_eyebrow, w->print_title,
		gp_words_fill(job->arena, w->print_lead, "n", number(job, how->sheets), "paper",
			how->paper_name, "edge", how->flip_long ? w->edge_long : w->edge_short,
			(char *)NULL));
	box.y = gp_sheet0_steps(&f, steps, box.y + GP_MM(6)) + GP_MM(4);
	box.y += gp_sheet0_text(&f, w->flip_test, &text, box, GP_TAG_P) + GP_MM(5);
	foot = gp_sheet0_foot(&f, w->no_duplex);
	draw_map(&map, box.y, foot - GP_MM(3));
	return out;
}
