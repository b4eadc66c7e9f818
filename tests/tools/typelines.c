/*
 * typelines CHECK [-g FIRST,STEP] [-s SIZE] WORDS STRUCTURE
 *
 * Look at how the text of a PDF is set, on the rendered pages: WORDS is what `pdftotext -raw -bbox`
 * says about it, STRUCTURE what `pdfinfo -struct-text` says.  Paragraphs are taken from the
 * structure tree, their words are found again among the boxes, and lines are where the words go
 * back to the left.  Prints one line a fault; nothing when all is well.  CHECK is one of
 *
 *   found    every paragraph of the tree is found among the boxes (else the others are blind)
 *   rag      no line under 60 % of the measure between two long ones
 *   runt     no last line under 4 letters
 *   whole    no word is broken at a line's end
 *   hyphen   broken words: 3 letters on either side, never in two lines running, and never in
 *            headings, tables and captions
 *   widow    no single line of a paragraph alone on a page, no paragraph of three lines cut
 *   heading  what follows a heading begins on the same page, with two lines if it has them
 *   grid     every line of body text stands on the grid (-g, in points), to 0.05 pt
 *   facing   body lines of facing pages line up, to 0.05 pt
 *   justify  the gaps of justified paragraphs, in mean square, are nearer to the natural space than
 *            those of the same words broken greedily (broken words joined); wide gaps are told as
 * comments
 */
#include "tools/typelines.h"

/* --- lines ---------------------------------------------------------------------------------- */

static const struct word *word_of(const struct para *p, size_t i)
{
	return &all.w[p->word[i]];
}

static struct line start_line(const struct para *p, size_t i)
{
	const struct word *w = word_of(p, i);
	double h = w->y1 - w->y0;

	return (struct line){w->page, i, i + 1, w->x0, w->x1, w->y0 + BOX_UP * h,
		fabs(h - all.size * BOX_EM) < 0.02};
}

static size_t lines_of(const struct para *p, struct line *l, size_t most)
{
	size_t n = 0, i;

	for (i = 0; i < p->n_words && n < most; i++) {
		const struct word *w = word_of(p, i);

		if (n == 0 || w->page != l[n - 1].page || w->x0 < word_of(p, i - 1)->x0) {
			l[n++] = start_line(p, i);
			continue;
		}
		l[n - 1].to = i + 1;
		l[n - 1].x1 = w->x1;
	}
	return n;
}

enum { MOST = 200 };

static void fault(const struct para *p, const struct line *l, const char *what)
{
	size_t i;

	all.faults++;
	printf("page %d: %s: %s:", l->page, p->role, what);
	for (i = l->from; i < l->to; i++)
		printf(" %s", word_of(p, i)->text);
	putchar('\n');
}

static bool is_heading(const struct para *p)
{
	return p->role[0] == 'H' && isdigit((unsigned char)p->role[1]);
}

/* Text that is set line by line to a measure. */
static bool is_text(const struct para *p)
{
	return p->found && !p->in_table &&
	       (strcmp(p->role, "P") == 0 || strcmp(p->role, "LBody") == 0);
}

static const char *last_text(const struct para *p, const struct line *l)
{
	return word_of(p, l->to - 1)->text;
}

static bool ends_in(const char *s, const char *end)
{
	size_t n = strlen(s), m = strlen(end);

	return n >= m && strcmp(s + n - m, end) == 0;
}

/* A word is broken here: the program's own hyphens are read as soft ones. */
static bool is_broken(const struct para *p, const struct line *l)
{
	return ends_in(last_text(p, l), "\xc2\xad");
}

static size_t letters_in(const char *s)
{
	char *c = copy(s, strlen(s)), *q;
	size_t n = 0;

	keep_letters(c);
	for (q = c; *q; q++)
		n += ((unsigned char)*q & 0xc0) != 0x80;
	free(c);
	return n;
}

/* --- checks --------------------------------------------------------------------------------- */

/* The measure of a column: the widest line that begins at this left edge, on any page. */
static double measure_at(double x0)
{
	struct line l[MOST];
	double widest = 0;
	size_t i, k, n;

	for (i = 0; i < all.n_p; i++) {
		n = is_text(&all.p[i]) ? lines_of(&all.p[i], l, MOST) : 0;
		for (k = 0; k < n; k++) {
			if (fabs(l[k].x0 - x0) < 1)
				widest = fmax(widest, l[k].x1 - l[k].x0);
		}
	}
	return widest;
}

static void check_rag(const struct para *p, const struct line *l, size_t n)
{
	double measure, w;
	size_t i;

	if (n < 3)
		return;
	measure = measure_at(l[1].x0);
	for (i = 1; i + 1 < n; i++) {
		w = l[i].x1 - l[i].x0;
		if (w < 0.6 * measure && l[i - 1].x1 - l[1].x0 > 0.8 * measure &&
			l[i + 1].x1 - l[1].x0 > 0.8 * measure)
			fault(p, &l[i], "short line between two long ones");
	}
}

static void check_runt(const struct para *p, const struct line *l, size_t n)
{
	size_t i, letters = 0;

	if (n < 2)
		return;
	for (i = l[n - 1].from; i < l[n - 1].to; i++)
		letters += letters_in(word_of(p, i)->text);
	if (letters < 4)
		fault(p, &l[n - 1], "last line too short");
}

static void check_whole(const struct para *p, const struct line *l, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (is_broken(p, &l[i]))
			fault(p, &l[i], "broken word");
	}
}

static void check_hyphen(const struct para *p, const struct line *l, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (!is_broken(p, &l[i]))
			continue;
		if (is_heading(p) || p->in_table || strcmp(p->role, "Caption") == 0)
			fault(p, &l[i], "broken word where none may be");
		if (i > 0 && is_broken(p, &l[i - 1]))
			fault(p, &l[i], "broken words in two lines running");
		if (letters_in(last_text(p, &l[i])) < 3 ||
			(i + 1 < n && letters_in(word_of(p, l[i + 1].from)->text) < 3))
			fault(p, &l[i], "fewer than three letters on a side");
	}
}

static void check_widow(const struct para *p, const struct line *l, size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i = k) {
		for (k = i; k < n && l[k].page == l[i].page; k++)
			;
		if (k - i < n && (k - i < 2 || n == 3))
			fault(p, &l[i], "lines alone on a page");
	}
}

static void check_heading(size_t at)
{
	struct line l[MOST], next[MOST];
	size_t n = lines_of(&all.p[at], l, MOST), m, i = at + 1, here = 0, k;

	while (i < all.n_p && (strcmp(all.p[i].role, "Lbl") == 0 || !*all.p[i].letters))
		i++;
	if (i == all.n_p || !all.p[i].found || n == 0)
		return;
	m = lines_of(&all.p[i], next, MOST);
	for (k = 0; k < m; k++)
		here += next[k].page == l[n - 1].page;
	if (here < 2 && here < m)
		fault(&all.p[at], &l[n - 1], "heading left alone");
}

static void check_grid(const struct para *p, const struct line *l, size_t n)
{
	size_t i;
	double off;
	char what[80];

	for (i = 0; i < n; i++) {
		off = fmod(l[i].base - all.first + 100 * all.step, all.step);
		off = off > all.step / 2 ? off - all.step : off;
		if (!l[i].body || p->free || fabs(off) <= 0.05)
			continue;
		snprintf(what, sizeof what, "%.3f pt off the grid", off);
		fault(p, &l[i], what);
	}
}

/* The first line of body text of each page, by page; compared where pages face each other. */
static void check_facing(void)
{
	enum { PAGES = 1000 };
	static double first[PAGES];
	struct line l[MOST];
	size_t i, k, n;
	double off;

	for (i = 0; i < all.n_p; i++) {
		n = is_text(&all.p[i]) && !all.p[i].free ? lines_of(&all.p[i], l, MOST) : 0;
		for (k = 0; k < n; k++) {
			if (l[k].body && l[k].page < PAGES && first[l[k].page] == 0)
				first[l[k].page] = l[k].base;
		}
	}
	for (i = 2; i + 1 < PAGES; i += 2) {
		if (first[i] == 0 || first[i + 1] == 0)
			continue;
		off = fabs(fmod(first[i] - first[i + 1], all.step));
		if (fmin(off, all.step - off) > 0.05) {
			printf("pages %zu and %zu: %.3f pt apart\n", i, i + 1, off);
			all.faults++;
		}
	}
}

/* --- justified text ------------------------------------------------------------------------- */

struct gaps {
	double natural, sum, greedy;
	size_t n, n_greedy, wide, torn; /* over 0.6 em, over 0.8 em */
};

/* The word space of the face, from last lines, which are not stretched: the commonest gap. */
static double natural_space(void)
{
	struct line l[MOST];
	double best = 2.5325; /* 0.2202 em of the body size */
	size_t i, k, n, seen = 0;
	double sum = 0, gap;

	for (i = 0; i < all.n_p; i++) {
		n = is_text(&all.p[i]) ? lines_of(&all.p[i], l, MOST) : 0;
		if (n == 0 || !l[n - 1].body)
			continue;
		for (k = l[n - 1].from + 1; k < l[n - 1].to; k++) {
			gap = word_of(&all.p[i], k)->x0 - word_of(&all.p[i], k - 1)->x1;
			if (gap > 0.5 && fabs(gap - best) < 0.3) {
				sum += gap;
				seen++;
			}
		}
	}
	return seen ? sum / (double)seen : best;
}

static void measure_gaps(const struct para *p, const struct line *l, size_t n, struct gaps *g)
{
	size_t i, k;
	double gap;

	for (i = 0; i + 1 < n; i++) {
		for (k = l[i].from + 1; k < l[i].to; k++) {
			gap = word_of(p, k)->x0 - word_of(p, k - 1)->x1;
			if (gap < 0.5)
				continue;
			g->sum += (gap - g->natural) * (gap - g->natural);
			g->n++;
			if (gap > 0.6 * all.size) {
				g->wide++;
				g->torn += gap > 0.8 * all.size;
				printf("# page %d: a gap of %.2f em before \"%s\"\n", l[i].page,
					gap / all.size, word_of(p, k)->text);
			}
		}
	}
}

/* A line of the greedy setting: `n` gaps share what is left of the measure. */
static void close_greedy(struct gaps *g, double left, size_t n)
{
	if (n == 0)
		return;
	g->greedy += left / (double)n * (left / (double)n) * (double)n;
	g->n_greedy += n;
}

static void break_greedily(const struct para *p, const struct line *l, size_t n, struct gaps *g)
{
	double left_edge = n > 1 ? l[1].x0 : l[0].x0, right = fmin(l[0].x1, l[1].x1);
	double room = right - l[0].x0, used = 0, w;
	size_t i, k, gaps = 0;

	for (i = 0; i < p->n_words; i = k) {
		w = word_of(p, i)->x1 - word_of(p, i)->x0;
		for (k = i + 1; k < p->n_words; k++) { /* pieces of one word in several styles */
			double gap = word_of(p, k)->x0 - word_of(p, k - 1)->x1;
			bool broken = ends_in(word_of(p, k - 1)->text, "\xc2\xad");

			if (!broken && fabs(gap) > 0.5)
				break;
			w -= broken ? HYPHEN_EM * all.size : 0;
			w += word_of(p, k)->x1 - word_of(p, k)->x0;
		}
		if (used == 0) {
			used = w;
			continue;
		}
		if (used + g->natural + w <= room + 0.01) {
			used += g->natural + w;
			gaps++;
			continue;
		}
		close_greedy(g, room - used, gaps);
		room = right - left_edge;
		used = w;
		gaps = 0;
	}
}

static void check_justify(void)
{
	struct gaps g = {.natural = natural_space()};
	struct line l[MOST];
	size_t i, n;
	double ours, theirs;

	for (i = 0; i < all.n_p; i++) {
		const struct para *p = &all.p[i];

		n = is_text(p) && strcmp(p->role, "P") == 0 ? lines_of(p, l, MOST) : 0;
		/* what hangs stands out by less than a third of the size */
		if (n < 3 || !l[0].body || fabs(l[0].x1 - l[1].x1) > all.size / 3)
			continue; /* short, or not justified */
		measure_gaps(p, l, n, &g);
		break_greedily(p, l, n, &g);
	}
	ours = g.n ? g.sum / (double)g.n : 0;
	theirs = g.n_greedy ? g.greedy / (double)g.n_greedy : 0;
	printf("# %zu gaps, mean square %.3f pt2 off the natural %.3f pt; greedy %.3f; %zu over "
	       "0.6 em\n",
		g.n, ours, g.natural, theirs, g.wide);
	if (g.n < 100 || ours >= theirs || g.torn > 0) {
		puts(g.n < 100       ? "too few justified lines to judge"
			: g.torn > 0 ? "lines torn apart: gaps over 0.8 em"
				     : "no better than greedy");
		all.faults++;
	}
}

/* --- choosing ------------------------------------------------------------------------------- */

static void check_found(void)
{
	size_t i, text = 0;

	for (i = 0; i < all.n_p; i++) {
		if (all.p[i].found || strlen(all.p[i].letters) < 12 ||
			strcmp(all.p[i].role, "Figure") == 0 || is_heading(&all.p[i]))
			continue; /* the numeral of a heading may be drawn apart from its words */
		printf("%s: %.60s\n", all.p[i].role, all.p[i].letters);
		all.faults++;
	}
	for (i = 0; i < all.n_p; i++)
		text += is_text(&all.p[i]);
	if (text < 10) {
		printf("only %zu paragraphs\n", text);
		all.faults++;
	}
}

static bool check_each(const char *name)
{
	static const struct {
		const char *name;
		void (*fn)(const struct para *, const struct line *, size_t);
		bool text_only;
	} checks[] = {{"rag", check_rag, true}, {"runt", check_runt, true},
		{"whole", check_whole, false}, {"hyphen", check_hyphen, false},
		{"widow", check_widow, true}, {"grid", check_grid, true}};
	struct line l[MOST];
	size_t i, k;

	for (i = 0; i < sizeof checks / sizeof checks[0]; i++) {
		if (strcmp(checks[i].name, name) != 0)
			continue;
		for (k = 0; k < all.n_p; k++) {
			if (all.p[k].found && (!checks[i].text_only || is_text(&all.p[k])))
				checks[i].fn(&all.p[k], l, lines_of(&all.p[k], l, MOST));
		}
		return true;
	}
	return false;
}

static bool check(const char *name)
{
	size_t i;

	if (check_each(name))
		return true;
	if (strcmp(name, "found") == 0) {
		check_found();
	} else if (strcmp(name, "facing") == 0) {
		check_facing();
	} else if (strcmp(name, "justify") == 0) {
		check_justify();
	} else if (strcmp(name, "heading") == 0) {
		for (i = 0; i < all.n_p; i++) {
			if (is_heading(&all.p[i]) && all.p[i].found)
				check_heading(i);
		}
	} else {
		return false;
	}
	return true;
}

int main(int argc, char **argv)
{
	int i = 2;

	for (; i + 1 < argc && argv[i][0] == '-'; i += 2) {
		if (strcmp(argv[i], "-s") == 0)
			all.size = strtod(argv[i + 1], NULL);
		else if (sscanf(argv[i + 1], "%lf,%lf", &all.first, &all.step) != 2)
			return 2;
	}
	if (i + 2 != argc) {
		fputs("usage: typelines CHECK [-g FIRST,STEP] [-s SIZE] WORDS STRUCTURE\n", stderr);
		return 2;
	}
	read_words(argv[i]);
	read_structure(argv[i + 1]);
	find_paras();
	if (!check(argv[1]))
		return 2;
	return all.faults != 0;
}
