/* Dates, Info and XMP, colour profiles. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pdf/meta.h"
#include "pdf/sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void test_dates(void **state)
{
	static const char *const rows[][3] = {
		{"2026", NULL, "2026-01-01T00:00:00Z"},
		{"2026-11", NULL, "2026-11-01T00:00:00Z"},
		{"2026-11-25", "5", "2026-11-25T00:00:00Z"},
		{"2026-11-25T13:14:15Z", NULL, "2026-11-25T13:14:15Z"},
		{"2026-11-25T13:14", NULL, "2026-11-25T13:14:00Z"},
		{NULL, "0", "1970-01-01T00:00:00Z"},
		{NULL, "951827696", "2000-02-29T12:34:56Z"},
		{NULL, "1772323199", "2026-02-28T23:59:59Z"},
		{NULL, "4107542400", "2100-03-01T00:00:00Z"},
		{"soon", "86400", "1970-01-02T00:00:00Z"},
		{NULL, "-1", NULL},
		{NULL, "", NULL},
		{NULL, "12x", NULL},
		{NULL, "999999999999999", NULL},
		{NULL, NULL, NULL},
	};
	struct gp_arena *a = gp_arena_new();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *got = gp_meta_date(rows[i][0], rows[i][1], a);

		if (rows[i][2])
			assert_string_equal(got, rows[i][2]);
		else
			assert_null(got);
	}
	gp_arena_free(a);
}

static bool holds(struct gp_bytes file, const char *text)
{
	size_t i, n = strlen(text);

	for (i = 0; i + n <= file.len; i++) {
		if (memcmp(file.data + i, text, n) == 0)
			return true;
	}
	return false;
}

static void init(struct sample *s)
{
	sample_init(s);
	sample_page(s);
	sample_block(s, GP_TAG_P, 0, "x", 60);
}

static void test_twice_the_same(void **state)
{
	struct sample s;
	struct gp_bytes out;

	(void)state;
	init(&s);
	s.doc->title = "Fish & <chips>";
	s.doc->author = "\xc3\x84nne";
	s.doc->subject = "One (1)";
	s.doc->date = "2026-11";
	assert_true(sample_make(&s, &out));
	assert_true(
		holds(out, "/Title (Fish & <chips>)") && holds(out, ">Fish &amp; &lt;chips&gt;<"));
	assert_true(holds(out, "/Author <FEFF00C4006E006E0065>") &&
		    holds(out, "<rdf:li>\xc3\x84nne</rdf:li>"));
	assert_true(holds(out, "/Subject (One \\(1\\))") && holds(out, ">One (1)<"));
	assert_true(holds(out, "/CreationDate (D:20261101000000Z)"));
	assert_true(holds(out, "<xmp:CreateDate>2026-11-01T00:00:00Z</xmp:CreateDate>"));
	assert_true(holds(out, "<pdfaid:part>2</pdfaid:part>") &&
		    holds(out, "<pdfuaid:part>1</pdfuaid:part>"));
	assert_true(
		holds(out, "%PDF-1.7") && holds(out, "/OutputIntents") && holds(out, "/Lang (en)"));
	sample_done(&s);
}

/* What counts is bytes of UTF-16, not of the digits they are written with. */
static void test_longest_text(void **state)
{
	enum { LONGEST = (GP_PDF_MAX_TEXT - 2) / 2 }; /* letters, after the mark */
	struct sample s;
	struct gp_bytes out;
	unsigned more;
	size_t i;
	char *title;

	(void)state;
	for (more = 0; more < 2; more++) {
		init(&s);
		title = gp_arena_alloc(s.arena, 2 * (LONGEST + more) + 1);
		for (i = 0; i < LONGEST + more; i++)
			memcpy(title + 2 * i, "\xc3\x84", 2);
		s.doc->title = title;
		assert_int_equal(sample_make(&s, &out), !more);
		sample_done(&s);
	}
}

static void test_no_clock(void **state)
{
	struct sample s;
	struct gp_bytes out;

	(void)state;
	unsetenv("SOURCE_DATE_EPOCH");
	init(&s);
	assert_true(sample_make(&s, &out));
	assert_false(holds(out, "/CreationDate") || holds(out, "CreateDate"));
	setenv("SOURCE_DATE_EPOCH", "86400", 1);
	assert_true(sample_make(&s, &out));
	assert_true(holds(out, "/ModDate (D:19700102000000Z)"));
	unsetenv("SOURCE_DATE_EPOCH");
	sample_done(&s);
}

static void test_viewer(void **state)
{
	struct sample s;
	struct gp_bytes out;

	(void)state;
	init(&s);
	assert_true(sample_make(&s, &out));
	assert_true(holds(out, "/DisplayDocTitle true") && holds(out, "/PrintScaling /None"));
	assert_false(holds(out, "/Duplex") || holds(out, "/PickTray") || holds(out, "/PageLayout"));
	s.options.duplex = GP_DUPLEX_SHORT_EDGE;
	s.options.pick_tray = s.options.two_up_view = true;
	assert_true(sample_make(&s, &out));
	assert_true(holds(out, "/Duplex /DuplexFlipShortEdge") &&
		    holds(out, "/PickTrayByPDFSize true"));
	assert_true(holds(out, "/PageLayout /TwoPageRight"));
	s.options.duplex = GP_DUPLEX_LONG_EDGE;
	assert_true(sample_make(&s, &out) && holds(out, "/Duplex /DuplexFlipLongEdge"));
	sample_done(&s);
}

static void test_cmyk_is_no_archive(void **state)
{
	struct sample s;
	struct gp_bytes out;

	(void)state;
	init(&s);
	s.options.cmyk = true;
	s.options.icc = NULL;
	assert_true(sample_make(&s, &out));
	assert_false(holds(out, "pdfaid:part") || holds(out, "OutputIntent"));
	assert_true(holds(out, "<pdfuaid:part>1</pdfuaid:part>") && holds(out, "/CS /DeviceCMYK"));
	assert_true(holds(out, "/Trapped /False"));
	assert_true(holds(out, "<pdf:Trapped>False</pdf:Trapped>"));
	sample_done(&s);
}

/* The header of a press profile: all that is looked at. */
static void write_press(const char *name, const char *device, const char *colours)
{
	uint8_t head[256] = {0};
	FILE *out = fopen(name, "wb");

	head[2] = 1; /* 256 bytes */
	head[8] = 2;
	memcpy(head + 12, device, 4);
	memcpy(head + 16, colours, 4);
	memcpy(head + 36, "acsp", 4);
	assert_non_null(out);
	fwrite(head, 1, sizeof head, out);
	fclose(out);
}

static void test_press_profiles(void **state)
{
	static const struct {
		const char *device, *colours, *why;
	} rows[] = {{"prtr", "CMYK", NULL}, {"mntr", "CMYK", "not describe a printing machine"},
		{"prtr", "RGB ", "colours are not CMYK"}};
	char name[] = "/tmp/test_pdf_meta_XXXXXX";
	int fd = mkstemp(name);
	struct sample s;
	struct gp_bytes file;
	size_t i;

	(void)state;
	assert_true(fd >= 0);
	close(fd);
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		write_press(name, rows[i].device, rows[i].colours);
		init(&s);
		s.options.cmyk = true;
		s.options.icc = name;
		assert_int_equal(sample_make(&s, &file), rows[i].why == NULL);
		if (rows[i].why)
			assert_true(sample_heard(&s, rows[i].why));
		else
			assert_true(holds(file, "/GTS_PDFX") && holds(file, "/N 4"));
		sample_done(&s);
	}
	remove(name);
}

/* Spoil one byte of the profile, or cut it, and see why it is refused. */
static void test_profiles(void **state)
{
	static const struct {
		size_t at;
		int byte;
		const char *why;
	} rows[] = {{36, 'x', "no ICC profile"}, {3, 0, "not complete"}, {8, 5, "neither version"},
		{12, 'p', "not describe a display"}, {16, 'C', "not RGB"},
		{0, -1, "no ICC profile"}};
	static uint8_t bytes[65536];
	FILE *in = fopen(SAMPLE_ICC, "rb"), *out;
	char name[] = "/tmp/test_pdf_meta_XXXXXX";
	size_t len, i;
	int fd = mkstemp(name);
	struct sample s;
	struct gp_bytes file;

	(void)state;
	assert_true(in && fd >= 0);
	len = fread(bytes, 1, sizeof bytes, in);
	fclose(in);
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint8_t kept = bytes[rows[i].at];

		if (rows[i].byte >= 0)
			bytes[rows[i].at] = (uint8_t)rows[i].byte;
		out = fopen(name, "wb");
		assert_non_null(out);
		fwrite(bytes, 1, rows[i].byte < 0 ? 100 : len, out);
		fclose(out);
		bytes[rows[i].at] = kept;
		init(&s);
		s.options.icc = name;
		assert_false(sample_make(&s, &file));
		assert_int_equal(gp_diag_status(s.diag, false), 3);
		assert_true(sample_heard(&s, rows[i].why));
		sample_done(&s);
	}
	remove(name);
	init(&s);
	s.options.icc = name; /* gone now */
	assert_false(sample_make(&s, &file));
	assert_int_equal(gp_diag_status(s.diag, false), 3);
	sample_done(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dates),
		cmocka_unit_test(test_twice_the_same),
		cmocka_unit_test(test_longest_text),
		cmocka_unit_test(test_no_clock),
		cmocka_unit_test(test_viewer),
		cmocka_unit_test(test_cmyk_is_no_archive),
		cmocka_unit_test(test_press_profiles),
		cmocka_unit_test(test_profiles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
