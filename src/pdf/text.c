/*
 * Glyph runs: one TJ array each, with numbers where the pen must stand elsewhere than the widths
 * would bring it: kerning, tracking, stretched spaces, offsets.
 *
 * The pen of the reader is followed exactly, in millionths of 1/1000 pt, so roundings never add up
 * over a line.  Numbers are whole thousandths of the type size (0.004 mm at 11 pt); where the
 * font's own advance was kept, less than two of them are not worth a number.
 */
#include "pdf/content.h"

#include "base/utf8.h"
#include "pdf/face.h"

#include <string.h>

enum { SLACK = 2, MAX_CLUSTER = 16 };

struct pen {
	struct gp_content *c;
	const struct gp_op_glyphs *run;
	int64_t at, reader; /* where the pen should stand, where the reader's stands */
	bool array, string; /* inside "[" and "(" */
	bool moved;         /* the last advance was not the font's own */
};

static void close_string(struct pen *p)
{
	if (p->string)
		gp_buf_char(&p->c->out, ')');
	p->string = false;
}

static void close_array(struct pen *p)
{
	close_string(p);
	if (p->array)
		gp_buf_str(&p->c->out, "]TJ\n");
	p->array = false;
}

static void select_font(struct pen *p, unsigned slot)
{
	struct gp_content *c = p->c;

	if (c->now.slot == (int)slot && c->now.size == p->run->size)
		return;
	close_array(p);
	c->now.slot = (int)slot;
	c->now.size = p->run->size;
	gp_use(c, &c->fonts, slot);
	gp_buf_str(&c->out, "/F");
	gp_buf_int(&c->out, slot);
	gp_buf_char(&c->out, ' ');
	gp_buf_operand(&c->out, p->run->size);
	gp_buf_str(&c->out, "Tf\n");
}

static void set_rise(struct pen *p, gp_len rise)
{
	if (p->c->now.rise == rise)
		return;
	close_array(p);
	p->c->now.rise = rise;
	gp_buf_operand(&p->c->out, rise);
	gp_buf_str(&p->c->out, "Ts\n");
}

/* Rounded to nearest. */
static int64_t quotient(int64_t a, int64_t b)
{
	return a < 0 ? -((-a + b / 2) / b) : (a + b / 2) / b;
}

/* Bring the reader's pen to where the glyph stands. */
static void adjust(struct pen *p, gp_len offset)
{
	int64_t unit = (int64_t)p->run->size * 1000;
	int64_t off = p->at + (int64_t)offset * 1000000 - p->reader;
	int64_t slack = p->moved || offset != 0 ? unit : unit * (2 * SLACK - 1);
	int64_t n;

	p->moved = offset != 0;
	if (2 * off < slack && 2 * off > -slack) /* the usual case, without a division */
		return;
	n = quotient(off, unit);
	close_string(p);
	gp_buf_int(&p->c->out, -n);
	p->reader += n * unit;
}

static void show(struct pen *p, const struct gp_draw_glyph *g, const char *text, size_t len)
{
	struct gp_code code = gp_codes_find(p->c->job->codes, p->run->font, g->id, text, len);
	struct gp_buf *out = &p->c->out;

	select_font(p, code.slot);
	set_rise(p, -g->y);
	if (!p->array)
		gp_buf_char(out, '[');
	p->array = true;
	adjust(p, g->x);
	if (!p->string)
		gp_buf_char(out, '(');
	p->string = true;
	gp_buf_two(out, code.code);
	p->reader += (int64_t)p->run->size * code.width;
	p->at += (int64_t)g->advance * 1000000;
	p->moved = p->moved || g->advance != g->natural;
}

/* Code points of a cluster, at most MAX_CLUSTER; decomposed as far as needed to reach n. */
static size_t spread(const char *text, size_t len, size_t n, uint32_t cp[MAX_CLUSTER])
{
	uint32_t parts[2];
	size_t i = 0, k, count = 0;

	while (i < len && count < MAX_CLUSTER)
		cp[count++] = gp_utf8_next(text, len, &i);
	for (k = 0; k < count && count < n && count < MAX_CLUSTER; k++) {
		if (!gp_face_decompose(cp[k], parts))
			continue;
		memmove(cp + k + 1, cp + k, (count - k) * sizeof *cp);
		memcpy(cp + k, parts, sizeof parts);
		count++;
		k--;
	}
	return count;
}

/*
 * A cluster of several glyphs: one code point each where they come out even (a letter and its
 * accents), else all the text to the first glyph and a word joiner, which says nothing, to the
 * rest.
 */
static void show_cluster(struct pen *p, const struct gp_draw_glyph *g, size_t n)
{
	const char *text = p->run->text + g->from;
	uint32_t cp[MAX_CLUSTER];
	bool even = spread(text, g->len, n, cp) == n;
	char *piece;
	size_t i;

	for (i = 0; i < n; i++) {
		if (even) {
			piece = gp_arena_alloc(p->c->job->arena, 8);
			show(p, &g[i], piece, gp_utf8_put(piece, cp[i]));
		} else if (i == 0) {
			show(p, g, text, g->len);
		} else {
			show(p, &g[i], "\xe2\x81\xa0", 3);
		}
	}
}

static void begin_line(struct gp_content *c, struct gp_point at)
{
	struct gp_point from = c->in_text ? c->text_at : (struct gp_point){0, 0};

	if (!c->in_text)
		gp_buf_str(&c->out, "BT\n");
	c->in_text = true;
	if (at.x != from.x || at.y != from.y) {
		gp_buf_point(&c->out, at.x - from.x, at.y - from.y);
		gp_buf_str(&c->out, "Td\n");
	}
	c->text_at = at;
}

/* A turned run is a text object of its own, so that lines after it start upright. */
static void begin_turned(struct gp_content *c, struct gp_point at, unsigned quarters)
{
	static const char *const turns[4] = {"1 0 0 1 ", "0 -1 1 0 ", "-1 0 0 -1 ", "0 1 -1 0 "};

	gp_content_end_text(c);
	gp_buf_str(&c->out, "BT\n");
	c->in_text = true;
	gp_buf_str(&c->out, turns[quarters & 3]);
	gp_buf_point(&c->out, at.x, at.y);
	gp_buf_str(&c->out, "Tm\n");
}

/* --- word breaks ------------------------------------------------------------------------------ */

/* Does a run stand where the pen was left by the one before, so that they may share a word? */
static bool is_beside(const struct gp_op_glyphs *a, const struct gp_op_glyphs *b)
{
	static const int ways[4][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
	const int *way = ways[a->turn & 3];
	gp_len size = gp_len_max(a->size, b->size);
	gp_len dx = b->origin.x - a->origin.x - way[0] * a->width;
	gp_len dy = b->origin.y - a->origin.y - way[1] * a->width;
	gp_len along = way[0] ? dx : dy, up = way[0] ? dy : dx;

	/* figures of notes are raised */
	return a->turn == b->turn && 8 * along < size && 8 * along > -size && up < size &&
	       up > -size;
}

static bool ends_with(const struct gp_op_glyphs *run, size_t end, const char *mark)
{
	size_t n = strlen(mark);

	return end >= n && memcmp(run->text + end - n, mark, n) == 0;
}

/* A line may end after these within a word. */
static bool is_cut(const struct gp_op_glyphs *run, size_t end)
{
	return ends_with(run, end, "-") || ends_with(run, end, "/") ||
	       ends_with(run, end, "\xe2\x80\x90");
}

/*
 * True when the next run begins a word though no blank stands between the two: a number and its
 * title, a line that was forced to end.  Readers need an explicit break (ISO 32000-1, 14.8.2.5).
 */
static bool needs_break(const struct gp_op_glyphs *a, const struct gp_op_glyphs *b)
{
	size_t last = a->n - 1, end, from = b->g[0].from;

	if (a->g[last].line_hyphen || is_beside(a, b))
		return false;
	while (last > 0 && a->g[last].len == 0)
		last--;
	end = (size_t)a->g[last].from + a->g[last].len;
	if (ends_with(a, end, " ") || (from < b->text_len && b->text[from] == ' '))
		return false;
	if (a->text + end == b->text + from) /* one text, over two lines */
		return false;
	return !is_cut(a, end);
}

/* The element that a run stands in, not counting those within a line. */
static gp_tag block_of(const struct gp_doc *doc, gp_tag tag)
{
	enum gp_tag_role role = doc->tags[tag].role;

	while (role == GP_TAG_SPAN || role == GP_TAG_LINK || role == GP_TAG_REFERENCE) {
		tag = doc->tags[tag].parent;
		role = doc->tags[tag].role;
	}
	return tag;
}

/*
 * A blank that moves nothing: it stands before the run, and the pen is back where it was.  The end
 * of a block element is a break by itself.
 */
static void begin_word(struct pen *p)
{
	struct gp_content *c = p->c;
	const struct gp_op_glyphs *before = c->before;
	gp_tag block;
	struct gp_draw_glyph g = {.len = 1};
	struct gp_code code;

	if (!c->marked || c->artifact != GP_CONTENT)
		return;
	block = block_of(c->job->doc, c->tag);
	if (block != c->before_block)
		before = NULL;
	c->before = p->run;
	c->before_block = block;
	if (!before || !needs_break(before, p->run) ||
		!gp_codes_space(c->job->codes, p->run->font, &g.id))
		return;
	code = gp_codes_find(c->job->codes, p->run->font, g.id, " ", 1);
	g.x = -(gp_len)((int64_t)p->run->size * code.width / 1000000);
	show(p, &g, " ", 1);
}

void gp_content_glyphs(struct gp_content *c, const struct gp_op_glyphs *run)
{
	struct pen p = {.c = c, .run = run};
	struct gp_point at = {run->origin.x, c->page->height - run->origin.y};
	size_t i, k;

	if (run->n == 0)
		return;
	if (run->turn)
		begin_turned(c, at, run->turn);
	else
		begin_line(c, at);
	gp_content_fill(c, run->colour);
	gp_content_over(c, gp_content_is_black(c, run->colour));
	begin_word(&p);
	for (i = 0; i < run->n; i = k) {
		k = i + 1;
		if (run->g[i].line_hyphen) {
			show(&p, &run->g[i], "\xc2\xad", 2);
			continue;
		}
		while (k < run->n && run->g[k].len == 0 && !run->g[k].line_hyphen)
			k++;
		if (k == i + 1)
			show(&p, &run->g[i], run->text + run->g[i].from, run->g[i].len);
		else
			show_cluster(&p, &run->g[i], k - i);
	}
	close_array(&p);
	if (run->turn)
		gp_content_end_text(c);
}
