/*
 * watch FOLDER... -- MAKE [ARGUMENT...]
 *
 * Run MAKE now and whenever a file in the folders, or in folders in them, was saved, until ctrl-C.
 *
 * Saves that follow each other at once, as those of an editor that writes beside and renames, are
 * gathered into one run.  What is saved while MAKE runs starts it again afterwards.  It is told by
 * "-W FILE" what was saved: to go by times alone would miss a file that was saved after it was read
 * and before what is made of it was written.
 *
 * Linux only (inotify, signalfd).
 */
#define _GNU_SOURCE
#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	QUIET_MS = 25,  /* without a save: the burst is over */
	BURST_MS = 75,  /* and a longer one is not waited for */
	AGAIN_MS = 200, /* between looks for a folder that has gone */
	MAX_SAVED = 64, /* names told to MAKE; of more it finds most by their times */
	MAX_DEPTH = 8,
	EVENTS = IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE |
		 IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR
};

static struct {
	int events, signals;
	char **roots, **command;
	size_t n_roots, n_command;
	char **folder; /* by watch number */
	int n_folders;
	char *saved[MAX_SAVED];
	size_t n_saved;
	bool is_changed, is_gone, is_over;
	sigset_t usual;
	pid_t child; /* 0: none */
	long started;
} w;

static void die(const char *what)
{
	fprintf(stderr, "watch: %s: %s\n", what, strerror(errno));
	exit(1);
}

static long now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static char *join(const char *folder, const char *name)
{
	char *path;

	if (asprintf(&path, "%s/%s", folder, name) < 0)
		die("memory");
	return path;
}

/* --- folders -------------------------------------------------------------------------------- */

static void add_folder(const char *path, int depth);

static void add_folders_in(const char *path, int depth)
{
	DIR *d = opendir(path);
	struct dirent *e;
	char *sub;

	if (!d)
		return;
	while ((e = readdir(d)) != NULL) {
		if (e->d_type != DT_DIR || e->d_name[0] == '.')
			continue;
		sub = join(path, e->d_name);
		add_folder(sub, depth + 1);
		free(sub);
	}
	closedir(d);
}

/* Numbers are given out one after the other and never twice. */
static void remember(int number, const char *path)
{
	int n;

	if (number >= w.n_folders) {
		n = number * 2 + 16;
		w.folder = realloc(w.folder, (size_t)n * sizeof *w.folder);
		if (!w.folder)
			die("memory");
		memset(w.folder + w.n_folders, 0, (size_t)(n - w.n_folders) * sizeof *w.folder);
		w.n_folders = n;
	}
	free(w.folder[number]);
	w.folder[number] = strdup(path);
}

/* Watched already is fine: the number stays. */
static void add_folder(const char *path, int depth)
{
	int number = inotify_add_watch(w.events, path, EVENTS);

	if (number < 0 && depth == 0)
		w.is_gone = true;
	if (number < 0)
		return;
	remember(number, path);
	if (depth < MAX_DEPTH)
		add_folders_in(path, depth);
}

static void add_all(void)
{
	size_t i;

	w.is_gone = false;
	for (i = 0; i < w.n_roots; i++)
		add_folder(w.roots[i], 0);
}

/* --- events --------------------------------------------------------------------------------- */

/* What editors keep for themselves: hidden files, backups, vim's test file. */
static bool is_private(const char *name)
{
	size_t n = strlen(name);

	return n == 0 || name[0] == '.' || name[0] == '#' || name[n - 1] == '~' ||
	       strcmp(name, "4913") == 0;
}

static void note_saved(const char *folder, const char *name)
{
	char *path = join(folder, name);
	size_t i;

	for (i = 0; i < w.n_saved && strcmp(w.saved[i], path) != 0; i++)
		;
	if (i < w.n_saved || i == MAX_SAVED)
		free(path);
	else
		w.saved[w.n_saved++] = path;
}

static void note(const struct inotify_event *e)
{
	const char *folder = e->wd >= 0 && e->wd < w.n_folders ? w.folder[e->wd] : NULL;
	const char *name = e->len ? e->name : "";

	if (e->mask & (IN_IGNORED | IN_DELETE_SELF | IN_MOVE_SELF))
		w.is_gone = true;
	if (e->mask & IN_Q_OVERFLOW)
		w.is_changed = true;
	if (!folder || is_private(name))
		return;
	if (e->mask & IN_ISDIR) {
		w.is_changed = true;
		add_all();
	} else if (e->mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) {
		w.is_changed = true;
		note_saved(folder, name);
	} else if (e->mask & (IN_DELETE | IN_MOVED_FROM)) {
		w.is_changed = true;
	}
}

static void take_events(void)
{
	_Alignas(struct inotify_event) char buf[16 * 1024];
	ssize_t n = read(w.events, buf, sizeof buf);
	size_t at, have = n > 0 ? (size_t)n : 0;
	const struct inotify_event *e;

	for (at = 0; at < have; at += sizeof *e + e->len) {
		e = (const void *)(buf + at);
		note(e);
	}
}

/* --- MAKE ----------------------------------------------------------------------------------- */

static void become_make(void)
{
	char **argv = calloc(w.n_command + 2 * w.n_saved + 1, sizeof *argv), option[] = "-W";
	size_t i, n = w.n_command;

	if (!argv)
		_exit(127);
	memcpy(argv, w.command, n * sizeof *argv);
	for (i = 0; i < w.n_saved; i++) {
		argv[n++] = option;
		argv[n++] = w.saved[i];
	}
	setpgid(0, 0);
	sigprocmask(SIG_SETMASK, &w.usual, NULL);
	execvp(argv[0], argv);
	fprintf(stderr, "watch: %s: %s\n", argv[0], strerror(errno));
	_exit(127);
}

static void start(void)
{
	w.started = now_ms();
	fflush(stdout);
	w.child = fork();
	if (w.child < 0)
		die("fork");
	if (w.child == 0)
		become_make();
	setpgid(w.child, w.child); /* by whoever of the two comes first */
	while (w.n_saved > 0)
		free(w.saved[--w.n_saved]);
	w.is_changed = false;
}

static void take_end(void)
{
	long spent = now_ms() - w.started;
	int status;

	if (!w.child || waitpid(w.child, &status, WNOHANG) != w.child)
		return;
	w.child = 0;
	if (w.is_over)
		return;
	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		printf("watch: all made, %ld.%02ld s\n", spent / 1000, spent % 1000 / 10);
	else
		printf("watch: not made; what was there stays\n");
	fflush(stdout);
}

/* --- the loop ------------------------------------------------------------------------------- */

static void take_signals(void)
{
	struct signalfd_siginfo s;

	while (read(w.signals, &s, sizeof s) == (ssize_t)sizeof s) {
		if (s.ssi_signo == SIGCHLD)
			take_end();
		else
			w.is_over = true;
	}
}

/* Wait at most ms (-1: for ever) for anything; true when something came from the folders. */
static bool wait_ms(int ms)
{
	struct pollfd p[] = {
		{.fd = w.events, .events = POLLIN}, {.fd = w.signals, .events = POLLIN}};
	bool came;

	if (poll(p, 2, ms) < 0 && errno != EINTR)
		die("poll");
	came = p[0].revents != 0;
	if (came)
		take_events();
	if (p[1].revents)
		take_signals();
	return came;
}

/* The first save of a burst is there: wait for the rest of it. */
static void gather(void)
{
	long end = now_ms() + BURST_MS, left;

	while (!w.is_over && (left = end - now_ms()) > 0 &&
		wait_ms(left < QUIET_MS ? (int)left : QUIET_MS))
		;
}

static void look_again(void)
{
	add_all();
	w.is_changed |= !w.is_gone; /* what it holds now may be new */
}

static void loop(void)
{
	while (!w.is_over) {
		wait_ms(w.is_gone ? AGAIN_MS : -1);
		if (w.is_gone)
			look_again();
		if (w.is_changed && !w.child) {
			gather();
			if (!w.is_over)
				start();
		}
	}
}

/* MAKE and all that it runs are a process group, so that nothing of it stays behind. */
static void stop_child(void)
{
	if (!w.child)
		return;
	kill(-w.child, SIGTERM);
	while (w.child)
		wait_ms(-1);
}

static void open_all(void)
{
	sigset_t ours;

	sigemptyset(&ours);
	sigaddset(&ours, SIGCHLD);
	sigaddset(&ours, SIGINT);
	sigaddset(&ours, SIGTERM);
	sigaddset(&ours, SIGHUP);
	sigprocmask(SIG_BLOCK, &ours, &w.usual);
	w.signals = signalfd(-1, &ours, SFD_CLOEXEC | SFD_NONBLOCK);
	w.events = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
	if (w.signals < 0 || w.events < 0)
		die("cannot watch");
}

int main(int argc, char **argv)
{
	int i;

	for (i = 1; i < argc && strcmp(argv[i], "--") != 0; i++)
		;
	if (i < 2 || i >= argc - 1) {
		fprintf(stderr, "usage: watch FOLDER... -- MAKE [ARGUMENT...]\n");
		return 2;
	}
	w.roots = argv + 1;
	w.n_roots = (size_t)i - 1;
	w.command = argv + i + 1;
	w.n_command = (size_t)(argc - i) - 1;
	open_all();
	add_all();
	if (w.is_gone)
		die("a folder cannot be watched");
	start();
	loop();
	stop_child();
	printf("watch: ended\n");
	return 0;
}
