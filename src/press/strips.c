/*
 * Marks of a tile.  A strip is drawn in its own coordinates: `along` runs down or to the right from
 * its start, `across` runs from the face outwards, so four kinds of strip share one drawing.
 * Everything keeps inside the strip, because what is outside stays on the glued poster; words that
 * do not fit are left out.
 */
#include "press/strips.h"

#include "press/label.h"
#include "press/placing.h"

enum { VEIL = 60 }; /* percent of paper over art under a glue strip: 40 % of the art is left */

struct strip {
	struct gp_point base; /* where along and across are 0 */
	bool upright;         /* along runs down; else to the right */
	int out;              /* direction of across: 1 to larger x or y, -1 to smaller */
	gp_len length, width;
	unsigned turn; /* of the words */
};

struct tile {
	struct gp_page *p;
	const struct gp_tile *how;
	const struct gp_press_look *look;
	unsigned row, column;
	bool left, top, right, foot;     /* sides with a strip */
	struct gp_rect print, see, face; /* printable; after cutting; after gluing */
	gp_len cut, glue;
};

static struct gp_point point(const struct strip *s, gp_len along, gp_len across)
{
	struct gp_point p = s->base;

	if (s->upright) {
		p.x += s->out * across;
		p.y += along;
	} else {
		p.x += along;
		p.y += s->out * across;
	}
	return p;
}

static struct gp_rect area(
	const struct strip *s, gp_len along, gp_len across, gp_len length, gp_len width)
{
	struct gp_point a = point(s, along, across), b = point(s, along + length, across + width);
	struct gp_rect r = {gp_len_min(a.x, b.x), gp_len_min(a.y, b.y), 0, 0};

	r.w = gp_len_max(a.x, b.x) - r.x;
	r.h = gp_len_max(a.y, b.y) - r.y;
	return r;
}

static struct gp_rect whole(const struct strip *s)
{
	return area(s, 0, 0, s->length, s->width);
}

static void fill(struct tile *t, struct gp_rect r, struct gp_colour_rgb colour)
{
	struct gp_path *path = gp_path_new(t->p->arena);

	gp_path_rect(path, r);
	gp_mark_fill(t->p, path, colour);
}

/* --- glue strips ----------------------------------------------------------------------------- */

/* Lines at 45 degrees, cut off at the edges of the strip. */
static void hatch(struct tile *t, const struct strip *s)
{
	const struct gp_press_lengths *l = &t->how->lengths;
	struct gp_rect r = gp_rect_grow(whole(s), -l->line);
	struct gp_path *path = gp_path_new(t->p->arena);
	gp_len right = r.x + r.w, foot = r.y + r.h, sum, y;

	for (sum = r.x + r.y + l->hatch; sum < right + foot; sum += gp_len_max(l->hatch, 1000)) {
		y = gp_len_min(sum - r.x, foot);
		gp_path_move(path, sum - y, y);
		y = gp_len_max(sum - right, r.y);
		gp_path_line(path, sum - y, y);
	}
	gp_mark_stroke(t->p, path, l->line, t->look->glue);
}

static void arrow_head(struct tile *t, const struct strip *s, gp_len tip, gp_len length)
{
	struct gp_path *path = gp_path_new(t->p->arena);
	struct gp_point a = point(s, tip, 0), b = point(s, tip + length, 0);
	struct gp_point c = point(s, tip, s->width / 4);

	gp_path_move(path, a.x, a.y);
	gp_path_line(path, b.x, b.y);
	gp_path_line(path, c.x, c.y);
	gp_path_close(path);
	gp_mark_fill(t->p, path, t->look->glue);
}

/* The line where the edge of the next sheet lies, from 0 to `end`, with a head at both ends. */
static void edge_line(struct tile *t, const struct strip *s, gp_len end)
{
	gp_len line = t->how->lengths.line, head = gp_len_min(s->width / 2, end / 4);

	gp_mark_line(t->p, point(s, line, line / 2), point(s, end - line, line / 2), line, 0,
		t->look->glue);
	arrow_head(t, s, 0, head);
	arrow_head(t, s, end, -head);
}

/* Words on a plate of paper in the middle of the strip's width, at `along`. */
static void plate(
	struct tile *t, const struct strip *s, const struct gp_press_label *label, gp_len along)
{
	struct gp_point at = gp_press_label_centred(label, point(s, along, s->width / 2), s->turn);
	struct gp_rect box = gp_press_label_box(label, at, s->turn);

	if (label->run.n == 0 || !gp_rect_holds(gp_rect_grow(whole(s), -t->how->lengths.line), box))
		return;
	fill(t, gp_rect_common(gp_rect_grow(box, GP_PT(2)), whole(s)), t->look->paper);
	gp_press_label_draw(label, t->p, at, s->turn);
}

static void glue_words(struct tile *t, const struct strip *s, unsigned row, unsigned column)
{
	char name[GP_TILE_NAME];
	struct gp_press_fields f = {.left = "", .right = "", .name = NULL};
	struct gp_press_label label;
	gp_len room;

	f.name = gp_arena_str(t->p->arena, gp_tile_name(row, column, name));
	label = gp_press_label_new(t->look, &t->look->text, t->look->ink,
		gp_press_words(t->look, GP_PRESS_GLUE, &f, t->p->arena), t->p->arena);
	/* two of them, clear of the arrow heads, of the name between them, and of each other */
	room = s->length / 2 - 2 * s->width;
	if (label.ink.w > room)
		return;
	plate(t, s, &label, s->length / 4);
	plate(t, s, &label, s->length - s->length / 4);
}

/* The name of this tile in a frame: in the corner of two glue strips, else amid the only one. */
static void own_name(struct tile *t, const struct strip *s, gp_len along)
{
	char name[GP_TILE_NAME];
	gp_len line = t->how->lengths.line;
	struct gp_rect box = gp_rect_grow(area(s, along, 0, s->width, s->width), -line);
	struct gp_point middle = {box.x + box.w / 2, box.y + box.h / 2};
	struct gp_path *frame = gp_path_new(t->p->arena);
	struct gp_press_label label = gp_press_label_new(t->look, &t->look->name, t->look->ink,
		gp_arena_str(t->p->arena, gp_tile_name(t->row, t->column, name)), t->p->arena);
	struct gp_point at = gp_press_label_centred(&label, middle, 0);

	if (label.run.n == 0 || !gp_rect_holds(box, gp_press_label_box(&label, at, 0)))
		return;
	fill(t, box, t->look->paper);
	gp_path_rect(frame, gp_rect_grow(box, -line / 2));
	gp_mark_stroke(t->p, frame, line, t->look->glue);
	gp_press_label_draw(&label, t->p, at, 0);
}

static void veil(struct tile *t, const struct strip *s)
{
	gp_page_begin_alpha(t->p, VEIL);
	fill(t, whole(s), t->look->paper);
	gp_page_end(t->p);
}

static void glue_strips(struct tile *t)
{
	gp_len right = t->face.x + t->face.w, foot = t->face.y + t->face.h;
	struct strip side = {{right, t->see.y}, true, 1, t->see.h, t->glue, 1};
	struct strip base = {{t->see.x, foot}, false, 1, t->face.w, t->glue, 0};

	if (t->right) {
		veil(t, &side);
		hatch(t, &side);
		edge_line(t, &side, t->face.h);
		glue_words(t, &side, t->row, t->column + 1);
	}
	if (t->foot) {
		veil(t, &base);
		hatch(t, &base);
		edge_line(t, &base, t->face.w);
		glue_words(t, &base, t->row + 1, t->column);
	}
	if (t->right)
		own_name(t, &side, t->foot ? t->face.h : (side.length - side.width) / 2);
	else if (t->foot)
		own_name(t, &base, (base.length - base.width) / 2);
}

/* --- cut strips ------------------------------------------------------------------------------ */

/* Open scissors, as high as the strip allows, cutting along it. */
static void scissors(struct tile *t, const struct strip *s, gp_len along)
{
	gp_len w = s->width, mid = w / 2, bow = w / 6, arm = w / 4;
	struct gp_path *path = gp_path_new(t->p->arena);
	struct gp_point a, b;
	int side;

	if (along + 2 * w > s->length)
		return;
	for (side = -1; side <= 1; side += 2) {
		gp_path_circle(path, point(s, along, mid + side * arm), bow);
		a = point(s, along + bow, mid + side * (arm - bow / 4));
		b = point(s, along + w + bow, mid - side * arm);
		gp_path_move(path, a.x, a.y);
		gp_path_line(path, b.x, b.y);
	}
	gp_mark_stroke(t->p, path, w / 20, t->look->cut);
}

/* "A2" and "cut off this edge", in one line amid the strip. */
static void cut_words(struct tile *t, const struct strip *s)
{
	struct gp_arena *a = t->p->arena;
	char buf[GP_TILE_NAME];
	struct gp_press_fields f = {.left = "", .right = "", .name = NULL};
	struct gp_press_label name, words;
	gp_len up, gap, all, start;
	int along = s->turn == 3 ? -1 : 1; /* words that stand read from the foot up */

	f.name = gp_arena_str(a, gp_tile_name(t->row, t->column, buf));
	name = gp_press_label_new(t->look, &t->look->strong, t->look->ink, f.name, a);
	words = gp_press_label_new(t->look, &t->look->text, t->look->ink,
		gp_press_words(t->look, GP_PRESS_CUT, &f, a), a);
	up = -gp_rect_union(name.ink, words.ink).y;
	gap = t->look->text.size / 3;
	all = name.run.width + gap + words.run.width;
	if (name.run.n == 0 || all > s->length / 2 || up > s->width - 2 * t->how->lengths.cut_line)
		return;
	start = s->length / 2 - along * (all / 2);
	gp_press_label_draw(&name, t->p, point(s, start, (s->width - up) / 2), s->turn);
	start += along * (name.run.width + gap);
	gp_press_label_draw(&words, t->p, point(s, start, (s->width - up) / 2), s->turn);
}

static void cut_strip(struct tile *t, const struct strip *s)
{
	gp_len line = t->how->lengths.cut_line;

	gp_mark_line(t->p, point(s, line, line / 2), point(s, s->length - line, line / 2), line,
		s->width / 2, t->look->cut);
	scissors(t, s, s->length / 8);
	cut_words(t, s);
}

static void cut_strips(struct tile *t)
{
	struct strip side = {{t->see.x, t->print.y}, true, -1, t->print.h, t->cut, 3};
	struct strip head = {{t->print.x, t->see.y}, false, -1, t->print.w, t->cut, 0};

	if (t->left)
		cut_strip(t, &side);
	if (t->top)
		cut_strip(t, &head);
}

void gp_strips_draw(struct gp_page *p, const struct gp_tile *how, const struct gp_tile_plan *plan,
	unsigned row, unsigned column)
{
	struct gp_rect window = gp_tile_window(plan, row, column);
	struct gp_placing to_sheet =
		gp_placing_shift(plan->margin - window.x, plan->margin - window.y);
	struct tile t = {
		.p = p,
		.how = how,
		.look = how->look,
		.row = row,
		.column = column,
		.left = column > 0,
		.top = row > 0,
		.right = column + 1 < plan->columns,
		.foot = row + 1 < plan->rows,
		.print = gp_placing_rect(&to_sheet, window),
		.face = gp_placing_rect(&to_sheet, gp_tile_face(plan, row, column)),
		.cut = plan->cut,
		.glue = plan->glue,
	};

	t.see = t.face;
	t.see.w += t.right ? t.glue : 0;
	t.see.h += t.foot ? t.glue : 0;
	glue_strips(&t);
	cut_strips(&t);
}
