#!/bin/sh
# Ragged text of every guide: the shape of its edge, its pages, its grid.
set -u
. tests/tools/tap.sh
. tests/type/kit.sh
need pdftotext 'ragged text'

judge_ragged() { # NAME WHAT PDF
	tap_ok "$2: poppler reads it" look_at "$3" "$1"
	judge_all "$1" "$2"
	tap_silent "$2: no short line between two long ones" judge rag "$1"
}

tap_ok 'the guide is pressed' "$GUIDEPRESS" booklet "$TEST_GUIDE" --images "$BUILD_TREE/images" \
	-o "$work/first.pdf"
judge_ragged first "$TEST_NAME" "$work/first.pdf"
tap_silent "$TEST_NAME: no word is broken" judge whole first

judge_ragged second 'the second guide' "$BUILD_TREE/second/forearm-en-booklet.pdf"
tap_silent 'the second guide: no word is broken' judge whole second

for language in en de; do
	tap_ok "prose in $language is pressed" press booklet "tests/data/type/type.$language.json" \
		"$work/$language.pdf"
	judge_ragged "$language" "prose in $language" "$work/$language.pdf"
done
tap_silent 'prose in en: no word is broken' judge whole en
tap_end
