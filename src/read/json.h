/*
 * JSON files as trees of nodes that know where they stand.
 *
 * The text is checked by our own scanner to the letter of RFC 8259 (scan.h), parsed by cJSON, and
 * copied into arena nodes: cJSON keeps no positions, accepts much that is no JSON, and its lists
 * are slow to index.  Only json.c knows cJSON.
 */
#ifndef GP_READ_JSON_H
#define GP_READ_JSON_H

#include "base/arena.h"
#include "base/diag.h"

enum gp_json_kind {
	GP_JSON_NULL,
	GP_JSON_BOOL,
	GP_JSON_NUMBER,
	GP_JSON_STRING,
	GP_JSON_LIST,
	GP_JSON_OBJECT
};

struct gp_json {
	enum gp_json_kind kind;
	bool truth;                  /* GP_JSON_BOOL */
	struct gp_place place;       /* of the value; a string's opening quote */
	struct gp_place key_place;   /* of its name in an object */
	const char *key;             /* NULL in lists and at the root */
	const char *string;          /* GP_JSON_STRING: UTF-8 without NUL */
	double number;               /* GP_JSON_NUMBER: finite */
	const struct gp_json *items; /* children of a list or object, side by side */
	size_t n;
};

enum { GP_JSON_LIMIT = 16 << 20 }; /* bytes of a file */

/*
 * Read, check and parse a file of at most 16 MB.  Reports the first fault of the JSON text, every
 * key that stands twice, and every character no guide may hold; NULL after a fault of the text.
 * Node, text and strings live in `a`.
 */
const struct gp_json *gp_json_read(const char *path, struct gp_arena *a, struct gp_diag *d);

/* The same from a text in memory that outlives `d`; `name` for messages. */
const struct gp_json *gp_json_parse(
	const char *name, const char *text, size_t len, struct gp_arena *a, struct gp_diag *d);

/*
 * Lookups are forgiving, because the schema check has already reported what is missing or of the
 * wrong kind: they give NULL, false or an empty list then.  `v` may be NULL.
 */
const struct gp_json *gp_json_lookup(const struct gp_json *v, const char *key);
const char *gp_json_string(const struct gp_json *v, const char *key);
bool gp_json_is_true(const struct gp_json *v, const char *key);

/* The list under `key`, as a node of kind GP_JSON_LIST with n items; never NULL. */
const struct gp_json *gp_json_list(const struct gp_json *v, const char *key);

/* A whole number from 0, or `fallback` when there is none. */
unsigned gp_json_unsigned(const struct gp_json *v, const char *key, unsigned fallback);

/* The message for a character no string may hold (controls, bidi controls, …); GP_N_MSG: it may. */
enum gp_msg gp_json_char_fault(uint32_t cp);

/* What kind of value v is, for messages: "a list", "true or false". */
const char *gp_json_kind_name(const struct gp_json *v);

/* The place of v, GP_NOWHERE for NULL. */
struct gp_place gp_json_place(const struct gp_json *v);

#endif
