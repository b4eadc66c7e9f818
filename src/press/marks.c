/*
 * Print shop marks.  Crop marks begin where the bleed ends and point at the trimmed corner; the
 * crosses stand between them, in the middle of each side.
 */
#include "press/marks.h"

#include "press/label.h"
#include "press/replay.h"

struct marker {
	const struct gp_marks *how;
	const struct gp_doc *pages;
	struct gp_doc *out;
	gp_len room; /* from the trimmed edge to the edge of the media */
};

static bool has_marks(const struct gp_marks *how)
{
	return how->crop || how->registration;
}

static bool check(const struct gp_marks *how, struct gp_arena *a, struct gp_diag *d)
{
	gp_len mark = how->lengths.crop_mark;

	if (how->bleed < 0 || how->bleed > GP_MM(25)) {
		gp_report(d, GP_MSG_MARKS_BLEED, GP_NOWHERE, gp_press_mm(a, how->bleed));
		return false;
	}
	if (has_marks(how) && (mark < GP_MM(2) || mark > GP_MM(20))) {
		gp_report(d, GP_MSG_MARKS_LENGTH, GP_NOWHERE, gp_press_mm(a, mark));
		return false;
	}
	return true;
}

static void line(
	const struct marker *m, struct gp_page *p, gp_len x0, gp_len y0, gp_len x1, gp_len y1)
{
	gp_mark_line(p, (struct gp_point){x0, y0}, (struct gp_point){x1, y1}, m->how->lengths.line,
		0, m->how->colour);
}

/* The two lines of one corner; sx, sy say which: -1 left or top, 1 right or foot. */
static void corner(const struct marker *m, struct gp_page *p, struct gp_point at, int sx, int sy)
{
	gp_len near = m->how->bleed, far = near + m->how->lengths.crop_mark;

	line(m, p, at.x + sx * near, at.y, at.x + sx * far, at.y);
	line(m, p, at.x, at.y + sy * near, at.x, at.y + sy * far);
}

static void crop_marks(const struct marker *m, struct gp_page *p)
{
	struct gp_rect t = p->trim;

	corner(m, p, (struct gp_point){t.x, t.y}, -1, -1);
	corner(m, p, (struct gp_point){t.x + t.w, t.y}, 1, -1);
	corner(m, p, (struct gp_point){t.x, t.y + t.h}, -1, 1);
	corner(m, p, (struct gp_point){t.x + t.w, t.y + t.h}, 1, 1);
}

/* A circle with a cross through it. */
static void cross(const struct marker *m, struct gp_page *p, gp_len x, gp_len y)
{
	gp_len arm = m->how->lengths.crop_mark * 2 / 5;
	struct gp_path *ring = gp_path_new(p->arena);

	line(m, p, x - arm, y, x + arm, y);
	line(m, p, x, y - arm, x, y + arm);
	gp_path_circle(ring, (struct gp_point){x, y}, arm * 3 / 5);
	gp_mark_stroke(p, ring, m->how->lengths.line, m->how->colour);
}

static void registration_marks(const struct marker *m, struct gp_page *p)
{
	gp_len off = m->how->bleed + m->how->lengths.crop_mark / 2;
	gp_len x = p->trim.x + p->trim.w / 2, y = p->trim.y + p->trim.h / 2;

	cross(m, p, x, p->trim.y - off);
	cross(m, p, x, p->trim.y + p->trim.h + off);
	cross(m, p, p->trim.x - off, y);
	cross(m, p, p->trim.x + p->trim.w + off, y);
}

static void build_page(const struct marker *m, const struct gp_page *from)
{
	gp_len room = m->room;
	struct gp_page *p = gp_doc_page(m->out, from->width + 2 * room, from->height + 2 * room);
	struct gp_replay r = {.own = GP_EVERYWHERE, .placing = gp_placing_shift(room, room)};

	p->number = from->number;
	p->label = from->label;
	p->has_trim = true;
	p->trim = (struct gp_rect){room, room, from->width, from->height};
	p->bleed = gp_rect_grow(p->trim, m->how->bleed);
	r.see = p->bleed;
	gp_replay_page(from, &r, p);
	if (m->how->crop)
		crop_marks(m, p);
	if (m->how->registration)
		registration_marks(m, p);
}

static bool where(const void *user, int32_t page, struct gp_point at, int32_t *to_page,
	struct gp_point *to_at)
{
	const struct marker *m = user;

	*to_page = page;
	*to_at = (struct gp_point){at.x + m->room, at.y + m->room};
	return (size_t)page < m->pages->n_pages;
}

struct gp_doc *gp_marks(const struct gp_doc *pages, const struct gp_marks *how, struct gp_arena *a,
	struct gp_diag *d)
{
	struct marker m = {.how = how, .pages = pages};
	size_t i;

	if (!check(how, a, d))
		return NULL;
	/* a little white keeps the ends of the marks off the edge of the media */
	m.room = how->bleed + (has_marks(how) ? how->lengths.crop_mark + GP_PT(3) : 0);
	m.out = gp_replay_doc(pages, a);
	m.out->first_number = pages->first_number;
	gp_replay_anchors(pages, m.out, where, &m);
	for (i = 0; i < pages->n_pages; i++)
		build_page(&m, pages->pages[i]);
	return m.out;
}
