#!/bin/sh
# Scripts parse under the plainest shell at hand, and the Makefiles under make.
set -u
. tests/tools/tap.sh
for file in $(find tests images -name '*.sh' -not -path '*/node_modules/*' | sort); do
	tap_silent "$file parses" sh -n "$file"
done
[ ! -f .ci/run ] || tap_silent '.ci/run parses' bash -n .ci/run
tap_end
