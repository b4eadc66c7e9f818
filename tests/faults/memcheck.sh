#!/bin/sh
# valgrind's memcheck has nothing to say, and no memory is lost.
set -u
. tests/tools/tap.sh
. tests/faults/kit.sh

memcheck() { # COMMAND [OPTION...]
	# shellcheck disable=SC2086 # words
	valgrind -q --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite \
		--show-leak-kinds=definite --track-fds=no "$program" "$@" $with -o "$work/checked.pdf" &&
		press "$@" -o "$work/plain.pdf" && cmp "$work/checked.pdf" "$work/plain.pdf"
}

tap_silent 'a booklet under memcheck' memcheck booklet
tap_silent 'a poster under memcheck' memcheck poster
tap_end
