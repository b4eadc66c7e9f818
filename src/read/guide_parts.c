/*
 * Blocks with rows or cells: tables, matrix, trio, stretch cards, glossary, ruler, log.
 */
#include "read/inline.h"
#include "read/reader.h"

#include <string.h>

static enum gp_dot take_dot(const struct gp_json *v)
{
	static const char *const dots[] = {"", "typical", "sometimes"};
	int i;

	for (i = 1; v->kind == GP_JSON_STRING && i < 3; i++) {
		if (strcmp(v->string, dots[i]) == 0)
			return (enum gp_dot)i;
	}
	return GP_DOT_NONE;
}

/* Where a picture may be left out, what belongs to it may not stand alone. */
static void check_imageless(struct gp_reader *r, const struct gp_json *v)
{
	static const char *const keys[] = {"alt", "crop", "marks", "labels"};
	int i;

	for (i = 0; i < 4 && !gp_json_lookup(v, "image"); i++) {
		if (gp_json_lookup(v, keys[i])) {
			gp_report(r->d, GP_MSG_IMAGE_MISSING, v->place);
			return;
		}
	}
}

/* --- tables ---------------------------------------------------------------------------- */

/* An object cell is one of three things; more or none of them is a mistake. */
static void take_object_cell(struct gp_reader *r, const struct gp_json *v, struct gp_cell *cell)
{
	const struct gp_json *dot = gp_json_lookup(v, "dot");
	bool has_rating = gp_json_lookup(v, "rating") != NULL;
	bool has_image = gp_json_lookup(v, "image") != NULL;

	check_imageless(r, v);
	if (has_rating + has_image + (dot != NULL) != 1) {
		gp_report(r->d, GP_MSG_CELL_KIND, v->place);
	} else if (dot) {
		cell->kind = GP_CELL_DOT;
		cell->dot = take_dot(dot);
	} else if (has_image) {
		cell->kind = GP_CELL_IMAGE;
		cell->image = gp_build_image(r, v);
	} else {
		cell->kind = GP_CELL_RATING;
		cell->rating = gp_json_unsigned(v, "rating", 0);
		cell->of = gp_json_unsigned(v, "of", 0);
		if (cell->of < cell->rating || cell->of == 0)
			gp_report(r->d, GP_MSG_CELL_RATING, v->place);
	}
}

static const struct gp_cell *take_cells(struct gp_reader *r, const struct gp_json *list)
{
	struct gp_cell *cells = GP_ARRAY(r->a, list->n, struct gp_cell);
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct gp_json *v = &list->items[i];

		cells[i].place = v->place;
		if (v->kind == GP_JSON_OBJECT && !gp_json_lookup(v, "right") &&
			!gp_json_lookup(v, "left"))
			take_object_cell(r, v, &cells[i]);
		else
			cells[i].text = gp_read_rich(r, v);
	}
	return cells;
}

static void take_columns(struct gp_reader *r, const struct gp_json *list, struct gp_table *t)
{
	static const char *const aligns[] = {"left", "centre", "right"};
	struct gp_column *columns = GP_ARRAY(r->a, list->n, struct gp_column);
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct gp_json *v = &list->items[i];

		columns[i].head = gp_read_rich_key(r, v, "head");
		columns[i].width = gp_json_unsigned(v, "width", 1);
		columns[i].align = (enum gp_align)gp_build_choice(v, "align", aligns, 3, 0);
	}
	t->columns = columns;
	t->n_columns = list->n;
}

struct gp_table gp_build_table(struct gp_reader *r, const struct gp_json *v)
{
	const struct gp_json *list = gp_json_list(v, "rows"), *cells;
	struct gp_table_row *rows = GP_ARRAY(r->a, list->n, struct gp_table_row);
	struct gp_table t = {.row_heads = gp_json_is_true(v, "row_heads")};
	size_t i;

	t.caption = gp_read_rich_key(r, v, "caption");
	t.number = gp_json_lookup(v, "caption") ? ++r->n_tables : 0;
	take_columns(r, gp_json_list(v, "columns"), &t);
	for (i = 0; i < list->n; i++) {
		cells = gp_json_list(&list->items[i], "cells");
		rows[i].marked = gp_json_is_true(&list->items[i], "marked");
		rows[i].cells = take_cells(r, cells);
		rows[i].place = list->items[i].place;
		if (cells->n != t.n_columns && cells->n > 0 && t.n_columns > 0)
			gp_report(r->d, GP_MSG_ROW_CELLS, cells->place, t.n_columns, cells->n);
	}
	t.rows = rows;
	t.n_rows = list->n;
	return t;
}

struct gp_matrix gp_build_matrix(struct gp_reader *r, const struct gp_json *v)
{
	const struct gp_json *list = gp_json_list(v, "rows"), *dots;
	struct gp_matrix_row *rows = GP_ARRAY(r->a, list->n, struct gp_matrix_row);
	struct gp_matrix m = {.head = gp_read_rich_key(r, v, "head"), .rows = rows};
	struct gp_rich_list heads = gp_read_rich_list(r, gp_json_lookup(v, "heads"));
	enum gp_dot *row;
	size_t i, k;

	m.heads = heads.r;
	m.n_heads = heads.n;
	m.n_rows = list->n;
	for (i = 0; i < list->n; i++) {
		dots = gp_json_list(&list->items[i], "dots");
		row = GP_ARRAY(r->a, dots->n, enum gp_dot);
		for (k = 0; k < dots->n; k++)
			row[k] = take_dot(&dots->items[k]);
		rows[i].text = gp_read_rich_key(r, &list->items[i], "text");
		rows[i].dots = row;
		rows[i].place = list->items[i].place;
		if (dots->n != m.n_heads && dots->n > 0 && m.n_heads > 0)
			gp_report(r->d, GP_MSG_ROW_DOTS, dots->place, m.n_heads, dots->n);
	}
	return m;
}

/* --- units of three -------------------------------------------------------------------- */

static struct gp_trio_cell take_trio_cell(struct gp_reader *r, const struct gp_json *v)
{
	static const char *const signs[] = {"", "right", "wrong"};
	const struct gp_json *page = gp_json_lookup(v, "page");
	struct gp_trio_cell c = {.place = v->place};

	c.figure = gp_read_rich_key(r, v, "figure");
	c.image = gp_build_image(r, v);
	check_imageless(r, v);
	c.sign = (enum gp_sign)gp_build_choice(v, "sign", signs, 3, 0);
	c.badge = gp_json_string(v, "badge");
	c.page = gp_json_string(v, "page");
	c.title = gp_read_rich_key(r, v, "title");
	c.text = gp_read_rich_key(r, v, "text");
	if (c.page && r->has_ids && !gp_names_lookup(&r->ids, c.page))
		gp_report(r->d, GP_MSG_ID_UNKNOWN, page->place, c.page,
			gp_names_hint(&r->ids, c.page, GP_NAME_OTHER, r->a, r->d));
	if (c.figure.n + c.title.n + c.text.n == 0 && !gp_json_lookup(v, "image"))
		gp_report(r->d, GP_MSG_TRIO_EMPTY, v->place);
	return c;
}

struct gp_trio gp_build_trio(struct gp_reader *r, const struct gp_json *v)
{
	static const char *const sizes[] = {"normal", "tall", "low"};
	const struct gp_json *list = gp_json_list(v, "cells");
	struct gp_trio_cell *cells = GP_ARRAY(r->a, list->n, struct gp_trio_cell);
	struct gp_trio t = {.cells = cells, .n = list->n};
	size_t i;

	t.size = (enum gp_trio_size)gp_build_choice(v, "size", sizes, 3, 0);
	for (i = 0; i < list->n; i++)
		cells[i] = take_trio_cell(r, &list->items[i]);
	return t;
}

/* --- cards, terms, instruments --------------------------------------------------------- */

struct gp_stretch gp_build_stretch(struct gp_reader *r, const struct gp_json *v)
{
	const struct gp_json *list = gp_json_list(v, "cards");
	struct gp_stretch_card *cards = GP_ARRAY(r->a, list->n, struct gp_stretch_card);
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct gp_json *c = &list->items[i];

		cards[i].title = gp_read_rich_key(r, c, "title");
		cards[i].image = gp_build_image(r, c);
		check_imageless(r, c);
		cards[i].text = gp_read_rich_key(r, c, "text");
		cards[i].dose = gp_read_rich_key(r, c, "dose");
		cards[i].place = c->place;
	}
	return (struct gp_stretch){cards, list->n};
}

static void take_other(struct gp_reader *r, const struct gp_json *other, struct gp_term *term)
{
	if (!other || other->kind != GP_JSON_OBJECT)
		return;
	if (other->n != 1) {
		gp_report(r->d, GP_MSG_OTHER_ONE, other->place);
		return;
	}
	term->other_lang = other->items[0].key;
	term->other = gp_read_rich(r, &other->items[0]);
	if (!gp_is_language(term->other_lang, strlen(term->other_lang)))
		gp_report(r->d, GP_MSG_LANGUAGE, other->items[0].key_place, term->other_lang);
}

struct gp_glossary gp_build_glossary(struct gp_reader *r, const struct gp_json *v)
{
	const struct gp_json *list = gp_json_list(v, "rows");
	struct gp_term *terms = GP_ARRAY(r->a, list->n, struct gp_term);
	size_t i;

	for (i = 0; i < list->n; i++) {
		const struct gp_json *t = &list->items[i];

		terms[i].term = gp_read_rich_key(r, t, "term");
		terms[i].text = gp_read_rich_key(r, t, "text");
		terms[i].place = t->place;
		take_other(r, gp_json_lookup(t, "other"), &terms[i]);
	}
	return (struct gp_glossary){terms, list->n};
}

struct gp_ruler gp_build_ruler(struct gp_reader *r, const struct gp_json *v)
{
	const struct gp_json *bands = gp_json_list(v, "bands");
	struct gp_ruler ruler = {.to = gp_json_unsigned(v, "to", 0)};
	size_t i;

	ruler.unit = gp_read_rich_key(r, v, "unit");
	ruler.start = gp_read_rich_key(r, v, "start");
	ruler.label = gp_read_rich_key(r, v, "label");
	for (i = 0; i < 2 && i < bands->n; i++) {
		if (bands->items[i].kind == GP_JSON_NUMBER && bands->items[i].number >= 0 &&
			bands->items[i].number <= ruler.to)
			ruler.bands[i] = (unsigned)bands->items[i].number;
	}
	if (bands->n == 2 && (ruler.bands[0] == 0 || ruler.bands[0] >= ruler.bands[1] ||
				     ruler.bands[1] >= ruler.to))
		gp_report(r->d, GP_MSG_RULER_BANDS, bands->place, ruler.to);
	return ruler;
}

struct gp_log gp_build_log(struct gp_reader *r, const struct gp_json *v)
{
	const struct gp_json *intro = gp_json_lookup(v, "intro");
	const struct gp_json *measure = gp_json_lookup(v, "measure");
	unsigned pages = (r->g->facts.weeks + 1) / 2;
	struct gp_log log = {.points = {NULL, 0}};

	log.points = gp_read_rich_list(r, gp_json_lookup(v, "points"));
	log.intro = gp_read_rich_list(r, intro);
	log.measure_title = gp_read_rich_key(r, measure, "title");
	log.measure_unit = gp_read_rich_key(r, measure, "unit");
	if (r->has_facts && log.intro.n > pages)
		gp_report(r->d, GP_MSG_INTRO_MANY, intro->place, pages, log.intro.n);
	return log;
}
