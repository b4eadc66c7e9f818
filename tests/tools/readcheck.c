/*
 * Read a guide and print what the reader says about it, for the golden files of tests/golden/read.
 *
 *   readcheck GUIDE [--words FILE] [--style FILE] [--anchors FILE] [--left] [--languages]
 *                   [--page P] [--edition E] [--printer FILE]
 *   readcheck --schema
 *
 * Messages go to stderr as the program prints them; the exit status is the program's.
 */
#include "base/arena.h"
#include "base/diag.h"
#include "read/read.h"

#include <stdio.h>
#include <string.h>

struct options {
	struct gp_read_paths paths;
	struct gp_style_choice choice;
	const char *printer;
	bool style;
};

static bool take_option(struct options *o, const char *name, const char *value)
{
	const struct {
		const char *name, **to;
	} table[] = {{"--words", &o->paths.words}, {"--style", &o->paths.style},
		{"--anchors", &o->paths.anchors}, {"--page", &o->choice.page},
		{"--edition", &o->choice.edition}, {"--printer", &o->printer}};
	size_t i;

	for (i = 0; value && i < sizeof table / sizeof table[0]; i++) {
		if (strcmp(table[i].name, name) == 0) {
			*table[i].to = value;
			o->style |= i == 1 || i == 3 || i == 4;
			return true;
		}
	}
	return false;
}

static int check(struct options *o)
{
	struct gp_arena *a = gp_arena_new();
	struct gp_diag *d = gp_diag_new();
	struct gp_guide *g = gp_read_guide(&o->paths, a, d);
	bool ok = g != NULL;
	int status;

	if (o->style) {
		o->choice.language = g ? g->language : "en";
		ok = gp_read_style(&o->paths, &o->choice, a, d) && ok;
	}
	if (o->printer)
		ok = gp_read_printer(o->printer, a, d) && ok;
	status = gp_diag_status(d, false);
	if ((status == 0) != ok)
		fprintf(stderr, "readcheck: status %d, but %s result\n", status, ok ? "a" : "no");
	gp_diag_print(d, stderr);
	gp_diag_free(d);
	gp_arena_free(a);
	return status;
}

int main(int argc, char **argv)
{
	struct options o = {.choice = {.page = "a5"}};
	int i;

	if (argc > 1 && strcmp(argv[1], "--schema") == 0) {
		gp_read_print_schema(stdout);
		return 0;
	}
	for (i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--left") == 0)
			o.paths.left = true;
		else if (strcmp(argv[i], "--languages") == 0)
			o.paths.languages = true;
		else if (take_option(&o, argv[i], argv[i + 1]))
			i++;
		else
			o.paths.guide = argv[i];
	}
	if (!o.paths.guide) {
		fputs("usage: readcheck GUIDE [options]\n", stderr);
		return 2;
	}
	return check(&o);
}
