/*
 * Tables of the document.  Anchors are found through an open-addressed hash table that is kept
 * at most half full, so thousands of ids cost no more than a few.
 */
#include "draw/list.h"

#include "base/hash.h"

#include <assert.h>
#include <string.h>

static const char *const role_names[GP_N_TAG_ROLES] = {
	[GP_TAG_DOCUMENT] = "Document",
	[GP_TAG_PART] = "Part",
	[GP_TAG_SECT] = "Sect",
	[GP_TAG_DIV] = "Div",
	[GP_TAG_H1] = "H1",
	[GP_TAG_H2] = "H2",
	[GP_TAG_H3] = "H3",
	[GP_TAG_H4] = "H4",
	[GP_TAG_H5] = "H5",
	[GP_TAG_H6] = "H6",
	[GP_TAG_P] = "P",
	[GP_TAG_L] = "L",
	[GP_TAG_LI] = "LI",
	[GP_TAG_LBL] = "Lbl",
	[GP_TAG_LBODY] = "LBody",
	[GP_TAG_TABLE] = "Table",
	[GP_TAG_THEAD] = "THead",
	[GP_TAG_TBODY] = "TBody",
	[GP_TAG_TR] = "TR",
	[GP_TAG_TH] = "TH",
	[GP_TAG_TD] = "TD",
	[GP_TAG_FIGURE] = "Figure",
	[GP_TAG_CAPTION] = "Caption",
	[GP_TAG_TOC] = "TOC",
	[GP_TAG_TOCI] = "TOCI",
	[GP_TAG_REFERENCE] = "Reference",
	[GP_TAG_NOTE] = "Note",
	[GP_TAG_SPAN] = "Span",
	[GP_TAG_LINK] = "Link",
	[GP_TAG_ASIDE] = "Aside",
};

const char *gp_tag_name(enum gp_tag_role role)
{
	return role_names[role];
}

enum gp_tag_role gp_tag_heading(unsigned level)
{
	unsigned most = GP_TAG_H6 - GP_TAG_H1 + 1;

	return (enum gp_tag_role)(GP_TAG_H1 + (level < most ? level : most) - 1);
}

struct gp_doc *gp_doc_new(struct gp_arena *a)
{
	struct gp_doc *doc = GP_NEW(a, struct gp_doc);

	doc->arena = a;
	doc->first_number = 1;
	gp_doc_tag(doc, GP_TAG_DOCUMENT, -1);
	return doc;
}

gp_tag gp_doc_tag(struct gp_doc *doc, enum gp_tag_role role, gp_tag parent)
{
	assert(parent < (gp_tag)doc->n_tags);
	*GP_PUSH(doc->arena, doc->tags, doc->n_tags, doc->cap_tags) =
		(struct gp_tag_def){.role = role, .parent = parent};
	return (gp_tag)doc->n_tags - 1;
}

/* The slot that holds the name, or the empty one where it belongs. */
static size_t find_slot(const struct gp_doc *doc, const char *name)
{
	uint64_t hash = gp_hash_bytes(GP_HASH_START, name, strlen(name));
	size_t i = gp_hash_slot(hash) & (doc->n_slots - 1);

	while (doc->anchor_slots[i] >= 0 &&
		strcmp(doc->anchors[doc->anchor_slots[i]].name, name) != 0)
		i = (i + 1) & (doc->n_slots - 1);
	return i;
}

static void grow_slots(struct gp_doc *doc)
{
	size_t i, n = doc->n_slots ? doc->n_slots * 2 : 64;

	doc->anchor_slots = GP_ARRAY(doc->arena, n, int32_t);
	doc->n_slots = n;
	memset(doc->anchor_slots, 0xff, n * sizeof *doc->anchor_slots);
	for (i = 0; i < doc->n_anchors; i++)
		doc->anchor_slots[find_slot(doc, doc->anchors[i].name)] = (int32_t)i;
}

void gp_doc_anchor(struct gp_doc *doc, const char *name, int32_t page, struct gp_point at)
{
	size_t slot;

	if (doc->n_anchors * 2 >= doc->n_slots)
		grow_slots(doc);
	slot = find_slot(doc, name);
	if (doc->anchor_slots[slot] < 0) {
		doc->anchor_slots[slot] = (int32_t)doc->n_anchors;
		GP_PUSH(doc->arena, doc->anchors, doc->n_anchors, doc->cap_anchors)->name = name;
	}
	doc->anchors[doc->anchor_slots[slot]].page = page;
	doc->anchors[doc->anchor_slots[slot]].at = at;
}

const struct gp_anchor_def *gp_doc_find(const struct gp_doc *doc, const char *name)
{
	size_t slot;

	if (doc->n_slots == 0)
		return NULL;
	slot = find_slot(doc, name);
	return doc->anchor_slots[slot] < 0 ? NULL : &doc->anchors[doc->anchor_slots[slot]];
}

void gp_doc_outline(struct gp_doc *doc, unsigned level, const char *title, const char *anchor)
{
	*GP_PUSH(doc->arena, doc->outline, doc->n_outline, doc->cap_outline) =
		(struct gp_outline){.title = title, .level = level, .anchor = anchor};
}

struct gp_page *gp_doc_page(struct gp_doc *doc, gp_len width, gp_len height)
{
	struct gp_page *p = GP_NEW(doc->arena, struct gp_page);

	p->arena = doc->arena;
	p->width = width;
	p->height = height;
	*GP_PUSH(doc->arena, doc->pages, doc->n_pages, doc->cap_pages) = p;
	return p;
}
