/*
 * Gathering the report.  The guide is laid out in every form that its readers print: the booklet
 * for A4 and for Letter, the poster in every size.
 */
#include "app/report.h"

#include "press/tile.h"

#include <string.h>

static struct gp_proof proof_of(const struct gp_task *t, const struct gp_doc *doc)
{
	return gp_proof_usual(doc, t->fonts, t->gallery.pictures);
}

/* --- booklet -------------------------------------------------------------------------------- */

/* The paper that a booklet page is half of; large print is a page a sheet. */
static struct gp_report_sheets sheets_of(const struct gp_task *t, const char *size, size_t pages)
{
	bool letter = strcmp(size, "half-letter") == 0;
	unsigned a_sheet = t->style->edition.notes_inline ? 2 : 4;

	return (struct gp_report_sheets){letter ? "letter" : "a4", 1, a_sheet / 2,
		(unsigned)((pages + a_sheet - 1) / a_sheet)};
}

static void add_booklet(struct gp_report *r, struct gp_task *t)
{
	const struct gp_doc *doc = gp_stage_booklet(t);
	struct gp_report_booklet b = {.size = t->style->page.name};
	struct gp_proof p;
	size_t i;

	if (!doc || doc->n_pages == 0)
		return;
	p = proof_of(t, doc);
	b.width = doc->pages[0]->width;
	b.height = doc->pages[0]->height;
	b.on = sheets_of(t, b.size, doc->n_pages);
	b.n_pages = doc->n_pages;
	b.pages = GP_ARRAY(t->arena, b.n_pages, struct gp_report_page);
	for (i = 0; i < b.n_pages; i++) {
		b.pages[i].number = doc->pages[i]->number;
		b.pages[i].m = gp_proof_measure(&p, doc->pages[i], t->arena);
		r->fonts |= b.pages[i].m.fonts;
	}
	*GP_PUSH(t->arena, r->booklets, r->n_booklets, r->cap_booklets) = b;
}

/* The booklet once more on the other page size: a5 for A4 paper, half-letter for Letter. */
static void add_other_booklet(struct gp_report *r, struct gp_task *t)
{
	struct gp_read_paths paths = {
		.guide = t->o->guide, .words = t->o->words, .style = t->o->style};
	struct gp_style_choice choice = {.edition = t->o->edition, .language = t->guide->language};
	struct gp_style *style = t->style;

	choice.page = strcmp(style->page.name, "half-letter") == 0 ? "a5" : "half-letter";
	t->style = gp_read_style(&paths, &choice, t->arena, t->diag);
	t->job.style = t->style;
	if (t->style)
		add_booklet(r, t);
	t->job.style = t->style = style;
}

/* --- poster --------------------------------------------------------------------------------- */

static void add_tiles(struct gp_report_poster *poster, struct gp_task *t, const struct gp_doc *doc,
	const char *sheet)
{
	const struct gp_paper *paper = gp_style_paper(t->style, sheet);
	struct gp_tile how = {.lengths = gp_press_lengths_usual()};
	struct gp_tile_plan plan;

	/* a poster no larger than the sheet is printed as it is */
	if (!paper ||
		(paper->width >= poster->paper->width && paper->height >= poster->paper->height))
		return;
	how.sheet_width = paper->width;
	how.sheet_height = paper->height;
	how.sheet_name = gp_stage_paper_words(t, sheet);
	how.lengths.printer_margin = t->style->press.printer_margin;
	how.lengths.cut_strip = t->style->press.cut_strip;
	how.lengths.glue_strip = t->style->press.glue_strip;
	if (gp_tile_plan(doc, &how, t->arena, t->diag, &plan))
		poster->tiles[poster->n_tiles++] = (struct gp_report_sheets){
			paper->name, plan.rows, plan.columns, plan.rows * plan.columns};
}

static void add_poster(struct gp_report *r, struct gp_task *t, const struct gp_paper *paper)
{
	const struct gp_doc *doc = gp_stage_poster(t, paper);
	struct gp_report_poster poster = {.paper = paper};
	struct gp_proof p;

	if (!doc || doc->n_pages == 0)
		return;
	p = proof_of(t, doc);
	poster.m = gp_proof_measure(&p, doc->pages[0], t->arena);
	poster.n_distances = gp_distances(&t->job, paper->width, paper->height, poster.distances);
	add_tiles(&poster, t, doc, "a4");
	add_tiles(&poster, t, doc, "letter");
	r->fonts |= poster.m.fonts;
	*GP_PUSH(t->arena, r->posters, r->n_posters, r->cap_posters) = poster;
}

/* Papers smaller than a home printer's sheet are pages of a booklet. */
static bool is_poster_size(const struct gp_paper *p)
{
	return p->width >= GP_MM(200);
}

static void add_posters(struct gp_report *r, struct gp_task *t)
{
	size_t i;

	for (i = 0; i < t->style->n_papers; i++) {
		if (is_poster_size(&t->style->papers[i]))
			add_poster(r, t, &t->style->papers[i]);
	}
}

/* --- all ------------------------------------------------------------------------------------ */

const char *gp_report_part(const struct gp_report *r, size_t i)
{
	const struct gp_rich *title = &r->prose[i].title;

	if (title->n)
		return gp_rich_plain(r->task->arena, title);
	return i + 1 == r->n_prose ? "all together" : "before and after the chapters";
}

const char *gp_report_picture(const struct gp_report *r, const struct gp_proof_picture *p)
{
	const char *name = strrchr(p->picture->path, '/'), *end;

	name = name ? name + 1 : p->picture->path;
	end = strrchr(name, '.');
	return gp_arena_strn(r->task->arena, name, end ? (size_t)(end - name) : strlen(name));
}

unsigned gp_report_sentence(const struct gp_prose *p)
{
	return p->sentences ? (unsigned)(p->prose * 10 / p->sentences) : 0;
}

static void report(struct gp_task *t)
{
	struct gp_report r = {.task = t};
	struct gp_proof p = proof_of(t, NULL);

	r.safe = p.safe;
	r.least_dpi = p.least_dpi;
	add_booklet(&r, t);
	add_other_booklet(&r, t);
	if (t->guide->n_steps)
		add_posters(&r, t);
	r.prose = gp_prose(t->guide, t->arena, &r.n_prose);
	if (t->o->report == GP_REPORT_JSON)
		gp_report_json(&r, stdout);
	else
		gp_report_text(&r, stdout);
}

void gp_stage_check(struct gp_task *t)
{
	const struct gp_paper *paper = gp_style_paper(t->style, "a3");

	if (t->o->report != GP_REPORT_NONE) {
		report(t);
		return;
	}
	gp_stage_booklet(t);
	if (paper && t->guide->n_steps)
		gp_stage_poster(t, paper);
}
