/*
 * A galley: the blocks of a stretch of the guide as a column of items, before it is cut into pages.
 *
 * An item is the smallest thing that page breaking moves: a line of a paragraph, a table row, a
 * picture with its caption.  It knows its height, the space it asks for, how it sits on the
 * baseline grid, and holds what it draws as fragments, one for each column it uses; which column
 * lies where depends on the side of the page and is decided when the item is placed.
 */
#ifndef GP_LAYOUT_GALLEY_H
#define GP_LAYOUT_GALLEY_H

#include "layout/art.h"

enum gp_grid {
	GP_GRID_TEXT, /* top on a full step */
	GP_GRID_HEAD, /* bottom on a full step, so the text after it is on the grid */
	GP_GRID_BOX,  /* top on an odd half step: padding of half a step brings its text to the grid
		       */
	GP_GRID_HALF, /* top on any half step */
	GP_GRID_FREE  /* right where the item above ends: rows of a table */
};

enum gp_column_kind { GP_COL_FULL, GP_COL_MAIN, GP_N_COLS };

/* A margin note, made and ready; top of the fragment is its rule. */
struct gp_margin_note {
	struct gp_page *fragment;
	gp_len height, baseline; /* baseline of its first line, from the top */
	struct gp_place place;
};

/* What a page is, for its furniture. */
enum gp_page_kind { GP_PAGE_TEXT, GP_PAGE_OPENER, GP_PAGE_PLATE, GP_PAGE_BARE };

struct gp_item {
	gp_len height, before, after;
	enum gp_grid grid;
	gp_len baseline;     /* of the first line, for notes; -1: notes align with the top */
	bool keep_next;      /* no page break between this item and the next */
	unsigned break_cost; /* of a page break after it, when there is a choice */
	bool with_text;      /* a picture the text before it speaks of: better not over the leaf */
	struct gp_page *fragment[GP_N_COLS];
	const struct gp_page *head; /* drawn again on top when the item starts a page */
	gp_len head_height;
	const struct gp_margin_note *notes;
	size_t n_notes;
	struct gp_page *side; /* stands in the margin column and leans on the gutter: a callout's
				 icon, a chapter's figure */
	gp_len side_width, side_height;
	size_t read_before;  /* one more than the item before which this one is drawn and read when
				both are on one page; 0: in its place */
	bool new_page;       /* must start a page … */
	enum gp_start start; /* … of this side */
	enum gp_page_kind page_kind;
	const char **anchors; /* ids that stand here */
	size_t n_anchors, cap_anchors;
	bool may_end_short; /* a page that ends here may stay half empty */
	uint32_t block;
	struct gp_place place;
};

struct gp_galley {
	struct gp_job *job;
	struct gp_item *items;
	size_t n, cap;
	gp_len main, full; /* column widths */
	bool nested;       /* inside another block: no margin column */
	/*
	 * The galley with a margin, for notes and ids of nested blocks; they stand beside the block
	 * around them.  NULL when this is it, or when there is no such block.
	 */
	struct gp_galley *root;
	const char **late_ids; /* of nested blocks, and of blocks that print nothing */
	size_t n_late_ids, cap_late_ids;
	struct gp_note *late_notes;
	size_t n_late_notes, cap_late_notes;
	gp_tag parent;       /* tag of the section the blocks belong to */
	unsigned heads;      /* level of headings inside blocks, one under the title above them */
	bool stop_bullets;   /* lists inside a stop box have signal squares */
	bool after_text;     /* the block before was text: the next paragraph is indented */
	bool left_page_open; /* only the title of a section stands yet, on a left page */
};

struct gp_galley *gp_galley_new(struct gp_job *job, gp_tag parent);

/* A galley inside a block: both columns `width` wide. */
struct gp_galley *gp_galley_nested(struct gp_galley *outer, gp_len width, gp_tag parent);

/*
 * A nested galley that belongs to no block: its height is tried, or its items are placed by hand.
 * Notes follow their blocks there.
 */
struct gp_galley *gp_galley_alone(const struct gp_galley *outer, gp_len width, gp_tag parent);

/* A new item at the end, with the job's block number and place; fields zeroed. */
struct gp_item *gp_galley_add(struct gp_galley *g);

/* An id stands at this item; several may. */
void gp_item_anchor(struct gp_galley *g, struct gp_item *item, const char *id);

/* The fragment of a column, made when first asked for. */
struct gp_page *gp_item_fragment(
	struct gp_galley *g, struct gp_item *item, enum gp_column_kind col);

/* Top of an item that would come after `y`; `prev` NULL: it starts the page. */
gp_len gp_item_top(
	const struct gp_job *job, const struct gp_item *prev, gp_len y, const struct gp_item *item);

/* Stack all items without breaking and draw them with the top left at `at`; returns the height. */
gp_len gp_galley_stack(struct gp_galley *g, struct gp_page *list, struct gp_point at);

/* Height the stack will have. */
gp_len gp_galley_height(const struct gp_galley *g);

/* Add one block, or several, to the galley (block.c and its siblings). */
void gp_galley_block(struct gp_galley *g, const struct gp_block *b);
void gp_galley_blocks(struct gp_galley *g, const struct gp_blocks *b);

/* The blocks of one kind or family; each adds its items to the galley. */
void gp_block_callout(struct gp_galley *g, const struct gp_block *b);
void gp_block_small(struct gp_galley *g, const struct gp_block *b);
void gp_block_warning(struct gp_galley *g, const struct gp_block *b);
void gp_block_figure(struct gp_galley *g, const struct gp_block *b);
void gp_block_table(struct gp_galley *g, const struct gp_block *b);
void gp_block_matrix(struct gp_galley *g, const struct gp_block *b);
void gp_block_facts(struct gp_galley *g, const struct gp_block *b);
void gp_block_trio(struct gp_galley *g, const struct gp_block *b);
void gp_block_ruler(struct gp_galley *g, const struct gp_block *b);
void gp_block_pressure(struct gp_galley *g, const struct gp_block *b);
void gp_block_routine(struct gp_galley *g, const struct gp_block *b);
void gp_block_stretch(struct gp_galley *g, const struct gp_block *b);
void gp_block_log(struct gp_galley *g, const struct gp_block *b);
void gp_block_glossary(struct gp_galley *g, const struct gp_block *b);
void gp_block_sources(struct gp_galley *g, const struct gp_block *b);

/* Attach margin notes to an item; where the edition has them inline they follow as items. */
void gp_galley_notes(struct gp_galley *g, size_t item, const struct gp_note *notes, size_t n);

/* The same text, all of it strong. */
struct gp_rich gp_rich_strong(struct gp_job *job, const struct gp_rich *r);

/* Rich text from a plain string of the program's own. */
struct gp_rich gp_rich_word(struct gp_job *job, const char *text, unsigned flags);

/* Two rich texts in a row. */
struct gp_rich gp_rich_join(struct gp_job *job, const struct gp_rich *a, const struct gp_rich *b);

/* Half a baseline step, the unit of space, and a whole one. */
gp_len gp_half(const struct gp_job *job);
gp_len gp_step_len(const struct gp_job *job);

#endif
