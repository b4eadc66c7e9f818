/*
 * The report as JSON.  Keys are promised in guidepress(1): new ones may come, none goes or changes
 * its meaning while "format" is 1.
 */
#include "app/report.h"

/* Where in the text we are: what separates the next value from the last. */
struct json {
	FILE *out;
	unsigned depth;
	bool first;
};

static void begin_line(struct json *j)
{
	unsigned i;

	if (!j->first)
		fputc(',', j->out);
	if (j->depth)
		fputc('\n', j->out);
	for (i = 0; i < j->depth; i++)
		fputs("  ", j->out);
	j->first = false;
}

static void put_string(struct json *j, const char *s)
{
	fputc('"', j->out);
	for (; *s; s++) {
		if (*s == '"' || *s == '\\')
			fputc('\\', j->out);
		if ((unsigned char)*s < 0x20)
			fprintf(j->out, "\\u%04x", (unsigned char)*s);
		else
			fputc(*s, j->out);
	}
	fputc('"', j->out);
}

static void key(struct json *j, const char *name)
{
	begin_line(j);
	if (!name)
		return;
	put_string(j, name);
	fputs(": ", j->out);
}

static void open_with(struct json *j, const char *name, char bracket)
{
	key(j, name);
	fputc(bracket, j->out);
	j->depth++;
	j->first = true;
}

static void close_with(struct json *j, char bracket)
{
	bool empty = j->first;

	j->depth--;
	j->first = true;
	if (!empty)
		begin_line(j);
	fputc(bracket, j->out);
	j->first = false;
}

static void string(struct json *j, const char *name, const char *value)
{
	key(j, name);
	if (value)
		put_string(j, value);
	else
		fputs("null", j->out);
}

static void number(struct json *j, const char *name, size_t value)
{
	key(j, name);
	fprintf(j->out, "%zu", value);
}

static void boolean(struct json *j, const char *name, bool value)
{
	key(j, name);
	fputs(value ? "true" : "false", j->out);
}

/* A whole number of tenths, hundredths or thousandths as a decimal. */
static void decimal(struct json *j, const char *name, int64_t value, int64_t parts)
{
	int digits = parts == 10 ? 1 : parts == 100 ? 2 : 3;
	int64_t v = value < 0 ? -value : value;

	key(j, name);
	fprintf(j->out, "%s%lld.%0*lld", value < 0 ? "-" : "", (long long)(v / parts), digits,
		(long long)(v % parts));
}

static void millimetres(struct json *j, const char *name, gp_len len)
{
	decimal(j, name, gp_len_to_um(len), 1000);
}

static void pictures(struct json *j, const struct gp_report *r, const struct gp_proof_page *m)
{
	size_t i;

	open_with(j, "pictures", '[');
	for (i = 0; i < m->n_pictures; i++) {
		const struct gp_proof_picture *p = &m->pictures[i];

		open_with(j, NULL, '{');
		string(j, "id", gp_report_picture(r, p));
		millimetres(j, "width_mm", p->width);
		millimetres(j, "height_mm", p->height);
		number(j, "dpi", p->dpi);
		close_with(j, '}');
	}
	close_with(j, ']');
}

static void measures(struct json *j, const struct gp_report *r, const struct gp_proof_page *m)
{
	decimal(j, "ink_percent", m->darkness, 10);
	if (m->runs) {
		decimal(j, "smallest_type_pt", m->smallest_text, 1000);
		millimetres(j, "smallest_capital_mm", m->smallest_cap);
		millimetres(j, "smallest_x_height_mm", m->smallest_ex);
		decimal(j, "lowest_contrast", m->lowest_contrast, 100);
	} else {
		string(j, "smallest_type_pt", NULL);
		string(j, "smallest_capital_mm", NULL);
		string(j, "smallest_x_height_mm", NULL);
		string(j, "lowest_contrast", NULL);
	}
	millimetres(j, "edge_mm", m->white);
	if (m->n_pictures)
		number(j, "lowest_dpi", m->lowest_dpi);
	else
		string(j, "lowest_dpi", NULL);
	pictures(j, r, m);
}

static void booklet(struct json *j, const struct gp_report *r, const struct gp_report_booklet *b)
{
	size_t i;

	open_with(j, NULL, '{');
	string(j, "size", b->size);
	millimetres(j, "width_mm", b->width);
	millimetres(j, "height_mm", b->height);
	number(j, "pages", b->n_pages);
	string(j, "paper", b->on.paper);
	number(j, "sheets", b->on.sheets);
	open_with(j, "measured", '[');
	for (i = 0; i < b->n_pages; i++) {
		open_with(j, NULL, '{');
		number(j, "page", b->pages[i].number);
		measures(j, r, &b->pages[i].m);
		close_with(j, '}');
	}
	close_with(j, ']');
	close_with(j, '}');
}

static void distances(struct json *j, const struct gp_report_poster *p)
{
	size_t i;

	open_with(j, "distances", '[');
	for (i = 0; i < p->n_distances; i++) {
		const struct gp_distance *d = &p->distances[i];

		open_with(j, NULL, '{');
		string(j, "element", d->key);
		millimetres(j, "capital_mm", d->cap);
		decimal(j, "distance_m", d->at, 1000);
		number(j, "ratio", d->ratio);
		number(j, "limit", d->rule);
		boolean(j, "passes", d->passes);
		close_with(j, '}');
	}
	close_with(j, ']');
}

static void poster(struct json *j, const struct gp_report *r, const struct gp_report_poster *p)
{
	size_t i;

	open_with(j, NULL, '{');
	string(j, "size", p->paper->name);
	millimetres(j, "width_mm", p->paper->width);
	millimetres(j, "height_mm", p->paper->height);
	measures(j, r, &p->m);
	distances(j, p);
	open_with(j, "tiles", '[');
	for (i = 0; i < p->n_tiles; i++) {
		open_with(j, NULL, '{');
		string(j, "paper", p->tiles[i].paper);
		number(j, "rows", p->tiles[i].rows);
		number(j, "columns", p->tiles[i].columns);
		number(j, "sheets", p->tiles[i].sheets);
		close_with(j, '}');
	}
	close_with(j, ']');
	close_with(j, '}');
}

static void reading(struct json *j, const struct gp_report *r)
{
	size_t i;

	open_with(j, "reading", '[');
	for (i = 0; i < r->n_prose; i++) {
		const struct gp_prose *p = &r->prose[i].prose;

		open_with(j, NULL, '{');
		string(j, "part",
			i + 2 < r->n_prose   ? "chapter"
			: i + 1 < r->n_prose ? "outside"
					     : "all");
		string(j, "title", i + 2 < r->n_prose ? gp_report_part(r, i) : NULL);
		number(j, "words", p->words);
		number(j, "running_words", p->prose);
		number(j, "sentences", p->sentences);
		number(j, "glossary_words", p->terms);
		decimal(j, "words_per_sentence", gp_report_sentence(p), 10);
		if (p->has_grade)
			decimal(j, "grade", p->grade, 10);
		else
			string(j, "grade", NULL);
		close_with(j, '}');
	}
	close_with(j, ']');
}

static void guide(struct json *j, const struct gp_report *r)
{
	const struct gp_guide *g = r->task->guide;

	open_with(j, "guide", '{');
	string(j, "id", g->id);
	string(j, "language", g->language);
	string(j, "side", g->left ? "left" : "right");
	string(j, "title", g->meta.title);
	string(j, "edition", r->task->o->edition);
	close_with(j, '}');
}

static void rules_and_fonts(struct json *j, const struct gp_report *r)
{
	unsigned n = gp_fonts_count(r->task->fonts), i;

	open_with(j, "rules", '{');
	millimetres(j, "edge_mm", r->safe);
	number(j, "dpi_wanted", GP_DPI_WANTED);
	number(j, "dpi_least", r->least_dpi);
	close_with(j, '}');
	open_with(j, "fonts", '[');
	for (i = 0; i < n; i++) {
		if (r->fonts >> (i < 63 ? i : 63) & 1)
			string(j, NULL, gp_font_info(r->task->fonts, (int)i)->postscript_name);
	}
	close_with(j, ']');
}

void gp_report_json(const struct gp_report *r, FILE *out)
{
	struct json j = {.out = out, .first = true};
	size_t i;

	open_with(&j, NULL, '{');
	number(&j, "format", 1);
	guide(&j, r);
	rules_and_fonts(&j, r);
	open_with(&j, "booklets", '[');
	for (i = 0; i < r->n_booklets; i++)
		booklet(&j, r, &r->booklets[i]);
	close_with(&j, ']');
	open_with(&j, "posters", '[');
	for (i = 0; i < r->n_posters; i++)
		poster(&j, r, &r->posters[i]);
	close_with(&j, ']');
	reading(&j, r);
	number(&j, "errors", gp_diag_count(r->task->diag, GP_ERROR));
	number(&j, "warnings", gp_diag_count(r->task->diag, GP_WARNING));
	close_with(&j, '}');
	fputc('\n', out);
}
