/*
 * PNG intake.  The first byte chooses: the rest is a file as it stands; a file whose checksums are
 * put right first, so that damage gets past them; or the parts of a file (header, colours, rows)
 * that is then put together.  What passes must be whole, and libpng must be able to read it.
 */
#include "fuzz/fuzz.h"

#include "image_kit.h"
#include "image/intake.h"

#include <assert.h>

enum { SIDE = 1000, PIXELS = 50000, MASK = 4, PAD = 8, INTERLACED = 16, HEAD = 12 };

/* Right checksums behind every chunk that is there in full. */
static struct gp_bytes mend(struct kit *k, struct gp_bytes file)
{
	uint8_t *p = gp_arena_alloc(k->a, file.len + 1);
	size_t at = 8, len;

	if (file.len)
		memcpy(p, file.data, file.len);
	while (at < file.len && file.len - at >= 12) {
		len = gp_be32(p + at);
		if (len > file.len - at - 12)
			break;
		gp_put_be32(p + at + 8 + len, libdeflate_crc32(0, p + at + 4, len + 4));
		at += len + 12;
	}
	return (struct gp_bytes){p, file.len};
}

/* Rows as the bytes say, made as many as the header asks for when `pad`. */
static struct gp_bytes fill_rows(
	struct kit *k, const struct kit_png *s, struct gp_bytes given, bool pad)
{
	struct gp_bytes rows = kit_rows(k->a, s);
	uint8_t *all = gp_arena_alloc(k->a, rows.len);

	if (!pad)
		return given;
	if (given.len)
		memcpy(all, given.data, given.len < rows.len ? given.len : rows.len);
	return (struct gp_bytes){all, rows.len};
}

static struct gp_bytes build(struct kit *k, unsigned choice, struct gp_bytes in)
{
	static const uint8_t type[8] = {0, 2, 3, 4, 6, 0, 3, 3}, depth[5] = {1, 2, 4, 8, 16};
	struct kit_png s = {.interlaced = choice & INTERLACED};
	struct kit_buf b = {.a = k->a};
	const uint8_t *p = in.data;

	if (in.len < HEAD)
		return in;
	s.type = type[p[0] % 8];
	s.depth = depth[p[1] % 5];
	s.w = p[2] % 40 + 1u;
	s.h = p[3] % 40 + 1u;
	s.n_palette = s.type == KIT_INDEXED ? p[4] + 1u : 0;
	s.n_trns = p[5] % 8;
	memcpy(s.trns, p + 6, 6);
	s.gamma = p[11] % 2 ? p[10] * 1000u : 0;
	s.split = p[11] / 2;
	kit_put_front(&b, &s);
	in = fill_rows(k, &s, (struct gp_bytes){p + HEAD, in.len - HEAD}, choice & PAD);
	kit_put_idat(&b, kit_deflate(k->a, in, 1), s.split);
	kit_chunk(&b, "IEND", NULL, 0);
	return kit_bytes(&b);
}

static void check(struct kit *k, const struct gp_picture *pic)
{
	assert(pic->width >= 1 && pic->width <= SIDE && pic->height >= 1 && pic->height <= SIDE);
	assert(pic->ink.x1 <= pic->width && pic->ink.y1 <= pic->height);
	assert(pic->ink.x0 <= pic->ink.x1 && pic->ink.y0 <= pic->ink.y1);
	assert(pic->colour.space != GP_SPACE_INDEXED || pic->colour.n_palette >= 1);
	assert(kit_picture(k->a, pic).rgba);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct kit k = kit_new();
	struct gp_light_table table = {0};
	struct gp_intake in = {.name = "fuzz.png",
		.limits = {1 << 20, SIDE, PIXELS},
		.arena = k.a,
		.table = &table,
		.diag = k.d};
	struct gp_picture pic = {0};
	struct gp_bytes file = {data + 1, size - 1};

	if (size > 0) {
		in.is_mask = data[0] & MASK;
		if (data[0] % 4 == 1)
			file = mend(&k, file);
		else if (data[0] % 4 > 1)
			file = build(&k, data[0], file);
		if (gp_png_read(&in, file, &pic))
			check(&k, &pic);
		else
			assert(gp_diag_failed(k.d));
	}
	gp_light_table_clear(&table);
	kit_free(&k);
	return 0;
}
