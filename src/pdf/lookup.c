/*
 * Trees are built from the leaves up, with at most 64 entries in a node, so a lookup in a file of a
 * million links reads four nodes.
 */
#include "pdf/lookup.h"

enum { FAN = 64 };

struct entry {
	const char *key, *value;
};

struct level {
	struct gp_dict *dict;
	const char *first, *last;
};

struct gp_lookup {
	struct gp_pdf_job *job;
	const char *kind;
	struct entry *v;
	size_t n, cap;
};

struct gp_lookup *gp_lookup_new(struct gp_pdf_job *job, const char *kind)
{
	struct gp_lookup *t = GP_NEW(job->arena, struct gp_lookup);

	t->job = job;
	t->kind = kind;
	return t;
}

void gp_lookup_text(struct gp_lookup *t, const char *key, const char *value)
{
	*GP_PUSH(t->job->arena, t->v, t->n, t->cap) = (struct entry){key, value};
}

void gp_lookup_number(struct gp_lookup *t, int64_t key, const char *value)
{
	gp_lookup_text(t, gp_arena_printf(t->job->arena, "%lld", (long long)key), value);
}

static void put_limits(struct gp_lookup *t, const struct level *node)
{
	gp_dict_raw(node->dict, "Limits",
		gp_arena_printf(t->job->arena, "[%s %s]", node->first, node->last));
}

static struct level leaf(struct gp_lookup *t, size_t from, size_t to)
{
	struct gp_buf b = {0};
	struct level node = {gp_haru_dict(t->job->haru), NULL, NULL};
	size_t i;

	gp_buf_char(&b, '[');
	for (i = from; i < to; i++) {
		gp_buf_str(&b, t->v[i].key);
		gp_buf_char(&b, ' ');
		gp_buf_str(&b, t->v[i].value);
		gp_buf_char(&b, ' ');
	}
	gp_buf_char(&b, ']');
	gp_dict_raw(node.dict, t->kind, gp_buf_take_str(&b, t->job->arena));
	gp_buf_done(&b);
	if (to > from) {
		node.first = t->v[from].key;
		node.last = t->v[to - 1].key;
	}
	return node;
}

static struct level branch(struct gp_lookup *t, const struct level *kids, size_t n)
{
	struct level node = {gp_haru_dict(t->job->haru), kids[0].first, kids[n - 1].last};
	struct gp_array *a = gp_dict_array(node.dict, "Kids");
	size_t i;

	for (i = 0; i < n; i++) {
		put_limits(t, &kids[i]);
		gp_array_ref(a, kids[i].dict);
	}
	return node;
}

static size_t part(size_t i, size_t n)
{
	return i + FAN < n ? i + FAN : n;
}

struct gp_dict *gp_lookup_write(struct gp_lookup *t)
{
	size_t n = t->n > FAN ? (t->n + FAN - 1) / FAN : 1, i, k;
	struct level *nodes = GP_ARRAY(t->job->arena, n, struct level);

	for (i = 0; i < n; i++)
		nodes[i] = leaf(t, i * FAN, part(i * FAN, t->n));
	while (n > 1) {
		for (i = k = 0; i < n; i += FAN)
			nodes[k++] = branch(t, nodes + i, part(i, n) - i);
		n = k;
	}
	return nodes[0].dict;
}
