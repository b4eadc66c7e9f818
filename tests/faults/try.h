/*
 * Running the program under test with a fault, and judging what came of it.
 *
 * A trial has a folder of its own with one file in it, the target, holding the words of an old run.
 * Whatever fails, afterwards there must be one of two things: the target as it was, status 3 and
 * one line on stderr; or the target as a run without faults makes it, status 0 and silence.
 */
#ifndef TEST_FAULTS_TRY_H
#define TEST_FAULTS_TRY_H

#include <stdbool.h>
#include <stddef.h>

struct trial {
	char **command;      /* program and arguments; "-o TARGET" is put at the end */
	const char *preload; /* fault.so */
	const char *folder;  /* absolute */
	char *target;        /* in it */
	char *whole;         /* the bytes of a run without faults */
	size_t n_whole;
	long usual_us; /* how long it takes */
	char *counts;  /* of the calls in it */
};

struct outcome {
	int status; /* exit status, or minus the signal */
	bool is_late;
	char said[2048]; /* on stderr */
};

/* What a trial may end in besides the two above. */
struct leave {
	bool killed;  /* the process was to die */
	bool renamed; /* the new file has its name, what should follow it has not */
	bool strays;  /* temporary files may stay until the next run */
};

/* Prepare; the whole file is made and kept.  Says what is wrong and ends the test when it cannot.
 */
void try_begin(struct trial *t, char **argv);

/* How often a run without faults calls CALL of fault.c. */
long try_count(const struct trial *t, const char *call);

/* Put the old file back and nothing else. */
void try_reset(const struct trial *t);

/* Run once; `fault` as in fault.c, NULL for none.  `sig` is sent after `us` microseconds unless 0.
 */
struct outcome try_run(const struct trial *t, const char *fault, int sig, long us);

/* NULL when the outcome is one of those allowed, else what is wrong with it (static storage). */
const char *try_judge(const struct trial *t, const struct outcome *o, struct leave leave);

/* The next run, without a fault: it makes the whole file, and nothing else is in the folder. */
const char *try_next_run(const struct trial *t);

#endif
