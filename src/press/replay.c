/*
 * Replaying lists.  Operations are copied with moved coordinates; groups are entered, and a group
 * that holds nothing on this sheet is not there.  Operations in a row that cross the edge share one
 * clip, opened when the first of them comes and closed before the next one that does not cross.
 */
#include "press/replay.h"

#include "press/glyphs.h"
#include "text/font.h"

#include <assert.h>

/* A group being replayed; it is begun on the sheet when its first operation comes. */
struct level {
	const struct gp_op *op;
	struct level *outer;
	bool begun;
};

struct player {
	const struct gp_replay *r;
	struct gp_page *to;
	struct level *level;            /* innermost; NULL: none */
	struct gp_rect bounds;          /* on the sheet: what the clips of the groups let through */
	const struct gp_path_seg *edge; /* what is seen, as a clip path; made when first needed */
	size_t n_edge;
	bool clipping;
	uint32_t order; /* of the operation at hand; 0: none */
};

/* The part of an ink box that the clips around it let through. */
static struct gp_rect let_through(const struct player *pl, struct gp_rect ink)
{
	return gp_rect_common(ink, pl->bounds);
}

/* A box without area counts by its corner. */
static bool is_seen(const struct player *pl, struct gp_rect ink)
{
	if (gp_rect_is_empty(ink))
		return gp_rect_has(pl->r->see, (struct gp_point){ink.x, ink.y});
	return !gp_rect_is_empty(gp_rect_common(let_through(pl, ink), pl->r->see));
}

static bool crosses_edge(const struct player *pl, struct gp_rect ink)
{
	struct gp_rect part = let_through(pl, ink);

	return !gp_rect_is_empty(part) && !gp_rect_holds(pl->r->see, part);
}

static void set_clip(struct player *pl, bool on)
{
	struct gp_path *edge;

	if (on == pl->clipping)
		return;
	pl->clipping = on;
	if (!on) {
		gp_page_end(pl->to);
		return;
	}
	if (!pl->edge) {
		edge = gp_path_new(pl->to->arena);
		gp_path_rect(edge, pl->r->see);
		pl->edge = gp_path_segs(edge, &pl->n_edge);
	}
	gp_page_begin_clip(pl->to, pl->edge, pl->n_edge);
}

static struct gp_path_seg *place_segs(
	const struct player *pl, const struct gp_path_seg *seg, size_t n)
{
	struct gp_path_seg *out = GP_ARRAY(pl->to->arena, n, struct gp_path_seg);
	size_t i, k, points;

	for (i = 0; i < n; i++) {
		out[i].verb = seg[i].verb;
		points = gp_seg_points(&seg[i]);
		for (k = 0; k < points; k++)
			out[i].p[k] = gp_placing_point(&pl->r->placing, seg[i].p[k]);
	}
	return out;
}

static void begin_levels(struct player *pl, struct level *l)
{
	const struct gp_op_group *g;

	if (!l || l->begun)
		return;
	begin_levels(pl, l->outer);
	set_clip(pl, false);
	l->begun = true;
	g = &l->op->as.group;
	if (l->op->kind == GP_OP_CLIP)
		gp_page_begin_clip(pl->to, place_segs(pl, g->seg, g->n_seg), g->n_seg);
	else
		gp_page_begin_alpha(pl->to, g->alpha);
}

/* To be called before an operation is added: its groups are begun, the edge clips it or not. */
static void prepare(struct player *pl, bool crosses)
{
	begin_levels(pl, pl->level);
	set_clip(pl, crosses);
}

static struct gp_origin origin_of(const struct gp_op *op, bool content)
{
	struct gp_origin o = {op->artifact, op->tag, op->block, op->place};

	if (op->artifact == GP_CONTENT && !content) {
		o.artifact = GP_ARTIFACT_LAYOUT;
		o.tag = -1;
	}
	return o;
}

/* Steps from the beginning of an operation, and how many. */
static void number(const struct player *pl, struct gp_op *drawn, uint32_t from, uint32_t steps)
{
	if (!pl->order)
		return;
	drawn->order = pl->order + from;
	drawn->order_end = drawn->order + (steps ? steps : 1);
}

static void play_glyphs(struct player *pl, const struct gp_op *op)
{
	size_t i, n;
	struct gp_glyph_piece *p = gp_glyph_pieces(op, pl->r, pl->to->arena, &n);

	for (i = 0; i < n; i++) {
		struct gp_origin o = origin_of(op, p[i].content);
		struct gp_op *drawn;

		prepare(pl, p[i].crosses);
		drawn = gp_page_glyphs(pl->to, &o, &p[i].run, p[i].ink);
		drawn->ref = p[i].ref;
		number(pl, drawn, (uint32_t)p[i].first, (uint32_t)(p[i].end - p[i].first));
	}
}

static struct gp_op *play_path(struct player *pl, const struct gp_op *op, const struct gp_origin *o)
{
	struct gp_op_path path = op->as.path;

	path.seg = place_segs(pl, path.seg, path.n);
	path.width = gp_placing_len(&pl->r->placing, path.width);
	path.dash[0] = gp_placing_len(&pl->r->placing, path.dash[0]);
	path.dash[1] = gp_placing_len(&pl->r->placing, path.dash[1]);
	path.dash_phase = gp_placing_len(&pl->r->placing, path.dash_phase);
	return gp_page_path(pl->to, o, &path);
}

static struct gp_op *play_picture(
	struct player *pl, const struct gp_op *op, const struct gp_origin *o)
{
	struct gp_op_picture picture = op->as.picture;

	picture.box = gp_placing_rect(&pl->r->placing, picture.box);
	picture.turn = (picture.turn + pl->r->placing.turn) & 3;
	return gp_page_picture(pl->to, o, &picture);
}

/* False when the link leads to an anchor that this document has not placed. */
static bool leads_somewhere(const struct player *pl, const struct gp_op *op)
{
	const struct gp_doc *doc = pl->r->doc;
	const struct gp_anchor_def *anchor;
	const char *target;

	if (!doc || op->tag < 0 || (size_t)op->tag >= doc->n_tags)
		return true;
	target = doc->tags[op->tag].link;
	if (!target || target[0] != '#')
		return true;
	anchor = gp_doc_find(doc, target + 1);
	return anchor && anchor->page >= 0;
}

/* Only where it is content: an area that leads somewhere twice would be read twice. */
static void play_link(struct player *pl, const struct gp_op *op, bool content)
{
	struct gp_op_link link = op->as.link;
	struct gp_origin o = origin_of(op, content);
	struct gp_op *drawn;

	link.box = gp_rect_common(gp_placing_rect(&pl->r->placing, link.box), pl->r->see);
	if (!content || gp_rect_is_empty(link.box) || !leads_somewhere(pl, op))
		return;
	prepare(pl, false);
	drawn = gp_page_link(pl->to, &o, &link);
	drawn->ref = gp_placing_point(&pl->r->placing, op->ref);
	number(pl, drawn, 0, 1);
}

/* A path, picture or link. */
static void play_plain(struct player *pl, const struct gp_op *op)
{
	struct gp_rect ink = gp_placing_rect(&pl->r->placing, op->ink);
	struct gp_point ref = gp_placing_point(&pl->r->placing, op->ref);
	bool content = op->artifact == GP_CONTENT && gp_rect_has(pl->r->own, ref);
	struct gp_origin o = origin_of(op, content);
	struct gp_op *drawn;

	if (op->kind == GP_OP_LINK) {
		play_link(pl, op, content);
		return;
	}
	if (!content && !is_seen(pl, ink))
		return;
	prepare(pl, crosses_edge(pl, ink));
	drawn = op->kind == GP_OP_PATH ? play_path(pl, op, &o) : play_picture(pl, op, &o);
	drawn->ink = ink;
	drawn->ref = ref;
	number(pl, drawn, 0, 1);
}

static void play_ops(struct player *pl, struct gp_op *const *ops, size_t n);

static void play_group(struct player *pl, const struct gp_op *op)
{
	struct level level = {op, pl->level, false};
	struct gp_rect bounds = pl->bounds;

	if (op->kind == GP_OP_CLIP)
		pl->bounds = let_through(pl, gp_placing_rect(&pl->r->placing, op->ink));
	pl->level = &level;
	play_ops(pl, op->as.group.ops, op->as.group.n);
	pl->level = level.outer;
	pl->bounds = bounds;
	if (!level.begun)
		return;
	set_clip(pl, false);
	gp_page_end(pl->to);
}

static uint32_t steps_of(const struct gp_op *op)
{
	return op->kind == GP_OP_GLYPHS && op->as.glyphs.n > 0 ? (uint32_t)op->as.glyphs.n : 1;
}

static void play_one(struct player *pl, const struct gp_op *op)
{
	uint32_t running = pl->order;

	if (!pl->r->order)
		pl->order = op->order;
	if (op->kind == GP_OP_GLYPHS)
		play_glyphs(pl, op);
	else
		play_plain(pl, op);
	pl->order = pl->r->order ? running + steps_of(op) : 0;
}

static void play_ops(struct player *pl, struct gp_op *const *ops, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (ops[i]->kind == GP_OP_CLIP || ops[i]->kind == GP_OP_ALPHA)
			play_group(pl, ops[i]);
		else
			play_one(pl, ops[i]);
	}
}

static void count_steps(const struct gp_op *op, void *user)
{
	*(uint32_t *)user += steps_of(op);
}

uint32_t gp_replay_steps(const struct gp_page *p)
{
	uint32_t n = 0;

	gp_page_each(p, count_steps, &n);
	return n;
}

void gp_replay_page(const struct gp_page *from, const struct gp_replay *r, struct gp_page *to)
{
	struct player pl = {.r = r, .to = to, .bounds = GP_EVERYWHERE, .order = r->order};

	assert(from->n_open == 0);
	play_ops(&pl, from->ops, from->n);
	set_clip(&pl, false);
}

struct gp_rect gp_replay_ink(const void *fonts, int font, uint32_t glyph, gp_len size)
{
	return gp_font_ink(fonts, font, glyph, size);
}

static bool inks(struct gp_op *const *ops, size_t n, struct gp_rect r)
{
	size_t i;

	for (i = 0; i < n; i++) {
		const struct gp_op *op = ops[i];

		if (op->kind == GP_OP_LINK || gp_rect_is_empty(gp_rect_common(op->ink, r)))
			continue;
		if (op->kind != GP_OP_CLIP && op->kind != GP_OP_ALPHA)
			return true;
		/* the ink of a group is what its clip lets through: go on with that part of r */
		if (inks(op->as.group.ops, op->as.group.n, gp_rect_common(op->ink, r)))
			return true;
	}
	return false;
}

bool gp_replay_is_clear(const struct gp_page *p, struct gp_rect r)
{
	assert(p->n_open == 0);
	return !inks(p->ops, p->n, r);
}

struct gp_doc *gp_replay_doc(const struct gp_doc *from, struct gp_arena *a)
{
	struct gp_doc *to = gp_doc_new(a);

	to->tags = from->tags;
	to->n_tags = from->n_tags;
	to->cap_tags = from->n_tags; /* a tag added later goes into a copy */
	to->title = from->title;
	to->author = from->author;
	to->language = from->language;
	to->date = from->date;
	to->subject = from->subject;
	return to;
}

/* Outline entries that lead somewhere; one level deeper than the entry before at most. */
static void keep_outline(const struct gp_doc *from, struct gp_doc *to)
{
	unsigned level, before = 0;
	size_t i;

	for (i = 0; i < from->n_outline; i++) {
		const struct gp_outline *o = &from->outline[i];
		const struct gp_anchor_def *anchor = gp_doc_find(to, o->anchor);

		if (!anchor || anchor->page < 0)
			continue;
		level = o->level > before + 1 ? before + 1 : o->level;
		gp_doc_outline(to, level, o->title, o->anchor);
		before = level;
	}
}

void gp_replay_anchors(
	const struct gp_doc *from, struct gp_doc *to, gp_where_fn *where, const void *user)
{
	size_t i;

	for (i = 0; i < from->n_anchors; i++) {
		const struct gp_anchor_def *a = &from->anchors[i];
		struct gp_point at = a->at;
		int32_t page = -1;

		if (a->page < 0 || !where(user, a->page, a->at, &page, &at))
			page = -1;
		gp_doc_anchor(to, a->name, page, at);
	}
	keep_outline(from, to);
}
