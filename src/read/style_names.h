/*
 * Names and shape of style.json, shared by the two files that know them.
 */
#ifndef GP_READ_STYLE_NAMES_H
#define GP_READ_STYLE_NAMES_H

#include "model/style.h"
#include "read/schema_table.h"

extern const struct gp_shape gp_schema_style;
extern const char *const gp_style_colours[]; /* by enum gp_colour */
extern const char *const gp_style_faces[];   /* by enum gp_face */

#endif
