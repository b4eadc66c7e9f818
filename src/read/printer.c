/*
 * The printer file: readings of the calibration sheet.  Figures that no working printer gives are
 * errors, because a slip of the pen (4 mm for 0.4 mm) would spoil every later sheet in silence.
 */
#include "read/read.h"
#include "read/schema.h"

#include <string.h>

/* A reading and what it may be. */
struct reading {
	const char *object, *key;
	gp_len least, most;
	const char *words; /* of the range */
	gp_len *to;
};

static void take(const struct gp_json *root, const struct reading *r, struct gp_diag *d)
{
	const struct gp_json *v = gp_json_lookup(gp_json_lookup(root, r->object), r->key);
	gp_len len;

	if (!v || !gp_len_read_signed(v->string, &len))
		return;
	if (len < r->least || len > r->most)
		gp_report(d, GP_MSG_PRINTER_RANGE, v->place, v->string, r->words);
	else
		*r->to = len;
}

static void take_all(const struct gp_json *root, struct gp_printer *p, struct gp_diag *d)
{
	const char *shift = "-10mm to 10mm", *margin = "0mm to 30mm";
	const gp_len most = GP_MM(10), white = GP_MM(30);
	const struct reading readings[] = {
		{"front", "x", -most, most, shift, &p->front.x},
		{"front", "y", -most, most, shift, &p->front.y},
		{"back", "x", -most, most, shift, &p->back.x},
		{"back", "y", -most, most, shift, &p->back.y},
		{"ruler", "x", GP_MM(190), GP_MM(210), "190mm to 210mm", &p->ruler_x},
		{"ruler", "y", GP_MM(95), GP_MM(105), "95mm to 105mm", &p->ruler_y},
		{"margin", "left", 0, white, margin, &p->margin[GP_EDGE_LEFT]},
		{"margin", "top", 0, white, margin, &p->margin[GP_EDGE_TOP]},
		{"margin", "right", 0, white, margin, &p->margin[GP_EDGE_RIGHT]},
		{"margin", "bottom", 0, white, margin, &p->margin[GP_EDGE_BOTTOM]},
	};
	size_t i;

	for (i = 0; i < sizeof readings / sizeof readings[0]; i++)
		take(root, &readings[i], d);
}

struct gp_printer *gp_read_printer(const char *path, struct gp_arena *a, struct gp_diag *d)
{
	unsigned before = gp_diag_count(d, GP_ERROR) + gp_diag_count(d, GP_SYSTEM);
	const struct gp_json *root = gp_json_read(path, a, d);
	struct gp_printer *p = GP_NEW(a, struct gp_printer);
	const char *first;

	if (!root || !gp_schema_check(root, &gp_schema_printer, a, d))
		return NULL;
	p->name = gp_json_string(root, "name");
	p->ruler_x = GP_RULER_X;
	p->ruler_y = GP_RULER_Y;
	p->has_margin = gp_json_lookup(root, "margin") != NULL;
	first = gp_json_string(root, "first_edge");
	p->right_first = first && strcmp(first, "right") == 0;
	take_all(root, p, d);
	return before == gp_diag_count(d, GP_ERROR) + gp_diag_count(d, GP_SYSTEM) ? p : NULL;
}
