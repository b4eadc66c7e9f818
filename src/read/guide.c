/*
 * A guide from its files: the guide itself, its facts, the words of its language and the notes on
 * its pictures.  Two passes over the guide: ids first, then everything; all mistakes of all files
 * are reported in one run.
 */
#include "base/file.h"
#include "read/inline.h"
#include "read/reader.h"
#include "read/schema.h"

#include <string.h>

/* --- where the other files are --------------------------------------------------------- */

/* `name` in the folder of the guide if it is there, else in the installed folder. */
static const char *beside(
	struct gp_arena *a, const char *guide, const char *name, const char *installed)
{
	const char *dir = strchr(guide, '/') ? gp_path_dir(a, guide) : "";
	const char *near = gp_path_join(a, dir, name);

	if (gp_file_exists(near) || !installed)
		return near;
	installed = gp_arena_printf(a, "%s/%s", GP_DATADIR, installed);
	return gp_file_exists(installed) ? installed : near;
}

static const char *words_path(struct gp_reader *r, const struct gp_read_paths *p)
{
	const char *lang = r->g->language, *name, *path;

	if (p->words)
		return p->words;
	name = gp_arena_printf(r->a, "house/words.%s.json", lang);
	path = beside(r->a, p->guide, name, name);
	if (gp_file_exists(path) || !strchr(lang, '-'))
		return path;
	/* "en-GB" may do with the words of "en" */
	name = gp_arena_printf(r->a, "house/words.%.*s.json", (int)strcspn(lang, "-"), lang);
	return beside(r->a, p->guide, name, name);
}

static const char *anchors_path(struct gp_reader *r, const struct gp_read_paths *p)
{
	return p->anchors ? p->anchors
			  : beside(r->a, p->guide, "../images/anchors.json", "images/anchors.json");
}

/* --- the outer parts ------------------------------------------------------------------- */

static void take_language(struct gp_reader *r, const struct gp_json *root)
{
	const struct gp_json *v = gp_json_lookup(root, "language");

	r->g->id = gp_json_string(root, "id");
	r->g->language = "en";
	if (!v || v->kind != GP_JSON_STRING)
		return;
	if (gp_is_language(v->string, strlen(v->string)))
		r->g->language = v->string;
	else
		gp_report(r->d, GP_MSG_LANGUAGE, v->place, v->string);
}

static bool is_date(const char *s)
{
	static const char form[] = "dddd-dd-dd";
	size_t i, n = strlen(s);

	if (n != 4 && n != 7 && n != 10)
		return false;
	for (i = 0; i < n; i++) {
		if (form[i] == 'd' ? s[i] < '0' || s[i] > '9' : s[i] != form[i])
			return false;
	}
	return n == 4 || (s[5] == '0' && s[6] > '0') || (s[5] == '1' && s[6] <= '2');
}

static void take_meta(struct gp_reader *r, const struct gp_json *v)
{
	struct gp_meta *m = &r->g->meta;
	const struct gp_json *date = gp_json_lookup(v, "date");

	r->no_pages = true; /* catalogues show it */
	m->title_text = gp_read_rich_key(r, v, "title");
	m->short_title = gp_read_rich_key(r, v, "short");
	r->no_pages = false;
	m->title = gp_rich_plain(r->a, &m->title_text);
	m->subtitle = gp_read_plain_key(r, v, "subtitle");
	m->author = gp_json_string(v, "author");
	m->date = gp_json_string(v, "date");
	m->edition = gp_json_string(v, "edition");
	m->description = gp_read_plain_key(r, v, "description");
	if (m->date && !is_date(m->date))
		gp_report(r->d, GP_MSG_DATE, date->place, m->date);
}

static void take_cover(struct gp_reader *r, const struct gp_json *v)
{
	struct gp_rich_list foot = gp_read_rich_list(r, gp_json_lookup(v, "foot"));
	struct gp_cover *c = &r->g->cover;
	size_t i;

	c->eyebrow = gp_read_rich_key(r, v, "eyebrow");
	c->lead = gp_read_rich_key(r, v, "lead");
	c->image = gp_build_image(r, v);
	for (i = 0; i < 2 && i < foot.n; i++)
		c->foot[i] = foot.r[i];
}

static void take_back_cover(struct gp_reader *r, const struct gp_json *v)
{
	struct gp_back_cover *c = &r->g->back_cover;

	c->present = v != NULL;
	c->place = gp_json_place(v);
	c->eyebrow = gp_read_rich_key(r, v, "eyebrow");
	c->title = gp_read_rich_key(r, v, "title");
	c->blocks = gp_build_blocks(r, gp_json_list(v, "blocks"));
}

static void take_side(struct gp_reader *r, const struct gp_json *root, bool left)
{
	const char *drawn = gp_json_string(root, "side");
	bool drawn_left = drawn && strcmp(drawn, "left") == 0;

	r->g->left = r->left = left || drawn_left;
	r->g->mirror = r->g->left != drawn_left;
}

static void read_others(
	struct gp_reader *r, const struct gp_json *root, const struct gp_read_paths *paths)
{
	const char *facts = gp_json_string(root, "facts"), *words = words_path(r, paths);
	const char *anchors = anchors_path(r, paths);

	if (!paths->words && !gp_file_exists(words)) {
		gp_report(r->d, GP_MSG_WORDS_MISSING,
			gp_json_place(gp_json_lookup(root, "language")), words, r->g->language);
		words = NULL;
	}
	gp_read_words(r, words);
	if (facts)
		gp_read_facts(r, beside(r->a, paths->guide, facts, NULL),
			gp_json_lookup(root, "facts")->place);
	if (paths->anchors || gp_file_exists(anchors))
		gp_read_anchors(r, anchors);
	else
		gp_report(r->d, GP_MSG_ANCHORS_MISSING, root->place, anchors);
}

static void build(struct gp_reader *r, const struct gp_json *root)
{
	struct gp_guide *g = r->g;
	const struct gp_json *contents = gp_json_lookup(root, "contents");

	g->place = root->place;
	gp_read_ids(r, root);
	take_meta(r, gp_json_lookup(root, "meta"));
	take_cover(r, gp_json_lookup(root, "cover"));
	g->front = gp_build_sections(r, gp_json_list(root, "front"));
	g->has_contents = contents != NULL;
	g->contents_notes = gp_build_notes(r, contents, &g->n_contents_notes);
	gp_build_chapters(r, gp_json_list(root, "chapters"));
	g->back = gp_build_sections(r, gp_json_list(root, "back"));
	g->back_title = gp_read_rich_key(r, root, "back_title");
	take_back_cover(r, gp_json_lookup(root, "back_cover"));
	gp_build_routine(r, gp_json_lookup(root, "routine"));
	gp_build_poster(r, gp_json_lookup(root, "poster"));
	gp_check_safety(r);
	if (r->has_words)
		gp_build_targets(r);
}

struct gp_guide *gp_read_root(const struct gp_read_paths *paths, const struct gp_json *root,
	struct gp_arena *a, struct gp_diag *d)
{
	struct gp_reader r = {.a = a, .d = d, .g = GP_NEW(a, struct gp_guide)};

	gp_schema_check(root, &gp_schema_guide, a, d);
	if (root->kind != GP_JSON_OBJECT)
		return NULL;
	take_language(&r, root);
	take_side(&r, root, paths->left);
	read_others(&r, root, paths);
	build(&r, root);
	return r.g;
}

struct gp_guide *gp_read_guide(
	const struct gp_read_paths *paths, struct gp_arena *a, struct gp_diag *d)
{
	unsigned before = gp_diag_faults(d);
	const struct gp_json *root = gp_json_read(paths->guide, a, d);
	struct gp_guide *g = root ? gp_read_root(paths, root, a, d) : NULL;
	bool good = gp_diag_faults(d) == before;

	if (good && g && paths->languages)
		gp_read_languages(paths->guide, root, a, d);
	return good ? g : NULL;
}

/* "words.de.json" is German. */
static const char *language_of(struct gp_arena *a, const char *words)
{
	const char *slash = strrchr(words, '/'), *name = slash ? slash + 1 : words, *end;

	if (strncmp(name, "words.", 6) != 0)
		return "en";
	name += 6;
	end = strchr(name, '.');
	return end && gp_is_language(name, (size_t)(end - name))
		       ? gp_arena_strn(a, name, (size_t)(end - name))
		       : "en";
}

struct gp_guide *gp_read_house(
	const struct gp_read_paths *paths, struct gp_arena *a, struct gp_diag *d)
{
	struct gp_reader r = {.a = a, .d = d, .g = GP_NEW(a, struct gp_guide)};
	const char *words;

	r.g->language = "en";
	words = words_path(&r, paths);
	r.g->language = language_of(a, words);
	gp_read_words(&r, words);
	return r.has_words ? r.g : NULL;
}
