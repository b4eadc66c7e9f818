/*
 * Options.  The table below is the one place that knows them: name, value, help.
 */
#include "app/options.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum key {
	KEY_OUTPUT = 'o',
	KEY_HELP = 'h',
	KEY_VERSION = 'V',
	KEY_STRICT = 'W',
	KEY_SIZE = 256,
	KEY_EDITION,
	KEY_SIDE,
	KEY_SHEET,
	KEY_TILE,
	KEY_FLIP,
	KEY_PAGES,
	KEY_NO_PAGE_0,
	KEY_SIGNATURE,
	KEY_THICKNESS,
	KEY_BLEED,
	KEY_MARKS,
	KEY_CMYK,
	KEY_PRINTER,
	KEY_IMAGES,
	KEY_FONTS,
	KEY_STYLE,
	KEY_WORDS,
	KEY_ICC,
	KEY_PROFILE,
	KEY_ANY_PATH,
	KEY_DUMP,
	KEY_DEPFILE,
	KEY_REPORT,
	KEY_FINGERPRINTS
};

/* Commands as bits: what an option goes with. */
enum {
	BOOKLET = 1 << GP_CMD_BOOKLET,
	POSTER = 1 << GP_CMD_POSTER,
	CHECK = 1 << GP_CMD_CHECK,
	CALIBRATE = 1 << GP_CMD_CALIBRATE,
	GUIDES = BOOKLET | POSTER | CHECK,
	MAKES = BOOKLET | POSTER | CALIBRATE,
	READS = GUIDES | CALIBRATE,
	ALL = READS | 1 << GP_CMD_SCHEMA
};

struct row {
	const char *name, *value, *help;
	int key;
	int arg;       /* as in struct option */
	unsigned with; /* commands */
};

static const struct row table[] = {
	{"output", "FILE", "write FILE instead of a name made from the guide", KEY_OUTPUT,
		required_argument, MAKES},
	{"size", "NAME", "booklet: a5, half-letter; poster: a4 a3 a2 a1 letter tabloid 24x36",
		KEY_SIZE, required_argument, BOOKLET | POSTER},
	{"edition", "NAME", "large, ink-saver or grey", KEY_EDITION, required_argument, GUIDES},
	{"side", "SIDE", "left: the guide for the left side; right is as written", KEY_SIDE,
		required_argument, GUIDES},
	{"sheet", "PAPER", "booklet: two pages on each side of a4 or letter, to fold and staple",
		KEY_SHEET, required_argument, BOOKLET | CALIBRATE},
	{"tile", "PAPER", "poster: spread over sheets of a4 or letter, to cut and glue", KEY_TILE,
		required_argument, POSTER},
	{"flip", "EDGE", "which edge the printer turns the sheet over: short (usual) or long",
		KEY_FLIP, required_argument, BOOKLET | CALIBRATE},
	{"pages", "SIDE", "fronts or backs alone, for printers that print one side", KEY_PAGES,
		required_argument, BOOKLET},
	{"no-page-0", NULL, "leave out the page that says how to print and fold", KEY_NO_PAGE_0,
		no_argument, BOOKLET | POSTER},
	{"signature", "N", "fold in groups of N pages instead of all together", KEY_SIGNATURE,
		required_argument, BOOKLET},
	{"paper-thickness", "LEN", "of one sheet, such as 0.1mm, to make up for creep",
		KEY_THICKNESS, required_argument, BOOKLET},
	{"bleed", "LEN", "colour over the edge for a print shop, such as 3mm", KEY_BLEED,
		required_argument, BOOKLET | POSTER},
	{"marks", NULL, "crop and registration marks for a print shop", KEY_MARKS, no_argument,
		BOOKLET | POSTER},
	{"cmyk", NULL, "printing inks instead of screen colours (not PDF/A then)", KEY_CMYK,
		no_argument, MAKES},
	{"profile", "FILE", "with --cmyk: the press profile the file is meant for", KEY_PROFILE,
		required_argument, MAKES},
	{"printer", "FILE", "shift and scale sheets as read off the calibration sheet", KEY_PRINTER,
		required_argument, MAKES},
	{"images", "DIR", "folder of the pictures", KEY_IMAGES, required_argument, READS},
	{"fonts", "DIR", "folder of the fonts", KEY_FONTS, required_argument, READS},
	{"style", "FILE", "style file", KEY_STYLE, required_argument, READS},
	{"words", "FILE", "file of the program's own words", KEY_WORDS, required_argument, READS},
	{"icc", "FILE", "sRGB profile for the output intent", KEY_ICC, required_argument, MAKES},
	{"any-image-path", NULL, "allow pictures outside the picture folder", KEY_ANY_PATH,
		no_argument, GUIDES},
	{"dump", NULL, "print the display lists instead of writing a PDF", KEY_DUMP, no_argument,
		MAKES},
	{"depfile", "FILE", "also write what the output was made from, for make", KEY_DEPFILE,
		required_argument, MAKES},
	{"fingerprints", "FILE", "keep what was printed; FILE.changed names sheets to print again",
		KEY_FINGERPRINTS, required_argument, MAKES},
	{"report", "FORM", "check: print the tables, as text or json", KEY_REPORT,
		optional_argument, CHECK},
	{"strict", NULL, "warnings count as errors", KEY_STRICT, no_argument, READS},
	{"help", NULL, "print this help", KEY_HELP, no_argument, ALL},
	{"version", NULL, "print the version", KEY_VERSION, no_argument, ALL},
};

enum { N_ROWS = sizeof table / sizeof table[0] };

static const char *const commands[] = {"booklet", "poster", "check", "calibrate", "schema"};

const char *gp_options_name(size_t i)
{
	return i < N_ROWS ? table[i].name : NULL;
}

static void print_help(FILE *out)
{
	size_t i;

	fputs("Usage: guidepress booklet|poster|check GUIDE.json [options]\n"
	      "       guidepress calibrate|schema [options]\n\n"
	      "Turns a written exercise guide into a booklet or a wall poster.\n\n",
		out);
	for (i = 0; i < N_ROWS; i++) {
		char left[40];

		snprintf(left, sizeof left, "--%s%s%s", table[i].name, table[i].value ? "=" : "",
			table[i].value ? table[i].value : "");
		fprintf(out, "  %-24s %s\n", left, table[i].help);
	}
	fputs("\n-o, -W, -h and -V are short for --output, --strict, --help and --version.\n"
	      "Exit status: 0 fine, 1 the guide has errors, 2 wrong use, 3 the system failed.\n",
		out);
}

static bool complain(const char *what, const char *value, const char *hint)
{
	fprintf(stderr, "guidepress: error: %s \"%s\"; %s\n", what, value, hint);
	return false;
}

static bool read_length(const char *s, gp_len *out, const char *option)
{
	if (!gp_len_read(s, out) || *out > GP_PT(1000))
		return complain(option, s, "give a length such as 3mm or 8.5pt, up to 1000pt");
	return true;
}

static bool read_number(const char *s, unsigned *out, const char *option)
{
	char *end;
	unsigned long n;

	if (*s < '0' || *s > '9')
		return complain(option, s, "give a number");
	n = strtoul(s, &end, 10);
	if (*end || n > 10000)
		return complain(option, s, "give a number up to 10000");
	*out = (unsigned)n;
	return true;
}

static bool choose(const char *value, const char *a, const char *b, bool *is_b, const char *option)
{
	char hint[80];

	if (strcmp(value, a) == 0 || strcmp(value, b) == 0) {
		*is_b = strcmp(value, b) == 0;
		return true;
	}
	snprintf(hint, sizeof hint, "it is %s or %s", a, b);
	return complain(option, value, hint);
}

static bool take_pages(struct gp_options *o, const char *value)
{
	bool backs;

	if (!choose(value, "fronts", "backs", &backs, "unknown --pages"))
		return false;
	o->fronts = !backs;
	o->backs = backs;
	return true;
}

static bool take_report(struct gp_options *o, const char *value)
{
	bool json = false;

	if (value && !choose(value, "text", "json", &json, "unknown --report"))
		return false;
	o->report = json ? GP_REPORT_JSON : GP_REPORT_TEXT;
	return true;
}

/* Options that are plain words or switches. */
static bool take_plain(struct gp_options *o, int key, const char *value)
{
	const struct {
		int key;
		const char **to;
	} words[] = {{KEY_OUTPUT, &o->output}, {KEY_SIZE, &o->size}, {KEY_EDITION, &o->edition},
		{KEY_SHEET, &o->sheet}, {KEY_TILE, &o->tile}, {KEY_PRINTER, &o->printer},
		{KEY_IMAGES, &o->images}, {KEY_FONTS, &o->fonts}, {KEY_STYLE, &o->style},
		{KEY_WORDS, &o->words}, {KEY_ICC, &o->icc}, {KEY_PROFILE, &o->profile},
		{KEY_DEPFILE, &o->depfile}, {KEY_FINGERPRINTS, &o->fingerprints}};
	const struct {
		int key;
		bool *to;
	} switches[] = {{KEY_NO_PAGE_0, &o->no_page_0}, {KEY_MARKS, &o->marks},
		{KEY_CMYK, &o->cmyk}, {KEY_ANY_PATH, &o->any_image_path}, {KEY_DUMP, &o->dump},
		{KEY_STRICT, &o->strict}};
	size_t i;

	for (i = 0; i < sizeof words / sizeof words[0]; i++) {
		if (words[i].key == key)
			*words[i].to = value;
	}
	for (i = 0; i < sizeof switches / sizeof switches[0]; i++) {
		if (switches[i].key == key)
			*switches[i].to = true;
	}
	return true;
}

static bool take(struct gp_options *o, int key, const char *value)
{
	switch (key) {
	case KEY_SIDE:
		return choose(value, "right", "left", &o->left, "unknown --side");
	case KEY_FLIP:
		return choose(value, "short", "long", &o->flip_long, "unknown --flip");
	case KEY_PAGES:
		return take_pages(o, value);
	case KEY_SIGNATURE:
		return read_number(value, &o->signature, "bad --signature");
	case KEY_THICKNESS:
		return read_length(value, &o->thickness, "bad --paper-thickness");
	case KEY_BLEED:
		return read_length(value, &o->bleed, "bad --bleed");
	case KEY_REPORT:
		return take_report(o, value);
	default:
		return take_plain(o, key, value);
	}
}

static bool take_command(struct gp_options *o, int n, char **words)
{
	size_t i, known = sizeof commands / sizeof commands[0];
	bool wants_guide;

	if (n == 0) {
		fputs("guidepress: error: say what to make: booklet, poster, check, calibrate or "
		      "schema "
		      "(guidepress --help)\n",
			stderr);
		return false;
	}
	for (i = 0; i < known && strcmp(words[0], commands[i]) != 0; i++)
		;
	if (i == known)
		return complain("unknown command", words[0],
			"it is booklet, poster, check, calibrate or schema");
	o->command = (enum gp_command)i;
	wants_guide = o->command <= GP_CMD_CHECK;
	if (wants_guide && n < 2)
		return complain("no guide given to", words[0], "name its JSON file");
	if (n > (wants_guide ? 2 : 1))
		return complain(
			"one word too many:", words[wants_guide ? 2 : 1], "one guide at a time");
	o->guide = wants_guide ? words[1] : NULL;
	return true;
}

/* --- what goes with what ------------------------------------------------------------------ */

/* The rows of the table that the command line names, as bits. */
typedef uint64_t given;
_Static_assert(N_ROWS <= 64, "a bit for every option");

static size_t row_of(int key)
{
	size_t i;

	for (i = 0; table[i].key != key; i++)
		;
	return i;
}

static bool has(given g, int key)
{
	return g >> row_of(key) & 1;
}

static bool goes_with_command(given g, enum gp_command command)
{
	char what[40], hint[80] = "it is for";
	const char *between = " ";
	size_t i, k, n = sizeof commands / sizeof commands[0];

	for (i = 0; i < N_ROWS && (!(g >> i & 1) || table[i].with >> command & 1); i++)
		;
	if (i == N_ROWS)
		return true;
	for (k = 0; k < n; k++) {
		if (!(table[i].with >> k & 1))
			continue;
		snprintf(hint + strlen(hint), sizeof hint - strlen(hint), "%s%s", between,
			commands[k]);
		between = ", ";
	}
	snprintf(what, sizeof what, "--%s does not go with", table[i].name);
	return complain(what, commands[command], hint);
}

/* Pairs that make no sense together. */
static bool are_friends(given g)
{
	static const struct {
		int a, b;
		const char *why;
	} apart[] = {{KEY_PRINTER, KEY_BLEED, "a print shop has printers of its own"},
		{KEY_PRINTER, KEY_MARKS, "a print shop has printers of its own"},
		{KEY_BLEED, KEY_SHEET, "home printers cannot print to the edge"},
		{KEY_BLEED, KEY_TILE, "home printers cannot print to the edge"},
		{KEY_MARKS, KEY_SHEET, "sheets have marks of their own"},
		{KEY_MARKS, KEY_TILE, "sheets have marks of their own"},
		{KEY_ICC, KEY_CMYK, "printing inks have the profile that --profile names"},
		{KEY_DUMP, KEY_OUTPUT, "a dump is printed"},
		{KEY_DUMP, KEY_DEPFILE, "a dump writes no files"},
		{KEY_DUMP, KEY_FINGERPRINTS, "a dump writes no files"}};
	char what[40], other[24];
	size_t i;

	for (i = 0; i < sizeof apart / sizeof *apart; i++) {
		if (!has(g, apart[i].a) || !has(g, apart[i].b))
			continue;
		snprintf(
			what, sizeof what, "--%s does not go with", table[row_of(apart[i].a)].name);
		snprintf(other, sizeof other, "--%s", table[row_of(apart[i].b)].name);
		return complain(what, other, apart[i].why);
	}
	return true;
}

/* Options that say how sheets are printed need sheets; the calibration sheet is one. */
static bool have_sheets(given g, enum gp_command command)
{
	static const int needy[] = {KEY_PAGES, KEY_FLIP, KEY_THICKNESS};
	char what[40];
	size_t i;

	if (command == GP_CMD_CALIBRATE || has(g, KEY_SHEET))
		return true;
	for (i = 0; i < sizeof needy / sizeof *needy; i++) {
		if (!has(g, needy[i]))
			continue;
		snprintf(what, sizeof what, "--%s needs", table[row_of(needy[i])].name);
		return complain(what, "--sheet", "say what paper the booklet is printed on");
	}
	return true;
}

/* A press profile says what printing inks look like; screen colours have one of their own. */
static bool have_inks(given g)
{
	if (!has(g, KEY_PROFILE) || has(g, KEY_CMYK))
		return true;
	return complain("--profile needs", "--cmyk", "it is the profile of a press");
}

static void fill_table(struct option *longs)
{
	size_t i;

	for (i = 0; i < N_ROWS; i++)
		longs[i] = (struct option){table[i].name, table[i].arg, NULL, table[i].key};
}

enum gp_options_end gp_options_read(int argc, char **argv, struct gp_options *o)
{
	struct option longs[N_ROWS + 1] = {{NULL, 0, NULL, 0}};
	bool ok = true;
	given g = 0;
	int key;

	*o = (struct gp_options){.command = GP_CMD_BOOKLET};
	fill_table(longs);
	while ((key = getopt_long(argc, argv, "o:hVW", longs, NULL)) != -1) {
		if (key == '?')
			return GP_OPTIONS_WRONG;
		if (key == KEY_HELP) {
			print_help(stdout);
			return GP_OPTIONS_DONE;
		}
		if (key == KEY_VERSION) {
			puts("guidepress " GP_VERSION);
			return GP_OPTIONS_DONE;
		}
		ok = take(o, key, optarg) && ok;
		g |= UINT64_C(1) << row_of(key);
	}
	ok = ok && take_command(o, argc - optind, argv + optind) &&
	     goes_with_command(g, o->command) && are_friends(g) && have_sheets(g, o->command) &&
	     have_inks(g);
	return ok ? GP_OPTIONS_RUN : GP_OPTIONS_WRONG;
}
