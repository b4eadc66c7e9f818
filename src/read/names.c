/*
 * Hashes and linear probing; the table doubles at three quarters full.
 */
#include "read/names.h"

#include "base/hash.h"
#include "read/schema.h"

#include <string.h>

enum { FIRST_SLOTS = 16, HINT_NAMES = 2000 };

/* The slot of a name, or the free one where it belongs. */
static size_t *find(const struct gp_names *t, const char *name)
{
	uint64_t hash = gp_hash_bytes(GP_HASH_START, name, strlen(name));
	size_t i = gp_hash_slot(hash) & (t->n_slots - 1);

	while (t->slots[i] && strcmp(t->list[t->slots[i] - 1].name, name) != 0)
		i = (i + 1) & (t->n_slots - 1);
	return &t->slots[i];
}

static void widen(struct gp_names *t, struct gp_arena *a)
{
	size_t i;

	t->n_slots = t->n_slots ? t->n_slots * 2 : FIRST_SLOTS;
	t->slots = GP_ARRAY(a, t->n_slots, size_t);
	for (i = 0; i < t->n; i++)
		*find(t, t->list[i].name) = i + 1;
}

bool gp_names_add(struct gp_names *t, struct gp_name name, struct gp_arena *a)
{
	size_t *slot;

	if ((t->n + 1) * 4 > t->n_slots * 3)
		widen(t, a);
	slot = find(t, name.name);
	if (*slot)
		return false;
	*GP_PUSH(a, t->list, t->n, t->cap) = name;
	*slot = t->n;
	return true;
}

const struct gp_name *gp_names_lookup(const struct gp_names *t, const char *name)
{
	size_t slot;

	if (t->n_slots == 0)
		return NULL;
	slot = *find(t, name);
	return slot ? &t->list[slot - 1] : NULL;
}

const char *gp_names_hint(const struct gp_names *t, const char *word, enum gp_name_kind kind,
	struct gp_arena *a, struct gp_diag *d)
{
	const char *names[HINT_NAMES];
	size_t i, n = 0;

	for (i = 0; i < t->n && n < HINT_NAMES; i++) {
		if (kind == GP_NAME_OTHER || t->list[i].kind == kind)
			names[n++] = t->list[i].name;
	}
	return gp_hint(word, names, n, a, d);
}
