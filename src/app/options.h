/*
 * The command line: GNU long options, one table that also makes the help text.
 */
#ifndef GP_APP_OPTIONS_H
#define GP_APP_OPTIONS_H

#include "base/arena.h"
#include "base/len.h"

#include <stdbool.h>
#include <stdio.h>

enum gp_command { GP_CMD_BOOKLET, GP_CMD_POSTER, GP_CMD_CHECK, GP_CMD_CALIBRATE, GP_CMD_SCHEMA };

enum gp_report_form { GP_REPORT_NONE, GP_REPORT_TEXT, GP_REPORT_JSON };

struct gp_options {
	enum gp_command command;
	const char *guide;  /* the file, NULL for calibrate and schema */
	const char *output; /* NULL: named after the guide, in the current folder */
	const char *size;   /* page or poster size */
	const char *edition;
	bool left;
	const char *sheet; /* impose on this paper */
	const char *tile;  /* tile over this paper */
	bool flip_long;
	bool fronts, backs; /* half of a duplex by hand */
	bool no_page_0;
	unsigned signature; /* pages, 0: all in one */
	gp_len thickness;   /* of the paper */
	gp_len bleed;
	bool marks, cmyk;
	const char *printer;      /* passport file */
	const char *fingerprints; /* file of the sides printed last */
	const char *images, *fonts, *style, *words, *icc, *profile;
	bool any_image_path;
	bool dump, strict;
	const char *depfile;
	enum gp_report_form report;
};

enum gp_options_end { GP_OPTIONS_RUN, GP_OPTIONS_DONE, GP_OPTIONS_WRONG };

/* Read the command line; on DONE (help, version) and WRONG everything to be said has been said. */
enum gp_options_end gp_options_read(int argc, char **argv, struct gp_options *o);

/* Names of the long options in order, for the test that compares them with the manual page. */
const char *gp_options_name(size_t i);

#endif
