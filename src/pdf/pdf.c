/*
 * The order of things: page dictionaries first, because links and the structure tree point at
 * them; then contents, which give out codes, pictures and marks; then everything that needs to
 * know what was used.
 */
#include "pdf/pdf.h"

#include "pdf/codes.h"
#include "pdf/content.h"
#include "pdf/links.h"
#include "pdf/meta.h"
#include "pdf/tree.h"

#include <assert.h>

enum { PAGE_FAN = 32, MIN_SIDE = 3000, MAX_SIDE = 14400000 /* 1/1000 pt, ISO 19005-2, 6.1.13 */ };

void gp_pdf_rect(struct gp_buf *b, gp_len height, struct gp_rect r)
{
	gp_buf_char(b, '[');
	gp_buf_point(b, r.x, height - r.y - r.h);
	gp_buf_operand(b, r.x + r.w);
	gp_buf_milli(b, height - r.y);
	gp_buf_char(b, ']');
}

static bool check_pages(struct gp_pdf_job *job)
{
	const struct gp_page *p;
	size_t i;

	for (i = 0; i < job->doc->n_pages; i++) {
		p = job->doc->pages[i];
		assert(p->n_open == 0);
		if (p->width >= MIN_SIDE && p->width <= MAX_SIDE && p->height >= MIN_SIDE &&
			p->height <= MAX_SIDE)
			continue;
		gp_report(job->diag, GP_MSG_PDF_PAGE_SIZE, GP_NOWHERE, i + 1,
			(long)(gp_len_to_um(p->width) / 1000),
			(long)(gp_len_to_um(p->height) / 1000));
		return false;
	}
	return true;
}

static void put_box(
	struct gp_pdf_job *job, struct gp_dict *d, const char *key, gp_len height, struct gp_rect r)
{
	struct gp_buf b = {0};

	gp_pdf_rect(&b, height, r);
	gp_dict_raw(d, key, gp_buf_take_str(&b, job->arena));
	gp_buf_done(&b);
}

static void write_page(struct gp_pdf_job *job, int32_t index)
{
	const struct gp_page *p = job->doc->pages[index];
	struct gp_dict *d = job->pages[index];

	gp_dict_name(d, "Type", "Page");
	put_box(job, d, "MediaBox", p->height, (struct gp_rect){0, 0, p->width, p->height});
	if (p->has_trim) {
		put_box(job, d, "BleedBox", p->height, p->bleed);
		put_box(job, d, "TrimBox", p->height, p->trim);
	}
	gp_dict_name(d, "Tabs", "S");
	gp_content_page(job, index, d);
	if (gp_tree_page_key(job->tree, index) >= 0)
		gp_dict_int(d, "StructParents", gp_tree_page_key(job->tree, index));
}

struct branch { /* a node of the page tree */
	struct gp_dict *dict;
	int32_t n_pages;
};

/* Put n nodes under a parent. */
static struct branch join(struct gp_dict *parent, const struct branch *kids, size_t n)
{
	struct gp_array *a = gp_dict_array(parent, "Kids");
	struct branch node = {parent, 0};
	size_t i;

	for (i = 0; i < n; i++) {
		gp_array_ref(a, kids[i].dict);
		gp_dict_ref(kids[i].dict, "Parent", parent);
		node.n_pages += kids[i].n_pages;
	}
	gp_dict_name(parent, "Type", "Pages");
	gp_dict_int(parent, "Count", node.n_pages);
	return node;
}

/* The page tree, from the leaves up, at most PAGE_FAN in a node. */
static void write_page_tree(struct gp_pdf_job *job)
{
	size_t n = job->doc->n_pages, i, k, count;
	struct branch *nodes = GP_ARRAY(job->arena, n, struct branch);

	for (i = 0; i < n; i++)
		nodes[i] = (struct branch){job->pages[i], 1};
	while (n > PAGE_FAN) {
		for (i = k = 0; i < n; i += count) {
			count = n - i < PAGE_FAN ? n - i : PAGE_FAN;
			nodes[k++] = join(gp_haru_dict(job->haru), nodes + i, count);
		}
		n = k;
	}
	join(gp_haru_pages(job->haru), nodes, n);
}

static bool write_all(struct gp_pdf_job *job)
{
	size_t i;

	job->codes = gp_codes_new(job);
	job->tree = gp_tree_new(job);
	job->pages = GP_ARRAY(job->arena, job->doc->n_pages, struct gp_dict *);
	for (i = 0; i < job->doc->n_pages; i++)
		job->pages[i] = gp_haru_dict(job->haru);
	for (i = 0; i < job->doc->n_pages; i++)
		write_page(job, (int32_t)i);
	write_page_tree(job);
	gp_tree_finish(job->tree);
	gp_links_finish(job);
	return gp_codes_finish(job->codes) && gp_meta_write(job) && !gp_diag_failed(job->diag);
}

static bool save(struct gp_pdf_job *job, struct gp_bytes *out)
{
	unsigned long code, detail;

	if (gp_haru_save(job->haru, out))
		return true;
	code = gp_haru_error(job->haru, &detail);
	gp_report(job->diag, GP_MSG_PDF_WRITER, GP_NOWHERE, code, detail);
	return false;
}

bool gp_pdf_make(const struct gp_pdf_source *source, const struct gp_pdf_options *options,
	struct gp_arena *a, struct gp_diag *d, struct gp_bytes *out)
{
	struct gp_pdf_job job = {.doc = source->doc,
		.fonts = source->fonts,
		.pictures = source->pictures,
		.options = options,
		.arena = a,
		.diag = d};
	bool ok;

	assert(source->doc->n_pages > 0);
	if (!check_pages(&job))
		return false;
	job.haru = gp_haru_new(a);
	ok = write_all(&job) && save(&job, out);
	gp_codes_free(job.codes);
	gp_haru_free(job.haru);
	return ok;
}
