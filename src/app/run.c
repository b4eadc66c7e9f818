/*
 * One run: everything is made in memory first, and written only when nothing went wrong.
 */
#include "app/run.h"

#include "app/changed.h"
#include "app/stages.h"

#include <string.h>

enum { HEAP = 6 << 20 /* what the libraries take for a booklet of forty pages */ };

static int finish(struct gp_task *r)
{
	int status = gp_diag_status(r->diag, r->o->strict);

	gp_diag_print(r->diag, stderr);
	if (fflush(stderr) != 0 && status == 0)
		status = 3;
	gp_light_table_clear(&r->gallery.table);
	gp_fonts_free(r->fonts);
	gp_diag_free(r->diag);
	gp_arena_free(r->arena);
	return status;
}

static void write_output(struct gp_task *r, const struct gp_doc *doc)
{
	struct gp_bytes pdf;

	if (r->o->dump) {
		gp_doc_dump(doc, stdout);
		return;
	}
	if (!gp_stage_pdf(r, doc, &pdf))
		return;
	gp_stage_put(r, gp_stage_output_name(r), pdf);
	if (r->o->depfile)
		gp_stage_depfile(r);
	if (r->o->fingerprints)
		gp_stage_fingerprints(r, doc);
	if (gp_diag_status(r->diag, r->o->strict) == 0)
		gp_files_write(r->outputs, r->n_outputs, r->diag);
}

static void make(struct gp_task *r)
{
	const struct gp_doc *doc;

	if (!gp_stage_read(r))
		return;
	if (r->o->command == GP_CMD_CHECK) {
		gp_stage_check(r);
		return;
	}
	doc = gp_stage_layout(r);
	gp_light_table_clear(&r->gallery.table); /* all pictures have been looked at */
	if (doc && !gp_diag_failed(r->diag))
		doc = gp_stage_press(r, doc);
	if (doc && !gp_diag_failed(r->diag))
		write_output(r, doc);
}

int gp_run(const struct gp_options *o)
{
	struct gp_task r = {.o = o};

	gp_mem_reserve(HEAP);
	r.arena = gp_arena_new();
	r.diag = gp_diag_new();
	r.fonts = gp_fonts_new(r.diag);
	gp_diag_pointers(r.diag, gp_read_pointer);
	gp_fonts_spot(r.fonts, gp_read_spot);
	if (o->command == GP_CMD_SCHEMA)
		gp_read_print_schema(stdout);
	else
		make(&r);
	return finish(&r);
}
