/*
 * From text to nodes.  The scanner has accepted the text, so cJSON can only agree; walking its tree
 * in step with the scanner's list of spots gives each node its place, and children are copied side
 * by side.  Depth is bounded by the scanner, so recursion is safe.
 */
#include "read/json.h"

#include "base/file.h"
#include "base/utf8.h"
#include "read/read.h"
#include "read/scan.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- building -------------------------------------------------------------------------- */

struct builder {
	struct gp_arena *a;
	struct gp_diag *d;
	uint32_t file;
	const struct gp_scan *scan;
	size_t next; /* spot of the next value in pre-order */
};

static enum gp_json_kind kind_of(const cJSON *c)
{
	if (cJSON_IsObject(c))
		return GP_JSON_OBJECT;
	if (cJSON_IsArray(c))
		return GP_JSON_LIST;
	if (cJSON_IsString(c))
		return GP_JSON_STRING;
	if (cJSON_IsNumber(c))
		return GP_JSON_NUMBER;
	return cJSON_IsBool(c) ? GP_JSON_BOOL : GP_JSON_NULL;
}

static void copy_node(struct builder *b, const cJSON *c, struct gp_json *out)
{
	const struct gp_scan_spot *spot = &b->scan->spots[b->next++];
	struct gp_json *items;
	const cJSON *child;

	out->kind = kind_of(c);
	out->place = (struct gp_place){b->file, spot->value};
	out->key_place = (struct gp_place){b->file, spot->key};
	out->key = c->string ? gp_arena_str(b->a, c->string) : NULL;
	out->truth = cJSON_IsTrue(c);
	out->number = out->kind == GP_JSON_NUMBER ? c->valuedouble : 0;
	if (out->kind == GP_JSON_STRING)
		out->string = gp_arena_str(b->a, c->valuestring);
	for (child = c->child; child; child = child->next)
		out->n++;
	out->items = items = GP_ARRAY(b->a, out->n, struct gp_json);
	for (child = c->child; child; child = child->next)
		copy_node(b, child, items++);
}

/* --- keys that stand twice ------------------------------------------------------------- */

static int by_key(const void *a, const void *b)
{
	const struct gp_json *const *x = a, *const *y = b;
	int c = strcmp((*x)->key, (*y)->key);

	if (c != 0)
		return c;
	return (*x)->place.offset < (*y)->place.offset ? -1 : 1;
}

static void check_twice(const struct gp_json *v, struct gp_arena *a, struct gp_diag *d)
{
	const struct gp_json **sorted = GP_ARRAY(a, v->n, const struct gp_json *);
	size_t i;

	for (i = 0; i < v->n; i++)
		sorted[i] = &v->items[i];
	if (v->n > 1)
		qsort(sorted, v->n, sizeof(*sorted), by_key);
	for (i = 1; i < v->n; i++) {
		if (strcmp(sorted[i - 1]->key, sorted[i]->key) == 0)
			gp_report(d, GP_MSG_JSON_TWICE, sorted[i]->key_place, sorted[i]->key);
	}
}

/* --- characters no guide may hold ------------------------------------------------------ */

static bool is_noncharacter(uint32_t cp)
{
	return (cp >= 0xfdd0 && cp <= 0xfdef) || (cp & 0xfffe) == 0xfffe;
}

/* Would turn words around on the page without being seen (Unicode standard annex 9). */
static bool is_bidi_control(uint32_t cp)
{
	return (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069) || cp == 0x200e ||
	       cp == 0x200f || cp == 0x061c;
}

/*
 * Control characters, and characters that are never seen but change or carry what a program reads:
 * the byte order mark, deprecated format characters, anchors of annotations, language tags.
 */
static bool is_control(uint32_t cp)
{
	return cp < 0x20 || (cp >= 0x7f && cp <= 0x9f) || cp == 0xfeff ||
	       (cp >= 0x206a && cp <= 0x206f) || (cp >= 0xfff9 && cp <= 0xfffb) ||
	       (cp >= 0xe0000 && cp <= 0xe007f);
}

enum gp_msg gp_json_char_fault(uint32_t cp)
{
	if (cp == '\n' || cp == '\r' || cp == 0x2029)
		return GP_MSG_CHAR_LINE;
	if (is_control(cp))
		return GP_MSG_CHAR_CONTROL;
	if (is_bidi_control(cp))
		return GP_MSG_CHAR_BIDI;
	return is_noncharacter(cp) ? GP_MSG_CHAR_NONE : GP_N_MSG;
}

static void check_string(const struct gp_json *v, struct gp_diag *d)
{
	size_t i = 0, at, len = strlen(v->string);
	enum gp_msg msg;
	uint32_t cp;

	while (i < len) {
		at = i;
		if (v->string[i] >= 0x20 && v->string[i] < 0x7f) {
			i++; /* most of what there is */
			continue;
		}
		cp = gp_utf8_next(v->string, len, &i);
		msg = gp_json_char_fault(cp);
		if (msg != GP_N_MSG) {
			gp_report(d, msg, gp_read_spot(d, v->place, (uint32_t)at), (unsigned)cp);
			return; /* one a string is enough, and keeps the work linear */
		}
	}
}

static void check_node(const struct gp_json *v, struct gp_arena *a, struct gp_diag *d)
{
	size_t i;

	if (v->kind == GP_JSON_STRING)
		check_string(v, d);
	if (v->kind == GP_JSON_OBJECT)
		check_twice(v, a, d);
	for (i = 0; i < v->n; i++)
		check_node(&v->items[i], a, d);
}

/* --- reading --------------------------------------------------------------------------- */

/* The text with numbers that cJSON would cut said in fewer figures; all keeps its place. */
static const char *shorten_numbers(
	const char *text, size_t len, const struct gp_scan *scan, struct gp_arena *a)
{
	char *copy, figures[GP_SCAN_NUMBER];
	size_t i;

	if (scan->n_longs == 0)
		return text;
	copy = gp_arena_strn(a, text, len);
	for (i = 0; i < scan->n_longs; i++) {
		char *at = copy + scan->longs[i].at;
		int n = snprintf(figures, sizeof figures, "%.17g", strtod(at, NULL));

		memset(at, ' ', scan->longs[i].len);
		memcpy(at, figures, (size_t)n);
	}
	return copy;
}

const struct gp_json *gp_json_parse(
	const char *name, const char *text, size_t len, struct gp_arena *a, struct gp_diag *d)
{
	cJSON_Hooks hooks = {gp_mem_alloc, gp_mem_free};
	struct gp_arena *scratch = gp_arena_new();
	struct builder b = {.a = a, .d = d};
	struct gp_json *root = NULL;
	struct gp_scan scan;
	cJSON *tree = NULL;

	gp_diag_pointers(d, gp_read_pointer);
	b.file = gp_diag_file(d, name, text, len);
	if (gp_scan_text(b.file, text, len, scratch, d, &scan)) {
		cJSON_InitHooks(&hooks);
		tree = cJSON_ParseWithLength(shorten_numbers(text, len, &scan, scratch), len);
		assert(tree);
		b.scan = &scan;
		root = GP_NEW(a, struct gp_json);
		copy_node(&b, tree, root);
		assert(b.next == scan.n);
		cJSON_Delete(tree);
		check_node(root, scratch, d);
	}
	gp_arena_free(scratch);
	return root;
}

const struct gp_json *gp_json_read(const char *path, struct gp_arena *a, struct gp_diag *d)
{
	struct gp_bytes file;

	if (!gp_file_read(path, GP_JSON_LIMIT, GP_NOWHERE, a, d, &file))
		return NULL;
	return gp_json_parse(gp_arena_str(a, path), (const char *)file.data, file.len, a, d);
}

/* --- lookups --------------------------------------------------------------------------- */

const struct gp_json *gp_json_lookup(const struct gp_json *v, const char *key)
{
	size_t i;

	if (!v || v->kind != GP_JSON_OBJECT)
		return NULL;
	for (i = 0; i < v->n; i++) {
		if (strcmp(v->items[i].key, key) == 0)
			return &v->items[i];
	}
	return NULL;
}

const char *gp_json_string(const struct gp_json *v, const char *key)
{
	const struct gp_json *s = gp_json_lookup(v, key);

	return s && s->kind == GP_JSON_STRING ? s->string : NULL;
}

bool gp_json_is_true(const struct gp_json *v, const char *key)
{
	const struct gp_json *b = gp_json_lookup(v, key);

	return b && b->kind == GP_JSON_BOOL && b->truth;
}

const struct gp_json *gp_json_list(const struct gp_json *v, const char *key)
{
	static const struct gp_json none = {.kind = GP_JSON_LIST};
	const struct gp_json *l = gp_json_lookup(v, key);

	return l && l->kind == GP_JSON_LIST ? l : &none;
}

unsigned gp_json_unsigned(const struct gp_json *v, const char *key, unsigned fallback)
{
	const struct gp_json *n = gp_json_lookup(v, key);

	if (!n || n->kind != GP_JSON_NUMBER || n->number < 0 || n->number > 1e9 ||
		n->number != floor(n->number))
		return fallback;
	return (unsigned)n->number;
}

const char *gp_json_kind_name(const struct gp_json *v)
{
	static const char *const names[] = {
		[GP_JSON_NULL] = "null",
		[GP_JSON_BOOL] = "true or false",
		[GP_JSON_NUMBER] = "a number",
		[GP_JSON_STRING] = "a string",
		[GP_JSON_LIST] = "a list",
		[GP_JSON_OBJECT] = "an object",
	};

	return names[v->kind];
}

struct gp_place gp_json_place(const struct gp_json *v)
{
	return v ? v->place : GP_NOWHERE;
}
