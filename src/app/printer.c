/*
 * Sheets for one printer: the calibration sheet, and the passport that is read off it.
 */
#include "app/printer.h"

#include "layout/calibrate.h"
#include "press/replay.h"

#include <string.h>

bool gp_stage_printer(struct gp_task *r)
{
	struct gp_printer *p;
	struct gp_passport *to;
	size_t i;

	if (!r->o->printer)
		return true;
	p = gp_read_printer(r->o->printer, r->arena, r->diag);
	if (!p)
		return false;
	to = GP_NEW(r->arena, struct gp_passport);
	to->shift[0] = p->front;
	to->shift[1] = p->back;
	to->x = (struct gp_scaling){GP_RULER_X, p->ruler_x};
	to->y = (struct gp_scaling){GP_RULER_Y, p->ruler_y};
	to->right_first = p->right_first;
	/* the stairs of the calibration sheet run into the margin, and over the edge, on purpose */
	for (i = 0; i < GP_N_EDGES; i++)
		to->margin[i] = r->o->command == GP_CMD_CALIBRATE ? -GP_MM(50) : p->margin[i];
	r->passport = to;
	return true;
}

const struct gp_doc *gp_stage_passport(struct gp_task *r, const struct gp_doc *doc)
{
	const struct gp_options *o = r->o;
	struct gp_passport_sides sides = {
		.two_sided = o->command != GP_CMD_POSTER && !o->fronts && !o->backs,
		.all_backs = o->backs,
		.turned = o->flip_long};

	return r->passport ? gp_passport(doc, r->passport, &sides, r->arena, r->diag) : doc;
}

/* --- the calibration sheet ----------------------------------------------------------------- */

/* Words and style as a guide in content/ would find them. */
bool gp_stage_read_house(struct gp_task *r)
{
	struct gp_read_paths paths = {
		.guide = GP_HOUSE_GUIDE, .words = r->o->words, .style = r->o->style};
	struct gp_style_choice choice = {.page = "a5", .language = "en"};

	r->guide = gp_read_house(&paths, r->arena, r->diag);
	r->style = gp_read_style(&paths, &choice, r->arena, r->diag);
	return r->guide && r->style;
}

/* The back as printers want it that turn the paper over its long edge. */
static void turn_back(struct gp_doc *doc)
{
	const struct gp_page *back = doc->pages[1];
	struct gp_replay turn = {.placing = gp_placing_half_turn(back->width, back->height),
		.see = GP_EVERYWHERE,
		.own = GP_EVERYWHERE};
	struct gp_page *turned = gp_doc_page(doc, back->width, back->height);

	turned->label = back->label;
	gp_replay_page(back, &turn, turned);
	doc->pages[1] = turned;
	doc->n_pages--;
}

const struct gp_doc *gp_stage_calibrate(struct gp_task *r)
{
	const char *name = r->o->sheet ? r->o->sheet : "a4";
	struct gp_calibrate how = {.paper = gp_style_paper(r->style, name),
		.paper_name = gp_stage_paper_words(r, name),
		.flip_long = r->o->flip_long};
	struct gp_doc *doc;

	if (!how.paper) {
		gp_report(r->diag, GP_MSG_UNKNOWN_PAPER, GP_NOWHERE, name);
		return NULL;
	}
	doc = gp_layout_calibrate(&r->job, &how);
	if (doc && r->o->flip_long)
		turn_back(doc);
	return doc;
}
