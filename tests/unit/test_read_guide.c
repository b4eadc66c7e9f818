/*
 * The model of a guide: what stands in the files arrives in the structs, numbers are computed, and
 * the tables of the schema hold what the reader builds.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "read_kit.h"

#include "base/file.h"

#include <stdlib.h>

struct fixture {
	struct gp_arena *a;
	struct gp_diag *d;
	struct gp_read_paths paths;
};

static int open_fixture(void **state)
{
	struct fixture *f = malloc(sizeof *f);

	f->a = gp_arena_new();
	f->d = gp_diag_new();
	f->paths = (struct gp_read_paths){.guide = "tests/golden/read/ok.json",
		.words = KIT_WORDS,
		.anchors = KIT_BASE "anchors.json"};
	*state = f;
	return 0;
}

static int close_fixture(void **state)
{
	struct fixture *f = *state;

	gp_diag_free(f->d);
	gp_arena_free(f->a);
	free(f);
	return 0;
}

static const char *plain(struct fixture *f, const struct gp_rich *r)
{
	return gp_rich_plain(f->a, r);
}

/* The base guide with a list of blocks in the place of its first text. */
static struct gp_guide *with_blocks(struct fixture *f, const char *blocks)
{
	static const char old[] = "{ \"type\": \"text\", \"text\": \"One paragraph.\" }";
	struct gp_bytes file;
	const char *text, *at;

	assert_true(
		gp_file_read("tests/golden/read/ok.json", 1 << 20, GP_NOWHERE, f->a, f->d, &file));
	text = (const char *)file.data;
	at = strstr(text, old);
	assert_non_null(at);
	text = gp_arena_printf(
		f->a, "%.*s%s%s", (int)(at - text), text, blocks, at + sizeof old - 1);
	f->paths.guide = "tests/golden/read/ok.json";
	return gp_read_root(
		&f->paths, gp_json_parse("t", text, strlen(text), f->a, f->d), f->a, f->d);
}

static const struct gp_block *first(const struct gp_guide *g)
{
	return g->chapters[0].sections.s[0].blocks.b;
}

static void no_messages(struct fixture *f)
{
	assert_string_equal(kit_messages(f->a, f->d), "");
}

static void a_guide_is_read(void **state)
{
	struct fixture *f = *state;
	const struct gp_guide *g = gp_read_guide(&f->paths, f->a, f->d);

	no_messages(f);
	assert_non_null(g);
	assert_string_equal(g->id, "hand");
	assert_string_equal(g->language, "en");
	assert_string_equal(g->meta.title, "Free the hand");
	assert_string_equal(kit_show(f->a, &g->meta.title_text), "Free the {em|hand}");
	assert_string_equal(plain(f, &g->meta.short_title), "Hand");
	assert_string_equal(g->meta.author, "A. Writer");
	assert_string_equal(g->meta.date, "2026-11");
	assert_string_equal(plain(f, &g->cover.foot[1]), "Right");
	assert_string_equal(g->cover.image.id, "hand");
	assert_string_equal(g->cover.image.alt, "A hand.");
	assert_int_equal(g->cover.image.note->w, gp_len_um(100000));
	assert_int_equal(g->front.n, 1);
	assert_int_equal(g->front.s[0].start, GP_START_LEFT);
	assert_true(g->has_contents);
	assert_int_equal(g->n_contents_notes, 1);
	assert_int_equal(g->n_chapters, 1);
	assert_int_equal(g->chapters[0].sections.n, 2);
	assert_int_equal(g->back.n, 1);
	assert_false(g->back_cover.present);
	assert_int_equal(g->n_steps, 4);
	assert_int_equal(g->poster.n_side, 1);
	assert_string_equal(g->words.tip, "Tip");
}

static void times_are_summed(void **state)
{
	struct fixture *f = *state;
	const struct gp_guide *g = gp_read_guide(&f->paths, f->a, f->d);

	/* 60 both, then 3 x 30 and 30 on one hand, and the same again on the other */
	assert_int_equal(g->steps[0].time, 60);
	assert_int_equal(g->steps[1].time, 90);
	assert_int_equal(g->steps[3].time, 120);
	assert_int_equal(g->facts.total_seconds, 300);
	assert_int_equal(g->facts.short_seconds, 180);
	assert_true(g->steps[1].in_short && !g->steps[2].in_short);
	assert_true(g->steps[1].each_leg && !g->steps[0].each_leg);
	assert_string_equal(g->steps[1].dose, "3 \u00d7 30 s");
	assert_string_equal(g->steps[2].dose, "10 \u00d7");
	assert_string_equal(g->steps[3].dose, "2 min");
	assert_string_equal(plain(f, &g->steps[3].title), "Other hand");
	assert_string_equal(g->steps[3].wide.id, "hand-wide");
	assert_string_equal(plain(f, &g->poster.dose), "5\u00a0min, 3\u20135 days a week");
	assert_int_equal(g->facts.days[0], 3);
	assert_int_equal(g->facts.target[1], 6);
	assert_int_equal(g->facts.n_sources, 3);
	assert_int_equal(g->facts.sources[0].number, 1);
	assert_int_equal(g->facts.sources[1].number, 0);
	assert_string_equal(g->facts.sources[1].year, "1999 edition");
	assert_int_equal(g->facts.sources[2].number, 2);
	assert_string_equal(g->facts.sources[2].year, "2010");
}

static const char *target(const struct gp_guide *g, const char *id)
{
	const struct gp_target *t = gp_guide_target(g, id);

	return t ? t->title : "none";
}

static void targets_have_titles(void **state)
{
	struct fixture *f = *state;
	const struct gp_guide *g = with_blocks(f,
		"{ \"type\": \"text\", \"id\": \"words\", \"text\": \"See {fig:f1}.\" },"
		"{ \"type\": \"tip\", \"title\": \"T\", \"blocks\":"
		"  [{ \"type\": \"text\", \"id\": \"inner\", \"text\": \"{page:words}\" }] },"
		"{ \"type\": \"figure\", \"id\": \"f1\", \"image\": \"hand\", \"alt\": \"a\","
		"  \"caption\": \"c\" }");
	const struct gp_block *b = first(g);
	const char *section = gp_rich_plain(f->a, &g->chapters[0].sections.s[0].title);

	no_messages(f);
	assert_string_equal(target(g, "words"), section);
	assert_string_equal(target(g, "inner"), section);
	assert_string_equal(target(g, "f1"), "Figure 1");
	assert_string_equal(target(g, "nobody"), "none");
	assert_string_equal(b[0].as.text.r[0].spans[1].link, "#f1");
	assert_string_equal(b[1].as.callout.blocks.b[0].as.text.r[0].spans[0].link, "#words");
	g = gp_read_guide(&f->paths, f->a, f->d);
	assert_string_equal(
		target(g, g->chapters[0].id), gp_rich_plain(f->a, &g->chapters[0].title));
	assert_true(gp_guide_target(g, g->chapters[0].id)->has_page);
}

static void sides_are_taken(void **state)
{
	struct fixture *f = *state;
	const struct gp_guide *g = gp_read_guide(&f->paths, f->a, f->d);

	assert_false(g->left || g->mirror);
	f->paths.left = true;
	g = gp_read_guide(&f->paths, f->a, f->d);
	assert_true(g->left && g->mirror);
	g = with_blocks(
		f, "{ \"type\": \"text\", \"text\": { \"right\": \"r\", \"left\": \"l\" } }");
	assert_string_equal(plain(f, &first(g)->as.text.r[0]), "l");
	no_messages(f);
}

static void simple_blocks_are_built(void **state)
{
	struct fixture *f = *state;
	const struct gp_block *b = first(with_blocks(f,
		"{ \"type\": \"text\", \"id\": \"t\", \"text\": [\"One.\", \"Two.\"],"
		"  \"note\": { \"title\": \"N\", \"figure\": \"{pressure}\", \"scale\": true,"
		"    \"key\": [{ \"mark\": \"zone-2\", \"text\": \"spread\" }] },"
		"  \"notes\": [{ \"title\": \"M\", \"text\": \"m\" }] },"
		"{ \"type\": \"list\", \"kind\": \"number\", \"items\": [\"a\", \"b\", \"c\"] },"
		"{ \"type\": \"caution\", \"title\": \"C\", \"large\": true, \"blocks\":"
		"  [{ \"type\": \"list\", \"kind\": \"tick\", \"items\": [\"x\"] }] },"
		"{ \"type\": \"small\", \"text\": \"s\" }, { \"type\": \"warning\", \"text\": "
		"\"w\" },"
		"{ \"type\": \"pressure\" }, { \"type\": \"sources\" }"));

	no_messages(f);
	assert_int_equal(b[0].kind, GP_BLOCK_TEXT);
	assert_string_equal(b[0].id, "t");
	assert_int_equal(b[0].as.text.n, 2);
	assert_int_equal(b[0].n_notes, 2);
	assert_true(b[0].notes[0].scale);
	assert_string_equal(plain(f, &b[0].notes[0].figure), "4\u20136");
	assert_int_equal(b[0].notes[0].key[0].mark, GP_KEY_ZONE_2);
	assert_string_equal(plain(f, &b[0].notes[1].text), "m");
	assert_int_equal(b[1].as.list.kind, GP_LIST_NUMBER);
	assert_int_equal(b[1].as.list.items.n, 3);
	assert_int_equal(b[2].as.callout.kind, GP_CAUTION);
	assert_true(b[2].as.callout.large);
	assert_int_equal(b[2].as.callout.blocks.b[0].as.list.kind, GP_LIST_TICK);
	assert_int_equal(b[3].kind, GP_BLOCK_SMALL);
	assert_int_equal(b[4].kind, GP_BLOCK_WARNING);
	assert_int_equal(b[5].kind, GP_BLOCK_PRESSURE);
	assert_int_equal(b[6].kind, GP_BLOCK_SOURCES);
}

static void figures_are_built(void **state)
{
	struct fixture *f = *state;
	const struct gp_block *b = first(with_blocks(f,
		"{ \"type\": \"figure\", \"image\": \"hand\", \"alt\": \"a\", \"width\": \"half\","
		"  \"crop\": [0.1, 0.25, 0.5, 1], \"marks\": [{ \"at\": \"thumb\", \"kind\": "
		"\"point\","
		"    \"text\": \"X2\" }], \"labels\": [{ \"at\": \"wrist\", \"text\": \"**W** b\","
		"    \"badge\": \"1\", \"place\": { \"x\": 0.5, \"y\": 0.25, \"width\": 0.3333 } },"
		"    { \"at\": \"wrist\", \"text\": \"w\", \"place\": \"right\" }],"
		"  \"side\": \"right\", \"beside\": [{ \"type\": \"text\", \"text\": \"t "
		"{fig:late}\" },"
		"    { \"type\": \"figure\", \"id\": \"in\", \"image\": \"finger\", "
		"\"decorative\": true,"
		"      \"caption\": \"In.\" }] },"
		"{ \"type\": \"figure\", \"id\": \"late\", \"image\": \"hand\", \"alt\": \"a\","
		"  \"caption\": \"Late, after {fig:in}.\" }"));
	const struct gp_figure *fig = &b[0].as.figure;

	no_messages(f);
	assert_int_equal(fig->number, 0);
	assert_int_equal(fig->width, GP_WIDTH_HALF);
	assert_true(fig->picture_right);
	assert_int_equal(fig->image.crop[0], 1000);
	assert_int_equal(fig->image.crop[1], 2500);
	assert_int_equal(fig->image.crop[3], 10000);
	assert_int_equal(fig->image.marks[0].at->x, 2500);
	assert_string_equal(fig->image.marks[0].text, "X2");
	assert_int_equal(fig->image.labels[0].where, GP_LABEL_AT);
	assert_int_equal(fig->image.labels[0].w, 3333);
	assert_string_equal(fig->image.labels[0].badge, "1");
	assert_int_equal(fig->image.labels[1].where, GP_LABEL_RIGHT);
	assert_string_equal(plain(f, &fig->beside.b[0].as.text.r[0]), "t 2");
	assert_true(fig->beside.b[1].as.figure.image.decorative);
	assert_null(fig->beside.b[1].as.figure.image.alt);
	assert_int_equal(fig->beside.b[1].as.figure.number, 1);
	assert_int_equal(b[1].as.figure.number, 2);
	assert_string_equal(plain(f, &b[1].as.figure.caption), "Late, after 1.");
	assert_int_equal(b[1].as.figure.image.crop[2], 10000);
}

static void tables_are_built(void **state)
{
	struct fixture *f = *state;
	const struct gp_block *b = first(with_blocks(f,
		"{ \"type\": \"table\", \"id\": \"t\", \"caption\": \"T {table:t}\", "
		"\"row_heads\": true,"
		"  \"columns\": [{ \"head\": \"A\", \"width\": 3 }, { \"head\": \"\", \"align\":"
		"    \"centre\" }], \"rows\": [{ \"cells\": [\"a\", { \"rating\": 3, \"of\": 5 }] "
		"},"
		"    { \"marked\": true, \"cells\": [{ \"image\": \"finger\", \"alt\": \"f\" },"
		"      { \"dot\": \"typical\" }] }] },"
		"{ \"type\": \"matrix\", \"head\": \"H\", \"heads\": [\"X1\", \"X2\"], \"rows\":"
		"  [{ \"text\": \"r\", \"dots\": [\"sometimes\", \"\"] }] },"
		"{ \"type\": \"facts\", \"rows\": [[\"a\", \"b\"], [\"c\", \"d\"]] }"));
	const struct gp_table *t = &b[0].as.table;

	no_messages(f);
	assert_int_equal(t->number, 1);
	assert_string_equal(plain(f, &t->caption), "T 1");
	assert_true(t->row_heads);
	assert_int_equal(t->columns[0].width, 3);
	assert_int_equal(t->columns[1].width, 1);
	assert_int_equal(t->columns[1].align, GP_CENTRE);
	assert_int_equal(t->columns[1].head.n, 0);
	assert_int_equal(t->rows[0].cells[0].kind, GP_CELL_TEXT);
	assert_int_equal(t->rows[0].cells[1].rating, 3);
	assert_int_equal(t->rows[0].cells[1].of, 5);
	assert_true(t->rows[1].marked);
	assert_string_equal(t->rows[1].cells[0].image.id, "finger");
	assert_int_equal(t->rows[1].cells[1].dot, GP_DOT_TYPICAL);
	assert_int_equal(b[1].as.matrix.rows[0].dots[0], GP_DOT_SOMETIMES);
	assert_int_equal(b[1].as.matrix.rows[0].dots[1], GP_DOT_NONE);
	assert_int_equal(b[2].as.facts.n, 2);
	assert_string_equal(plain(f, &b[2].as.facts.rows[1].value), "d");
}

static void other_blocks_are_built(void **state)
{
	struct fixture *f = *state;
	const struct gp_block *b = first(with_blocks(f,
		"{ \"type\": \"trio\", \"size\": \"low\", \"cells\": [{ \"figure\": "
		"\"{dose:press}\" },"
		"  { \"image\": \"finger\", \"alt\": \"f\", \"sign\": \"wrong\", \"badge\": \"X1\","
		"    \"page\": \"what\", \"title\": \"t\", \"text\": \"u\" }] },"
		"{ \"type\": \"traffic\", \"cells\": [{ \"figure\": \"1\", \"title\": \"a\", "
		"\"text\":"
		"  \"b\" }, { \"figure\": \"2\", \"title\": \"a\", \"text\": \"b\" }, { \"figure\":"
		"  \"3\", \"title\": \"a\", \"text\": \"b\" }] },"
		"{ \"type\": \"ruler\", \"unit\": \"cm\", \"to\": 12, \"bands\": [5, 10], "
		"\"start\":"
		"  \"wall\", \"label\": \"l\" },"
		"{ \"type\": \"routine\", \"only\": \"short\", \"intro\": [\"i\"], \"feet\":"
		"  [{ \"type\": \"tip\", \"title\": \"t\", \"blocks\": [{ \"type\": \"text\","
		"    \"text\": \"x\" }] }] },"
		"{ \"type\": \"stretch\", \"cards\": [{ \"title\": \"t\", \"text\": \"x\", "
		"\"dose\":"
		"  \"d\" }] },"
		"{ \"type\": \"log\", \"points\": [\"X1\"], \"measure\": { \"title\": \"m\", "
		"\"unit\":"
		"  \"cm\" } },"
		"{ \"type\": \"glossary\", \"rows\": [{ \"term\": \"t\", \"text\": \"x\", "
		"\"other\":"
		"  { \"de\": \"d\" } }] }"));

	no_messages(f);
	assert_int_equal(b[0].kind, GP_BLOCK_TRIO);
	assert_int_equal(b[0].as.trio.size, GP_TRIO_LOW);
	assert_null(b[0].as.trio.cells[0].image.id);
	assert_int_equal(b[0].as.trio.cells[1].sign, GP_SIGN_WRONG);
	assert_string_equal(b[0].as.trio.cells[1].page, "what");
	assert_int_equal(b[1].kind, GP_BLOCK_TRAFFIC);
	assert_int_equal(b[1].as.trio.n, 3);
	assert_int_equal(b[2].as.ruler.bands[1], 10);
	assert_true(b[3].as.routine.only_short);
	assert_int_equal(b[3].as.routine.feet.b[0].as.callout.kind, GP_TIP);
	assert_null(b[4].as.stretch.cards[0].image.id);
	assert_string_equal(plain(f, &b[5].as.log.measure_unit), "cm");
	assert_string_equal(b[6].as.glossary.rows[0].other_lang, "de");
	assert_string_equal(plain(f, &b[6].as.glossary.rows[0].other), "d");
}

/* Whatever is taken out of a good guide, the reader says something or is content; never more. */
static void every_missing_part_is_survived(void **state)
{
	struct fixture *f = *state;
	struct gp_bytes file;
	const char *text, *p;
	size_t n = 0;

	assert_true(gp_file_read(f->paths.guide, 1 << 20, GP_NOWHERE, f->a, f->d, &file));
	text = (const char *)file.data;
	for (p = strchr(text, '"'); p; p = strchr(p + 1, '"')) {
		char *copy = gp_arena_str(f->a, text);
		struct gp_diag *d = gp_diag_new();
		const struct gp_json *root;

		copy[p - text + 1] = 'q'; /* a key becomes unknown, a value wrong */
		root = gp_json_parse("t", copy, strlen(copy), f->a, d);
		if (root) {
			gp_read_root(&f->paths, root, f->a, d);
			n++;
		}
		gp_diag_free(d);
	}
	assert_true(n > 100);
}

/* Values of every kind in the place of every value. */
static void every_wrong_kind_is_survived(void **state)
{
	static const char *const kinds[] = {"null", "true", "-1.5", "\"\"", "[]", "{}", "[[]]",
		"{\"type\":5}", "[{\"type\":\"figure\"}]", "[null,5,\"x\"]"};
	struct fixture *f = *state;
	struct gp_arena *a = gp_arena_new();
	const struct gp_json *root;
	struct gp_bytes file;
	const char *text, *p;
	size_t i, n = 0;

	assert_true(gp_file_read(f->paths.guide, 1 << 20, GP_NOWHERE, f->a, f->d, &file));
	text = (const char *)file.data;
	for (p = strchr(text, ':'); p; p = strchr(p + 1, ':')) {
		const char *end = p + 1 + strcspn(p + 1, ",}");

		for (i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
			char *copy = gp_arena_printf(
				a, "%.*s %s%s", (int)(p + 1 - text), text, kinds[i], end);
			struct gp_diag *d = gp_diag_new();

			root = gp_json_parse("t", copy, strlen(copy), a, d);
			if (root)
				gp_read_root(&f->paths, root, a, d);
			n += root != NULL;
			gp_diag_free(d);
		}
		gp_arena_free(a);
		a = gp_arena_new();
	}
	gp_arena_free(a);
	assert_true(n > 300);
}

static void files_of_the_house_are_good(void **state)
{
	struct fixture *f = *state;

	f->paths = (struct gp_read_paths){.guide = "content/soleus.en.json"};
	assert_non_null(gp_read_guide(&f->paths, f->a, f->d));
	f->paths.left = true;
	assert_non_null(gp_read_guide(&f->paths, f->a, f->d));
	no_messages(f);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_fixture, close_fixture)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_guide_is_read),
		TEST(times_are_summed),
		TEST(targets_have_titles),
		TEST(sides_are_taken),
		TEST(simple_blocks_are_built),
		TEST(figures_are_built),
		TEST(tables_are_built),
		TEST(other_blocks_are_built),
		TEST(every_missing_part_is_survived),
		TEST(every_wrong_kind_is_survived),
		TEST(files_of_the_house_are_good),
	};

	return cmocka_run_group_tests_name("read_guide", tests, NULL, NULL);
}
