/*
 * Total-fit line breaking (D. E. Knuth, M. F. Plass: Breaking Paragraphs into Lines, 1981).
 *
 * All ways to reach a break are compared; the cheapest is kept, as a node.  A node stays active as
 * long as a line from it can still be short enough, so the work is breaks times breaks per line:
 * linear in the length of the text for a given measure.  Where the measure changes from line to
 * line, nodes are kept apart by line number, as in the paper.
 *
 * Costs are whole numbers; 100,000,000 is a line left quite empty.
 *   ragged     the square of the white at the line's end against the measure; a short line between
 *              two long ones costs extra, so nodes are also kept apart by how the last line ends
 *   justified  the square of what the spaces give, against their limit: a gap of 0.6 em, or a fifth
 *              less than natural; the fourth power past 0.6 em.  Narrower ones are impossible.
 *   balanced   as few lines as can be, then the smallest squares, the last line counted
 * and everywhere: a hyphen, and more for one before the last line; two hyphens running are next to
 * impossible; so is a last line of fewer letters than the style wants.
 */
#include "text/lines.h"

#include <assert.h>

enum {
	MAX_ACTIVE = 2000, /* far more than fit a line of real text; bounds text of no width */
	FULL = 10000,      /* white of a whole line; its square is the unit of cost */
	MAX_LOOSE = 5000   /* thousandths of what spaces can give: here a line is torn anyway */
};

/* clang-format off */
static const int64_t
	COST_LINE =            2000000,
	COST_DASH =             500000,
	COST_MARK =            2500000,
	COST_HYPHEN =          6000000,
	COST_LAST_HYPHEN =     4000000,
	COST_SHORT =         200000000,
	COST_TORN =        12500000000, /* the fourth power at MAX_LOOSE */
	COST_RUNT =        20000000000, /* only where nothing else is left */
	COST_RUNNING =    100000000000, /* two hyphens running */
	COST_BALANCED =  1000000000000, /* one line more */
	COST_BALANCED_HYPHEN = 2000000000000,
	COST_EMERGENCY = 20000000000000,     /* a word cut anywhere */
	COST_OVERFULL = 1000000000000000,    /* a line that sticks out */
	COST_CEILING = 4000000000000000000;  /* sums stop here */
/* clang-format on */

gp_len gp_lines_measure(const struct gp_para_style *style, unsigned line)
{
	gp_len m = style->line_measure ? style->line_measure(style->user, line) : style->measure;

	if (line == 0)
		m -= style->first_indent;
	return m > 1 ? m : 1;
}

/* Squared share of the measure left white, FULL * FULL at most. */
static int64_t white(int64_t slack, gp_len measure)
{
	int64_t share = slack * FULL / measure;

	return share * share;
}

/*
 * Cost of stretching spaces by slack: `room` is what they can give up to 0.6 em.  The square up to
 * there, then the fourth power, so that two lines a little too loose are better than one torn
 * apart; the sum stays below that of hyphens running.  A line without spaces can give nothing.
 */
static int64_t stretch_cost(int64_t slack, int64_t room, gp_len measure)
{
	int64_t part, square;

	if (slack == 0)
		return 0;
	if (room <= 0)
		return COST_TORN + white(slack, measure);
	part = slack * 1000 / room;
	square = part * part * 20;
	if (part <= 1000)
		return square;
	if (part <= MAX_LOOSE)
		return square / 1000 * part / 1000 * part;
	return COST_TORN + (part < 1000000 ? part : 1000000);
}

static int64_t justified_cost(
	const struct gp_brk *b, size_t i, size_t j, int64_t slack, gp_len measure)
{
	int64_t space = b[j].end_space - b[i].start_space, part;

	if (slack >= 0)
		return stretch_cost(slack, (b[j].end_em - b[i].start_em) * 6 / 10 - space, measure);
	part = -slack * 5000 / space;
	return part * part * 20;
}

/* What the kind of break costs by itself. */
static int64_t break_cost(enum gp_break kind, bool balanced)
{
	switch (kind) {
	case GP_BREAK_SOFT:
	case GP_BREAK_PATTERN:
		return balanced ? COST_BALANCED_HYPHEN : COST_HYPHEN;
	case GP_BREAK_DASH:
		return COST_DASH;
	case GP_BREAK_MARK:
		return COST_MARK;
	case GP_BREAK_EMERGENCY:
		return COST_EMERGENCY;
	case GP_BREAK_NONE:
	case GP_BREAK_SPACE:
	case GP_BREAK_FREE:
	case GP_BREAK_FORCED:
		break;
	}
	return 0;
}

/* A line whose end looks like a hyphen. */
static bool looks_hyphenated(enum gp_break kind)
{
	return gp_break_has_hyphen(kind) || kind == GP_BREAK_DASH;
}

/* Cost of the last line: what came before it decides, not its width. */
static int64_t tail_cost(
	const struct gp_brk *b, size_t i, size_t j, const struct gp_para_style *style)
{
	int64_t cost = 0;

	if (i == 0 || b[i].kind == GP_BREAK_FORCED)
		return 0;
	if (gp_break_has_hyphen(b[i].kind))
		cost += COST_LAST_HYPHEN;
	if (b[j].end_letters - b[i].start_letters < style->min_runt)
		cost += COST_RUNT;
	return cost;
}

static int64_t fill_cost(const struct gp_brk *b, size_t i, size_t j, int64_t slack, gp_len measure,
	const struct gp_para_style *style)
{
	if (style->balanced)
		return COST_BALANCED + white(slack, measure);
	if (b[j].kind == GP_BREAK_FORCED && slack >= 0)
		return 0;
	if (style->setting == GP_JUSTIFIED)
		return justified_cost(b, i, j, slack, measure);
	return white(slack, measure);
}

int64_t gp_lines_cost(const struct gp_brk *b, size_t i, size_t j, unsigned line,
	const struct gp_para_style *style)
{
	gp_len measure = gp_lines_measure(style, line);
	int64_t width = b[j].end - b[i].start, slack, shrink = 0, cost;

	if (i > 0 && b[i].reach_on > b[j].reach_back)
		return GP_LINE_NONE;
	slack = measure - (width > 0 ? width : 0);
	if (style->setting == GP_JUSTIFIED && !style->balanced)
		shrink = (b[j].end_space - b[i].start_space) / 5;
	if (slack < -shrink)
		return GP_LINE_NONE;
	cost = COST_LINE + break_cost(b[j].kind, style->balanced) +
	       fill_cost(b, i, j, slack, measure, style);
	if (looks_hyphenated(b[i].kind) && looks_hyphenated(b[j].kind))
		cost += COST_RUNNING;
	if (b[j].kind == GP_BREAK_FORCED)
		cost += tail_cost(b, i, j, style);
	return cost;
}

enum gp_edge gp_lines_edge(const struct gp_brk *b, size_t i, size_t j, unsigned line,
	const struct gp_para_style *style, enum gp_edge before)
{
	int64_t width = b[j].end - b[i].start, measure;

	if (style->balanced || style->setting == GP_JUSTIFIED)
		return GP_EDGE_PLAIN;
	measure = gp_lines_measure(style, line);
	if (width * 10 > measure * 8)
		return GP_EDGE_LONG;
	return width * 10 < measure * 6 && before == GP_EDGE_LONG ? GP_EDGE_DEEP : GP_EDGE_PLAIN;
}

int64_t gp_lines_edge_cost(enum gp_edge before, enum gp_edge edge)
{
	return before == GP_EDGE_DEEP && edge == GP_EDGE_LONG ? COST_SHORT : 0;
}

/* --- the search ------------------------------------------------------------------------------ */

struct node {
	size_t brk;
	unsigned line;     /* lines set before this break */
	enum gp_edge edge; /* of the last of them */
	int64_t cost;
	const struct node *before;
};

struct search {
	const struct gp_brk *b;
	const struct gp_para_style *style;
	struct gp_arena *arena;
	struct node **active;
	size_t n, cap;
	struct node *found; /* nodes at the break at hand: one for each edge and line number */
	size_t n_found, cap_found;
	const struct node *last_gone; /* where to start when nothing is left */
};

/* With one measure for all lines but the first, only "first or not" matters. */
static unsigned line_key(const struct search *s, unsigned line)
{
	return s->style->line_measure || line == 0 ? line : 1;
}

/* Keep a way to break j when it is the best of its kind. */
static void offer(struct search *s, struct node n)
{
	size_t i;

	for (i = 0; i < s->n_found; i++) {
		if (s->found[i].line != n.line || s->found[i].edge != n.edge)
			continue;
		if (n.cost < s->found[i].cost)
			s->found[i] = n;
		return;
	}
	*GP_PUSH(s->arena, s->found, s->n_found, s->cap_found) = n;
}

/* The node at the end of a line from another one to break j; `cost` is that of the line alone. */
static struct node follow(const struct search *s, const struct node *from, size_t j, int64_t cost)
{
	enum gp_edge edge = gp_lines_edge(s->b, from->brk, j, from->line, s->style, from->edge);
	int64_t sum = from->cost + cost + gp_lines_edge_cost(from->edge, edge);

	return (struct node){j, line_key(s, from->line + 1), edge,
		from->cost < COST_CEILING ? sum : from->cost, from};
}

/* Can no line from this node to break j or any later one fit? */
static bool is_gone(const struct search *s, const struct node *n, size_t j)
{
	const struct gp_brk *b = s->b;
	int64_t width = b[j].raw - b[n->brk].start;
	int64_t shrink = 0;

	if (s->style->setting == GP_JUSTIFIED)
		shrink = (b[j].start_space - b[n->brk].start_space) / 5;
	return width - shrink > gp_lines_measure(s->style, n->line);
}

/*
 * Try all active nodes as the start of a line that ends at break j; drop those left behind.  Nodes
 * at one break stand side by side; the line from them is reckoned once.
 */
static void try_break(struct search *s, size_t j)
{
	const struct node *last = NULL;
	int64_t cost = GP_LINE_NONE;
	bool gone = false;
	size_t i, kept = 0;

	s->n_found = 0;
	for (i = 0; i < s->n; i++) {
		struct node *n = s->active[i];

		if (!last || last->brk != n->brk || last->line != n->line) {
			cost = gp_lines_cost(s->b, n->brk, j, n->line, s->style);
			gone = is_gone(s, n, j);
		}
		last = n;
		if (cost != GP_LINE_NONE)
			offer(s, follow(s, n, j, cost));
		if (gone)
			s->last_gone = n;
		else
			s->active[kept++] = n;
	}
	s->n = kept;
}

static void add_active(struct search *s, const struct node *n)
{
	struct node *copy = GP_NEW(s->arena, struct node);
	size_t i;

	*copy = *n;
	if (s->n == MAX_ACTIVE) {
		for (i = 1; i < s->n; i++)
			s->active[i - 1] = s->active[i];
		s->n--;
	}
	*GP_PUSH(s->arena, s->active, s->n, s->cap) = copy;
}

/* Nothing reaches break j and nothing is left to try, or all lines must end here: stick out. */
static void rescue(struct search *s, size_t j)
{
	const struct node *from = s->n ? s->active[s->n - 1] : s->last_gone;

	if (s->n_found > 0 || (s->n > 0 && s->b[j].kind != GP_BREAK_FORCED))
		return;
	assert(from);
	offer(s, follow(s, from, j, COST_OVERFULL));
}

static const struct node *search(struct search *s, size_t n)
{
	struct node start = {0, 0, GP_EDGE_PLAIN, 0, NULL};
	size_t i, j;

	add_active(s, &start);
	for (j = 1; j < n; j++) {
		try_break(s, j);
		rescue(s, j);
		if (s->b[j].kind == GP_BREAK_FORCED)
			s->n = 0;
		for (i = 0; i < s->n_found; i++)
			add_active(s, &s->found[i]);
	}
	for (i = j = 0; i < s->n; i++)
		if (s->active[i]->cost < s->active[j]->cost)
			j = i;
	return s->active[j];
}

size_t gp_lines_choose(const struct gp_brk *b, size_t n, const struct gp_para_style *style,
	struct gp_arena *a, size_t **ends)
{
	struct search s = {.b = b, .style = style, .arena = a};
	const struct node *last, *k;
	size_t count = 0, i;

	*ends = NULL;
	if (n < 2)
		return 0;
	last = search(&s, n);
	for (k = last; k->before; k = k->before)
		count++;
	*ends = GP_ARRAY(a, count, size_t);
	for (k = last, i = count; k->before; k = k->before)
		(*ends)[--i] = k->brk;
	return count;
}
