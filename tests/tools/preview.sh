#!/bin/sh
# preview.sh OUT: every page of every PDF in dist/ as PNG at 96 dpi, OUT/NAME-01.png and so on, and
# where ImageMagick is installed one contact sheet per file, OUT/NAME.png.
set -eu
out=$1
rm -rf "$out"
mkdir -p "$out"
for file in dist/*.pdf; do
	[ -f "$file" ] || continue
	name=$(basename "$file" .pdf)
	pdftoppm -r "${DPI:-96}" -png "$file" "$out/$name"
	if command -v montage >/dev/null; then
		# the cover stands alone, then facing pages side by side
		montage -geometry '360x>+6+6' -tile 6x -background '#888' "$out/$name"-*.png "$out/$name.png"
	fi
done
ls "$out" | wc -l | sed "s|.*|& pictures in $out|"
