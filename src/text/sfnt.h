/*
 * Font files as tables of bytes: the check every file passes before a library sees it, and the
 * few numbers the program reads from it itself.
 */
#ifndef GP_TEXT_SFNT_H
#define GP_TEXT_SFNT_H

#include "base/file.h"
#include "text/font.h"

/* One face of a file that passed the check. */
struct gp_sfnt {
	struct gp_bytes file;
	size_t directory; /* offset of the face's table directory */
	unsigned n_tables;
	unsigned n_faces; /* in the file */
	bool is_variable;
};

/*
 * Check a face: signature, table directory, bounds of every table, the tables printing needs and
 * the numbers in them that other numbers depend on.  Returns NULL and fills `s`, or the reason for
 * refusing in words that complete "FILE: …"; `s->n_faces` is set whenever the file header is sound.
 */
const char *gp_sfnt_check(struct gp_sfnt *s, struct gp_bytes file, unsigned face);

/* NULL when the font may be embedded and subset, else the reason. */
const char *gp_sfnt_embedding(const struct gp_sfnt *s);

/* Fill what the tables say: sizes, box, weight, class.  Names are left alone. */
void gp_sfnt_measure(const struct gp_sfnt *s, struct gp_font_info *info);

/* The bytes of a table ("head"); len 0 when there is none. */
struct gp_bytes gp_sfnt_table(const struct gp_sfnt *s, const char tag[4]);

#endif
