/*
 * Glyph runs in a content stream: a reader that follows Tf, Td, Ts and TJ finds every glyph where
 * the run says, whatever advances and offsets it has.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/content.h"
#include "pdf/sample.h"

#include <stdio.h>
#include <stdlib.h>

struct fixture {
	struct sample s;
	struct gp_pdf_job job;
	struct gp_content c;
};

static int set_up(void **state)
{
	struct fixture *f = calloc(1, sizeof *f);

	sample_init(&f->s);
	sample_page(&f->s);
	f->job = (struct gp_pdf_job){.doc = f->s.doc,
		.fonts = f->s.fonts,
		.options = &f->s.options,
		.arena = f->s.arena,
		.diag = f->s.diag,
		.haru = gp_haru_new(f->s.arena)};
	f->job.codes = gp_codes_new(&f->job);
	f->c = (struct gp_content){.job = &f->job,
		.page = f->s.page,
		.now = {.slot = -1, .alpha = 100, .width = 1000}};
	*state = f;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *f = *state;

	gp_buf_done(&f->c.out);
	gp_codes_free(f->job.codes);
	gp_haru_free(f->job.haru);
	sample_done(&f->s);
	free(f);
	return 0;
}

/* --- a reader of what we write: positions in points ------------------------------------------- */

struct seen {
	unsigned code;
	double x, y;
};

struct reader {
	double x, y, line_x, line_y, size, rise;
	double number[8];
	int n_numbers;
	const int32_t *widths; /* by code, millionths */
	struct seen seen[512];
	size_t n;
};

static const char *read_string(struct reader *r, const char *p)
{
	while (*p != ')') {
		unsigned code = (unsigned)(unsigned char)p[0] << 8 | (unsigned char)p[1];

		r->seen[r->n++] = (struct seen){code, r->x, r->y + r->rise};
		r->x += r->widths[code] * r->size / 1e6;
		p += 2;
	}
	return p + 1;
}

static const char *read_array(struct reader *r, const char *p)
{
	char *end;

	while (*p != ']') {
		if (*p == '(') {
			p = read_string(r, p + 1);
		} else {
			r->x -= strtod(p, &end) * r->size / 1000;
			assert_ptr_not_equal(p, end);
			p = end;
		}
	}
	return p + 1;
}

static void operator(struct reader *r, const char *op, size_t len)
{
	if (len == 2 && memcmp(op, "Tf", 2) == 0) {
		r->size = r->number[0];
	} else if (len == 2 && memcmp(op, "Td", 2) == 0) {
		r->x = r->line_x += r->number[0];
		r->y = r->line_y += r->number[1];
	} else if (len == 2 && memcmp(op, "Ts", 2) == 0) {
		r->rise = r->number[0];
	} else if (len == 2 && memcmp(op, "BT", 2) == 0) {
		r->x = r->y = r->line_x = r->line_y = 0;
	}
	r->n_numbers = 0;
}

static void read_stream(struct reader *r, const char *p, const char *end)
{
	const char *word;
	char *after;

	while (p < end) {
		if (*p == ' ' || *p == '\n') {
			p++;
		} else if (*p == '[') {
			p = read_array(r, p + 1);
		} else if (*p == '/') {
			p += strcspn(p, " ");
		} else if (strchr("-.0123456789", *p)) {
			r->number[r->n_numbers++] = strtod(p, &after);
			p = after;
		} else {
			word = p;
			p += strcspn(p, " \n");
			operator(r, word, (size_t)(p - word));
		}
	}
}

/* --- tests ------------------------------------------------------------------------------------ */

static uint32_t next_random(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* A run of n glyphs of letters with advances and offsets made up. */
static struct gp_op_glyphs random_run(struct fixture *f, size_t n, uint32_t *seed)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
	struct gp_op_glyphs run = {.font = f->s.regular,
		.size = 9000 + (gp_len)(next_random(seed) % 30000),
		.origin = {(gp_len)(next_random(seed) % 300000),
			(gp_len)(next_random(seed) % 500000)},
		.text = letters,
		.text_len = sizeof letters - 1,
		.n = n};
	size_t i;

	run.g = GP_ARRAY(f->s.arena, n, struct gp_draw_glyph);
	for (i = 0; i < n; i++) {
		struct gp_draw_glyph *g = &run.g[i];
		struct gp_shape_style style = {.font = run.font, .size = run.size};
		uint32_t at = next_random(seed) % (sizeof letters - 1);
		struct gp_glyphs one = gp_shape(f->s.fonts, &style,
			(struct gp_shape_text){letters + at, 1, GP_NOWHERE, 0}, f->s.arena);

		*g = (struct gp_draw_glyph){.id = one.g[0].id,
			.advance = one.g[0].natural,
			.natural = one.g[0].natural,
			.from = at,
			.len = 1};
		if (next_random(seed) % 3 == 0)
			g->advance += (gp_len)(next_random(seed) % 4000) - 2000;
		if (next_random(seed) % 9 == 0)
			g->x = (gp_len)(next_random(seed) % 4000) - 2000;
		if (next_random(seed) % 11 == 0)
			g->y = (gp_len)(next_random(seed) % 4000) - 2000;
		run.width += g->advance;
	}
	return run;
}

static void check_run(
	struct fixture *f, const struct gp_op_glyphs *run, struct reader *r, size_t from)
{
	double x = run->origin.x, y = f->s.page->height - run->origin.y;
	/* a thousandth of the size either way where the place must be right, two where it may slip
	 */
	double slip = run->size * 1.6 / 1000;
	size_t i;

	for (i = 0; i < run->n; i++) {
		const struct seen *s = &r->seen[from + i];

		assert_true(s->x * 1000 - (x + run->g[i].x) < slip &&
			    s->x * 1000 - (x + run->g[i].x) > -slip);
		assert_true(s->y * 1000 - (y - run->g[i].y) < 0.01 &&
			    s->y * 1000 - (y - run->g[i].y) > -0.01);
		x += run->g[i].advance;
	}
}

static void test_positions(void **state)
{
	struct fixture *f = *state;
	struct reader *r = calloc(1, sizeof *r);
	int32_t *widths = calloc(65536, sizeof *widths);
	struct gp_op_glyphs runs[6];
	uint32_t seed = 7;
	size_t i, k, at = 0;

	assert_true(r && widths);
	for (i = 0; i < 6; i++) {
		runs[i] = random_run(f, 60, &seed);
		gp_content_glyphs(&f->c, &runs[i]);
		for (k = 0; k < runs[i].n; k++) {
			struct gp_code c = gp_codes_find(f->job.codes, runs[i].font,
				runs[i].g[k].id, runs[i].text + runs[i].g[k].from, 1);

			widths[c.code] = c.width;
		}
	}
	gp_content_end_text(&f->c);
	r->widths = widths;
	read_stream(r, f->c.out.s, f->c.out.s + f->c.out.n);
	for (i = 0; i < 6; at += runs[i++].n)
		check_run(f, &runs[i], r, at);
	assert_int_equal(r->n, at);
	free(widths);
	free(r);
}

/* Text set as the font has it needs no numbers at all. */
static void test_plain_is_short(void **state)
{
	struct fixture *f = *state;
	uint32_t seed = 3;
	struct gp_op_glyphs run = random_run(f, 400, &seed);
	size_t i, strings = 0;

	for (i = 0; i < run.n; i++) {
		run.g[i].advance = run.g[i].natural;
		run.g[i].x = run.g[i].y = 0;
	}
	gp_content_glyphs(&f->c, &run);
	for (i = 0; i < f->c.out.n; i++)
		strings += f->c.out.s[i] == '(';
	assert_in_range(strings, 1, 6);
}

static const char *decoded(struct fixture *f, uint16_t code)
{
	/* find the pair again by asking for every text used in these tests */
	static const char *const texts[] = {
		"\xc2\xad", "-", "e", "\xcc\x81", "\xe2\x81\xa0", "fi", "x", "\xc3\xa9"};
	size_t i;
	uint32_t glyph;

	for (i = 0; i < sizeof texts / sizeof *texts; i++)
		for (glyph = 50; glyph < 55; glyph++)
			if (gp_codes_find(
				    f->job.codes, f->s.regular, glyph, texts[i], strlen(texts[i]))
					.code == code)
				return texts[i];
	return "?";
}

/* What each glyph of a run stands for, by the codes in the first string of the stream. */
static void check_texts(struct fixture *f, struct gp_draw_glyph *g, size_t n, const char *text,
	const char *const *expected)
{
	struct gp_op_glyphs run = {.font = f->s.regular,
		.size = 10000,
		.text = text,
		.text_len = strlen(text),
		.g = g,
		.n = n};
	const char *p;
	size_t i;

	for (i = 0; i < n; i++) /* natural advances, so that there is one string */
		g[i].natural = g[i].advance =
			(gp_len)(gp_codes_find(f->job.codes, f->s.regular, g[i].id, "x", 1).width /
				 100);
	gp_content_glyphs(&f->c, &run);
	gp_content_end_text(&f->c);
	p = memchr(f->c.out.s, '(', f->c.out.n);
	assert_non_null(p);
	for (i = 0; i < n; i++)
		assert_string_equal(
			decoded(f, (uint16_t)((unsigned)(unsigned char)p[1 + 2 * i] << 8 |
					      (unsigned char)p[2 + 2 * i])),
			expected[i]);
}

static void test_line_hyphen(void **state)
{
	struct gp_draw_glyph g[] = {
		{.id = 50, .from = 0, .len = 1}, {.id = 51, .from = 1, .line_hyphen = true}};

	check_texts(*state, g, 2, "x", (const char *const[]){"x", "\xc2\xad"});
}

static void test_ligature(void **state)
{
	struct gp_draw_glyph g[] = {
		{.id = 50, .from = 0, .len = 2}, {.id = 51, .from = 2, .len = 1}};

	check_texts(*state, g, 2, "fix", (const char *const[]){"fi", "x"});
}

static void test_letter_and_accent(void **state)
{
	struct gp_draw_glyph g[] = {
		{.id = 50, .from = 0, .len = 3}, {.id = 51, .from = 0, .len = 0}};

	check_texts(*state, g, 2, "e\xcc\x81", (const char *const[]){"e", "\xcc\x81"});
}

static void test_letter_decomposed(void **state)
{
	struct gp_draw_glyph g[] = {
		{.id = 50, .from = 0, .len = 2}, {.id = 51, .from = 0, .len = 0}};

	check_texts(*state, g, 2, "\xc3\xa9", (const char *const[]){"e", "\xcc\x81"});
}

static void test_more_glyphs_than_text(void **state)
{
	struct gp_draw_glyph g[] = {{.id = 50, .from = 0, .len = 1}, {.id = 51, .len = 0},
		{.id = 52, .from = 0, .len = 0}};

	check_texts(*state, g, 3, "x", (const char *const[]){"x", "\xe2\x81\xa0", "\xe2\x81\xa0"});
}

static void test_empty_run(void **state)
{
	struct fixture *f = *state;

	gp_content_glyphs(&f->c, &(struct gp_op_glyphs){.font = f->s.regular, .size = 10000});
	assert_int_equal(f->c.out.n, 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(test_positions),
		TEST(test_plain_is_short),
		TEST(test_line_hyphen),
		TEST(test_ligature),
		TEST(test_letter_and_accent),
		TEST(test_letter_decomposed),
		TEST(test_more_glyphs_than_text),
		TEST(test_empty_run),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
