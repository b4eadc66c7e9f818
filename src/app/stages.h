/*
 * The stages of one run, each with what it needs from the options.
 */
#ifndef GP_APP_STAGES_H
#define GP_APP_STAGES_H

#include "app/options.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "press/passport.h"
#include "read/read.h"

struct gp_task {
	const struct gp_options *o;
	struct gp_arena *arena;
	struct gp_diag *diag;
	struct gp_fonts *fonts;
	struct gp_guide *guide;
	struct gp_style *style;
	struct gp_gallery gallery;
	struct gp_job job;
	const char *image_dir, *font_dir;
	const struct gp_passport *passport; /* of the printer; NULL: none */
	struct gp_output *outputs;          /* what is written at the end, all or nothing */
	size_t n_outputs, cap_outputs;
};

/* Read guide and style, open the fonts; false after reporting. */
bool gp_stage_read(struct gp_task *r);

/* The booklet's or the poster's pages; NULL after reporting. */
const struct gp_doc *gp_stage_layout(struct gp_task *r);

/* Each of them by itself, proved; the poster on this paper. */
const struct gp_doc *gp_stage_booklet(struct gp_task *r);
const struct gp_doc *gp_stage_poster(struct gp_task *r, const struct gp_paper *paper);

/* Pages as they go on paper: imposed, tiled, with marks; the same document when nothing is asked.
 */
const struct gp_doc *gp_stage_press(struct gp_task *r, const struct gp_doc *doc);

/* The name of a paper as it is printed: "A4" for "a4". */
const char *gp_stage_paper_words(struct gp_task *r, const char *name);

bool gp_stage_pdf(struct gp_task *r, const struct gp_doc *doc, struct gp_bytes *out);

/* Lay out booklet and poster to find what only shows then; print the report when asked. */
void gp_stage_check(struct gp_task *t);

/* -o, or a name made from guide and options. */
const char *gp_stage_output_name(struct gp_task *r);

/* Have a file written at the end.  The bytes must live until then. */
void gp_stage_put(struct gp_task *r, const char *path, struct gp_bytes bytes);
void gp_stage_put_text(struct gp_task *r, const char *path, const char *text);

/* Put a make rule: the output and all files it was made from. */
void gp_stage_depfile(struct gp_task *r);

#endif
