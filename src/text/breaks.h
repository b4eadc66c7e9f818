/*
 * Where a text may be broken: a pure function of its characters, without fonts.
 */
#ifndef GP_TEXT_BREAKS_H
#define GP_TEXT_BREAKS_H

#include "text/hyphen.h"

/* What stands at a byte: may a line end before it, and how. */
enum gp_break {
	GP_BREAK_NONE,
	GP_BREAK_SPACE,     /* spaces end the line; they are not drawn there */
	GP_BREAK_DASH,      /* after a hyphen or dash of the text */
	GP_BREAK_MARK,      /* inside an address or after a slash: no hyphen */
	GP_BREAK_FREE,      /* zero width space; between ideographs */
	GP_BREAK_SOFT,      /* after a soft hyphen: a hyphen is drawn */
	GP_BREAK_PATTERN,   /* by the patterns: a hyphen is drawn */
	GP_BREAK_EMERGENCY, /* inside a word that fits no line */
	GP_BREAK_FORCED     /* after U+2028, and the end of the text */
};

/* True when a hyphen is put in at such a break. */
bool gp_break_has_hyphen(enum gp_break b);

struct gp_break_rules {
	const struct gp_hyphen *hyphen; /* NULL: soft hyphens only */
	unsigned left, right;           /* least letters on each side */
};

/*
 * Fill breaks[0..len]: breaks[i] says how a line may end before byte i.  breaks[len] is
 * GP_BREAK_FORCED, breaks[0] is GP_BREAK_NONE.
 */
void gp_breaks_find(
	const char *text, size_t len, const struct gp_break_rules *rules, unsigned char *breaks);

#endif
