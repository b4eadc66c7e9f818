#!/bin/sh
# What the guides ask for is there: pictures, their sizes, their places; and nothing is left over.
set -u
. tests/tools/tap.sh
. tests/images/common

tap_ok 'the reader of guides compiles' compile named libcjson

missing() { # GUIDE
	"$scratch/named" "$1" | sort -u | while read -r id at; do
		if [ ! -f "images/$id.svg" ]; then
			echo "$id: no images/$id.svg"
		elif [ -z "$(height "$id")" ]; then
			echo "$id: no size in $anchors"
		elif [ -n "$at" ] && [ -z "$(place "$id" "$at")" ]; then
			echo "$id: no place \"$at\" in $anchors"
		fi
	done
}
for guide in content/*.??.json; do
	tap_silent "$guide finds its pictures and places" missing "$guide"
done

asked() {
	for guide in content/*.??.json; do
		"$scratch/named" "$guide"
	done | awk 'NF == 1' | sort -u | wc -l
}
tap_ok 'the guides ask for pictures at all' test "$(asked)" -gt 20

masters() {
	for svg in images/f*.svg; do
		basename "$svg" .svg
	done
}
# each list beside the masters, both ways
tap_is 'every master has a size, every size a master' \
	"$(awk -F'"' '/^  "f/ { print $2 }' "$anchors" | sort)" "$(masters | sort)"
tap_is 'every master has a width, every width a master' \
	"$(awk '/^f/ { print $1 }' images/widths.txt | sort)" "$(masters | sort)"

sizes() {
	for id in $(masters); do
		awk -v id="$id" -v h="$(height "$id")" '
			NR == 1 {
				match($0, /height="[0-9.]+/)
				drawn = substr($0, RSTART + 8, RLENGTH - 8)
				if (drawn - h > .06 || h - drawn > .06)
					print id ": drawn " drawn " mm high, listed " h
				exit
			}' "images/$id.svg"
	done
}
tap_silent 'sizes listed are sizes drawn' sizes

outside() {
	awk '/^  "f/ { id = $1 }
		/^      "/ {
			name = $1
			gsub(/[][,]/, " ")
			if ($2 < 0 || $2 > 1 || $3 < 0 || $3 > 1)
				print id, name, $2, $3
		}' "$anchors"
}
tap_silent 'every place lies on its picture' outside
tap_end
