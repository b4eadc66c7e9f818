/*
 * Lengths and rectangles: rounding to nearest, both signs, no overflow on the way.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/len.h"

static void micrometres_are_exact(void **state)
{
	int64_t um;

	(void)state;
	assert_int_equal(gp_len_um(25400), 72000);
	assert_int_equal(gp_len_um(127), 360);
	assert_int_equal(gp_len_um(-127), -360);
	assert_int_equal(gp_len_um(1), 3);
	assert_int_equal(gp_len_um(0), 0);
	assert_int_equal(GP_MM(148), 419528);
	assert_int_equal(GP_PT(7.5), 7500);
	for (um = -100000; um < 1000000; um += 37)
		assert_int_equal(gp_len_to_um(gp_len_um(um)), um);
}

static void lengths_are_read(void **state)
{
	static const struct {
		const char *text;
		gp_len len; /* -1: none */
	} table[] = {{"0mm", 0}, {"0pt", 0}, {"7.5pt", 7500}, {"15pt", 15000}, {"0.001pt", 1},
		{"25.4mm", 72000}, {"127mm", 360000}, {".5pt", 500}, {"1.25mm", 3543},
		{"5000pt", 5000000}, {"", -1}, {"mm", -1}, {"5", -1}, {"5 mm", -1}, {" 5mm", -1},
		{"5mm ", -1}, {"-5mm", -1}, {"+5mm", -1}, {"5.mm", -1}, {"5.1234mm", -1},
		{"5..1mm", -1}, {"1e3mm", -1}, {"5cm", -1}, {"5MM", -1}, {".mm", -1},
		{"5001pt", -1}, {"99999999999999999999pt", -1}, {"5,5mm", -1}};
	size_t i;
	gp_len len;

	(void)state;
	for (i = 0; i < sizeof table / sizeof table[0]; i++) {
		len = -1;
		if (!gp_len_read(table[i].text, &len))
			len = -1;
		if (len != table[i].len)
			fail_msg("\"%s\" gives %d", table[i].text, len);
	}
	assert_true(gp_len_read_signed("-2.5pt", &len));
	assert_int_equal(len, -2500);
	assert_true(gp_len_read_signed("+1pt", &len) && len == 1000);
	assert_true(gp_len_read_signed("1pt", &len) && len == 1000);
	assert_false(gp_len_read_signed("--1pt", &len));
	assert_false(gp_len_read_signed("-", &len));
}

static void scaling_rounds_to_nearest(void **state)
{
	(void)state;
	assert_int_equal(gp_len_scale(10, 1, 4), 3);
	assert_int_equal(gp_len_scale(-10, 1, 4), -3);
	assert_int_equal(gp_len_scale(9, 1, 4), 2);
	assert_int_equal(gp_len_scale(11500, 14142, 10000), 16263);
	assert_int_equal(gp_len_scale(GP_LEN_MAX, 1000000, 1000000), GP_LEN_MAX);
	assert_int_equal(gp_len_scale(7, -1, 2), -4);
}

static void steps_go_the_right_way(void **state)
{
	static const gp_len values[][3] = {{0, 0, 0}, {1, 0, 7500}, {7499, 0, 7500},
		{7500, 7500, 7500}, {7501, 7500, 15000}, {-1, -7500, 0}, {-7500, -7500, -7500},
		{-7501, -15000, -7500}};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof values / sizeof values[0]; i++) {
		assert_int_equal(gp_len_floor(values[i][0], 7500), values[i][1]);
		assert_int_equal(gp_len_ceil(values[i][0], 7500), values[i][2]);
	}
	assert_int_equal(gp_len_min(3, -4), -4);
	assert_int_equal(gp_len_max(3, -4), 3);
}

static void same(struct gp_rect r, gp_len x, gp_len y, gp_len w, gp_len h)
{
	assert_int_equal(r.x, x);
	assert_int_equal(r.y, y);
	assert_int_equal(r.w, w);
	assert_int_equal(r.h, h);
}

static void rectangles_meet(void **state)
{
	struct gp_rect a = {0, 0, 10, 10}, b = {5, -5, 10, 10}, none = {3, 3, 0, 5},
		       far = {50, 50, 1, 1};

	(void)state;
	same(gp_rect_union(a, b), 0, -5, 15, 15);
	same(gp_rect_union(a, none), 0, 0, 10, 10);
	same(gp_rect_union(none, a), 0, 0, 10, 10);
	same(gp_rect_common(a, b), 5, 0, 5, 5);
	assert_true(gp_rect_is_empty(gp_rect_common(a, far)));
	assert_true(gp_rect_is_empty(none));
	assert_false(gp_rect_is_empty(far));
	same(gp_rect_grow(a, 2), -2, -2, 14, 14);
	same(gp_rect_grow(a, -6), 6, 6, 0, 0);
	assert_true(gp_rect_has(a, (struct gp_point){0, 0}));
	assert_true(gp_rect_has(a, (struct gp_point){9, 9}));
	assert_false(gp_rect_has(a, (struct gp_point){10, 5}));
	assert_false(gp_rect_has(a, (struct gp_point){5, 10}));
	assert_false(gp_rect_has(a, (struct gp_point){-1, 5}));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(micrometres_are_exact),
		cmocka_unit_test(lengths_are_read),
		cmocka_unit_test(scaling_rounds_to_nearest),
		cmocka_unit_test(steps_go_the_right_way),
		cmocka_unit_test(rectangles_meet),
	};

	return cmocka_run_group_tests_name("base_len", tests, NULL, NULL);
}
