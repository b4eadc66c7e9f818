/*
 * Imposing.  A side is built upright from two replayed pages and its marks; the back of a long-edge
 * flip is that side replayed under a half turn.  Marks go only where no page inks: each is tried
 * against the finished side, and one that finds no room is left out.
 */
#include "press/impose.h"

#include "press/label.h"
#include "press/mend.h"
#include "press/replay.h"

enum {
	PAGES_A_SHEET = 4,
	SLACK = 100 /* 0.1 pt: half of A3 is A4 but for a rounding */
};

struct imposer {
	const struct gp_doc *pages;
	const struct gp_impose *how;
	struct gp_arena *a;
	struct gp_diag *d;
	struct gp_doc *out;
	size_t first, n; /* pages that are imposed */
	size_t lead;     /* pages of the new document before the first side */
	unsigned signature;
	gp_len width, height; /* of the lying sheet */
	gp_len page_width, page_height;
	uint32_t *order; /* of the first step of each imposed page */
};

/* One side, upright: the indices of its pages. */
struct side {
	unsigned sheet, depth;
	bool back;
	size_t left, right;
};

struct gp_impose_cell gp_impose_cell(size_t i, size_t n, unsigned signature)
{
	size_t start = i / signature * signature;
	size_t size = n - start < signature ? n - start : signature;
	size_t at = i - start;
	struct gp_impose_cell c = {0};

	/* pages at and size-1-at share a side; the pairs run from the outermost front inwards */
	c.right = at % 2 == 0;
	at = at < size / 2 ? at : size - 1 - at;
	c.depth = (unsigned)at / 2;
	c.back = at % 2 == 1;
	c.sheet = (unsigned)(start / PAGES_A_SHEET) + c.depth;
	return c;
}

static struct gp_rect trim_of(const struct gp_page *p)
{
	return p->has_trim ? p->trim : (struct gp_rect){0, 0, p->width, p->height};
}

static const struct gp_page *page_at(const struct imposer *m, size_t i)
{
	return m->pages->pages[m->first + i];
}

static gp_len creep_of(const struct imposer *m, unsigned depth)
{
	return m->how->thickness * (gp_len)depth;
}

/* --- what can be asked for ------------------------------------------------------------------- */

static bool check_count(const struct imposer *m)
{
	unsigned n = (unsigned)m->n, over = n % PAGES_A_SHEET, wish = m->how->signature;

	if (n == 0) {
		gp_report(m->d, GP_MSG_IMPOSE_EMPTY, GP_NOWHERE);
		return false;
	}
	if (over)
		gp_report(m->d, GP_MSG_IMPOSE_COUNT, GP_NOWHERE, n, PAGES_A_SHEET - over, over);
	if (wish % PAGES_A_SHEET)
		gp_report(m->d, GP_MSG_IMPOSE_SIGNATURE, GP_NOWHERE, wish,
			wish + PAGES_A_SHEET - wish % PAGES_A_SHEET);
	return over == 0 && wish % PAGES_A_SHEET == 0;
}

static bool check_size(const struct imposer *m)
{
	struct gp_rect one = trim_of(page_at(m, 0)), other;
	size_t i;

	for (i = 1; i < m->n; i++) {
		other = trim_of(page_at(m, i));
		if (other.w != one.w || other.h != one.h) {
			gp_report(m->d, GP_MSG_IMPOSE_MIXED, GP_NOWHERE, (unsigned)i + 1,
				gp_press_size(m->a, other.w, other.h),
				gp_press_size(m->a, one.w, one.h));
			return false;
		}
	}
	if (one.w <= m->width / 2 + SLACK && one.h <= m->height + SLACK)
		return true;
	gp_report(m->d, GP_MSG_IMPOSE_SIZE, GP_NOWHERE, gp_press_size(m->a, one.w, one.h),
		m->how->sheet_name, gp_press_size(m->a, m->width / 2, m->height));
	return false;
}

/* White between the ink of a page and the fold; 0 when art reaches the fold on purpose. */
static gp_len white_at_fold(const struct gp_page *p, bool right)
{
	struct gp_rect ink = gp_page_ink(p), trim = trim_of(p);

	if (gp_rect_is_empty(ink))
		return GP_LEN_MAX;
	return gp_len_max(right ? ink.x - trim.x : trim.x + trim.w - ink.x - ink.w, 0);
}

static bool check_creep(const struct imposer *m)
{
	size_t i;

	if (m->how->thickness < 0 || m->how->thickness > GP_MM(1)) {
		gp_report(m->d, GP_MSG_IMPOSE_THICKNESS, GP_NOWHERE,
			gp_press_mm(m->a, m->how->thickness));
		return false;
	}
	for (i = 0; i < m->n && m->how->thickness > 0; i++) {
		struct gp_impose_cell c = gp_impose_cell(i, m->n, m->signature);
		gp_len white = white_at_fold(page_at(m, i), c.right), creep = creep_of(m, c.depth);

		if (white > 0 && creep > white) {
			gp_report(m->d, GP_MSG_IMPOSE_CREEP, GP_NOWHERE, c.sheet + 1,
				gp_press_mm(m->a, creep), (unsigned)i + 1,
				gp_press_mm(m->a, white));
			return false;
		}
	}
	return true;
}

/* --- where pages go -------------------------------------------------------------------------- */

/* From a page to its upright side. */
static struct gp_placing page_placing(
	const struct imposer *m, const struct gp_page *p, bool right, unsigned depth)
{
	struct gp_rect trim = trim_of(p);
	gp_len fold = m->width / 2, creep = creep_of(m, depth);
	gp_len x = right ? fold - creep : fold - m->page_width + creep;

	return gp_placing_shift(x - trim.x, (m->height - m->page_height) / 2 - trim.y);
}

static bool is_turned(const struct imposer *m, bool back)
{
	return back && m->how->flip == GP_FLIP_LONG;
}

static size_t n_sheets(const struct imposer *m)
{
	return m->n / PAGES_A_SHEET;
}

/* The page of the new document that is this side; -1: not in this file. */
static int32_t side_index(const struct imposer *m, unsigned sheet, bool back)
{
	size_t at = sheet;

	if (m->how->sides == GP_SIDES_BOTH)
		at = 2 * (size_t)sheet + back;
	else if (back != (m->how->sides == GP_SIDES_BACKS))
		return -1;
	else if (back && m->how->backs == GP_BACKS_LAST_FIRST)
		at = n_sheets(m) - 1 - sheet;
	return (int32_t)(m->lead + at);
}

/* Pages that stay as they are are counted to whole sheets where both sides are printed. */
static size_t padded(const struct imposer *m, size_t n)
{
	if (m->how->sides == GP_SIDES_BACKS)
		return 0;
	return m->how->sides == GP_SIDES_BOTH ? n + n % 2 : n;
}

static size_t sides_in_file(const struct imposer *m)
{
	return m->how->sides == GP_SIDES_BOTH ? 2 * n_sheets(m) : n_sheets(m);
}

static bool where(const void *user, int32_t page, struct gp_point at, int32_t *to_page,
	struct gp_point *to_at)
{
	const struct imposer *m = user;
	size_t i = (size_t)page;
	struct gp_impose_cell c;
	struct gp_placing p;

	*to_at = at;
	if (i < m->first || i >= m->first + m->n) {
		*to_page =
			(int32_t)(i < m->first ? i
					       : m->lead + sides_in_file(m) + i - m->first - m->n);
		return m->how->sides != GP_SIDES_BACKS && i < m->pages->n_pages;
	}
	c = gp_impose_cell(i - m->first, m->n, m->signature);
	p = page_placing(m, m->pages->pages[i], c.right, c.depth);
	if (is_turned(m, c.back))
		p = gp_placing_then(p, gp_placing_half_turn(m->width, m->height));
	*to_page = side_index(m, c.sheet, c.back);
	*to_at = gp_placing_point(&p, at);
	return *to_page >= 0;
}

static void draw_page(const struct imposer *m, const struct side *s, bool right, struct gp_page *to)
{
	const struct gp_page *from = page_at(m, right ? s->right : s->left);
	gp_len fold = m->width / 2;
	struct gp_rect half = {right ? fold : 0, 0, fold, m->height}, box = trim_of(from);
	struct gp_replay r = {
		.placing = page_placing(m, from, right, s->depth),
		.own = GP_EVERYWHERE,
		.glyph_ink = m->how->look->fonts ? gp_replay_ink : NULL,
		.fonts = m->how->look->fonts,
		.order = m->order[right ? s->right : s->left],
		.doc = m->out,
	};

	if (from->has_trim)
		box = from->bleed;
	r.see = gp_rect_common(gp_placing_rect(&r.placing, box), half);
	gp_replay_page(from, &r, to);
}

/* --- marks ----------------------------------------------------------------------------------- */

static void fold_line(
	const struct imposer *m, struct gp_page *p, gp_len y, gp_len length, gp_len dash)
{
	const struct gp_press_lengths *l = &m->how->lengths;
	gp_len x = m->width / 2;
	struct gp_rect box = gp_rect_grow((struct gp_rect){x, y, 0, length}, l->line);

	if (gp_replay_is_clear(p, box))
		gp_mark_line(p, (struct gp_point){x, y}, (struct gp_point){x, y + length}, l->line,
			dash, m->how->look->slug);
}

static void fold_marks(const struct imposer *m, const struct side *s, struct gp_page *p)
{
	const struct gp_press_lengths *l = &m->how->lengths;
	gp_len staple = l->staple, dash = gp_len_max(staple / 9, 1);

	fold_line(m, p, l->printer_margin, l->fold_tick, 0);
	fold_line(m, p, m->height - l->printer_margin - l->fold_tick, l->fold_tick, 0);
	if (s->depth > 0 || s->back)
		return;
	fold_line(m, p, m->height / 4 - staple / 2, staple, dash);
	fold_line(m, p, m->height - m->height / 4 - staple / 2, staple, dash);
}

static const char *printed_name(const struct gp_page *p, struct gp_arena *a)
{
	if (p->number)
		return gp_arena_printf(a, "%u", p->number);
	return p->label ? p->label : "";
}

/*
 * The slug stands at the foot beside the fold; where ink is in the way it goes to the other side of
 * the fold, then upright along the fold.
 */
static void draw_slug(const struct imposer *m, const char *words, struct gp_page *p)
{
	const struct gp_press_look *look = m->how->look;
	struct gp_press_label l = gp_press_label_new(look, &look->text, look->slug, words, m->a);
	gp_len fold = m->width / 2, gap = GP_MM(2),
	       foot = m->height - m->how->lengths.printer_margin;
	struct gp_rect safe = gp_rect_grow(
		(struct gp_rect){0, 0, m->width, m->height}, -m->how->lengths.printer_margin);
	struct gp_rect lying = gp_press_label_box(&l, (struct gp_point){0, 0}, 0);
	struct gp_rect standing = gp_press_label_box(&l, (struct gp_point){0, 0}, 3);
	const struct gp_point at[4] = {
		{fold + gap - lying.x, foot - lying.y - lying.h},
		{fold - gap - lying.x - lying.w, foot - lying.y - lying.h},
		{fold + gap - standing.x, foot - standing.y - standing.h},
		{fold - gap - standing.x - standing.w, foot - standing.y - standing.h},
	};
	size_t i;

	for (i = 0; i < 4 && l.run.n > 0; i++) {
		struct gp_rect box = gp_press_label_box(&l, at[i], i < 2 ? 0 : 3);

		if (gp_rect_holds(safe, box) &&
			gp_replay_is_clear(p, gp_rect_grow(box, GP_PT(1)))) {
			gp_press_label_draw(&l, p, at[i], i < 2 ? 0 : 3);
			return;
		}
	}
}

/* --- sides ----------------------------------------------------------------------------------- */

static void build_side(const struct imposer *m, const struct side *s, struct gp_page *to)
{
	const struct gp_press_look *look = m->how->look;
	struct gp_page upright = {.arena = m->a, .width = m->width, .height = m->height};
	struct gp_page *p = is_turned(m, s->back) ? &upright : to;
	struct gp_press_fields f = {
		.sheet = s->sheet + 1,
		.back = s->back,
		.left = printed_name(page_at(m, s->left), m->a),
		.right = printed_name(page_at(m, s->right), m->a),
	};
	struct gp_replay turn = {
		.placing = gp_placing_half_turn(m->width, m->height),
		.see = GP_EVERYWHERE,
		.own = GP_EVERYWHERE,
	};

	draw_page(m, s, false, p);
	draw_page(m, s, true, p);
	if (!m->how->no_marks) {
		fold_marks(m, s, p);
		draw_slug(m, gp_press_words(look, GP_PRESS_SLUG, &f, m->a), p);
	}
	to->label = gp_press_words(look, GP_PRESS_SIDE, &f, m->a);
	to->holds[0] = f.left;
	to->holds[1] = f.right;
	if (p == &upright)
		gp_replay_page(p, &turn, to);
}

/* The sides of the whole booklet by their place: sheet 0 front, sheet 0 back, sheet 1 front … */
static struct side *find_sides(const struct imposer *m)
{
	struct side *sides = GP_ARRAY(m->a, 2 * n_sheets(m), struct side);
	size_t i;

	for (i = 0; i < m->n; i++) {
		struct gp_impose_cell c = gp_impose_cell(i, m->n, m->signature);
		struct side *s = &sides[2 * c.sheet + c.back];

		s->sheet = c.sheet;
		s->depth = c.depth;
		s->back = c.back;
		if (c.right)
			s->right = i;
		else
			s->left = i;
	}
	return sides;
}

static void pass(const struct imposer *m, size_t from, size_t n)
{
	struct gp_doc *out = m->out;
	const struct gp_page *last;
	size_t i;

	if (padded(m, n) == 0)
		return;
	for (i = 0; i < n; i++)
		*GP_PUSH(out->arena, out->pages, out->n_pages, out->cap_pages) =
			m->pages->pages[from + i];
	last = m->pages->pages[from + n - 1];
	/* its empty back is no page of its own and goes by the same name */
	if (padded(m, n) > n)
		gp_doc_page(out, last->width, last->height)->label = last->label;
}

/* Sides are out of reading order, so every page says where it stands. */
static void number_pages(struct imposer *m)
{
	uint32_t order = 1;
	size_t i;

	m->order = GP_ARRAY(m->a, m->n, uint32_t);
	for (i = 0; i < m->n; i++) {
		m->order[i] = order;
		order += gp_replay_steps(page_at(m, i));
	}
}

static void build(struct imposer *m)
{
	struct side *sides = find_sides(m);
	size_t i, n = 2 * n_sheets(m), after = m->pages->n_pages - m->first - m->n;
	struct gp_page **to = GP_ARRAY(m->a, sides_in_file(m), struct gp_page *);
	int32_t at;

	gp_replay_anchors(m->pages, m->out, where, m);
	pass(m, 0, m->first);
	for (i = 0; i < sides_in_file(m); i++)
		to[i] = gp_doc_page(m->out, m->width, m->height);
	for (i = 0; i < n; i++) {
		at = side_index(m, sides[i].sheet, sides[i].back);
		if (at >= 0)
			build_side(m, &sides[i], to[(size_t)at - m->lead]);
	}
	pass(m, m->first + m->n, after);
}

struct gp_doc *gp_impose(const struct gp_doc *pages, const struct gp_impose *how,
	struct gp_arena *a, struct gp_diag *d)
{
	size_t rest = how->first < pages->n_pages ? pages->n_pages - how->first : 0;
	struct imposer m = {
		.pages = pages,
		.how = how,
		.a = a,
		.d = d,
		.first = how->first,
		.n = how->n && how->n < rest ? how->n : rest,
		.width = gp_len_max(how->sheet_width, how->sheet_height),
		.height = gp_len_min(how->sheet_width, how->sheet_height),
	};

	if (!check_count(&m) || !check_size(&m))
		return NULL;
	m.signature = how->signature ? how->signature : (unsigned)m.n;
	m.page_width = trim_of(page_at(&m, 0)).w;
	m.page_height = trim_of(page_at(&m, 0)).h;
	if (!check_creep(&m))
		return NULL;
	m.lead = padded(&m, m.first);
	m.out = gp_replay_doc(pages, a);
	number_pages(&m);
	build(&m);
	if (how->sides != GP_SIDES_BOTH)
		gp_mend_tags(m.out);
	return m.out;
}
