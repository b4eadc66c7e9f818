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
	KEY_ANY_PATH,
	KEY_DUMP,
	KEY_DEPFILE,
	KEY_REPORT,
	KEY_FINGERPRINTS
};

struct row {
	const char *name, *value, *help;
	int key;
	int arg; /* as in struct option */
};

static const struct row table[] = {
	{"output", "FILE", "write FILE instead of a name made from the guide", KEY_OUTPUT,
		required_argument},
	{"size", "NAME", "booklet: a5, half-letter; poster: a4 a3 a2 a1 letter tabloid 24x36",
		KEY_SIZE, required_argument},
	{"edition", "NAME", "large, ink-saver or grey", KEY_EDITION, required_argument},
	{"side", "SIDE", "left: the guide for the left side; right is as written", KEY_SIDE,
		required_argument},
	{"sheet", "PAPER", "booklet: two pages on each side of a4 or letter, to fold and staple",
		KEY_SHEET, required_argument},
	{"tile", "PAPER", "poster: spread over sheets of a4 or letter, to cut and glue", KEY_TILE,
		required_argument},
	{"flip", "EDGE", "which edge the printer turns the sheet over: short (usual) or long",
		KEY_FLIP, required_argument},
	{"pages", "SIDE", "fronts or backs alone, for printers that print one side", KEY_PAGES,
		required_argument},
	{"no-page-0", NULL, "leave out the page that says how to print and fold", KEY_NO_PAGE_0,
		no_argument},
	{"signature", "N", "fold in groups of N pages instead of all together", KEY_SIGNATURE,
		required_argument},
	{"paper-thickness", "LEN", "of one sheet, such as 0.1mm, to make up for creep",
		KEY_THICKNESS, required_argument},
	{"bleed", "LEN", "colour over the edge for a print shop, such as 3mm", KEY_BLEED,
		required_argument},
	{"marks", NULL, "crop and registration marks for a print shop", KEY_MARKS, no_argument},
	{"cmyk", NULL, "printing inks instead of screen colours (not PDF/A then)", KEY_CMYK,
		no_argument},
	{"printer", "FILE", "shift and scale sheets as read off the calibration sheet", KEY_PRINTER,
		required_argument},
	{"images", "DIR", "folder of the pictures", KEY_IMAGES, required_argument},
	{"fonts", "DIR", "folder of the fonts", KEY_FONTS, required_argument},
	{"style", "FILE", "style file", KEY_STYLE, required_argument},
	{"words", "FILE", "file of the program's own words", KEY_WORDS, required_argument},
	{"icc", "FILE", "sRGB profile for the output intent", KEY_ICC, required_argument},
	{"any-image-path", NULL, "allow pictures outside the picture folder", KEY_ANY_PATH,
		no_argument},
	{"dump", NULL, "print the display lists instead of writing a PDF", KEY_DUMP, no_argument},
	{"depfile", "FILE", "also write what the output was made from, for make", KEY_DEPFILE,
		required_argument},
	{"fingerprints", "FILE", "keep what was printed; FILE.changed names sheets to print again",
		KEY_FINGERPRINTS, required_argument},
	{"report", "FORM", "check: print the tables, as text or json", KEY_REPORT,
		optional_argument},
	{"strict", NULL, "warnings count as errors", KEY_STRICT, no_argument},
	{"help", NULL, "print this help", KEY_HELP, no_argument},
	{"version", NULL, "print the version", KEY_VERSION, no_argument},
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

/* "3mm", "0.1mm", "8.5pt" to a length between 0 and one metre. */
static bool read_length(const char *s, gp_len *out, const char *option)
{
	int64_t value = 0, scale = 1;
	const char *p = s;
	bool digits = false, point = false;

	for (; (*p >= '0' && *p <= '9') || (*p == '.' && !point); p++) {
		if (*p == '.') {
			point = true;
			continue;
		}
		digits = true;
		if (value > 1000000 || scale > 1000)
			return complain(option, s, "give a length such as 3mm or 8.5pt");
		value = value * 10 + (*p - '0');
		scale *= point ? 10 : 1;
	}
	if (!digits || (strcmp(p, "mm") != 0 && strcmp(p, "pt") != 0) || value / scale > 1000)
		return complain(option, s, "give a length such as 3mm or 8.5pt");
	*out = *p == 'm' ? gp_len_um(value * 1000 / scale) : (gp_len)(value * 1000 / scale);
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
		{KEY_WORDS, &o->words}, {KEY_ICC, &o->icc}, {KEY_DEPFILE, &o->depfile},
		{KEY_FINGERPRINTS, &o->fingerprints}};
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

static bool is_consistent(const struct gp_options *o)
{
	if (o->tile && o->command != GP_CMD_POSTER)
		return complain(
			"--tile does not go with", commands[o->command], "it spreads a poster");
	if (o->sheet && o->command != GP_CMD_BOOKLET && o->command != GP_CMD_CALIBRATE)
		return complain(
			"--sheet does not go with", commands[o->command], "it imposes a booklet");
	if ((o->fronts || o->backs) && !o->sheet)
		return complain(
			"--pages needs", "--sheet", "say what paper the booklet is printed on");
	if (o->printer && (o->bleed || o->marks))
		return complain("--printer does not go with", o->bleed ? "--bleed" : "--marks",
			"a print shop has printers of its own");
	if (o->bleed && (o->sheet || o->tile))
		return complain("--bleed does not go with", o->sheet ? "--sheet" : "--tile",
			"home printers cannot print to the edge");
	return true;
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
	}
	ok = ok && take_command(o, argc - optind, argv + optind) && is_consistent(o);
	return ok ? GP_OPTIONS_RUN : GP_OPTIONS_WRONG;
}
