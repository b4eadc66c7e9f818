/*
 * What the setting of text needs to know about characters, for the scripts we set: Latin, Greek,
 * Cyrillic, and in passing Chinese, Japanese, Korean.  Small rules instead of Unicode's tables.
 */
#ifndef GP_TEXT_CHARS_H
#define GP_TEXT_CHARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A space of any width, breaking or not; tabs and line ends count. */
bool gp_char_is_wide_space(uint32_t cp); /* those past ASCII */
static inline bool gp_char_is_space(uint32_t cp)
{
	if (cp < 0x80)
		return cp == ' ' || (cp >= 0x09 && cp <= 0x0d);
	return gp_char_is_wide_space(cp);
}

/* A space at which no line may end: U+00A0, U+2007, U+202F. */
bool gp_char_is_glue(uint32_t cp);

/* Never drawn: soft hyphen, zero width space, word joiner, forced breaks, byte order mark. */
bool gp_char_is_hidden(uint32_t cp);

/* A forced line break, U+2028 or U+2029. */
bool gp_char_is_line_end(uint32_t cp);

bool gp_char_is_letter(uint32_t cp); /* combining marks belong to their letter */
bool gp_char_is_digit(uint32_t cp);  /* 0 to 9 */

/* A character of a script that breaks between any two characters (ideographs, kana). */
bool gp_char_is_ideograph(uint32_t cp);

/* Marks that may not begin a line, and marks that may not end one. */
bool gp_char_is_closing(uint32_t cp);
bool gp_char_is_opening(uint32_t cp);

/* Hyphen or dash: U+002D, U+2010, U+2013, U+2014. */
bool gp_char_is_dash(uint32_t cp);

/* Simple case mapping (one code point to one); U+00DF gives U+1E9E, the micro sign stays. */
uint32_t gp_char_upper(uint32_t cp);
uint32_t gp_char_lower(uint32_t cp);

/* What kind of character this is, in words for a message: "arrow", "Greek letter". */
const char *gp_char_kind(uint32_t cp);

/* The code point at s[i], U+FFFD when malformed; *i moves on. */
uint32_t gp_char_next_long(const char *s, size_t len, size_t *i); /* of any length */
static inline uint32_t gp_char_next(const char *s, size_t len, size_t *i)
{
	if ((unsigned char)s[*i] < 0x80)
		return (unsigned char)s[(*i)++];
	return gp_char_next_long(s, len, i);
}

/* The code point that ends before s[i]; *i moves back to its start.  i > 0. */
uint32_t gp_char_before(const char *s, size_t *i);

#endif
