# For the scripts of tests/type: source after tap.sh.  Sets guides with the style as it is or with
# an edition that justifies, and has typelines look at the pages.

. tests/tools/structure.sh
work=${TMPDIR:-/tmp}
typelines=$TEST_TOOLS_DIR/typelines
mkdir -p "$work/images" "$work/house"

need() { # COMMAND WHAT
	command -v "$1" >/dev/null && return 0
	tap_skip "$2" "no $1"
	tap_end
}

# the style with one edition more
sed 's/^\( *\)"editions": {/&\n\1  "justified": { "justified": true },/' \
	content/house/style.json >"$work/house/style.json"

# pictures of the project's own guide, for guides that have none
cp images/anchors.json "$work/images"
for picture in f01-cover f07b-poster-map f23 f24 f25 f26 f27 f28 f29 f30; do
	cp "$BUILD_TREE/images/$picture"*.png "$work/images"
done

press() { # COMMAND GUIDE OUT OPTION...
	press_command=$1
	press_guide=$2
	press_out=$3
	shift 3
	"$GUIDEPRESS" "$press_command" "$press_guide" -o "$press_out" --images "$work/images" \
		--fonts fonts --style "$work/house/style.json" --words content/house/words.en.json "$@"
}

# What poppler says about a PDF: NAME.html with the boxes of its words, NAME.txt with its structure.
look_at() { # PDF NAME
	structure_of "$1" "$work/$2.txt" && pdftotext -raw -bbox "$work/$2.txt.pdf" "$work/$2.html"
}

judge() { # CHECK NAME
	"$typelines" "$1" "$work/$2.html" "$work/$2.txt"
}

# Every check that holds for ragged and justified text.
judge_all() { # NAME WHAT
	tap_silent "$2: every paragraph is found on the pages" judge found "$1"
	tap_silent "$2: no last line of a paragraph is too short" judge runt "$1"
	tap_silent "$2: no lines of a paragraph alone on a page" judge widow "$1"
	tap_silent "$2: no heading without its text" judge heading "$1"
	tap_silent "$2: words are broken only where they may be" judge hyphen "$1"
	tap_silent "$2: body text stands on the grid" judge grid "$1"
	tap_silent "$2: facing pages line up" judge facing "$1"
}
