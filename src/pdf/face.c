/*
 * HarfBuzz at the side of the PDF: hb-subset with the flags and tables measured to give the
 * smallest file that readers still draw right.  Components of composite glyphs come along through
 * HarfBuzz's own closure, at any depth.
 */
#include "pdf/face.h"

#include "base/hash.h"
#include "pdf/cff.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <string.h>

struct gp_face {
	hb_face_t *face;
	hb_font_t *font;
	unsigned upem;
	int instance;
};

struct gp_face *gp_face_new(const struct gp_font_info *info)
{
	struct gp_face *f = gp_mem_alloc(sizeof *f);
	hb_blob_t *blob = hb_blob_create((const char *)info->data.data, (unsigned)info->data.len,
		HB_MEMORY_MODE_READONLY, NULL, NULL);

	f->face = hb_face_create(blob, info->face_index);
	hb_blob_destroy(blob);
	f->font = hb_font_create(f->face);
	f->upem = hb_face_get_upem(f->face);
	f->instance = info->instance;
	hb_font_set_scale(f->font, (int)f->upem, (int)f->upem);
	if (f->instance >= 0)
		hb_font_set_var_named_instance(f->font, (unsigned)f->instance);
	return f;
}

void gp_face_free(struct gp_face *f)
{
	if (!f)
		return;
	hb_font_destroy(f->font);
	hb_face_destroy(f->face);
	gp_mem_free(f);
}

int32_t gp_face_advance(const struct gp_face *f, uint32_t glyph)
{
	int64_t units = hb_font_get_glyph_h_advance(f->font, glyph);

	return (int32_t)((units * 1000000 + f->upem / 2) / f->upem);
}

bool gp_face_glyph(const struct gp_face *f, uint32_t cp, uint32_t *glyph)
{
	return hb_font_get_nominal_glyph(f->font, cp, glyph);
}

/*
 * The font without what text was shaped with and no PDF reader looks at.  HarfBuzz would drop those
 * tables too, but only after reading them: the cmap of a large font costs more than the subset.
 */
static hb_blob_t *outline_table(hb_face_t *face, hb_tag_t tag, void *user)
{
	static const char tags[][5] = {"head", "hhea", "maxp", "hmtx", "glyf", "loca", "CFF ",
		"fvar", "avar", "gvar", "HVAR", "MVAR", "cvt ", "cvar"};
	size_t i;

	(void)face;
	for (i = 0; i < sizeof tags / sizeof *tags; i++) {
		if (tag == hb_tag_from_string(tags[i], 4))
			return hb_face_reference_table(user, tag);
	}
	return NULL;
}

static void pin_instance(const struct gp_face *f, hb_face_t *source, hb_subset_input_t *input)
{
	hb_ot_var_axis_info_t axes[16];
	float at[16];
	unsigned n = 16, n_at = 16, i;

	if (f->instance < 0)
		return;
	hb_ot_var_get_axis_infos(f->face, 0, &n, axes);
	hb_ot_var_named_instance_get_design_coords(f->face, (unsigned)f->instance, &n_at, at);
	for (i = 0; i < n && i < n_at; i++)
		hb_subset_input_pin_axis_location(input, source, axes[i].tag, at[i]);
}

static struct gp_bytes keep_blob(hb_blob_t *blob, struct gp_arena *a)
{
	unsigned len;
	const char *data = hb_blob_get_data(blob, &len);
	struct gp_bytes bytes = {(const uint8_t *)gp_arena_strn(a, data, len), len};

	hb_blob_destroy(blob);
	return bytes;
}

static bool has_table(hb_face_t *face, const char *tag)
{
	hb_blob_t *blob = hb_face_reference_table(face, hb_tag_from_string(tag, 4));
	bool has = hb_blob_get_length(blob) > 0;

	hb_blob_destroy(blob);
	return has;
}

/* --- the proof of a subset -------------------------------------------------------------------- */

static void on_point(
	hb_draw_funcs_t *funcs, void *data, hb_draw_state_t *state, float x, float y, void *user)
{
	uint64_t *hash = data;
	uint32_t word[2];

	(void)funcs, (void)state, (void)user;
	memcpy(&word[0], &x, sizeof x);
	memcpy(&word[1], &y, sizeof y);
	*hash = gp_hash_word(gp_hash_word(*hash, word[0]), word[1]);
}

static hb_draw_funcs_t *hashing(void)
{
	hb_draw_funcs_t *d = hb_draw_funcs_create();

	hb_draw_funcs_set_move_to_func(d, on_point, NULL, NULL);
	hb_draw_funcs_set_line_to_func(d, on_point, NULL, NULL);
	return d;
}

/*
 * Every glyph of the subset has the contours and the advance it had before; of a contour its start
 * and its straight lines are looked at, enough to see that one is missing.  hb-subset does not
 * always say when it could not do all of its work: without this look, letters could be missing in
 * print.  Pinning an instance rounds outlines, so there only the advances are compared.
 */
static bool same_glyphs(const struct gp_face *f, hb_face_t *small, const uint32_t *glyphs,
	const uint32_t *ids, size_t n)
{
	hb_font_t *font = hb_font_create(small);
	hb_draw_funcs_t *draw = hashing();
	uint64_t before, after;
	bool same = true;
	size_t i;

	for (i = 0; i < n && same; i++) {
		before = after = GP_HASH_START;
		if (f->instance < 0) {
			hb_font_get_glyph_shape(f->font, glyphs[i], draw, &before);
			hb_font_get_glyph_shape(font, ids[i], draw, &after);
		}
		same = before == after && hb_font_get_glyph_h_advance(f->font, glyphs[i]) ==
						  hb_font_get_glyph_h_advance(font, ids[i]);
	}
	hb_draw_funcs_destroy(draw);
	hb_font_destroy(font);
	return same;
}

/* --- subsetting ------------------------------------------------------------------------------- */

static bool cut(const struct gp_face *f, hb_subset_plan_t *plan, const uint32_t *glyphs, size_t n,
	struct gp_arena *a, struct gp_subset *out)
{
	const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(plan);
	hb_face_t *small = hb_subset_plan_execute_or_fail(plan);
	bool same, all = true;
	size_t i;

	if (!small)
		return false;
	out->ids = GP_ARRAY(a, n, uint32_t);
	for (i = 0; i < n; i++) {
		out->ids[i] = hb_map_get(map, glyphs[i]);
		all = all && out->ids[i] != HB_MAP_VALUE_INVALID;
	}
	same = all && same_glyphs(f, small, glyphs, out->ids, n);
	out->file =
		keep_blob(out->is_cff ? hb_face_reference_table(small, HB_TAG('C', 'F', 'F', ' '))
				      : hb_face_reference_blob(small),
			a);
	hb_face_destroy(small);
	if (!same || out->file.len == 0)
		return false;
	return !out->is_cff || gp_cff_cids(out->file, out->ids, n, a);
}

static bool subset(const struct gp_face *f, const uint32_t *glyphs, size_t n, struct gp_arena *a,
	struct gp_subset *out)
{
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *wanted;
	hb_face_t *source;
	hb_subset_plan_t *plan;
	bool ok = false;
	size_t i;

	if (!input)
		gp_mem_fail();
	source = hb_face_create_for_tables(outline_table, f->face, NULL);
	wanted = hb_subset_input_glyph_set(input);
	for (i = 0; i < n; i++)
		hb_set_add(wanted, glyphs[i]);
	hb_subset_input_set_flags(
		input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	pin_instance(f, source, input);
	plan = hb_subset_plan_create_or_fail(source, input);
	if (plan)
		ok = cut(f, plan, glyphs, n, a, out);
	hb_subset_plan_destroy(plan);
	hb_subset_input_destroy(input);
	hb_face_destroy(source);
	return ok;
}

bool gp_face_subset(const struct gp_face *f, const uint32_t *glyphs, size_t n, struct gp_arena *a,
	struct gp_subset *out)
{
	out->is_cff = has_table(f->face, "CFF ");
	return (out->is_cff || has_table(f->face, "glyf")) && subset(f, glyphs, n, a, out);
}

bool gp_face_decompose(uint32_t cp, uint32_t parts[2])
{
	return hb_unicode_decompose(hb_unicode_funcs_get_default(), cp, &parts[0], &parts[1]) &&
	       parts[1] != 0;
}
