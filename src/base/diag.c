/*
 * Collecting, sorting and printing reports.  Line and column are counted only when a report is
 * printed: columns are code points, as editors count them.
 */
#include "base/diag.h"

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_REPORTS = 200, MAX_POINTER = 512 };

struct message {
	const char *name, *text;
	enum gp_severity severity;
};

static const struct message table[] = {
#define GP_MSG(id, severity, text) {#id, text, severity},
#include "base/messages/all.def"
#undef GP_MSG
};

struct file {
	const char *name, *text;
	size_t len;
};

struct report {
	enum gp_msg msg;
	struct gp_place at;
	size_t seq;
	const char *words;
};

struct gp_diag {
	struct gp_arena *arena;
	struct file *files;
	size_t n_files, cap_files;
	const char **inputs; /* files that were read */
	size_t n_inputs, cap_inputs;
	struct report *reports;
	size_t n_reports, cap_reports;
	struct report lost; /* the last one of those that are only counted */
	size_t dropped, seq;
	unsigned count[GP_SYSTEM + 1];
	gp_pointer_fn *pointer;
};

struct gp_diag *gp_diag_new(void)
{
	struct gp_arena *a = gp_arena_new();
	struct gp_diag *d = GP_NEW(a, struct gp_diag);

	d->arena = a;
	return d;
}

void gp_diag_free(struct gp_diag *d)
{
	if (d)
		gp_arena_free(d->arena);
}

uint32_t gp_diag_file(struct gp_diag *d, const char *name, const char *text, size_t len)
{
	*GP_PUSH(d->arena, d->files, d->n_files, d->cap_files) = (struct file){name, text, len};
	return (uint32_t)d->n_files;
}

const char *gp_diag_text(const struct gp_diag *d, struct gp_place at, size_t *len)
{
	if (at.file == 0 || at.file > d->n_files)
		return NULL;
	*len = d->files[at.file - 1].len;
	return d->files[at.file - 1].text;
}

void gp_diag_note_input(struct gp_diag *d, const char *path)
{
	*GP_PUSH(d->arena, d->inputs, d->n_inputs, d->cap_inputs) = gp_arena_str(d->arena, path);
}

static int by_name(const void *x, const void *y)
{
	return strcmp(*(const char *const *)x, *(const char *const *)y);
}

const char *const *gp_diag_inputs(struct gp_diag *d, size_t *n)
{
	size_t i, kept = 0;

	if (d->n_inputs)
		qsort(d->inputs, d->n_inputs, sizeof *d->inputs, by_name);
	for (i = 0; i < d->n_inputs; i++) {
		if (kept == 0 || strcmp(d->inputs[i], d->inputs[kept - 1]) != 0)
			d->inputs[kept++] = d->inputs[i];
	}
	*n = d->n_inputs = kept;
	return d->inputs;
}

void gp_diag_pointers(struct gp_diag *d, gp_pointer_fn *fn)
{
	d->pointer = fn;
}

const char *gp_msg_text(enum gp_msg msg)
{
	return table[msg].text;
}

const char *gp_msg_name(enum gp_msg msg)
{
	return table[msg].name;
}

enum gp_severity gp_msg_severity(enum gp_msg msg)
{
	return table[msg].severity;
}

static bool is_known(
	const struct gp_diag *d, enum gp_msg msg, struct gp_place at, const char *words)
{
	size_t i;

	for (i = 0; i < d->n_reports; i++) {
		const struct report *r = &d->reports[i];

		if (r->msg == msg && r->at.file == at.file && r->at.offset == at.offset &&
			strcmp(r->words, words) == 0)
			return true;
	}
	return false;
}

/*
 * Where the next report goes.  Of more than can be shown a fault takes the place of the last
 * warning, so that no run fails without saying why; all else is counted.
 */
static struct report *room_for(struct gp_diag *d, enum gp_msg msg)
{
	size_t i = d->n_reports;

	if (d->n_reports < MAX_REPORTS)
		return GP_PUSH(d->arena, d->reports, d->n_reports, d->cap_reports);
	d->dropped++;
	if (table[msg].severity == GP_WARNING)
		return &d->lost;
	while (i > 0 && table[d->reports[i - 1].msg].severity != GP_WARNING)
		i--;
	return i > 0 ? &d->reports[i - 1] : &d->lost;
}

void gp_report(struct gp_diag *d, enum gp_msg msg, struct gp_place at, ...)
{
	va_list ap;
	char *words;

	va_start(ap, at);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
	words = gp_arena_vprintf(d->arena, table[msg].text, ap);
#pragma GCC diagnostic pop
	va_end(ap);
	if (is_known(d, msg, at, words))
		return;
	d->count[table[msg].severity]++;
	*room_for(d, msg) = (struct report){msg, at, d->seq++, words};
}

unsigned gp_diag_count(const struct gp_diag *d, enum gp_severity severity)
{
	return d->count[severity];
}

unsigned gp_diag_faults(const struct gp_diag *d)
{
	return d->count[GP_ERROR] + d->count[GP_SYSTEM];
}

bool gp_diag_failed(const struct gp_diag *d)
{
	return gp_diag_faults(d) > 0;
}

int gp_diag_status(const struct gp_diag *d, bool strict)
{
	if (d->count[GP_SYSTEM])
		return 3;
	return d->count[GP_ERROR] || (strict && d->count[GP_WARNING]) ? 1 : 0;
}

static int by_place(const void *a, const void *b)
{
	const struct report *x = a, *y = b;

	if (x->at.file != y->at.file)
		return x->at.file < y->at.file ? -1 : 1;
	if (x->at.offset != y->at.offset)
		return x->at.offset < y->at.offset ? -1 : 1;
	return x->seq < y->seq ? -1 : x->seq > y->seq;
}

static void print_place(const struct file *f, size_t offset, FILE *out)
{
	size_t i, line = 1, start = 0, end = offset < f->len ? offset : f->len;

	for (i = 0; i < end; i++) {
		if (f->text[i] == '\n') {
			line++;
			start = i + 1;
		}
	}
	fprintf(out, "%s:%zu:%zu: ", f->name, line,
		gp_utf8_count(f->text + start, end - start) + 1);
}

static void print_report(const struct gp_diag *d, const struct report *r, FILE *out)
{
	char pointer[MAX_POINTER] = "";
	const struct file *f;

	if (r->at.file == 0 || r->at.file > d->n_files) {
		fputs("guidepress: ", out);
	} else {
		f = &d->files[r->at.file - 1];
		print_place(f, r->at.offset, out);
		if (d->pointer)
			d->pointer(f->text, f->len, r->at.offset, pointer, sizeof pointer);
	}
	fputs(table[r->msg].severity == GP_WARNING ? "warning: " : "error: ", out);
	fputs(r->words, out);
	if (pointer[0])
		fprintf(out, " [at %s]", pointer);
	fputc('\n', out);
}

void gp_diag_print(struct gp_diag *d, FILE *out)
{
	size_t i;

	if (d->n_reports > 1)
		qsort(d->reports, d->n_reports, sizeof *d->reports, by_place);
	for (i = 0; i < d->n_reports; i++)
		print_report(d, &d->reports[i], out);
	if (d->dropped)
		fprintf(out, "guidepress: %zu more problems are not shown\n", d->dropped);
	d->n_reports = 0;
	d->dropped = 0;
}
