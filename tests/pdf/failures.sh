#!/bin/sh
# What goes wrong at the edges: a clear message on stderr, the right exit status, and the PDF that
# was there before untouched.
set -u
. tests/tools/tap.sh
work=${TMPDIR:-/tmp}
images=$BUILD_TREE/images
content=$(dirname "$TEST_GUIDE")
target=$work/out/target.pdf
mkdir -p "$work/out"

# A copy of the guide and all it needs, to be spoilt.
cp -r "$content" "$work/content"
mkdir "$work/images"
cp images/anchors.json "$images"/*.png "$work/images"
mkdir "$work/fonts"
cp fonts/*.ttf "$work/fonts"
guide=$work/content/$(basename "$TEST_GUIDE")
facts=$(find "$work/content" -name '*.facts.json' | head -n 1)

restore() {
	cp "$content"/*.json "$work/content/"
	cp "$content"/house/*.json "$work/content/house/"
	cp images/anchors.json "$images"/*.png "$work/images/"
	cp fonts/*.ttf "$work/fonts/"
}

press() { # ARGUMENT...
	"$GUIDEPRESS" "$@" --images "$work/images" --fonts "$work/fonts"
}

# Run, then look at the status (one of a list), the message and the old file.
fails() { # NAME STATUSES WORDS ARGUMENT...
	name=$1
	status=$2
	words=$3
	shift 3
	echo 'the old file' >"$target"
	message=$(press "$@" 2>&1 >/dev/null)
	got=$?
	restore
	if ! expr " $status " : ".* $got " >/dev/null; then
		tap_fail "$name" "exit status $got, expected $status: $message"
	elif ! printf '%s\n' "$message" | grep -qiE -- "$words"; then
		tap_fail "$name" "no word of \"$words\" in: $message"
	elif [ "$(printf '%s\n' "$message" | wc -l)" -gt 4 ]; then
		tap_fail "$name" "more than a few lines: $message"
	elif [ "$(cat "$target")" != 'the old file' ]; then
		tap_fail "$name" 'the old file was touched'
	elif [ "$(ls -A "$work/out")" != target.pdf ]; then
		tap_fail "$name" "left behind: $(ls -A "$work/out")"
	else
		tap_pass "$name"
	fi
}

booklet() { # NAME STATUSES WORDS
	fails "$@" booklet "$guide" -o "$target"
}

spoil() { # FILE: put rubbish into its middle
	printf 'rubbish' | dd of="$1" bs=1 seek=$(($(stat -c %s "$1") / 2)) conv=notrunc 2>/dev/null
}

shorten() { # FILE: keep its first half
	truncate -s $(($(stat -c %s "$1") / 2)) "$1"
}

# the first picture that the guide uses, and the typefaces of the style
picture=$(sed -n 's/.*"image": *"\([^"]*\)".*/\1/p' "$guide" | head -n 1)

fails 'no such guide' 3 'nowhere.json' booklet "$work/nowhere.json" -o "$target"
fails 'the guide is a folder' 3 'ordinary file|folder|directory' booklet "$work/content" -o "$target"
: >"$guide"
booklet 'an empty guide' 1 "$(basename "$guide")"
shorten "$guide"
booklet 'a guide cut short' 1 "$(basename "$guide"):[0-9]+:[0-9]+"
cp "$work/images/$picture.png" "$guide"
booklet 'a picture in place of a guide' 1 "$(basename "$guide"):1:1"
rm "$facts"
booklet 'no facts' '1 3' "$(basename "$facts")"
rm "$work/content/house/style.json"
booklet 'no style' '1 3' 'style.json'
shorten "$work/content/house/style.json"
booklet 'a style cut short' 1 'style.json'
rm "$work/content/house/words.en.json"
booklet 'no words' '1 3' 'words.en.json'

rm "$work/images/$picture.png"
booklet 'a picture is missing' '1 3' "$picture"
shorten "$work/images/$picture.png"
booklet 'a picture cut short' 1 "$picture"
spoil "$work/images/$picture.png"
booklet 'a picture with rubbish in it' 1 "$picture"
cp "$guide" "$work/images/$picture.png"
booklet 'a picture that is none' 1 "$picture"

rm "$work/fonts/Lato-Regular.ttf"
booklet 'a typeface is missing' '1 3' 'Lato-Regular.ttf'
shorten "$work/fonts/Lato-Regular.ttf"
booklet 'a typeface cut short' 1 'Lato-Regular'
cp "$guide" "$work/fonts/Lato-Regular.ttf"
booklet 'a typeface that is none' 1 'Lato-Regular'

fails 'the target folder does not exist' 3 'none/target.pdf' booklet "$guide" -o "$work/none/target.pdf"
fails 'the target folder is a file' 3 'target.pdf/x.pdf' booklet "$guide" -o "$target/x.pdf"
fails 'the disk is full' 3 '/dev/full' booklet "$guide" -o /dev/full
if [ "$(id -u)" -ne 0 ]; then
	chmod a-w "$work/out"
	booklet 'the target folder is locked' 3 'target.pdf'
	chmod u+w "$work/out"
else
	tap_skip 'the target folder is locked' 'root may write anywhere'
fi

fails 'no command' 2 'usage|help'
fails 'an unknown command' 2 'bokklet' bokklet "$guide"
fails 'an unknown option' 2 'colour' booklet --colour "$guide" -o "$target"
fails 'an unknown size' '1 2' 'a77' poster --size a77 "$guide" -o "$target"
fails 'an unknown edition' '1 2' 'tiny' booklet --edition tiny "$guide" -o "$target"
fails 'no guide' 2 'usage|guide' booklet -o "$target"

# and what is right is right
tap_silent 'check says nothing about a good guide' press check "$guide"
tap_ok 'the good guide is pressed' press booklet "$guide" -o "$target"
tap_is 'and is a PDF' "$(head -c 5 "$target")" '%PDF-'
tap_ok '--help' "$GUIDEPRESS" --help
tap_ok '--version' "$GUIDEPRESS" --version
tap_end
