/*
 * Verniers (Pierre Vernier 1631), rulers and ladders.  All lines are hairlines filled as
 * rectangles, so that their middle is exact whatever a printer makes of strokes.
 */
#include "layout/gauge.h"

enum { TENTHS = 20, LEVELS = 5, RUNGS = 12 };

/* A gauge being drawn. */
struct drawing {
	const struct gp_gauge *g;
	struct gp_pen pen;
	gp_len thin;
};

static struct drawing start(const struct gp_gauge *g, const char *alt)
{
	struct gp_doc *doc = g->job->doc;
	gp_tag figure = gp_doc_tag(doc, GP_TAG_FIGURE, g->parent);

	doc->tags[figure].alt = alt;
	g->job->block++;
	return (struct drawing){g, gp_pen_content(g->job, g->page, figure), GP_PT(0.5)};
}

/* A hairline whose middle goes through `at`, to the right or down. */
static void line(const struct drawing *d, bool down, struct gp_point at, gp_len length)
{
	if (down)
		gp_orn_bar(&d->pen, (struct gp_point){at.x - d->thin / 2, at.y}, length, d->thin,
			GP_INK);
	else
		gp_orn_rule(&d->pen, (struct gp_point){at.x, at.y - d->thin / 2}, length, d->thin,
			GP_INK);
}

static struct gp_set small_set(const struct drawing *d, const char *text, bool strong)
{
	struct gp_set_style style = gp_set_role(strong ? GP_ROLE_TABLE_HEAD : GP_ROLE_TABLE);

	style.has_size = true;
	style.size = GP_PT(7);
	style.lead = GP_PT(8);
	return gp_set_plain(d->g->job, text, &style, GP_MM(20), d->pen.origin.tag);
}

/* Small figures with the point `at` at their left, middle or right (align 0, 1, 2). */
static void figures(const struct drawing *d, const char *text, struct gp_point at, int align)
{
	struct gp_set set = small_set(d, text, text[0] == '0' && !text[1]);

	at.x -= set.width * align / 2;
	gp_set_draw_all(d->g->job, d->g->page, &set, at);
}

/* The number of the step, its middle at x, its top at y. */
static void step_number(const struct drawing *d, struct gp_point at)
{
	struct gp_set_style style = gp_set_role(GP_ROLE_STEP_NUMERAL);
	struct gp_job *job = d->g->job;
	struct gp_set set;

	style.has_size = true;
	style.size = GP_PT(16);
	style.lead = GP_PT(16);
	set = gp_set_plain(job, gp_arena_printf(job->arena, "%u", d->g->step), &style, GP_MM(20),
		d->pen.origin.tag);
	at.x -= set.width / 2;
	gp_set_draw_all(job, d->g->page, &set, at);
}

/* --- vernier ------------------------------------------------------------------------------- */

/* "-1.3" with a real minus; 0 as it is. */
static const char *tenths(const struct drawing *d, int k)
{
	int n = k < 0 ? -k : k;

	if (k == 0)
		return "0";
	return gp_arena_printf(
		d->g->job->arena, "%s%d.%d", k < 0 ? "\xe2\x88\x92" : "", n / 10, n % 10);
}

/* Line k of both scales: its distance from the fold. */
static gp_len numbered(int k)
{
	return GP_MM(36) + gp_len_um((int64_t)k * 1450);
}

static gp_len plain(int k)
{
	return GP_MM(36) + gp_len_um((int64_t)k * 1650);
}

static void pair_x(const struct drawing *d, int k, gp_len across)
{
	gp_len fold = d->g->page->width / 2, half = GP_MM(2.1);
	gp_len meet = across + half + ((k + TENTHS) % LEVELS) * GP_MM(4.4);
	gp_len right = fold + numbered(k);

	line(d, true, (struct gp_point){right, meet}, half);
	line(d, true, (struct gp_point){fold - plain(k), meet - half}, half);
	figures(d, tenths(d, k), (struct gp_point){right + GP_MM(0.5), meet - GP_MM(0.4)}, 0);
}

static void pair_y(const struct drawing *d, int k, gp_len across)
{
	gp_len fold = d->g->page->height / 2, half = GP_MM(2.4);
	gp_len meet = across + half + ((k + TENTHS) % LEVELS) * GP_MM(7.4);
	gp_len below = fold + numbered(k);

	line(d, false, (struct gp_point){meet, below}, half);
	line(d, false, (struct gp_point){meet - half, fold - plain(k)}, half);
	figures(d, tenths(d, k), (struct gp_point){meet + GP_MM(0.1), below + GP_MM(0.3)}, 0);
}

void gp_gauge_vernier(
	const struct gp_gauge *g, enum gp_gauge_axis axis, gp_len across, const char *alt)
{
	struct drawing d = start(g, alt);
	struct gp_point number = {g->page->width / 2, g->page->height / 2};
	int k;

	/* in the gap between the halves; a little off the fold */
	if (axis == GP_GAUGE_X)
		number = (struct gp_point){number.x + GP_MM(3.5), across + GP_MM(8)};
	else
		number = (struct gp_point){across + GP_MM(18), number.y + GP_MM(0.2)};
	step_number(&d, number);
	for (k = -TENTHS; k <= TENTHS; k++) {
		if (axis == GP_GAUGE_X)
			pair_x(&d, k, across);
		else
			pair_y(&d, k, across);
	}
}

/* --- ruler --------------------------------------------------------------------------------- */

static gp_len tick_length(unsigned mm)
{
	return mm % 10 == 0 ? GP_MM(5) : mm % 5 == 0 ? GP_MM(3) : GP_MM(1.8);
}

void gp_gauge_ruler(const struct gp_gauge *g, enum gp_gauge_axis axis, struct gp_point at,
	unsigned mm, const char *alt)
{
	struct drawing d = start(g, alt);
	bool lying = axis == GP_GAUGE_X;
	struct gp_point p, words;
	unsigned i;

	step_number(&d, lying ? (struct gp_point){at.x - GP_MM(7), at.y - GP_MM(5)}
			      : (struct gp_point){at.x - GP_MM(2.5), at.y - GP_MM(8)});
	line(&d, !lying, at, gp_len_um((int64_t)mm * 1000));
	for (i = 0; i <= mm; i++) {
		gp_len step = gp_len_um((int64_t)i * 1000), tick = tick_length(i);

		p = (struct gp_point){at.x + (lying ? step : -tick), at.y + (lying ? -tick : step)};
		line(&d, lying, p, tick);
		if (i % 10)
			continue;
		words = lying ? (struct gp_point){p.x, at.y + GP_MM(0.5)}
			      : (struct gp_point){p.x - GP_MM(0.6), p.y - GP_PT(4)};
		figures(&d, gp_arena_printf(g->job->arena, "%u", i), words, lying ? 1 : 2);
	}
}

/* --- ladder -------------------------------------------------------------------------------- */

/* One rung: the line `mm` from the edge, its figures on the side away from the edge. */
static void rung(const struct drawing *d, enum gp_edge edge, unsigned mm, gp_len along)
{
	const struct gp_page *p = d->g->page;
	gp_len off = gp_len_um((int64_t)mm * 1000), length = GP_MM(3), half = GP_PT(4);
	bool down = edge == GP_EDGE_LEFT || edge == GP_EDGE_RIGHT;
	struct gp_point at = {along, along}, words;

	if (down)
		at.x = edge == GP_EDGE_LEFT ? off : p->width - off;
	else
		at.y = edge == GP_EDGE_TOP ? off : p->height - off;
	line(d, down, at, length);
	words = down ? (struct gp_point){at.x, at.y + length / 2 - half}
		     : (struct gp_point){at.x + length / 2, at.y + GP_MM(0.4)};
	if (edge == GP_EDGE_LEFT)
		words.x += GP_MM(0.6);
	if (edge == GP_EDGE_RIGHT)
		words.x -= GP_MM(0.6);
	if (edge == GP_EDGE_BOTTOM)
		words.y -= 2 * half + GP_MM(0.6);
	figures(d, gp_arena_printf(d->g->job->arena, "%u", mm), words,
		!down                  ? 1
		: edge == GP_EDGE_LEFT ? 0
				       : 2);
}

/* Beside the stairs, where they are farthest from the edge. */
static struct gp_point ladder_number(const struct gp_page *p, enum gp_edge edge, gp_len along)
{
	gp_len in = GP_MM(9), from = along + GP_MM(3);

	switch (edge) {
	case GP_EDGE_LEFT:
		return (struct gp_point){in, from - GP_MM(2)};
	case GP_EDGE_RIGHT:
		return (struct gp_point){p->width - in, from - GP_MM(2)};
	case GP_EDGE_TOP:
		return (struct gp_point){from + GP_MM(1), in - GP_MM(1)};
	case GP_EDGE_BOTTOM:
	case GP_N_EDGES:
		break;
	}
	return (struct gp_point){from + GP_MM(1), p->height - in - GP_MM(4)};
}

void gp_gauge_ladder(const struct gp_gauge *g, enum gp_edge edge, gp_len along, const char *alt)
{
	struct drawing d = start(g, alt);
	unsigned i;

	step_number(&d, ladder_number(g->page, edge, along));
	for (i = 1; i <= RUNGS; i++)
		rung(&d, edge, i, along + (gp_len)(i - 1) * GP_MM(3.4));
}

/* --- how to read them ---------------------------------------------------------------------- */

/* A pair of lines, the lower one off by `off`; larger than life. */
static void large_pair(const struct gp_pen *pen, struct gp_point meet, gp_len off)
{
	gp_len half = GP_MM(4), thick = GP_PT(1);

	gp_orn_bar(pen, (struct gp_point){meet.x - thick / 2, meet.y - half}, half, thick, GP_INK);
	gp_orn_bar(pen, (struct gp_point){meet.x + off - thick / 2, meet.y}, half, thick, GP_INK);
}

void gp_gauge_example(const struct gp_gauge *g, struct gp_rect box)
{
	static const int off[3] = {-1, 0, 1};
	struct gp_pen pen = gp_pen_artifact(g->job, g->page, GP_ARTIFACT_LAYOUT);
	struct gp_rect sign = {0, box.y + GP_MM(12), GP_MM(4), GP_MM(4)};
	size_t i;

	for (i = 0; i < 3; i++) {
		struct gp_point meet = {
			box.x + box.w * (gp_len)(2 * i + 1) / 6, box.y + GP_MM(5.5)};

		large_pair(&pen, meet, off[i] * GP_MM(1));
		sign.x = meet.x - sign.w / 2;
		gp_orn_sign(&pen, off[i] ? GP_SIGN_WRONG : GP_SIGN_RIGHT, sign);
	}
}

static void arrow(const struct gp_pen *pen, struct gp_point from, struct gp_point to)
{
	gp_len a = GP_MM(1.2);
	bool lying = from.y == to.y;
	const struct gp_point tip[3] = {to,
		{to.x - (lying ? 2 * a : a), to.y - (lying ? a : 2 * a)},
		{to.x - (lying ? 2 * a : -a), to.y + (lying ? a : -2 * a)}};
	struct gp_polygon head = {.p = tip, .n = 3, .fill = true, .fill_colour = GP_BRAND};

	gp_orn_line(pen, from, (struct gp_point){to.x - (lying ? a : 0), to.y - (lying ? 0 : a)},
		GP_PT(1.25), GP_BRAND);
	gp_orn_polygon(pen, &head);
}

void gp_gauge_fold(const struct gp_gauge *g, enum gp_gauge_axis axis, struct gp_rect box)
{
	struct gp_pen pen = gp_pen_artifact(g->job, g->page, GP_ARTIFACT_LAYOUT);
	struct gp_point middle = {box.x + box.w / 2, box.y + box.h / 2}, from = middle, to = middle;
	struct gp_rect half = box;
	gp_len dash = GP_MM(0.8), at;

	if (axis == GP_GAUGE_X)
		half.w = box.w / 2;
	else
		half.h = box.h / 2;
	gp_orn_fill(&pen, half, GP_TINT_BRAND);
	gp_orn_frame(&pen, box, GP_PT(0.75), GP_INK);
	for (at = 0; at + dash < (axis == GP_GAUGE_X ? box.h : box.w); at += 2 * dash) {
		if (axis == GP_GAUGE_X)
			gp_orn_bar(&pen, (struct gp_point){middle.x, box.y + at}, dash, GP_PT(0.5),
				GP_INK);
		else
			gp_orn_rule(&pen, (struct gp_point){box.x + at, middle.y}, dash, GP_PT(0.5),
				GP_INK);
	}
	if (axis == GP_GAUGE_X) {
		from.x -= box.w * 3 / 10;
		to.x += box.w * 3 / 10;
	} else {
		from.y -= box.h * 3 / 10;
		to.y += box.h * 3 / 10;
	}
	arrow(&pen, from, to);
}
