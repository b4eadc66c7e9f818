/*
 * Where links lead, in words: a last walk over the finished guide names every id after what stands
 * there, so that a link can say more than the bare number that is printed.
 */
#include "read/reader.h"

#include <stdlib.h>

struct targets {
	struct gp_reader *r;
	struct gp_target *list;
	size_t n, cap;
};

static void add(struct targets *t, const char *id, const char *title, bool has_page)
{
	if (id && title)
		*GP_PUSH(t->r->a, t->list, t->n, t->cap) = (struct gp_target){id, title, has_page};
}

static const char *numbered(struct targets *t, const char *word, unsigned number)
{
	return gp_words_fill(
		t->r->a, word, "n", gp_arena_printf(t->r->a, "%u", number), (char *)NULL);
}

static void add_blocks(struct targets *t, const struct gp_blocks *blocks, const char *title);

/* A numbered block goes by its number, any other by the title it stands under. */
static void add_block(struct targets *t, const struct gp_block *b, const char *title)
{
	const struct gp_words *w = &t->r->g->words;

	if (b->kind == GP_BLOCK_FIGURE && b->as.figure.number)
		add(t, b->id, numbered(t, w->figure, b->as.figure.number), true);
	else if (b->kind == GP_BLOCK_TABLE && b->as.table.number)
		add(t, b->id, numbered(t, w->table, b->as.table.number), true);
	else
		add(t, b->id, title, true);
	if (b->kind == GP_BLOCK_CALLOUT)
		add_blocks(t, &b->as.callout.blocks, title);
	if (b->kind == GP_BLOCK_FIGURE)
		add_blocks(t, &b->as.figure.beside, title);
	if (b->kind == GP_BLOCK_ROUTINE)
		add_blocks(t, &b->as.routine.feet, title);
}

static void add_blocks(struct targets *t, const struct gp_blocks *blocks, const char *title)
{
	size_t i;

	for (i = 0; i < blocks->n; i++)
		add_block(t, &blocks->b[i], title);
}

/* The plain text of a title, `above` when there is none. */
static const char *plain(struct targets *t, const struct gp_rich *title, const char *above)
{
	return title->n ? gp_rich_plain(t->r->a, title) : above;
}

static void add_sections(struct targets *t, const struct gp_sections *list, const char *above)
{
	const char *title;
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct gp_section *s = &list->s[i];

		title = plain(t, &s->title, above);
		if (title && s->plate.label)
			title = gp_arena_printf(t->r->a, "%s %s", s->plate.label, title);
		add(t, s->id, title, true);
		add_blocks(t, &s->blocks, title);
	}
}

static void add_sources(struct targets *t)
{
	const struct gp_facts *f = &t->r->g->facts;
	struct gp_arena *a = t->r->a;
	size_t i;

	for (i = 0; i < f->n_sources; i++) {
		const struct gp_source *s = &f->sources[i];

		if (s->number)
			add(t, gp_arena_printf(a, "source-%s", s->id),
				gp_words_fill(a, t->r->g->words.link_source, "n",
					gp_arena_printf(a, "%u", s->number), "authors", s->authors,
					"year", s->year, (char *)NULL),
				false);
	}
}

static int compare(const void *a, const void *b)
{
	return gp_target_compare(a, b);
}

void gp_build_targets(struct gp_reader *r)
{
	struct targets t = {.r = r};
	struct gp_guide *g = r->g;
	const char *title;
	size_t i;

	add_sections(&t, &g->front, NULL);
	for (i = 0; i < g->n_chapters; i++) {
		title = plain(&t, &g->chapters[i].title, NULL);
		add(&t, g->chapters[i].id, title, true);
		add_sections(&t, &g->chapters[i].sections, title);
	}
	add_sections(&t, &g->back, NULL);
	add_blocks(&t, &g->back_cover.blocks, plain(&t, &g->back_cover.title, NULL));
	add_sources(&t);
	if (t.n)
		qsort(t.list, t.n, sizeof *t.list, compare);
	g->targets = t.list;
	g->n_targets = t.n;
}
