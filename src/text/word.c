/*
 * From the bytes of a word to glyphs: code points are filtered (soft hyphens and their like are
 * never drawn), replaced where the font lacks them or capitals are wanted, shaped, and the clusters
 * HarfBuzz gives back are turned into byte ranges of the source.
 */
#include "text/word.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "text/chars.h"
#include "text/set.h"

#include <string.h>

enum {
	KEEP_BYTES = 128,     /* longer words hardly come again */
	KEEP_WORDS = 1 << 15, /* then the store is started afresh: some 10 MB */
	MAX_COMPLAINTS = 8    /* of one word */
};

struct gp_word_char {
	uint32_t from, end; /* bytes of the word; equal for the hyphen put in */
	bool again;         /* a further letter for the same bytes */
	bool hyphen;        /* put in at a line end */
};

struct gp_word_entry {
	uint64_t hash;
	const void *lang;
	int font;
	unsigned flags;
	size_t len;
	const char *text;
	struct gp_word word;
};

void gp_words_init(struct gp_words *w)
{
	*w = (struct gp_words){.arena = gp_arena_new(), .once = gp_arena_new()};
}

void gp_words_done(struct gp_words *w)
{
	gp_arena_free(w->arena);
	gp_arena_free(w->once);
	gp_mem_free(w->slot);
	gp_mem_free(w->chars);
	gp_mem_free(w->cps);
}

static bool has(const struct gp_face_entry *e, uint32_t cp)
{
	uint32_t glyph;

	return gp_hb_glyph(e->hb, cp, &glyph);
}

uint32_t gp_word_stand_in(const struct gp_face_entry *e, uint32_t cp)
{
	if (cp < 0x80 && cp >= ' ')
		return cp;
	if (gp_char_is_hidden(cp))
		return ' ';
	if (has(e, cp))
		return cp;
	if (cp == 0x2011 && has(e, 0x2010))
		return 0x2010;
	if (cp == 0x2010 || cp == 0x2011)
		return '-';
	return gp_char_is_space(cp) ? ' ' : cp;
}

/* Width of a space the font lacks, as a share of the em in 1/1000; 0: as wide as the space. */
static int space_share(uint32_t cp)
{
	static const struct {
		uint32_t cp;
		int share;
	} shares[] = {{0x2000, 500}, {0x2001, 1000}, {0x2002, 500}, {0x2003, 1000}, {0x2004, 333},
		{0x2005, 250}, {0x2006, 167}, {0x2009, 200}, {0x200a, 100}, {0x202f, 200},
		{0x205f, 222}, {0x3000, 1000}};
	size_t i;

	for (i = 0; i < sizeof shares / sizeof *shares; i++)
		if (shares[i].cp == cp)
			return shares[i].share;
	return 0;
}

struct gp_word_glyph gp_word_space(const struct gp_face_entry *e, uint32_t cp)
{
	uint32_t used = gp_word_stand_in(e, cp), digit;
	int share = used == cp ? 0 : space_share(cp);
	struct gp_word_glyph g = {.first = true};

	gp_hb_glyph(e->hb, used, &g.id);
	g.natural = gp_hb_advance(e->hb, g.id);
	g.advance = g.natural;
	if (share)
		g.advance = (int)(e->info.units_per_em * (unsigned)share / 1000);
	if (cp == 0x2007 && used != cp && gp_hb_glyph(e->hb, '0', &digit))
		g.advance = gp_hb_advance(e->hb, digit);
	return g;
}

static void add_char(struct gp_words *w, uint32_t cp, struct gp_word_char c)
{
	if (w->n_chars == w->cap_chars) {
		w->cap_chars = w->cap_chars * 2 + 64;
		w->chars = gp_mem_resize(w->chars, w->cap_chars * sizeof *w->chars);
		w->cps = gp_mem_resize(w->cps, w->cap_chars * sizeof *w->cps);
	}
	w->cps[w->n_chars] = cp;
	w->chars[w->n_chars++] = c;
}

/* Turkish and Azeri keep the dot on the capital i. */
static bool has_dotted_i(const char *lang)
{
	return lang && (strncmp(lang, "tr", 2) == 0 || strncmp(lang, "az", 2) == 0) &&
	       (lang[2] == '\0' || lang[2] == '-');
}

static void add_capital(struct gp_words *w, const struct gp_face_entry *e, uint32_t cp,
	const char *lang, struct gp_word_char c)
{
	uint32_t up = cp == 'i' && has_dotted_i(lang) ? 0x130 : gp_char_upper(cp);

	if (cp != 0xdf || has(e, up)) {
		add_char(w, gp_word_stand_in(e, up), c);
		return;
	}
	add_char(w, 'S', c);
	c.again = true;
	add_char(w, 'S', c);
}

static void add_hyphen(
	struct gp_words *w, const struct gp_face_entry *e, const char *text, uint32_t len)
{
	struct gp_word_char c = {.from = len, .end = len, .hyphen = true};

	/* a soft hyphen of the author's is what this hyphen stands for */
	if (len >= 2 && memcmp(text + len - 2, "\xc2\xad", 2) == 0)
		c.from = len - 2;
	add_char(w, gp_word_stand_in(e, 0x2010), c);
}

static void read_chars(struct gp_words *w, const struct gp_face_entry *e,
	const struct gp_shape_style *style, const char *text, size_t len)
{
	size_t i = 0, from;
	uint32_t cp;

	w->n_chars = 0;
	while (i < len) {
		struct gp_word_char c;

		from = i;
		cp = gp_char_next(text, len, &i);
		if (gp_char_is_hidden(cp))
			continue;
		c = (struct gp_word_char){.from = (uint32_t)from, .end = (uint32_t)i};
		if (style->capitals)
			add_capital(w, e, cp, style->lang, c);
		else
			add_char(w, gp_word_stand_in(e, cp), c);
	}
}

/* Where the cluster of glyph i ends among the code points. */
static size_t cluster_end(const struct gp_hb_glyph *g, size_t n, size_t i, size_t n_chars)
{
	uint32_t here = g[i].cluster;

	while (i < n && g[i].cluster == here)
		i++;
	return i < n ? g[i].cluster : n_chars;
}

static struct gp_word take(
	struct gp_words *w, const struct gp_hb_glyph *g, size_t n, struct gp_arena *a)
{
	struct gp_word_glyph *out = GP_ARRAY(a, n, struct gp_word_glyph);
	struct gp_word word = {out, n, false};
	size_t i, end = 0;

	for (i = 0; i < n; i++) {
		const struct gp_word_char *c = &w->chars[g[i].cluster];
		bool first = i == 0 || g[i].cluster != g[i - 1].cluster;

		if (first)
			end = cluster_end(g, n, i, w->n_chars);
		out[i] = (struct gp_word_glyph){g[i].id, g[i].advance, g[i].natural, g[i].x, g[i].y,
			c->from, w->chars[end - 1].end - c->from, first && !c->again, g[i].unsafe,
			c->hyphen};
		word.flawed |= g[i].id == 0;
	}
	return word;
}

static const void *language(struct gp_fonts *f, const char *name)
{
	if (f->lang &&
		(f->lang_name == name || (f->lang_name && name && strcmp(f->lang_name, name) == 0)))
		return f->lang;
	f->lang = gp_hb_language(name);
	f->lang_name = name ? gp_arena_str(f->arena, name) : NULL;
	return f->lang;
}

/* Tables are full of words that hold no figures: these are the same words as in the text. */
static bool has_figures(const char *text, size_t len)
{
	size_t i;

	for (i = 0; i < len && (text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'z'; i++)
		;
	return i < len;
}

static struct gp_word shape(struct gp_fonts *f, const struct gp_shape_style *style,
	const char *text, size_t len, bool hyphen, struct gp_arena *a)
{
	const struct gp_face_entry *e = gp_face(f, style->font);
	struct gp_hb_features want = {style->tabular && has_figures(text, len), style->track != 0,
		language(f, style->lang)};
	struct gp_words *w = &f->words;
	const struct gp_hb_glyph *g;
	struct gp_word word;
	size_t n, i;

	read_chars(w, e, style, text, len);
	if (hyphen)
		add_hyphen(w, e, text, (uint32_t)len);
	g = gp_hb_shape(f->pen, e->hb, w->cps, w->n_chars, &want, &n);
	if (!g) {
		gp_report(f->diag, GP_MSG_FONT_SHAPING, GP_NOWHERE, e->info.path);
		return (struct gp_word){NULL, 0, false};
	}
	word = take(w, g, n, a);
	for (i = 0; i < w->n_chars; i++)
		word.flawed |= gp_hb_is_rtl(w->cps[i]);
	return word;
}

/* Of the text, stirred with the rest of the key. */
static uint64_t hash_of(const struct gp_word_entry *key)
{
	uint64_t start = GP_HASH_START ^ (uint64_t)(uintptr_t)key->lang ^ (uint64_t)key->font << 8 ^
			 key->flags;

	return gp_hash_bytes(start, key->text, key->len);
}

static bool is_same(const struct gp_word_entry *x, const struct gp_word_entry *y)
{
	return x->hash == y->hash && x->lang == y->lang && x->font == y->font &&
	       x->flags == y->flags && x->len == y->len && memcmp(x->text, y->text, x->len) == 0;
}

/* The slot that holds the key or would hold it; a power of two of slots, never full. */
static struct gp_word_entry **find_slot(struct gp_words *w, const struct gp_word_entry *key)
{
	size_t i = gp_hash_slot(key->hash) & (w->n_slots - 1);

	while (w->slot[i] && !is_same(w->slot[i], key))
		i = (i + 1) & (w->n_slots - 1);
	return &w->slot[i];
}

static void resize(struct gp_words *w, size_t n_slots)
{
	struct gp_word_entry **old = w->slot;
	size_t n_old = w->n_slots, i;

	w->n_slots = n_slots;
	w->slot = gp_mem_alloc(n_slots * sizeof *w->slot);
	for (i = 0; i < n_slots; i++)
		w->slot[i] = NULL;
	for (i = 0; i < n_old; i++)
		if (old[i])
			*find_slot(w, old[i]) = old[i];
	gp_mem_free(old);
}

static void make_room(struct gp_words *w)
{
	if (w->n >= KEEP_WORDS) {
		gp_words_done(w);
		gp_words_init(w);
	}
	if (w->n * 2 >= w->n_slots)
		resize(w, w->n_slots ? w->n_slots * 2 : 1024);
}

static struct gp_word shape_once(struct gp_fonts *f, const struct gp_shape_style *style,
	const char *text, size_t len, bool hyphen)
{
	gp_arena_free(f->words.once);
	f->words.once = gp_arena_new();
	return shape(f, style, text, len, hyphen, f->words.once);
}

struct gp_word gp_word_shape(struct gp_fonts *f, const struct gp_shape_style *style,
	const char *text, size_t len, bool hyphen)
{
	struct gp_words *w = &f->words;
	struct gp_word_entry key = {.lang = language(f, style->lang),
		.font = style->font,
		.flags = (unsigned)(style->tabular && has_figures(text, len)) |
			 (unsigned)style->capitals << 1 | (unsigned)(style->track != 0) << 2 |
			 (unsigned)hyphen << 3,
		.len = len,
		.text = text};
	struct gp_word_entry **slot, *e;

	if (len > KEEP_BYTES)
		return shape_once(f, style, text, len, hyphen);
	key.hash = hash_of(&key);
	make_room(w);
	slot = find_slot(w, &key);
	if (*slot)
		return (*slot)->word;
	e = GP_NEW(w->arena, struct gp_word_entry);
	*e = key;
	e->text = gp_arena_strn(w->arena, text, len);
	e->word = shape(f, style, text, len, hyphen, w->arena);
	*slot = e;
	w->n++;
	return e->word;
}

static void complain_of(
	struct gp_fonts *f, const struct gp_shape_style *style, uint32_t cp, struct gp_place at)
{
	char shown[5] = "";

	gp_utf8_put(shown, cp);
	if (gp_hb_is_rtl(cp))
		gp_report(f->diag, GP_MSG_TEXT_RTL, at, (unsigned)cp, shown);
	else if (!gp_font_has(f, style->font, cp))
		gp_report(f->diag, GP_MSG_MISSING_GLYPH, at, (unsigned)cp, shown, gp_char_kind(cp),
			gp_face(f, style->font)->info.path);
}

/* Complain of the characters of one cluster. */
static void complain_of_part(struct gp_fonts *f, const struct gp_shape_style *style,
	const char *text, size_t len, struct gp_place at, uint32_t offset)
{
	size_t i = 0, from;
	uint32_t cp;

	while (i < len) {
		from = i;
		cp = gp_char_next(text, len, &i);
		if (gp_char_is_hidden(cp))
			continue;
		if (style->capitals)
			cp = gp_char_upper(cp);
		complain_of(
			f, style, cp, f->spot ? f->spot(f->diag, at, offset + (uint32_t)from) : at);
	}
}

static bool is_rtl(const char *text, uint32_t len)
{
	size_t i = 0;

	while (i < len)
		if (gp_hb_is_rtl(gp_char_next(text, len, &i)))
			return true;
	return false;
}

void gp_word_complain(struct gp_fonts *f, const struct gp_shape_style *style, const char *text,
	size_t len, struct gp_place at, uint32_t offset)
{
	struct gp_word word = gp_word_shape(f, style, text, len, false);
	uint32_t done = 0; /* bytes up to here have been looked at */
	unsigned said = 0;
	size_t i;

	for (i = 0; i < word.n && said < MAX_COMPLAINTS; i++) {
		const struct gp_word_glyph *g = &word.g[i];

		if (g->from < done || (g->id != 0 && !is_rtl(text + g->from, g->len)))
			continue;
		complain_of_part(f, style, text + g->from, g->len, at, offset + g->from);
		done = g->from + g->len;
		said++;
	}
}
