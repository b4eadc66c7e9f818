/*
 * Hyphenating a word: letters made small, patterns asked for votes, ends kept whole.
 *
 * Patterns may come in two levels: the first finds the joints of compounds, the second is used
 * inside the parts where the first finds nothing more.
 */
#include "text/hyphen.h"

#include "base/utf8.h"
#include "text/chars.h"
#include "text/hyphen_file.h"

#include <string.h>

enum {
	MAX_LETTERS = 512, /* longer words are left alone past this many bytes */
	MAX_DEPTH = 32     /* compounds of compounds */
};

/* The word in small letters, and where each of its bytes comes from. */
struct letters {
	uint8_t byte[MAX_LETTERS + 2]; /* a dot on each side of the part at hand is put in place */
	uint16_t from[MAX_LETTERS];
	uint8_t vote[MAX_LETTERS + 1]; /* before each byte */
	size_t n;
};

static void read_letters(struct letters *w, const char *word, size_t len)
{
	size_t i = 0, from, k, n;
	char buf[4];

	w->n = 0;
	while (i < len) {
		from = i;
		n = gp_utf8_put(buf, gp_char_lower(gp_char_next(word, len, &i)));
		if (w->n + n > MAX_LETTERS)
			break;
		for (k = 0; k < n; k++) {
			w->from[w->n] = (uint16_t)from;
			w->byte[1 + w->n++] = (uint8_t)buf[k];
		}
	}
}

/*
 * Votes of one level for the part [from, to), with dots at its ends.  Returns whether a break
 * inside it is allowed; votes are written only then, or when `keep`.
 */
static bool vote_part(struct gp_patterns *p, struct letters *w, size_t from, size_t to, bool keep)
{
	uint8_t vote[MAX_LETTERS + 3] = {0};
	uint8_t before = w->byte[from], after = w->byte[1 + to];
	bool found = false;
	size_t i;

	w->byte[from] = '.';
	w->byte[1 + to] = '.';
	gp_patterns_vote(p, w->byte + from, to - from + 2, vote);
	w->byte[from] = before;
	w->byte[1 + to] = after;
	for (i = from + 1; i < to; i++)
		found |= vote[1 + i - from] & 1;
	for (i = from + 1; (found || keep) && i < to; i++)
		w->vote[i] = vote[1 + i - from];
	return found;
}

/* Letters in [from, to). */
static size_t count(const struct letters *w, size_t from, size_t to)
{
	return gp_utf8_count((const char *)w->byte + 1 + from, to - from);
}

/* Forbid breaks closer to the ends of [from, to) than so many letters. */
static void keep_ends(struct letters *w, size_t from, size_t to, unsigned left, unsigned right)
{
	size_t i;

	for (i = from + 1; i < to && count(w, from, i) < left; i++)
		w->vote[i] = 0;
	for (i = to - 1; i > from && i < to && count(w, i, to) < right; i--)
		w->vote[i] = 0;
}

/*
 * Hyphenate a part: at the joints of the first level, and inside the pieces between them; a piece
 * without a joint is left to the second level.
 */
static void hyphenate(
	const struct gp_hyphen *h, struct letters *w, size_t from, size_t to, unsigned depth)
{
	size_t i, start = from;

	if (h->n_levels == 1 || depth == MAX_DEPTH) {
		vote_part(h->level[h->n_levels - 1], w, from, to, true);
		return;
	}
	if (!vote_part(h->level[0], w, from, to, false)) {
		vote_part(h->level[1], w, from, to, true);
		start = to;
	}
	for (i = from + 1; start < to && i <= to; i++) {
		if (i < to && !(w->vote[i] & 1))
			continue;
		hyphenate(h, w, start, i, depth + 1);
		start = i;
	}
	keep_ends(w, from, to, from > 0 ? h->inner_left : 0, to < w->n ? h->inner_right : 0);
}

/* No break directly beside one of the marks the file names. */
static void forbid(const struct gp_hyphen *h, struct letters *w)
{
	size_t i, k, n;

	for (k = 0; k < h->n_never; k++) {
		n = strlen(h->never[k]);
		for (i = 0; i + n <= w->n; i++) {
			if (memcmp(w->byte + 1 + i, h->never[k], n) != 0)
				continue;
			w->vote[i] = 0;
			w->vote[i + n] = 0;
		}
	}
}

void gp_hyphen_word(const struct gp_hyphen *h, const char *word, size_t len, unsigned left,
	unsigned right, bool *may_break)
{
	struct letters w = {.n = 0};
	size_t i;

	for (i = 0; i < len; i++)
		may_break[i] = false;
	read_letters(&w, word, len);
	if (w.n == 0)
		return;
	hyphenate(h, &w, 0, w.n, 0);
	keep_ends(&w, 0, w.n, left > h->left ? left : h->left, right > h->right ? right : h->right);
	forbid(h, &w);
	for (i = 1; i < w.n; i++)
		if (w.vote[i] & 1)
			may_break[w.from[i]] = true;
}
