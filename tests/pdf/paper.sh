#!/bin/sh
# Pages, sheets, file sizes, and white edges: what a printer at home can print.
set -u
. tests/tools/tap.sh
. tests/tools/dist.sh
. tests/tools/structure.sh
work=${TMPDIR:-/tmp}
need pdftoppm 'page counts and edges'

pages() { pdfinfo "$1" | awk '$1 == "Pages:" { print $2 }'; }

# all pages of a file have one size; the page that says how to print may lie the other way
sizes() { # FILE
	pdfinfo -f 1 -l 9999 "$1" |
		awk '$1 == "Page" && $3 == "size:" { print $4 < $6 ? $4 " " $6 : $6 " " $4 }' | sort -u | wc -l
}

at_most() { # NUMBER LIMIT WHAT
	[ "$1" -le "$2" ] || echo "$1 $3, at most $2"
}

# 5 mm are 14 whole pixels at 72 dpi; poppler's complaints count as well
edges() { # FILE
	{ plain_of "$1" "$work/plain.pdf" && pdftoppm -r 72 -gray "$work/plain.pdf" | "$TEST_TOOLS_DIR/border" 14; } 2>&1
}

for file in $pdfs; do
	name=$(basename "$file" .pdf)
	n=$(pages "$file")
	case $name in
	*-booklet*-on-*) tap_ok "$name: sheets have two sides ($n)" test $((n % 2)) -eq 0 ;;
	*-large) tap_ok "$name: leaves have two sides ($n)" test $((n % 2)) -eq 0 ;;
	*-booklet*) tap_ok "$name: pages are a multiple of 4 ($n)" test $((n % 4)) -eq 0 ;;
	*-poster*-on-*) tap_ok "$name: more than one sheet ($n)" test "$n" -gt 1 ;;
	*-poster*) tap_is "$name: one page" "$n" 1 ;;
	esac
	tap_is "$name: all pages have one size" "$(sizes "$file")" 1
	case $name in
	*-booklet*) limit=6 ;;
	*) limit=4 ;;
	esac
	tap_silent "$name: at most $limit MB" at_most "$(stat -c %s "$file")" $((limit * 1000000)) bytes
	tap_silent "$name: no ink in the outer 5 mm" edges "$file"
done
tap_end
