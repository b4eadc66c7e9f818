/*
 * Replay: a page drawn again on a sheet.
 *
 * What lies outside the part that is seen is left out, not merely clipped away, because readers
 * extract clipped text: glyph runs are cut between clusters, paths, pictures and links outside go.
 * What crosses the edge is clipped as well.
 *
 * Each operation is content on the one sheet that owns its reference point and an artifact wherever
 * else it is seen; for glyph runs the cluster decides, by the middle of its advance on the
 * baseline.  When the owned parts of all sheets share out the plane, all content is there exactly
 * once.  A sheet that owns an operation keeps it even where its ink is not seen.
 *
 * Where pages are moved or cut, the order of drawing in the new document is not the order of
 * reading.  Replay numbers what it draws: `order` is the number of the page's first step, and a
 * page takes gp_replay_steps of them.
 *
 * Lists are not changed; glyphs and texts are shared with the page they come from, which must
 * live as long as the sheet.
 */
#ifndef GP_PRESS_REPLAY_H
#define GP_PRESS_REPLAY_H

#include "draw/list.h"
#include "press/placing.h"

/* Larger than any sheet: seen or owned without an edge. */
#define GP_EVERYWHERE ((struct gp_rect){-(1 << 29), -(1 << 29), 1 << 30, 1 << 30})

/* Ink of a glyph at a size from its origin, y down; gp_font_ink as seen through gp_replay_ink. */
typedef struct gp_rect gp_glyph_ink_fn(const void *fonts, int font, uint32_t glyph, gp_len size);

struct gp_replay {
	struct gp_placing placing;  /* from the page to the sheet */
	struct gp_rect see;         /* on the sheet: all else is left out */
	struct gp_rect own;         /* on the sheet: reference points in it make content */
	gp_glyph_ink_fn *glyph_ink; /* to cut runs; NULL: advance boxes as high as the run's ink */
	const void *fonts;          /* its first argument */
	uint32_t order;             /* of the first step; 0: what operations have stays */
	const struct gp_doc *doc;   /* links to anchors it has not placed go; NULL: all stay */
};

/* Draw a page again at the end of a sheet's list. */
void gp_replay_page(const struct gp_page *from, const struct gp_replay *r, struct gp_page *to);

/* Steps of reading order on a page: one for each operation, for glyph runs one for each glyph. */
uint32_t gp_replay_steps(const struct gp_page *p);

/* gp_font_ink for gp_replay.glyph_ink; `fonts` is a struct gp_fonts. */
struct gp_rect gp_replay_ink(const void *fonts, int font, uint32_t glyph, gp_len size);

/*
 * A document for sheets made from the pages of another: the same tags (shared, not copied), title,
 * language and so on; no pages, anchors or outline yet.  In `a`.
 */
struct gp_doc *gp_replay_doc(const struct gp_doc *from, struct gp_arena *a);

/* Where a point of a page went: false when that page is on no sheet of this document. */
typedef bool gp_where_fn(const void *user, int32_t page, struct gp_point at, int32_t *to_page,
	struct gp_point *to_at);

/*
 * Place all anchors of `from` in `to`, and list the outline entries that still lead somewhere, no
 * level skipped.  To be called before pages are replayed, so that links know their targets.
 */
void gp_replay_anchors(
	const struct gp_doc *from, struct gp_doc *to, gp_where_fn *where, const void *user);

/* True when nothing on the page inks inside the rectangle, clips taken into account. */
bool gp_replay_is_clear(const struct gp_page *p, struct gp_rect r);

#endif
