/*
 * Pictures by name: which file is taken, which is refused, masks and the box of ink.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "image_kit.h"

#include <stdio.h>
#include <sys/stat.h>
#include <turbojpeg.h>
#include <unistd.h>

struct scene {
	struct kit k;
	char dir[200], outside[220];
};

static int set_up(void **state)
{
	struct scene *s = calloc(1, sizeof *s);
	const char *tmp = getenv("TMPDIR");
	char name[240];

	s->k = kit_new();
	snprintf(name, sizeof name, "%.150s/picture-XXXXXX", tmp ? tmp : "/tmp");
	assert_non_null(mkdtemp(name));
	snprintf(s->outside, sizeof s->outside, "%.200s", name);
	snprintf(s->dir, sizeof s->dir, "%.190s/in", name);
	assert_int_equal(mkdir(s->dir, 0755), 0);
	*state = s;
	return 0;
}

static int tear_down(void **state)
{
	static const char *const files[] = {"a.png", "a.mask.png", "a.jpg", "a.jpeg", "b.JPG",
		"sub/c.png", "sub", "link.png", "fifo.png", "folder.png", "near-1.png",
		"a.mask.mask.png"};
	struct scene *s = *state;
	char name[300];
	size_t i;

	for (i = 0; i < sizeof files / sizeof *files; i++) {
		snprintf(name, sizeof name, "%s/%s", s->dir, files[i]);
		remove(name);
	}
	snprintf(name, sizeof name, "%s/out.png", s->outside);
	remove(name);
	snprintf(name, sizeof name, "%s/inner", s->outside);
	remove(name);
	assert_int_equal(rmdir(s->dir), 0);
	assert_int_equal(rmdir(s->outside), 0);
	kit_free(&s->k);
	free(s);
	return 0;
}

static const char *path_of(struct scene *s, const char *name)
{
	return gp_arena_printf(s->k.a, "%s/%s", s->dir, name);
}

static void save(struct scene *s, const char *name, struct gp_bytes file)
{
	FILE *f = fopen(path_of(s, name), "wb");

	assert_non_null(f);
	assert_int_equal(fwrite(file.data, 1, file.len, f), file.len);
	assert_int_equal(fclose(f), 0);
}

static void save_png(struct scene *s, const char *name, struct kit_png spec)
{
	save(s, name, kit_png(s->k.a, &spec));
}

static struct gp_bytes jpeg(struct scene *s)
{
	uint8_t pixels[16 * 8 * 3] = {0}, *out = NULL, *copy;
	unsigned long len = 0;
	tjhandle tj = tjInitCompress();

	assert_int_equal(
		tjCompress2(tj, pixels, 16, 0, 8, TJPF_RGB, &out, &len, TJSAMP_444, 90, 0), 0);
	tjDestroy(tj);
	copy = gp_arena_alloc(s->k.a, len);
	memcpy(copy, out, len);
	tjFree(out);
	return (struct gp_bytes){copy, len};
}

static struct gp_picture *get(struct scene *s, const char *id)
{
	const struct gp_picture_folder from = {.dir = s->dir};

	return gp_picture_load(&from, id, GP_NOWHERE, s->k.a, s->k.d);
}

static struct gp_picture *get_anywhere(struct scene *s, const char *id)
{
	const struct gp_picture_folder from = {.dir = s->dir, .anywhere = true};

	return gp_picture_load(&from, id, GP_NOWHERE, s->k.a, s->k.d);
}

static struct gp_picture *get_within(
	struct scene *s, const char *id, const struct gp_picture_limits *l)
{
	const struct gp_picture_folder from = {.dir = s->dir, .limits = l};

	return gp_picture_load(&from, id, GP_NOWHERE, s->k.a, s->k.d);
}

static void assert_refused(struct scene *s, const char *id, enum gp_msg msg)
{
	struct gp_picture *pic = get(s, id);
	const char *report = kit_reports(&s->k);

	if (pic || !kit_says(report, msg))
		fail_msg("\"%s\": %s, not %s", id, pic ? "accepted" : report, gp_msg_name(msg));
}

static const struct kit_png grey = {.w = 4, .h = 3, .type = KIT_GREY, .depth = 8};
static const struct kit_png rgb = {.w = 8, .h = 8, .type = KIT_RGB, .depth = 8};
static const struct kit_png rgba = {.w = 8, .h = 8, .type = KIT_RGB_A, .depth = 8};

/* --- which file ---------------------------------------------------------------------------- */

static void endings_are_tried_in_order(void **state)
{
	struct scene *s = *state;

	save(s, "a.jpeg", jpeg(s));
	assert_string_equal(get(s, "a")->path, path_of(s, "a.jpeg"));
	save(s, "a.jpg", jpeg(s));
	assert_string_equal(get(s, "a")->path, path_of(s, "a.jpg"));
	save_png(s, "a.png", grey);
	assert_string_equal(get(s, "a")->path, path_of(s, "a.png"));
	save(s, "b.JPG", jpeg(s));
	assert_string_equal(get(s, "b")->path, path_of(s, "b.JPG"));
	assert_string_equal(kit_reports(&s->k), "");
}

static void kind_is_told_from_the_content(void **state)
{
	struct scene *s = *state;
	struct gp_picture *pic;

	save(s, "a.png", jpeg(s));
	pic = get(s, "a");
	assert_non_null(pic);
	assert_int_equal(pic->colour.coding, GP_CODING_JPEG);
}

static void folders_may_be_named(void **state)
{
	struct scene *s = *state;

	assert_int_equal(mkdir(path_of(s, "sub"), 0755), 0);
	save_png(s, "sub/c.png", grey);
	assert_non_null(get(s, "sub/c"));
}

static void names_that_leave_are_refused(void **state)
{
	static const char *const ids[] = {"", "/etc/passwd", "../out", "sub/../../out", "sub/..",
		"..", ".", "./a", "a/", "sub//c", "a/./b"};
	struct scene *s = *state;
	size_t i;

	for (i = 0; i < sizeof ids / sizeof *ids; i++)
		assert_refused(s, ids[i], GP_MSG_PICTURE_NAME);
}

static void missing_pictures_are_named(void **state)
{
	struct scene *s = *state;
	const char *report;

	save_png(s, "near-1.png", grey);
	save_png(s, "a.mask.mask.png", grey);
	assert_refused(s, "quite-other", GP_MSG_PICTURE_MISSING);
	assert_refused(s, "no/such/folder", GP_MSG_PICTURE_MISSING);
	assert_refused(s, "a.mask.mas", GP_MSG_PICTURE_MISSING); /* masks are no pictures */
	assert_null(get(s, "naer-1"));
	report = kit_reports(&s->k);
	assert_true(kit_says(report, GP_MSG_PICTURE_NEAR));
	assert_non_null(strstr(report, "did you mean \"near-1\"?"));
}

static void links_must_stay_inside(void **state)
{
	struct scene *s = *state;

	save_png(s, "../out.png", grey);
	assert_int_equal(symlink("../out.png", path_of(s, "link.png")), 0);
	assert_refused(s, "link", GP_MSG_PICTURE_OUTSIDE);
	assert_non_null(get_anywhere(s, "link"));
	assert_non_null(get_anywhere(s, "../out"));
	unlink(path_of(s, "link.png"));
	save_png(s, "a.png", grey);
	assert_int_equal(symlink("a.png", path_of(s, "link.png")), 0);
	assert_non_null(get(s, "link"));
	assert_string_equal(kit_reports(&s->k), "");
}

/* A folder whose name starts like ours is not ours. */
static void neighbours_are_outside(void **state)
{
	struct scene *s = *state;

	assert_int_equal(mkdir(path_of(s, "../inner"), 0755), 0);
	save_png(s, "../inner/x.png", grey);
	assert_int_equal(symlink("../inner/x.png", path_of(s, "link.png")), 0);
	assert_refused(s, "link", GP_MSG_PICTURE_OUTSIDE);
	unlink(path_of(s, "../inner/x.png"));
}

static void masks_must_stay_inside_too(void **state)
{
	struct scene *s = *state;

	save_png(s, "a.png", grey);
	save_png(s, "../out.png", grey);
	assert_int_equal(symlink("../out.png", path_of(s, "a.mask.png")), 0);
	assert_refused(s, "a", GP_MSG_PICTURE_OUTSIDE);
}

static void only_ordinary_files_are_read(void **state)
{
	struct scene *s = *state;

	assert_int_equal(mkfifo(path_of(s, "fifo.png"), 0644), 0);
	assert_refused(s, "fifo", GP_MSG_FILE_NOT_PLAIN);
	assert_int_equal(mkdir(path_of(s, "folder.png"), 0755), 0);
	assert_refused(s, "folder", GP_MSG_FILE_NOT_PLAIN);
}

/* --- limits -------------------------------------------------------------------------------- */

static void limits_are_kept(void **state)
{
	struct scene *s = *state;
	struct gp_picture_limits l = {.side = 8, .pixels = 64};

	save_png(s, "a.png", rgb);
	assert_non_null(get_within(s, "a", &l));
	l.side = 7;
	assert_null(get_within(s, "a", &l));
	assert_true(kit_says(kit_reports(&s->k), GP_MSG_PICTURE_SIDE));
	l.side = 8;
	l.pixels = 63;
	assert_null(get_within(s, "a", &l));
	assert_true(kit_says(kit_reports(&s->k), GP_MSG_PICTURE_PIXELS));
	l.file_bytes = 50;
	assert_null(get_within(s, "a", &l));
	assert_true(kit_says(kit_reports(&s->k), GP_MSG_FILE_TOO_BIG));
	l = (struct gp_picture_limits){SIZE_MAX, UINT32_MAX, UINT64_MAX};
	assert_non_null(get_within(s, "a", &l));
}

static void other_formats_are_named(void **state)
{
	static const struct {
		const char *bytes;
		unsigned len;
		enum gp_msg msg;
		const char *name;
	} files[] = {
		{"", 0, GP_MSG_PICTURE_VOID, ""},
		{"GIF89a......", 12, GP_MSG_PICTURE_FORMAT, " GIF "},
		{"RIFF....WEBPVP8 ", 16, GP_MSG_PICTURE_FORMAT, " WebP "},
		{"\0\0\0\30ftypheic....", 16, GP_MSG_PICTURE_FORMAT, " HEIC "},
		{"\0\0\0\30ftypavif....", 16, GP_MSG_PICTURE_FORMAT, " AVIF "},
		{"BM........", 10, GP_MSG_PICTURE_FORMAT, " BMP "},
		{"II*\0......", 10, GP_MSG_PICTURE_FORMAT, " TIFF "},
		{"%PDF-1.7", 8, GP_MSG_PICTURE_FORMAT, " PDF "},
		{"<svg xmlns", 10, GP_MSG_PICTURE_FORMAT, " SVG "},
		{"\0", 1, GP_MSG_PICTURE_KIND, ""},
		{"hello", 5, GP_MSG_PICTURE_KIND, ""},
	};
	struct scene *s = *state;
	const char *report;
	size_t i;

	for (i = 0; i < sizeof files / sizeof *files; i++) {
		save(s, "a.png", (struct gp_bytes){(const uint8_t *)files[i].bytes, files[i].len});
		assert_null(get(s, "a"));
		report = kit_reports(&s->k);
		assert_true(kit_says(report, files[i].msg));
		assert_non_null(strstr(report, files[i].name));
	}
}

/* --- masks and ink ------------------------------------------------------------------------- */

static void assert_ink(
	const struct gp_picture *pic, uint32_t x0, uint32_t y0, uint32_t x1, uint32_t y1)
{
	assert_non_null(pic);
	assert_int_equal(pic->ink.x0, x0);
	assert_int_equal(pic->ink.y0, y0);
	assert_int_equal(pic->ink.x1, x1);
	assert_int_equal(pic->ink.y1, y1);
}

/* A grey mask of w x h: `value` in the box x0, y0, x1, y1, `rest` elsewhere, packed and filtered.
 */
struct mask {
	uint32_t w, h, x0, y0, x1, y1;
	unsigned depth, value, rest, filter;
};

static void save_mask(struct scene *s, const struct mask *m)
{
	const struct kit_png spec = {.w = m->w, .h = m->h, .type = KIT_GREY, .depth = m->depth};
	size_t len = (m->w * (size_t)m->depth + 7) / 8;
	uint8_t *above = gp_arena_alloc(s->k.a, len), *row;
	struct kit_buf rows = {.a = s->k.a}, b = {.a = s->k.a};
	uint32_t x, y;
	bool inside;

	for (y = 0; y < m->h; y++, above = row) {
		row = gp_arena_alloc(s->k.a, len);
		for (x = 0; x < m->w; x++) {
			inside = x >= m->x0 && x < m->x1 && y >= m->y0 && y < m->y1;
			kit_pack(row, x, m->depth, inside ? m->value : m->rest);
		}
		kit_put_row(&rows, row, above, len, 1, m->filter == KIT_MIXED ? y % 5 : m->filter);
	}
	kit_put_header(&b, &spec);
	kit_put_idat(&b, kit_deflate(s->k.a, kit_bytes(&rows), 6), 0);
	kit_chunk(&b, "IEND", NULL, 0);
	save(s, "a.mask.png", kit_bytes(&b));
}

static void opaque_pictures_are_all_ink(void **state)
{
	struct scene *s = *state;

	save_png(s, "a.png", rgb);
	assert_ink(get(s, "a"), 0, 0, 8, 8);
	assert_false(get(s, "a")->has_mask);
}

/* Every box in a mask of 23 x 9 is found, whatever the filter. */
static void ink_box_is_exact(void **state)
{
	struct scene *s = *state;
	struct kit_png spec = rgb;
	struct mask m = {.w = 23, .h = 9, .depth = 8, .value = 9, .rest = 8};

	spec.w = 23;
	spec.h = 9;
	save_png(s, "a.png", spec);
	for (m.x0 = 0; m.x0 < m.w; m.x0 += 3)
		for (m.x1 = m.x0 + 1; m.x1 <= m.w; m.x1 += 4)
			for (m.y0 = 0; m.y0 < m.h; m.y0 += 4)
				for (m.y1 = m.y0 + 1; m.y1 <= m.h; m.y1 += 3) {
					m.filter = (m.filter + 1) % 6;
					save_mask(s, &m);
					assert_ink(get(s, "a"), m.x0, m.y0, m.x1, m.y1);
				}
	assert_string_equal(kit_reports(&s->k), "");
}

static void masks_of_any_depth_work(void **state)
{
	const unsigned depths[] = {1, 2, 4, 8, 16};
	struct scene *s = *state;
	struct mask m = {.w = 21, .h = 9, .x0 = 5, .y0 = 2, .x1 = 18, .y1 = 7};
	struct kit_png spec = rgb;
	struct gp_picture *pic;
	size_t i;

	spec.w = 21;
	spec.h = 9;
	save_png(s, "a.png", spec);
	for (i = 0; i < 5; i++) {
		m.depth = depths[i];
		m.value = depths[i] == 16 ? 0x0900 : depths[i] == 8 ? 200 : 1;
		save_mask(s, &m);
		pic = get(s, "a");
		assert_ink(pic, 5, 2, 18, 7);
		assert_true(pic->has_mask);
		assert_int_equal(pic->mask.space, GP_SPACE_GREY);
		assert_int_equal(pic->mask.bits, depths[i] == 16 ? 8 : depths[i]);
		assert_int_equal(
			pic->mask.coding, depths[i] == 16 ? GP_CODING_RAW : GP_CODING_FLATE_PNG);
	}
}

static void mask_may_have_another_size(void **state)
{
	struct scene *s = *state;
	struct mask m = {
		.w = 16, .h = 4, .x0 = 1, .y0 = 1, .x1 = 11, .y1 = 2, .depth = 8, .value = 255};
	struct gp_picture *pic;

	save_png(s, "a.png", rgb);
	save_mask(s, &m);
	pic = get(s, "a");
	assert_ink(pic, 0, 2, 6, 4);
	assert_int_equal(pic->mask_width, 16);
	assert_int_equal(pic->mask_height, 4);
}

static void jpeg_may_have_a_mask(void **state)
{
	struct scene *s = *state;
	struct mask m = {
		.w = 16, .h = 8, .x0 = 3, .y0 = 2, .x1 = 4, .y1 = 3, .depth = 8, .value = 90};
	struct gp_picture *pic;

	save(s, "a.jpg", jpeg(s));
	save_mask(s, &m);
	pic = get(s, "a");
	assert_ink(pic, 3, 2, 4, 3);
	assert_int_equal(pic->colour.coding, GP_CODING_JPEG);
}

static void gamma_of_a_mask_means_nothing(void **state)
{
	struct scene *s = *state;
	struct kit_png spec = {.w = 8, .h = 8, .type = KIT_GREY, .depth = 8, .gamma = 100000};
	struct gp_picture *pic;

	save_png(s, "a.png", rgb);
	save_png(s, "a.mask.png", spec);
	pic = get(s, "a");
	assert_non_null(pic);
	assert_int_equal(pic->mask.coding, GP_CODING_FLATE_PNG);
}

static void invisible_pictures_are_told(void **state)
{
	struct scene *s = *state;
	struct mask m = {.w = 8, .h = 8, .depth = 8, .rest = 8};

	save_png(s, "a.png", rgb);
	save_mask(s, &m);
	assert_ink(get(s, "a"), 0, 0, 8, 8);
	assert_true(kit_says(kit_reports(&s->k), GP_MSG_PICTURE_BLANK));
	assert_false(gp_diag_failed(s->k.d));
}

static void alpha_makes_ink_too(void **state)
{
	struct scene *s = *state;
	struct kit_png spec = {.w = 9, .h = 7, .type = KIT_INDEXED, .depth = 1, .n_trns = 1};
	struct gp_picture *pic;
	uint32_t x, y, x0 = 9, y0 = 7, x1 = 0, y1 = 0;

	for (y = 0; y < 7; y++)
		for (x = 0; x < 9; x++)
			if (kit_sample(&spec, x, y, 0)) {
				x0 = x < x0 ? x : x0;
				x1 = x + 1 > x1 ? x + 1 : x1;
				y0 = y < y0 ? y : y0;
				y1 = y + 1;
			}
	save_png(s, "a.png", spec);
	pic = get(s, "a");
	assert_ink(pic, x0, y0, x1, y1);
	assert_true(pic->has_mask);
}

static void masks_must_be_plain_grey(void **state)
{
	struct scene *s = *state;
	struct kit_png spec = grey;

	save_png(s, "a.png", rgb);
	save_png(s, "a.mask.png", rgb);
	assert_refused(s, "a", GP_MSG_MASK_GREY);
	save(s, "a.mask.png", jpeg(s));
	assert_refused(s, "a", GP_MSG_MASK_GREY);
	spec.n_trns = 2;
	save_png(s, "a.mask.png", spec);
	assert_refused(s, "a", GP_MSG_MASK_GREY);
	save(s, "a.mask.png", (struct gp_bytes){(const uint8_t *)"\211PNG\r\n\032\n", 8});
	assert_refused(s, "a", GP_MSG_PNG_CUT);
}

static void one_transparency_is_enough(void **state)
{
	struct scene *s = *state;

	save_png(s, "a.png", rgba);
	assert_non_null(get(s, "a"));
	save_png(s, "a.mask.png", grey);
	assert_refused(s, "a", GP_MSG_MASK_TWICE);
}

/* What is read is the same every time and does not depend on what the memory held. */
static void reading_repeats_exactly(void **state)
{
	struct scene *s = *state;
	struct gp_picture *one, *two;

	save_png(s, "a.png", rgba);
	one = get(s, "a");
	two = get(s, "a");
	assert_memory_equal(one->colour.data.data, two->colour.data.data, one->colour.data.len);
	assert_memory_equal(one->mask.data.data, two->mask.data.data, one->mask.data.len);
	assert_int_equal(one->colour.data.len, two->colour.data.len);
}

#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(endings_are_tried_in_order),
		TEST(kind_is_told_from_the_content),
		TEST(folders_may_be_named),
		TEST(names_that_leave_are_refused),
		TEST(missing_pictures_are_named),
		TEST(links_must_stay_inside),
		TEST(neighbours_are_outside),
		TEST(masks_must_stay_inside_too),
		TEST(only_ordinary_files_are_read),
		TEST(limits_are_kept),
		TEST(other_formats_are_named),
		TEST(opaque_pictures_are_all_ink),
		TEST(ink_box_is_exact),
		TEST(masks_of_any_depth_work),
		TEST(mask_may_have_another_size),
		TEST(jpeg_may_have_a_mask),
		TEST(gamma_of_a_mask_means_nothing),
		TEST(invisible_pictures_are_told),
		TEST(alpha_makes_ink_too),
		TEST(masks_must_be_plain_grey),
		TEST(one_transparency_is_enough),
		TEST(reading_repeats_exactly),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
