/*
 * Character references (&ndash; &#8211; &#x2013;).  A guide is UTF-8, so nobody needs them; the
 * common ones work because texts are pasted from web pages.  Other names are an error rather than
 * printed as they stand.
 */
#include "read/inline.h"

#include "base/utf8.h"
#include "read/schema.h"

#include <stdlib.h>
#include <string.h>

struct entity {
	const char *name, *value;
};

static const struct entity entities[] = {
	{"amp", "&"},
	{"lt", "<"},
	{"gt", ">"},
	{"quot", "\""},
	{"apos", "'"},
	{"nbsp", "\u00a0"},
	{"shy", "\u00ad"},
	{"ensp", "\u2002"},
	{"emsp", "\u2003"},
	{"thinsp", "\u2009"},
	{"ndash", "\u2013"},
	{"mdash", "\u2014"},
	{"hellip", "\u2026"},
	{"lsquo", "\u2018"},
	{"rsquo", "\u2019"},
	{"sbquo", "\u201a"},
	{"ldquo", "\u201c"},
	{"rdquo", "\u201d"},
	{"bdquo", "\u201e"},
	{"laquo", "\u00ab"},
	{"raquo", "\u00bb"},
	{"times", "\u00d7"},
	{"divide", "\u00f7"},
	{"minus", "\u2212"},
	{"plusmn", "\u00b1"},
	{"deg", "\u00b0"},
	{"micro", "\u00b5"},
	{"middot", "\u00b7"},
	{"bull", "\u2022"},
	{"frac12", "\u00bd"},
	{"frac14", "\u00bc"},
	{"frac34", "\u00be"},
	{"le", "\u2264"},
	{"ge", "\u2265"},
	{"ne", "\u2260"},
	{"rarr", "\u2192"},
	{"larr", "\u2190"},
	{"copy", "\u00a9"},
	{"reg", "\u00ae"},
	{"trade", "\u2122"},
	{"sect", "\u00a7"},
	{"auml", "\u00e4"},
	{"ouml", "\u00f6"},
	{"uuml", "\u00fc"},
	{"Auml", "\u00c4"},
	{"Ouml", "\u00d6"},
	{"Uuml", "\u00dc"},
	{"szlig", "\u00df"},
	{"eacute", "\u00e9"},
	{"egrave", "\u00e8"},
	{"agrave", "\u00e0"},
	{"ccedil", "\u00e7"},
	{"ntilde", "\u00f1"},
};
enum { ENTITIES = sizeof entities / sizeof entities[0] };

static void put_number(struct gp_inline *il, const char *digits, size_t at)
{
	bool hex = digits[0] == 'x' || digits[0] == 'X';
	unsigned long cp = strtoul(digits + hex, NULL, hex ? 16 : 10);
	bool is_scalar = cp > 0 && cp <= 0x10ffff && (cp < 0xd800 || cp > 0xdfff);
	enum gp_msg msg = is_scalar ? gp_json_char_fault((uint32_t)cp) : GP_MSG_CHAR_NONE;
	char *out;

	if (msg != GP_N_MSG) {
		gp_report(il->r->d, msg, gp_inline_at(il, at), (unsigned)cp);
		return;
	}
	out = gp_arena_alloc(il->r->a, 5);
	gp_inline_put(il, out, gp_utf8_put(out, (uint32_t)cp), at);
}

void gp_entity_put(struct gp_inline *il, const char *text, size_t len, size_t at)
{
	const char *names[ENTITIES];
	char *name = gp_arena_strn(il->r->a, text + 1, len > 2 ? len - 2 : 0);
	int i;

	if (name[0] == '#') {
		put_number(il, name + 1, at);
		return;
	}
	for (i = 0; i < ENTITIES; i++) {
		if (strcmp(entities[i].name, name) == 0) {
			gp_inline_put(il, entities[i].value, strlen(entities[i].value), at);
			return;
		}
		names[i] = entities[i].name;
	}
	gp_inline_quote(il, text, len, at);
	gp_report(il->r->d, GP_MSG_TEXT_ENTITY, gp_inline_at(il, at), name,
		gp_hint(name, names, ENTITIES, il->r->a, il->r->d));
}
