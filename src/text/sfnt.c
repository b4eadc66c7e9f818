/*
 * The check of font files (OpenType 1.9: font file, head, hhea, maxp, hmtx, loca, cmap, OS/2).
 *
 * Everything later code computes an address from is checked here: the directory, each table's
 * bounds, the number of glyphs against hmtx and loca, the cmap subtables' offsets.  Tables may
 * overlap (some tools share them).  Outlines themselves are not looked into: HarfBuzz and
 * hb-subset read them defensively.  Checksums are not checked: too many good fonts have bad ones.
 */
#include "text/sfnt.h"

#include <assert.h>
#include <string.h>

static unsigned u16(const uint8_t *p)
{
	return (unsigned)p[0] << 8 | p[1];
}

static int i16(const uint8_t *p)
{
	return (int)u16(p) - (p[0] & 0x80 ? 0x10000 : 0);
}

static uint32_t u32(const uint8_t *p)
{
	return (uint32_t)u16(p) << 16 | u16(p + 2);
}

static int i32(const uint8_t *p)
{
	return (int)((int64_t)u32(p) - (p[0] & 0x80 ? INT64_C(0x100000000) : 0));
}

struct gp_bytes gp_sfnt_table(const struct gp_sfnt *s, const char tag[4])
{
	unsigned i;

	for (i = 0; i < s->n_tables; i++) {
		const uint8_t *p = s->file.data + s->directory + 12 + 16 * (size_t)i;

		if (memcmp(p, tag, 4) == 0)
			return (struct gp_bytes){s->file.data + u32(p + 8), u32(p + 12)};
	}
	return (struct gp_bytes){NULL, 0};
}

/* Where the face's directory starts; a collection ("ttcf") holds several. */
static const char *find_face(struct gp_sfnt *s, unsigned face)
{
	const uint8_t *p = s->file.data;

	s->n_faces = 1;
	s->directory = 0;
	if (s->file.len < 12)
		return "is too short to be a font";
	if (memcmp(p, "wOFF", 4) == 0 || memcmp(p, "wOF2", 4) == 0)
		return "is a web font (WOFF); install the TrueType or OpenType file instead";
	if (memcmp(p, "ttcf", 4) != 0)
		return face == 0 ? NULL : "has one face only; leave the #number away";
	s->n_faces = u32(p + 8);
	if (s->n_faces == 0 || s->n_faces > (s->file.len - 12) / 4)
		return "is broken: the list of faces is cut off";
	if (face >= s->n_faces)
		return "has fewer faces than the #number asks for (the first is #0)";
	s->directory = u32(p + 12 + 4 * (size_t)face);
	if (s->directory > s->file.len - 12)
		return "is broken: a face lies outside the file";
	return NULL;
}

static const char *check_directory(struct gp_sfnt *s)
{
	const uint8_t *p = s->file.data + s->directory;
	uint32_t kind = u32(p), offset, tag, last = 0;
	unsigned i;

	if (kind != 0x00010000 && memcmp(p, "OTTO", 4) != 0 && memcmp(p, "true", 4) != 0)
		return "is not a TrueType or OpenType font";
	s->n_tables = u16(p + 4);
	if (s->n_tables == 0 || s->n_tables > (s->file.len - s->directory - 12) / 16)
		return "is broken: the table directory is cut off";
	for (i = 0; i < s->n_tables; i++, last = tag) {
		tag = u32(p + 12 + 16 * (size_t)i);
		if (tag <= last) /* HarfBuzz searches by halving */
			return "is broken: the table directory is not in order";
		offset = u32(p + 12 + 16 * (size_t)i + 8);
		if (offset > s->file.len ||
			u32(p + 12 + 16 * (size_t)i + 12) > s->file.len - offset)
			return "is broken: a table reaches past the end of the file";
	}
	return NULL;
}

/* A table that check_needed has seen. */
static const uint8_t *needed(const struct gp_sfnt *s, const char tag[4])
{
	const uint8_t *data = gp_sfnt_table(s, tag).data;

	assert(data);
	return data;
}

struct need {
	const char *tag;
	size_t len;
	const char *words;
};

static const char *check_needed(const struct gp_sfnt *s)
{
	static const struct need needs[] = {
		{"head", 54, "is broken: table head (general facts) is missing or cut off"},
		{"hhea", 36, "is broken: table hhea (line metrics) is missing or cut off"},
		{"maxp", 6, "is broken: table maxp (number of glyphs) is missing or cut off"},
		{"hmtx", 4, "is broken: table hmtx (widths) is missing or cut off"},
		{"cmap", 4, "is broken: table cmap (characters) is missing or cut off"},
		{"OS/2", 68, "is broken: table OS/2 (weight, embedding) is missing or cut off"},
		{"name", 6, "is broken: table name is missing or cut off"},
	};
	size_t i;

	for (i = 0; i < sizeof needs / sizeof *needs; i++)
		if (gp_sfnt_table(s, needs[i].tag).len < needs[i].len)
			return needs[i].words;
	return NULL;
}

static unsigned n_glyphs(const struct gp_sfnt *s)
{
	return u16(needed(s, "maxp") + 4);
}

static const char *check_numbers(const struct gp_sfnt *s)
{
	const uint8_t *head = needed(s, "head");
	unsigned upem = u16(head + 18), n = n_glyphs(s);
	unsigned n_metrics = u16(needed(s, "hhea") + 34);

	if (u32(head + 12) != 0x5f0f3cf5)
		return "is broken: table head has the wrong magic number";
	if (upem < 16 || upem > 16384)
		return "is broken: units per em outside 16 to 16384";
	if (n == 0)
		return "is broken: it has no glyphs";
	if (n_metrics == 0 || n_metrics > n ||
		gp_sfnt_table(s, "hmtx").len < 4 * (size_t)n_metrics + 2 * (size_t)(n - n_metrics))
		return "is broken: table hmtx has too few widths";
	return NULL;
}

/* loca: offsets into glyf, rising, one more than there are glyphs. */
static const char *check_glyf(const struct gp_sfnt *s)
{
	struct gp_bytes loca = gp_sfnt_table(s, "loca"), glyf = gp_sfnt_table(s, "glyf");
	bool is_long = u16(needed(s, "head") + 50) != 0;
	size_t n = (size_t)n_glyphs(s) + 1, i;
	uint32_t last = 0, next;

	if (loca.len < n * (is_long ? 4 : 2))
		return "is broken: table loca (places of outlines) is missing or cut off";
	for (i = 0; i < n; i++, last = next) {
		next = is_long ? u32(loca.data + 4 * i) : 2 * u16(loca.data + 2 * i);
		if (next < last || next > glyf.len)
			return "is broken: an outline lies outside table glyf";
	}
	return NULL;
}

static const char *check_outlines(const struct gp_sfnt *s)
{
	struct gp_bytes cff = gp_sfnt_table(s, "CFF ");

	if (gp_sfnt_table(s, "glyf").len)
		return check_glyf(s);
	if (gp_sfnt_table(s, "CFF2").len)
		return "has outlines of the kind CFF2, which cannot be printed; use a static font";
	if (cff.len < 4)
		return "has no outlines (neither glyf nor CFF); bitmap fonts cannot be printed";
	return cff.data[0] == 1 ? NULL : "is broken: unknown version of table CFF";
}

static const char *check_cmap(const struct gp_sfnt *s)
{
	struct gp_bytes cmap = gp_sfnt_table(s, "cmap");
	size_t n = u16(cmap.data + 2), i;
	bool found = false;

	if (n > (cmap.len - 4) / 8)
		return "is broken: table cmap is cut off";
	for (i = 0; i < n; i++) {
		const uint8_t *p = cmap.data + 4 + 8 * i;

		if (u32(p + 4) >= cmap.len || cmap.len - u32(p + 4) < 4)
			return "is broken: a part of table cmap lies outside it";
		found |= u16(p) == 0 || u16(p) == 3;
	}
	return found ? NULL : "is broken: table cmap does not map Unicode";
}

const char *gp_sfnt_check(struct gp_sfnt *s, struct gp_bytes file, unsigned face)
{
	const char *why;

	*s = (struct gp_sfnt){.file = file};
	why = find_face(s, face);
	if (!why)
		why = check_directory(s);
	if (!why)
		why = check_needed(s);
	if (!why)
		why = check_numbers(s);
	if (!why)
		why = check_outlines(s);
	if (!why)
		why = check_cmap(s);
	if (!why)
		s->is_variable = gp_sfnt_table(s, "fvar").len > 0;
	return why;
}

/* OS/2 fsType: bit 1 alone is "restricted"; bit 8 forbids subsets, bit 9 allows bitmaps only. */
const char *gp_sfnt_embedding(const struct gp_sfnt *s)
{
	unsigned bits = u16(needed(s, "OS/2") + 8);

	if ((bits & 0xf) == 2)
		return "may not be embedded in documents (restricted licence)";
	if (bits & 0x100)
		return "may only be embedded whole, and guidepress embeds the used part of a font";
	if (bits & 0x200)
		return "may be embedded as bitmaps only";
	return NULL;
}

/* PANOSE and the IBM family class both may tell; neither must. */
static bool has_serifs(const uint8_t *os2)
{
	unsigned family = os2[30], panose = os2[32], style = os2[33];

	if (panose == 2 && style >= 2)
		return style <= 10;
	return family >= 1 && family <= 7 && family != 6;
}

void gp_sfnt_measure(const struct gp_sfnt *s, struct gp_font_info *info)
{
	const uint8_t *head = needed(s, "head"), *hhea = needed(s, "hhea");
	struct gp_bytes os2 = gp_sfnt_table(s, "OS/2"), post = gp_sfnt_table(s, "post");

	assert(os2.data); /* check_needed has seen it */
	info->units_per_em = u16(head + 18);
	info->n_glyphs = n_glyphs(s);
	info->x_min = i16(head + 36);
	info->y_min = i16(head + 38);
	info->x_max = i16(head + 40);
	info->y_max = i16(head + 42);
	info->ascent = i16(hhea + 4);
	info->descent = i16(hhea + 6);
	info->weight = u16(os2.data + 4);
	info->serif = has_serifs(os2.data);
	if (u16(os2.data) >= 2 && os2.len >= 90) {
		info->x_height = i16(os2.data + 86);
		info->cap_height = i16(os2.data + 88);
	}
	if (post.len >= 16) {
		info->italic_angle = i32(post.data + 4);
		info->fixed_pitch = u32(post.data + 12) != 0;
	}
	info->is_cff = gp_sfnt_table(s, "glyf").len == 0;
}
