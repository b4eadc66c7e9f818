/*
 * The document around the pages: tables that display lists point into.
 *
 * Tags are the structure tree of PDF (ISO 32000-1, 14.8) recorded while layout runs: the order of
 * the table is reading order, a tag may occur on many pages, a child comes after its parent.
 * Nothing here knows fonts or pictures but by number.
 */
#ifndef GP_DRAW_DOC_H
#define GP_DRAW_DOC_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/len.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Structure types we use; names are the standard ones. */
enum gp_tag_role {
	GP_TAG_DOCUMENT,
	GP_TAG_PART,
	GP_TAG_SECT,
	GP_TAG_DIV,
	GP_TAG_H1,
	GP_TAG_H2,
	GP_TAG_H3,
	GP_TAG_H4,
	GP_TAG_H5,
	GP_TAG_H6,
	GP_TAG_P,
	GP_TAG_L,
	GP_TAG_LI,
	GP_TAG_LBL,
	GP_TAG_LBODY,
	GP_TAG_TABLE,
	GP_TAG_THEAD,
	GP_TAG_TBODY,
	GP_TAG_TR,
	GP_TAG_TH,
	GP_TAG_TD,
	GP_TAG_FIGURE,
	GP_TAG_CAPTION,
	GP_TAG_TOC,
	GP_TAG_TOCI,
	GP_TAG_REFERENCE,
	GP_TAG_NOTE,
	GP_TAG_SPAN,
	GP_TAG_LINK,
	GP_TAG_ASIDE,
	GP_N_TAG_ROLES /* ASIDE is written as Div with a role map, PDF 1.7 has none */
};

typedef int32_t gp_tag; /* index in gp_doc.tags; -1: none */

enum gp_scope { GP_SCOPE_NONE, GP_SCOPE_ROW, GP_SCOPE_COLUMN, GP_SCOPE_BOTH };
enum gp_numbering {
	GP_NUMBERING_NONE,
	GP_NUMBERING_DISC,
	GP_NUMBERING_SQUARE,
	GP_NUMBERING_DECIMAL
};

struct gp_tag_def {
	enum gp_tag_role role;
	gp_tag parent;               /* -1 only for the root, which is tag 0 (Document) */
	const char *lang;            /* NULL: inherited */
	const char *alt;             /* what a picture shows */
	const char *actual;          /* the text that the drawing stands for */
	const char *title;           /* of a section, for the tree */
	enum gp_scope scope;         /* TH */
	unsigned colspan, rowspan;   /* 0 and 1 mean one */
	enum gp_numbering numbering; /* L */
	const char *link;            /* LINK and REFERENCE: "#anchor" or a URI */
	struct gp_place place;
};

/* A named target: where a link, an outline entry or a page number leads. */
struct gp_anchor_def {
	const char *name; /* id of a section, figure … */
	int32_t page;     /* index of the page, -1 until it is placed */
	struct gp_point at;
};

struct gp_outline {
	const char *title;
	unsigned level; /* 1 is the top */
	const char *anchor;
};

struct gp_colour_rgb { /* a colour by its token, and what it prints as */
	uint8_t token, r, g, b;
	uint8_t cmyk[4]; /* percent, for CMYK output */
};

struct gp_page;

struct gp_doc {
	struct gp_arena *arena;
	struct gp_tag_def *tags;
	size_t n_tags, cap_tags;
	struct gp_anchor_def *anchors;
	size_t n_anchors, cap_anchors;
	int32_t *anchor_slots; /* hash of names to anchors, kept by gp_doc_anchor */
	size_t n_slots;
	struct gp_outline *outline;
	size_t n_outline, cap_outline;
	struct gp_page **pages;
	size_t n_pages, cap_pages;
	const char *title, *author, *language, *date, *subject; /* date: "2026-11" or longer */
	unsigned first_number; /* printed number of page 0 of the list, usually 1 */
};

struct gp_doc *gp_doc_new(struct gp_arena *a);

/* A new tag under `parent`, at the end of reading order so far; the root exists already (0). */
gp_tag gp_doc_tag(struct gp_doc *doc, enum gp_tag_role role, gp_tag parent);

/* Place an anchor; a second call for the same name moves it. */
void gp_doc_anchor(struct gp_doc *doc, const char *name, int32_t page, struct gp_point at);

/* The anchor of that name, or NULL. Constant time. */
const struct gp_anchor_def *gp_doc_find(const struct gp_doc *doc, const char *name);

void gp_doc_outline(struct gp_doc *doc, unsigned level, const char *title, const char *anchor);

struct gp_page *gp_doc_page(struct gp_doc *doc, gp_len width, gp_len height);

/* Standard name of a role ("H1"), for dumps and the PDF. */
const char *gp_tag_name(enum gp_tag_role role);

/* The heading of a level from 1; there are six, what is deeper is of the sixth. */
enum gp_tag_role gp_tag_heading(unsigned level);

#endif
