/*
 * The reading half of typelines.c: words and paragraphs of a PDF as poppler tells them, and which
 * words belong to which paragraph.
 */
#ifndef TESTS_TYPELINES_H
#define TESTS_TYPELINES_H

#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Gentium's ascent and descent: a box reaches 2250 units up and 750 down, of 2048 to the em. */
#define BOX_EM (3000.0 / 2048.0)
#define BOX_UP 0.75
#define HYPHEN_EM 0.32

struct word {
	int page;
	double x0, y0, x1, y1;
	char *text;
	size_t at; /* of its letters in the stream */
};

struct para {
	char role[16];
	char *letters;       /* as in the stream */
	bool in_table, free; /* free: cards and terms, which may leave the grid */
	bool found;
	size_t *word, n_words;
};

struct line {
	int page;
	size_t from, to; /* words of the paragraph */
	double x0, x1, base;
	bool body;
};

static struct {
	struct word *w;
	size_t n_w, cap_w;
	struct para *p;
	size_t n_p, cap_p;
	char *stream; /* letters and digits of all words */
	size_t len, cap;
	double first, step, size;
	size_t faults;
} all = {.first = 68.394, .step = 15, .size = 11.5};

static void *grown(void *old, size_t n, size_t *cap, size_t size)
{
	if (n < *cap)
		return old;
	*cap = *cap * 2 + 64;
	old = realloc(old, *cap * size);
	if (!old)
		exit(3);
	return old;
}

/* --- reading -------------------------------------------------------------------------------- */

/* Take out of s, in place, all but letters and digits; soft hyphens and dashes are none. */
static void keep_letters(char *s)
{
	char *to = s;

	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;

		if (c == 0xc2 && s[1]) {
			s++;
		} else if (c == 0xe2 && s[1] && s[2]) {
			s += 2;
		} else if (isalnum(c) || c >= 0x80) {
			*to++ = (char)c;
		}
	}
	*to = '\0';
}

static char *copy(const char *s, size_t n)
{
	char *c = malloc(n + 1);

	if (!c)
		exit(3);
	memcpy(c, s, n);
	c[n] = '\0';
	return c;
}

static void add_word(struct word w)
{
	char *letters = copy(w.text, strlen(w.text)), *p;

	keep_letters(letters);
	w.at = all.len;
	for (p = letters; *p; p++) {
		all.stream = grown(all.stream, all.len + 1, &all.cap, 1);
		all.stream[all.len++] = *p;
	}
	free(letters);
	all.w = grown(all.w, all.n_w, &all.cap_w, sizeof *all.w);
	all.w[all.n_w++] = w;
}

static void unescape(char *s)
{
	static const char *const names[][2] = {
		{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
	char *at;
	size_t i, n;

	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		n = strlen(names[i][0]);
		while ((at = strstr(s, names[i][0]))) {
			*at = names[i][1][0];
			memmove(at + 1, at + n, strlen(at + n) + 1);
		}
	}
}

static void read_words(const char *path)
{
	FILE *in = fopen(path, "r");
	char *row = NULL, *text, *end;
	size_t cap = 0;
	struct word w = {0};

	if (!in)
		exit(2);
	while (getline(&row, &cap, in) > 0) {
		w.page += strstr(row, "<page ") != NULL;
		text = strstr(row, "<word ");
		if (!text ||
			sscanf(text, "<word xMin=\"%lf\" yMin=\"%lf\" xMax=\"%lf\" yMax=\"%lf\">",
				&w.x0, &w.y0, &w.x1, &w.y1) != 4)
			continue;
		text = strchr(text, '>') + 1;
		end = strstr(text, "</word>");
		w.text = copy(text, end ? (size_t)(end - text) : strlen(text));
		unescape(w.text);
		add_word(w);
	}
	all.stream = grown(all.stream, all.len + 1, &all.cap, 1);
	all.stream[all.len] = '\0';
	free(row);
	fclose(in);
}

static bool is_block_role(const char *role)
{
	static const char *const roles[] = {"P", "H1", "H2", "H3", "LBody", "Lbl", "Caption", "TD",
		"TH", "Figure", "Note", "TOCI"};
	size_t i;

	for (i = 0; i < sizeof roles / sizeof roles[0]; i++) {
		if (strcmp(role, roles[i]) == 0)
			return true;
	}
	return false;
}

/* A definition: what follows a label that is a word and no number or sign. */
static bool is_definition(const char *role)
{
	return all.n_p > 0 && strcmp(role, "LBody") == 0 &&
	       strcmp(all.p[all.n_p - 1].role, "Lbl") == 0 &&
	       strlen(all.p[all.n_p - 1].letters) > 3;
}

static struct para *new_para(const char *role, bool in_table)
{
	bool defines = is_definition(role);

	struct para *p;

	all.p = grown(all.p, all.n_p, &all.cap_p, sizeof *all.p);
	p = &all.p[all.n_p++];
	*p = (struct para){.letters = copy("", 0), .in_table = in_table, .free = defines};
	snprintf(p->role, sizeof p->role, "%s", role);
	return p;
}

static void add_text(struct para *p, char *text)
{
	size_t n = strlen(p->letters), m;

	keep_letters(text);
	m = strlen(text);
	p->letters = realloc(p->letters, n + m + 1);
	if (!p->letters)
		exit(3);
	memcpy(p->letters + n, text, m + 1);
}

/* Where in the tree the reading is. */
struct place {
	size_t table, div; /* indents of the table and the Div around; SIZE_MAX: none */
	bool card;         /* the Div does not begin with a sign, as boxes do */
	struct para *now;
};

static void open_element(struct place *at, const char *row, size_t indent, const char *role)
{
	if (indent <= at->table)
		at->table = strcmp(role, "Table") == 0 ? indent : SIZE_MAX;
	if (indent <= at->div) {
		at->div = strcmp(role, "Div") == 0 ? indent : SIZE_MAX;
		at->card = at->div != SIZE_MAX;
	}
	if (is_block_role(role)) {
		at->now = new_para(role, at->table != SIZE_MAX);
		at->now->free = at->now->free || at->card;
	} else if (!strstr(row, "(inline)")) {
		at->now = NULL;
	}
}

/* Text belongs to the nearest block element that is less indented. */
static void read_structure(const char *path)
{
	FILE *in = fopen(path, "r");
	char *row = NULL, role[16];
	size_t cap = 0, indent;
	double x0, x1;
	struct place at = {SIZE_MAX, SIZE_MAX, false, NULL};

	if (!in)
		exit(2);
	while (getline(&row, &cap, in) > 0) {
		indent = strspn(row, " ");
		if (sscanf(row + indent, "/BBox [%lf %*f %lf", &x0, &x1) == 2)
			at.card = at.div != SIZE_MAX && x1 - x0 > 60;
		else if (row[indent] == '"' && at.now)
			add_text(at.now, row + indent);
		else if (sscanf(row + indent, "%15[A-Za-z0-9]", role) == 1)
			open_element(&at, row, indent, role);
	}
	free(row);
	fclose(in);
}

/* --- finding paragraphs --------------------------------------------------------------------- */

static size_t common(const char *a, const char *b)
{
	size_t n = 0;

	while (a[n] && a[n] == b[n])
		n++;
	return n;
}

/* The stretch of the stream from one page before the word at `from` to three after it: words are
 * looked for there, so that the same words elsewhere are not mistaken for them. */
static void window(size_t from, size_t *low, size_t *high)
{
	size_t i;
	int page = 1;

	for (i = 0; i < all.n_w && all.w[i].at < from; i++)
		page = all.w[i].page;
	*low = from;
	*high = all.len;
	for (i = all.n_w; i-- > 0;) {
		if (all.w[i].page > page + 3)
			*high = all.w[i].at;
		if (all.w[i].page >= page - 1)
			*low = all.w[i].at < *low ? all.w[i].at : *low;
	}
}

/* Where the longest start of `letters` stands, looked for from `from` on and then a page before it;
 * 0 long when less than 12 letters (or all of them) are found. */
static size_t longest(const char *letters, size_t from, size_t *at)
{
	char head[13];
	const char *hit;
	size_t best = 0, n, pass, want = strlen(letters), low, high;

	window(from, &low, &high);
	snprintf(head, sizeof head, "%s", letters);
	for (pass = 0; pass < 2 && best < want; pass++) {
		hit = all.stream + (pass ? low : from);
		while (best < want && (hit = strstr(hit, head)) && hit < all.stream + high) {
			n = common(hit, letters);
			if (n > best) {
				best = n;
				*at = (size_t)(hit - all.stream);
			}
			hit++;
		}
	}
	return best;
}

static void take_words(struct para *p, size_t at, size_t len)
{
	size_t i, low = 0, high = all.n_w;

	while (low < high) {
		i = (low + high) / 2;
		if (all.w[i].at < at)
			low = i + 1;
		else
			high = i;
	}
	for (i = low; i < all.n_w && all.w[i].at < at + len; i++) {
		p->word = realloc(p->word, (p->n_words + 1) * sizeof *p->word);
		if (!p->word)
			exit(3);
		p->word[p->n_words++] = i;
	}
}

static void find_paras(void)
{
	size_t i, from = 0, at = 0, n;

	for (i = 0; i < all.n_p; i++) {
		struct para *p = &all.p[i];
		const char *rest = p->letters;

		while (*rest) {
			n = longest(rest, from, &at);
			if (n == 0)
				break;
			take_words(p, at, n);
			from = at + n;
			rest += n;
		}
		p->found = !*rest && p->n_words > 0;
	}
}

#endif
