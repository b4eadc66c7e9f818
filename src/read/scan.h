/*
 * RFC 8259 to the letter: is this text JSON, and where does each value stand.
 */
#ifndef GP_READ_SCAN_H
#define GP_READ_SCAN_H

#include "base/arena.h"
#include "base/diag.h"

enum {
	GP_SCAN_DEPTH = 64,       /* objects and lists inside one another */
	GP_SCAN_VALUES = 1000000, /* values in a file; bounds memory to some hundred MB */
	GP_SCAN_NUMBER = 60       /* characters of a usual number: cJSON reads no more than 63 */
};

/* Where a value and, in an object, its key stand; in the order the text gives them. */
struct gp_scan_spot {
	uint32_t value, key;
};

/* A number of more than GP_SCAN_NUMBER characters. */
struct gp_scan_long {
	size_t at, len;
};

struct gp_scan {
	struct gp_scan_spot *spots;
	size_t n, cap;
	struct gp_scan_long *longs;
	size_t n_longs, cap_longs;
};

/*
 * Check a registered text.  Reports the first fault and returns false; else fills `out` with the
 * spots of all values in pre-order, and all long numbers.  Linear in the length.
 */
bool gp_scan_text(uint32_t file, const char *text, size_t len, struct gp_arena *a,
	struct gp_diag *d, struct gp_scan *out);

/*
 * One unit of a JSON string at s[*i]: a character or an escape, whose bytes in UTF-8 go to buf
 * (room for 4).  Returns their number and moves *i on; 0 for a malformed escape or byte, which
 * moves *i on by at least one.  Used again to find places in strings.
 */
size_t gp_scan_unit(const char *s, size_t len, size_t *i, char *buf);

#endif
