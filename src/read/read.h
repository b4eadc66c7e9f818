/*
 * Reading: JSON files to the model.
 *
 * Every file is checked as UTF-8 and as RFC 8259 JSON to the letter, then against the schema table
 * (schema.h), then built into plain structs.  All problems are reported in one run; a result is
 * given only when there was no error.  cJSON and md4c are met only in this folder.
 */
#ifndef GP_READ_READ_H
#define GP_READ_READ_H

#include "base/arena.h"
#include "base/diag.h"
#include "model/guide.h"
#include "model/printer.h"
#include "model/style.h"

#include <stdio.h>

struct gp_read_paths {
	const char *guide; /* the guide's file */
	const char *words; /* words file, NULL: house/words.LANG.json beside the guide, then
			      installed */
	const char *style; /* style file, NULL: house/style.json beside the guide, then installed */
	const char
		*anchors; /* anchors.json of the pictures, NULL: ../images/ seen from the guide */
	bool left;        /* make the edition for the left side */
	bool languages;   /* compare with the other languages of the guide beside it */
};

/* The guide with its facts, words and picture notes; NULL after errors. Everything is in `a`. */
struct gp_guide *gp_read_guide(
	const struct gp_read_paths *paths, struct gp_arena *a, struct gp_diag *d);

struct gp_style_choice {
	const char *page;     /* "a5", "half-letter" */
	const char *edition;  /* NULL: plain */
	const char *language; /* of the guide, for hyphenation */
};

/* The style record for one edition, scaled and mapped; NULL after errors. */
struct gp_style *gp_read_style(const struct gp_read_paths *paths,
	const struct gp_style_choice *choice, struct gp_arena *a, struct gp_diag *d);

/* A printer's passport; NULL after errors. */
struct gp_printer *gp_read_printer(const char *path, struct gp_arena *a, struct gp_diag *d);

/*
 * The words of the house alone, as a guide without content, for sheets that belong to no guide.
 * paths->guide is not read, it says beside which file house/ is looked for.  The language is that
 * of the words file's name (words.LANG.json), English for other names.  NULL after errors.
 */
struct gp_guide *gp_read_house(
	const struct gp_read_paths *paths, struct gp_arena *a, struct gp_diag *d);

/*
 * The exact place of byte `offset` of a decoded string whose JSON value stands at `string`: walks
 * the escapes of the source text.  Used for a character no font can draw.
 */
struct gp_place gp_read_spot(struct gp_diag *d, struct gp_place string, uint32_t offset);

/* The JSON Pointer of a byte offset, for gp_diag_pointers. */
void gp_read_pointer(const char *text, size_t len, size_t offset, char *buf, size_t cap);

/* Print the JSON Schema of guides, made from the reader's own table. */
void gp_read_print_schema(FILE *out);

#endif
