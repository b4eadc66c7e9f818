/*
 * A small document that holds one of everything the PDF stage can write, for unit tests and for the
 * program that writes samples.  Needs fonts/ and, for the output intent, Debian's sRGB profile.
 */
#ifndef TESTS_PDF_SAMPLE_H
#define TESTS_PDF_SAMPLE_H

#include "pdf/pdf.h"
#include "text/shape.h"

#include <assert.h>
#include <string.h>

#define SAMPLE_ICC "/usr/share/color/icc/sRGB.icc"
#define SAMPLE_FONT "fonts/Lato-Regular.ttf"
#define SAMPLE_BOLD "fonts/Lato-Black.ttf"

struct sample {
	struct gp_arena *arena;
	struct gp_diag *diag;
	struct gp_fonts *fonts;
	struct gp_doc *doc;
	struct gp_page *page;
	struct gp_picture *pictures[3];
	struct gp_pdf_options options;
	int regular, bold;
};

static inline void sample_init(struct sample *s)
{
	memset(s, 0, sizeof *s);
	s->arena = gp_arena_new();
	s->diag = gp_diag_new();
	s->fonts = gp_fonts_new(s->diag);
	s->regular = gp_fonts_open(s->fonts, SAMPLE_FONT, GP_NOWHERE);
	s->bold = gp_fonts_open(s->fonts, SAMPLE_BOLD, GP_NOWHERE);
	s->doc = gp_doc_new(s->arena);
	s->doc->title = "Sample of everything";
	s->doc->language = "en";
	s->options.icc = SAMPLE_ICC;
}

static inline void sample_done(struct sample *s)
{
	gp_fonts_free(s->fonts);
	gp_diag_free(s->diag);
	gp_arena_free(s->arena);
}

/* Whether the reports so far hold these words. */
static inline bool sample_heard(struct sample *s, const char *words)
{
	char text[500] = "";
	FILE *out = fmemopen(text, sizeof text - 1, "w");

	gp_diag_print(s->diag, out);
	fclose(out);
	return strstr(text, words) != NULL;
}

static inline struct gp_page *sample_page(struct sample *s)
{
	s->page = gp_doc_page(s->doc, 419528, 595276);
	return s->page;
}

static inline bool sample_make(struct sample *s, struct gp_bytes *out)
{
	struct gp_pdf_source source = {s->doc, s->fonts, s->pictures};

	return gp_pdf_make(&source, &s->options, s->arena, s->diag, out);
}

static inline struct gp_origin sample_origin(gp_tag tag)
{
	return (struct gp_origin){GP_CONTENT, tag, 1, GP_NOWHERE};
}

static inline struct gp_origin sample_artifact(enum gp_artifact kind)
{
	return (struct gp_origin){kind, -1, 0, GP_NOWHERE};
}

/* Shape a text and put its baseline at a point. */
static inline struct gp_op *sample_text_at(
	struct sample *s, struct gp_origin o, int font, const char *text, struct gp_point at)
{
	struct gp_shape_style style = {.font = font, .size = 11500, .lang = "en"};
	struct gp_glyphs g = gp_shape(s->fonts, &style,
		(struct gp_shape_text){text, strlen(text), GP_NOWHERE, 0}, s->arena);
	struct gp_draw_glyph *d = GP_ARRAY(s->arena, g.n + 1, struct gp_draw_glyph);
	struct gp_op_glyphs run = {.font = font,
		.size = style.size,
		.origin = at,
		.text = text,
		.text_len = strlen(text),
		.g = d,
		.n = g.n,
		.width = g.width};
	size_t i;

	for (i = 0; i < g.n; i++)
		d[i] = (struct gp_draw_glyph){g.g[i].id, g.g[i].advance, g.g[i].natural, g.g[i].x,
			g.g[i].y, g.g[i].from, g.g[i].len, g.g[i].line_hyphen};
	run.colour = (struct gp_colour_rgb){1, 0x15, 0x20, 0x2b, {51, 26, 0, 83}};
	return gp_page_glyphs(
		s->page, &o, &run, (struct gp_rect){at.x, at.y - 9000, g.width, 12000});
}

/* The same at x, y in whole points. */
static inline struct gp_op *sample_text_in(
	struct sample *s, struct gp_origin o, int font, const char *text, int x, int y)
{
	return sample_text_at(s, o, font, text, (struct gp_point){x * 1000, y * 1000});
}

/* A text that goes on where the run before ended. */
static inline struct gp_op *sample_go_on(
	struct sample *s, gp_tag tag, const char *text, const struct gp_op *before)
{
	const struct gp_op_glyphs *g = &before->as.glyphs;

	return sample_text_at(s, sample_origin(tag), s->regular, text,
		(struct gp_point){g->origin.x + g->width, g->origin.y});
}

static inline struct gp_op *sample_text(
	struct sample *s, gp_tag tag, const char *text, int x, int y)
{
	return sample_text_in(s, sample_origin(tag), s->regular, text, x, y);
}

static inline gp_tag sample_tag(struct sample *s, enum gp_tag_role role, gp_tag parent)
{
	return gp_doc_tag(s->doc, role, parent);
}

/* A tag of that role with one run of text. */
static inline gp_tag sample_block(
	struct sample *s, enum gp_tag_role role, gp_tag parent, const char *text, int y)
{
	gp_tag tag = sample_tag(s, role, parent);

	sample_text(s, tag, text, 60, y);
	return tag;
}

static inline void sample_rect(struct sample *s, struct gp_origin o, struct gp_rect r, uint8_t grey)
{
	struct gp_path *p = gp_path_new(s->arena);
	struct gp_op_path path = {.fill = true, .fill_colour = {2, grey, grey, 255, {10, 5, 0, 5}}};

	gp_path_rect(p, r);
	path.seg = gp_path_segs(p, &path.n);
	gp_page_path(s->page, &o, &path);
}

static inline void sample_circle(struct sample *s, struct gp_origin o, struct gp_point at)
{
	struct gp_path *p = gp_path_new(s->arena);
	struct gp_op_path path = {.stroke = true,
		.stroke_colour = {3, 179, 32, 44, {0, 82, 75, 30}},
		.width = 750,
		.dash = {3000, 1500},
		.round_caps = true};

	gp_path_circle(p, at, 20000);
	path.seg = gp_path_segs(p, &path.n);
	gp_page_path(s->page, &o, &path);
}

/* A raw RGB picture of a few pixels with a soft mask, and a grey one of two bits. */
static inline void sample_pictures(struct sample *s)
{
	static const uint8_t rgb[4 * 4 * 3] = {255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 0};
	static const uint8_t mask[4 * 4] = {255, 128, 64, 0, 255, 255, 255, 255};
	static const uint8_t grey[4] = {0x1b, 0x1b, 0xe4, 0xe4};
	struct gp_picture *p = GP_NEW(s->arena, struct gp_picture);

	p->width = p->height = p->mask_width = p->mask_height = 4;
	p->colour = (struct gp_samples){.coding = GP_CODING_RAW,
		.space = GP_SPACE_RGB,
		.bits = 8,
		.data = {rgb, sizeof rgb}};
	p->has_mask = true;
	p->mask = (struct gp_samples){.coding = GP_CODING_RAW,
		.space = GP_SPACE_GREY,
		.bits = 8,
		.data = {mask, sizeof mask}};
	s->pictures[0] = p;
	p = GP_NEW(s->arena, struct gp_picture);
	p->width = p->height = 4;
	p->colour = (struct gp_samples){.coding = GP_CODING_RAW,
		.space = GP_SPACE_INDEXED,
		.bits = 2,
		.data = {grey, sizeof grey},
		.n_palette = 4,
		.palette = {0, 0, 0, 200, 0, 0, 0, 200, 0, 255, 255, 255}};
	s->pictures[1] = p;
}

static inline void sample_link(
	struct sample *s, gp_tag tag, const char *to, const char *words, struct gp_rect box)
{
	struct gp_origin o = sample_origin(tag);

	s->doc->tags[tag].link = to;
	gp_page_link(s->page, &o, &(struct gp_op_link){box, words});
}

static inline void sample_list(struct sample *s, gp_tag parent, int y)
{
	gp_tag list = sample_tag(s, GP_TAG_L, parent), item, mark;
	int i;

	s->doc->tags[list].numbering = GP_NUMBERING_DECIMAL;
	for (i = 0; i < 2; i++, y += 15) {
		item = sample_tag(s, GP_TAG_LI, list);
		mark = sample_tag(s, GP_TAG_LBL, item);
		sample_text(s, mark, i ? "2." : "1.", 60, y);
		sample_text(s, sample_tag(s, GP_TAG_LBODY, item), i ? "Second." : "First.", 80, y);
	}
}

static inline gp_tag sample_row(
	struct sample *s, gp_tag parent, enum gp_tag_role role, const char *const words[3], int y)
{
	gp_tag row = sample_tag(s, GP_TAG_TR, parent), cell;
	int i;

	for (i = 0; i < 3; i++) {
		cell = sample_tag(s, i == 0 ? GP_TAG_TH : role, row);
		if (s->doc->tags[cell].role == GP_TAG_TH)
			s->doc->tags[cell].scope =
				role == GP_TAG_TH ? GP_SCOPE_COLUMN : GP_SCOPE_ROW;
		if (words[i])
			sample_text(s, cell, words[i], 60 + 80 * i, y);
	}
	return row;
}

static inline void sample_table(struct sample *s, gp_tag parent, int y)
{
	static const char *const rows[3][3] = {
		{"Point", "Seconds", "Times"}, {"X1", "60", NULL}, {"X2", "90", "2"}};
	gp_tag table = sample_tag(s, GP_TAG_TABLE, parent);
	gp_tag head = sample_tag(s, GP_TAG_THEAD, table), body;

	sample_row(s, head, GP_TAG_TH, rows[0], y);
	body = sample_tag(s, GP_TAG_TBODY, table);
	sample_row(s, body, GP_TAG_TD, rows[1], y + 15);
	sample_row(s, body, GP_TAG_TD, rows[2], y + 30);
}

static inline void sample_figure(struct sample *s, gp_tag parent, int y)
{
	gp_tag figure = sample_tag(s, GP_TAG_FIGURE, parent);
	struct gp_origin o = sample_origin(figure);
	struct gp_op_picture p = {.picture = 0,
		.alpha = 80,
		.turn = 1,
		.mirror = true,
		.box = {60000, y * 1000, 40000, 30000}};

	s->doc->tags[figure].alt = "Colours \xe2\x80\x93 and an arrow (left)";
	gp_page_picture(s->page, &o, &p);
	p = (struct gp_op_picture){
		.picture = 1, .alpha = 100, .box = {110000, y * 1000, 30000, 30000}};
	gp_page_picture(s->page, &o, &p);
	sample_text(s, figure, "Label", 150, y + 20);
	sample_block(s, GP_TAG_CAPTION, figure, "Figure 1 Colours", y + 45);
}

static inline void sample_furniture(struct sample *s)
{
	size_t i;
	struct gp_path *p = gp_path_new(s->arena);
	const struct gp_path_seg *seg;

	sample_text_in(s, sample_artifact(GP_ARTIFACT_HEADER), s->bold, "Running head", 60, 30);
	sample_rect(s, sample_artifact(GP_ARTIFACT_BACKGROUND),
		(struct gp_rect){40000, 500000, 300000, 30000}, 230);
	gp_path_rect(p, (struct gp_rect){50000, 540000, 100000, 20000});
	seg = gp_path_segs(p, &i);
	gp_page_begin_clip(s->page, seg, i);
	sample_circle(s, sample_artifact(GP_ARTIFACT_LAYOUT), (struct gp_point){60000, 550000});
	gp_page_end(s->page);
	gp_page_begin_alpha(s->page, 40);
	sample_rect(s, sample_artifact(GP_ARTIFACT_PAGE),
		(struct gp_rect){200000, 540000, 50000, 20000}, 100);
	sample_rect(s, sample_artifact(GP_ARTIFACT_PAGE),
		(struct gp_rect){220000, 545000, 50000, 20000}, 10);
	gp_page_end(s->page);
	sample_text_in(s, sample_artifact(GP_ARTIFACT_FOOTER), s->bold, "7", 380, 570);
}

static inline gp_tag sample_first_page(struct sample *s, gp_tag sect)
{
	gp_tag p, span, toc, ref;
	const struct gp_op *op;

	sample_page(s);
	sample_furniture(s);
	sample_block(s, GP_TAG_H1, sect, "Heading", 60);
	gp_doc_anchor(s->doc, "top", 0, (struct gp_point){60000, 45000});
	toc = sample_tag(s, GP_TAG_TOC, sect);
	ref = sample_tag(s, GP_TAG_REFERENCE, sample_tag(s, GP_TAG_TOCI, toc));
	sample_text(s, ref, "Second page", 60, 80);
	sample_link(
		s, ref, "#second", "Go to page 2", (struct gp_rect){60000, 70000, 80000, 15000});
	p = sample_tag(s, GP_TAG_P, sect);
	op = sample_text(s, p, "Before the ", 60, 100);
	span = sample_tag(s, GP_TAG_SPAN, p);
	s->doc->tags[span].lang = "la";
	op = sample_go_on(s, span, "musculus soleus", op);
	sample_go_on(s, p, " it was plain: AVATAR, 30\xc2\xa0s.", op);
	span = sample_tag(s, GP_TAG_LINK, p);
	sample_text(s, span, "A page elsewhere", 60, 115);
	sample_link(s, span, "https://example.org/a?b=(c)&d=\xc3\xa9", "Page elsewhere",
		(struct gp_rect){60000, 105000, 90000, 12000});
	sample_list(s, sect, 140);
	sample_table(s, sect, 180);
	sample_figure(s, sect, 240);
	p = sample_block(s, GP_TAG_NOTE, sect, "A note (in brackets) with \\ sign.", 320);
	return sample_block(s, GP_TAG_P, sect, "This one goes over the ", 480);
}

static inline void sample_fill(struct sample *s)
{
	gp_tag sect, aside, p;

	sample_pictures(s);
	s->doc->author = "A. Sample & Co.";
	s->doc->subject = "Everything \xe2\x89\xa4 once";
	s->doc->date = "2026-11";
	s->doc->tags[0].title = "Sample";
	sect = sample_tag(s, GP_TAG_SECT, 0);
	p = sample_first_page(s, sect);
	sample_page(s);
	sample_text(s, p, "page and ends here.", 60, 60);
	gp_doc_anchor(s->doc, "second", 1, (struct gp_point){60000, 70000});
	sample_block(s, GP_TAG_H2, sect, "Second heading", 90);
	aside = sample_tag(s, GP_TAG_ASIDE, sect);
	gp_page_begin_alpha(s->page, 50);
	sample_block(s, GP_TAG_P, aside, "Faded, but content.", 110);
	gp_page_end(s->page);
	sample_tag(s, GP_TAG_P, sect); /* never drawn */
	gp_doc_outline(s->doc, 1, "Heading", "top");
	gp_doc_outline(s->doc, 2, "Second \xe2\x80\x9cheading\xe2\x80\x9d", "second");
}

#endif
