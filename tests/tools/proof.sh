#!/bin/sh
# proof.sh FOLDER: draw the posters of dist/ as they look from their distance, one pixel to the
# minute of arc: what can be read in these pictures can be read on the wall.
#
# An A3 poster is read at 2 m, others at a distance that grows with them; one minute of arc at 2 m
# is 0.58 mm, so every poster becomes about 510 pixels wide.
set -eu
out=$1
mkdir -p "$out"
for pdf in dist/*-poster-*.pdf; do
	case $pdf in
	*-on-*) continue ;; # tiles are glued before they are read
	esac
	dpi=$(pdfinfo "$pdf" | awk '/^Page size/ {
		u = $3 / 841.89; v = $5 / 1190.55; u = u < v ? u : v
		print 25.4 / (2000 * u * atan2(0, -1) / 10800) }')
	pdftoppm -r "$dpi" -png -singlefile "$pdf" "$out/$(basename "$pdf" .pdf)"
	echo "$out/$(basename "$pdf" .pdf).png"
done
