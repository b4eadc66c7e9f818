/*
 * A hash table with chains, doubled when it has as many entries as chains, so that the cost of a
 * look-up does not grow with the guide.  The hash is taken over the words
 * and what most tells paragraphs apart; all that decides how lines come out is then compared.
 * Paragraphs whose measure changes from line to line are not kept.
 */
#include "layout/memo.h"

#include "base/hash.h"

#include <string.h>

enum { FIRST_CHAINS = 256 };

struct entry {
	struct entry *next;
	uint64_t hash;
	const struct gp_run *runs;
	size_t n;
	struct gp_para_style style;
	struct gp_para para;
};

struct gp_memo {
	struct gp_arena *arena;
	struct entry **chain;
	size_t n_chains, n;
};

struct gp_memo *gp_memo_new(struct gp_arena *a)
{
	struct gp_memo *m = GP_NEW(a, struct gp_memo);

	*m = (struct gp_memo){.arena = a, .n_chains = FIRST_CHAINS};
	m->chain = GP_ARRAY(a, m->n_chains, struct entry *);
	return m;
}

/* --- what makes two paragraphs the same ------------------------------------------------------ */

static uint64_t hash_of(const struct gp_run *runs, size_t n, const struct gp_para_style *style)
{
	uint64_t h = gp_hash_bytes(GP_HASH_START, &style->measure, sizeof(gp_len));
	size_t i;

	for (i = 0; i < n; i++) {
		h = gp_hash_bytes(h, &runs[i].style.size, sizeof(gp_len));
		h = gp_hash_bytes(h, runs[i].text, runs[i].len);
		/* the rows of a table may all say the same */
		h = gp_hash_bytes(h, &runs[i].place.offset, sizeof runs[i].place.offset);
	}
	return h;
}

static bool same_word(const char *a, const char *b)
{
	return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_shape(const struct gp_shape_style *a, const struct gp_shape_style *b)
{
	return a->font == b->font && a->size == b->size && a->track == b->track &&
	       a->tabular == b->tabular && a->capitals == b->capitals &&
	       same_word(a->lang, b->lang);
}

static bool same_run(const struct gp_run *a, const struct gp_run *b)
{
	return a->len == b->len && a->rise == b->rise && a->at == b->at &&
	       a->place.file == b->place.file && a->place.offset == b->place.offset &&
	       same_shape(&a->style, &b->style) && memcmp(a->text, b->text, a->len) == 0;
}

static bool same_style(const struct gp_para_style *a, const struct gp_para_style *b)
{
	return a->measure == b->measure && a->first_indent == b->first_indent &&
	       a->setting == b->setting && a->balanced == b->balanced && a->hyphen == b->hyphen &&
	       a->hyphen_left == b->hyphen_left && a->hyphen_right == b->hyphen_right &&
	       same_word(a->hyphen_lang, b->hyphen_lang) &&
	       a->hang_punctuation == b->hang_punctuation && a->optical_edge == b->optical_edge &&
	       a->min_runt == b->min_runt && a->trial == b->trial;
}

static bool is_same(const struct entry *e, const struct gp_run *runs, size_t n,
	const struct gp_para_style *style)
{
	size_t i;

	if (e->n != n || !same_style(&e->style, style))
		return false;
	for (i = 0; i < n; i++) {
		if (!same_run(&e->runs[i], &runs[i]))
			return false;
	}
	return true;
}

/* --- the table ---------------------------------------------------------------------------------
 */

static void grow(struct gp_memo *m)
{
	size_t n = 2 * m->n_chains, i;
	struct entry **chain = GP_ARRAY(m->arena, n, struct entry *), *e, *next;

	for (i = 0; i < m->n_chains; i++) {
		for (e = m->chain[i]; e; e = next) {
			next = e->next;
			e->next = chain[e->hash % n];
			chain[e->hash % n] = e;
		}
	}
	m->chain = chain;
	m->n_chains = n;
}

/* Lines and pieces over again, with the caller's runs in the place of those they were set from. */
static struct gp_para retold(struct gp_arena *a, const struct entry *e, const struct gp_run *runs)
{
	struct gp_line *lines = GP_ARRAY(a, e->para.n, struct gp_line);
	struct gp_para para = e->para;
	size_t i, k;

	for (i = 0; i < para.n; i++) {
		const struct gp_line *line = &e->para.lines[i];
		struct gp_piece *pieces = GP_ARRAY(a, line->n, struct gp_piece);

		for (k = 0; k < line->n; k++) {
			pieces[k] = line->pieces[k];
			pieces[k].run = runs + (line->pieces[k].run - e->runs);
		}
		lines[i] = *line;
		lines[i].pieces = pieces;
	}
	para.lines = lines;
	return para;
}

struct gp_para gp_memo_set(struct gp_memo *m, struct gp_fonts *f, const struct gp_run *runs,
	size_t n, const struct gp_para_style *style)
{
	uint64_t hash;
	struct entry *e;

	if (style->line_measure)
		return gp_para_set(f, runs, n, style, m->arena);
	hash = hash_of(runs, n, style);
	for (e = m->chain[hash % m->n_chains]; e; e = e->next) {
		if (e->hash == hash && is_same(e, runs, n, style))
			return retold(m->arena, e, runs);
	}
	if (m->n == m->n_chains)
		grow(m);
	e = GP_NEW(m->arena, struct entry);
	*e = (struct entry){.next = m->chain[hash % m->n_chains],
		.hash = hash,
		.runs = runs,
		.n = n,
		.style = *style,
		.para = gp_para_set(f, runs, n, style, m->arena)};
	m->chain[hash % m->n_chains] = e;
	m->n++;
	return e->para;
}
