/*
 * Random guides: every word is on paper once and in the order of the guide, nothing sticks out,
 * every id can be found, pages make whole leaves.
 */
#include "layout_kit.h"

#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

enum { ROUNDS = 60, MAX_IDS = 400, MAX_WORDS = 20000 };

/* A guide in the making: words are w00001, w00002 …, each used once, in reading order. */
struct trial {
	uint64_t seed, state;
	FILE *f;
	char *text;
	size_t len;
	unsigned n_words, n_ids;
	bool in_note[MAX_WORDS]; /* notes follow the block they are beside, also from within it */
	struct layout_kit k;
};

#define CHECK(t, ok)                                                                               \
	do {                                                                                       \
		if (!(ok))                                                                         \
			fail_msg("%s, GP_SEED=%" PRIu64, #ok, (t)->seed);                          \
	} while (0)

/* xorshift64*, lo to hi */
static unsigned pick(struct trial *t, unsigned lo, unsigned hi)
{
	t->state ^= t->state >> 12;
	t->state ^= t->state << 25;
	t->state ^= t->state >> 27;
	return lo + (unsigned)((t->state * UINT64_C(2685821657736338717) >> 33) % (hi - lo + 1));
}

static void put(struct trial *t, const char *fmt, ...) __attribute__((format(printf, 2, 3)));
static void put(struct trial *t, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vfprintf(t->f, fmt, ap);
	va_end(ap);
}

/* Up to n new words as a JSON string, some of them strong, emphasised or links. */
static void words(struct trial *t, unsigned n)
{
	static const char *const marks[][2] = {{"", ""}, {"", ""}, {"", ""}, {"**", "**"},
		{"*", "*"}, {"[", "](#safety)"}, {"[", "](https://example.org/a)"}, {"[", "]{la}"}};
	unsigned i, m, many = pick(t, 1, n);

	put(t, "\"");
	for (i = 0; i < many; i++) {
		m = pick(t, 0, 7);
		put(t, "%s%sw%05u%s", i ? " " : "", marks[m][0], ++t->n_words, marks[m][1]);
	}
	put(t, "\"");
}

static void plain(struct trial *t, unsigned n)
{
	unsigned i, many = pick(t, 1, n);

	put(t, "\"");
	for (i = 0; i < many; i++)
		put(t, "%sw%05u", i ? " " : "", ++t->n_words);
	put(t, "\"");
}

static void key(struct trial *t, const char *name, unsigned n)
{
	put(t, ",\"%s\":", name);
	words(t, n);
}

static void texts(struct trial *t, unsigned n, unsigned each)
{
	unsigned i, many = pick(t, 1, n);

	put(t, "[");
	for (i = 0; i < many; i++) {
		put(t, "%s", i ? "," : "");
		words(t, each);
	}
	put(t, "]");
}

/* An id for the block now and then. */
static void open_block(struct trial *t, const char *type)
{
	put(t, "{\"type\":\"%s\"", type);
	if (pick(t, 0, 2) == 0 && t->n_ids < MAX_IDS)
		put(t, ",\"id\":\"id-%u\"", ++t->n_ids);
}

static void put_note(struct trial *t)
{
	unsigned from = t->n_words + 1;

	put(t, "{\"title\":");
	words(t, 2);
	if (pick(t, 0, 1))
		key(t, "text", 4);
	put(t, "}");
	for (; from <= t->n_words; from++)
		t->in_note[from] = true;
}

static void close_block(struct trial *t)
{
	if (pick(t, 0, 5) == 0) {
		put(t, ",\"note\":");
		put_note(t);
	}
	put(t, "}");
}

static void text_block(struct trial *t)
{
	open_block(t, "text");
	put(t, ",\"text\":");
	texts(t, 3, 40);
	close_block(t);
}

static void list_block(struct trial *t)
{
	static const char *const kinds[] = {"bullet", "tick", "number"};

	open_block(t, "list");
	put(t, ",\"kind\":\"%s\",\"items\":", kinds[pick(t, 0, 2)]);
	texts(t, 6, 15);
	close_block(t);
}

static void callout_block(struct trial *t)
{
	static const char *const kinds[] = {"tip", "caution", "stop"};
	unsigned kind = pick(t, 0, 2);

	open_block(t, kinds[kind]);
	key(t, "title", 3);
	put(t, ",\"blocks\":[");
	text_block(t);
	put(t, ",");
	list_block(t);
	put(t, "]");
	if (kind == 2)
		key(t, "urgent", 6);
	close_block(t);
}

static void figure_block(struct trial *t)
{
	static const char *const widths[] = {"full", "main", "half"};

	open_block(t, "figure");
	put(t, ",\"image\":\"step\",\"alt\":\"A picture.\"");
	if (pick(t, 0, 2) == 0) {
		put(t, ",\"beside\":[");
		text_block(t);
		put(t, ",");
		list_block(t);
		put(t, "],\"side\":\"%s\"", pick(t, 0, 1) ? "left" : "right");
		close_block(t);
		return;
	}
	put(t, ",\"width\":\"%s\",\"labels\":[{\"at\":\"spot\"", widths[pick(t, 0, 2)]);
	key(t, "text", 3);
	put(t, "}]");
	key(t, "caption", 8);
	close_block(t);
}

static void table_block(struct trial *t)
{
	unsigned columns = pick(t, 1, 4), rows = pick(t, 1, 30), r, c;

	open_block(t, "table");
	put(t, ",\"row_heads\":%s,\"columns\":[", pick(t, 0, 1) ? "true" : "false");
	for (c = 0; c < columns; c++) {
		put(t, "%s{\"width\":%u", c ? "," : "", pick(t, 1, 2));
		key(t, "head", 1);
		put(t, "}");
	}
	put(t, "],\"rows\":[");
	for (r = 0; r < rows; r++) {
		put(t, "%s{\"cells\":[", r ? "," : "");
		for (c = 0; c < columns; c++) {
			put(t, "%s", c ? "," : "");
			words(t, 3);
		}
		put(t, "]}");
	}
	put(t, "]");
	if (pick(t, 0, 1))
		key(t, "caption", 8);
	close_block(t);
}

static void facts_block(struct trial *t)
{
	unsigned rows = pick(t, 1, 5), r;

	open_block(t, "facts");
	put(t, ",\"rows\":[");
	for (r = 0; r < rows; r++) {
		put(t, "%s[", r ? "," : "");
		words(t, 2);
		put(t, ",");
		words(t, 12);
		put(t, "]");
	}
	put(t, "]");
	close_block(t);
}

static void trio_block(struct trial *t)
{
	unsigned cells = pick(t, 2, 3), c;

	open_block(t, "trio");
	put(t, ",\"cells\":[");
	for (c = 0; c < cells; c++) {
		put(t, "%s{\"image\":\"step\",\"alt\":\"A picture.\"", c ? "," : "");
		if (pick(t, 0, 1))
			key(t, "figure", 1);
		key(t, "title", 2);
		key(t, "text", 8);
		put(t, "}");
	}
	put(t, "]");
	close_block(t);
}

static void glossary_block(struct trial *t)
{
	unsigned rows = pick(t, 1, 8), r;

	open_block(t, "glossary");
	put(t, ",\"rows\":[");
	for (r = 0; r < rows; r++) {
		put(t, "%s{\"term\":", r ? "," : "");
		words(t, 2);
		key(t, "text", 12);
		if (pick(t, 0, 1)) {
			put(t, ",\"other\":{\"de\":");
			words(t, 2);
			put(t, "}");
		}
		put(t, "}");
	}
	put(t, "]");
	close_block(t);
}

static void stretch_block(struct trial *t)
{
	open_block(t, "stretch");
	put(t, ",\"cards\":[{\"title\":");
	words(t, 2);
	if (pick(t, 0, 1))
		put(t, ",\"image\":\"step\",\"alt\":\"A picture.\"");
	key(t, "text", 20);
	key(t, "dose", 2);
	put(t, "}]");
	close_block(t);
}

static void small_block(struct trial *t)
{
	open_block(t, pick(t, 0, 1) ? "small" : "warning");
	key(t, "text", 20);
	close_block(t);
}

static void scale_block(struct trial *t)
{
	open_block(t, "pressure");
	close_block(t);
}

static void blocks(struct trial *t)
{
	static void (*const make[])(struct trial *) = {text_block, text_block, list_block,
		callout_block, figure_block, table_block, facts_block, trio_block, glossary_block,
		stretch_block, small_block, scale_block};
	unsigned i, n = pick(t, 1, 6);

	put(t, ",\"blocks\":[");
	for (i = 0; i < n; i++) {
		put(t, "%s", i ? "," : "");
		make[pick(t, 0, sizeof make / sizeof *make - 1)](t);
	}
	put(t, "]}");
}

/* A section without a heading is not in the contents; its note has nothing to stand beside. */
static void section(struct trial *t, bool first)
{
	static const char *const starts[] = {"any", "any", "page", "left", "right"};
	unsigned start = pick(t, 0, 4);

	put(t, "{\"id\":\"id-%u\",\"start\":\"%s\",\"title\":", ++t->n_ids, starts[start]);
	if (!first && pick(t, 0, 4) == 0) {
		put(t, "\"\",\"contents\":false");
	} else {
		words(t, 3);
		if (pick(t, 0, 3) == 0) {
			put(t, ",\"note\":");
			put_note(t);
		}
	}
	if (pick(t, 0, 2) == 0)
		key(t, "lead", 12);
	blocks(t);
}

static const char *chapters(struct trial *t)
{
	unsigned n = pick(t, 1, pick(t, 0, 3) ? 2 : 9), i, s, sections;

	t->f = open_memstream(&t->text, &t->len);
	for (i = 0; i < n; i++) {
		put(t, "%s{\"id\":\"id-%u\",\"title\":", i ? "," : "", ++t->n_ids);
		plain(t, 3);
		if (pick(t, 0, 1))
			key(t, "lead", 15);
		put(t, ",\"sections\":[");
		sections = pick(t, 1, 3);
		for (s = 0; s < sections; s++) {
			put(t, "%s", s ? "," : "");
			section(t, s == 0);
		}
		put(t, "]}");
	}
	fclose(t->f);
	return t->text;
}

/* --- what must hold -------------------------------------------------------------------------- */

struct found {
	const struct gp_doc *doc;
	char **text; /* of each tag */
	const struct gp_page *page;
	struct trial *t;
};

static bool in_contents(const struct gp_doc *doc, gp_tag tag)
{
	while (tag > 0 && doc->tags[tag].role != GP_TAG_TOC)
		tag = doc->tags[tag].parent;
	return tag > 0;
}

/* Groups as a whole: what their clip hides counts for nothing. */
static void check_inside(struct trial *t, const struct gp_page *p)
{
	size_t i;

	for (i = 0; i < p->n; i++) {
		struct gp_rect r = p->ops[i]->ink;

		if (gp_rect_is_empty(r))
			continue;
		CHECK(t, r.x >= 0 && r.x + r.w <= p->width);
		CHECK(t, r.y >= 0 && r.y + r.h <= p->height);
	}
}

static void take_op(const struct gp_op *op, void *user)
{
	struct found *found = user;
	const char *words;
	size_t len;

	if (op->kind != GP_OP_GLYPHS || op->artifact != GP_CONTENT)
		return;
	CHECK(found->t, op->tag >= 0 && (size_t)op->tag < found->doc->n_tags);
	words = kit_words(&op->as.glyphs, &len);
	found->text[op->tag] = gp_arena_printf(found->doc->arena, "%s%.*s",
		found->text[op->tag] ? found->text[op->tag] : "", (int)len, words);
}

static const char *next_word(const char *s)
{
	for (; s && *s; s++) {
		if (s[0] == 'w' && s[1] >= '0' && s[1] <= '9')
			return s;
	}
	return NULL;
}

/* A tag's own words come before those of its children, as the child was tagged when it was met. */
static void check_words(struct trial *t, const struct gp_doc *doc)
{
	struct found found = {.doc = doc, .t = t};
	unsigned *seen = calloc(t->n_words + 1, sizeof *seen), n, i, missing = 0;
	const char *w;
	size_t k;

	found.text = GP_ARRAY(doc->arena, doc->n_tags, char *);
	for (k = 0; k < doc->n_pages; k++) {
		found.page = doc->pages[k];
		check_inside(t, found.page);
		gp_page_each(found.page, take_op, &found);
	}
	for (k = 0; k < doc->n_tags; k++) {
		if (in_contents(doc, (gp_tag)k))
			continue;
		for (w = next_word(found.text[k]); w; w = next_word(w + 1)) {
			n = (unsigned)strtoul(w + 1, NULL, 10);
			CHECK(t, n >= 1 && n <= t->n_words);
			seen[n]++;
		}
	}
	for (i = 1; i <= t->n_words; i++) {
		if (seen[i] != 1)
			print_error("w%05u is there %u times\n", i, seen[i]);
		missing += seen[i] != 1;
	}
	free(seen);
	CHECK(t, missing == 0);
}

/* Blocks come in the order of the guide: the first word under each tag rises with the tags. */
static gp_tag block_of(const struct gp_doc *doc, gp_tag tag)
{
	enum gp_tag_role role;

	for (; tag > 0; tag = doc->tags[tag].parent) {
		role = doc->tags[tag].role;
		if (role != GP_TAG_SPAN && role != GP_TAG_LINK)
			return tag;
	}
	return tag;
}

static void order_op(const struct gp_op *op, void *user)
{
	struct found *found = user;
	size_t len;
	const char *w;

	if (op->kind != GP_OP_GLYPHS || op->artifact != GP_CONTENT ||
		in_contents(found->doc, op->tag))
		return;
	w = kit_words(&op->as.glyphs, &len);
	w = gp_arena_strn(found->doc->arena, w, len);
	w = next_word(w);
	if (w && !found->text[block_of(found->doc, op->tag)])
		found->text[block_of(found->doc, op->tag)] = gp_arena_str(found->doc->arena, w);
}

static void check_order(struct trial *t, const struct gp_doc *doc)
{
	struct found found = {.doc = doc, .t = t};
	unsigned long last = 0, n;
	size_t k;

	found.text = GP_ARRAY(doc->arena, doc->n_tags, char *);
	for (k = 0; k < doc->n_pages; k++) {
		found.page = doc->pages[k];
		gp_page_each(found.page, order_op, &found);
	}
	for (k = 0; k < doc->n_tags; k++) {
		if (!found.text[k])
			continue;
		n = strtoul(found.text[k] + 1, NULL, 10);
		if (n <= t->n_words && t->in_note[n])
			continue;
		CHECK(t, n > last);
		last = n;
	}
}

static void check_anchors(struct trial *t, const struct gp_doc *doc)
{
	const struct gp_anchor_def *a;
	char name[20];
	unsigned i;
	size_t k;

	for (i = 1; i <= t->n_ids; i++) {
		snprintf(name, sizeof name, "id-%u", i);
		a = gp_doc_find(doc, name);
		if (!a)
			print_error("%s has no place\n", name);
		CHECK(t, a && a->page >= 0 && (size_t)a->page < doc->n_pages);
	}
	for (k = 0; k < doc->n_tags; k++) {
		if (doc->tags[k].link && doc->tags[k].link[0] == '#')
			CHECK(t, gp_doc_find(doc, doc->tags[k].link + 1));
	}
}

static bool lay_random(uint64_t seed)
{
	static const char *const editions[] = {NULL, NULL, "large", "ink-saver", "grey"};
	static struct trial t;
	struct kit_parts parts = {.title = "A guide"};
	const struct gp_doc *doc;

	t = (struct trial){.seed = seed, .state = seed * 2654435761u + 88172645463325252u};
	parts.contents = pick(&t, 0, 1) ? "{\"notes\":[{\"title\":\"Short\"}]}" : NULL;
	parts.back_cover = pick(&t, 0, 1)
				   ? "{\"eyebrow\":\"E\",\"title\":\"T\",\"blocks\":[{\"type\":"
				     "\"warning\",\"text\":\"W.\"}]}"
				   : NULL;
	t.k.o.edition = editions[pick(&t, 0, 4)];
	t.k.o.left = pick(&t, 0, 2) == 0;
	t.k.o.size = pick(&t, 0, 2) ? NULL : "half-letter";
	parts.chapters = chapters(&t);
	CHECK(&t, t.n_words < MAX_WORDS);
	CHECK(&t, kit_read(&t.k, &parts));
	doc = gp_layout_booklet(&t.k.t.job, 4);
	/* not everything at random can be printed; what is refused says so */
	CHECK(&t, doc || strstr(kit_said(&t.k), "error: "));
	if (doc) {
		CHECK(&t, doc->n_pages % 4 == 0);
		check_words(&t, doc);
		check_order(&t, doc);
		check_anchors(&t, doc);
	}
	kit_close(&t.k);
	free(t.text);
	return doc != NULL;
}

static void test_random_guides(void **state)
{
	const char *only = getenv("GP_SEED");
	unsigned laid = 0;
	uint64_t seed;

	(void)state;
	if (only) {
		lay_random(strtoull(only, NULL, 10));
		return;
	}
	for (seed = 1; seed <= ROUNDS; seed++)
		laid += lay_random(seed);
	print_message("%u of %d random guides laid out\n", laid, ROUNDS);
	assert_true(laid > ROUNDS / 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random_guides),
	};

	return cmocka_run_group_tests_name("prop_layout", tests, NULL, NULL);
}
