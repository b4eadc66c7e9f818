/*
 * Checking a file against the schema table.  The walk follows the file, not the table, so messages
 * come in the author's order; what an object lacks is reported at its opening brace.
 */
#include "read/schema.h"

#include "base/len.h"
#include "base/utf8.h"

#include <math.h>
#include <string.h>

enum { FEW_NAMES = 24, MANY_NAMES = 2000, PRINTED_REPORTS = 200 };

struct checker {
	struct gp_arena *a;
	struct gp_diag *d;
	bool ok;
};

static void check(struct checker *c, const struct gp_json *v, const struct gp_shape *shape);

/* Reports past the 200th are only counted, so nobody would see their hint. */
const char *gp_hint(
	const char *word, const char *const *names, size_t n, struct gp_arena *a, struct gp_diag *d)
{
	const char *near, *list = "; known: ";
	size_t i;

	if (n == 0 || n > MANY_NAMES || gp_diag_count(d, GP_ERROR) >= PRINTED_REPORTS)
		return "";
	near = gp_nearest(word, names, n);
	if (near)
		return gp_arena_printf(a, "; did you mean \"%s\"?", near);
	if (n > FEW_NAMES)
		return "";
	for (i = 0; i < n; i++)
		list = gp_arena_printf(a, "%s%s\"%s\"", list, i ? ", " : "", names[i]);
	return list;
}

/* --- values without parts -------------------------------------------------------------- */

static const char *shape_name(const struct gp_shape *s)
{
	static const char *const names[] = {
		[GP_SHAPE_TEXT] = "a string",
		[GP_SHAPE_PLAIN] = "a string",
		[GP_SHAPE_ID] = "a name in quotes",
		[GP_SHAPE_BOOL] = "true or false",
		[GP_SHAPE_INT] = "a whole number",
		[GP_SHAPE_NUMBER] = "a number",
		[GP_SHAPE_LENGTH] = "a length such as \"15mm\" or \"7.5pt\"",
		[GP_SHAPE_CHOICE] = "a word in quotes",
		[GP_SHAPE_LIST] = "a list in [ ]",
		[GP_SHAPE_OBJECT] = "an object in { }",
		[GP_SHAPE_BY_TYPE] = "an object in { }",
		[GP_SHAPE_EITHER] = "a value",
		[GP_SHAPE_MAP] = "an object in { }",
	};

	return s->name && s->kind == GP_SHAPE_EITHER ? s->name : names[s->kind];
}

static void wrong_kind(struct checker *c, const struct gp_json *v, const struct gp_shape *shape)
{
	gp_report(c->d, GP_MSG_SCHEMA_KIND, v->place, shape_name(shape), gp_json_kind_name(v));
	c->ok = false;
}

static bool is_kind(struct checker *c, const struct gp_json *v, const struct gp_shape *shape,
	enum gp_json_kind kind)
{
	if (v->kind == kind)
		return true;
	wrong_kind(c, v, shape);
	return false;
}

/* Nothing but spaces of any kind, and characters that leave no mark: as good as empty. */
static bool is_blank(const char *s)
{
	size_t i = 0, len = strlen(s);
	uint32_t cp;

	while (i < len) {
		cp = gp_utf8_next(s, len, &i);
		if (cp != ' ' && cp != 0xa0 && cp != 0xad && cp != 0x1680 &&
			(cp < 0x2000 || cp > 0x200d) && cp != 0x2028 && cp != 0x202f &&
			cp != 0x205f && cp != 0x2060 && cp != 0x3000)
			return false;
	}
	return true;
}

static void check_plain(struct checker *c, const struct gp_json *v, const struct gp_shape *shape)
{
	long n;

	if (!is_kind(c, v, shape, GP_JSON_STRING))
		return;
	n = (long)gp_utf8_count(v->string, strlen(v->string));
	if (shape->min > 0 && is_blank(v->string))
		n = 0;
	if (n >= shape->min && n <= shape->max)
		return;
	if (n == 0)
		gp_report(c->d, GP_MSG_SCHEMA_EMPTY, v->place);
	else
		gp_report(c->d, GP_MSG_SCHEMA_LONG, v->place, n, shape->max);
	c->ok = false;
}

static bool is_id(const char *s)
{
	if (!((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z')))
		return false;
	return s[strspn(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.")] ==
	       0;
}

static void check_id(struct checker *c, const struct gp_json *v, const struct gp_shape *shape)
{
	if (!is_kind(c, v, shape, GP_JSON_STRING) || is_id(v->string))
		return;
	if (shape->min == 0 && v->string[0] == '\0')
		return;
	gp_report(c->d, GP_MSG_SCHEMA_ID, v->place, v->string);
	c->ok = false;
}

/* "exactly 4", "2 to 3", "at least 1". */
static const char *amount(struct gp_arena *a, long min, long max)
{
	if (min == max)
		return gp_arena_printf(a, "exactly %ld", min);
	if (max >= GP_SCHEMA_MANY)
		return gp_arena_printf(a, "at least %ld", min);
	return gp_arena_printf(a, "%ld to %ld", min, max);
}

static void check_number(struct checker *c, const struct gp_json *v, const struct gp_shape *shape)
{
	bool whole = shape->kind == GP_SHAPE_INT;
	double min = (double)shape->min, max = (double)shape->max;

	if (!is_kind(c, v, shape, GP_JSON_NUMBER))
		return;
	if (whole && v->number != floor(v->number)) {
		gp_report(c->d, GP_MSG_SCHEMA_WHOLE, v->place, v->number);
		c->ok = false;
	} else if (v->number < min || v->number > max) {
		gp_report(c->d, GP_MSG_SCHEMA_RANGE, v->place, amount(c->a, shape->min, shape->max),
			v->number);
		c->ok = false;
	}
}

static void check_length(struct checker *c, const struct gp_json *v, const struct gp_shape *shape)
{
	int32_t len = 0;

	if (!is_kind(c, v, shape, GP_JSON_STRING))
		return;
	if (!(shape->min < 0 ? gp_len_read_signed : gp_len_read)(v->string, &len))
		gp_report(c->d, GP_MSG_SCHEMA_LENGTH, v->place, v->string);
	else if (shape->min > 0 && len < shape->min)
		gp_report(
			c->d, GP_MSG_SCHEMA_SHORT, v->place, v->string, (double)shape->min / 1000);
	else if (shape->max > 0 && len > (gp_len)shape->max)
		gp_report(c->d, GP_MSG_SCHEMA_WIDE, v->place, v->string,
			(double)gp_len_to_um((gp_len)shape->max) / 1000);
	else
		return;
	c->ok = false;
}

static bool is_named(const char *word, const char *const *names, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++) {
		if (strcmp(names[i], word) == 0)
			return true;
	}
	return false;
}

static void check_choice(struct checker *c, const struct gp_json *v, const struct gp_shape *shape)
{
	if (!is_kind(c, v, shape, GP_JSON_STRING) ||
		is_named(v->string, shape->names, shape->n_names))
		return;
	gp_report(c->d, GP_MSG_SCHEMA_CHOICE, v->place, v->string,
		gp_hint(v->string, shape->names, shape->n_names, c->a, c->d));
	c->ok = false;
}

/* --- objects and lists ----------------------------------------------------------------- */

static const struct gp_key *lookup_key(const struct gp_shape *shape, const char *name)
{
	size_t i;

	for (i = 0; i < shape->n_keys; i++) {
		if (strcmp(shape->keys[i].name, name) == 0)
			return &shape->keys[i];
	}
	return NULL;
}

static void unknown_key(struct checker *c, const struct gp_json *v, const struct gp_shape *shape)
{
	const char *names[64];
	size_t i;

	for (i = 0; i < shape->n_keys && i < 64; i++)
		names[i] = shape->keys[i].name;
	gp_report(c->d, GP_MSG_SCHEMA_KEY, v->key_place, shape->name, v->key,
		gp_hint(v->key, names, i, c->a, c->d));
	c->ok = false;
}

static void check_object(struct checker *c, const struct gp_json *v, const struct gp_shape *shape)
{
	const struct gp_key *key;
	size_t i;

	if (!is_kind(c, v, shape, GP_JSON_OBJECT))
		return;
	for (i = 0; i < shape->n_keys; i++) {
		key = &shape->keys[i];
		if (key->required && !gp_json_lookup(v, key->name)) {
			gp_report(c->d, GP_MSG_SCHEMA_MISSING, v->place, shape->name, key->name,
				key->help);
			c->ok = false;
		}
	}
	for (i = 0; i < v->n; i++) {
		key = lookup_key(shape, v->items[i].key);
		if (key)
			check(c, &v->items[i], key->shape);
		else
			unknown_key(c, &v->items[i], shape);
	}
}

/* One string, or one for each side of the body. */
static void check_text(struct checker *c, const struct gp_json *v, const struct gp_shape *shape)
{
	static const struct gp_key sides[] = {
		{"right", &gp_schema_plain, true, "the words of the edition for the right side"},
		{"left", &gp_schema_plain, true, "the words of the edition for the left side"},
	};
	static const struct gp_shape both = {.kind = GP_SHAPE_OBJECT,
		.name = "a text that differs by side",
		.keys = sides,
		.n_keys = 2};

	if (v->kind == GP_JSON_OBJECT)
		check_object(c, v, &both);
	else
		check_plain(c, v, shape);
}

static void check_list(struct checker *c, const struct gp_json *v, const struct gp_shape *shape)
{
	bool too_many = (long)v->n > shape->max;
	size_t i;

	if (!is_kind(c, v, shape, GP_JSON_LIST))
		return;
	if ((long)v->n < shape->min || too_many) {
		if (v->n == 0)
			gp_report(c->d, GP_MSG_SCHEMA_NONE, v->place);
		else
			gp_report(c->d, GP_MSG_SCHEMA_ITEMS, v->place,
				amount(c->a, shape->min, shape->max), v->n,
				too_many && shape->reason ? shape->reason : "");
		c->ok = false;
	}
	for (i = 0; i < v->n; i++)
		check(c, &v->items[i], shape->item);
}

/* The word that the option's own "type" key allows. */
static const char *type_name(const struct gp_shape *option)
{
	return option->keys[0].shape->names[0];
}

static void check_by_type(struct checker *c, const struct gp_json *v, const struct gp_shape *shape)
{
	const char *names[32], *type = gp_json_string(v, "type");
	const struct gp_json *at = gp_json_lookup(v, "type");
	size_t i;

	if (!is_kind(c, v, shape, GP_JSON_OBJECT))
		return;
	for (i = 0; i < shape->n_options && i < 32; i++) {
		names[i] = type_name(shape->options[i]);
		if (type && strcmp(type, names[i]) == 0) {
			check_object(c, v, shape->options[i]);
			return;
		}
	}
	if (!at)
		gp_report(c->d, GP_MSG_SCHEMA_MISSING, v->place, shape->name, "type", shape->help);
	else if (!type)
		gp_report(c->d, GP_MSG_SCHEMA_KIND, at->place, "a word in quotes",
			gp_json_kind_name(at));
	else
		gp_report(c->d, GP_MSG_SCHEMA_TYPE, at->place, shape->name, type,
			gp_hint(type, names, i, c->a, c->d));
	c->ok = false;
}

/* Can this value be meant as that shape? */
static bool is_meant(const struct gp_json *v, const struct gp_shape *s)
{
	if (v->kind == GP_JSON_LIST)
		return s->kind == GP_SHAPE_LIST;
	if (v->kind == GP_JSON_OBJECT && s->kind == GP_SHAPE_TEXT)
		return gp_json_lookup(v, "right") || gp_json_lookup(v, "left");
	if (v->kind == GP_JSON_OBJECT)
		return s->kind == GP_SHAPE_OBJECT || s->kind == GP_SHAPE_MAP;
	if (v->kind == GP_JSON_STRING)
		return s->kind == GP_SHAPE_TEXT || s->kind == GP_SHAPE_PLAIN ||
		       s->kind == GP_SHAPE_CHOICE;
	return v->kind == GP_JSON_NUMBER && s->kind == GP_SHAPE_INT;
}

static void check_either(struct checker *c, const struct gp_json *v, const struct gp_shape *shape)
{
	size_t i;

	for (i = 0; i < shape->n_options; i++) {
		if (is_meant(v, shape->options[i])) {
			check(c, v, shape->options[i]);
			return;
		}
	}
	wrong_kind(c, v, shape);
}

static void check_map(struct checker *c, const struct gp_json *v, const struct gp_shape *shape)
{
	size_t i;

	if (!is_kind(c, v, shape, GP_JSON_OBJECT))
		return;
	for (i = 0; i < v->n; i++)
		check(c, &v->items[i], shape->item);
}

static void check(struct checker *c, const struct gp_json *v, const struct gp_shape *shape)
{
	static void (*const checks[])(
		struct checker *, const struct gp_json *, const struct gp_shape *) = {
		[GP_SHAPE_TEXT] = check_text,
		[GP_SHAPE_PLAIN] = check_plain,
		[GP_SHAPE_ID] = check_id,
		[GP_SHAPE_INT] = check_number,
		[GP_SHAPE_NUMBER] = check_number,
		[GP_SHAPE_LENGTH] = check_length,
		[GP_SHAPE_CHOICE] = check_choice,
		[GP_SHAPE_LIST] = check_list,
		[GP_SHAPE_OBJECT] = check_object,
		[GP_SHAPE_BY_TYPE] = check_by_type,
		[GP_SHAPE_EITHER] = check_either,
		[GP_SHAPE_MAP] = check_map,
		[GP_SHAPE_BOOL] = NULL,
	};

	if (checks[shape->kind])
		checks[shape->kind](c, v, shape);
	else
		is_kind(c, v, shape, GP_JSON_BOOL);
}

bool gp_schema_check(const struct gp_json *v, const struct gp_shape *shape, struct gp_arena *a,
	struct gp_diag *d)
{
	struct checker c = {a, d, true};

	check(&c, v, shape);
	return c.ok;
}
