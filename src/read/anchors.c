/*
 * anchors.json: which pictures there are, how large they are drawn, and the names of places in
 * them.
 */
#include "read/reader.h"
#include "read/schema.h"

#include <stdlib.h>
#include <string.h>

enum { WHOLE = 10000 };

static int32_t part(const struct gp_json *v)
{
	return (int32_t)(v->number * WHOLE + 0.5);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct gp_anchor *)a)->name, ((const struct gp_anchor *)b)->name);
}

static int by_id(const void *a, const void *b)
{
	return strcmp(
		((const struct gp_picture_note *)a)->id, ((const struct gp_picture_note *)b)->id);
}

static struct gp_picture_note take_picture(struct gp_reader *r, const struct gp_json *v)
{
	const struct gp_json *size = gp_json_list(v, "size_mm"), *at = gp_json_lookup(v, "at");
	struct gp_picture_note note = {.id = v->key, .n = at->n};
	struct gp_anchor *anchors = GP_ARRAY(r->a, at->n, struct gp_anchor);
	size_t i;

	note.w = gp_len_um((int64_t)(size->items[0].number * 1000 + 0.5));
	note.h = gp_len_um((int64_t)(size->items[1].number * 1000 + 0.5));
	for (i = 0; i < at->n; i++) {
		const struct gp_json *xy = &at->items[i];

		anchors[i] = (struct gp_anchor){xy->key, part(&xy->items[0]), part(&xy->items[1])};
	}
	if (at->n > 1)
		qsort(anchors, at->n, sizeof anchors[0], by_name);
	note.anchors = anchors;
	return note;
}

/* Keys that begin with "_" are remarks for people. */
static void take_pictures(struct gp_reader *r, const struct gp_json *root)
{
	struct gp_picture_note *notes = GP_ARRAY(r->a, root->n, struct gp_picture_note);
	size_t i, n = 0;

	for (i = 0; i < root->n; i++) {
		const struct gp_json *v = &root->items[i];

		if (v->key[0] != '_' && gp_schema_check(v, &gp_schema_picture, r->a, r->d))
			notes[n++] = take_picture(r, v);
	}
	if (n > 1)
		qsort(notes, n, sizeof notes[0], by_id);
	for (i = 0; i < n; i++)
		gp_names_add(&r->pictures,
			(struct gp_name){.name = notes[i].id, .kind = GP_NAME_OTHER, .index = i},
			r->a);
	r->g->pictures = notes;
	r->g->n_pictures = n;
}

void gp_read_anchors(struct gp_reader *r, const char *path)
{
	unsigned before = gp_diag_count(r->d, GP_ERROR) + gp_diag_count(r->d, GP_SYSTEM);
	const struct gp_json *root = gp_json_read(path, r->a, r->d);

	if (root && root->kind == GP_JSON_OBJECT)
		take_pictures(r, root);
	else if (root)
		gp_report(r->d, GP_MSG_SCHEMA_KIND, root->place, "an object in { }",
			gp_json_kind_name(root));
	r->has_pictures =
		root && before == gp_diag_count(r->d, GP_ERROR) + gp_diag_count(r->d, GP_SYSTEM);
}
