/*
 * Whole runs: what each option makes of a small guide, what is written, and what is refused with
 * which status.
 */
#include "unit/app_kit.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

/* --- names ----------------------------------------------------------------------------------- */

static void outputs_are_named_after_what_they_are(void **state)
{
	static const struct {
		struct gp_options o;
		bool left;
		const char *name;
	} cases[] = {
		{{.command = GP_CMD_BOOKLET}, false, "knee-de-booklet.pdf"},
		{{.command = GP_CMD_BOOKLET}, true, "knee-de-left-booklet.pdf"},
		{{.command = GP_CMD_BOOKLET, .edition = "ink-saver"}, false,
			"knee-de-booklet-ink-saver.pdf"},
		{{.command = GP_CMD_BOOKLET, .edition = "large", .sheet = "letter", .fronts = true},
			false, "knee-de-booklet-large-on-letter-fronts.pdf"},
		{{.command = GP_CMD_BOOKLET, .sheet = "a4", .backs = true}, true,
			"knee-de-left-booklet-on-a4-backs.pdf"},
		{{.command = GP_CMD_POSTER}, false, "knee-de-poster-a3.pdf"},
		{{.command = GP_CMD_POSTER, .size = "a2", .tile = "a4"}, false,
			"knee-de-poster-a2-on-a4.pdf"},
		{{.command = GP_CMD_POSTER, .size = "24x36", .edition = "grey"}, false,
			"knee-de-poster-24x36-grey.pdf"},
		{{.command = GP_CMD_CALIBRATE}, false, "calibration-a4.pdf"},
		{{.command = GP_CMD_CALIBRATE, .sheet = "letter"}, false, "calibration-letter.pdf"},
		{{.command = GP_CMD_POSTER, .output = "here/mine.pdf"}, false, "here/mine.pdf"},
	};
	struct gp_guide g = {.id = "knee", .language = "de"};
	struct gp_task t = {.guide = &g, .arena = gp_arena_new()};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		g.left = cases[i].left;
		t.o = &cases[i].o;
		assert_string_equal(gp_stage_output_name(&t), cases[i].name);
	}
	gp_arena_free(t.arena);
}

/* --- pages on paper -------------------------------------------------------------------------- */

struct pages {
	unsigned n, of_size;
	char first_label[80];
};

/* The pages of the dump in "out", and how many of them are of this size. */
static struct pages pages_of(gp_len width, gp_len height)
{
	char *text = app_text(app_path("out")), *at, *line = text, *label;
	struct pages p = {0};
	int w, h;

	for (; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (sscanf(line, "page %*u %dx%d", &w, &h) != 2)
			continue;
		at = strchr(line, '\n');
		label = strstr(line, "label=\"");
		if (p.n++ == 0 && label && label < at)
			sscanf(label, "label=\"%79[^\"]", p.first_label);
		p.of_size += w == width && h == height;
	}
	free(text);
	return p;
}

static struct pages dump(struct gp_options o, gp_len width, gp_len height)
{
	struct kit_parts parts = {.title = "A guide"};

	app_guide(&parts, &o);
	o.dump = true;
	assert_int_equal(app_run(&o), 0);
	return pages_of(width, height);
}

/* Page 0 stands upright with an empty back, so that the sheets lie right in the tray. */
static void sheets_hold_four_pages(void **state)
{
	const gp_len w = GP_MM(297), h = GP_MM(210);
	struct gp_options o = {.command = GP_CMD_BOOKLET};
	unsigned pages = dump(o, 0, 0).n, sides = pages / 2;
	struct pages p;

	(void)state;
	assert_int_equal(pages % 4, 0);
	o.sheet = "a4";
	p = dump(o, w, h);
	assert_int_equal(p.of_size, sides);
	assert_int_equal(p.n, sides + 2);
	assert_string_equal(p.first_label, "Page 0");
	o.flip_long = true;
	assert_int_equal(dump(o, w, h).of_size, sides);
	o.signature = 4;
	assert_int_equal(dump(o, w, h).of_size, sides);
	o.no_page_0 = true;
	assert_int_equal(dump(o, w, h).n, sides);
	o.backs = true;
	assert_int_equal(dump(o, w, h).n, sides / 2);
	o.backs = o.no_page_0 = false;
	o.fronts = true;
	p = dump(o, w, h);
	assert_int_equal(p.of_size, sides / 2);
	assert_int_equal(p.n, sides / 2 + 1);
	o = (struct gp_options){.command = GP_CMD_BOOKLET, .sheet = "letter"};
	assert_int_equal(dump(o, 792000, 612000).of_size, sides);
}

static void posters_are_tiled(void **state)
{
	struct gp_options o = {.command = GP_CMD_POSTER, .size = "a2", .tile = "a4"};
	struct pages p = dump(o, GP_MM(210), GP_MM(297));

	(void)state;
	/* A2 is four times A4; on Letter, which is shorter, it needs a row more */
	assert_int_equal(p.of_size, 1 + 4);
	assert_int_equal(p.n, 1 + 4);
	assert_string_equal(p.first_label, "Page 0");
	o.no_page_0 = true;
	assert_int_equal(dump(o, 0, 0).n, 4);
	o.tile = "letter";
	assert_int_equal(dump(o, 612000, 792000).of_size, 6);
	o = (struct gp_options){.command = GP_CMD_POSTER};
	assert_int_equal(dump(o, GP_MM(297), GP_MM(420)).of_size, 1);
}

static void print_shops_get_more_paper(void **state)
{
	struct gp_options o = {.command = GP_CMD_POSTER, .bleed = GP_MM(3), .marks = true};
	struct pages p = dump(o, GP_MM(297), GP_MM(420));

	(void)state;
	assert_int_equal(p.n, 1);
	assert_int_equal(p.of_size, 0);
}

static void calibration_has_two_sides(void **state)
{
	struct gp_options o = {.command = GP_CMD_CALIBRATE};
	char *there, *turned;

	(void)state;
	assert_int_equal(dump(o, GP_MM(297), GP_MM(210)).of_size, 2);
	there = app_text(app_path("out"));
	o.flip_long = true;
	assert_int_equal(dump(o, GP_MM(297), GP_MM(210)).of_size, 2);
	turned = app_text(app_path("out"));
	assert_string_not_equal(there, turned);
	free(there);
	free(turned);
	o.sheet = "letter";
	assert_int_equal(dump(o, 792000, 612000).of_size, 2);
}

/* --- one printer ----------------------------------------------------------------------------- */

/* Where the first words of the page with this label stand, in the dump in "out". */
static void first_words(const char *label, int at[2])
{
	char *text = app_text(app_path("out")), *page = strstr(text, label);
	char *glyphs = page ? strstr(page, "  glyphs ") : NULL;

	at[0] = at[1] = -1;
	if (glyphs)
		sscanf(strstr(glyphs, " at="), " at=%d,%d", &at[0], &at[1]);
	free(text);
}

static void a_printer_that_shifts_is_met_halfway(void **state)
{
	struct gp_options o = {.command = GP_CMD_BOOKLET, .sheet = "a4", .no_page_0 = true};
	int plain[2], moved[2];

	(void)state;
	app_put(app_path("printer.json"), "{\"format\":1,\"front\":{\"x\":\"1mm\",\"y\":\"-2mm\"},"
					  "\"back\":{\"x\":\"0mm\",\"y\":\"0mm\"}}");
	dump(o, 0, 0);
	first_words("page 0 ", plain);
	o.printer = app_path("printer.json");
	dump(o, 0, 0);
	first_words("page 0 ", moved);
	assert_true(plain[0] > 0);
	assert_in_range(plain[0] - moved[0], GP_MM(1) - 2, GP_MM(1) + 2);
	assert_in_range(moved[1] - plain[1], GP_MM(2) - 2, GP_MM(2) + 2);
}

/* --- what is written ------------------------------------------------------------------------- */

static void starts_with(const char *path, const char *with)
{
	char *text = app_text(path);

	assert_memory_equal(text, with, strlen(with));
	free(text);
}

static void holds(const char *path, const char *words)
{
	char *text = app_text(path);

	if (!strstr(text, words))
		fail_msg("%s is not in: %s", words, text);
	free(text);
}

static void a_pdf_and_its_rule_are_written(void **state)
{
	static const char *const inputs[] = {"/wide.png\n", "/wide.png:\n", "/step.mask.png",
		".ttf", ".icc", "style.json", "words.en.json", "/facts.json", "anchors.json"};
	size_t i;
	struct kit_parts parts = {.title = "A guide"};
	struct gp_options o = {.command = GP_CMD_POSTER, .output = app_path("p.pdf")};

	(void)state;
	app_guide(&parts, &o);
	o.depfile = app_path("p.d");
	assert_int_equal(app_run(&o), 0);
	starts_with(o.output, "%PDF-1.7\n");
	starts_with(o.depfile, o.output);
	for (i = 0; i < sizeof inputs / sizeof *inputs; i++)
		holds(o.depfile, inputs[i]);
	o.cmyk = true;
	assert_int_equal(app_run(&o), 0);
	starts_with(o.output, "%PDF-1.7\n");
}

static void the_schema_is_printed(void **state)
{
	struct gp_options o = {.command = GP_CMD_SCHEMA};
	char *printed, *kept = app_text("content/house/guide.schema.json");

	(void)state;
	assert_int_equal(app_run(&o), 0);
	printed = app_text(app_path("out"));
	assert_string_equal(printed, kept);
	free(printed);
	free(kept);
}

/* --- what changed ---------------------------------------------------------------------------- */

static void press_with_prints(struct gp_options o, const char *title)
{
	struct kit_parts parts = {.title = title};

	app_guide(&parts, &o);
	o.fingerprints = app_path("prints");
	o.output = app_path("b.pdf");
	assert_int_equal(app_run(&o), 0);
}

static void is_changed(const char *expected)
{
	char *text = app_text(app_path("prints.changed"));

	assert_string_equal(text, expected);
	free(text);
}

static void sides_that_changed_are_named(void **state)
{
	struct gp_options o = {.command = GP_CMD_BOOKLET, .sheet = "a4"};
	char *prints;

	(void)state;
	remove(app_path("prints"));
	press_with_prints(o, "A guide");
	is_changed("");
	press_with_prints(o, "A guide");
	is_changed("");
	/* the title stands on the cover, so on the front of the outer sheet */
	press_with_prints(o, "Another guide");
	prints = app_text(app_path("prints.changed"));
	assert_non_null(strstr(prints, "Sheet 1 front changed (pages "));
	free(prints);
	press_with_prints(o, "Another guide"); /* stays on record */
	holds(app_path("prints.changed"), "Sheet 1 front changed");
}

static void sides_that_come_and_go_are_named(void **state)
{
	struct gp_options o = {.command = GP_CMD_POSTER};

	(void)state;
	app_put(app_path("prints"), "nonsense\n0123456789abcdef\tpage 7\tgone\n0123456789abcdef\n");
	press_with_prints(o, "A guide");
	is_changed("page 1 is new\npage 7 is gone (page gone)\n");
}

/* --- what is refused ------------------------------------------------------------------------- */

static void refused(struct gp_options o, int status, enum gp_msg msg, const char *words)
{
	struct kit_parts parts = {.title = "A guide"};
	const char *guide = o.guide;
	char *text, piece[100];

	app_guide(&parts, &o);
	o.guide = guide ? guide : o.guide;
	o.output = o.output ? o.output : app_path("refused.pdf");
	assert_int_equal(app_run(&o), status);
	assert_false(app_is_there(app_path("refused.pdf")));
	text = app_text(app_path("err"));
	snprintf(
		piece, sizeof piece, "%.*s", (int)strcspn(gp_msg_text(msg), "%"), gp_msg_text(msg));
	if (!strstr(text, piece) || !strstr(text, words))
		fail_msg("wanted \"%s\" and \"%s\": %s", piece, words, text);
	free(text);
}

static void what_cannot_be_is_refused(void **state)
{
	(void)state;
	refused((struct gp_options){.command = GP_CMD_POSTER, .size = "a9"}, 1, GP_MSG_UNKNOWN_SIZE,
		"a9");
	refused((struct gp_options){.command = GP_CMD_POSTER, .tile = "a9"}, 1,
		GP_MSG_UNKNOWN_PAPER, "a9");
	refused((struct gp_options){.command = GP_CMD_BOOKLET, .sheet = "a9"}, 1,
		GP_MSG_UNKNOWN_PAPER, "a9");
	refused((struct gp_options){.command = GP_CMD_CALIBRATE, .sheet = "a9"}, 1,
		GP_MSG_UNKNOWN_PAPER, "a9");
	refused((struct gp_options){.command = GP_CMD_BOOKLET, .size = "a9"}, 1, GP_MSG_STYLE_PAGE,
		"a9");
	refused((struct gp_options){.command = GP_CMD_BOOKLET, .edition = "greyy"}, 1,
		GP_MSG_STYLE_EDITION, "did you mean \"grey\"");
	refused((struct gp_options){.command = GP_CMD_BOOKLET, .printer = "nowhere.json"}, 3,
		GP_MSG_FILE_OPEN, "nowhere.json");
	refused((struct gp_options){.command = GP_CMD_BOOKLET, .guide = "nowhere.json"}, 3,
		GP_MSG_FILE_OPEN, "nowhere.json");
	refused((struct gp_options){.command = GP_CMD_POSTER, .output = "/nowhere/at/all.pdf"}, 3,
		GP_MSG_FILE_WRITE, "/nowhere/at/all.pdf");
}

/* A warning prints; with -W it does not. */
static void warnings_count_when_asked(void **state)
{
	struct kit_parts parts = {.blocks = "{\"type\":\"text\",\"text\":\"Two  spaces.\"}"};
	struct gp_options o = {.command = GP_CMD_BOOKLET, .output = app_path("w.pdf")};

	(void)state;
	remove(app_path("w.pdf"));
	app_guide(&parts, &o);
	o.strict = true;
	assert_int_equal(app_run(&o), 1);
	assert_false(app_is_there(app_path("w.pdf")));
	o.strict = false;
	assert_int_equal(app_run(&o), 0);
	starts_with(app_path("w.pdf"), "%PDF");
	holds(app_path("err"), "warning: two spaces");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(outputs_are_named_after_what_they_are),
		cmocka_unit_test(sheets_hold_four_pages),
		cmocka_unit_test(posters_are_tiled),
		cmocka_unit_test(print_shops_get_more_paper),
		cmocka_unit_test(calibration_has_two_sides),
		cmocka_unit_test(a_printer_that_shifts_is_met_halfway),
		cmocka_unit_test(a_pdf_and_its_rule_are_written),
		cmocka_unit_test(the_schema_is_printed),
		cmocka_unit_test(sides_that_changed_are_named),
		cmocka_unit_test(sides_that_come_and_go_are_named),
		cmocka_unit_test(what_cannot_be_is_refused),
		cmocka_unit_test(warnings_count_when_asked),
	};

	return cmocka_run_group_tests_name("app_run", tests, NULL, NULL);
}
