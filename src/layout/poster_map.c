/*
 * The map of the poster: a picture, words in columns left and right of it, each with a line to the
 * place it names.  A label that names a stretch (it has a second anchor) gets a double arrow beside
 * the stretch and, on the other side of the picture, a bracket that holds the words level with it.
 */
#include "layout/galley.h"
#include "layout/poster.h"

#include <string.h>

/*
 * A label of the map, measured; y and h are what its words and sign take up together.  A left leg
 * has the map of a right one in the mirror, labels and all, but for the words themselves.
 */
struct map_label {
	const struct gp_label *l;
	struct gp_set set;
	struct gp_point target, end; /* what they name, or where it begins and ends */
	gp_len column, width;        /* the measure they are set to */
	gp_len x, y, h;              /* x: left edge of the words */
	bool stop;
	bool left;    /* stands on the left of a right leg, on the right of a left one */
	bool under;   /* words under their stop sign, not over it */
	bool within;  /* words of a stretch in the middle of its arrow, not over it */
	bool grouped; /* level with a stretch whose bracket takes the place of their line */
};

static gp_len map_icon(const struct gp_poster_frame *f)
{
	return gp_poster_u(f, f->job->style->poster.stop_icon) * 7 / 10;
}

static struct gp_set_style map_style(struct gp_poster_frame *f, const struct map_label *m)
{
	struct gp_set_style style = gp_poster_style(f, GP_ROLE_POSTER_MAP, 1000);

	gp_poster_note(f, GP_POSTER_MAP_LABEL, &style);
	style.bold_first = true;
	style.has_colour = m->left;
	style.colour = m->stop ? GP_SIGNAL_TEXT : GP_BRAND;
	style.setting = f->job->guide->mirror ? GP_RIGHT_FLUSH : GP_RAGGED;
	return style;
}

/* Words in the room between the picture and the edge of the sidebar. */
static void set_map_label(
	struct gp_poster_frame *f, struct map_label *m, struct gp_rect art, gp_tag tag)
{
	struct gp_set_style style = map_style(f, m);
	struct gp_rich text = m->left ? gp_rich_strong(f->job, &m->l->text) : m->l->text;
	gp_len edge = art.x + art.w;
	bool left = m->left != f->job->guide->mirror;
	gp_len width = left ? art.x - f->side.x : f->side.x + f->side.w - edge;

	m->set = gp_set(f->job, &text, &style, width, gp_doc_tag(f->job->doc, GP_TAG_P, tag));
	m->width = width;
	m->column = m->x = left ? f->side.x : edge;
	if (f->job->guide->mirror)
		m->x += width - m->set.width;
}

static struct map_label measure_label(
	struct gp_poster_frame *f, const struct gp_label *l, struct gp_rect art, gp_tag tag)
{
	struct map_label m = {.l = l};

	m.stop = l->badge && strcmp(l->badge, "stop") == 0;
	m.left = m.stop || l->where == GP_LABEL_LEFT;
	set_map_label(f, &m, art, tag);
	m.h = m.set.height;
	return m;
}

/*
 * Words level with what they name; over the arrow of a stretch; over their stop sign, or under it
 * where there is no room.
 */
static void place_label(const struct gp_poster_frame *f, struct map_label *m, gp_len top)
{
	gp_len icon = map_icon(f);

	m->y = m->target.y - m->set.lead / 2;
	if (m->l->to)
		m->y = m->target.y - gp_poster_u(f, GP_MM(1)) - m->h;
	if (!m->stop)
		return;
	m->h += gp_poster_u(f, GP_MM(0.8)) + icon;
	m->y = m->target.y + icon / 2 - m->h;
	m->under = m->y < top;
	if (m->under)
		m->y = m->target.y - icon / 2;
}

/* Words on the right stand under each other in the order of what they name, `air` apart. */
static void stand_apart(struct map_label *m, size_t n, gp_len air)
{
	size_t i, k, pass;

	for (pass = 1; pass < n; pass++) {
		for (i = 0; i < n; i++) {
			for (k = 0; k < n; k++) {
				if (!m[i].left && !m[k].left && m[k].target.y < m[i].target.y)
					m[i].y = gp_len_max(m[i].y, m[k].y + m[k].h + air);
			}
		}
	}
}

/* Where words on the left would run into a stop sign below them, they move up. */
static void give_way(struct map_label *m, size_t n, gp_len air)
{
	size_t i, k;

	for (i = 0; i < n; i++) {
		for (k = 0; k < n; k++) {
			if (!m[i].left || m[i].stop || !m[k].stop ||
				m[k].y < m[i].target.y - m[k].h)
				continue;
			if (m[i].y + m[i].h + air > m[k].y && m[i].y < m[k].y + m[k].h)
				m[i].y = m[k].y - air - m[i].h;
		}
	}
}

/* Whether what `m` names lies within the stretch of `s`, looked at from the other side. */
static bool is_opposite(const struct map_label *m, const struct map_label *s)
{
	return s->l->to && !m->l->to && m->left != s->left && m->target.y >= s->target.y &&
	       m->target.y <= s->end.y;
}

/*
 * What stands with a stretch on its side: words of a stop sign below it go under their sign; where
 * a sign above it leaves no room for its own words, they interrupt its arrow.
 */
static void make_way(const struct gp_poster_frame *f, struct map_label *m, struct map_label *stop)
{
	gp_len air = gp_poster_u(f, GP_MM(1)), half = map_icon(f) / 2;

	if (stop->target.y < m->target.y) {
		m->within |= m->y < stop->target.y + half + air;
	} else if (!stop->under && stop->y < m->end.y + air) {
		stop->under = true;
		stop->y = stop->target.y - half;
	}
	if (m->within)
		m->y = (m->target.y + m->end.y - m->h) / 2;
}

/* Words that a bracket holds stay between its ends, or stick out of both by the same. */
static void hold_together(struct map_label *m, size_t n, const struct map_label *s)
{
	gp_len top = GP_LEN_MAX, bottom = s->target.y, shift;
	size_t i;

	for (i = 0; i < n; i++) {
		if (!m[i].grouped || !is_opposite(&m[i], s))
			continue;
		top = gp_len_min(top, m[i].y);
		bottom = gp_len_max(bottom, m[i].y + m[i].h);
	}
	if (top == GP_LEN_MAX)
		return;
	shift = gp_len_min(s->end.y - bottom, 0);
	if (top + shift < s->target.y)
		shift = (s->target.y + s->end.y - top - bottom) / 2;
	for (i = 0; i < n; i++) {
		if (m[i].grouped && is_opposite(&m[i], s))
			m[i].y += shift;
	}
}

/* In two rounds, for what a bracket pulls up may meet what stands above it. */
static void place_right(struct map_label *m, size_t n, gp_len air)
{
	size_t i;

	stand_apart(m, n, air);
	for (i = 0; i < n; i++) {
		if (m[i].l->to)
			hold_together(m, n, &m[i]);
	}
	stand_apart(m, n, air);
}

static void heed_stretches(const struct gp_poster_frame *f, struct map_label *m, size_t n)
{
	size_t i, k;

	for (i = 0; i < n; i++) {
		for (k = 0; k < n; k++) {
			if (m[i].l->to && m[i].left && m[k].stop)
				make_way(f, &m[i], &m[k]);
			m[i].grouped |= !m[i].stop && is_opposite(&m[i], &m[k]);
		}
	}
}

/* An arrow up or down from `from` to `to`. */
static void draw_arrow_to(struct gp_poster_frame *f, struct gp_point from, gp_len to)
{
	struct gp_pen pen = gp_pen_artifact(f->job, f->page, GP_ARTIFACT_LAYOUT);
	gp_len shaft = gp_poster_u(f, GP_MM(0.8)), wing = gp_poster_u(f, GP_MM(2.4)), x = from.x;
	gp_len length = to > from.y ? to - from.y : from.y - to;
	gp_len head = gp_len_min(gp_poster_u(f, GP_MM(4)), length * 4 / 5);
	gp_len neck = to > from.y ? to - head : to + head;
	const struct gp_point p[] = {{x - shaft, from.y}, {x - shaft, neck}, {x - wing, neck},
		{x, to}, {x + wing, neck}, {x + shaft, neck}, {x + shaft, from.y}};

	gp_orn_polygon(&pen,
		&(struct gp_polygon){
			.p = p, .n = sizeof p / sizeof *p, .fill = true, .fill_colour = GP_BRAND});
}

/* A head at either end of the stretch, beside it, in the middle of its words' column. */
static void draw_arrow(struct gp_poster_frame *f, const struct map_label *m)
{
	gp_len air = gp_poster_u(f, GP_MM(0.5)), x = m->column + m->width / 2;
	gp_len middle = (m->target.y + m->end.y) / 2;
	gp_len over = m->within ? m->y - air : middle + air; /* unbroken: no seam */
	gp_len below = m->within ? m->y + m->h + air : middle;

	draw_arrow_to(f, (struct gp_point){x, over}, m->target.y);
	draw_arrow_to(f, (struct gp_point){x, below}, m->end.y);
}

/* A bracket on the other side of the picture, open towards it, beside the words there.*/
static void draw_bracket(struct gp_poster_frame *f, const struct map_label *m, struct gp_rect art)
{
	struct gp_pen pen = gp_pen_artifact(f->job, f->page, GP_ARTIFACT_LAYOUT);
	gp_len thick = gp_poster_u(f, GP_MM(1)), arm = gp_poster_u(f, GP_MM(3));
	gp_len air = gp_poster_u(f, GP_MM(2.5)), height = m->end.y - m->target.y;
	bool left = m->left == f->job->guide->mirror;
	struct gp_point at = {left ? art.x + air : art.x + art.w - air - arm, m->target.y};

	gp_orn_rule(&pen, at, arm, thick, GP_BRAND);
	gp_orn_rule(&pen, (struct gp_point){at.x, at.y + height - thick}, arm, thick, GP_BRAND);
	gp_orn_bar(&pen, (struct gp_point){left ? at.x : at.x + arm - thick, at.y}, height, thick,
		GP_BRAND);
}

/* A stop sign at the outer end of its words, and the line to what must be left alone. */
static void draw_map_stop(struct gp_poster_frame *f, const struct map_label *m)
{
	struct gp_pen pen = gp_pen_artifact(f->job, f->page, GP_ARTIFACT_LAYOUT);
	bool mirror = f->job->guide->mirror;
	gp_len icon = map_icon(f), x = mirror ? m->x + m->set.width - icon : m->x;
	struct gp_point from = {mirror ? x : x + icon, m->target.y};

	gp_orn_line(&pen, from, m->target, gp_poster_u(f, f->job->style->poster.side_rule) * 8 / 10,
		GP_SIGNAL);
	gp_orn_disc(&pen, m->target, gp_poster_u(f, GP_MM(1.3)), GP_SIGNAL);
	gp_orn_icon(&pen, GP_STOP, (struct gp_rect){x, m->target.y - icon / 2, icon, icon});
}

static void draw_map_label(struct gp_poster_frame *f, const struct map_label *m)
{
	struct gp_pen pen = gp_pen_artifact(f->job, f->page, GP_ARTIFACT_LAYOUT);
	gp_len air = gp_poster_u(f, GP_MM(1));
	gp_len words = m->under ? m->y + m->h - m->set.height : m->y;
	bool left = m->left != f->job->guide->mirror;
	struct gp_point from = {
		left ? m->x + m->set.width + air : m->x - air, m->y + m->set.lead / 2};

	if (m->stop)
		draw_map_stop(f, m);
	else if (m->l->to)
		draw_arrow(f, m);
	else if (!m->grouped)
		gp_orn_line(&pen, from, m->target, gp_poster_u(f, GP_MM(0.4)),
			m->left ? GP_BRAND : GP_INK);
	gp_set_draw_all(f->job, f->page, &m->set, (struct gp_point){m->column, words});
}

/*
 * The picture has the room that words leave beside it: a column on the left, and on the right what
 * the widest of them needs, but never more than about half.
 */
static gp_len map_width(struct gp_poster_frame *f, const struct gp_image *im)
{
	struct gp_set_style style = gp_poster_style(f, GP_ROLE_POSTER_MAP, 1000);
	gp_len room = f->side.w - gp_poster_u(f, f->job->style->poster.map_left), need = 0;
	size_t i;

	style.bold_first = true;
	for (i = 0; i < im->n_labels; i++) {
		if (im->labels[i].where != GP_LABEL_LEFT && !im->labels[i].badge)
			need = gp_len_max(need,
				gp_set(f->job, &im->labels[i].text, &style, GP_LEN_MAX / 4, -1)
					.width);
	}
	need += gp_poster_u(f, GP_MM(1));
	return gp_len_max(room - need, f->side.w * 46 / 100);
}

struct gp_art gp_poster_map_fit(
	struct gp_poster_frame *f, const struct gp_image *image, gp_len height)
{
	return gp_art_fit(f->job, image, map_width(f, image), height, 0, GP_FIT_CANVAS);
}

/* From top to bottom, in whichever order its ends are named. */
static void set_stretch(struct map_label *m, struct gp_point other)
{
	if (other.y < m->target.y)
		m->target = other;
	else
		m->end = other;
}

/* All labels of a map, placed. */
static struct map_label *place_labels(
	struct gp_poster_frame *f, const struct gp_art *art, struct gp_rect seen, gp_tag tag)
{
	const struct gp_image *im = art->image;
	struct map_label *m = GP_ARRAY(f->job->arena, im->n_labels, struct map_label);
	struct gp_point at = {seen.x, seen.y};
	size_t i;

	for (i = 0; i < im->n_labels; i++) {
		m[i] = measure_label(f, &im->labels[i], seen, tag);
		m[i].target = m[i].end = gp_art_point(art, im->labels[i].at, at);
		if (im->labels[i].to)
			set_stretch(&m[i], gp_art_point(art, im->labels[i].to, at));
		place_label(f, &m[i], at.y);
	}
	heed_stretches(f, m, im->n_labels);
	give_way(m, im->n_labels, gp_poster_u(f, GP_MM(1.5)));
	place_right(m, im->n_labels, gp_poster_u(f, GP_MM(1.5)));
	return m;
}

void gp_poster_draw_map(
	struct gp_poster_frame *f, const struct gp_image *image, struct gp_rect box, gp_tag tag)
{
	struct gp_art art = gp_poster_map_fit(f, image, box.h);
	gp_len left = gp_poster_u(f, f->job->style->poster.map_left);
	struct gp_point at = {f->side.x + left, box.y};
	struct gp_rect seen;
	const struct map_label *m;
	size_t i;

	if (f->job->guide->mirror)
		at.x = f->side.x + f->side.w - left - art.w;
	seen = (struct gp_rect){at.x, at.y, art.w, art.h};
	gp_art_draw(f->job, f->page, &art, at, gp_art_tag(f->job, image, tag));
	m = place_labels(f, &art, seen, tag);
	for (i = 0; i < image->n_labels; i++) {
		if (m[i].l->to)
			draw_bracket(f, &m[i], seen);
		draw_map_label(f, &m[i]);
	}
	gp_art_marks(f->job, f->page, &art, at, gp_poster_u(f, f->job->style->block.mark_radius));
}
