/*
 * Annotations and destinations are ISO 32000-1, 12.3 and 12.5; what an accessible one needs is in
 * ISO 14289-1, 7.18 (Contents, a place in the tree), what an archived one may have in ISO 19005-2,
 * 6.3 (printed, no appearance needed for links).
 */
#include "pdf/links.h"

#include "pdf/lookup.h"
#include "pdf/tree.h"

#include <stdlib.h>
#include <string.h>

/* "[12 0 R/XYZ x y 0]": zoom 0 keeps the reader's. */
static const char *destination(struct gp_pdf_job *job, const struct gp_anchor_def *anchor)
{
	gp_len height = job->doc->pages[anchor->page]->height;
	struct gp_buf b = {0};
	char *s;

	gp_buf_char(&b, '[');
	gp_buf_ref(&b, gp_dict_number(job->pages[anchor->page]));
	gp_buf_str(&b, "/XYZ ");
	gp_buf_point(&b, anchor->at.x, height - anchor->at.y);
	gp_buf_str(&b, "0]");
	s = gp_buf_take_str(&b, job->arena);
	gp_buf_done(&b);
	return s;
}

/* The anchor of that name when it is on a page of this file. */
static const struct gp_anchor_def *placed(const struct gp_doc *doc, const char *name)
{
	const struct gp_anchor_def *a = gp_doc_find(doc, name);

	return a && a->page >= 0 && (size_t)a->page < doc->n_pages ? a : NULL;
}

/* A URI as RFC 3986 writes it: what is not ASCII is percent-encoded. */
static char *uri_action(struct gp_pdf_job *job, const char *uri)
{
	struct gp_buf b = {0};
	char *s;

	gp_buf_str(&b, "<</S/URI/URI(");
	for (; *uri; uri++) {
		if (*uri <= ' ' || *uri > '~') {
			gp_buf_char(&b, '%');
			gp_buf_hex8(&b, (unsigned char)*uri);
		} else {
			if (*uri == '(' || *uri == ')' || *uri == '\\')
				gp_buf_char(&b, '\\');
			gp_buf_char(&b, *uri);
		}
	}
	gp_buf_str(&b, ")>>");
	s = gp_buf_take_str(&b, job->arena);
	gp_buf_done(&b);
	return s;
}

static void put_rect(struct gp_pdf_job *job, struct gp_dict *d, gp_len height, struct gp_rect r)
{
	struct gp_buf b = {0};

	gp_pdf_rect(&b, height, r);
	gp_dict_raw(d, "Rect", gp_buf_take_str(&b, job->arena));
	gp_buf_done(&b);
}

void gp_links_add(struct gp_content *c, const struct gp_op *op)
{
	struct gp_pdf_job *job = c->job;
	const struct gp_tag_def *tag = &job->doc->tags[op->tag];
	const struct gp_anchor_def *anchor;
	struct gp_dict *d;

	if (!tag->link || (tag->role != GP_TAG_LINK && tag->role != GP_TAG_REFERENCE))
		return;
	anchor = *tag->link == '#' ? placed(job->doc, tag->link + 1) : NULL;
	if (*tag->link == '#' && !anchor)
		return;
	d = gp_haru_dict(job->haru);
	gp_dict_name(d, "Type", "Annot");
	gp_dict_name(d, "Subtype", "Link");
	put_rect(job, d, c->page->height, op->as.link.box);
	gp_dict_raw(d, "Border", "[0 0 0]");
	gp_dict_int(d, "F", 4);
	gp_dict_text(d, "Contents",
		op->as.link.contents ? op->as.link.contents : tag->link + (anchor ? 1 : 0));
	if (anchor)
		gp_dict_raw(d, "Dest", destination(job, anchor));
	else
		gp_dict_raw(d, "A", uri_action(job, tag->link));
	gp_dict_int(d, "StructParent", gp_tree_annot(job->tree, c->index, op, d));
	if (!c->annots)
		c->annots = gp_haru_array(job->haru);
	gp_array_ref(c->annots, d);
}

/* --- named destinations ----------------------------------------------------------------------- */

static int compare_names(const void *a, const void *b)
{
	const struct gp_anchor_def *const *x = a, *const *y = b;

	return strcmp((*x)->name, (*y)->name);
}

static void name_destinations(struct gp_pdf_job *job)
{
	const struct gp_doc *doc = job->doc;
	const struct gp_anchor_def **sorted =
		GP_ARRAY(job->arena, doc->n_anchors, const struct gp_anchor_def *);
	struct gp_lookup *names = gp_lookup_new(job, "Names");
	struct gp_buf b = {0};
	size_t i, n = 0;

	for (i = 0; i < doc->n_anchors; i++) {
		if (placed(doc, doc->anchors[i].name))
			sorted[n++] = &doc->anchors[i];
	}
	if (n == 0)
		return;
	qsort(sorted, n, sizeof *sorted, compare_names);
	for (i = 0; i < n; i++) {
		/* bytes, not text: names are ids and sorted by their bytes */
		gp_buf_bytes(&b, sorted[i]->name);
		gp_lookup_text(names, gp_buf_take_str(&b, job->arena), destination(job, sorted[i]));
	}
	gp_buf_done(&b);
	gp_dict_ref(
		gp_dict_dict(gp_haru_catalog(job->haru), "Names"), "Dests", gp_lookup_write(names));
}

/* --- outline ---------------------------------------------------------------------------------- */

struct entry {
	struct gp_dict *dict;
	struct gp_dict *parent, *first, *last, *prev, *next;
	int32_t n_kids;
};

/* Where entry i hangs: the nearest one before it of a lower level; n when there is none. */
static size_t above(const struct gp_outline *o, const size_t *parents, size_t i, size_t n)
{
	size_t k = i == 0 ? n : i - 1;

	while (k < n && o[k].level >= o[i].level)
		k = parents[k];
	return k;
}

static void hang(struct entry *kid, struct entry *parent, struct entry *last)
{
	kid->parent = parent->dict;
	parent->n_kids++;
	parent->last = kid->dict;
	if (!parent->first)
		parent->first = kid->dict;
	if (last) {
		last->next = kid->dict;
		kid->prev = last->dict;
	}
}

static void put_if(struct gp_dict *d, const char *key, struct gp_dict *to)
{
	if (to)
		gp_dict_ref(d, key, to);
}

static void put_entry(struct gp_pdf_job *job, const struct entry *e, const struct gp_outline *o)
{
	const struct gp_anchor_def *anchor = o->anchor ? placed(job->doc, o->anchor) : NULL;

	gp_dict_text(e->dict, "Title", o->title);
	gp_dict_ref(e->dict, "Parent", e->parent);
	put_if(e->dict, "Prev", e->prev);
	put_if(e->dict, "Next", e->next);
	put_if(e->dict, "First", e->first);
	put_if(e->dict, "Last", e->last);
	if (e->n_kids) /* negative: shown closed */
		gp_dict_int(e->dict, "Count", -e->n_kids);
	if (anchor)
		gp_dict_raw(e->dict, "Dest", destination(job, anchor));
}

static void outline(struct gp_pdf_job *job)
{
	size_t n = job->doc->n_outline, i;
	struct entry *e = GP_ARRAY(job->arena, n + 1, struct entry); /* e[n]: the root */
	size_t *parents = GP_ARRAY(job->arena, n + 1, size_t);
	size_t *last = GP_ARRAY(job->arena, n + 1, size_t); /* last kid so far plus one */

	if (n == 0)
		return;
	for (i = 0; i <= n; i++)
		e[i].dict = gp_haru_dict(job->haru);
	for (i = 0; i < n; i++) {
		parents[i] = above(job->doc->outline, parents, i, n);
		hang(&e[i], &e[parents[i]], last[parents[i]] ? &e[last[parents[i]] - 1] : NULL);
		last[parents[i]] = i + 1;
	}
	for (i = 0; i < n; i++)
		put_entry(job, &e[i], &job->doc->outline[i]);
	gp_dict_name(e[n].dict, "Type", "Outlines");
	gp_dict_ref(e[n].dict, "First", e[n].first);
	gp_dict_ref(e[n].dict, "Last", e[n].last);
	gp_dict_int(e[n].dict, "Count", e[n].n_kids);
	gp_dict_ref(gp_haru_catalog(job->haru), "Outlines", e[n].dict);
}

/* --- page labels ------------------------------------------------------------------------------ */

static unsigned printed_number(const struct gp_doc *doc, size_t i)
{
	return doc->pages[i]->number ? doc->pages[i]->number : doc->first_number + (unsigned)i;
}

/* True when the label of page i is the one of the page before, counted on. */
static bool goes_on(const struct gp_doc *doc, size_t i)
{
	return i > 0 && !doc->pages[i]->label && !doc->pages[i - 1]->label &&
	       printed_number(doc, i) == printed_number(doc, i - 1) + 1;
}

static void page_labels(struct gp_pdf_job *job)
{
	struct gp_lookup *labels = gp_lookup_new(job, "Nums");
	const struct gp_doc *doc = job->doc;
	struct gp_buf b = {0};
	size_t i;

	for (i = 0; i < doc->n_pages; i++) {
		if (goes_on(doc, i))
			continue;
		if (doc->pages[i]->label) {
			gp_buf_str(&b, "<</P");
			gp_buf_text(&b, doc->pages[i]->label);
		} else {
			gp_buf_str(&b, "<</S/D/St ");
			gp_buf_int(&b, printed_number(doc, i));
		}
		gp_buf_str(&b, ">>");
		gp_lookup_number(labels, (int64_t)i, gp_buf_take_str(&b, job->arena));
	}
	gp_buf_done(&b);
	gp_dict_ref(gp_haru_catalog(job->haru), "PageLabels", gp_lookup_write(labels));
}

void gp_links_finish(struct gp_pdf_job *job)
{
	name_destinations(job);
	outline(job);
	page_labels(job);
}
