/*
 * What every part of layout works with: the guide, the style, the fonts and pictures, and the
 * document that is being made.  One job makes one document.
 */
#ifndef GP_LAYOUT_JOB_H
#define GP_LAYOUT_JOB_H

#include "draw/list.h"
#include "image/picture.h"
#include "layout/memo.h"
#include "model/guide.h"
#include "model/style.h"

/* Pictures that were read, counted as display lists count them. */
struct gp_gallery {
	const char *dir;
	bool anywhere;               /* pictures may lie outside dir */
	bool cmyk;                   /* pictures are turned into printing inks */
	struct gp_light_table table; /* to be cleared by the owner */
	struct gp_picture **pictures;
	const char **ids;
	size_t n, cap;
	size_t cap_ids;
};

/* Words of the poster that are read from afar. */
enum gp_poster_element {
	GP_POSTER_TITLE,
	GP_POSTER_NUMERAL,
	GP_POSTER_HEAD,
	GP_POSTER_DOSE,
	GP_POSTER_LINE,
	GP_POSTER_SIDE_HEAD,
	GP_POSTER_STOP_LINE,
	GP_POSTER_MAP_LABEL,
	GP_POSTER_NOTE,
	GP_N_POSTER_ELEMENTS
};

struct gp_type_size {
	int font;
	gp_len size; /* 0: not on this poster */
};

struct gp_job {
	const struct gp_guide *guide;
	const struct gp_style *style;
	struct gp_fonts *fonts;
	int face[GP_N_FACES]; /* font numbers */
	const struct gp_hyphen *hyphen;
	struct gp_gallery *gallery;
	struct gp_doc *doc;
	const struct gp_doc
		*last;        /* the pass before this one, for page numbers; NULL in the first */
	struct gp_memo *memo; /* paragraphs set in earlier passes; NULL: none are kept */
	struct gp_arena *arena;
	struct gp_diag *diag;
	gp_len bleed;   /* colour that reaches the edge goes this far over it; 0: home printing */
	gp_tag sheet0;  /* section of page 0, first in reading order; empty when there is none */
	uint32_t block; /* number of the block being made, for overlap checks */
	struct gp_place place;                            /* and where it stands in the guide */
	struct gp_type_size poster[GP_N_POSTER_ELEMENTS]; /* as the last poster was set */
};

/* Open the faces of the style from a folder; false after reporting. */
bool gp_job_open_faces(struct gp_job *job, const char *font_dir);

/* A colour of the style, ready for a display list. */
struct gp_colour_rgb gp_job_colour(const struct gp_job *job, enum gp_colour colour);

/*
 * The colour an area is filled with, and whether it is filled at all: ink-saver editions leave the
 * areas of some colours white, and frames take over.
 */
bool gp_job_fills(const struct gp_job *job, enum gp_colour colour);

/*
 * The number of a picture in the gallery, read on first use; -1 after reporting.  The same id gives
 * the same number.
 */
int gp_gallery_add(struct gp_job *job, const struct gp_image *image);

/* Printed page number of an id as it stood in the last pass; 0 when not known yet. */
unsigned gp_job_page_of(const struct gp_job *job, const char *id);

/*
 * What a reader of links hears of one: the title of its target and the page, "Stretch, page 36"; a
 * source's number, authors and year; `text` when there is nothing better.
 */
const char *gp_job_link_words(const struct gp_job *job, const char *link, const char *text);

/* Origins for the operations of the current block. */
struct gp_origin gp_job_content(const struct gp_job *job, gp_tag tag);
struct gp_origin gp_job_artifact(const struct gp_job *job, enum gp_artifact kind);

/* A list to draw on that is no page: its operations are placed later. */
struct gp_page *gp_job_fragment(struct gp_job *job);

/*
 * Place a copy of a fragment's operations on a page, moved by (dx, dy).  With `repeat`, content
 * becomes an artifact and links are left out: the second showing of a table head, a thumbnail.
 */
void gp_fragment_place(
	struct gp_page *page, const struct gp_page *fragment, struct gp_point move, bool repeat);

#endif
