/*
 * Rich text to lines to glyph operations.
 *
 * The baseline of a line stands at half its lead plus 0.365 of the size: that is where the body
 * face has it on the grid (11.7 of 15 pt), and it centres the capitals of both families well.
 */
#include "layout/set.h"

#include <string.h>

/* What a run of a paragraph belongs to, carried through line breaking. */
struct owner {
	gp_tag tag;
	enum gp_artifact artifact;
	const char *link;
	const char *words; /* of the link, for its annotation */
};

static gp_len baseline_of(gp_len size, gp_len lead)
{
	return lead / 2 + gp_len_scale(size, 365, 1000);
}

gp_len gp_set_baseline(const struct gp_job *job, enum gp_role role)
{
	const struct gp_type *t = &job->style->type[role];

	return baseline_of(t->size, t->lead);
}

int gp_set_font(const struct gp_job *job, enum gp_role role)
{
	return job->face[job->style->type[role].face];
}

struct gp_set_style gp_set_role(enum gp_role role)
{
	return (struct gp_set_style){.role = role};
}

/* The face for emphasised and strong words next to a role's own face. */
static enum gp_face face_for(enum gp_face own, unsigned flags)
{
	bool em = (flags & GP_EM) != 0, strong = (flags & GP_STRONG) != 0;

	if (own == GP_FACE_TEXT)
		return strong ? (em ? GP_FACE_TEXT_BOLD_ITALIC : GP_FACE_TEXT_BOLD)
			      : (em ? GP_FACE_TEXT_ITALIC : own);
	if (own == GP_FACE_DISPLAY)
		return strong ? GP_FACE_DISPLAY_BLACK : (em ? GP_FACE_DISPLAY_ITALIC : own);
	if (own == GP_FACE_DISPLAY_BOLD)
		return strong ? GP_FACE_DISPLAY_BLACK : own;
	return own;
}

/* A span needs a tag of its own when it leads somewhere or is in another language. */
static gp_tag tag_for(struct gp_job *job, const struct gp_span *s, gp_tag parent)
{
	gp_tag tag = parent;

	if (parent < 0)
		return parent;
	if (s->link) {
		tag = gp_doc_tag(job->doc, GP_TAG_LINK, tag);
		job->doc->tags[tag].link = s->link;
		job->doc->tags[tag].lang = s->lang;
	} else if (s->lang) {
		tag = gp_doc_tag(job->doc, GP_TAG_SPAN, tag);
		job->doc->tags[tag].lang = s->lang;
	}
	if (tag != parent)
		job->doc->tags[tag].place = s->place;
	return tag;
}

static const char *span_text(struct gp_job *job, const struct gp_span *s)
{
	unsigned page;

	if (s->kind == GP_SPAN_TEXT)
		return s->text;
	if (s->kind == GP_SPAN_PAGES)
		page = job->last ? (unsigned)job->last->n_pages : 0;
	else
		page = gp_job_page_of(job, s->text);
	return page ? gp_arena_printf(job->arena, "%u", page) : "00";
}

static struct gp_run make_run(struct gp_job *job, const struct gp_span *s,
	const struct gp_set_style *style, const struct owner *o)
{
	const struct gp_type *t = &job->style->type[style->role];
	struct gp_run run = {.text = span_text(job, s), .user = o, .place = s->place, .at = s->at};

	run.len = s->kind == GP_SPAN_TEXT ? s->len : strlen(run.text);
	run.style = (struct gp_shape_style){
		.font = job->face[face_for(t->face, s->flags)],
		.size = style->has_size ? style->size : t->size,
		.track = t->track,
		.lang = s->lang ? s->lang : job->guide->language,
		.tabular = style->tabular,
		.capitals = style->capitals,
	};
	run.colour = (int32_t)(style->has_colour ? style->colour : t->colour);
	return run;
}

static struct gp_para_style para_style(
	struct gp_job *job, const struct gp_set_style *style, gp_len measure)
{
	const struct gp_edition *e = &job->style->edition;
	bool hyphenate = style->hyphenate && e->hyphen_left > 0;
	gp_len size = style->has_size ? style->size : job->style->type[style->role].size;

	return (struct gp_para_style){
		.measure = measure,
		.first_indent = style->first_indent,
		.trial = style->trial,
		.setting = style->hyphenate && e->justified ? GP_JUSTIFIED : style->setting,
		.balanced = style->balanced,
		.hyphen = hyphenate ? job->hyphen : NULL,
		.hyphen_left = e->hyphen_left,
		.hyphen_right = e->hyphen_right,
		.hyphen_lang = job->guide->language,
		.hang_punctuation = style->setting != GP_CENTRED,
		/* from half as large again as the text on, the white beside a letter shows */
		.optical_edge = size * 2 >= job->style->type[GP_ROLE_BODY].size * 3,
		.min_runt = 4,
	};
}

static struct gp_set finish(struct gp_job *job, const struct gp_run *runs, size_t n,
	const struct gp_set_style *style, gp_len measure)
{
	const struct gp_type *t = &job->style->type[style->role];
	struct gp_para_style ps = para_style(job, style, measure);
	struct gp_set set = {.lead = style->has_size ? style->lead : t->lead, .tag = -1};

	set.para = job->memo ? gp_memo_set(job->memo, job->fonts, runs, n, &ps)
			     : gp_para_set(job->fonts, runs, n, &ps, job->arena);
	set.baseline = baseline_of(style->has_size ? style->size : t->size, set.lead);
	set.height = (gp_len)set.para.n * set.lead;
	set.width = set.para.width;
	return set;
}

/* Leading strong text of a label stands alone: the break is forced with U+2028. */
static bool ends_lead_in(const struct gp_rich *rich, size_t i, const struct gp_set_style *style)
{
	return style->bold_first && i + 1 < rich->n && (rich->spans[i].flags & GP_STRONG) != 0 &&
	       (rich->spans[i + 1].flags & GP_STRONG) == 0 &&
	       (i == 0 || (rich->spans[i - 1].flags & GP_STRONG) != 0);
}

static struct gp_run cut_lead_in(struct gp_job *job, struct gp_run run)
{
	size_t len = run.len;

	while (len > 0 && run.text[len - 1] == ' ')
		len--;
	run.text = gp_arena_printf(job->arena, "%.*s\xe2\x80\xa8", (int)len, run.text);
	run.len = len + 3;
	return run;
}

struct gp_set gp_set(struct gp_job *job, const struct gp_rich *rich,
	const struct gp_set_style *style, gp_len measure, gp_tag tag)
{
	struct gp_run *runs = GP_ARRAY(job->arena, rich->n, struct gp_run);
	struct owner *owners = GP_ARRAY(job->arena, rich->n, struct owner);
	struct gp_set set;
	bool lead_in = true;
	size_t i;

	for (i = 0; i < rich->n; i++) {
		const struct gp_span *s = &rich->spans[i];

		owners[i] = (struct owner){tag_for(job, s, tag), GP_CONTENT, s->link, NULL};
		runs[i] = make_run(job, s, style, &owners[i]);
		if (s->link)
			owners[i].words = gp_job_link_words(
				job, s->link, gp_arena_strn(job->arena, runs[i].text, runs[i].len));
		if (lead_in && ends_lead_in(rich, i, style)) {
			runs[i] = cut_lead_in(job, runs[i]);
			lead_in = false;
		} else if (i > 0 && !lead_in && runs[i].len > 0 && runs[i].text[0] == ' ' &&
			   runs[i - 1].len >= 3 &&
			   memcmp(runs[i - 1].text + runs[i - 1].len - 3, "\xe2\x80\xa8", 3) == 0) {
			runs[i].text++;
			runs[i].len--;
			runs[i].at++;
		}
	}
	set = finish(job, runs, rich->n, style, measure);
	set.tag = tag;
	set.artifact = GP_CONTENT;
	return set;
}

static struct gp_set set_string(struct gp_job *job, const char *text,
	const struct gp_set_style *style, gp_len measure, struct owner who)
{
	struct gp_span span = {.text = text,
		.len = strlen(text),
		.place = job->place,
		.flags = style->strong ? GP_STRONG : 0};
	struct gp_run *run = GP_NEW(job->arena, struct gp_run);
	struct owner *o = GP_NEW(job->arena, struct owner);
	struct gp_set set;

	*o = who;
	*run = make_run(job, &span, style, o);
	set = finish(job, run, 1, style, measure);
	set.tag = who.tag;
	set.artifact = who.artifact;
	return set;
}

struct gp_set gp_set_plain(struct gp_job *job, const char *text, const struct gp_set_style *style,
	gp_len measure, gp_tag tag)
{
	return set_string(job, text, style, measure, (struct owner){tag, GP_CONTENT, NULL, NULL});
}

struct gp_set gp_set_artifact(struct gp_job *job, const char *text,
	const struct gp_set_style *style, gp_len measure, enum gp_artifact kind)
{
	return set_string(job, text, style, measure, (struct owner){-1, kind, NULL, NULL});
}

gp_len gp_set_width(struct gp_job *job, const char *text, enum gp_role role)
{
	const struct gp_type *t = &job->style->type[role];
	struct gp_shape_style s = {.font = job->face[t->face], .size = t->size, .track = t->track};

	return gp_text_width(job->fonts, &s, text, strlen(text));
}

static struct gp_rect ink_of(struct gp_job *job, const struct gp_op_glyphs *g)
{
	struct gp_rect box = {0, 0, 0, 0}, r;
	gp_len pen = g->origin.x;
	size_t i;

	for (i = 0; i < g->n; i++) {
		r = gp_font_ink(job->fonts, g->font, g->g[i].id, g->size);
		if (!gp_rect_is_empty(r)) {
			r.x += pen + g->g[i].x;
			r.y += g->origin.y + g->g[i].y;
			box = gp_rect_union(box, r);
		}
		pen += g->g[i].advance;
	}
	return box;
}

static struct gp_op_glyphs glyph_op(
	struct gp_job *job, const struct gp_piece *p, struct gp_point at)
{
	struct gp_op_glyphs op = {
		.font = p->run->style.font,
		.size = p->run->style.size,
		.colour = gp_job_colour(job, (enum gp_colour)p->run->colour),
		.origin = at,
		.text = p->run->text,
		.text_len = p->run->len,
		.n = p->n,
		.width = p->width,
	};
	size_t i;

	op.g = GP_ARRAY(job->arena, p->n, struct gp_draw_glyph);
	for (i = 0; i < p->n; i++) {
		const struct gp_glyph *g = &p->g[i];

		op.g[i] = (struct gp_draw_glyph){
			g->id, g->advance, g->natural, g->x, g->y, g->from, g->len, g->line_hyphen};
	}
	return op;
}

static void draw_piece(struct gp_job *job, struct gp_page *list, const struct gp_set *set,
	const struct gp_piece *p, struct gp_point at)
{
	const struct owner *o = p->run->user;
	struct gp_origin origin = {o->artifact, o->tag, job->block, p->run->place};
	struct gp_op_glyphs op =
		glyph_op(job, p, (struct gp_point){at.x + p->x, at.y - p->run->rise});
	struct gp_op_link link;

	gp_page_glyphs(list, &origin, &op, ink_of(job, &op));
	if (!o->link || o->artifact != GP_CONTENT)
		return;
	link = (struct gp_op_link){
		.box = {at.x + p->x, at.y - set->baseline, p->width, set->lead},
		.contents = o->words,
	};
	gp_page_link(list, &origin, &link);
}

void gp_set_draw(struct gp_job *job, struct gp_page *list, const struct gp_set *set,
	struct gp_point at, size_t from, size_t n)
{
	size_t i, k;

	for (i = 0; i < n && from + i < set->para.n; i++) {
		const struct gp_line *line = &set->para.lines[from + i];
		struct gp_point base = {at.x, at.y + (gp_len)i * set->lead + set->baseline};

		for (k = 0; k < line->n; k++)
			draw_piece(job, list, set, &line->pieces[k], base);
	}
}

void gp_set_draw_all(
	struct gp_job *job, struct gp_page *list, const struct gp_set *set, struct gp_point at)
{
	gp_set_draw(job, list, set, at, 0, set->para.n);
}
