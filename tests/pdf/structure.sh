#!/bin/sh
# What the guide says is in the booklet, once each, in the order a screen reader meets it.
set -u
. tests/tools/tap.sh
. tests/tools/dist.sh
. tests/tools/structure.sh
need node 'the order of the words'
booklet=dist/$TEST_NAME-booklet.pdf

tree=${TMPDIR:-/tmp}/tree
structure_of "$booklet" "$tree"
compare() { # GUIDE
	node tests/pdf/pdfjs/structure.js "$1" "$tree"
}

tap_silent "$booklet says what the guide says, in order" compare "$TEST_GUIDE"

outline=${TMPDIR:-/tmp}/outline
mutool show "$booklet" outline >"$outline"
tap_silent 'every title of the guide is a bookmark' node tests/pdf/pdfjs/bookmarks.js "$TEST_GUIDE" "$outline"

# and the test notices when it does not
other=${TMPDIR:-/tmp}/other.json
sed 's/"title": "\([A-Z]\)/"title": "Never said \1/' "$TEST_GUIDE" >"$other"
compare "$other" >"$other.out"
tap_ok 'a guide that says something else is told apart' grep -q 'missing: Never said' "$other.out"
tap_end
