/*
 * What a hyphenation file says: patterns in one or two levels, least letters, marks.  Between the
 * two halves of hyphen.h, which read a file and hyphenate a word.
 */
#ifndef GP_TEXT_HYPHEN_FILE_H
#define GP_TEXT_HYPHEN_FILE_H

#include "text/patterns.h"

struct gp_hyphen {
	struct gp_patterns
		*level[2]; /* the first finds the joints of compounds, when there are two */
	unsigned n_levels;
	unsigned left, right;             /* least letters at the ends of a word */
	unsigned inner_left, inner_right; /* and of a part of a compound */
	const char *never[8];             /* breaks beside these are not allowed */
	size_t n_never;
};

#endif
