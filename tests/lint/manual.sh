#!/bin/sh
# The manual pages are correct mdoc.
set -u
. tests/tools/tap.sh
if ! command -v mandoc >/dev/null; then
	tap_skip 'manual pages' 'no mandoc'
	tap_end
fi
found=
for page in man/*.[1-9]; do
	[ -f "$page" ] || continue
	found=yes
	tap_silent "$page" mandoc -T lint -W warning "$page"
done
[ "$found" ] || tap_skip 'manual pages' 'there are none'
tap_end
