/*
 * Properties of characters as sorted ranges, looked up by halving.
 */
#include "text/chars.h"

#include "base/utf8.h"

struct range {
	uint32_t first, last;
};

struct named_range {
	uint32_t first, last;
	const char *name;
};

#define COUNT(a) (sizeof(a) / sizeof *(a))

static bool is_in(const struct range *r, size_t n, uint32_t cp)
{
	size_t lo = 0, hi = n, mid;

	while (lo < hi) {
		mid = (lo + hi) / 2;
		if (cp > r[mid].last)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo < n && cp >= r[lo].first;
}

bool gp_char_is_wide_space(uint32_t cp)
{
	static const struct range spaces[] = {{0xa0, 0xa0}, {0x2000, 0x200a}, {0x202f, 0x202f},
		{0x205f, 0x205f}, {0x3000, 0x3000}};

	return is_in(spaces, COUNT(spaces), cp);
}

bool gp_char_is_glue(uint32_t cp)
{
	return cp == 0xa0 || cp == 0x2007 || cp == 0x202f;
}

bool gp_char_is_line_end(uint32_t cp)
{
	return cp == 0x2028 || cp == 0x2029;
}

bool gp_char_is_hidden(uint32_t cp)
{
	return cp == 0xad || cp == 0x200b || cp == 0x2060 || cp == 0xfeff ||
	       gp_char_is_line_end(cp);
}

bool gp_char_is_letter(uint32_t cp)
{
	static const struct range letters[] = {{0xaa, 0xaa}, {0xb5, 0xb5}, {0xba, 0xba},
		{0xc0, 0xd6}, {0xd8, 0xf6}, {0xf8, 0x2af}, {0x300, 0x374}, {0x376, 0x37d},
		{0x37f, 0x37f}, {0x386, 0x386}, {0x388, 0x3f5}, {0x3f7, 0x481}, {0x483, 0x556},
		{0x561, 0x587}, {0x5d0, 0x5ea}, {0x620, 0x64a}, {0x900, 0x963}, {0xe01, 0xe30},
		{0x10a0, 0x10ff}, {0x1ab0, 0x1aff}, {0x1c80, 0x1c8f}, {0x1d00, 0x1fbc},
		{0x1fc2, 0x1fcc}, {0x1fd0, 0x1fdb}, {0x1fe0, 0x1fec}, {0x1ff2, 0x1ffc},
		{0x2c60, 0x2c7f}, {0x3041, 0x30fa}, {0x3400, 0x9fff}, {0xa640, 0xa69f},
		{0xa720, 0xa7ff}, {0xab30, 0xab6f}, {0xac00, 0xd7a3}, {0xf900, 0xfaff},
		{0xfb00, 0xfb06}, {0x20000, 0x3ffff}};

	if (cp < 0x80) /* most text */
		return (cp | 0x20) >= 'a' && (cp | 0x20) <= 'z';
	return is_in(letters, COUNT(letters), cp);
}

bool gp_char_is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

bool gp_char_is_ideograph(uint32_t cp)
{
	static const struct range ideographs[] = {{0x2e80, 0x2fdf}, {0x3001, 0x303f},
		{0x3041, 0x30ff}, {0x3105, 0x312f}, {0x31a0, 0x31bf}, {0x31f0, 0x31ff},
		{0x3400, 0x4dbf}, {0x4e00, 0x9fff}, {0xf900, 0xfaff}, {0xff01, 0xff60},
		{0x20000, 0x3ffff}};

	return cp >= 0x2e80 && is_in(ideographs, COUNT(ideographs), cp);
}

/* Sorted lists of single marks. */
static bool is_listed(const uint32_t *list, size_t n, uint32_t cp)
{
	size_t i;

	for (i = 0; i < n && list[i] <= cp; i++)
		if (list[i] == cp)
			return true;
	return false;
}

bool gp_char_is_closing(uint32_t cp)
{
	/* with the small kana and the long-vowel mark of Japanese */
	static const uint32_t marks[] = {'!', '%', ')', ',', '.', ':', ';', '?', ']', '}', 0xb0,
		0x2019, 0x201d, 0x2026, 0x2030, 0x2032, 0x2033, 0x203a, 0x3001, 0x3002, 0x3005,
		0x3009, 0x300b, 0x300d, 0x300f, 0x3011, 0x3015, 0x3017, 0x301f, 0x3041, 0x3043,
		0x3045, 0x3047, 0x3049, 0x3063, 0x3083, 0x3085, 0x3087, 0x30a1, 0x30a3, 0x30a5,
		0x30a7, 0x30a9, 0x30c3, 0x30e3, 0x30e5, 0x30e7, 0x30fb, 0x30fc, 0xff01, 0xff09,
		0xff0c, 0xff0e, 0xff1a, 0xff1b, 0xff1f, 0xff3d, 0xff5d};

	return is_listed(marks, COUNT(marks), cp);
}

bool gp_char_is_opening(uint32_t cp)
{
	static const uint32_t marks[] = {'(', '[', '{', 0xa1, 0xbf, 0x201a, 0x201e, 0x2039, 0x3008,
		0x300a, 0x300c, 0x300e, 0x3010, 0x3014, 0x3016, 0x301d, 0xff08, 0xff3b, 0xff5b};

	return is_listed(marks, COUNT(marks), cp);
}

bool gp_char_is_dash(uint32_t cp)
{
	return cp == '-' || cp == 0x2010 || cp == 0x2013 || cp == 0x2014;
}

const char *gp_char_kind(uint32_t cp)
{
	static const struct named_range kinds[] = {{0, 0x1f, "control character"},
		{'0', '9', "digit"}, {'A', 'Z', "Latin letter"}, {'a', 'z', "Latin letter"},
		{0xbc, 0xbe, "fraction"}, {0xc0, 0x24f, "Latin letter"},
		{0x250, 0x2af, "phonetic letter"}, {0x300, 0x36f, "combining mark"},
		{0x370, 0x3ff, "Greek letter"}, {0x400, 0x52f, "Cyrillic letter"},
		{0x530, 0x58f, "Armenian letter"}, {0x590, 0x5ff, "Hebrew letter"},
		{0x600, 0x77f, "Arabic letter"}, {0x900, 0x97f, "Devanagari letter"},
		{0xe00, 0xe7f, "Thai letter"}, {0x1e00, 0x1eff, "Latin letter"},
		{0x1f00, 0x1fff, "Greek letter"}, {0x2070, 0x209f, "raised or lowered figure"},
		{0x20a0, 0x20cf, "currency sign"}, {0x2150, 0x218f, "fraction or Roman figure"},
		{0x2190, 0x21ff, "arrow"}, {0x2200, 0x22ff, "mathematical sign"},
		{0x2460, 0x24ff, "figure in a circle"}, {0x2500, 0x257f, "line for tables"},
		{0x25a0, 0x25ff, "geometric shape"}, {0x2600, 0x26ff, "symbol"},
		{0x2700, 0x27bf, "symbol"}, {0x27f0, 0x27ff, "arrow"}, {0x2900, 0x297f, "arrow"},
		{0x3040, 0x30ff, "Japanese letter"}, {0x3400, 0x9fff, "Chinese character"},
		{0xac00, 0xd7a3, "Korean syllable"}, {0xe000, 0xf8ff, "private character"},
		{0x1f000, 0x1faff, "emoji or symbol"}};
	size_t i;

	for (i = 0; i < COUNT(kinds) && kinds[i].first <= cp; i++)
		if (cp <= kinds[i].last)
			return kinds[i].name;
	return "character";
}

uint32_t gp_char_next_long(const char *s, size_t len, size_t *i)
{
	uint32_t cp = gp_utf8_next(s, len, i);

	return cp == GP_UTF8_BAD ? 0xfffd : cp;
}

uint32_t gp_char_before(const char *s, size_t *i)
{
	size_t end = *i, start = end - 1, at;
	uint32_t cp;

	while (start > 0 && end - start < 4 && ((unsigned char)s[start] & 0xc0) == 0x80)
		start--;
	at = start;
	cp = gp_utf8_next(s, end, &at);
	/* stray tail bytes stand alone, as they do going forward */
	if (cp == GP_UTF8_BAD || at != end) {
		*i = end - 1;
		return 0xfffd;
	}
	*i = start;
	return cp;
}
