#!/bin/sh
# Justified text, which a style may ask for: nearer to the natural spaces than greedy breaking.
#
# A column of 52 letters is narrow for German: 80 of 646 gaps are over 0.6 em, the widest is 0.78 em.
# The breaker has no better answer within the rules of the style: hyphens that cost nothing leave
# 74, two letters on either side of them 51.  Only hyphens on lines running (28, and 0.65 em) would
# mend it, and those are worse to read than white; the style of the house sets its text ragged.
set -u
. tests/tools/tap.sh
. tests/type/kit.sh
need pdftotext 'justified text'

better_than_greedy() { # NAME WHAT
	if text=$(judge justify "$1"); then
		tap_pass "$2"
	else
		tap_fail "$2"
	fi
	printf '%s\n' "$text"
}

for language in en de; do
	tap_ok "prose in $language is pressed" press booklet "tests/data/type/type.$language.json" \
		"$work/$language.pdf" --edition=justified
	tap_ok "prose in $language: poppler reads it" look_at "$work/$language.pdf" "$language"
	judge_all "$language" "justified prose in $language"
	better_than_greedy "$language" "justified prose in $language is set better than greedily"
done
tap_silent 'justified prose in en: no word is broken' judge whole en
tap_end
