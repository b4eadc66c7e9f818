/*
 * HarfBuzz 6 behind plain numbers.
 *
 * Fonts stay at one unit per font unit and without ppem, so every figure is a whole number of font
 * units and no result depends on floating point or on a type size.  Script, direction and language
 * are set by us: HarfBuzz's own guess would read the locale.  Runs of one script are shaped one by
 * one; digits and marks go with the script before them.
 */
#include "text/harfbuzz.h"

#include <hb-ot.h>
#include <hb.h>
#include <string.h>

struct gp_hb {
	hb_face_t *face;
	hb_font_t *font;
};

struct gp_hb_pen {
	hb_buffer_t *buffer;
	struct gp_hb_glyph *g;
	size_t cap, n;
};

struct gp_hb *gp_hb_open(struct gp_bytes file, unsigned face, int instance, struct gp_arena *a)
{
	struct gp_hb *f = GP_NEW(a, struct gp_hb);
	hb_blob_t *blob = hb_blob_create(
		(const char *)file.data, (unsigned)file.len, HB_MEMORY_MODE_READONLY, NULL, NULL);

	f->face = hb_face_create(blob, face);
	hb_blob_destroy(blob);
	f->font = hb_font_create(f->face);
	/* HarfBuzz answers a lack of memory with empty objects that draw nothing */
	if (f->face == hb_face_get_empty() || f->font == hb_font_get_empty())
		gp_mem_fail();
	if (instance >= 0)
		hb_font_set_var_named_instance(f->font, (unsigned)instance);
	hb_font_make_immutable(f->font);
	return f;
}

void gp_hb_close(struct gp_hb *f)
{
	hb_font_destroy(f->font);
	hb_face_destroy(f->face);
}

struct gp_hb_pen *gp_hb_pen_new(struct gp_arena *a)
{
	struct gp_hb_pen *pen = GP_NEW(a, struct gp_hb_pen);

	pen->buffer = hb_buffer_create();
	if (!hb_buffer_allocation_successful(pen->buffer))
		gp_mem_fail();
	return pen;
}

void gp_hb_pen_free(struct gp_hb_pen *pen)
{
	hb_buffer_destroy(pen->buffer);
	gp_mem_free(pen->g);
}

bool gp_hb_glyph(const struct gp_hb *f, uint32_t cp, uint32_t *glyph)
{
	return hb_font_get_nominal_glyph(f->font, cp, glyph);
}

int gp_hb_advance(const struct gp_hb *f, uint32_t glyph)
{
	return hb_font_get_glyph_h_advance(f->font, glyph);
}

bool gp_hb_ink(const struct gp_hb *f, uint32_t glyph, int box[4])
{
	hb_glyph_extents_t e;

	if (!hb_font_get_glyph_extents(f->font, glyph, &e) || e.width == 0 || e.height == 0)
		return false;
	box[0] = e.x_bearing;
	box[1] = e.y_bearing + e.height;
	box[2] = e.x_bearing + e.width;
	box[3] = e.y_bearing;
	return true;
}

/*
 * The area under an outline by Green's theorem, counted in sixtieths of a quarter square unit:
 * points that TrueType leaves out lie halfway between two others, so coordinates are doubled, and
 * the parts of a curve are 1/2, 1/3 and 3/20 of cross products.
 */
struct outline {
	int64_t x, y; /* the pen, doubled */
	int64_t sum;
};

static int64_t doubled(float v)
{
	return (int64_t)(v < 0 ? v * 2 - 0.5F : v * 2 + 0.5F);
}

static int64_t cross(int64_t ax, int64_t ay, int64_t bx, int64_t by)
{
	return ax * by - ay * bx;
}

static void draw_to(struct outline *o, float x, float y)
{
	int64_t tx = doubled(x), ty = doubled(y);

	o->sum += 30 * cross(o->x, o->y, tx, ty);
	o->x = tx;
	o->y = ty;
}

static void draw_move(
	hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *st, float x, float y, void *user)
{
	struct outline *o = data;

	(void)funcs, (void)st, (void)user;
	o->x = doubled(x);
	o->y = doubled(y);
}

static void draw_line(
	hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *st, float x, float y, void *user)
{
	(void)funcs, (void)st, (void)user;
	draw_to(data, x, y);
}

/* NOLINTNEXTLINE(readability-function-size): HarfBuzz says what its callbacks take */
static void draw_quadratic(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *st, float cx,
	float cy, float x, float y, void *user)
{
	struct outline *o = data;

	(void)funcs, (void)st, (void)user;
	o->sum += 20 * cross(doubled(cx) - o->x, doubled(cy) - o->y, doubled(x) - o->x,
			       doubled(y) - o->y);
	draw_to(o, x, y);
}

/* NOLINTNEXTLINE(readability-function-size) */
static void draw_cubic(hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *st, float cx, float cy,
	float dx, float dy, float x, float y, void *user)
{
	struct outline *o = data;
	int64_t ax = doubled(cx) - o->x, ay = doubled(cy) - o->y;
	int64_t bx = doubled(dx) - o->x, by = doubled(dy) - o->y;
	int64_t ex = doubled(x) - o->x, ey = doubled(y) - o->y;

	(void)funcs, (void)st, (void)user;
	o->sum += 9 * (cross(ax, ay, bx, by) + cross(ax, ay, ex, ey) + 2 * cross(bx, by, ex, ey));
	draw_to(o, x, y);
}

int64_t gp_hb_area(const struct gp_hb *f, uint32_t glyph)
{
	hb_draw_funcs_t *funcs = hb_draw_funcs_create();
	struct outline o = {0, 0, 0};

	hb_draw_funcs_set_move_to_func(funcs, draw_move, NULL, NULL);
	hb_draw_funcs_set_line_to_func(funcs, draw_line, NULL, NULL);
	hb_draw_funcs_set_quadratic_to_func(funcs, draw_quadratic, NULL, NULL);
	hb_draw_funcs_set_cubic_to_func(funcs, draw_cubic, NULL, NULL);
#if HB_VERSION_ATLEAST(7, 0, 0)
	hb_font_draw_glyph(f->font, glyph, funcs, &o);
#else
	hb_font_get_glyph_shape(f->font, glyph, funcs, &o);
#endif
	hb_draw_funcs_destroy(funcs);
	return (o.sum < 0 ? -o.sum : o.sum) / 240;
}

static const char *name_of(const struct gp_hb *f, hb_ot_name_id_t id, struct gp_arena *a)
{
	unsigned len = hb_ot_name_get_utf8(f->face, id, HB_LANGUAGE_INVALID, NULL, NULL) + 1;
	char *s;

	if (len > 256)
		len = 256;
	s = gp_arena_alloc(a, len);
	hb_ot_name_get_utf8(f->face, id, HB_LANGUAGE_INVALID, &len, s);
	return s;
}

const char *gp_hb_postscript_name(const struct gp_hb *f, struct gp_arena *a)
{
	return name_of(f, HB_OT_NAME_ID_POSTSCRIPT_NAME, a);
}

unsigned gp_hb_instances(const struct gp_hb *f)
{
	return hb_ot_var_get_named_instance_count(f->face);
}

const char *gp_hb_instance_name(const struct gp_hb *f, unsigned i, struct gp_arena *a)
{
	return name_of(f, hb_ot_var_named_instance_get_subfamily_name_id(f->face, i), a);
}

const void *gp_hb_language(const char *name)
{
	return hb_language_from_string(name ? name : "und", -1);
}

static hb_script_t script_of(uint32_t cp)
{
	return hb_unicode_script(hb_unicode_funcs_get_default(), cp);
}

bool gp_hb_is_rtl(uint32_t cp)
{
	/* nothing below Hebrew runs from right to left; most text ends here */
	return cp >= 0x590 && hb_script_get_horizontal_direction(script_of(cp)) == HB_DIRECTION_RTL;
}

static bool is_neutral(hb_script_t s)
{
	return s == HB_SCRIPT_COMMON || s == HB_SCRIPT_INHERITED || s == HB_SCRIPT_UNKNOWN;
}

/* End of the run of one script that starts at `from`, and its script. */
static size_t script_run(const uint32_t *cps, size_t n, size_t from, hb_script_t *script)
{
	hb_script_t s;
	size_t i;

	*script = HB_SCRIPT_COMMON;
	for (i = from; i < n; i++) {
		s = script_of(cps[i]);
		if (is_neutral(s) || s == *script)
			continue;
		if (*script != HB_SCRIPT_COMMON)
			break;
		*script = s;
	}
	return i;
}

static void make_room(struct gp_hb_pen *pen, size_t need)
{
	if (need <= pen->cap)
		return;
	pen->cap = need * 2 + 64;
	pen->g = gp_mem_resize(pen->g, pen->cap * sizeof *pen->g);
}

static void take_glyphs(struct gp_hb_pen *pen, const struct gp_hb *f)
{
	unsigned n, i;
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(pen->buffer, &n);
	const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(pen->buffer, &n);

	make_room(pen, pen->n + n);
	for (i = 0; i < n; i++) {
		pen->g[pen->n++] = (struct gp_hb_glyph){
			.id = info[i].codepoint,
			.cluster = info[i].cluster,
			.advance = pos[i].x_advance,
			.natural = gp_hb_advance(f, info[i].codepoint),
			.x = pos[i].x_offset,
			.y = -pos[i].y_offset,
			.unsafe = hb_glyph_info_get_glyph_flags(&info[i]) &
				  HB_GLYPH_FLAG_UNSAFE_TO_BREAK,
		};
	}
}

/* Features of the style; returns how many. */
static unsigned features(const struct gp_hb_features *want, hb_feature_t out[3])
{
	unsigned n = 0;
	hb_feature_t all = {.value = 1, .end = HB_FEATURE_GLOBAL_END};

	if (want->tabular) {
		all.tag = HB_TAG('t', 'n', 'u', 'm');
		out[n++] = all;
	}
	if (want->no_ligatures) {
		all.value = 0;
		all.tag = HB_TAG('l', 'i', 'g', 'a');
		out[n++] = all;
		all.tag = HB_TAG('c', 'l', 'i', 'g');
		out[n++] = all;
	}
	return n;
}

const struct gp_hb_glyph *gp_hb_shape(struct gp_hb_pen *pen, const struct gp_hb *f,
	const uint32_t *cps, size_t n, const struct gp_hb_features *want, size_t *n_glyphs)
{
	hb_feature_t feature[3];
	unsigned n_features = features(want, feature);
	hb_script_t script;
	size_t from, to, i;

	pen->n = 0;
	make_room(pen, n);
	for (from = 0; from < n; from = to) {
		to = script_run(cps, n, from, &script);
		hb_buffer_clear_contents(pen->buffer);
		for (i = from; i < to; i++)
			hb_buffer_add(pen->buffer, cps[i], (unsigned)i);
		hb_buffer_set_content_type(pen->buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
		hb_buffer_set_direction(pen->buffer, HB_DIRECTION_LTR);
		hb_buffer_set_script(pen->buffer, script);
		hb_buffer_set_language(pen->buffer, want->lang);
		if (!hb_shape_full(f->font, pen->buffer, feature, n_features, NULL) ||
			!hb_buffer_allocation_successful(pen->buffer))
			return NULL;
		take_glyphs(pen, f);
	}
	*n_glyphs = pen->n;
	return pen->g;
}
