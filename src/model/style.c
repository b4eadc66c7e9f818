/*
 * Queries on the style record.
 */
#include "model/style.h"

#include <string.h>

const struct gp_paper *gp_style_paper(const struct gp_style *s, const char *name)
{
	size_t i;

	for (i = 0; i < s->n_papers; i++) {
		if (strcmp(s->papers[i].name, name) == 0)
			return &s->papers[i];
	}
	return NULL;
}
