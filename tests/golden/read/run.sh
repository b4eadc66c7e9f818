#!/bin/sh
# What the reader says about files with mistakes: the messages are the golden files.
#
#   json-CASE.json, guide-CASE.json   read as a guide, with facts and pictures of base/
#   facts-CASE.json, anchors-CASE.json  stand in for those of base/
#   printer-CASE.json                 a printer's passport
#   words-CASE.sed, style-CASE.sed    change the files of content/house/; lines are left out of the
#                                     messages, because those files change
#   languages-CASE.sed                makes another language of the guide in base/, beside it
#
# CASE.err holds what is printed and the exit status.  Every message of read.def must be in one of
# them.  UPDATE=1 writes the golden files anew.
set -u
. tests/tools/tap.sh
here=tests/golden/read
top=$(pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
readcheck=$(cd "$(dirname "$TEST_TOOLS_DIR/readcheck")" && pwd)/readcheck
words=$top/content/house/words.en.json
cp -r "$here/base" "$here"/*.json "$work"

run() { # NAME ARGUMENTS...: messages and status of a run in the work folder
	run_name=$1
	shift
	(cd "$work" && "$readcheck" "$@" >"$run_name.out" 2>"$run_name.msg"; echo "status $?" >>"$run_name.msg")
	[ ! -s "$work/$run_name.out" ] || echo "stdout is not empty" >>"$work/$run_name.msg"
	# names of files of this machine, and what the C library says of them
	sed "s|$top/||g" "$work/$run_name.msg" >"$work/$run_name.err"
}

golden() { # NAME
	[ -z "${UPDATE:-}" ] || cp "$work/$1.err" "$here/$1.err"
	if cmp -s "$here/$1.err" "$work/$1.err"; then
		tap_pass "$1"
	else
		tap_silent "$1" diff -u "$here/$1.err" "$work/$1.err"
	fi
}

guide_with_facts() { # FACTS
	sed "s|base/facts.json|$1|" "$here/base/guide.json" >"$work/guide.json"
}

without_lines() { # NAME
	sed -E 's/^([^ ]*\.json):[0-9]+:[0-9]+:/\1:/' "$work/$1.err" >"$work/$1.tmp"
	mv "$work/$1.tmp" "$work/$1.err"
}

for file in "$here"/ok.json "$here"/json-*.json "$here"/guide-*.json; do
	case=${file##*/} case=${case%.json}
	run "$case" "$case.json" --words "$words" --anchors base/anchors.json
	golden "$case"
done

for file in "$here"/facts-*.json; do
	case=${file##*/} case=${case%.json}
	guide_with_facts "$case.json"
	run "$case" guide.json --words "$words" --anchors base/anchors.json
	golden "$case"
done

guide_with_facts base/facts.json
for file in "$here"/anchors-*.json; do
	case=${file##*/} case=${case%.json}
	run "$case" guide.json --words "$words" --anchors "$case.json"
	golden "$case"
done

for file in "$here"/printer-*.json; do
	case=${file##*/} case=${case%.json}
	run "$case" guide.json --words "$words" --anchors base/anchors.json --printer "$case.json"
	golden "$case"
done

for file in "$here"/words-*.sed; do
	case=${file##*/} case=${case%.sed}
	sed -f "$file" content/house/words.en.json >"$work/$case.json"
	run "$case" guide.json --words "$case.json" --anchors base/anchors.json
	without_lines "$case"
	golden "$case"
done

for file in "$here"/style-*.sed; do
	case=${file##*/} case=${case%.sed}
	sed -f "$file" content/house/style.json >"$work/$case.json"
	run "$case" guide.json --words "$words" --anchors base/anchors.json \
		--style "$case.json" --edition large
	without_lines "$case"
	golden "$case"
done

# more values than memory should go to
{ printf '['; yes 1, | head -n 1000000 | tr -d '\n'; printf '1]\n'; } >"$work/json-many.json"
run json-many json-many.json
golden json-many

# the other edition of the same guide, files that are not there, files beside the guide
run left ok.json --left --words "$words" --anchors base/anchors.json
golden left
run absent nowhere.json --words "$words" --anchors base/anchors.json
golden absent
run absent-words ok.json --words nowhere.json --anchors nowhere.json
golden absent-words
mkdir -p "$work/content/house" "$work/images"
sed 's|base/facts.json|facts.json|' "$here/base/guide.json" >"$work/content/guide.json"
cp "$here/base/facts.json" "$work/content/facts.json"
cp "$words" content/house/style.json "$work/content/house/"
cp "$here/base/anchors.json" "$work/images/anchors.json"
run beside content/guide.json --page half-letter
golden beside
sed 's/"language": "en"/"language": "de"/' "$work/content/guide.json" >"$work/content/german.json"
run beside-words content/german.json
golden beside-words
sed 's/"language": "en"/"language": "en-GB"/' "$work/content/guide.json" >"$work/content/british.json"
run beside-british content/british.json
golden beside-british

rm "$work/images/anchors.json"
run beside-anchors content/guide.json
golden beside-anchors

# the same guide in another language beside it; a file of another guide is none of its languages
mkdir -p "$work/tongues"
sed 's|base/facts.json|../base/facts.json|' "$here/base/guide.json" >"$work/tongues/hand.en.json"
cp "$work/tongues/hand.en.json" "$work/tongues/foot.de.json"
cp "$work/tongues/hand.en.json" "$work/tongues/hand.draft.json"
for file in "$here"/languages-*.sed; do
	case=${file##*/} case=${case%.sed}
	sed -f "$file" "$work/tongues/hand.en.json" >"$work/tongues/hand.de.json"
	run "$case" tongues/hand.en.json --languages --words "$words" --anchors base/anchors.json
	golden "$case"
done
run alone tongues/hand.en.json --words "$words" --anchors base/anchors.json
tap_is 'other languages are left alone unless asked for' "$(cat "$work/alone.msg")" 'status 0'

tap_silent 'every message of read.def is in a golden file' \
	node tests/tools/messages.js src/base/messages/read.def "$here"/*.err
tap_end
