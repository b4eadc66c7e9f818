/*
 * Paragraphs of any bytes.  The first eight bytes choose measure, setting, sizes and where the text
 * is cut into runs; the rest is text.  Whatever it is, its visible bytes come out once and in
 * order, pieces add up, and lines fit or a warning is given.
 */
#include "fuzz/fuzz.h"

#include "unit/test_text.h"

#include "text/chars.h"

#include <assert.h>

enum { HEAD = 8, MAX_TEXT = 3000, SERVES = 300 };

struct input {
	const char *text;
	size_t len;
	struct gp_run run[3];
	struct gp_para_style style;
};

static struct gp_hyphen *patterns(struct text_kit *k)
{
	static const char dic[] = "UTF-8\n1a1\n1e1\n2i1\n1o\ns1s\nf1f\n1\xd0\xb8\n1\xce\xb1\n";

	return gp_hyphen_parse("fuzz.dic", dic, sizeof dic - 1, k->a, k->d);
}

static void read_input(struct input *in, struct text_kit *k, const uint8_t *data, size_t size)
{
	size_t cut[4] = {0, 0, 0, 0}, i;

	in->text = (const char *)data + HEAD;
	in->len = size - HEAD < MAX_TEXT ? size - HEAD : MAX_TEXT;
	cut[1] = data[5] < in->len ? data[5] : in->len;
	cut[2] = cut[1] + data[6] < in->len ? cut[1] + data[6] : in->len;
	cut[3] = in->len;
	for (i = 0; i < 3; i++)
		in->run[i] = (struct gp_run){.text = in->text + cut[i],
			.len = cut[i + 1] - cut[i],
			.style = {.font = data[4] >> i & 1 ? k->lato : k->gentium,
				.size = 5000 + data[7] * 40,
				.track = data[4] & 8 << i ? 60 : 0,
				.capitals = data[4] >> 6 & 1,
				.tabular = data[4] >> 7}};
	in->style = (struct gp_para_style){.measure = ((gp_len)data[0] << 8 | data[1]) * 8,
		.first_indent = ((gp_len)data[2] - 128) * 100,
		.setting = (enum gp_setting)(data[3] & 3),
		.balanced = data[3] >> 2 & 1,
		.hang_punctuation = data[3] >> 3 & 1,
		.min_runt = data[3] >> 4 & 7,
		.hyphen = data[3] >> 7 ? patterns(k) : NULL,
		.hyphen_left = 2,
		.hyphen_right = 2};
}

/* Are the bytes [from, to) never drawn?  Cuts inside a character make strays of its bytes. */
static bool is_hidden(const struct gp_run *r, size_t from, size_t to)
{
	while (from < to)
		if (!gp_char_is_hidden(gp_char_next(r->text, r->len, &from)))
			return false;
	return true;
}

static void check(const struct input *in, const struct gp_para *p)
{
	size_t done[3] = {0, 0, 0}, i, k, g;

	for (i = 0; i < p->n; i++) {
		const struct gp_line *l = &p->lines[i];
		gp_len width = 0;

		for (k = 0; k < l->n; k++) {
			const struct gp_piece *piece = &l->pieces[k];
			size_t r = (size_t)(piece->run - in->run);

			width += piece->width;
			for (g = 0; g < piece->n; g++) {
				if (piece->g[g].len == 0 || piece->g[g].line_hyphen)
					continue;
				assert(piece->g[g].from >= done[r]);
				assert(is_hidden(piece->run, done[r], piece->g[g].from));
				done[r] = piece->g[g].from + piece->g[g].len;
			}
		}
		assert(width == l->width);
	}
	for (i = 0; i < 3; i++)
		assert(done[i] <= in->run[i].len &&
			is_hidden(&in->run[i], done[i], in->run[i].len));
}

static void check_fit(const struct input *in, const struct gp_para *p)
{
	size_t i;

	for (i = 0; i < p->n && !p->overfull; i++) {
		gp_len measure =
			gp_len_max(in->style.measure - (i ? 0 : in->style.first_indent), 1);

		assert(p->lines[i].width <= measure + in->run[0].style.size);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	/* fonts take long to open: a set serves many inputs, which fills its word store as well */
	static struct text_kit k;
	static unsigned age;
	struct input in;
	struct gp_para p;

	if (size < HEAD)
		return 0;
	if (age++ % SERVES == 0) {
		if (k.f)
			text_kit_free(&k);
		k = text_kit_new();
	}
	assert(k.lato >= 0 && k.gentium >= 0);
	read_input(&in, &k, data, size);
	p = gp_para_set(k.f, in.run, 3, &in.style, k.a);
	check(&in, &p);
	check_fit(&in, &p);
	return 0;
}
