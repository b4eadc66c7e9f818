/*
 * The shape of style.json, made from model/style.def, so that a field of the record exists once.
 */
#include "read/style_names.h"

const char *const gp_style_colours[] = {
#define GP_COLOUR(name, key) key,
#include "model/style.def"
};

const char *const gp_style_faces[] = {
#define GP_FACE(name, key) key,
#include "model/style.def"
};

static const struct gp_shape colour_name = {
	.kind = GP_SHAPE_CHOICE, .names = gp_style_colours, .n_names = COUNT(gp_style_colours)};
static const struct gp_shape face_name = {
	.kind = GP_SHAPE_CHOICE, .names = gp_style_faces, .n_names = COUNT(gp_style_faces)};
INT(format_1, 1, 1);
INT(percent, 0, 100);
INT(level, 0, 255);
INT(track, -200, 200);
INT(lines, 1, 100);
INT(columns, 1, 2);
INT(letters, 1, 10);
/*
 * From less than any rule that prints, as many are divided by, to the long side of a roll's widest
 * paper, 1500 mm: sums of a page's lengths stay far from the end of a gp_len.
 */
static const struct gp_shape length = {.kind = GP_SHAPE_LENGTH, .min = 100, .max = 4251969};
static const struct gp_shape scale = {.kind = GP_SHAPE_NUMBER, .min = 1, .max = 4};

/* --- colours, faces, roles ------------------------------------------------------------- */

LIST(cmyk, percent, 4, 4);
static const struct gp_key colour_keys[] = {
	{"rgb", &gp_schema_plain, true, "\"#RRGGBB\""},
	{"cmyk", &cmyk, true, "four percentages"},
	{"grey", &level, true, "lightness from 0 to 255"},
};
OBJECT(colour, "a colour", NULL, NULL);

static const struct gp_key colours_keys[] = {
#define GP_COLOUR(name, key) {key, &colour, true, "a colour"},
#include "model/style.def"
};
OBJECT(colours, "the list of colours", NULL, NULL);

static const struct gp_key faces_keys[] = {
#define GP_FACE(name, key) {key, &gp_schema_plain, true, "the font's file name"},
#include "model/style.def"
};
OBJECT(faces, "the list of faces", NULL, NULL);

#define TYPE_KEYS(must)                                                                            \
	{"face", &face_name, must, "one of the faces"},                                            \
		{"size", &length, must, "the size of the type"},                                   \
		{"lead", &length, must, "from one baseline to the next"},                          \
		{"track", &track, false, "space between letters, in 1/1000 of the size"},          \
	{                                                                                          \
		"colour", &colour_name, must, "one of the colours"                                 \
	}

static const struct gp_key type_keys[] = {TYPE_KEYS(true)};
OBJECT(type, "a type role", NULL, NULL);
static const struct gp_key type_change_keys[] = {TYPE_KEYS(false)};
OBJECT(type_change, "a type role", NULL, NULL);

static const struct gp_key types_keys[] = {
#define GP_ROLE(name, key) {key, &type, true, "a type role"},
#include "model/style.def"
};
OBJECT(types, "the list of type roles", NULL, NULL);

static const struct gp_key types_change_keys[] = {
#define GP_ROLE(name, key) {key, &type_change, false, "a type role"},
#include "model/style.def"
};
OBJECT(types_change, "the list of type roles", NULL, NULL);

/* --- lengths: once as they must be, once as an edition may change them ----------------- */

static const struct gp_key page_keys[] = {
	{"lines", &lines, true, "lines of text on a page"},
#define GP_PAGE_LEN(name) {#name, &length, true, "a length"},
#include "model/style.def"
};
OBJECT(page, "a page", NULL, NULL);
static const struct gp_shape pages = {.kind = GP_SHAPE_MAP, .item = &page};

static const struct gp_key page_change_keys[] = {
	{"lines", &lines, false, "lines of text on a page"},
#define GP_PAGE_LEN(name) {#name, &length, false, "a length"},
#include "model/style.def"
};
OBJECT(page_change, "a page", NULL, NULL);
static const struct gp_shape pages_change = {.kind = GP_SHAPE_MAP, .item = &page_change};

static const struct gp_key blocks_keys[] = {
#define GP_BLOCK_LEN(name) {#name, &length, true, "a length"},
#include "model/style.def"
};
OBJECT(blocks, "the list of block lengths", NULL, NULL);

static const struct gp_key blocks_change_keys[] = {
#define GP_BLOCK_LEN(name) {#name, &length, false, "a length"},
#include "model/style.def"
};
OBJECT(blocks_change, "the list of block lengths", NULL, NULL);

static const struct gp_key poster_keys[] = {
#define GP_POSTER_LEN(name) {#name, &length, true, "a length"},
#include "model/style.def"
};
OBJECT(poster, "the list of poster lengths", NULL, NULL);

static const struct gp_key press_keys[] = {
#define GP_PRESS_LEN(name) {#name, &length, true, "a length"},
#include "model/style.def"
};
OBJECT(press, "the list of press lengths", NULL, NULL);

/* --- papers, languages, editions ------------------------------------------------------- */

LIST(paper, length, 2, 2);
static const struct gp_shape papers = {.kind = GP_SHAPE_MAP, .item = &paper};

static const struct gp_key hyphenation_keys[] = {
	{"file", &gp_schema_plain, true, "the pattern file"},
	{"left", &letters, true, "letters that stay before the hyphen"},
	{"right", &letters, true, "letters that go to the next line"},
};
OBJECT(hyphenation, "the hyphenation of a language", NULL, NULL);
static const struct gp_shape languages = {.kind = GP_SHAPE_MAP, .item = &hyphenation};

static const struct gp_key least_keys[] = {
	{"size", &length, true, "the least size"},
	{"lead", &length, true, "its distance from baseline to baseline"},
};
OBJECT(least, "the floor", NULL, NULL);
static const struct gp_shape fills = {
	.kind = GP_SHAPE_LIST, .item = &colour_name, .min = 1, .max = GP_N_COLOURS};

static const struct gp_key edition_keys[] = {
	{"scale", &scale, false, "every length and size times this"},
	{"floor", &least, false, "the least type size"},
	{"notes_inline", &gp_schema_bool, false, "margin notes follow their block"},
	{"card_columns", &columns, false, "step cards side by side"},
	{"grey", &gp_schema_bool, false, "colours by their lightness"},
	{"fill_drops", &fills, false, "colours whose areas become paper"},
	{"picture_alpha", &percent, false, "strength of pictures in percent"},
	{"justified", &gp_schema_bool, false, "lines of equal length"},
	{"type", &types_change, false, "changes of type roles"},
	{"pages", &pages_change, false, "changes of page sizes"},
	{"blocks", &blocks_change, false, "changes of lengths of the blocks"},
};
OBJECT(edition, "an edition", NULL, NULL);
static const struct gp_shape editions = {.kind = GP_SHAPE_MAP, .item = &edition};

static const struct gp_key style_keys[] = {
	{"format", &format_1, true, "the format of the file: 1"},
	{"colours", &colours, true, "the colours"},
	{"faces", &faces, true, "the font files"},
	{"type", &types, true, "the type roles"},
	{"pages", &pages, true, "the page sizes of the booklet"},
	{"blocks", &blocks, true, "the lengths of the blocks"},
	{"poster", &poster, true, "the lengths of the poster"},
	{"press", &press, true, "the lengths of the press"},
	{"papers", &papers, true, "sheets and poster sizes: width and height"},
	{"hyphenation", &languages, true, "the languages that are hyphenated"},
	{"editions", &editions, true, "the editions"},
};
const struct gp_shape gp_schema_style = {.kind = GP_SHAPE_OBJECT,
	.name = "the style file",
	.keys = style_keys,
	.n_keys = COUNT(style_keys)};
