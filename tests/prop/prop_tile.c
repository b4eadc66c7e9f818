/*
 * Tiles and replay on random posters: faces share out the poster, windows overlap as stated, every
 * byte of text and every drawing is content exactly once, what is left of an overlap is in its
 * place, marks keep inside the strips, and a replayed page inks where its ink was placed.
 */
#include "press/tile.h"
#include "press_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { MAX_OPS = 60 };

struct source {
	const struct gp_op *op; /* as drawn on the poster; NULL: none with this number */
	unsigned char *bytes;   /* of a text: how often each is content */
	unsigned times;         /* of all else */
};

struct trial {
	struct kit k;
	struct kit_random *r;
	struct gp_press_look look;
	struct gp_tile how;
	struct gp_tile_plan plan;
	const struct gp_page *poster;
	struct source src[MAX_OPS + 1];
};

static const char *const samples[] = {
	"Roll out the soleus",
	"Wadenmuskel, gro\xc3\x9f und \xc3\xbc"
	"berm\xc3\xbc"
	"det",
	"\xce\xb3\xce\xb1\xcf\x83\xcf\x84\xcf\x81\xce\xbf",
	"x",
	"3 \xc3\x97 30 s",
};

static gp_len pick(struct trial *t, gp_len lo, gp_len hi)
{
	return (gp_len)kit_pick(t->r, lo, hi);
}

static void draw_one(struct trial *t, struct gp_page *p, uint32_t block, gp_len w, gp_len h)
{
	struct gp_rect r = {pick(t, 0, w - 1000), pick(t, 0, h - 1000), 0, 0};

	r.w = pick(t, 1000, w - r.x);
	r.h = pick(t, 1000, h - r.y);
	switch (kit_pick(t->r, 0, 5)) {
	case 0:
		t->src[block].op = kit_box(&t->k, p, block, r);
		break;
	case 1:
		t->src[block].op = kit_picture(&t->k, p, block, r);
		break;
	case 2:
		t->src[block].op = kit_link(&t->k, p, block, r, "https://example.org/");
		break;
	default:
		t->src[block].op = kit_text(&t->k, p, block, samples[kit_pick(t->r, 0, 4)],
			(struct gp_point){r.x, r.y}, (unsigned)kit_pick(t->r, 0, 3));
		t->src[block].bytes =
			GP_ARRAY(t->k.a, t->src[block].op->as.glyphs.text_len, unsigned char);
	}
}

static void draw_poster(struct trial *t, gp_len w, gp_len h)
{
	struct gp_page *p = gp_doc_page(t->k.doc, w, h);
	int open = 0;
	uint32_t i;

	t->poster = p;
	t->src[1].op = kit_box(&t->k, p, 1, (struct gp_rect){0, 0, w, h});
	for (i = 2; i <= MAX_OPS; i++) {
		if (open < 3 && kit_pick(t->r, 0, 9) == 0) {
			gp_page_begin_alpha(p, 50);
			open++;
		}
		draw_one(t, p, i, w, h);
		if (open > 0 && kit_pick(t->r, 0, 5) == 0) {
			gp_page_end(p);
			open--;
		}
	}
	while (open-- > 0)
		gp_page_end(p);
}

/* A poster of random size with a plan; false when it needs more tiles than can be named. */
static void begin(struct trial *t, struct kit_random *r)
{
	static const struct {
		const char *name;
		double w, h;
	} sheets[] = {
		{"A4", 210, 297}, {"Letter", 215.9, 279.4}, {"A5", 148, 210}, {"A3", 297, 420}};
	size_t s = (size_t)kit_pick(r, 0, 3);

	*t = (struct trial){.k = kit_new(), .r = r};
	draw_poster(t, pick(t, GP_MM(60), GP_MM(900)), pick(t, GP_MM(60), GP_MM(1200)));
	t->how = (struct gp_tile){.sheet_width = GP_MM(sheets[s].w),
		.sheet_height = GP_MM(sheets[s].h),
		.sheet_name = sheets[s].name,
		.ink = {0, 0, t->poster->width, t->poster->height},
		.lengths = gp_press_lengths_usual(),
		.look = &t->look};
	assert_true(gp_tile_plan(t->k.doc, &t->how, t->k.a, t->k.d, &t->plan));
}

/* --- the plan -------------------------------------------------------------------------------- */

/* Fewest windows of p that overlap by v and reach over w, found by trying. */
static unsigned fewest(gp_len w, gp_len p, gp_len v)
{
	unsigned n = 1;

	while ((int64_t)n * p - (int64_t)(n - 1) * v < w - GP_TILE_SLACK)
		n++;
	return n;
}

static void check_count(const struct trial *t)
{
	gp_len v = t->plan.cut + t->plan.glue, m = 2 * t->plan.margin;
	gp_len less = t->how.sheet_width - m, more = t->how.sheet_height - m;
	unsigned up = fewest(t->how.ink.w, less, v) * fewest(t->how.ink.h, more, v);
	unsigned lying = fewest(t->how.ink.w, more, v) * fewest(t->how.ink.h, less, v);

	assert_int_equal(t->plan.rows * t->plan.columns, up < lying ? up : lying);
}

static void check_window(const struct trial *t, unsigned row, unsigned column)
{
	const struct gp_tile_plan *p = &t->plan;
	struct gp_rect w = gp_tile_window(p, row, column), f = gp_tile_face(p, row, column), n;

	assert_int_equal(w.w, p->sheet_width - 2 * p->margin);
	assert_int_equal(w.h, p->sheet_height - 2 * p->margin);
	if (column + 1 < p->columns) {
		n = gp_tile_window(p, row, column + 1);
		assert_int_equal(w.x + w.w - n.x, p->cut + p->glue);
		assert_int_equal(f.x + f.w, w.x + w.w - p->glue);
		assert_int_equal(gp_tile_face(p, row, column + 1).x, f.x + f.w);
		assert_int_equal(gp_tile_face(p, row, column + 1).x, n.x + p->cut);
	}
	if (row + 1 < p->rows) {
		n = gp_tile_window(p, row + 1, column);
		assert_int_equal(w.y + w.h - n.y, p->cut + p->glue);
		assert_int_equal(f.y + f.h, w.y + w.h - p->glue);
		assert_int_equal(gp_tile_face(p, row + 1, column).y, f.y + f.h);
		assert_int_equal(gp_tile_face(p, row + 1, column).y, n.y + p->cut);
	}
}

static void faces_share_out_the_poster(void **state)
{
	struct kit_random r = kit_random_new();
	unsigned row, column;
	int round;

	(void)state;
	print_message("# seed %" PRIu64 "\n", r.seed);
	for (round = 0; round < 200; round++) {
		struct trial t;
		struct gp_rect whole, all = {0, 0, 0, 0};
		int64_t area = 0;

		begin(&t, &r);
		check_count(&t);
		for (row = 0; row < t.plan.rows; row++) {
			for (column = 0; column < t.plan.columns; column++) {
				struct gp_rect f = gp_tile_face(&t.plan, row, column);

				check_window(&t, row, column);
				area += (int64_t)f.w * f.h;
				all = gp_rect_union(all, f);
			}
		}
		/* edges join (above), so equal areas mean neither gap nor overlap */
		whole = gp_tile_whole(&t.plan);
		assert_true(kit_same(all, whole));
		assert_true(area == (int64_t)whole.w * whole.h);
		assert_true(gp_rect_holds(gp_rect_grow(whole, GP_TILE_SLACK), t.how.ink));
		assert_in_range(
			t.how.ink.x - whole.x - (whole.x + whole.w - t.how.ink.x - t.how.ink.w) + 1,
			0, 2);
		assert_in_range(
			t.how.ink.y - whole.y - (whole.y + whole.h - t.how.ink.y - t.how.ink.h) + 1,
			0, 2);
		kit_free(&t.k);
	}
}

/* --- the tiles ------------------------------------------------------------------------------- */

struct visit {
	struct trial *t;
	struct gp_rect window, face, see; /* on the poster */
	bool seen[MAX_OPS + 1];           /* blocks drawn on this tile */
	int depth;                        /* of clips by the edge */
};

/* From the sheet back to the poster. */
static struct gp_point back(const struct visit *v, struct gp_point p)
{
	return (struct gp_point){
		p.x - v->t->plan.margin + v->window.x, p.y - v->t->plan.margin + v->window.y};
}

static struct gp_rect back_rect(const struct visit *v, struct gp_rect r)
{
	struct gp_point p = back(v, (struct gp_point){r.x, r.y});

	return (struct gp_rect){p.x, p.y, r.w, r.h};
}

/* True when a point of the poster belongs to this tile: faces go on for ever at the outside. */
static bool owns(const struct visit *v, struct gp_point p)
{
	const struct gp_rect *f = &v->face, ink = v->t->how.ink;

	return (p.x >= f->x || f->x <= ink.x) && (p.y >= f->y || f->y <= ink.y) &&
	       (p.x < f->x + f->w || f->x + f->w >= ink.x + ink.w) &&
	       (p.y < f->y + f->h || f->y + f->h >= ink.y + ink.h);
}

static void visit_text(struct visit *v, const struct gp_op *op)
{
	struct source *s = &v->t->src[op->block];
	const struct gp_op_glyphs *home = &s->op->as.glyphs, *g = &op->as.glyphs;
	size_t start = (size_t)(g->text - home->text), i, k;
	gp_len pen = 0;

	assert_true(start <= home->text_len && start + g->text_len <= home->text_len);
	assert_int_equal(g->turn, home->turn);
	for (i = 0; i < g->n; i++) {
		size_t from = start + g->g[i].from, nth = g->g[i].id - 1;
		struct gp_point along = gp_turn((struct gp_point){pen, 0}, g->turn), at;
		struct gp_point mid =
			gp_turn((struct gp_point){5000 * (gp_len)nth + 2500, 0}, home->turn);

		assert_true(g->g[i].from + g->g[i].len <= g->text_len);
		assert_int_equal(from, home->g[nth].from);
		at = back(v, (struct gp_point){g->origin.x + along.x, g->origin.y + along.y});
		along = gp_turn((struct gp_point){5000 * (gp_len)nth, 0}, home->turn);
		assert_int_equal(at.x, home->origin.x + along.x);
		assert_int_equal(at.y, home->origin.y + along.y);
		mid.x += home->origin.x;
		mid.y += home->origin.y;
		assert_int_equal(op->artifact == GP_CONTENT, owns(v, mid));
		for (k = from; k < from + g->g[i].len; k++)
			s->bytes[k] = (unsigned char)(s->bytes[k] + (op->artifact == GP_CONTENT));
		pen += g->g[i].advance;
	}
	assert_int_equal(g->width, pen);
}

static void visit_ops(struct visit *v, struct gp_op *const *ops, size_t n);

static void visit_group(struct visit *v, const struct gp_op *op)
{
	bool edge =
		op->kind == GP_OP_CLIP; /* the posters of this test have no clips of their own */

	assert_true(op->as.group.n > 0);
	v->depth += edge;
	visit_ops(v, op->as.group.ops, op->as.group.n);
	v->depth -= edge;
}

static void visit_ops(struct visit *v, struct gp_op *const *ops, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		const struct gp_op *op = ops[i];
		struct gp_rect ink = back_rect(v, op->ink);

		if (op->kind == GP_OP_CLIP || op->kind == GP_OP_ALPHA) {
			visit_group(v, op);
			continue;
		}
		if (op->artifact == GP_ARTIFACT_PAGE) {
			/* marks: in the strips, never on the face */
			assert_true(gp_rect_holds(v->window, ink));
			assert_true(gp_rect_is_empty(gp_rect_common(ink, v->face)));
			continue;
		}
		v->seen[op->block] = true;
		assert_true(op->artifact == GP_CONTENT ? op->tag >= 0 : op->tag == -1);
		if (!gp_rect_holds(v->see, ink) && op->kind != GP_OP_LINK)
			assert_int_equal(v->depth, 1);
		if (op->artifact != GP_CONTENT)
			assert_false(gp_rect_is_empty(gp_rect_common(ink, v->see)));
		if (op->kind == GP_OP_GLYPHS)
			visit_text(v, op);
		else if (op->artifact == GP_CONTENT)
			v->t->src[op->block].times++;
		if (op->kind == GP_OP_LINK)
			assert_true(op->artifact == GP_CONTENT && gp_rect_holds(v->see, ink));
	}
}

static void visit_tile(struct trial *t, const struct gp_doc *tiles, unsigned row, unsigned column)
{
	const struct gp_page *p = tiles->pages[row * t->plan.columns + column];
	struct visit v = {.t = t,
		.window = gp_tile_window(&t->plan, row, column),
		.face = gp_tile_face(&t->plan, row, column)};
	uint32_t i;

	v.see = v.face;
	v.see.w = v.window.x + v.window.w - v.face.x;
	v.see.h = v.window.y + v.window.h - v.face.y;
	visit_ops(&v, p->ops, p->n);
	/* whatever has ink in what is seen is drawn, as content or not */
	for (i = 1; i <= MAX_OPS; i++) {
		if (t->src[i].op->kind != GP_OP_LINK)
			assert_true(v.seen[i] ||
				    gp_rect_is_empty(gp_rect_common(t->src[i].op->ink, v.see)));
	}
}

static void check_once(const struct trial *t)
{
	size_t i, k;

	for (i = 1; i <= MAX_OPS; i++) {
		const struct source *s = &t->src[i];

		if (!s->bytes) {
			assert_int_equal(s->times, 1);
			continue;
		}
		for (k = 0; k < s->op->as.glyphs.text_len; k++)
			assert_int_equal(s->bytes[k], 1);
	}
}

/* Everything of this poster is content, so its pieces follow each other without a gap. */
static void check_order(struct trial *t, const struct gp_doc *tiles)
{
	struct kit_reading r = kit_reading(&t->k, tiles);
	uint32_t at = 1, block = 1;
	size_t i;

	for (i = 0; i < r.n; i++) {
		assert_int_equal(r.op[i]->order, at);
		assert_in_range(r.op[i]->block, block, block + 1);
		at = r.op[i]->order_end;
		block = r.op[i]->block;
	}
	assert_int_equal(at, 1 + gp_replay_steps(t->poster));
}

static void content_is_there_exactly_once(void **state)
{
	struct kit_random r = kit_random_new();
	unsigned row, column;
	int round;

	(void)state;
	for (round = 0; round < 150; round++) {
		struct trial t;
		const struct gp_doc *tiles;

		begin(&t, &r);
		tiles = gp_tile(t.k.doc, &t.how, &t.plan, t.k.a);
		assert_int_equal(tiles->n_pages, t.plan.rows * t.plan.columns);
		for (row = 0; row < t.plan.rows; row++) {
			for (column = 0; column < t.plan.columns; column++)
				visit_tile(&t, tiles, row, column);
		}
		check_once(&t);
		check_order(&t, tiles);
		kit_free(&t.k);
	}
}

/* --- replay ---------------------------------------------------------------------------------- */

static struct gp_placing random_placing(struct kit_random *r, bool scaled)
{
	return (struct gp_placing){
		.dx = (gp_len)kit_pick(r, -500000, 500000),
		.dy = (gp_len)kit_pick(r, -500000, 500000),
		.turn = (unsigned)kit_pick(r, 0, 3),
		.num = scaled ? (int32_t)kit_pick(r, 1, 40) : 1,
		.den = scaled ? (int32_t)kit_pick(r, 1, 40) : 1,
	};
}

static struct gp_page *play(struct trial *t, const struct gp_page *from, struct gp_placing placing)
{
	struct gp_page *to = gp_doc_page(t->k.doc, 1000, 1000);
	struct gp_replay r = {.placing = placing, .see = GP_EVERYWHERE, .own = GP_EVERYWHERE};

	gp_replay_page(from, &r, to);
	return to;
}

static void replayed_ink_is_placed_ink(void **state)
{
	struct kit_random r = kit_random_new();
	int round;
	size_t i;

	(void)state;
	for (round = 0; round < 200; round++) {
		struct gp_placing p = random_placing(&r, true);
		struct gp_page *to;
		struct trial t;

		begin(&t, &r);
		to = play(&t, t.poster, p);
		assert_int_equal(to->n, t.poster->n);
		assert_true(kit_same(gp_page_ink(to), gp_placing_rect(&p, gp_page_ink(t.poster))));
		for (i = 0; i < to->n; i++)
			assert_true(kit_same(
				to->ops[i]->ink, gp_placing_rect(&p, t.poster->ops[i]->ink)));
		kit_free(&t.k);
	}
}

/* Four quarter turns, and a shift there and back, leave the list as it was. */
static void turns_and_shifts_undo_each_other(void **state)
{
	struct kit_random r = kit_random_new();
	int round, i;

	(void)state;
	for (round = 0; round < 60; round++) {
		struct gp_placing p = random_placing(&r, false), back_again;
		struct gp_page *to;
		struct trial t;
		const char *before;

		begin(&t, &r);
		before = kit_dump(&t.k, t.k.doc);
		to = play(&t, t.poster, p);
		for (i = 0; i < 3; i++) /* three more times the same turn, without the shift */
			to = play(&t, to, (struct gp_placing){.turn = p.turn, .num = 1, .den = 1});
		back_again = p;
		for (i = 0; i < 3; i++)
			back_again = gp_placing_then(back_again,
				(struct gp_placing){.turn = p.turn, .num = 1, .den = 1});
		assert_int_equal(back_again.turn, 0);
		to = play(&t, to, gp_placing_shift(-back_again.dx, -back_again.dy));
		to->width = t.poster->width;
		to->height = t.poster->height;
		t.k.doc->pages[0] = to;
		t.k.doc->n_pages = 1;
		assert_string_equal(kit_dump(&t.k, t.k.doc), before);
		kit_free(&t.k);
	}
}

/* However a page is cut in two, both parts together hold the text once, in order. */
static void any_cut_keeps_every_byte(void **state)
{
	struct kit_random r = kit_random_new();
	int round, half;

	(void)state;
	for (round = 0; round < 300; round++) {
		struct trial t = {.k = kit_new(), .r = &r};
		struct gp_page *p = gp_doc_page(t.k.doc, 300000, 300000);
		const char *text = samples[kit_pick(&r, 0, 4)];
		gp_len cut = (gp_len)kit_pick(&r, 0, 300000);
		struct gp_rect part[2] = {GP_EVERYWHERE, GP_EVERYWHERE};
		char *both = gp_arena_alloc(t.k.a, strlen(text) + 1);
		size_t i, at = 0;

		kit_text(&t.k, p, 1, text, (struct gp_point){pick(&t, 0, 300000), 100000}, 0);
		part[0].w = cut - part[0].x;
		part[1].x = cut;
		for (half = 0; half < 2; half++) {
			struct gp_replay play_half = {.placing = gp_placing_shift(0, 0),
				.see = part[half],
				.own = part[half]};
			struct gp_page *to = gp_doc_page(t.k.doc, 300000, 300000);

			gp_replay_page(p, &play_half, to);
			for (i = 0; i < to->n; i++) {
				const struct gp_op *op = to->ops[i];

				if (op->kind == GP_OP_CLIP)
					op = op->as.group.ops[0];
				if (op->artifact != GP_CONTENT)
					continue;
				assert_true(at + op->as.glyphs.text_len <= strlen(text));
				memcpy(both + at, op->as.glyphs.text, op->as.glyphs.text_len);
				at += op->as.glyphs.text_len;
			}
		}
		assert_string_equal(both, text);
		kit_free(&t.k);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(faces_share_out_the_poster),
		cmocka_unit_test(content_is_there_exactly_once),
		cmocka_unit_test(replayed_ink_is_placed_ink),
		cmocka_unit_test(turns_and_shifts_undo_each_other),
		cmocka_unit_test(any_cut_keeps_every_byte),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
