#!/bin/sh
# MuPDF rewrites and draws every file without a warning.
set -u
. tests/tools/tap.sh
. tests/tools/dist.sh
need mutool mutool

clean() { # FILE
	mutool clean "$1" "${TMPDIR:-/tmp}/clean.pdf" 2>&1
}
draw() { # FILE
	# Debian builds MuPDF without colour management and it says so
	mutool draw -q -r 48 -o /dev/null -F pnm "$1" 2>&1 | grep -v 'ICC support is not available'
	return 0
}

for file in $pdfs $second; do
	tap_silent "mutool clean $file" clean "$file"
	tap_silent "mutool draw $file" draw "$file"
done
tap_end
