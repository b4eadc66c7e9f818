/*
 * Setting a paragraph: measure it (boxes.c), choose its lines (lines.c), and put the glyphs of each
 * line in place.
 *
 * Each line is shaped by itself, from the same words the measuring saw, so a line's width is what
 * the breaker reckoned with.  Justified lines stretch spaces only; the slack is dealt out by whole
 * thousandths of a point, so that a justified line is exactly as wide as its measure.  The spaces
 * at a line's end keep their glyphs (readers need them between words) but count for no width.
 *
 * Cost: linear in the text for a given measure; see lines.c.
 */
#include "text/para.h"

#include "text/boxes.h"
#include "text/chars.h"
#include "text/part.h"
#include "text/set.h"

#include <string.h>

enum { MAX_SHOWN = 40 }; /* bytes of a word in a message */

/* One line being set. */
struct setting {
	const struct gp_boxes *boxes;
	const struct gp_brk *from, *to;
	gp_len measure;
	bool is_last; /* of the paragraph, or before a forced break */
	struct gp_piece *piece;
	size_t n;
	int64_t natural; /* without the spaces at the end */
	int64_t space;   /* of the spaces that stretch */
	gp_len hang;     /* of an opening quote, into the left margin */
};

/* The run that holds byte `at`; of empty runs before it none. */
static size_t run_of(const struct gp_boxes *p, size_t at)
{
	size_t lo = 0, hi = p->n_runs - 1, mid;

	while (lo < hi) {
		mid = (lo + hi + 1) / 2;
		if (p->run_start[mid] <= at)
			lo = mid;
		else
			hi = mid - 1;
	}
	return lo;
}

/* Is the glyph a space that gives way?  `start`: where its run begins in the paragraph. */
static bool stretches(const struct setting *s, size_t start, const struct gp_glyph *g)
{
	size_t at = start + g->from, next = at;
	uint32_t cp;

	if (g->len == 0 || at >= s->to->end_at)
		return false;
	cp = gp_char_next(s->boxes->text, s->boxes->len, &next);
	return cp == 0xa0 || (cp <= ' ' && gp_char_is_space(cp));
}

/* Does the glyph belong to the spaces at the line's end? */
static bool is_trailing(const struct setting *s, size_t start, const struct gp_glyph *g)
{
	return !g->line_hyphen && start + g->from >= s->to->end_at;
}

static size_t start_of(const struct setting *s, const struct gp_piece *piece)
{
	return s->boxes->run_start[piece->run - s->boxes->runs];
}

static void measure_piece(struct setting *s, struct gp_piece *piece)
{
	bool justified = s->boxes->style->setting == GP_JUSTIFIED;
	size_t start = start_of(s, piece), i;

	piece->width = 0;
	for (i = 0; i < piece->n; i++) {
		const struct gp_glyph *g = &piece->g[i];

		if (is_trailing(s, start, g))
			continue;
		piece->width += g->advance;
		if (justified && stretches(s, start, g))
			s->space += g->advance;
	}
	s->natural += piece->width;
}

static void add_piece(struct setting *s, size_t run, size_t from, size_t to, struct gp_arena *a)
{
	const struct gp_boxes *p = s->boxes;
	const struct gp_run *r = &p->runs[run];
	bool hyphen = gp_break_has_hyphen(s->to->kind) && to == s->to->at;
	struct gp_glyph_vec v = {.arena = a, .cap = to - from + 2};
	struct gp_piece *piece;

	v.g = GP_ARRAY(a, v.cap, struct gp_glyph);
	gp_part_shape(p->fonts, &r->style,
		(struct gp_part){r->text, from - p->run_start[run], to - p->run_start[run]}, hyphen,
		&v);
	if (v.n == 0)
		return;
	piece = &s->piece[s->n++];
	*piece = (struct gp_piece){.run = r, .g = v.g, .n = v.n};
	measure_piece(s, piece);
}

static void add_pieces(struct setting *s, struct gp_arena *a)
{
	const struct gp_boxes *p = s->boxes;
	size_t first = run_of(p, s->from->at), last = run_of(p, s->to->at), i, from, to;

	s->piece = GP_ARRAY(a, last - first + 1, struct gp_piece);
	for (i = first; i <= last; i++) {
		from = s->from->at > p->run_start[i] ? s->from->at : p->run_start[i];
		to = s->to->at < p->run_start[i + 1] ? s->to->at : p->run_start[i + 1];
		if (from < to)
			add_piece(s, i, from, to, a);
	}
}

/*
 * Deal out slack over the spaces that stretch, each by its share; running totals are rounded, so
 * the parts add up exactly.
 */
static void deal_out(struct setting *s, int64_t slack)
{
	int64_t seen = 0, given = 0, due;
	size_t i, k;

	for (i = 0; i < s->n; i++) {
		struct gp_piece *piece = &s->piece[i];
		size_t start = start_of(s, piece);

		for (k = 0; k < piece->n; k++) {
			if (!stretches(s, start, &piece->g[k]))
				continue;
			seen += piece->g[k].advance;
			due = slack * seen / s->space - given;
			piece->g[k].advance += (gp_len)due;
			piece->width += (gp_len)due;
			given += due;
		}
	}
}

/* Stretch or shrink a justified line; a last line only shrinks. Returns its width as set. */
static int64_t justify(struct setting *s)
{
	int64_t slack = (int64_t)s->measure + s->hang + s->to->hang - s->natural;

	if (s->boxes->style->setting != GP_JUSTIFIED || s->boxes->style->balanced ||
		s->space <= 0 || (s->is_last && slack > 0) || slack < -s->space / 5)
		return s->natural;
	deal_out(s, slack);
	return s->natural + slack;
}

static gp_len left_edge(const struct setting *s, int64_t width, bool is_first)
{
	const struct gp_para_style *style = s->boxes->style;
	gp_len indent = is_first ? style->first_indent : 0;

	switch (style->setting) {
	case GP_CENTRED:
		return indent + (gp_len)((s->measure - width) / 2);
	case GP_RIGHT_FLUSH:
		return indent + (gp_len)(s->measure + s->to->hang - width);
	case GP_RAGGED:
	case GP_JUSTIFIED:
		break;
	}
	return indent;
}

/* White to the left and right of a glyph's ink; none is known of a glyph without ink. */
static gp_len white_before(const struct setting *s, const struct gp_piece *p, size_t i)
{
	const struct gp_shape_style *style = &p->run->style;
	struct gp_rect r = gp_font_ink(s->boxes->fonts, style->font, p->g[i].id, style->size);

	return gp_rect_is_empty(r) ? 0 : p->g[i].x + r.x;
}

static gp_len white_after(const struct setting *s, const struct gp_piece *p, size_t i)
{
	const struct gp_shape_style *style = &p->run->style;
	struct gp_rect r = gp_font_ink(s->boxes->fonts, style->font, p->g[i].id, style->size);

	return gp_rect_is_empty(r) ? 0 : p->g[i].advance - p->g[i].x - r.x - r.w;
}

/* The last piece with something to see, and its last glyph; false when the line is all spaces. */
static bool find_last(const struct setting *s, size_t *piece, size_t *glyph)
{
	size_t i, k;

	for (i = s->n; i-- > 0;)
		for (k = s->piece[i].n; k-- > 0;)
			if (!is_trailing(s, start_of(s, &s->piece[i]), &s->piece[i].g[k])) {
				*piece = i;
				*glyph = k;
				return true;
			}
	return false;
}

/*
 * An opening quote at the edge stands out by 0.6 of its width, as small marks do on the right; one
 * after an indent has no edge to disturb.  The breaker does not reckon with it: it gains a point
 * or two, in few lines.
 */
static gp_len opening_hang(const struct setting *s, bool is_first)
{
	const struct gp_para_style *style = s->boxes->style;
	bool edge = style->setting == GP_RAGGED || style->setting == GP_JUSTIFIED;
	size_t at = s->from->at;
	uint32_t cp;

	if (!style->hang_punctuation || style->optical_edge || !edge || s->n == 0 ||
		(is_first && style->first_indent != 0))
		return 0;
	cp = gp_char_next(s->boxes->text, s->boxes->len, &at);
	if (cp != '"' && cp != '\'' && cp != 0xab && cp != 0xbb && (cp < 0x2018 || cp > 0x201f) &&
		cp != 0x2039 && cp != 0x203a)
		return 0;
	return (gp_len)((int64_t)s->piece[0].g[0].advance * 6 / 10);
}

/* Let the line begin and end with its ink; returns how far it moves to the left. */
static gp_len trim(const struct setting *s, int64_t *width)
{
	const struct gp_para_style *style = s->boxes->style;
	size_t piece, glyph;
	gp_len before;

	if (!style->optical_edge || style->setting != GP_RAGGED || !find_last(s, &piece, &glyph))
		return 0;
	before = white_before(s, &s->piece[0], 0);
	*width -= before + white_after(s, &s->piece[piece], glyph);
	return before;
}

static struct gp_line set_line(struct setting *s, unsigned number, struct gp_arena *a)
{
	struct gp_line line = {.last = s->is_last};
	int64_t width;
	gp_len x;
	size_t i;

	add_pieces(s, a);
	s->hang = opening_hang(s, number == 0);
	width = justify(s);
	line.natural = (gp_len)s->natural;
	line.x = x = left_edge(s, width, number == 0) - s->hang - trim(s, &width);
	for (i = 0; i < s->n; i++) {
		s->piece[i].x = x;
		x += s->piece[i].width;
	}
	line.pieces = s->piece;
	line.n = s->n;
	line.width = (gp_len)width;
	line.hyphenated = gp_break_has_hyphen(s->to->kind);
	return line;
}

/* --- words that did not fit ------------------------------------------------------------------ */

static struct gp_place place_of(const struct gp_boxes *p, size_t at)
{
	size_t i = run_of(p, at);
	const struct gp_run *r = &p->runs[i];

	if (!p->fonts->spot)
		return r->place;
	return p->fonts->spot(p->fonts->diag, r->place, r->at + (uint32_t)(at - p->run_start[i]));
}

/* Start of the word around byte `at`, or of the next one when spaces stand there. */
static size_t word_start(const struct gp_boxes *p, size_t at)
{
	size_t from = at, next = at;

	while (next < p->len && gp_char_is_space(gp_char_next(p->text, p->len, &next)))
		from = next;
	for (next = from; next > 0; from = next)
		if (gp_char_is_space(gp_char_before(p->text, &next)))
			return from;
	return from;
}

/* Warn of the word around byte `at`; of a long one the beginning is shown. */
static void warn(const struct gp_boxes *p, size_t at, gp_len measure)
{
	size_t from = word_start(p, at), to = from, next = from;
	char word[MAX_SHOWN + 1];

	while (next < p->len && !gp_char_is_space(gp_char_next(p->text, p->len, &next)) &&
		next - from <= MAX_SHOWN)
		to = next;
	memcpy(word, p->text + from, to - from);
	word[to - from] = '\0';
	gp_report(p->fonts->diag, GP_MSG_TEXT_OVERFULL, place_of(p, from), word,
		(double)gp_len_to_um(measure) / 1000);
}

static bool is_cut(const struct setting *s, const struct gp_line *line)
{
	return s->to->kind == GP_BREAK_EMERGENCY ||
	       line->width > (int64_t)s->measure + s->hang + s->to->hang;
}

struct gp_para gp_para_set(struct gp_fonts *f, const struct gp_run *runs, size_t n,
	const struct gp_para_style *style, struct gp_arena *a)
{
	struct gp_arena *scratch = gp_arena_new();
	struct gp_boxes *p = gp_boxes_new(f, runs, n, style, scratch);
	struct gp_para para = {.width = 0};
	struct gp_line *lines;
	size_t *ends, i;

	para.n = gp_lines_choose(p->brk, p->n_brk, style, scratch, &ends);
	para.lines = lines = GP_ARRAY(a, para.n, struct gp_line);
	for (i = 0; i < para.n; i++) {
		struct setting s = {.boxes = p,
			.from = &p->brk[i ? ends[i - 1] : 0],
			.to = &p->brk[ends[i]],
			.measure = gp_lines_measure(style, (unsigned)i)};

		s.is_last = s.to->kind == GP_BREAK_FORCED;
		lines[i] = set_line(&s, (unsigned)i, a);
		para.width = gp_len_max(para.width, lines[i].width);
		if (is_cut(&s, &lines[i]) && s.from->kind != GP_BREAK_EMERGENCY) {
			para.overfull = true;
			if (!style->trial)
				warn(p, s.from->at, s.measure);
		}
	}
	gp_arena_free(scratch);
	return para;
}

gp_len gp_text_width(
	struct gp_fonts *f, const struct gp_shape_style *style, const char *text, size_t len)
{
	return (gp_len)gp_part_width(f, style, (struct gp_part){text, 0, len}, false);
}
