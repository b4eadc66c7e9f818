/*
 * Names and what they stand for: ids of the guide, steps, sources, pictures.  A hash table with
 * open addressing, so that a guide of any size is read in linear time.
 */
#ifndef GP_READ_NAMES_H
#define GP_READ_NAMES_H

#include "base/arena.h"
#include "base/diag.h"

enum gp_name_kind { GP_NAME_SECTION, GP_NAME_BLOCK, GP_NAME_FIGURE, GP_NAME_TABLE, GP_NAME_OTHER };

struct gp_name {
	const char *name;
	enum gp_name_kind kind;
	unsigned number; /* of a figure, table or source; 0: none */
	size_t index;    /* in the caller's own array */
	struct gp_place place;
};

struct gp_names {
	struct gp_name *list; /* in the order of adding */
	size_t n, cap;
	size_t *slots;  /* index + 1 into list, 0: free */
	size_t n_slots; /* a power of two, or 0 */
};

/* Add a name that is not there yet; false when it is there (nothing changes then). */
bool gp_names_add(struct gp_names *t, struct gp_name name, struct gp_arena *a);

/* NULL when there is none. */
const struct gp_name *gp_names_lookup(const struct gp_names *t, const char *name);

/* gp_hint over the names of a kind, or of all kinds with GP_NAME_OTHER. */
const char *gp_names_hint(const struct gp_names *t, const char *word, enum gp_name_kind kind,
	struct gp_arena *a, struct gp_diag *d);

#endif
