#!/bin/sh
# The same input gives the same bytes: in another folder, by another path, in another time zone and
# language, a second later.
set -u
. tests/tools/tap.sh
work=${TMPDIR:-/tmp}
program=$(realpath "$GUIDEPRESS")
images=$(realpath "$BUILD_TREE/images")
fonts=$(realpath fonts)
guide=$(basename "$TEST_GUIDE")
mkdir -p "$work/elsewhere/images"
cp -r "$(dirname "$TEST_GUIDE")" "$work/elsewhere/content"
cp images/anchors.json "$work/elsewhere/images"

# a language that writes decimals with a comma, made here when the machine can
locale=C.UTF-8
if localedef -i de_DE -f UTF-8 "$work/de_DE.UTF-8" >/dev/null 2>&1; then
	locale=de_DE.UTF-8
fi

here() { # OUT COMMAND...
	out=$1
	shift
	"$program" "$@" --images "$images" --fonts "$fonts" -o "$out" "$TEST_GUIDE"
}

there() { # OUT COMMAND...
	out=$1
	shift
	cd "$work/elsewhere/content" &&
		env LOCPATH="$work" LC_ALL=$locale LANG=$locale TZ=Pacific/Kiritimati HOME=/nowhere \
			"$program" "$@" --images "$images" --fonts "$fonts" -o "$out" "$guide"
}

same() { # COMMAND...
	here "$work/here.pdf" "$@" || return
	(there "$work/there.pdf" "$@") || return
	cmp "$work/here.pdf" "$work/there.pdf"
}

dated() { # COMMAND...
	here "$work/here.pdf" "$@" || return
	SOURCE_DATE_EPOCH=1000000000 here "$work/dated.pdf" "$@" || return
	SOURCE_DATE_EPOCH=1000000000 here "$work/again.pdf" "$@" || return
	cmp "$work/dated.pdf" "$work/again.pdf"
}

tap_ok "booklet: same bytes elsewhere ($locale)" same booklet
tap_ok "sheets: same bytes elsewhere ($locale)" same booklet --sheet a4
tap_ok "poster: same bytes elsewhere ($locale)" same poster --size a3
tap_ok "tiles: same bytes elsewhere ($locale)" same poster --size a2 --tile a4
tap_ok 'booklet: same bytes with SOURCE_DATE_EPOCH' dated booklet
tap_end
