/*
 * The report of `guidepress check --report`: what the finished pages measure, as tables to read or
 * as JSON.  Gathered once, printed in either form.
 */
#ifndef GP_APP_REPORT_H
#define GP_APP_REPORT_H

#include "app/stages.h"
#include "proof/distance.h"
#include "proof/proof.h"
#include "proof/prose.h"

enum { GP_DPI_WANTED = 300 }; /* fewer is seen on close look; fewer than 200 is an error */

/* What spreading a document over home paper takes. */
struct gp_report_sheets {
	const char *paper; /* "a4" */
	unsigned rows, columns, sheets;
};

struct gp_report_page {
	unsigned number;
	struct gp_proof_page m;
};

struct gp_report_booklet {
	const char *size; /* "a5" */
	gp_len width, height;
	struct gp_report_sheets on; /* two pages on each side */
	struct gp_report_page *pages;
	size_t n_pages;
};

struct gp_report_poster {
	const struct gp_paper *paper;
	struct gp_proof_page m;
	struct gp_distance distances[GP_N_POSTER_ELEMENTS];
	size_t n_distances;
	struct gp_report_sheets tiles[2];
	size_t n_tiles;
};

struct gp_report {
	const struct gp_task *task;
	struct gp_report_booklet *booklets;
	size_t n_booklets, cap_booklets;
	struct gp_report_poster *posters;
	size_t n_posters, cap_posters;
	struct gp_prose_part *prose; /* see gp_prose */
	size_t n_prose;
	uint64_t fonts; /* as in gp_proof_page, of all pages */
	gp_len safe;
	unsigned least_dpi;
};

void gp_report_text(const struct gp_report *r, FILE *out);
void gp_report_json(const struct gp_report *r, FILE *out);

/* Title of a part in plain words, in the task's arena. */
const char *gp_report_part(const struct gp_report *r, size_t i);

/* The id of a picture: its file name without folder and ending. */
const char *gp_report_picture(const struct gp_report *r, const struct gp_proof_picture *p);

/* Words per sentence, in tenths. */
unsigned gp_report_sentence(const struct gp_prose *p);

#endif
