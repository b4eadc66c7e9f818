/*
 * The fingerprint file holds a line for each side: sixteen hexadecimal figures, a tab, the name of
 * the side, and for sheets of a booklet another tab and the pages on it.  Sides are told apart by
 * their names, so a booklet that grows by a sheet does not make all others new.
 */
#include "app/changed.h"

#include "base/hash.h"
#include "draw/print.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum { FILE_LIMIT = 1 << 20, FIGURES = 16 };

struct side {
	uint64_t print;
	const char *name, *pages; /* pages: "6 and 23"; NULL when the side is no sheet of pages */
};

struct sides {
	struct side *s;
	size_t n, cap;
};

/* --- what is printed now ------------------------------------------------------------------- */

static uint64_t print_of_samples(uint64_t print, const struct gp_samples *s)
{
	print = gp_hash_bytes(print, s->palette, 3 * (size_t)s->n_palette);
	return gp_hash_bytes(print, s->data.data, s->data.len);
}

static const uint64_t *pictures(struct gp_task *r)
{
	uint64_t *prints = GP_ARRAY(r->arena, r->gallery.n, uint64_t);
	size_t i;

	for (i = 0; i < r->gallery.n; i++) {
		const struct gp_picture *p = r->gallery.pictures[i];

		prints[i] = GP_HASH_START;
		if (p)
			prints[i] = print_of_samples(prints[i], &p->colour);
		if (p && p->has_mask)
			prints[i] = print_of_samples(prints[i], &p->mask);
	}
	return prints;
}

/* By content, because a font package may bring a new version under the old name. */
static const uint64_t *fonts(struct gp_task *r)
{
	unsigned i, n = gp_fonts_count(r->fonts);
	uint64_t *prints = GP_ARRAY(r->arena, n, uint64_t);

	for (i = 0; i < n; i++) {
		const struct gp_font_info *f = gp_font_info(r->fonts, (int)i);

		prints[i] = gp_hash_bytes(GP_HASH_START, f->data.data, f->data.len);
	}
	return prints;
}

/* "2 and 27", or the one page that is there. */
static const char *pages_on(const struct gp_page *p, struct gp_arena *a)
{
	const char *left = p->holds[0], *right = p->holds[1];

	if (!left || !right)
		return NULL;
	if (!*left || !*right)
		return *left ? left : *right ? right : NULL;
	return gp_arena_printf(a, "%s and %s", left, right);
}

/* Page 0 is not bound and shows all sheets small, so it changes with each; empty pages stay. */
static bool is_kept(const struct gp_task *r, const struct gp_page *p)
{
	return p->n > 0 && (!p->label || strcmp(p->label, r->guide->words.page_0) != 0);
}

static struct sides sides_now(struct gp_task *r, const struct gp_doc *doc)
{
	struct gp_print_parts parts = {
		pictures(r), fonts(r), r->gallery.n, gp_fonts_count(r->fonts)};
	struct sides now = {NULL, 0, 0};
	size_t i;

	for (i = 0; i < doc->n_pages; i++) {
		const struct gp_page *p = doc->pages[i];
		struct side s = {gp_page_print(p, &parts), p->label, pages_on(p, r->arena)};

		if (!s.name)
			s.name = gp_arena_printf(
				r->arena, "page %zu", p->number ? (size_t)p->number : i + 1);
		if (is_kept(r, p))
			*GP_PUSH(r->arena, now.s, now.n, now.cap) = s;
	}
	return now;
}

/* --- the file ------------------------------------------------------------------------------ */

static const char *text_of(struct gp_task *r, const struct sides *now)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < now->n; i++)
		text = gp_arena_printf(r->arena, "%s%016" PRIx64 "\t%s%s%s\n", text,
			now->s[i].print, now->s[i].name, now->s[i].pages ? "\t" : "",
			now->s[i].pages ? now->s[i].pages : "");
	return text;
}

/* One line of the file; false when it is none of ours. */
static bool read_line(char *line, struct side *s)
{
	char *end;

	if (strlen(line) < FIGURES + 2 || line[FIGURES] != '\t')
		return false;
	line[FIGURES] = '\0';
	s->print = strtoull(line, &end, 16);
	s->name = line + FIGURES + 1;
	end = line + FIGURES + 1 + strcspn(s->name, "\t");
	s->pages = *end ? end + 1 : NULL;
	*end = '\0';
	return true;
}

/* A file that is damaged has fewer lines, and what is missing counts as changed. */
static struct sides sides_before(struct gp_task *r, struct gp_bytes file)
{
	struct sides before = {NULL, 0, 0};
	char *line = gp_arena_strn(r->arena, (const char *)file.data, file.len), *end;
	struct side s;

	for (; *line; line = end) {
		end = line + strcspn(line, "\n");
		if (*end)
			*end++ = '\0';
		if (read_line(line, &s))
			*GP_PUSH(r->arena, before.s, before.n, before.cap) = s;
	}
	return before;
}

/* --- what changed -------------------------------------------------------------------------- */

static const struct side *lookup(const struct sides *in, const char *name)
{
	size_t i;

	for (i = 0; i < in->n; i++) {
		if (strcmp(in->s[i].name, name) == 0)
			return &in->s[i];
	}
	return NULL;
}

static const char *add_line(
	struct gp_task *r, const char *text, const struct side *s, const char *what)
{
	bool one = s->pages && !strchr(s->pages, ' ');

	return gp_arena_printf(r->arena, "%s%s %s%s%s%s\n", text, s->name, what,
		!s->pages ? ""
		: one     ? " (page "
			  : " (pages ",
		s->pages ? s->pages : "", s->pages ? ")" : "");
}

static const char *changes(struct gp_task *r, const struct sides *before, const struct sides *now)
{
	const char *text = "";
	size_t i;

	for (i = 0; i < now->n; i++) {
		const struct side *old = lookup(before, now->s[i].name);

		if (!old || old->print != now->s[i].print)
			text = add_line(r, text, &now->s[i], old ? "changed" : "is new");
	}
	for (i = 0; i < before->n; i++) {
		if (!lookup(now, before->s[i].name))
			text = add_line(r, text, &before->s[i], "is gone");
	}
	return text;
}

void gp_stage_fingerprints(struct gp_task *r, const struct gp_doc *doc)
{
	const char *path = r->o->fingerprints, *text = "";
	struct sides now = sides_now(r, doc), before;
	struct gp_bytes file;

	if (gp_file_exists(path)) {
		if (!gp_file_read(path, FILE_LIMIT, GP_NOWHERE, r->arena, r->diag, &file))
			return;
		before = sides_before(r, file);
		text = changes(r, &before, &now);
		if (!*text)
			return;
	}
	/* last the file itself: were it there without the other, a change would never be told */
	gp_stage_put_text(r, gp_arena_printf(r->arena, "%s.changed", path), text);
	gp_stage_put_text(r, path, text_of(r, &now));
}
