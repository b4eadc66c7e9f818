#!/bin/sh
# From master to PNG: the forms a PDF can take unchanged, the width asked for, the same bytes again,
# a size that leaves the PDFs light, and clear errors.
set -u
. tests/tools/tap.sh
. tests/images/common

tap_ok 'the reader of pixels compiles' compile pixels libpng
tap_ok 'the reader of guides compiles' compile named libcjson
split=${BUILD_TREE:-build/release}/pngsplit

forms() {
	awk '/^f/ { print $1, $2 }' images/widths.txt | while read -r id width; do
		kind=$("$scratch/pixels" kind "$built/$id.png") || continue
		case $kind in
		"$width "*' palette') ;;
		*) echo "$id.png: $kind, asked for $width wide and palette" ;;
		esac
		[ ! -f "$built/$id.mask.png" ] ||
			[ "$("$scratch/pixels" kind "$built/$id.mask.png")" = "${kind% palette} grey" ] ||
			echo "$id.mask.png: not grey, or not the size of its picture"
	done
}
tap_silent 'pictures are palette, masks grey, both plain and as wide as asked' forms

again() { # ID
	read -r width colours <"$built/$1.px"
	sh images/picture.sh "images/$1.svg" "$scratch/$1" "$split" "$width" "$colours" &&
		cmp "$scratch/$1.png" "$built/$1.png" && cmp "$scratch/$1.mask.png" "$built/$1.mask.png"
}
tap_ok 'f09 has the same bytes when made again' again f09-x2
tap_ok 'f32d has the same bytes when made again' again f32d-chair

weight() { # ID...: kilobytes of pictures and masks
	for id; do
		cat "$built/$id.png"
		[ ! -f "$built/$id.mask.png" ] || cat "$built/$id.mask.png"
	done | wc -c
}
samples() { # ID...: thousands of samples that the program has to look at
	for id; do
		"$scratch/pixels" kind "$built/$id.png"
	done | awk '{ n += 2 * $1 * $2 } END { print int(n / 1000) }'
}
guide=${TEST_GUIDE:-content/soleus.en.json}
poster=$("$scratch/named" "$guide" | awk 'NF == 1 && /-wide$|poster/' | sort -u)
booklet=$("$scratch/named" "$guide" | awk 'NF == 1 && !/-wide$|poster/' | sort -u)
# shellcheck disable=SC2086 # lists of names
{
	tap_ok 'pictures of the booklet weigh under 3 MB' test "$(weight $booklet)" -lt 3000000
	tap_ok 'pictures of the poster weigh under 1 MB' test "$(weight $poster)" -lt 1000000
	tap_ok 'pictures of the booklet have under 48 million samples' test "$(samples $booklet)" -lt 48000
}

refused() { # STATUS WORDS ARGUMENT...
	want=$1
	words=$2
	shift 2
	text=$("$split" "$@" 2>&1)
	status=$?
	echo "status $status: $text"
	[ "$status" -eq "$want" ] && printf '%s' "$text" | grep -q "$words"
}
head -c 3000 "$built/f09-x2.png" >"$scratch/short.png"
echo 'no picture' >"$scratch/words.png"
tap_ok 'pngsplit without arguments says how to use it' refused 2 usage
tap_ok 'pngsplit refuses a missing file' refused 1 nowhere.png "$scratch/nowhere.png" "$scratch/x"
tap_ok 'pngsplit refuses what is no PNG' refused 1 words.png "$scratch/words.png" "$scratch/x"
tap_ok 'pngsplit refuses half a PNG' refused 1 short.png "$scratch/short.png" "$scratch/x"
tap_ok 'pngsplit refuses a folder that is not there' refused 1 rgb.png "$built/f09-x2.png" "$scratch/none/x"
tap_is 'a refused picture leaves nothing behind' "$(ls "$scratch" | grep '^x')" ''

# an opaque picture has no mask; a stale one goes
echo '<svg xmlns="http://www.w3.org/2000/svg" width="9mm" height="9mm"><rect width="9mm" height="9mm" fill="#0A4E7E"/></svg>' >"$scratch/full.svg"
rsvg-convert --width 90 -o "$scratch/full.png" "$scratch/full.svg"
echo stale >"$scratch/full.mask.png"
tap_ok 'pngsplit takes an opaque picture' "$split" "$scratch/full.png" "$scratch/full"
tap_ok 'an opaque picture has no mask, a stale one is removed' test ! -e "$scratch/full.mask.png"

widths() { # LINE: what widths.sh says to it
	printf '%s\n' "$1" >"$scratch/widths.txt"
	sh images/widths.sh "$scratch/widths.txt" "$scratch" 2>&1 && echo accepted
}
tap_is 'a width that is no number is refused' "$(widths 'f00-x wide' | cut -d: -f2-)" \
	'1: expected "ID pixels [colours]"'
tap_is 'a line without a width is refused' "$(widths 'f00-x' | cut -d: -f2-)" '1: expected "ID pixels [colours]"'
tap_is 'a line too long is refused' "$(widths 'f00-x 10 64 much' | cut -d: -f2-)" \
	'1: expected "ID pixels [colours]"'
tap_is 'comments and colours are accepted' "$(widths '# note'; widths 'f00-x 10 64')" 'accepted
accepted'
tap_end
