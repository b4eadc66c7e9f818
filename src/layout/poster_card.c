/*
 * Step cards of the poster and the ladder that makes them fit: balanced lines, then one smaller
 * size for all heads, then a third line, then one smaller size for all lines, then an error that
 * names the card.  Never a clip, never one card alone.
 */
#include "layout/poster.h"

#include "base/utf8.h"
#include "layout/art.h"

#include <string.h>

enum {
	LEAST_HEAD = 880,
	LEAST_DPI = 200 /* what the proofs of the house ask */
};

static struct gp_rect card_box(const struct gp_poster_frame *f, size_t i)
{
	const struct gp_poster_style *p = &f->job->style->poster;
	gp_len dx = f->card_w + gp_poster_u(f, p->card_gap),
	       dy = f->card_h + gp_poster_u(f, p->row_gap);

	return (struct gp_rect){f->cards.x + (gp_len)(i % 2) * dx,
		f->cards.y + (gp_len)(i / 2) * dy, f->card_w, f->card_h};
}

static gp_len head_width(const struct gp_poster_frame *f, const struct gp_step *s)
{
	struct gp_set_style head = gp_poster_style(f, GP_ROLE_POSTER_HEAD, 1000);
	struct gp_set_style dose = gp_poster_style(f, GP_ROLE_POSTER_STEP_DOSE, 1000);

	return gp_set(f->job, &s->title, &head, GP_LEN_MAX / 4, -1).width +
	       gp_set_plain(f->job, s->dose, &dose, GP_LEN_MAX / 4, -1).width;
}

static unsigned letters(const char *s)
{
	return (unsigned)gp_utf8_count(s, strlen(s));
}

/* How many of n letters, `need` wide, go into `room`. */
static unsigned held(unsigned n, gp_len room, gp_len need)
{
	return (unsigned)((int64_t)n * room / need);
}

static void report_head(
	struct gp_poster_frame *f, const struct gp_step *s, gp_len room, gp_len need)
{
	unsigned n = letters(gp_rich_plain(f->job->arena, &s->title)) + letters(s->dose);

	gp_report(f->job->diag, GP_MSG_LAYOUT_POSTER_CARD, s->place, n,
		held(n, gp_len_scale(room, 1000, LEAST_HEAD), need));
}

static bool fit_heads(struct gp_poster_frame *f, struct gp_poster_fit *fit)
{
	const struct gp_guide *g = f->job->guide;
	gp_len room = f->card_w - gp_poster_u(f, f->job->style->poster.head_gap), need;
	bool ok = true;
	size_t i;

	fit->head = 1000;
	for (i = 0; i < g->n_steps; i++) {
		unsigned scale;

		need = head_width(f, &g->steps[i]);
		scale = need > room ? (unsigned)((int64_t)room * 1000 / need) : 1000;
		if (scale < LEAST_HEAD) {
			report_head(f, &g->steps[i], room, need);
			ok = false;
		}
		fit->head = scale < fit->head ? scale : fit->head;
	}
	return ok;
}

static struct gp_set_style line_style(const struct gp_poster_frame *f, gp_len size)
{
	struct gp_set_style style = gp_poster_style(f, GP_ROLE_POSTER_LINE, 1000);

	style.lead = gp_len_scale(style.lead, size, style.size);
	style.size = size;
	style.balanced = true;
	return style;
}

/* Lines a step takes at this size; one too wide for the card counts as many. */
static size_t lines_of(const struct gp_poster_frame *f, const struct gp_step *s, gp_len size)
{
	struct gp_set_style style = line_style(f, size);
	struct gp_set set;

	style.trial = true;
	set = gp_set(f->job, &s->line, &style, f->card_w, -1);
	return set.width > f->card_w || set.para.overfull ? 100 : set.para.n;
}

static gp_len panel_over(const struct gp_poster_frame *f, size_t lines)
{
	const struct gp_poster_style *p = &f->job->style->poster;

	return f->card_h - gp_poster_u(f, p->card_text) -
	       (lines == 3 ? gp_poster_u(f, p->card_third_line) : 0);
}

static bool has_room(const struct gp_poster_frame *f, size_t lines)
{
	return lines <= 3 &&
	       panel_over(f, lines) >= gp_poster_u(f, f->job->style->poster.panel_min);
}

/* Lines of this size: do they, and panels no lower than they may be, fill the cards? */
static bool fit_lines_at(struct gp_poster_frame *f, struct gp_poster_fit *fit, gp_len size)
{
	size_t n = 0, i, most = 0;

	for (i = 0; i < f->job->guide->n_steps; i++) {
		n = lines_of(f, &f->job->guide->steps[i], size);
		most = n > most ? n : most;
	}
	fit->line = size;
	fit->panel = panel_over(f, most);
	return has_room(f, most);
}

/* How many lines of how many letters are too many: a long word may fill one by itself. */
static void report_line(struct gp_poster_frame *f, const struct gp_step *s, gp_len size)
{
	struct gp_set_style style = line_style(f, size);
	unsigned n = letters(gp_rich_plain(f->job->arena, &s->line)), room = has_room(f, 3) ? 3 : 2;
	gp_len need = gp_set(f->job, &s->line, &style, GP_LEN_MAX / 4, -1).width;
	size_t lines = gp_set(f->job, &s->line, &style, f->card_w, -1).para.n;
	unsigned takes = lines > room ? (unsigned)lines : room + 1, each = held(n, f->card_w, need);

	if (room < 3 && f->title_lines > 1)
		gp_report(f->job->diag, GP_MSG_LAYOUT_POSTER_LINE_TITLE, s->place, takes,
			(unsigned)f->title_lines, room, each);
	else
		gp_report(f->job->diag, GP_MSG_LAYOUT_POSTER_LINE, s->place, takes, room, each);
}

static bool fit_lines(struct gp_poster_frame *f, struct gp_poster_fit *fit)
{
	const struct gp_guide *g = f->job->guide;
	gp_len full = gp_poster_style(f, GP_ROLE_POSTER_LINE, 1000).size;
	gp_len small = gp_poster_u(f, f->job->style->poster.line_small);
	size_t i;

	if (fit_lines_at(f, fit, full) || fit_lines_at(f, fit, small))
		return true;
	if (!has_room(f, 2))
		gp_report(f->job->diag, GP_MSG_LAYOUT_POSTER_TITLE, g->poster.place);
	for (i = 0; i < g->n_steps && has_room(f, 2); i++) {
		if (!has_room(f, lines_of(f, &g->steps[i], small)))
			report_line(f, &g->steps[i], small);
	}
	return false;
}

bool gp_poster_fit_cards(struct gp_poster_frame *f, struct gp_poster_fit *fit)
{
	bool heads = fit_heads(f, fit);

	return fit_lines(f, fit) && heads;
}

static void draw_panel(struct gp_poster_frame *f, struct gp_rect panel, size_t i, gp_tag li)
{
	struct gp_job *job = f->job;
	const struct gp_poster_style *p = &job->style->poster;
	struct gp_pen pen = gp_pen_artifact(job, f->page, GP_ARTIFACT_BACKGROUND);
	struct gp_set_style style = gp_poster_style(f, GP_ROLE_POSTER_NUMERAL, 1000);
	int font = gp_set_font(job, GP_ROLE_POSTER_NUMERAL);
	struct gp_set set;
	gp_len y;

	gp_poster_note(f, GP_POSTER_NUMERAL, &style);
	gp_orn_fill(&pen, panel, GP_TINT_BRAND);
	if (!gp_job_fills(job, GP_TINT_BRAND))
		gp_orn_frame(&pen, panel, GP_PT(1), GP_G50);
	set = gp_set_plain(job, gp_arena_printf(job->arena, "%zu", i + 1), &style, GP_LEN_MAX / 4,
		gp_doc_tag(job->doc, GP_TAG_LBL, li));
	y = panel.y + gp_poster_u(f, p->numeral_top) + gp_font_cap(job->fonts, font, style.size) -
	    set.baseline;
	gp_set_draw_all(job, f->page, &set,
		(struct gp_point){panel.x + gp_poster_u(f, p->numeral_left), y});
}

/* How much of the canvas no wide picture draws on, on the left; in ten thousandths. */
static int32_t free_canvas(struct gp_job *job)
{
	int32_t least = 10000, ink;
	size_t i;

	for (i = 0; i < job->guide->n_steps; i++) {
		const struct gp_image *im = &job->guide->steps[i].wide;
		int number = im->id ? gp_gallery_add(job, im) : -1;
		const struct gp_picture *p = number < 0 ? NULL : job->gallery->pictures[number];

		if (!p)
			return 0;
		ink = (int32_t)((int64_t)p->ink.x0 * 10000 / p->width);
		least = ink < least ? ink : least;
	}
	return least;
}

/*
 * A picture in a panel.  The canvas of a wide one keeps the left quarter free for the numeral, so
 * it stands flush right at one scale in all panels.  The free part, on the right in the mirror,
 * counts as nothing; what is drawn stays clear of the numeral even when the canvas keeps less free.
 */
static struct gp_art fit_picture(
	const struct gp_poster_frame *f, struct gp_image *im, gp_len panel, int32_t unused)
{
	const struct gp_poster_style *p = &f->job->style->poster;
	gp_len room = f->card_w - gp_poster_u(f, p->picture_right), width;
	gp_len height = panel - 2 * gp_poster_u(f, p->picture_inset);
	struct gp_art whole = gp_art_fit(f->job, im, room, height, 0, GP_FIT_CANVAS), art;

	if (im->crop[0] < unused)
		im->crop[0] = unused;
	width = gp_len_scale(whole.canvas.w, im->crop[2] - im->crop[0], 10000);
	width = gp_len_min(width, room - gp_poster_u(f, p->picture_left));
	art = gp_art_fit(f->job, im, width, height, 0, GP_FIT_CANVAS);
	art.clipped = whole.clipped;
	return art;
}

static bool is_sharp(const struct gp_job *job, const struct gp_art *art)
{
	const struct gp_picture *p = art->picture < 0 ? NULL : job->gallery->pictures[art->picture];

	return p && (int64_t)p->width * 72000 >= (int64_t)art->canvas.w * LEAST_DPI;
}

/*
 * Low panels are filled best by the wide pictures; high ones, where there are few steps, by those
 * of the booklet, if these cover a good deal more over all steps and have the pixels for it.
 */
static bool choose_wide(const struct gp_poster_frame *f, gp_len panel)
{
	const struct gp_guide *g = f->job->guide;
	int64_t wide = 0, plain = 0;
	size_t i;

	for (i = 0; i < g->n_steps; i++) {
		struct gp_image a = g->steps[i].image, b = g->steps[i].wide;
		struct gp_art art;

		if (!b.id)
			continue;
		art = fit_picture(f, &b, panel, f->free_canvas);
		/* as high as the panel: the others are not even looked at, which takes time */
		if (art.h * 10 >= panel * 8)
			return true;
		wide += (int64_t)art.w * art.h;
		art = fit_picture(f, &a, panel, 0);
		if (!is_sharp(f->job, &art))
			return true;
		plain += (int64_t)art.w * art.h;
	}
	return plain <= wide * 5 / 4;
}

static void draw_picture(
	struct gp_poster_frame *f, struct gp_rect panel, const struct gp_step *s, gp_tag body)
{
	bool wide = f->wide && s->wide.id;
	struct gp_image im = wide ? s->wide : s->image;
	struct gp_art art = fit_picture(f, &im, panel.h, wide ? f->free_canvas : 0);
	gp_len right = panel.x + panel.w - gp_poster_u(f, f->job->style->poster.picture_right);
	struct gp_point at = {right - art.w, panel.y + (panel.h - art.h) / 2};

	gp_art_draw(f->job, f->page, &art, at, gp_art_tag(f->job, &im, body));
}

static void draw_words(struct gp_poster_frame *f, const struct gp_poster_fit *fit,
	const struct gp_step *s, struct gp_rect box, gp_tag body)
{
	struct gp_job *job = f->job;
	struct gp_set_style head = gp_poster_style(f, GP_ROLE_POSTER_HEAD, fit->head);
	struct gp_set_style dose = gp_poster_style(f, GP_ROLE_POSTER_STEP_DOSE, fit->head);
	struct gp_set_style line = line_style(f, fit->line);
	struct gp_set a, b, c;

	gp_poster_note(f, GP_POSTER_HEAD, &head);
	gp_poster_note(f, GP_POSTER_DOSE, &dose);
	gp_poster_note(f, GP_POSTER_LINE, &line);
	dose.has_colour = true;
	dose.colour = GP_BRAND;
	a = gp_set(job, &s->title, &head, GP_LEN_MAX / 4, gp_doc_tag(job->doc, GP_TAG_H2, body));
	b = gp_set_plain(job, s->dose, &dose, GP_LEN_MAX / 4, gp_doc_tag(job->doc, GP_TAG_P, body));
	c = gp_set(job, &s->line, &line, f->card_w, gp_doc_tag(job->doc, GP_TAG_P, body));
	gp_set_draw_all(job, f->page, &a, (struct gp_point){box.x, box.y});
	gp_set_draw_all(job, f->page, &b,
		(struct gp_point){box.x + box.w - b.width, box.y + a.baseline - b.baseline});
	gp_set_draw_all(job, f->page, &c, (struct gp_point){box.x, box.y + a.lead});
}

void gp_poster_draw_cards(struct gp_poster_frame *f, const struct gp_poster_fit *fit)
{
	struct gp_job *job = f->job;
	gp_tag list = gp_doc_tag(job->doc, GP_TAG_L, f->sect), li, body;
	size_t i;

	job->doc->tags[list].numbering = GP_NUMBERING_DECIMAL;
	f->free_canvas = free_canvas(job);
	f->wide = choose_wide(f, fit->panel);
	for (i = 0; i < job->guide->n_steps; i++) {
		const struct gp_step *s = &job->guide->steps[i];
		struct gp_rect box = card_box(f, i), panel = {box.x, box.y, box.w, fit->panel};

		job->block++;
		job->place = s->place;
		li = gp_doc_tag(job->doc, GP_TAG_LI, list);
		draw_panel(f, panel, i, li);
		job->block++; /* of its own: no picture may lie on the numeral */
		body = gp_doc_tag(job->doc, GP_TAG_LBODY, li);
		box.y += fit->panel + gp_poster_u(f, GP_MM(0.6));
		draw_words(f, fit, s, box, body);
		draw_picture(f, panel, s, body);
	}
}
