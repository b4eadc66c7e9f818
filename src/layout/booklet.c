/*
 * The booklet in order: cover, front matter, contents, chapters, back matter, pages for notes, back
 * cover.
 */
#include "layout/layout.h"

#include "layout/parts.h"

/*
 * Two passes are the rule: the first finds the page numbers, the second prints them.  A number with
 * a figure more can push another thing to the next page, and so on, one a pass.
 */
enum { MOST_PASSES = 12 };

/* All that have a title: who looks for a place jumps to it, in the contents or not. */
static void outline_sections(struct gp_job *job, const struct gp_sections *s, unsigned level)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		const char *title = gp_rich_plain(job->arena, &s->s[i].title);

		if (!s->s[i].title.n)
			continue;
		if (s->s[i].plate.label)
			title = gp_arena_printf(job->arena, "%s %s", s->s[i].plate.label, title);
		gp_doc_outline(
			job->doc, gp_section_is_sub(s, i) ? level + 1 : level, title, s->s[i].id);
	}
}

static void lay_front(struct gp_job *job)
{
	const struct gp_guide *guide = job->guide;
	struct gp_furniture f = {
		.kind = GP_PAGE_TEXT, .guide = &guide->meta.title_text, .tab = -1, .folio = true};
	struct gp_galley *g = gp_galley_new(job, 0);

	gp_part_sections(g, &guide->front, 2, false);
	outline_sections(job, &guide->front, 1);
	if (g->n)
		gp_flow(job, g, &f);
}

static void lay_chapter(struct gp_job *job, size_t i)
{
	const struct gp_guide *guide = job->guide;
	const struct gp_chapter *c = &guide->chapters[i];
	gp_tag sect = gp_doc_tag(job->doc, GP_TAG_SECT, 0);
	struct gp_galley *g = gp_galley_new(job, sect);
	struct gp_furniture f = {.kind = GP_PAGE_TEXT,
		.guide = &guide->meta.title_text,
		.tab = (int)i,
		.folio = true};
	const char *title = gp_rich_plain(job->arena, &c->title);

	job->place = c->place;
	f.chapter = &c->title;
	f.tab_label = gp_arena_printf(job->arena, "%zu", i + 1);
	job->doc->tags[sect].title = title;
	gp_part_opener(g, c, (unsigned)i + 1, sect);
	gp_part_sections(g, &c->sections, 3, true);
	gp_doc_outline(job->doc, 1, title, c->id);
	outline_sections(job, &c->sections, 2);
	gp_flow(job, g, &f);
}

static struct gp_furniture back_furniture(struct gp_job *job)
{
	const struct gp_guide *guide = job->guide;
	struct gp_furniture f = {.kind = GP_PAGE_TEXT,
		.guide = &guide->meta.title_text,
		.tab = (int)guide->n_chapters,
		.tab_label = guide->words.tab_back,
		.folio = true};

	if (guide->back_title.n)
		f.chapter = &guide->back_title;
	return f;
}

static void lay_back(struct gp_job *job)
{
	const struct gp_guide *guide = job->guide;
	struct gp_furniture f = back_furniture(job);
	struct gp_galley *g = gp_galley_new(job, 0);

	gp_part_sections(g, &guide->back, 2, false);
	outline_sections(job, &guide->back, 1);
	if (g->n)
		gp_flow(job, g, &f);
}

static void pad(struct gp_job *job, unsigned multiple)
{
	struct gp_furniture f = back_furniture(job);

	while ((job->doc->n_pages + 1) % multiple != 0)
		gp_flow_notes_page(job, &f);
}

static struct gp_doc *start_doc(struct gp_job *job)
{
	const struct gp_meta *m = &job->guide->meta;
	struct gp_doc *doc = gp_doc_new(job->arena);

	job->sheet0 = gp_doc_tag(doc, GP_TAG_SECT, 0);
	doc->title = m->title;
	doc->author = m->author;
	doc->language = job->guide->language;
	doc->date = m->date;
	doc->subject = m->description ? m->description : m->subtitle;
	return doc;
}

static void lay(struct gp_job *job, unsigned multiple)
{
	size_t i;

	job->block = 0;
	gp_part_cover(job);
	lay_front(job);
	if (job->guide->has_contents) {
		gp_doc_outline(job->doc, 1, job->guide->words.contents, "contents");
		gp_part_contents(job);
	}
	for (i = 0; i < job->guide->n_chapters; i++)
		lay_chapter(job, i);
	lay_back(job);
	pad(job, multiple);
	gp_part_back_cover(job);
	if (job->guide->back_cover.title.n)
		gp_doc_outline(job->doc, 1,
			gp_rich_plain(job->arena, &job->guide->back_cover.title), "back-cover");
}

/* The first thing that has another page than in the last pass; NULL: all stand still. */
static const struct gp_anchor_def *find_moved(const struct gp_doc *now, const struct gp_doc *last)
{
	size_t i;

	for (i = 0; i < now->n_anchors; i++) {
		if (i >= last->n_anchors || now->anchors[i].page != last->anchors[i].page)
			return &now->anchors[i];
	}
	return NULL;
}

struct gp_doc *gp_layout_booklet(struct gp_job *job, unsigned multiple)
{
	unsigned before = gp_diag_faults(job->diag), pass;
	const struct gp_anchor_def *moved = NULL;

	job->last = NULL;
	job->memo = gp_memo_new(job->arena);
	for (pass = 0; pass < MOST_PASSES; pass++) {
		job->doc = start_doc(job);
		lay(job, multiple);
		moved = job->last ? find_moved(job->doc, job->last) : NULL;
		if (job->last && !moved && job->doc->n_pages == job->last->n_pages)
			break;
		job->last = job->doc;
	}
	if (pass == MOST_PASSES)
		gp_report(job->diag, GP_MSG_LAYOUT_UNSETTLED, job->guide->place,
			moved ? moved->name : job->guide->id, pass);
	return gp_diag_faults(job->diag) > before ? NULL : job->doc;
}
