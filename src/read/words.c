/*
 * The words file: what the program itself prints, each word once.  The list of words and of the
 * fields each may use is model/words.def.
 */
#include "read/reader.h"
#include "read/schema.h"

#include <stddef.h>
#include <string.h>

struct word {
	const char *key, *fields;
	size_t offset; /* in struct gp_words */
};

static const struct word table[] = {
#define GP_WORD(name, fields) {#name, fields, offsetof(struct gp_words, name)},
#include "model/words.def"
#undef GP_WORD
};
enum { WORDS = sizeof table / sizeof table[0] };

/* Is the field [s, s+len) in the list "a b c"? */
static bool has_field(const char *fields, const char *s, size_t len)
{
	const char *p = fields;
	size_t n;

	while (*p) {
		n = strcspn(p, " ");
		if (n == len && memcmp(p, s, n) == 0)
			return true;
		p += n + (p[n] == ' ');
	}
	return false;
}

static void check_fields(struct gp_reader *r, const struct gp_json *v, const struct word *w)
{
	const char *open = v->string, *close;

	while ((open = strchr(open, '{')) != NULL) {
		close = strchr(open, '}');
		if (!close) {
			gp_report(r->d, GP_MSG_WORD_OPEN,
				gp_read_spot(r->d, v->place, (uint32_t)(open - v->string)));
			return;
		}
		if (!has_field(w->fields, open + 1, (size_t)(close - open) - 1))
			gp_report(r->d, GP_MSG_WORD_FIELD, v->place, w->key,
				(int)(close - open) - 1, open + 1,
				w->fields[0] ? "; known: " : "; it has none", w->fields);
		open = close + 1;
	}
}

static void take_word(struct gp_reader *r, const struct gp_json *v, const struct word *w)
{
	const char **to = (const char **)(void *)((char *)&r->g->words + w->offset);

	if (v->kind != GP_JSON_STRING) {
		gp_report(r->d, GP_MSG_WORD_STRING, v->place, w->key);
		return;
	}
	*to = v->string;
	check_fields(r, v, w);
}

static void unknown_word(struct gp_reader *r, const struct gp_json *v)
{
	const char *names[WORDS];
	int i;

	for (i = 0; i < WORDS; i++)
		names[i] = table[i].key;
	gp_report(r->d, GP_MSG_WORD_UNKNOWN, v->key_place, v->key,
		gp_hint(v->key, names, WORDS, r->a, r->d));
}

/* The short names of the days, Monday first, are one word each in a single string. */
static void check_days(struct gp_reader *r, const struct gp_json *v)
{
	const char *s;
	unsigned n = 0;

	if (!v || v->kind != GP_JSON_STRING)
		return;
	for (s = v->string + strspn(v->string, " "); *s; s += strspn(s, " "), n++)
		s += strcspn(s, " ");
	if (n != 7)
		gp_report(r->d, GP_MSG_WORD_DAYS, v->place, n);
}

static void take_words(struct gp_reader *r, const struct gp_json *root)
{
	size_t i, k;

	for (k = 0; k < WORDS; k++) {
		if (!gp_json_lookup(root, table[k].key))
			gp_report(r->d, GP_MSG_WORD_MISSING, root->place, table[k].key);
	}
	for (i = 0; i < root->n; i++) {
		for (k = 0; k < WORDS && strcmp(table[k].key, root->items[i].key) != 0; k++)
			;
		if (k < WORDS)
			take_word(r, &root->items[i], &table[k]);
		else
			unknown_word(r, &root->items[i]);
	}
	check_days(r, gp_json_lookup(root, "days"));
}

/* Words left empty by mistakes must not be NULL for what reads on. */
static void fill_gaps(struct gp_words *w)
{
	size_t k;

	for (k = 0; k < WORDS; k++) {
		const char **word = (const char **)(void *)((char *)w + table[k].offset);

		if (!*word)
			*word = "";
	}
}

/* --- words that stay with their number ------------------------------------------------- */

/* "page {n}" gives "page"; words where the number comes first give nothing. */
static void add_glue(struct gp_reader *r, const char **list, const char *word)
{
	size_t n = strcspn(word, " {");

	if (n > 0 && (word[n] == '\0' || (word[n] == ' ' && word[n + 1] == '{')))
		list[r->n_glue++] = gp_arena_strn(r->a, word, n);
}

static void collect_glue(struct gp_reader *r)
{
	const struct gp_words *w = &r->g->words;
	const char *const words[] = {w->page, w->figure, w->table, w->chapter, w->step, w->week};
	size_t i, n = sizeof words / sizeof words[0];
	const char **list = GP_ARRAY(r->a, n, const char *);

	r->glue = list;
	for (i = 0; i < n; i++)
		add_glue(r, list, words[i]);
}

void gp_read_words(struct gp_reader *r, const char *path)
{
	unsigned before = gp_diag_count(r->d, GP_ERROR) + gp_diag_count(r->d, GP_SYSTEM);
	const struct gp_json *root = path ? gp_json_read(path, r->a, r->d) : NULL;

	if (root && root->kind == GP_JSON_OBJECT)
		take_words(r, root);
	else if (root)
		gp_report(r->d, GP_MSG_SCHEMA_KIND, root->place, "an object in { }",
			gp_json_kind_name(root));
	r->has_words =
		root && before == gp_diag_count(r->d, GP_ERROR) + gp_diag_count(r->d, GP_SYSTEM);
	fill_gaps(&r->g->words);
	collect_glue(r);
}
