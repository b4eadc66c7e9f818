/*
 * Pictures by name: finding the file under its folder, telling PNG from JPEG, joining picture and
 * mask.
 *
 * The kind is told from the first bytes, not from the name.  A name must lead to a file under the
 * folder, also after links are followed: guides come from strangers, and a picture is copied into
 * a PDF that is passed on.
 */
#define _XOPEN_SOURCE 700 /* realpath */
#include "image/intake.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum {
	FILE_BYTES = 64 << 20,
	FILE_BYTES_MOST = 1 << 30,
	SIDE = 20000,
	SIDE_MOST = 1000000,
	PIXELS = 100000000,
	NEAR_NAMES = 4096,    /* files of a folder looked at for "did you mean" */
	FIRST_TABLE = 3 << 20 /* so that hardly a booklet needs a second, larger one */
};

static const char *const endings[] = {".png", ".jpg", ".jpeg", ".PNG", ".JPG", ".JPEG"};
enum { N_ENDINGS = sizeof endings / sizeof *endings };

static struct gp_picture_limits limits_or_usual(const struct gp_picture_limits *asked)
{
	struct gp_picture_limits l = {FILE_BYTES, SIDE, PIXELS};
	const uint64_t pixels_most = (uint64_t)PIXELS * 40;

	if (asked && asked->file_bytes)
		l.file_bytes =
			asked->file_bytes < FILE_BYTES_MOST ? asked->file_bytes : FILE_BYTES_MOST;
	if (asked && asked->side)
		l.side = asked->side < SIDE_MOST ? asked->side : SIDE_MOST;
	if (asked && asked->pixels)
		l.pixels = asked->pixels < pixels_most ? asked->pixels : pixels_most;
	return l;
}

bool gp_intake_size(const struct gp_intake *in, uint32_t width, uint32_t height)
{
	uint32_t side = in->limits.side;

	if (width == 0 || height == 0) {
		gp_report(in->diag, GP_MSG_PICTURE_NO_SIZE, in->at, in->name, width, height);
		return false;
	}
	if (width > side || height > side) {
		gp_report(in->diag, GP_MSG_PICTURE_SIDE, in->at, in->name, width, height, side);
		return false;
	}
	if ((uint64_t)width * height > in->limits.pixels) {
		gp_report(in->diag, GP_MSG_PICTURE_PIXELS, in->at, in->name, width, height,
			(double)in->limits.pixels / 1e6);
		return false;
	}
	return true;
}

/* --- the light table --------------------------------------------------------------------- */

void gp_light_table_clear(struct gp_light_table *t)
{
	gp_arena_free(t->arena);
	*t = (struct gp_light_table){0};
}

uint8_t *gp_light_table_rows(struct gp_light_table *t, size_t size)
{
	if (size <= t->room)
		return t->rows;
	if (size < FIRST_TABLE)
		size = FIRST_TABLE;
	gp_light_table_clear(t);
	t->arena = gp_arena_new();
	t->rows = gp_arena_raw(t->arena, size);
	t->room = size;
	return t->rows;
}

/* --- what kind of file ------------------------------------------------------------------- */

static bool holds(struct gp_bytes b, size_t at, const char *what)
{
	size_t n = strlen(what);

	return b.len >= at && b.len - at >= n && memcmp(b.data + at, what, n) == 0;
}

/* The name of a format people mistake for one of ours; NULL when it is not known. */
static const char *other_format(struct gp_bytes b)
{
	static const struct {
		uint8_t at;
		const char *start, *name;
	} known[] = {
		{0, "GIF8", "GIF"},
		{8, "WEBP", "WebP"},
		{4, "ftyphei", "HEIC"},
		{4, "ftypmif1", "HEIC"},
		{4, "ftypavif", "AVIF"},
		{0, "BM", "BMP"},
		{0, "II*", "TIFF"},
		{0, "MM", "TIFF"},
		{0, "%PDF", "PDF"},
		{0, "8BPS", "Photoshop"},
		{4, "jP  ", "JPEG 2000"},
		{0, "<svg", "SVG"},
		{0, "<?xml", "SVG"},
		{0, "\212MNG", "MNG"},
	};
	size_t i;

	for (i = 0; i < sizeof known / sizeof *known; i++) {
		if (holds(b, known[i].at, known[i].start))
			return known[i].name;
	}
	return NULL;
}

static bool refuse_kind(const struct gp_intake *in, struct gp_bytes file)
{
	const char *format = other_format(file);

	if (file.len == 0)
		gp_report(in->diag, GP_MSG_PICTURE_VOID, in->at, in->name);
	else if (format)
		gp_report(in->diag, GP_MSG_PICTURE_FORMAT, in->at, in->name, format);
	else
		gp_report(in->diag, GP_MSG_PICTURE_KIND, in->at, in->name);
	return false;
}

static bool parse(const struct gp_intake *in, struct gp_bytes file, struct gp_picture *pic)
{
	if (holds(file, 1, "PNG"))
		return gp_png_read(in, file, pic);
	if (!holds(file, 0, "\377\330"))
		return refuse_kind(in, file);
	if (in->is_mask) {
		gp_report(in->diag, GP_MSG_MASK_GREY, in->at, in->name);
		return false;
	}
	return gp_jpeg_read(in, file, pic);
}

struct gp_picture *gp_picture_parse(const char *name, struct gp_bytes file,
	const struct gp_picture_limits *limits, struct gp_place at, struct gp_arena *a,
	struct gp_diag *d)
{
	struct gp_light_table table = {0};
	struct gp_intake in = {.name = name,
		.at = at,
		.limits = limits_or_usual(limits),
		.arena = a,
		.table = &table,
		.diag = d};
	struct gp_picture *pic = GP_NEW(a, struct gp_picture);
	bool ok = parse(&in, file, pic);

	gp_light_table_clear(&table);
	if (!ok)
		return NULL;
	pic->path = gp_arena_str(a, name);
	return pic;
}

/* --- where the file is ------------------------------------------------------------------- */

/* No empty part, no "." or "..", so neither "/x" nor "x/". */
static bool stays_inside(const char *id)
{
	size_t n;

	for (;;) {
		n = strcspn(id, "/");
		if (n == 0 || strncmp(id, ".", n) == 0 || strncmp(id, "..", n) == 0)
			return false;
		if (id[n] == '\0')
			return true;
		id += n + 1;
	}
}

/* True when the path, links followed, lies under dir. */
static bool lies_under(const char *dir, const char *path)
{
	char real_dir[PATH_MAX], real[PATH_MAX];
	size_t n;

	/* what is not there or cannot be looked at cannot be opened either, and that says why */
	if (!realpath(path, real))
		return errno == ENOENT || errno == EACCES || errno == EIO;
	if (!realpath(dir, real_dir))
		return false;
	n = strlen(real_dir);
	return strncmp(real, real_dir, n) == 0 && (real[n] == '/' || n == 1);
}

static const char *find(const struct gp_intake *in, const char *dir, const char *id)
{
	const char *path;
	size_t i;

	for (i = 0; i < N_ENDINGS; i++) {
		path = gp_arena_printf(
			in->arena, "%s%s", gp_path_join(in->arena, dir, id), endings[i]);
		if (gp_file_exists(path))
			return path;
	}
	return NULL;
}

/* The picture name of a file in a folder, masks left out; NULL for other files. */
static const char *id_of(struct gp_arena *a, const char *file)
{
	size_t len = strlen(file), n, i;

	for (i = 0; i < N_ENDINGS; i++) {
		n = strlen(endings[i]);
		if (len <= n || strcmp(file + len - n, endings[i]) != 0)
			continue;
		len -= n;
		if (len > 5 && memcmp(file + len - 5, ".mask", 5) == 0)
			return NULL;
		return gp_arena_strn(a, file, len);
	}
	return NULL;
}

/* A picture of the same folder with nearly that name, or NULL. */
static const char *near_id(const struct gp_intake *in, const char *dir, const char *id)
{
	const char *slash = strrchr(id, '/'), *base = slash ? slash + 1 : id, *near, *name;
	const char **names = GP_ARRAY(in->arena, NEAR_NAMES, const char *);
	DIR *folder = opendir(gp_path_dir(in->arena, gp_path_join(in->arena, dir, id)));
	struct dirent *entry;
	size_t n = 0;

	if (!folder)
		return NULL;
	while (n < NEAR_NAMES && (entry = readdir(folder))) {
		name = id_of(in->arena, entry->d_name);
		if (name)
			names[n++] = name;
	}
	closedir(folder);
	near = gp_nearest(base, names, n);
	return near ? gp_arena_printf(in->arena, "%.*s%s", (int)(base - id), id, near) : NULL;
}

static void report_missing(const struct gp_intake *in, const char *dir, const char *id)
{
	const char *near = near_id(in, dir, id);

	if (near)
		gp_report(in->diag, GP_MSG_PICTURE_NEAR, in->at, id, dir, near);
	else
		gp_report(in->diag, GP_MSG_PICTURE_MISSING, in->at, id, dir);
}

/* --- picture and mask -------------------------------------------------------------------- */

/* Read and parse one file; its bytes are let go again, unless the picture is a piece of them. */
static bool load(const struct gp_intake *in, struct gp_picture *pic)
{
	struct gp_arena *scratch = gp_arena_new();
	struct gp_bytes file;
	bool ok = gp_file_read(in->name, in->limits.file_bytes, in->at, scratch, in->diag, &file) &&
		  parse(in, file, pic);

	if (ok && pic->colour.coding == GP_CODING_FLATE_PNG)
		gp_arena_join(in->arena, scratch);
	else
		gp_arena_free(scratch);
	return ok;
}

/* The box of a mask in pixels of the picture, whose size may differ: rounded outwards. */
static struct gp_rect_px scale_ink(
	struct gp_rect_px r, const struct gp_picture *mask, const struct gp_picture *pic)
{
	uint64_t w = pic->width, h = pic->height, mw = mask->width, mh = mask->height;

	assert(mw > 0 && mh > 0); /* gp_intake_size saw to it */
	return (struct gp_rect_px){(uint32_t)(r.x0 * w / mw), (uint32_t)(r.y0 * h / mh),
		(uint32_t)((r.x1 * w + mw - 1) / mw), (uint32_t)((r.y1 * h + mh - 1) / mh)};
}

static bool add_mask(const struct gp_intake *in, struct gp_picture *pic)
{
	struct gp_picture mask = {0};

	if (pic->has_mask) {
		gp_report(in->diag, GP_MSG_MASK_TWICE, in->at, pic->path, in->name);
		return false;
	}
	if (!load(in, &mask))
		return false;
	pic->has_mask = true;
	pic->mask = mask.colour;
	pic->mask_width = mask.width;
	pic->mask_height = mask.height;
	pic->ink = scale_ink(mask.ink, &mask, pic);
	return true;
}

/* A picture nobody can see is kept, but its box of ink must not be empty. */
static void check_ink(const struct gp_intake *in, struct gp_picture *pic)
{
	if (pic->ink.x0 < pic->ink.x1)
		return;
	gp_report(in->diag, GP_MSG_PICTURE_BLANK, in->at, pic->path);
	pic->ink = (struct gp_rect_px){0, 0, pic->width, pic->height};
}

/* Whether a picture or mask that exists may be read; reports when not. */
static bool may_read(const struct gp_intake *in, const struct gp_picture_folder *from,
	const char *id, const char *path)
{
	struct stat st;

	if (from->anywhere)
		return true;
	/* the usual case, which needs no look at every folder on the way */
	if (!strchr(id, '/') && lstat(path, &st) == 0 && !S_ISLNK(st.st_mode))
		return true;
	if (lies_under(from->dir, path))
		return true;
	gp_report(in->diag, GP_MSG_PICTURE_OUTSIDE, in->at, path, from->dir);
	return false;
}

/* Picture and mask of a name that may be asked for. */
static bool load_both(struct gp_intake *in, const struct gp_picture_folder *from, const char *id,
	struct gp_picture *pic)
{
	in->name = pic->path = find(in, from->dir, id);
	if (!in->name) {
		report_missing(in, from->dir, id);
		return false;
	}
	if (!may_read(in, from, id, in->name) || !load(in, pic))
		return false;
	in->name =
		gp_arena_printf(in->arena, "%s.mask.png", gp_path_join(in->arena, from->dir, id));
	in->is_mask = true;
	return !gp_file_exists(in->name) || (may_read(in, from, id, in->name) && add_mask(in, pic));
}

struct gp_picture *gp_picture_load(const struct gp_picture_folder *from, const char *id,
	struct gp_place at, struct gp_arena *a, struct gp_diag *d)
{
	struct gp_light_table own = {0};
	struct gp_intake in = {.at = at,
		.limits = limits_or_usual(from->limits),
		.arena = a,
		.table = from->table ? from->table : &own,
		.diag = d};
	struct gp_picture *pic = GP_NEW(a, struct gp_picture);
	bool ok;

	if (!from->anywhere && !stays_inside(id)) {
		gp_report(d, GP_MSG_PICTURE_NAME, at, id, from->dir);
		return NULL;
	}
	ok = load_both(&in, from, id, pic);
	gp_light_table_clear(&own);
	if (!ok)
		return NULL;
	check_ink(&in, pic);
	return pic;
}
