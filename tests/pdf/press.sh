#!/bin/sh
# Sheets and tiles read aloud like the pages they were made of, whichever way they are printed, and
# are as accessible.
set -u
. tests/tools/tap.sh
work=${TMPDIR:-/tmp}
command -v node >/dev/null && command -v qpdf >/dev/null || {
	tap_skip 'sheets and tiles read like pages' 'no node or no qpdf'
	tap_end
}

make() { # OUT COMMAND [OPTION...]
	out=$1 command=$2
	shift 2
	"$GUIDEPRESS" "$command" "$TEST_GUIDE" "$@" --images "$BUILD_TREE/images" -o "$work/$out" \
		>"$work/$out.log" 2>&1 || cat "$work/$out.log"
}

aloud() { # FILE, once
	[ -e "$work/$1.txt" ] || node tests/pdf/uacheck/aloud.js "$work/$1" >"$work/$1.txt"
}

reads_like() { # PLAIN SHEETS
	aloud "$1" && aloud "$2" || return
	[ "$(wc -l <"$work/$1.txt")" -gt 10 ] || echo "$1 has hardly any text"
	cmp "$work/$1.txt" "$work/$2.txt"
}

sound() { # FILE
	qpdf --check "$work/$1" >"$work/check.log" 2>&1 || cat "$work/check.log"
	node tests/pdf/uacheck/uacheck.js "$work/$1"
}

make booklet.pdf booklet
make poster.pdf poster --size a2
make short.pdf booklet --sheet a4 --no-page-0
make long.pdf booklet --sheet a4 --no-page-0 --flip long --paper-thickness 0.1mm
make padded.pdf booklet --signature 8
make folded.pdf booklet --sheet a4 --no-page-0 --signature 8
make tiles.pdf poster --size a2 --tile a4 --no-page-0
make marks.pdf booklet --bleed 3mm --marks

tap_silent 'sheets read like pages' reads_like booklet.pdf short.pdf
tap_silent 'so do sheets turned over the long edge' reads_like booklet.pdf long.pdf
tap_silent 'so do signatures' reads_like padded.pdf folded.pdf
tap_silent 'so do pages with marks' reads_like booklet.pdf marks.pdf
tap_silent 'tiles read like the poster' reads_like poster.pdf tiles.pdf

# the comparison can fail
if reads_like poster.pdf booklet.pdf >/dev/null 2>&1; then
	tap_fail 'other texts are told apart'
else
	tap_pass 'other texts are told apart'
fi

make fronts.pdf booklet --sheet a4 --pages fronts
make backs.pdf booklet --sheet a4 --pages backs
for file in long tiles marks fronts backs; do
	tap_silent "$file.pdf is sound and accessible" sound $file.pdf
done
tap_end
