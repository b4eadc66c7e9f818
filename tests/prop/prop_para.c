/*
 * Random paragraphs in the house fonts: every letter is set once and in order, no line is wider
 * than its measure without a warning, justified lines are exact, no other set of lines is cheaper,
 * and what the word store holds does not change the result.
 */
#include "unit/test_text.h"

#include "text/boxes.h"
#include "text/chars.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

enum { ROUNDS = 4000, MAX_TEXT = 900, MAX_RUNS = 6, MAX_TRIED = 14, AFRESH = 100 };

struct trial {
	struct text_kit k;
	unsigned warnings; /* before this one */
	const struct gp_hyphen *hyphen;
	uint64_t seed, state;
	char text[MAX_TEXT + 64];
	size_t len;
	struct gp_run run[MAX_RUNS];
	size_t n_runs;
	struct gp_para_style style;
	struct gp_para para;
};

#define CHECK(t, ok)                                                                               \
	do {                                                                                       \
		if (!(ok))                                                                         \
			fail_msg("%s, GP_SEED=%" PRIu64 ": %s", #ok, (t)->seed, (t)->text);        \
	} while (0)

/* xorshift64*, lo to hi */
static unsigned pick(struct trial *t, unsigned lo, unsigned hi)
{
	t->state ^= t->state >> 12;
	t->state ^= t->state << 25;
	t->state ^= t->state >> 27;
	return lo + (unsigned)((t->state * UINT64_C(2685821657736338717) >> 33) % (hi - lo + 1));
}

static const char *const words[] = {"soleus", "calf", "AVAtar", "office", "waffle", "a", "I",
	"WAVE", "massageability", "gastrocnemius", "Fu\xc3\x9fgelenk",
	"\xc3\xbc"
	"bung",
	"mas\xc2\xadsage", "\xce\xb3\xce\xb1\xcf\x83\xcf\x84\xcf\x81",
	"\xd0\xb8\xd0\xba\xd1\x80\xd0\xb0", "self-massage",
	"3\xe2\x80\x93"
	"5",
	"30\xc2\xa0s",
	"4\xe2\x80\xaf"
	"cm",
	"(roll)", "\xe2\x80\x9cYes,\xe2\x80\x9d", "and/or", "https://example.org/a-b/c_d",
	"up\xe2\x80\x94"
	"down",
	"\xe2\x80\x93", "10", "e\xcc\x81t\xc3\xa9", "zero\xe2\x80\x8bwidth",
	"antidisestablishmentarianism", "To.", "fi", "\xe2\x80\xa8"};

static void make_text(struct trial *t)
{
	size_t n = pick(t, 1, pick(t, 0, 2) ? 12 : 90), i, len;
	const char *w;

	t->len = 0;
	for (i = 0; i < n && t->len < MAX_TEXT; i++) {
		w = words[pick(t, 0, sizeof words / sizeof *words - 1)];
		len = strlen(w);
		memcpy(t->text + t->len, w, len);
		t->len += len;
		if (i + 1 < n && pick(t, 0, 12))
			t->text[t->len++] = ' ';
	}
	t->text[t->len] = '\0';
}

static struct gp_shape_style random_look(struct trial *t)
{
	return (struct gp_shape_style){.font = pick(t, 0, 1) ? t->k.lato : t->k.gentium,
		.size = (gp_len)pick(t, 7000, 13000),
		.track = pick(t, 0, 5) ? 0 : (int)pick(t, 0, 100) - 20,
		.tabular = pick(t, 0, 3) == 0,
		.capitals = pick(t, 0, 5) == 0,
		.lang = pick(t, 0, 1) ? "en" : NULL};
}

/* Cut the text into runs, anywhere between characters. */
static void make_runs(struct trial *t)
{
	size_t from = 0, to;

	for (t->n_runs = 0; from < t->len && t->n_runs < MAX_RUNS; from = to) {
		to = t->n_runs + 1 == MAX_RUNS || pick(t, 0, 1)
			     ? t->len
			     : from + pick(t, 0, (unsigned)(t->len - from));
		while (to > from && to < t->len && ((unsigned char)t->text[to] & 0xc0) == 0x80)
			to--;
		t->run[t->n_runs++] = (struct gp_run){.text = t->text + from,
			.len = to - from,
			.style = random_look(t),
			/* a place of its own: equal reports at one place count once */
			.place = {0, (uint32_t)t->seed}};
	}
}

static void make_style(struct trial *t)
{
	t->style = (struct gp_para_style){
		.measure = (gp_len)pick(t, 12000, pick(t, 0, 1) ? 90000 : 300000),
		.setting = (enum gp_setting)pick(t, 0, 3),
		.balanced = pick(t, 0, 6) == 0,
		.min_runt = pick(t, 0, 1) ? 4 : 0,
		.hang_punctuation = pick(t, 0, 3) == 0,
		.hyphen = pick(t, 0, 1) ? t->hyphen : NULL,
		.hyphen_left = 2,
		.hyphen_right = 3};
	if (pick(t, 0, 2) == 0)
		t->style.first_indent = (gp_len)pick(t, 0, 12000) - 6000;
}

/* --- what must hold -------------------------------------------------------------------------- */

static gp_len measure_of(const struct trial *t, size_t line)
{
	return t->style.measure - (line == 0 ? t->style.first_indent : 0);
}

/* Are bytes [from, to) of the text only characters that are never drawn? */
static bool is_hidden(const struct trial *t, size_t from, size_t to)
{
	while (from < to)
		if (!gp_char_is_hidden(gp_char_next(t->text, t->len, &from)))
			return false;
	return true;
}

static void check_order(struct trial *t)
{
	size_t done = 0, i, p, g, at;

	for (i = 0; i < t->para.n; i++)
		for (p = 0; p < t->para.lines[i].n; p++) {
			const struct gp_piece *piece = &t->para.lines[i].pieces[p];

			for (g = 0; g < piece->n; g++) {
				at = (size_t)(piece->run->text - t->text) + piece->g[g].from;
				if (piece->g[g].len == 0)
					continue;
				CHECK(t, at >= done && is_hidden(t, done, at));
				done = at + piece->g[g].len;
			}
		}
	CHECK(t, is_hidden(t, done, t->len));
}

struct tally {
	gp_len ink, trailing; /* width up to the last glyph that is no space, and after it */
	unsigned gaps;        /* spaces that may stretch, before it */
	size_t spaces_first;  /* at the line's start */
	bool hyphen;
};

static struct tally tally_of(const struct trial *t, const struct gp_line *l)
{
	struct tally y = {0, 0, 0, 0, false};
	unsigned gaps = 0;
	size_t p, g;
	bool ink = false;

	for (p = 0; p < l->n; p++)
		for (g = 0; g < l->pieces[p].n; g++) {
			const struct gp_glyph *glyph = &l->pieces[p].g[g];
			size_t at = (size_t)(l->pieces[p].run->text - t->text) + glyph->from;
			uint32_t cp = glyph->line_hyphen ? '-' : gp_char_next(t->text, t->len, &at);

			y.hyphen |= glyph->line_hyphen;
			y.trailing += glyph->advance;
			gaps += glyph->len && (cp == ' ' || cp == 0xa0);
			y.spaces_first += !ink && glyph->len && gp_char_is_space(cp);
			if (gp_char_is_space(cp))
				continue;
			ink = true;
			y.gaps += gaps;
			gaps = 0;
			y.ink += y.trailing;
			y.trailing = 0;
		}
	return y;
}

static void check_line(struct trial *t, size_t i)
{
	const struct gp_line *l = &t->para.lines[i];
	struct tally y = tally_of(t, l);
	gp_len measure = measure_of(t, i), x = l->x, hang = GP_PT(4);
	/* an opening quote stands out on the left, and the line may be longer by as much */
	gp_len out = x < 0 && (i > 0 || t->style.first_indent >= 0) ? -x : 0;
	size_t p;

	CHECK(t, l->width == y.ink);
	CHECK(t, l->hyphenated == y.hyphen);
	for (p = 0; p < l->n; p++) {
		CHECK(t, l->pieces[p].x == x);
		x += l->pieces[p].width;
	}
	CHECK(t, x - l->x == l->width);
	CHECK(t, out == 0 || (out <= hang && t->style.hang_punctuation) || t->style.optical_edge ||
			 t->style.setting == GP_CENTRED || t->style.setting == GP_RIGHT_FLUSH);
	CHECK(t, t->para.overfull ||
			 l->width - out <= measure + (t->style.hang_punctuation ? hang : 0));
	if (i > 0 && !t->para.lines[i - 1].last)
		CHECK(t, y.spaces_first == 0);
	if (t->style.setting != GP_JUSTIFIED || t->style.balanced)
		CHECK(t, l->width == l->natural);
	else if (!l->last && y.gaps && !t->style.hang_punctuation && !t->para.overfull)
		CHECK(t, l->width == measure);
	if (t->style.setting == GP_RIGHT_FLUSH && !t->style.hang_punctuation)
		CHECK(t, l->x + l->width == t->style.measure);
	CHECK(t, l->width <= t->para.width);
}

static void check_warning(struct trial *t)
{
	CHECK(t, t->para.overfull == (gp_diag_count(t->k.d, GP_WARNING) > t->warnings));
	CHECK(t, gp_diag_count(t->k.d, GP_ERROR) == 0);
	CHECK(t, t->para.n > 0 && t->para.lines[t->para.n - 1].last);
}

static bool is_same(const struct gp_piece *a, const struct gp_piece *b)
{
	size_t i;

	if (a->n != b->n || a->x != b->x || a->width != b->width)
		return false;
	for (i = 0; i < a->n; i++) {
		const struct gp_glyph *x = &a->g[i], *y = &b->g[i];

		if (x->id != y->id || x->advance != y->advance || x->natural != y->natural ||
			x->x != y->x || x->y != y->y || x->from != y->from || x->len != y->len ||
			x->line_hyphen != y->line_hyphen)
			return false;
	}
	return true;
}

/* The same with fonts that have seen nothing yet. */
static void check_repeats(struct trial *t)
{
	struct text_kit k = text_kit_new();
	struct gp_para again = gp_para_set(k.f, t->run, t->n_runs, &t->style, k.a);
	size_t i, p;

	CHECK(t, again.n == t->para.n && again.width == t->para.width);
	for (i = 0; i < again.n; i++) {
		CHECK(t, again.lines[i].n == t->para.lines[i].n);
		CHECK(t, again.lines[i].x == t->para.lines[i].x);
		for (p = 0; p < again.lines[i].n; p++)
			CHECK(t, is_same(&again.lines[i].pieces[p], &t->para.lines[i].pieces[p]));
	}
	text_kit_free(&k);
}

/* --- all sets of lines there are ------------------------------------------------------------- */

static int64_t cheapest(const struct gp_boxes *p, size_t from, unsigned line, enum gp_edge before)
{
	int64_t best = GP_LINE_NONE, here, rest;
	enum gp_edge edge;
	size_t j;

	if (from + 1 == p->n_brk)
		return 0;
	for (j = from + 1; j < p->n_brk; j++) {
		here = gp_lines_cost(p->brk, from, j, line, p->style);
		edge = gp_lines_edge(p->brk, from, j, line, p->style, before);
		rest = here == GP_LINE_NONE ? here : cheapest(p, j, line + 1, edge);
		if (rest != GP_LINE_NONE && here + rest + gp_lines_edge_cost(before, edge) < best)
			best = here + rest + gp_lines_edge_cost(before, edge);
		if (p->brk[j].kind == GP_BREAK_FORCED)
			break;
	}
	return best;
}

static void check_cheapest(struct trial *t)
{
	struct gp_boxes *p = gp_boxes_new(t->k.f, t->run, t->n_runs, &t->style, t->k.a);
	enum gp_edge before = GP_EDGE_PLAIN, edge;
	int64_t best, sum = 0;
	size_t *ends, n, i, from = 0;

	if (p->n_brk > MAX_TRIED || t->para.overfull)
		return;
	best = cheapest(p, 0, 0, GP_EDGE_PLAIN);
	n = gp_lines_choose(p->brk, p->n_brk, &t->style, t->k.a, &ends);
	CHECK(t, n == t->para.n);
	for (i = 0; i < n; from = ends[i++], before = edge) {
		edge = gp_lines_edge(p->brk, from, ends[i], (unsigned)i, &t->style, before);
		sum += gp_lines_cost(p->brk, from, ends[i], (unsigned)i, &t->style) +
		       gp_lines_edge_cost(before, edge);
	}
	CHECK(t, sum == best);
}

static void try_one(struct text_kit k, uint64_t seed, const struct gp_hyphen *hyphen, bool repeat)
{
	struct trial t = {.k = k,
		.hyphen = hyphen,
		.seed = seed,
		.warnings = gp_diag_count(k.d, GP_WARNING),
		.state = seed * UINT64_C(0x9e3779b97f4a7c15) + 1};
	size_t i;

	make_text(&t);
	make_runs(&t);
	make_style(&t);
	t.para = gp_para_set(t.k.f, t.run, t.n_runs, &t.style, t.k.a);
	if (!is_hidden(&t, 0, t.len)) {
		check_order(&t);
		for (i = 0; i < t.para.n; i++)
			check_line(&t, i);
		check_warning(&t);
		check_cheapest(&t);
		if (repeat)
			check_repeats(&t);
	}
}

static void random_paragraphs(void **state)
{
	const char *asked = getenv("GP_SEED");
	uint64_t first = asked ? strtoull(asked, NULL, 10) : 1, last = asked ? first : ROUNDS, seed;
	struct gp_arena *a = gp_arena_new();
	struct gp_diag *d = gp_diag_new();
	struct gp_hyphen *hyphen = gp_hyphen_load("/usr/share/hyphen/hyph_en_US.dic", a, d);
	struct text_kit k = text_kit_new();

	(void)state;
	assert_non_null(hyphen);
	for (seed = first; seed <= last; seed++) {
		if (seed % AFRESH == 0) {
			text_kit_free(&k);
			k = text_kit_new();
		}
		try_one(k, seed, hyphen, asked || seed % 16 == 0);
	}
	text_kit_free(&k);
	gp_diag_free(d);
	gp_arena_free(a);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(random_paragraphs)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
