/*
 * Hyphenation patterns (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983).
 *
 * A pattern is letters with digits between them; patterns that occur in ".word." vote, the highest
 * digit at a place wins, odd ones allow a break.  The .dic format adds a rule to Liang's: of all
 * patterns and beginnings of patterns that end at the same letter only the longest counts.  Its
 * files are made for that (short patterns are repeated inside long ones where they should vote),
 * and German breaks wrongly without it ("ha-r-be").
 *
 * Patterns lie in a trie of bytes (UTF-8) whose edges hold as many letters as need no branch
 * (D. R. Morrison's Patricia, 1968).  German has 78,000, of which the words of a guide meet a few
 * thousand.  So adding one makes the path of its first HEAD letters only, and remembers at the end
 * of that path where in the text its line is; the rest is read when a word comes to that place.
 * Files are sorted, more or less: neighbours with the same head are remembered as one run.
 */
#include "text/patterns.h"

#include <string.h>

enum {
	HEAD = 5,                    /* letters; fewer: more to read later, more: longer adding */
	LETTERS = 2 * GP_PATTERN_MAX /* Latin 1 grows in UTF-8 */
};

struct node {
	uint32_t label;       /* place of the letters that lead here */
	uint32_t child, next; /* 0: none */
	uint32_t votes : 24;  /* place in the pool, 0: no pattern ends here */
	uint32_t len : 8;     /* of the label */
	uint32_t unread;      /* the last of a ring of runs, 0: none */
};

/* Lines one after the other that begin with the same letters. */
struct run {
	uint32_t from, to; /* in the text */
	uint32_t next;     /* of the ring; that of the last is the first */
};

/* A pattern taken apart: letters, and the digit before each and after the last. */
struct pattern {
	uint8_t letter[LETTERS], digit[LETTERS + 1];
	size_t n;
};

struct gp_patterns {
	struct gp_arena *arena;
	const char *text;
	bool is_latin1;
	struct node *node; /* number 0 means none, of nodes and runs */
	size_t n, cap;
	struct run *run;
	size_t n_run, cap_run;
	uint8_t *label;
	size_t n_label, cap_label;
	uint8_t *pool; /* per pattern: bytes skipped, how many digits, digits */
	size_t n_pool, cap_pool;
	uint32_t root[256];     /* by first letter */
	uint8_t head[HEAD + 1]; /* of the pattern added last, for its neighbour */
	size_t n_head;
};

struct gp_patterns *gp_patterns_new(const char *text, bool is_latin1, struct gp_arena *a)
{
	struct gp_patterns *p = GP_NEW(a, struct gp_patterns);

	p->arena = a;
	p->text = text;
	p->is_latin1 = is_latin1;
	*GP_PUSH(a, p->node, p->n, p->cap) = (struct node){0};
	*GP_PUSH(a, p->run, p->n_run, p->cap_run) = (struct run){0, 0, 0};
	*GP_PUSH(a, p->pool, p->n_pool, p->cap_pool) = 0;
	return p;
}

/* --- the trie -------------------------------------------------------------------------------- */

/* Of a list of siblings the one whose label begins with a byte; 0: none. */
static uint32_t find(const struct gp_patterns *p, uint32_t list, uint8_t byte)
{
	while (list && p->label[p->node[list].label] != byte)
		list = p->node[list].next;
	return list;
}

static uint32_t add_leaf(struct gp_patterns *p, const uint8_t *letter, size_t len, uint32_t next)
{
	if (p->n_label + len > p->cap_label)
		p->label = gp_arena_grow(p->arena, p->label, &p->cap_label, p->n_label + len, 1);
	memcpy(p->label + p->n_label, letter, len);
	*GP_PUSH(p->arena, p->node, p->n, p->cap) =
		(struct node){(uint32_t)p->n_label, 0, next, 0, (uint8_t)len, 0};
	p->n_label += len;
	return (uint32_t)p->n - 1;
}

/* Cut a node's label after k bytes: the rest becomes its only child. */
static void split(struct gp_patterns *p, uint32_t i, unsigned k)
{
	struct node rest = p->node[i];

	rest.label += k;
	rest.len = (uint8_t)(rest.len - k);
	rest.next = 0;
	*GP_PUSH(p->arena, p->node, p->n, p->cap) = rest;
	p->node[i].child = (uint32_t)p->n - 1;
	p->node[i].len = (uint8_t)k;
	p->node[i].votes = 0;
	p->node[i].unread = 0;
}

/* The node where letters end, made when needed. */
static uint32_t insert(struct gp_patterns *p, const struct pattern *letters)
{
	const uint8_t *letter = letters->letter;
	uint32_t parent = 0, list, i;
	size_t at = 0;
	unsigned k;

	for (;;) {
		list = parent ? p->node[parent].child : p->root[letter[0]];
		i = find(p, list, letter[at]);
		if (!i)
			break;
		for (k = 0; k < p->node[i].len && at < letters->n; k++, at++)
			if (p->label[p->node[i].label + k] != letter[at])
				break;
		if (k < p->node[i].len)
			split(p, i, k);
		if (at == letters->n)
			return i;
		parent = i;
	}
	i = add_leaf(p, letter + at, letters->n - at, list);
	if (parent)
		p->node[parent].child = i;
	else
		p->root[letter[0]] = i;
	return i;
}

/* --- adding ---------------------------------------------------------------------------------- */

/* Take a line apart, up to so many letters.  Bytes of UTF-8 go as they are. */
static void take_apart(
	const struct gp_patterns *p, size_t from, size_t to, size_t most, struct pattern *out)
{
	size_t n = 0;

	out->digit[0] = 0;
	for (; from < to && n < most; from++) {
		uint8_t c = (uint8_t)p->text[from];

		if (c >= '0' && c <= '9') {
			out->digit[n] = (uint8_t)(c - '0');
			continue;
		}
		if (c >= 0x80 && p->is_latin1) {
			out->letter[n++] = (uint8_t)(0xc0 | c >> 6);
			out->digit[n] = 0;
			c = 0x80 | (c & 0x3f);
		}
		out->letter[n++] = c;
		out->digit[n] = 0;
	}
	out->n = n;
}

/* Put a run at the end of a node's ring. */
static void add_run(struct gp_patterns *p, uint32_t node, size_t from, size_t to)
{
	uint32_t i = (uint32_t)p->n_run, last = p->node[node].unread;

	*GP_PUSH(p->arena, p->run, p->n_run, p->cap_run) =
		(struct run){(uint32_t)from, (uint32_t)to, last ? p->run[last].next : i};
	if (last)
		p->run[last].next = i;
	p->node[node].unread = i;
}

bool gp_patterns_add(struct gp_patterns *p, size_t from, size_t len)
{
	struct run *last = &p->run[p->n_run - 1];
	struct pattern head;

	take_apart(p, from, from + len, HEAD, &head);
	if (head.n == 0)
		return false;
	/* two bytes are the end of a line, so there is nothing between the two */
	if (head.n == p->n_head && memcmp(head.letter, p->head, head.n) == 0 &&
		from - last->to <= 2) {
		last->to = (uint32_t)(from + len);
		return true;
	}
	add_run(p, insert(p, &head), from, from + len);
	memcpy(p->head, head.letter, head.n);
	p->n_head = head.n;
	return true;
}

/* --- reading what was added ------------------------------------------------------------------ */

/* Put the digits into the pool without the zeros at both ends; returns their place. */
static uint32_t add_votes(struct gp_patterns *p, const struct pattern *of)
{
	size_t from = 0, to = of->n + 1, at = p->n_pool;

	while (from < to && of->digit[from] == 0)
		from++;
	while (to > from && of->digit[to - 1] == 0)
		to--;
	p->n_pool = at + 2 + to - from;
	if (p->n_pool > p->cap_pool)
		p->pool = gp_arena_grow(p->arena, p->pool, &p->cap_pool, p->n_pool, 1);
	p->pool[at] = (uint8_t)from;
	p->pool[at + 1] = (uint8_t)(to - from);
	memcpy(p->pool + at + 2, of->digit + from, to - from);
	return (uint32_t)at;
}

static void read_run(struct gp_patterns *p, struct run run)
{
	size_t from = run.from, to;
	struct pattern pattern;
	uint32_t i;

	for (; from < run.to; from = to) {
		for (; (uint8_t)p->text[from] <= ' '; from++)
			;
		for (to = from; to < run.to && (uint8_t)p->text[to] > ' '; to++)
			;
		take_apart(p, from, to, LETTERS, &pattern);
		i = insert(p, &pattern);
		p->node[i].votes = add_votes(p, &pattern) & 0xffffff;
	}
}

/* Read what begins with the letters of a node.  Nodes move, and this one gets children. */
static void read_unread(struct gp_patterns *p, uint32_t node)
{
	uint32_t last = p->node[node].unread, i = last;

	p->node[node].unread = 0;
	do {
		i = p->run[i].next;
		read_run(p, p->run[i]);
	} while (i != last);
}

/* --- voting ---------------------------------------------------------------------------------- */

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

/* What stands in the way of a search: the word from its i-th byte on. */
struct walk {
	const uint8_t *byte;
	size_t n;
	uint8_t *vote;
};

/*
 * Let the patterns vote that begin at byte i.  Where a longer run of letters already led as far (up
 * to `reach`), its vote stands alone: see the top of the file.  Returns the new reach.
 */
static size_t vote_from(struct gp_patterns *p, struct walk w, size_t i, size_t reach)
{
	uint32_t node = p->root[w.byte[i]];
	size_t k = i;

	while (node) {
		const struct node *here = &p->node[node];
		size_t n = common(p->label + here->label, here->len, w.byte + k, w.n - k);

		k += n;
		if (n < here->len)
			break;
		if (here->unread) {
			read_unread(p, node);
			here = &p->node[node];
		}
		if (k > reach && here->votes)
			take_votes(p->pool + here->votes, w.vote + i);
		node = k < w.n ? find(p, here->child, w.byte[k]) : 0;
	}
	return k > reach ? k : reach;
}

void gp_patterns_vote(struct gp_patterns *p, const uint8_t *byte, size_t n, uint8_t *vote)
{
	size_t reach = 0, i;

	for (i = 0; i < n; i++)
		reach = vote_from(p, (struct walk){byte, n, vote}, i, reach);
}
