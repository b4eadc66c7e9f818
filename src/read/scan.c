/*
 * A recursive descent over RFC 8259, without building anything.  It exists because cJSON accepts
 * text after the value, duplicate keys, control characters, a byte order mark, 007 and 1e999, and
 * because its errors are bare pointers; here each fault has words of its own.  The first fault ends
 * the scan: after it, nothing that follows can be trusted.
 */
#include "read/scan.h"

#include "base/utf8.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct scanner {
	const char *s;
	size_t len, i;
	unsigned depth;
	uint32_t file;
	struct gp_arena *a;
	struct gp_diag *d;
	struct gp_scan *out;
};

static struct gp_place place(const struct scanner *sc, size_t offset)
{
	return (struct gp_place){sc->file, (uint32_t)offset};
}

/* Report and give false, so that callers can write `return fault(…)`. */
static bool fault(const struct scanner *sc, enum gp_msg msg, size_t offset)
{
	gp_report(sc->d, msg, place(sc, offset));
	return false;
}

static int peek(const struct scanner *sc)
{
	return sc->i < sc->len ? (unsigned char)sc->s[sc->i] : -1;
}

static void skip_blanks(struct scanner *sc)
{
	int c = peek(sc);

	while (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
		sc->i++;
		c = peek(sc);
	}
}

static bool starts(const struct scanner *sc, const char *word)
{
	size_t n = strlen(word);

	return sc->len - sc->i >= n && memcmp(sc->s + sc->i, word, n) == 0;
}

/* --- strings --------------------------------------------------------------------------- */

static int hex_digit(char c)
{
	if (c >= '0' && c <= '9')
		return c - '0';
	if (c >= 'a' && c <= 'f')
		return c - 'a' + 10;
	return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/* The value of "\uXXXX" at s[i], or -1. */
static long hex4(const char *s, size_t len, size_t i)
{
	long v = 0;
	size_t k;

	if (len - i < 6 || s[i] != '\\' || s[i + 1] != 'u')
		return -1;
	for (k = i + 2; k < i + 6; k++) {
		if (hex_digit(s[k]) < 0)
			return -1;
		v = v * 16 + hex_digit(s[k]);
	}
	return v;
}

static size_t unicode_unit(const char *s, size_t len, size_t *i, char *buf)
{
	long hi = hex4(s, len, *i), lo;

	if (hi < 0 || (hi >= 0xdc00 && hi <= 0xdfff)) {
		*i += 2;
		return 0;
	}
	if (hi < 0xd800 || hi > 0xdbff) {
		*i += 6;
		return gp_utf8_put(buf, (uint32_t)hi);
	}
	lo = hex4(s, len, *i + 6);
	*i += 6;
	if (lo < 0xdc00 || lo > 0xdfff)
		return 0;
	*i += 6;
	return gp_utf8_put(buf, (uint32_t)(0x10000 + ((hi - 0xd800) << 10) + (lo - 0xdc00)));
}

size_t gp_scan_unit(const char *s, size_t len, size_t *i, char *buf)
{
	static const char names[] = "\"\\/bfnrt", values[] = "\"\\/\b\f\n\r\t";
	const char *p;
	size_t from = *i;

	if (s[from] != '\\') {
		if (gp_utf8_next(s, len, i) == GP_UTF8_BAD)
			return 0;
		memcpy(buf, s + from, *i - from);
		return *i - from;
	}
	if (from + 1 >= len) {
		*i += 1;
		return 0;
	}
	if (s[from + 1] == 'u')
		return unicode_unit(s, len, i, buf);
	*i += 2;
	p = s[from + 1] ? strchr(names, s[from + 1]) : NULL;
	if (!p)
		return 0;
	buf[0] = values[p - names];
	return 1;
}

/* What is wrong with the escape at `at`. */
static bool escape_fault(const struct scanner *sc, size_t at)
{
	long v = hex4(sc->s, sc->len, at);
	char letter[5] = "";
	size_t i = at + 1;

	if (v >= 0xd800 && v <= 0xdfff) {
		gp_report(sc->d, GP_MSG_JSON_SURROGATE, place(sc, at), (unsigned)v);
		return false;
	}
	if (sc->len - at > 1 && sc->s[at + 1] == 'u')
		return fault(sc, GP_MSG_JSON_HEX, at);
	if (i < sc->len && (unsigned char)sc->s[i] >= 0x20 &&
		gp_utf8_next(sc->s, sc->len, &i) != GP_UTF8_BAD)
		memcpy(letter, sc->s + at + 1, i - at - 1);
	gp_report(sc->d, GP_MSG_JSON_ESCAPE, place(sc, at), letter);
	return false;
}

/* The string at s[i], which is a quote; i ends behind the closing quote. */
static bool scan_string(struct scanner *sc)
{
	size_t start = sc->i, at;
	char buf[4];
	size_t n;

	for (sc->i++; sc->i < sc->len && sc->s[sc->i] != '"';) {
		at = sc->i;
		/* the bytes of plain characters; the whole text has been checked as UTF-8 */
		if ((unsigned char)sc->s[at] >= 0x20 && sc->s[at] != '\\') {
			sc->i++;
			continue;
		}
		if (sc->s[at] == '\n' || sc->s[at] == '\r')
			return fault(sc, GP_MSG_JSON_STRING_OPEN, start);
		if (sc->s[at] != '\\') {
			gp_report(sc->d, GP_MSG_JSON_CONTROL, place(sc, at),
				(unsigned)(unsigned char)sc->s[at]);
			return false;
		}
		n = gp_scan_unit(sc->s, sc->len, &sc->i, buf);
		if (n == 0)
			return escape_fault(sc, at);
		if (n == 1 && buf[0] == '\0')
			return fault(sc, GP_MSG_JSON_NUL, at);
	}
	if (sc->i >= sc->len)
		return fault(sc, GP_MSG_JSON_STRING_OPEN, start);
	sc->i++;
	return true;
}

/* --- numbers and names ----------------------------------------------------------------- */

static size_t digits(struct scanner *sc)
{
	size_t from = sc->i;

	while (peek(sc) >= '0' && peek(sc) <= '9')
		sc->i++;
	return sc->i - from;
}

static bool is_word_byte(int c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       c == '.' || c == '+' || c == '-' || c == '_' || c >= 0x80;
}

static bool in_range(const struct scanner *sc, size_t from)
{
	char buf[GP_SCAN_NUMBER + 1] = "";
	size_t len = sc->i - from;

	if (len > GP_SCAN_NUMBER)
		return isfinite(strtod(gp_arena_strn(sc->a, sc->s + from, len), NULL));
	memcpy(buf, sc->s + from, len);
	return isfinite(strtod(buf, NULL));
}

static bool scan_number(struct scanner *sc)
{
	size_t from = sc->i, first;

	if (peek(sc) == '-')
		sc->i++;
	first = sc->i;
	if (digits(sc) == 0)
		return fault(sc, GP_MSG_JSON_NUMBER, from);
	if (sc->s[first] == '0' && sc->i - first > 1)
		return fault(sc, GP_MSG_JSON_ZERO, from);
	if (peek(sc) == '.') {
		sc->i++;
		if (digits(sc) == 0)
			return fault(sc, GP_MSG_JSON_NUMBER, from);
	}
	if (peek(sc) == 'e' || peek(sc) == 'E') {
		sc->i++;
		if (peek(sc) == '+' || peek(sc) == '-')
			sc->i++;
		if (digits(sc) == 0)
			return fault(sc, GP_MSG_JSON_NUMBER, from);
	}
	if (is_word_byte(peek(sc)))
		return fault(sc, GP_MSG_JSON_NUMBER, from);
	if (!in_range(sc, from))
		return fault(sc, GP_MSG_JSON_RANGE, from);
	if (sc->i - from > GP_SCAN_NUMBER)
		*GP_PUSH(sc->a, sc->out->longs, sc->out->n_longs, sc->out->cap_longs) =
			(struct gp_scan_long){from, sc->i - from};
	return true;
}

/* A typographic or single quote where a straight double quote belongs. */
static bool is_wrong_quote(const struct scanner *sc)
{
	return starts(sc, "'") || starts(sc, "\u201c") || starts(sc, "\u201d") ||
	       starts(sc, "\u201e") || starts(sc, "\u2018") || starts(sc, "\u2019");
}

static bool is_comment(const struct scanner *sc)
{
	return starts(sc, "//") || starts(sc, "/*") || starts(sc, "#");
}

static bool scan_literal(struct scanner *sc)
{
	static const char *const names[] = {"true", "false", "null"};
	size_t from = sc->i, n;
	int k;

	while (sc->i < sc->len && is_word_byte(peek(sc)))
		sc->i++;
	n = sc->i - from;
	for (k = 0; k < 3; k++) {
		if (n == strlen(names[k]) && memcmp(sc->s + from, names[k], n) == 0)
			return true;
	}
	gp_report(
		sc->d, GP_MSG_JSON_LITERAL, place(sc, from), (int)(n < 40 ? n : 40), sc->s + from);
	return false;
}

/* --- structure ------------------------------------------------------------------------- */

static bool scan_value(struct scanner *sc, size_t key);

static bool value_fault(const struct scanner *sc)
{
	if (is_wrong_quote(sc))
		return fault(sc, GP_MSG_JSON_QUOTE, sc->i);
	if (is_comment(sc))
		return fault(sc, GP_MSG_JSON_COMMENT, sc->i);
	return fault(sc, GP_MSG_JSON_VALUE, sc->i);
}

/* Behind an item: a comma (true in *more) or the closing bracket. */
static bool scan_separator(struct scanner *sc, char close, size_t open, bool *more)
{
	skip_blanks(sc);
	*more = peek(sc) == ',';
	if (peek(sc) < 0) {
		gp_report(sc->d, GP_MSG_JSON_OPEN, place(sc, open), sc->s[open], close);
		return false;
	}
	if (is_comment(sc))
		return fault(sc, GP_MSG_JSON_COMMENT, sc->i);
	if (!*more && peek(sc) != close)
		return fault(sc, GP_MSG_JSON_COMMA, sc->i);
	sc->i++;
	skip_blanks(sc);
	if (*more && peek(sc) == close)
		return fault(sc, GP_MSG_JSON_COMMA_EXTRA, sc->i);
	return true;
}

static bool scan_member(struct scanner *sc)
{
	size_t key = sc->i;

	if (peek(sc) != '"') {
		if (is_wrong_quote(sc) || is_comment(sc))
			return value_fault(sc);
		return fault(sc, GP_MSG_JSON_KEY, sc->i);
	}
	if (!scan_string(sc))
		return false;
	skip_blanks(sc);
	if (peek(sc) != ':')
		return fault(sc, GP_MSG_JSON_COLON, sc->i);
	sc->i++;
	skip_blanks(sc);
	return scan_value(sc, key);
}

/* The items of the object or list that opens at s[i]. */
static bool scan_items(struct scanner *sc, char close)
{
	size_t open = sc->i;
	bool more = true;

	if (++sc->depth > GP_SCAN_DEPTH) {
		gp_report(sc->d, GP_MSG_JSON_DEEP, place(sc, open), (unsigned)GP_SCAN_DEPTH);
		return false;
	}
	sc->i++;
	skip_blanks(sc);
	if (peek(sc) == close) {
		sc->i++;
		more = false;
	}
	while (more) {
		if (peek(sc) < 0) {
			gp_report(sc->d, GP_MSG_JSON_OPEN, place(sc, open), sc->s[open], close);
			return false;
		}
		if (close == '}' ? !scan_member(sc) : !scan_value(sc, sc->i))
			return false;
		if (!scan_separator(sc, close, open, &more))
			return false;
	}
	sc->depth--;
	return true;
}

static bool scan_value(struct scanner *sc, size_t key)
{
	int c = peek(sc);

	if (sc->out->n == GP_SCAN_VALUES) {
		gp_report(sc->d, GP_MSG_JSON_MANY, place(sc, sc->i), (unsigned)GP_SCAN_VALUES);
		return false;
	}
	*GP_PUSH(sc->a, sc->out->spots, sc->out->n, sc->out->cap) =
		(struct gp_scan_spot){(uint32_t)sc->i, (uint32_t)key};
	if (c == '{' || c == '[')
		return scan_items(sc, c == '{' ? '}' : ']');
	if (c == '"')
		return scan_string(sc);
	if (c == '-' || (c >= '0' && c <= '9'))
		return scan_number(sc);
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'))
		return scan_literal(sc);
	return value_fault(sc);
}

bool gp_scan_text(uint32_t file, const char *text, size_t len, struct gp_arena *a,
	struct gp_diag *d, struct gp_scan *out)
{
	struct scanner sc = {.s = text, .len = len, .file = file, .a = a, .d = d, .out = out};
	size_t bad = gp_utf8_check(text, len);

	*out = (struct gp_scan){.n = 0};
	if (bad < len) {
		gp_report(d, GP_MSG_JSON_UTF8, place(&sc, bad), (unsigned)(unsigned char)text[bad]);
		return false;
	}
	if (starts(&sc, "\xef\xbb\xbf"))
		return fault(&sc, GP_MSG_JSON_BOM, 0);
	skip_blanks(&sc);
	if (sc.i == len)
		return fault(&sc, GP_MSG_JSON_EMPTY, 0);
	if (!scan_value(&sc, sc.i))
		return false;
	skip_blanks(&sc);
	if (sc.i < len)
		return fault(
			&sc, is_comment(&sc) ? GP_MSG_JSON_COMMENT : GP_MSG_JSON_TRAILING, sc.i);
	return true;
}
