/*
 * See try.h.
 */
#define _DEFAULT_SOURCE
#include "try.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { LATE_US = 30 * 1000000, STEP_US = 200, MAX_ARGS = 64 };

static const char old_words[] = "the file of an earlier run\n";

static void die(const char *what)
{
	printf("Bail out! %s: %s\n", what, strerror(errno));
	exit(1);
}

static char *join(const char *folder, const char *name)
{
	size_t len = strlen(folder) + strlen(name) + 2;
	char *path = malloc(len);

	if (!path)
		die("memory");
	snprintf(path, len, "%s/%s", folder, name);
	return path;
}

/* The whole of a file, NULL when there is none. */
static char *load(const char *path, size_t *n)
{
	FILE *in = fopen(path, "rb");
	char *bytes = NULL;
	long len;

	if (!in)
		return NULL;
	if (fseek(in, 0, SEEK_END) == 0 && (len = ftell(in)) >= 0 && fseek(in, 0, SEEK_SET) == 0 &&
		(bytes = malloc((size_t)len + 1)) != NULL)
		*n = fread(bytes, 1, (size_t)len, in);
	fclose(in);
	return bytes;
}

static void store(const char *path, const char *words)
{
	FILE *out = fopen(path, "wb");

	if (!out || fputs(words, out) < 0 || fclose(out) != 0)
		die(path);
}

/* Names in the folder but the target's; the first of them in `name`. */
static size_t others(const struct trial *t, bool remove_them, char name[256])
{
	DIR *d = opendir(t->folder);
	struct dirent *e;
	size_t n = 0;
	char *path;

	if (!d)
		die(t->folder);
	while ((e = readdir(d)) != NULL) {
		if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0 ||
			strcmp(e->d_name, strrchr(t->target, '/') + 1) == 0)
			continue;
		if (n++ == 0)
			snprintf(name, 256, "%s", e->d_name);
		path = join(t->folder, e->d_name);
		if (remove_them)
			unlink(path);
		free(path);
	}
	closedir(d);
	return n;
}

void try_reset(const struct trial *t)
{
	char name[256];

	others(t, true, name);
	store(t->target, old_words);
}

static long microseconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (long)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static void nap(long us)
{
	struct timespec t = {us / 1000000, us % 1000000 * 1000};

	nanosleep(&t, NULL);
}

/* In the child: become the program. */
static void become(const struct trial *t, const char *fault, int err)
{
	char *argv[MAX_ARGS], option[] = "-o";
	size_t n;

	for (n = 0; t->command[n] && n < MAX_ARGS - 3; n++)
		argv[n] = t->command[n];
	argv[n++] = option;
	argv[n++] = t->target;
	argv[n] = NULL;
	if (fault) {
		setenv("FAULT", fault, 1);
		setenv("LD_PRELOAD", t->preload, 1);
	}
	dup2(err, STDERR_FILENO);
	dup2(err, STDOUT_FILENO);
	close(err);
	execv(argv[0], argv);
	_exit(127);
}

/* Wait until the child ends, is killed by us as asked, or is late. */
static void wait_for(pid_t pid, int sig, long us, struct outcome *o)
{
	long start = microseconds(), spent;
	int status;

	while (waitpid(pid, &status, sig || us ? WNOHANG : 0) == 0) {
		spent = microseconds() - start;
		if (sig && spent >= us) {
			kill(pid, sig);
			sig = 0;
		} else if (spent > LATE_US) {
			o->is_late = true;
			kill(pid, SIGKILL);
		}
		nap(STEP_US);
	}
	o->status = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

/* A plain wait, with an alarm against a program that hangs. */
static pid_t watched;
static void too_late(int sig)
{
	(void)sig;
	kill(watched, SIGKILL);
}

struct outcome try_run(const struct trial *t, const char *fault, int sig, long us)
{
	struct outcome o = {0};
	char *err = join(t->folder, "../said");
	int fd = open(err, O_RDWR | O_CREAT | O_TRUNC, 0600);
	long start = microseconds();
	ssize_t n;

	if (fd < 0)
		die(err);
	fflush(stdout);
	watched = fork();
	if (watched < 0)
		die("fork");
	if (watched == 0)
		become(t, fault, fd);
	signal(SIGALRM, too_late);
	alarm(LATE_US / 1000000);
	wait_for(watched, sig, us, &o);
	alarm(0);
	o.is_late |= microseconds() - start >= LATE_US;
	n = pread(fd, o.said, sizeof o.said - 1, 0);
	o.said[n > 0 ? n : 0] = '\0';
	close(fd);
	free(err);
	return o;
}

static bool holds(const struct trial *t, const char *bytes, size_t len)
{
	size_t n = 0;
	char *now = load(t->target, &n);
	bool same = now && n == len && memcmp(now, bytes, n) == 0;

	free(now);
	return same;
}

/* One line that says it is an error. */
static bool is_one_message(const char *said)
{
	const char *end = strchr(said, '\n');

	return end && end[1] == '\0' && strstr(said, "error: ");
}

/* What is wrong with the file and the message, given the status. */
static const char *contradiction(const struct trial *t, const struct outcome *o, struct leave leave)
{
	bool is_old = holds(t, old_words, sizeof old_words - 1);
	bool is_new = holds(t, t->whole, t->n_whole);

	if (!is_old && !is_new)
		return "the file is neither the old nor the new one";
	if (o->status < 0)
		return leave.killed ? NULL : "the program crashed";
	if (o->status == 0)
		return !is_new      ? "status 0, but the file is the old one"
		       : o->said[0] ? "status 0, but something was said"
				    : NULL;
	if (o->status != 3)
		return "the exit status is not 3";
	if (!is_old && !leave.renamed)
		return "status 3, but the file is a new one";
	return is_one_message(o->said) ? NULL : "status 3, but not one line that says why";
}

const char *try_judge(const struct trial *t, const struct outcome *o, struct leave leave)
{
	static char text[4096];
	char stray[256];
	const char *why;

	if (o->is_late)
		why = "the program hung";
	else if (!leave.strays && others(t, false, stray))
		why = "a temporary file was left";
	else
		why = contradiction(t, o, leave);
	if (!why)
		return NULL;
	snprintf(text, sizeof text, "%s (status %d, said: %s)", why, o->status, o->said);
	return text;
}

const char *try_next_run(const struct trial *t)
{
	struct outcome o = try_run(t, NULL, 0, 0);
	const char *why = try_judge(t, &o, (struct leave){0});

	return why ? why : o.status ? "the next run failed" : NULL;
}

long try_count(const struct trial *t, const char *call)
{
	size_t len = strlen(call);
	const char *line;

	for (line = t->counts; line; line = strchr(line, '\n')) {
		line += *line == '\n';
		if (strncmp(line, call, len) == 0 && line[len] == ' ')
			return strtol(line + len, NULL, 10);
	}
	return 0;
}

/* A run that fails in nothing, but is counted. */
static void count_calls(struct trial *t)
{
	char *path = join(t->folder, "../count");
	size_t n = 0;

	setenv("FAULT_COUNT", path, 1);
	try_run(t, "none:0:0", 0, 0);
	unsetenv("FAULT_COUNT");
	t->counts = load(path, &n);
	if (!t->counts || n == 0)
		die("the preloaded library did not count");
	t->counts[n] = '\0';
	unlink(path);
	free(path);
}

void try_begin(struct trial *t, char **argv)
{
	struct outcome o;
	long start;

	t->preload = argv[0];
	t->folder = argv[1];
	t->command = argv + 2;
	t->target = join(t->folder, "target.pdf");
	try_reset(t);
	start = microseconds();
	o = try_run(t, NULL, 0, 0);
	t->usual_us = microseconds() - start;
	t->whole = load(t->target, &t->n_whole);
	if (o.status != 0 || !t->whole || t->n_whole < 1000) {
		printf("Bail out! a run without faults ended with status %d: %s\n", o.status,
			o.said);
		exit(1);
	}
	count_calls(t);
}
