/*
 * faults alloc|files|kill HOW_MANY FAULT.SO FOLDER PROGRAM ARGUMENT...
 *
 * Let the program meet one fault after the other and say in TAP how it bore them.  HOW_MANY bounds
 * the trials of each kind, spread over all; 0 makes every one.
 *
 * alloc  each allocation fails once, and each mapping
 * files  each call that has to do with files fails once, in the ways it can
 * kill   the process is killed before or in each such call, and at odd moments by signals
 */
#include "try.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { SHOWN = 5 /* failures told in full */ };

static unsigned n_tests;
static bool failed;
static uint64_t seed;

/* SplitMix64 */
static uint64_t draw(void)
{
	uint64_t z = seed += 0x9e3779b97f4a7c15u;

	z = (z ^ z >> 30) * 0xbf58476d1ce4e5b9u;
	z = (z ^ z >> 27) * 0x94d049bb133111ebu;
	return z ^ z >> 31;
}

/* A group of trials is one test. */
struct group {
	unsigned n, bad;
};

static void count(struct group *g, const char *fault, const char *why)
{
	g->n++;
	if (why && g->bad++ < SHOWN)
		printf("# %s: %s\n", fault, why);
}

static void report(const struct group *g, const char *name)
{
	bool ok = g->n > 0 && g->bad == 0; /* no trial at all: the fault was never met */

	failed |= !ok;
	printf("%sok %u - %s: %u trials\n", ok ? "" : "not ", ++n_tests, name, g->n);
}

/* One fault, from the old file to the verdict. */
static void meet(struct trial *t, struct group *g, const char *fault, struct leave leave)
{
	struct outcome o;

	try_reset(t);
	o = try_run(t, fault, 0, 0);
	count(g, fault, try_judge(t, &o, leave));
	if (leave.strays)
		count(g, fault, try_next_run(t));
}

/* The call fails at its 1st, 2nd, ... time; with a bound, at that many places spread at random. */
static void at_each(struct trial *t, struct group *g, const char *call, const char *how, long bound,
	struct leave leave)
{
	long total = try_count(t, call), step = bound && total > bound ? total / bound : 1, n;
	char fault[64];

	for (n = 1; n <= total; n += step) {
		long at = step > 1 ? n + (long)(draw() % (uint64_t)step) : n;

		snprintf(fault, sizeof fault, "%s:%ld:%s", call, at < total ? at : total, how);
		meet(t, g, fault, leave);
	}
}

static const char *number(int error)
{
	static char text[16];

	snprintf(text, sizeof text, "%d", error);
	return text;
}

/* --- the kinds ------------------------------------------------------------------------------ */

static void no_memory(struct trial *t, long bound)
{
	struct group g = {0};

	at_each(t, &g, "alloc", number(ENOMEM), bound, (struct leave){0});
	report(&g, "an allocation fails");
	g = (struct group){0};
	at_each(t, &g, "mmap", number(ENOMEM), bound, (struct leave){0});
	report(&g, "a mapping fails");
}

static void bad_files(struct trial *t, long bound)
{
	static const struct {
		const char *call;
		int errors[4]; /* -1: a short count */
		struct leave leave;
	} table[] = {
		{"open", {EACCES, EMFILE, EIO}, {0}},
		{"read", {EIO, EINTR, -1}, {0}},
		{"write", {ENOSPC, EIO, EINTR, -1}, {0}},
		{"fsync", {EIO, ENOSPC}, {0}},
		{"close", {EIO, ENOSPC, EINTR}, {0}},
		{"fstat", {EIO}, {0}},
		{"stat", {EIO, EACCES}, {0}},
		{"lstat", {EIO, EACCES}, {0}},
		{"rename", {EACCES, EROFS, ENOENT}, {.renamed = true}},
		{"flock", {ENOLCK, EWOULDBLOCK}, {.strays = true}},
		{"dup", {EMFILE}, {0}},
		{"opendir", {EMFILE}, {0}},
		{"readlink", {EACCES, ENOENT}, {0}},
		{"fchmod", {EPERM, EIO}, {0}},
	};
	size_t i, k;
	char name[32];

	for (i = 0; i < sizeof table / sizeof *table; i++) {
		struct group g = {0};

		for (k = 0; k < 4 && table[i].errors[k]; k++)
			at_each(t, &g, table[i].call,
				table[i].errors[k] < 0 ? "short" : number(table[i].errors[k]),
				bound, table[i].leave);
		snprintf(name, sizeof name, "%s fails", table[i].call);
		report(&g, name);
	}
}

static void killed_in_calls(struct trial *t, long bound)
{
	static const char *const calls[] = {"open", "write", "fsync", "close", "rename", "flock"};
	struct group g = {0};
	size_t i;

	for (i = 0; i < sizeof calls / sizeof *calls; i++)
		at_each(t, &g, calls[i], "kill", bound,
			(struct leave){.killed = true, .strays = true});
	report(&g, "killed in a call");
}

static void killed_by_signals(struct trial *t, long bound)
{
	static const int signals[] = {SIGKILL, SIGTERM, SIGINT, SIGHUP};
	struct leave leave = {.killed = true, .strays = true};
	struct group g = {0};
	char name[64];
	long i;

	for (i = 0; i < bound; i++) {
		int sig = signals[i % 4];
		long us = (long)(draw() % (uint64_t)(t->usual_us + 1));
		struct outcome o;

		snprintf(name, sizeof name, "signal %d after %ld us", sig, us);
		try_reset(t);
		o = try_run(t, NULL, sig, us);
		count(&g, name, try_judge(t, &o, leave));
	}
	count(&g, "after all of them", try_next_run(t));
	report(&g, "killed by a signal at an odd moment");
}

int main(int argc, char **argv)
{
	const char *given = getenv("SEED");
	struct trial t = {0};
	long bound;

	if (argc < 6) {
		fprintf(stderr, "usage: faults KIND HOW_MANY FAULT.SO FOLDER PROGRAM ...\n");
		return 2;
	}
	seed = given ? strtoull(given, NULL, 10) : (uint64_t)time(NULL);
	printf("# SEED=%llu\n", (unsigned long long)seed);
	bound = strtol(argv[2], NULL, 10);
	try_begin(&t, argv + 3);
	if (strcmp(argv[1], "alloc") == 0)
		no_memory(&t, bound);
	else if (strcmp(argv[1], "files") == 0)
		bad_files(&t, bound);
	else if (strcmp(argv[1], "kill") == 0) {
		killed_in_calls(&t, bound);
		killed_by_signals(&t, bound ? bound * 4 : 400);
	}
	printf("1..%u\n", n_tests);
	return failed;
}
