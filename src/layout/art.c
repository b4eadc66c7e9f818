/*
 * Fitting art.  Fractions are ten thousandths of the canvas, as in the picture notes.
 */
#include "layout/art.h"

enum { WHOLE = 10000 };

struct span {
	int64_t from, to; /* ten thousandths */
};

static int64_t clamp(int64_t v, int64_t lo, int64_t hi)
{
	return v < lo ? lo : v > hi ? hi : v;
}

/* The ink of one direction plus 0.8 mm, as a part of the canvas. */
static struct span trim(uint32_t from, uint32_t to, uint32_t pixels, gp_len drawn)
{
	int64_t air = drawn > 0 ? (int64_t)GP_MM(0.8) * WHOLE / drawn : 0;

	return (struct span){clamp((int64_t)from * WHOLE / pixels - air, 0, WHOLE),
		clamp((int64_t)to * WHOLE / pixels + air, 0, WHOLE)};
}

static struct span common(struct span a, int32_t from, int32_t to)
{
	struct span s = {a.from > from ? a.from : from, a.to < to ? a.to : to};

	/* a crop that misses the ink shows what the author asked for */
	return s.from < s.to ? s : (struct span){from, to};
}

static void seen_part(const struct gp_job *job, const struct gp_art *art, enum gp_art_fit fit,
	struct span *x, struct span *y)
{
	const struct gp_image *im = art->image;
	const struct gp_picture *p =
		art->picture >= 0 ? job->gallery->pictures[art->picture] : NULL;

	*x = *y = (struct span){0, WHOLE};
	if (p && fit == GP_FIT_TRIM) {
		*x = trim(p->ink.x0, p->ink.x1, p->width, im->note->w);
		*y = trim(p->ink.y0, p->ink.y1, p->height, im->note->h);
	}
	*x = common(*x, im->crop[0], im->crop[2]);
	*y = common(*y, im->crop[1], im->crop[3]);
}

struct gp_art gp_art_fit(struct gp_job *job, const struct gp_image *image, gp_len w, gp_len h,
	unsigned most, enum gp_art_fit fit)
{
	struct gp_art art = {.image = image, .mirror = job->guide->mirror};
	int64_t pw = image->note->w, ph = image->note->h, k, kh;
	struct span x, y;

	art.picture = gp_gallery_add(job, image);
	art.clipped = image->crop[0] > 0 || image->crop[1] > 0 || image->crop[2] < WHOLE ||
		      image->crop[3] < WHOLE;
	seen_part(job, &art, fit, &x, &y);
	/* scale in millionths; both directions, the smaller one holds */
	k = (int64_t)w * WHOLE * 1000000 / (pw * (x.to - x.from) + 1);
	kh = (int64_t)h * WHOLE * 1000000 / (ph * (y.to - y.from) + 1);
	k = k < kh ? k : kh;
	if (most && k > (int64_t)most * 10000)
		k = (int64_t)most * 10000;
	art.canvas.w = gp_len_scale(image->note->w, k, 1000000);
	art.canvas.h = gp_len_scale(image->note->h, k, 1000000);
	if (art.mirror)
		x = (struct span){WHOLE - x.to, WHOLE - x.from};
	art.canvas.x = -gp_len_scale(art.canvas.w, x.from, WHOLE);
	art.canvas.y = -gp_len_scale(art.canvas.h, y.from, WHOLE);
	art.w = gp_len_scale(art.canvas.w, x.to - x.from, WHOLE);
	art.h = gp_len_scale(art.canvas.h, y.to - y.from, WHOLE);
	return art;
}

void gp_art_draw(struct gp_job *job, struct gp_page *list, const struct gp_art *art,
	struct gp_point at, gp_tag tag)
{
	struct gp_origin o =
		tag >= 0 ? gp_job_content(job, tag) : gp_job_artifact(job, GP_ARTIFACT_LAYOUT);
	struct gp_rect seen = {at.x, at.y, art->w, art->h};
	struct gp_op_picture op = {.picture = art->picture,
		.mirror = art->mirror,
		.alpha = job->style->edition.picture_alpha};
	struct gp_path *clip;
	const struct gp_path_seg *seg;
	size_t n;

	if (art->picture < 0)
		return;
	op.box = (struct gp_rect){
		at.x + art->canvas.x, at.y + art->canvas.y, art->canvas.w, art->canvas.h};
	if (art->clipped) {
		clip = gp_path_new(list->arena);
		gp_path_rect(clip, seen);
		seg = gp_path_segs(clip, &n);
		gp_page_begin_clip(list, seg, n);
	}
	o.place = art->image->place;
	/* what counts as ink is what can be seen, not the empty rest of the canvas */
	gp_page_picture(list, &o, &op)->ink = seen;
	if (art->clipped)
		gp_page_end(list);
}

struct gp_point gp_art_point(
	const struct gp_art *art, const struct gp_anchor *anchor, struct gp_point at)
{
	int32_t x = art->mirror ? WHOLE - anchor->x : anchor->x;

	return (struct gp_point){at.x + art->canvas.x + gp_len_scale(art->canvas.w, x, WHOLE),
		at.y + art->canvas.y + gp_len_scale(art->canvas.h, anchor->y, WHOLE)};
}

void gp_art_marks(struct gp_job *job, struct gp_page *list, const struct gp_art *art,
	struct gp_point at, gp_len radius)
{
	struct gp_pen pen = gp_pen_artifact(job, list, GP_ARTIFACT_LAYOUT);
	const struct gp_block_style *b = &job->style->block;
	gp_len badge = gp_len_scale(b->badge_large, radius, b->mark_radius);
	struct gp_place outer = job->place;
	struct gp_point c, name;
	size_t i;

	for (i = 0; i < art->image->n_marks; i++) {
		const struct gp_mark *m = &art->image->marks[i];

		c = gp_art_point(art, m->at, at);
		gp_orn_mark(&pen, m->kind, c, radius);
		if (!m->text)
			continue;
		/* up and outwards, touching neither the cross nor its zone */
		name = (struct gp_point){c.x + badge * 7 / 8, c.y - badge * 2 / 3};
		job->place = m->place;
		gp_orn_badge(&pen, m->text, name, badge);
	}
	job->place = outer;
}

gp_tag gp_art_tag(struct gp_job *job, const struct gp_image *image, gp_tag parent)
{
	gp_tag tag;

	if (image->decorative || !image->alt)
		return -1;
	tag = gp_doc_tag(job->doc, GP_TAG_FIGURE, parent);
	job->doc->tags[tag].alt = image->alt;
	job->doc->tags[tag].place = image->place;
	return tag;
}
