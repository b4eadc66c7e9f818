/*
 * Pattern files and words.  Up to the first NUL stands a .dic file, after it the least letters on
 * each side (two bytes) and a word.  Breaks must stand between letters, far enough from the ends.
 */
#include "fuzz/fuzz.h"

#include "base/utf8.h"
#include "text/hyphen.h"

#include <assert.h>
#include <string.h>

enum { MAX_WORD = 4000 };

static void check_word(const struct gp_hyphen *h, const uint8_t *data, size_t size)
{
	const char *word = (const char *)data + 2;
	size_t len = size - 2 < MAX_WORD ? size - 2 : MAX_WORD, i;
	unsigned left = data[0] % 8, right = data[1] % 8;
	bool may[MAX_WORD + 1];

	gp_hyphen_word(h, word, len, left, right, may);
	if (gp_utf8_check(word, len) != len)
		return;
	for (i = 0; i < len; i++) {
		if (!may[i])
			continue;
		assert(i > 0 && ((unsigned char)word[i] & 0xc0) != 0x80);
		assert(gp_utf8_count(word, i) >= left);
		/* the tail of an overlong word is left out of sight */
		assert(gp_utf8_count(word + i, len - i) >= right);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const uint8_t *nul = size ? memchr(data, 0, size) : NULL;
	size_t dic = nul ? (size_t)(nul - data) : size;
	struct gp_arena *a = gp_arena_new();
	struct gp_diag *d = gp_diag_new();
	struct gp_hyphen *h = gp_hyphen_parse("fuzz.dic", (const char *)data, dic, a, d);

	assert((h == NULL) == gp_diag_failed(d));
	if (h && size - dic > 3)
		check_word(h, data + dic + 1, size - dic - 1);
	gp_diag_free(d);
	gp_arena_free(a);
	return 0;
}
