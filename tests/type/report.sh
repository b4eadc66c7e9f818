#!/bin/sh
# The report: good JSON with the promised keys, and ink that agrees with the rendered pages.
set -u
. tests/tools/tap.sh
. tests/type/kit.sh
need node 'the report'

tap_ok 'the report is made' sh -c '"$1" check --report=json "$2" --images "$3" >"$4"' - \
	"$GUIDEPRESS" "$TEST_GUIDE" "$BUILD_TREE/images" "$work/report.json"
tap_ok 'as tables too' "$GUIDEPRESS" check --report "$TEST_GUIDE" --images "$BUILD_TREE/images"
tap_ok 'the guide is pressed' "$GUIDEPRESS" booklet "$TEST_GUIDE" --images "$BUILD_TREE/images" \
	-o "$work/b.pdf"
pdftoppm -r 150 -gray "$work/b.pdf" "$work/p"
tap_silent 'keys, sums and ink' node tests/type/report.js "$work"
tap_end
