/*
 * Cutting glyph runs.
 *
 * The unit is the cluster: a glyph that stands for bytes of the source text together with the
 * glyphs after it that stand for none (marks), so that no letter loses its accent; a hyphen put in
 * at a line's end is a unit of its own.  Units with one fate in a row make a piece, which is
 * clipped when one of them crosses the edge.  A piece gets its slice of the text: from its first
 * byte to the first byte of the next unit, so slices join without gap or overlap.
 */
#include "press/glyphs.h"

#include <string.h>

enum fate { DROPPED, ARTIFACT, CONTENT };

struct cutter {
	const struct gp_op *op;
	const struct gp_replay *r;
	bool is_content; /* at home */
};

struct unit {
	size_t first, end; /* glyphs */
	gp_len pen, advance;
	struct gp_rect ink; /* on the sheet */
	enum fate fate;
	bool crosses;
};

/* A point given from the origin of the run, along its own direction, on the sheet. */
static struct gp_point on_sheet(const struct cutter *c, gp_len x, gp_len y)
{
	const struct gp_op_glyphs *g = &c->op->as.glyphs;
	struct gp_point v = gp_turn((struct gp_point){x, y}, g->turn);

	v.x += g->origin.x;
	v.y += g->origin.y;
	return gp_placing_point(&c->r->placing, v);
}

/* Ink of the glyphs of a unit on the page, by the font or by the advance box. */
static struct gp_rect unit_ink(const struct cutter *c, const struct unit *u)
{
	const struct gp_op_glyphs *g = &c->op->as.glyphs;
	struct gp_rect box = {0, 0, 0, 0}, r;
	gp_len pen = u->pen, far = GP_EVERYWHERE.w;
	size_t i;

	if (!c->r->glyph_ink) {
		r = (struct gp_rect){u->pen, -far / 4, gp_len_max(u->advance, 0), far / 2};
		return gp_rect_common(gp_turn_rect(r, g->turn, g->origin), c->op->ink);
	}
	for (i = u->first; i < u->end; i++) {
		r = c->r->glyph_ink(c->r->fonts, g->font, g->g[i].id, g->size);
		r.x += pen + g->g[i].x;
		r.y += g->g[i].y;
		box = gp_rect_union(box, r);
		pen += g->g[i].advance;
	}
	return gp_turn_rect(box, g->turn, g->origin);
}

static enum fate fate_of(const struct cutter *c, struct gp_rect ink, struct gp_point ref)
{
	if (c->is_content && gp_rect_has(c->r->own, ref))
		return CONTENT;
	if (gp_rect_is_empty(ink))
		return gp_rect_has(c->r->see, ref) ? ARTIFACT : DROPPED;
	return gp_rect_is_empty(gp_rect_common(ink, c->r->see)) ? DROPPED : ARTIFACT;
}

/* The unit that begins at glyph `first`, whose pen stands at `pen`. */
static struct unit next_unit(const struct cutter *c, size_t first, gp_len pen)
{
	const struct gp_op_glyphs *g = &c->op->as.glyphs;
	struct unit u = {.first = first, .end = first, .pen = pen};

	do {
		u.advance += g->g[u.end].advance;
		u.end++;
	} while (u.end < g->n && g->g[u.end].len == 0 && !g->g[u.end].line_hyphen);
	u.ink = gp_placing_rect(&c->r->placing, unit_ink(c, &u));
	u.fate = fate_of(c, u.ink, on_sheet(c, u.pen + u.advance / 2, 0));
	u.crosses = !gp_rect_is_empty(u.ink) && !gp_rect_holds(c->r->see, u.ink);
	return u;
}

/* Advances are taken between scaled pen positions, so that a long run does not drift. */
static void scale_glyphs(const struct gp_placing *p, struct gp_draw_glyph *g, size_t n)
{
	gp_len pen = 0, from, to;
	size_t i;

	for (i = 0; i < n; i++) {
		from = gp_placing_len(p, pen);
		pen += g[i].advance;
		to = gp_placing_len(p, pen);
		g[i].advance = to - from;
		g[i].natural = gp_placing_len(p, g[i].natural);
		g[i].x = gp_placing_len(p, g[i].x);
		g[i].y = gp_placing_len(p, g[i].y);
	}
}

static void slice_text(struct gp_op_glyphs *run, size_t next)
{
	size_t i, lo = SIZE_MAX, hi = 0;

	for (i = 0; i < run->n; i++) {
		if (run->g[i].len == 0)
			continue;
		lo = run->g[i].from < lo ? run->g[i].from : lo;
		hi = run->g[i].from + run->g[i].len > hi ? run->g[i].from + run->g[i].len : hi;
	}
	if (lo == SIZE_MAX)
		lo = hi = run->n ? run->g[0].from : 0;
	else if (next > hi)
		hi = next;
	lo = lo < run->text_len ? lo : run->text_len;
	hi = hi < run->text_len ? hi : run->text_len;
	for (i = 0; i < run->n; i++)
		run->g[i].from = run->g[i].from > lo ? run->g[i].from - (uint32_t)lo : 0;
	run->text += lo;
	run->text_len = hi - lo;
}

/* Where the text of the glyphs from `end` on begins; 0: nothing follows. */
static size_t next_from(const struct gp_op_glyphs *g, size_t end)
{
	while (end < g->n && g->g[end].len == 0)
		end++;
	return end < g->n ? g->g[end].from : 0;
}

static void place_run(const struct cutter *c, struct gp_op_glyphs *run, gp_len pen)
{
	run->origin = on_sheet(c, pen, 0);
	run->turn = (run->turn + c->r->placing.turn) & 3;
	run->size = gp_placing_len(&c->r->placing, run->size);
	run->width = gp_placing_len(&c->r->placing, run->width);
}

/* Glyphs [first, end) as a run of its own on the sheet. */
static struct gp_op_glyphs cut_run(const struct cutter *c, const struct unit *first, size_t end,
	gp_len width, struct gp_arena *a)
{
	struct gp_op_glyphs run = c->op->as.glyphs;

	run.n = end - first->first;
	run.g = GP_ARRAY(a, run.n, struct gp_draw_glyph);
	memcpy(run.g, c->op->as.glyphs.g + first->first, run.n * sizeof *run.g);
	run.width = width;
	slice_text(&run, next_from(&c->op->as.glyphs, end));
	place_run(c, &run, first->pen);
	if (c->r->placing.num != c->r->placing.den)
		scale_glyphs(&c->r->placing, run.g, run.n);
	return run;
}

static bool any_crosses(const struct unit *u, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (u[i].crosses)
			return true;
	}
	return false;
}

/* The whole run in one piece. */
static struct gp_glyph_piece whole(
	const struct cutter *c, bool content, bool crosses, struct gp_arena *a)
{
	struct gp_glyph_piece p = {.run = c->op->as.glyphs, .content = content, .crosses = crosses};

	p.end = p.run.n;
	p.ink = gp_placing_rect(&c->r->placing, c->op->ink);
	p.ref = gp_placing_point(&c->r->placing, c->op->ref);
	place_run(c, &p.run, 0);
	if (c->r->placing.num != c->r->placing.den) {
		p.run.g = GP_ARRAY(a, p.run.n, struct gp_draw_glyph);
		if (p.run.n)
			memcpy(p.run.g, c->op->as.glyphs.g, p.run.n * sizeof *p.run.g);
		scale_glyphs(&c->r->placing, p.run.g, p.run.n);
	}
	return p;
}

/* The usual case, known without a look at the glyphs: seen whole, and owned whole. */
static bool is_simple(const struct cutter *c)
{
	const struct gp_op_glyphs *g = &c->op->as.glyphs;

	if (!gp_rect_holds(c->r->see, gp_placing_rect(&c->r->placing, c->op->ink)))
		return false;
	return g->n == 0 || !c->is_content ||
	       (gp_rect_has(c->r->own, on_sheet(c, 0, 0)) &&
		       gp_rect_has(c->r->own, on_sheet(c, g->width, 0)));
}

static struct unit *find_units(const struct cutter *c, struct gp_arena *a, size_t *n)
{
	const struct gp_op_glyphs *g = &c->op->as.glyphs;
	struct unit *u = GP_ARRAY(a, g->n, struct unit);
	size_t i;
	gp_len pen = 0;

	*n = 0;
	for (i = 0; i < g->n; i = u[*n - 1].end) {
		u[*n] = next_unit(c, i, pen);
		pen += u[*n].advance;
		++*n;
	}
	return u;
}

/* Units [0, n) of one fate as a piece. */
static struct gp_glyph_piece piece_of(
	const struct cutter *c, const struct unit *u, size_t n, struct gp_arena *a)
{
	gp_len width = u[n - 1].pen + u[n - 1].advance - u[0].pen;
	struct gp_glyph_piece p = {
		.first = u[0].first,
		.end = u[n - 1].end,
		.content = u[0].fate == CONTENT,
		.crosses = any_crosses(u, n),
		.ref = on_sheet(c, u[0].pen + width / 2, 0),
	};
	size_t i;

	for (i = 0; i < n; i++)
		p.ink = gp_rect_union(p.ink, u[i].ink);
	p.run = cut_run(c, &u[0], p.end, width, a);
	return p;
}

struct gp_glyph_piece *gp_glyph_pieces(
	const struct gp_op *op, const struct gp_replay *r, struct gp_arena *a, size_t *n)
{
	struct cutter c = {op, r, op->artifact == GP_CONTENT};
	struct gp_glyph_piece *out;
	struct unit *u;
	size_t n_units, i, k;

	*n = 0;
	if (is_simple(&c)) {
		out = GP_NEW(a, struct gp_glyph_piece);
		out[(*n)++] = whole(&c, c.is_content, false, a);
		return out;
	}
	u = find_units(&c, a, &n_units);
	out = GP_ARRAY(a, n_units, struct gp_glyph_piece);
	for (i = 0; i < n_units; i = k) {
		for (k = i + 1; k < n_units && u[k].fate == u[i].fate; k++)
			;
		if (u[i].fate == DROPPED)
			continue;
		if (k - i == n_units)
			out[(*n)++] = whole(&c, u[i].fate == CONTENT, any_crosses(u, k), a);
		else
			out[(*n)++] = piece_of(&c, &u[i], k - i, a);
	}
	return out;
}
