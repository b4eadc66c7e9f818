/*
 * blank OUTDIR PICTURE.png...
 *
 * Write a plain white picture of the same name and size for each one: what a guide costs without
 * its pictures, all else being the same.
 */
#include <png.h>

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Width and height stand in the first chunk. */
static int size_of(const char *path, png_uint_32 *width, png_uint_32 *height)
{
	unsigned char head[24];
	FILE *f = fopen(path, "rb");
	size_t n = f ? fread(head, 1, sizeof head, f) : 0;

	if (f)
		fclose(f);
	if (n != sizeof head || memcmp(head + 12, "IHDR", 4) != 0)
		return 0;
	*width = png_get_uint_32(head + 16);
	*height = png_get_uint_32(head + 20);
	return 1;
}

static int write_blank(const char *path, png_uint_32 width, png_uint_32 height)
{
	png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, NULL);
	png_infop info = png ? png_create_info_struct(png) : NULL;
	FILE *f = fopen(path, "wb");
	png_bytep row = malloc(width / 8 + 1);
	png_uint_32 y;

	if (!info || !f || !row || setjmp(png_jmpbuf(png)))
		return 0;
	memset(row, 0xff, width / 8 + 1);
	png_init_io(png, f);
	png_set_IHDR(png, info, width, height, 1, PNG_COLOR_TYPE_GRAY, PNG_INTERLACE_NONE,
		PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
	png_write_info(png, info);
	for (y = 0; y < height; y++)
		png_write_row(png, row);
	png_write_end(png, info);
	png_destroy_write_struct(&png, &info);
	free(row);
	return fclose(f) == 0;
}

int main(int argc, char **argv)
{
	png_uint_32 width, height;
	char path[4096];
	const char *slash;
	int i;

	for (i = 2; i < argc; i++) {
		slash = strrchr(argv[i], '/');
		snprintf(path, sizeof path, "%s/%s", argv[1], slash ? slash + 1 : argv[i]);
		if (!size_of(argv[i], &width, &height) || !write_blank(path, width, height)) {
			fprintf(stderr, "blank: %s: cannot read it, or write %s\n", argv[i], path);
			return 1;
		}
	}
	return 0;
}
