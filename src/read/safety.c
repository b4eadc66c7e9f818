/*
 * Nobody is hurt by the layout: who reads the booklet from the front meets a stop box before the
 * first step, and the poster, which hangs alone, has one of its own.
 */
#include "read/reader.h"

enum found { NOTHING, STOP, ROUTINE };

static enum found first_in_blocks(const struct gp_blocks *list)
{
	enum found found = NOTHING;
	size_t i;

	for (i = 0; i < list->n && found == NOTHING; i++) {
		const struct gp_block *b = &list->b[i];

		if (b->kind == GP_BLOCK_CALLOUT && b->as.callout.kind == GP_STOP)
			found = STOP;
		else if (b->kind == GP_BLOCK_ROUTINE)
			found = ROUTINE;
		else if (b->kind == GP_BLOCK_FIGURE)
			found = first_in_blocks(&b->as.figure.beside);
	}
	return found;
}

/* A stop box in the front matter, with no step before it. */
static bool front_is_safe(const struct gp_guide *g)
{
	enum found found = NOTHING;
	size_t i;

	for (i = 0; i < g->front.n && found == NOTHING; i++)
		found = first_in_blocks(&g->front.s[i].blocks);
	return found == STOP;
}

static bool poster_is_safe(const struct gp_guide *g)
{
	size_t i;

	for (i = 0; i < g->poster.n_side; i++) {
		if (g->poster.side[i].kind == GP_SIDE_STOP)
			return true;
	}
	return false;
}

void gp_check_safety(struct gp_reader *r)
{
	if (r->g->front.n > 0 && !front_is_safe(r->g))
		gp_report(r->d, GP_MSG_SAFETY_FRONT, r->g->front.s[0].place);
	if (r->g->poster.n_side > 0 && !poster_is_safe(r->g))
		gp_report(r->d, GP_MSG_SAFETY_POSTER, r->g->poster.place);
}
