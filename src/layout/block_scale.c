/*
 * Scales over the full measure: the pressure scale, and a ruler with three bands.
 */
#include "layout/galley.h"
#include "layout/pressure.h"

void gp_block_pressure(struct gp_galley *g, const struct gp_block *b)
{
	struct gp_job *job = g->job;
	struct gp_item *it = gp_galley_add(g);
	struct gp_pressure_look look = {.words = true, .figure = GP_ROLE_SCALE_FIGURE};
	gp_len h = job->style->block.pressure_height;

	(void)b;
	it->before = it->after = 2 * gp_half(job);
	it->height = gp_len_ceil(h, gp_half(job));
	gp_pressure_draw(job, gp_item_fragment(g, it, GP_COL_FULL),
		(struct gp_rect){0, 0, g->full, h}, &look, g->parent);
}

/* The ruler: scale on a thin line, bands over it, zero at the wall. */
struct ruler {
	struct gp_galley *g;
	const struct gp_ruler *r;
	struct gp_pen pen;
	gp_len x, w, y; /* of the line */
};

static gp_len at_value(const struct ruler *r, unsigned v)
{
	return r->x + gp_len_scale(r->w, v, r->r->to);
}

static void draw_bands(const struct ruler *r)
{
	gp_len h = GP_MM(3), y = r->y - GP_MM(4.5);
	gp_len a = at_value(r, r->r->bands[0]), b = at_value(r, r->r->bands[1]);
	gp_len line = r->g->job->style->block.rule_medium * 8 / 10;
	struct gp_rect stiff = {r->x, y, a - r->x, h}, middle = {a, y, b - a, h},
		       usual = {b, y, at_value(r, r->r->to) - b, h};

	gp_orn_hatch(&r->pen, stiff, GP_MM(0.5), GP_MM(1.1), GP_SIGNAL);
	gp_orn_frame(&r->pen, stiff, line, GP_SIGNAL);
	gp_orn_frame(&r->pen, middle, line, GP_BRAND);
	gp_orn_fill(&r->pen, usual, GP_BRAND);
	gp_orn_frame(&r->pen, usual, line, GP_BRAND);
}

static void draw_ticks(const struct ruler *r)
{
	struct gp_job *job = r->g->job;
	struct gp_set_style style = gp_set_role(GP_ROLE_TABLE_HEAD);
	gp_len thin = job->style->block.rule_thin, long_tick = GP_MM(2.4), short_tick = GP_MM(1.4);
	struct gp_set set;
	unsigned v;

	gp_orn_rule(&r->pen, (struct gp_point){r->x, r->y}, r->w, thin, GP_INK);
	gp_orn_bar(&r->pen, (struct gp_point){r->x - thin, r->y - GP_MM(6.4)}, GP_MM(8.8), 3 * thin,
		GP_INK);
	for (v = 1; v <= r->r->to; v++)
		gp_orn_bar(&r->pen, (struct gp_point){at_value(r, v) - thin / 2, r->y},
			v % 5 ? short_tick : long_tick, thin, GP_INK);
	for (v = 0; v <= r->r->to; v += 5) {
		set = gp_set_plain(
			job, gp_arena_printf(job->arena, "%u", v), &style, r->w, r->pen.origin.tag);
		gp_set_draw_all(job, r->pen.list, &set,
			(struct gp_point){at_value(r, v) - set.width / 2, r->y + long_tick});
	}
}

static gp_tag ruler_tag(struct gp_galley *g, const struct gp_ruler *r)
{
	struct gp_arena *a = g->job->arena;
	gp_tag tag = gp_doc_tag(g->job->doc, GP_TAG_FIGURE, g->parent);

	g->job->doc->tags[tag].place = g->job->place;
	g->job->doc->tags[tag].alt = gp_words_fill(a, g->job->guide->words.ruler_alt, "to",
		gp_arena_printf(a, "%u", r->to), "unit", gp_rich_plain(a, &r->unit), "a",
		gp_arena_printf(a, "%u", r->bands[0]), "b", gp_arena_printf(a, "%u", r->bands[1]),
		(char *)NULL);
	return tag;
}

void gp_block_ruler(struct gp_galley *g, const struct gp_block *b)
{
	struct gp_job *job = g->job;
	struct gp_item *it = gp_galley_add(g);
	struct gp_page *frag = gp_item_fragment(g, it, GP_COL_FULL);
	struct ruler r = {.g = g, .r = &b->as.ruler, .x = GP_MM(4)};
	gp_len lead = job->style->type[GP_ROLE_TABLE].lead;
	struct gp_set_style style = gp_set_role(GP_ROLE_TABLE),
			    strong = gp_set_role(GP_ROLE_TABLE_HEAD);
	struct gp_set set;

	r.pen = gp_pen_content(job, frag, ruler_tag(g, r.r));
	r.w = g->full - 2 * r.x;
	set = gp_set(job, &r.r->start, &strong, r.w, r.pen.origin.tag);
	gp_set_draw_all(job, frag, &set, (struct gp_point){0, 0});
	r.y = lead + GP_MM(7);
	draw_bands(&r);
	draw_ticks(&r);
	set = gp_set(job, &r.r->label, &style, r.w, r.pen.origin.tag);
	gp_set_draw_all(
		job, frag, &set, (struct gp_point){g->full - set.width, r.y + GP_MM(2.4) + lead});
	it->before = it->after = gp_half(job);
	it->height = gp_len_ceil(r.y + GP_MM(2.4) + 2 * lead, gp_half(job));
}
