/*
 * What tests of the press stage share: small documents drawn with a font whose every letter is
 * half an em wide, and a random number generator that tells its seed.
 */
#ifndef GP_TESTS_PRESS_KIT_H
#define GP_TESTS_PRESS_KIT_H

#include "base/utf8.h"
#include "press/press.h"
#include "press/replay.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct kit {
	struct gp_arena *a;
	struct gp_diag *d;
	struct gp_doc *doc;
	gp_tag tag;
};

static inline struct kit kit_new(void)
{
	struct kit k = {.a = gp_arena_new(), .d = gp_diag_new()};

	k.doc = gp_doc_new(k.a);
	k.tag = gp_doc_tag(k.doc, GP_TAG_P, 0);
	return k;
}

static inline void kit_free(struct kit *k)
{
	gp_diag_free(k->d);
	gp_arena_free(k->a);
}

/* All reports so far as one string, in the arena. */
static inline const char *kit_reports(struct kit *k)
{
	char buf[2000];
	FILE *f = tmpfile();
	size_t n;

	gp_diag_print(k->d, f);
	rewind(f);
	n = fread(buf, 1, sizeof buf, f);
	fclose(f);
	return gp_arena_strn(k->a, buf, n);
}

/* A document as its dump, in the arena. */
static inline const char *kit_dump(struct kit *k, const struct gp_doc *doc)
{
	FILE *f = tmpfile();
	size_t n;
	char *text;

	gp_doc_dump(doc, f);
	n = (size_t)ftell(f);
	text = gp_arena_alloc(k->a, n + 1);
	rewind(f);
	n = fread(text, 1, n, f);
	fclose(f);
	return text;
}

static inline struct gp_origin kit_origin(const struct kit *k, uint32_t block)
{
	return (struct gp_origin){.artifact = GP_CONTENT, .tag = k->tag, .block = block};
}

/* Text at 10 pt: each code point a glyph 5 pt wide, ink from 7 pt above to 2 pt under the line. */
static inline struct gp_op *kit_text(struct kit *k, struct gp_page *p, uint32_t block,
	const char *text, struct gp_point at, unsigned turn)
{
	size_t len = strlen(text), i = 0, from;
	struct gp_op_glyphs g = {.font = 0,
		.size = 10000,
		.origin = at,
		.text = text,
		.text_len = len,
		.turn = turn};
	struct gp_origin o = kit_origin(k, block);
	struct gp_rect ink;

	g.g = GP_ARRAY(k->a, len, struct gp_draw_glyph);
	while (i < len) {
		from = i;
		gp_utf8_next(text, len, &i);
		g.g[g.n] = (struct gp_draw_glyph){.id = (uint32_t)g.n + 1,
			.advance = 5000,
			.natural = 5000,
			.from = (uint32_t)from,
			.len = (uint32_t)(i - from)};
		g.n++;
	}
	g.width = 5000 * (gp_len)g.n;
	ink = gp_turn_rect((struct gp_rect){0, -7000, g.width, 9000}, turn, at);
	return gp_page_glyphs(p, &o, &g, ink);
}

static inline struct gp_op *kit_box(
	struct kit *k, struct gp_page *p, uint32_t block, struct gp_rect r)
{
	struct gp_path *path = gp_path_new(k->a);
	struct gp_op_path op = {.fill = true};
	struct gp_origin o = kit_origin(k, block);

	gp_path_rect(path, r);
	op.seg = gp_path_segs(path, &op.n);
	return gp_page_path(p, &o, &op);
}

static inline struct gp_op *kit_picture(
	struct kit *k, struct gp_page *p, uint32_t block, struct gp_rect r)
{
	struct gp_op_picture op = {.picture = 3, .box = r, .alpha = 100};
	struct gp_origin o = kit_origin(k, block);

	return gp_page_picture(p, &o, &op);
}

static inline struct gp_op *kit_link(
	struct kit *k, struct gp_page *p, uint32_t block, struct gp_rect r, const char *target)
{
	struct gp_op_link op = {.box = r, .contents = "words"};
	struct gp_origin o = kit_origin(k, block);

	o.tag = gp_doc_tag(k->doc, GP_TAG_LINK, k->tag);
	k->doc->tags[o.tag].link = target;
	return gp_page_link(p, &o, &op);
}

static inline void kit_begin_clip(struct kit *k, struct gp_page *p, struct gp_rect r)
{
	struct gp_path *path = gp_path_new(k->a);
	size_t n;
	const struct gp_path_seg *seg;

	gp_path_rect(path, r);
	seg = gp_path_segs(path, &n);
	gp_page_begin_clip(p, seg, n);
}

static inline bool kit_same(struct gp_rect a, struct gp_rect b)
{
	return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

/* --- reading order ---------------------------------------------------------------------------- */

struct kit_reading {
	const struct gp_op **op;
	size_t n, cap;
	struct gp_arena *a;
};

static inline void kit_collect(const struct gp_op *op, void *user)
{
	struct kit_reading *r = user;

	if (op->artifact == GP_CONTENT)
		*GP_PUSH(r->a, r->op, r->n, r->cap) = op;
}

static inline int kit_by_order(const void *a, const void *b)
{
	uint32_t x = (*(const struct gp_op *const *)a)->order;
	uint32_t y = (*(const struct gp_op *const *)b)->order;

	return x < y ? -1 : x > y;
}

/* All content of a document, sorted by its reading order. */
static inline struct kit_reading kit_reading(struct kit *k, const struct gp_doc *doc)
{
	struct kit_reading r = {.a = k->a};
	size_t i;

	for (i = 0; i < doc->n_pages; i++)
		gp_page_each(doc->pages[i], kit_collect, &r);
	if (r.n > 1)
		qsort(r.op, r.n, sizeof *r.op, kit_by_order);
	return r;
}

/* --- random numbers: xorshift, seeded by GP_SEED or a fixed number ---------------------------- */

struct kit_random {
	uint64_t seed, state;
};

static inline struct kit_random kit_random_new(void)
{
	const char *wish = getenv("GP_SEED");
	uint64_t seed = wish ? strtoull(wish, NULL, 10) : 20260711;

	return (struct kit_random){seed, seed * 2685821657736338717u + 88172645463325252u};
}

/* A whole number from lo to hi. */
static inline int64_t kit_pick(struct kit_random *r, int64_t lo, int64_t hi)
{
	r->state ^= r->state << 13;
	r->state ^= r->state >> 7;
	r->state ^= r->state << 17;
	return lo + (int64_t)(r->state % (uint64_t)(hi - lo + 1));
}

#endif
