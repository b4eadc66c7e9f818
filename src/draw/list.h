/*
 * A page as a display list: what is drawn, where, in which order, and what it means.
 *
 * Every operation that inks carries either a tag (content) or an artifact kind, the place in the
 * JSON it comes from, the number of its block, a tight ink box and a reference point.  Press
 * replays lists under a transform; the reference point decides on which sheet an operation is
 * content.  Groups (clip, alpha) are balanced by construction: an operation holds its children.
 */
#ifndef GP_DRAW_LIST_H
#define GP_DRAW_LIST_H

#include "draw/doc.h"

#include <stdio.h>

enum gp_artifact {
	GP_CONTENT,            /* not an artifact: `tag` says what it is */
	GP_ARTIFACT_HEADER,    /* running head */
	GP_ARTIFACT_FOOTER,    /* folio */
	GP_ARTIFACT_LAYOUT,    /* rules, tabs, boxes, bullets' decoration */
	GP_ARTIFACT_PAGE,      /* printer's marks, slugs */
	GP_ARTIFACT_BACKGROUND /* tints */
};

enum gp_op_kind { GP_OP_GLYPHS, GP_OP_PATH, GP_OP_PICTURE, GP_OP_LINK, GP_OP_CLIP, GP_OP_ALPHA };

struct gp_draw_glyph {
	uint32_t id;
	gp_len advance, natural; /* as set; the font's own */
	gp_len x, y;             /* offset from the pen, y down */
	uint32_t from, len;      /* bytes of the operation's text */
	bool line_hyphen;
};

struct gp_op_glyphs {
	int font;
	gp_len size;
	struct gp_colour_rgb colour;
	struct gp_point origin; /* baseline start */
	const char *text;       /* source text of the run */
	size_t text_len;
	struct gp_draw_glyph *g;
	size_t n;
	gp_len width;  /* sum of the advances */
	unsigned turn; /* quarter turns clockwise of the whole run about its origin, 0 to 3 */
};

enum gp_path_verb { GP_MOVE, GP_LINE, GP_CURVE, GP_CLOSE };

struct gp_path_seg {
	enum gp_path_verb verb;
	struct gp_point p[3]; /* MOVE, LINE: p[0]; CURVE: two controls and the end */
};

/* How many points of a segment count. */
static inline size_t gp_seg_points(const struct gp_path_seg *seg)
{
	return seg->verb == GP_CURVE ? 3 : seg->verb == GP_CLOSE ? 0 : 1;
}

struct gp_op_path {
	const struct gp_path_seg *seg;
	size_t n;
	bool fill, stroke, even_odd;
	struct gp_colour_rgb fill_colour, stroke_colour;
	gp_len width;   /* of the stroke */
	gp_len dash[2]; /* on, off; 0 0: solid */
	gp_len dash_phase;
	bool round_caps; /* round caps and joins, else butt and mitre */
};

struct gp_op_picture {
	int picture;        /* number in the picture table */
	struct gp_rect box; /* where the whole picture goes */
	bool mirror;        /* left and right exchanged, before turning */
	unsigned alpha;     /* percent */
	unsigned turn;      /* quarter turns clockwise, 0 to 3; box is where it ends up */
};

struct gp_op_link {
	struct gp_rect box;   /* hot area; link target from the tag (LINK or REFERENCE) */
	const char *contents; /* words for a reader of the annotation */
};

struct gp_op;

struct gp_op_group { /* CLIP and ALPHA */
	struct gp_op **ops;
	size_t n, cap;
	const struct gp_path_seg *seg; /* CLIP: the clip path, non-zero winding */
	size_t n_seg;
	unsigned alpha; /* ALPHA: percent */
};

struct gp_op {
	enum gp_op_kind kind;
	enum gp_artifact artifact;
	gp_tag tag;
	uint32_t block; /* number of the block, 0: page furniture */
	struct gp_place place;
	struct gp_rect ink;  /* tight box of what is inked */
	struct gp_point ref; /* the operation belongs to the sheet that holds this point */
	/*
	 * Reading order where pages were moved or cut: content of a tag is read by rising order,
	 * and what ends at order_end is followed by what begins there.  0: the order of drawing.
	 */
	uint32_t order, order_end;
	union {
		struct gp_op_glyphs glyphs;
		struct gp_op_path path;
		struct gp_op_picture picture;
		struct gp_op_link link;
		struct gp_op_group group;
	} as;
};

struct gp_page {
	struct gp_arena *arena;
	gp_len width, height; /* the media */
	bool has_trim;
	struct gp_rect trim, bleed; /* with print-shop boxes; else the media */
	unsigned number;            /* printed page number; 0: none */
	const char *label;          /* page label when not a number */
	const char *holds[2]; /* sheet side: the pages on it as printed, "" for none; else NULL */
	struct gp_op **ops;
	size_t n, cap;
	struct gp_op **open; /* groups begun and not yet ended */
	size_t n_open, cap_open;
};

/* Who an operation belongs to; passed to every add call. */
struct gp_origin {
	enum gp_artifact artifact;
	gp_tag tag;
	uint32_t block;
	struct gp_place place;
};

/*
 * Add operations at the end of a list.  The arguments are copied shallowly: glyphs, segments and
 * texts must live as long as the page (its own arena or the document's).  ink must be given for
 * glyphs and is computed for paths, pictures, links and groups; ref defaults to the middle of
 * the ink (glyphs: the middle of the advance on the baseline).
 */
struct gp_op *gp_page_glyphs(struct gp_page *p, const struct gp_origin *o,
	const struct gp_op_glyphs *g, struct gp_rect ink);
struct gp_op *gp_page_path(
	struct gp_page *p, const struct gp_origin *o, const struct gp_op_path *path);
struct gp_op *gp_page_picture(
	struct gp_page *p, const struct gp_origin *o, const struct gp_op_picture *picture);
struct gp_op *gp_page_link(
	struct gp_page *p, const struct gp_origin *o, const struct gp_op_link *link);

/*
 * Begin and end a group: operations added in between go into it.  Groups nest; gp_page_end must be
 * called as often as a group was begun (asserted when the page is used).
 */
void gp_page_begin_clip(struct gp_page *p, const struct gp_path_seg *seg, size_t n);
void gp_page_begin_alpha(struct gp_page *p, unsigned percent);
void gp_page_end(struct gp_page *p);

/* Ink box of everything on the page. */
struct gp_rect gp_page_ink(const struct gp_page *p);

/* Paths: small builders, segments in the page's arena. */
struct gp_path;
struct gp_path *gp_path_new(struct gp_arena *a);
void gp_path_move(struct gp_path *p, gp_len x, gp_len y);
void gp_path_line(struct gp_path *p, gp_len x, gp_len y);
void gp_path_curve(struct gp_path *p, const struct gp_point c[3]);
void gp_path_close(struct gp_path *p);
void gp_path_rect(struct gp_path *p, struct gp_rect r);
void gp_path_circle(struct gp_path *p, struct gp_point c, gp_len radius);
/* Corner radii: top left, top right, bottom right, bottom left. */
void gp_path_round(struct gp_path *p, struct gp_rect r, const gp_len radius[4]);
const struct gp_path_seg *gp_path_segs(const struct gp_path *p, size_t *n);

/* The text dump of a document: tags, anchors, outline, then each page; the golden form of tests. */
void gp_doc_dump(const struct gp_doc *doc, FILE *out);

/* Call fn for every inking operation of a page in paint order, groups entered. */
typedef void gp_op_fn(const struct gp_op *op, void *user);
void gp_page_each(const struct gp_page *p, gp_op_fn *fn, void *user);

#endif
