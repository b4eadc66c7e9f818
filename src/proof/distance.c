/*
 * The table and its check.
 */
#include "proof/distance.h"

static const struct {
	const char *key, *name;
	unsigned at, rule; /* at: millimetres, on the A3 master */
} table[GP_N_POSTER_ELEMENTS] = {
	[GP_POSTER_TITLE] = {"title", "title", 4000, 200},
	[GP_POSTER_NUMERAL] = {"step_numeral", "step numeral", 4000, 200},
	[GP_POSTER_HEAD] = {"step_head", "step head", 2000, 250},
	[GP_POSTER_DOSE] = {"step_dose", "step dose", 2000, 285},
	[GP_POSTER_LINE] = {"step_line", "step line", 2000, 300},
	[GP_POSTER_SIDE_HEAD] = {"side_head", "side head", 1700, 300},
	[GP_POSTER_STOP_LINE] = {"stop_line", "stop line", 1300, 300},
	[GP_POSTER_MAP_LABEL] = {"map_label", "map label", 1100, 300},
	[GP_POSTER_NOTE] = {"note", "note", 500, 160},
};

/* A distance of the master on this sheet: the smaller of both sides decides. */
static unsigned scaled(const struct gp_job *job, unsigned mm, gp_len width, gp_len height)
{
	const struct gp_poster_style *p = &job->style->poster;
	gp_len across = gp_len_scale((gp_len)mm, width, p->width);

	return (unsigned)gp_len_min(across, gp_len_scale((gp_len)mm, height, p->height));
}

size_t gp_distances(const struct gp_job *job, gp_len width, gp_len height,
	struct gp_distance rows[GP_N_POSTER_ELEMENTS])
{
	size_t i, n = 0;

	for (i = 0; i < GP_N_POSTER_ELEMENTS; i++) {
		const struct gp_type_size *t = &job->poster[i];
		struct gp_distance d = {table[i].key, table[i].name, .rule = table[i].rule};
		int64_t um;

		if (t->size <= 0)
			continue;
		d.cap = gp_font_cap(job->fonts, t->font, t->size);
		d.at = scaled(job, table[i].at, width, height);
		um = gp_len_to_um(d.cap);
		d.ratio = um > 0 ? (unsigned)(((int64_t)d.at * 1000 + um - 1) / um) : 10000;
		d.passes = d.ratio <= d.rule;
		rows[n++] = d;
	}
	return n;
}

void gp_distances_check(const struct gp_job *job, const struct gp_paper *paper)
{
	struct gp_distance rows[GP_N_POSTER_ELEMENTS];
	size_t n = gp_distances(job, paper->width, paper->height, rows), i;

	for (i = 0; i < n; i++) {
		const struct gp_distance *d = &rows[i];
		unsigned have = (unsigned)(gp_len_to_um(d->cap) / 100);
		unsigned need = (d->at * 10 + d->rule - 1) / d->rule;

		if (!d->passes)
			gp_report(job->diag, GP_MSG_PROOF_DISTANCE, job->guide->poster.place,
				paper->name, d->name, have / 10, have % 10, d->at / 1000,
				d->at % 1000 / 10, need / 10, need % 10);
	}
}
