/*
 * Files in and out: reading a whole file, and writing one that appears complete or not at all.
 */
#ifndef GP_BASE_FILE_H
#define GP_BASE_FILE_H

#include "base/arena.h"
#include "base/diag.h"

#include <stdbool.h>
#include <stdint.h>

struct gp_bytes {
	const uint8_t *data;
	size_t len;
};

struct gp_mapped {
	struct gp_bytes bytes;
	void *map; /* NULL: the bytes lie in an arena */
};

/*
 * Read an ordinary file of at most `limit` bytes into the arena (one NUL follows the data, not
 * counted).  Devices, FIFOs and folders are refused, so a guide cannot make the program wait.
 * On failure reports at `at` and returns false; a file that could be opened is noted as an input.
 */
bool gp_file_read(const char *path, size_t limit, struct gp_place at, struct gp_arena *a,
	struct gp_diag *d, struct gp_bytes *out);

/*
 * The same without a copy: the file's own pages, mapped for reading, or bytes in the arena where a
 * file cannot be mapped; gp_file_unmap ends either.  For files that are replaced, never rewritten,
 * while a run goes on: one cut short meanwhile ends the run with SIGBUS.
 */
bool gp_file_map(const char *path, size_t limit, struct gp_place at, struct gp_arena *a,
	struct gp_diag *d, struct gp_mapped *out);
void gp_file_unmap(struct gp_mapped *m);

/*
 * True when path names something.  One that cannot be looked at counts: opening it says why, where
 * "there is no such file" would be untrue.
 */
bool gp_file_exists(const char *path);

struct gp_output {
	const char *path;
	struct gp_bytes bytes;
};

/*
 * Write files so that a reader sees the old ones or the new ones, never a part: each to a temporary
 * file in its folder, written, synced, closed; when all of them are there, they are renamed, in
 * order.  Every step is checked; on failure the reason is reported, the temporary files are removed
 * and the old files untouched (only a rename that fails after another cannot be taken back).
 * Temporary files that a killed run left beside a target are removed first.
 *
 * A link is followed: the file it leads to is made or replaced.  A replaced file keeps its mode.  A
 * target that is no ordinary file (a pipe, a device) is written straight, and so is /dev/stdout
 * (/dev/fd/N) whatever it is, as a program writes its output: after what is there.
 */
bool gp_files_write(const struct gp_output *files, size_t n, struct gp_diag *d);

/* The same for one file. */
bool gp_file_write(const char *path, struct gp_bytes bytes, struct gp_diag *d);

/* dir + "/" + name in the arena; an absolute name stands alone. */
char *gp_path_join(struct gp_arena *a, const char *dir, const char *name);

/* The folder part of a path, "." when there is none. */
char *gp_path_dir(struct gp_arena *a, const char *path);

#endif
