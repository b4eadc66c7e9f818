/*
 * Content streams: a display list becomes the operators of a page (ISO 32000-1, 8 and 9).
 *
 * Marked sequences never nest: one run of operations with the same tag, or the same kind of
 * artifact, is one sequence; it ends where a clip or an alpha group begins or ends, and where the
 * next operation is not the next one to be read.
 */
#ifndef GP_PDF_CONTENT_H
#define GP_PDF_CONTENT_H

#include "pdf/codes.h"
#include "pdf/job.h"

/* Numbers of what a stream uses, each once, for its Resources. */
struct gp_uses {
	unsigned *v;
	size_t n, cap;
};

struct gp_gstate { /* what the reader's graphics state holds; written only when it changes */
	uint32_t fill, stroke; /* packed colours */
	gp_len width, dash[3];
	bool round_caps;
	unsigned alpha; /* percent, groups multiplied in */
	unsigned over;  /* enum gp_over; stays unknown unless the inks are CMYK */
	int slot;       /* font dictionary, -1: none yet */
	gp_len size, rise;
};

struct gp_content {
	struct gp_pdf_job *job;
	const struct gp_page *page;
	int32_t index; /* of the page */
	struct gp_buf out;
	struct gp_gstate now;
	unsigned depth;        /* of q */
	struct gp_rect bounds; /* what page and clips let through */
	bool in_form;          /* inside an artifact: no marks, no links */
	bool marked, in_text;
	enum gp_artifact artifact; /* of the open mark */
	gp_tag tag;
	uint32_t order_end;      /* of the last operation in the open mark */
	struct gp_point text_at; /* start of the last line of the text object, y up */
	/* run of content drawn last, NULL: none yet */
	const struct gp_op_glyphs *before;
	gp_tag before_block; /* the block element it stands in */
	struct gp_uses fonts, images, states;
	struct gp_dict **form_dicts;
	size_t n_forms, cap_forms;
	struct gp_array *annots; /* of the page, NULL until there is one */
};

/* Write contents, resources and annotations of a page into its dictionary. */
void gp_content_page(struct gp_pdf_job *job, int32_t index, struct gp_dict *dict);

/* --- for the files that draw one kind of thing each --------------------------------------------
 */

void gp_use(struct gp_content *c, struct gp_uses *u, unsigned number);

/* Set a colour for filling or stroking, if it is not set already. */
void gp_content_fill(struct gp_content *c, struct gp_colour_rgb v);
void gp_content_stroke(struct gp_content *c, struct gp_colour_rgb v);

/* Set the alpha of all that follows. */
void gp_content_alpha(struct gp_content *c, unsigned percent);

/* Let black print over what is below, or not; nothing is written unless the inks are CMYK. */
void gp_content_over(struct gp_content *c, bool on);

/* Whether a colour is the black ink alone and whole. */
bool gp_content_is_black(const struct gp_content *c, struct gp_colour_rgb v);

/* Begin or end a text object; q and Q with the state kept. */
void gp_content_end_text(struct gp_content *c);

void gp_content_glyphs(struct gp_content *c, const struct gp_op_glyphs *run);
void gp_content_path(struct gp_content *c, const struct gp_op_path *p);
void gp_content_segs(struct gp_content *c, const struct gp_path_seg *seg, size_t n);
void gp_content_picture(struct gp_content *c, const struct gp_op_picture *p);

#endif
