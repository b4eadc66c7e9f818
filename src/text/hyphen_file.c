/*
 * Reading hyphenation patterns in the .dic format of the hyphen library.
 *
 * One pass: each line is looked at to its end, so that a bad one is named now, but only the first
 * letters of a pattern are kept (patterns.c).  A file may have two levels, divided by NEXTLEVEL.
 * Patterns that replace letters ("f1f/ff=f,1,2") are skipped: they break words of old spellings
 * only.
 */
#include "text/hyphen_file.h"

#include "base/file.h"
#include "base/utf8.h"
#include "text/hyphen.h"

#include <string.h>

enum { MAX_FILE = 4 << 20 }; /* with it, what patterns.c counts fits its 24 bits */

/* What is known while a file is read. */
struct reader {
	struct gp_hyphen *h;
	struct gp_arena *arena;
	struct gp_diag *diag;
	const char *name, *text;
	bool is_latin1;
	unsigned line;
	size_t n_patterns;
};

static void complain(struct reader *r, const char *what)
{
	gp_report(r->diag, GP_MSG_HYPHEN_LINE, GP_NOWHERE, r->name, r->line, what);
}

/* A line that is no command. */
static bool read_pattern(struct reader *r, const char *s, size_t len)
{
	size_t i = 0;

	while (i < len && (uint8_t)s[i] > ' ' && s[i] != '/')
		i++;
	if (i < len && s[i] == '/') /* letters replaced at the break */
		return true;
	if (i < len || len > GP_PATTERN_MAX) {
		complain(r, "is no pattern: too long, or with a blank in it");
		return false;
	}
	r->n_patterns +=
		gp_patterns_add(r->h->level[r->h->n_levels - 1], (size_t)(s - r->text), len);
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

static void begin_level(struct reader *r)
{
	struct gp_hyphen *h = r->h;

	/* a third level does not exist: its patterns join the second */
	if (h->n_levels < 2)
		h->level[h->n_levels++] = gp_patterns_new(r->text, r->is_latin1, r->arena);
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
		begin_level(r);
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

/* All lines after the first. */
static bool read_lines(struct reader *r, size_t from, size_t len)
{
	const char *end;
	size_t to;

	for (; from < len; from = to + 1) {
		end = memchr(r->text + from, '\n', len - from);
		to = end ? (size_t)(end - r->text) : len;
		r->line++;
		if (!read_line(r, r->text + from, to - from))
			return false;
	}
	return true;
}

/* Checked once for the whole file: lines are looked at often, and cut anywhere. */
static bool check_encoding(struct reader *r, size_t len)
{
	size_t good = r->is_latin1 ? len : gp_utf8_check(r->text, len), i;

	if (good == len)
		return true;
	for (i = 0, r->line = 1; i < good; i++)
		r->line += r->text[i] == '\n';
	complain(r, "is not UTF-8, which the first line promises");
	return false;
}

struct gp_hyphen *gp_hyphen_parse(
	const char *name, const char *text, size_t len, struct gp_arena *a, struct gp_diag *d)
{
	struct gp_hyphen *h = GP_NEW(a, struct gp_hyphen);
	struct reader r = {.h = h, .arena = a, .diag = d, .name = name, .text = text, .line = 1};
	const char *end = len ? memchr(text, '\n', len) : NULL;
	size_t first = end ? (size_t)(end - text) : len;

	if (len > 0 && (!read_charset(&r, text, first) || !check_encoding(&r, len)))
		return NULL;
	begin_level(&r);
	if (!read_lines(&r, first + 1, len))
		return NULL;
	if (r.n_patterns == 0) {
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
