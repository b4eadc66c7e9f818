/*
 * Pictures on the page, and words around them: nothing distorted, no label on another or outside
 * the slot, mirrored where the guide is.  And lines: strong beginnings of labels, baselines.
 */
#include "layout_kit.h"

#include "layout/flow.h"
#include "layout/label.h"
#include "layout/poster.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { WHOLE = 10000, MOST = 8 };

static struct layout_kit kit;
static struct gp_picture_note note;
static struct gp_anchor anchors[MOST];
static struct gp_label labels[MOST];

static int open_kit(void **state)
{
	(void)state;
	kit_job(&kit, &(struct kit_parts){.title = "Labels"});
	return 0;
}

static int close_kit(void **state)
{
	(void)state;
	kit_close(&kit);
	return 0;
}

/* The map with n labels, all pointing at places close to each other. */
static struct gp_image map_with(size_t n)
{
	struct gp_image im = {.id = "map", .alt = "An arm.", .note = &note};
	size_t i;

	note = (struct gp_picture_note){.w = GP_MM(56), .h = GP_MM(138)};
	im.crop[2] = im.crop[3] = WHOLE;
	for (i = 0; i < n; i++) {
		anchors[i].x = i % 2 ? 7000 : 3000;
		anchors[i].y = 5000 + (int32_t)i * 10;
		labels[i] = (struct gp_label){.at = &anchors[i],
			.text = gp_rich_word(&kit.t.job, "Some words of a label", 0)};
	}
	im.labels = labels;
	im.n_labels = n;
	return im;
}

static void test_fit(void **state)
{
	struct gp_image im = map_with(0);
	struct gp_art a;

	(void)state;
	/* the height holds, then the width; the shape stays */
	a = gp_art_fit(&kit.t.job, &im, GP_MM(200), GP_MM(69), 0, GP_FIT_CANVAS);
	assert_in_range(a.h, GP_MM(69) - 20, GP_MM(69));
	assert_in_range(a.w, GP_MM(28) - 20, GP_MM(28) + 20);
	a = gp_art_fit(&kit.t.job, &im, GP_MM(28), GP_MM(200), 0, GP_FIT_CANVAS);
	assert_in_range(a.w, GP_MM(28) - 20, GP_MM(28));
	a = gp_art_fit(&kit.t.job, &im, GP_MM(500), GP_MM(500), 100, GP_FIT_CANVAS);
	assert_int_equal(a.w, GP_MM(56));
	/* what is trimmed lies within the canvas and is smaller than it */
	im.id = "step";
	note = (struct gp_picture_note){.w = GP_MM(57), .h = GP_MM(48)};
	a = gp_art_fit(&kit.t.job, &im, GP_MM(100), GP_MM(100), 0, GP_FIT_TRIM);
	assert_true(a.h < a.canvas.h && a.canvas.y < 0 && a.h - a.canvas.y <= a.canvas.h);
	assert_true(a.w <= a.canvas.w && a.canvas.x <= 0 && a.w - a.canvas.x <= a.canvas.w);
	assert_false(a.clipped);
}

static void test_crop_and_mirror(void **state)
{
	struct gp_image im = map_with(1);
	struct gp_guide guide = *kit.t.job.guide;
	struct gp_point p, q;
	struct gp_art a;

	(void)state;
	im.crop[0] = 2000;
	im.crop[1] = 5000;
	a = gp_art_fit(&kit.t.job, &im, GP_MM(100), GP_MM(69), 0, GP_FIT_CANVAS);
	assert_true(a.clipped);
	assert_in_range(-a.canvas.y, a.h - 20, a.h + 20);
	p = gp_art_point(&a, &anchors[0], (struct gp_point){0, 0});
	assert_in_range(p.x, a.w / 8 - 20, a.w / 8 + 20);
	guide.mirror = true;
	kit.t.job.guide = &guide;
	a = gp_art_fit(&kit.t.job, &im, GP_MM(100), GP_MM(69), 0, GP_FIT_CANVAS);
	q = gp_art_point(&a, &anchors[0], (struct gp_point){0, 0});
	assert_in_range(p.x + q.x, a.w - 20, a.w + 20);
	assert_int_equal(p.y, q.y);
	kit.t.job.guide = kit.t.guide;
}

static bool touch(struct gp_rect a, struct gp_rect b)
{
	return !gp_rect_is_empty(gp_rect_common(a, b));
}

static void check_labels(size_t n, const struct gp_label_slot *slot)
{
	struct gp_image im = map_with(n);
	struct gp_labelled l = gp_labelled_arrange(&kit.t.job, &im, slot, 0);
	struct gp_rect art = {l.at.x, l.at.y, l.art.w, l.art.h};
	size_t i, k;

	assert_int_equal(l.n, n);
	assert_true(art.x >= 0 && art.x + art.w <= slot->width);
	for (i = 0; i < n; i++) {
		assert_true(l.boxes[i].x >= 0 && l.boxes[i].x + l.boxes[i].w <= slot->width);
		assert_false(touch(l.boxes[i], art));
		/* nor does what follows the picture touch them */
		assert_true(l.boxes[i].y + l.boxes[i].h <= l.height);
		for (k = 0; k < i; k++)
			assert_false(touch(l.boxes[i], l.boxes[k]));
		/* words in the order of their targets: leaders do not cross */
		assert_true(
			i == 0 || l.art.image->labels[i].at->y >= l.art.image->labels[i - 1].at->y);
	}
}

static void test_labels(void **state)
{
	struct gp_label_slot wide = {.width = GP_MM(110), .height = GP_MM(100), .fit = GP_FIT_TRIM};
	struct gp_label_slot narrow = {.width = GP_MM(60), .height = GP_MM(60), .fit = GP_FIT_TRIM};
	size_t n;

	(void)state;
	for (n = 0; n <= MOST; n++) {
		check_labels(n, &wide);
		check_labels(n < 4 ? n : 4, &narrow);
	}
}

/* Words at a place of their own break as they do in the plain edition, within the slot. */
static void test_growth(void **state)
{
	struct gp_label_slot slot = {.width = GP_MM(110), .height = GP_MM(100), .fit = GP_FIT_TRIM};
	struct gp_image im = map_with(1);
	struct gp_style style = *kit.t.job.style;
	struct gp_guide left = *kit.t.job.guide;
	struct gp_labelled plain, grown, mirrored;
	struct gp_type *label = &style.type[GP_ROLE_LABEL];

	(void)state;
	labels[0].where = GP_LABEL_AT;
	labels[0].x = 5000;
	labels[0].w = 2500;
	plain = gp_labelled_arrange(&kit.t.job, &im, &slot, 0);
	kit.t.job.style = &style;
	label->size = label->size * 3 / 2;
	style.edition.label_growth = 1500;
	grown = gp_labelled_arrange(&kit.t.job, &im, &slot, 0);
	assert_true(plain.words[0].para.n > 1);
	assert_int_equal(grown.words[0].para.n, plain.words[0].para.n);
	left.mirror = true;
	kit.t.job.guide = &left;
	mirrored = gp_labelled_arrange(&kit.t.job, &im, &slot, 0);
	assert_in_range(mirrored.boxes[0].x, slot.width / 2 - GP_MM(110) * 375 / 1000 - 2,
		slot.width / 2 - GP_MM(110) * 375 / 1000 + 2);
	kit.t.job.guide = kit.t.guide;
	style.edition.label_growth = 9000;
	grown = gp_labelled_arrange(&kit.t.job, &im, &slot, 0);
	assert_true(grown.boxes[0].x + grown.boxes[0].w <= slot.width);
}

/* A strong beginning stands on a line of its own, and no space begins the next. */
static void test_bold_first(void **state)
{
	struct gp_job *job = &kit.t.job;
	struct gp_rich strong = gp_rich_word(job, "First", GP_STRONG),
		       rest = gp_rich_word(job, " rest", 0);
	struct gp_rich both = gp_rich_join(job, &strong, &rest);
	struct gp_set_style style = gp_set_role(GP_ROLE_LABEL);
	struct gp_set set = gp_set(job, &both, &style, GP_MM(100), -1);

	(void)state;
	assert_int_equal(set.para.n, 1);
	style.bold_first = true;
	set = gp_set(job, &both, &style, GP_MM(100), -1);
	assert_int_equal(set.para.n, 2);
	assert_int_equal(set.para.lines[1].pieces[0].run->text[0], 'r');
	assert_int_equal(set.height, 2 * set.lead);
	/* nothing but strong words: one line */
	set = gp_set(job, &strong, &style, GP_MM(100), -1);
	assert_int_equal(set.para.n, 1);
}

static void test_baseline(void **state)
{
	struct gp_job *job = &kit.t.job;
	const struct gp_type *t = &job->style->type[GP_ROLE_BODY];

	(void)state;
	assert_int_equal(
		gp_set_baseline(job, GP_ROLE_BODY), t->lead / 2 + gp_len_scale(t->size, 365, 1000));
	assert_int_equal(t->lead, gp_step_len(job));
}

static void test_columns(void **state)
{
	const struct gp_page_style *p = &kit.t.job.style->page;
	struct gp_columns l = gp_page_columns(p, true), r = gp_page_columns(p, false);
	gp_len full = p->main + p->gutter + p->margin_column;

	(void)state;
	assert_false(gp_page_is_left(0));
	assert_true(gp_page_is_left(1));
	/* the margin column is at the outer edge of both pages, and they mirror each other */
	assert_int_equal(l.margin, p->width - r.margin - p->margin_column);
	assert_int_equal(l.main, p->width - r.main - p->main);
	assert_int_equal(r.full + full, r.margin + p->margin_column);
	assert_int_equal(gp_frame_height(&kit.t.job), (gp_len)p->lines * p->baseline);
}

/* --- the ladder of the poster ------------------------------------------------------------------
 */

static bool fit_poster(const char *title, const char *line, struct gp_poster_fit *fit)
{
	struct kit_parts parts = {.step_title = title, .step_line = line, .n_steps = 4};
	struct gp_poster_frame f = {.num = 1, .den = 1};

	kit_close(&kit);
	f.job = kit_job(&kit, &parts);
	f.card_w = GP_MM(98);
	f.card_h = GP_MM(100);
	return gp_poster_fit_cards(&f, fit);
}

static void test_ladder(void **state)
{
	struct gp_poster_fit fit, three;

	(void)state;
	assert_true(fit_poster("Step", "Do it.", &fit));
	assert_int_equal(fit.head, 1000);
	assert_int_equal(fit.panel, GP_MM(100) - kit.t.job.style->poster.card_text);
	/* longer heads make all of them smaller, down to a limit that names the step */
	assert_true(fit_poster("Switch legs", "Do it.", &fit));
	assert_in_range(fit.head, 880, 999);
	assert_false(fit_poster("A title far too long for it", "Do it.", &fit));
	assert_non_null(strstr(kit_said(&kit), "[at /routine/steps/0]"));
	/* a third line takes its room from the picture */
	assert_true(fit_poster("Step", "MMMMMMMM MMMMMMMM MMMMMMMM", &three));
	assert_int_equal(three.panel, fit.panel - kit.t.job.style->poster.card_third_line);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_fit, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_crop_and_mirror, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_labels, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_growth, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_bold_first, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_baseline, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_columns, open_kit, close_kit),
		cmocka_unit_test_setup_teardown(test_ladder, open_kit, close_kit),
	};

	return cmocka_run_group_tests_name("layout_label", tests, NULL, NULL);
}
