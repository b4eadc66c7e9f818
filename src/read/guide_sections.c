/*
 * Front, chapters, back: sections with their plates.
 */
#include "read/reader.h"

static void take_plate(struct gp_reader *r, const struct gp_json *v, struct gp_section *s)
{
	struct gp_plate *p = &s->plate;

	if (!v)
		return;
	p->label = gp_json_string(v, "label");
	p->eyebrow = gp_read_rich_key(r, v, "eyebrow");
	p->title = gp_read_rich_key(r, v, "title");
	if (p->title.n == 0)
		p->title = s->title;
	p->caption = gp_read_rich_key(r, v, "caption");
	p->figure = gp_build_image(r, gp_json_lookup(v, "figure"));
	if (s->start != GP_START_LEFT)
		gp_report(r->d, GP_MSG_PLATE_START, v->place);
}

static struct gp_section take_section(struct gp_reader *r, const struct gp_json *v)
{
	static const char *const starts[] = {"any", "page", "left", "right"};
	static const char *const widths[] = {"main", "full"};
	const struct gp_json *contents = gp_json_lookup(v, "contents");
	struct gp_section s = {.id = gp_json_string(v, "id"), .place = v->place};

	s.title = gp_read_rich_key(r, v, "title");
	s.lead = gp_read_rich_key(r, v, "lead");
	s.start = (enum gp_start)gp_build_choice(v, "start", starts, 4, GP_START_ANY);
	s.in_contents = !contents || contents->truth;
	s.full_width = gp_build_choice(v, "width", widths, 2, 0) == 1;
	s.notes = gp_build_notes(r, v, &s.n_notes);
	take_plate(r, gp_json_lookup(v, "plate"), &s);
	s.blocks = gp_build_blocks(r, gp_json_list(v, "blocks"));
	if (gp_json_lookup(v, "title") && s.title.n == 0 && s.in_contents)
		gp_report(r->d, GP_MSG_SECTION_UNTITLED, v->place);
	return s;
}

struct gp_sections gp_build_sections(struct gp_reader *r, const struct gp_json *list)
{
	struct gp_section *s = GP_ARRAY(r->a, list->n, struct gp_section);
	size_t i;

	for (i = 0; i < list->n; i++)
		s[i] = take_section(r, &list->items[i]);
	return (struct gp_sections){s, list->n};
}

void gp_build_chapters(struct gp_reader *r, const struct gp_json *list)
{
	struct gp_chapter *c = GP_ARRAY(r->a, list->n, struct gp_chapter);
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct gp_json *v = &list->items[i];

		c[i].id = gp_json_string(v, "id");
		c[i].title = gp_read_rich_key(r, v, "title");
		c[i].lead = gp_read_rich_key(r, v, "lead");
		c[i].sections = gp_build_sections(r, gp_json_list(v, "sections"));
		c[i].place = v->place;
	}
	r->g->chapters = c;
	r->g->n_chapters = list->n;
}
