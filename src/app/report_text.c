/*
 * The report as tables, for people who print and people who write.
 */
#include "app/report.h"

#include <string.h>

/* A length in millimetres with one or two decimals, right-aligned. */
static void put_mm(FILE *out, gp_len len, int width, int decimals)
{
	int64_t um = gp_len_to_um(len);
	const char *sign = um < 0 ? "-" : "";
	char text[32];

	um = um < 0 ? -um : um;
	if (decimals == 1)
		snprintf(text, sizeof text, "%s%lld.%lld", sign, (long long)((um + 50) / 1000),
			(long long)((um + 50) / 100 % 10));
	else
		snprintf(text, sizeof text, "%s%lld.%02lld", sign, (long long)((um + 5) / 1000),
			(long long)((um + 5) / 10 % 100));
	fprintf(out, "%*s", width, text);
}

static void put_contrast(FILE *out, unsigned hundredths)
{
	if (hundredths >= 2100)
		fprintf(out, "%9s", "-");
	else
		fprintf(out, "%7u.%u", hundredths / 100, hundredths / 10 % 10);
}

/* Bytes are not columns: words are padded by their letters. */
static void put_words(FILE *out, const char *s, int width)
{
	int n = 0;

	for (; *s && n < width - 1; s++) {
		n += ((unsigned char)*s & 0xc0) != 0x80;
		fputc(*s, out);
	}
	for (; ((unsigned char)*s & 0xc0) == 0x80; s++)
		fputc(*s, out);
	fprintf(out, "%*s", width - n, "");
}

static void put_measures(FILE *out, const struct gp_proof_page *m)
{
	fprintf(out, "%5u.%u", m->darkness / 10, m->darkness % 10);
	if (m->runs == 0) {
		fprintf(out, "%8s%10s%10s%9s", "-", "-", "-", "-");
	} else {
		fprintf(out, "%6d.%d", m->smallest_text / 1000, m->smallest_text / 100 % 10);
		put_mm(out, m->smallest_cap, 10, 2);
		put_mm(out, m->smallest_ex, 10, 2);
		put_contrast(out, m->lowest_contrast);
	}
	put_mm(out, m->white, 9, 1);
	if (m->n_pictures)
		fprintf(out, "%10zu%6u\n", m->n_pictures, m->lowest_dpi);
	else
		fprintf(out, "%10s%6s\n", "-", "-");
}

static void put_measure_heads(FILE *out, const char *first, int width)
{
	fprintf(out, "%*s%7s%8s%10s%10s%9s%9s%10s%6s\n", -width, first, "ink %", "type pt",
		"capital", "small x", "contrast", "edge mm", "pictures", "dpi");
}

static void put_booklet(FILE *out, const struct gp_report_booklet *b)
{
	size_t i;

	fprintf(out, "\nBooklet %s (", b->size);
	put_mm(out, b->width, 0, 1);
	fputs(" x ", out);
	put_mm(out, b->height, 0, 1);
	fprintf(out, " mm): %zu pages on %u sheets of %s, printed on both sides\n\n", b->n_pages,
		b->on.sheets, strcmp(b->on.paper, "a4") == 0 ? "A4" : "Letter");
	put_measure_heads(out, "page", 8);
	for (i = 0; i < b->n_pages; i++) {
		fprintf(out, "%4u    ", b->pages[i].number);
		put_measures(out, &b->pages[i].m);
	}
}

static void put_posters(const struct gp_report *r, FILE *out)
{
	size_t i, k;

	if (r->n_posters == 0)
		return;
	fputs("\nPoster sizes\n\n", out);
	put_measure_heads(out, "size", 12);
	for (i = 0; i < r->n_posters; i++) {
		fprintf(out, "%-12s", r->posters[i].paper->name);
		put_measures(out, &r->posters[i].m);
	}
	fputs("\nPoster over home paper\n\n", out);
	for (i = 0; i < r->n_posters; i++) {
		const struct gp_report_poster *p = &r->posters[i];

		for (k = 0; k < p->n_tiles; k++)
			fprintf(out, "%-12s%u sheets of %s, %u rows of %u\n", p->paper->name,
				p->tiles[k].sheets,
				strcmp(p->tiles[k].paper, "a4") == 0 ? "A4" : "Letter",
				p->tiles[k].rows, p->tiles[k].columns);
	}
}

static void put_distances(const struct gp_report *r, FILE *out)
{
	size_t i, k;

	for (i = 0; i < r->n_posters; i++) {
		const struct gp_report_poster *p = &r->posters[i];

		fprintf(out, "\nReading distance, poster %s\n\n", p->paper->name);
		fprintf(out, "%-14s%9s%10s   %-8s%-8s\n", "words", "capital", "read at", "is",
			"limit");
		for (k = 0; k < p->n_distances; k++) {
			const struct gp_distance *d = &p->distances[k];

			fprintf(out, "%-14s", d->name);
			put_mm(out, d->cap, 9, 2);
			fprintf(out, "%5u.%02u m   D/%-6uD/%-6u%s\n", d->at / 1000,
				d->at % 1000 / 10, d->ratio, d->rule,
				d->passes ? "passes" : "FAILS");
		}
	}
}

static void put_page_pictures(
	const struct gp_report *r, FILE *out, const char *where, const struct gp_proof_page *m)
{
	size_t i;

	for (i = 0; i < m->n_pictures; i++) {
		const struct gp_proof_picture *p = &m->pictures[i];

		put_words(out, where, 13);
		put_words(out, gp_report_picture(r, p), 24);
		put_mm(out, p->width, 7, 1);
		fputs(" x", out);
		put_mm(out, p->height, 6, 1);
		fprintf(out, "%7u%s\n", p->dpi,
			p->dpi < r->least_dpi    ? "  TOO FEW"
			: p->dpi < GP_DPI_WANTED ? "  under 300"
						 : "");
	}
}

static void put_pictures(const struct gp_report *r, FILE *out)
{
	size_t i, k;

	fprintf(out, "\nPictures at their printed size (300 dpi wanted, under %u an error)\n\n",
		r->least_dpi);
	fprintf(out, "%-13s%-24s%14s mm%5s\n", "where", "picture", "size", "dpi");
	for (i = 0; i < r->n_booklets; i++) {
		const struct gp_report_booklet *b = &r->booklets[i];

		for (k = 0; k < b->n_pages; k++)
			put_page_pictures(r, out,
				gp_arena_printf(r->task->arena, "%s %u", i ? "letter" : "page",
					b->pages[k].number),
				&b->pages[k].m);
	}
	for (i = 0; i < r->n_posters; i++)
		put_page_pictures(r, out, r->posters[i].paper->name, &r->posters[i].m);
}

static void put_prose(const struct gp_report *r, FILE *out)
{
	size_t i;

	fputs("\nReading\n\n", out);
	put_words(out, "part", 36);
	fprintf(out, "%8s%16s%10s%8s\n", "words", "words/sentence", "anatomy", "grade");
	for (i = 0; i < r->n_prose; i++) {
		const struct gp_prose *p = &r->prose[i].prose;
		unsigned sentence = gp_report_sentence(p);

		put_words(out, gp_report_part(r, i), 36);
		fprintf(out, "%8zu%14u.%u%10zu", p->words, sentence / 10, sentence % 10, p->terms);
		if (p->has_grade)
			fprintf(out, "%6d.%d\n", p->grade / 10, p->grade < 0 ? 0 : p->grade % 10);
		else
			fprintf(out, "%8s\n", "-");
	}
}

static void put_fonts(const struct gp_report *r, FILE *out)
{
	unsigned n = gp_fonts_count(r->task->fonts), i;

	fputs("\nTypefaces\n\n", out);
	for (i = 0; i < n; i++) {
		if (r->fonts >> (i < 63 ? i : 63) & 1)
			fprintf(out, "%s\n", gp_font_info(r->task->fonts, (int)i)->postscript_name);
	}
}

void gp_report_text(const struct gp_report *r, FILE *out)
{
	const struct gp_guide *g = r->task->guide;
	size_t i;

	fprintf(out, "%s (%s, %s, %s side%s%s)\n", g->meta.title, g->id, g->language,
		g->left ? "left" : "right", r->task->o->edition ? ", edition " : "",
		r->task->o->edition ? r->task->o->edition : "");
	for (i = 0; i < r->n_booklets; i++)
		put_booklet(out, &r->booklets[i]);
	put_posters(r, out);
	put_distances(r, out);
	put_pictures(r, out);
	put_prose(r, out);
	put_fonts(r, out);
	fprintf(out,
		"\nink: mean darkness of the page, solid black is 100; capital, small x: height "
		"in\n"
		"mm of the smallest words; contrast: lowest of words on what lies under them, n "
		"to\n"
		"1; edge: narrowest margin without ink, home printers need %lld mm; grade: "
		"Flesch-\n"
		"Kincaid school year, words of the glossary left out\n",
		(long long)(gp_len_to_um(r->safe) / 1000));
	fprintf(out, "\n%u errors, %u warnings\n", gp_diag_count(r->task->diag, GP_ERROR),
		gp_diag_count(r->task->diag, GP_WARNING));
}
