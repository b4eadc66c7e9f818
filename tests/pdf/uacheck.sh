#!/bin/sh
# PDF/UA-1 and PDF/A-2a, as far as a machine can tell: every rule of the checker sees a file that
# breaks it, and nothing is wrong with any file of dist/ (CMYK files are PDF/UA alone).
set -u
. tests/tools/tap.sh
work=${TMPDIR:-/tmp}
check=tests/pdf/uacheck
sample=$TEST_TOOLS_DIR/pdfsample
cff=/usr/share/fonts/opentype/urw-base35/P052-Roman.otf

command -v node >/dev/null && command -v qpdf >/dev/null || {
	tap_skip 'PDF/UA and PDF/A' 'no node or no qpdf'
	tap_end
}
self_test() {
	"$sample" "$work/sample.pdf" && "$sample" --font "$cff" "$work/cff.pdf" || return 1
	node "$check/selftest.js" "$work/sample.pdf" "$work/cff.pdf" >"$work/self.tap" && return 0
	grep -A1 '^not ok' "$work/self.tap"
	return 1
}
tap_ok 'every rule sees what breaks it' self_test
tap_ok 'the sample in CMYK is PDF/UA' sh -c "'$sample' --cmyk '$work/cmyk.pdf' && node $check/uacheck.js --ua '$work/cmyk.pdf'"

. tests/tools/dist.sh
calibration=$work/calibration.pdf
"$GUIDEPRESS" calibrate --sheet=a4 --style content/house/style.json --words content/house/words.en.json -o "$calibration"
for file in $pdfs $second "$calibration"; do
	case $file in
	*cmyk*) tap_silent "PDF/UA $file" node "$check/uacheck.js" --ua "$file" ;;
	*) tap_silent "PDF/UA and PDF/A $file" node "$check/uacheck.js" "$file" ;;
	esac
done
tap_end
