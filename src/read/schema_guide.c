/*
 * The guide: everything outside the blocks.
 */
#include "read/read.h"
#include "read/schema_table.h"

INT(format_1, 1, 1);
CHOICE(side, "right", "left");

/* --- meta, cover, contents ------------------------------------------------------------- */

static const struct gp_key meta_keys[] = {
	{"title", &gp_schema_text, true, "The title, as on the cover."},
	{"short", &gp_schema_text, true,
		"A short title, for the head of pages where the whole one has no room."},
	{"subtitle", &gp_schema_text, true, "What the guide is, in a few words."},
	{"author", &gp_schema_plain, true, "Who wrote it."},
	{"date", &gp_schema_plain, true, "Year and month, such as \"2026-11\"."},
	{"edition", &gp_schema_plain, true, "Which edition it is, such as \"1\"."},
	{"description", &gp_schema_text, false, "One sentence for catalogues."},
};
OBJECT(meta, "meta", "meta", "What the guide is.");

LIST(foot, gp_schema_text, 2, 2);
static const struct gp_key cover_keys[] = {
	{"eyebrow", &gp_schema_text, true, "A few words over the title."},
	{"lead", &gp_schema_text, true, "A sentence under the title."},
	{"image", &gp_schema_plain, true, "The picture's file name without its ending."},
	{"alt", &gp_schema_text, true, "What the picture shows, for people who do not see it."},
	{"foot", &foot, false, "Two strings for the foot of the cover: left and right."},
};
OBJECT(cover, "the cover", "cover", "The first page.");

static const struct gp_key contents_keys[] = {
	{"notes", &gp_schema_notes, false, "Notes in the margin of the contents."},
};
OBJECT(contents, "the contents", NULL, "The list of contents; the program makes it.");

/* --- sections -------------------------------------------------------------------------- */

static const struct gp_key plate_figure_keys[] = {
	{"image", &gp_schema_plain, true, "The picture's file name without its ending."},
	{"alt", &gp_schema_text, true, "What the picture shows, for people who do not see it."},
	{"marks", &gp_schema_marks, false, "Signs drawn on the picture."},
	{"labels", &gp_schema_labels, false, "Words with lines to places of the picture."},
};
OBJECT(plate_figure, "a plate's figure", NULL, "The picture that fills the left page.");

static const struct gp_key plate_keys[] = {
	{"label", &gp_schema_short, true, "The name of the point, such as \"X2\"."},
	{"eyebrow", &gp_schema_text, true, "A few words over the title."},
	{"title", &gp_schema_text, false, "The title; the section's when left out."},
	{"figure", &plate_figure, true, "The picture that fills the left page."},
	{"caption", &gp_schema_text, true, "Words under the picture."},
};
OBJECT(plate, "a plate", "plate", "A left page with one large picture.");

CHOICE(start, "any", "page", "left", "right");
CHOICE(width, "main", "full");
static const struct gp_key section_keys[] = {
	{"id", &gp_schema_id, true,
		"A name for links and page numbers; no other thing may have it."},
	{"title", &gp_schema_text_or_empty, true, "The heading; \"\" for none."},
	{"start", &start, false, "Where the section begins; \"any\" when left out."},
	{"contents", &gp_schema_bool, false, "false: not in the list of contents."},
	{"width", &width, false, "How far the title may run; \"main\" when left out."},
	{"lead", &gp_schema_text, false, "One larger paragraph under the heading."},
	{"note", &gp_schema_note, false, "A note in the margin beside the heading."},
	{"notes", &gp_schema_notes, false, "Several notes in the margin."},
	{"plate", &plate, false, "A left page with one large picture; needs start \"left\"."},
	{"blocks", &gp_schema_blocks, true, "What the section holds, from top to bottom."},
};
OBJECT(section, "a section", "section", "A heading and what stands under it.");
LIST(sections, section, 1, 1000);

static const struct gp_key chapter_keys[] = {
	{"id", &gp_schema_id, true,
		"A name for links and page numbers; no other thing may have it."},
	{"title", &gp_schema_text, true, "The chapter's title."},
	{"lead", &gp_schema_text, false, "One larger paragraph on the chapter's first page."},
	{"sections", &sections, true, "The sections, in order."},
};
OBJECT(chapter, "a chapter", "chapter", "A chapter.");
LIST(chapters, chapter, 1, 9);

static const struct gp_key back_cover_keys[] = {
	{"eyebrow", &gp_schema_text, true, "A few words over the title."},
	{"title", &gp_schema_text, true, "The title of the last page."},
	{"blocks", &gp_schema_blocks, true, "What the last page holds."},
};
OBJECT(back_cover, "the back cover", "back-cover", "The last page.");

/* --- routine --------------------------------------------------------------------------- */

static const struct gp_key step_keys[] = {
	{"id", &gp_schema_id, true, "The step's name in the facts file."},
	{"title", &gp_schema_text, true, "One or two words."},
	{"text", &gp_schema_text, true, "For the booklet: up to 3 lines of about 36 characters."},
	{"line", &gp_schema_text, true, "For the poster: at most 40 characters."},
	{"image", &gp_schema_plain, true, "The picture on the card."},
	{"wide", &gp_schema_plain, true,
		"The picture on the poster, wide; with few steps its panels may take the other "
		"one."},
	{"alt", &gp_schema_text, true, "What both pictures show."},
};
OBJECT(step, "a step", "step", "The words and pictures of one step.");
LIST(steps, step, 1, GP_SCHEMA_MANY);

static const struct gp_key routine_keys[] = {
	{"title", &gp_schema_text, true, "The routine's name."},
	{"steps", &steps, true, "The steps, as many as in the facts file and in its order."},
};
OBJECT(routine, "the routine", "routine", "The words of the routine.");

/* --- poster ---------------------------------------------------------------------------- */

#define UNIT_KEYS(type_shape)                                                                      \
	{"type", &(type_shape), true, "The kind of unit."},                                        \
	{                                                                                          \
		"title", &gp_schema_text, true, "The words at its top."                            \
	}

CHOICE(is_map, "map");
static const struct gp_key map_keys[] = {
	UNIT_KEYS(is_map),
	{"image", &gp_schema_plain, true, "The picture's file name without its ending."},
	{"alt", &gp_schema_text, true, "What the picture shows, for people who do not see it."},
	{"marks", &gp_schema_marks, false, "Signs drawn on the picture."},
	{"labels", &gp_schema_map_labels, false, "Words with lines to places of the picture."},
};
OBJECT(map, "a map unit", "map-unit", "Where to roll.");

CHOICE(is_pressure, "pressure");
static const struct gp_key pressure_keys[] = {
	UNIT_KEYS(is_pressure),
	{"text", &gp_schema_text, true, "How the right pressure feels."},
};
OBJECT(pressure, "a pressure unit", "pressure-unit", "How hard to press.");

CHOICE(is_stop, "stop");
LIST(stop_items, gp_schema_text, 1, 8);
static const struct gp_key stop_keys[] = {
	UNIT_KEYS(is_stop),
	{"items", &stop_items, true, "When to stop; at most 22 characters each."},
};
OBJECT(stop, "a stop unit", "stop-unit", "When to stop.");

CHOICE(is_days, "days");
static const struct gp_key days_keys[] = {UNIT_KEYS(is_days)};
OBJECT(days, "a days unit", "days-unit", "Rings to tick, by the numbers of the facts file.");

static const struct gp_shape *const unit_types[] = {&map, &pressure, &stop, &days};
static const struct gp_shape unit = {.kind = GP_SHAPE_BY_TYPE,
	.name = "a sidebar unit",
	.def = "sidebar-unit",
	.help = "the kind of unit: map, pressure, stop or days",
	.options = unit_types,
	.n_options = COUNT(unit_types)};
LIST(sidebar, unit, 1, 6);

static const struct gp_key poster_keys[] = {
	{"title", &gp_schema_text, true, "The title; it fills the width of the sheet."},
	{"subtitle", &gp_schema_text, true, "What the poster is, in a few words."},
	{"dose", &gp_schema_text, true,
		"How long and how often, such as \"{total}, {days} days a week\"."},
	{"sidebar", &sidebar, true, "The units beside the steps, from top to bottom."},
	{"note", &gp_schema_text, true, "One line at the foot."},
	{"credit", &gp_schema_text, true, "Who made it, at the foot."},
};
OBJECT(poster, "the poster", "poster", "The words of the wall poster.");

/* --- guide ----------------------------------------------------------------------------- */

static const struct gp_key guide_keys[] = {
	{"$schema", &gp_schema_plain, false, "Where editors find this schema."},
	{"format", &format_1, true, "The format of the file: 1."},
	{"id", &gp_schema_id, true, "The guide's name, as in the names of its files."},
	{"language", &gp_schema_plain, true, "The language, such as \"en\" or \"de\"."},
	{"facts", &gp_schema_plain, true, "The facts file, seen from this file."},
	{"side", &side, true, "The side of the body the words and pictures show."},
	{"meta", &meta, true, "What the guide is."},
	{"cover", &cover, true, "The first page."},
	{"front", &sections, true, "Sections before the first chapter; safety comes first."},
	{"contents", &contents, false, "The list of contents; the program makes it."},
	{"chapters", &chapters, true, "The chapters, in order."},
	{"back", &sections, true, "Sections after the last chapter."},
	{"back_title", &gp_schema_text, false, "The head of the pages after the last chapter."},
	{"back_cover", &back_cover, false, "The last page."},
	{"routine", &routine, true, "The words of the routine; its numbers are in the facts file."},
	{"poster", &poster, true, "The words of the wall poster."},
};
const struct gp_shape gp_schema_guide = {.kind = GP_SHAPE_OBJECT,
	.name = "the guide",
	.help = "A guide: every word of one language. The format is explained in "
		"content/README.md.",
	.keys = guide_keys,
	.n_keys = COUNT(guide_keys)};

void gp_read_print_schema(FILE *out)
{
	gp_schema_print(&gp_schema_guide, "guidepress guide, format 1", out);
}
