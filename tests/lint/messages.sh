#!/bin/sh
# Every message of the program is met by a test or a golden file.
set -u
. tests/tools/tap.sh
tests=$(find tests/unit tests/prop tests/golden tests/pdf tests/type tests/images tests/faults \
	-name '*.err' -o -name '*.sh' -o -name '*.[ch]' | sort)
for table in src/base/messages/*.def; do
	# shellcheck disable=SC2086 # a list of files
	[ "${table##*/}" = all.def ] ||
		tap_silent "every message of ${table##*/} is in a test" node tests/tools/messages.js "$table" $tests
done
tap_end
