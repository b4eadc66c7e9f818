/*
 * Items and the grid.  Space between two items is the larger of what the upper asks after it and
 * the lower before it, never the sum; then the lower one moves down to where its kind may stand.
 */
#include "layout/galley.h"

#include <string.h>

gp_len gp_step_len(const struct gp_job *job)
{
	return job->style->page.baseline;
}

gp_len gp_half(const struct gp_job *job)
{
	return job->style->page.baseline / 2;
}

struct gp_galley *gp_galley_new(struct gp_job *job, gp_tag parent)
{
	const struct gp_page_style *p = &job->style->page;
	struct gp_galley *g = GP_NEW(job->arena, struct gp_galley);

	*g = (struct gp_galley){.job = job,
		.main = p->main,
		.parent = parent,
		.heads = 2,
		.full = p->main + p->gutter + p->margin_column};
	return g;
}

struct gp_galley *gp_galley_alone(const struct gp_galley *outer, gp_len width, gp_tag parent)
{
	struct gp_galley *g = GP_NEW(outer->job->arena, struct gp_galley);

	*g = (struct gp_galley){.job = outer->job,
		.main = width,
		.full = width,
		.nested = true,
		.parent = parent,
		.heads = outer->heads};
	return g;
}

struct gp_galley *gp_galley_nested(struct gp_galley *outer, gp_len width, gp_tag parent)
{
	struct gp_galley *g = gp_galley_alone(outer, width, parent);

	g->root = outer->root ? outer->root : outer;
	return g;
}

struct gp_item *gp_galley_add(struct gp_galley *g)
{
	struct gp_item *it = GP_PUSH(g->job->arena, g->items, g->n, g->cap);

	*it = (struct gp_item){.grid = GP_GRID_HALF,
		.baseline = -1,
		.block = g->job->block,
		.place = g->job->place};
	return it;
}

void gp_item_anchor(struct gp_galley *g, struct gp_item *item, const char *id)
{
	*GP_PUSH(g->job->arena, item->anchors, item->n_anchors, item->cap_anchors) = id;
}

struct gp_page *gp_item_fragment(struct gp_galley *g, struct gp_item *item, enum gp_column_kind col)
{
	if (!item->fragment[col])
		item->fragment[col] = gp_job_fragment(g->job);
	return item->fragment[col];
}

struct gp_rich gp_rich_word(struct gp_job *job, const char *text, unsigned flags)
{
	struct gp_span *s = GP_NEW(job->arena, struct gp_span);

	*s = (struct gp_span){
		.flags = flags, .text = text, .len = strlen(text), .place = job->place};
	return (struct gp_rich){s, 1, job->place};
}

struct gp_rich gp_rich_join(struct gp_job *job, const struct gp_rich *a, const struct gp_rich *b)
{
	struct gp_span *s = GP_ARRAY(job->arena, a->n + b->n, struct gp_span);
	size_t i;

	for (i = 0; i < a->n; i++)
		s[i] = a->spans[i];
	for (i = 0; i < b->n; i++)
		s[a->n + i] = b->spans[i];
	return (struct gp_rich){s, a->n + b->n, b->n ? b->place : a->place};
}

struct gp_rich gp_rich_strong(struct gp_job *job, const struct gp_rich *r)
{
	struct gp_span *s = GP_ARRAY(job->arena, r->n, struct gp_span);
	size_t i;

	for (i = 0; i < r->n; i++) {
		s[i] = r->spans[i];
		s[i].flags |= GP_STRONG;
	}
	return (struct gp_rich){s, r->n, r->place};
}

static gp_len on_grid(const struct gp_job *job, const struct gp_item *item, gp_len y)
{
	gp_len step = gp_step_len(job), half = gp_half(job);

	switch (item->grid) {
	case GP_GRID_TEXT:
		return gp_len_ceil(y, step);
	case GP_GRID_HEAD:
		return gp_len_ceil(y + item->height, step) - item->height;
	case GP_GRID_BOX:
		return gp_len_ceil(y - half, step) + half;
	case GP_GRID_FREE:
		return y;
	case GP_GRID_HALF:
		break;
	}
	return gp_len_ceil(y, half);
}

gp_len gp_item_top(
	const struct gp_job *job, const struct gp_item *prev, gp_len y, const struct gp_item *item)
{
	if (!prev)
		return on_grid(job, item, item->head_height);
	return on_grid(job, item, y + gp_len_max(prev->after, item->before));
}

/* Ids inside a block are found where the block around them stands. */
static void lift_anchors(struct gp_galley *g)
{
	struct gp_galley *root = g->root;
	size_t i, k;

	for (i = 0; root && i < g->n; i++) {
		for (k = 0; k < g->items[i].n_anchors; k++)
			*GP_PUSH(g->job->arena, root->late_ids, root->n_late_ids,
				root->cap_late_ids) = g->items[i].anchors[k];
	}
}

static gp_len stack(struct gp_galley *g, struct gp_page *list, struct gp_point at)
{
	const struct gp_item *prev = NULL;
	gp_len y = 0;
	size_t i, col;

	for (i = 0; i < g->n; i++) {
		struct gp_item *it = &g->items[i];

		/* a table's own first row draws its head itself */
		y = prev ? gp_item_top(g->job, prev, y, it) : 0;
		for (col = 0; list && col < GP_N_COLS; col++) {
			if (it->fragment[col])
				gp_fragment_place(list, it->fragment[col],
					(struct gp_point){at.x, at.y + y}, false);
		}
		y += it->height;
		prev = it;
	}
	return y;
}

gp_len gp_galley_stack(struct gp_galley *g, struct gp_page *list, struct gp_point at)
{
	lift_anchors(g);
	return stack(g, list, at);
}

gp_len gp_galley_height(const struct gp_galley *g)
{
	struct gp_galley copy = *g;

	return stack(&copy, NULL, (struct gp_point){0, 0});
}

void gp_galley_blocks(struct gp_galley *g, const struct gp_blocks *b)
{
	size_t i;

	for (i = 0; i < b->n; i++)
		gp_galley_block(g, &b->b[i]);
}
