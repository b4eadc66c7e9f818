/*
 * Guides: any file is read to its end, and a model without errors can be walked.  Bytes are a
 * guide, with the facts, words and pictures of the golden tests beside it.
 */
#include "fuzz/fuzz.h"

#include "unit/read_kit.h"

#include "read/schema.h"

#include <assert.h>

static void walk_blocks(const struct gp_blocks *list)
{
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct gp_block *b = &list->b[i];

		assert(b->place.file != 0);
		if (b->kind == GP_BLOCK_CALLOUT)
			walk_blocks(&b->as.callout.blocks);
		if (b->kind == GP_BLOCK_FIGURE) {
			assert(b->as.figure.image.note);
			assert(b->as.figure.image.alt || b->as.figure.image.decorative);
			walk_blocks(&b->as.figure.beside);
		}
		if (b->kind == GP_BLOCK_ROUTINE)
			walk_blocks(&b->as.routine.feet);
	}
}

static void walk_sections(const struct gp_sections *list)
{
	size_t i;

	for (i = 0; i < list->n; i++) {
		assert(list->s[i].id);
		walk_blocks(&list->s[i].blocks);
	}
}

static void walk(const struct gp_guide *g)
{
	size_t i;

	assert(g->id && g->meta.title && g->cover.image.note && g->n_chapters > 0);
	walk_sections(&g->front);
	for (i = 0; i < g->n_chapters; i++)
		walk_sections(&g->chapters[i].sections);
	walk_sections(&g->back);
	for (i = 0; i < g->n_steps; i++)
		assert(g->steps[i].id && g->steps[i].dose && g->steps[i].title.n > 0);
	assert(g->poster.n_side > 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct gp_read_paths paths = {.guide = "tests/golden/read/fuzz.json",
		.words = KIT_WORDS,
		.anchors = KIT_BASE "anchors.json",
		.left = size % 2};
	struct gp_arena *a = gp_arena_new();
	struct gp_diag *d = gp_diag_new();
	const char *text = gp_arena_strn(a, (const char *)data, size);
	const struct gp_json *root = gp_json_parse("t", text, size, a, d);
	struct gp_guide *g = root ? gp_read_root(&paths, root, a, d) : NULL;
	FILE *null = fopen("/dev/null", "w");

	if (g && !gp_diag_failed(d))
		walk(g);
	gp_diag_print(d, null);
	fclose(null);
	gp_diag_free(d);
	gp_arena_free(a);
	return 0;
}
