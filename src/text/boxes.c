/*
 * Measuring a paragraph.
 *
 * Words are shaped whole.  A break inside a word changes the shape around it: the kerning of the
 * two letters goes, a ligature falls apart, a hyphen comes.  So the letters from the last place
 * before the break that HarfBuzz calls safe, and those up to the next safe place, are shaped anew,
 * and the sums of the break are corrected by the difference; mostly that is a letter or two, which
 * the word store already knows.  The widths the breaker reckons with are therefore the widths the
 * lines will have.
 *
 * A word wider than any line gets emergency breaks, placed as if each of its lines were filled.
 */
#include "text/boxes.h"

#include "text/chars.h"
#include "text/part.h"
#include "text/set.h"

#include <string.h>

enum { MAX_WINDOW = 16, MAX_LINES_TRIED = 512 };

/* Sums up to a box. */
struct sums {
	size_t box;
	int64_t x, space, em;
	uint32_t letters;
};

static void join_text(struct gp_boxes *p)
{
	size_t i, len = 0;

	for (i = 0; i < p->n_runs; i++)
		len += p->runs[i].len;
	p->len = len;
	p->text = gp_arena_alloc(p->arena, len + 1);
	p->run_start = GP_ARRAY(p->arena, p->n_runs + 1, uint32_t);
	for (i = 0, len = 0; i < p->n_runs; i++) {
		p->run_start[i] = (uint32_t)len;
		if (p->runs[i].len)
			memcpy(p->text + len, p->runs[i].text, p->runs[i].len);
		len += p->runs[i].len;
	}
	p->run_start[p->n_runs] = (uint32_t)len;
}

static bool has_line_end(const char *text, size_t len)
{
	const char *p = text, *end = text + len;
	size_t at;

	while ((p = memchr(p, 0xe2, (size_t)(end - p))) != NULL) {
		at = (size_t)(p - text);
		if (gp_char_is_line_end(gp_char_next(text, len, &at)))
			return true;
		p++;
	}
	return false;
}

static struct gp_box *add_box(struct gp_boxes *p, struct gp_box box)
{
	struct gp_box *b = GP_PUSH(p->arena, p->box, p->n, p->cap);

	*b = box;
	return b;
}

static bool has_letter(const char *text, size_t len)
{
	size_t i = 0;
	uint32_t cp;

	while (i < len) {
		cp = gp_char_next(text, len, &i);
		if (gp_char_is_letter(cp) || gp_char_is_digit(cp))
			return true;
	}
	return false;
}

/* Add the clusters of a word; returns whether something is to be complained of. */
static bool add_word(struct gp_boxes *p, size_t run, size_t from, size_t to)
{
	const struct gp_shape_style *style = &p->runs[run].style;
	struct gp_word w = gp_word_shape(p->fonts, style, p->text + from, to - from, false);
	const struct gp_face_entry *e = gp_face(p->fonts, style->font);
	gp_len track = gp_part_track(style);
	struct gp_box *b = NULL;
	size_t i;

	for (i = 0; i < w.n; i++) {
		const struct gp_word_glyph *g = &w.g[i];
		uint32_t at = (uint32_t)from + g->from;

		if (g->first || !b)
			b = add_box(p, (struct gp_box){.at = at,
					       .end = at + g->len,
					       .advance = track,
					       .run = run & 0xffffff,
					       .has_letter = has_letter(p->text + at, g->len),
					       .is_safe = i == 0 || !g->unsafe});
		b->advance += gp_face_scale(e, g->advance, style->size);
	}
	return w.flawed;
}

static void add_space(struct gp_boxes *p, size_t run, size_t from, size_t to, uint32_t cp)
{
	add_box(p, (struct gp_box){.at = (uint32_t)from,
			   .end = (uint32_t)to,
			   .is_space = true,
			   .is_safe = true,
			   .run = run & 0xffffff,
			   .stretches = cp <= ' ' || cp == 0xa0,
			   .advance = gp_part_space(p->fonts, &p->runs[run].style, cp)});
}

static void add_run(struct gp_boxes *p, size_t run)
{
	size_t from, to, end = p->run_start[run + 1];
	const struct gp_run *r = &p->runs[run];
	bool flawed = false;
	uint32_t space;

	for (from = p->run_start[run]; from < end; from = to) {
		to = gp_token_end(p->text, end, from, &space);
		if (space)
			add_space(p, run, from, to, space);
		else
			flawed |= add_word(p, run, from, to);
	}
	if (flawed)
		gp_part_complain(
			p->fonts, &r->style, (struct gp_part){r->text, 0, r->len}, r->place, r->at);
}

/* The same language, wherever it is spoken: "de" and "de-AT". */
static bool is_same_language(const char *x, const char *y)
{
	size_t nx = strcspn(x, "-"), ny = strcspn(y, "-"), i;

	for (i = 0; i < nx && i < ny &&
		    gp_char_lower((unsigned char)x[i]) == gp_char_lower((unsigned char)y[i]);
		i++)
		;
	return i == nx && i == ny;
}

/* Words in another language than the patterns' are not for them. */
static void spare_foreign(struct gp_boxes *p)
{
	const char *own = p->style->hyphen_lang, *lang;
	size_t i, k;

	for (i = 0; own && i < p->n_runs; i++) {
		lang = p->runs[i].style.lang;
		if (!lang || is_same_language(lang, own))
			continue;
		for (k = p->run_start[i]; k < p->run_start[i + 1]; k++)
			if (p->breaks[k] == GP_BREAK_PATTERN)
				p->breaks[k] = GP_BREAK_NONE;
	}
}

int64_t gp_boxes_width(const struct gp_boxes *p, size_t from, size_t to)
{
	int64_t width = 0;
	size_t i, start, end;

	for (i = 0; i < p->n_runs; i++) {
		start = from > p->run_start[i] ? from : p->run_start[i];
		end = to < p->run_start[i + 1] ? to : p->run_start[i + 1];
		if (start < end)
			width += gp_part_width(p->fonts, &p->runs[i].style,
				(struct gp_part){p->text, start, end}, false);
	}
	return width;
}

/* --- breaks ---------------------------------------------------------------------------------- */

static void step(const struct gp_boxes *p, struct sums *s)
{
	const struct gp_box *b = &p->box[s->box++];

	s->x += b->advance;
	s->letters += b->has_letter;
	if (b->stretches) {
		s->space += b->advance;
		s->em += p->runs[b->run].style.size;
	}
}

/* The last box that begins before a break and may begin a piece shaped by itself. */
static size_t window_start(const struct gp_boxes *p, size_t box)
{
	size_t i = box - 1, n;

	for (n = 0; n < MAX_WINDOW && i > 0 && !p->box[i].is_safe; n++)
		i--;
	return i;
}

static size_t window_end(const struct gp_boxes *p, size_t box)
{
	size_t i = box, n;

	for (n = 0; n < MAX_WINDOW && i < p->n && !p->box[i].is_safe; n++)
		i++;
	return i;
}

static int64_t advance_of(const struct gp_boxes *p, size_t from, size_t to)
{
	int64_t sum = 0;

	while (from < to)
		sum += p->box[from++].advance;
	return sum;
}

/* What ends a line at a break inside a word: the letters from the last safe place, and a hyphen. */
static void cut_left(const struct gp_boxes *p, const struct sums *s, struct gp_brk *b)
{
	size_t from = window_start(p, s->box), start = p->box[from].at;
	const struct gp_shape_style *style = &p->runs[p->box[from].run].style;

	b->raw = s->x - advance_of(p, from, s->box);
	b->reach_back = (uint32_t)start;
	b->end = b->raw + gp_part_width(p->fonts, style, (struct gp_part){p->text, start, b->at},
				  gp_break_has_hyphen(b->kind));
}

/* What begins the next line: the letters up to the next safe place. */
static void cut_right(const struct gp_boxes *p, const struct sums *s, struct gp_brk *b)
{
	size_t to = window_end(p, s->box), end = to > 0 ? p->box[to - 1].end : 0;
	const struct gp_shape_style *style = &p->runs[p->box[to - 1].run].style;

	if (end <= b->at) /* nothing is joined across the break */
		return;
	b->reach_on = (uint32_t)end;
	b->start = s->x + advance_of(p, s->box, to) -
		   gp_part_width(p->fonts, style, (struct gp_part){p->text, b->at, end}, false);
}

/* How much of the last mark of a line may stand out: small marks by 0.6 of their width. */
static gp_len hang_of(const struct gp_boxes *p, const struct sums *s, enum gp_break kind)
{
	static const char marks[] = ".,-'\"";
	const struct gp_box *b = s->box ? &p->box[s->box - 1] : NULL;
	const struct gp_shape_style *style;
	uint32_t cp;
	size_t i;

	if (!p->style->hang_punctuation || !b)
		return 0;
	style = &p->runs[b->run].style;
	if (gp_break_has_hyphen(kind))
		return (gp_len)(gp_part_width(p->fonts, style, (struct gp_part){"-", 0, 1}, false) *
				6 / 10);
	i = b->at;
	cp = gp_char_next(p->text, p->len, &i);
	if (i != b->end || b->is_space)
		return 0;
	if ((cp > ' ' && cp < 0x80 && strchr(marks, (int)cp)) || (cp >= 0x2018 && cp <= 0x201d) ||
		cp == 0x2010)
		return (gp_len)((int64_t)b->advance * 6 / 10);
	return 0;
}

/*
 * The break before byte `at`: `s` are the sums up to the first box at or after it, `e` those up to
 * the last ink before it.
 */
static struct gp_brk make_break(
	const struct gp_boxes *p, uint32_t at, const struct sums *s, const struct sums *e)
{
	enum gp_break kind = (enum gp_break)p->breaks[at];
	struct gp_brk b = {.kind = kind,
		.at = at,
		.end_at = at,
		.raw = e->x,
		.end = e->x,
		.start = s->x,
		.end_space = e->space,
		.start_space = s->space,
		.end_em = e->em,
		.start_em = s->em,
		.end_letters = e->letters,
		.start_letters = s->letters,
		.reach_back = at,
		.reach_on = at};
	bool in_word = kind != GP_BREAK_SPACE && kind != GP_BREAK_FORCED && s->box > 0;

	if (e->box != s->box)
		b.end_at = e->box ? p->box[e->box - 1].end : 0;
	if (in_word && (gp_break_has_hyphen(kind) || p->box[s->box - 1].end > at ||
			       (s->box < p->n && !p->box[s->box].is_safe))) {
		cut_left(p, s, &b);
		cut_right(p, s, &b);
	}
	b.hang = hang_of(p, e, kind);
	b.end -= b.hang;
	return b;
}

/*
 * Add a break.  One with nothing to set since the break before replaces it, so that no line is
 * empty unless the text forces it to be.
 */
static void add_break(struct gp_boxes *p, struct gp_brk b, size_t box, size_t *last_box)
{
	struct gp_brk *last = p->n_brk ? &p->brk[p->n_brk - 1] : NULL;
	bool is_end = b.at == p->len, is_forced = b.kind == GP_BREAK_FORCED;

	if (last && box == *last_box && (p->n_brk == 1 || last->kind == GP_BREAK_FORCED)) {
		if (!is_forced || is_end)
			return;
	} else if (last && box == *last_box) {
		p->n_brk--;
	}
	*GP_PUSH(p->arena, p->brk, p->n_brk, p->cap_brk) = b;
	*last_box = box;
}

/*
 * Does a space or forced break stand inside a cluster?  Only where a run ends in the middle of a
 * character, so that the runs by themselves do not hold it.
 */
static bool is_torn(const struct gp_boxes *p, const struct sums *s, size_t at)
{
	bool whole = p->breaks[at] == GP_BREAK_SPACE || p->breaks[at] == GP_BREAK_FORCED;

	return whole && s->box > 0 && p->box[s->box - 1].end > at;
}

static void list_breaks(struct gp_boxes *p)
{
	struct sums s = {0, 0, 0, 0, 0}, e = s;
	size_t at, last_box = 0;

	p->n_brk = 0;
	add_break(p, (struct gp_brk){.kind = GP_BREAK_NONE}, 0, &last_box);
	for (at = 1; at <= p->len; at++) {
		if (p->breaks[at] == GP_BREAK_NONE)
			continue;
		while (s.box < p->n && p->box[s.box].at < at) {
			bool ink = !p->box[s.box].is_space;

			step(p, &s);
			if (ink)
				e = s;
		}
		if (!is_torn(p, &s, at))
			add_break(p, make_break(p, (uint32_t)at, &s, &e), s.box, &last_box);
	}
}

/* --- words that fit no line ------------------------------------------------------------------ */

/* The narrowest of the lines a paragraph may need, the first one apart. */
static gp_len narrowest(const struct gp_boxes *p)
{
	gp_len least = gp_lines_measure(p->style, 1), m;
	unsigned i;

	for (i = 2; p->style->line_measure && i < MAX_LINES_TRIED; i++) {
		m = gp_lines_measure(p->style, i);
		if (m < least)
			least = m;
	}
	return least;
}

/* Where a line that begins at `from` is full: index of the first box left over. */
static size_t fill(const struct gp_boxes *p, size_t from, size_t to, int64_t limit)
{
	size_t i = from;
	int64_t x = 0;

	while (i < to && x + p->box[i].advance <= limit)
		x += p->box[i++].advance;
	/* the piece by itself may be wider than it was inside the word */
	while (i < to && i > from + 1 && gp_boxes_width(p, p->box[from].at, p->box[i].at) > limit)
		i--;
	i = i > from ? i : from + 1;
	/* no line begins with a space */
	while (i < to && p->box[i].is_space)
		i++;
	return i;
}

/* Cut the boxes [from, to) into pieces no wider than the limit. */
static void cut_up(struct gp_boxes *p, size_t from, size_t to, int64_t limit)
{
	size_t i;

	for (i = fill(p, from, to, limit); i < to; i = fill(p, i, to, limit))
		if (p->breaks[p->box[i].at] == GP_BREAK_NONE)
			p->breaks[p->box[i].at] = GP_BREAK_EMERGENCY;
}

/* Cut up every piece between two breaks that is too wide; returns whether there was one. */
static bool cut_wide(struct gp_boxes *p)
{
	gp_len rest = narrowest(p), first = gp_lines_measure(p->style, 0);
	size_t k, from, to = 0;
	int64_t width, over;
	bool found = false;

	for (k = 1; k < p->n_brk; k++) {
		int64_t limit = k == 1 && first < rest ? first : rest;
		const struct gp_brk *b = &p->brk[k];

		for (from = to; from < p->n && p->box[from].at < p->brk[k - 1].at; from++)
			;
		for (to = from; to < p->n && p->box[to].at < b->end_at; to++)
			;
		width = b->end - p->brk[k - 1].start;
		if (width <= limit)
			continue;
		found = true;
		/* the last piece needs room for its hyphen */
		over = width - advance_of(p, from, to);
		cut_up(p, from, to, over > 0 && limit > over ? limit - over : limit);
	}
	return found;
}

/*
 * Does all of it fit into the first line?  Then no other lines can cost less (see lines.c), and
 * nobody needs to know where they might break.  Most texts of a guide are such: titles, labels,
 * cells.
 */
static bool is_one_line(const struct gp_boxes *p)
{
	gp_len measure = gp_lines_measure(p->style, 0);
	size_t i, n = p->n;
	int64_t x = 0;

	while (n > 0 && p->box[n - 1].is_space)
		n--;
	for (i = 0; i < n && x <= measure; i++)
		x += p->box[i].advance;
	/* negative tracking may bring x back, but that is too rare to go on for */
	return i == n && x <= measure && !has_line_end(p->text, p->len);
}

struct gp_boxes *gp_boxes_new(struct gp_fonts *f, const struct gp_run *runs, size_t n,
	const struct gp_para_style *style, struct gp_arena *a)
{
	struct gp_boxes *p = GP_NEW(a, struct gp_boxes);
	struct gp_break_rules rules = {style->hyphen, style->hyphen_left, style->hyphen_right};
	size_t i;

	*p = (struct gp_boxes){.fonts = f, .arena = a, .runs = runs, .n_runs = n, .style = style};
	join_text(p);
	p->cap = p->len + 1;
	p->box = GP_ARRAY(a, p->cap, struct gp_box);
	for (i = 0; i < n; i++)
		add_run(p, i);
	p->breaks = GP_ARRAY(a, p->len + 1, unsigned char);
	if (is_one_line(p)) {
		p->breaks[p->len] = GP_BREAK_FORCED;
		list_breaks(p);
		return p;
	}
	gp_breaks_find(p->text, p->len, &rules, p->breaks);
	spare_foreign(p);
	list_breaks(p);
	if (cut_wide(p))
		list_breaks(p);
	return p;
}
