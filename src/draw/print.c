/*
 * Fingerprints.  Every figure goes in as eight bytes, lowest first, so that a fingerprint is the
 * same on every machine.
 */
#include "draw/print.h"

#include "base/hash.h"

#include <assert.h>

struct printer {
	uint64_t print;
	const struct gp_print_parts *parts;
};

static void figure(struct printer *p, int64_t v)
{
	uint64_t u = (uint64_t)v;
	unsigned i;

	for (i = 0; i < 8; i++, u >>= 8)
		p->print = gp_hash_word(p->print, u & 0xff);
}

static void colour(struct printer *p, struct gp_colour_rgb c)
{
	const uint8_t all[] = {c.r, c.g, c.b, c.cmyk[0], c.cmyk[1], c.cmyk[2], c.cmyk[3]};

	p->print = gp_hash_bytes(p->print, all, sizeof all);
}

static void part(struct printer *p, const uint64_t *prints, size_t n, int i)
{
	assert(i >= 0 && (size_t)i < n);
	(void)n;
	figure(p, (int64_t)prints[i]);
}

static void glyphs(struct printer *p, const struct gp_op_glyphs *g)
{
	size_t i;

	part(p, p->parts->fonts, p->parts->n_fonts, g->font);
	figure(p, g->size);
	figure(p, g->origin.x);
	figure(p, g->origin.y);
	figure(p, g->turn);
	colour(p, g->colour);
	for (i = 0; i < g->n; i++) {
		figure(p, g->g[i].id);
		figure(p, g->g[i].advance);
		figure(p, g->g[i].x);
		figure(p, g->g[i].y);
	}
}

static void segments(struct printer *p, const struct gp_path_seg *seg, size_t n)
{
	size_t i, k, points;

	for (i = 0; i < n; i++) {
		points = gp_seg_points(&seg[i]);
		figure(p, seg[i].verb);
		for (k = 0; k < points; k++) {
			figure(p, seg[i].p[k].x);
			figure(p, seg[i].p[k].y);
		}
	}
}

static void path(struct printer *p, const struct gp_op_path *op)
{
	figure(p, op->fill | op->stroke << 1 | op->even_odd << 2 | op->round_caps << 3);
	if (op->fill)
		colour(p, op->fill_colour);
	if (op->stroke) {
		colour(p, op->stroke_colour);
		figure(p, op->width);
		figure(p, op->dash[0]);
		figure(p, op->dash[1]);
		figure(p, op->dash_phase);
	}
	segments(p, op->seg, op->n);
}

static void picture(struct printer *p, const struct gp_op_picture *op)
{
	part(p, p->parts->pictures, p->parts->n_pictures, op->picture);
	figure(p, op->box.x);
	figure(p, op->box.y);
	figure(p, op->box.w);
	figure(p, op->box.h);
	figure(p, op->mirror);
	figure(p, op->alpha);
	figure(p, op->turn);
}

static void operations(struct printer *p, struct gp_op *const *ops, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		const struct gp_op *op = ops[i];

		if (op->kind == GP_OP_LINK)
			continue;
		figure(p, op->kind);
		if (op->kind == GP_OP_GLYPHS)
			glyphs(p, &op->as.glyphs);
		if (op->kind == GP_OP_PATH)
			path(p, &op->as.path);
		if (op->kind == GP_OP_PICTURE)
			picture(p, &op->as.picture);
		if (op->kind != GP_OP_CLIP && op->kind != GP_OP_ALPHA)
			continue;
		figure(p, op->as.group.alpha);
		segments(p, op->as.group.seg, op->as.group.n_seg);
		operations(p, op->as.group.ops, op->as.group.n);
		figure(p, -1); /* the group ends */
	}
}

uint64_t gp_page_print(const struct gp_page *page, const struct gp_print_parts *parts)
{
	struct printer p = {GP_HASH_START, parts};

	figure(&p, page->width);
	figure(&p, page->height);
	operations(&p, page->ops, page->n);
	return p.print;
}
