/*
 * Pure queries on the guide; nothing here changes it.
 */
#include "model/guide.h"

#include <stdlib.h>
#include <string.h>

/* The value of the field that starts at s ("name}…"), or NULL. */
static const char *field_value(const char *s, size_t len, va_list ap)
{
	const char *name, *value;

	while ((name = va_arg(ap, const char *)) != NULL) {
		value = va_arg(ap, const char *);
		if (strlen(name) == len && memcmp(name, s, len) == 0)
			return value;
	}
	return NULL;
}

static const char *lookup_field(const char *s, size_t len, va_list ap)
{
	const char *value;
	va_list again;

	va_copy(again, ap);
	value = field_value(s, len, again);
	va_end(again);
	return value;
}

char *gp_words_fill(struct gp_arena *a, const char *word, ...)
{
	char *out = gp_arena_str(a, "");
	const char *open, *close, *value;
	va_list ap;

	va_start(ap, word);
	while ((open = strchr(word, '{')) != NULL && (close = strchr(open, '}')) != NULL) {
		value = lookup_field(open + 1, (size_t)(close - open - 1), ap);
		out = gp_arena_printf(
			a, "%s%.*s%s", out, (int)(open - word), word, value ? value : "");
		word = close + 1;
	}
	va_end(ap);
	return gp_arena_printf(a, "%s%s", out, word);
}

char *gp_rich_plain(struct gp_arena *a, const struct gp_rich *r)
{
	size_t i, len = 0;
	char *out, *p;

	for (i = 0; i < r->n; i++)
		len += r->spans[i].kind == GP_SPAN_TEXT ? r->spans[i].len : 1;
	p = out = gp_arena_alloc(a, len + 1);
	for (i = 0; i < r->n; i++) {
		const struct gp_span *s = &r->spans[i];

		if (s->kind == GP_SPAN_TEXT) {
			memcpy(p, s->text, s->len);
			p += s->len;
		} else {
			*p++ = '0';
		}
	}
	return out;
}

int gp_target_compare(const struct gp_target *a, const struct gp_target *b)
{
	return strcmp(a->id, b->id);
}

static int compare(const void *a, const void *b)
{
	return gp_target_compare(a, b);
}

const struct gp_target *gp_guide_target(const struct gp_guide *g, const char *id)
{
	struct gp_target key = {.id = id};

	return g->n_targets ? bsearch(&key, g->targets, g->n_targets, sizeof key, compare) : NULL;
}

const struct gp_anchor *gp_picture_anchor(const struct gp_picture_note *p, const char *name)
{
	size_t i;

	for (i = 0; i < p->n; i++) {
		if (strcmp(p->anchors[i].name, name) == 0)
			return &p->anchors[i];
	}
	return NULL;
}
