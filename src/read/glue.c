/*
 * The last look at a string: spaces that must not break become no-break spaces, typing slips are
 * pointed out, spans are copied into the arena.
 *
 * Glued are a number and its unit ("30 s", "10 %", "3 ×"), a word such as "page" or "Figure" and
 * its number, a sign and its number ("≥ 5"), and two numbers around a short word ("4 to 6",
 * "2 of 5").  That needs no list of words but the few of the words file, so it holds for every
 * language.  Nothing else is replaced: what an author types is what is printed.
 */
#include "read/inline.h"

#include <string.h>

enum { SLIPS_PER_STRING = 20, SHORT_WORD = 3, LONG_WORD = 32 };

/* One byte of `of` for each byte of `s`. */
enum { GLUED = 1, TYPED = 2 };

struct flat {
	char *s;
	unsigned char *of;
	size_t len;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Letters of any script, near enough: U+00C0 and above without the general punctuation. */
static bool is_letter(char c)
{
	unsigned char b = (unsigned char)c;

	return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= 0xc3 && b != 0xe2) ||
	       (b >= 0x80 && b < 0xc0);
}

static bool starts(const struct flat *f, size_t i, const char *with)
{
	size_t n = strlen(with);

	return f->len - i >= n && memcmp(f->s + i, with, n) == 0;
}

static bool ends(const struct flat *f, size_t i, const char *with)
{
	size_t n = strlen(with);

	return i >= n && memcmp(f->s + i - n, with, n) == 0;
}

/* --- no-break spaces ------------------------------------------------------------------- */

static bool number_ends(const struct flat *f, size_t i)
{
	return i > 0 &&
	       (is_digit(f->s[i - 1]) || ends(f, i, "½") || ends(f, i, "¼") || ends(f, i, "¾"));
}

static bool unit_starts(const struct flat *f, size_t i)
{
	static const char *const signs[] = {"%", "°", "×", "‰", "€"};
	static const char *const units[] = {"s", "min", "h", "ms", "mm", "cm", "m", "km", "mg", "g",
		"kg", "ml", "l", "kPa", "mmHg", "Hz", "N", "W", "kcal"};
	size_t k, end;

	for (k = 0; k < sizeof signs / sizeof signs[0]; k++) {
		if (starts(f, i, signs[k]))
			return true;
	}
	for (k = 0; k < sizeof units / sizeof units[0]; k++) {
		end = i + strlen(units[k]);
		if (starts(f, i, units[k]) &&
			(end == f->len || (!is_letter(f->s[end]) && !is_digit(f->s[end]))))
			return true;
	}
	return false;
}

static bool sign_ends(const struct flat *f, size_t i)
{
	static const char *const signs[] = {"×", "≥", "≤", "<", ">", "±", "≈", "~"};
	size_t k;

	for (k = 0; k < sizeof signs / sizeof signs[0]; k++) {
		if (ends(f, i, signs[k]))
			return true;
	}
	return false;
}

static int lower(char c)
{
	return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c;
}

static bool same_word(const char *a, const char *b, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (lower(a[i]) != lower(b[i]))
			return false;
	}
	return true;
}

/* Does a word such as "page" or "Figure" end at i? */
static bool glue_word_ends(const struct gp_reader *r, const struct flat *f, size_t i)
{
	size_t k, n = 0;

	while (n < i && n < LONG_WORD && is_letter(f->s[i - n - 1]))
		n++;
	for (k = 0; k < r->n_glue; k++) {
		if (strlen(r->glue[k]) == n && same_word(r->glue[k], f->s + i - n, n))
			return true;
	}
	return false;
}

/* The space behind a short word at i that is followed by a number; 0 for none. */
static size_t short_word(const struct flat *f, size_t i)
{
	size_t from = i, letters = 0;

	for (; i < f->len && is_letter(f->s[i]) && letters <= SHORT_WORD; i++)
		letters += ((unsigned char)f->s[i] & 0xc0) != 0x80;
	if (i == from || letters < 2 || letters > SHORT_WORD || i + 1 >= f->len)
		return 0;
	return f->s[i] == ' ' && is_digit(f->s[i + 1]) ? i : 0;
}

static void find_glue(const struct gp_reader *r, struct flat *f)
{
	size_t i, next;

	for (i = 1; i + 1 < f->len; i++) {
		if (f->s[i] != ' ')
			continue;
		if (is_digit(f->s[i + 1]) && (glue_word_ends(r, f, i) || sign_ends(f, i)))
			f->of[i] |= GLUED;
		if (!number_ends(f, i))
			continue;
		if (unit_starts(f, i + 1))
			f->of[i] |= GLUED;
		next = short_word(f, i + 1);
		if (next) {
			f->of[i] |= GLUED;
			f->of[next] |= GLUED;
		}
	}
}

/* --- typing slips ---------------------------------------------------------------------- */

/* Digits at i, at most three, with nothing of a longer number, code or address around them. */
static bool short_number(const struct flat *f, size_t from, size_t to)
{
	return to > from && to - from <= 3 &&
	       (from == 0 || !strchr("0123456789-/.:", f->s[from - 1])) &&
	       (from == 0 || !is_letter(f->s[from - 1]));
}

static bool is_hyphen_range(const struct flat *f, size_t i)
{
	size_t from = i, to = i + 1;

	if (f->s[i] != '-')
		return false;
	while (from > 0 && is_digit(f->s[from - 1]) && i - from < 4)
		from--;
	while (to < f->len && is_digit(f->s[to]) && to - i < 5)
		to++;
	return short_number(f, from, i) && to > i + 1 && to - i <= 4 &&
	       (to == f->len || (f->s[to] != '-' && f->s[to] != '/' && !is_letter(f->s[to])));
}

static bool is_x_times(const struct flat *f, size_t i)
{
	size_t before = i, after = i + 1;

	if (f->s[i] != 'x')
		return false;
	before -= before > 0 && f->s[before - 1] == ' ';
	after += after < f->len && f->s[after] == ' ';
	return before > 0 && is_digit(f->s[before - 1]) && after < f->len && is_digit(f->s[after]);
}

static bool is_before_mark(const struct flat *f, size_t i)
{
	return f->s[i] == ' ' && i + 1 < f->len && strchr(",.;:!?", f->s[i + 1]) &&
	       (i + 2 == f->len || f->s[i + 2] == ' ');
}

static enum gp_msg slip_at(const struct gp_reader *r, const struct flat *f, size_t i)
{
	if (f->s[i] == '"' || f->s[i] == '\'')
		return GP_MSG_SLIP_QUOTE;
	if (is_hyphen_range(f, i))
		return GP_MSG_SLIP_HYPHEN;
	if (is_x_times(f, i))
		return GP_MSG_SLIP_X;
	if (starts(f, i, "  ") && (i == 0 || f->s[i - 1] != ' '))
		return GP_MSG_SLIP_SPACES;
	if (starts(f, i, "...") && (i == 0 || f->s[i - 1] != '.'))
		return GP_MSG_SLIP_DOTS;
	/* French sets a space before the higher marks */
	if (is_before_mark(f, i) && strncmp(r->g->language, "fr", 2) != 0)
		return GP_MSG_SLIP_BEFORE;
	return GP_N_MSG;
}

static void find_slips(struct gp_inline *il, const struct flat *f)
{
	size_t i, k = 0, start = 0, found = 0;
	enum gp_msg msg;

	for (i = 0; i < f->len && found < SLIPS_PER_STRING; i++) {
		if (!(f->of[i] & TYPED))
			continue;
		msg = slip_at(il->r, f, i);
		if (msg == GP_N_MSG)
			continue;
		for (; i >= start + il->spans[k].len; k++)
			start += il->spans[k].len;
		gp_report(il->r->d, msg, gp_inline_at(il, il->spans[k].at + (i - start)));
		found++;
	}
}

/* --- spans ----------------------------------------------------------------------------- */

/* Join what belongs together; a page number counts as one figure in the flat text. */
static size_t settle(struct gp_inline *il)
{
	size_t i, n = 0, len = 0;

	for (i = 0; i < il->n; i++) {
		struct gp_span s = il->spans[i];
		struct gp_span *last = n ? &il->spans[n - 1] : NULL;

		if (s.kind == GP_SPAN_TEXT && s.len == 0)
			continue;
		if (s.kind != GP_SPAN_TEXT)
			s.len = 1;
		len += s.len;
		if (last && last->kind == GP_SPAN_TEXT && s.kind == GP_SPAN_TEXT &&
			last->text + last->len == s.text && last->flags == s.flags &&
			last->link == s.link && last->lang == s.lang)
			last->len += s.len;
		else
			il->spans[n++] = s;
	}
	il->n = n;
	return len;
}

static struct flat flatten(struct gp_inline *il)
{
	struct gp_reader *r = il->r;
	struct flat f = {.len = settle(il)};
	size_t i, at = 0;

	r->flat = gp_arena_grow(r->a, r->flat, &r->flat_cap, 2 * f.len + 1, 1);
	f.s = r->flat;
	f.of = (unsigned char *)r->flat + f.len;
	memset(f.of, 0, f.len);
	for (i = 0; i < il->n; i++) {
		const struct gp_span *s = &il->spans[i];
		bool typed = s->kind == GP_SPAN_TEXT && s->text == il->src + s->at;

		if (s->kind == GP_SPAN_TEXT)
			memcpy(f.s + at, s->text, s->len);
		else
			f.s[at] = '0';
		if (typed)
			memset(f.of + at, TYPED, s->len);
		at += s->len;
	}
	return f;
}

/* Bytes from i that go into one span: up to and with the next space that is glued. */
static size_t stretch(const struct flat *f, size_t i, size_t end, bool *glued)
{
	size_t from = i;

	for (; i < end; i++) {
		if (f->of[i] & GLUED) {
			*glued = true;
			return i - from;
		}
	}
	*glued = false;
	return end - from;
}

struct row {
	struct gp_span *spans;
	size_t n, cap;
};

/*
 * A span whose text has spaces to glue is cut behind each, so that within a span byte n of the text
 * is byte at + n of the string up to its last character.
 */
static void cut_span(
	struct gp_inline *il, const struct flat *f, struct gp_span s, size_t at, struct row *out)
{
	static const char space[] = "\u00a0";
	struct gp_arena *a = il->r->a;
	size_t i = at, n, end = at + s.len;
	char *text;
	bool glued;

	while (i < end) {
		n = stretch(f, i, end, &glued);
		text = gp_arena_alloc(a, n + sizeof space);
		memcpy(text, f->s + i, n);
		if (glued)
			memcpy(text + n, space, sizeof space);
		s.text = text;
		s.len = n + (glued ? sizeof space - 1 : 0);
		*GP_PUSH(a, out->spans, out->n, out->cap) = s;
		i += n + glued;
		s.at += (uint32_t)(n + glued);
	}
}

struct gp_rich gp_inline_finish(struct gp_inline *il)
{
	struct flat f = flatten(il);
	struct row out = {NULL, 0, 0};
	size_t i, at = 0;

	find_glue(il->r, &f);
	find_slips(il, &f);
	for (i = 0; i < il->n; i++) {
		struct gp_span s = il->spans[i];

		if (s.kind == GP_SPAN_TEXT) {
			cut_span(il, &f, s, at, &out);
		} else {
			*GP_PUSH(il->r->a, out.spans, out.n, out.cap) = s;
			out.spans[out.n - 1].len = strlen(s.text);
		}
		at += s.len;
	}
	return (struct gp_rich){out.spans, out.n, il->place};
}
