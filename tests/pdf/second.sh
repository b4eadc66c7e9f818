#!/bin/sh
# The second guide, about another muscle, needs nothing of the first: the program knows neither, and
# finds nothing to complain about.  What it makes is read by the other scripts here.
set -u
. tests/tools/tap.sh
guide=tests/data/second/forearm.en.json
made=$BUILD_TREE/second
words=${TMPDIR:-/tmp}/words

wired() {
	grep -rliE 'soleus|calf|forearm' src
	return 0
}
tap_silent 'nothing in src/ knows a muscle' wired
tap_silent 'the second guide checks without a word' "$GUIDEPRESS" check "$guide" --fonts=fonts \
	--style=content/house/style.json --words=content/house/words.en.json --images="$made/images"

if command -v pdftotext >/dev/null; then
	pdftotext "$made/forearm-en-left-booklet.pdf" "$words"
	tap_ok 'its left edition speaks of the left arm' grep -q 'Left arm' "$words"
	tap_is 'its left edition speaks of no right arm' "$(grep -c 'Right arm' "$words")" 0
else
	tap_skip 'its left edition speaks of the left arm' 'no pdftotext'
fi
tap_end
