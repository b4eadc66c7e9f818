/*
 * One level of hyphenation patterns (Liang 1983): which places of a word they vote for.
 *
 * Patterns stay in the text they came in until a word begins as they do; see patterns.c.
 */
#ifndef GP_TEXT_PATTERNS_H
#define GP_TEXT_PATTERNS_H

#include "base/arena.h"

#include <stdbool.h>
#include <stdint.h>

struct gp_patterns;

enum { GP_PATTERN_MAX = 120 }; /* bytes of a pattern; the longest of German has 40 */

/*
 * No patterns yet.  `text` holds those that will be added and must live as long as they do; not in
 * Latin 1, it is UTF-8.
 */
struct gp_patterns *gp_patterns_new(const char *text, bool is_latin1, struct gp_arena *a);

/*
 * The pattern in text[from, from + len): letters with digits between them, no blank, no control
 * character, at most GP_PATTERN_MAX bytes.  Of a pattern given twice the later one counts.  False
 * when there is no letter in it, and so no pattern.
 */
bool gp_patterns_add(struct gp_patterns *p, size_t from, size_t len);

/*
 * Let the patterns vote that occur in `byte` (n bytes of UTF-8): vote[i], before byte i, is raised
 * to the highest digit; vote has n + 1 entries.  Reads the patterns it needs, so `p` changes, but
 * not what it says.
 */
void gp_patterns_vote(struct gp_patterns *p, const uint8_t *byte, size_t n, uint8_t *vote);

#endif
