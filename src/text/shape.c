/*
 * Shaping of whole texts: words from the store, spaces between them, scaled to the type size.
 *
 * Each glyph's advance is rounded on its own, so the width of a text is exactly the sum of its
 * glyphs and the same on every machine.
 */
#include "text/shape.h"

#include "text/chars.h"
#include "text/part.h"
#include "text/set.h"

size_t gp_token_end(const char *text, size_t len, size_t from, uint32_t *space)
{
	size_t i = from, next;
	uint32_t cp;

	*space = 0;
	while (i < len) {
		next = i;
		cp = gp_char_next(text, len, &next);
		if (gp_char_is_space(cp)) {
			if (i > from)
				return i;
			*space = cp;
			return next;
		}
		i = next;
		/* no mark may join a letter across a forced break */
		if (gp_char_is_line_end(cp))
			break;
	}
	return i;
}

gp_len gp_part_track(const struct gp_shape_style *style)
{
	return style->track ? gp_len_scale(style->size, style->track, 1000) : 0;
}

static struct gp_glyph scale(
	const struct gp_face_entry *e, gp_len size, const struct gp_word_glyph *g, uint32_t base)
{
	gp_len advance = gp_face_scale(e, g->advance, size);

	return (struct gp_glyph){
		.id = g->id,
		.advance = advance,
		.natural = g->natural == g->advance ? advance : gp_face_scale(e, g->natural, size),
		.x = gp_face_scale(e, g->x, size),
		.y = gp_face_scale(e, g->y, size),
		.from = base + g->from,
		.len = g->first ? g->len : 0,
		.line_hyphen = g->line_hyphen,
	};
}

/* Tracking stands after each cluster: after its last glyph. */
static bool ends_cluster(const struct gp_word *w, size_t i)
{
	return i + 1 == w->n || w->g[i + 1].from != w->g[i].from || w->g[i + 1].first ||
	       w->g[i + 1].line_hyphen != w->g[i].line_hyphen;
}

static void add_glyph(struct gp_glyph_vec *v, struct gp_glyph g)
{
	*GP_PUSH(v->arena, v->g, v->n, v->cap) = g;
	v->width += g.advance;
}

static void add_word(struct gp_fonts *f, const struct gp_shape_style *style,
	const struct gp_part *p, bool hyphen, struct gp_glyph_vec *v)
{
	const struct gp_face_entry *e = gp_face(f, style->font);
	struct gp_word w = gp_word_shape(f, style, p->text + p->from, p->to - p->from, hyphen);
	gp_len track = gp_part_track(style);
	struct gp_glyph g;
	size_t i;

	for (i = 0; i < w.n; i++) {
		g = scale(e, style->size, &w.g[i], (uint32_t)p->from);
		if (track && ends_cluster(&w, i))
			g.advance += track;
		add_glyph(v, g);
	}
	v->flawed |= w.flawed;
}

/* The plain space is asked for all the time and kept. */
static struct gp_word_glyph space_of(const struct gp_face_entry *e, uint32_t cp)
{
	return cp == ' ' ? e->space : gp_word_space(e, cp);
}

static void add_space(struct gp_fonts *f, const struct gp_shape_style *style,
	const struct gp_part *p, uint32_t cp, struct gp_glyph_vec *v)
{
	const struct gp_face_entry *e = gp_face(f, style->font);
	struct gp_word_glyph g = space_of(e, cp);
	struct gp_glyph set;

	g.len = (uint32_t)(p->to - p->from);
	set = scale(e, style->size, &g, (uint32_t)p->from);
	set.advance += gp_part_track(style);
	add_glyph(v, set);
	v->flawed |= g.id == 0;
}

void gp_part_shape(struct gp_fonts *f, const struct gp_shape_style *style, struct gp_part part,
	bool hyphen, struct gp_glyph_vec *v)
{
	size_t from, to;
	uint32_t space;

	for (from = part.from; from < part.to; from = to) {
		struct gp_part p = {part.text, from, 0};

		to = gp_token_end(part.text, part.to, from, &space);
		p.to = to;
		if (space)
			add_space(f, style, &p, space, v);
		else
			add_word(f, style, &p, hyphen && to == part.to, v);
	}
}

static int64_t word_width(
	struct gp_fonts *f, const struct gp_shape_style *style, struct gp_part p, bool hyphen)
{
	const struct gp_face_entry *e = gp_face(f, style->font);
	struct gp_word w = gp_word_shape(f, style, p.text + p.from, p.to - p.from, hyphen);
	gp_len track = gp_part_track(style);
	int64_t width = 0;
	size_t i;

	for (i = 0; i < w.n; i++) {
		width += gp_face_scale(e, w.g[i].advance, style->size);
		if (track && ends_cluster(&w, i))
			width += track;
	}
	return width;
}

gp_len gp_part_space(const struct gp_fonts *f, const struct gp_shape_style *style, uint32_t cp)
{
	const struct gp_face_entry *e = gp_face(f, style->font);

	return gp_face_scale(e, space_of(e, cp).advance, style->size) + gp_part_track(style);
}

int64_t gp_part_width(
	struct gp_fonts *f, const struct gp_shape_style *style, struct gp_part part, bool hyphen)
{
	int64_t width = 0;
	size_t from, to;
	uint32_t space;

	for (from = part.from; from < part.to; from = to) {
		to = gp_token_end(part.text, part.to, from, &space);
		if (space)
			width += gp_part_space(f, style, space);
		else
			width += word_width(f, style, (struct gp_part){part.text, from, to},
				hyphen && to == part.to);
	}
	return width;
}

void gp_part_complain(struct gp_fonts *f, const struct gp_shape_style *style, struct gp_part part,
	struct gp_place at, uint32_t offset)
{
	size_t from, to;
	uint32_t space;

	for (from = part.from; from < part.to; from = to) {
		to = gp_token_end(part.text, part.to, from, &space);
		if (space ? !gp_font_has(f, style->font, space)
			  : gp_word_shape(f, style, part.text + from, to - from, false).flawed)
			gp_word_complain(
				f, style, part.text + from, to - from, at, offset + (uint32_t)from);
	}
}

struct gp_glyphs gp_shape(struct gp_fonts *f, const struct gp_shape_style *style,
	struct gp_shape_text text, struct gp_arena *a)
{
	struct gp_glyph_vec v = {.arena = a};
	struct gp_part all = {text.text, 0, text.len};

	gp_part_shape(f, style, all, false, &v);
	if (v.flawed)
		gp_part_complain(f, style, all, text.place, text.at);
	return (struct gp_glyphs){v.g, v.n, (gp_len)v.width};
}
