/*
 * The checks.  A page holds a few hundred operations, so pairs are compared one by one.
 */
#include "proof/sheet.h"

#include <string.h>

enum { TOUCH = 1000 }; /* overlaps thinner than a point are side bearings and descenders */

struct gp_proof gp_proof_usual(
	const struct gp_doc *doc, const struct gp_fonts *fonts, struct gp_picture *const *pictures)
{
	return (struct gp_proof){.doc = doc,
		.fonts = fonts,
		.pictures = pictures,
		.safe = GP_MM(5),
		.least_dpi = 200,
		.small_contrast = 700,
		.large_contrast = 450,
		.large_size = GP_PT(18)};
}

/* White margin beside a box on a page, negative when the box sticks out. */
static gp_len white_around(const struct gp_page *page, struct gp_rect r)
{
	gp_len across = gp_len_min(r.x, page->width - r.x - r.w);

	return gp_len_min(across, gp_len_min(r.y, page->height - r.y - r.h));
}

/* --- contrast ------------------------------------------------------------------------------- */

static unsigned contrast_of(const struct gp_proof_sheet *s, size_t run)
{
	struct gp_colour_rgb under;

	if (!gp_proof_ground(s, run, &under))
		return 2100;
	return gp_contrast(s->ops[run].op->as.glyphs.colour, under);
}

/* --- pictures ------------------------------------------------------------------------------- */

static unsigned dpi_of(const struct gp_proof *p, const struct gp_op_picture *op)
{
	const struct gp_picture *pic = p->pictures[op->picture];
	gp_len w = op->turn % 2 ? op->box.h : op->box.w;

	return w > 0 ? (unsigned)((int64_t)pic->width * 72000 / w) : 0;
}

/* --- overlap --------------------------------------------------------------------------------- */

static bool collide(const struct gp_inked *a, const struct gp_inked *b)
{
	struct gp_rect c = gp_rect_common(a->ink, b->ink);

	return c.w > TOUCH && c.h > TOUCH;
}

/* Words on words, or words on the picture of another block. */
static bool may_not_meet(const struct gp_op *a, const struct gp_op *b)
{
	bool words = a->kind == GP_OP_GLYPHS && b->kind == GP_OP_GLYPHS;
	bool picture = (a->kind == GP_OP_GLYPHS && b->kind == GP_OP_PICTURE) ||
		       (a->kind == GP_OP_PICTURE && b->kind == GP_OP_GLYPHS);

	return words || (picture && a->block != b->block);
}

static void check_overlap(const struct gp_proof_sheet *s, struct gp_diag *d)
{
	size_t i, k;

	for (i = 0; i < s->n; i++) {
		for (k = i + 1; k < s->n; k++) {
			const struct gp_inked *a = &s->ops[i], *b = &s->ops[k];

			if (may_not_meet(a->op, b->op) && collide(a, b))
				gp_report(d, GP_MSG_PROOF_OVERLAP, b->op->place, s->page->number);
		}
	}
}

/* --- the page --------------------------------------------------------------------------------- */

static unsigned needed(const struct gp_proof *p, const struct gp_op_glyphs *g)
{
	return g->size >= p->large_size ? p->large_contrast : p->small_contrast;
}

static void check_run(const struct gp_proof_sheet *s, size_t i, struct gp_diag *d)
{
	unsigned have = contrast_of(s, i), need = needed(s->p, &s->ops[i].op->as.glyphs);

	if (have < need)
		gp_report(d, GP_MSG_PROOF_CONTRAST, s->ops[i].op->place, s->page->number,
			have / 100, have / 10 % 10, need / 100, need / 10 % 10);
}

static void check_picture(const struct gp_proof_sheet *s, const struct gp_op *op, struct gp_diag *d)
{
	unsigned dpi = dpi_of(s->p, &op->as.picture);

	if (dpi < s->p->least_dpi)
		gp_report(d, GP_MSG_PROOF_DPI, op->place, s->page->number, dpi, s->p->least_dpi);
}

static void check_edges(
	const struct gp_proof_sheet *s, const struct gp_inked *it, struct gp_diag *d)
{
	gp_len white = white_around(s->page, it->ink);
	const struct gp_op *op = it->op;

	if (white < -s->p->over - 10)
		gp_report(d, GP_MSG_PROOF_OUTSIDE, op->place, s->page->number);
	else if (s->p->safe && white < s->p->safe - 10)
		gp_report(d, GP_MSG_PROOF_SAFE, op->place, s->page->number,
			(unsigned)(gp_len_to_um(s->p->safe) / 1000));
}

void gp_proof_check(const struct gp_proof *p, struct gp_diag *d)
{
	struct gp_arena *a;
	struct gp_proof_sheet s;
	size_t i, k;

	for (i = 0; i < p->doc->n_pages; i++) {
		a = gp_arena_new();
		s = gp_proof_sheet_open(p, p->doc->pages[i], a);
		for (k = 0; k < s.n; k++) {
			check_edges(&s, &s.ops[k], d);
			if (s.ops[k].op->kind == GP_OP_GLYPHS)
				check_run(&s, k, d);
			if (s.ops[k].op->kind == GP_OP_PICTURE)
				check_picture(&s, s.ops[k].op, d);
		}
		check_overlap(&s, d);
		gp_arena_free(a);
	}
}

static void measure_run(struct gp_proof_page *m, const struct gp_proof_sheet *s, size_t i)
{
	const struct gp_op_glyphs *g = &s->ops[i].op->as.glyphs;
	unsigned contrast = contrast_of(s, i);

	m->runs++;
	m->fonts |= UINT64_C(1) << (g->font < 63 ? g->font : 63);
	if (contrast < m->lowest_contrast)
		m->lowest_contrast = contrast;
	if (m->smallest_text == 0 || g->size < m->smallest_text) {
		m->smallest_text = g->size;
		m->smallest_cap = gp_font_cap(s->p->fonts, g->font, g->size);
		m->smallest_ex = gp_font_ex(s->p->fonts, g->font, g->size);
	}
}

static void measure_picture(
	struct gp_proof_page *m, const struct gp_proof_sheet *s, size_t i, struct gp_arena *a)
{
	const struct gp_op *op = s->ops[i].op;
	struct gp_rect ink = s->ops[i].ink;
	unsigned dpi = dpi_of(s->p, &op->as.picture);

	*GP_PUSH(a, m->pictures, m->n_pictures, m->cap_pictures) = (struct gp_proof_picture){
		s->p->pictures[op->as.picture.picture], ink.w, ink.h, dpi};
	if (m->lowest_dpi == 0 || dpi < m->lowest_dpi)
		m->lowest_dpi = dpi;
}

struct gp_proof_page gp_proof_measure(
	const struct gp_proof *p, const struct gp_page *page, struct gp_arena *keep)
{
	struct gp_arena *a = gp_arena_new();
	struct gp_proof_sheet s = gp_proof_sheet_open(p, page, a);
	struct gp_proof_page m = {.lowest_contrast = 2100, .white = page->width};
	size_t i;

	for (i = 0; i < s.n; i++) {
		m.white = gp_len_min(m.white, white_around(page, s.ops[i].ink));
		if (s.ops[i].op->kind == GP_OP_GLYPHS)
			measure_run(&m, &s, i);
		if (s.ops[i].op->kind == GP_OP_PICTURE)
			measure_picture(&m, &s, i, keep);
	}
	m.darkness = gp_proof_darkness(&s);
	gp_arena_free(a);
	return m;
}
