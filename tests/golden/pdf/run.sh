#!/bin/sh
# One small document with everything the PDF stage can write (tests/pdf/sample.h): four readers have
# nothing to say about it, find its structure and its text, and draw it where it was drawn before.
# UPDATE=1 writes the golden files anew.
set -u
. tests/tools/tap.sh
work=${TMPDIR:-/tmp}
here=tests/golden/pdf
make_sample=$TEST_TOOLS_DIR/pdfsample
fonts=/usr/share/fonts/opentype/urw-base35

golden() { # NAME FILE: compare with the golden file of that name
	[ -z "${UPDATE:-}" ] || cp "$2" "$here/$1"
	tap_silent "$1" diff -u "$here/$1" "$2"
}

# Nothing on stderr, whatever the exit status says.
quiet() { "$@" 2>&1 >/dev/null; }

readers() { # NAME FILE
	tap_silent "$1: qpdf" sh -c "qpdf --check '$2' 2>&1 | grep -iE 'warning|error:|recover'; true"
	tap_silent "$1: poppler" quiet pdftotext "$2" /dev/null
	tap_silent "$1: poppler draws" quiet pdftoppm -r 20 "$2" "$work/page"
	tap_silent "$1: mupdf" sh -c "mutool draw -q -r 20 -o '$work/m%d.png' '$2' 2>&1 | grep -v 'ICC support'; true"
	tap_silent "$1: mupdf cleans" sh -c "mutool clean '$2' '$work/clean.pdf' 2>&1 | grep -v 'ICC support'; true"
	tap_silent "$1: ghostscript" sh -c "gs -q -dBATCH -dNOPAUSE -sDEVICE=nullpage '$2' 2>&1"
}

# Words as a reader finds them; poppler makes a plain space of a no-break space.
words() { sed 's/\xc2\xa0/ /g' | tr -s ' \f\r' '\n\n\n' | grep -v '^$' | sort; }

same_words() { # FILE
	pdftotext "$1" - | words >"$work/poppler.words"
	mutool draw -q -F text "$1" 2>/dev/null | words >"$work/mupdf.words"
	gs -q -dBATCH -dNOPAUSE -sDEVICE=txtwrite -o - "$1" | words >"$work/gs.words"
	diff "$work/poppler.words" "$work/mupdf.words" && diff "$work/poppler.words" "$work/gs.words"
}

tap_ok 'the sample is written' "$make_sample" "$work/sample.pdf"
readers 'TrueType' "$work/sample.pdf"
tap_ok 'TrueType: three readers, one text' same_words "$work/sample.pdf"
pdfinfo -struct-text "$work/sample.pdf" >"$work/struct" 2>&1
golden sample.struct "$work/struct"
mutool trace "$work/sample.pdf" 2>/dev/null | sed "s|$work/||" >"$work/trace"
golden sample.trace "$work/trace"
pdfinfo -dests "$work/sample.pdf" >"$work/dests" 2>&1
golden sample.dests "$work/dests"

for face in P052-Italic NimbusSans-Bold C059-Roman; do
	[ -f "$fonts/$face.otf" ] || continue
	tap_ok "$face is written" "$make_sample" --font "$fonts/$face.otf" "$work/cff.pdf"
	readers "$face" "$work/cff.pdf"
	tap_ok "$face: three readers, one text" same_words "$work/cff.pdf"
done
tap_ok 'CMYK is written' "$make_sample" --cmyk "$work/cmyk.pdf"
readers 'CMYK' "$work/cmyk.pdf"

# The same bytes wherever and whenever.
"$make_sample" "$work/again.pdf"
tap_ok 'again' cmp "$work/sample.pdf" "$work/again.pdf"
(TZ=Asia/Tokyo LC_ALL=de_DE.UTF-8 "$make_sample" "$work/again.pdf")
tap_ok 'again elsewhere' cmp "$work/sample.pdf" "$work/again.pdf"
(SOURCE_DATE_EPOCH=1 "$make_sample" "$work/again.pdf")
tap_ok 'the date of the document goes before SOURCE_DATE_EPOCH' cmp "$work/sample.pdf" "$work/again.pdf"
tap_end
