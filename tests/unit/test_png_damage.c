/*
 * Damaged PNG files: each kind of damage is refused with its own message, and so is any cut and any
 * changed byte.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "image_kit.h"

/* Every legal pair of colour type and depth. */
static const unsigned pairs[15][2] = {{KIT_GREY, 1}, {KIT_GREY, 2}, {KIT_GREY, 4}, {KIT_GREY, 8},
	{KIT_GREY, 16}, {KIT_RGB, 8}, {KIT_RGB, 16}, {KIT_INDEXED, 1}, {KIT_INDEXED, 2},
	{KIT_INDEXED, 4}, {KIT_INDEXED, 8}, {KIT_GREY_A, 8}, {KIT_GREY_A, 16}, {KIT_RGB_A, 8},
	{KIT_RGB_A, 16}};

/*
 * A file as words: header letters name type and depth of a picture of 4 x 4 (a to o, in the order
 * of `pairs`), NAME=HEX a chunk with a right checksum, NAME!HEX one with a wrong one, @HEX bare
 * bytes, -N cuts N bytes off.  DATA is the right IDAT; FEWER, MORE, FILTER, INDEX, HALF wrong ones.
 */
static const struct damage {
	enum gp_msg msg;
	const char *file;
} damages[] = {
	{GP_MSG_PNG_SIGNATURE, "@89504e470a1a0a"},
	{GP_MSG_PNG_SIGNATURE, "@89504e47"},
	{GP_MSG_PNG_SIGNATURE, "@09504e470d0a1a0a"},
	{GP_MSG_PNG_CUT, "sig"},
	{GP_MSG_PNG_CUT, "sig @0000000d49484452"},
	{GP_MSG_PNG_CUT, "sig d"},
	{GP_MSG_PNG_CUT, "sig d DATA"},
	{GP_MSG_PNG_CUT, "sig d DATA END -1"},
	{GP_MSG_PNG_CUT, "sig d @ffffffff4944415400000000"},
	{GP_MSG_PNG_CUT, "sig d @800000004944415400000000"},
	{GP_MSG_PNG_CHUNK_NAME, "sig d @0000000000000000000000000000"},
	{GP_MSG_PNG_CHUNK_NAME, "sig d @00000000494441201234567800000000"},
	{GP_MSG_PNG_CRC, "sig d DATA IEND!"},
	{GP_MSG_PNG_CRC, "sig IHDR!00000004000000040800000000 DATA END"},
	{GP_MSG_PNG_CRC, "sig d tEXt!41 DATA END"},
	{GP_MSG_PNG_ORDER, "sig DATA END"},
	{GP_MSG_PNG_ORDER, "sig tEXt=41 d DATA END"},
	{GP_MSG_PNG_LENGTH, "sig IHDR=000000040000000408000000 DATA END"},
	{GP_MSG_PNG_LENGTH, "sig IHDR=0000000400000004080000000000 DATA END"},
	{GP_MSG_PICTURE_NO_SIZE, "sig IHDR=00000000000000040800000000 DATA END"},
	{GP_MSG_PICTURE_NO_SIZE, "sig IHDR=00000004000000000800000000 DATA END"},
	{GP_MSG_PICTURE_SIDE, "sig IHDR=00004e21000000040800000000 DATA END"},
	{GP_MSG_PICTURE_SIDE, "sig IHDR=ffffffffffffffff0800000000 DATA END"},
	{GP_MSG_PICTURE_PIXELS, "sig IHDR=00004e2000004e200800000000 DATA END"},
	{GP_MSG_PNG_PAIR, "sig IHDR=00000004000000040300000000 DATA END"},
	{GP_MSG_PNG_PAIR, "sig IHDR=00000004000000040402000000 DATA END"},
	{GP_MSG_PNG_PAIR, "sig IHDR=00000004000000041003000000 DATA END"},
	{GP_MSG_PNG_PAIR, "sig IHDR=00000004000000040801000000 DATA END"},
	{GP_MSG_PNG_PAIR, "sig IHDR=00000004000000040807000000 DATA END"},
	{GP_MSG_PNG_METHOD, "sig IHDR=00000004000000040800010000 DATA END"},
	{GP_MSG_PNG_METHOD, "sig IHDR=00000004000000040800000100 DATA END"},
	{GP_MSG_PNG_METHOD, "sig IHDR=00000004000000040800000002 DATA END"},
	{GP_MSG_PNG_TWICE, "sig d d DATA END"},
	{GP_MSG_PNG_TWICE, "sig d DATA d END"},
	{GP_MSG_PNG_TWICE, "sig i PLTE=010203 PLTE=010203 DATA END"},
	{GP_MSG_PNG_TWICE, "sig d tRNS=0000 tRNS=0000 DATA END"},
	{GP_MSG_PNG_TWICE, "sig d gAMA=0000b18f gAMA=0000b18f DATA END"},
	{GP_MSG_PNG_TWICE, "sig d sRGB=00 sRGB=00 DATA END"},
	{GP_MSG_PNG_CRITICAL, "sig d CgBI=00 DATA END"},
	{GP_MSG_PNG_CRITICAL, "sig d DATA JDAT=00 END"},
	{GP_MSG_PNG_FOREIGN, "sig d PLTE=010203 DATA END"},
	{GP_MSG_PNG_FOREIGN, "sig l PLTE=010203 DATA END"},
	{GP_MSG_PNG_FOREIGN, "sig l tRNS=0000 DATA END"},
	{GP_MSG_PNG_FOREIGN, "sig n tRNS=000000000000 DATA END"},
	{GP_MSG_PNG_LENGTH, "sig i PLTE= DATA END"},
	{GP_MSG_PNG_LENGTH, "sig i PLTE=01020304 DATA END"},
	{GP_MSG_PNG_LENGTH, "sig h PLTE=010203010203010203 DATA END"},
	{GP_MSG_PNG_LENGTH, "sig d tRNS=000000 DATA END"},
	{GP_MSG_PNG_LENGTH, "sig f tRNS=0000 DATA END"},
	{GP_MSG_PNG_LENGTH, "sig i PLTE=010203 tRNS=0000 DATA END"},
	{GP_MSG_PNG_LENGTH, "sig d gAMA=0000b1 DATA END"},
	{GP_MSG_PNG_LENGTH, "sig d sRGB=0000 DATA END"},
	{GP_MSG_PNG_LENGTH, "sig d DATA IEND=00"},
	{GP_MSG_PNG_ORDER, "sig i tRNS=00 PLTE=010203 DATA END"},
	{GP_MSG_PNG_ORDER, "sig f tRNS=000000000000 PLTE=010203 DATA END"},
	{GP_MSG_PNG_ORDER, "sig f DATA PLTE=010203 END"},
	{GP_MSG_PNG_ORDER, "sig d DATA tRNS=0000 END"},
	{GP_MSG_PNG_ORDER, "sig d DATA gAMA=0000b18f END"},
	{GP_MSG_PNG_ORDER, "sig d DATA tEXt=41 DATA END"},
	{GP_MSG_PNG_NO_PALETTE, "sig i DATA END"},
	{GP_MSG_PNG_NO_PIXELS, "sig d END"},
	{GP_MSG_PNG_SHORT, "sig d IDAT= END"},
	{GP_MSG_PNG_SHORT, "sig IHDR=00002000000020000800000000 DATA END"},
	{GP_MSG_PNG_SHORT, "sig d FEWER END"},
	{GP_MSG_PNG_LONG, "sig d MORE END"},
	{GP_MSG_PNG_ZLIB, "sig d HALF END"},
	{GP_MSG_PNG_ZLIB, "sig d IDAT=7801ffffffffffff END"},
	{GP_MSG_PNG_ZLIB, "sig d IDAT=000000000000 END"},
	{GP_MSG_PNG_FILTER, "sig d FILTER END"},
	{GP_MSG_PNG_INDEX, "sig i PLTE=010203040506 INDEX END"},
	{GP_MSG_PNG_INDEX, "sig h PLTE=010203 INDEX END"},
	{GP_MSG_PNG_INDEX, "sig k PLTE=010203040506 INDEX END"},
};

struct script {
	struct kit_buf b;
	struct kit_png spec;
};

static size_t put_hex(uint8_t *to, const char *hex)
{
	char two[3] = "";
	size_t n;

	for (n = 0; hex[0] && hex[1]; n++, hex += 2) {
		memcpy(two, hex, 2);
		to[n] = (uint8_t)strtoul(two, NULL, 16);
	}
	return n;
}

/* The right rows with one thing wrong. */
static void put_data(struct script *s, const char *word)
{
	struct gp_bytes rows = kit_rows(s->b.a, &s->spec), z;
	uint8_t *r = gp_arena_alloc(s->b.a, rows.len + 1);

	memcpy(r, rows.data, rows.len);
	if (strcmp(word, "FILTER") == 0)
		r[rows.len / 2] = 5;
	if (strcmp(word, "INDEX") == 0)
		r[1] = 0xff;
	rows.len -= strcmp(word, "FEWER") == 0;
	rows.len += strcmp(word, "MORE") == 0;
	z = kit_deflate(s->b.a, (struct gp_bytes){r, rows.len}, 6);
	kit_chunk(&s->b, "IDAT", z.data, strcmp(word, "HALF") == 0 ? z.len - 5 : z.len);
}

static void put_word(struct script *s, const char *word)
{
	uint8_t hex[200];
	size_t n;

	if (strcmp(word, "sig") == 0) {
		kit_put(&s->b, "\211PNG\r\n\032\n", 8);
	} else if (strcmp(word, "END") == 0) {
		kit_chunk(&s->b, "IEND", NULL, 0);
	} else if (word[0] == '@') {
		n = put_hex(hex, word + 1);
		kit_put(&s->b, hex, n);
	} else if (word[0] == '-') {
		s->b.len -= (size_t)strtoul(word + 1, NULL, 10);
	} else if (word[1] == '\0') {
		s->spec = (struct kit_png){.w = 4,
			.h = 4,
			.type = pairs[word[0] - 'a'][0],
			.depth = pairs[word[0] - 'a'][1]};
		struct kit_buf h = {.a = s->b.a};
		kit_put_header(&h, &s->spec);
		kit_put(&s->b, h.data + 8, h.len - 8);
	} else if (strlen(word) > 4 && (word[4] == '=' || word[4] == '!')) {
		n = put_hex(hex, word + 5);
		kit_chunk(&s->b, word, hex, n);
		s->b.data[s->b.len - 1] ^= word[4] == '!';
	} else {
		put_data(s, word);
	}
}

static struct gp_bytes run_script(struct gp_arena *a, const char *words)
{
	struct script s = {.b = {.a = a}, .spec = {.w = 4, .h = 4, .type = KIT_GREY, .depth = 8}};
	size_t n;

	for (; *words; words += n + (words[n] == ' ')) {
		n = strcspn(words, " ");
		put_word(&s, gp_arena_strn(a, words, n));
	}
	return kit_bytes(&s.b);
}

static void damage_is_refused_with_its_reason(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof damages / sizeof *damages; i++) {
		struct kit k = kit_new();
		struct gp_picture *pic = kit_parse(&k, run_script(k.a, damages[i].file));
		const char *report = kit_reports(&k);

		if (pic || !kit_says(report, damages[i].msg))
			fail_msg("%s: %s, not %s", damages[i].file, pic ? "accepted" : report,
				gp_msg_name(damages[i].msg));
		kit_free(&k);
	}
}

static void undamaged_scripts_pass(void **state)
{
	static const char *const fine[] = {"sig d DATA END", "sig d gAMA=00000000 DATA END",
		"sig f PLTE=010203 DATA END", "sig l DATA END", "sig d DATA END @00"};

	(void)state;
	for (size_t i = 0; i < sizeof fine / sizeof *fine; i++) {
		struct kit k = kit_new();

		assert_non_null(kit_parse(&k, run_script(k.a, fine[i])));
		kit_free(&k);
	}
}

struct bits {
	uint8_t *to;
	size_t n;
};

static void put_bits(struct bits *b, unsigned v, unsigned n)
{
	for (; n; n--, v >>= 1, b->n++)
		b->to[b->n / 8] |= (uint8_t)((v & 1) << b->n % 8);
}

/*
 * Zeros in a deflate block that lists 288 literal codes, two more than there are.  libdeflate lets
 * it pass, libpng's zlib does not: the only known way to a failure behind the check.
 */
static struct gp_bytes odd_stream(struct gp_arena *a, size_t n_zeros)
{
	uint8_t *z = gp_arena_alloc(a, 200), *zeros = gp_arena_alloc(a, n_zeros);
	struct bits b = {z, 16};
	struct kit_buf sum = {.a = a};
	size_t i;

	memcpy(z, "\x78\x01", 2);
	put_bits(&b, 1 | 2 << 1, 3);              /* last block, own codes */
	put_bits(&b, 31 | 0 << 5 | 14 << 10, 14); /* 288 literals, 1 distance, 18 code lengths */
	put_bits(&b, 1 << 6, 9); /* of the lengths, 18 (a run of zeros) has a code */
	put_bits(&b, 0, 42);
	put_bits(&b, 1, 3);            /* and so has 1 */
	put_bits(&b, 0, 1);            /* literal 0: length 1 */
	put_bits(&b, 1 | 127 << 1, 8); /* 138 without code */
	put_bits(&b, 1 | 106 << 1, 8); /* 117 without code */
	put_bits(&b, 0, 1);            /* end of block: length 1 */
	put_bits(&b, 1 | 20 << 1, 8);  /* 31 without code */
	put_bits(&b, 0, 1);            /* the one distance: length 1 */
	for (i = 0; i < n_zeros; i++)
		put_bits(&b, 0, 1);
	put_bits(&b, 1, 1);
	kit_put32(&sum, libdeflate_adler32(1, zeros, n_zeros));
	memcpy(z + (b.n + 7) / 8, sum.data, 4);
	return (struct gp_bytes){z, (b.n + 7) / 8 + 4};
}

static void refusal_by_libpng_is_reported(void **state)
{
	struct kit_png s = {.w = 4, .h = 4, .type = KIT_GREY, .depth = 8, .interlaced = true};
	struct kit k = kit_new();
	struct gp_bytes z = odd_stream(k.a, kit_rows(k.a, &s).len);
	struct kit_buf b = {.a = k.a};
	const char *report;

	(void)state;
	kit_put_header(&b, &s);
	kit_chunk(&b, "IDAT", z.data, z.len);
	kit_chunk(&b, "IEND", NULL, 0);
	assert_null(kit_parse(&k, kit_bytes(&b)));
	report = kit_reports(&k);
	if (!kit_says(report, GP_MSG_PNG_DECODE))
		fail_msg("%s", report);
	kit_free(&k);
}

static void any_cut_is_refused(void **state)
{
	struct kit_png s = {
		.w = 7, .h = 5, .type = KIT_INDEXED, .depth = 4, .split = 9, .gamma = 45455};
	struct kit k = kit_new();
	struct gp_bytes file = kit_png(k.a, &s);
	size_t n;

	(void)state;
	assert_non_null(kit_parse(&k, file));
	for (n = 0; n < file.len; n++) {
		assert_null(kit_parse(&k, (struct gp_bytes){file.data, n}));
		assert_string_not_equal(kit_reports(&k), "");
	}
	kit_free(&k);
}

static void any_changed_byte_is_refused(void **state)
{
	struct kit_png s = {.w = 7, .h = 5, .type = KIT_RGB_A, .depth = 8, .split = 30};
	struct kit k = kit_new();
	struct gp_bytes file = kit_png(k.a, &s);
	uint8_t *copy = gp_arena_alloc(k.a, file.len);
	size_t n;

	(void)state;
	for (n = 0; n < file.len; n++) {
		memcpy(copy, file.data, file.len);
		copy[n] ^= 0x21;
		assert_null(kit_parse(&k, (struct gp_bytes){copy, file.len}));
		assert_string_not_equal(kit_reports(&k), "");
	}
	kit_free(&k);
}

static void too_many_parts_are_refused(void **state)
{
	struct kit_png s = {.w = 4, .h = 4, .type = KIT_GREY, .depth = 8};
	struct kit k = kit_new();
	struct kit_buf b = {.a = k.a};

	(void)state;
	kit_put_header(&b, &s);
	for (int i = 0; i < 100000; i++)
		kit_chunk(&b, "abCd", NULL, 0);
	assert_null(kit_parse(&k, kit_bytes(&b)));
	assert_true(kit_says(kit_reports(&k), GP_MSG_PNG_CHUNKS));
	kit_free(&k);
}

/* A header that promises 400 million bytes over a stream of a few: refused before any is asked for.
 */
static void bombs_cost_no_memory(void **state)
{
	struct kit k = kit_new();
	struct kit_png s = {.w = 10000, .h = 10000, .type = KIT_RGB_A, .depth = 8};
	struct kit_buf b = {.a = k.a};
	size_t before;

	(void)state;
	kit_put_header(&b, &s);
	kit_chunk(&b, "IDAT", "\x78\x01\x03\x00\x00\x00\x00\x01", 8);
	kit_chunk(&b, "IEND", NULL, 0);
	before = gp_arena_used(k.a);
	assert_null(kit_parse(&k, kit_bytes(&b)));
	assert_true(kit_says(kit_reports(&k), GP_MSG_PNG_SHORT));
	assert_in_range(gp_arena_used(k.a) - before, 0, 20000);
	kit_free(&k);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(undamaged_scripts_pass),
		cmocka_unit_test(damage_is_refused_with_its_reason),
		cmocka_unit_test(refusal_by_libpng_is_reported),
		cmocka_unit_test(any_cut_is_refused),
		cmocka_unit_test(any_changed_byte_is_refused),
		cmocka_unit_test(too_many_parts_are_refused),
		cmocka_unit_test(bombs_cost_no_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
