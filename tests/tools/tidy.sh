#!/bin/sh
# clang-tidy over src/ with the checks of tests/lint/clang-tidy, two files at a time; says nothing
# when all is well.  Takes minutes, so it is run by .ci/run and by hand, not by `make test`.
set -u
# the flags hold quoted words, as the Makefile writes them
eval "set -- ${TEST_CPPFLAGS:--Isrc} -std=c11"
# malloc.c defines what the C library's header declares, with other names for the parameters
names=-readability-inconsistent-declaration-parameter-name
status=0
find src -name '*.c' ! -name malloc.c -print0 | sort -z |
	xargs -0 -P 2 -I '{}' clang-tidy --quiet --config-file=tests/lint/clang-tidy '{}' -- "$@" 2>/dev/null ||
	status=1
clang-tidy --quiet --config-file=tests/lint/clang-tidy --checks="$names" src/base/malloc.c -- "$@" 2>/dev/null ||
	status=1
exit "$status"
