/*
 * A tag is used when it or a tag under it has content on some page; only those reach the file.
 * Children come after their parents in the table, so one walk up and one walk down do.
 */
#include "press/mend.h"

#include "draw/list.h"

#include <string.h>

static void mark_used(const struct gp_op *op, void *user)
{
	bool *used = user;

	if (op->artifact == GP_CONTENT)
		used[op->tag] = true;
}

static bool *find_used(const struct gp_doc *doc)
{
	bool *used = GP_ARRAY(doc->arena, doc->n_tags, bool);
	size_t i;

	for (i = 0; i < doc->n_pages; i++)
		gp_page_each(doc->pages[i], mark_used, used);
	for (i = doc->n_tags; i-- > 1;) {
		if (used[i])
			used[doc->tags[i].parent] = true;
	}
	return used;
}

static bool is_heading(enum gp_tag_role role)
{
	return role >= GP_TAG_H1 && role <= GP_TAG_H6;
}

/* Tags by their place in the tree: the section of page 0 comes first, its parts were made last. */
struct kids {
	gp_tag *first, *next; /* -1: none */
};

static struct kids find_kids(const struct gp_doc *doc)
{
	struct kids k = {GP_ARRAY(doc->arena, doc->n_tags, gp_tag),
		GP_ARRAY(doc->arena, doc->n_tags, gp_tag)};
	gp_tag i, parent;

	for (i = 0; (size_t)i < doc->n_tags; i++)
		k.first[i] = k.next[i] = -1;
	for (i = (gp_tag)doc->n_tags; i-- > 1;) {
		parent = doc->tags[i].parent;
		k.next[i] = k.first[parent];
		k.first[parent] = i;
	}
	return k;
}

/* The tag read after `tag`; -1 after the last. */
static gp_tag read_next(const struct gp_doc *doc, const struct kids *k, gp_tag tag)
{
	if (k->first[tag] >= 0)
		return k->first[tag];
	while (tag >= 0 && k->next[tag] < 0)
		tag = doc->tags[tag].parent;
	return tag < 0 ? -1 : k->next[tag];
}

static void mend_headings(struct gp_doc *doc, const bool *used)
{
	struct kids kids = find_kids(doc);
	int level, before = 0;
	gp_tag i;

	for (i = 0; i >= 0; i = read_next(doc, &kids, i)) {
		struct gp_tag_def *t = &doc->tags[i];

		if (!used[i] || !is_heading(t->role))
			continue;
		level = (int)t->role - (int)GP_TAG_H1 + 1;
		level = level > before + 1 ? before + 1 : level;
		t->role = gp_tag_heading((unsigned)level);
		before = level;
	}
}

static bool is_of_table(enum gp_tag_role role)
{
	return role == GP_TAG_THEAD || role == GP_TAG_TBODY || role == GP_TAG_TR ||
	       role == GP_TAG_TH || role == GP_TAG_TD;
}

/* The table that each tag of a table stands in, -1 elsewhere. */
static gp_tag *find_tables(const struct gp_doc *doc)
{
	gp_tag *table = GP_ARRAY(doc->arena, doc->n_tags, gp_tag);
	size_t i;

	for (i = 0; i < doc->n_tags; i++) {
		const struct gp_tag_def *t = &doc->tags[i];

		table[i] = -1;
		if (t->role == GP_TAG_TABLE)
			table[i] = (gp_tag)i;
		else if (is_of_table(t->role) && t->parent >= 0)
			table[i] = table[t->parent];
	}
	return table;
}

static void mend_tables(struct gp_doc *doc, const bool *used)
{
	gp_tag *table = find_tables(doc);
	bool *has_head = GP_ARRAY(doc->arena, doc->n_tags, bool);
	size_t i;

	for (i = 0; i < doc->n_tags; i++) {
		if (used[i] && doc->tags[i].role == GP_TAG_TH && table[i] >= 0)
			has_head[table[i]] = true;
	}
	for (i = 0; i < doc->n_tags; i++) {
		struct gp_tag_def *t = &doc->tags[i];

		if (table[i] < 0 || has_head[table[i]])
			continue;
		t->role = GP_TAG_DIV;
		t->scope = GP_SCOPE_NONE;
		t->colspan = t->rowspan = 0;
	}
}

void gp_mend_tags(struct gp_doc *doc)
{
	struct gp_tag_def *copy = GP_ARRAY(doc->arena, doc->n_tags, struct gp_tag_def);
	bool *used;

	memcpy(copy, doc->tags, doc->n_tags * sizeof *copy);
	doc->tags = copy;
	doc->cap_tags = doc->n_tags;
	used = find_used(doc);
	mend_headings(doc, used);
	mend_tables(doc, used);
}
