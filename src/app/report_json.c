/*
 * The report as JSON.  Keys are promised in guidepress(1): new ones may come, none goes or changes
 * its meaning while "format" is 1.
 */
#include "app/report.h"

#include "base/scribe.h"

static void millimetres(struct gp_scribe *j, const char *name, gp_len len)
{
	gp_scribe_decimal(j, name, gp_len_to_um(len), 1000);
}

static void pictures(struct gp_scribe *j, const struct gp_report *r, const struct gp_proof_page *m)
{
	size_t i;

	gp_scribe_open(j, "pictures", '[');
	for (i = 0; i < m->n_pictures; i++) {
		const struct gp_proof_picture *p = &m->pictures[i];

		gp_scribe_open(j, NULL, '{');
		gp_scribe_string(j, "id", gp_report_picture(r, p));
		millimetres(j, "width_mm", p->width);
		millimetres(j, "height_mm", p->height);
		gp_scribe_int(j, "dpi", p->dpi);
		gp_scribe_close(j, '}');
	}
	gp_scribe_close(j, ']');
}

static void measures(struct gp_scribe *j, const struct gp_report *r, const struct gp_proof_page *m)
{
	gp_scribe_decimal(j, "ink_percent", m->darkness, 10);
	if (m->runs) {
		gp_scribe_decimal(j, "smallest_type_pt", m->smallest_text, 1000);
		millimetres(j, "smallest_capital_mm", m->smallest_cap);
		millimetres(j, "smallest_x_height_mm", m->smallest_ex);
		gp_scribe_decimal(j, "lowest_contrast", m->lowest_contrast, 100);
	} else {
		gp_scribe_string(j, "smallest_type_pt", NULL);
		gp_scribe_string(j, "smallest_capital_mm", NULL);
		gp_scribe_string(j, "smallest_x_height_mm", NULL);
		gp_scribe_string(j, "lowest_contrast", NULL);
	}
	millimetres(j, "edge_mm", m->white);
	if (m->n_pictures)
		gp_scribe_int(j, "lowest_dpi", m->lowest_dpi);
	else
		gp_scribe_string(j, "lowest_dpi", NULL);
	pictures(j, r, m);
}

static void booklet(
	struct gp_scribe *j, const struct gp_report *r, const struct gp_report_booklet *b)
{
	size_t i;

	gp_scribe_open(j, NULL, '{');
	gp_scribe_string(j, "size", b->size);
	millimetres(j, "width_mm", b->width);
	millimetres(j, "height_mm", b->height);
	gp_scribe_int(j, "pages", (int64_t)b->n_pages);
	gp_scribe_string(j, "paper", b->on.paper);
	gp_scribe_int(j, "sheets", b->on.sheets);
	gp_scribe_open(j, "measured", '[');
	for (i = 0; i < b->n_pages; i++) {
		gp_scribe_open(j, NULL, '{');
		gp_scribe_int(j, "page", b->pages[i].number);
		measures(j, r, &b->pages[i].m);
		gp_scribe_close(j, '}');
	}
	gp_scribe_close(j, ']');
	gp_scribe_close(j, '}');
}

static void distances(struct gp_scribe *j, const struct gp_report_poster *p)
{
	size_t i;

	gp_scribe_open(j, "distances", '[');
	for (i = 0; i < p->n_distances; i++) {
		const struct gp_distance *d = &p->distances[i];

		gp_scribe_open(j, NULL, '{');
		gp_scribe_string(j, "element", d->key);
		millimetres(j, "capital_mm", d->cap);
		gp_scribe_decimal(j, "distance_m", d->at, 1000);
		gp_scribe_int(j, "ratio", d->ratio);
		gp_scribe_int(j, "limit", d->rule);
		gp_scribe_bool(j, "passes", d->passes);
		gp_scribe_close(j, '}');
	}
	gp_scribe_close(j, ']');
}

static void poster(struct gp_scribe *j, const struct gp_report *r, const struct gp_report_poster *p)
{
	size_t i;

	gp_scribe_open(j, NULL, '{');
	gp_scribe_string(j, "size", p->paper->name);
	millimetres(j, "width_mm", p->paper->width);
	millimetres(j, "height_mm", p->paper->height);
	measures(j, r, &p->m);
	distances(j, p);
	gp_scribe_open(j, "tiles", '[');
	for (i = 0; i < p->n_tiles; i++) {
		gp_scribe_open(j, NULL, '{');
		gp_scribe_string(j, "paper", p->tiles[i].paper);
		gp_scribe_int(j, "rows", p->tiles[i].rows);
		gp_scribe_int(j, "columns", p->tiles[i].columns);
		gp_scribe_int(j, "sheets", p->tiles[i].sheets);
		gp_scribe_close(j, '}');
	}
	gp_scribe_close(j, ']');
	gp_scribe_close(j, '}');
}

static void reading(struct gp_scribe *j, const struct gp_report *r)
{
	size_t i;

	gp_scribe_open(j, "reading", '[');
	for (i = 0; i < r->n_prose; i++) {
		const struct gp_prose *p = &r->prose[i].prose;

		gp_scribe_open(j, NULL, '{');
		gp_scribe_string(j, "part",
			i + 2 < r->n_prose   ? "chapter"
			: i + 1 < r->n_prose ? "outside"
					     : "all");
		gp_scribe_string(j, "title", i + 2 < r->n_prose ? gp_report_part(r, i) : NULL);
		gp_scribe_int(j, "words", (int64_t)p->words);
		gp_scribe_int(j, "running_words", (int64_t)p->prose);
		gp_scribe_int(j, "sentences", (int64_t)p->sentences);
		gp_scribe_int(j, "glossary_words", (int64_t)p->terms);
		gp_scribe_decimal(j, "words_per_sentence", gp_report_sentence(p), 10);
		if (p->has_grade)
			gp_scribe_decimal(j, "grade", p->grade, 10);
		else
			gp_scribe_string(j, "grade", NULL);
		gp_scribe_close(j, '}');
	}
	gp_scribe_close(j, ']');
}

static void guide(struct gp_scribe *j, const struct gp_report *r)
{
	const struct gp_guide *g = r->task->guide;

	gp_scribe_open(j, "guide", '{');
	gp_scribe_string(j, "id", g->id);
	gp_scribe_string(j, "language", g->language);
	gp_scribe_string(j, "side", g->left ? "left" : "right");
	gp_scribe_string(j, "title", g->meta.title);
	gp_scribe_string(j, "edition", r->task->o->edition);
	gp_scribe_close(j, '}');
}

static void rules_and_fonts(struct gp_scribe *j, const struct gp_report *r)
{
	unsigned n = gp_fonts_count(r->task->fonts), i;

	gp_scribe_open(j, "rules", '{');
	millimetres(j, "edge_mm", r->safe);
	gp_scribe_int(j, "dpi_wanted", GP_DPI_WANTED);
	gp_scribe_int(j, "dpi_least", r->least_dpi);
	gp_scribe_close(j, '}');
	gp_scribe_open(j, "fonts", '[');
	for (i = 0; i < n; i++) {
		if (r->fonts >> (i < 63 ? i : 63) & 1)
			gp_scribe_string(
				j, NULL, gp_font_info(r->task->fonts, (int)i)->postscript_name);
	}
	gp_scribe_close(j, ']');
}

void gp_report_json(const struct gp_report *r, FILE *out)
{
	struct gp_scribe j = {.out = out};
	size_t i;

	gp_scribe_open(&j, NULL, '{');
	gp_scribe_int(&j, "format", 1);
	guide(&j, r);
	rules_and_fonts(&j, r);
	gp_scribe_open(&j, "booklets", '[');
	for (i = 0; i < r->n_booklets; i++)
		booklet(&j, r, &r->booklets[i]);
	gp_scribe_close(&j, ']');
	gp_scribe_open(&j, "posters", '[');
	for (i = 0; i < r->n_posters; i++)
		poster(&j, r, &r->posters[i]);
	gp_scribe_close(&j, ']');
	reading(&j, r);
	gp_scribe_int(&j, "errors", (int64_t)gp_diag_count(r->task->diag, GP_ERROR));
	gp_scribe_int(&j, "warnings", (int64_t)gp_diag_count(r->task->diag, GP_WARNING));
	gp_scribe_close(&j, '}');
	fputc('\n', out);
}
