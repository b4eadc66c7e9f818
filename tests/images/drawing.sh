#!/bin/sh
# Masters hold drawings only, in colours of the palette, without a ground.
set -u
. tests/tools/tap.sh
names=${TMPDIR:-/tmp}/names

none() { # PATTERN: masters that hold it
	grep -lE "$1" images/f*.svg
	return 0
}
tap_silent 'no words in pictures' none '<text|font-family'
tap_silent 'no bitmaps, scripts or links' none '<image|<script|href=|url\(http'
tap_silent 'no number that is none' none '[" ,](nan|inf)[" ,]'

# a painted rectangle over the whole canvas that is not part of a mask, a clip or a pattern
grounds() {
	for svg in images/f*.svg; do
		awk -v file="$svg" '
			function number(text, name) {
				return match(text, name "=\"[0-9.]+") ? substr(text, RSTART + length(name) + 2, RLENGTH - length(name) - 2) + 0 : 0
			}
			/<svg/ { w = number($0, " width"); h = number($0, " height") }
			/<mask|<pattern|<clipPath/ { next }
			{
				while (match($0, /<rect[^>]*>/)) {
					one = substr($0, RSTART, RLENGTH)
					$0 = substr($0, RSTART + RLENGTH)
					if (number(one, " width") > .95 * w && number(one, " height") > .95 * h)
						print file ": " one
				}
			}' "$svg"
	done
}
tap_silent 'no ground behind a picture' grounds

# #abc in url(#abc) is a name, not a colour
strays() {
	awk '/^[a-z]/ { print tolower($2) }' images/palette.txt >"$names"
	printf '#fff\n#000\n' >>"$names"
	grep -ohE '(fill|stroke|stop-color|flood-color)="[^"]*"' images/f*.svg | sed 's/.*="//; s/"$//' |
		grep -v '^url(#' | tr 'A-F' 'a-f' | sort -u | grep -vxF -f "$names" | grep -vx none
	return 0
}
tap_silent 'every colour is in images/palette.txt' strays

unused() {
	awk '/^[a-z]/ { print $1 }' images/palette.txt | while read -r name; do
		grep -qE "@$name([^a-z0-9-]|\$)" images/kit/*.py || echo "$name is used nowhere"
	done
}
tap_silent 'every colour of the palette is used by the kit' unused

unknown() {
	awk '/^[a-z]/ { print $1 } END { print "white\nblack" }' images/palette.txt >"$names"
	grep -ohE '"@[a-z0-9-]+' images/kit/*.py | sed 's/.*@//' | sort -u | grep -vxF -f "$names"
	return 0
}
tap_silent 'every colour the kit names is in the palette' unknown

tap_silent 'no colour has two names' sh -c "awk '/^[a-z]/ { print \$2 }' images/palette.txt | sort | uniq -d"

mixed() {
	grep -nE '#[0-9A-Fa-f]{6}' images/kit/*.py
	return 0
}
tap_silent 'the kit names colours, it does not mix them' mixed

# roles marked * have the hex of the page's style
roles() {
	grep -E '^[a-z].*\*$' images/palette.txt | while read -r name colour _; do
		grep -qiE "\"$(echo "$name" | tr - _)\": *\{[^}]*\"$colour\"" content/house/style.json ||
			echo "$name is not $colour in style.json"
	done
}
tap_silent 'roles shared with the page have its colours' roles
tap_end
