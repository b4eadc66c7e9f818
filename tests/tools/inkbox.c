/*
 * inkbox <PAGES.pgm
 *
 * Read grey pictures (binary PGM, one after the other) and print for each the box of its ink:
 * left, top, right and bottom edge in pixels, "none" for a white page.  Ink is darker than middle
 * grey.  Exit status 0, 2 when there is no picture or the input is no PGM.
 */
#include <stdio.h>

static int read_number(FILE *in)
{
	int c = getc(in), n = 0;

	while (c == ' ' || c == '\n' || c == '\t' || c == '\r')
		c = getc(in);
	for (; c >= '0' && c <= '9' && n < 100000; c = getc(in))
		n = n * 10 + c - '0';
	return n;
}

/* 1: a picture was read, 0: the end, -1: no PGM. */
static int one_page(FILE *in)
{
	int c = getc(in), w, h, x, y, left, top = -1, right = -1, bottom = -1;

	if (c == EOF)
		return 0;
	if (c != 'P' || getc(in) != '5')
		return -1;
	w = read_number(in);
	h = read_number(in);
	left = w;
	if (w == 0 || h == 0 || read_number(in) != 255)
		return -1;
	for (y = 0; y < h; y++) {
		for (x = 0; x < w; x++) {
			c = getc(in);
			if (c == EOF)
				return -1;
			if (c >= 128)
				continue;
			left = x < left ? x : left;
			right = x > right ? x : right;
			top = top < 0 ? y : top;
			bottom = y;
		}
	}
	if (top < 0)
		puts("none");
	else
		printf("%d %d %d %d\n", left, top, right + 1, bottom + 1);
	return 1;
}

int main(void)
{
	int more, n = 0;

	while ((more = one_page(stdin)) > 0)
		n++;
	if (more < 0 || n == 0)
		fputs("inkbox: no PGM\n", stderr);
	return more < 0 || n == 0 ? 2 : 0;
}
