/*
 * Recording display lists.  A group is an operation that holds its children, so clips and alpha
 * are balanced however a list is replayed.
 */
#include "draw/list.h"

#include <assert.h>

static struct gp_point middle(struct gp_rect r)
{
	return (struct gp_point){r.x + r.w / 2, r.y + r.h / 2};
}

static void append(struct gp_page *p, struct gp_op *op)
{
	struct gp_op_group *g;

	if (p->n_open == 0) {
		*GP_PUSH(p->arena, p->ops, p->n, p->cap) = op;
		return;
	}
	g = &p->open[p->n_open - 1]->as.group;
	*GP_PUSH(p->arena, g->ops, g->n, g->cap) = op;
}

static struct gp_op *new_op(struct gp_page *p, enum gp_op_kind kind, const struct gp_origin *o)
{
	struct gp_op *op = GP_NEW(p->arena, struct gp_op);

	op->kind = kind;
	op->artifact = GP_ARTIFACT_LAYOUT;
	op->tag = -1;
	if (o) {
		assert(o->artifact != GP_CONTENT || o->tag >= 0);
		op->artifact = o->artifact;
		op->tag = o->artifact == GP_CONTENT ? o->tag : -1;
		op->block = o->block;
		op->place = o->place;
	}
	append(p, op);
	return op;
}

struct gp_op *gp_page_glyphs(struct gp_page *p, const struct gp_origin *o,
	const struct gp_op_glyphs *g, struct gp_rect ink)
{
	struct gp_op *op = new_op(p, GP_OP_GLYPHS, o);

	op->as.glyphs = *g;
	op->ink = ink;
	op->ref = (struct gp_point){g->origin.x + g->width / 2, g->origin.y};
	return op;
}

static struct gp_rect seg_box(const struct gp_path_seg *seg, size_t n)
{
	gp_len x0 = GP_LEN_MAX, y0 = GP_LEN_MAX, x1 = -GP_LEN_MAX, y1 = -GP_LEN_MAX;
	size_t i, k, points;

	/* Control points bound a curve; for our arcs they lie within a hair of it. */
	for (i = 0; i < n; i++) {
		points = gp_seg_points(&seg[i]);
		for (k = 0; k < points; k++) {
			x0 = gp_len_min(x0, seg[i].p[k].x);
			y0 = gp_len_min(y0, seg[i].p[k].y);
			x1 = gp_len_max(x1, seg[i].p[k].x);
			y1 = gp_len_max(y1, seg[i].p[k].y);
		}
	}
	return x1 < x0 ? (struct gp_rect){0, 0, 0, 0} : (struct gp_rect){x0, y0, x1 - x0, y1 - y0};
}

struct gp_op *gp_page_path(
	struct gp_page *p, const struct gp_origin *o, const struct gp_op_path *path)
{
	struct gp_op *op = new_op(p, GP_OP_PATH, o);

	op->as.path = *path;
	op->ink = seg_box(path->seg, path->n);
	if (path->stroke)
		op->ink = gp_rect_grow(op->ink, path->width / 2);
	op->ref = middle(op->ink);
	return op;
}

struct gp_op *gp_page_picture(
	struct gp_page *p, const struct gp_origin *o, const struct gp_op_picture *picture)
{
	struct gp_op *op = new_op(p, GP_OP_PICTURE, o);

	op->as.picture = *picture;
	op->ink = picture->box;
	op->ref = middle(op->ink);
	return op;
}

struct gp_op *gp_page_link(
	struct gp_page *p, const struct gp_origin *o, const struct gp_op_link *link)
{
	struct gp_op *op = new_op(p, GP_OP_LINK, o);

	op->as.link = *link;
	op->ink = link->box;
	op->ref = middle(op->ink);
	return op;
}

static void begin(struct gp_page *p, struct gp_op *op)
{
	*GP_PUSH(p->arena, p->open, p->n_open, p->cap_open) = op;
}

void gp_page_begin_clip(struct gp_page *p, const struct gp_path_seg *seg, size_t n)
{
	struct gp_op *op = new_op(p, GP_OP_CLIP, NULL);

	op->as.group.seg = seg;
	op->as.group.n_seg = n;
	begin(p, op);
}

void gp_page_begin_alpha(struct gp_page *p, unsigned percent)
{
	struct gp_op *op = new_op(p, GP_OP_ALPHA, NULL);

	op->as.group.alpha = percent;
	begin(p, op);
}

void gp_page_end(struct gp_page *p)
{
	struct gp_op *op;
	struct gp_rect box = {0, 0, 0, 0};
	size_t i;

	assert(p->n_open > 0);
	op = p->open[--p->n_open];
	for (i = 0; i < op->as.group.n; i++)
		box = gp_rect_union(box, op->as.group.ops[i]->ink);
	if (op->kind == GP_OP_CLIP)
		box = gp_rect_common(box, seg_box(op->as.group.seg, op->as.group.n_seg));
	op->ink = box;
	op->ref = middle(box);
}

static void each(struct gp_op *const *ops, size_t n, gp_op_fn *fn, void *user)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (ops[i]->kind == GP_OP_CLIP || ops[i]->kind == GP_OP_ALPHA)
			each(ops[i]->as.group.ops, ops[i]->as.group.n, fn, user);
		else
			fn(ops[i], user);
	}
}

void gp_page_each(const struct gp_page *p, gp_op_fn *fn, void *user)
{
	assert(p->n_open == 0);
	each(p->ops, p->n, fn, user);
}

struct gp_rect gp_page_ink(const struct gp_page *p)
{
	struct gp_rect box = {0, 0, 0, 0};
	size_t i;

	for (i = 0; i < p->n; i++) {
		if (p->ops[i]->kind != GP_OP_LINK)
			box = gp_rect_union(box, p->ops[i]->ink);
	}
	return box;
}
