/*
 * The facts file (numbers and sources, no words) and the notes on pictures (anchors.json).
 */
#include "model/guide.h"
#include "read/schema_table.h"

INT(format_1, 1, 1);
INT(seconds, 1, 3600);
INT(often, 1, 100);
INT(minutes, 1, 600);
INT(week_days, 1, 7);
INT(weeks, 1, 52);
INT(grade, 0, 10);
INT(year_number, 1500, 2200);

CHOICE(legs, "both", "each");
CHOICE(show, "time", "times", "reps");
LIST(repeat, gp_schema_id, 2, 2);

static const struct gp_key step_keys[] = {
	{"id", &gp_schema_id, true, "The step's name."},
	{"seconds", &seconds, false, "How long it lasts; with times, how long each time."},
	{"times", &often, false, "How many times."},
	{"reps", &often, false, "How many movements."},
	{"legs", &legs, false, "\"both\" at once, or \"each\" in turn; \"both\" when left out."},
	{"show", &show, true, "What is printed: the time, the times or the repetitions."},
	{"repeat", &repeat, false, "The first and last step that are done again."},
};
OBJECT(step, "a step", NULL, "The numbers of one step.");
static const struct gp_shape steps = {.kind = GP_SHAPE_LIST,
	.item = &step,
	.min = 2,
	.max = GP_MAX_STEPS,
	.reason = ": the poster has room for eight steps; join two of them, or leave one out"};
LIST(ids, gp_schema_id, 1, GP_MAX_STEPS);

static const struct gp_key routine_keys[] = {
	{"steps", &steps, true, "2 to 8 steps, in order."},
	{"short", &ids, true, "The steps of the short version."},
	{"about_minutes", &minutes, true, "How long the routine takes, in round minutes."},
};
OBJECT(routine, "the routine", NULL, "The numbers of the routine.");

LIST(days, week_days, 2, 2);
LIST(grades, grade, 2, 2);
static const struct gp_key pressure_keys[] = {
	{"scale", &grades, true, "The lowest and the highest figure."},
	{"target", &grades, true, "The lowest and the highest good figure."},
};
OBJECT(pressure, "the pressure", NULL, "The pressure scale.");

static const struct gp_shape *const years[] = {&year_number, &gp_schema_plain};
static const struct gp_shape year = {.kind = GP_SHAPE_EITHER,
	.name = "a year or a string",
	.options = years,
	.n_options = COUNT(years)};
static const struct gp_key source_keys[] = {
	{"id", &gp_schema_id, true, "The source's name, as in {cite:ID}."},
	{"authors", &gp_schema_plain, true, "Who wrote it."},
	{"year", &year, true, "The year, or words such as \"1918 edition\"."},
	{"where", &gp_schema_plain, true, "Where it appeared."},
	{"print", &gp_schema_bool, false, "false: known to the editors, not printed."},
};
OBJECT(source, "a source", NULL, "One source.");
LIST(sources, source, 0, 10000);

static const struct gp_key facts_keys[] = {
	{"$schema", &gp_schema_plain, false, "Not used by the program."},
	{"format", &format_1, true, "The format of the file: 1."},
	{"id", &gp_schema_id, true, "The guide's name."},
	{"routine", &routine, true, "The numbers of the routine."},
	{"days", &days, true, "How many days a week, from and to."},
	{"weeks", &weeks, true, "How many weeks."},
	{"pressure", &pressure, true, "The pressure scale."},
	{"sources", &sources, true, "The sources, in the order they are numbered."},
};
const struct gp_shape gp_schema_facts = {.kind = GP_SHAPE_OBJECT,
	.name = "the facts file",
	.keys = facts_keys,
	.n_keys = COUNT(facts_keys)};

/* --- anchors.json ---------------------------------------------------------------------- */

LIST(fraction2, gp_schema_fraction, 2, 2);
static const struct gp_shape anchors = {.kind = GP_SHAPE_MAP, .item = &fraction2};
CHOICE(side, "right", "left");
static const struct gp_shape size = {.kind = GP_SHAPE_NUMBER, .min = 1, .max = 2000};
LIST(size_mm, size, 2, 2);

static const struct gp_key picture_keys[] = {
	{"size_mm", &size_mm, true, "Width and height as drawn, in millimetres."},
	{"side", &side, false, "The side of the body that is drawn."},
	{"at", &anchors, true, "Names of places and where they are: x and y from 0 to 1."},
};
const struct gp_shape gp_schema_picture = {.kind = GP_SHAPE_OBJECT,
	.name = "a picture",
	.keys = picture_keys,
	.n_keys = COUNT(picture_keys)};
