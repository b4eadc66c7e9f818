#!/bin/sh
# readme-picture.sh BOOKLET.pdf POSTER.pdf OUT.png WORDS WORDS: the picture of README.md: two openings of
# the booklet, those whose left pages hold these WORDS, one above the other, and the poster beside them.
#
# Needs poppler, ImageMagick, pngquant.  What is drawn must fit 300 kB.
set -eu
booklet=$1 poster=$2 out=$3
shift 3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# the last page with these words, since the contents name them as well
page_of() { # WORDS
	pages=$(pdfinfo "$booklet" | awk '/^Pages/ { print $2 }')
	found=
	for page in $(seq "$pages"); do
		if pdftotext -f "$page" -l "$page" "$booklet" - | tr '\n' ' ' | grep -q "$1"; then
			found=$page
		fi
	done
	[ -n "$found" ] && [ $((found % 2)) -eq 0 ] || {
		echo "readme-picture.sh: no left page of $booklet says \"$1\"" >&2
		return 1
	}
	echo "$found"
}

n=0
for words; do
	n=$((n + 1))
	left=$(page_of "$words")
	pdftoppm -r 72 -f "$left" -l $((left + 1)) -png "$booklet" "$work/page"
	convert "$work"/page-*.png +append -bordercolor '#C9D0D5' -border 1 "$work/opening-$n.png"
	rm "$work"/page-*.png
done
convert "$work"/opening-*.png -background '#EEF1F3' -splice 0x24 -append -chop 0x24 "$work/openings.png"
high=$(identify -format %h "$work/openings.png")
pdftoppm -scale-to-y $((high - 2)) -scale-to-x -1 -singlefile -png "$poster" "$work/poster"
convert "$work/poster.png" -bordercolor '#C9D0D5' -border 1 "$work/poster.png"
convert "$work/openings.png" "$work/poster.png" -background '#EEF1F3' -splice 24x0 +append \
	-bordercolor '#EEF1F3' -border 0x24 -gravity east -splice 24x0 "$work/all.png"
pngquant --force --speed 1 --strip 96 --output "$out" "$work/all.png"
size=$(stat -c %s "$out")
if [ "$size" -gt 300000 ]; then
	echo "readme-picture.sh: $out has $size bytes, more than 300,000" >&2
	exit 1
fi
