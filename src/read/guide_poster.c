/*
 * The words of the poster.  It hangs alone: page numbers and links are refused.
 */
#include "read/reader.h"

#include "base/utf8.h"

#include <string.h>

enum { LINE = 40, STOP_ITEM = 22 };

/* Text on the poster that must fit one line or two of fixed length. */
static void check_length(struct gp_reader *r, const struct gp_rich *rich, unsigned most)
{
	char *text = gp_rich_plain(r->a, rich);
	size_t n = gp_utf8_count(text, strlen(text));

	if (n > most)
		gp_report(r->d, GP_MSG_POSTER_LONG, rich->place, n, most);
}

static struct gp_side_unit take_unit(struct gp_reader *r, const struct gp_json *v)
{
	static const char *const kinds[] = {"map", "pressure", "stop", "days"};
	struct gp_side_unit u = {.place = v->place};
	size_t i;

	u.kind = (enum gp_side_kind)gp_build_choice(v, "type", kinds, 4, GP_SIDE_DAYS);
	u.title = gp_read_rich_key(r, v, "title");
	u.text = gp_read_rich_key(r, v, "text");
	u.items = gp_read_rich_list(r, gp_json_lookup(v, "items"));
	if (u.kind == GP_SIDE_MAP)
		u.image = gp_build_image(r, v);
	for (i = 0; i < u.items.n; i++)
		check_length(r, &u.items.r[i], STOP_ITEM);
	return u;
}

static void check_lines(struct gp_reader *r)
{
	size_t i;

	for (i = 0; i < r->g->n_steps; i++)
		check_length(r, &r->g->steps[i].line, LINE);
}

void gp_build_poster(struct gp_reader *r, const struct gp_json *v)
{
	const struct gp_json *list = gp_json_list(v, "sidebar");
	struct gp_side_unit *units = GP_ARRAY(r->a, list->n, struct gp_side_unit);
	struct gp_poster *p = &r->g->poster;
	size_t i;

	r->no_pages = true;
	p->title = gp_read_rich_key(r, v, "title");
	p->subtitle = gp_read_rich_key(r, v, "subtitle");
	p->dose = gp_read_rich_key(r, v, "dose");
	p->note = gp_read_rich_key(r, v, "note");
	p->credit = gp_read_rich_key(r, v, "credit");
	for (i = 0; i < list->n; i++)
		units[i] = take_unit(r, &list->items[i]);
	p->side = units;
	p->n_side = list->n;
	p->place = gp_json_place(v);
	check_lines(r);
	r->no_pages = false;
}
