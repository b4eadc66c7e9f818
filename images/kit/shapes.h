/*
 * The shapes of a scene: what they are, how far away they are, how they are read.
 *
 * Lengths are centimetres.  A distance is negative inside a shape.
 */
#ifndef MARCH_SHAPES_H
#define MARCH_SHAPES_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

enum { MAX_GROUPS = 64, MAX_CUTS = 6, MAX_HOLES = 4 };

/* Farther than anything: the depth of a pixel that hits nothing. */
#define MISS 1e9

struct vec {
	double x, y, z;
};

struct station { /* one cross-section of a loft */
	struct vec at, lat, ant, tangent;
	double r[4]; /* half-widths: lateral, medial, anterior, posterior */
};

struct shape {
	enum { CONE, ELLIPSOID, LOFT, BOX, CYLINDER } kind;
	int group, material, part;
	double k; /* melting radius inside the group */
	struct vec a, b, ax, ay, az;
	double ra, rb, rx, ry, rz, rounding;
	int n_cuts, n_holes;
	struct vec cut_normal[MAX_CUTS], hole_at[MAX_HOLES], hole_r[MAX_HOLES];
	double cut_offset[MAX_CUTS];
	struct station *station; /* owned; n of them */
	int n;
	bool straight;
	double exponent, length;
	struct vec dir;
	struct vec bound_at; /* bounding sphere */
	double bound_r;
};

struct group {
	int parent; /* -1: none */
	double k, r;
	struct vec at; /* melts into its parent within r of this point */
};

struct hit {
	int material, part, group;
};

struct scene {
	struct shape *shape; /* owned */
	int n_shapes, max_shapes;
	struct group group[MAX_GROUPS];
	int n_groups;
	int w, h;
	double px; /* cm per pixel */
	struct vec centre, right, up, forward;
};

/* --- vectors ------------------------------------------------------------------------------- */

static inline struct vec add(struct vec a, struct vec b)
{
	return (struct vec){a.x + b.x, a.y + b.y, a.z + b.z};
}

static inline struct vec sub(struct vec a, struct vec b)
{
	return (struct vec){a.x - b.x, a.y - b.y, a.z - b.z};
}

static inline struct vec mul(struct vec a, double s)
{
	return (struct vec){a.x * s, a.y * s, a.z * s};
}

static inline double dot(struct vec a, struct vec b)
{
	return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline double len(struct vec a)
{
	return sqrt(dot(a, a));
}

static inline struct vec unit(struct vec a)
{
	double l = len(a);

	return l > 0 ? mul(a, 1 / l) : a;
}

static inline struct vec lerp(struct vec a, struct vec b, double t)
{
	return add(mul(a, 1 - t), mul(b, t));
}

static inline double clamp(double x, double lo, double hi)
{
	return x < lo ? lo : x > hi ? hi : x;
}

static inline double smooth_min(double a, double b, double k)
{
	double h;

	if (k <= 0)
		return fmin(a, b);
	h = fmax(k - fabs(a - b), 0) / k;
	return fmin(a, b) - h * h * k * 0.25;
}

static inline double smooth_max(double a, double b, double k)
{
	return -smooth_min(-a, -b, k);
}

/* Distance from p to a shape; exact for cones, boxes and cylinders, else a first-order estimate. */
double distance(const struct shape *q, struct vec p);

/* Read a scene from a file; on any error a message goes to stderr and the program ends, status 1.
 */
void read_scene(const char *name, struct scene *s);

/* End the program with a message, status 1. */
_Noreturn void die(const char *what);

/* p, unless it is NULL: then the program ends. */
void *need(void *p);

#endif
