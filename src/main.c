/*
 * guidepress: a written exercise guide in, things people print out.  See src/README.md for a map.
 */
#include "app/run.h"

int main(int argc, char **argv)
{
	struct gp_options options;

	switch (gp_options_read(argc, argv, &options)) {
	case GP_OPTIONS_DONE:
		return 0;
	case GP_OPTIONS_WRONG:
		return 2;
	case GP_OPTIONS_RUN:
		break;
	}
	return gp_run(&options);
}
