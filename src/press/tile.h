/*
 * Tiling: a poster over sheets of home paper.
 *
 * What is tiled is the ink box, not the poster sheet: its white margin is trimmed anyway.  Each
 * tile shows a window as large as the printer can print.  Windows overlap by a cut strip and a glue
 * strip: a tile that has a neighbour to the left (above) begins with a white strip that is cut off;
 * one that has a neighbour to the right (below) ends with a strip under which art goes through
 * pale, and which the next tile covers.  What is left of every tile after cutting, less what is
 * covered, is its face; the faces share out the ink box without gap or overlap.
 *
 * For a width W and a printable width p, ceil((W - v) / (p - v)) tiles are needed, v being the two
 * strips together.  Sheets stand or lie, whichever takes fewer; what is left over is divided
 * equally between both sides.
 *
 * Tiles are named by row and column: A1, A2, B1 …  All marks are inside the strips, so none is
 * left on the glued poster.
 */
#ifndef GP_PRESS_TILE_H
#define GP_PRESS_TILE_H

#include "press/press.h"

enum {
	GP_TILE_ROWS = 26,
	GP_TILE_COLUMNS = 99,
	GP_TILE_NAME = 8,  /* bytes of a name */
	GP_TILE_SLACK = 10 /* ink may stand out by so much: what rounding millimetres costs */
};

struct gp_tile_plan {
	unsigned rows, columns;
	bool lying;                       /* sheets are wider than high */
	gp_len sheet_width, sheet_height; /* as used */
	gp_len margin, cut, glue;         /* printer margin and strips */
	struct gp_rect ink;               /* what is tiled, on the poster */
	struct gp_point start;            /* of the window of A1, on the poster */
};

struct gp_tile {
	gp_len sheet_width, sheet_height; /* of the paper, either way up */
	const char *sheet_name;           /* "A4", for messages */
	size_t page;                      /* the poster; all other pages stay as they are */
	struct gp_rect ink;               /* what to tile; empty: the ink of the page */
	struct gp_press_lengths lengths;
	const struct gp_press_look *look;
};

/*
 * Decide how many tiles, and how they lie.  False after reporting: nothing to tile, a sheet too
 * small for its strips, or more tiles than can be named.  `a` keeps the words of messages.
 */
bool gp_tile_plan(const struct gp_doc *doc, const struct gp_tile *how, struct gp_arena *a,
	struct gp_diag *d, struct gp_tile_plan *plan);

/* What a tile prints, strips included, on the poster; rows and columns from 0. */
struct gp_rect gp_tile_window(const struct gp_tile_plan *plan, unsigned row, unsigned column);

/* What of it is seen on the glued poster, on the poster. */
struct gp_rect gp_tile_face(const struct gp_tile_plan *plan, unsigned row, unsigned column);

/* The size of the glued poster: all windows together. */
struct gp_rect gp_tile_whole(const struct gp_tile_plan *plan);

/* "B2" into buf, which is returned. */
char *gp_tile_name(unsigned row, unsigned column, char buf[GP_TILE_NAME]);

/*
 * The tiled document, in `a`: the pages before the poster, the tiles row by row, the pages after
 * it.  Tags, glyphs and texts are shared with `doc`, which must live as long.
 */
struct gp_doc *gp_tile(const struct gp_doc *doc, const struct gp_tile *how,
	const struct gp_tile_plan *plan, struct gp_arena *a);

#endif
