/*
 * UTF-8: reading step by step, checking and counting agree, and what is well-formed comes out
 * again byte by byte.
 */
#include "fuzz/fuzz.h"

#include "base/utf8.h"

#include <assert.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *s = (const char *)data;
	size_t bad = gp_utf8_check(s, size), i = 0, n = 0;

	assert(bad <= size);
	while (i < bad) {
		size_t start = i, len;
		uint32_t cp = gp_utf8_next(s, size, &i);
		char again[4];

		assert(cp != GP_UTF8_BAD && i > start && i <= bad);
		len = gp_utf8_put(again, cp);
		assert(len == i - start && memcmp(again, s + start, len) == 0);
		n++;
	}
	assert(gp_utf8_count(s, bad) == n);
	if (bad < size) {
		assert(gp_utf8_next(s, size, &i) == GP_UTF8_BAD);
		assert(i == bad + 1);
	}
	return 0;
}
