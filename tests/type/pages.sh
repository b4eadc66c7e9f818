#!/bin/sh
# No page of the guides ends above half its frame, but for the cover, the last one and ruled pages
# for notes: measured on the dump, by the last baseline or picture that is content.
set -u
. tests/tools/tap.sh
. tests/type/kit.sh

# Frame from style.json, in thousandths of a point: 20 mm and 33 lines of 15 pt, times the scale.
half_empty() { # SCALE
	awk -v scale="$1" '
		function last(y) { if (y > deepest[n]) deepest[n] = y }
		$1 == "page" { n = $2 + 0; deepest[n] = 0 }
		$1 ~ /^(glyphs|picture)$/ && $2 !~ /^tag=/ { next } # no content: folios and the like
		/ "Notes" / { last(1e9) }
		$1 == "glyphs" { split(substr($0, index($0, " at=") + 4), at, /[, ]/); last(at[2] + 0) }
		$1 == "picture" {
			split(substr($0, index($0, " box=") + 5), box, /[,+x ]/)
			last(box[2] + box[4])
		}
		END {
			if (n < 4) print "only " n + 1 " pages were seen"
			for (i = 1; i < n; i++)
				if (deepest[i] < (56693 + 33 * 15000 / 2) * scale)
					printf "page %d ends at %.0f pt\n", i + 1, deepest[i] / 1000
		}'
}

dump() { # GUIDE IMAGES OPTION...
	dump_guide=$1
	dump_images=$2
	shift 2
	"$GUIDEPRESS" booklet "$dump_guide" --images="$dump_images" --fonts=fonts --dump \
		--style=content/house/style.json --words=content/house/words.en.json "$@"
}

second=tests/data/second/forearm.en.json
second_images=$BUILD_TREE/second/images
dump "$TEST_GUIDE" "$BUILD_TREE/images" | half_empty 1 >"$work/a"
tap_silent "$TEST_NAME" cat "$work/a"
dump "$second" "$second_images" | half_empty 1 >"$work/b"
tap_silent 'the second guide' cat "$work/b"
dump "$second" "$second_images" --edition=large | half_empty 1.4142 >"$work/c"
tap_silent 'the second guide in large print' cat "$work/c"
dump "$TEST_GUIDE" "$BUILD_TREE/images" | sed '/^page 8 /,/^page 9 /{/glyphs tag/d; /picture tag/d}' | half_empty 1 >"$work/d"
tap_is 'an empty page is seen' "$(cat "$work/d")" 'page 9 ends at 0 pt'
tap_end
