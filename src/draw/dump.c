/*
 * The text dump: one line an operation, lengths as whole thousandths of a point.  It is complete
 * (two lists with one dump draw the same page) and made to be read in a diff.
 */
#include "draw/list.h"

#include <inttypes.h>
#include <string.h>

static const char *const artifact_names[] = {
	"content",
	"header",
	"footer",
	"layout",
	"page",
	"background",
};

static void quoted(FILE *out, const char *s, size_t len)
{
	size_t i;

	fputc('"', out);
	for (i = 0; i < len; i++) {
		if (s[i] == '"' || s[i] == '\\')
			fputc('\\', out);
		fputc(s[i], out);
	}
	fputc('"', out);
}

static void field(FILE *out, const char *name, const char *value)
{
	if (!value)
		return;
	fprintf(out, " %s=", name);
	quoted(out, value, strlen(value));
}

static void dump_tag(const struct gp_tag_def *t, size_t i, FILE *out)
{
	fprintf(out, "tag %zu %s in %" PRId32, i, gp_tag_name(t->role), t->parent);
	field(out, "lang", t->lang);
	field(out, "title", t->title);
	field(out, "alt", t->alt);
	field(out, "actual", t->actual);
	field(out, "link", t->link);
	if (t->scope)
		fprintf(out, " scope=%d", (int)t->scope);
	if (t->numbering)
		fprintf(out, " numbering=%d", (int)t->numbering);
	if (t->colspan > 1 || t->rowspan > 1)
		fprintf(out, " span=%ux%u", t->colspan, t->rowspan);
	fputc('\n', out);
}

static void rgb(FILE *out, const char *name, struct gp_colour_rgb c)
{
	fprintf(out, " %s=%02x%02x%02x", name, c.r, c.g, c.b);
}

/* The part of the source text that the glyphs stand for: a run's text is that of all its lines. */
static void dump_words(const struct gp_op_glyphs *g, FILE *out)
{
	uint32_t from = UINT32_MAX, to = 0;
	size_t i;

	for (i = 0; i < g->n; i++) {
		if (g->g[i].from < from)
			from = g->g[i].from;
		if (g->g[i].from + g->g[i].len > to)
			to = g->g[i].from + g->g[i].len;
	}
	fputc(' ', out);
	quoted(out, from < to ? g->text + from : "", from < to ? to - from : 0);
}

static void dump_glyphs(const struct gp_op_glyphs *g, FILE *out)
{
	size_t i;

	fprintf(out, " font=%d size=%" PRId32 " at=%" PRId32 ",%" PRId32 " width=%" PRId32, g->font,
		g->size, g->origin.x, g->origin.y, g->width);
	rgb(out, "colour", g->colour);
	if (g->turn)
		fprintf(out, " turn=%u", g->turn);
	dump_words(g, out);
	fputs(" [", out);
	for (i = 0; i < g->n; i++) {
		fprintf(out, "%s%" PRIu32 ":%" PRId32, i ? " " : "", g->g[i].id, g->g[i].advance);
		if (g->g[i].x || g->g[i].y)
			fprintf(out, "@%" PRId32 ",%" PRId32, g->g[i].x, g->g[i].y);
		if (g->g[i].line_hyphen)
			fputc('-', out);
	}
	fputc(']', out);
}

static void dump_segs(const struct gp_path_seg *s, size_t n, FILE *out)
{
	static const char verbs[] = "MLCZ";
	size_t i, k, points;

	for (i = 0; i < n; i++) {
		points = gp_seg_points(&s[i]);
		fprintf(out, " %c", verbs[s[i].verb]);
		for (k = 0; k < points; k++)
			fprintf(out, "%s%" PRId32 ",%" PRId32, k ? " " : "", s[i].p[k].x,
				s[i].p[k].y);
	}
}

static void dump_path(const struct gp_op_path *p, FILE *out)
{
	if (p->fill)
		rgb(out, p->even_odd ? "fill-even-odd" : "fill", p->fill_colour);
	if (p->stroke) {
		rgb(out, "stroke", p->stroke_colour);
		fprintf(out, " width=%" PRId32 "%s", p->width, p->round_caps ? " round" : "");
	}
	if (p->dash[0] || p->dash[1])
		fprintf(out, " dash=%" PRId32 ",%" PRId32 "+%" PRId32, p->dash[0], p->dash[1],
			p->dash_phase);
	dump_segs(p->seg, p->n, out);
}

static void dump_box(struct gp_rect r, const char *name, FILE *out)
{
	fprintf(out, " %s=%" PRId32 ",%" PRId32 "+%" PRId32 "x%" PRId32, name, r.x, r.y, r.w, r.h);
}

static void dump_ops(struct gp_op *const *ops, size_t n, int depth, FILE *out);

static void dump_group(const struct gp_op *op, int depth, FILE *out)
{
	if (op->kind == GP_OP_CLIP)
		dump_segs(op->as.group.seg, op->as.group.n_seg, out);
	else
		fprintf(out, " %u%%", op->as.group.alpha);
	fputc('\n', out);
	dump_ops(op->as.group.ops, op->as.group.n, depth + 1, out);
}

static void dump_op(const struct gp_op *op, int depth, FILE *out)
{
	static const char *const kinds[] = {"glyphs", "path", "picture", "link", "clip", "alpha"};

	fprintf(out, "%*s%s", depth * 2, "", kinds[op->kind]);
	if (op->kind == GP_OP_CLIP || op->kind == GP_OP_ALPHA) {
		dump_group(op, depth, out);
		return;
	}
	if (op->artifact == GP_CONTENT)
		fprintf(out, " tag=%" PRId32, op->tag);
	else
		fprintf(out, " %s", artifact_names[op->artifact]);
	fprintf(out, " block=%" PRIu32, op->block);
	if (op->order)
		fprintf(out, " order=%" PRIu32 "-%" PRIu32, op->order, op->order_end);
	if (op->kind == GP_OP_GLYPHS)
		dump_glyphs(&op->as.glyphs, out);
	if (op->kind == GP_OP_PATH)
		dump_path(&op->as.path, out);
	if (op->kind == GP_OP_PICTURE) {
		fprintf(out, " %d", op->as.picture.picture);
		dump_box(op->as.picture.box, "box", out);
		fprintf(out, " alpha=%u turn=%u%s", op->as.picture.alpha, op->as.picture.turn,
			op->as.picture.mirror ? " mirror" : "");
	}
	if (op->kind == GP_OP_LINK) {
		dump_box(op->as.link.box, "box", out);
		field(out, "contents", op->as.link.contents);
	}
	fputc('\n', out);
}

static void dump_ops(struct gp_op *const *ops, size_t n, int depth, FILE *out)
{
	size_t i;

	for (i = 0; i < n; i++)
		dump_op(ops[i], depth, out);
}

static void dump_page(const struct gp_page *p, size_t i, FILE *out)
{
	fprintf(out, "page %zu %" PRId32 "x%" PRId32 " number=%u", i, p->width, p->height,
		p->number);
	field(out, "label", p->label);
	if (p->has_trim) {
		dump_box(p->trim, "trim", out);
		dump_box(p->bleed, "bleed", out);
	}
	fputc('\n', out);
	dump_ops(p->ops, p->n, 1, out);
}

void gp_doc_dump(const struct gp_doc *doc, FILE *out)
{
	size_t i;

	fputs("document", out);
	field(out, "title", doc->title);
	field(out, "author", doc->author);
	field(out, "lang", doc->language);
	field(out, "date", doc->date);
	fputc('\n', out);
	for (i = 0; i < doc->n_tags; i++)
		dump_tag(&doc->tags[i], i, out);
	for (i = 0; i < doc->n_anchors; i++)
		fprintf(out, "anchor %s page=%" PRId32 " at=%" PRId32 ",%" PRId32 "\n",
			doc->anchors[i].name, doc->anchors[i].page, doc->anchors[i].at.x,
			doc->anchors[i].at.y);
	for (i = 0; i < doc->n_outline; i++) {
		fprintf(out, "outline %u %s", doc->outline[i].level, doc->outline[i].anchor);
		field(out, "title", doc->outline[i].title);
		fputc('\n', out);
	}
	for (i = 0; i < doc->n_pages; i++)
		dump_page(doc->pages[i], i, out);
}
