/*
 * Applying a passport.  Replay cannot do it: a placing has one scale, and nothing is cut here.
 *
 * Runs of glyphs keep their sum: each glyph is placed by where its pen stood before, so rounding
 * does not add up along a line.
 */
#include "press/passport.h"

#include "press/label.h"
#include "press/placing.h"
#include "press/replay.h"

enum { LEFT, TOP, RIGHT, BOTTOM };

/* --- one page ------------------------------------------------------------------------------ */

/* Margins of a sheet after quarter turns clockwise: what was left is on top after one. */
static void turn_margins(const gp_len from[4], unsigned quarters, gp_len to[4])
{
	unsigned i;

	for (i = 0; i < 4; i++)
		to[(i + quarters) & 3] = from[i];
}

/* Quarter turns from the lying sheet, this side upright, to the page as it is in the file. */
static unsigned quarters_of(
	const struct gp_passport *p, gp_len width, gp_len height, bool back, bool turned)
{
	if (width >= height)
		return back && turned ? 2 : 0;
	/* a standing sheet turns over its long edge, so the back's top is the other short edge */
	return p->right_first != back ? 3 : 1;
}

/*
 * Margins are read on the front.  Printers that turn the paper themselves feed it the other way
 * round for the back, by hand it may go either way: the wider margin counts for both short edges.
 */
static void back_margins(const gp_len front[4], gp_len to[4])
{
	to[LEFT] = to[RIGHT] = gp_len_max(front[LEFT], front[RIGHT]);
	to[TOP] = front[TOP];
	to[BOTTOM] = front[BOTTOM];
}

struct gp_adjust gp_passport_adjust(
	const struct gp_passport *p, gp_len width, gp_len height, bool back, bool turned)
{
	unsigned quarters = quarters_of(p, width, height, back, turned);
	struct gp_adjust adjust = {.middle = {width / 2, height / 2},
		.shift = gp_turn(p->shift[back], quarters),
		.x = quarters & 1 ? p->y : p->x,
		.y = quarters & 1 ? p->x : p->y};
	gp_len seen[4];

	if (back)
		back_margins(p->margin, seen);
	turn_margins(back ? seen : p->margin, quarters, adjust.margin);
	return adjust;
}

static gp_len scaled(gp_len len, struct gp_scaling s)
{
	return s.is == s.as ? len : gp_len_scale(len, s.is, s.as);
}

struct gp_point gp_adjust_point(const struct gp_adjust *adjust, struct gp_point at)
{
	const struct gp_point m = adjust->middle;

	return (struct gp_point){m.x + scaled(at.x - m.x - adjust->shift.x, adjust->x),
		m.y + scaled(at.y - m.y - adjust->shift.y, adjust->y)};
}

static struct gp_rect adjust_rect(const struct gp_adjust *adjust, struct gp_rect r)
{
	struct gp_point from = gp_adjust_point(adjust, (struct gp_point){r.x, r.y});
	struct gp_point to = gp_adjust_point(adjust, (struct gp_point){r.x + r.w, r.y + r.h});

	return (struct gp_rect){from.x, from.y, to.x - from.x, to.y - from.y};
}

/* Without direction: type sizes, strokes. */
static gp_len adjust_len(const struct gp_adjust *adjust, gp_len len)
{
	return (scaled(len, adjust->x) + scaled(len, adjust->y) + (len > 0)) / 2;
}

/* White needed at one edge so that `margin` stays free once the content has moved towards it. */
static gp_len needed(gp_len margin, gp_len towards, struct gp_scaling s, gp_len half)
{
	gp_len from_middle = gp_len_scale(half - margin, s.as, s.is) - towards;

	return gp_len_max(0, half - from_middle + 1);
}

gp_len gp_passport_margin(const struct gp_passport *p, gp_len width, gp_len height)
{
	gp_len most = 0;
	unsigned back;

	for (back = 0; back < 2; back++) {
		struct gp_adjust s = gp_passport_adjust(p, width, height, back, false);
		gp_len x = s.middle.x, y = s.middle.y;

		most = gp_len_max(most, needed(s.margin[LEFT], s.shift.x, s.x, x));
		most = gp_len_max(most, needed(s.margin[RIGHT], -s.shift.x, s.x, x));
		most = gp_len_max(most, needed(s.margin[TOP], s.shift.y, s.y, y));
		most = gp_len_max(most, needed(s.margin[BOTTOM], -s.shift.y, s.y, y));
	}
	return most;
}

/* --- operations ---------------------------------------------------------------------------- */

struct redraw {
	const struct gp_adjust *by;
	struct gp_page *to;
	struct gp_rect printable, whole; /* of the sheet; whole is what clips let through */
	const char *side;                /* words for the sheet side */
	struct gp_arena *a;
	struct gp_diag *d;
};

/* White fills are paper; links do not ink. */
static bool is_inked(const struct gp_op *op)
{
	const struct gp_op_path *path = &op->as.path;
	struct gp_colour_rgb c = path->fill_colour;

	if (op->kind == GP_OP_LINK)
		return false;
	return op->kind != GP_OP_PATH || path->stroke || c.r != 255 || c.g != 255 || c.b != 255;
}

static const char *element(const struct redraw *r, const struct gp_op *op)
{
	const struct gp_op_glyphs *g = &op->as.glyphs;

	if (op->artifact == GP_ARTIFACT_PAGE)
		return "a mark of the sheet";
	if (op->kind == GP_OP_PICTURE)
		return "a picture";
	if (op->kind != GP_OP_GLYPHS)
		return "a line or an area";
	return gp_arena_printf(r->a, "\"%.*s\"", (int)g->text_len, g->text);
}

static void check_margin(const struct redraw *r, const struct gp_op *op, struct gp_rect ink)
{
	static const char *const names[] = {"left", "top", "right", "bottom"};
	struct gp_rect in = gp_rect_common(ink, r->whole);
	const gp_len left[4] = {
		in.x, in.y, r->to->width - in.x - in.w, r->to->height - in.y - in.h};
	size_t i;

	if (!is_inked(op) || in.w <= 0 || in.h <= 0 || gp_rect_holds(r->printable, in))
		return;
	for (i = 0; i < 4; i++) {
		if (left[i] < r->by->margin[i])
			gp_report(r->d, GP_MSG_PASSPORT_MARGIN, op->place, r->side, element(r, op),
				gp_press_mm(r->a, left[i]), names[i],
				gp_press_mm(r->a, r->by->margin[i]));
	}
}

static struct gp_path_seg *adjust_segs(
	const struct redraw *r, const struct gp_path_seg *seg, size_t n)
{
	struct gp_path_seg *out = GP_ARRAY(r->to->arena, n, struct gp_path_seg);
	size_t i, k, points;

	for (i = 0; i < n; i++) {
		out[i].verb = seg[i].verb;
		points = gp_seg_points(&seg[i]);
		for (k = 0; k < points; k++)
			out[i].p[k] = gp_adjust_point(r->by, seg[i].p[k]);
	}
	return out;
}

static struct gp_op *redraw_glyphs(
	const struct redraw *r, const struct gp_op *op, const struct gp_origin *o)
{
	struct gp_op_glyphs run = op->as.glyphs;
	struct gp_scaling along = run.turn & 1 ? r->by->y : r->by->x;
	gp_len pen = 0;
	size_t i;

	run.origin = gp_adjust_point(r->by, run.origin);
	run.size = adjust_len(r->by, run.size);
	run.g = GP_ARRAY(r->to->arena, run.n, struct gp_draw_glyph);
	for (i = 0; i < run.n; i++) {
		struct gp_draw_glyph g = op->as.glyphs.g[i];

		run.g[i] = g;
		run.g[i].advance = scaled(pen + g.advance, along) - scaled(pen, along);
		run.g[i].natural = adjust_len(r->by, g.natural);
		run.g[i].x = adjust_len(r->by, g.x);
		run.g[i].y = adjust_len(r->by, g.y);
		pen += g.advance;
	}
	run.width = scaled(pen, along);
	return gp_page_glyphs(r->to, o, &run, adjust_rect(r->by, op->ink));
}

static struct gp_op *redraw_path(
	const struct redraw *r, const struct gp_op *op, const struct gp_origin *o)
{
	struct gp_op_path path = op->as.path;

	path.seg = adjust_segs(r, path.seg, path.n);
	path.width = adjust_len(r->by, path.width);
	path.dash[0] = adjust_len(r->by, path.dash[0]);
	path.dash[1] = adjust_len(r->by, path.dash[1]);
	path.dash_phase = adjust_len(r->by, path.dash_phase);
	return gp_page_path(r->to, o, &path);
}

static struct gp_op *redraw_plain(
	const struct redraw *r, const struct gp_op *op, const struct gp_origin *o)
{
	struct gp_op_picture picture = op->as.picture;
	struct gp_op_link link = op->as.link;

	if (op->kind == GP_OP_GLYPHS)
		return redraw_glyphs(r, op, o);
	if (op->kind == GP_OP_PATH)
		return redraw_path(r, op, o);
	if (op->kind == GP_OP_PICTURE) {
		picture.box = adjust_rect(r->by, picture.box);
		return gp_page_picture(r->to, o, &picture);
	}
	link.box = adjust_rect(r->by, link.box);
	return gp_page_link(r->to, o, &link);
}

static void redraw(const struct redraw *r, struct gp_op *const *ops, size_t n);

static void redraw_group(const struct redraw *r, const struct gp_op *op)
{
	const struct gp_op_group *g = &op->as.group;
	struct redraw inner = *r;

	if (op->kind == GP_OP_CLIP) {
		gp_page_begin_clip(r->to, adjust_segs(r, g->seg, g->n_seg), g->n_seg);
		inner.whole = gp_rect_common(r->whole, adjust_rect(r->by, op->ink));
	} else {
		gp_page_begin_alpha(r->to, g->alpha);
	}
	redraw(&inner, g->ops, g->n);
	gp_page_end(r->to);
}

static void redraw(const struct redraw *r, struct gp_op *const *ops, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		const struct gp_op *op = ops[i];
		struct gp_origin o = {op->artifact, op->tag, op->block, op->place};
		struct gp_op *drawn;

		if (op->kind == GP_OP_CLIP || op->kind == GP_OP_ALPHA) {
			redraw_group(r, op);
			continue;
		}
		drawn = redraw_plain(r, op, &o);
		drawn->ink = adjust_rect(r->by, op->ink);
		drawn->ref = gp_adjust_point(r->by, op->ref);
		drawn->order = op->order;
		drawn->order_end = op->order_end;
		check_margin(r, drawn, drawn->ink);
	}
}

/* --- the document -------------------------------------------------------------------------- */

struct maker {
	const struct gp_doc *doc;
	const struct gp_passport *p;
	const struct gp_passport_sides *sides;
};

static struct gp_adjust adjust_of(const struct maker *m, size_t page)
{
	const struct gp_page *from = m->doc->pages[page];
	bool back = m->sides->all_backs || (m->sides->two_sided && page % 2 == 1);

	return gp_passport_adjust(m->p, from->width, from->height, back, m->sides->turned);
}

static bool where(const void *user, int32_t page, struct gp_point at, int32_t *to_page,
	struct gp_point *to_at)
{
	const struct maker *m = user;
	struct gp_adjust adjust;

	if ((size_t)page >= m->doc->n_pages)
		return false;
	adjust = adjust_of(m, (size_t)page);
	*to_page = page;
	*to_at = gp_adjust_point(&adjust, at);
	return true;
}

static const char *side_name(const struct gp_page *page, size_t i, struct gp_arena *a)
{
	if (page->label)
		return page->label;
	return gp_arena_printf(a, "page %zu", page->number ? (size_t)page->number : i + 1);
}

static void redraw_page(const struct maker *m, size_t i, struct gp_doc *out, struct gp_diag *d)
{
	const struct gp_page *from = m->doc->pages[i];
	struct gp_adjust by = adjust_of(m, i);
	struct gp_page *to = gp_doc_page(out, from->width, from->height);
	struct redraw r = {.by = &by, .to = to, .whole = GP_EVERYWHERE, .a = out->arena, .d = d};

	to->number = from->number;
	to->label = from->label;
	to->holds[0] = from->holds[0];
	to->holds[1] = from->holds[1];
	r.side = side_name(from, i, out->arena);
	r.printable = (struct gp_rect){by.margin[LEFT], by.margin[TOP],
		from->width - by.margin[LEFT] - by.margin[RIGHT],
		from->height - by.margin[TOP] - by.margin[BOTTOM]};
	redraw(&r, from->ops, from->n);
}

struct gp_doc *gp_passport(const struct gp_doc *doc, const struct gp_passport *p,
	const struct gp_passport_sides *sides, struct gp_arena *a, struct gp_diag *d)
{
	struct maker m = {doc, p, sides};
	struct gp_doc *out = gp_replay_doc(doc, a);
	unsigned before = gp_diag_count(d, GP_ERROR);
	size_t i;

	out->first_number = doc->first_number;
	gp_replay_anchors(doc, out, where, &m);
	for (i = 0; i < doc->n_pages; i++)
		redraw_page(&m, i, out, d);
	return gp_diag_count(d, GP_ERROR) == before ? out : NULL;
}
