/*
 * The schema table as JSON Schema, draft 2020-12, for editors.  Shapes with a name in `def` go to
 * $defs once and are referred to; the others are written where they are used.
 */
#include "read/schema.h"

#include "base/scribe.h"

enum { MAX_DEFS = 64 };

struct printer {
	struct gp_scribe o;
	const struct gp_shape *defs[MAX_DEFS];
	size_t n_defs;
};

static void print_shape(struct printer *p, const struct gp_shape *s);

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
static void print_use(
	struct printer *p, const char *name, const struct gp_shape *s, const char *help)
{
	gp_scribe_open(&p->o, name, '{');
	if (help)
		gp_scribe_string(&p->o, "description", help);
	if (s->def) {
		gp_scribe_name(&p->o, "$ref");
		fprintf(p->o.out, "\"#/$defs/%s\"", s->def);
		want_def(p, s);
	} else {
		print_shape(p, s);
	}
	gp_scribe_close(&p->o, '}');
}

/* --- shapes ---------------------------------------------------------------------------- */

static void print_sides(struct printer *p, const struct gp_shape *s)
{
	static const char *const sides[] = {"right", "left"};
	int i;

	gp_scribe_open(&p->o, "anyOf", '[');
	gp_scribe_open(&p->o, NULL, '{');
	gp_scribe_string(&p->o, "type", "string");
	if (s->min)
		gp_scribe_int(&p->o, "minLength", s->min);
	gp_scribe_close(&p->o, '}');
	gp_scribe_open(&p->o, NULL, '{');
	gp_scribe_string(&p->o, "description", "One string for each side of the body.");
	gp_scribe_string(&p->o, "type", "object");
	gp_scribe_open(&p->o, "properties", '{');
	for (i = 0; i < 2; i++) {
		gp_scribe_name(&p->o, sides[i]);
		fputs("{\"type\": \"string\", \"minLength\": 1}", p->o.out);
	}
	gp_scribe_close(&p->o, '}');
	gp_scribe_strings(&p->o, "required", sides, 2);
	gp_scribe_bool(&p->o, "additionalProperties", false);
	gp_scribe_close(&p->o, '}');
	gp_scribe_close(&p->o, ']');
}

static void print_object(struct printer *p, const struct gp_shape *s)
{
	const char *required[64];
	size_t i, n = 0;

	gp_scribe_string(&p->o, "type", "object");
	gp_scribe_open(&p->o, "properties", '{');
	for (i = 0; i < s->n_keys; i++) {
		print_use(p, s->keys[i].name, s->keys[i].shape, s->keys[i].help);
		if (s->keys[i].required && n < 64)
			required[n++] = s->keys[i].name;
	}
	gp_scribe_close(&p->o, '}');
	if (n)
		gp_scribe_strings(&p->o, "required", required, n);
	gp_scribe_bool(&p->o, "additionalProperties", false);
}

static void print_list(struct printer *p, const struct gp_shape *s)
{
	gp_scribe_string(&p->o, "type", "array");
	print_use(p, "items", s->item, NULL);
	if (s->min)
		gp_scribe_int(&p->o, "minItems", s->min);
	if (s->max < GP_SCHEMA_MANY)
		gp_scribe_int(&p->o, "maxItems", s->max);
}

static void print_options(struct printer *p, const struct gp_shape *s, const char *key)
{
	size_t i;

	gp_scribe_open(&p->o, key, '[');
	for (i = 0; i < s->n_options; i++) {
		print_use(p, NULL, s->options[i], NULL);
	}
	gp_scribe_close(&p->o, ']');
}

static void print_range(struct printer *p, const struct gp_shape *s, const char *type)
{
	gp_scribe_string(&p->o, "type", type);
	gp_scribe_int(&p->o, "minimum", s->min);
	gp_scribe_int(&p->o, "maximum", s->max);
}

static void print_id(struct printer *p, const struct gp_shape *s)
{
	gp_scribe_string(&p->o, "type", "string");
	gp_scribe_string(&p->o, "pattern",
		s->min ? "^[A-Za-z][A-Za-z0-9._-]*$" : "^([A-Za-z][A-Za-z0-9._-]*)?$");
}

static void print_plain(struct printer *p, const struct gp_shape *s)
{
	gp_scribe_string(&p->o, "type", "string");
	if (s->min)
		gp_scribe_int(&p->o, "minLength", s->min);
	if (s->max < GP_SCHEMA_MANY)
		gp_scribe_int(&p->o, "maxLength", s->max);
}

static void print_map(struct printer *p, const struct gp_shape *s)
{
	gp_scribe_string(&p->o, "type", "object");
	print_use(p, "additionalProperties", s->item, NULL);
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
		gp_scribe_string(&p->o, "type", "boolean");
		break;
	case GP_SHAPE_INT:
		print_range(p, s, "integer");
		break;
	case GP_SHAPE_NUMBER:
		print_range(p, s, "number");
		break;
	case GP_SHAPE_LENGTH:
		gp_scribe_string(&p->o, "type", "string");
		gp_scribe_string(&p->o, "pattern",
			s->min < 0 ? "^[-+]?[0-9]*\\.?[0-9]+(mm|pt)$"
				   : "^[0-9]*\\.?[0-9]+(mm|pt)$");
		break;
	case GP_SHAPE_CHOICE:
		gp_scribe_strings(&p->o, "enum", s->names, s->n_names);
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

	gp_scribe_open(&p->o, "$defs", '{');
	for (i = 0; i < p->n_defs; i++) {
		gp_scribe_open(&p->o, p->defs[i]->def, '{');
		if (p->defs[i]->help && p->defs[i]->kind != GP_SHAPE_BY_TYPE)
			gp_scribe_string(&p->o, "description", p->defs[i]->help);
		print_shape(p, p->defs[i]);
		gp_scribe_close(&p->o, '}');
	}
	gp_scribe_close(&p->o, '}');
}

void gp_schema_print(const struct gp_shape *shape, const char *title, FILE *out)
{
	struct printer p = {.o = {.out = out}};

	gp_scribe_open(&p.o, NULL, '{');
	gp_scribe_string(&p.o, "$schema", "https://json-schema.org/draft/2020-12/schema");
	gp_scribe_string(&p.o, "title", title);
	if (shape->help)
		gp_scribe_string(&p.o, "description", shape->help);
	print_shape(&p, shape);
	print_defs(&p);
	gp_scribe_close(&p.o, '}');
	fputc('\n', out);
}
