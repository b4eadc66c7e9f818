/*
 * Marks made of lines and words, for imposed sheets and tiles.  All of them are artifacts of the
 * page.
 */
#ifndef GP_PRESS_LABEL_H
#define GP_PRESS_LABEL_H

#include "press/press.h"

/* A short text in one line, shaped once, set where it fits. */
struct gp_press_label {
	struct gp_op_glyphs run; /* origin and turn still to be set */
	struct gp_rect ink;      /* from the origin, not turned */
};

/* Shape a label; run.n is 0 when there are no words, no fonts, or nothing to ink. */
struct gp_press_label gp_press_label_new(const struct gp_press_look *look,
	const struct gp_shape_style *style, struct gp_colour_rgb colour, const char *words,
	struct gp_arena *a);

/* Where its ink goes with the baseline start at `at`, turned. */
struct gp_rect gp_press_label_box(
	const struct gp_press_label *label, struct gp_point at, unsigned turn);

/* The baseline start that centres the ink on a point. */
struct gp_point gp_press_label_centred(
	const struct gp_press_label *label, struct gp_point middle, unsigned turn);

void gp_press_label_draw(
	const struct gp_press_label *label, struct gp_page *p, struct gp_point at, unsigned turn);

/* A length in millimetres for messages: "148", "0.55". */
const char *gp_press_mm(struct gp_arena *a, gp_len len);

/* A size for messages: "148 x 210". */
const char *gp_press_size(struct gp_arena *a, gp_len width, gp_len height);

/* The caller's words for a mark, or NULL. */
const char *gp_press_words(const struct gp_press_look *look, enum gp_press_word word,
	const struct gp_press_fields *fields, struct gp_arena *a);

/* One straight line; dash 0: solid. */
void gp_mark_line(struct gp_page *p, struct gp_point from, struct gp_point to, gp_len width,
	gp_len dash, struct gp_colour_rgb colour);

/* A filled shape or one drawn with lines, built with gp_path. */
void gp_mark_fill(struct gp_page *p, const struct gp_path *path, struct gp_colour_rgb colour);
void gp_mark_stroke(
	struct gp_page *p, const struct gp_path *path, gp_len width, struct gp_colour_rgb colour);

#endif
