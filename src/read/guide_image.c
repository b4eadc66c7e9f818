/*
 * Pictures: their notes, marks and labels.
 */
#include "read/reader.h"
#include "read/schema.h"

#include <stdlib.h>
#include <string.h>

enum { WHOLE = 10000 };

unsigned gp_build_choice(const struct gp_json *v, const char *key, const char *const *names,
	size_t n, unsigned fallback)
{
	const char *word = gp_json_string(v, key);
	unsigned i;

	for (i = 0; word && i < n; i++) {
		if (strcmp(names[i], word) == 0)
			return i;
	}
	return fallback;
}

static bool is_part(const struct gp_json *v)
{
	return v && v->kind == GP_JSON_NUMBER && v->number >= 0 && v->number <= 1;
}

static int32_t part(const struct gp_json *v)
{
	if (!is_part(v))
		return 0;
	return (int32_t)(v->number * WHOLE + 0.5);
}

/* --- anchors --------------------------------------------------------------------------- */

static int by_name(const void *key, const void *anchor)
{
	return strcmp(key, ((const struct gp_anchor *)anchor)->name);
}

static const char *anchor_hint(
	struct gp_reader *r, const struct gp_picture_note *p, const char *word)
{
	const char **names = GP_ARRAY(r->a, p->n, const char *);
	size_t i;

	for (i = 0; i < p->n; i++)
		names[i] = p->anchors[i].name;
	return gp_hint(word, names, p->n, r->a, r->d);
}

/* The anchor a mark or label names under `key`; NULL when it names none, when the picture is
 * unknown, or after reporting. */
static const struct gp_anchor *lookup_anchor(struct gp_reader *r, const struct gp_json *v,
	const char *key, const struct gp_picture_note *p)
{
	const struct gp_json *at = gp_json_lookup(v, key);
	const struct gp_anchor *found;

	if (!p || !at || at->kind != GP_JSON_STRING)
		return NULL;
	found = p->n ? bsearch(at->string, p->anchors, p->n, sizeof p->anchors[0], by_name) : NULL;
	if (!found)
		gp_report(r->d, GP_MSG_ANCHOR_UNKNOWN, at->place, p->id, at->string,
			anchor_hint(r, p, at->string));
	return found;
}

/* --- marks and labels ------------------------------------------------------------------ */

static void take_marks(struct gp_reader *r, const struct gp_json *list, struct gp_image *image)
{
	static const char *const kinds[] = {"point", "ghost", "zone-1", "zone-2", "stop"};
	struct gp_mark *marks = GP_ARRAY(r->a, list->n, struct gp_mark);
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct gp_json *v = &list->items[i];

		marks[i].kind = (enum gp_mark_kind)gp_build_choice(v, "kind", kinds, 5, 0);
		marks[i].at = lookup_anchor(r, v, "at", image->note);
		marks[i].text = gp_json_string(v, "text");
		marks[i].place = v->place;
		if (marks[i].text && marks[i].kind != GP_MARK_POINT)
			gp_report(r->d, GP_MSG_MARK_TEXT, gp_json_lookup(v, "text")->place);
	}
	image->marks = marks;
	image->n_marks = list->n;
}

static void take_place(struct gp_reader *r, const struct gp_json *place, struct gp_label *label)
{
	const struct gp_json *x = gp_json_lookup(place, "x"), *w = gp_json_lookup(place, "width");

	label->x = part(x);
	label->y = part(gp_json_lookup(place, "y"));
	label->w = part(w);
	label->where = GP_LABEL_AT;
	if (!is_part(x) || !is_part(w))
		return;
	if (label->x + label->w > WHOLE || label->w == 0)
		gp_report(r->d, GP_MSG_LABEL_WIDTH, place->place);
}

static struct gp_label take_label(
	struct gp_reader *r, const struct gp_json *v, const struct gp_image *image)
{
	static const char *const wheres[] = {"auto", "left", "right"};
	const struct gp_json *place = gp_json_lookup(v, "place");
	struct gp_label label = {.place = v->place};

	label.at = lookup_anchor(r, v, "at", image->note);
	label.to = lookup_anchor(r, v, "to", image->note);
	label.text = gp_read_rich_key(r, v, "text");
	label.badge = gp_json_string(v, "badge");
	label.where = (enum gp_where_label)gp_build_choice(v, "place", wheres, 3, 0);
	if (place && place->kind == GP_JSON_OBJECT)
		take_place(r, place, &label);
	return label;
}

static void take_labels(struct gp_reader *r, const struct gp_json *list, struct gp_image *image)
{
	struct gp_label *labels = GP_ARRAY(r->a, list->n, struct gp_label);
	size_t i;

	for (i = 0; i < list->n; i++)
		labels[i] = take_label(r, &list->items[i], image);
	image->labels = labels;
	image->n_labels = list->n;
}

/* --- pictures -------------------------------------------------------------------------- */

static void take_crop(struct gp_reader *r, const struct gp_json *v, struct gp_image *image)
{
	const struct gp_json *crop = gp_json_list(v, "crop");
	int32_t *c = image->crop;
	int i;

	c[2] = c[3] = WHOLE;
	if (crop->n != 4)
		return;
	for (i = 0; i < 4; i++) {
		c[i] = part(&crop->items[i]);
		if (!is_part(&crop->items[i]))
			return;
	}
	if (c[0] >= c[2] || c[1] >= c[3])
		gp_report(r->d, GP_MSG_CROP_EMPTY, crop->place);
}

/* Look the picture up; `image` gets id and note only when there is one. */
static void take_picture(struct gp_reader *r, const struct gp_json *id, struct gp_image *image)
{
	const struct gp_name *name;

	image->place = id->place;
	if (id->kind != GP_JSON_STRING)
		return;
	name = gp_names_lookup(&r->pictures, id->string);
	if (!name) {
		if (r->has_pictures)
			gp_report(r->d, GP_MSG_PICTURE_UNKNOWN, id->place, id->string,
				gp_names_hint(&r->pictures, id->string, GP_NAME_OTHER, r->a, r->d));
		return;
	}
	image->id = id->string;
	image->note = &r->g->pictures[name->index];
}

static void check_alt(struct gp_reader *r, const struct gp_json *v, const struct gp_json *id,
	const struct gp_image *image)
{
	if (image->decorative && image->alt)
		gp_report(r->d, GP_MSG_ALT_DECORATIVE, gp_json_lookup(v, "alt")->place);
	else if (!image->decorative && !gp_json_lookup(v, "alt"))
		gp_report(r->d, GP_MSG_ALT_MISSING, id->place);
}

struct gp_image gp_build_image_key(struct gp_reader *r, const struct gp_json *v, const char *key)
{
	struct gp_image image = {.crop = {0, 0, WHOLE, WHOLE}, .place = gp_json_place(v)};
	const struct gp_json *id = gp_json_lookup(v, key);

	image.alt = gp_read_plain_key(r, v, "alt");
	if (id)
		take_picture(r, id, &image);
	return image;
}

struct gp_image gp_build_image(struct gp_reader *r, const struct gp_json *v)
{
	struct gp_image image = gp_build_image_key(r, v, "image");
	const struct gp_json *id = gp_json_lookup(v, "image");

	image.decorative = gp_json_is_true(v, "decorative");
	if (id)
		check_alt(r, v, id, &image);
	take_crop(r, v, &image);
	take_marks(r, gp_json_list(v, "marks"), &image);
	take_labels(r, gp_json_list(v, "labels"), &image);
	return image;
}
