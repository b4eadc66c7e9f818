/*
 * Strings of a guide: whatever stands in one, its spans are UTF-8 without control characters, in
 * rising order inside the string, and warnings and errors have places in it.
 */
#include "fuzz/fuzz.h"

#include "base/utf8.h"
#include "unit/read_kit.h"

#include <assert.h>

/* Bytes as a JSON string: quotes and backslashes escaped, controls and broken UTF-8 left out. */
static char *quote(struct gp_arena *a, const uint8_t *data, size_t size)
{
	char *out = gp_arena_alloc(a, 2 * size + 3), *p = out;
	size_t i = 0, at;

	*p++ = '"';
	while (i < size) {
		at = i;
		if (gp_utf8_next((const char *)data, size, &i) == GP_UTF8_BAD || data[at] < 0x20)
			continue;
		if (data[at] == '"' || data[at] == '\\')
			*p++ = '\\';
		memcpy(p, data + at, i - at);
		p += i - at;
	}
	*p = '"';
	return out;
}

static void check_spans(const struct gp_rich *rich, size_t len)
{
	size_t i, at = 0;

	for (i = 0; i < rich->n; i++) {
		const struct gp_span *s = &rich->spans[i];

		assert(strlen(s->text) == s->len);
		assert(gp_utf8_check(s->text, s->len) == s->len);
		assert(s->at >= at && s->at <= len);
		assert(s->kind != GP_SPAN_TEXT || s->len > 0);
		at = s->at;
	}
}

/* A reader with words and facts read once, but memory and messages of its own. */
static void open_again(struct kit *k)
{
	static struct kit first;

	if (!first.a)
		kit_open(&first);
	k->a = gp_arena_new();
	k->d = gp_diag_new();
	k->r = first.r;
	k->r.a = k->a;
	k->r.d = k->d;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const struct gp_json *v;
	struct gp_rich rich;
	struct kit k;
	FILE *null = fopen("/dev/null", "w");

	open_again(&k);
	v = kit_json(k.a, k.d, quote(k.a, data, size));
	assert(v && v->kind == GP_JSON_STRING);
	rich = gp_read_rich(&k.r, v);
	check_spans(&rich, strlen(v->string));
	k.r.no_pages = true;
	rich = gp_read_rich(&k.r, v);
	check_spans(&rich, strlen(v->string));
	gp_diag_print(k.d, null);
	fclose(null);
	kit_close(&k);
	return 0;
}
