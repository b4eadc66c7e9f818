/*
 * Label columns.  Words want to stand level with their target; where two would touch, the lower one
 * gives way downwards, and the column as a whole is pushed up again when it leaves the slot.
 * Sorted by height, leaders of one column do not cross.
 *
 * The picture comes first: columns are as wide as they may be while the picture still reaches its
 * full height, and get narrower, down to a least width, where it would not.  In narrow columns a
 * badge stands over its words instead of before them.
 */
#include "layout/label.h"

#include <stdlib.h>
#include <string.h>

/* Work space for one label while the columns are made. */
struct item {
	const struct gp_label *label;
	size_t i;
	bool left, free;
	gp_len target, badge, over;
	gp_len y, h;
};

struct work {
	struct gp_job *job;
	const struct gp_label_slot *slot;
	struct gp_labelled *out;
	struct item *items;
	size_t n;
	gp_len measure, left_width, right_width, gap;
	bool stacked; /* badges over the words */
};

static bool stands_left(const struct gp_job *job, const struct gp_label *l)
{
	int32_t x = job->guide->mirror ? 10000 - l->at->x : l->at->x;
	bool left = l->where == GP_LABEL_LEFT;

	if (l->where == GP_LABEL_AUTO)
		return x < 5000;
	return job->guide->mirror ? l->where == GP_LABEL_RIGHT : left;
}

/* Room a badge takes before the words. */
static gp_len badge_size(const struct gp_job *job, const struct gp_label *l, bool stacked)
{
	return l->badge && !stacked ? job->style->block.badge_small + GP_MM(1.8) : 0;
}

/* And over them. */
static gp_len badge_height(const struct gp_job *job, const struct gp_label *l, bool stacked)
{
	return l->badge && stacked ? job->style->block.badge_small + GP_MM(0.6) : 0;
}

static struct gp_set set_words(
	struct gp_job *job, const struct gp_label *l, gp_len measure, bool left, gp_tag tag)
{
	struct gp_set_style style = gp_set_role(GP_ROLE_LABEL);

	style.bold_first = true;
	style.setting = left && !l->badge ? GP_RIGHT_FLUSH : GP_RAGGED;
	job->doc->tags[tag].place = l->place;
	return gp_set(job, &l->text, &style, measure, tag);
}

/* Width a label wants in its column: set at the column's measure, then as wide as its widest line.
 */
static gp_len wanted(const struct work *w, const struct gp_label *l)
{
	struct gp_set_style style = gp_set_role(GP_ROLE_LABEL);
	gp_len badge = badge_size(w->job, l, w->stacked);

	style.bold_first = true;
	return gp_set(w->job, &l->text, &style, w->measure - badge, -1).width + badge;
}

static void column_widths(struct work *w)
{
	gp_len need;
	size_t i;

	w->left_width = w->right_width = 0;
	for (i = 0; i < w->n; i++) {
		if (w->items[i].free)
			continue;
		need = wanted(w, w->items[i].label);
		if (w->items[i].left)
			w->left_width = gp_len_max(w->left_width, need);
		else
			w->right_width = gp_len_max(w->right_width, need);
	}
}

static gp_len picture_room(const struct work *w)
{
	gp_len left = w->left_width ? w->left_width + w->gap : 0;
	gp_len right = w->right_width ? w->right_width + w->gap : 0;

	return gp_len_max(w->slot->width - left - right, w->slot->width / 5);
}

/* Narrow the columns until the picture has its full size, or no further. */
static void choose_measure(struct work *w, const struct gp_image *image)
{
	const struct gp_block_style *b = &w->job->style->block;
	const struct gp_label_slot *s = w->slot;
	struct gp_art whole = gp_art_fit(w->job, image, s->width, s->height, s->most, s->fit);
	gp_len step = gp_len_max((b->label_column - b->label_column_least) / 10, 1);

	for (w->measure = b->label_column;; w->measure -= step) {
		w->stacked = w->measure < b->label_column_least * 3 / 2;
		w->gap = w->stacked ? GP_MM(2) : GP_MM(6);
		column_widths(w);
		if (picture_room(w) >= whole.w || w->measure - step < b->label_column_least)
			return;
	}
}

static void fit_picture(struct work *w, const struct gp_image *image)
{
	gp_len left = w->left_width ? w->left_width + w->gap : 0, room = picture_room(w);
	struct gp_labelled *o = w->out;

	o->art = gp_art_fit(w->job, image, room, w->slot->height, w->slot->most, w->slot->fit);
	o->width = w->slot->width;
	o->height = w->slot->fixed_height ? w->slot->height : o->art.h;
	o->at = (struct gp_point){left + (room - o->art.w) / 2, (o->height - o->art.h) / 2};
	/* words that stand in the picture's own slot count from its left edge */
	if (!left && !w->right_width && w->n > 0)
		o->at.x = gp_len_min(GP_MM(2), room - o->art.w);
}

static int by_height(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->target != y->target)
		return x->target < y->target ? -1 : 1;
	return x->i < y->i ? -1 : x->i > y->i;
}

/*
 * The measure of words at a place of their own.  It grows with them, up to the edge of the slot,
 * so that an edition whose labels are large breaks them where the plain one does.
 */
static gp_len free_width(const struct work *w, const struct gp_label *l)
{
	gp_len width = gp_len_scale(w->slot->width, l->w, 10000);
	gp_len room = w->slot->width - gp_len_scale(w->slot->width, l->x, 10000);

	return gp_len_max(width,
		gp_len_min(gp_len_scale(width, w->job->style->edition.label_growth, 1000), room));
}

static void make_words(struct work *w, gp_tag parent)
{
	struct gp_job *job = w->job;
	const struct gp_type *t = &job->style->type[GP_ROLE_LABEL];
	gp_len measure;
	size_t i;

	for (i = 0; i < w->n; i++) {
		struct item *it = &w->items[i];
		gp_tag tag = gp_doc_tag(job->doc, GP_TAG_P, parent);

		it->badge = badge_size(job, it->label, w->stacked && !it->free);
		it->over = badge_height(job, it->label, w->stacked && !it->free);
		measure = it->free   ? free_width(w, it->label)
			  : it->left ? w->left_width
				     : w->right_width;
		w->out->words[i] =
			set_words(job, it->label, measure - it->badge, it->left && !it->free, tag);
		it->h = gp_len_max(
			w->out->words[i].height + it->over, it->badge ? it->badge : t->lead);
		it->y = it->target -
			(it->label->badge ? job->style->block.badge_small : t->lead) / 2;
	}
}

/* Push apart the labels of one column, then back into the slot. */
static void spread(struct work *w, bool left)
{
	gp_len air = GP_MM(1.6), floor = -GP_MM(2), top;
	size_t i;

	for (i = 0; i < w->n; i++) {
		struct item *it = &w->items[i];

		if (it->free || it->left != left)
			continue;
		it->y = gp_len_max(it->y, floor);
		floor = it->y + it->h + air;
	}
	top = w->out->height + GP_MM(2);
	for (i = w->n; i-- > 0;) {
		struct item *it = &w->items[i];

		if (it->free || it->left != left)
			continue;
		it->y = gp_len_min(it->y, top - it->h);
		top = it->y - air;
	}
}

static void place_words(struct work *w)
{
	const struct gp_labelled *o = w->out;
	size_t i;

	for (i = 0; i < w->n; i++) {
		const struct item *it = &w->items[i];
		struct gp_rect *box = &w->out->boxes[i];
		gp_len x;

		*box = (struct gp_rect){0, it->y, o->words[i].width + it->badge, it->h};
		w->out->over[i] = it->over;
		if (it->free) {
			x = gp_len_scale(o->width, it->label->x, 10000);
			if (w->job->guide->mirror)
				x = o->width - x - free_width(w, it->label);
			box->x = x;
			box->y = gp_len_scale(o->height, it->label->y, 10000);
		} else if (it->left) {
			box->w = w->left_width;
		} else {
			box->x = gp_len_max(o->width - w->right_width, o->at.x + o->art.w);
			box->w = w->right_width;
		}
	}
}

/* What is under a picture of free height also stays clear of its words. */
static void include_words(struct gp_labelled *o)
{
	size_t i;

	for (i = 0; i < o->n; i++)
		o->height = gp_len_max(o->height, o->boxes[i].y + o->boxes[i].h);
}

static void start_items(struct work *w, const struct gp_image *image)
{
	size_t i;

	w->items = GP_ARRAY(w->job->arena, image->n_labels, struct item);
	w->n = image->n_labels;
	for (i = 0; i < w->n; i++) {
		const struct gp_label *l = &image->labels[i];

		w->items[i] = (struct item){.label = l,
			.i = i,
			.left = stands_left(w->job, l),
			.free = l->where == GP_LABEL_AT,
			.target = l->at->y};
	}
	if (w->n > 1)
		qsort(w->items, w->n, sizeof *w->items, by_height);
}

struct gp_labelled gp_labelled_arrange(struct gp_job *job, const struct gp_image *image,
	const struct gp_label_slot *slot, gp_tag parent)
{
	struct gp_labelled out = {.n = image->n_labels};
	struct work w = {.job = job, .slot = slot, .out = &out};
	struct gp_label *sorted = GP_ARRAY(job->arena, image->n_labels, struct gp_label);
	struct gp_image *copy = GP_NEW(job->arena, struct gp_image);
	size_t i;

	out.tag = gp_art_tag(job, image, parent);
	out.words = GP_ARRAY(job->arena, out.n, struct gp_set);
	out.boxes = GP_ARRAY(job->arena, out.n, struct gp_rect);
	out.over = GP_ARRAY(job->arena, out.n, gp_len);
	start_items(&w, image);
	choose_measure(&w, image);
	/* from here on labels are counted from top to bottom */
	*copy = *image;
	for (i = 0; i < w.n; i++)
		sorted[i] = *w.items[i].label;
	copy->labels = sorted;
	fit_picture(&w, copy);
	for (i = 0; i < w.n; i++) {
		w.items[i].label = &sorted[i];
		w.items[i].target = gp_art_point(&out.art, sorted[i].at, out.at).y;
	}
	make_words(&w, parent);
	spread(&w, true);
	spread(&w, false);
	place_words(&w);
	if (!slot->fixed_height)
		include_words(&out);
	return out;
}

/* Where a leader leaves the words: the side that looks at the target. */
static struct gp_point leave(const struct gp_job *job, const struct gp_label *l, struct gp_rect box,
	struct gp_point target, bool stacked)
{
	const struct gp_block_style *b = &job->style->block;
	gp_len right = box.x + (stacked ? b->badge_small : box.w);
	gp_len lead = job->style->type[GP_ROLE_LABEL].lead;
	gp_len y = box.y + (l->badge ? b->badge_small / 2 : lead / 2);
	gp_len x = box.x + (l->badge ? b->badge_small / 2 : box.w / 2);

	if (target.x < box.x - b->leader_gap)
		return (struct gp_point){box.x - b->leader_gap, y};
	if (target.x > box.x + box.w + b->leader_gap)
		return (struct gp_point){right + b->leader_gap, y};
	if (target.y > box.y)
		return (struct gp_point){x,
			box.y + gp_len_max(box.h, l->badge ? b->badge_small : 0) + b->leader_gap};
	return (struct gp_point){x, box.y - b->leader_gap};
}

static void draw_label(struct gp_job *job, struct gp_page *list, const struct gp_labelled *l,
	size_t i, struct gp_point at)
{
	const struct gp_label *label = &l->art.image->labels[i];
	const struct gp_block_style *b = &job->style->block;
	const struct gp_set *words = &l->words[i];
	struct gp_rect box = l->boxes[i];
	gp_len badge = badge_size(job, label, l->over[i] > 0);
	gp_len lead = job->style->type[GP_ROLE_LABEL].lead;
	struct gp_pen pen = gp_pen_artifact(job, list, GP_ARTIFACT_LAYOUT);
	struct gp_point c, art_at = {at.x + l->at.x, at.y + l->at.y}, target;
	struct gp_place outer = job->place;

	box.x += at.x;
	box.y += at.y;
	target = gp_art_point(&l->art, label->at, art_at);
	gp_orn_leader(&pen, leave(job, label, box, target, l->over[i] > 0), target);
	if (label->badge) {
		c = (struct gp_point){box.x + b->badge_small / 2, box.y + b->badge_small / 2};
		if (strcmp(label->badge, "stop") != 0)
			pen = gp_pen_content(job, list, words->tag);
		job->place = label->text.place;
		gp_orn_badge(&pen, label->badge, c, b->badge_small);
		job->place = outer;
		box.y += l->over[i] ? l->over[i]
				    : gp_len_max((b->badge_small - lead) / 2 - GP_MM(0.4), 0) / 2;
	}
	gp_set_draw_all(job, list, words, (struct gp_point){box.x + badge, box.y});
}

void gp_labelled_draw(
	struct gp_job *job, struct gp_page *list, const struct gp_labelled *l, struct gp_point at)
{
	struct gp_point art_at = {at.x + l->at.x, at.y + l->at.y};
	size_t i;

	gp_art_draw(job, list, &l->art, art_at, l->tag);
	for (i = 0; i < l->n; i++)
		draw_label(job, list, l, i, at);
	gp_art_marks(job, list, &l->art, art_at, job->style->block.mark_radius);
}
