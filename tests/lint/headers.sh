#!/bin/sh
# Every header compiles alone and has the guard named after its path.
set -u
. tests/tools/tap.sh

guarded() { # FILE
	guard=GP_$(printf '%s' "${1#src/}" | tr 'a-z/.-' 'A-Z___')
	grep -q "^#ifndef $guard\$" "$1" && grep -q "^#define $guard\$" "$1" ||
		echo "$1: the guard is not $guard"
}

compiles() { # FILE
	# the flags hold quoted words, as the Makefile writes them
	printf '#include "%s"\n' "${1#src/}" |
		eval "${TEST_CC:-cc} ${TEST_CPPFLAGS:--Isrc} -std=c11 -Wall -Wextra -Wpedantic -fsyntax-only -x c -"
}

look() { # FILE
	guarded "$1"
	compiles "$1"
}

for file in $(find src -name '*.h' | sort); do
	tap_silent "$file compiles alone and is guarded" look "$file"
done
tap_end
