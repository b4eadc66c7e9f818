/*
 * JSON out: objects and lists printed as an indented outline, one value a line.
 *
 * Commas and line breaks come from what stands before.  Inside an object every value has a name;
 * inside a list the name is NULL.  Nothing is checked besides: who opens must close.
 */
#ifndef GP_BASE_SCRIBE_H
#define GP_BASE_SCRIBE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct gp_scribe { /* start with {.out = FILE} */
	FILE *out;
	unsigned depth;
	bool filled; /* something stands in the open bracket already */
};

/* bracket: '{' or '[', '}' or ']'. */
void gp_scribe_open(struct gp_scribe *o, const char *name, char bracket);
void gp_scribe_close(struct gp_scribe *o, char bracket);

/* Comma, line break and name; the caller prints the value. */
void gp_scribe_name(struct gp_scribe *o, const char *name);

void gp_scribe_string(struct gp_scribe *o, const char *name, const char *value); /* NULL: null */
void gp_scribe_int(struct gp_scribe *o, const char *name, int64_t value);
void gp_scribe_bool(struct gp_scribe *o, const char *name, bool value);

/* Short strings of a list, all in one line. */
void gp_scribe_strings(struct gp_scribe *o, const char *name, const char *const *values, size_t n);

/* A whole number of tenths, hundredths or thousandths (parts: 10, 100, 1000) as a decimal. */
void gp_scribe_decimal(struct gp_scribe *o, const char *name, int64_t value, int64_t parts);

#endif
