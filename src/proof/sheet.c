/*
 * Taking a page apart.  Links ink nothing; what a clip hides does not count.
 */
#include "proof/sheet.h"

static void keep(struct gp_proof_sheet *s, const struct gp_op *op, struct gp_inked around)
{
	struct gp_rect ink = around.op ? gp_rect_common(op->ink, around.ink) : op->ink;
	struct gp_inked inside = {op, ink, around.alpha};
	size_t i;

	if (op->kind == GP_OP_LINK || gp_rect_is_empty(ink))
		return;
	if (op->kind != GP_OP_CLIP && op->kind != GP_OP_ALPHA) {
		*GP_PUSH(s->arena, s->ops, s->n, s->cap) = inside;
		return;
	}
	if (op->kind == GP_OP_ALPHA) {
		inside = around;
		inside.alpha = around.alpha * op->as.group.alpha / 100;
	}
	for (i = 0; i < op->as.group.n; i++)
		keep(s, op->as.group.ops[i], inside);
}

struct gp_proof_sheet gp_proof_sheet_open(
	const struct gp_proof *p, const struct gp_page *page, struct gp_arena *a)
{
	struct gp_proof_sheet s = {.p = p, .page = page, .arena = a};
	struct gp_inked all = {.alpha = 100};
	size_t i;

	for (i = 0; i < page->n; i++)
		keep(&s, page->ops[i], all);
	return s;
}

static bool holds(struct gp_rect outer, struct gp_rect inner)
{
	struct gp_rect c = gp_rect_common(outer, inner);

	return c.w >= inner.w * 9 / 10 && c.h >= inner.h * 9 / 10;
}

bool gp_proof_ground(const struct gp_proof_sheet *s, size_t i, struct gp_colour_rgb *out)
{
	const struct gp_rect ink = s->ops[i].ink;

	*out = (struct gp_colour_rgb){.r = 255, .g = 255, .b = 255};
	while (i-- > 0) {
		const struct gp_op *op = s->ops[i].op;

		if (!holds(s->ops[i].ink, ink))
			continue;
		if (op->kind == GP_OP_PICTURE)
			return false;
		if (op->kind == GP_OP_PATH && op->as.path.fill) {
			*out = op->as.path.fill_colour;
			return true;
		}
	}
	return true;
}
