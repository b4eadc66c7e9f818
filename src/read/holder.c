/*
 * Placeholders: {dose:roll}, {total}, {page:x2} and the like.  Numbers come from the facts file,
 * their words from the words file, so that a number lives once and reads well in each language.
 * Spaces inside what is put in do not break: "3 × 30 s" stays on one line.
 */
#include "read/inline.h"
#include "read/schema.h"

#include <string.h>

struct holder {
	const char *name;
	bool has_arg;
	void (*put)(struct gp_inline *il, const char *arg, size_t at);
};

static void put_words(struct gp_inline *il, const char *words, size_t at)
{
	const char *space = "\u00a0";
	size_t len = strlen(words), n = 0;
	char *out = gp_arena_alloc(il->r->a, 2 * len + 1);

	for (; *words; words++) {
		if (*words == ' ') {
			out[n++] = space[0];
			out[n++] = space[1];
		} else {
			out[n++] = *words;
		}
	}
	gp_inline_put(il, out, n, at);
}

static const struct gp_step *lookup_step(struct gp_inline *il, const char *id, size_t at)
{
	struct gp_reader *r = il->r;
	const struct gp_name *name = gp_names_lookup(&r->steps, id);

	if (name)
		return &r->g->steps[name->index];
	if (r->has_facts)
		gp_report(r->d, GP_MSG_STEP_UNKNOWN, gp_inline_at(il, at), id,
			gp_names_hint(&r->steps, id, GP_NAME_OTHER, r->a, r->d));
	return NULL;
}

static void put_dose(struct gp_inline *il, const char *arg, size_t at)
{
	const struct gp_step *s = lookup_step(il, arg, at);

	if (s)
		put_words(il, s->dose, at);
}

static void put_time(struct gp_inline *il, const char *arg, size_t at)
{
	const struct gp_step *s = lookup_step(il, arg, at);

	if (s)
		put_words(il, gp_read_time(il->r, s->time), at);
}

static void put_total(struct gp_inline *il, const char *arg, size_t at)
{
	(void)arg;
	put_words(il, gp_read_time(il->r, il->r->g->facts.about_minutes * 60), at);
}

static void put_short(struct gp_inline *il, const char *arg, size_t at)
{
	(void)arg;
	put_words(il, gp_read_time(il->r, (il->r->g->facts.short_seconds + 30) / 60 * 60), at);
}

static void put_days(struct gp_inline *il, const char *arg, size_t at)
{
	(void)arg;
	put_words(il, gp_read_range(il->r, il->r->g->facts.days), at);
}

static void put_weeks(struct gp_inline *il, const char *arg, size_t at)
{
	(void)arg;
	put_words(il, gp_arena_printf(il->r->a, "%u", il->r->g->facts.weeks), at);
}

static void put_pressure(struct gp_inline *il, const char *arg, size_t at)
{
	(void)arg;
	put_words(il, gp_read_range(il->r, il->r->g->facts.target), at);
}

/* --- pages, figures, tables, sources --------------------------------------------------- */

static struct gp_span *put_span(struct gp_inline *il, const char *text, size_t at)
{
	return gp_inline_push(il, text, strlen(text), at);
}

static bool is_allowed(struct gp_inline *il, size_t at)
{
	if (!il->r->no_pages)
		return true;
	gp_report(il->r->d, GP_MSG_PAGE_HERE, gp_inline_at(il, at));
	return false;
}

static void put_page(struct gp_inline *il, const char *arg, size_t at)
{
	struct gp_reader *r = il->r;
	struct gp_span *s;

	if (!is_allowed(il, at))
		return;
	if (r->has_ids && !gp_names_lookup(&r->ids, arg))
		gp_report(r->d, GP_MSG_ID_UNKNOWN, gp_inline_at(il, at), arg,
			gp_names_hint(&r->ids, arg, GP_NAME_OTHER, r->a, r->d));
	s = put_span(il, arg, at);
	s->kind = GP_SPAN_PAGE;
	if (!s->link)
		s->link = gp_arena_printf(r->a, "#%s", arg);
}

static void put_pages(struct gp_inline *il, const char *arg, size_t at)
{
	(void)arg;
	if (is_allowed(il, at))
		put_span(il, "", at)->kind = GP_SPAN_PAGES;
}

static void put_number(struct gp_inline *il, const char *id, enum gp_name_kind kind, size_t at)
{
	const struct gp_name *name = gp_names_lookup(&il->r->ids, id);
	struct gp_reader *r = il->r;
	const char *what = kind == GP_NAME_FIGURE ? "figure" : "table";
	struct gp_span *s;

	if (!is_allowed(il, at) || !r->has_ids)
		return;
	if (!name || name->kind != kind) {
		gp_report(r->d, GP_MSG_NUMBERED_UNKNOWN, gp_inline_at(il, at), what, id,
			gp_names_hint(&r->ids, id, kind, r->a, r->d));
		return;
	}
	if (name->number == 0) {
		gp_report(r->d, GP_MSG_NUMBERED_NOT, gp_inline_at(il, at), what, id);
		return;
	}
	s = put_span(il, gp_arena_printf(r->a, "%u", name->number), at);
	if (!s->link)
		s->link = gp_arena_printf(r->a, "#%s", id);
}

static void put_figure(struct gp_inline *il, const char *arg, size_t at)
{
	put_number(il, arg, GP_NAME_FIGURE, at);
}

static void put_table(struct gp_inline *il, const char *arg, size_t at)
{
	put_number(il, arg, GP_NAME_TABLE, at);
}

static void put_cite(struct gp_inline *il, const char *arg, size_t at)
{
	const struct gp_name *name = gp_names_lookup(&il->r->sources, arg);
	struct gp_reader *r = il->r;
	struct gp_span *s;

	if (!is_allowed(il, at) || !r->has_facts)
		return;
	if (!name) {
		gp_report(r->d, GP_MSG_SOURCE_UNKNOWN, gp_inline_at(il, at), arg,
			gp_names_hint(&r->sources, arg, GP_NAME_OTHER, r->a, r->d));
		return;
	}
	if (name->number == 0) {
		gp_report(r->d, GP_MSG_SOURCE_HIDDEN, gp_inline_at(il, at), arg);
		return;
	}
	if (!r->has_sources_block)
		gp_report(r->d, GP_MSG_SOURCE_NO_LIST, gp_inline_at(il, at), arg);
	s = put_span(il, gp_arena_printf(r->a, "[%u]", name->number), at);
	s->flags |= GP_CITE;
	s->link = gp_arena_printf(r->a, "#source-%s", arg);
}

/* --- all of them ----------------------------------------------------------------------- */

static const struct holder holders[] = {
	{"dose", true, put_dose},
	{"time", true, put_time},
	{"total", false, put_total},
	{"short", false, put_short},
	{"days", false, put_days},
	{"weeks", false, put_weeks},
	{"pressure", false, put_pressure},
	{"page", true, put_page},
	{"pages", false, put_pages},
	{"fig", true, put_figure},
	{"table", true, put_table},
	{"cite", true, put_cite},
};
enum { HOLDERS = sizeof holders / sizeof holders[0] };

static void unknown(struct gp_inline *il, const char *name, size_t at)
{
	const char *names[HOLDERS];
	int i;

	for (i = 0; i < HOLDERS; i++)
		names[i] = holders[i].name;
	gp_report(il->r->d, GP_MSG_HOLDER_UNKNOWN, gp_inline_at(il, at), name,
		gp_hint(name, names, HOLDERS, il->r->a, il->r->d));
}

void gp_holder_put(struct gp_inline *il, const char *words, size_t len, size_t at)
{
	char *name = gp_arena_strn(il->r->a, words, len), *colon = strchr(name, ':');
	const char *arg = colon ? colon + 1 : "";
	const struct holder *h = NULL;
	size_t n = il->n;
	int i;

	if (colon)
		*colon = '\0';
	for (i = 0; i < HOLDERS && !h; i++) {
		if (strcmp(holders[i].name, name) == 0)
			h = &holders[i];
	}
	if (!h)
		unknown(il, name, at);
	else if (h->has_arg && arg[0] == '\0')
		gp_report(il->r->d, GP_MSG_HOLDER_NEEDS, gp_inline_at(il, at), name, name);
	else if (!h->has_arg && colon)
		gp_report(il->r->d, GP_MSG_HOLDER_ALONE, gp_inline_at(il, at), name, arg, name);
	else
		h->put(il, arg, at);
	if (il->n == n)
		put_words(il, "0", at); /* a mistake must not look like a second one: "it, ." */
}
