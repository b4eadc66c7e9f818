/*
 * Dynamic programming over break points, after the optimum fit of Knuth and Plass (1981) carried
 * over to pages (Plass 1981): best[j] is the cheapest way to fill pages with the items before j,
 * once for each side the next page may lie on, because a break inside an opening costs less than
 * one that turns the leaf.  A page costs the square of its empty part, which also evens out the
 * pages of an opening; pages that may end short (the last of a run) cost only when little stands
 * on them, so that the page before gives them some of its own.  Notes that do not fit make a page
 * dear, not impossible, so that there always is an answer.
 */
#include "layout/breaker.h"

enum {
	COST_HALF_EMPTY = 40000,
	COST_NOTE = 400000,
	COST_OVERFULL = 4000000,
	COST_LONELY = 9000,
	COST_TURN = 2500,  /* a picture on the other side of the leaf: a page half empty */
	BARE = 700,        /* a page emptier than this looks forgotten, even at an end */
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

/* Thousandths of the frame that stay empty, squared; see the costs above. */
static int64_t page_cost(const struct fill *f, const struct gp_galley *g, size_t to)
{
	const struct gp_item *last = &g->items[to - 1];
	bool ends = to == g->n || last->may_end_short || g->items[to].new_page;
	int64_t empty = f->frame > f->y ? (int64_t)(f->frame - f->y) * 1000 / f->frame : 0;
	int64_t bare = empty > BARE ? empty - BARE : 0;
	int64_t cost = ends ? bare * bare / 10 : empty * empty / 100;

	if (!ends && empty > 500)
		cost += COST_HALF_EMPTY;
	if (ends && empty > 850)
		cost += COST_LONELY;
	if (!ends)
		cost += last->break_cost;
	if (!f->notes_fit)
		cost += COST_NOTE;
	if (f->y > f->frame)
		cost += COST_OVERFULL;
	return cost;
}

enum side { RIGHT, LEFT, N_SIDES };

struct node {
	int64_t cost; /* -1: not reached */
	size_t from;  /* first item of the page before, */
	enum side by; /* and the side for which that page was made */
};

struct plan {
	const struct gp_galley *g;
	gp_len frame;
	struct node *best[N_SIDES]; /* of pages that begin at item i on this side, if free to */
};

/* What a break before item `to` costs on top, when the page that ends lies on this side. */
static int64_t turn_cost(const struct gp_galley *g, size_t to, enum side side)
{
	if (side == LEFT || to == g->n || g->items[to].new_page)
		return 0;
	return g->items[to - 1].break_cost + (g->items[to].with_text ? COST_TURN : 0);
}

static void offer(struct plan *p, size_t to, enum side side, struct node n)
{
	struct node *best = &p->best[side][to];

	if (best->cost < 0 || n.cost < best->cost)
		*best = n;
}

/* Try every page that starts at item i; `by` is the side it would lie on. */
static void try_pages(struct plan *p, size_t i, enum side by)
{
	const struct gp_galley *g = p->g;
	struct fill f = {.g = g, .frame = p->frame, .notes_fit = true};
	bool waits = gp_break_waits(g->job, &g->items[i], by == LEFT);
	enum side side = waits == (by == LEFT) ? RIGHT : LEFT;
	int64_t before = p->best[by][i].cost + (waits ? COST_WAIT : 0);
	size_t j;

	for (j = i; j < g->n; j++) {
		if (j > i && g->items[j].new_page)
			break;
		fill_item(&f, &g->items[j], NULL);
		if (f.y > p->frame && j > i)
			break;
		if (!may_break_after(g, j))
			continue;
		offer(p, j + 1, !side,
			(struct node){before + page_cost(&f, g, j + 1) + turn_cost(g, j + 1, side),
				i, by});
		if (f.y > p->frame)
			break;
	}
	/* items that keep together but fill more than a page are cut where they must be */
	if (j > i && j < g->n && p->best[RIGHT][j].cost < 0 && p->best[LEFT][j].cost < 0)
		offer(p, j, !side, (struct node){before + COST_OVERFULL, i, by});
}

static enum side cheaper(const struct plan *p, size_t i)
{
	int64_t right = p->best[RIGHT][i].cost, left = p->best[LEFT][i].cost;

	return left >= 0 && (right < 0 || left < right) ? LEFT : RIGHT;
}

static struct gp_cuts trace(const struct plan *p)
{
	struct gp_cuts cuts = {NULL, 0};
	enum side side = cheaper(p, p->g->n), s = side;
	const struct node *n;
	size_t i, k;

	for (i = p->g->n; i > 0; i = n->from, s = n->by, cuts.n++)
		n = &p->best[s][i];
	cuts.cut = GP_ARRAY(p->g->job->arena, cuts.n, struct gp_page_cut);
	for (i = p->g->n, k = cuts.n, s = side; i > 0; i = n->from, s = n->by) {
		n = &p->best[s][i];
		cuts.cut[--k] = (struct gp_page_cut){n->from, i};
	}
	return cuts;
}

struct gp_cuts gp_break_pages(const struct gp_galley *g, gp_len frame, bool left)
{
	struct plan p = {.g = g, .frame = frame};
	size_t i, s;

	for (s = 0; s < N_SIDES; s++) {
		p.best[s] = GP_ARRAY(g->job->arena, g->n + 1, struct node);
		for (i = 0; i <= g->n; i++)
			p.best[s][i].cost = -1;
	}
	p.best[left ? LEFT : RIGHT][0].cost = 0;
	for (i = 0; i < g->n; i++) {
		for (s = 0; s < N_SIDES; s++) {
			if (p.best[s][i].cost >= 0)
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
