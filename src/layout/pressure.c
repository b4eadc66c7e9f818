/*
 * Bars rise evenly from 22 % to 100 % of the field; the gap is 16 % of the pitch.
 */
#include "layout/pressure.h"

struct scale {
	struct gp_job *job;
	struct gp_page *list;
	const struct gp_pressure_look *look;
	struct gp_pen pen;
	unsigned from, to, low, high;
	struct gp_rect bars;
	gp_len pitch, bar;
};

static void draw_bar(const struct scale *s, unsigned value)
{
	unsigned i = value - s->from, n = s->to - s->from;
	gp_len h = gp_len_scale(s->bars.h, 220 * n + 780 * i, 1000 * n);
	struct gp_rect r = {
		s->bars.x + gp_len_scale(s->pitch, i, 1), s->bars.y + s->bars.h - h, s->bar, h};
	gp_len line = gp_len_min(GP_MM(0.36), s->bar / 10);
	bool solid = gp_job_fills(s->job, GP_BRAND);

	if (value < s->low) {
		gp_orn_frame(&s->pen, r, line, GP_G50);
	} else if (value <= s->high && solid) {
		gp_orn_fill(&s->pen, r, GP_BRAND);
	} else if (value <= s->high) {
		/* ink-saver: a strong outline and a dot stand for the solid bar */
		gp_orn_frame(&s->pen, r, gp_len_min(GP_MM(0.9), s->bar / 4), GP_BRAND);
		gp_orn_disc(&s->pen, (struct gp_point){r.x + r.w / 2, r.y + r.h / 2}, r.w / 6,
			GP_BRAND);
	} else {
		gp_orn_hatch(&s->pen, r, s->bar * 8 / 100, s->bar * 18 / 100, GP_SIGNAL);
		gp_orn_frame(&s->pen, r, line, GP_SIGNAL);
	}
}

static struct gp_set words(
	const struct scale *s, const char *text, enum gp_colour colour, bool strong)
{
	struct gp_set_style style = gp_set_role(s->look->figure);

	style.has_size = s->look->has_size;
	style.size = s->look->size;
	style.lead = s->look->lead;
	style.has_colour = true;
	style.colour = colour;
	style.tabular = true;
	style.strong = strong;
	return gp_set_plain(s->job, text, &style, GP_LEN_MAX / 4, s->pen.origin.tag);
}

static void draw_figure(const struct scale *s, unsigned value, gp_len y)
{
	bool target = value >= s->low && value <= s->high;
	struct gp_set set = words(s, gp_arena_printf(s->job->arena, "%u", value), GP_INK, target);
	gp_len x =
		s->bars.x + gp_len_scale(s->pitch, value - s->from, 1) + (s->bar - set.width) / 2;

	gp_set_draw_all(s->job, s->list, &set, (struct gp_point){x, y});
}

/* The bracket under the target figures, open to the top. */
static void draw_bracket(const struct scale *s, gp_len y, gp_len x0, gp_len x1)
{
	gp_len thick = gp_len_max(s->bar / 16, GP_MM(0.3)), tick = thick * 3;

	gp_orn_rule(&s->pen, (struct gp_point){x0, y}, x1 - x0, thick, GP_BRAND);
	gp_orn_bar(&s->pen, (struct gp_point){x0, y - tick}, tick, thick, GP_BRAND);
	gp_orn_bar(&s->pen, (struct gp_point){x1 - thick, y - tick}, tick, thick, GP_BRAND);
}

static void draw_words(const struct scale *s, gp_len y)
{
	const struct gp_words *w = &s->job->guide->words;
	struct gp_set little = words(s, w->too_little, GP_G70, false);
	struct gp_set aim = words(s, w->aim_here, GP_BRAND, true);
	struct gp_set much = words(s, w->too_much, GP_SIGNAL_TEXT, true);
	gp_len x0 = s->bars.x + gp_len_scale(s->pitch, s->low - s->from, 1);
	gp_len x1 = s->bars.x + gp_len_scale(s->pitch, s->high - s->from, 1) + s->bar;
	gp_len right = s->bars.x + s->bars.w, mid = (x0 + x1) / 2;

	draw_bracket(s, y + little.lead / 10, x0, x1);
	y += little.lead / 4;
	gp_set_draw_all(s->job, s->list, &little, (struct gp_point){s->bars.x, y});
	gp_set_draw_all(s->job, s->list, &aim, (struct gp_point){mid - aim.width / 2, y});
	gp_set_draw_all(s->job, s->list, &much, (struct gp_point){right - much.width, y});
}

static gp_tag figure_tag(struct gp_job *job, const struct scale *s, gp_tag parent)
{
	gp_tag tag = gp_doc_tag(job->doc, GP_TAG_FIGURE, parent);
	struct gp_arena *a = job->arena;

	job->doc->tags[tag].place = job->place;
	job->doc->tags[tag].alt = gp_words_fill(a, job->guide->words.scale_alt, "from",
		gp_arena_printf(a, "%u", s->from), "to", gp_arena_printf(a, "%u", s->to), "low",
		gp_arena_printf(a, "%u", s->low), "high", gp_arena_printf(a, "%u", s->high),
		(char *)NULL);
	return tag;
}

void gp_pressure_draw(struct gp_job *job, struct gp_page *list, struct gp_rect box,
	const struct gp_pressure_look *look, gp_tag parent)
{
	const struct gp_facts *f = &job->guide->facts;
	gp_len lead = look->has_size ? look->lead : job->style->type[look->figure].lead;
	struct scale s = {.job = job,
		.list = list,
		.look = look,
		.from = f->scale[0],
		.to = f->scale[1],
		.low = f->target[0],
		.high = f->target[1],
		.bars = box};
	unsigned v;

	s.pen = gp_pen_content(job, list, figure_tag(job, &s, parent));
	if (look->words)
		s.bars.h = box.h - lead * 9 / 4;
	/* the last bar ends on the right edge: n pitches less one gap fill the width */
	s.pitch = gp_len_scale(box.w, 100, 100 * (s.to - s.from + 1) - 16);
	s.bar = gp_len_scale(s.pitch, 84, 100);
	for (v = s.from; v <= s.to; v++) {
		draw_bar(&s, v);
		if (look->words)
			draw_figure(&s, v, s.bars.y + s.bars.h);
	}
	if (look->words)
		draw_words(&s, s.bars.y + s.bars.h + lead);
}
