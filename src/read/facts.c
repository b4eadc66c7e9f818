/*
 * The facts file: numbers and sources, shared by all languages.  Times are summed here, so that
 * what is printed is computed once and a stated total cannot drift from the steps.
 */
#include "base/file.h"
#include "read/reader.h"
#include "read/schema.h"

#include <string.h>

enum { MINUTE = 60 };

const char *gp_read_time(struct gp_reader *r, unsigned seconds)
{
	const struct gp_words *w = &r->g->words;
	const char *m = gp_arena_printf(r->a, "%u", seconds / MINUTE);
	const char *s = gp_arena_printf(r->a, "%u", seconds % MINUTE);

	if (seconds < MINUTE)
		return gp_words_fill(r->a, w->seconds, "n", s, (char *)NULL);
	if (seconds % MINUTE == 0)
		return gp_words_fill(r->a, w->minutes, "n", m, (char *)NULL);
	return gp_words_fill(r->a, w->minutes_seconds, "m", m, "s", s, (char *)NULL);
}

const char *gp_read_range(struct gp_reader *r, const unsigned pair[2])
{
	const char *a = gp_arena_printf(r->a, "%u", pair[0]);
	const char *b = gp_arena_printf(r->a, "%u", pair[1]);

	if (pair[0] == pair[1])
		return a;
	return gp_words_fill(r->a, r->g->words.range, "a", a, "b", b, (char *)NULL);
}

/* --- steps ----------------------------------------------------------------------------- */

static const char *dose(struct gp_reader *r, const struct gp_step *s)
{
	const struct gp_words *w = &r->g->words;

	if (s->show == GP_SHOW_TIMES)
		return gp_words_fill(r->a, w->times, "n", gp_arena_printf(r->a, "%u", s->times),
			"s", gp_arena_printf(r->a, "%u", s->seconds), (char *)NULL);
	if (s->show == GP_SHOW_REPS)
		return gp_words_fill(
			r->a, w->reps, "n", gp_arena_printf(r->a, "%u", s->reps), (char *)NULL);
	return gp_read_time(r, s->time);
}

/* A step says what it shows, and how long it takes unless it repeats others. */
static void check_step(struct gp_reader *r, const struct gp_json *v, const struct gp_step *s)
{
	bool repeats = gp_json_lookup(v, "repeat") != NULL;

	if (s->show == GP_SHOW_TIMES && s->times == 0)
		gp_report(r->d, GP_MSG_STEP_NEEDS, v->place, s->id, "times");
	if (s->show == GP_SHOW_REPS && s->reps == 0)
		gp_report(r->d, GP_MSG_STEP_NEEDS, v->place, s->id, "reps");
	if (!repeats && s->seconds == 0)
		gp_report(r->d, GP_MSG_STEP_NEEDS, v->place, s->id, "seconds");
	if (repeats && (s->seconds || s->times || s->reps))
		gp_report(r->d, GP_MSG_STEP_REPEATS, v->place, s->id);
}

static struct gp_step take_step(struct gp_reader *r, const struct gp_json *v)
{
	static const char *const legs[] = {"both", "each"}, *const show[] = {
								    "time", "times", "reps"};
	struct gp_step s = {.id = gp_json_string(v, "id"), .place = v->place};

	s.seconds = gp_json_unsigned(v, "seconds", 0);
	s.times = gp_json_unsigned(v, "times", 0);
	s.reps = gp_json_unsigned(v, "reps", 0);
	s.each_leg = gp_build_choice(v, "legs", legs, 2, 0) == 1;
	s.show = (enum gp_show)gp_build_choice(v, "show", show, 3, 0);
	s.time = s.seconds * (s.times ? s.times : 1);
	check_step(r, v, &s);
	return s;
}

/* The step of that name, or NULL after reporting. */
static const struct gp_name *find_step(struct gp_reader *r, const struct gp_json *id)
{
	const struct gp_name *name = gp_names_lookup(&r->steps, id->string);

	if (!name)
		gp_report(r->d, GP_MSG_STEP_UNKNOWN, id->place, id->string,
			gp_names_hint(&r->steps, id->string, GP_NAME_OTHER, r->a, r->d));
	return name;
}

/* The steps a repeating step does again: first and last, both before it. */
static bool repeat_range(struct gp_reader *r, const struct gp_json *v, size_t self, size_t range[2])
{
	const struct gp_json *list = gp_json_list(v, "repeat");
	const struct gp_name *name;
	const char *id;
	size_t i;

	for (i = 0; i < 2 && i < list->n; i++) {
		id = list->items[i].string;
		name = gp_names_lookup(&r->steps, id);
		if (!name) {
			gp_report(r->d, GP_MSG_STEP_REPEATED, list->items[i].place,
				r->g->steps[self].id, id,
				gp_names_hint(&r->steps, id, GP_NAME_OTHER, r->a, r->d));
			return false;
		}
		range[i] = name->index;
	}
	if (list->n == 2 && range[0] <= range[1] && range[1] < self)
		return true;
	if (list->n == 2)
		gp_report(r->d, GP_MSG_STEP_RANGE, list->place);
	return false;
}

/*
 * Times of repeating steps, and of the whole.  A step for each leg counts twice unless a later step
 * repeats it for the other leg.
 */
static void sum_steps(
	struct gp_reader *r, const struct gp_json *list, struct gp_step *steps, size_t n)
{
	bool repeated[GP_MAX_STEPS] = {false};
	size_t i, k, range[2] = {0, 0};

	for (i = 0; i < n; i++) {
		if (!gp_json_lookup(&list->items[i], "repeat") ||
			!repeat_range(r, &list->items[i], i, range))
			continue;
		for (k = range[0]; k <= range[1]; k++) {
			steps[i].time += steps[k].time;
			repeated[k] = true;
		}
	}
	for (i = 0; i < n; i++) {
		r->g->facts.total_seconds +=
			steps[i].time * (steps[i].each_leg && !repeated[i] ? 2 : 1);
		steps[i].dose = dose(r, &steps[i]);
	}
}

static void check_total(struct gp_reader *r, const struct gp_json *routine)
{
	const struct gp_facts *f = &r->g->facts;
	unsigned stated = f->about_minutes * MINUTE;
	unsigned off =
		stated > f->total_seconds ? stated - f->total_seconds : f->total_seconds - stated;

	if (off > MINUTE)
		gp_report(r->d, GP_MSG_TOTAL_OFF, gp_json_lookup(routine, "about_minutes")->place,
			f->total_seconds / MINUTE, f->total_seconds % MINUTE, f->about_minutes);
}

/* The short version is done on both legs. */
static void take_short(struct gp_reader *r, const struct gp_json *list, struct gp_step *steps)
{
	const struct gp_name *name;
	size_t i;

	for (i = 0; i < list->n; i++) {
		name = find_step(r, &list->items[i]);
		if (!name)
			continue;
		if (steps[name->index].in_short)
			gp_report(r->d, GP_MSG_STEP_TWICE, list->items[i].place,
				list->items[i].string);
		steps[name->index].in_short = true;
		r->g->facts.short_seconds +=
			steps[name->index].time * (steps[name->index].each_leg ? 2 : 1);
	}
}

static void take_routine(struct gp_reader *r, const struct gp_json *v)
{
	const struct gp_json *list = gp_json_list(v, "steps");
	struct gp_step *steps = GP_ARRAY(r->a, list->n, struct gp_step);
	unsigned before = gp_diag_count(r->d, GP_ERROR);
	size_t i;

	for (i = 0; i < list->n; i++) {
		steps[i] = take_step(r, &list->items[i]);
		if (!gp_names_add(&r->steps,
			    (struct gp_name){.name = steps[i].id,
				    .kind = GP_NAME_OTHER,
				    .index = i,
				    .place = steps[i].place},
			    r->a))
			gp_report(r->d, GP_MSG_STEP_TWICE, list->items[i].place, steps[i].id);
	}
	r->g->steps = steps;
	r->g->n_steps = list->n;
	r->g->facts.about_minutes = gp_json_unsigned(v, "about_minutes", 0);
	sum_steps(r, list, steps, list->n);
	if (before == gp_diag_count(r->d, GP_ERROR))
		check_total(r, v);
	take_short(r, gp_json_list(v, "short"), steps);
}

/* --- sources --------------------------------------------------------------------------- */

static const char *year(struct gp_reader *r, const struct gp_json *v)
{
	if (v && v->kind == GP_JSON_STRING)
		return v->string;
	return v ? gp_arena_printf(r->a, "%.0f", v->number) : "";
}

static void take_sources(struct gp_reader *r, const struct gp_json *list)
{
	struct gp_source *s = GP_ARRAY(r->a, list->n, struct gp_source);
	unsigned number = 0;
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct gp_json *v = &list->items[i], *print = gp_json_lookup(v, "print");

		s[i].id = gp_json_string(v, "id");
		s[i].authors = gp_json_string(v, "authors");
		s[i].year = year(r, gp_json_lookup(v, "year"));
		s[i].where = gp_json_string(v, "where");
		s[i].number = !print || print->truth ? ++number : 0;
		s[i].place = v->place;
		if (!gp_names_add(&r->sources,
			    (struct gp_name){.name = s[i].id,
				    .kind = GP_NAME_OTHER,
				    .number = s[i].number,
				    .index = i,
				    .place = v->place},
			    r->a))
			gp_report(r->d, GP_MSG_SOURCE_TWICE, v->place, s[i].id);
	}
	r->g->facts.sources = s;
	r->g->facts.n_sources = list->n;
}

/* --- the file -------------------------------------------------------------------------- */

static void take_pair(struct gp_reader *r, const struct gp_json *list, unsigned out[2])
{
	out[0] = (unsigned)list->items[0].number;
	out[1] = (unsigned)list->items[1].number;
	if (out[0] > out[1])
		gp_report(r->d, GP_MSG_PAIR_ORDER, list->place, out[0], out[1]);
}

static void take_numbers(struct gp_reader *r, const struct gp_json *root)
{
	struct gp_facts *f = &r->g->facts;
	const struct gp_json *pressure = gp_json_lookup(root, "pressure");

	take_pair(r, gp_json_list(root, "days"), f->days);
	f->weeks = gp_json_unsigned(root, "weeks", 0);
	take_pair(r, gp_json_list(pressure, "scale"), f->scale);
	if (f->scale[0] == f->scale[1])
		gp_report(r->d, GP_MSG_SCALE_EMPTY, gp_json_list(pressure, "scale")->place,
			f->scale[0], f->scale[1]);
	take_pair(r, gp_json_list(pressure, "target"), f->target);
	if (f->target[0] < f->scale[0] || f->target[1] > f->scale[1])
		gp_report(r->d, GP_MSG_TARGET_OUTSIDE, gp_json_list(pressure, "target")->place);
}

void gp_read_facts(struct gp_reader *r, const char *path, struct gp_place at)
{
	const struct gp_json *root;
	unsigned before;

	if (!gp_file_exists(path)) {
		gp_report(r->d, GP_MSG_FACTS_MISSING, at, path);
		return;
	}
	root = gp_json_read(path, r->a, r->d);
	if (!root || !gp_schema_check(root, &gp_schema_facts, r->a, r->d))
		return;
	before = gp_diag_count(r->d, GP_ERROR);
	if (r->g->id && strcmp(r->g->id, gp_json_string(root, "id")) != 0)
		gp_report(r->d, GP_MSG_FACTS_OTHER, at, gp_json_string(root, "id"), r->g->id);
	take_numbers(r, root);
	take_sources(r, gp_json_list(root, "sources"));
	take_routine(r, gp_json_lookup(root, "routine"));
	r->has_facts = before == gp_diag_count(r->d, GP_ERROR);
}
