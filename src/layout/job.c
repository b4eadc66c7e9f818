/*
 * Faces, colours and pictures of a job.
 */
#include "layout/job.h"

#include "image/convert.h"

#include <string.h>

bool gp_job_open_faces(struct gp_job *job, const char *font_dir)
{
	bool ok = true;
	size_t i;

	for (i = 0; i < GP_N_FACES; i++) {
		job->face[i] = gp_fonts_open(job->fonts,
			gp_path_join(job->arena, font_dir, job->style->face[i]), GP_NOWHERE);
		ok = ok && job->face[i] >= 0;
	}
	return ok;
}

struct gp_colour_rgb gp_job_colour(const struct gp_job *job, enum gp_colour colour)
{
	const struct gp_colour_def *c = &job->style->colour[colour];
	struct gp_colour_rgb out = {(uint8_t)colour, c->rgb[0], c->rgb[1], c->rgb[2], {0, 0, 0, 0}};

	memcpy(out.cmyk, c->cmyk, sizeof out.cmyk);
	return out;
}

bool gp_job_fills(const struct gp_job *job, enum gp_colour colour)
{
	return !job->style->colour[colour].fill_drops;
}

int gp_gallery_add(struct gp_job *job, const struct gp_image *image)
{
	struct gp_gallery *g = job->gallery;
	struct gp_picture_folder from;
	struct gp_picture *p;
	size_t i;

	for (i = 0; i < g->n; i++) {
		if (strcmp(g->ids[i], image->id) == 0)
			return g->pictures[i] ? (int)i : -1;
	}
	from = (struct gp_picture_folder){g->dir, g->anywhere, NULL, &g->table};
	p = gp_picture_load(&from, image->id, image->place, job->arena, job->diag);
	if (p && (job->style->edition.grey || g->cmyk))
		p = gp_picture_convert(
			p, g->cmyk ? GP_INKS_CMYK : GP_INKS_GREY, job->arena, job->diag);
	*GP_PUSH(job->arena, g->ids, i, g->cap_ids) = image->id;
	*GP_PUSH(job->arena, g->pictures, g->n, g->cap) = p;
	return p ? (int)g->n - 1 : -1;
}

unsigned gp_job_page_of(const struct gp_job *job, const char *id)
{
	const struct gp_anchor_def *a = job->last ? gp_doc_find(job->last, id) : NULL;

	return a && a->page >= 0 ? job->last->pages[a->page]->number : 0;
}

const char *gp_job_link_words(const struct gp_job *job, const char *link, const char *text)
{
	const struct gp_target *t = *link == '#' ? gp_guide_target(job->guide, link + 1) : NULL;
	unsigned page = t && t->has_page ? gp_job_page_of(job, t->id) : 0;

	if (!t)
		return text;
	if (!page)
		return t->title;
	return gp_words_fill(job->arena, job->guide->words.link_page, "title", t->title, "n",
		gp_arena_printf(job->arena, "%u", page), (char *)NULL);
}

struct gp_origin gp_job_content(const struct gp_job *job, gp_tag tag)
{
	return (struct gp_origin){GP_CONTENT, tag, job->block, job->place};
}

struct gp_origin gp_job_artifact(const struct gp_job *job, enum gp_artifact kind)
{
	return (struct gp_origin){kind, -1, job->block, job->place};
}

struct gp_page *gp_job_fragment(struct gp_job *job)
{
	struct gp_page *p = GP_NEW(job->arena, struct gp_page);

	p->arena = job->arena;
	return p;
}

static const struct gp_path_seg *moved(
	struct gp_arena *a, const struct gp_path_seg *seg, size_t n, struct gp_point by)
{
	struct gp_path_seg *out = GP_ARRAY(a, n, struct gp_path_seg);
	size_t i, k;

	for (i = 0; i < n; i++) {
		out[i] = seg[i];
		for (k = 0; k < 3; k++) {
			out[i].p[k].x += by.x;
			out[i].p[k].y += by.y;
		}
	}
	return out;
}

static void place_group(
	struct gp_page *page, const struct gp_op *op, struct gp_point by, bool repeat);

static void move_box(struct gp_rect *r, struct gp_point by)
{
	r->x += by.x;
	r->y += by.y;
}

static void place_op(struct gp_page *page, const struct gp_op *op, struct gp_point by, bool repeat)
{
	struct gp_origin o = {op->artifact, op->tag, op->block, op->place};
	struct gp_op *copy = NULL;
	struct gp_op as = *op;

	if (repeat && op->artifact == GP_CONTENT)
		o = (struct gp_origin){GP_ARTIFACT_LAYOUT, -1, op->block, op->place};
	move_box(&as.ink, by);
	switch (op->kind) {
	case GP_OP_GLYPHS:
		as.as.glyphs.origin.x += by.x;
		as.as.glyphs.origin.y += by.y;
		copy = gp_page_glyphs(page, &o, &as.as.glyphs, as.ink);
		break;
	case GP_OP_PATH:
		as.as.path.seg = moved(page->arena, as.as.path.seg, as.as.path.n, by);
		copy = gp_page_path(page, &o, &as.as.path);
		break;
	case GP_OP_PICTURE:
		move_box(&as.as.picture.box, by);
		copy = gp_page_picture(page, &o, &as.as.picture);
		break;
	case GP_OP_LINK:
		if (repeat)
			return;
		move_box(&as.as.link.box, by);
		copy = gp_page_link(page, &o, &as.as.link);
		break;
	case GP_OP_CLIP:
	case GP_OP_ALPHA:
		place_group(page, op, by, repeat);
		return;
	}
	copy->ink = as.ink;
}

static void place_group(
	struct gp_page *page, const struct gp_op *op, struct gp_point by, bool repeat)
{
	const struct gp_op_group *g = &op->as.group;
	size_t i;

	if (op->kind == GP_OP_CLIP)
		gp_page_begin_clip(page, moved(page->arena, g->seg, g->n_seg, by), g->n_seg);
	else
		gp_page_begin_alpha(page, g->alpha);
	for (i = 0; i < g->n; i++)
		place_op(page, g->ops[i], by, repeat);
	gp_page_end(page);
}

void gp_fragment_place(
	struct gp_page *page, const struct gp_page *fragment, struct gp_point move, bool repeat)
{
	size_t i;

	for (i = 0; i < fragment->n; i++)
		place_op(page, fragment->ops[i], move, repeat);
}
