/*
 * What both kinds of page 0 share: head, four pictured steps, a ruler of 100 mm, a foot line.
 */
#include "layout/sheet0.h"

#include "layout/sheet0_parts.h"

static struct gp_set_style sized(enum gp_role role, gp_len size, gp_len lead)
{
	struct gp_set_style style = gp_set_role(role);

	style.has_size = true;
	style.size = size;
	style.lead = lead;
	return style;
}

/* What stood alone has a title over it now: a file has one heading of the first level. */
static void lower_headings(struct gp_doc *doc)
{
	size_t i;

	for (i = 0; i < doc->n_tags; i++) {
		enum gp_tag_role role = doc->tags[i].role;

		if (role >= GP_TAG_H1 && role <= GP_TAG_H6)
			doc->tags[i].role = gp_tag_heading((unsigned)(role - GP_TAG_H1) + 2);
	}
}

struct gp_sheet0_frame gp_sheet0_start(struct gp_job *job, const struct gp_paper *paper)
{
	struct gp_sheet0_frame f = {.job = job, .margin = GP_MM(15)};
	struct gp_doc *doc = job->doc;
	size_t i;

	f.page = gp_doc_page(doc, paper->width, paper->height);
	f.page->label = job->guide->words.page_0;
	for (i = doc->n_pages - 1; i > 0; i--)
		doc->pages[i] = doc->pages[i - 1];
	doc->pages[0] = f.page;
	for (i = 0; i < doc->n_anchors; i++)
		doc->anchors[i].page++;
	lower_headings(doc);
	f.sect = job->sheet0;
	doc->tags[f.sect].title = job->guide->words.page_0;
	f.width = paper->width - 2 * f.margin;
	job->block++;
	job->place = job->guide->place;
	return f;
}

gp_len gp_sheet0_text(struct gp_sheet0_frame *f, const char *text, const struct gp_set_style *style,
	struct gp_rect box, enum gp_tag_role role)
{
	struct gp_set set =
		gp_set_plain(f->job, text, style, box.w, gp_doc_tag(f->job->doc, role, f->sect));

	gp_set_draw_all(f->job, f->page, &set, (struct gp_point){box.x, box.y});
	return set.height;
}

gp_len gp_sheet0_head(
	struct gp_sheet0_frame *f, const char *eyebrow, const char *title, const char *lead)
{
	struct gp_set_style brow = gp_set_role(GP_ROLE_EYEBROW), head = gp_set_role(GP_ROLE_H1);
	struct gp_set_style text = sized(GP_ROLE_STEP_TEXT, GP_PT(13), GP_PT(18));
	struct gp_rect box = {f->margin, GP_MM(12), f->width, 0};

	brow.capitals = true;
	box.y += gp_sheet0_text(f, eyebrow, &brow, box, GP_TAG_P);
	box.y += gp_sheet0_text(f, title, &head, box, GP_TAG_H1) + GP_MM(1.5);
	return box.y + gp_sheet0_text(f, lead, &text, box, GP_TAG_P);
}

/* The words of a step under its panel: an entry of the list that f->sect is. */
static gp_len step_words(struct gp_sheet0_frame *f, const struct gp_sheet0_step *s, unsigned number,
	struct gp_rect box)
{
	struct gp_job *job = f->job;
	struct gp_set_style big = sized(GP_ROLE_STEP_NUMERAL, GP_PT(28), GP_PT(28));
	struct gp_set_style title = gp_set_role(GP_ROLE_STEP_TITLE),
			    text = gp_set_role(GP_ROLE_STEP_TEXT);
	gp_tag list = f->sect;

	f->sect = gp_doc_tag(job->doc, GP_TAG_LI, list);
	gp_sheet0_text(f, gp_arena_printf(job->arena, "%u", number), &big,
		(struct gp_rect){box.x, box.y + GP_MM(0.5), box.w, 0}, GP_TAG_LBL);
	f->sect = gp_doc_tag(job->doc, GP_TAG_LBODY, f->sect);
	box = (struct gp_rect){box.x + GP_MM(8), box.y + GP_MM(1.5), box.w - GP_MM(8), 0};
	box.y += gp_sheet0_text(f, s->title, &title, box, GP_TAG_P);
	box.y += gp_sheet0_text(f, s->text, &text, box, GP_TAG_P);
	f->sect = list;
	return box.y;
}

/* One pictured step: panel with art, figure, title and a few words. */
static gp_len draw_step(struct gp_sheet0_frame *f, const struct gp_sheet0_step *s, unsigned number,
	struct gp_rect box)
{
	struct gp_job *job = f->job;
	struct gp_pen pen = gp_pen_artifact(job, f->page, GP_ARTIFACT_BACKGROUND);
	struct gp_rect panel = {box.x, box.y, box.w, box.w * 97 / 100};
	struct gp_image image = {
		.id = s->picture, .crop = {0, 0, 10000, 10000}, .decorative = true};
	struct gp_art art;

	gp_orn_fill(&pen, panel, GP_TINT_BRAND);
	if (!gp_job_fills(job, GP_TINT_BRAND))
		gp_orn_frame(&pen, panel, GP_PT(1), GP_G50);
	image.note = gp_sheet0_picture(job, s->picture);
	if (image.note) {
		art = gp_art_fit(
			job, &image, panel.w - GP_MM(4), panel.h - GP_MM(4), 0, GP_FIT_CANVAS);
		gp_art_draw(job, f->page, &art,
			(struct gp_point){
				panel.x + (panel.w - art.w) / 2, panel.y + (panel.h - art.h) / 2},
			-1);
	} else if (s->draw) {
		s->draw(&pen, panel);
	}
	box.y += panel.h;
	return step_words(f, s, number, box);
}

gp_len gp_sheet0_steps(struct gp_sheet0_frame *f, const struct gp_sheet0_step steps[4], gp_len y)
{
	gp_len gap = GP_MM(6), w = (f->width - 3 * gap) / 4, bottom = y, end;
	gp_tag sect = f->sect;
	unsigned i;

	f->sect = gp_doc_tag(f->job->doc, GP_TAG_L, sect);
	f->job->doc->tags[f->sect].numbering = GP_NUMBERING_DECIMAL;
	for (i = 0; i < 4; i++) {
		struct gp_rect box = {f->margin + (gp_len)i * (w + gap), y, w, 0};

		end = draw_step(f, &steps[i], i + 1, box);
		bottom = gp_len_max(bottom, end);
	}
	f->sect = sect;
	return bottom;
}

const struct gp_picture_note *gp_sheet0_picture(const struct gp_job *job, const char *id)
{
	size_t i;

	for (i = 0; id && i < job->guide->n_pictures; i++) {
		if (strcmp(job->guide->pictures[i].id, id) == 0)
			return &job->guide->pictures[i];
	}
	return NULL;
}

/* A ruler that must measure 100 mm on paper, with its figures. */
static void draw_ruler(struct gp_sheet0_frame *f, gp_len y)
{
	struct gp_job *job = f->job;
	gp_tag fig = gp_doc_tag(job->doc, GP_TAG_FIGURE, f->sect);
	struct gp_pen pen = gp_pen_content(job, f->page, fig);
	struct gp_set_style style = gp_set_role(GP_ROLE_TABLE);
	gp_len thin = GP_PT(0.5), x, h;
	struct gp_set set;
	unsigned i;

	job->doc->tags[fig].alt = job->guide->words.ruler_100_alt;
	gp_orn_rule(&pen, (struct gp_point){f->margin, y + GP_MM(5)}, GP_MM(100), thin, GP_INK);
	for (i = 0; i <= 100; i++) {
		x = f->margin + gp_len_um((int64_t)i * 1000);
		h = i % 10 == 0 ? GP_MM(5) : i % 5 == 0 ? GP_MM(3) : GP_MM(1.8);
		gp_orn_bar(
			&pen, (struct gp_point){x - thin / 2, y + GP_MM(5) - h}, h, thin, GP_INK);
	}
	for (i = 0; i <= 100; i += 10) {
		set = gp_set_plain(
			job, gp_arena_printf(job->arena, "%u", i), &style, f->width, fig);
		x = f->margin + gp_len_um((int64_t)i * 1000) - set.width / 2;
		gp_set_draw_all(job, f->page, &set, (struct gp_point){x, y + GP_MM(5.6)});
	}
}

gp_len gp_sheet0_foot(struct gp_sheet0_frame *f, const char *tip)
{
	struct gp_pen pen = gp_pen_artifact(f->job, f->page, GP_ARTIFACT_LAYOUT);
	struct gp_set_style style = gp_set_role(GP_ROLE_STEP_TEXT);
	gp_len y = f->page->height - GP_MM(44);
	struct gp_rect box = {f->margin, y + GP_MM(14), f->width, 0};

	gp_orn_rule(&pen, (struct gp_point){f->margin, y}, f->width,
		f->job->style->block.rule_medium, GP_INK);
	draw_ruler(f, y + GP_MM(3));
	box.y +=
		gp_sheet0_text(f, f->job->guide->words.ruler_100, &style, box, GP_TAG_P) + GP_MM(3);
	gp_sheet0_text(f, tip, &style, box, GP_TAG_P);
	return y;
}
