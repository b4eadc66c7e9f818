/*
 * Pages onto paper: imposition and tiles with page 0 before them, and print shop marks.
 */
#include "app/printer.h"

#include "layout/sheet0.h"
#include "press/impose.h"
#include "press/marks.h"
#include "press/replay.h"
#include "press/tile.h"

#include <ctype.h>
#include <string.h>

/* What the press needs to write words in the guide's language. */
static const char *press_word(const void *user, enum gp_press_word word,
	const struct gp_press_fields *f, struct gp_arena *a)
{
	const struct gp_words *w = user;
	const char *n = gp_arena_printf(a, "%u", f->sheet);

	switch (word) {
	case GP_PRESS_SLUG:
		return gp_words_fill(a, f->back ? w->sheet_back : w->sheet_front, "n", n, "a",
			f->left, "b", f->right, (char *)NULL);
	case GP_PRESS_SIDE:
		return gp_words_fill(a, f->back ? w->sheet_back_short : w->sheet_front_short, "n",
			n, (char *)NULL);
	case GP_PRESS_GLUE:
		return gp_words_fill(a, w->glue_here, "name", f->name, (char *)NULL);
	case GP_PRESS_CUT:
		return w->cut_here;
	}
	return NULL;
}

static struct gp_shape_style shape_of(const struct gp_task *r, enum gp_role role, gp_len size)
{
	const struct gp_type *t = &r->style->type[role];

	return (struct gp_shape_style){.font = r->job.face[t->face],
		.size = size ? size : t->size,
		.lang = r->guide->language};
}

static struct gp_press_look look_of(struct gp_task *r)
{
	const struct gp_job *job = &r->job;

	return (struct gp_press_look){
		.fonts = r->fonts,
		.text = shape_of(r, GP_ROLE_SLUG, 0),
		.strong = shape_of(r, GP_ROLE_TABLE_HEAD, r->style->type[GP_ROLE_SLUG].size),
		.name = shape_of(r, GP_ROLE_STEP_TITLE, GP_PT(11)),
		.ink = gp_job_colour(job, GP_INK),
		.slug = gp_job_colour(job, GP_G70),
		.cut = gp_job_colour(job, GP_SIGNAL),
		.glue = gp_job_colour(job, GP_BRAND),
		.paper = gp_job_colour(job, GP_PAPER),
		.word = press_word,
		.user = &r->guide->words,
	};
}

/* Marks and tiles keep out of the margin of the printer, when it is known. */
static struct gp_press_lengths lengths_of(const struct gp_task *r, const struct gp_paper *paper)
{
	struct gp_press_lengths l = gp_press_lengths_usual();
	const struct gp_press_style *s = &r->style->press;

	l.printer_margin = s->printer_margin;
	if (r->passport && paper)
		l.printer_margin = gp_len_max(l.printer_margin,
			gp_len_max(gp_passport_margin(r->passport, paper->width, paper->height),
				gp_passport_margin(r->passport, paper->height, paper->width)));
	l.cut_strip = s->cut_strip;
	l.glue_strip = s->glue_strip;
	l.fold_tick = s->fold_tick;
	l.bleed = s->bleed;
	l.crop_mark = s->crop_mark;
	return l;
}

const char *gp_stage_paper_words(struct gp_task *r, const char *name)
{
	char *s = gp_arena_str(r->arena, name);

	s[0] = (char)toupper((unsigned char)s[0]);
	return s;
}

static const struct gp_paper *paper_named(struct gp_task *r, const char *name)
{
	const struct gp_paper *paper = gp_style_paper(r->style, name);

	if (!paper)
		gp_report(r->diag, GP_MSG_UNKNOWN_PAPER, GP_NOWHERE, name);
	return paper;
}

/* Draw the miniatures of page 0 and what lies over them. */
static void fill_sheet0(struct gp_task *r, const struct gp_sheet0 *s, struct gp_rect part)
{
	const struct gp_doc *doc = r->job.doc;
	struct gp_replay replay = {.glyph_ink = gp_replay_ink, .fonts = r->fonts};
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct gp_miniature *m = &s->miniatures[i];
		const struct gp_page *from = doc->pages[m->page];
		struct gp_rect seen = gp_rect_is_empty(part)
					      ? (struct gp_rect){0, 0, from->width, from->height}
					      : part;

		replay.placing = (struct gp_placing){.num = m->box.w, .den = seen.w};
		replay.placing.dx = m->box.x - gp_len_scale(seen.x, m->box.w, seen.w);
		replay.placing.dy = m->box.y - gp_len_scale(seen.y, m->box.w, seen.w);
		replay.see = m->box;
		gp_replay_page(from, &replay, s->page);
	}
	if (s->over)
		gp_fragment_place(s->page, s->over, (struct gp_point){0, 0}, false);
}

/* --- booklet ------------------------------------------------------------------------------- */

struct sheets {
	size_t n;
	unsigned signature;
};

/* Page indices of a sheet, page 0 counted: front left, front right, back left, back right. */
static void pages_of(const void *user, unsigned sheet, size_t pages[4])
{
	const struct sheets *s = user;
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct gp_impose_cell c = gp_impose_cell(i, s->n, s->signature);

		if (c.sheet == sheet)
			pages[2 * c.back + c.right] = i + 1;
	}
}

static const struct gp_doc *impose(struct gp_task *r, const struct gp_doc *doc)
{
	const struct gp_options *o = r->o;
	const struct gp_paper *paper = paper_named(r, o->sheet);
	struct gp_press_look look = look_of(r);
	struct gp_impose how = {.sheet_name = gp_stage_paper_words(r, o->sheet),
		.n = doc->n_pages,
		.signature = o->signature,
		.thickness = o->thickness,
		.flip = o->flip_long ? GP_FLIP_LONG : GP_FLIP_SHORT,
		.lengths = lengths_of(r, paper),
		.look = &look};
	struct sheets sheets = {doc->n_pages, o->signature ? o->signature : (unsigned)doc->n_pages};
	struct gp_sheet0_booklet zero = {.paper = paper,
		.paper_name = how.sheet_name,
		.flip_long = o->flip_long,
		.pages_of = pages_of,
		.user = &sheets,
		.sheets = (unsigned)(doc->n_pages / 4)};
	struct gp_sheet0 sheet0;

	if (!paper)
		return NULL;
	how.sheet_width = paper->width;
	how.sheet_height = paper->height;
	how.sides = o->fronts ? GP_SIDES_FRONTS : o->backs ? GP_SIDES_BACKS : GP_SIDES_BOTH;
	if (!o->no_page_0 && !o->backs) {
		sheet0 = gp_sheet0_booklet(&r->job, &zero);
		fill_sheet0(r, &sheet0, (struct gp_rect){0, 0, 0, 0});
		how.first = 1;
	}
	return gp_impose(r->job.doc, &how, r->arena, r->diag);
}

/* --- poster -------------------------------------------------------------------------------- */

static struct gp_rect face_of(const void *user, unsigned row, unsigned column)
{
	return gp_tile_face(user, row, column);
}

/* An A3 poster is made to be read at two metres; others in proportion. In decimetres. */
static unsigned reading_distance(const struct gp_task *r, const struct gp_page *page)
{
	const struct gp_poster_style *p = &r->style->poster;
	int64_t w = (int64_t)page->width * 20 / p->width,
		h = (int64_t)page->height * 20 / p->height;

	return (unsigned)(w < h ? w : h);
}

static const struct gp_doc *tile(struct gp_task *r, const struct gp_doc *doc)
{
	const struct gp_paper *paper = paper_named(r, r->o->tile);
	struct gp_press_look look = look_of(r);
	struct gp_tile how = {.sheet_name = gp_stage_paper_words(r, r->o->tile),
		.lengths = lengths_of(r, paper),
		.look = &look};
	struct gp_sheet0_poster zero = {.paper = paper,
		.paper_name = how.sheet_name,
		.face = face_of,
		.glue = how.lengths.glue_strip,
		.read_at = reading_distance(r, doc->pages[0])};
	struct gp_tile_plan *plan = GP_NEW(r->arena, struct gp_tile_plan);
	struct gp_sheet0 sheet0;

	if (!paper)
		return NULL;
	how.sheet_width = paper->width;
	how.sheet_height = paper->height;
	if (!gp_tile_plan(doc, &how, r->arena, r->diag, plan))
		return NULL;
	if (!r->o->no_page_0) {
		zero.rows = plan->rows;
		zero.columns = plan->columns;
		zero.whole = plan->ink;
		zero.user = plan;
		sheet0 = gp_sheet0_poster(&r->job, &zero);
		fill_sheet0(r, &sheet0, plan->ink);
		how.page = 1;
	}
	return gp_tile(r->job.doc, &how, plan, r->arena);
}

/* --- print shop ----------------------------------------------------------------------------- */

static const struct gp_doc *mark(struct gp_task *r, const struct gp_doc *doc)
{
	struct gp_marks how = {.bleed = r->o->bleed,
		.crop = r->o->marks,
		.registration = r->o->marks,
		.lengths = lengths_of(r, NULL),
		.colour = gp_job_colour(&r->job, GP_INK)};

	return gp_marks(doc, &how, r->arena, r->diag);
}

static const struct gp_doc *on_sheets(struct gp_task *r, const struct gp_doc *doc)
{
	if (r->o->command == GP_CMD_CALIBRATE)
		return doc;
	if (r->o->sheet)
		return impose(r, doc);
	if (r->o->tile)
		return tile(r, doc);
	if (r->o->marks || r->o->bleed)
		return mark(r, doc);
	return doc;
}

const struct gp_doc *gp_stage_press(struct gp_task *r, const struct gp_doc *doc)
{
	const struct gp_doc *sheets = on_sheets(r, doc);

	return sheets ? gp_stage_passport(r, sheets) : NULL;
}
