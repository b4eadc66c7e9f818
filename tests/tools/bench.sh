#!/bin/sh
# bench.sh: processor time and memory of the booklet and the poster, median of 11 runs, then with
# all it says 10 and 100 times over; beside other typesetters, where installed, setting the same
# words with the same pictures on the same paper.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tools=$TEST_TOOLS_DIR
images=$BUILD_TREE/images
house=content/house
runs=${RUNS:-11}
# guides look for the notes on their pictures beside themselves
mkdir "$work/content" "$work/images"
cp images/anchors.json "$work/images"
long=$work/content/long.json

row() { # NAME RUNS COMMAND...
	name=$1
	n=$2
	shift 2
	if figures=$("$tools/measure" "$n" "$@" 2>"$work/err"); then
		pages=$(pdfinfo "$work/out.pdf" | awk '$1 == "Pages:" { print $2 }')
		printf '%-30s %6s %10s %10s %9s\n' "$name" "$pages" $figures \
			"$(($(stat -c %s "$work/out.pdf") / 1000))"
	else
		printf '%-30s failed: %s\n' "$name" "$(grep -m 1 error "$work/err")"
	fi
}

press() { # NAME RUNS COMMAND GUIDE..., with the pictures of $images
	name=$1
	n=$2
	shift 2
	row "$name" "$n" "$GUIDEPRESS" "$@" --images "$images" --fonts fonts \
		--style "$house/style.json" --words "$house/words.en.json" -o "$work/out.pdf"
}

printf '%-30s %6s %10s %10s %9s\n' '' pages 'CPU ms' 'peak MB' 'file kB'
press 'booklet' "$runs" booklet "$TEST_GUIDE"
press 'poster a3' "$runs" poster --size a3 "$TEST_GUIDE"
mkdir "$work/blank"
"$tools/blank" "$work/blank" "$images"/*.png
rm "$work"/blank/*.mask.png
images=$work/blank press 'booklet, pictures left white' "$runs" booklet "$TEST_GUIDE"
"$tools/repeat" "$TEST_GUIDE" 0 >"$long"
images=$work/blank press 'booklet, words alone' "$runs" booklet "$long"
for times in 10 100; do
	"$tools/repeat" "$TEST_GUIDE" "$times" >"$long"
	press "booklet, sections x $times" $((runs / times + 3)) booklet "$long"
done

# The same words, headings and pictures, A5, the same typeface, hyphenated and justified.
images_path=$(realpath "$images")
for language in typst html latex; do
	"$tools/others" "$language" "$TEST_GUIDE" "$images_path" >"$work/plain.$language"
done
if command -v typst >/dev/null; then
	row "$(typst --version | cut -c1-20)" "$runs" typst compile --font-path fonts --root / "$work/plain.typst" "$work/out.pdf"
fi
if command -v weasyprint >/dev/null; then
	row "$(weasyprint --version | head -n 1 | cut -c1-24)" 3 weasyprint "$work/plain.html" "$work/out.pdf"
fi
if command -v lualatex >/dev/null; then
	ln "$work/plain.latex" "$work/out.tex"
	row 'LuaLaTeX, one pass' 3 lualatex --interaction=batchmode --output-directory="$work" "$work/out.tex"
fi
