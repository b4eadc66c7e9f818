/*
 * Dynamic programming over break points, after the optimum fit of Knuth and Plass (1981) carried
 * over to pages (Plass 1981): to each item lead the cheapest ways to fill pages with what is
 * before it, for each side its page may lie on, because a break inside an opening costs less than
 * one that turns the leaf.  A page costs the square of its empty part, which also evens out pages
 * in a row, and a right page the difference to the left one beside it: so an item may keep several
 * ways, whose left pages end at different heights.  Pages that may end short cost only when little
 * stands on them, so that the page before gives them some of its own.  Notes that do not fit make
 * a page dear, not impossible, so that there always is an answer.
 */
#include "layout/breaker.h"

enum {
	COST_HALF_EMPTY = 40000,
	COST_NOTE = 400000,
	COST_OVERFULL = 4000000,
	COST_LONELY = 9000,
	COST_TURN = 2500,  /* a picture on the other side of the leaf: a page half empty */
	COST_UNEVEN = 4,   /* each thousandth that facing pages differ by */
	HALF = 500,        /* no page is emptier, if that can be helped, */
	BARE = 700,        /* but the last one; emptier than this it looks forgotten too */
	COST_WAIT = 20000, /* a page for notes, because what follows waits for the other side */
};

struct fill {
	const struct gp_galley *g;
	gp_len frame;
	gp_len y;      /* bottom of the last item */
	gp_len margin; /* bottom of what stands in the margin column */
	bool notes_fit;
	const struct gp_item *prev;
};

/* Notes slide down below what is above them; they never move up. */
static void fill_margin(struct fill *f, const struct gp_item *it, gp_len top, struct gp_spot *spot)
{
	gp_len air = gp_half(f->g->job), y;
	size_t i;

	if (it->side) {
		if (f->margin > top)
			f->notes_fit = false;
		f->margin = top + it->side_height + air;
	}
	for (i = 0; i < it->n_notes; i++) {
		const struct gp_margin_note *n = &it->notes[i];

		y = it->baseline < 0 ? top : top + it->baseline - n->baseline;
		y = gp_len_max(y, f->margin);
		f->margin = y + n->height + air;
		if (y + n->height > f->frame)
			f->notes_fit = false;
		if (spot)
			spot->note_y[i] = y;
	}
}

static void fill_item(struct fill *f, const struct gp_item *it, struct gp_spot *spot)
{
	gp_len top = gp_item_top(f->g->job, f->prev, f->y, it);

	fill_margin(f, it, top, spot);
	f->y = top + it->height;
	f->prev = it;
	if (spot)
		spot->y = top;
}

static bool may_break_after(const struct gp_galley *g, size_t i)
{
	return i + 1 >= g->n || !g->items[i].keep_next;
}

/* May the page that ends before item `to` end where it likes? */
static bool is_end(const struct gp_galley *g, size_t to)
{
	return to == g->n || g->items[to - 1].may_end_short || g->items[to].new_page;
}

/* Thousandths of the frame that stay empty. */
static int64_t empty_part(const struct fill *f)
{
	return f->frame > f->y ? (int64_t)(f->frame - f->y) * 1000 / f->frame : 0;
}

/* The last page of the run may end short; one before a page that must start may be half empty. */
static int64_t end_cost(const struct gp_galley *g, size_t to, int64_t empty)
{
	int64_t allowed = to == g->n ? BARE : HALF;
	int64_t bare = empty > allowed ? empty - allowed : 0;

	return bare * bare / 10 + (empty > 850 ? COST_LONELY : 0);
}

static int64_t page_cost(const struct fill *f, const struct gp_galley *g, size_t to)
{
	int64_t empty = empty_part(f), cost;

	if (is_end(g, to))
		cost = end_cost(g, to, empty);
	else
		cost = empty * empty / 100 + (empty > HALF ? COST_HALF_EMPTY : 0) +
		       g->items[to - 1].break_cost;
	if (!f->notes_fit)
		cost += COST_NOTE;
	if (f->y > f->frame)
		cost += COST_OVERFULL;
	return cost;
}

enum side { RIGHT, LEFT, N_SIDES };

/* A way to fill pages with the items before one of them. */
struct way {
	int64_t cost;
	size_t from;              /* first item of its last page, */
	const struct way *before; /* and how that one was reached; NULL: nothing came before */
	int64_t empty;            /* of its last page, if the page beside it should be like it */
	struct way *next;         /* another way to the same item */
};

struct plan {
	const struct gp_galley *g;
	gp_len frame;
	struct way **ways[N_SIDES]; /* to pages that begin at item i on this side, if free to */
};

/* What a break before item `to` costs on top, when the page that ends lies on this side. */
static int64_t turn_cost(const struct gp_galley *g, size_t to, enum side side)
{
	if (side == LEFT || to == g->n || g->items[to].new_page)
		return 0;
	return g->items[to - 1].break_cost + (g->items[to].with_text ? COST_TURN : 0);
}

/* Facing pages that are both free to end elsewhere should end at about the same height. */
static int64_t uneven_cost(int64_t left, int64_t right)
{
	return left < 0 || right < 0 ? 0
				     : COST_UNEVEN * (left > right ? left - right : right - left);
}

/* No page to come can make way b cheaper than way a. */
static bool beats(const struct way *a, const struct way *b)
{
	return a->cost + uneven_cost(a->empty, b->empty) <= b->cost;
}

/* Keep a way, unless another is as good whatever follows; forget those that it beats. */
static void offer(struct plan *p, size_t to, enum side side, struct way w)
{
	struct way **at = &p->ways[side][to], *kept;

	while (*at && !beats(*at, &w)) {
		if (beats(&w, *at))
			*at = (*at)->next;
		else
			at = &(*at)->next;
	}
	if (*at)
		return;
	kept = GP_NEW(p->g->job->arena, struct way);
	*kept = w;
	*at = kept;
}

/* The page that is tried, before it is known where it ends. */
struct trial {
	size_t from;
	enum side side;         /* it lies on, */
	const struct way *ways; /* ways that lead there, */
	int64_t wait;           /* what they cost on top, */
	bool beside;            /* and whether their last page is the one beside it */
};

static void offer_page(
	struct plan *p, const struct trial *t, size_t to, int64_t cost, int64_t empty)
{
	struct way best = {.cost = -1, .from = t->from};
	const struct way *w;

	for (w = t->ways; w; w = w->next) {
		int64_t sum =
			w->cost + t->wait + cost + (t->beside ? uneven_cost(w->empty, empty) : 0);

		if (best.cost < 0 || sum < best.cost) {
			best.cost = sum;
			best.before = w;
		}
	}
	best.empty = t->side == LEFT ? empty : -1;
	offer(p, to, t->side == LEFT ? RIGHT : LEFT, best);
}

/* Try every page that starts at item i; `by` is the side it would lie on. */
static void try_pages(struct plan *p, size_t i, enum side by)
{
	const struct gp_galley *g = p->g;
	struct fill f = {.g = g, .frame = p->frame, .notes_fit = true};
	bool waits = gp_break_waits(g->job, &g->items[i], by == LEFT);
	struct trial t = {i, waits == (by == LEFT) ? RIGHT : LEFT, p->ways[by][i],
		waits ? COST_WAIT : 0, by == RIGHT && !waits};
	size_t j;

	for (j = i; j < g->n; j++) {
		if (j > i && g->items[j].new_page)
			break;
		fill_item(&f, &g->items[j], NULL);
		if (f.y > p->frame && j > i)
			break;
		if (!may_break_after(g, j))
			continue;
		offer_page(p, &t, j + 1, page_cost(&f, g, j + 1) + turn_cost(g, j + 1, t.side),
			is_end(g, j + 1) ? -1 : empty_part(&f));
		if (f.y > p->frame)
			break;
	}
	/* items that keep together but fill more than a page are cut where they must be */
	if (j > i && j < g->n && !p->ways[RIGHT][j] && !p->ways[LEFT][j])
		offer_page(p, &t, j, COST_OVERFULL, -1);
}

static const struct way *cheapest(const struct plan *p, size_t i)
{
	const struct way *best = NULL, *w;
	size_t s;

	for (s = 0; s < N_SIDES; s++) {
		for (w = p->ways[s][i]; w; w = w->next) {
			if (!best || w->cost < best->cost)
				best = w;
		}
	}
	return best;
}

static struct gp_cuts trace(const struct plan *p)
{
	struct gp_cuts cuts = {NULL, 0};
	const struct way *last = cheapest(p, p->g->n), *w;
	size_t k, to = p->g->n;

	for (w = last; w->before; w = w->before)
		cuts.n++;
	cuts.cut = GP_ARRAY(p->g->job->arena, cuts.n, struct gp_page_cut);
	for (w = last, k = cuts.n; w->before; w = w->before) {
		cuts.cut[--k] = (struct gp_page_cut){w->from, to};
		to = w->from;
	}
	return cuts;
}

struct gp_cuts gp_break_pages(const struct gp_galley *g, gp_len frame, bool left)
{
	struct plan p = {.g = g, .frame = frame};
	size_t i, s;

	for (s = 0; s < N_SIDES; s++)
		p.ways[s] = GP_ARRAY(g->job->arena, g->n + 1, struct way *);
	offer(&p, 0, left ? LEFT : RIGHT, (struct way){.empty = -1});
	for (i = 0; i < g->n; i++) {
		for (s = 0; s < N_SIDES; s++) {
			if (p.ways[s][i])
				try_pages(&p, i, (enum side)s);
		}
	}
	return trace(&p);
}

bool gp_break_waits(const struct gp_job *job, const struct gp_item *first, bool left)
{
	/* large print runs to more pages than openings can hold: there nothing waits for a side */
	if (job->style->edition.notes_inline)
		return false;
	return (first->start == GP_START_LEFT && !left) || (first->start == GP_START_RIGHT && left);
}

static void report_item(const struct gp_galley *g, const struct fill *f, const struct gp_item *it)
{
	if (it->height > f->frame)
		gp_report(g->job->diag, GP_MSG_LAYOUT_TOO_TALL, it->place,
			(unsigned)(gp_len_to_um(it->height) / 1000),
			(unsigned)(gp_len_to_um(f->frame) / 1000));
	else if (f->y > f->frame + 10)
		gp_report(g->job->diag, GP_MSG_LAYOUT_OVERFULL, it->place);
}

void gp_break_spots(const struct gp_galley *g, struct gp_page_cut cut, gp_len frame,
	struct gp_spot *spots, bool report)
{
	struct fill f = {.g = g, .frame = frame, .notes_fit = true};
	bool fit = true;
	size_t i;

	for (i = cut.from; i < cut.to; i++) {
		if (g->items[i].n_notes)
			spots[i - cut.from].note_y =
				GP_ARRAY(g->job->arena, g->items[i].n_notes, gp_len);
		fill_item(&f, &g->items[i], &spots[i - cut.from]);
		if (!report)
			continue;
		report_item(g, &f, &g->items[i]);
		if (fit && !f.notes_fit)
			gp_report(g->job->diag, GP_MSG_LAYOUT_NOTE,
				g->items[i].n_notes ? g->items[i].notes[0].place
						    : g->items[i].place);
		fit = f.notes_fit;
	}
}
