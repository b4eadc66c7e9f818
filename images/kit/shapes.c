/*
 * Distances to shapes, and the reader of scenes.
 *
 * Round cones are exact (Quilez 2018), boxes and cylinders too.  Ellipsoids and lofts have no cheap
 * exact distance: the value of their equation over its gradient is used, which is right near the
 * surface and too small or too large by a bounded factor elsewhere; the tracer takes short steps.
 */
#include "shapes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

_Noreturn void die(const char *what)
{
	fprintf(stderr, "march: %s\n", what);
	exit(1);
}

void *need(void *p)
{
	if (!p)
		die("out of memory");
	return p;
}

/* --- distances: negative inside, cm -------------------------------------------------------- */

/* Round cone, exact (Quilez 2018). */
static double cone_distance(const struct shape *q, struct vec p)
{
	struct vec ba = sub(q->b, q->a), pa = sub(p, q->a);
	double l2 = dot(ba, ba), rr = q->ra - q->rb, a2 = l2 - rr * rr, il2 = 1 / l2;
	double y = dot(pa, ba), z = y - l2;
	struct vec x = sub(mul(pa, l2), mul(ba, y));
	double x2 = dot(x, x), y2 = y * y * l2, z2 = z * z * l2;
	double k = (rr > 0 ? 1 : rr < 0 ? -1 : 0) * rr * rr * x2;

	if ((z > 0 ? 1 : -1) * a2 * z2 > k)
		return sqrt(x2 + z2) * il2 - q->rb;
	if ((y > 0 ? 1 : -1) * a2 * y2 < k)
		return sqrt(x2 + y2) * il2 - q->ra;
	return (sqrt(x2 * a2 * il2) + y * rr) * il2 - q->ra;
}

/* First-order estimate: value over gradient of the ellipsoid's equation; d in its own axes. */
static double ellipsoid_estimate(struct vec d, struct vec r, double inside)
{
	double u = d.x / r.x, v = d.y / r.y, w = d.z / r.z, k0 = sqrt(u * u + v * v + w * w);
	double u1 = u / r.x, v1 = v / r.y, w1 = w / r.z, k1 = sqrt(u1 * u1 + v1 * v1 + w1 * w1);

	return k1 < 1e-9 ? inside : k0 * (k0 - 1) / k1;
}

static struct vec in_axes(const struct shape *q, struct vec d)
{
	return (struct vec){dot(d, q->ax), dot(d, q->ay), dot(d, q->az)};
}

/* Ellipsoid with plane cuts and ellipsoidal holes, edges rounded. */
static double ellipsoid_distance(const struct shape *q, struct vec p)
{
	struct vec d = sub(p, q->a), r = {q->rx, q->ry, q->rz};
	double least = fmin(q->rx, fmin(q->ry, q->rz)), k = q->rounding > 0 ? q->rounding : 0.05;
	double best = fmax(ellipsoid_estimate(in_axes(q, d), r, -least), -least);

	for (int i = 0; i < q->n_cuts; i++)
		best = smooth_max(best, dot(d, q->cut_normal[i]) - q->cut_offset[i], k);
	for (int i = 0; i < q->n_holes; i++) {
		struct vec e = in_axes(q, sub(p, q->hole_at[i]));

		best = smooth_max(best, -ellipsoid_estimate(e, q->hole_r[i], -3), k);
	}
	return best;
}

/* Distance to a cross-section of four quarter ellipses (or squarer, exponent 2.5), estimate. */
static double section_distance(double x, double y, const double r[4], double exponent)
{
	double rx = fmax(x >= 0 ? r[0] : r[1], 0.02), ry = fmax(y >= 0 ? r[2] : r[3], 0.02);
	double a = fabs(x) / rx, b = fabs(y) / ry, least = fmin(rx, ry), ea, eb, g, l;

	if (exponent <= 2.001) {
		l = sqrt(a * a + b * b);
		g = sqrt(a * a / (rx * rx) + b * b / (ry * ry));
		return g < 1e-9 ? -least : fmax(l * (l - 1) / g, -least);
	}
	ea = a * sqrt(a);
	eb = b * sqrt(b);
	g = 2.5 * sqrt(ea * ea / (rx * rx) + eb * eb / (ry * ry));
	return g < 1e-6 ? -least : fmax((a * ea + b * eb - 1) / g, -least);
}

/* Joins the distance across with the distance along (along > 0: beyond an end). */
static double capped(double across, double along)
{
	if (along <= 0)
		return fmax(across, along);
	return across > 0 ? sqrt(across * across + along * along) : along;
}

static double between(const struct shape *q, int i, double f, struct vec p)
{
	const struct station *a = q->station + i, *b = a + 1;
	struct vec e = sub(p, lerp(a->at, b->at, f));
	struct vec lat = lerp(a->lat, b->lat, f), ant = lerp(a->ant, b->ant, f);
	double r[4];

	for (int j = 0; j < 4; j++)
		r[j] = a->r[j] * (1 - f) + b->r[j] * f;
	return section_distance(dot(e, lat), dot(e, ant), r, q->exponent);
}

static double straight_distance(const struct shape *q, struct vec p)
{
	double s = dot(sub(p, q->station[0].at), q->dir);
	double t = clamp(s / q->length * (q->n - 1), 0, q->n - 1 - 1e-6), along;
	int i = (int)t;

	if (s < 0)
		along = -s;
	else if (s > q->length)
		along = s - q->length;
	else
		along = -fmin(s, q->length - s);
	return capped(between(q, i, t - i, p), along);
}

static double widest(const struct station *s)
{
	return fmax(fmax(s->r[0], s->r[1]), fmax(s->r[2], s->r[3]));
}

/* Where p lies between the tangent planes of stations i and i + 1; false: in another segment. */
static bool in_segment(const struct shape *q, int i, struct vec p, double *f, double *along)
{
	const struct station *a = q->station + i, *b = a + 1;
	double da = dot(sub(p, a->at), a->tangent), db = dot(sub(p, b->at), b->tangent);

	*along = -MISS;
	if (da < 0) {
		*f = 0;
		*along = -da;
		return i == 0;
	}
	if (db > 0) {
		*f = 1;
		*along = db;
		return i == q->n - 2;
	}
	*f = da / (da - db + 1e-12);
	if (i == 0)
		*along = -da;
	if (i == q->n - 2)
		*along = fmax(*along, db);
	return true;
}

/* Curved loft: space is split by the stations' tangent planes, so bends leave no gaps. */
static double curved_distance(const struct shape *q, struct vec p)
{
	double best = MISS, f, along;
	bool any = false;

	for (int i = 0; i < q->n - 1; i++) {
		const struct station *a = q->station + i, *b = a + 1;

		if (!in_segment(q, i, p, &f, &along))
			continue;
		if (any && len(sub(p, lerp(a->at, b->at, f))) - fmax(widest(a), widest(b)) * 1.3 >
				   best)
			continue;
		best = fmin(best, capped(between(q, i, f, p), along));
		any = true;
	}
	if (any)
		return best;
	for (int i = 0; i < q->n; i++)
		best = fmin(best, len(sub(p, q->station[i].at)) - widest(q->station + i));
	return fmax(best, 0.5);
}

static double box_distance(const struct shape *q, struct vec p)
{
	struct vec d = in_axes(q, sub(p, q->a));
	double x = fabs(d.x) - q->rx + q->rounding, y = fabs(d.y) - q->ry + q->rounding;
	double z = fabs(d.z) - q->rz + q->rounding;
	struct vec out = {fmax(x, 0), fmax(y, 0), fmax(z, 0)};

	return len(out) + fmin(fmax(x, fmax(y, z)), 0) - q->rounding;
}

/* Cylinder a-b with rounded rims and an optional bore. */
static double cylinder_distance(const struct shape *q, struct vec p)
{
	struct vec ab = sub(q->b, q->a), d = sub(p, q->a), u = unit(ab);
	double l = len(ab), s = dot(d, u), r = len(sub(d, mul(u, s)));
	double x = r - q->ra + q->rounding, y = fabs(s - l / 2) - l / 2 + q->rounding;
	double ox = fmax(x, 0), oy = fmax(y, 0);
	double out = sqrt(ox * ox + oy * oy) + fmin(fmax(x, y), 0) - q->rounding;

	return q->rb > 0 ? smooth_max(out, q->rb - r, 0.2) : out;
}

double distance(const struct shape *q, struct vec p)
{
	switch (q->kind) {
	case CONE:
		return cone_distance(q, p);
	case ELLIPSOID:
		return ellipsoid_distance(q, p);
	case LOFT:
		return q->straight ? straight_distance(q, p) : curved_distance(q, p);
	case BOX:
		return box_distance(q, p);
	case CYLINDER:
		return cylinder_distance(q, p);
	}
	return MISS;
}

/* --- reading ------------------------------------------------------------------------------- */

static double read_number(FILE *f)
{
	double a;

	if (fscanf(f, "%lf", &a) != 1)
		die("a number is missing in the scene");
	return a;
}

static int read_int(FILE *f, int lo, int hi)
{
	double a = read_number(f);

	if (!(a >= lo && a <= hi))
		die("a count or an id in the scene is out of range");
	return (int)a;
}

static struct vec read_vec(FILE *f)
{
	struct vec a;

	a.x = read_number(f);
	a.y = read_number(f);
	a.z = read_number(f);
	return a;
}

static void read_cone(FILE *f, struct shape *q)
{
	q->kind = CONE;
	q->a = read_vec(f);
	q->b = read_vec(f);
	q->ra = read_number(f);
	q->rb = read_number(f);
	q->bound_at = lerp(q->a, q->b, .5);
	q->bound_r = len(sub(q->a, q->b)) / 2 + fmax(q->ra, q->rb);
}

static void read_frame(FILE *f, struct shape *q)
{
	q->a = read_vec(f);
	q->ax = read_vec(f);
	q->ay = read_vec(f);
	q->az = read_vec(f);
	q->rx = read_number(f);
	q->ry = read_number(f);
	q->rz = read_number(f);
	q->rounding = read_number(f);
	q->bound_at = q->a;
}

static void read_ellipsoid(FILE *f, struct shape *q)
{
	q->kind = ELLIPSOID;
	read_frame(f, q);
	q->bound_r = fmax(q->rx, fmax(q->ry, q->rz));
	q->n_cuts = read_int(f, 0, MAX_CUTS);
	for (int i = 0; i < q->n_cuts; i++) {
		q->cut_normal[i] = read_vec(f);
		q->cut_offset[i] = read_number(f);
	}
	q->n_holes = read_int(f, 0, MAX_HOLES);
	for (int i = 0; i < q->n_holes; i++) {
		q->hole_at[i] = read_vec(f);
		q->hole_r[i] = read_vec(f);
	}
}

static void set_tangents(struct shape *q)
{
	for (int i = 0; i < q->n; i++)
		q->station[i].tangent = unit(sub(
			q->station[i < q->n - 1 ? i + 1 : i].at, q->station[i > 0 ? i - 1 : 0].at));
	q->length = len(sub(q->station[q->n - 1].at, q->station[0].at));
	q->dir = unit(sub(q->station[q->n - 1].at, q->station[0].at));
}

static void read_loft(FILE *f, struct shape *q)
{
	struct vec lo = {MISS, MISS, MISS}, hi = {-MISS, -MISS, -MISS};
	double most = 0;

	q->kind = LOFT;
	q->straight = read_int(f, 0, 1);
	q->exponent = read_number(f);
	q->n = read_int(f, 2, 1000);
	q->station = need(calloc((size_t)q->n, sizeof *q->station));
	for (int i = 0; i < q->n; i++) {
		struct station *s = q->station + i;

		s->at = read_vec(f);
		s->lat = read_vec(f);
		s->ant = read_vec(f);
		for (int k = 0; k < 4; k++)
			s->r[k] = read_number(f);
		most = fmax(most, widest(s));
		lo = (struct vec){fmin(lo.x, s->at.x), fmin(lo.y, s->at.y), fmin(lo.z, s->at.z)};
		hi = (struct vec){fmax(hi.x, s->at.x), fmax(hi.y, s->at.y), fmax(hi.z, s->at.z)};
	}
	q->bound_at = lerp(lo, hi, .5);
	q->bound_r = len(sub(hi, lo)) / 2 + most * 1.25;
	set_tangents(q);
}

static void read_box(FILE *f, struct shape *q)
{
	q->kind = BOX;
	read_frame(f, q);
	q->bound_r = sqrt(q->rx * q->rx + q->ry * q->ry + q->rz * q->rz);
}

static void read_cylinder(FILE *f, struct shape *q)
{
	double l;

	q->kind = CYLINDER;
	q->a = read_vec(f);
	q->b = read_vec(f);
	q->ra = read_number(f);
	q->rb = read_number(f);
	q->rounding = read_number(f);
	l = len(sub(q->b, q->a));
	q->bound_at = lerp(q->a, q->b, .5);
	q->bound_r = sqrt(l * l / 4 + q->ra * q->ra);
}

static void read_view(FILE *f, struct scene *s)
{
	s->w = read_int(f, 1, 20000);
	s->h = read_int(f, 1, 20000);
	s->px = read_number(f);
	s->centre = read_vec(f);
	s->right = read_vec(f);
	s->up = read_vec(f);
	s->forward = read_vec(f);
}

static void read_group(FILE *f, struct scene *s)
{
	int id = read_int(f, 0, MAX_GROUPS - 1);
	struct group *g = s->group + id;

	g->parent = read_int(f, -1, id - 1);
	g->k = read_number(f);
	g->at = read_vec(f);
	g->r = read_number(f);
	if (id >= s->n_groups)
		s->n_groups = id + 1;
}

static struct shape *new_shape(struct scene *s)
{
	if (s->n_shapes == s->max_shapes) {
		s->max_shapes = s->max_shapes ? 2 * s->max_shapes : 256;
		s->shape = need(realloc(s->shape, (size_t)s->max_shapes * sizeof *s->shape));
	}
	memset(s->shape + s->n_shapes, 0, sizeof *s->shape);
	return s->shape + s->n_shapes++;
}

static void read_shape(FILE *f, struct scene *s, const char *word)
{
	static const struct {
		const char *word;
		void (*read)(FILE *, struct shape *);
	} kinds[] = {{"cone", read_cone}, {"ell", read_ellipsoid}, {"loft", read_loft},
		{"rbox", read_box}, {"cyl", read_cylinder}};
	struct shape *q = new_shape(s);

	q->group = read_int(f, 0, s->n_groups - 1);
	q->material = read_int(f, 0, 255);
	q->part = read_int(f, 0, 255);
	q->k = read_number(f);
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!strcmp(word, kinds[i].word)) {
			kinds[i].read(f, q);
			return;
		}
	die("the scene holds a word that is no shape");
}

void read_scene(const char *name, struct scene *s)
{
	FILE *f = fopen(name, "r");
	char word[32];

	if (!f)
		die("the scene cannot be opened");
	while (fscanf(f, "%31s", word) == 1) {
		if (!strcmp(word, "view"))
			read_view(f, s);
		else if (!strcmp(word, "group"))
			read_group(f, s);
		else
			read_shape(f, s, word);
	}
	fclose(f);
	if (!s->w)
		die("the scene has no view");
}
