/*
 * Imposition against a model of paper.
 *
 * The model knows nothing of page orders.  It takes the sides of the imposed document as a printer
 * gets them, puts front and back on sheets (turned over along the short or the long edge, or by
 * hand from a stack), folds each sheet once with its front outside, nests the sheets of a
 * signature, and reads the leaves from the cover on.  What it reads must be pages 1 to N, upright,
 * each at the fold, moved by the creep alone.
 */
#include "press/impose.h"
#include "press_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

struct sheet {
	const struct gp_page *front, *back;
};

struct trial {
	struct kit k;
	struct gp_impose how;
	struct gp_press_look look;
	size_t n;           /* pages */
	unsigned signature; /* pages in one, resolved */
	gp_len page_w, page_h;
	gp_len sheet_w, sheet_h; /* lying */
	struct sheet *sheets;
	size_t n_sheets;
	uint64_t seed;
};

/* Each page carries a word near its head, one near its foot, and a picture that reaches its edges.
 */
static const struct gp_point head_at = {40000, 50000}, foot_at = {90000, 300000};

static void draw_pages(struct trial *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		struct gp_page *p = gp_doc_page(t->k.doc, t->page_w, t->page_h);
		char *name = gp_arena_printf(t->k.a, "p%zu", i + 1);

		p->number = (unsigned)i + 1;
		kit_text(&t->k, p, 10 * (uint32_t)i + 1, name, head_at, 0);
		kit_text(&t->k, p, 10 * (uint32_t)i + 2, name, foot_at, 0);
		gp_page_begin_alpha(p, 50);
		kit_box(&t->k, p, 10 * (uint32_t)i + 3,
			(struct gp_rect){40000, 100000, 60000, 60000});
		gp_page_end(p);
		gp_doc_anchor(t->k.doc, name, (int32_t)i, head_at);
		kit_link(&t->k, p, 10 * (uint32_t)i + 4,
			(struct gp_rect){40000, 43000, 60000, 9000},
			gp_arena_printf(t->k.a, "#p%zu", t->n - i));
	}
}

/* --- the paper ------------------------------------------------------------------------------- */

static void print_duplex(struct trial *t, const struct gp_doc *doc)
{
	size_t i;

	assert_int_equal(doc->n_pages, 2 * t->n_sheets);
	for (i = 0; i < t->n_sheets; i++)
		t->sheets[i] = (struct sheet){doc->pages[2 * i], doc->pages[2 * i + 1]};
}

/*
 * By hand.  Fronts are printed in order.  Delivered face down, each sheet comes to lie on the ones
 * before it, and the stack is fed from its top; delivered face up, it is turned over as a whole
 * before that.
 */
static void print_by_hand(struct trial *t, const struct gp_doc *fronts, const struct gp_doc *backs)
{
	size_t *stack = GP_ARRAY(t->k.a, t->n_sheets, size_t); /* from the foot of the stack up */
	size_t i, n = t->n_sheets;

	assert_int_equal(fronts->n_pages, n);
	assert_int_equal(backs->n_pages, n);
	for (i = 0; i < n; i++) {
		t->sheets[i].front = fronts->pages[i];
		stack[i] = i;
	}
	if (t->how.backs == GP_BACKS_FIRST_FIRST) {
		for (i = 0; i < n; i++)
			stack[i] = n - 1 - i;
	}
	for (i = 0; i < n; i++)
		t->sheets[stack[n - 1 - i]].back = backs->pages[i];
}

/* Where a point of the back's image lies on the paper, seen from the front through the paper. */
static struct gp_point through(const struct trial *t, struct gp_point p)
{
	if (t->how.flip == GP_FLIP_SHORT)
		return (struct gp_point){t->sheet_w - p.x, p.y};
	return (struct gp_point){p.x, t->sheet_h - p.y};
}

struct found {
	const struct trial *t;
	bool back, right_half;
	bool spine_left; /* for the reader */
	size_t page;     /* expected, from 0 */
	gp_len creep;
	unsigned heads, feet, boxes, links, strangers;
};

/* The reader's view of a point: x from the left edge of the page, y from its head. */
static struct gp_point as_read(const struct found *f, struct gp_point p)
{
	const struct trial *t = f->t;
	struct gp_point q = f->back ? through(t, p) : p;
	gp_len from_fold = f->right_half ? q.x - t->sheet_w / 2 : t->sheet_w / 2 - q.x;

	return (struct gp_point){f->spine_left ? from_fold : t->page_w - from_fold,
		q.y - (t->sheet_h - t->page_h) / 2};
}

static bool in_half(const struct found *f, struct gp_point p)
{
	struct gp_point q = f->back ? through(f->t, p) : p;

	return (q.x >= f->t->sheet_w / 2) == f->right_half;
}

static void look_at_text(struct found *f, const struct gp_op *op, struct gp_point home)
{
	const struct gp_op_glyphs *g = &op->as.glyphs;
	struct gp_point ahead = gp_turn((struct gp_point){1000, 0}, g->turn), a, b;

	ahead.x += g->origin.x;
	ahead.y += g->origin.y;
	a = as_read(f, g->origin);
	b = as_read(f, ahead);
	/* letters run to the right for the reader, and begin where the page has them */
	assert_int_equal(b.x - a.x, 1000);
	assert_int_equal(b.y, a.y);
	assert_int_equal(a.x, home.x + (f->spine_left ? -f->creep : f->creep));
	assert_int_equal(a.y, home.y);
}

static void look(const struct gp_op *op, void *user)
{
	struct found *f = user;

	if (op->artifact == GP_ARTIFACT_PAGE || !in_half(f, op->ref))
		return;
	assert_int_equal(op->artifact, GP_CONTENT);
	if (op->block / 10 != f->page)
		f->strangers++;
	else if (op->block % 10 == 1) {
		f->heads++;
		look_at_text(f, op, head_at);
	} else if (op->block % 10 == 2) {
		f->feet++;
		look_at_text(f, op, foot_at);
	} else if (op->block % 10 == 3)
		f->boxes++;
	else if (op->block % 10 == 4)
		f->links++;
}

static void read_page(
	struct trial *t, size_t sheet, size_t depth, bool right_half, bool back, size_t page)
{
	const struct gp_page *side = back ? t->sheets[sheet].back : t->sheets[sheet].front;
	struct found f = {.t = t, .back = back, .right_half = right_half, .page = page};

	/* right leaf: its front is a recto; left leaf, folded behind: its back is the recto */
	f.spine_left = right_half != back;
	f.creep = t->how.thickness * (gp_len)depth;
	assert_int_equal(side->width, t->sheet_w);
	assert_int_equal(side->height, t->sheet_h);
	gp_page_each(side, look, &f);
	assert_int_equal(f.strangers, 0);
	assert_int_equal(f.heads, 1);
	assert_int_equal(f.feet, 1);
	assert_int_equal(f.boxes, 1);
	if (t->how.sides == GP_SIDES_BOTH)
		assert_int_equal(f.links, 1);
}

/* Fold, nest and read one signature; returns the next page. */
static size_t read_signature(struct trial *t, size_t first, size_t n, size_t page)
{
	size_t k;

	for (k = 0; k < n; k++) {
		read_page(t, first + k, k, true, false, page++);
		read_page(t, first + k, k, true, true, page++);
	}
	while (k-- > 0) {
		read_page(t, first + k, k, false, true, page++);
		read_page(t, first + k, k, false, false, page++);
	}
	return page;
}

static void read_booklet(struct trial *t)
{
	size_t first, page = 0, sheets = t->signature / 4;

	for (first = 0; first < t->n_sheets; first += sheets)
		page = read_signature(t, first,
			t->n_sheets - first < sheets ? t->n_sheets - first : sheets, page);
	assert_int_equal(page, t->n);
}

/* --- trials ---------------------------------------------------------------------------------- */

static void begin(struct trial *t, size_t n, unsigned signature, enum gp_flip flip,
	gp_len thickness, bool letter)
{
	*t = (struct trial){.k = kit_new(), .n = n, .n_sheets = n / 4};
	t->signature = signature ? signature : (unsigned)n;
	t->page_w = letter ? GP_MM(139.7) : GP_MM(148);
	t->page_h = letter ? GP_MM(215.9) : GP_MM(210);
	t->how = (struct gp_impose){
		.sheet_width = letter ? GP_MM(215.9) : GP_MM(210),
		.sheet_height = letter ? GP_MM(279.4) : GP_MM(297),
		.sheet_name = letter ? "Letter" : "A4",
		.signature = signature,
		.flip = flip,
		.thickness = thickness,
		.lengths = gp_press_lengths_usual(),
		.look = &t->look,
	};
	t->sheet_w = t->how.sheet_height;
	t->sheet_h = t->how.sheet_width;
	t->sheets = GP_ARRAY(t->k.a, t->n_sheets, struct sheet);
	draw_pages(t);
}

static const struct gp_doc *impose(struct trial *t, enum gp_sides sides)
{
	const struct gp_doc *doc;

	t->how.sides = sides;
	doc = gp_impose(t->k.doc, &t->how, t->k.a, t->k.d);
	assert_non_null(doc);
	if (sides == GP_SIDES_BOTH)
		assert_ptr_equal(doc->tags, t->k.doc->tags);
	return doc;
}

/* Anchors lie where the head of their page was printed. */
static void check_anchors(struct trial *t, const struct gp_doc *doc)
{
	size_t i, k, hits;

	assert_int_equal(doc->n_anchors, t->n);
	for (i = 0; i < t->n; i++) {
		const struct gp_anchor_def *a =
			gp_doc_find(doc, gp_arena_printf(t->k.a, "p%zu", i + 1));
		const struct gp_page *p = doc->pages[a->page];

		for (k = hits = 0; k < p->n; k++)
			hits += p->ops[k]->block == 10 * i + 1 &&
				p->ops[k]->as.glyphs.origin.x == a->at.x &&
				p->ops[k]->as.glyphs.origin.y == a->at.y;
		assert_int_equal(hits, 1);
	}
}

static void every_booklet_reads_in_order(void **state)
{
	static const unsigned signatures[] = {0, 4, 8, 12, 16, 20, 32, 64};
	size_t n, s, flip;

	(void)state;
	for (n = 4; n <= 64; n += 4) {
		for (s = 0; s < 8; s++) {
			for (flip = 0; flip < 2; flip++) {
				struct trial t;
				const struct gp_doc *doc;

				begin(&t, n, signatures[s], flip ? GP_FLIP_LONG : GP_FLIP_SHORT,
					n % 8 ? 0 : GP_MM(0.1), n % 12 == 0);
				doc = impose(&t, GP_SIDES_BOTH);
				print_duplex(&t, doc);
				read_booklet(&t);
				check_anchors(&t, doc);
				kit_free(&t.k);
			}
		}
	}
}

static void printing_by_hand_gives_the_same_booklet(void **state)
{
	size_t n, way;

	(void)state;
	for (n = 4; n <= 64; n += 4) {
		for (way = 0; way < 8; way++) {
			struct trial t;
			const struct gp_doc *fronts;

			begin(&t, n, way & 4 ? 16 : 0, way & 1 ? GP_FLIP_LONG : GP_FLIP_SHORT, 0,
				false);
			t.how.backs = way & 2 ? GP_BACKS_FIRST_FIRST : GP_BACKS_LAST_FIRST;
			fronts = impose(&t, GP_SIDES_FRONTS);
			print_by_hand(&t, fronts, impose(&t, GP_SIDES_BACKS));
			read_booklet(&t);
			kit_free(&t.k);
		}
	}
}

struct tally {
	unsigned *content;
	size_t n;
};

static void count(const struct gp_op *op, void *user)
{
	struct tally *t = user;

	if (op->artifact != GP_CONTENT)
		return;
	assert_true(op->block < t->n);
	t->content[op->block]++;
}

/* Sides are out of order; what is on them says in which order it is read. */
static void check_order(struct trial *t, const struct gp_doc *doc)
{
	struct kit_reading r = kit_reading(&t->k, doc);
	size_t i;

	assert_int_equal(r.n, 4 * t->n);
	for (i = 0; i < r.n; i++) {
		assert_int_equal(r.op[i]->block, 10 * (i / 4) + i % 4 + 1);
		assert_int_equal(r.op[i]->order, i ? r.op[i - 1]->order_end : 1);
	}
}

static void all_content_is_there_exactly_once(void **state)
{
	struct kit_random r = kit_random_new();
	int round;

	(void)state;
	print_message("# seed %" PRIu64 "\n", r.seed);
	for (round = 0; round < 60; round++) {
		struct trial t;
		struct tally tally;
		const struct gp_doc *doc;
		size_t i;

		begin(&t, 4 * (size_t)kit_pick(&r, 1, 16), 4 * (unsigned)kit_pick(&r, 0, 6),
			kit_pick(&r, 0, 1) ? GP_FLIP_LONG : GP_FLIP_SHORT,
			(gp_len)kit_pick(&r, 0, 600), kit_pick(&r, 0, 1));
		doc = impose(&t, GP_SIDES_BOTH);
		tally = (struct tally){GP_ARRAY(t.k.a, 10 * t.n, unsigned), 10 * t.n};
		for (i = 0; i < doc->n_pages; i++)
			gp_page_each(doc->pages[i], count, &tally);
		for (i = 0; i < tally.n; i++)
			assert_int_equal(tally.content[i], i % 10 >= 1 && i % 10 <= 4);
		check_order(&t, doc);
		kit_free(&t.k);
	}
}

/* On random pages, many of them in the way of the marks, no mark meets the ink of a page. */
static void check_mark(const struct gp_op *mark, void *user)
{
	const struct gp_page *side = user;
	size_t i;

	if (mark->artifact != GP_ARTIFACT_PAGE)
		return;
	for (i = 0; i < side->n; i++) {
		if (side->ops[i]->artifact != GP_ARTIFACT_PAGE)
			assert_true(gp_rect_is_empty(gp_rect_common(side->ops[i]->ink, mark->ink)));
	}
}

static size_t n_marks;

static void count_mark(const struct gp_op *op, void *user)
{
	(void)user;
	n_marks += op->artifact == GP_ARTIFACT_PAGE;
}

static void marks_keep_out_of_the_ink(void **state)
{
	struct kit_random r = kit_random_new();
	int round;
	size_t i, k;

	(void)state;
	n_marks = 0;
	for (round = 0; round < 100; round++) {
		struct trial t;
		const struct gp_doc *doc;

		begin(&t, 8, 0, round % 2 ? GP_FLIP_LONG : GP_FLIP_SHORT, 0, false);
		for (i = 0; i < t.n; i++) {
			for (k = 0; k < 3; k++) {
				struct gp_rect box = {
					0, (gp_len)kit_pick(&r, 0, 560000), GP_MM(148), 0};

				box.h = (gp_len)kit_pick(&r, 1000, 30000);
				kit_picture(&t.k, t.k.doc->pages[i], 10 * (uint32_t)i + 5, box);
			}
		}
		doc = impose(&t, GP_SIDES_BOTH);
		for (i = 0; i < doc->n_pages; i++) {
			gp_page_each(doc->pages[i], check_mark, doc->pages[i]);
			gp_page_each(doc->pages[i], count_mark, NULL);
		}
		kit_free(&t.k);
	}
	/* some marks found room, some did not: 4 sides have 8 ticks and 2 staple marks */
	assert_true(n_marks > 100 && n_marks < 100 * 10);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_booklet_reads_in_order),
		cmocka_unit_test(printing_by_hand_gives_the_same_booklet),
		cmocka_unit_test(all_content_is_there_exactly_once),
		cmocka_unit_test(marks_keep_out_of_the_ink),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
