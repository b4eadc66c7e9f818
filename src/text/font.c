/*
 * Opening fonts and answering for them.
 *
 * A path may end in "#2" (face of a collection) or "@Bold" (named instance of a variable font); a
 * file whose own name ends so is found first.  Every file is checked (sfnt.c) before HarfBuzz sees
 * it, and refused when its licence bits forbid embedding.
 */
#include "text/font.h"

#include "text/set.h"
#include "text/sfnt.h"

#include <limits.h>
#include <string.h>

enum { MAX_FONT_FILE = 64 << 20 };

struct gp_fonts *gp_fonts_new(struct gp_diag *d)
{
	struct gp_arena *a = gp_arena_new();
	struct gp_fonts *f = GP_NEW(a, struct gp_fonts);

	f->arena = a;
	f->diag = d;
	f->pen = gp_hb_pen_new(a);
	gp_words_init(&f->words);
	return f;
}

void gp_fonts_free(struct gp_fonts *f)
{
	size_t i;

	if (!f)
		return;
	for (i = 0; i < f->n; i++) {
		gp_hb_close(f->face[i]->hb);
		gp_file_unmap(&f->face[i]->file);
	}
	gp_hb_pen_free(f->pen);
	gp_words_done(&f->words);
	gp_arena_free(f->arena);
}

void gp_fonts_spot(struct gp_fonts *f, gp_spot_fn *fn)
{
	f->spot = fn;
}

/* What a path asks for. */
struct request {
	char *file;
	unsigned face;
	const char *instance; /* NULL: none named */
};

/* "#12" at the end of a path, taken off; false when there is no such ending. */
static bool take_face(char *path, unsigned *face)
{
	char *p = strrchr(path, '#');
	size_t i, n = p ? strlen(p + 1) : 0;

	if (n == 0 || n > 4 || strspn(p + 1, "0123456789") != n)
		return false;
	*face = 0;
	for (i = 1; i <= n; i++)
		*face = *face * 10 + (unsigned)(p[i] - '0');
	*p = '\0';
	return true;
}

static struct request parse(struct gp_arena *a, const char *path)
{
	struct request r = {.file = gp_arena_str(a, path)};
	char *at;

	if (gp_file_exists(path))
		return r;
	at = strrchr(r.file, '@');
	if (at && at != r.file && !strchr(at, '/')) {
		*at = '\0';
		r.instance = at + 1;
	}
	if (!gp_file_exists(r.file))
		take_face(r.file, &r.face);
	return r;
}

/* "Light, Regular, Bold" */
static const char *list_instances(const struct gp_hb *hb, struct gp_arena *a)
{
	unsigned n = gp_hb_instances(hb), i;
	const char *list = "";

	for (i = 0; i < n && i < 24; i++)
		list = gp_arena_printf(
			a, "%s%s%s", list, i ? ", " : "", gp_hb_instance_name(hb, i, a));
	return n ? list : "none";
}

/*
 * Number of the named instance asked for; -1 when none is needed, -2 after reporting.  A variable
 * font without a name is refused: its default may be any weight, and nobody would notice.
 */
static int find_instance(struct gp_fonts *f, const struct request *r, const struct gp_sfnt *s,
	const struct gp_hb *hb, struct gp_place at)
{
	unsigned n = s->is_variable ? gp_hb_instances(hb) : 0, i;

	if (!s->is_variable && !r->instance)
		return -1;
	if (!s->is_variable) {
		gp_report(f->diag, GP_MSG_FONT_NOT_VARIABLE, at, r->file, r->instance);
		return -2;
	}
	for (i = 0; r->instance && i < n; i++)
		if (strcmp(gp_hb_instance_name(hb, i, f->arena), r->instance) == 0)
			return (int)i;
	if (r->instance)
		gp_report(f->diag, GP_MSG_FONT_INSTANCE, at, r->file, r->instance,
			list_instances(hb, f->arena));
	else
		gp_report(f->diag, GP_MSG_FONT_VARIABLE, at, r->file, r->file,
			list_instances(hb, f->arena));
	return -2;
}

/* PostScript names are printable ASCII without delimiters; anything else is replaced. */
static const char *safe_name(const char *name, const char *path, struct gp_arena *a)
{
	const char *slash = strrchr(path, '/');
	char *s = gp_arena_str(a, *name ? name : slash ? slash + 1 : path), *p;

	for (p = s; *p; p++)
		if (*p <= ' ' || *p >= 127 || strchr("[](){}<>/%#", *p))
			*p = '-';
	return s;
}

static void measure_capitals(struct gp_face_entry *e)
{
	uint32_t glyph;
	int box[4];

	if (e->info.cap_height <= 0 && gp_hb_glyph(e->hb, 'H', &glyph) &&
		gp_hb_ink(e->hb, glyph, box))
		e->info.cap_height = box[3];
	if (e->info.x_height <= 0 && gp_hb_glyph(e->hb, 'x', &glyph) &&
		gp_hb_ink(e->hb, glyph, box))
		e->info.x_height = box[3];
}

/* Make a face of a checked file: the entry, or NULL after reporting. */
static struct gp_face_entry *make_face(
	struct gp_fonts *f, const struct request *r, const struct gp_sfnt *s, struct gp_place at)
{
	struct gp_face_entry *e = GP_NEW(f->arena, struct gp_face_entry);
	int instance;

	e->hb = gp_hb_open(s->file, r->face, -1, f->arena);
	instance = find_instance(f, r, s, e->hb, at);
	if (instance != -1) {
		gp_hb_close(e->hb);
		if (instance < 0)
			return NULL;
		e->hb = gp_hb_open(s->file, r->face, instance, f->arena);
	}
	gp_sfnt_measure(s, &e->info);
	e->info.data = s->file;
	e->info.face_index = r->face;
	e->info.instance = instance;
	e->info.path = r->file;
	e->info.postscript_name =
		safe_name(gp_hb_postscript_name(e->hb, f->arena), r->file, f->arena);
	measure_capitals(e);
	e->space = gp_word_space(e, ' ');
	return e;
}

static bool is_usable(struct gp_fonts *f, const struct request *r, struct gp_bytes file,
	struct gp_place at, struct gp_sfnt *s)
{
	const char *why = gp_sfnt_check(s, file, r->face);

	if (why) {
		gp_report(f->diag, GP_MSG_FONT_BROKEN, at, r->file, why);
		return false;
	}
	why = gp_sfnt_embedding(s);
	if (why)
		gp_report(f->diag, GP_MSG_FONT_EMBEDDING, at, r->file, why);
	return !why;
}

static struct gp_face_entry *open_face(
	struct gp_fonts *f, const struct request *r, struct gp_place at)
{
	struct gp_face_entry *e = NULL;
	struct gp_mapped file;
	struct gp_sfnt s;

	if (!gp_file_map(r->file, MAX_FONT_FILE, at, f->arena, f->diag, &file))
		return NULL;
	if (is_usable(f, r, file.bytes, at, &s))
		e = make_face(f, r, &s, at);
	if (e)
		e->file = file;
	else
		gp_file_unmap(&file);
	return e;
}

int gp_fonts_open(struct gp_fonts *f, const char *path, struct gp_place at)
{
	struct gp_face_entry *e;
	struct request r;
	size_t i;

	for (i = 0; i < f->n; i++)
		if (strcmp(f->face[i]->asked, path) == 0)
			return (int)i;
	r = parse(f->arena, path);
	e = open_face(f, &r, at);
	if (!e)
		return -1;
	e->asked = gp_arena_str(f->arena, path);
	*GP_PUSH(f->arena, f->face, f->n, f->cap) = e;
	return (int)f->n - 1;
}

unsigned gp_fonts_count(const struct gp_fonts *f)
{
	return (unsigned)f->n;
}

const struct gp_face_entry *gp_face(const struct gp_fonts *f, int font)
{
	return f->face[font];
}

const struct gp_font_info *gp_font_info(const struct gp_fonts *f, int font)
{
	return &f->face[font]->info;
}

gp_len gp_font_cap(const struct gp_fonts *f, int font, gp_len size)
{
	return gp_face_scale(gp_face(f, font), gp_face(f, font)->info.cap_height, size);
}

gp_len gp_font_ex(const struct gp_fonts *f, int font, gp_len size)
{
	return gp_face_scale(gp_face(f, font), gp_face(f, font)->info.x_height, size);
}

bool gp_font_has(const struct gp_fonts *f, int font, uint32_t cp)
{
	uint32_t glyph;

	return gp_hb_glyph(gp_face(f, font)->hb, gp_word_stand_in(gp_face(f, font), cp), &glyph);
}

static int16_t clamp(int v)
{
	return (int16_t)(v < INT16_MIN ? INT16_MIN : v > INT16_MAX ? INT16_MAX : v);
}

static const struct gp_ink *ink_of(
	const struct gp_fonts *f, struct gp_face_entry *e, uint32_t glyph)
{
	struct gp_ink *ink;
	int box[4], i;

	if (!e->ink)
		e->ink = GP_ARRAY(f->arena, e->info.n_glyphs, struct gp_ink);
	ink = &e->ink[glyph];
	if (ink->is_known)
		return ink;
	ink->is_known = true;
	ink->is_empty = !gp_hb_ink(e->hb, glyph, box);
	for (i = 0; !ink->is_empty && i < 4; i++)
		ink->box[i] = clamp(box[i]);
	return ink;
}

/* units * size / upem rounded down, so that boxes never cut ink (callers negate to round up) */
static gp_len scale_down(int units, gp_len size, unsigned upem)
{
	int64_t v = (int64_t)units * size, q = v / upem;

	return (gp_len)(v % upem < 0 ? q - 1 : q);
}

struct gp_rect gp_font_ink(const struct gp_fonts *f, int font, uint32_t glyph, gp_len size)
{
	struct gp_face_entry *e = f->face[font];
	unsigned upem = e->info.units_per_em;
	const struct gp_ink *ink;
	gp_len left, top;

	if (glyph >= e->info.n_glyphs)
		return (struct gp_rect){0, 0, 0, 0};
	ink = ink_of(f, e, glyph);
	if (ink->is_empty)
		return (struct gp_rect){0, 0, 0, 0};
	left = scale_down(ink->box[0], size, upem);
	top = scale_down(-ink->box[3], size, upem);
	return (struct gp_rect){left, top, -scale_down(-ink->box[2], size, upem) - left,
		-scale_down(ink->box[1], size, upem) - top};
}

int64_t gp_font_area(const struct gp_fonts *f, int font, uint32_t glyph)
{
	struct gp_face_entry *e = f->face[font];
	int64_t upem = e->info.units_per_em;

	if (glyph >= e->info.n_glyphs)
		return 0;
	if (!e->area)
		e->area = GP_ARRAY(f->arena, e->info.n_glyphs, int64_t);
	if (!e->area[glyph])
		e->area[glyph] = 1 + gp_hb_area(e->hb, glyph) * 1000000 / (upem * upem);
	return e->area[glyph] - 1;
}
