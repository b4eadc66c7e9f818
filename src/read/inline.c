/*
 * Strings to spans, by md4c (CommonMark).
 *
 * md4c parses whole documents, but a string of a guide is one run of words: "1. March" must not
 * become a list.  So each string is handed over behind a no-break space.  That makes its line a
 * paragraph whatever it begins with, and for the rules of emphasis a Unicode space counts like the
 * start of a line, so nothing else changes.  Line breaks cannot occur: the reader refuses them.
 *
 * Our own additions are looked for in the text md4c leaves over: placeholders in braces, and
 * [words]{la} for another language, which CommonMark sees as plain words in brackets.
 */
#include "read/inline.h"

#include "base/utf8.h"
#include "read/schema.h"

#include <assert.h>
#include <md4c.h>
#include <string.h>

static const char guard[] = "\u00a0";
enum { GUARD = sizeof guard - 1, LONGEST_TAG = 35 };

struct markup {
	struct gp_inline il;
	const char *buf; /* guard and string */
};

struct gp_place gp_inline_at(struct gp_inline *il, size_t at)
{
	return gp_spotter_at(&il->spot, (uint32_t)at);
}

/* --- pieces ---------------------------------------------------------------------------- */

static unsigned style(const struct gp_inline *il)
{
	return (il->em ? GP_EM : 0u) | (il->strong ? GP_STRONG : 0u);
}

struct gp_span *gp_inline_push(struct gp_inline *il, const char *text, size_t len, size_t at)
{
	struct gp_span *s = GP_PUSH(il->r->a, il->spans, il->n, il->cap);

	assert(s);
	*s = (struct gp_span){.kind = GP_SPAN_TEXT,
		.flags = style(il),
		.text = text,
		.len = len,
		.link = il->link,
		.place = il->place,
		.at = (uint32_t)at};
	return s;
}

void gp_inline_put(struct gp_inline *il, const char *text, size_t len, size_t at)
{
	struct gp_span *last = il->n ? &il->spans[il->n - 1] : NULL;

	if (len == 0)
		return;
	if (last && last->kind == GP_SPAN_TEXT && last->text + last->len == text &&
		last->flags == style(il) && last->link == il->link && !last->lang &&
		(il->n_open == 0 || il->open[il->n_open - 1] + 1 < il->n)) {
		last->len += len;
		return;
	}
	gp_inline_push(il, text, len, at);
}

void gp_inline_quote(struct gp_inline *il, const char *text, size_t len, size_t at)
{
	gp_inline_put(il, gp_arena_strn(il->r->a, text, len), len, at);
}

static bool is_alnum(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

bool gp_is_language(const char *s, size_t len)
{
	size_t i, run = 0, first = 0;

	for (i = 0; i <= len; i++) {
		if (i < len && is_alnum(s[i]) && (first || !is_digit(s[i]))) {
			run++;
			continue;
		}
		if ((i < len && s[i] != '-') || run < 2 || run > (first ? 8u : 3u))
			return false;
		first = 1;
		run = 0;
	}
	return true;
}

/* --- [words]{la} ----------------------------------------------------------------------- */

/* An opening bracket gets a span of its own, so that it can be taken away again. */
static void open_bracket(struct gp_inline *il, const char *text, size_t at)
{
	if (il->n_open == GP_OPEN_BRACKETS) {
		memmove(il->open, il->open + 1, sizeof il->open - sizeof il->open[0]);
		il->n_open--;
	}
	il->open[il->n_open++] = il->n;
	gp_inline_push(il, text, 1, at);
}

/* The length of a tag in "]{tag}" at s, 0 when something else stands there. */
static size_t tag_length(const char *s, size_t len)
{
	const char *close;
	size_t room = len < LONGEST_TAG + 3 ? len : LONGEST_TAG + 3;

	if (room < 5 || s[1] != '{' || !(close = memchr(s, '}', room)))
		return 0;
	return gp_is_language(s + 2, (size_t)(close - s) - 2) ? (size_t)(close - s) - 2 : 0;
}

/* A closing bracket; returns how many bytes it took. */
static size_t close_bracket(struct gp_inline *il, const char *text, size_t len, size_t at)
{
	size_t tag = tag_length(text, len), i;
	const char *lang;

	if (tag == 0 || il->n_open == 0) {
		if (tag)
			gp_report(il->r->d, GP_MSG_LANG_OPEN, gp_inline_at(il, at), (int)tag,
				text + 2);
		il->n_open -= il->n_open > 0;
		gp_inline_put(il, text, 1, at);
		return tag ? tag + 3 : 1;
	}
	lang = gp_arena_strn(il->r->a, text + 2, tag);
	i = il->open[--il->n_open];
	il->spans[i].len = 0;
	for (i++; i < il->n; i++) {
		if (!il->spans[i].lang)
			il->spans[i].lang = lang;
	}
	return tag + 3;
}

/* --- the text that Markdown leaves over ------------------------------------------------ */

/* A brace opens a placeholder or, doubled, prints itself; returns how many bytes it took. */
static size_t take_brace(struct gp_inline *il, const char *text, size_t len, size_t at)
{
	const char *close;

	if (len > 1 && text[1] == '{') {
		gp_inline_put(il, text, 1, at);
		return 2;
	}
	close = memchr(text, '}', len);
	if (!close || memchr(text + 1, '{', (size_t)(close - text) - 1)) {
		gp_report(il->r->d, GP_MSG_HOLDER_OPEN, gp_inline_at(il, at));
		gp_inline_put(il, text, len, at);
		return len;
	}
	gp_holder_put(il, text + 1, (size_t)(close - text) - 1, at);
	return (size_t)(close - text) + 1;
}

static bool is_ours(char c)
{
	return c == '{' || c == '[' || c == ']';
}

static void take_text(struct gp_inline *il, const char *text, size_t len, size_t at)
{
	size_t i, n;

	for (i = 0; i < len; i += n) {
		for (n = 0; i + n < len && !is_ours(text[i + n]); n++)
			;
		if (n > 0)
			gp_inline_put(il, text + i, n, at + i);
		else if (text[i] == '{')
			n = take_brace(il, text + i, len - i, at + i);
		else if (text[i] == ']')
			n = close_bracket(il, text + i, len - i, at + i);
		else
			open_bracket(il, text + i, at + i), n = 1;
	}
}

/* A character behind a backslash comes alone, and the backslash was not taken as text. */
static bool is_escaped(const struct gp_inline *il, size_t len, size_t at)
{
	return len == 1 && at > il->end && il->src[at - 1] == '\\';
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *text, MD_SIZE size, void *user)
{
	struct markup *m = user;
	struct gp_inline *il = &m->il;
	size_t at, len = size;

	if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR || type == MD_TEXT_NULLCHAR)
		return 0; /* a line break or NUL; reported when the file was read */
	if (text == m->buf) {
		text += GUARD;
		len -= GUARD;
	}
	at = (size_t)(text - m->buf) - GUARD;
	text = il->src + at;
	if (type == MD_TEXT_HTML)
		gp_report(il->r->d, GP_MSG_TEXT_HTML, gp_inline_at(il, at),
			(int)(len < 40 ? len : 40), text);
	if (type == MD_TEXT_ENTITY)
		gp_entity_put(il, text, len, at);
	else if (type == MD_TEXT_HTML || il->image || il->code || is_escaped(il, len, at))
		gp_inline_quote(il, text, len, at);
	else
		take_text(il, text, len, at);
	il->end = at + len;
	return 0;
}

/* --- links ----------------------------------------------------------------------------- */

static const char *attribute(struct gp_reader *r, const MD_ATTRIBUTE *attr)
{
	static const char hex[] = "0123456789ABCDEF";
	char *out = gp_arena_alloc(r->a, (size_t)attr->size * 3 + 1), *p = out;
	size_t i;

	for (i = 0; i < attr->size; i++) {
		unsigned char c = (unsigned char)attr->text[i];

		if (c > 0x20 && c < 0x7f) {
			*p++ = (char)c;
		} else { /* addresses in PDF are ASCII */
			*p++ = '%';
			*p++ = hex[c >> 4];
			*p++ = hex[c & 15];
		}
	}
	return out;
}

static bool begins(const char *s, const char *with)
{
	return strncmp(s, with, strlen(with)) == 0;
}

static void check_link(struct gp_inline *il, const char *href)
{
	struct gp_place at = gp_inline_at(il, il->end);
	struct gp_reader *r = il->r;

	if (r->no_pages) {
		gp_report(r->d, GP_MSG_LINK_HERE, at);
	} else if (href[0] == '#') {
		if (r->has_ids && !gp_names_lookup(&r->ids, href + 1))
			gp_report(r->d, GP_MSG_ID_UNKNOWN, at, href + 1,
				gp_names_hint(&r->ids, href + 1, GP_NAME_OTHER, r->a, r->d));
	} else if (!begins(href, "https://") && !begins(href, "http://") &&
		   !begins(href, "mailto:")) {
		gp_report(r->d, GP_MSG_LINK_KIND, at, href);
	}
}

static int on_enter(MD_SPANTYPE type, void *detail, void *user)
{
	struct markup *m = user;
	struct gp_inline *il = &m->il;
	const MD_SPAN_A_DETAIL *a = detail;

	il->em += type == MD_SPAN_EM;
	il->strong += type == MD_SPAN_STRONG;
	if (type == MD_SPAN_IMG && il->image++ == 0)
		gp_report(il->r->d, GP_MSG_TEXT_IMAGE, gp_inline_at(il, il->end));
	if (type == MD_SPAN_CODE && il->code++ == 0)
		gp_report(il->r->d, GP_MSG_TEXT_CODE, gp_inline_at(il, il->end));
	if (type == MD_SPAN_A) {
		il->link = attribute(il->r, &a->href);
		check_link(il, il->link);
		if (a->title.size > 0)
			gp_report(il->r->d, GP_MSG_LINK_TITLE, gp_inline_at(il, il->end));
	}
	return 0;
}

static int on_leave(MD_SPANTYPE type, void *detail, void *user)
{
	struct markup *m = user;
	struct gp_inline *il = &m->il;

	(void)detail;
	il->em -= type == MD_SPAN_EM;
	il->strong -= type == MD_SPAN_STRONG;
	il->image -= type == MD_SPAN_IMG;
	il->code -= type == MD_SPAN_CODE;
	if (type == MD_SPAN_A)
		il->link = NULL;
	return 0;
}

static int on_block(MD_BLOCKTYPE type, void *detail, void *user)
{
	(void)type;
	(void)detail;
	(void)user;
	return 0;
}

/* --- strings --------------------------------------------------------------------------- */

/* The string behind the guard, in the reader's buffer. */
static const char *guarded(struct gp_reader *r, const char *s, size_t len)
{
	r->buf = gp_arena_grow(r->a, r->buf, &r->buf_cap, len + GUARD + 1, 1);
	memcpy(r->buf, guard, GUARD);
	memcpy(r->buf + GUARD, s, len + 1);
	return r->buf;
}

static struct gp_rich read_string(struct gp_reader *r, const struct gp_json *v)
{
	static const MD_PARSER parser = {
		.flags = MD_FLAG_NOHTMLBLOCKS | MD_FLAG_NOINDENTEDCODEBLOCKS,
		.enter_block = on_block,
		.leave_block = on_block,
		.enter_span = on_enter,
		.leave_span = on_leave,
		.text = on_text};
	struct markup m = {.il = {.r = r,
				   .src = v->string,
				   .len = strlen(v->string),
				   .place = v->place,
				   .spot = gp_spotter_new(r->d, v->place),
				   .spans = r->spans,
				   .cap = r->span_cap}};
	struct gp_rich rich;

	if (gp_utf8_count(m.il.src, m.il.len) > (size_t)gp_schema_text.max)
		return (struct gp_rich){.place = v->place}; /* the schema check has said so */
	m.buf = guarded(r, m.il.src, m.il.len);
	if (md_parse(m.buf, (MD_SIZE)(m.il.len + GUARD), &parser, &m) != 0)
		gp_mem_fail(); /* md4c fails only when it gets no memory */
	rich = gp_inline_finish(&m.il);
	r->spans = m.il.spans;
	r->span_cap = m.il.cap;
	return rich;
}

/* Both sides are read, so that each edition finds the mistakes of the other. */
static struct gp_rich read_sides(struct gp_reader *r, const struct gp_json *v)
{
	static const char *const names[] = {"right", "left"};
	struct gp_rich sides[2] = {{0}};
	const struct gp_json *side;
	int i;

	for (i = 0; i < 2; i++) {
		side = gp_json_lookup(v, names[i]);
		if (side && side->kind == GP_JSON_STRING)
			sides[i] = read_string(r, side);
	}
	return sides[r->left];
}

struct gp_rich gp_read_rich(struct gp_reader *r, const struct gp_json *v)
{
	if (v && v->kind == GP_JSON_STRING)
		return read_string(r, v);
	if (v && v->kind == GP_JSON_OBJECT)
		return read_sides(r, v);
	return (struct gp_rich){.place = gp_json_place(v)};
}

struct gp_rich gp_read_rich_key(struct gp_reader *r, const struct gp_json *v, const char *key)
{
	return gp_read_rich(r, gp_json_lookup(v, key));
}

struct gp_rich_list gp_read_rich_list(struct gp_reader *r, const struct gp_json *v)
{
	struct gp_rich_list out = {NULL, 0};
	struct gp_rich *items;
	size_t i;

	if (!v)
		return out;
	out.n = v->kind == GP_JSON_LIST ? v->n : 1;
	out.r = items = GP_ARRAY(r->a, out.n, struct gp_rich);
	for (i = 0; i < out.n; i++)
		items[i] = gp_read_rich(r, v->kind == GP_JSON_LIST ? &v->items[i] : v);
	return out;
}

const char *gp_read_plain_key(struct gp_reader *r, const struct gp_json *v, const char *key)
{
	const struct gp_json *s = gp_json_lookup(v, key);
	bool before = r->no_pages;
	struct gp_rich rich;

	if (!s)
		return NULL;
	r->no_pages = true;
	rich = gp_read_rich(r, s);
	r->no_pages = before;
	return gp_rich_plain(r->a, &rich);
}
