/*
 * Writes the sample of tests/pdf/sample.h to a file.  With --cmyk as CMYK, with --font FILE in a
 * font of choice.
 */
#include "pdf/sample.h"

#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	struct sample s;
	struct gp_bytes out;
	int i;

	sample_init(&s);
	for (i = 1; i < argc - 1; i++) {
		if (strcmp(argv[i], "--cmyk") == 0)
			s.options = (struct gp_pdf_options){.cmyk = true};
		if (strcmp(argv[i], "--font") == 0)
			s.regular = gp_fonts_open(s.fonts, argv[++i], GP_NOWHERE);
	}
	sample_fill(&s);
	if (argc < 2 || s.regular < 0 || !sample_make(&s, &out) ||
		!gp_file_write(argv[argc - 1], out, s.diag)) {
		gp_diag_print(s.diag, stderr);
		return EXIT_FAILURE;
	}
	sample_done(&s);
	return EXIT_SUCCESS;
}
