/*
 * Setting text: rich text in a type role becomes lines, and lines become glyph operations.
 *
 * Two steps, so that heights are known before anything is drawn: gp_set makes the lines (and the
 * tags of links, foreign words and citations under the given parent, in reading order), gp_set_draw
 * puts some or all of them on a list.
 */
#ifndef GP_LAYOUT_SET_H
#define GP_LAYOUT_SET_H

#include "layout/job.h"

struct gp_set_style {
	enum gp_role role;
	enum gp_setting setting;
	bool balanced;  /* lines of equal length */
	bool hyphenate; /* running text only; where the language hyphenates */
	bool tabular, capitals;
	bool trial;  /* may be set again, smaller: no warning of a word that was cut */
	bool strong; /* plain strings: in the strong face of the role */
	gp_len first_indent;
	bool has_colour; /* colour in place of the role's own */
	enum gp_colour colour;
	bool has_size; /* size and lead in place of the role's own (poster fitting) */
	gp_len size, lead;
	bool bold_first; /* leading strong text stands on lines of its own (labels) */
};

struct gp_set {
	struct gp_para para;
	gp_len lead, baseline; /* of a line: its height, and the baseline from its top */
	gp_len height;         /* lines times lead */
	gp_len width;          /* of the widest line */
	gp_tag tag;
	enum gp_artifact artifact; /* GP_CONTENT, or what all of it is */
};

/* A style with the role's own setting: ragged, nothing special. */
struct gp_set_style gp_set_role(enum gp_role role);

/* Set rich text no wider than measure; `tag` is what it belongs to. */
struct gp_set gp_set(struct gp_job *job, const struct gp_rich *rich,
	const struct gp_set_style *style, gp_len measure, gp_tag tag);

/* The same for a plain string of the program's own. */
struct gp_set gp_set_plain(struct gp_job *job, const char *text, const struct gp_set_style *style,
	gp_len measure, gp_tag tag);

/* Text that is no content (folios, slugs, figures of a drawing that has an alt text). */
struct gp_set gp_set_artifact(struct gp_job *job, const char *text,
	const struct gp_set_style *style, gp_len measure, enum gp_artifact kind);

/* Draw lines [from, from + n) with the top of the first at (x, y). */
void gp_set_draw(struct gp_job *job, struct gp_page *list, const struct gp_set *set,
	struct gp_point at, size_t from, size_t n);

/* Draw all lines. */
void gp_set_draw_all(
	struct gp_job *job, struct gp_page *list, const struct gp_set *set, struct gp_point at);

/* Baseline from the top of a line of this role. */
gp_len gp_set_baseline(const struct gp_job *job, enum gp_role role);

/* Font number of a role's own face. */
int gp_set_font(const struct gp_job *job, enum gp_role role);

/* Width of plain text in a role, in one line. */
gp_len gp_set_width(struct gp_job *job, const char *text, enum gp_role role);

#endif
