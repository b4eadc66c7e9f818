/*
 * The shape of a printer's passport, what its owner read off the calibration sheet.
 */
#include "read/schema_table.h"

INT(format_1, 1, 1);
static const struct gp_shape shift_length = {.kind = GP_SHAPE_LENGTH, .min = -1};
CHOICE(edge, "left", "right");

static const struct gp_key shift_keys[] = {
	{"x", &shift_length, true, "how far the print lies to the right, \"-0.3mm\" to the left"},
	{"y", &shift_length, true, "how far the print lies too low, \"-0.3mm\" too high"},
};
OBJECT(shift, "the shift of a side", NULL, NULL);

static const struct gp_key ruler_keys[] = {
	{"x", &gp_schema_length, true, "what the lying line of 200 mm measures"},
	{"y", &gp_schema_length, true, "what the standing line of 100 mm measures"},
};
OBJECT(ruler, "the list of rulers", NULL, NULL);

static const struct gp_key margin_keys[] = {
	{"left", &gp_schema_length, true, "the first whole line at the left edge"},
	{"top", &gp_schema_length, true, "the first whole line at the top edge"},
	{"right", &gp_schema_length, true, "the first whole line at the right edge"},
	{"bottom", &gp_schema_length, true, "the first whole line at the bottom edge"},
};
OBJECT(margin, "the list of margins", NULL, NULL);

static const struct gp_key printer_keys[] = {
	{"format", &format_1, true, "the format of the file: 1"},
	{"name", &gp_schema_plain, false, "a name for the printer"},
	{"front", &shift, true, "the shift of the front"},
	{"back", &shift, true, "the shift of the back"},
	{"ruler", &ruler, false, "what the two rulers measure"},
	{"margin", &margin, false, "the white the printer leaves at each edge"},
	{"first_edge", &edge, false, "the short edge of the lying sheet that comes out first"},
};
const struct gp_shape gp_schema_printer = {.kind = GP_SHAPE_OBJECT,
	.name = "the printer file",
	.keys = printer_keys,
	.n_keys = COUNT(printer_keys)};
