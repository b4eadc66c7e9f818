/*
 * Page furniture.  Everything here is an artifact: a reader who listens to the guide does not want
 * to hear the running head on every page.
 */
#include "layout/page.h"

bool gp_page_is_left(size_t index)
{
	return index % 2 == 1;
}

struct gp_columns gp_page_columns(const struct gp_page_style *p, bool left)
{
	struct gp_columns c;

	if (left) {
		c.full = c.margin = p->outer;
		c.main = p->outer + p->margin_column + p->gutter;
	} else {
		c.full = c.main = p->inner;
		c.margin = p->inner + p->main + p->gutter;
	}
	return c;
}

static gp_len full_width(const struct gp_page_style *p)
{
	return p->main + p->gutter + p->margin_column;
}

/* Furniture at an edge of the full measure. */
struct edge {
	struct gp_rect box;
	bool right; /* text ends at the right edge, or starts at the left one */
	enum gp_artifact kind;
};

static void draw_at_edge(
	struct gp_job *job, struct gp_page *page, const struct gp_set *set, const struct edge *e)
{
	gp_len x = e->right ? e->box.x + e->box.w - set->width : e->box.x;

	gp_set_draw_all(job, page, set, (struct gp_point){x, e->box.y});
}

/* A title without its markup; what cannot be printed of it is reported where it stands. */
static struct gp_set set_title(struct gp_job *job, const struct gp_rich *title,
	const struct gp_set_style *style, const struct edge *e)
{
	struct gp_place outer = job->place;
	struct gp_set set;

	job->place = title->place;
	set = gp_set_artifact(job, gp_rich_plain(job->arena, title), style, e->box.w, e->kind);
	job->place = outer;
	return set;
}

/* The guide's title, the short one where that has no room, or nothing. */
static void draw_guide(struct gp_job *job, struct gp_page *page, const struct gp_rich *title,
	gp_len room, const struct edge *e)
{
	const struct gp_rich *titles[] = {title, &job->guide->meta.short_title};
	struct gp_set_style style = gp_set_role(GP_ROLE_RUNNING_HEAD);
	size_t i;

	style.has_colour = true;
	style.colour = GP_G70;
	for (i = 0; i < sizeof titles / sizeof *titles; i++) {
		struct gp_set set = set_title(job, titles[i], &style, e);

		if (set.height > set.lead || set.width > room)
			continue;
		draw_at_edge(job, page, &set, e);
		return;
	}
}

static void draw_heads(
	struct gp_job *job, struct gp_page *page, const struct gp_furniture *f, bool left)
{
	const struct gp_page_style *p = &job->style->page;
	struct gp_columns c = gp_page_columns(p, left);
	struct edge e = {{c.full, p->head_top, full_width(p), 0}, left, GP_ARTIFACT_HEADER};
	struct gp_set_style style = gp_set_role(GP_ROLE_RUNNING_HEAD);
	gp_len room = e.box.w;
	struct gp_set chapter;

	style.has_colour = true;
	style.colour = GP_INK;
	style.strong = true;
	if (f->chapter) {
		chapter = set_title(job, f->chapter, &style, &e);
		room -= chapter.width + p->gutter;
	}
	if (f->guide)
		draw_guide(job, page, f->guide, room, &e);
	e.right = !left;
	if (f->chapter)
		draw_at_edge(job, page, &chapter, &e);
}

static void draw_folio(struct gp_job *job, struct gp_page *page, bool left)
{
	const struct gp_page_style *p = &job->style->page;
	struct gp_columns c = gp_page_columns(p, left);
	struct gp_set_style style = gp_set_role(GP_ROLE_FOLIO);
	struct edge e = {{c.full, p->folio_top, full_width(p), 0}, !left, GP_ARTIFACT_FOOTER};

	struct gp_set set = gp_set_artifact(
		job, gp_arena_printf(job->arena, "%u", page->number), &style, e.box.w, e.kind);

	draw_at_edge(job, page, &set, &e);
}

/* Stations of the tabs: one a chapter and one for the back matter, closer together when many. */
static gp_len tab_pitch(const struct gp_job *job)
{
	const struct gp_page_style *p = &job->style->page;

	return gp_len_min(p->tab_pitch, p->tab_field / (gp_len)(job->guide->n_chapters + 1));
}

/*
 * A tab keeps clear of what home printers leave white; for a print shop it runs off the page, and
 * is as wide over all.
 */
static struct gp_rect tab_box(const struct gp_job *job, int station, bool left)
{
	const struct gp_page_style *p = &job->style->page;
	gp_len pitch = tab_pitch(job), h = gp_len_min(p->tab_height, pitch * 5 / 6);
	gp_len edge = p->tab_edge, width = p->tab_width;

	if (job->bleed) {
		edge = -job->bleed;
		width += p->tab_edge + job->bleed - job->style->press.bleed;
	}
	return (struct gp_rect){
		left ? edge : p->width - edge - width, p->tab_top + station * pitch, width, h};
}

static void draw_tab(
	struct gp_job *job, struct gp_page *page, const struct gp_furniture *f, bool left)
{
	gp_len r = job->style->page.tab_radius;
	struct gp_pen pen = gp_pen_artifact(job, page, GP_ARTIFACT_LAYOUT);
	struct gp_rect box = tab_box(job, f->tab, left), seen;
	const gp_len corners_left[4] = {0, r, r, 0}, corners_right[4] = {r, 0, 0, r};
	bool fills = gp_job_fills(job, GP_BRAND);
	struct gp_path *path = gp_path_new(page->arena);
	struct gp_op_path op = {.fill = fills,
		.stroke = !fills,
		.width = GP_PT(1.2),
		.fill_colour = gp_job_colour(job, GP_BRAND),
		.stroke_colour = gp_job_colour(job, GP_BRAND)};
	struct gp_set_style style = gp_set_role(GP_ROLE_TAB);
	struct gp_set set;

	gp_path_round(path, fills ? box : gp_rect_grow(box, -op.width / 2),
		left ? corners_left : corners_right);
	op.seg = gp_path_segs(path, &op.n);
	gp_page_path(page, &pen.origin, &op);
	style.has_colour = true;
	style.colour = fills ? GP_PAPER : GP_INK;
	seen = gp_rect_common(box, (struct gp_rect){0, 0, page->width, page->height});
	set = gp_set_artifact(job, f->tab_label, &style, box.w * 2, GP_ARTIFACT_LAYOUT);
	gp_set_draw_all(
		job, page, &set, (struct gp_point){seen.x + (seen.w - set.width) / 2, seen.y});
}

struct gp_page *gp_page_new(struct gp_job *job, const struct gp_furniture *f)
{
	const struct gp_page_style *p = &job->style->page;
	bool left = gp_page_is_left(job->doc->n_pages);
	struct gp_page *page = gp_doc_page(job->doc, p->width, p->height);

	page->number = (unsigned)job->doc->n_pages;
	job->block++;
	if (f->kind == GP_PAGE_TEXT)
		draw_heads(job, page, f, left);
	if (f->folio)
		draw_folio(job, page, left);
	if (f->tab >= 0)
		draw_tab(job, page, f, left);
	return page;
}
