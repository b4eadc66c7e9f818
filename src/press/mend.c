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

static void mend_headings(struct gp_doc *doc, const bool *used)
{
	int level, before = 0;
	size_t i;

	for (i = 0; i < doc->n_tags; i++) {
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
