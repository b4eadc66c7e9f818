/*
 * Font files.  The first byte chooses: the rest is a font file as it stands, or changes to a good
 * one, five bytes each: table, place (three bytes), new byte.  What passes our check must be safe
 * to measure, to shape with, and to ask for ink.
 */
#include "fuzz/fuzz.h"

#include "unit/test_text.h"

#include "text/harfbuzz.h"
#include "text/sfnt.h"

#include <assert.h>

enum { MAX_CHANGES = 64 };

/* A good font to change, read once; changes are undone when the input has been tried. */
struct change {
	size_t at;
	uint8_t was;
};

static uint8_t *good;
static size_t good_len;
static struct change change[MAX_CHANGES];
static size_t n_changes;

static void read_good(void)
{
	struct gp_arena *a = gp_arena_new();
	struct gp_diag *d = gp_diag_new();
	struct gp_bytes file;

	if (!good) {
		assert(gp_file_read(LATO, 1 << 24, GP_NOWHERE, a, d, &file));
		good = gp_mem_alloc(file.len);
		good_len = file.len;
		memcpy(good, file.data, file.len);
	}
	gp_diag_free(d);
	gp_arena_free(a);
}

static void set_byte(size_t at, uint8_t value)
{
	change[n_changes++] = (struct change){at, good[at]};
	good[at] = value;
}

static void apply(const uint8_t *p, size_t n)
{
	struct font_file t = font_file_of((struct gp_bytes){good, good_len});
	size_t i, at, which;

	for (i = 0; i + 5 <= n && n_changes < MAX_CHANGES; i += 5) {
		which = p[i] % (t.n + 1);
		at = (size_t)p[i + 1] << 16 | (size_t)p[i + 2] << 8 | p[i + 3];
		if (which == t.n) /* the directory */
			set_byte(at % (12 + 16 * t.n), p[i + 4]);
		else if (t.table[which].len)
			set_byte((size_t)(t.table[which].data - good) + at % t.table[which].len,
				p[i + 4]);
	}
}

static void undo(void)
{
	while (n_changes > 0) {
		n_changes--;
		good[change[n_changes].at] = change[n_changes].was;
	}
}

static void use(const struct gp_sfnt *s, unsigned face, struct gp_arena *a)
{
	static const uint32_t text[] = {
		'f', 'i', 'A', 'V', 0xe9, 'e', 0x301, '1', 0x3b1, 0x44f, ' '};
	struct gp_hb_features want = {true, false, gp_hb_language("en")};
	struct gp_hb_pen *pen = gp_hb_pen_new(a);
	struct gp_hb *f = gp_hb_open(s->file, face, -1, a);
	struct gp_font_info info = {0};
	size_t n = 0, i;
	const struct gp_hb_glyph *g;
	int box[4];
	uint32_t id;

	gp_sfnt_measure(s, &info);
	assert(info.units_per_em >= 16 && info.n_glyphs > 0);
	g = gp_hb_shape(pen, f, text, sizeof text / sizeof *text, &want, &n);
	for (i = 0; g && i < n; i++) {
		assert(g[i].cluster < sizeof text / sizeof *text);
		assert(i == 0 || g[i].cluster >= g[i - 1].cluster);
		gp_hb_ink(f, g[i].id, box);
	}
	for (id = 0; id < 40; id++)
		gp_hb_ink(f, id, box);
	gp_hb_postscript_name(f, a);
	for (i = 0; i < gp_hb_instances(f) && i < 20; i++)
		gp_hb_instance_name(f, (unsigned)i, a);
	gp_hb_close(f);
	gp_hb_pen_free(pen);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct gp_arena *a = gp_arena_new();
	struct gp_bytes file = {data + (size > 0), size - (size > 0)};
	unsigned face = size ? data[0] >> 1 & 3 : 0;
	struct gp_sfnt s;

	if (size > 0 && data[0] & 1) {
		read_good();
		apply(data + 1, size - 1);
		file = (struct gp_bytes){good, good_len};
	}
	if (!gp_sfnt_check(&s, file, face)) {
		gp_sfnt_embedding(&s);
		use(&s, face, a);
	}
	undo();
	gp_arena_free(a);
	return 0;
}
