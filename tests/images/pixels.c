/*
 * Questions about pictures, for the scripts beside it.  Places are fractions of width and height.
 *
 *     pixels kind FILE              "W H palette|grey|rgb|other [interlaced] [transparent]"
 *     pixels run MASK X Y           left and right end of the opaque run that holds (X, Y)
 *     pixels edge MASK top|left|right|bottom   the largest alpha on that edge
 *     pixels box MASK               left, top, right and bottom end of all that is drawn
 *     pixels grey FILE MASK X Y R   mean luminance in a disc of radius R (of the width), on white
 *     pixels differ FILE MASK FILE MASK        per cent of 96 x 44 cells that differ clearly in
 * grey
 *
 * MASK may be "-": opaque.  Luminance is that of sRGB values (Rec. 709 weights, no linearising):
 * what a printer makes of colours when it prints grey.  Exit status 1 with a message when a file
 * cannot be read.
 */
#include <math.h>
#include <png.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CELLS_X = 96, CELLS_Y = 44, CLEARLY = 24 };

struct grey {
	int w, h;
	uint8_t *v; /* w * h, owned by the process */
};

static void die(const char *file, const char *what)
{
	fprintf(stderr, "pixels: %s: %s\n", file, what);
	exit(1);
}

static uint8_t *read_png(const char *file, png_uint_32 format, int *w, int *h)
{
	png_image png = {.version = PNG_IMAGE_VERSION};
	uint8_t *v;

	if (!png_image_begin_read_from_file(&png, file))
		die(file, png.message);
	png.format = format;
	v = malloc(PNG_IMAGE_SIZE(png));
	if (!v || !png_image_finish_read(&png, NULL, v, 0, NULL))
		die(file, v ? png.message : "out of memory");
	*w = (int)png.width;
	*h = (int)png.height;
	return v;
}

static struct grey read_mask(const char *file)
{
	struct grey g;

	g.v = read_png(file, PNG_FORMAT_GRAY, &g.w, &g.h);
	return g;
}

/* Luminance of a picture on white paper, seen through its mask. */
static struct grey read_grey(const char *file, const char *mask)
{
	struct grey g, m = {0};
	uint8_t *rgb = read_png(file, PNG_FORMAT_RGB, &g.w, &g.h);

	g.v = malloc((size_t)g.w * (size_t)g.h);
	if (!g.v)
		die(file, "out of memory");
	if (strcmp(mask, "-"))
		m = read_mask(mask);
	if (m.v && (m.w != g.w || m.h != g.h))
		die(mask, "not the size of its picture");
	for (int i = 0; i < g.w * g.h; i++) {
		double y = .2126 * rgb[3 * i] + .7152 * rgb[3 * i + 1] + .0722 * rgb[3 * i + 2];
		double a = m.v ? m.v[i] / 255.0 : 1;

		g.v[i] = (uint8_t)(a * y + (1 - a) * 255 + .5);
	}
	free(rgb);
	free(m.v);
	return g;
}

static int show_kind(const char *file)
{
	static const char *const names[] = {
		"grey", "other", "rgb", "palette", "other", "other", "rgba"};
	uint8_t head[8192];
	FILE *f = fopen(file, "rb");
	size_t n = f ? fread(head, 1, sizeof head, f) : 0;
	bool transparent = false;

	if (f)
		fclose(f);
	if (n < 33 || head[25] > 6)
		die(file, "no PNG");
	for (size_t i = 8; i + 8 < n && memcmp(head + i + 4, "IDAT", 4);) {
		size_t length = (size_t)head[i] << 24 | (size_t)head[i + 1] << 16 |
				(size_t)head[i + 2] << 8 | head[i + 3];

		transparent |= !memcmp(head + i + 4, "tRNS", 4);
		i += length + 12;
	}
	printf("%d %d %s%s%s\n", head[18] << 8 | head[19], head[22] << 8 | head[23],
		names[head[25]], head[28] ? " interlaced" : "", transparent ? " transparent" : "");
	return 0;
}

static int show_run(const char *file, double x, double y)
{
	struct grey m = read_mask(file);
	int row = (int)(y * m.h), col = (int)(x * m.w), l = col, r = col;
	const uint8_t *v = m.v + row * m.w;

	if (row < 0 || row >= m.h || col < 0 || col >= m.w || v[col] < 128)
		die(file, "nothing is drawn at that place");
	while (l > 0 && v[l - 1] >= 128)
		l--;
	while (r < m.w - 1 && v[r + 1] >= 128)
		r++;
	printf("%.5f %.5f\n", (double)l / m.w, (double)(r + 1) / m.w);
	return 0;
}

static int show_edge(const char *file, const char *side)
{
	struct grey m = read_mask(file);
	bool across = !strcmp(side, "top") || !strcmp(side, "bottom");
	int fixed = !strcmp(side, "bottom")  ? m.h - 1
		    : !strcmp(side, "right") ? m.w - 1
					     : 0,
	    most = 0;

	for (int i = 0; i < (across ? m.w : m.h); i++) {
		int v = across ? m.v[fixed * m.w + i] : m.v[i * m.w + fixed];

		most = v > most ? v : most;
	}
	printf("%d\n", most);
	return 0;
}

static int show_box(const char *file)
{
	struct grey m = read_mask(file);
	int l = m.w, t = m.h, r = 0, b = 0;

	for (int y = 0; y < m.h; y++)
		for (int x = 0; x < m.w; x++)
			if (m.v[y * m.w + x]) {
				l = x < l ? x : l;
				r = x >= r ? x + 1 : r;
				t = y < t ? y : t;
				b = y + 1;
			}
	if (!b)
		die(file, "nothing is drawn");
	printf("%.5f %.5f %.5f %.5f\n", (double)l / m.w, (double)t / m.h, (double)r / m.w,
		(double)b / m.h);
	return 0;
}

static int show_grey(const char *file, const char *mask, const double place[3])
{
	struct grey g = read_grey(file, mask);
	double cx = place[0] * g.w, cy = place[1] * g.h, r = place[2] * g.w, sum = 0;
	int n = 0;

	for (int y = 0; y < g.h; y++)
		for (int x = 0; x < g.w; x++)
			if (hypot(x + .5 - cx, y + .5 - cy) <= r) {
				sum += g.v[y * g.w + x];
				n++;
			}
	if (!n)
		die(file, "the disc lies outside");
	printf("%.0f\n", sum / n);
	return 0;
}

static void shrink(const struct grey *g, double cell[CELLS_Y][CELLS_X])
{
	static int n[CELLS_Y][CELLS_X];

	memset(n, 0, sizeof n);
	for (int y = 0; y < CELLS_Y; y++)
		for (int x = 0; x < CELLS_X; x++)
			cell[y][x] = 0;
	for (int y = 0; y < g->h; y++)
		for (int x = 0; x < g->w; x++) {
			cell[y * CELLS_Y / g->h][x * CELLS_X / g->w] += g->v[y * g->w + x];
			n[y * CELLS_Y / g->h][x * CELLS_X / g->w]++;
		}
	for (int y = 0; y < CELLS_Y; y++)
		for (int x = 0; x < CELLS_X; x++)
			cell[y][x] /= n[y][x] ? n[y][x] : 1;
}

static int show_difference(char **file)
{
	static double a[CELLS_Y][CELLS_X], b[CELLS_Y][CELLS_X];
	struct grey g = read_grey(file[0], file[1]), h = read_grey(file[2], file[3]);
	int n = 0;

	shrink(&g, a);
	shrink(&h, b);
	for (int y = 0; y < CELLS_Y; y++)
		for (int x = 0; x < CELLS_X; x++)
			n += fabs(a[y][x] - b[y][x]) > CLEARLY;
	printf("%.1f\n", 100.0 * n / (CELLS_X * CELLS_Y));
	return 0;
}

int main(int argc, char **argv)
{
	const char *what = argc > 1 ? argv[1] : "";

	if (argc == 3 && !strcmp(what, "kind"))
		return show_kind(argv[2]);
	if (argc == 5 && !strcmp(what, "run"))
		return show_run(argv[2], strtod(argv[3], NULL), strtod(argv[4], NULL));
	if (argc == 4 && !strcmp(what, "edge"))
		return show_edge(argv[2], argv[3]);
	if (argc == 3 && !strcmp(what, "box"))
		return show_box(argv[2]);
	if (argc == 7 && !strcmp(what, "grey")) {
		const double place[3] = {
			strtod(argv[4], NULL), strtod(argv[5], NULL), strtod(argv[6], NULL)};

		return show_grey(argv[2], argv[3], place);
	}
	if (argc == 6 && !strcmp(what, "differ"))
		return show_difference(argv + 2);
	fprintf(stderr, "usage: see the head of pixels.c\n");
	return 2;
}
