/*
 * UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF.
 */
#ifndef GP_BASE_UTF8_H
#define GP_BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

/* Returned by gp_utf8_next for a malformed sequence. */
#define GP_UTF8_BAD UINT32_MAX

/*
 * The code point at s[*i], with *i moved past it; *i < len is required.  A malformed sequence gives
 * GP_UTF8_BAD and moves on by one byte.
 */
uint32_t gp_utf8_next(const char *s, size_t len, size_t *i);

/* Offset of the first malformed byte, or len when all is well. */
size_t gp_utf8_check(const char *s, size_t len);

/* Encode one scalar value into buf (room for 4); returns the number of bytes. */
size_t gp_utf8_put(char *buf, uint32_t cp);

/* Number of code points in well-formed text. */
size_t gp_utf8_count(const char *s, size_t len);

#endif
