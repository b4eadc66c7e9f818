/*
 * "Did you mean": optimal string alignment distance (Damerau 1964, restricted), with three rows.
 * Names are short; words longer than the table are not compared.
 */
#include "base/diag.h"

#include <string.h>

enum { LONGEST = 64 };

static unsigned least(unsigned a, unsigned b, unsigned c)
{
	unsigned m = a < b ? a : b;

	return m < c ? m : c;
}

static unsigned distance(const char *a, const char *b)
{
	unsigned row[3][LONGEST + 1] = {{0}};
	size_t i, j, n = strlen(a), m = strlen(b);

	for (j = 0; j <= m; j++)
		row[0][j] = (unsigned)j;
	for (i = 1; i <= n; i++) {
		unsigned *now = row[i % 3], *last = row[(i + 2) % 3], *before = row[(i + 1) % 3];

		now[0] = (unsigned)i;
		for (j = 1; j <= m; j++) {
			unsigned cost = a[i - 1] != b[j - 1];

			now[j] = least(last[j] + 1, now[j - 1] + 1, last[j - 1] + cost);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
				before[j - 2] + 1 < now[j])
				now[j] = before[j - 2] + 1;
		}
	}
	return row[n % 3][m];
}

const char *gp_nearest(const char *word, const char *const *names, size_t n)
{
	size_t i, len = strlen(word);
	unsigned best = (unsigned)(len / 3 > 1 ? len / 3 : 1) + 1, d;
	const char *near = NULL;

	if (len == 0 || len > LONGEST)
		return NULL;
	for (i = 0; i < n; i++) {
		if (strlen(names[i]) > LONGEST)
			continue;
		d = distance(word, names[i]);
		if (d < best) {
			best = d;
			near = names[i];
		}
	}
	return near;
}
