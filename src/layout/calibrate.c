/*
 * Both sides have the same frame: verniers for up and down in a column at the left, those for left
 * and right in a band above the middle, a little higher on the front than on the back.  Seen
 * through the paper, the column of one side meets the empty right column of the other, and each
 * band an empty one.
 */
#include "layout/calibrate.h"

#include "layout/gauge.h"

/*
 * Where the verniers are: the left edge of the column, and the top edges of the bands from the
 * middle of the sheet.
 */
#define COLUMN GP_MM(17.5)
#define FRONT_BAND (-GP_MM(49))
#define BACK_BAND (-GP_MM(25))

struct side {
	struct gp_job *job;
	struct gp_page *page;
	/* its parent is where tags go: the section, then the body of a step */
	struct gp_gauge gauge;
	gp_tag list;          /* the steps; -1 until there is one */
	struct gp_rect words; /* the column of words; y runs down as they are set */
	gp_len fold;          /* y of the middle */
	unsigned level;       /* of its title: the sheet has one of the first level */
};

/* --- words --------------------------------------------------------------------------------- */

static struct gp_set_style sized(enum gp_role role, gp_len size, gp_len lead)
{
	struct gp_set_style style = gp_set_role(role);

	style.has_size = true;
	style.size = size;
	style.lead = lead;
	return style;
}

/* Set text in a box; returns the y below it. */
static gp_len put(const struct side *s, const char *text, const struct gp_set_style *style,
	struct gp_rect box, enum gp_tag_role role)
{
	struct gp_set set = gp_set_plain(
		s->job, text, style, box.w, gp_doc_tag(s->job->doc, role, s->gauge.parent));

	s->job->block++;
	gp_set_draw_all(s->job, s->page, &set, (struct gp_point){box.x, box.y});
	return box.y + set.height;
}

static void head(const struct side *s, const char *eyebrow, const char *title, const char *lead)
{
	struct gp_set_style brow = gp_set_role(GP_ROLE_EYEBROW);
	struct gp_set_style large = gp_set_role(GP_ROLE_PAGE_TITLE);
	struct gp_set_style text = gp_set_role(GP_ROLE_STEP_TEXT);
	struct gp_rect box = {GP_MM(17.5), GP_MM(10), 0, 0};

	box.w = s->page->width / 2 + GP_MM(60) - box.x;
	brow.capitals = true;
	box.y = put(s, eyebrow, &brow, box, GP_TAG_P);
	box.y = put(s, title, &large, box, gp_tag_heading(s->level));
	put(s, lead, &text, box, GP_TAG_P);
}

/* A numbered step with its top at y; what comes next belongs to it.  Returns the y below it. */
static gp_len step(struct side *s, unsigned number, const char *title, const char *text, gp_len y)
{
	struct gp_set_style big = sized(GP_ROLE_STEP_NUMERAL, GP_PT(26), GP_PT(26));
	struct gp_set_style name = gp_set_role(GP_ROLE_STEP_TITLE);
	struct gp_set_style words = gp_set_role(GP_ROLE_STEP_TEXT);
	struct gp_doc *doc = s->job->doc;
	struct gp_rect box = s->words;
	gp_tag li;

	if (s->list < 0) {
		s->list = gp_doc_tag(doc, GP_TAG_L, s->gauge.parent);
		doc->tags[s->list].numbering = GP_NUMBERING_DECIMAL;
	}
	s->gauge.parent = li = gp_doc_tag(doc, GP_TAG_LI, s->list);
	box.y = y;
	put(s, gp_arena_printf(s->job->arena, "%u", number), &big, box, GP_TAG_LBL);
	s->gauge.parent = gp_doc_tag(doc, GP_TAG_LBODY, li);
	box.x += GP_MM(9);
	box.w -= GP_MM(9);
	box.y = put(s, title, &name, box, gp_tag_heading(s->level + 1));
	return put(s, text, &words, box, GP_TAG_P);
}

/* --- sides --------------------------------------------------------------------------------- */

static struct side start(struct gp_job *job, const struct gp_calibrate *how, const char *label)
{
	struct side s = {.job = job, .list = -1, .level = job->doc->n_pages ? 2 : 1};

	s.page = gp_doc_page(job->doc, how->paper->height, how->paper->width);
	s.page->label = label;
	s.gauge = (struct gp_gauge){
		.job = job, .page = s.page, .parent = gp_doc_tag(job->doc, GP_TAG_SECT, 0)};
	job->doc->tags[s.gauge.parent].title = label;
	s.fold = s.page->height / 2;
	s.words = (struct gp_rect){
		s.page->width / 2 - GP_VERNIER_FROM_FOLD, 0, 2 * GP_VERNIER_FROM_FOLD, 0};
	return s;
}

/* Room to the right of the words. */
static struct gp_rect margin_box(const struct side *s, gp_len y, gp_len height)
{
	return (struct gp_rect){s->words.x + s->words.w + GP_MM(3), y, GP_MM(13), height};
}

/* The step that reads a vernier, and the vernier with its left or top edge at `across`. */
static void shift_step(
	struct side *s, unsigned number, enum gp_gauge_axis axis, gp_len y, gp_len across)
{
	const struct gp_words *w = &s->job->guide->words;
	bool x = axis == GP_GAUGE_X;

	s->gauge.step = number;
	step(s, number, x ? w->calib_x : w->calib_y, x ? w->calib_x_text : w->calib_y_text, y);
	gp_gauge_fold(&s->gauge, axis, margin_box(s, y + GP_MM(1), GP_MM(9.2)));
	gp_gauge_vernier(&s->gauge, axis, across, x ? w->calib_x_alt : w->calib_y_alt);
}

static void size_step(struct side *s, gp_len y)
{
	const struct gp_words *w = &s->job->guide->words;
	struct gp_arena *a = s->job->arena;
	struct gp_point lying = {s->page->width / 2 - GP_RULER_X / 2, s->page->height - GP_MM(20)};
	struct gp_point standing = {s->words.x - GP_MM(6), s->fold - GP_RULER_Y / 2};

	s->gauge.step = 3;
	step(s, 3, w->calib_size, w->calib_size_text, y);
	gp_gauge_ruler(&s->gauge, GP_GAUGE_X, lying, 200,
		gp_words_fill(a, w->calib_ruler_alt, "mm", "200", (char *)NULL));
	gp_gauge_ruler(&s->gauge, GP_GAUGE_Y, standing, 100,
		gp_words_fill(a, w->calib_ruler_alt, "mm", "100", (char *)NULL));
}

static void white_step(struct side *s, gp_len y)
{
	const struct gp_words *w = &s->job->guide->words;
	const char *names[GP_N_EDGES] = {w->left, w->calib_top, w->right, w->calib_bottom};
	gp_len middle = s->page->width / 2;
	const gp_len along[GP_N_EDGES] = {
		s->fold + GP_MM(10), middle + GP_MM(68), s->fold + GP_MM(10), middle + GP_MM(20)};
	enum gp_edge edge;

	s->gauge.step = 4;
	step(s, 4, w->calib_white, w->calib_white_text, y);
	for (edge = GP_EDGE_LEFT; edge < GP_N_EDGES; edge++)
		gp_gauge_ladder(&s->gauge, edge, along[edge],
			gp_words_fill(s->job->arena, w->calib_ladder_alt, "edge", names[edge],
				(char *)NULL));
}

static void lay_front(struct gp_job *job, const struct gp_calibrate *how)
{
	const struct gp_words *w = &job->guide->words;
	struct side s = start(job, how, w->calib_front);

	head(&s, w->calib_front, w->calib_head,
		gp_words_fill(job->arena, w->calib_lead, "paper", how->paper_name, "edge",
			how->flip_long ? w->edge_long : w->edge_short, (char *)NULL));
	shift_step(&s, 1, GP_GAUGE_X, s.fold - GP_MM(69), s.fold + FRONT_BAND);
	gp_gauge_example(&s.gauge, margin_box(&s, s.fold + FRONT_BAND + GP_MM(2), GP_MM(18)));
	shift_step(&s, 2, GP_GAUGE_Y, s.fold + GP_MM(3), COLUMN);
	size_step(&s, s.fold + GP_MM(24));
	white_step(&s, s.fold + GP_MM(48));
}

/* The printer file with blanks, and before each line the steps that fill them. */
static void form(const struct side *s, gp_len y)
{
	static const struct {
		const char *steps, *line;
	} lines[] = {
		{NULL, "{ \"format\": 1, \"name\": \"my printer\","},
		{"1, 2", "\"front\": { \"x\": \"________mm\", \"y\": \"________mm\" },"},
		{"5, 6", "\"back\": { \"x\": \"________mm\", \"y\": \"________mm\" },"},
		{"3", "\"ruler\": { \"x\": \"________mm\", \"y\": \"________mm\" },"},
		{"4", "\"margin\": { \"left\": \"____mm\", \"top\": \"____mm\", "
		      "\"right\": \"____mm\", \"bottom\": \"____mm\" } }"},
	};
	struct gp_set_style plain = sized(GP_ROLE_STEP_TEXT, GP_PT(10), GP_PT(17));
	struct gp_set_style number = plain;
	struct gp_rect box = {s->words.x + GP_MM(9), y, s->words.w, 0}, before = box;
	size_t i;

	number.has_colour = true;
	number.colour = GP_BRAND;
	box.x += GP_MM(10);
	for (i = 0; i < sizeof lines / sizeof lines[0]; i++) {
		before.y = box.y;
		if (lines[i].steps)
			put(s, lines[i].steps, &number, before, GP_TAG_P);
		box.y = put(s, lines[i].line, &plain, box, GP_TAG_P);
	}
}

static void lay_back(struct gp_job *job, const struct gp_calibrate *how)
{
	const struct gp_words *w = &job->guide->words;
	struct side s = start(job, how, w->calib_back);
	gp_len y;

	head(&s, w->calib_back, w->calib_head_back, w->calib_lead_back);
	shift_step(&s, 5, GP_GAUGE_X, s.fold - GP_MM(69), s.fold + BACK_BAND);
	shift_step(&s, 6, GP_GAUGE_Y, s.fold + GP_MM(3), COLUMN);
	y = step(&s, 7, w->calib_write, w->calib_write_text, s.fold + GP_MM(24));
	form(&s, y + GP_MM(2));
}

struct gp_doc *gp_layout_calibrate(struct gp_job *job, const struct gp_calibrate *how)
{
	const struct gp_words *w = &job->guide->words;

	job->doc = gp_doc_new(job->arena);
	job->doc->title = w->calib_title;
	job->doc->language = job->guide->language;
	job->block = 0;
	lay_front(job, how);
	lay_back(job, how);
	return gp_diag_failed(job->diag) ? NULL : job->doc;
}
