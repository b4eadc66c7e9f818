/*
 * border PIXELS <PAGES.pgm
 *
 * Read grey pictures (binary PGM, one after the other) and report each that is not white in its
 * outer PIXELS rows and columns.  Exit status 0 when all are, 1 when one is not, 2 when there is
 * none or the input is no PGM.
 */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

struct page {
	size_t w, h;
	uint8_t *grey;
};

/* A number of the PGM head, past blanks and comments; 0 on anything else. */
static size_t read_number(FILE *in)
{
	size_t n = 0;
	int c = getc(in);

	while (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '#') {
		if (c == '#')
			while (c != '\n' && c != EOF)
				c = getc(in);
		c = getc(in);
	}
	for (; c >= '0' && c <= '9' && n < 100000; c = getc(in))
		n = n * 10 + (size_t)(c - '0');
	return n;
}

/* 1 when a page was read, 0 at the end, -1 on something else. */
static int read_page(FILE *in, struct page *p)
{
	int c = getc(in);

	if (c == EOF)
		return 0;
	if (c != 'P' || getc(in) != '5')
		return -1;
	p->w = read_number(in);
	p->h = read_number(in);
	if (read_number(in) != 255 || p->w == 0 || p->h == 0)
		return -1;
	p->grey = malloc(p->w * p->h);
	if (!p->grey || fread(p->grey, 1, p->w * p->h, in) != p->w * p->h)
		return -1;
	return 1;
}

static bool is_white(const struct page *p, size_t border, size_t *x, size_t *y)
{
	for (*y = 0; *y < p->h; (*y)++) {
		bool edge = *y < border || *y + border >= p->h;

		for (*x = 0; *x < p->w; (*x)++) {
			if ((edge || *x < border || *x + border >= p->w) &&
				p->grey[*y * p->w + *x] != 255)
				return false;
		}
	}
	return true;
}

int main(int argc, char **argv)
{
	long border = argc == 2 ? strtol(argv[1], NULL, 10) : 0;
	struct page p = {0};
	int n = 0, bad = 0, more;
	size_t x, y;

	if (border <= 0)
		return 2;
	while ((more = read_page(stdin, &p)) == 1) {
		n++;
		if (!is_white(&p, (size_t)border, &x, &y)) {
			printf("page %d: ink at %zu, %zu of %zu x %zu pixels\n", n, x, y, p.w, p.h);
			bad++;
		}
		free(p.grey);
	}
	if (more < 0 || n == 0) {
		fprintf(stderr, "border: no binary PGM with 255 greys\n");
		return 2;
	}
	return bad > 0;
}
