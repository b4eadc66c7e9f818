/*
 * Font dictionaries, ISO 32000-1, 9.7 (composite fonts), 9.8 (descriptors), 9.9 (programs) and
 * 9.10.3 (ToUnicode).
 */
#include "pdf/slot.h"

#include <stdlib.h>
#include <string.h>

enum { BFCHARS = 100 /* entries in one block of a CMap */, MAX_TARGET = 256 /* code units */ };

/* Six capital letters from what is in the subset, so that two subsets of one font differ. */
static void subset_tag(const struct gp_pair *pairs, size_t n, int font, char tag[8])
{
	uint64_t h = 14695981039346656037u;
	size_t i;

	for (i = 0; i < n; i++)
		h = (h ^ pairs[i].glyph) * 1099511628211u;
	h = (h ^ (uint64_t)font) * 1099511628211u;
	h ^= h >> 32;
	for (i = 0; i < 6; i++, h /= 26)
		tag[i] = (char)('A' + h % 26);
	tag[6] = '+';
	tag[7] = '\0';
}

/* Font units to thousandths of an em, times 1000 for printing. */
static int64_t per_em(const struct gp_font_info *info, int units)
{
	return (int64_t)units * 1000000 / info->units_per_em;
}

static void put_milli(struct gp_pdf_job *job, struct gp_dict *d, const char *key, int64_t value)
{
	struct gp_buf b = {0};

	gp_buf_milli(&b, value);
	gp_dict_raw(d, key, gp_buf_take_str(&b, job->arena));
	gp_buf_done(&b);
}

static void put_bbox(struct gp_pdf_job *job, struct gp_dict *d, const struct gp_font_info *info)
{
	struct gp_buf b = {0};

	gp_buf_char(&b, '[');
	gp_buf_point(&b, per_em(info, info->x_min), per_em(info, info->y_min));
	gp_buf_point(&b, per_em(info, info->x_max), per_em(info, info->y_max));
	gp_buf_char(&b, ']');
	gp_dict_raw(d, "FontBBox", gp_buf_take_str(&b, job->arena));
	gp_buf_done(&b);
}

static int flags(const struct gp_font_info *info)
{
	enum { FIXED = 1, SERIF = 2, SYMBOLIC = 4, ITALIC = 64 };

	/* Symbolic: codes are our own, no standard character set. */
	return SYMBOLIC | (info->fixed_pitch ? FIXED : 0) | (info->serif ? SERIF : 0) |
	       (info->italic_angle ? ITALIC : 0);
}

static struct gp_dict *descriptor(struct gp_pdf_job *job, const struct gp_font_info *info,
	const char *name, const struct gp_subset *sub)
{
	struct gp_dict *d = gp_haru_dict(job->haru);
	struct gp_dict *file = gp_haru_stream(job->haru, sub->file, true);

	gp_dict_name(d, "Type", "FontDescriptor");
	gp_dict_name(d, "FontName", name);
	gp_dict_int(d, "Flags", flags(info));
	put_bbox(job, d, info);
	put_milli(job, d, "ItalicAngle", (int64_t)info->italic_angle * 1000 / 65536);
	put_milli(job, d, "Ascent", per_em(info, info->ascent));
	put_milli(job, d, "Descent", per_em(info, info->descent));
	put_milli(job, d, "CapHeight", per_em(info, info->cap_height));
	put_milli(job, d, "XHeight", per_em(info, info->x_height));
	/* No table tells the stem; this is the usual guess from the weight, and readers only use it
	 * to make up a font that is missing. */
	gp_dict_int(d, "StemV", (int32_t)(50 + info->weight * info->weight / 4225));
	gp_dict_ref(d, sub->is_cff ? "FontFile3" : "FontFile2", file);
	if (sub->is_cff)
		gp_dict_name(file, "Subtype", "CIDFontType0C");
	else
		gp_dict_int(file, "Length1", (int32_t)sub->file.len);
	return d;
}

bool gp_fontfile_make(struct gp_pdf_job *job, const struct gp_face *face, int font,
	const struct gp_pair *pairs, size_t n, struct gp_fontfile *out)
{
	const struct gp_font_info *info = gp_font_info(job->fonts, font);
	uint32_t *glyphs = GP_ARRAY(job->arena, n, uint32_t);
	struct gp_subset sub;
	char tag[8];
	size_t i;

	for (i = 0; i < n; i++)
		glyphs[i] = pairs[i].glyph;
	if (!gp_face_subset(face, glyphs, n, job->arena, &sub)) {
		gp_report(job->diag, GP_MSG_PDF_FONT, GP_NOWHERE, info->path);
		return false;
	}
	subset_tag(pairs, n, font, tag);
	out->name = gp_arena_printf(job->arena, "%s%.100s", tag, info->postscript_name);
	out->is_cff = sub.is_cff;
	out->pairs = pairs;
	out->ids = sub.ids;
	out->descriptor = descriptor(job, info, out->name, &sub);
	return true;
}

static void system_info(struct gp_dict *d)
{
	struct gp_dict *info = gp_dict_dict(d, "CIDSystemInfo");

	gp_dict_text(info, "Registry", "Adobe");
	gp_dict_text(info, "Ordering", "Identity");
	gp_dict_int(info, "Supplement", 0);
}

/* What stands at the head and foot of both kinds of CMap (Adobe Technical Note 5014). */
static void cmap_head(struct gp_buf *b, const char *name, int type)
{
	gp_buf_str(b, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
		      "/CIDSystemInfo << /Registry (Adobe) /Ordering (");
	gp_buf_str(b, type == 2 ? "UCS" : "Identity");
	gp_buf_str(b, ") /Supplement 0 >> def\n/CMapName /");
	gp_buf_str(b, name);
	gp_buf_str(b, " def\n/CMapType ");
	gp_buf_int(b, type);
	gp_buf_str(b, " def\n");
	if (type == 1)
		gp_buf_str(b, "/WMode 0 def\n");
	gp_buf_str(b, "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
}

static void cmap_foot(struct gp_buf *b)
{
	gp_buf_str(b, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
}

static void code(struct gp_buf *b, unsigned c)
{
	gp_buf_char(b, '<');
	gp_buf_hex16(b, c);
	gp_buf_char(b, '>');
}

/* Begin and end the blocks of at most a hundred entries that a CMap is made of. */
static void block(struct gp_buf *b, const char *kind, size_t i, size_t n)
{
	if (i % BFCHARS == 0 && i > 0) {
		gp_buf_str(b, "end");
		gp_buf_str(b, kind);
	}
	if (i % BFCHARS == 0 && i < n) {
		gp_buf_int(b, (int64_t)(n - i < BFCHARS ? n - i : BFCHARS));
		gp_buf_str(b, " begin");
		gp_buf_str(b, kind);
	}
	if (i == n && i % BFCHARS != 0) {
		gp_buf_str(b, "end");
		gp_buf_str(b, kind);
	}
}

static struct gp_dict *to_unicode(struct gp_pdf_job *job, const struct gp_pair *pairs, size_t n)
{
	struct gp_buf b = {0};
	struct gp_dict *d;
	size_t i;

	cmap_head(&b, "ToUnicode", 2);
	for (i = 0; i < n; i++) {
		block(&b, "bfchar\n", i, n);
		code(&b, pairs[i].code);
		gp_buf_char(&b, '<');
		gp_buf_utf16(
			&b, pairs[i].text, pairs[i].len < MAX_TARGET ? pairs[i].len : MAX_TARGET);
		gp_buf_str(&b, ">\n");
	}
	block(&b, "bfchar\n", n, n);
	cmap_foot(&b);
	d = gp_haru_stream(job->haru, gp_buf_take(&b, job->arena), true);
	gp_buf_done(&b);
	return d;
}

/* CFF: code to glyph. */
static struct gp_dict *code_map(
	struct gp_pdf_job *job, const struct gp_pair *pairs, const uint32_t *ids, size_t n)
{
	struct gp_buf b = {0};
	struct gp_dict *d;
	size_t i;

	cmap_head(&b, "Codes", 1);
	for (i = 0; i < n; i++) {
		block(&b, "cidchar\n", i, n);
		code(&b, pairs[i].code);
		gp_buf_char(&b, ' ');
		gp_buf_int(&b, ids[i]);
		gp_buf_char(&b, '\n');
	}
	block(&b, "cidchar\n", n, n);
	cmap_foot(&b);
	d = gp_haru_stream(job->haru, gp_buf_take(&b, job->arena), true);
	gp_buf_done(&b);
	gp_dict_name(d, "Type", "CMap");
	gp_dict_name(d, "CMapName", "Codes");
	gp_dict_int(d, "WMode", 0);
	system_info(d);
	return d;
}

/* TrueType: code to glyph, two bytes each. */
static struct gp_dict *glyph_map(
	struct gp_pdf_job *job, const struct gp_pair *pairs, const uint32_t *ids, size_t n)
{
	size_t len = 2 * ((size_t)pairs[n - 1].code + 1), i;
	uint8_t *map = gp_arena_alloc(job->arena, len);

	for (i = 0; i < n; i++) {
		map[2 * pairs[i].code] = (uint8_t)(ids[i] >> 8);
		map[2 * pairs[i].code + 1] = (uint8_t)ids[i];
	}
	return gp_haru_stream(job->haru, (struct gp_bytes){map, len}, true);
}

/* One width of the W array; CID 0 has none, so `last` 0 means that this is the first. */
static void width(struct gp_buf *b, unsigned cid, unsigned last, int32_t w)
{
	if (last == 0 || cid != last + 1) {
		gp_buf_str(b, last ? "]" : "");
		gp_buf_int(b, cid);
		gp_buf_char(b, '[');
	} else {
		gp_buf_char(b, ' ');
	}
	gp_buf_milli(b, w);
}

static int compare_cids(const void *a, const void *b)
{
	const uint32_t *x = a, *y = b;

	return x[0] < y[0] ? -1 : x[0] > y[0];
}

/* Pairs of CID and width in rising order of CID, each CID once; returns their number. */
static size_t sorted_widths(
	const struct gp_pair *pairs, const uint32_t *cids, size_t n, uint32_t (*out)[2])
{
	size_t i, k = 0;

	for (i = 0; i < n; i++) {
		out[i][0] = cids[i];
		out[i][1] = (uint32_t)pairs[i].width;
	}
	qsort(out, n, sizeof *out, compare_cids);
	for (i = 0; i < n; i++) {
		if (k == 0 || out[i][0] != out[k - 1][0])
			memmove(out[k++], out[i], sizeof *out);
	}
	return k;
}

static void put_widths(struct gp_pdf_job *job, struct gp_dict *d, const struct gp_pair *pairs,
	const uint32_t *cids, size_t n)
{
	uint32_t(*w)[2] = gp_arena_array(job->arena, n, sizeof *w);
	struct gp_buf b = {0};
	unsigned last = 0;
	size_t i;

	n = sorted_widths(pairs, cids, n, w);
	gp_buf_char(&b, '[');
	for (i = 0; i < n; last = w[i++][0])
		width(&b, w[i][0], last, (int32_t)w[i][1]);
	gp_buf_str(&b, n ? "]]" : "]");
	gp_dict_raw(d, "W", gp_buf_take_str(&b, job->arena));
	gp_buf_done(&b);
}

static struct gp_dict *cid_font(
	struct gp_pdf_job *job, const struct gp_fontfile *file, size_t first, size_t n)
{
	struct gp_dict *d = gp_haru_dict(job->haru);
	const uint32_t *cids = file->ids + first;
	uint32_t *codes;
	size_t i;

	gp_dict_name(d, "Type", "Font");
	gp_dict_name(d, "Subtype", file->is_cff ? "CIDFontType0" : "CIDFontType2");
	gp_dict_name(d, "BaseFont", file->name);
	system_info(d);
	gp_dict_ref(d, "FontDescriptor", file->descriptor);
	if (!file->is_cff) {
		codes = GP_ARRAY(job->arena, n, uint32_t);
		for (i = 0; i < n; i++)
			codes[i] = file->pairs[first + i].code;
		cids = codes;
		gp_dict_ref(d, "CIDToGIDMap",
			glyph_map(job, file->pairs + first, file->ids + first, n));
	}
	put_widths(job, d, file->pairs + first, cids, n);
	return d;
}

void gp_slot_write(struct gp_pdf_job *job, const struct gp_slot *slot,
	const struct gp_fontfile *file, size_t first, size_t n)
{
	const struct gp_pair *pairs = file->pairs + first;
	struct gp_dict *d = slot->dict;

	gp_dict_name(d, "Type", "Font");
	gp_dict_name(d, "Subtype", "Type0");
	gp_array_ref(gp_dict_array(d, "DescendantFonts"), cid_font(job, file, first, n));
	gp_dict_ref(d, "ToUnicode", to_unicode(job, pairs, n));
	if (file->is_cff) {
		gp_dict_name(d, "BaseFont", gp_arena_printf(job->arena, "%s-Codes", file->name));
		gp_dict_ref(d, "Encoding", code_map(job, pairs, file->ids + first, n));
	} else {
		gp_dict_name(d, "BaseFont", file->name);
		gp_dict_name(d, "Encoding", "Identity-H");
	}
}
