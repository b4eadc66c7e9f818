/*
 * Page 0 of a tiled poster: print, cut, glue, hang; the map of the tiles; order and signs.
 */
#include "layout/sheet0.h"

#include "layout/sheet0_parts.h"

static char *number(struct gp_job *job, int64_t n)
{
	return gp_arena_printf(job->arena, "%lld", (long long)n);
}

/* A person before the poster, eyes level with its middle. */
static void draw_hanging(const struct gp_pen *pen, struct gp_rect p)
{
	gp_len line = p.w * 2 / 100, floor = p.y + p.h * 90 / 100, x = p.x + p.w * 26 / 100;
	struct gp_point head = {x, p.y + p.h * 33 / 100};
	struct gp_rect poster = {
		p.x + p.w * 45 / 100, p.y + p.h * 12 / 100, p.w * 37 / 100, p.h * 54 / 100};
	struct gp_path *body = gp_path_new(pen->list->arena);
	struct gp_op_path op = {.stroke = true,
		.width = line * 2,
		.round_caps = true,
		.stroke_colour = gp_job_colour(pen->job, GP_INK)};
	const int at[][4] = {{26, 41, 26, 63}, {26, 47, 17, 60}, {26, 47, 35, 60}, {26, 63, 18, 90},
		{26, 63, 34, 90}};
	size_t i;

	gp_orn_rule(pen, (struct gp_point){p.x + p.w / 10, floor}, p.w * 8 / 10, line, GP_INK);
	gp_orn_ring(pen, head, p.w * 8 / 100, line * 2, GP_INK);
	for (i = 0; i < sizeof at / sizeof at[0]; i++) {
		gp_path_move(body, p.x + p.w * at[i][0] / 100, p.y + p.h * at[i][1] / 100);
		gp_path_line(body, p.x + p.w * at[i][2] / 100, p.y + p.h * at[i][3] / 100);
	}
	op.seg = gp_path_segs(body, &op.n);
	gp_page_path(pen->list, &pen->origin, &op);
	gp_orn_frame(pen, poster, line * 2, GP_INK);
	gp_orn_rule(pen, (struct gp_point){poster.x + poster.w / 5, poster.y + poster.h / 6},
		poster.w * 3 / 5, line * 2, GP_INK);
	for (i = 0; i < 3; i++)
		gp_orn_rule(pen,
			(struct gp_point){head.x + p.w * (gp_len)(11 + 4 * i) / 100, head.y},
			p.w * 2 / 100, line, GP_BRAND);
}

static void steps_of(
	struct gp_job *job, const struct gp_sheet0_poster *how, struct gp_sheet0_step s[4])
{
	const struct gp_words *w = &job->guide->words;
	const char *far = how->read_at % 10
				  ? gp_arena_printf(job->arena, "%u%s%u", how->read_at / 10,
					    w->decimal, how->read_at % 10)
				  : number(job, how->read_at / 10);

	s[0] = (struct gp_sheet0_step){"f35a-print", NULL, w->tile_1, w->tile_1_text};
	s[1] = (struct gp_sheet0_step){"f36a-cut", NULL, w->tile_2, w->tile_2_text};
	s[2] = (struct gp_sheet0_step){"f36b-glue", NULL, w->tile_3, w->tile_3_text};
	s[3] = (struct gp_sheet0_step){NULL, draw_hanging, w->tile_4,
		gp_words_fill(job->arena, w->tile_4_text, "d", far, (char *)NULL)};
}

/* A point of the poster in the map. */
static gp_len on_map(gp_len v, gp_len from, gp_len size, gp_len map)
{
	return gp_len_scale(v - from, map, size);
}

static void draw_tile(struct gp_sheet0_frame *f, const struct gp_sheet0_poster *how, unsigned row,
	unsigned column, struct gp_rect map)
{
	struct gp_job *job = f->job;
	struct gp_pen pen = gp_pen_artifact(job, f->page, GP_ARTIFACT_LAYOUT);
	struct gp_set_style style = gp_set_role(GP_ROLE_H2);
	/* outer sheets show white beyond the poster, which is not on the map */
	struct gp_rect face = gp_rect_common(how->face(how->user, row, column), how->whole);
	struct gp_rect box, label;
	const char *name = gp_arena_printf(job->arena, "%c%u", 'A' + (int)row, column + 1);
	struct gp_set set = gp_set_artifact(job, name, &style, f->width, GP_ARTIFACT_LAYOUT);

	box.x = map.x + on_map(face.x, how->whole.x, how->whole.w, map.w);
	box.y = map.y + on_map(face.y, how->whole.y, how->whole.h, map.h);
	box.w = gp_len_scale(face.w, map.w, how->whole.w);
	box.h = gp_len_scale(face.h, map.h, how->whole.h);
	gp_orn_frame(&pen, box, GP_PT(0.75), GP_BRAND);
	label = (struct gp_rect){
		box.x + box.w / 2 - GP_MM(6), box.y + box.h / 2 - GP_MM(5), GP_MM(12), GP_MM(10)};
	gp_orn_fill(&pen, label, GP_PAPER);
	gp_orn_frame(&pen, label, GP_PT(0.75), GP_INK);
	gp_set_draw_all(job, f->page, &set,
		(struct gp_point){
			label.x + (label.w - set.width) / 2, label.y + (label.h - set.height) / 2});
}

static gp_len draw_order(
	struct gp_sheet0_frame *f, const struct gp_sheet0_poster *how, struct gp_rect box)
{
	const struct gp_words *w = &f->job->guide->words;
	struct gp_set_style head = gp_set_role(GP_ROLE_H2), text = gp_set_role(GP_ROLE_STEP_TEXT);
	struct gp_arena *a = f->job->arena;
	unsigned r;

	box.y += gp_sheet0_text(f, w->tile_order, &head, box, GP_TAG_H2);
	box.y += gp_sheet0_text(f, w->order_cut, &text, box, GP_TAG_P);
	for (r = 0; r < how->rows && how->columns > 1; r++)
		box.y += gp_sheet0_text(f,
			gp_words_fill(a, w->order_row, "name",
				gp_arena_printf(a, "%c", 'A' + (int)r), (char *)NULL),
			&text, box, GP_TAG_P);
	for (r = 1; r < how->rows; r++)
		box.y += gp_sheet0_text(f,
			gp_words_fill(a, w->order_join, "a",
				gp_arena_printf(a, "%c", 'A' + (int)r - 1), "b",
				gp_arena_printf(a, "%c", 'A' + (int)r), (char *)NULL),
			&text, box, GP_TAG_P);
	return box.y;
}

static gp_len draw_signs(
	struct gp_sheet0_frame *f, const struct gp_sheet0_poster *how, struct gp_rect box)
{
	struct gp_job *job = f->job;
	const struct gp_words *w = &job->guide->words;
	struct gp_set_style head = gp_set_role(GP_ROLE_H2), text = gp_set_role(GP_ROLE_STEP_TEXT);
	struct gp_pen pen = gp_pen_artifact(job, f->page, GP_ARTIFACT_LAYOUT);
	gp_len row = GP_MM(9), sign = GP_MM(18), x = box.x, i;
	struct gp_rect words = {x + sign + GP_MM(4), 0, box.w - sign - GP_MM(4), 0};
	struct gp_point flag[3];

	box.y += gp_sheet0_text(f, w->tile_signs, &head, box, GP_TAG_H2) + GP_MM(1);
	for (i = 0; i < sign; i += GP_MM(3.6))
		gp_orn_rule(&pen, (struct gp_point){x + i, box.y + GP_MM(2.6)}, GP_MM(2.4),
			GP_PT(1), GP_SIGNAL);
	words.y = box.y;
	gp_sheet0_text(f, w->sign_cut, &text, words, GP_TAG_P);
	box.y += row;
	gp_orn_hatch(
		&pen, (struct gp_rect){x, box.y, sign, GP_MM(6)}, GP_PT(1), GP_MM(2), GP_BRAND);
	gp_orn_frame(&pen, (struct gp_rect){x, box.y, sign, GP_MM(6)}, GP_PT(0.5), GP_BRAND);
	words.y = box.y + GP_MM(0.6);
	gp_sheet0_text(f,
		gp_words_fill(job->arena, w->sign_glue, "mm",
			number(job, gp_len_to_um(how->glue) / 1000), (char *)NULL),
		&text, words, GP_TAG_P);
	box.y += row;
	flag[0] = (struct gp_point){x + GP_MM(4), box.y};
	flag[1] = (struct gp_point){x + GP_MM(8), box.y};
	flag[2] = (struct gp_point){x + GP_MM(4), box.y + GP_MM(5)};
	gp_orn_polygon(&pen,
		&(struct gp_polygon){.p = flag, .n = 3, .fill = true, .fill_colour = GP_BRAND});
	words.y = box.y + GP_MM(0.4);
	gp_sheet0_text(f, w->sign_edge, &text, words, GP_TAG_P);
	return box.y + row;
}

struct gp_sheet0 gp_sheet0_poster(struct gp_job *job, const struct gp_sheet0_poster *how)
{
	const struct gp_words *w = &job->guide->words;
	struct gp_arena *a = job->arena;
	struct gp_sheet0_frame f = gp_sheet0_start(job, how->paper);
	struct gp_sheet0 out = {.page = f.page, .n = 1};
	struct gp_sheet0_step steps[4];
	struct gp_rect map = {f.margin, 0, f.width * 42 / 100, 0}, right;
	gp_len foot, room;
	unsigned r, c;

	steps_of(job, how, steps);
	map.y = gp_sheet0_head(&f, w->tile_eyebrow, w->tile_title,
		gp_words_fill(a, w->tile_lead, "n", number(job, how->rows * how->columns), "paper",
			how->paper_name, "w",
			number(job, (gp_len_to_um(how->whole.w) + 500) / 1000), "h",
			number(job, (gp_len_to_um(how->whole.h) + 500) / 1000), (char *)NULL));
	map.y = gp_sheet0_steps(&f, steps, map.y + GP_MM(6)) + GP_MM(8);
	foot = gp_sheet0_foot(&f, w->paper_tip);
	room = foot - GP_MM(5) - map.y;
	map.h = gp_len_scale(map.w, how->whole.h, how->whole.w);
	if (map.h > room) {
		map.h = room;
		map.w = gp_len_scale(room, how->whole.w, how->whole.h);
	}
	out.miniatures = GP_NEW(a, struct gp_miniature);
	out.miniatures[0] = (struct gp_miniature){map, 1};
	out.over = gp_job_fragment(job);
	f.page = out.over;
	for (r = 0; r < how->rows; r++) {
		for (c = 0; c < how->columns; c++)
			draw_tile(&f, how, r, c, map);
	}
	f.page = out.page;
	right = (struct gp_rect){f.margin + f.width * 48 / 100, map.y, f.width * 52 / 100, 0};
	right.y = draw_order(&f, how, right) + GP_MM(5);
	draw_signs(&f, how, right);
	return out;
}
