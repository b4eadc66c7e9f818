#!/bin/sh
# Files for a print shop, and grey ones: boxes, bleed, inks.
set -u
. tests/tools/tap.sh
work=${TMPDIR:-/tmp}

make() { # OUT COMMAND [OPTION...]
	out=$1 command=$2
	shift 2
	"$GUIDEPRESS" "$command" "$TEST_GUIDE" "$@" --images "$BUILD_TREE/images" -o "$work/$out" \
		>"$work/$out.log" 2>&1 || cat "$work/$out.log"
}

boxes() { # the trimmed page is A5, bleed 3 mm around it, marks outside of that
	pdfinfo -box "$work/shop.pdf" | awk '
		/^MediaBox/ { mw = $4 - $2; mh = $5 - $3; ml = $2 }
		/^BleedBox/ { bw = $4 - $2; bh = $5 - $3; bl = $2 }
		/^TrimBox/ { tw = $4 - $2; th = $5 - $3; tl = $2 }
		function off(a, b) { return a - b > .02 || b - a > .02 }
		END {
			if (off(tw, 419.53) || off(th, 595.28)) print "trim box " tw " x " th
			if (off(bw - tw, 17.01) || off(bh - th, 17.01)) print "bleed box " bw " x " bh
			if (!(mw > bw && mh > bh && bl > ml && tl > bl)) print "boxes are not nested"
		}'
}

# Page 6 is a left page with a tab: blue must reach the left edge of the bleed box, 17 pt in.
bleeds() {
	pdftoppm -r 72 -f 6 -l 6 -x 18 -y 90 -W 4 -H 30 "$work/shop.pdf" "$work/edge" &&
		pnm=$(find "$work" -name 'edge*.ppm' | head -n 1) &&
		od -An -tu1 -v "$pnm" | tr -s ' ' '\n' | awk '
			$1 == "" { next }
			++n > 12 && $1 < 120 { dark++ }
			END { if (dark < 60) print "no colour in the bleed: " dark + 0 " dark samples" }'
}

no_rgb() {
	qpdf --qdf --object-streams=disable "$work/shop.pdf" "$work/shop.qdf" 2>&1
	grep -acE '/(Device|Cal)RGB| (rg|RG)$' "$work/shop.qdf" | grep -vx 0
	grep -aq '/DeviceCMYK' "$work/shop.qdf" || echo 'no DeviceCMYK in the file'
	grep -aq 'pdfaid:part' "$work/shop.qdf" && echo 'claims PDF/A'
	grep -aq 'pdfuaid' "$work/shop.qdf" || echo 'does not claim PDF/UA'
}

black_type() { # running text in black ink alone
	grep -aqE '^0 0 0 1 k$' "$work/shop.qdf" || echo 'no text in black alone'
}

# All black type and some black rules are printed over what is below; no other colour is.
overprints() {
	mutool trace "$work/shop.pdf" 2>&1 | awk '
		!/<(fill|stroke)_(text|path|image)|<fill_image_mask/ { next }
		{ black = / color="0 0 0 1"/; over = / op="1" opm="1"/ }
		/<fill_text/ && black { type++; knocked += !over }
		/_path/ && black { rules += over }
		!black && / op="1"/ { others++ }
		END {
			if (!type || knocked) print knocked + 0 " of " type + 0 " black texts knock out"
			if (!rules) print "no black rule is printed over what is below"
			if (others) print others " things that are not black are printed over what is below"
		}'
}

grey_only() {
	pdftoppm -r 30 "$work/grey.pdf" "$work/grey" && find "$work" -name 'grey-*.ppm' | sort |
		while read -r pnm; do
			tail -c +16 "$pnm" | od -An -tu1 -v -w3 | awk -v page="$pnm" '
				NF == 3 && ($1 != $2 || $2 != $3) { n++ }
				END { if (n > 0) print page ": " n " coloured pixels" }'
		done
}

clean() { # FILE
	qpdf --check "$work/$1" >"$work/check.log" 2>&1 || cat "$work/check.log"
	gs -q -dNOPAUSE -dBATCH -sDEVICE=nullpage "$work/$1" 2>&1
	mutool clean "$work/$1" "$work/cleaned.pdf" 2>&1
}

make shop.pdf booklet --bleed 3mm --marks --cmyk
cmyk_profile=/usr/share/color/icc/ghostscript/default_cmyk.icc
if [ -e "$cmyk_profile" ]; then
	make press.pdf booklet --cmyk --profile "$cmyk_profile"
	tap_silent 'a file with the profile of a press opens without a word' clean press.pdf
	tap_ok 'and has it as its output intent' sh -c \
		"qpdf --qdf '$work/press.pdf' - | grep -a -A6 '/DestOutputProfile' | grep -aq 'default_cmyk.icc'"
fi
make grey.pdf booklet --edition grey
tap_silent 'boxes of a print shop file' boxes
tap_silent 'colour reaches into the bleed' bleeds
tap_silent 'no RGB is left, and no claim of PDF/A' no_rgb
tap_silent 'running text is black alone' black_type
tap_silent 'black type and rules overprint, nothing else does' overprints
tap_silent 'the print shop file opens without a word' clean shop.pdf
tap_silent 'a grey file has no colour' grey_only
tap_end
