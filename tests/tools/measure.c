/*
 * measure RUNS COMMAND [ARGUMENT...]
 *
 * Run a command RUNS times, its output thrown away, and print the median of the processor time it
 * and its children used (user and system, in milliseconds) and the largest memory any of them held
 * at once (in MB), over all runs.  Exit status 1 as soon as the command fails.
 */
#define _DEFAULT_SOURCE /* wait4 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_RUNS 1000

static void become(char **command)
{
	int null = open("/dev/null", O_RDWR);

	if (null < 0 || dup2(null, 0) < 0 || dup2(null, 1) < 0)
		_exit(126);
	execvp(command[0], command);
	perror(command[0]);
	_exit(127);
}

static double milliseconds(struct timeval t)
{
	return (double)t.tv_sec * 1e3 + (double)t.tv_usec / 1e3;
}

/* One run; false when it could not be started or failed. */
static int run(char **command, double *ms, long *peak)
{
	struct rusage use;
	int status;
	pid_t child = fork();

	if (child < 0)
		return 0;
	if (child == 0)
		become(command);
	if (wait4(child, &status, 0, &use) != child || !WIFEXITED(status) || WEXITSTATUS(status))
		return 0;
	*ms = milliseconds(use.ru_utime) + milliseconds(use.ru_stime);
	if (use.ru_maxrss > *peak)
		*peak = use.ru_maxrss;
	return 1;
}

static int by_size(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

int main(int argc, char **argv)
{
	double ms[MAX_RUNS];
	long peak = 0, runs = argc > 2 ? strtol(argv[1], NULL, 10) : 0;

	if (runs < 1 || runs > MAX_RUNS) {
		fprintf(stderr, "usage: measure RUNS COMMAND [ARGUMENT...]\n");
		return 2;
	}
	for (long i = 0; i < runs; i++) {
		if (!run(argv + 2, &ms[i], &peak)) {
			fprintf(stderr, "measure: %s failed\n", argv[2]);
			return 1;
		}
	}
	qsort(ms, (size_t)runs, sizeof ms[0], by_size);
	printf("%.1f %.1f\n", ms[runs / 2], (double)peak / 1024);
	return 0;
}
