/*
 * Hyphenation patterns (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983) in the .dic format
 * of the hyphen library.
 *
 * A pattern is letters with digits between them; patterns that occur in ".word." vote, the highest
 * digit at a place wins, odd ones allow a break.  The .dic format adds a rule to Liang's: of all
 * patterns and beginnings of patterns that end at the same letter only the longest counts.  Its
 * files are made for that (short patterns are repeated inside long ones where they should vote),
 * and German breaks wrongly without it ("ha-r-be").
 *
 * Patterns lie in a trie of bytes (UTF-8) whose edges hold as many letters as need no branch
 * (D. R. Morrison's Patricia, 1968); children are linked lists, newest first, so that a sorted file
 * is read with hardly a search.  German takes 3 MB, and memory touched is most of the loading time.
 *
 * A file may have two levels, divided by NEXTLEVEL: the first finds the joints of compounds, the
 * second is used inside the parts where the first finds nothing more.  Patterns that replace
 * letters ("f1f/ff=f,1,2") are skipped: they break words of old spellings only.
 */
#include "text/hyphen.h"

#include "base/file.h"
#include "base/utf8.h"
#include "text/chars.h"

#include <string.h>

enum {
	MAX_FILE = 4 << 20, /* with it, places in the pool fit their 24 bits */
	MAX_PATTERN = 250,  /* bytes of letters, in UTF-8; labels count them in a byte */
	MAX_LINE = 512,
	MAX_LETTERS = 512, /* longer words are left alone past this many bytes */
	MAX_DEPTH = 32     /* compounds of compounds */
};

struct node {
	uint32_t label;       /* place of the letters that lead here */
	uint32_t child, next; /* 0: none */
	uint32_t votes : 24;  /* place in the pool, 0: no pattern ends here */
	uint32_t len : 8;     /* of the label */
};

struct level {
	struct node *node;
	size_t n, cap;
	uint8_t *label;
	size_t n_label, cap_label;
	uint8_t *pool; /* per pattern: bytes skipped, how many digits, digits */
	size_t n_pool, cap_pool;
	uint32_t root[256]; /* by first letter */
	size_t n_patterns;
};

struct gp_hyphen {
	struct level level[2];
	unsigned n_levels;
	unsigned left, right, inner_left, inner_right;
	const char *never[8]; /* breaks beside these are not allowed */
	size_t n_never;
};

/* What is known while a file is read. */
struct reader {
	struct gp_hyphen *h;
	struct gp_arena *arena;
	struct gp_diag *diag;
	const char *name;
	bool is_latin1;
	unsigned line;
	const char *end; /* of the text */
};

/* A pattern taken apart: letters, and the digit before each and after the last. */
struct pattern {
	uint8_t letter[MAX_PATTERN], digit[MAX_PATTERN + 1];
	size_t n;
};

/* Of a list of siblings the one whose label begins with a byte; 0: none. */
static uint32_t find(const struct level *l, uint32_t list, uint8_t byte)
{
	while (list && l->label[l->node[list].label] != byte)
		list = l->node[list].next;
	return list;
}

static uint32_t add_leaf(
	struct level *l, struct gp_arena *a, const uint8_t *letter, size_t len, uint32_t next)
{
	if (l->n_label + len > l->cap_label)
		l->label = gp_arena_grow(a, l->label, &l->cap_label, l->n_label + len, 1);
	memcpy(l->label + l->n_label, letter, len);
	*GP_PUSH(a, l->node, l->n, l->cap) =
		(struct node){(uint32_t)l->n_label, 0, next, 0, (uint8_t)len};
	l->n_label += len;
	return (uint32_t)l->n - 1;
}

/* Cut a node's label after k bytes: the rest becomes its only child. */
static void split(struct level *l, struct gp_arena *a, uint32_t i, unsigned k)
{
	struct node rest = l->node[i];

	rest.label += k;
	rest.len = (uint8_t)(rest.len - k);
	rest.next = 0;
	*GP_PUSH(a, l->node, l->n, l->cap) = rest;
	l->node[i].child = (uint32_t)l->n - 1;
	l->node[i].len = (uint8_t)k;
	l->node[i].votes = 0;
}

/* The node where a pattern's letters end, made when needed. */
static uint32_t insert(struct level *l, struct gp_arena *a, const struct pattern *p)
{
	uint32_t parent = 0, list, i;
	unsigned k;
	size_t at = 0;

	for (;;) {
		list = parent ? l->node[parent].child : l->root[p->letter[0]];
		i = find(l, list, p->letter[at]);
		if (!i)
			break;
		for (k = 0; k < l->node[i].len && at < p->n; k++, at++)
			if (l->label[l->node[i].label + k] != p->letter[at])
				break;
		if (k < l->node[i].len)
			split(l, a, i, k);
		if (at == p->n)
			return i;
		parent = i;
	}
	i = add_leaf(l, a, p->letter + at, p->n - at, list);
	if (parent)
		l->node[parent].child = i;
	else
		l->root[p->letter[0]] = i;
	return i;
}

/* Put the digits into the pool without the zeros at both ends; returns their place. */
static uint32_t add_votes(struct level *l, struct gp_arena *a, const struct pattern *p)
{
	size_t from = 0, to = p->n + 1, at = l->n_pool;

	while (from < to && p->digit[from] == 0)
		from++;
	while (to > from && p->digit[to - 1] == 0)
		to--;
	l->n_pool = at + 2 + to - from;
	if (l->n_pool > l->cap_pool)
		l->pool = gp_arena_grow(a, l->pool, &l->cap_pool, l->n_pool, 1);
	l->pool[at] = (uint8_t)from;
	l->pool[at + 1] = (uint8_t)(to - from);
	memcpy(l->pool + at + 2, p->digit + from, to - from);
	return (uint32_t)at;
}

static void add_pattern(struct reader *r, const struct pattern *p)
{
	struct level *l = &r->h->level[r->h->n_levels - 1];
	uint32_t i = insert(l, r->arena, p);

	/* of a pattern given twice the later one counts */
	l->node[i].votes = add_votes(l, r->arena, p) & 0xffffff;
	l->n_patterns++;
}

static void complain(struct reader *r, const char *what)
{
	gp_report(r->diag, GP_MSG_HYPHEN_LINE, GP_NOWHERE, r->name, r->line, what);
}

/* Take a line apart; false when it is too long or holds blanks.  Bytes of UTF-8 go as they are. */
static bool split_pattern(const struct reader *r, const char *s, size_t len, struct pattern *p)
{
	size_t i, n = 0;

	p->digit[0] = 0;
	for (i = 0; i < len; i++) {
		uint8_t c = (uint8_t)s[i];

		if (c >= '0' && c <= '9') {
			p->digit[n] = (uint8_t)(c - '0');
			continue;
		}
		if (c <= ' ' || n + 2 > MAX_PATTERN)
			return false;
		if (c >= 0x80 && r->is_latin1) {
			p->letter[n++] = (uint8_t)(0xc0 | c >> 6);
			p->digit[n] = 0;
			c = 0x80 | (c & 0x3f);
		}
		p->letter[n++] = c;
		p->digit[n] = 0;
	}
	p->n = n;
	return true;
}

static bool read_pattern(struct reader *r, const char *s, size_t len)
{
	struct pattern p;

	if (!r->is_latin1 && gp_utf8_check(s, len) != len) {
		complain(r, "is not UTF-8, which the first line promises");
		return false;
	}
	if (!split_pattern(r, s, len, &p)) {
		complain(r, "is no pattern: too long, or with a blank in it");
		return false;
	}
	if (p.n > 0)
		add_pattern(r, &p);
	return true;
}

static bool has_word(const char *s, size_t len, const char *word)
{
	size_t n = strlen(word);

	return len >= n && memcmp(s, word, n) == 0 && (len == n || s[n] == ' ' || s[n] == '\t');
}

/* "LEFTHYPHENMIN 2" */
static bool read_number(const char *s, size_t len, const char *word, unsigned *out)
{
	size_t i = strlen(word);

	if (!has_word(s, len, word))
		return false;
	while (i < len && (s[i] == ' ' || s[i] == '\t'))
		i++;
	*out = 0;
	for (; i < len && s[i] >= '0' && s[i] <= '9' && *out < 1000; i++)
		*out = *out * 10 + (unsigned)(s[i] - '0');
	return true;
}

/* "NOHYPHEN -,'": marks divided by commas. */
static void read_never(struct reader *r, const char *s, size_t len)
{
	struct gp_hyphen *h = r->h;
	size_t i = strlen("NOHYPHEN"), from;

	while (i < len && s[i] == ' ')
		i++;
	for (from = i; i <= len; i++) {
		if (i < len && s[i] != ',')
			continue;
		if (i > from && h->n_never < sizeof h->never / sizeof *h->never)
			h->never[h->n_never++] = gp_arena_strn(r->arena, s + from, i - from);
		from = i + 1;
	}
}

/*
 * Begin a level of which `len` bytes are still to come.  Room is taken at once, as much as German
 * needs: growing would touch the memory twice.
 */
static void begin_level(struct reader *r, size_t len)
{
	struct level *l = &r->h->level[r->h->n_levels];

	/* a third level does not exist: its patterns join the second */
	if (r->h->n_levels == 2)
		return;
	r->h->n_levels++;
	l->cap = len / 12 + 1;
	l->cap_label = l->cap_pool = len / 3 + 1;
	l->node = GP_ARRAY(r->arena, l->cap, struct node);
	l->label = GP_ARRAY(r->arena, l->cap_label, uint8_t);
	l->pool = GP_ARRAY(r->arena, l->cap_pool, uint8_t);
	l->n = 1; /* number 0 means none */
	l->n_pool = 1;
}

/* A line that is a command, not a pattern. */
static bool read_command(struct reader *r, const char *s, size_t len)
{
	struct gp_hyphen *h = r->h;

	if (s[0] < 'A' || s[0] > 'Z')
		return false;
	if (read_number(s, len, "LEFTHYPHENMIN", &h->left) ||
		read_number(s, len, "RIGHTHYPHENMIN", &h->right) ||
		read_number(s, len, "COMPOUNDLEFTHYPHENMIN", &h->inner_left) ||
		read_number(s, len, "COMPOUNDRIGHTHYPHENMIN", &h->inner_right))
		return true;
	if (has_word(s, len, "NOHYPHEN"))
		read_never(r, s, len);
	else if (has_word(s, len, "NEXTLEVEL"))
		begin_level(r, (size_t)(r->end - s));
	else
		return false;
	return true;
}

static bool read_line(struct reader *r, const char *s, size_t len)
{
	while (len > 0 && (s[len - 1] == '\r' || s[len - 1] == ' ' || s[len - 1] == '\t'))
		len--;
	if (len == 0 || s[0] == '#' || s[0] == '%' || read_command(r, s, len))
		return true;
	if (len > MAX_LINE) {
		complain(r, "is too long for a pattern");
		return false;
	}
	if (memchr(s, '/', len)) /* letters replaced at the break */
		return true;
	return read_pattern(r, s, len);
}

static bool read_charset(struct reader *r, const char *s, size_t len)
{
	while (len > 0 && s[len - 1] <= ' ')
		len--;
	r->is_latin1 = has_word(s, len, "ISO8859-1") || has_word(s, len, "ISO-8859-1");
	if (r->is_latin1 || has_word(s, len, "UTF-8"))
		return true;
	gp_report(r->diag, GP_MSG_HYPHEN_CHARSET, GP_NOWHERE, r->name,
		gp_arena_strn(r->arena, s, len < 20 ? len : 20));
	return false;
}

static bool read_lines(struct reader *r, const char *text, size_t len)
{
	size_t from, to;

	for (from = 0; from < len; from = to + 1) {
		const char *end = memchr(text + from, '\n', len - from);
		bool ok;

		to = end ? (size_t)(end - text) : len;
		r->line++;
		ok = r->line == 1 ? read_charset(r, text, to)
				  : read_line(r, text + from, to - from);
		if (!ok)
			return false;
	}
	return true;
}

struct gp_hyphen *gp_hyphen_parse(
	const char *name, const char *text, size_t len, struct gp_arena *a, struct gp_diag *d)
{
	struct gp_hyphen *h = GP_NEW(a, struct gp_hyphen);
	struct reader *r = GP_NEW(a, struct reader);

	*r = (struct reader){.h = h, .arena = a, .diag = d, .name = name, .end = text + len};
	begin_level(r, len);
	if (!read_lines(r, text, len))
		return NULL;
	if (h->level[0].n_patterns + h->level[1].n_patterns == 0) {
		gp_report(d, GP_MSG_HYPHEN_EMPTY, GP_NOWHERE, name);
		return NULL;
	}
	return h;
}

struct gp_hyphen *gp_hyphen_load(const char *path, struct gp_arena *a, struct gp_diag *d)
{
	struct gp_bytes file;

	if (!gp_file_read(path, MAX_FILE, GP_NOWHERE, a, d, &file))
		return NULL;
	return gp_hyphen_parse(path, (const char *)file.data, file.len, a, d);
}

/* --- hyphenating a word ---------------------------------------------------------------------- */

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

struct part {
	const uint8_t *byte; /* ".part." */
	size_t n;
	uint8_t *vote; /* before each byte and after the last */
};

/* Number of equal bytes at the start. */
static size_t common(const uint8_t *x, size_t nx, const uint8_t *y, size_t ny)
{
	size_t i = 0;

	while (i < nx && i < ny && x[i] == y[i])
		i++;
	return i;
}

/* v: bytes skipped, how many digits, digits */
static void take_votes(const uint8_t *v, uint8_t *vote)
{
	size_t i;

	for (i = 0; i < v[1]; i++)
		if (vote[v[0] + i] < v[2 + i])
			vote[v[0] + i] = v[2 + i];
}

/*
 * Let the patterns vote that begin at byte i of ".part.".  Where a longer run of letters already
 * led as far (up to `reach`), its vote stands alone: see the top of the file.  Returns the new
 * reach.
 */
static size_t vote_from(const struct level *l, struct part p, size_t i, size_t reach)
{
	uint32_t node = l->root[p.byte[i]];
	size_t k = i;

	while (node) {
		const struct node *here = &l->node[node];
		size_t n = common(l->label + here->label, here->len, p.byte + k, p.n - k);

		k += n;
		if (n < here->len)
			break;
		if (k > reach && here->votes)
			take_votes(l->pool + here->votes, p.vote + i);
		node = k < p.n ? find(l, here->child, p.byte[k]) : 0;
	}
	return k > reach ? k : reach;
}

/*
 * Votes of one level for the part [from, to), with dots at its ends.  Returns whether a break
 * inside it is allowed; votes are written only then, or when `keep`.
 */
static bool vote_part(const struct level *l, struct letters *w, size_t from, size_t to, bool keep)
{
	uint8_t vote[MAX_LETTERS + 3] = {0};
	uint8_t before = w->byte[from], after = w->byte[1 + to];
	struct part p = {w->byte + from, to - from + 2, vote};
	size_t reach = 0, i;
	bool found = false;

	if (l->n == 0)
		return false;
	w->byte[from] = '.';
	w->byte[1 + to] = '.';
	for (i = 0; i < p.n; i++)
		reach = vote_from(l, p, i, reach);
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
		vote_part(&h->level[h->n_levels - 1], w, from, to, true);
		return;
	}
	if (!vote_part(&h->level[0], w, from, to, false)) {
		vote_part(&h->level[1], w, from, to, true);
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
