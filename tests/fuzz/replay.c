/*
 * Feeds a fuzz target the files of its corpus, one TAP line each, so that what fuzzing once found
 * stays mended under every compiler.  The corpus is found by the program's own name.
 */
#include "fuzz/fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int is_ordinary(const struct dirent *e)
{
	return e->d_name[0] != '.';
}

/* A block of exactly the file's size, so that the sanitizers see reading past its end. */
static uint8_t *read_all(const char *path, size_t *size)
{
	FILE *f = fopen(path, "rb");
	long end;
	uint8_t *data = NULL;

	if (!f)
		return NULL;
	if (fseek(f, 0, SEEK_END) == 0 && (end = ftell(f)) >= 0 && fseek(f, 0, SEEK_SET) == 0) {
		*size = (size_t)end;
		data = malloc(*size ? *size : 1);
		if (data && fread(data, 1, *size, f) != *size) {
			free(data);
			data = NULL;
		}
	}
	fclose(f);
	return data;
}

static int feed(const char *folder, const char *name, int number)
{
	char path[8192];
	size_t size = 0;
	uint8_t *data;

	snprintf(path, sizeof path, "%s/%s", folder, name);
	data = read_all(path, &size);
	if (!data) {
		printf("not ok %d - %s cannot be read\n", number, path);
		return 1;
	}
	LLVMFuzzerTestOneInput(data, size);
	free(data);
	printf("ok %d - %s\n", number, path);
	fflush(stdout);
	return 0;
}

int main(int argc, char **argv)
{
	const char *slash = argc > 0 ? strrchr(argv[0], '/') : NULL;
	const char *name = slash ? slash + 1 : "";
	char folder[4000];
	struct dirent **files;
	int n, failed = 0;

	snprintf(folder, sizeof folder, "tests/fuzz/corpus/%s", name);
	n = scandir(folder, &files, is_ordinary, alphasort);
	if (n <= 0) {
		printf("1..0 # SKIP no corpus in %s\n", folder);
		return 0;
	}
	printf("1..%d\n", n);
	fflush(stdout);
	for (int i = 0; i < n; i++) {
		failed += feed(folder, files[i]->d_name, i + 1);
		free(files[i]);
	}
	free(files);
	return failed > 0;
}
