/*
 * Break opportunities in running text of European languages, and between ideographs.
 *
 * The text is cut into chunks between spaces.  Between chunks a line may end, unless the next one
 * begins with a closing mark, the last one ends with an opening bracket, or a dash between spaces
 * follows: a dash belongs to the words before it.  Inside a chunk:
 *   - after a hyphen or dash with two letters or more on each side, not between digits, so that
 *     "-5", "3-5", "X-1" and "e-mail" stay whole;
 *   - after a slash between words of three letters or more;
 *   - in an address (it has "://", begins with "www." or "name.name/", or holds "@") after
 *     / . - _ ? only;
 *   - after a soft hyphen and a zero width space;
 *   - in words of letters by patterns, unless the author put soft hyphens into them, they hold
 *     digits, are all capitals, or stand in an address.
 */
#include "text/breaks.h"

#include "text/chars.h"

#include <string.h>

enum {
	MIN_DASH = 2, /* letters on each side of a hyphen that may end a line */
	MIN_SLASH = 3,
	MIN_DASHED = 7, /* letters of a part of a hyphened word that may be hyphenated again */
	MAX_WORD = 480  /* bytes; pattern hyphenation goes in steps of this */
};

struct chunk {
	const char *t;
	size_t from, to;
	unsigned char *breaks;
};

bool gp_break_has_hyphen(enum gp_break b)
{
	return b == GP_BREAK_SOFT || b == GP_BREAK_PATTERN;
}

static bool is_word_char(uint32_t cp)
{
	return gp_char_is_letter(cp) || gp_char_is_digit(cp);
}

/* Word characters in a row that end before `at` / begin at `at`, counted up to `most`. */
static unsigned count_before(const struct chunk *c, size_t at, unsigned most)
{
	unsigned n = 0;
	size_t i = at;

	while (i > c->from && n < most && is_word_char(gp_char_before(c->t, &i)))
		n++;
	return n;
}

static unsigned count_after(const struct chunk *c, size_t at, unsigned most)
{
	unsigned n = 0;
	size_t i = at;

	while (i < c->to && n < most && is_word_char(gp_char_next(c->t, c->to, &i)))
		n++;
	return n;
}

static bool is_digit_at(const struct chunk *c, size_t i)
{
	return i < c->to && gp_char_is_digit((unsigned char)c->t[i]);
}

static bool is_digit_before(const struct chunk *c, size_t i)
{
	return i > c->from && gp_char_is_digit((unsigned char)c->t[i - 1]);
}

/* --- addresses ------------------------------------------------------------------------------- */

static bool begins(const struct chunk *c, size_t i, const char *word)
{
	size_t n = strlen(word);

	return c->to - i >= n && memcmp(c->t + i, word, n) == 0;
}

/* "name.name/…": letters, digits, hyphens and at least one full stop between them, then a slash. */
static bool is_domain_path(const struct chunk *c)
{
	bool dot = false;
	size_t i;

	if (!memchr(c->t + c->from, '/', c->to - c->from))
		return false;
	for (i = c->from; i < c->to && c->t[i] != '/'; i++) {
		if (c->t[i] == '.' && i > c->from)
			dot = true;
		else if (!is_word_char((unsigned char)c->t[i]) && c->t[i] != '-')
			return false;
	}
	return dot && i < c->to && i > c->from && c->t[i - 1] != '.';
}

static bool is_address(const struct chunk *c)
{
	size_t i;

	for (i = c->from; i < c->to; i++)
		if ((c->t[i] == ':' && begins(c, i, "://")) ||
			(c->t[i] == '@' && i > c->from && i + 1 < c->to))
			return true;
	return begins(c, c->from, "www.") || is_domain_path(c);
}

static void break_address(const struct chunk *c)
{
	size_t i;

	for (i = c->from + 1; i < c->to; i++)
		if (strchr("/.-_?", c->t[i - 1]) && is_word_char((unsigned char)c->t[i]) &&
			i - c->from >= 4)
			c->breaks[i] = GP_BREAK_MARK;
}

/* --- ordinary chunks ------------------------------------------------------------------------- */

/* After a hyphen or dash that ends at `at`. */
static bool breaks_after_dash(const struct chunk *c, size_t dash, size_t at)
{
	if (is_digit_before(c, dash) && is_digit_at(c, at))
		return false;
	return count_before(c, dash, MIN_DASH) >= MIN_DASH &&
	       count_after(c, at, MIN_DASH) >= MIN_DASH;
}

/* A long dash may end a line after any mark, but not before one, and not between digits. */
static bool breaks_after_long_dash(const struct chunk *c, size_t dash, size_t at)
{
	size_t i = at;

	if (dash == c->from || at == c->to || (is_digit_before(c, dash) && is_digit_at(c, at)))
		return false;
	return !gp_char_is_closing(gp_char_next(c->t, c->to, &i));
}

static bool breaks_after_slash(const struct chunk *c, size_t slash, size_t at)
{
	return count_before(c, slash, MIN_SLASH) >= MIN_SLASH &&
	       count_after(c, at, MIN_SLASH) >= MIN_SLASH;
}

/* Between two characters of which one is an ideograph. */
static bool breaks_between(uint32_t before, uint32_t after)
{
	if (!gp_char_is_ideograph(before) && !gp_char_is_ideograph(after))
		return false;
	return !gp_char_is_closing(after) && !gp_char_is_opening(before);
}

/* How a line may end after the code point cp at [i, next). */
static enum gp_break break_after(const struct chunk *c, uint32_t cp, size_t i, size_t next)
{
	size_t k = next;

	/* most text; all that may break in front begins with a byte above these */
	if (cp < 0x80 && cp != '-' && cp != '/' &&
		(next == c->to || (unsigned char)c->t[next] < 0xe2))
		return GP_BREAK_NONE;
	if (gp_char_is_line_end(cp))
		return GP_BREAK_FORCED;
	if (next == c->to)
		return GP_BREAK_NONE;
	if (cp == 0x200b)
		return GP_BREAK_FREE;
	if (cp == 0xad)
		return i > c->from ? GP_BREAK_SOFT : GP_BREAK_NONE;
	if (cp == '/')
		return breaks_after_slash(c, i, next) ? GP_BREAK_MARK : GP_BREAK_NONE;
	if (cp == '-' || cp == 0x2010)
		return breaks_after_dash(c, i, next) ? GP_BREAK_DASH : GP_BREAK_NONE;
	if (gp_char_is_dash(cp))
		return breaks_after_long_dash(c, i, next) ? GP_BREAK_DASH : GP_BREAK_NONE;
	return breaks_between(cp, gp_char_next(c->t, c->to, &k)) ? GP_BREAK_FREE : GP_BREAK_NONE;
}

/* --- words by patterns ----------------------------------------------------------------------- */

struct word {
	size_t from, to;
	unsigned n; /* letters */
	bool has_small, has_soft;
};

static struct word read_word(const struct chunk *c, size_t from)
{
	struct word w = {from, from, 0, false, false};
	size_t i = from;
	uint32_t cp;

	while (i < c->to) {
		cp = gp_char_next(c->t, c->to, &i);
		if (cp == 0xad)
			w.has_soft = true;
		else if (!gp_char_is_letter(cp))
			break;
		else
			w.n++;
		w.has_small |= gp_char_upper(cp) != cp;
		w.to = i;
	}
	return w;
}

/* Does a digit, or a hyphen that leaves too short a part, stand beside the word? */
static bool is_spoiled(const struct chunk *c, const struct word *w)
{
	size_t before = w->from, after = w->to;
	uint32_t left = before > c->from ? gp_char_before(c->t, &before) : ' ';
	uint32_t right = after < c->to ? gp_char_next(c->t, c->to, &after) : ' ';

	if (gp_char_is_digit(left) || gp_char_is_digit(right))
		return true;
	return (gp_char_is_dash(left) || gp_char_is_dash(right)) && w->n < MIN_DASHED;
}

static void hyphenate(const struct chunk *c, const struct word *w, const struct gp_break_rules *r)
{
	bool may[MAX_WORD];
	size_t from, len, i;

	for (from = w->from; from < w->to; from += len) {
		len = w->to - from < MAX_WORD ? w->to - from : MAX_WORD;
		while (from + len < w->to && ((unsigned char)c->t[from + len] & 0xc0) == 0x80 &&
			len > 1)
			len--;
		gp_hyphen_word(r->hyphen, c->t + from, len, r->left, r->right, may);
		for (i = 1; i < len; i++)
			if (may[i] && c->breaks[from + i] == GP_BREAK_NONE)
				c->breaks[from + i] = GP_BREAK_PATTERN;
	}
}

static void break_words(const struct chunk *c, const struct gp_break_rules *r)
{
	size_t i = c->from, start;
	struct word w;

	while (i < c->to) {
		start = i;
		if (!gp_char_is_letter(gp_char_next(c->t, c->to, &i)))
			continue;
		w = read_word(c, start);
		i = w.to;
		if (w.has_small && !w.has_soft && !is_spoiled(c, &w))
			hyphenate(c, &w, r);
	}
}

static void break_chunk(const struct chunk *c, const struct gp_break_rules *r)
{
	bool address = is_address(c);
	size_t i = c->from, from;
	enum gp_break b;
	uint32_t cp;

	if (address)
		break_address(c);
	while (i < c->to) {
		from = i;
		cp = gp_char_next(c->t, c->to, &i);
		b = break_after(c, cp, from, i);
		if (b != GP_BREAK_NONE && (!address || gp_char_is_hidden(cp)))
			c->breaks[i] = (unsigned char)b;
	}
	if (r->hyphen && !address)
		break_words(c, r);
}

/* --- between chunks -------------------------------------------------------------------------- */

/* A dash with spaces on both sides. */
static bool is_lone_dash(const char *t, size_t len, size_t from, size_t to)
{
	size_t i = from;

	if (!gp_char_is_dash(gp_char_next(t, len, &i)) || i != to || to >= len)
		return false;
	return gp_char_is_space(gp_char_next(t, len, &i));
}

static bool ends_open(const char *t, size_t end)
{
	return end > 0 && gp_char_is_opening(gp_char_before(t, &end));
}

/* ")" or "," but not ".5" and not "…and" */
static bool begins_closed(const char *t, size_t len, size_t from)
{
	size_t i = from;
	uint32_t cp = gp_char_next(t, len, &i);

	if (cp == 0x2026 || cp == 0x2019 || !gp_char_is_closing(cp))
		return false;
	return cp != '.' || i >= len || !is_word_char((unsigned char)t[i]);
}

/* May a line end in the spaces [end, from) before the chunk [from, to)? */
static bool breaks_at_space(const char *t, size_t len, size_t end, size_t from, size_t to)
{
	size_t i = end;

	while (i < from)
		if (gp_char_is_glue(gp_char_next(t, len, &i)))
			return false;
	if (gp_char_is_line_end(gp_char_next(t, len, &i)))
		return false;
	return !is_lone_dash(t, len, from, to) && !begins_closed(t, len, from) &&
	       !ends_open(t, end);
}

/* End of the chunk or of the row of spaces that begins at `from`; a forced break ends a chunk. */
static size_t row_end(const char *t, size_t len, size_t from, bool spaces)
{
	size_t i = from, next;
	uint32_t cp;

	for (; i < len; i = next) {
		next = i;
		cp = gp_char_next(t, len, &next);
		if (gp_char_is_space(cp) != spaces)
			break;
		if (gp_char_is_line_end(cp))
			return next;
	}
	return i;
}

void gp_breaks_find(
	const char *text, size_t len, const struct gp_break_rules *rules, unsigned char *breaks)
{
	size_t end = 0, from, to;

	memset(breaks, GP_BREAK_NONE, len + 1);
	while (end < len) {
		struct chunk c;

		from = row_end(text, len, end, true);
		to = row_end(text, len, from, false);
		if (from > end && from < len && end > 0 && breaks[end] != GP_BREAK_FORCED &&
			breaks_at_space(text, len, end, from, to))
			breaks[from] = GP_BREAK_SPACE;
		c = (struct chunk){text, from, to, breaks};
		break_chunk(&c, rules);
		end = to;
	}
	breaks[0] = GP_BREAK_NONE;
	breaks[len] = GP_BREAK_FORCED;
}
