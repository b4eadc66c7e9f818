/*
 * Stages.  Folders are looked for beside the guide first, then where the program is installed.
 */
#include "app/stages.h"

#include "app/printer.h"
#include "proof/distance.h"
#include "proof/proof.h"

#include <string.h>

static const char *guide_path(const struct gp_task *r)
{
	return r->o->guide ? r->o->guide : GP_HOUSE_GUIDE;
}

/* The first of: what the option says, DIR beside the guide, DIR of the installed data. */
static const char *find_dir(
	struct gp_task *r, const char *option, const char *beside, const char *probe)
{
	const char *dir;

	if (option)
		return option;
	dir = gp_path_join(r->arena, gp_path_dir(r->arena, guide_path(r)), beside);
	if (gp_file_exists(gp_path_join(r->arena, dir, probe)))
		return dir;
	return gp_path_join(r->arena, GP_DATADIR, strrchr(beside, '/') + 1);
}

/* Pictures made by the build come before masters that still have to be drawn. */
static const char *find_images(struct gp_task *r)
{
	const char *built = gp_path_join(
		r->arena, gp_path_dir(r->arena, guide_path(r)), "../build/release/images");

	if (!r->o->images && gp_file_exists(built))
		return built;
	return find_dir(r, r->o->images, "../images", "anchors.json");
}

static bool start_job(struct gp_task *r)
{
	r->image_dir = find_images(r);
	r->font_dir = find_dir(r, r->o->fonts, "../fonts", r->style->face[GP_FACE_TEXT]);
	r->gallery = (struct gp_gallery){
		.dir = r->image_dir, .anywhere = r->o->any_image_path, .cmyk = r->o->cmyk};
	r->job = (struct gp_job){.guide = r->guide,
		.style = r->style,
		.fonts = r->fonts,
		.gallery = &r->gallery,
		.bleed = r->o->bleed,
		.arena = r->arena,
		.diag = r->diag};
	if (!gp_job_open_faces(&r->job, r->font_dir))
		return false;
	if (r->style->edition.hyphen_left && r->style->edition.hyphen_file)
		r->job.hyphen = gp_hyphen_load(r->style->edition.hyphen_file, r->arena, r->diag);
	return !gp_diag_failed(r->diag);
}

static const char *page_size(const struct gp_task *r)
{
	if (r->o->command == GP_CMD_BOOKLET && r->o->size)
		return r->o->size;
	return r->o->sheet && strcmp(r->o->sheet, "letter") == 0 ? "half-letter" : "a5";
}

bool gp_stage_read(struct gp_task *r)
{
	struct gp_read_paths paths = {.guide = r->o->guide,
		.words = r->o->words,
		.style = r->o->style,
		.left = r->o->left,
		.languages = r->o->command == GP_CMD_CHECK};
	struct gp_style_choice choice = {.page = page_size(r), .edition = r->o->edition};
	const char *anchors;

	if (!gp_stage_printer(r))
		return false;
	if (r->o->command == GP_CMD_CALIBRATE)
		return gp_stage_read_house(r) && start_job(r);
	if (r->o->images) {
		anchors = gp_path_join(r->arena, r->o->images, "anchors.json");
		paths.anchors = gp_file_exists(anchors) ? anchors : NULL;
	}
	r->guide = gp_read_guide(&paths, r->arena, r->diag);
	choice.language = r->guide ? r->guide->language : "en";
	r->style = gp_read_style(&paths, &choice, r->arena, r->diag);
	return r->guide && r->style && start_job(r);
}

static const struct gp_paper *poster_paper(struct gp_task *r)
{
	const char *name = r->o->size ? r->o->size : "a3";
	const struct gp_paper *paper = gp_style_paper(r->style, name);

	if (!paper)
		gp_report(r->diag, GP_MSG_UNKNOWN_SIZE, GP_NOWHERE, name);
	return paper;
}

/* The rules that hold for pages as they leave layout. */
static void prove(struct gp_task *r, const struct gp_doc *doc, bool poster)
{
	struct gp_proof p = gp_proof_usual(doc, r->fonts, r->gallery.pictures);

	if (poster)
		p.safe = 0; /* the poster's own margin is wider than any printer's */
	if (r->o->bleed)
		p.safe = 0;
	p.over = r->o->bleed;
	gp_proof_check(&p, r->diag);
}

/*
 * Pages come in leaves of four, or in whole signatures.  Large print is folded only where sheets
 * are asked for; else two pages make a leaf.  A signature that cannot be folded is press's to
 * refuse.
 */
static unsigned padding(const struct gp_task *r)
{
	if (r->style->edition.notes_inline && !r->o->sheet)
		return 2;
	return r->o->signature && r->o->signature % 4 == 0 ? r->o->signature : 4;
}

const struct gp_doc *gp_stage_booklet(struct gp_task *r)
{
	const struct gp_doc *doc = gp_layout_booklet(&r->job, padding(r));

	if (doc)
		prove(r, doc, false);
	return doc;
}

const struct gp_doc *gp_stage_poster(struct gp_task *r, const struct gp_paper *paper)
{
	const struct gp_doc *doc = gp_layout_poster(&r->job, paper);

	if (doc) {
		prove(r, doc, true);
		gp_distances_check(&r->job, paper);
	}
	return doc;
}

const struct gp_doc *gp_stage_layout(struct gp_task *r)
{
	const struct gp_paper *paper;

	if (r->o->command == GP_CMD_BOOKLET)
		return gp_stage_booklet(r);
	if (r->o->command == GP_CMD_CALIBRATE)
		return gp_stage_calibrate(r);
	paper = poster_paper(r);
	return paper ? gp_stage_poster(r, paper) : NULL;
}

bool gp_stage_pdf(struct gp_task *r, const struct gp_doc *doc, struct gp_bytes *out)
{
	struct gp_pdf_source source = {doc, r->fonts, r->gallery.pictures};
	struct gp_pdf_options options = {.cmyk = r->o->cmyk, .icc = r->o->icc};

	if (r->o->cmyk)
		options.icc = r->o->profile;
	else if (!options.icc)
		options.icc = "/usr/share/color/icc/sRGB.icc";
	if (r->o->sheet || r->o->command == GP_CMD_CALIBRATE) {
		options.duplex = r->o->flip_long ? GP_DUPLEX_LONG_EDGE : GP_DUPLEX_SHORT_EDGE;
		options.pick_tray = true;
	} else {
		options.two_up_view = r->o->command == GP_CMD_BOOKLET;
	}
	return gp_pdf_make(&source, &options, r->arena, r->diag, out);
}

const char *gp_stage_output_name(struct gp_task *r)
{
	const struct gp_options *o = r->o;
	struct gp_arena *a = r->arena;
	const char *paper = o->sheet ? o->sheet : o->tile;
	bool poster = o->command == GP_CMD_POSTER;

	if (o->output)
		return o->output;
	if (o->command == GP_CMD_CALIBRATE)
		return gp_arena_printf(a, "calibration-%s.pdf", paper ? paper : "a4");
	return gp_arena_printf(a, "%s-%s%s-%s%s%s%s%s%s%s.pdf", r->guide->id, r->guide->language,
		r->guide->left ? "-left" : "", poster ? "poster-" : "booklet",
		poster ? (o->size ? o->size : "a3") : "", o->edition ? "-" : "",
		o->edition ? o->edition : "", paper ? "-on-" : "", paper ? paper : "",
		o->fronts  ? "-fronts"
		: o->backs ? "-backs"
			   : "");
}

void gp_stage_put(struct gp_task *r, const char *path, struct gp_bytes bytes)
{
	*GP_PUSH(r->arena, r->outputs, r->n_outputs, r->cap_outputs) =
		(struct gp_output){path, bytes};
}

void gp_stage_put_text(struct gp_task *r, const char *path, const char *text)
{
	gp_stage_put(r, path, (struct gp_bytes){(const uint8_t *)text, strlen(text)});
}
