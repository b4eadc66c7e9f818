/*
 * Counting words, sentences and syllables.  The guide is walked once a part; a word is a run of
 * letters, digits, apostrophes and hyphens that holds a letter or digit.
 */
#include "proof/prose.h"

#include <ctype.h>
#include <string.h>

struct count {
	const struct gp_guide *guide;
	const char **terms; /* words of the glossary, in small letters */
	size_t n_terms, cap_terms;
	struct gp_arena *arena;
	struct gp_prose *to;
};

/* --- words ---------------------------------------------------------------------------------- */

static bool is_vowel(char c)
{
	return strchr("aeiouy", tolower((unsigned char)c)) != NULL;
}

static bool ends_in(const char *word, size_t len, const char *end)
{
	size_t n = strlen(end), i;

	for (i = 0; n <= len && i < n; i++) {
		if (tolower((unsigned char)word[len - n + i]) != end[i])
			return false;
	}
	return n <= len;
}

/* True when the last e of a word, or that of -es and -ed, is not spoken. */
static bool has_silent_e(const char *word, size_t len)
{
	char before;

	if (len < 3)
		return false;
	before = (char)tolower((unsigned char)word[len - 3]);
	if (ends_in(word, len, "ed"))
		return !strchr("td", before) && !is_vowel(before);
	if (ends_in(word, len, "es"))
		return !strchr("sxzcg", before) && !is_vowel(before) && !(before == 'h' && len > 4);
	if (!ends_in(word, len, "e") || is_vowel(word[len - 2]))
		return false;
	return !(word[len - 2] == 'l' && !is_vowel(word[len - 3]));
}

unsigned gp_syllables(const char *word, size_t len)
{
	unsigned n = 0;
	bool last = false, now;
	size_t i;

	for (i = 0; i < len; i++, last = now) {
		now = is_vowel(word[i]) && !(i == 0 && tolower((unsigned char)word[i]) == 'y');
		n += now && !last;
	}
	n -= n > 1 && has_silent_e(word, len);
	return n ? n : 1;
}

/* Letters beyond ASCII belong to words; general punctuation (dashes, quotes) does not. */
static bool is_word_byte(const char *s)
{
	unsigned char c = (unsigned char)*s;

	if (c == 0xe2 && (unsigned char)s[1] == 0x80)
		return (unsigned char)s[2] == 0x99; /* apostrophe */
	if (c == 0xc2)
		return false; /* no-break space, degree sign and their kind */
	if (c == 0xc3 && ((unsigned char)s[1] == 0x97 || (unsigned char)s[1] == 0xb7))
		return false; /* × and ÷ stand among letters */
	return isalnum(c) || c == '\'' || c == '-' || c >= 0x80;
}

static size_t byte_len(const char *s)
{
	return (unsigned char)*s == 0xe2 ? 3 : (unsigned char)*s >= 0xc0 ? 2 : 1;
}

static size_t word_len(const char *s)
{
	size_t n = 0;

	while (s[n] && is_word_byte(s + n))
		n += byte_len(s + n);
	return n;
}

static bool holds_letter(const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (isalnum((unsigned char)s[i]) || (unsigned char)s[i] >= 0xc3)
			return true;
	}
	return false;
}

/* --- the glossary --------------------------------------------------------------------------- */

static char *small_letters(struct gp_arena *a, const char *s, size_t n)
{
	char *word = gp_arena_strn(a, s, n), *p;

	for (p = word; *p; p++)
		*p = (char)tolower((unsigned char)*p);
	return word;
}

static void add_terms(struct count *c, const char *text)
{
	size_t n;

	while (*text) {
		n = word_len(text);
		if (n > 3)
			*GP_PUSH(c->arena, c->terms, c->n_terms, c->cap_terms) =
				small_letters(c->arena, text, n);
		text += n ? n : byte_len(text);
	}
}

/* A term as it is, or with an s. */
static bool is_term(const struct count *c, const char *s, size_t n)
{
	char *word = small_letters(c->arena, s, n);
	size_t i, len;

	for (i = 0; i < c->n_terms; i++) {
		len = strlen(c->terms[i]);
		if (strncmp(word, c->terms[i], len) == 0 &&
			(word[len] == '\0' || strcmp(word + len, "s") == 0))
			return true;
	}
	return false;
}

static void find_terms(struct count *c, const struct gp_sections *s)
{
	size_t i, k, t;

	for (i = 0; i < s->n; i++) {
		const struct gp_blocks *blocks = &s->s[i].blocks;

		for (k = 0; k < blocks->n; k++) {
			const struct gp_glossary *g = &blocks->b[k].as.glossary;

			if (blocks->b[k].kind != GP_BLOCK_GLOSSARY)
				continue;
			for (t = 0; t < g->n; t++)
				add_terms(c, gp_rich_plain(c->arena, &g->rows[t].term));
		}
	}
}

/* --- strings -------------------------------------------------------------------------------- */

/* True when a string ends as sentences do; a closing bracket or quotation mark may follow. */
static bool is_sentence(const char *s)
{
	size_t n = strlen(s);

	while (n > 0 && (strchr(" )]\"", s[n - 1]) || (unsigned char)s[n - 1] >= 0x80))
		n--;
	return n > 0 && strchr(".!?", s[n - 1]);
}

static void count_rich(struct count *c, const struct gp_rich *r, bool may_be_prose)
{
	const char *s = r->n ? gp_rich_plain(c->arena, r) : "";
	bool prose = may_be_prose && is_sentence(s);
	size_t n, since = 0; /* words since a sentence ended */

	for (; *s; s += n ? n : byte_len(s)) {
		n = word_len(s);
		if (n && holds_letter(s, n)) {
			c->to->words++;
			c->to->prose += prose;
			since++;
			if (prose && is_term(c, s, n))
				c->to->terms++;
			else if (prose)
				c->to->syllables += gp_syllables(s, n);
		} else if (!n && strchr(".!?", *s) && (s[1] == ' ' || !s[1])) {
			c->to->sentences += prose && since;
			since = 0;
		}
	}
	c->to->sentences += prose && since;
}

static void count_list(struct count *c, const struct gp_rich_list *l, bool prose)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		count_rich(c, &l->r[i], prose);
}

static void count_image(struct count *c, const struct gp_image *im)
{
	size_t i;

	for (i = 0; i < im->n_labels; i++)
		count_rich(c, &im->labels[i].text, false);
}

static void count_notes(struct count *c, const struct gp_note *notes, size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i++) {
		count_rich(c, &notes[i].title, false);
		count_rich(c, &notes[i].figure, false);
		count_rich(c, &notes[i].text, true);
		for (k = 0; k < notes[i].n_key; k++)
			count_rich(c, &notes[i].key[k].text, false);
	}
}

/* --- blocks --------------------------------------------------------------------------------- */

static void count_table(struct count *c, const struct gp_table *t)
{
	size_t i, k;

	count_rich(c, &t->caption, false);
	for (k = 0; k < t->n_columns; k++)
		count_rich(c, &t->columns[k].head, false);
	for (i = 0; i < t->n_rows; i++) {
		for (k = 0; k < t->n_columns; k++) {
			if (t->rows[i].cells[k].kind == GP_CELL_TEXT)
				count_rich(c, &t->rows[i].cells[k].text, false);
		}
	}
}

static void count_cells(struct count *c, const struct gp_trio *t)
{
	size_t i;

	for (i = 0; i < t->n; i++) {
		count_rich(c, &t->cells[i].figure, false);
		count_rich(c, &t->cells[i].title, false);
		count_rich(c, &t->cells[i].text, true);
		count_image(c, &t->cells[i].image);
	}
}

static void count_steps(struct count *c, bool only_short)
{
	size_t i;

	for (i = 0; i < c->guide->n_steps; i++) {
		const struct gp_step *s = &c->guide->steps[i];

		if (only_short && !s->in_short)
			continue;
		count_rich(c, &s->title, false);
		count_rich(c, &s->text, true);
	}
}

static void count_stretch(struct count *c, const struct gp_stretch *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		count_rich(c, &s->cards[i].title, false);
		count_rich(c, &s->cards[i].text, true);
		count_rich(c, &s->cards[i].dose, false);
	}
}

static void count_glossary(struct count *c, const struct gp_glossary *g)
{
	size_t i;

	for (i = 0; i < g->n; i++) {
		count_rich(c, &g->rows[i].term, false);
		count_rich(c, &g->rows[i].text, false);
	}
}

static void count_facts(struct count *c, const struct gp_fact_rows *f)
{
	size_t i;

	for (i = 0; i < f->n; i++) {
		count_rich(c, &f->rows[i].name, false);
		count_rich(c, &f->rows[i].value, false);
	}
}

static void count_matrix(struct count *c, const struct gp_matrix *m)
{
	size_t i;

	count_rich(c, &m->head, false);
	for (i = 0; i < m->n_rows; i++)
		count_rich(c, &m->rows[i].text, false);
}

static void count_blocks(struct count *c, const struct gp_blocks *blocks);

/* Blocks that hold other blocks. */
static void count_holder(struct count *c, const struct gp_block *b)
{
	const struct gp_callout *call = &b->as.callout;

	if (b->kind == GP_BLOCK_CALLOUT) {
		count_rich(c, &call->title, false);
		count_blocks(c, &call->blocks);
		count_rich(c, &call->urgent, true);
	} else if (b->kind == GP_BLOCK_FIGURE) {
		count_image(c, &b->as.figure.image);
		count_rich(c, &b->as.figure.caption, true);
		count_blocks(c, &b->as.figure.beside);
	} else {
		count_list(c, &b->as.routine.intro, true);
		count_steps(c, b->as.routine.only_short);
		count_blocks(c, &b->as.routine.feet);
	}
}

static void count_block(struct count *c, const struct gp_block *b)
{
	count_notes(c, b->notes, b->n_notes);
	switch (b->kind) {
	case GP_BLOCK_TEXT:
		count_list(c, &b->as.text, true);
		break;
	case GP_BLOCK_LIST:
		count_list(c, &b->as.list.items, true);
		break;
	case GP_BLOCK_CALLOUT:
	case GP_BLOCK_FIGURE:
	case GP_BLOCK_ROUTINE:
		count_holder(c, b);
		break;
	case GP_BLOCK_TABLE:
		count_table(c, &b->as.table);
		break;
	case GP_BLOCK_MATRIX:
		count_matrix(c, &b->as.matrix);
		break;
	case GP_BLOCK_FACTS:
		count_facts(c, &b->as.facts);
		break;
	case GP_BLOCK_TRIO:
	case GP_BLOCK_TRAFFIC:
		count_cells(c, &b->as.trio);
		break;
	case GP_BLOCK_STRETCH:
		count_stretch(c, &b->as.stretch);
		break;
	case GP_BLOCK_LOG:
		count_list(c, &b->as.log.intro, true);
		break;
	case GP_BLOCK_GLOSSARY:
		count_glossary(c, &b->as.glossary);
		break;
	case GP_BLOCK_SMALL:
	case GP_BLOCK_WARNING:
		count_rich(c, &b->as.small, true);
		break;
	case GP_BLOCK_RULER:
	case GP_BLOCK_PRESSURE:
	case GP_BLOCK_SOURCES:
		break;
	}
}

static void count_blocks(struct count *c, const struct gp_blocks *blocks)
{
	size_t i;

	for (i = 0; i < blocks->n; i++)
		count_block(c, &blocks->b[i]);
}

static void count_sections(struct count *c, const struct gp_sections *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct gp_section *x = &s->s[i];

		count_rich(c, &x->title, false);
		count_rich(c, &x->lead, true);
		if (x->plate.label) {
			count_rich(c, &x->plate.caption, true);
			count_image(c, &x->plate.figure);
		}
		count_notes(c, x->notes, x->n_notes);
		count_blocks(c, &x->blocks);
	}
}

/* --- parts ---------------------------------------------------------------------------------- */

static void finish(struct gp_prose *p, const struct gp_guide *guide)
{
	size_t others = p->prose - p->terms;

	p->has_grade = strncmp(guide->language, "en", 2) == 0 && others >= 100 && p->sentences;
	if (p->has_grade)
		p->grade = (int)((int64_t)(390 * p->prose / p->sentences) / 100 +
				   (int64_t)(11800 * p->syllables / others) / 100) -
			   156;
}

static void count_rest(struct count *c)
{
	const struct gp_guide *g = c->guide;

	count_rich(c, &g->cover.lead, true);
	count_sections(c, &g->front);
	count_sections(c, &g->back);
	count_rich(c, &g->back_cover.title, false);
	count_blocks(c, &g->back_cover.blocks);
}

static void add_up(struct gp_prose *sum, const struct gp_prose *p)
{
	sum->words += p->words;
	sum->prose += p->prose;
	sum->sentences += p->sentences;
	sum->terms += p->terms;
	sum->syllables += p->syllables;
}

struct gp_prose_part *gp_prose(const struct gp_guide *guide, struct gp_arena *a, size_t *n)
{
	struct gp_prose_part *parts = GP_ARRAY(a, guide->n_chapters + 2, struct gp_prose_part);
	struct gp_prose *all = &parts[guide->n_chapters + 1].prose;
	struct count c = {.guide = guide, .arena = a};
	size_t i;

	find_terms(&c, &guide->front);
	find_terms(&c, &guide->back);
	for (i = 0; i < guide->n_chapters; i++)
		find_terms(&c, &guide->chapters[i].sections);
	for (i = 0; i <= guide->n_chapters; i++) {
		c.to = &parts[i].prose;
		if (i == guide->n_chapters) {
			count_rest(&c);
		} else {
			parts[i].title = guide->chapters[i].title;
			count_rich(&c, &guide->chapters[i].title, false);
			count_rich(&c, &guide->chapters[i].lead, true);
			count_sections(&c, &guide->chapters[i].sections);
		}
		add_up(all, c.to);
		finish(c.to, guide);
	}
	finish(all, guide);
	*n = guide->n_chapters + 2;
	return parts;
}
