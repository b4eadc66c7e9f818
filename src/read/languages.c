/*
 * The languages of a guide: ID.en.json and ID.de.json in one folder are the same guide, so they
 * have the same facts and the same ids, for the same kinds of things, in the same order.  Then what
 * is known of one holds for the other: links, page numbers, the place of a translated sentence.
 *
 * All of it is warnings: a translation under way must not keep a finished language from the
 * printer.  A file that does not parse is named and left to its own check.
 */
#include "base/file.h"
#include "read/inline.h"
#include "read/reader.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

struct language {
	const char *name; /* of the file */
	const struct gp_json *root;
	struct gp_names ids;
};

/* --- finding them ---------------------------------------------------------------------- */

static const char ending[] = ".json";
enum { ENDING = sizeof ending - 1 };

/* The length of "ID." in "ID.en.json"; 0 when the name is no such name. */
static size_t stem_of(const char *name)
{
	size_t len = strlen(name), at;

	if (len <= ENDING || strcmp(name + len - ENDING, ending) != 0)
		return 0;
	len -= ENDING;
	for (at = len; at > 0 && name[at - 1] != '.'; at--)
		;
	return at > 1 && gp_is_language(name + at, len - at) ? at : 0;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct paths {
	const char **path;
	size_t n, cap;
};

/* The other languages beside a guide, sorted by name. */
static struct paths others(const char *guide, struct gp_arena *a)
{
	const char *slash = strrchr(guide, '/'), *name = slash ? slash + 1 : guide;
	const char *folder = slash ? gp_path_dir(a, guide) : "";
	size_t stem = stem_of(name);
	DIR *dir = stem ? opendir(slash ? folder : ".") : NULL;
	struct paths out = {NULL, 0, 0};
	struct dirent *e;

	if (!dir)
		return out;
	while ((e = readdir(dir)) != NULL) {
		if (stem_of(e->d_name) == stem && memcmp(e->d_name, name, stem) == 0 &&
			strcmp(e->d_name, name) != 0)
			*GP_PUSH(a, out.path, out.n, out.cap) = gp_path_join(a, folder, e->d_name);
	}
	closedir(dir);
	if (out.n > 1)
		qsort(out.path, out.n, sizeof out.path[0], by_name);
	return out;
}

/* --- comparing ------------------------------------------------------------------------- */

static const char *kind_name(const struct gp_name *n)
{
	static const char *const names[] = {[GP_NAME_SECTION] = "a chapter or section",
		[GP_NAME_BLOCK] = "a block",
		[GP_NAME_FIGURE] = "a figure",
		[GP_NAME_TABLE] = "a table",
		[GP_NAME_OTHER] = "a name"};

	return names[n->kind];
}

static void find_missing(const struct language *from, const struct language *in, struct gp_diag *d)
{
	size_t i;

	for (i = 0; i < from->ids.n; i++) {
		const struct gp_name *n = &from->ids.list[i];

		if (!gp_names_lookup(&in->ids, n->name))
			gp_report(d, GP_MSG_LANGUAGE_ID, n->place, n->name, in->name);
	}
}

static void compare_kinds(const struct language *a, const struct language *b, struct gp_diag *d)
{
	size_t i;

	for (i = 0; i < a->ids.n; i++) {
		const struct gp_name *n = &a->ids.list[i], *m = gp_names_lookup(&b->ids, n->name);

		if (m && m->kind != n->kind)
			gp_report(d, GP_MSG_LANGUAGE_KIND, n->place, n->name, kind_name(n),
				kind_name(m), b->name);
	}
}

/* The next id from *i on that the other language has too; NULL behind the last. */
static const struct gp_name *next_shared(
	const struct language *of, const struct language *with, size_t *i)
{
	while (*i < of->ids.n) {
		const struct gp_name *n = &of->ids.list[(*i)++];

		if (gp_names_lookup(&with->ids, n->name))
			return n;
	}
	return NULL;
}

/* The first id out of order; what comes after it is out of order as well. */
static void compare_order(const struct language *a, const struct language *b, struct gp_diag *d)
{
	const struct gp_name *n, *m;
	size_t i = 0, k = 0;

	do {
		n = next_shared(a, b, &i);
		m = next_shared(b, a, &k);
	} while (n && m && strcmp(n->name, m->name) == 0);
	if (n && m)
		gp_report(d, GP_MSG_LANGUAGE_ORDER, n->place, n->name, m->name, b->name);
}

/* True when both name the same value, or one of them none, which its own check reports. */
static bool same_string(const struct language *a, const struct language *b, const char *key)
{
	const char *one = gp_json_string(a->root, key), *other = gp_json_string(b->root, key);

	return !one || !other || strcmp(one, other) == 0;
}

static void compare(const struct language *a, const struct language *b, struct gp_diag *d)
{
	const char *const keys[] = {"id", "facts"};
	size_t i;

	for (i = 0; i < 2; i++) {
		if (same_string(a, b, keys[i]))
			continue;
		gp_report(d, GP_MSG_LANGUAGE_OTHER, gp_json_lookup(a->root, keys[i])->place,
			keys[i], gp_json_string(a->root, keys[i]), gp_json_string(b->root, keys[i]),
			b->name);
		return; /* nothing else can be the same */
	}
	find_missing(a, b, d);
	find_missing(b, a, d);
	compare_kinds(a, b, d);
	compare_order(a, b, d);
}

/* --- reading --------------------------------------------------------------------------- */

/* What is wrong with the ids themselves is said where the file is checked. */
static void take_ids(struct language *l, struct gp_arena *a)
{
	struct gp_reader r = {.a = a, .d = gp_diag_new()};

	gp_read_ids(&r, l->root);
	l->ids = r.ids;
	gp_diag_free(r.d);
}

/* NULL when the file cannot be read as JSON; it is read again where places in it can be printed. */
static const struct gp_json *read_root(const char *path, struct gp_arena *a, struct gp_diag *d)
{
	struct gp_diag *mute = gp_diag_new();
	const struct gp_json *root = gp_json_read(path, a, mute);

	gp_diag_free(mute);
	return root && root->kind == GP_JSON_OBJECT ? gp_json_read(path, a, d) : NULL;
}

void gp_read_languages(
	const char *guide, const struct gp_json *root, struct gp_arena *a, struct gp_diag *d)
{
	struct paths p = others(guide, a);
	struct language own = {.name = guide, .root = root}, other;
	size_t i;

	if (p.n > 0)
		take_ids(&own, a);
	for (i = 0; i < p.n; i++) {
		other = (struct language){.name = p.path[i], .root = read_root(p.path[i], a, d)};
		if (!other.root) {
			gp_report(d, GP_MSG_LANGUAGE_BROKEN, root->place, other.name);
			continue;
		}
		take_ids(&other, a);
		compare(&own, &other, d);
	}
}
