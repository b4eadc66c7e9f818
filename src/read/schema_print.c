/*
 * The schema table as JSON Schema, draft 2020-12, for editors.  Shapes with a name in `def` go to
 * $defs once and are referred to; the others are written where they are used.
 */
#include "read/schema.h"

#include <string.h>

enum { MAX_DEFS = 64, INDENT = 2 };

struct printer {
	FILE *out;
	unsigned depth;
	bool first; /* nothing stands in the open bracket yet */
	const struct gp_shape *defs[MAX_DEFS];
	size_t n_defs;
};

static void print_shape(struct printer *p, const struct gp_shape *s);

/* --- JSON ------------------------------------------------------------------------------ */

static void new_line(struct printer *p)
{
	fprintf(p->out, "%s\n%*s", p->first ? "" : ",", (int)(p->depth * INDENT), "");
	p->first = false;
}

static void print_string(struct printer *p, const char *s)
{
	fputc('"', p->out);
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			fputc('\\', p->out);
		fputc(*s, p->out);
	}
	fputc('"', p->out);
}

static void print_key(struct printer *p, const char *key)
{
	new_line(p);
	print_string(p, key);
	fputs(": ", p->out);
}

static void print_pair(struct printer *p, const char *key, const char *value)
{
	print_key(p, key);
	print_string(p, value);
}

static void print_number(struct printer *p, const char *key, long value)
{
	print_key(p, key);
	fprintf(p->out, "%ld", value);
}

static void open_bracket(struct printer *p, char bracket)
{
	fputc(bracket, p->out);
	p->depth++;
	p->first = true;
}

static void close_bracket(struct printer *p, char bracket)
{
	bool empty = p->first;

	p->depth--;
	p->first = true;
	if (!empty)
		new_line(p);
	fputc(bracket, p->out);
	p->first = false;
}

static void print_names(struct printer *p, const char *key, const char *const *names, size_t n)
{
	size_t i;

	print_key(p, key);
	fputc('[', p->out);
	for (i = 0; i < n; i++) {
		fputs(i ? ", " : "", p->out);
		print_string(p, names[i]);
	}
	fputc(']', p->out);
}

/* --- definitions ----------------------------------------------------------------------- */

/* Note a shape to be printed in $defs; the list grows while it is printed. */
static void want_def(struct printer *p, const struct gp_shape *s)
{
	size_t i;

	for (i = 0; i < p->n_defs; i++) {
		if (p->defs[i] == s)
			return;
	}
	if (p->n_defs < MAX_DEFS)
		p->defs[p->n_defs++] = s;
}

/* An object for a shape: a reference, or the shape itself. */
static void print_use(struct printer *p, const struct gp_shape *s, const char *help)
{
	open_bracket(p, '{');
	if (help)
		print_pair(p, "description", help);
	if (s->def) {
		print_key(p, "$ref");
		fprintf(p->out, "\"#/$defs/%s\"", s->def);
		want_def(p, s);
	} else {
		print_shape(p, s);
	}
	close_bracket(p, '}');
}

/* --- shapes ---------------------------------------------------------------------------- */

static void print_sides(struct printer *p, const struct gp_shape *s)
{
	static const char *const sides[] = {"right", "left"};
	int i;

	print_key(p, "anyOf");
	open_bracket(p, '[');
	new_line(p);
	open_bracket(p, '{');
	print_pair(p, "type", "string");
	if (s->min)
		print_number(p, "minLength", s->min);
	close_bracket(p, '}');
	new_line(p);
	open_bracket(p, '{');
	print_pair(p, "description", "One string for each side of the body.");
	print_pair(p, "type", "object");
	print_key(p, "properties");
	open_bracket(p, '{');
	for (i = 0; i < 2; i++) {
		print_key(p, sides[i]);
		fputs("{\"type\": \"string\", \"minLength\": 1}", p->out);
	}
	close_bracket(p, '}');
	print_names(p, "required", sides, 2);
	print_key(p, "additionalProperties");
	fputs("false", p->out);
	close_bracket(p, '}');
	close_bracket(p, ']');
}

static void print_object(struct printer *p, const struct gp_shape *s)
{
	const char *required[64];
	size_t i, n = 0;

	print_pair(p, "type", "object");
	print_key(p, "properties");
	open_bracket(p, '{');
	for (i = 0; i < s->n_keys; i++) {
		print_key(p, s->keys[i].name);
		print_use(p, s->keys[i].shape, s->keys[i].help);
		if (s->keys[i].required && n < 64)
			required[n++] = s->keys[i].name;
	}
	close_bracket(p, '}');
	if (n)
		print_names(p, "required", required, n);
	print_key(p, "additionalProperties");
	fputs("false", p->out);
}

static void print_list(struct printer *p, const struct gp_shape *s)
{
	print_pair(p, "type", "array");
	print_key(p, "items");
	print_use(p, s->item, NULL);
	if (s->min)
		print_number(p, "minItems", s->min);
	if (s->max < GP_SCHEMA_MANY)
		print_number(p, "maxItems", s->max);
}

static void print_options(struct printer *p, const struct gp_shape *s, const char *key)
{
	size_t i;

	print_key(p, key);
	open_bracket(p, '[');
	for (i = 0; i < s->n_options; i++) {
		new_line(p);
		print_use(p, s->options[i], NULL);
	}
	close_bracket(p, ']');
}

static void print_range(struct printer *p, const struct gp_shape *s, const char *type)
{
	print_pair(p, "type", type);
	print_number(p, "minimum", s->min);
	print_number(p, "maximum", s->max);
}

static void print_id(struct printer *p, const struct gp_shape *s)
{
	print_pair(p, "type", "string");
	print_pair(p, "pattern",
		s->min ? "^[A-Za-z][A-Za-z0-9._-]*$" : "^([A-Za-z][A-Za-z0-9._-]*)?$");
}

static void print_plain(struct printer *p, const struct gp_shape *s)
{
	print_pair(p, "type", "string");
	if (s->min)
		print_number(p, "minLength", s->min);
	if (s->max < GP_SCHEMA_MANY)
		print_number(p, "maxLength", s->max);
}

static void print_map(struct printer *p, const struct gp_shape *s)
{
	print_pair(p, "type", "object");
	print_key(p, "additionalProperties");
	print_use(p, s->item, NULL);
}

/* The inside of a schema object. */
static void print_shape(struct printer *p, const struct gp_shape *s)
{
	switch (s->kind) {
	case GP_SHAPE_TEXT:
		print_sides(p, s);
		break;
	case GP_SHAPE_PLAIN:
		print_plain(p, s);
		break;
	case GP_SHAPE_ID:
		print_id(p, s);
		break;
	case GP_SHAPE_BOOL:
		print_pair(p, "type", "boolean");
		break;
	case GP_SHAPE_INT:
		print_range(p, s, "integer");
		break;
	case GP_SHAPE_NUMBER:
		print_range(p, s, "number");
		break;
	case GP_SHAPE_LENGTH:
		print_pair(p, "type", "string");
		print_pair(p, "pattern",
			s->min < 0 ? "^[-+]?[0-9]*\\.?[0-9]+(mm|pt)$"
				   : "^[0-9]*\\.?[0-9]+(mm|pt)$");
		break;
	case GP_SHAPE_CHOICE:
		print_names(p, "enum", s->names, s->n_names);
		break;
	case GP_SHAPE_LIST:
		print_list(p, s);
		break;
	case GP_SHAPE_OBJECT:
		print_object(p, s);
		break;
	case GP_SHAPE_BY_TYPE:
		print_options(p, s, "oneOf");
		break;
	case GP_SHAPE_EITHER:
		print_options(p, s, "anyOf");
		break;
	case GP_SHAPE_MAP:
		print_map(p, s);
		break;
	}
}

static void print_defs(struct printer *p)
{
	size_t i;

	print_key(p, "$defs");
	open_bracket(p, '{');
	for (i = 0; i < p->n_defs; i++) {
		print_key(p, p->defs[i]->def);
		open_bracket(p, '{');
		if (p->defs[i]->help && p->defs[i]->kind != GP_SHAPE_BY_TYPE)
			print_pair(p, "description", p->defs[i]->help);
		print_shape(p, p->defs[i]);
		close_bracket(p, '}');
	}
	close_bracket(p, '}');
}

void gp_schema_print(const struct gp_shape *shape, const char *title, FILE *out)
{
	struct printer p = {.out = out};

	open_bracket(&p, '{');
	print_pair(&p, "$schema", "https://json-schema.org/draft/2020-12/schema");
	print_pair(&p, "title", title);
	if (shape->help)
		print_pair(&p, "description", shape->help);
	print_shape(&p, shape);
	print_defs(&p);
	close_bracket(&p, '}');
	fputc('\n', out);
}
