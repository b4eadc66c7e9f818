#!/bin/sh
# Reprint only what changed: the sides that are named are those whose rendering differs.
set -u
. tests/tools/tap.sh
. tests/tools/structure.sh
if ! command -v pdftoppm >/dev/null; then
	tap_skip 'changed sheets' 'no pdftoppm'
	tap_end
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$(dirname "$TEST_GUIDE")" "$work/content"
guide=$work/content/$(basename "$TEST_GUIDE")
mkdir "$work/images"
cp images/anchors.json "$work/images/"
top=$(pwd)

make_it() { # NAME OPTIONS COMMAND: NAME.pdf and NAME.prints
	# shellcheck disable=SC2086 # options
	tap_ok "$1 is made" "$GUIDEPRESS" $3 "$guide" --images="$BUILD_TREE/images" \
		--fonts="$top/fonts" --no-page-0 $2 --fingerprints="$work/$1.prints" -o "$work/$1.pdf"
}

is_empty() { # FILE
	[ -e "$1" ] && [ ! -s "$1" ]
}

draw() { # NAME: one sum a page
	rm -rf "$work/drawn"
	mkdir "$work/drawn"
	plain_of "$work/$1.pdf" "$work/plain.pdf"
	pdftoppm -r 60 "$work/plain.pdf" "$work/drawn/p"
	for file in "$work"/drawn/p*; do
		cksum <"$file"
	done
}

# The lines of the fingerprint file whose pages are drawn differently, as names.
truly_changed() { # NAME
	paste "$work/$1.before" "$work/$1.after" "$work/$1.prints" | awk -F '\t' '$1 != $2 { print $4 }'
}

named() { # NAME
	sed 's/ changed.*//' "$work/$1.prints.changed"
}

one() { # WHAT NAME OPTIONS COMMAND
	cp "$work/old.json" "$guide"
	make_it "$2" "$3" "$4"
	tap_ok "$1: nothing to name at first" is_empty "$work/$2.prints.changed"
	draw "$2" >"$work/$2.before"
	make_it "$2" "$3" "$4"
	tap_ok "$1: nothing named when nothing changed" is_empty "$work/$2.prints.changed"
	cp "$work/new.json" "$guide"
	make_it "$2" "$3" "$4"
	draw "$2" >"$work/$2.after"
	tap_ok "$1: a word that changed is seen" test -s "$work/$2.prints.changed"
	tap_is "$1: named are the sides that are drawn differently" "$(named "$2")" "$(truly_changed "$2")"
	tap_ok "$1: not all sides are named" test "$(wc -l <"$work/$2.prints.changed")" -lt \
		"$(wc -l <"$work/$2.prints")"
	cp "$work/$2.prints.changed" "$work/kept"
	make_it "$2" "$3" "$4"
	tap_silent "$1: the last change stays on record" diff "$work/kept" "$work/$2.prints.changed"
}

# the title of a step stands in the booklet and on the poster
step=$(sed -n '/"routine": {/,$ s/.*"title": "\([A-Za-z ]*\)".*/\1/p' "$guide" | sed -n 2p)
cp "$guide" "$work/old.json"
sed "/\"routine\": {/,\$ s/\"title\": \"$step\"/\"title\": \"Other\"/" "$guide" >"$work/new.json"
tap_ok "the guide has a step to change ($step)" test -n "$step"

one 'booklet' booklet '' booklet
one 'sheets' sheets --sheet=a4 booklet
tap_ok 'sheets: each with its pages' grep -Eq '^Sheet [0-9]+ (front|back) changed \(pages [0-9]+ and [0-9]+\)$' \
	"$work/sheets.prints.changed"
one 'tiles' tiles '--size=a2 --tile=a4' poster
tap_ok 'tiles: by their names' grep -Eq '^[A-Z][0-9] changed$' "$work/tiles.prints.changed"

# a damaged file counts as changed, and is mended
echo 'no fingerprints' >"$work/sheets.prints"
make_it sheets --sheet=a4 booklet
tap_is 'after damage all sheets are new' "$(grep -c ' is new' "$work/sheets.prints.changed")" \
	"$(wc -l <"$work/sheets.prints")"
tap_end
