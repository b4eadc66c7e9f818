/*
 * Giving out codes.  Each font keeps an open-addressed table from pair to code; plain
 * letters are found through a table of their own.  A font dictionary holds at most 63,000 codes;
 * then a second one begins over the same font file.
 *
 * Codes with a byte that would need an escape in a string (parentheses, backslash, line ends) are
 * left out, so strings go into content streams byte by byte.
 */
#include "pdf/codes.h"

#include "base/hash.h"
#include "pdf/face.h"
#include "pdf/slot.h"

#include <string.h>

enum { FIRST_SLOTS = 512 };

struct font {
	struct gp_face *face;
	uint32_t *table; /* index of a pair plus one, 0: empty */
	size_t n_table;
	struct gp_pair *pairs;
	size_t n, cap;
	uint32_t plain[128]; /* index plus one, by ASCII letter */
	unsigned slot;       /* the one being filled */
	uint32_t next_code;  /* in it; over 0xffff: full */
};

struct gp_codes {
	struct gp_pdf_job *job;
	struct font *fonts; /* by number */
	size_t n_fonts;
	struct gp_slot *slots;
	size_t n_slots, cap_slots;
};

struct gp_codes *gp_codes_new(struct gp_pdf_job *job)
{
	struct gp_codes *c = GP_NEW(job->arena, struct gp_codes);

	c->job = job;
	c->n_fonts = gp_fonts_count(job->fonts);
	c->fonts = GP_ARRAY(job->arena, c->n_fonts, struct font);
	return c;
}

void gp_codes_free(struct gp_codes *c)
{
	size_t i;

	for (i = 0; c && i < c->n_fonts; i++)
		gp_face_free(c->fonts[i].face);
}

static bool needs_escape(unsigned byte)
{
	return byte == '(' || byte == ')' || byte == '\\' || byte == '\n' || byte == '\r';
}

static uint32_t code_after(uint32_t code)
{
	do
		code++;
	while (needs_escape(code >> 8 & 0xff) || needs_escape(code & 0xff));
	return code;
}

static void new_slot(struct gp_codes *c, struct font *f, int number)
{
	f->slot = (unsigned)c->n_slots;
	f->next_code = code_after(0); /* 0 is .notdef */
	*GP_PUSH(c->job->arena, c->slots, c->n_slots, c->cap_slots) =
		(struct gp_slot){.font = number, .dict = gp_haru_dict(c->job->haru)};
}

static void open_font(struct gp_codes *c, struct font *f, int number)
{
	f->face = gp_face_new(gp_font_info(c->job->fonts, number));
	f->n_table = FIRST_SLOTS;
	f->table = GP_ARRAY(c->job->arena, f->n_table, uint32_t);
	new_slot(c, f, number);
}

static size_t hash(uint32_t glyph, const char *text, size_t len)
{
	return gp_hash_slot(gp_hash_bytes(gp_hash_word(GP_HASH_START, glyph), text, len));
}

static bool is_pair(const struct gp_pair *p, uint32_t glyph, const char *text, size_t len)
{
	return p->glyph == glyph && p->len == len && memcmp(p->text, text, len) == 0;
}

static uint32_t *find(const struct font *f, uint32_t glyph, const char *text, size_t len)
{
	size_t i = hash(glyph, text, len) & (f->n_table - 1);

	while (f->table[i] && !is_pair(&f->pairs[f->table[i] - 1], glyph, text, len))
		i = (i + 1) & (f->n_table - 1);
	return &f->table[i];
}

static void grow(struct gp_codes *c, struct font *f)
{
	size_t i;

	f->n_table *= 4;
	f->table = GP_ARRAY(c->job->arena, f->n_table, uint32_t);
	for (i = 0; i < f->n; i++)
		*find(f, f->pairs[i].glyph, f->pairs[i].text, f->pairs[i].len) = (uint32_t)i + 1;
}

static void add(struct gp_codes *c, struct font *f, int number, struct gp_pair pair)
{
	if (f->next_code > 0xffff)
		new_slot(c, f, number);
	pair.code = (uint16_t)f->next_code;
	pair.slot = f->slot;
	/* Thousandths of a thousandth are as fine as the W array is printed. */
	pair.width = gp_face_advance(f->face, pair.glyph);
	f->next_code = code_after(f->next_code);
	*GP_PUSH(c->job->arena, f->pairs, f->n, f->cap) = pair;
	if (f->n * 2 > f->n_table)
		grow(c, f);
}

static struct gp_code code_of(const struct gp_pair *p)
{
	return (struct gp_code){p->code, p->slot, p->width};
}

struct gp_code gp_codes_find(
	struct gp_codes *c, int font, uint32_t glyph, const char *text, size_t len)
{
	struct font *f = &c->fonts[font];
	bool is_ascii = len == 1 && (unsigned char)*text < 128;
	uint32_t *at, index = is_ascii ? f->plain[(int)*text] : 0;

	if (index && f->pairs[index - 1].glyph == glyph)
		return code_of(&f->pairs[index - 1]);
	if (!f->face)
		open_font(c, f, font);
	at = find(f, glyph, text, len);
	index = *at ? *at : (uint32_t)f->n + 1;
	if (!*at) {
		*at = index;
		add(c, f, font, (struct gp_pair){.glyph = glyph, .text = text, .len = len});
	}
	if (is_ascii)
		f->plain[(int)*text] = index;
	return code_of(&f->pairs[index - 1]);
}

bool gp_codes_space(struct gp_codes *c, int font, uint32_t *glyph)
{
	struct font *f = &c->fonts[font];

	if (!f->face)
		open_font(c, f, font);
	return gp_face_glyph(f->face, ' ', glyph);
}

struct gp_dict *gp_codes_dict(const struct gp_codes *c, unsigned slot)
{
	return c->slots[slot].dict;
}

bool gp_codes_finish(struct gp_codes *c)
{
	struct gp_fontfile file;
	size_t i, k, first;
	struct font *f;

	for (i = 0; i < c->n_fonts; i++) {
		f = &c->fonts[i];
		if (!f->face)
			continue;
		if (!gp_fontfile_make(c->job, f->face, (int)i, f->pairs, f->n, &file))
			return false;
		for (first = 0; first < f->n; first = k) {
			for (k = first; k < f->n && f->pairs[k].slot == f->pairs[first].slot; k++)
				;
			gp_slot_write(
				c->job, &c->slots[f->pairs[first].slot], &file, first, k - first);
		}
	}
	return true;
}
