/*
 * The style record for one page size and one edition.
 *
 * The record is filled from the file, then the edition changes fields of it, in this order: scale
 * every length of page and blocks and every booklet type, lift small type to the floor, put the
 * edition's own fields in place, map the colours.  Poster and press are never scaled.  Nothing of
 * an edition survives but the record, so layout needs to know no edition by name.
 */
#include "base/file.h"
#include "read/reader.h"
#include "read/style_names.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

enum { SCALE_ONE = 10000, FULL_ALPHA = 100, TWO_COLUMNS = 2 };

/* where the hyphen-* packages put their patterns; a file named with its whole path stands alone */
static const char hyphen_folder[] = "/usr/share/hyphen";

struct field {
	const char *name;
	size_t offset;
};

static const struct field page_fields[] = {
#define GP_PAGE_LEN(name) {#name, offsetof(struct gp_page_style, name)},
#include "model/style.def"
};
static const struct field block_fields[] = {
#define GP_BLOCK_LEN(name) {#name, offsetof(struct gp_block_style, name)},
#include "model/style.def"
};
static const struct field poster_fields[] = {
#define GP_POSTER_LEN(name) {#name, offsetof(struct gp_poster_style, name)},
#include "model/style.def"
};
static const struct field press_fields[] = {
#define GP_PRESS_LEN(name) {#name, offsetof(struct gp_press_style, name)},
#include "model/style.def"
};
static const char *const role_keys[] = {
#define GP_ROLE(name, key) key,
#include "model/style.def"
};

struct styler {
	struct gp_arena *a;
	struct gp_diag *d;
	struct gp_style *s;
	const struct gp_json *root, *edition;
};

/* --- plain fields ---------------------------------------------------------------------- */

static gp_len *field_of(void *record, const struct field *f)
{
	return (gp_len *)(void *)((char *)record + f->offset);
}

static void take_len(const struct gp_json *v, const char *key, gp_len *to)
{
	const char *s = gp_json_string(v, key);

	if (s)
		gp_len_read(s, to);
}

/* Put the lengths that v has into a record; the others stay. */
static void take_lens(const struct gp_json *v, void *record, const struct field *fields, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		take_len(v, fields[i].name, field_of(record, &fields[i]));
}

static void scale_lens(void *record, const struct field *fields, size_t n, int64_t scale)
{
	size_t i;

	for (i = 0; i < n; i++) {
		gp_len *len = field_of(record, &fields[i]);

		*len = gp_len_scale(*len, scale, SCALE_ONE);
	}
}

static void take_page(const struct gp_json *v, struct gp_page_style *p)
{
	p->lines = gp_json_unsigned(v, "lines", p->lines);
	take_lens(v, p, page_fields, COUNT(page_fields));
}

static void take_types(const struct gp_json *v, struct gp_style *s)
{
	const struct gp_json *role, *track;
	size_t i;

	for (i = 0; i < GP_N_ROLES; i++) {
		struct gp_type *t = &s->type[i];

		role = gp_json_lookup(v, role_keys[i]);
		track = gp_json_lookup(role, "track");
		t->face = (enum gp_face)gp_build_choice(
			role, "face", gp_style_faces, GP_N_FACES, t->face);
		t->colour = (enum gp_colour)gp_build_choice(
			role, "colour", gp_style_colours, GP_N_COLOURS, t->colour);
		take_len(role, "size", &t->size);
		take_len(role, "lead", &t->lead);
		if (track)
			t->track = (int)track->number;
	}
}

/* --- colours --------------------------------------------------------------------------- */

static bool take_rgb(const char *s, uint8_t rgb[3])
{
	unsigned long v;

	if (s[0] != '#' || strlen(s) != 7 || strspn(s + 1, "0123456789abcdefABCDEF") != 6)
		return false;
	v = strtoul(s + 1, NULL, 16);
	rgb[0] = (uint8_t)(v >> 16);
	rgb[1] = (uint8_t)(v >> 8);
	rgb[2] = (uint8_t)v;
	return true;
}

static void take_colour(struct styler *st, const struct gp_json *v, struct gp_colour_def *c)
{
	const struct gp_json *cmyk = gp_json_list(v, "cmyk"), *rgb = gp_json_lookup(v, "rgb");
	size_t i;

	if (!take_rgb(rgb->string, c->rgb))
		gp_report(st->d, GP_MSG_STYLE_RGB, rgb->place, rgb->string);
	for (i = 0; i < 4; i++)
		c->cmyk[i] = (uint8_t)cmyk->items[i].number;
	c->grey = (uint8_t)gp_json_unsigned(v, "grey", 0);
}

/* Grey prints with black alone. */
static void make_grey(struct gp_colour_def *c)
{
	c->rgb[0] = c->rgb[1] = c->rgb[2] = c->grey;
	c->cmyk[0] = c->cmyk[1] = c->cmyk[2] = 0;
	c->cmyk[3] = (uint8_t)(((255 - c->grey) * 100 + 127) / 255);
}

static void take_colours(struct styler *st)
{
	const struct gp_json *all = gp_json_lookup(st->root, "colours");
	const struct gp_json *drops = gp_json_list(st->edition, "fill_drops");
	size_t i, k;

	for (i = 0; i < GP_N_COLOURS; i++) {
		struct gp_colour_def *c = &st->s->colour[i];

		take_colour(st, gp_json_lookup(all, gp_style_colours[i]), c);
		for (k = 0; k < drops->n; k++)
			c->fill_drops |= strcmp(drops->items[k].string, gp_style_colours[i]) == 0;
		if (st->s->edition.grey)
			make_grey(c);
	}
}

/* --- editions -------------------------------------------------------------------------- */

static void scale_all(struct gp_style *s, const struct gp_json *edition)
{
	const struct gp_json *v = gp_json_lookup(edition, "scale");
	int64_t scale = v ? (int64_t)(v->number * SCALE_ONE + 0.5) : SCALE_ONE;
	size_t i;

	scale_lens(&s->page, page_fields, COUNT(page_fields), scale);
	scale_lens(&s->block, block_fields, COUNT(block_fields), scale);
	for (i = 0; i < GP_ROLE_SLUG; i++) { /* the roles of the booklet come first */
		s->type[i].size = gp_len_scale(s->type[i].size, scale, SCALE_ONE);
		s->type[i].lead = gp_len_scale(s->type[i].lead, scale, SCALE_ONE);
	}
}

static void lift_small_type(struct gp_style *s, const struct gp_json *floor)
{
	gp_len size = 0, lead = 0;
	size_t i;

	take_len(floor, "size", &size);
	take_len(floor, "lead", &lead);
	for (i = 0; i < GP_ROLE_SLUG; i++) {
		if (s->type[i].size >= size)
			continue;
		s->type[i].size = size;
		s->type[i].lead = lead;
	}
}

static void take_edition(struct styler *st, const char *page)
{
	const struct gp_json *e = st->edition;
	struct gp_edition *to = &st->s->edition;
	gp_len label;

	to->notes_inline = gp_json_is_true(e, "notes_inline");
	to->card_columns = gp_json_unsigned(e, "card_columns", TWO_COLUMNS);
	to->grey = gp_json_is_true(e, "grey");
	to->ink_saver = gp_json_lookup(e, "fill_drops") != NULL;
	to->picture_alpha = gp_json_unsigned(e, "picture_alpha", FULL_ALPHA);
	to->justified = gp_json_is_true(e, "justified");
	scale_all(st->s, e);
	label = st->s->type[GP_ROLE_LABEL].size;
	lift_small_type(st->s, gp_json_lookup(e, "floor"));
	to->label_growth = (unsigned)gp_len_scale(st->s->type[GP_ROLE_LABEL].size, 1000, label);
	take_types(gp_json_lookup(e, "type"), st->s);
	take_page(gp_json_lookup(gp_json_lookup(e, "pages"), page), &st->s->page);
	take_lens(gp_json_lookup(e, "blocks"), &st->s->block, block_fields, COUNT(block_fields));
}

static void take_hyphenation(struct styler *st, const char *language)
{
	char *primary = gp_arena_strn(st->a, language, strcspn(language, "-"));
	const struct gp_json *all = gp_json_lookup(st->root, "hyphenation");
	const struct gp_json *v = gp_json_lookup(all, language);

	if (!v)
		v = gp_json_lookup(all, primary);
	if (v)
		st->s->edition.hyphen_file =
			gp_path_join(st->a, hyphen_folder, gp_json_string(v, "file"));
	st->s->edition.hyphen_left = gp_json_unsigned(v, "left", 0);
	st->s->edition.hyphen_right = gp_json_unsigned(v, "right", 0);
}

/* --- the record ------------------------------------------------------------------------ */

static void take_papers(struct styler *st)
{
	const struct gp_json *v = gp_json_lookup(st->root, "papers");
	struct gp_paper *p = GP_ARRAY(st->a, v->n, struct gp_paper);
	size_t i;

	for (i = 0; i < v->n; i++) {
		p[i].name = v->items[i].key;
		gp_len_read(v->items[i].items[0].string, &p[i].width);
		gp_len_read(v->items[i].items[1].string, &p[i].height);
		if (p[i].width > p[i].height || p[i].width == 0)
			gp_report(st->d, GP_MSG_STYLE_PAPER, v->items[i].place, p[i].name);
	}
	st->s->papers = p;
	st->s->n_papers = v->n;
}

static void take_faces(struct styler *st)
{
	const struct gp_json *v = gp_json_lookup(st->root, "faces");
	size_t i;

	for (i = 0; i < GP_N_FACES; i++)
		st->s->face[i] = gp_json_string(v, gp_style_faces[i]);
}

static void take_record(struct styler *st, const struct gp_style_choice *choice)
{
	struct gp_style *s = st->s;
	const struct gp_json *pages = gp_json_lookup(st->root, "pages");

	s->page.name = choice->page;
	s->edition.name = choice->edition;
	take_page(gp_json_lookup(pages, choice->page), &s->page);
	take_lens(gp_json_lookup(st->root, "blocks"), &s->block, block_fields, COUNT(block_fields));
	take_lens(gp_json_lookup(st->root, "poster"), &s->poster, poster_fields,
		COUNT(poster_fields));
	take_lens(gp_json_lookup(st->root, "press"), &s->press, press_fields, COUNT(press_fields));
	take_types(gp_json_lookup(st->root, "type"), s);
	take_faces(st);
	take_papers(st);
	take_edition(st, choice->page);
	take_hyphenation(st, choice->language);
	take_colours(st);
}

/* The member of root's `map` called `name`, or a report of what there is. */
static const struct gp_json *choose(
	struct styler *st, const char *map, const char *name, enum gp_msg msg)
{
	const struct gp_json *all = gp_json_lookup(st->root, map);
	const struct gp_json *found = gp_json_lookup(all, name);
	const char **names = GP_ARRAY(st->a, all->n, const char *);
	size_t i;

	for (i = 0; i < all->n; i++)
		names[i] = all->items[i].key;
	if (!found)
		gp_report(st->d, msg, all->place, name, gp_hint(name, names, all->n, st->a, st->d));
	return found;
}

/* Changes for page sizes that do not exist would be lost in silence. */
static void check_editions(struct styler *st)
{
	const struct gp_json *all = gp_json_lookup(st->root, "editions"), *pages;
	size_t i, k;

	for (i = 0; i < all->n; i++) {
		pages = gp_json_lookup(&all->items[i], "pages");
		for (k = 0; pages && k < pages->n; k++) {
			if (!gp_json_lookup(gp_json_lookup(st->root, "pages"), pages->items[k].key))
				gp_report(st->d, GP_MSG_STYLE_PAGE, pages->items[k].key_place,
					pages->items[k].key, "");
		}
	}
}

static bool choose_all(struct styler *st, const struct gp_style_choice *choice)
{
	bool ok = choose(st, "pages", choice->page, GP_MSG_STYLE_PAGE) != NULL;

	if (choice->edition) {
		st->edition = choose(st, "editions", choice->edition, GP_MSG_STYLE_EDITION);
		ok = ok && st->edition;
	}
	return ok;
}

static const char *style_path(const struct gp_read_paths *paths, struct gp_arena *a)
{
	const char *near;

	if (paths->style)
		return paths->style;
	near = gp_path_join(a, gp_path_dir(a, paths->guide), "house/style.json");
	return gp_file_exists(near) ? near : GP_DATADIR "/house/style.json";
}

struct gp_style *gp_read_style(const struct gp_read_paths *paths,
	const struct gp_style_choice *choice, struct gp_arena *a, struct gp_diag *d)
{
	struct styler st = {.a = a, .d = d, .s = GP_NEW(a, struct gp_style)};
	unsigned before = gp_diag_count(d, GP_ERROR) + gp_diag_count(d, GP_SYSTEM);

	st.root = gp_json_read(style_path(paths, a), a, d);
	if (!st.root || !gp_schema_check(st.root, &gp_schema_style, a, d))
		return NULL;
	check_editions(&st);
	if (choose_all(&st, choice))
		take_record(&st, choice);
	return before == gp_diag_count(d, GP_ERROR) + gp_diag_count(d, GP_SYSTEM) ? st.s : NULL;
}
