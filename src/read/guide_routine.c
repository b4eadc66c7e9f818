/*
 * The routine: the words and pictures of the steps, and the block that shows them.
 */
#include "read/reader.h"

#include <string.h>

enum { CARDS_A_PAGE = 4 };

static void take_step(struct gp_reader *r, const struct gp_json *v, struct gp_step *s)
{
	s->text = gp_read_rich_key(r, v, "text");
	r->no_pages = true; /* these stand on the poster */
	s->title = gp_read_rich_key(r, v, "title");
	s->line = gp_read_rich_key(r, v, "line");
	r->no_pages = false;
	s->image = gp_build_image_key(r, v, "image");
	s->wide = gp_build_image_key(r, v, "wide");
	s->place = v->place;
}

/* The ids of the words are those of the numbers, in the same order. */
static void check_ids(struct gp_reader *r, const struct gp_json *v, const struct gp_json *list)
{
	const struct gp_json *id;
	size_t i;

	if (list->n != r->g->n_steps && list->n > 0)
		gp_report(r->d, GP_MSG_STEPS_NUMBER, gp_json_place(gp_json_lookup(v, "steps")),
			list->n, r->g->n_steps);
	for (i = 0; i < list->n; i++) {
		id = gp_json_lookup(&list->items[i], "id");
		if (!id || id->kind != GP_JSON_STRING)
			continue;
		if (!gp_names_lookup(&r->steps, id->string))
			gp_report(r->d, GP_MSG_STEP_UNKNOWN, id->place, id->string,
				gp_names_hint(&r->steps, id->string, GP_NAME_OTHER, r->a, r->d));
		else if (i < r->g->n_steps && strcmp(r->g->steps[i].id, id->string) != 0)
			gp_report(r->d, GP_MSG_STEP_ORDER, id->place, i + 1, r->g->steps[i].id,
				id->string);
	}
}

void gp_build_routine(struct gp_reader *r, const struct gp_json *v)
{
	const struct gp_json *list = gp_json_list(v, "steps");
	/* steps are filled one by one although the model calls them constant once it is read */
	struct gp_step *steps =
		GP_ARRAY(r->a, r->g->n_steps > list->n ? r->g->n_steps : list->n, struct gp_step);
	size_t i;

	r->g->routine_title = gp_read_rich_key(r, v, "title");
	if (r->has_facts)
		check_ids(r, v, list);
	if (r->g->n_steps)
		memcpy(steps, r->g->steps, r->g->n_steps * sizeof steps[0]);
	for (i = 0; i < list->n; i++)
		take_step(r, &list->items[i], &steps[i]);
	r->g->steps = steps;
}

static size_t short_steps(const struct gp_guide *g)
{
	size_t i, n = 0;

	for (i = 0; i < g->n_steps; i++)
		n += g->steps[i].in_short;
	return n;
}

struct gp_routine_block gp_build_cards(struct gp_reader *r, const struct gp_json *v)
{
	const struct gp_json *intro = gp_json_lookup(v, "intro"), *feet = gp_json_list(v, "feet");
	struct gp_routine_block b = {.only_short = gp_json_string(v, "only") != NULL};
	size_t steps = b.only_short ? short_steps(r->g) : r->g->n_steps;
	size_t pages = (steps + CARDS_A_PAGE - 1) / CARDS_A_PAGE;

	b.intro = gp_read_rich_list(r, intro);
	b.feet = gp_build_blocks(r, feet);
	if (r->has_facts && b.intro.n > pages)
		gp_report(r->d, GP_MSG_INTRO_MANY, intro->place, (unsigned)pages, b.intro.n);
	if (r->has_facts && feet->n > pages)
		gp_report(r->d, GP_MSG_FEET_MANY, feet->place, (unsigned)pages, feet->n);
	return b;
}
