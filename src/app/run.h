/*
 * The order of the stages: read, model, layout, draw, press, pdf.
 */
#ifndef GP_APP_RUN_H
#define GP_APP_RUN_H

#include "app/options.h"

/* Do what the options say; returns the exit status (0, 1, 3). */
int gp_run(const struct gp_options *o);

#endif
