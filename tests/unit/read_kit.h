/*
 * A reader in memory, for tests of strings: words of the house, the facts of the golden guide, a
 * few ids.  Diagnostics print to a string.
 */
#ifndef TESTS_UNIT_READ_KIT_H
#define TESTS_UNIT_READ_KIT_H

#include "read/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define KIT_WORDS "content/house/words.en.json"
#define KIT_BASE "tests/golden/read/base/"

struct kit {
	struct gp_arena *a;
	struct gp_diag *d;
	struct gp_reader r;
};

static inline void kit_open(struct kit *k)
{
	*k = (struct kit){.a = gp_arena_new(), .d = gp_diag_new()};
	k->r = (struct gp_reader){.a = k->a, .d = k->d, .g = GP_NEW(k->a, struct gp_guide)};
	k->r.g->language = "en";
	gp_read_words(&k->r, KIT_WORDS);
	gp_read_facts(&k->r, KIT_BASE "facts.json", GP_NOWHERE);
	gp_names_add(&k->r.ids, (struct gp_name){.name = "here", .kind = GP_NAME_SECTION}, k->a);
	gp_names_add(&k->r.ids,
		(struct gp_name){.name = "fig", .kind = GP_NAME_FIGURE, .number = 5}, k->a);
	gp_names_add(&k->r.ids, (struct gp_name){.name = "tab", .kind = GP_NAME_TABLE, .number = 2},
		k->a);
	k->r.has_ids = true;
	k->r.has_sources_block = true;
}

static inline void kit_close(struct kit *k)
{
	gp_diag_free(k->d);
	gp_arena_free(k->a);
}

/* Everything the diagnostics have to say, in the arena. */
static inline const char *kit_messages(struct gp_arena *a, struct gp_diag *d)
{
	char *buf = NULL, *out;
	size_t len = 0;
	FILE *f = open_memstream(&buf, &len);

	gp_diag_print(d, f);
	fclose(f);
	out = gp_arena_str(a, buf);
	free(buf);
	return out;
}

/* A JSON value from its source text. */
static inline const struct gp_json *kit_json(
	struct gp_arena *a, struct gp_diag *d, const char *text)
{
	return gp_json_parse("t", text, strlen(text), a, d);
}

/* A C string as JSON source, so that tests may hold quotes and backslashes. */
static inline const char *kit_quote(struct gp_arena *a, const char *s)
{
	char *out = gp_arena_alloc(a, strlen(s) * 2 + 3), *p = out;

	*p++ = '"';
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			*p++ = '\\';
		*p++ = *s;
	}
	*p = '"';
	return out;
}

/*
 * A rich text in one line: neighbours with equal style together, style before a bar, no-break
 * spaces as "_".  "plain" {em|words} {strong em|…} {de|…} {-> #here|…} {page here} {pages}.
 */
static inline const char *kit_show(struct gp_arena *a, const struct gp_rich *rich)
{
	char *out = gp_arena_str(a, ""), *text, *nbsp;
	const char *style, *last = NULL;
	size_t i;

	for (i = 0; i < rich->n; i++) {
		const struct gp_span *s = &rich->spans[i];

		style = gp_arena_printf(a, "%s%s%s%s%s%s%s", s->flags & GP_STRONG ? " strong" : "",
			s->flags & GP_EM ? " em" : "", s->flags & GP_CITE ? " cite" : "",
			s->lang ? " " : "", s->lang ? s->lang : "", s->link ? " -> " : "",
			s->link ? s->link : "");
		text = gp_arena_strn(a, s->text, s->len);
		while ((nbsp = strstr(text, "\u00a0")) != NULL) {
			*nbsp = '_';
			memmove(nbsp + 1, nbsp + 2, strlen(nbsp + 2) + 1);
		}
		if (s->kind != GP_SPAN_TEXT)
			text = gp_arena_printf(a, "%s%s",
				s->kind == GP_SPAN_PAGE ? "<page " : "<pages",
				s->kind == GP_SPAN_PAGE ? gp_arena_printf(a, "%s>", s->text) : ">");
		if (last && strcmp(last, style) != 0 && last[0])
			out = gp_arena_printf(a, "%s}", out);
		if (style[0] && (!last || strcmp(last, style) != 0))
			out = gp_arena_printf(a, "%s{%s|", out, style + 1);
		out = gp_arena_printf(a, "%s%s", out, text);
		last = style;
	}
	return gp_arena_printf(a, "%s%s", out, last && last[0] ? "}" : "");
}

#endif
