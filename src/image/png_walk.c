/*
 * PNG files taken apart: PNG specification (W3C, second edition), clauses 5 and 11.
 *
 * Stricter than most readers, because what passes is handed to other people's PDF readers: every
 * checksum must be right, also of chunks that are not used, and order and lengths must be as the
 * specification says.  Ancillary chunks other than tRNS, gAMA, sRGB and iCCP are skipped after
 * their checksum; bytes after IEND are not part of the picture and are left behind.
 *
 * Colour: sRGB beats gAMA.  An iCCP profile is not read: the samples are taken as sRGB, or by the
 * gAMA that stands beside it for readers like this one.
 */
#include "image/png.h"

#include <libdeflate.h>
#include <string.h>

enum { SIGNATURE = 8, CHUNK_EXTRA = 12, MAX_CHUNKS = 100000 };

#define TAG(a, b, c, d) ((uint32_t)(a) << 24 | (uint32_t)(b) << 16 | (uint32_t)(c) << 8 | (d))

enum {
	IHDR = TAG('I', 'H', 'D', 'R'),
	PLTE = TAG('P', 'L', 'T', 'E'),
	IDAT = TAG('I', 'D', 'A', 'T'),
	IEND = TAG('I', 'E', 'N', 'D'),
	TRNS = TAG('t', 'R', 'N', 'S'),
	GAMA = TAG('g', 'A', 'M', 'A'),
	SRGB = TAG('s', 'R', 'G', 'B')
};

struct chunk {
	uint32_t tag, len;
	const uint8_t *data;
	char name[5];
};

struct walk {
	const struct gp_intake *in;
	struct gp_bytes file;
	struct gp_png *png;
	size_t at; /* byte where the next chunk starts */
	unsigned n_chunks;
	size_t idat_len;
	bool seen_header, seen_palette, seen_trns, seen_gamma, seen_srgb, seen_idat, idat_over,
		seen_end;
};

unsigned gp_png_channels(const struct gp_png *png)
{
	switch (png->type) {
	case GP_PNG_RGB:
		return 3;
	case GP_PNG_GREY_A:
		return 2;
	case GP_PNG_RGB_A:
		return 4;
	default:
		return 1;
	}
}

unsigned gp_png_pixel_bits(const struct gp_png *png)
{
	return gp_png_channels(png) * png->depth;
}

static bool fault(const struct walk *w, enum gp_msg msg, const struct chunk *c)
{
	gp_report(w->in->diag, msg, w->in->at, w->in->name, c->name, w->at);
	return false;
}

static bool is_letter(uint8_t c)
{
	return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* The chunk at w->at with its length, name and checksum proved. */
static bool read_chunk(struct walk *w, struct chunk *c)
{
	const uint8_t *p = w->file.data + w->at;
	size_t left = w->file.len - w->at, i;

	memcpy(c->name, "????", sizeof c->name);
	if (left < CHUNK_EXTRA)
		return fault(w, GP_MSG_PNG_CUT, c);
	for (i = 0; i < 4; i++) {
		if (!is_letter(p[4 + i]))
			return fault(w, GP_MSG_PNG_CHUNK_NAME, c);
	}
	memcpy(c->name, p + 4, 4);
	c->len = gp_be32(p);
	c->tag = gp_be32(p + 4);
	c->data = p + 8;
	if (c->len > left - CHUNK_EXTRA)
		return fault(w, GP_MSG_PNG_CUT, c);
	if (libdeflate_crc32(0, p + 4, (size_t)c->len + 4) != gp_be32(c->data + c->len))
		return fault(w, GP_MSG_PNG_CRC, c);
	if (++w->n_chunks > MAX_CHUNKS) {
		gp_report(w->in->diag, GP_MSG_PNG_CHUNKS, w->in->at, w->in->name,
			(unsigned)MAX_CHUNKS);
		return false;
	}
	return true;
}

/* The pairs of table 11.1. */
static bool is_pair(unsigned type, unsigned depth)
{
	bool power = depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;

	switch (type) {
	case GP_PNG_GREY:
		return power;
	case GP_PNG_INDEXED:
		return power && depth <= 8;
	case GP_PNG_RGB:
	case GP_PNG_GREY_A:
	case GP_PNG_RGB_A:
		return depth == 8 || depth == 16;
	default:
		return false;
	}
}

static bool take_header(struct walk *w, const struct chunk *c)
{
	const struct gp_intake *in = w->in;
	struct gp_png *png = w->png;

	if (c->tag != IHDR)
		return fault(w, GP_MSG_PNG_ORDER, c);
	if (c->len != 13)
		return fault(w, GP_MSG_PNG_LENGTH, c);
	w->seen_header = true;
	png->width = gp_be32(c->data);
	png->height = gp_be32(c->data + 4);
	png->depth = c->data[8];
	png->type = c->data[9];
	png->interlaced = c->data[12] == 1;
	if (!is_pair(png->type, png->depth)) {
		gp_report(in->diag, GP_MSG_PNG_PAIR, in->at, in->name, png->type, png->depth);
		return false;
	}
	if (c->data[10] != 0 || c->data[11] != 0 || c->data[12] > 1)
		return fault(w, GP_MSG_PNG_METHOD, c);
	return gp_intake_size(in, png->width, png->height);
}

static bool take_palette(struct walk *w, const struct chunk *c)
{
	struct gp_png *png = w->png;

	if (png->type == GP_PNG_GREY || png->type == GP_PNG_GREY_A)
		return fault(w, GP_MSG_PNG_FOREIGN, c);
	if (w->seen_palette)
		return fault(w, GP_MSG_PNG_TWICE, c);
	if (w->seen_idat || w->seen_trns)
		return fault(w, GP_MSG_PNG_ORDER, c);
	if (c->len == 0 || c->len % 3 || c->len > sizeof png->palette)
		return fault(w, GP_MSG_PNG_LENGTH, c);
	if (png->type == GP_PNG_INDEXED && c->len / 3 > 1u << png->depth)
		return fault(w, GP_MSG_PNG_LENGTH, c);
	w->seen_palette = true;
	if (png->type != GP_PNG_INDEXED)
		return true; /* a hint for reducing colours, of no use on paper */
	memcpy(png->palette, c->data, c->len);
	png->n_palette = c->len / 3;
	return true;
}

static bool take_trns(struct walk *w, const struct chunk *c)
{
	struct gp_png *png = w->png;
	bool fits;

	if (png->type == GP_PNG_GREY_A || png->type == GP_PNG_RGB_A)
		return fault(w, GP_MSG_PNG_FOREIGN, c);
	if (w->seen_trns)
		return fault(w, GP_MSG_PNG_TWICE, c);
	if (w->seen_idat || (png->type == GP_PNG_INDEXED && !w->seen_palette))
		return fault(w, GP_MSG_PNG_ORDER, c);
	if (png->type == GP_PNG_INDEXED)
		fits = c->len <= png->n_palette;
	else
		fits = c->len == (png->type == GP_PNG_GREY ? 2 : 6);
	if (!fits)
		return fault(w, GP_MSG_PNG_LENGTH, c);
	w->seen_trns = true;
	memcpy(png->trns, c->data, c->len);
	png->n_trns = c->len;
	return true;
}

/* gAMA and sRGB; a gamma of 0 says nothing. */
static bool take_colour(struct walk *w, const struct chunk *c)
{
	bool *seen = c->tag == GAMA ? &w->seen_gamma : &w->seen_srgb;

	if (*seen)
		return fault(w, GP_MSG_PNG_TWICE, c);
	if (w->seen_idat)
		return fault(w, GP_MSG_PNG_ORDER, c);
	if (c->len != (c->tag == GAMA ? 4 : 1))
		return fault(w, GP_MSG_PNG_LENGTH, c);
	*seen = true;
	if (c->tag == GAMA)
		w->png->gamma = gp_be32(c->data);
	return true;
}

static bool take_idat(struct walk *w, const struct chunk *c)
{
	if (w->idat_over)
		return fault(w, GP_MSG_PNG_ORDER, c);
	if (w->png->type == GP_PNG_INDEXED && !w->seen_palette)
		return fault(w, GP_MSG_PNG_NO_PALETTE, c);
	w->seen_idat = true;
	w->idat_len += c->len;
	return true;
}

static bool take_end(struct walk *w, const struct chunk *c)
{
	if (c->len != 0)
		return fault(w, GP_MSG_PNG_LENGTH, c);
	if (!w->seen_idat)
		return fault(w, GP_MSG_PNG_NO_PIXELS, c);
	w->seen_end = true;
	return true;
}

static bool take(struct walk *w, const struct chunk *c)
{
	if (!w->seen_header)
		return take_header(w, c);
	w->idat_over = w->seen_idat && c->tag != IDAT ? true : w->idat_over;
	switch (c->tag) {
	case IHDR:
		return fault(w, GP_MSG_PNG_TWICE, c);
	case PLTE:
		return take_palette(w, c);
	case IDAT:
		return take_idat(w, c);
	case IEND:
		return take_end(w, c);
	case TRNS:
		return take_trns(w, c);
	case GAMA:
	case SRGB:
		return take_colour(w, c);
	default:
		/* a small first letter marks what may be skipped */
		return c->name[0] >= 'a' ? true : fault(w, GP_MSG_PNG_CRITICAL, c);
	}
}

/*
 * All lengths were proved before, so this second walk checks nothing.  One chunk that holds all the
 * data stays where it is in the file.
 */
static const uint8_t *join_idat(const struct walk *w)
{
	uint8_t *all = NULL, *to = NULL;
	const uint8_t *p = w->file.data + SIGNATURE, *end = w->file.data + w->at;
	uint32_t len;

	for (; p < end; p += (size_t)len + CHUNK_EXTRA) {
		len = gp_be32(p);
		if (gp_be32(p + 4) != IDAT || len == 0)
			continue;
		if (len == w->idat_len)
			return p + 8;
		if (!all)
			to = all = gp_arena_raw(w->in->arena, w->idat_len);
		memcpy(to, p + 8, len);
		to += len;
	}
	return all;
}

/* A palette without see-through entries needs no mask, so such a tRNS is as good as none. */
static void drop_idle_trns(struct gp_png *png)
{
	size_t i;

	if (png->type != GP_PNG_INDEXED)
		return;
	for (i = 0; i < png->n_trns; i++) {
		if (png->trns[i] != 255)
			return;
	}
	png->n_trns = 0;
}

bool gp_png_walk(const struct gp_intake *in, struct gp_bytes file, struct gp_png *png)
{
	static const uint8_t signature[SIGNATURE] = {137, 'P', 'N', 'G', '\r', '\n', 26, '\n'};
	struct walk w = {.in = in, .file = file, .png = png, .at = SIGNATURE};
	struct chunk c;

	*png = (struct gp_png){0};
	if (file.len < SIGNATURE || memcmp(file.data, signature, SIGNATURE) != 0) {
		gp_report(in->diag, GP_MSG_PNG_SIGNATURE, in->at, in->name);
		return false;
	}
	while (!w.seen_end) {
		if (!read_chunk(&w, &c) || !take(&w, &c))
			return false;
		w.at += (size_t)c.len + CHUNK_EXTRA;
	}
	png->idat = join_idat(&w);
	png->idat_len = w.idat_len;
	if (w.seen_srgb || in->is_mask)
		png->gamma = 0;
	drop_idle_trns(png);
	return true;
}
