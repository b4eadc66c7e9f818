/*
 * The list of contents: chapters over rules, their sections under them, page numbers on the right
 * edge of the main column.  Rows are items, so a long list goes on over the page.
 */
#include "layout/parts.h"

struct entry {
	const char *id;
	struct gp_rich title;
	const char *number; /* of a chapter */
	bool chapter, first;
};

/* The whole row is one link to its target. */
static gp_tag link_tag(struct gp_job *job, gp_tag toc, const char *id)
{
	gp_tag item = gp_doc_tag(job->doc, GP_TAG_TOCI, toc);
	gp_tag ref = gp_doc_tag(job->doc, GP_TAG_REFERENCE, item);
	gp_tag link = gp_doc_tag(job->doc, GP_TAG_LINK, ref);

	job->doc->tags[link].link = gp_arena_printf(job->arena, "#%s", id);
	return link;
}

static struct gp_rich plain_title(struct gp_job *job, const struct gp_rich *title)
{
	struct gp_place outer = job->place;
	struct gp_rich plain;

	job->place = title->place;
	plain = gp_rich_word(job, gp_rich_plain(job->arena, title), 0);
	job->place = outer;
	return plain;
}

static void add_entry(struct gp_galley *g, const struct entry *e, gp_tag toc)
{
	struct gp_job *job = g->job;
	const struct gp_block_style *b = &job->style->block;
	enum gp_role role = e->chapter ? GP_ROLE_CONTENTS_CHAPTER : GP_ROLE_CONTENTS_ENTRY;
	struct gp_set_style style = gp_set_role(role), brand = style;
	gp_len hang = b->number_hang + GP_MM(1), room = GP_MM(10),
	       y = e->chapter ? gp_half(job) / 2 : 0;
	gp_tag link = link_tag(job, toc, e->id);
	struct gp_item *it = gp_galley_add(g);
	struct gp_page *frag = gp_item_fragment(g, it, GP_COL_MAIN);
	struct gp_pen pen = gp_pen_artifact(job, frag, GP_ARTIFACT_LAYOUT);
	struct gp_origin o = gp_job_content(job, link);
	struct gp_rich title = plain_title(job, &e->title);
	unsigned page = gp_job_page_of(job, e->id);
	struct gp_op_link op;
	struct gp_set set, number;

	if (e->chapter)
		gp_orn_rule(&pen, (struct gp_point){0, 0}, g->main,
			e->first ? b->rule_medium : b->rule_thin, GP_INK);
	if (e->number) {
		brand.has_colour = true;
		brand.colour = GP_BRAND;
		set = gp_set_plain(job, e->number, &brand, hang, link);
		gp_set_draw_all(job, frag, &set, (struct gp_point){0, y});
	}
	number = gp_set_plain(job, page ? gp_arena_printf(job->arena, "%u", page) : "00", &style,
		g->main / 2, link);
	if (number.width > room - GP_MM(2)) /* a thousand pages and more */
		room = number.width + GP_MM(2);
	set = gp_set(job, &title, &style, g->main - hang - room, link);
	gp_set_draw_all(job, frag, &set, (struct gp_point){hang, y});
	gp_set_draw_all(job, frag, &number, (struct gp_point){g->main - number.width, y});
	op = (struct gp_op_link){{0, y, g->main, set.height},
		gp_job_link_words(job, job->doc->tags[link].link, title.spans[0].text)};
	gp_page_link(frag, &o, &op);
	it->grid = e->first ? GP_GRID_HALF : GP_GRID_FREE;
	it->height = y + set.height + (e->chapter ? gp_half(job) / 2 : 0);
	it->keep_next = e->chapter;
	it->break_cost = 300;
}

static const struct gp_rich *section_title(
	struct gp_job *job, const struct gp_section *s, struct gp_rich *room)
{
	struct gp_rich head;

	if (!s->plate.label)
		return &s->title;
	head = gp_rich_word(job, gp_arena_printf(job->arena, "%s ", s->plate.label), 0);
	*room = gp_rich_join(job, &head, &s->title);
	return room;
}

static void add_sections(
	struct gp_galley *g, const struct gp_sections *list, bool chapter, gp_tag toc)
{
	struct gp_rich room;
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct gp_section *s = &list->s[i];
		struct entry e = {.id = s->id, .chapter = chapter, .first = chapter && i == 0};

		if (!s->in_contents || !s->title.n)
			continue;
		e.title = *section_title(g->job, s, &room);
		add_entry(g, &e, toc);
	}
	if (!chapter && g->n)
		g->items[g->n - 1].after = gp_half(g->job);
}

static void add_chapters(struct gp_galley *g, gp_tag toc)
{
	const struct gp_guide *guide = g->job->guide;
	size_t i, before;

	for (i = 0; i < guide->n_chapters; i++) {
		const struct gp_chapter *c = &guide->chapters[i];
		struct entry e = {.id = c->id,
			.title = c->title,
			.chapter = true,
			.first = i == 0,
			.number = gp_arena_printf(g->job->arena, "%zu", i + 1)};

		add_entry(g, &e, toc);
		before = g->n;
		add_sections(g, &c->sections, false, toc);
		if (g->n == before)
			g->items[g->n - 1].keep_next = false;
	}
}

void gp_part_contents(struct gp_job *job)
{
	const struct gp_guide *guide = job->guide;
	struct gp_furniture f = {
		.kind = GP_PAGE_TEXT, .guide = &guide->meta.title_text, .tab = -1, .folio = true};
	gp_tag sect = gp_doc_tag(job->doc, GP_TAG_SECT, 0), toc;
	struct gp_galley *g = gp_galley_new(job, sect);
	struct gp_set_style style = gp_set_role(GP_ROLE_H1);
	struct gp_set set;
	struct gp_item *it;

	job->place = guide->place;
	job->doc->tags[sect].title = guide->words.contents;
	set = gp_set_plain(
		job, guide->words.contents, &style, g->main, gp_doc_tag(job->doc, GP_TAG_H2, sect));
	it = gp_galley_add(g);
	it->grid = GP_GRID_TEXT;
	it->height = set.height;
	it->after = 2 * gp_half(job);
	it->keep_next = true;
	gp_item_anchor(g, it, "contents");
	gp_set_draw_all(job, gp_item_fragment(g, it, GP_COL_MAIN), &set, (struct gp_point){0, 0});
	toc = gp_doc_tag(job->doc, GP_TAG_TOC, sect);
	add_chapters(g, toc);
	add_sections(g, &guide->back, true, toc);
	if (guide->n_contents_notes && g->n > 1)
		gp_galley_notes(g, 1, guide->contents_notes, guide->n_contents_notes);
	gp_flow(job, g, &f);
}
