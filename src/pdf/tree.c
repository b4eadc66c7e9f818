/*
 * Elements come in thousands, and an entry of a libharu dictionary takes 300 bytes; so an element
 * is a numbered dictionary with one raw entry that holds its whole body.
 *
 * Two things are put right here: a link without an annotation is written as Span, since Link says
 * that there is something to follow; and a Reference with annotations gets a Link inside that holds
 * all of it, as ISO 14289-1, 7.18.5 wants annotations to stand in a Link.
 */
#include "pdf/tree.h"

#include "pdf/lookup.h"

#include <stdlib.h>
#include <string.h>

struct piece { /* a marked sequence or an annotation */
	struct piece *next;
	int32_t page, mcid;
	struct gp_dict *annot; /* NULL: a marked sequence */
	uint32_t seq;          /* order of reading over the whole document */
};

struct node {
	struct piece *first, *last;
	uint32_t seq;       /* smallest of its content and its children's */
	gp_tag child, next; /* first child, next sibling; -1: none */
	gp_tag figure;      /* nearest figure, itself included; -1: none */
	bool kept, has_annot;
	bool mixed; /* its content was not drawn in the order of reading */
	size_t n_pieces;
	struct gp_dict *dict, *link; /* link: the Link put inside a Reference */
	int32_t ink_page;            /* figures: page of the ink, -1 none, -2 several */
	struct gp_rect ink;
};

struct tags {
	gp_tag *v;
	size_t n, cap;
};

struct gp_tree {
	struct gp_pdf_job *job;
	struct node *nodes; /* by tag */
	struct tags *pages; /* tag of each MCID, by page */
	struct tags annots; /* tag of each annotation */
	uint32_t seq;       /* of the next piece that comes in order of drawing */
	uint32_t base;      /* where operations with an order of their own begin, 0: none yet */
	struct gp_dict *root;
	struct gp_buf out;
};

struct gp_tree *gp_tree_new(struct gp_pdf_job *job)
{
	struct gp_tree *t = GP_NEW(job->arena, struct gp_tree);
	const struct gp_tag_def *tags = job->doc->tags;
	size_t i;

	t->job = job;
	t->nodes = GP_ARRAY(job->arena, job->doc->n_tags, struct node);
	t->pages = GP_ARRAY(job->arena, job->doc->n_pages, struct tags);
	for (i = 0; i < job->doc->n_tags; i++) {
		t->nodes[i] =
			(struct node){.seq = UINT32_MAX, .child = -1, .next = -1, .ink_page = -1};
		t->nodes[i].figure = tags[i].role == GP_TAG_FIGURE ? (gp_tag)i
				     : tags[i].parent >= 0         ? t->nodes[tags[i].parent].figure
								   : -1;
	}
	return t;
}

static const struct gp_tag_def *def(const struct gp_tree *t, gp_tag tag)
{
	return &t->job->doc->tags[tag];
}

const char *gp_tree_name(const struct gp_tree *t, gp_tag tag)
{
	return gp_tag_name(def(t, tag)->role);
}

/* Pages before the first one with an order of its own come first. */
static uint32_t next_seq(struct gp_tree *t, uint32_t order)
{
	uint32_t seq;

	if (!order)
		return t->seq++;
	if (!t->base)
		t->base = t->seq + 1;
	seq = t->base + order;
	if (t->seq <= seq)
		t->seq = seq + 1;
	return seq;
}

static void add_piece(struct gp_tree *t, gp_tag tag, struct piece piece, uint32_t order)
{
	struct node *n = &t->nodes[tag];
	struct piece *p = GP_NEW(t->job->arena, struct piece);

	*p = piece;
	p->seq = next_seq(t, order);
	if (n->last) {
		n->mixed |= n->last->seq > p->seq;
		n->last->next = p;
	} else {
		n->first = p;
	}
	n->last = p;
	n->n_pieces++;
	if (n->seq > p->seq)
		n->seq = p->seq;
}

int32_t gp_tree_mark(struct gp_tree *t, int32_t page, gp_tag tag, uint32_t order)
{
	struct tags *marks = &t->pages[page];
	int32_t mcid = (int32_t)marks->n;

	*GP_PUSH(t->job->arena, marks->v, marks->n, marks->cap) = tag;
	add_piece(t, tag, (struct piece){.page = page, .mcid = mcid}, order);
	return mcid;
}

void gp_tree_ink(struct gp_tree *t, int32_t page, gp_tag tag, struct gp_rect ink)
{
	gp_tag figure = t->nodes[tag].figure;
	struct node *n;

	if (figure < 0)
		return;
	n = &t->nodes[figure];
	if (n->ink_page == -1)
		n->ink_page = page;
	else if (n->ink_page != page)
		n->ink_page = -2;
	n->ink = gp_rect_union(n->ink, ink);
}

int32_t gp_tree_annot(
	struct gp_tree *t, int32_t page, const struct gp_op *op, struct gp_dict *annot)
{
	add_piece(t, op->tag, (struct piece){.page = page, .annot = annot}, op->order);
	t->nodes[op->tag].has_annot = true;
	*GP_PUSH(t->job->arena, t->annots.v, t->annots.n, t->annots.cap) = op->tag;
	return (int32_t)(t->job->doc->n_pages + t->annots.n - 1);
}

int32_t gp_tree_page_key(const struct gp_tree *t, int32_t page)
{
	return t->pages[page].n > 0 ? page : -1;
}

/* --- which elements there are ----------------------------------------------------------------- */

static bool is_cell(enum gp_tag_role role)
{
	return role == GP_TAG_TH || role == GP_TAG_TD;
}

/* Children come after their parents in the table, so one walk up and one down do. */
static void link_nodes(struct gp_tree *t)
{
	struct node *n, *p;
	size_t i;

	for (i = t->job->doc->n_tags; i-- > 1;) {
		n = &t->nodes[i];
		p = &t->nodes[def(t, (gp_tag)i)->parent];
		n->kept = n->seq != UINT32_MAX;
		if (p->seq > n->seq)
			p->seq = n->seq;
		n->next = p->child;
		p->child = (gp_tag)i;
	}
	t->nodes[0].kept = true;
	for (i = 1; i < t->job->doc->n_tags; i++) {
		if (is_cell(def(t, (gp_tag)i)->role))
			t->nodes[i].kept |= t->nodes[def(t, (gp_tag)i)->parent].kept;
	}
}

static int compare_pieces(const void *a, const void *b)
{
	const struct piece *const *x = a, *const *y = b;

	return (*x)->seq < (*y)->seq ? -1 : (*x)->seq > (*y)->seq;
}

/* Content that was drawn in another order than it is read in: sheets and tiles. */
static void sort_pieces(struct gp_tree *t, struct node *n)
{
	struct piece **all = GP_ARRAY(t->job->arena, n->n_pieces, struct piece *), *p;
	size_t i = 0;

	for (p = n->first; p; p = p->next)
		all[i++] = p;
	qsort(all, n->n_pieces, sizeof *all, compare_pieces);
	for (i = 0; i < n->n_pieces; i++)
		all[i]->next = i + 1 < n->n_pieces ? all[i + 1] : NULL;
	n->first = all[0];
}

static void number_nodes(struct gp_tree *t)
{
	struct node *n;
	size_t i;

	for (i = 0; i < t->job->doc->n_tags; i++) {
		n = &t->nodes[i];
		if (!n->kept)
			continue;
		if (n->mixed)
			sort_pieces(t, n);
		n->dict = gp_haru_dict(t->job->haru);
		if (def(t, (gp_tag)i)->role == GP_TAG_REFERENCE && n->has_annot)
			n->link = gp_haru_dict(t->job->haru);
	}
}

/* The element that holds the content of a tag. */
static struct gp_dict *holder(const struct gp_tree *t, gp_tag tag)
{
	return t->nodes[tag].link ? t->nodes[tag].link : t->nodes[tag].dict;
}

/* --- bodies ----------------------------------------------------------------------------------- */

static void put_page(struct gp_tree *t, int32_t page)
{
	gp_buf_str(&t->out, "/Pg ");
	gp_buf_ref(&t->out, gp_dict_number(t->job->pages[page]));
}

/* home: page named in the element itself, so that an integer is enough for its sequences */
static void put_piece(struct gp_tree *t, const struct piece *p, int32_t home)
{
	if (p->annot) {
		gp_buf_str(&t->out, "<</Type/OBJR");
		put_page(t, p->page);
		gp_buf_str(&t->out, "/Obj ");
		gp_buf_ref(&t->out, gp_dict_number(p->annot));
		gp_buf_str(&t->out, ">>");
	} else if (p->page != home) {
		gp_buf_str(&t->out, "<</Type/MCR");
		put_page(t, p->page);
		gp_buf_str(&t->out, "/MCID ");
		gp_buf_int(&t->out, p->mcid);
		gp_buf_str(&t->out, ">>");
	} else {
		gp_buf_int(&t->out, p->mcid);
	}
	gp_buf_char(&t->out, ' ');
}

/* Own content that is read before `seq`; returns what is left. */
static const struct piece *put_pieces(
	struct gp_tree *t, const struct piece *p, uint32_t seq, int32_t home)
{
	for (; p && p->seq < seq; p = p->next)
		put_piece(t, p, home);
	return p;
}

static void put_kids(struct gp_tree *t, const struct node *n)
{
	const struct piece *p = n->first;
	int32_t home = p ? p->page : -1;
	gp_tag i;

	if (p)
		put_page(t, home);
	gp_buf_str(&t->out, "/K[");
	for (i = n->child; i >= 0; i = t->nodes[i].next) {
		if (!t->nodes[i].kept)
			continue;
		if (t->nodes[i].seq != UINT32_MAX)
			p = put_pieces(t, p, t->nodes[i].seq, home);
		gp_buf_ref(&t->out, gp_dict_number(t->nodes[i].dict));
		gp_buf_char(&t->out, ' ');
	}
	put_pieces(t, p, UINT32_MAX, home);
	gp_buf_char(&t->out, ']');
}

static void put_text(struct gp_tree *t, const char *key, const char *text, gp_tag tag)
{
	size_t start, bytes;

	if (!text)
		return;
	gp_buf_str(&t->out, key);
	start = t->out.n;
	gp_buf_text(&t->out, text);
	bytes = t->out.n - start - 2;
	if (t->out.s[start] == '<') /* two digits make a byte */
		bytes /= 2;
	if (bytes > GP_PDF_MAX_TEXT)
		gp_report(t->job->diag, GP_MSG_PDF_LONG_TEXT, def(t, tag)->place, strlen(text));
}

static void put_span(struct gp_tree *t, const char *key, unsigned n)
{
	if (n < 2)
		return;
	gp_buf_str(&t->out, key);
	gp_buf_int(&t->out, n);
}

static void put_cell(struct gp_tree *t, const struct gp_tag_def *d)
{
	static const char *const scopes[] = {[GP_SCOPE_ROW] = "/Scope/Row",
		[GP_SCOPE_COLUMN] = "/Scope/Column",
		[GP_SCOPE_BOTH] = "/Scope/Both"};
	bool scoped = d->role == GP_TAG_TH && d->scope != GP_SCOPE_NONE;

	if (!scoped && d->colspan < 2 && d->rowspan < 2)
		return;
	gp_buf_str(&t->out, "/A<</O/Table");
	if (scoped)
		gp_buf_str(&t->out, scopes[d->scope]);
	put_span(t, "/ColSpan ", d->colspan);
	put_span(t, "/RowSpan ", d->rowspan);
	gp_buf_str(&t->out, ">>");
}

static void put_list(struct gp_tree *t, const struct gp_tag_def *d)
{
	static const char *const names[] = {[GP_NUMBERING_NONE] = "None",
		[GP_NUMBERING_DISC] = "Disc",
		[GP_NUMBERING_SQUARE] = "Square",
		[GP_NUMBERING_DECIMAL] = "Decimal"};

	gp_buf_str(&t->out, "/A<</O/List/ListNumbering/");
	gp_buf_str(&t->out, names[d->numbering]);
	gp_buf_str(&t->out, ">>");
}

static void put_figure(struct gp_tree *t, const struct node *n)
{
	if (n->ink_page < 0)
		return;
	gp_buf_str(&t->out, "/A<</O/Layout/Placement/Block/BBox");
	gp_pdf_rect(&t->out, t->job->doc->pages[n->ink_page]->height, n->ink);
	gp_buf_str(&t->out, ">>");
}

static void put_attributes(struct gp_tree *t, gp_tag tag)
{
	const struct gp_tag_def *d = def(t, tag);

	if (is_cell(d->role))
		put_cell(t, d);
	if (d->role == GP_TAG_L)
		put_list(t, d);
	if (d->role == GP_TAG_FIGURE)
		put_figure(t, &t->nodes[tag]);
}

static char *note_id(struct gp_tree *t, gp_tag tag)
{
	return gp_arena_printf(t->job->arena, "(note-%08ld)", (long)tag);
}

static void put_head(struct gp_tree *t, const char *role, struct gp_dict *parent)
{
	gp_buf_str(&t->out, "/S/");
	gp_buf_str(&t->out, role);
	gp_buf_str(&t->out, "/P ");
	gp_buf_ref(&t->out, gp_dict_number(parent));
}

static void write_element(struct gp_tree *t, gp_tag tag)
{
	const struct gp_tag_def *d = def(t, tag);
	const struct node *n = &t->nodes[tag];
	bool dead_link = d->role == GP_TAG_LINK && !n->has_annot;

	put_head(t, dead_link ? "Span" : gp_tag_name(d->role),
		d->parent >= 0 ? holder(t, d->parent) : t->root);
	put_text(t, "/T", d->title, tag);
	put_text(t, "/Lang", d->lang, tag);
	put_text(t, "/Alt", d->alt, tag);
	put_text(t, "/ActualText", d->actual, tag);
	put_attributes(t, tag);
	if (d->role == GP_TAG_NOTE) { /* ISO 14289-1, 7.9: notes have an ID */
		gp_buf_str(&t->out, "/ID");
		gp_buf_str(&t->out, note_id(t, tag));
	}
	if (n->link) {
		gp_buf_str(&t->out, "/K ");
		gp_buf_ref(&t->out, gp_dict_number(n->link));
		gp_dict_raw(n->dict, NULL, gp_buf_take_str(&t->out, t->job->arena));
		put_head(t, "Link", n->dict);
	}
	put_kids(t, n);
	gp_dict_raw(holder(t, tag), NULL, gp_buf_take_str(&t->out, t->job->arena));
}

/* --- tables around the tree ------------------------------------------------------------------- */

/* From MCIDs and annotations back to elements. */
static struct gp_dict *parent_tree(struct gp_tree *t)
{
	const struct gp_doc *doc = t->job->doc;
	struct gp_lookup *table = gp_lookup_new(t->job, "Nums");
	struct gp_array *marks;
	size_t i, k;

	for (i = 0; i < doc->n_pages; i++) {
		if (t->pages[i].n == 0)
			continue;
		marks = gp_haru_array(t->job->haru);
		for (k = 0; k < t->pages[i].n; k++)
			gp_array_ref(marks, holder(t, t->pages[i].v[k]));
		gp_buf_ref(&t->out, gp_array_number(marks));
		gp_lookup_number(table, (int64_t)i, gp_buf_take_str(&t->out, t->job->arena));
	}
	for (i = 0; i < t->annots.n; i++) {
		gp_buf_ref(&t->out, gp_dict_number(holder(t, t->annots.v[i])));
		gp_lookup_number(table, (int64_t)(doc->n_pages + i),
			gp_buf_take_str(&t->out, t->job->arena));
	}
	return gp_lookup_write(table);
}

static struct gp_dict *id_tree(struct gp_tree *t)
{
	struct gp_lookup *table = NULL;
	size_t i;

	for (i = 0; i < t->job->doc->n_tags; i++) {
		if (!t->nodes[i].kept || def(t, (gp_tag)i)->role != GP_TAG_NOTE)
			continue;
		table = table ? table : gp_lookup_new(t->job, "Names");
		gp_buf_ref(&t->out, gp_dict_number(t->nodes[i].dict));
		gp_lookup_text(
			table, note_id(t, (gp_tag)i), gp_buf_take_str(&t->out, t->job->arena));
	}
	return table ? gp_lookup_write(table) : NULL;
}

void gp_tree_finish(struct gp_tree *t)
{
	struct gp_dict *catalog = gp_haru_catalog(t->job->haru), *ids;
	size_t i;

	link_nodes(t);
	t->root = gp_haru_dict(t->job->haru);
	number_nodes(t);
	for (i = 0; i < t->job->doc->n_tags; i++) {
		if (t->nodes[i].kept)
			write_element(t, (gp_tag)i);
	}
	gp_dict_name(t->root, "Type", "StructTreeRoot");
	gp_array_ref(gp_dict_array(t->root, "K"), t->nodes[0].dict);
	gp_dict_name(gp_dict_dict(t->root, "RoleMap"), gp_tag_name(GP_TAG_ASIDE), "Div");
	gp_dict_ref(t->root, "ParentTree", parent_tree(t));
	gp_dict_int(t->root, "ParentTreeNextKey", (int32_t)(t->job->doc->n_pages + t->annots.n));
	ids = id_tree(t);
	if (ids)
		gp_dict_ref(t->root, "IDTree", ids);
	gp_dict_ref(catalog, "StructTreeRoot", t->root);
	gp_dict_bool(gp_dict_dict(catalog, "MarkInfo"), "Marked", true);
	gp_buf_done(&t->out);
}
