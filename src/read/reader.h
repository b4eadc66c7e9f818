/*
 * What the builders of the model share.
 */
#ifndef GP_READ_READER_H
#define GP_READ_READER_H

#include "model/guide.h"
#include "read/json.h"
#include "read/names.h"
#include "read/read.h"

struct gp_reader {
	struct gp_arena *a;
	struct gp_diag *d;
	struct gp_guide *g;
	bool left;

	/*
	 * False after faults in that file: then nothing is said about what the guide takes from
	 * it, because the author would get a second message for one mistake.
	 */
	bool has_words, has_facts, has_pictures, has_ids;

	struct gp_names ids, steps, sources, pictures;
	const char *const *glue; /* words that stay with the number behind them: "page", "Figure" */
	size_t n_glue;
	unsigned n_figures, n_tables; /* numbered so far */
	bool has_sources_block;

	struct gp_span *spans; /* room used again for each string, like the next two */
	size_t span_cap;
	char *buf, *flat;
	size_t buf_cap, flat_cap;

	bool no_pages; /* page numbers and links make no sense here: alt texts, the poster */
};

/* --- inline.c: strings ----------------------------------------------------------------- */

/* A text of the guide: inline Markdown, placeholders, side variants.  NULL gives an empty one. */
struct gp_rich gp_read_rich(struct gp_reader *r, const struct gp_json *v);
struct gp_rich gp_read_rich_key(struct gp_reader *r, const struct gp_json *v, const char *key);
struct gp_rich_list gp_read_rich_list(struct gp_reader *r, const struct gp_json *v);

/* The same without styles, for places that hold plain words; NULL when the key is missing. */
const char *gp_read_plain_key(struct gp_reader *r, const struct gp_json *v, const char *key);

/* --- words.c, facts.c, anchors.c: the other files -------------------------------------- */

void gp_read_words(struct gp_reader *r, const char *path); /* NULL: none, already reported */
void gp_read_facts(struct gp_reader *r, const char *path, struct gp_place at);
void gp_read_anchors(struct gp_reader *r, const char *path);

/* Seconds as words: "45 s", "2 min", "3 min 15". */
const char *gp_read_time(struct gp_reader *r, unsigned seconds);

/* "3–5", or "3" when both are equal. */
const char *gp_read_range(struct gp_reader *r, const unsigned pair[2]);

/* --- ids.c: first pass ----------------------------------------------------------------- */

/* Collect all ids of the guide and number its figures and tables. */
void gp_read_ids(struct gp_reader *r, const struct gp_json *root);

/* --- guide_*.c: second pass ------------------------------------------------------------ */

struct gp_sections gp_build_sections(struct gp_reader *r, const struct gp_json *list);
void gp_build_chapters(struct gp_reader *r, const struct gp_json *list);
const struct gp_note *gp_build_notes(struct gp_reader *r, const struct gp_json *v, size_t *n);
struct gp_blocks gp_build_blocks(struct gp_reader *r, const struct gp_json *list);
void gp_build_routine(struct gp_reader *r, const struct gp_json *v);
void gp_build_poster(struct gp_reader *r, const struct gp_json *v);

/* Blocks with parts of their own; `v` is the block's object. */
struct gp_table gp_build_table(struct gp_reader *r, const struct gp_json *v);
struct gp_matrix gp_build_matrix(struct gp_reader *r, const struct gp_json *v);
struct gp_trio gp_build_trio(struct gp_reader *r, const struct gp_json *v);
struct gp_stretch gp_build_stretch(struct gp_reader *r, const struct gp_json *v);
struct gp_glossary gp_build_glossary(struct gp_reader *r, const struct gp_json *v);
struct gp_ruler gp_build_ruler(struct gp_reader *r, const struct gp_json *v);
struct gp_log gp_build_log(struct gp_reader *r, const struct gp_json *v);
struct gp_routine_block gp_build_cards(struct gp_reader *r, const struct gp_json *v);

/*
 * The picture of an object with the keys image, alt, decorative, crop, marks, labels; id is NULL
 * when the object has no image.
 */
struct gp_image gp_build_image(struct gp_reader *r, const struct gp_json *v);

/* The same for a second picture under another key, without marks (poster pictures of steps). */
struct gp_image gp_build_image_key(struct gp_reader *r, const struct gp_json *v, const char *key);

/* The number of a word in a list of words, or `fallback`. */
unsigned gp_build_choice(const struct gp_json *v, const char *key, const char *const *names,
	size_t n, unsigned fallback);

/* --- targets.c ------------------------------------------------------------------------- */

/* Name all ids of the finished guide after what stands there. */
void gp_build_targets(struct gp_reader *r);

/* --- guide.c --------------------------------------------------------------------------- */

/*
 * The guide of a parsed file; paths say where the other files are.  What comes back after errors is
 * whole but not fit for layout: for tests and fuzzing.
 */
struct gp_guide *gp_read_root(const struct gp_read_paths *paths, const struct gp_json *root,
	struct gp_arena *a, struct gp_diag *d);

/* --- languages.c ----------------------------------------------------------------------- */

/* Compare the ids of a guide with those of its other languages beside it: ID.LANGUAGE.json. */
void gp_read_languages(
	const char *guide, const struct gp_json *root, struct gp_arena *a, struct gp_diag *d);

/* --- safety.c -------------------------------------------------------------------------- */

/* Nobody reaches a step without having met the stop signs: booklet and poster. */
void gp_check_safety(struct gp_reader *r);

#endif
