/*
 * Drawing marks.  Words go through the shaper like all text, so umlauts in a slug are no surprise.
 */
#include "press/label.h"

#include "press/placing.h"

#include <string.h>

static const struct gp_origin mark = {.artifact = GP_ARTIFACT_PAGE, .tag = -1};

struct gp_press_lengths gp_press_lengths_usual(void)
{
	return (struct gp_press_lengths){
		.printer_margin = GP_MM(5),
		.cut_strip = GP_MM(4),
		.glue_strip = GP_MM(9),
		.fold_tick = GP_MM(4),
		.staple = GP_MM(12),
		.bleed = GP_MM(3),
		.crop_mark = GP_MM(5),
		.line = 350,
		.cut_line = 800,
		.hatch = GP_MM(3),
	};
}

const char *gp_press_mm(struct gp_arena *a, gp_len len)
{
	int64_t um = gp_len_to_um(len), hundredths = (um + (um < 0 ? -5 : 5)) / 10;
	const char *sign = hundredths < 0 ? "-" : "";
	int whole, rest;

	hundredths = hundredths < 0 ? -hundredths : hundredths;
	whole = (int)(hundredths / 100);
	rest = (int)(hundredths % 100);
	if (rest == 0)
		return gp_arena_printf(a, "%s%d", sign, whole);
	if (rest % 10 == 0)
		return gp_arena_printf(a, "%s%d.%d", sign, whole, rest / 10);
	return gp_arena_printf(a, "%s%d.%02d", sign, whole, rest);
}

const char *gp_press_size(struct gp_arena *a, gp_len width, gp_len height)
{
	return gp_arena_printf(a, "%s x %s", gp_press_mm(a, width), gp_press_mm(a, height));
}

const char *gp_press_words(const struct gp_press_look *look, enum gp_press_word word,
	const struct gp_press_fields *fields, struct gp_arena *a)
{
	return look->word ? look->word(look->user, word, fields, a) : NULL;
}

struct gp_press_label gp_press_label_new(const struct gp_press_look *look,
	const struct gp_shape_style *style, struct gp_colour_rgb colour, const char *words,
	struct gp_arena *a)
{
	struct gp_press_label l = {{0}, {0, 0, 0, 0}};
	struct gp_glyphs shaped;
	struct gp_rect r;
	gp_len pen = 0;
	size_t i;

	if (!look->fonts || !words || !words[0])
		return l;
	shaped = gp_shape(
		look->fonts, style, (struct gp_shape_text){words, strlen(words), GP_NOWHERE, 0}, a);
	l.run = (struct gp_op_glyphs){.font = style->font,
		.size = style->size,
		.colour = colour,
		.text = words,
		.text_len = strlen(words),
		.n = shaped.n,
		.width = shaped.width};
	l.run.g = GP_ARRAY(a, shaped.n, struct gp_draw_glyph);
	for (i = 0; i < shaped.n; i++) {
		const struct gp_glyph *g = &shaped.g[i];

		l.run.g[i] = (struct gp_draw_glyph){
			g->id, g->advance, g->natural, g->x, g->y, g->from, g->len, g->line_hyphen};
		r = gp_font_ink(look->fonts, style->font, g->id, style->size);
		r.x += pen + g->x;
		r.y += g->y;
		l.ink = gp_rect_union(l.ink, r);
		pen += g->advance;
	}
	if (gp_rect_is_empty(l.ink))
		l.run.n = 0;
	return l;
}

struct gp_rect gp_press_label_box(
	const struct gp_press_label *label, struct gp_point at, unsigned turn)
{
	return gp_turn_rect(label->ink, turn, at);
}

struct gp_point gp_press_label_centred(
	const struct gp_press_label *label, struct gp_point middle, unsigned turn)
{
	struct gp_rect box = gp_turn_rect(label->ink, turn, (struct gp_point){0, 0});

	return (struct gp_point){middle.x - box.x - box.w / 2, middle.y - box.y - box.h / 2};
}

void gp_press_label_draw(
	const struct gp_press_label *label, struct gp_page *p, struct gp_point at, unsigned turn)
{
	struct gp_op_glyphs run = label->run;
	struct gp_rect ink = gp_press_label_box(label, at, turn);

	if (run.n == 0)
		return;
	run.origin = at;
	run.turn = turn;
	gp_page_glyphs(p, &mark, &run, ink)->ref =
		(struct gp_point){ink.x + ink.w / 2, ink.y + ink.h / 2};
}

void gp_mark_line(struct gp_page *p, struct gp_point from, struct gp_point to, gp_len width,
	gp_len dash, struct gp_colour_rgb colour)
{
	struct gp_path *path = gp_path_new(p->arena);
	struct gp_op_path op = {
		.stroke = true, .stroke_colour = colour, .width = width, .dash = {dash, dash}};

	gp_path_move(path, from.x, from.y);
	gp_path_line(path, to.x, to.y);
	op.seg = gp_path_segs(path, &op.n);
	gp_page_path(p, &mark, &op);
}

void gp_mark_fill(struct gp_page *p, const struct gp_path *path, struct gp_colour_rgb colour)
{
	struct gp_op_path op = {.fill = true, .fill_colour = colour};

	op.seg = gp_path_segs(path, &op.n);
	gp_page_path(p, &mark, &op);
}

void gp_mark_stroke(
	struct gp_page *p, const struct gp_path *path, gp_len width, struct gp_colour_rgb colour)
{
	struct gp_op_path op = {.stroke = true, .stroke_colour = colour, .width = width};

	op.seg = gp_path_segs(path, &op.n);
	gp_page_path(p, &mark, &op);
}
