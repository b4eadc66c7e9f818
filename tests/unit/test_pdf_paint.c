/* Operators of paths, colours and pictures, by the text they give. */
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
	sample_pictures(&f->s);
	f->s.page = gp_doc_page(f->s.doc, 100000, 100000);
	f->job = (struct gp_pdf_job){.doc = f->s.doc,
		.fonts = f->s.fonts,
		.options = &f->s.options,
		.pictures = f->s.pictures,
		.arena = f->s.arena,
		.diag = f->s.diag,
		.haru = gp_haru_new(f->s.arena)};
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
	gp_haru_free(f->job.haru);
	sample_done(&f->s);
	free(f);
	return 0;
}

static void gives(struct fixture *f, const char *expected)
{
	gp_buf_char(&f->c.out, '\0');
	assert_string_equal(f->c.out.s, expected);
	f->c.out.n = 0;
}

static void segs(struct fixture *f, const struct gp_path *p)
{
	size_t n;
	const struct gp_path_seg *s = gp_path_segs(p, &n);

	gp_content_segs(&f->c, s, n);
}

static void test_rectangles(void **state)
{
	struct fixture *f = *state;
	struct gp_path *p = gp_path_new(f->s.arena);

	gp_path_rect(p, (struct gp_rect){10000, 20000, 30000, 40500});
	gp_path_rect(p, (struct gp_rect){0, 0, 1, 1});
	segs(f, p);
	gives(f, "10 80 30 -40.5 re\n0 100 0.001 -0.001 re\n");
}

static void test_not_a_rectangle(void **state)
{
	struct fixture *f = *state;
	struct gp_path *p = gp_path_new(f->s.arena);

	gp_path_move(p, 0, 0);
	gp_path_line(p, 10000, 0);
	gp_path_line(p, 10000, 10000);
	gp_path_line(p, 1000, 10000);
	gp_path_close(p);
	segs(f, p);
	gives(f, "0 100 m\n10 100 l\n10 90 l\n1 90 l\nh\n");
}

/* A circle is four curves: the straight sides of the round box it is made of have no length. */
static void test_circle(void **state)
{
	struct fixture *f = *state;
	struct gp_path *p = gp_path_new(f->s.arena);

	gp_path_circle(p, (struct gp_point){50000, 50000}, 10000);
	segs(f, p);
	gives(f, "50 60 m\n55.523 60 60 55.523 60 50 c\n60 44.477 55.523 40 50 40 c\n"
		 "44.477 40 40 44.477 40 50 c\n40 55.523 44.477 60 50 60 c\nh\n");
}

static void test_idle_lines(void **state)
{
	struct fixture *f = *state;
	struct gp_path *p = gp_path_new(f->s.arena);

	gp_path_move(p, 0, 0); /* a dot with round caps */
	gp_path_line(p, 0, 0);
	gp_path_move(p, 1000, 0); /* a triangle that goes home before it is closed */
	gp_path_line(p, 2000, 0);
	gp_path_line(p, 2000, 1000);
	gp_path_line(p, 1000, 0);
	gp_path_close(p);
	gp_path_move(p, 5000, 0);
	gp_path_line(p, 5000, 0);
	gp_path_close(p);
	segs(f, p);
	gives(f, "0 100 m\n0 100 l\n1 100 m\n2 100 l\n2 99 l\nh\n5 100 m\n5 100 l\nh\n");
}

static void test_state_is_kept(void **state)
{
	struct fixture *f = *state;
	struct gp_path *p = gp_path_new(f->s.arena);
	struct gp_op_path op = {.stroke = true,
		.width = 500,
		.round_caps = true,
		.dash = {2000, 1000},
		.dash_phase = 250,
		.stroke_colour = {1, 255, 0, 0, {0}}};

	gp_path_move(p, 0, 0);
	gp_path_line(p, 1000, 0);
	op.seg = gp_path_segs(p, &op.n);
	gp_content_path(&f->c, &op);
	gives(f, "1 0 0 RG\n0.5 w\n1 J 1 j\n[2 1 ]0.25 d\n0 100 m\n1 100 l\nS\n");
	gp_content_path(&f->c, &op);
	gives(f, "0 100 m\n1 100 l\nS\n");
	op.dash[0] = op.dash[1] = op.dash_phase = 0;
	op.round_caps = false;
	op.fill = op.even_odd = true;
	op.fill_colour = (struct gp_colour_rgb){2, 102, 102, 102, {0}};
	gp_content_path(&f->c, &op);
	gives(f, "0.4 g\n0 J 0 j\n[]0 d\n0 100 m\n1 100 l\nB*\n");
	op.stroke = op.fill = false;
	gp_content_path(&f->c, &op);
	gives(f, "");
}

/* Every level of a byte comes back when a reader rounds to bytes again. */
static void test_levels(void **state)
{
	struct fixture *f = *state;
	int v;

	for (v = 1; v < 256; v++) {
		gp_content_fill(
			&f->c, (struct gp_colour_rgb){1, (uint8_t)v, (uint8_t)v, (uint8_t)v, {0}});
		gp_buf_char(&f->c.out, '\0');
		assert_int_equal((int)(strtod(f->c.out.s, NULL) * 255 + 0.5), v);
		f->c.out.n = 0;
	}
}

struct matrix {
	double m[6];
};

/* Where a corner of the picture goes: u to the right, v up, both 0 or 1; x and y down the page. */
static struct gp_point corner(const struct matrix *m, int u, int v)
{
	return (struct gp_point){(gp_len)(m->m[0] * u + m->m[2] * v + m->m[4] + 0.5),
		(gp_len)(100 - (m->m[1] * u + m->m[3] * v + m->m[5]) + 0.5)};
}

static struct matrix placed(struct fixture *f, bool mirror, unsigned turn)
{
	struct matrix m;

	f->c.out.n = 0;
	gp_content_picture(&f->c, &(struct gp_op_picture){.picture = 0,
					  .alpha = 100,
					  .mirror = mirror,
					  .turn = turn,
					  .box = {10000, 20000, 30000, 40000}});
	gp_buf_char(&f->c.out, '\0');
	assert_int_equal(sscanf(f->c.out.s, "q %lf %lf %lf %lf %lf %lf cm /I0 Do Q", &m.m[0],
				 &m.m[1], &m.m[2], &m.m[3], &m.m[4], &m.m[5]),
		6);
	return m;
}

static void test_turns(void **state)
{
	/* corners of the box: left or right, top or bottom */
	enum { L = 10, R = 40, T = 20, B = 60 };
	/* where the top left and the bottom right corner of the picture go */
	static const struct {
		bool mirror;
		unsigned turn;
		int x0, y0, x1, y1;
	} rows[] = {{false, 0, L, T, R, B}, {false, 1, R, T, L, B}, {false, 2, R, B, L, T},
		{false, 3, L, B, R, T}, {true, 0, R, T, L, B}, {true, 1, R, B, L, T},
		{true, 2, L, B, R, T}, {true, 3, L, T, R, B}};
	size_t i;

	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct matrix m = placed(*state, rows[i].mirror, rows[i].turn);
		struct gp_point top_left = corner(&m, 0, 1), bottom_right = corner(&m, 1, 0);

		assert_int_equal(top_left.x, rows[i].x0);
		assert_int_equal(top_left.y, rows[i].y0);
		assert_int_equal(bottom_right.x, rows[i].x1);
		assert_int_equal(bottom_right.y, rows[i].y1);
	}
}

static void test_faded_picture(void **state)
{
	struct fixture *f = *state;
	struct gp_op_picture p = {.picture = 0, .alpha = 40, .box = {0, 0, 1000, 1000}};

	f->c.now.alpha = 50; /* inside of a group */
	gp_content_picture(&f->c, &p);
	gives(f, "q\n/G20 gs\n1 0 0 1 0 99 cm\n/I0 Do\nQ\n");
	assert_int_equal(f->c.now.alpha, 50);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(test_rectangles),
		TEST(test_not_a_rectangle),
		TEST(test_circle),
		TEST(test_idle_lines),
		TEST(test_state_is_kept),
		TEST(test_levels),
		TEST(test_turns),
		TEST(test_faded_picture),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
