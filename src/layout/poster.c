/*
 * Header, footer and frame of the poster.
 */
#include "layout/poster.h"

#include "layout/layout.h"

#include <string.h>

gp_len gp_poster_u(const struct gp_poster_frame *f, gp_len master)
{
	return gp_len_scale(master, f->num, f->den);
}

struct gp_set_style gp_poster_style(
	const struct gp_poster_frame *f, enum gp_role role, unsigned permille)
{
	const struct gp_type *t = &f->job->style->type[role];
	struct gp_set_style style = gp_set_role(role);

	style.has_size = true;
	style.size = gp_len_scale(gp_poster_u(f, t->size), permille, 1000);
	style.lead = gp_len_scale(gp_poster_u(f, t->lead), permille, 1000);
	return style;
}

void gp_poster_note(
	struct gp_poster_frame *f, enum gp_poster_element element, const struct gp_set_style *style)
{
	f->job->poster[element] =
		(struct gp_type_size){gp_set_font(f->job, style->role), style->size};
}

/* --- title ------------------------------------------------------------------------------ */

/* Ink of one line as if its pen started at 0,0; side bearings of the ends count out. */
static struct gp_rect line_ink(struct gp_job *job, const struct gp_line *line)
{
	struct gp_rect box = {0, 0, 0, 0}, r;
	size_t i, k;
	gp_len pen;

	for (i = 0; i < line->n; i++) {
		const struct gp_piece *p = &line->pieces[i];

		pen = p->x;
		for (k = 0; k < p->n; k++) {
			r = gp_font_ink(
				job->fonts, p->run->style.font, p->g[k].id, p->run->style.size);
			if (!gp_rect_is_empty(r)) {
				r.x += pen + p->g[k].x;
				r.y += p->g[k].y;
				box = gp_rect_union(box, r);
			}
			pen += p->g[k].advance;
		}
	}
	return box;
}

static struct gp_rect widest_ink(struct gp_job *job, const struct gp_set *set)
{
	struct gp_rect best = {0, 0, 0, 0}, r;
	size_t i;

	for (i = 0; i < set->para.n; i++) {
		r = line_ink(job, &set->para.lines[i]);
		if (r.w > best.w)
			best = r;
	}
	return best;
}

/*
 * Width of the longest stretch of a set line that must stay in one piece: between spaces, hyphens
 * and soft hyphens.  A soft hyphen shows when a line ends there; half an em is room enough for it.
 */
static gp_len widest_word(const struct gp_line *line)
{
	gp_len most = 0, width = 0;
	size_t i, k;

	for (i = 0; i < line->n; i++) {
		const struct gp_piece *p = &line->pieces[i];

		for (k = 0; k < p->n; k++) {
			const char *c = p->run->text + p->g[k].from;

			/* soft hyphens have no glyph */
			if (p->g[k].from >= 2 && memcmp(c - 2, "\xc2\xad", 2) == 0) {
				most = gp_len_max(most, width + p->run->style.size / 2);
				width = 0;
			}
			if (*c != ' ')
				width += p->g[k].advance;
			most = gp_len_max(most, width);
			if (*c == ' ' || *c == '-')
				width = 0;
		}
	}
	return most;
}

/*
 * The title in at most `lines` lines of about equal length, at a trial size.  No trial is narrower
 * than the longest word, which would be cut.
 */
static struct gp_set try_title(struct gp_poster_frame *f, gp_len size, size_t lines, gp_tag tag)
{
	struct gp_set_style style = gp_poster_style(f, GP_ROLE_POSTER_TITLE, 1000);
	const struct gp_rich *title = &f->job->guide->poster.title;
	gp_len whole, measure;
	struct gp_set set;

	style.size = style.lead = size;
	style.balanced = true;
	set = gp_set(f->job, title, &style, GP_LEN_MAX / 4, lines == 1 ? tag : -1);
	if (lines == 1 || set.para.n == 0)
		return set;
	whole = set.width;
	measure = gp_len_max(whole / 2, widest_word(&set.para.lines[0]));
	for (; measure < whole; measure += whole / 50 + 1) {
		set = gp_set(f->job, title, &style, measure, -1);
		if (set.para.n <= lines)
			break;
	}
	return gp_set(f->job, title, &style, gp_len_min(measure, whole), tag);
}

/* Size at which the widest line's ink fills the width, within the largest size. */
static gp_len title_size(struct gp_poster_frame *f, size_t lines)
{
	const struct gp_poster_style *p = &f->job->style->poster;
	gp_len trial = GP_PT(100);
	struct gp_set set = try_title(f, trial, lines, -1);
	gp_len ink = widest_ink(f->job, &set).w;

	if (ink <= 0)
		return gp_poster_u(f, p->title_max);
	/* a hair less, so that rounding of glyph advances cannot pass the margin */
	return gp_len_min(gp_poster_u(f, p->title_max), gp_len_scale(trial, f->ink.w - 50, ink));
}

/* Draw the title from the top of the ink box; returns its last baseline, and where its ink ends. */
static gp_len draw_title(struct gp_poster_frame *f, gp_len *foot)
{
	struct gp_job *job = f->job;
	int font = gp_set_font(job, GP_ROLE_POSTER_TITLE);
	gp_len size = title_size(f, 1), y = f->ink.y, up = 0;
	size_t lines = 1, i;
	struct gp_set set;
	struct gp_rect ink = {0, 0, 0, 0};

	if (gp_font_cap(job->fonts, font, size) <
		gp_poster_u(f, job->style->poster.title_min_cap)) {
		lines = 2;
		size = title_size(f, 2);
	}
	set = try_title(f, size, lines, gp_doc_tag(job->doc, GP_TAG_H1, f->sect));
	f->title_lines = set.para.n;
	job->poster[GP_POSTER_TITLE] = (struct gp_type_size){font, size};
	for (i = 0; i < set.para.n; i++) {
		ink = line_ink(job, &set.para.lines[i]);
		if (i == 0)
			up = -ink.y;
		gp_set_draw(job, f->page, &set,
			(struct gp_point){
				f->ink.x - ink.x, y + up - set.baseline + (gp_len)i * set.lead},
			i, 1);
	}
	y += up + (gp_len)(set.para.n ? set.para.n - 1 : 0) * set.lead;
	*foot = y + ink.y + ink.h;
	return y;
}

/* --- subtitle ---------------------------------------------------------------------------- */

static unsigned subtitle_scale(struct gp_poster_frame *f)
{
	const struct gp_poster *p = &f->job->guide->poster;
	struct gp_set_style a = gp_poster_style(f, GP_ROLE_POSTER_SUBTITLE, 1000);
	struct gp_set_style b = gp_poster_style(f, GP_ROLE_POSTER_DOSE, 1000);
	gp_len room = f->ink.w - gp_poster_u(f, f->job->style->poster.subtitle_gap);
	gp_len need = gp_set(f->job, &p->subtitle, &a, GP_LEN_MAX / 4, -1).width +
		      gp_set(f->job, &p->dose, &b, GP_LEN_MAX / 4, -1).width;

	if (need <= room)
		return 1000;
	return room > 0 ? (unsigned)((int64_t)room * 1000 / need) : 0;
}

/* Subtitle left and dose right on one baseline, or under each other; returns the last baseline. */
static gp_len draw_subtitle(struct gp_poster_frame *f, gp_len base)
{
	const struct gp_poster *p = &f->job->guide->poster;
	unsigned scale = subtitle_scale(f);
	bool two = scale < 850;
	struct gp_set_style a = gp_poster_style(f, GP_ROLE_POSTER_SUBTITLE, two ? 1000 : scale);
	struct gp_set_style b = gp_poster_style(f, GP_ROLE_POSTER_DOSE, two ? 1000 : scale);
	struct gp_set left, right;

	b.has_colour = true;
	b.colour = GP_BRAND;
	left = gp_set(
		f->job, &p->subtitle, &a, f->ink.w, gp_doc_tag(f->job->doc, GP_TAG_P, f->sect));
	right = gp_set(f->job, &p->dose, &b, f->ink.w, gp_doc_tag(f->job->doc, GP_TAG_P, f->sect));
	gp_set_draw_all(f->job, f->page, &left, (struct gp_point){f->ink.x, base - left.baseline});
	if (two)
		base += left.height;
	gp_set_draw_all(f->job, f->page, &right,
		(struct gp_point){
			two ? f->ink.x : f->ink.x + f->ink.w - right.width, base - right.baseline});
	return base;
}

/*
 * Returns the y where the header ends: as far under its rule as words stand over it, so that the
 * rules of the sidebar do not double it.
 */
static gp_len draw_header(struct gp_poster_frame *f)
{
	const struct gp_poster_style *p = &f->job->style->poster;
	struct gp_pen pen = gp_pen_artifact(f->job, f->page, GP_ARTIFACT_LAYOUT);
	gp_len rule = gp_poster_u(f, p->rule), under = gp_poster_u(f, p->field_gap_top) * 2;
	gp_len bottom = f->ink.y + gp_poster_u(f, p->header), base = bottom - rule - 2 * under;
	struct gp_set_style sub = gp_poster_style(f, GP_ROLE_POSTER_SUBTITLE, 1000);
	gp_len foot, title = draw_title(f, &foot);

	/* the subtitle keeps its place unless the title, or a p of it, is deeper than planned */
	base = gp_len_max(base, gp_len_max(title + sub.lead, foot + sub.size));
	base = draw_subtitle(f, base);
	gp_orn_rule(&pen, (struct gp_point){f->ink.x, base + under}, f->ink.w, rule, GP_INK);
	return base + 2 * under + rule;
}

/* --- footer and frame ---------------------------------------------------------------------- */

static void draw_footer(struct gp_poster_frame *f, gp_len top)
{
	const struct gp_poster *p = &f->job->guide->poster;
	struct gp_pen pen = gp_pen_artifact(f->job, f->page, GP_ARTIFACT_LAYOUT);
	struct gp_set_style style = gp_poster_style(f, GP_ROLE_POSTER_NOTE, 1000);
	gp_len least = f->job->style->poster.note_min,
	       y = top + gp_poster_u(f, f->job->style->poster.rule) * 2;
	struct gp_set left, right;

	if (style.size < least) {
		style.lead = gp_len_scale(style.lead, least, style.size);
		style.size = least;
	}
	gp_poster_note(f, GP_POSTER_NOTE, &style);
	gp_orn_rule(&pen, (struct gp_point){f->ink.x, top}, f->ink.w, GP_PT(0.75), GP_INK);
	right = gp_set(f->job, &p->credit, &style, f->ink.w, -1);
	left = gp_set(f->job, &p->note, &style, f->ink.w - right.width - gp_poster_u(f, GP_MM(4)),
		gp_doc_tag(f->job->doc, GP_TAG_P, f->sect));
	right = gp_set(
		f->job, &p->credit, &style, f->ink.w, gp_doc_tag(f->job->doc, GP_TAG_P, f->sect));
	gp_set_draw_all(f->job, f->page, &left, (struct gp_point){f->ink.x, y});
	gp_set_draw_all(
		f->job, f->page, &right, (struct gp_point){f->ink.x + f->ink.w - right.width, y});
}

static void divide_field(struct gp_poster_frame *f, gp_len top)
{
	const struct gp_poster_style *p = &f->job->style->poster;
	gp_len bottom = f->ink.y + f->ink.h - gp_poster_u(f, p->footer) -
			gp_poster_u(f, p->field_gap_bottom);
	gp_len side = gp_poster_u(f, p->sidebar), gap = gp_poster_u(f, p->row_gap);

	f->field = (struct gp_rect){f->ink.x, top + gp_poster_u(f, p->field_gap_top), f->ink.w, 0};
	f->field.h = bottom - f->field.y;
	f->side = (struct gp_rect){f->field.x, f->field.y, side, f->field.h};
	f->cards = f->field;
	f->cards.x += side + gp_poster_u(f, p->gutter);
	f->cards.w -= side + gp_poster_u(f, p->gutter);
	f->card_w = (f->cards.w - gp_poster_u(f, p->card_gap)) / 2;
	f->rows = (f->job->guide->n_steps + 1) / 2;
	f->card_h = (f->field.h - (gp_len)(f->rows - 1) * gap) / (gp_len)f->rows;
}

static void start(struct gp_poster_frame *f, const struct gp_paper *paper)
{
	const struct gp_poster_style *p = &f->job->style->poster;
	struct gp_doc *doc = gp_doc_new(f->job->arena);
	const struct gp_meta *m = &f->job->guide->meta;
	bool wide = (int64_t)paper->width * p->height <= (int64_t)paper->height * p->width;
	gp_len margin;

	f->num = wide ? paper->width : paper->height;
	f->den = wide ? p->width : p->height;
	margin = gp_poster_u(f, p->margin);
	doc->title = gp_rich_plain(f->job->arena, &f->job->guide->poster.title);
	doc->author = m->author;
	doc->language = f->job->guide->language;
	doc->date = m->date;
	doc->subject = gp_rich_plain(f->job->arena, &f->job->guide->poster.subtitle);
	f->job->doc = doc;
	f->page = gp_doc_page(doc, paper->width, paper->height);
	f->page->number = 1;
	f->job->sheet0 = gp_doc_tag(doc, GP_TAG_SECT, 0);
	f->sect = gp_doc_tag(doc, GP_TAG_SECT, 0);
	f->ink = (struct gp_rect){
		margin, margin, paper->width - 2 * margin, paper->height - 2 * margin};
}

/* With an odd number of steps a cell is left over; the stop box moves there, level with a panel. */
static struct gp_rect free_cell(const struct gp_poster_frame *f, const struct gp_poster_fit *fit)
{
	gp_len gap = gp_poster_u(f, f->job->style->poster.row_gap);
	gp_len x = f->cards.x + f->card_w + gp_poster_u(f, f->job->style->poster.card_gap);

	return (struct gp_rect){
		x, f->cards.y + (gp_len)(f->rows - 1) * (f->card_h + gap), f->card_w, fit->panel};
}

struct gp_doc *gp_layout_poster(struct gp_job *job, const struct gp_paper *paper)
{
	struct gp_poster_frame f = {.job = job};
	struct gp_poster_fit fit;
	struct gp_rect cell;
	bool odd = job->guide->n_steps % 2 == 1;
	unsigned before = gp_diag_faults(job->diag);

	job->block = 1;
	job->last = NULL;
	job->place = job->guide->poster.place;
	memset(job->poster, 0, sizeof job->poster);
	if (job->guide->n_steps == 0) {
		gp_report(job->diag, GP_MSG_LAYOUT_NO_ROUTINE, job->guide->place);
		return NULL;
	}
	start(&f, paper);
	divide_field(&f, draw_header(&f));
	if (!gp_poster_fit_cards(&f, &fit))
		return NULL;
	cell = free_cell(&f, &fit);
	gp_poster_draw_side(&f, odd ? &cell : NULL);
	gp_poster_draw_cards(&f, &fit);
	job->place = job->guide->poster.place;
	draw_footer(&f, f.ink.y + f.ink.h - gp_poster_u(&f, job->style->poster.footer));
	return gp_diag_faults(job->diag) > before ? NULL : job->doc;
}
