/*
 * guidepress: a written exercise guide in, things people print out.  See HACKING.md for a map.
 */
#include "app/run.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/*
 * Standard streams that were closed are opened again: else the first file opened would get the
 * number of one, and messages would go into it.  A folder opened for reading fails as a closed
 * stream does, when it is read and when it is written.
 */
static bool keep_streams(void)
{
	int fd;

	for (fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		if (fcntl(fd, F_GETFD) < 0 && open("/", O_RDONLY) != fd)
			return false;
	}
	return true;
}

/* stdout may be a full disk or closed; that must not look like success. */
static int close_stdout(int status)
{
	if (fflush(stdout) == 0 && !ferror(stdout))
		return status;
	fputs("guidepress: error: cannot write to standard output\n", stderr);
	return 3;
}

int main(int argc, char **argv)
{
	struct gp_options options;

	if (!keep_streams())
		return 3;
	signal(SIGXFSZ, SIG_IGN); /* a file too large for its limit is an error of write() then */
	switch (gp_options_read(argc, argv, &options)) {
	case GP_OPTIONS_DONE:
		return close_stdout(0);
	case GP_OPTIONS_WRONG:
		return 2;
	case GP_OPTIONS_RUN:
		break;
	}
	return close_stdout(gp_run(&options));
}
