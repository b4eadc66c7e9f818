/*
 * The make rule of an output, as compilers write it: the output, all files that were read for it,
 * and a rule without a recipe for each of these, so that make does not stop when one is taken away.
 */
#include "app/stages.h"

#include <string.h>

/*
 * A name as make reads it: a blank gets a backslash, and backslashes before it are doubled; "#"
 * gets a backslash, "$" is doubled.  A target's colon gets a backslash too.
 */
static const char *escaped(struct gp_arena *a, const char *name)
{
	char *out = gp_arena_alloc(a, 2 * strlen(name) + 1), *to = out;
	const char *s, *back;

	for (s = name; *s; s++) {
		for (back = s; *s == ' ' && back > name && back[-1] == '\\'; back--)
			*to++ = '\\';
		if (*s == ' ' || *s == '#' || *s == ':')
			*to++ = '\\';
		if (*s == '$')
			*to++ = '$';
		*to++ = *s;
	}
	*to = '\0';
	return out;
}

/* Text put together piece by piece. */
struct rule {
	struct gp_arena *arena;
	char *text;
	size_t len, cap;
};

static void add(struct rule *r, const char *words)
{
	for (; *words; words++)
		*GP_PUSH(r->arena, r->text, r->len, r->cap) = *words;
}

void gp_stage_depfile(struct gp_task *r)
{
	struct rule rule = {.arena = r->arena};
	size_t n, i;
	const char *const *inputs = gp_diag_inputs(r->diag, &n);

	add(&rule, escaped(rule.arena, gp_stage_output_name(r)));
	add(&rule, ":");
	for (i = 0; i < n; i++) {
		add(&rule, " \\\n ");
		add(&rule, escaped(rule.arena, inputs[i]));
	}
	add(&rule, "\n");
	for (i = 0; i < n; i++) {
		add(&rule, escaped(rule.arena, inputs[i]));
		add(&rule, ":\n");
	}
	gp_stage_put(r, r->o->depfile, (struct gp_bytes){(const uint8_t *)rule.text, rule.len});
}
