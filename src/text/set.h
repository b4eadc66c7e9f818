/*
 * The set of open fonts as the files of this stage see it.
 */
#ifndef GP_TEXT_SET_H
#define GP_TEXT_SET_H

#include "text/harfbuzz.h"
#include "text/shape.h"
#include "text/word.h"

struct gp_ink {
	int16_t box[4];
	bool is_known, is_empty;
};

struct gp_face_entry {
	const char *asked; /* the path as it was given, FILE#2@Name and all */
	struct gp_font_info info;
	struct gp_hb *hb;
	struct gp_word_glyph space; /* U+0020 */
	struct gp_mapped file;
	struct gp_ink *ink; /* by glyph, filled when asked for */
	int64_t *area;      /* likewise, plus one: 0 is not known yet */
};

struct gp_fonts {
	struct gp_arena *arena;
	struct gp_diag *diag;
	struct gp_face_entry **face;
	size_t n, cap;
	struct gp_hb_pen *pen;
	gp_spot_fn *spot;
	struct gp_words words;
	/* the language looked up last: styles name the same one again and again */
	const char *lang_name;
	const void *lang;
};

const struct gp_face_entry *gp_face(const struct gp_fonts *f, int font);

/* Font units to a length at a size, rounded to nearest. */
static inline gp_len gp_face_scale(const struct gp_face_entry *e, int units, gp_len size)
{
	return units ? gp_len_scale(size, units, e->info.units_per_em) : 0;
}

#endif
