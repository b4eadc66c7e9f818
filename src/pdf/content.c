/*
 * Walking a display list: marks, groups, resources.
 *
 * Alpha groups that hold artifacts only become transparency groups (form XObjects), so what
 * overlaps inside does not shine through itself.  Content is never put into a form, since its marks
 * would have to be looked for there; its alpha is set for each operation instead.
 */
#include "pdf/content.h"

#include "pdf/images.h"
#include "pdf/links.h"
#include "pdf/tree.h"

enum {
	MAX_DEPTH = 26 /* readers promise 28 levels of q, ISO 19005-2 6.1.13; a picture takes one */
};

static void draw_ops(struct gp_content *c, struct gp_op *const *ops, size_t n);

void gp_use(struct gp_content *c, struct gp_uses *u, unsigned number)
{
	size_t i;

	for (i = 0; i < u->n; i++) {
		if (u->v[i] == number)
			return;
	}
	*GP_PUSH(c->job->arena, u->v, u->n, u->cap) = number;
}

void gp_content_end_text(struct gp_content *c)
{
	if (c->in_text)
		gp_buf_str(&c->out, "ET\n");
	c->in_text = false;
}

static void put_state(struct gp_content *c, unsigned number)
{
	gp_use(c, &c->states, number);
	gp_buf_str(&c->out, "/G");
	gp_buf_int(&c->out, number);
	gp_buf_str(&c->out, " gs\n");
}

void gp_content_alpha(struct gp_content *c, unsigned percent)
{
	if (percent == c->now.alpha)
		return;
	c->now.alpha = percent;
	put_state(c, percent);
}

void gp_content_over(struct gp_content *c, bool on)
{
	unsigned over = on ? GP_OVER_ON : GP_OVER_OFF;

	if (!c->job->options->cmyk || over == c->now.over)
		return;
	c->now.over = over;
	put_state(c, over);
}

bool gp_content_is_black(const struct gp_content *c, struct gp_colour_rgb v)
{
	return c->job->options->cmyk && v.cmyk[3] == 100 && !v.cmyk[0] && !v.cmyk[1] && !v.cmyk[2];
}

/* --- marked sequences ------------------------------------------------------------------------- */

static void end_mark(struct gp_content *c)
{
	gp_content_end_text(c);
	if (c->marked)
		gp_buf_str(&c->out, "EMC\n");
	c->marked = false;
}

/* Property list of an artifact, ISO 32000-1, 14.8.2.2. */
static void artifact_mark(struct gp_content *c, const struct gp_op *op)
{
	static const char *const lists[] = {
		[GP_ARTIFACT_HEADER] = "/Type/Pagination/Subtype/Header/Attached[/Top]",
		[GP_ARTIFACT_FOOTER] = "/Type/Pagination/Subtype/Footer/Attached[/Bottom]",
		[GP_ARTIFACT_LAYOUT] = "/Type/Layout",
		[GP_ARTIFACT_PAGE] = "/Type/Page",
		[GP_ARTIFACT_BACKGROUND] = "/Type/Background/BBox",
	};

	gp_buf_str(&c->out, "/Artifact<<");
	gp_buf_str(&c->out, lists[op->artifact]);
	if (op->artifact == GP_ARTIFACT_BACKGROUND)
		gp_pdf_rect(&c->out, c->page->height, gp_rect_common(op->ink, c->bounds));
	gp_buf_str(&c->out, ">>BDC\n");
}

static void content_mark(struct gp_content *c, const struct gp_op *op)
{
	gp_buf_name(&c->out, gp_tree_name(c->job->tree, op->tag));
	gp_buf_str(&c->out, "<</MCID ");
	gp_buf_int(&c->out, gp_tree_mark(c->job->tree, c->index, op->tag, op->order));
	gp_buf_str(&c->out, ">>BDC\n");
}

static void begin_mark(struct gp_content *c, const struct gp_op *op)
{
	/* A background has a box of its own, so two of them are two artifacts. */
	bool same = c->marked && c->artifact == op->artifact && c->tag == op->tag &&
		    op->artifact != GP_ARTIFACT_BACKGROUND;

	/* Content between the two may have gone to another sheet. */
	if (op->artifact == GP_CONTENT && op->order != 0 && op->order != c->order_end) {
		same = false;
		c->before = NULL;
	}
	c->order_end = op->order_end;
	if (c->in_form || same)
		return;
	end_mark(c);
	if (op->artifact == GP_CONTENT)
		content_mark(c, op);
	else
		artifact_mark(c, op);
	c->marked = true;
	c->artifact = op->artifact;
	c->tag = op->tag;
}

/* --- groups ----------------------------------------------------------------------------------- */

static bool too_deep(struct gp_content *c, const struct gp_op *op)
{
	if (c->depth < MAX_DEPTH)
		return false;
	gp_report(c->job->diag, GP_MSG_PDF_DEPTH, op->place, c->index + 1, MAX_DEPTH);
	return true;
}

static void draw_inside(struct gp_content *c, const struct gp_op *group, unsigned alpha)
{
	struct gp_gstate before = c->now;
	struct gp_rect bounds = c->bounds;

	if (too_deep(c, group))
		return;
	end_mark(c);
	gp_buf_str(&c->out, "q\n");
	c->depth++;
	if (group->kind == GP_OP_CLIP) {
		gp_content_segs(c, group->as.group.seg, group->as.group.n_seg);
		gp_buf_str(&c->out, "W n\n");
		c->bounds = gp_rect_common(c->bounds, group->ink);
	}
	gp_content_alpha(c, alpha);
	draw_ops(c, group->as.group.ops, group->as.group.n);
	end_mark(c);
	gp_buf_str(&c->out, "Q\n");
	c->depth--;
	c->now = before;
	c->bounds = bounds;
}

/* Number of inking operations of a group, or -1 when one of them is content; *first the first. */
static int count_artifacts(const struct gp_op *group, const struct gp_op **first)
{
	int n = 0, inner;
	size_t i;

	for (i = 0; i < group->as.group.n; i++) {
		const struct gp_op *op = group->as.group.ops[i];

		if (op->kind == GP_OP_CLIP || op->kind == GP_OP_ALPHA) {
			inner = count_artifacts(op, first);
			if (inner < 0)
				return -1;
			n += inner;
		} else if (op->kind != GP_OP_LINK) {
			if (op->artifact == GP_CONTENT)
				return -1;
			*first = *first ? *first : op;
			n++;
		}
	}
	return n;
}

static struct gp_gstate fresh_state(const struct gp_pdf_job *job)
{
	/* Readers begin with black of DeviceGray; in CMYK every colour is written. */
	uint32_t black = job->options->cmyk ? UINT32_MAX : 0;

	return (struct gp_gstate){.fill = black,
		.stroke = black,
		.width = 1000,
		.alpha = 100,
		.slot = -1,
		.over = GP_OVER_UNKNOWN /* a form begins with that of its user */};
}

static void put_group(const struct gp_pdf_job *job, struct gp_dict *d)
{
	struct gp_dict *group = gp_dict_dict(d, "Group");

	gp_dict_name(group, "Type", "Group");
	gp_dict_name(group, "S", "Transparency");
	gp_dict_name(group, "CS", job->options->cmyk ? "DeviceCMYK" : "DeviceRGB");
}

static void put_alpha(struct gp_pdf_job *job, struct gp_dict *d, unsigned percent)
{
	struct gp_buf b = {0};

	gp_buf_str(&b, "/ca ");
	gp_buf_milli(&b, percent * 10);
	gp_buf_str(&b, " /CA ");
	gp_buf_milli(&b, percent * 10);
	gp_dict_raw(d, NULL, gp_buf_take_str(&b, job->arena));
	gp_buf_done(&b);
}

/* With OPM 1 an ink of which there is none leaves what is below. */
static void put_over(struct gp_dict *d, bool on)
{
	gp_dict_bool(d, "OP", on);
	gp_dict_bool(d, "op", on);
	gp_dict_int(d, "OPM", on);
}

static struct gp_dict *state_dict(struct gp_pdf_job *job, unsigned number)
{
	struct gp_dict *d = job->states[number];

	if (d)
		return d;
	d = job->states[number] = gp_haru_dict(job->haru);
	gp_dict_name(d, "Type", "ExtGState");
	if (number >= GP_OVER_OFF)
		put_over(d, number == GP_OVER_ON);
	else
		put_alpha(job, d, number);
	return d;
}

/* One resource; *class is its dictionary, made when the first of the class comes. */
static void put_use(struct gp_dict **class, struct gp_dict *resources, char letter, unsigned number,
	struct gp_dict *what)
{
	const char *name = letter == 'F' ? "Font" : letter == 'G' ? "ExtGState" : "XObject";
	char key[16];

	if (!*class)
		*class = gp_dict_dict(resources, name);
	snprintf(key, sizeof key, "%c%u", letter, number);
	gp_dict_ref(*class, key, what);
}

static void put_resources(struct gp_content *c, struct gp_dict *d)
{
	struct gp_pdf_job *job = c->job;
	struct gp_dict *res = gp_dict_dict(d, "Resources"), *fonts = NULL, *states = NULL,
		       *objects = NULL;
	size_t i;

	for (i = 0; i < c->fonts.n; i++)
		put_use(&fonts, res, 'F', c->fonts.v[i], gp_codes_dict(job->codes, c->fonts.v[i]));
	for (i = 0; i < c->states.n; i++)
		put_use(&states, res, 'G', c->states.v[i], state_dict(job, c->states.v[i]));
	for (i = 0; i < c->images.n; i++)
		put_use(&objects, res, 'I', c->images.v[i], gp_images_dict(job, c->images.v[i]));
	for (i = 0; i < c->n_forms; i++)
		put_use(&objects, res, 'X', (unsigned)i, c->form_dicts[i]);
}

static struct gp_rect whole_page(const struct gp_page *p)
{
	return (struct gp_rect){0, 0, p->width, p->height};
}

/* The group as a form XObject on the whole page. */
static struct gp_dict *make_form(struct gp_content *c, const struct gp_op *group)
{
	struct gp_content inner = {.job = c->job,
		.page = c->page,
		.index = c->index,
		.now = fresh_state(c->job),
		.in_form = true,
		.bounds = c->bounds,
		.depth = c->depth + 1};
	struct gp_rect whole = whole_page(c->page);
	struct gp_dict *d;

	draw_ops(&inner, group->as.group.ops, group->as.group.n);
	gp_content_end_text(&inner);
	d = gp_haru_stream(c->job->haru, gp_buf_take(&inner.out, c->job->arena), true);
	gp_dict_name(d, "Type", "XObject");
	gp_dict_name(d, "Subtype", "Form");
	gp_pdf_rect(&inner.out, c->page->height, whole);
	gp_dict_raw(d, "BBox", gp_buf_take_str(&inner.out, c->job->arena));
	put_group(c->job, d);
	put_resources(&inner, d);
	gp_buf_done(&inner.out);
	return d;
}

static void draw_form(struct gp_content *c, const struct gp_op *group, const struct gp_op *first)
{
	unsigned before = c->now.alpha;

	if (too_deep(c, group))
		return;
	begin_mark(c, first);
	gp_content_end_text(c);
	*GP_PUSH(c->job->arena, c->form_dicts, c->n_forms, c->cap_forms) = make_form(c, group);
	gp_buf_str(&c->out, "q\n");
	gp_content_alpha(c, before * group->as.group.alpha / 100);
	gp_buf_str(&c->out, "/X");
	gp_buf_int(&c->out, (int64_t)c->n_forms - 1);
	gp_buf_str(&c->out, " Do\nQ\n");
	c->now.alpha = before;
}

static void draw_alpha(struct gp_content *c, const struct gp_op *op)
{
	const struct gp_op *first = NULL;

	if (op->as.group.alpha < 100 && count_artifacts(op, &first) > 1)
		draw_form(c, op, first);
	else
		draw_inside(c, op, c->now.alpha * op->as.group.alpha / 100);
}

/* --- the page --------------------------------------------------------------------------------- */

static void draw_op(struct gp_content *c, const struct gp_op *op)
{
	switch (op->kind) {
	case GP_OP_CLIP:
		draw_inside(c, op, c->now.alpha);
		return;
	case GP_OP_ALPHA:
		draw_alpha(c, op);
		return;
	case GP_OP_LINK:
		if (op->artifact == GP_CONTENT && !c->in_form)
			gp_links_add(c, op);
		return;
	case GP_OP_GLYPHS:
	case GP_OP_PATH:
	case GP_OP_PICTURE:
		break;
	}
	begin_mark(c, op);
	if (op->artifact == GP_CONTENT)
		gp_tree_ink(c->job->tree, c->index, op->tag, gp_rect_common(op->ink, c->bounds));
	if (op->kind == GP_OP_GLYPHS)
		gp_content_glyphs(c, &op->as.glyphs);
	else if (op->kind == GP_OP_PATH)
		gp_content_path(c, &op->as.path);
	else
		gp_content_picture(c, &op->as.picture);
}

static void draw_ops(struct gp_content *c, struct gp_op *const *ops, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		draw_op(c, ops[i]);
}

void gp_content_page(struct gp_pdf_job *job, int32_t index, struct gp_dict *dict)
{
	const struct gp_page *page = job->doc->pages[index];
	struct gp_content c = {.job = job,
		.page = page,
		.index = index,
		.bounds = whole_page(page),
		.now = fresh_state(job)};

	draw_ops(&c, page->ops, page->n);
	end_mark(&c);
	gp_dict_ref(
		dict, "Contents", gp_haru_stream(job->haru, gp_buf_take(&c.out, job->arena), true));
	put_group(job, dict);
	put_resources(&c, dict);
	if (c.annots)
		gp_dict_ref_array(dict, "Annots", c.annots);
	gp_buf_done(&c.out);
}
