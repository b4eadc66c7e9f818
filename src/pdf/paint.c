/*
 * Paths and pictures.  Lengths are exact decimals; y runs up here.
 */
#include "pdf/content.h"

#include "pdf/images.h"

#define THIN GP_PT(2)

static uint32_t pack(const struct gp_pdf_job *job, struct gp_colour_rgb c)
{
	if (job->options->cmyk)
		return 0x80000000u | (uint32_t)c.cmyk[0] << 21 | (uint32_t)c.cmyk[1] << 14 |
		       (uint32_t)c.cmyk[2] << 7 | c.cmyk[3];
	return (uint32_t)c.r << 16 | (uint32_t)c.g << 8 | c.b;
}

/* 0 to 255 as thousandths: fine enough to give back the same byte. */
static void level(struct gp_buf *b, unsigned v)
{
	gp_buf_operand(b, (v * 1000 + 127) / 255);
}

static void colour(struct gp_content *c, struct gp_colour_rgb v, const char *const names[3])
{
	struct gp_buf *b = &c->out;
	size_t i;

	if (c->job->options->cmyk) {
		for (i = 0; i < 4; i++)
			gp_buf_operand(b, v.cmyk[i] * 10);
		gp_buf_str(b, names[2]);
	} else if (v.r == v.g && v.g == v.b) {
		level(b, v.r);
		gp_buf_str(b, names[0]);
	} else {
		level(b, v.r);
		level(b, v.g);
		level(b, v.b);
		gp_buf_str(b, names[1]);
	}
}

void gp_content_fill(struct gp_content *c, struct gp_colour_rgb v)
{
	static const char *const names[3] = {"g\n", "rg\n", "k\n"};
	uint32_t key = pack(c->job, v);

	if (c->now.fill != key)
		colour(c, v, names);
	c->now.fill = key;
}

void gp_content_stroke(struct gp_content *c, struct gp_colour_rgb v)
{
	static const char *const names[3] = {"G\n", "RG\n", "K\n"};
	uint32_t key = pack(c->job, v);

	if (c->now.stroke != key)
		colour(c, v, names);
	c->now.stroke = key;
}

/* Five segments that walk round a rectangle along the axes. */
static bool is_rect(const struct gp_path_seg *s, size_t n)
{
	size_t i;

	if (n < 5 || s[0].verb != GP_MOVE || s[4].verb != GP_CLOSE)
		return false;
	for (i = 1; i < 4; i++) {
		if (s[i].verb != GP_LINE)
			return false;
	}
	return s[0].p[0].y == s[1].p[0].y && s[1].p[0].x == s[2].p[0].x &&
	       s[2].p[0].y == s[3].p[0].y && s[3].p[0].x == s[0].p[0].x;
}

static void rect(struct gp_content *c, const struct gp_path_seg *s)
{
	struct gp_point a = s[0].p[0], b = s[2].p[0];

	gp_buf_point(&c->out, a.x, c->page->height - a.y);
	gp_buf_point(&c->out, b.x - a.x, a.y - b.y);
	gp_buf_str(&c->out, "re\n");
}

static bool same_point(struct gp_point a, struct gp_point b)
{
	return a.x == b.x && a.y == b.y;
}

/*
 * A line that goes nowhere beside a curve, as round boxes without straight sides have, or home just
 * before the path is closed.  A line that stands alone stays: round caps make a dot of it.
 */
static bool is_idle(const struct gp_path_seg *seg, size_t i, size_t n, struct gp_point start)
{
	struct gp_point at;

	if (seg[i].verb != GP_LINE || i == 0)
		return false;
	if (seg[i - 1].verb != GP_MOVE && i + 1 < n && seg[i + 1].verb == GP_CLOSE &&
		same_point(seg[i].p[0], start))
		return true;
	at = seg[i - 1].p[seg[i - 1].verb == GP_CURVE ? 2 : 0];
	return same_point(at, seg[i].p[0]) && seg[i - 1].verb != GP_CLOSE &&
	       (seg[i - 1].verb == GP_CURVE || (i + 1 < n && seg[i + 1].verb == GP_CURVE));
}

static void segment(struct gp_content *c, const struct gp_path_seg *s)
{
	static const char *const ops[] = {"m\n", "l\n", "c\n", "h\n"};
	static const size_t points[] = {1, 1, 3, 0};
	size_t k;

	for (k = 0; k < points[s->verb]; k++)
		gp_buf_point(&c->out, s->p[k].x, c->page->height - s->p[k].y);
	gp_buf_str(&c->out, ops[s->verb]);
}

void gp_content_segs(struct gp_content *c, const struct gp_path_seg *seg, size_t n)
{
	struct gp_point start = {0, 0};
	size_t i;

	for (i = 0; i < n; i++) {
		if (is_rect(seg + i, n - i)) {
			rect(c, seg + i);
			i += 4;
			continue;
		}
		if (seg[i].verb == GP_MOVE)
			start = seg[i].p[0];
		if (!is_idle(seg, i, n, start))
			segment(c, &seg[i]);
	}
}

static void pen(struct gp_content *c, const struct gp_op_path *p)
{
	struct gp_gstate *now = &c->now;

	gp_content_stroke(c, p->stroke_colour);
	if (now->width != p->width) {
		gp_buf_operand(&c->out, p->width);
		gp_buf_str(&c->out, "w\n");
	}
	if (now->round_caps != p->round_caps)
		gp_buf_str(&c->out, p->round_caps ? "1 J 1 j\n" : "0 J 0 j\n");
	if (now->dash[0] != p->dash[0] || now->dash[1] != p->dash[1] ||
		now->dash[2] != p->dash_phase) {
		gp_buf_char(&c->out, '[');
		if (p->dash[0] || p->dash[1])
			gp_buf_point(&c->out, p->dash[0], p->dash[1]);
		gp_buf_str(&c->out, "]");
		gp_buf_operand(&c->out, p->dash_phase);
		gp_buf_str(&c->out, "d\n");
	}
	now->width = p->width;
	now->round_caps = p->round_caps;
	now->dash[0] = p->dash[0];
	now->dash[1] = p->dash[1];
	now->dash[2] = p->dash_phase;
}

static const char *painter(const struct gp_op_path *p)
{
	if (p->fill && p->stroke)
		return p->even_odd ? "B*\n" : "B\n";
	if (p->fill)
		return p->even_odd ? "f*\n" : "f\n";
	return "S\n";
}

/* A rule: a stroke, or a filled bar, so thin that nobody sees what shines through. */
static bool is_thin_black(const struct gp_content *c, const struct gp_op_path *p)
{
	gp_len w, h;

	if (p->fill && p->stroke)
		return false;
	if (p->stroke)
		return p->width <= THIN && gp_content_is_black(c, p->stroke_colour);
	if (!is_rect(p->seg, p->n) || !gp_content_is_black(c, p->fill_colour))
		return false;
	w = p->seg[2].p[0].x - p->seg[0].p[0].x;
	h = p->seg[2].p[0].y - p->seg[0].p[0].y;
	return (w <= THIN && w >= -THIN) || (h <= THIN && h >= -THIN);
}

void gp_content_path(struct gp_content *c, const struct gp_op_path *p)
{
	if (p->n == 0 || (!p->fill && !p->stroke))
		return;
	gp_content_end_text(c);
	if (p->fill)
		gp_content_fill(c, p->fill_colour);
	if (p->stroke)
		pen(c, p);
	gp_content_over(c, is_thin_black(c, p));
	gp_content_segs(c, p->seg, p->n);
	gp_buf_str(&c->out, painter(p));
}

/* Six numbers that bring the unit square to the box, turned and mirrored. */
static void place(const struct gp_op_picture *p, gp_len page_height, gp_len m[6])
{
	gp_len w = p->box.w, h = p->box.h, x = p->box.x, y = page_height - p->box.y - h;
	const gp_len turns[4][6] = {
		{w, 0, 0, h, x, y},
		{0, -h, w, 0, x, y + h},
		{-w, 0, 0, -h, x + w, y + h},
		{0, h, -w, 0, x + w, y},
	};
	size_t i;

	for (i = 0; i < 6; i++)
		m[i] = turns[p->turn & 3][i];
	if (p->mirror) { /* of the picture itself, before it is turned */
		m[4] += m[0];
		m[5] += m[1];
		m[0] = -m[0];
		m[1] = -m[1];
	}
}

void gp_content_picture(struct gp_content *c, const struct gp_op_picture *p)
{
	unsigned before = c->now.alpha;
	gp_len m[6];
	size_t i;

	gp_content_end_text(c);
	gp_images_dict(c->job, (unsigned)p->picture);
	gp_use(c, &c->images, (unsigned)p->picture);
	gp_content_over(c, false);
	gp_buf_str(&c->out, "q\n");
	gp_content_alpha(c, before * p->alpha / 100);
	place(p, c->page->height, m);
	for (i = 0; i < 6; i++)
		gp_buf_operand(&c->out, m[i]);
	gp_buf_str(&c->out, "cm\n/I");
	gp_buf_int(&c->out, p->picture);
	gp_buf_str(&c->out, " Do\nQ\n");
	c->now.alpha = before;
}
