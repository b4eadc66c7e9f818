/*
 * JSON: the scanner, cJSON and the copy agree on every text; every place leads back to its value;
 * pointers of any place in any text stay inside their buffer.
 */
#include "fuzz/fuzz.h"

#include "base/utf8.h"
#include "read/json.h"
#include "read/read.h"

#include <assert.h>
#include <string.h>

static void check_node(const struct gp_json *v, const char *text, size_t len, struct gp_diag *d)
{
	size_t i, n;
	char c;

	assert(v->place.offset < len);
	c = text[v->place.offset];
	assert((v->kind == GP_JSON_STRING) == (c == '"'));
	assert((v->kind == GP_JSON_LIST) == (c == '['));
	assert((v->kind == GP_JSON_OBJECT) == (c == '{'));
	if (v->kind == GP_JSON_STRING) {
		n = strlen(v->string);
		assert(gp_utf8_check(v->string, n) == n);
		i = gp_read_spot(d, v->place, (uint32_t)n).offset;
		assert(i < len && text[i] == '"' && i > v->place.offset);
	}
	for (i = 0; i < v->n; i++)
		check_node(&v->items[i], text, len, d);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct gp_arena *a = gp_arena_new();
	struct gp_diag *d = gp_diag_new();
	const char *text = gp_arena_strn(a, (const char *)data, size);
	const struct gp_json *v = gp_json_parse("t", text, size, a, d);
	size_t at = size ? (size_t)data[0] * size / 256 : 0, cap = size % 40;
	char *buf = gp_arena_alloc(a, cap + 1), whole[512];

	if (v)
		check_node(v, text, size, d);
	else
		assert(gp_diag_count(d, GP_ERROR) == 1);
	gp_read_pointer(text, size, at, whole, sizeof whole);
	memset(buf, 'x', cap + 1);
	gp_read_pointer(text, size, at, buf, cap);
	assert(cap == 0 || (strlen(buf) < cap && memcmp(buf, whole, strlen(buf)) == 0));
	assert(buf[cap] == 'x');
	gp_diag_free(d);
	gp_arena_free(a);
	return 0;
}
