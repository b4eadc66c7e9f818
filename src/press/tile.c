/*
 * Planning tiles and replaying the poster through each window.  One replay a tile: art under a glue
 * strip is paled by a veil of paper colour on top, which looks the same however it overlaps.
 */
#include "press/tile.h"

#include "press/label.h"
#include "press/replay.h"
#include "press/strips.h"

#include <stdio.h>

/* The least face worth gluing, and room for its arrow heads and words. */
#define LEAST_FACE GP_MM(30)

struct tiler {
	const struct gp_doc *doc;
	const struct gp_tile *how;
	const struct gp_tile_plan *plan;
	struct gp_doc *out;
	struct gp_arena *a;
};

static gp_len overlap(const struct gp_tile_plan *plan)
{
	return plan->cut + plan->glue;
}

static gp_len print_width(const struct gp_tile_plan *plan)
{
	return plan->sheet_width - 2 * plan->margin;
}

static gp_len print_height(const struct gp_tile_plan *plan)
{
	return plan->sheet_height - 2 * plan->margin;
}

/* Tiles for a length `all` with windows of `print`; rounded lengths may miss by a hair. */
static unsigned n_tiles(gp_len all, gp_len print, gp_len over)
{
	int64_t step = print - over, rest = (int64_t)all - over - GP_TILE_SLACK;

	return rest <= step ? 1 : (unsigned)((rest + step - 1) / step);
}

static struct gp_tile_plan try_sheet(const struct gp_tile *how, struct gp_rect ink, bool lying)
{
	gp_len less = gp_len_min(how->sheet_width, how->sheet_height);
	gp_len more = gp_len_max(how->sheet_width, how->sheet_height);
	struct gp_tile_plan p = {
		.lying = lying,
		.sheet_width = lying ? more : less,
		.sheet_height = lying ? less : more,
		.margin = how->lengths.printer_margin,
		.cut = how->lengths.cut_strip,
		.glue = how->lengths.glue_strip,
		.ink = ink,
	};

	p.columns = n_tiles(ink.w, print_width(&p), overlap(&p));
	p.rows = n_tiles(ink.h, print_height(&p), overlap(&p));
	return p;
}

static uint64_t n_sheets(const struct gp_tile_plan *p)
{
	return (uint64_t)p->rows * p->columns;
}

static bool check_sheet(const struct gp_tile *how, struct gp_arena *a, struct gp_diag *d)
{
	const struct gp_press_lengths *l = &how->lengths;
	gp_len left = gp_len_min(how->sheet_width, how->sheet_height) - 2 * l->printer_margin -
		      l->cut_strip - l->glue_strip;

	if (left >= LEAST_FACE)
		return true;
	gp_report(d, GP_MSG_TILE_SMALL, GP_NOWHERE, how->sheet_name, gp_press_mm(a, left),
		gp_press_mm(a, LEAST_FACE));
	return false;
}

static bool has_names(const struct gp_tile_plan *plan)
{
	return plan->rows <= GP_TILE_ROWS && plan->columns <= GP_TILE_COLUMNS;
}

/* The way of laying sheets that takes fewer of them, and has names for all. */
static struct gp_tile_plan choose(struct gp_tile_plan standing, struct gp_tile_plan lying)
{
	if (has_names(&standing) != has_names(&lying))
		return has_names(&lying) ? lying : standing;
	return n_sheets(&lying) < n_sheets(&standing) ? lying : standing;
}

static bool check_names(const struct gp_tile_plan *plan, const struct gp_tile *how,
	struct gp_arena *a, struct gp_diag *d)
{
	if (has_names(plan))
		return true;
	gp_report(d, GP_MSG_TILE_MANY, GP_NOWHERE, gp_press_size(a, plan->ink.w, plan->ink.h),
		plan->rows, plan->columns, how->sheet_name, (unsigned)GP_TILE_ROWS,
		(unsigned)GP_TILE_COLUMNS);
	return false;
}

bool gp_tile_plan(const struct gp_doc *doc, const struct gp_tile *how, struct gp_arena *a,
	struct gp_diag *d, struct gp_tile_plan *plan)
{
	struct gp_rect ink = how->ink, whole;

	if (gp_rect_is_empty(ink) && how->page < doc->n_pages)
		ink = gp_page_ink(doc->pages[how->page]);
	if (gp_rect_is_empty(ink)) {
		gp_report(d, GP_MSG_TILE_EMPTY, GP_NOWHERE);
		return false;
	}
	if (!check_sheet(how, a, d))
		return false;
	*plan = choose(try_sheet(how, ink, false), try_sheet(how, ink, true));
	if (!check_names(plan, how, a, d))
		return false;
	whole = gp_tile_whole(plan);
	plan->start.x = ink.x - (whole.w - ink.w) / 2;
	plan->start.y = ink.y - (whole.h - ink.h) / 2;
	return true;
}

struct gp_rect gp_tile_window(const struct gp_tile_plan *plan, unsigned row, unsigned column)
{
	struct gp_rect r = {plan->start.x, plan->start.y, print_width(plan), print_height(plan)};

	r.x += (gp_len)column * (r.w - overlap(plan));
	r.y += (gp_len)row * (r.h - overlap(plan));
	return r;
}

/* A window without the strips at its inner sides; `glue` 0 keeps what is under the glue strip. */
static struct gp_rect without_strips(
	const struct gp_tile_plan *plan, unsigned row, unsigned column, gp_len glue)
{
	struct gp_rect r = gp_tile_window(plan, row, column);
	gp_len left = column > 0 ? plan->cut : 0, top = row > 0 ? plan->cut : 0;

	r.x += left;
	r.y += top;
	r.w -= left + (column + 1 < plan->columns ? glue : 0);
	r.h -= top + (row + 1 < plan->rows ? glue : 0);
	return r;
}

struct gp_rect gp_tile_face(const struct gp_tile_plan *plan, unsigned row, unsigned column)
{
	return without_strips(plan, row, column, plan->glue);
}

struct gp_rect gp_tile_whole(const struct gp_tile_plan *plan)
{
	return gp_rect_union(gp_tile_window(plan, 0, 0),
		gp_tile_window(plan, plan->rows - 1, plan->columns - 1));
}

char *gp_tile_name(unsigned row, unsigned column, char buf[GP_TILE_NAME])
{
	snprintf(buf, GP_TILE_NAME, "%c%u", (char)('A' + row % GP_TILE_ROWS),
		(column + 1) % (GP_TILE_COLUMNS + 1));
	return buf;
}

/* From the poster to the sheet of a tile. */
static struct gp_placing tile_placing(
	const struct gp_tile_plan *plan, unsigned row, unsigned column)
{
	struct gp_rect window = gp_tile_window(plan, row, column);

	return gp_placing_shift(plan->margin - window.x, plan->margin - window.y);
}

/* A face, without end where no other tile follows: the owned parts share out the plane. */
static struct gp_rect owned(const struct gp_tile_plan *plan, unsigned row, unsigned column)
{
	struct gp_rect face = gp_tile_face(plan, row, column), all = GP_EVERYWHERE, r = face;
	gp_len right = face.x + face.w, foot = face.y + face.h;

	if (column == 0)
		r.x = all.x;
	if (row == 0)
		r.y = all.y;
	if (column + 1 == plan->columns)
		right = all.x + all.w;
	if (row + 1 == plan->rows)
		foot = all.y + all.h;
	r.w = right - r.x;
	r.h = foot - r.y;
	return r;
}

static bool where(const void *user, int32_t page, struct gp_point at, int32_t *to_page,
	struct gp_point *to_at)
{
	const struct tiler *t = user;
	size_t i = (size_t)page, n = n_sheets(t->plan), k;

	*to_at = at;
	*to_page = (int32_t)(i <= t->how->page ? i : i + n - 1);
	for (k = 0; k < n && i == t->how->page; k++) {
		unsigned row = (unsigned)k / t->plan->columns,
			 column = (unsigned)k % t->plan->columns;
		struct gp_placing p = tile_placing(t->plan, row, column);

		if (gp_rect_has(owned(t->plan, row, column), at)) {
			*to_page = (int32_t)(i + k);
			*to_at = gp_placing_point(&p, at);
		}
	}
	return i < t->doc->n_pages;
}

static void build_tile(const struct tiler *t, unsigned row, unsigned column)
{
	const struct gp_tile_plan *plan = t->plan;
	struct gp_page *p = gp_doc_page(t->out, plan->sheet_width, plan->sheet_height);
	struct gp_replay r = {
		.placing = tile_placing(plan, row, column),
		.glyph_ink = t->how->look->fonts ? gp_replay_ink : NULL,
		.fonts = t->how->look->fonts,
		.order = 1,
		.doc = t->out,
	};
	char name[GP_TILE_NAME];

	r.see = gp_placing_rect(&r.placing, without_strips(plan, row, column, 0));
	r.own = gp_placing_rect(&r.placing, owned(plan, row, column));
	gp_replay_page(t->doc->pages[t->how->page], &r, p);
	p->label = gp_arena_str(t->a, gp_tile_name(row, column, name));
	gp_strips_draw(p, t->how, plan, row, column);
}

static void pass(const struct tiler *t, size_t from, size_t to)
{
	struct gp_doc *out = t->out;

	for (; from < to; from++)
		*GP_PUSH(out->arena, out->pages, out->n_pages, out->cap_pages) =
			t->doc->pages[from];
}

struct gp_doc *gp_tile(const struct gp_doc *doc, const struct gp_tile *how,
	const struct gp_tile_plan *plan, struct gp_arena *a)
{
	struct tiler t = {doc, how, plan, gp_replay_doc(doc, a), a};
	unsigned row, column;

	gp_replay_anchors(doc, t.out, where, &t);
	pass(&t, 0, how->page);
	for (row = 0; row < plan->rows; row++) {
		for (column = 0; column < plan->columns; column++)
			build_tile(&t, row, column);
	}
	pass(&t, how->page + 1, doc->n_pages);
	return t.out;
}
