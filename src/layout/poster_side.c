/*
 * The sidebar: units under a rule, spread evenly from the top of the field to its foot.
 */
#include "layout/poster.h"

#include "layout/galley.h"
#include "layout/pressure.h"

/* Share of the field's height a map takes, and the least it may come down to; in thousandths. */
enum { MAP_SHARE = 385, MAP_LEAST = 290 };

/* How much larger things become where there is room to spare; in thousandths. */
enum { STOP_MOST = 1500, SCALE_MOST = 1500, DAYS_MOST = 1300 };

/* A unit, measured and ready. */
struct unit {
	const struct gp_side_unit *u;
	struct gp_set title;
	struct gp_set *lines; /* stop lines, or the one text line */
	size_t n_lines;
	gp_len height;
	const struct gp_rect *cell; /* of the cards, where it stands; NULL: in the column */
	unsigned scale;             /* of all that is in a stop box, in thousandths */
	gp_len gives, takes;        /* how much lower or higher the column may make it */
	gp_tag tag;
};

/* Rule and title, which may take two lines, to where the unit itself begins. */
static gp_len head_height(const struct gp_poster_frame *f, const struct unit *u)
{
	return gp_poster_u(f, f->job->style->poster.side_rule) + u->title.height +
	       gp_poster_u(f, GP_MM(1.5));
}

static void set_title(struct gp_poster_frame *f, struct unit *u)
{
	struct gp_set_style style = gp_poster_style(f,
		u->u->kind == GP_SIDE_STOP ? GP_ROLE_POSTER_STOP_TITLE : GP_ROLE_POSTER_SIDE_HEAD,
		u->scale);

	if (u->u->kind == GP_SIDE_STOP) {
		style.has_colour = true;
		style.colour = GP_SIGNAL_TEXT;
	}
	if (u->u->kind != GP_SIDE_STOP)
		gp_poster_note(f, GP_POSTER_SIDE_HEAD, &style);
	u->title = gp_set(f->job, &u->u->title, &style, f->side.w,
		gp_doc_tag(f->job->doc, GP_TAG_H2, u->tag));
}

/* --- stop box ------------------------------------------------------------------------------- */

/* A length of the stop box, which grows with its words. */
static gp_len stop_len(const struct gp_poster_frame *f, const struct unit *u, gp_len master)
{
	return gp_len_scale(gp_poster_u(f, master), u->scale, 1000);
}

static gp_len stop_indent(const struct gp_poster_frame *f, const struct unit *u)
{
	return stop_len(f, u, f->job->style->poster.stop_bullet) * 2;
}

static gp_len stop_pad(const struct gp_poster_frame *f, const struct unit *u)
{
	const struct gp_poster_style *p = &f->job->style->poster;

	return stop_len(f, u, p->stop_pad) + stop_len(f, u, p->stop_frame);
}

static gp_len stop_height(const struct gp_poster_frame *f, const struct unit *u, gp_len lead)
{
	gp_len pad = stop_pad(f, u);

	return 2 * pad + stop_len(f, u, f->job->style->poster.stop_icon) + pad / 2 +
	       (gp_len)u->u->items.n * lead;
}

/* In a free cell the box is as large as the cell lets it be. */
static unsigned stop_scale(struct gp_poster_frame *f, const struct unit *u)
{
	struct gp_set_style style = gp_poster_style(f, GP_ROLE_POSTER_STOP_LINE, 1000);
	gp_len widest = 1;
	int64_t scale, high;
	size_t i;

	if (!u->cell)
		return 1000;
	for (i = 0; i < u->u->items.n; i++)
		widest = gp_len_max(widest,
			gp_set(f->job, &u->u->items.r[i], &style, GP_LEN_MAX / 4, -1).width);
	widest += 2 * stop_pad(f, u) + stop_indent(f, u);
	scale = (int64_t)u->cell->w * 1000 / widest - 1; /* less what rounding adds */
	high = (int64_t)u->cell->h * 1000 / stop_height(f, u, style.lead);
	scale = high < scale ? high : scale;
	if (scale > STOP_MOST)
		return STOP_MOST;
	return scale < 1000 ? 1000 : (unsigned)scale;
}

static void measure_stop(struct gp_poster_frame *f, struct unit *u)
{
	struct gp_set_style style = gp_poster_style(f, GP_ROLE_POSTER_STOP_LINE, u->scale);
	gp_len room = (u->cell ? u->cell->w : f->side.w) - 2 * stop_pad(f, u) - stop_indent(f, u);
	gp_tag list = gp_doc_tag(f->job->doc, GP_TAG_L, u->tag), li;
	size_t i;

	gp_poster_note(f, GP_POSTER_STOP_LINE, &style);
	f->job->doc->tags[list].numbering = GP_NUMBERING_SQUARE;
	u->n_lines = u->u->items.n;
	u->lines = GP_ARRAY(f->job->arena, u->n_lines, struct gp_set);
	for (i = 0; i < u->n_lines; i++) {
		li = gp_doc_tag(f->job->doc, GP_TAG_LI, list);
		u->lines[i] = gp_set(f->job, &u->u->items.r[i], &style, GP_LEN_MAX / 4,
			gp_doc_tag(f->job->doc, GP_TAG_LBODY, li));
		if (u->lines[i].width > room)
			gp_report(f->job->diag, GP_MSG_LAYOUT_POSTER_STOP, u->u->items.r[i].place);
	}
	u->height = stop_height(f, u, style.lead);
}

/* How far over the baseline a square begins, for its middle to be that of small letters. */
static gp_len stop_bullet_up(const struct gp_poster_frame *f, const struct unit *u, gp_len dot)
{
	const struct gp_type *t = &f->job->style->type[GP_ROLE_POSTER_STOP_LINE];
	gp_len size = gp_poster_style(f, GP_ROLE_POSTER_STOP_LINE, u->scale).size;

	return (gp_font_ex(f->job->fonts, f->job->face[t->face], size) + dot) / 2;
}

static void draw_stop(struct gp_poster_frame *f, const struct unit *u, struct gp_rect box)
{
	struct gp_job *job = f->job;
	const struct gp_poster_style *p = &job->style->poster;
	struct gp_pen pen = gp_pen_artifact(job, f->page, GP_ARTIFACT_LAYOUT);
	gp_len frame = stop_len(f, u, p->stop_frame), pad = stop_pad(f, u);
	gp_len icon = stop_len(f, u, p->stop_icon), dot = stop_len(f, u, p->stop_bullet) * 9 / 10;
	gp_len x = box.x + pad, y = box.y + pad, up = stop_bullet_up(f, u, dot);
	size_t i;

	gp_orn_frame(&pen, box, frame, GP_SIGNAL);
	gp_orn_icon(&pen, GP_STOP, (struct gp_rect){x, y, icon, icon});
	gp_set_draw_all(job, f->page, &u->title,
		(struct gp_point){x + icon + pad / 2, y + (icon - u->title.lead) / 2});
	y += icon + pad / 2;
	for (i = 0; i < u->n_lines; i++) {
		gp_orn_rule(&pen, (struct gp_point){x, y + u->lines[i].baseline - up}, dot, dot,
			GP_SIGNAL);
		gp_set_draw_all(
			job, f->page, &u->lines[i], (struct gp_point){x + stop_indent(f, u), y});
		y += u->lines[i].lead;
	}
}

/* --- where to roll --------------------------------------------------------------------------- */

/* No higher than its picture needs. */
static void measure_map(struct gp_poster_frame *f, struct unit *u)
{
	gp_len share = gp_len_scale(f->field.h, MAP_SHARE, 1000), head = head_height(f, u);

	u->height = gp_len_min(share, head + gp_poster_map_fit(f, &u->u->image, share - head).h);
	u->gives = gp_len_max(0, u->height - gp_len_scale(f->field.h, MAP_LEAST, 1000));
}

static void draw_map(struct gp_poster_frame *f, const struct unit *u, struct gp_rect box)
{
	gp_len head = head_height(f, u);

	box.y += head;
	box.h -= head;
	gp_poster_draw_map(f, &u->u->image, box, u->tag);
}

/* --- tick your days ----------------------------------------------------------------------------
 */

static gp_len days_row(const struct gp_poster_frame *f)
{
	return gp_poster_u(f, f->job->style->poster.day_pitch);
}

static const char *days_alt(struct gp_job *job)
{
	const struct gp_facts *x = &job->guide->facts;
	struct gp_arena *a = job->arena;

	return gp_words_fill(a, job->guide->words.tick_days_alt, "weeks",
		gp_arena_printf(a, "%u", x->weeks), "low", gp_arena_printf(a, "%u", x->days[0]),
		"high", gp_arena_printf(a, "%u", x->days[1]), (char *)NULL);
}

/* A ring a day: solid ones are the least, dashed ones a bonus. */
static void draw_days(struct gp_poster_frame *f, const struct unit *u, struct gp_rect box)
{
	struct gp_job *job = f->job;
	const struct gp_facts *facts = &job->guide->facts;
	gp_tag fig = gp_doc_tag(job->doc, GP_TAG_FIGURE, u->tag);
	struct gp_pen pen = gp_pen_content(job, f->page, fig);
	struct gp_set_style style = gp_poster_style(f, GP_ROLE_POSTER_MAP, 1000);
	gp_len y = box.y + head_height(f, u);
	gp_len row = (box.y + box.h - y) / (gp_len)facts->weeks, pitch, room, x;
	gp_len r = gp_len_scale(gp_poster_u(f, job->style->poster.day_ring) / 2, row, days_row(f));
	gp_len thick = r * 14 / 100;
	unsigned w, d;

	job->doc->tags[fig].alt = days_alt(job);
	style.strong = true;
	for (w = 0; w < facts->weeks; w++, y += row) {
		struct gp_set set = gp_set_plain(job,
			gp_words_fill(job->arena, job->guide->words.week_short, "n",
				gp_arena_printf(job->arena, "%u", w + 1), (char *)NULL),
			&style, f->side.w, fig);

		room = f->side.w - set.width - gp_poster_u(f, GP_MM(3));
		pitch = gp_len_min(row, room / (gp_len)facts->days[1]);
		r = gp_len_min(r, pitch * 45 / 100);
		x = box.x + f->side.w - (gp_len)facts->days[1] * pitch + pitch / 2;
		gp_set_draw_all(
			job, f->page, &set, (struct gp_point){box.x, y + (row - set.lead) / 2});
		for (d = 0; d < facts->days[1]; d++, x += pitch) {
			struct gp_point c = {x, y + row / 2};

			if (d < facts->days[0])
				gp_orn_ring(&pen, c, r, thick, GP_INK);
			else
				gp_orn_dashed_ring(&pen, c, r, thick, GP_INK);
		}
	}
}

/* --- the column ----------------------------------------------------------------------------------
 */

static gp_len under_scale(const struct gp_poster_frame *f, const struct unit *u)
{
	return u->n_lines ? gp_poster_u(f, GP_MM(1)) + u->lines->height : 0;
}

static void draw_pressure(struct gp_poster_frame *f, const struct unit *u, struct gp_rect box)
{
	struct gp_set_style s = gp_poster_style(f, GP_ROLE_POSTER_SCALE, 1000);
	struct gp_pressure_look look = {.words = true,
		.figure = GP_ROLE_POSTER_SCALE,
		.has_size = true,
		.size = s.size,
		.lead = s.lead};
	gp_len head = head_height(f, u), under = under_scale(f, u);
	struct gp_rect scale = {box.x, box.y + head, f->side.w, box.h - head - under};

	gp_pressure_draw(f->job, f->page, scale, &look, u->tag);
	if (u->n_lines)
		gp_set_draw_all(f->job, f->page, &u->lines[0],
			(struct gp_point){box.x, box.y + box.h - u->lines->height});
}

static void measure_pressure(struct gp_poster_frame *f, struct unit *u)
{
	struct gp_set_style text = gp_poster_style(f, GP_ROLE_POSTER_STOP_LINE, 1000);
	gp_len scale = gp_poster_u(f, f->job->style->poster.scale_height);

	if (u->u->text.n) {
		u->lines = GP_NEW(f->job->arena, struct gp_set);
		*u->lines = gp_set(f->job, &u->u->text, &text, f->side.w,
			gp_doc_tag(f->job->doc, GP_TAG_P, u->tag));
		u->n_lines = 1;
	}
	u->height = head_height(f, u) + scale + under_scale(f, u);
	u->takes = gp_len_scale(scale, SCALE_MOST - 1000, 1000);
}

static void measure(struct gp_poster_frame *f, struct unit *u)
{
	gp_len days = (gp_len)f->job->guide->facts.weeks * days_row(f);

	f->job->place = u->u->place;
	u->tag = gp_doc_tag(f->job->doc, GP_TAG_SECT, f->sect);
	u->scale = 1000;
	if (u->u->kind == GP_SIDE_STOP)
		u->scale = stop_scale(f, u);
	set_title(f, u);
	switch (u->u->kind) {
	case GP_SIDE_MAP:
		measure_map(f, u);
		return;
	case GP_SIDE_PRESSURE:
		measure_pressure(f, u);
		return;
	case GP_SIDE_STOP:
		measure_stop(f, u);
		return;
	case GP_SIDE_DAYS:
		u->height = head_height(f, u) + days;
		u->takes = gp_len_scale(days, DAYS_MOST - 1000, 1000);
		return;
	}
}

static void draw_head(struct gp_poster_frame *f, const struct unit *u, struct gp_rect box)
{
	struct gp_pen pen = gp_pen_artifact(f->job, f->page, GP_ARTIFACT_LAYOUT);
	gp_len rule = gp_poster_u(f, f->job->style->poster.side_rule);

	gp_orn_rule(&pen, (struct gp_point){box.x, box.y}, f->side.w, rule, GP_INK);
	gp_set_draw_all(f->job, f->page, &u->title, (struct gp_point){box.x, box.y + rule});
}

static void draw_unit(struct gp_poster_frame *f, const struct unit *u, struct gp_rect box)
{
	f->job->block++;
	f->job->place = u->u->place;
	if (u->u->kind == GP_SIDE_STOP) {
		draw_stop(f, u, box);
		return;
	}
	draw_head(f, u, box);
	if (u->u->kind == GP_SIDE_MAP)
		draw_map(f, u, box);
	if (u->u->kind == GP_SIDE_PRESSURE)
		draw_pressure(f, u, box);
	if (u->u->kind == GP_SIDE_DAYS)
		draw_days(f, u, box);
}

/* White between the units, as it is shared out; less than nothing when they are too high. */
static gp_len white_between(const struct gp_poster_frame *f, const struct unit *units, size_t n)
{
	gp_len sum = 0;
	size_t i, standing = 0;

	for (i = 0; i < n; i++) {
		sum += units[i].cell ? 0 : units[i].height;
		standing += !units[i].cell;
	}
	return standing > 1 ? (f->side.h - sum) / (gp_len)(standing - 1) : f->side.h - sum;
}

/*
 * When the column is too full, maps give way as far as they can; then the highest of the other
 * units is named.
 */
static gp_len make_room(struct gp_poster_frame *f, struct unit *units, size_t n)
{
	gp_len least = gp_poster_u(f, GP_MM(2)), white = white_between(f, units, n), want;
	size_t i, worst = 0;

	for (i = 0; i < n && white < least; i++) {
		want = gp_len_min(units[i].gives, (least - white) * (gp_len)n);
		units[i].height -= want;
		white = white_between(f, units, n);
	}
	if (white >= least || n < 2)
		return white;
	for (i = 0; i < n; i++) {
		if (!units[i].cell && !units[i].gives &&
			(units[worst].gives || units[worst].cell ||
				units[i].height > units[worst].height))
			worst = i;
	}
	gp_report(f->job->diag, GP_MSG_LAYOUT_POSTER_SIDE, units[worst].u->place);
	return white;
}

/* Where white is to spare, scales and rows of rings grow before the gaps do. */
static gp_len use_room(struct gp_poster_frame *f, struct unit *units, size_t n, gp_len white)
{
	gp_len spare = (white - gp_poster_u(f, GP_MM(12))) * (gp_len)(n - 1), takes = 0;
	size_t i;

	for (i = 0; i < n; i++)
		takes += units[i].takes;
	if (spare <= 0 || takes == 0)
		return white;
	for (i = 0; i < n; i++)
		units[i].height += gp_len_scale(units[i].takes, gp_len_min(spare, takes), takes);
	return white_between(f, units, n);
}

void gp_poster_draw_side(struct gp_poster_frame *f, const struct gp_rect *free_cell)
{
	const struct gp_poster *p = &f->job->guide->poster;
	struct unit *units = GP_ARRAY(f->job->arena, p->n_side, struct unit);
	gp_len gap, y = f->side.y;
	size_t i;

	for (i = 0; i < p->n_side; i++) {
		units[i].u = &p->side[i];
		units[i].cell = p->side[i].kind == GP_SIDE_STOP ? free_cell : NULL;
		measure(f, &units[i]);
	}
	gap = use_room(f, units, p->n_side, make_room(f, units, p->n_side));
	for (i = 0; i < p->n_side; i++) {
		struct gp_rect box = {f->side.x, y, f->side.w, units[i].height};

		if (units[i].cell)
			box = *units[i].cell;
		else
			y += units[i].height + gap;
		box.h = units[i].height;
		draw_unit(f, &units[i], box);
	}
}
