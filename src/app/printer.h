/*
 * The stages for one printer: reading its passport, suiting sheets to it, and the sheet it is read
 * off.
 */
#ifndef GP_APP_PRINTER_H
#define GP_APP_PRINTER_H

#include "app/stages.h"

/* Where house/ and fonts are looked for when there is no guide: as if one lay in content/. */
#define GP_HOUSE_GUIDE "content/calibration.json"

/* Read the file of --printer, if any; false after reporting. */
bool gp_stage_printer(struct gp_task *r);

/* Sheets shifted and scaled for the printer; the same document without one. NULL after reporting.
 */
const struct gp_doc *gp_stage_passport(struct gp_task *r, const struct gp_doc *doc);

/* Words and style of the house alone; false after reporting. */
bool gp_stage_read_house(struct gp_task *r);

/* The two sides of the calibration sheet; NULL after reporting. */
const struct gp_doc *gp_stage_calibrate(struct gp_task *r);

#endif
