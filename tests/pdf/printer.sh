#!/bin/sh
# The calibration sheet tells what a printer does, and a passport undoes it.
set -u
. tests/tools/tap.sh
if ! command -v pdftoppm >/dev/null; then
	tap_skip 'printers' 'no pdftoppm'
	tap_end
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
images=--images=$BUILD_TREE/images

# --- the sheet, folded by arithmetic ------------------------------------------------------------

# A printer shifts all lines; folding lays the left (upper) half over the other one.  Which lines
# meet end to end, and what number stands beside them?
fold() { # DUMP SIDE AXIS TENTHS: the numbers at which lines meet
	awk -v side="$2" -v axis="$3" -v tenths="$4" '
		function box(line) { # of the one rectangle of a path: x0 y0 x1 y1
			match(line, / M[-0-9,]+ L[-0-9,]+ L[-0-9,]+/)
			split(substr(line, RSTART + 2, RLENGTH - 2), corner, / L/)
			split(corner[1], a, ","); split(corner[3], b, ",")
			x0 = a[1]; y0 = a[2]; x1 = b[1]; y1 = b[2]
			if (axis == "y") { t = x0; x0 = y0; y0 = t; t = x1; x1 = y1; y1 = t }
		}
		$1 == "tag" && /alt="Vernier/ { verniers[$2] = ++n }
		# tags of a side: first x, then y
		$1 == "page" { pages++; match($0, /[0-9]+x[0-9]+/); split(substr($0, RSTART, RLENGTH), size, "x")
			middle = size[axis == "x" ? 1 : 2] / 2 }
		pages == side && / tag=/ {
			match($0, /tag=[0-9]+/)
			if (verniers[substr($0, RSTART + 4, RLENGTH - 4)] != 2 * (side - 1) + (axis == "y" ? 2 : 1))
				next
			if ($1 == "path") {
				box($0)
				at = (x0 + x1) / 2 + tenths * 283.4646
				if (at < middle) { far[++f] = 2 * middle - at; end[f] = y1 }
				else { near[++m] = at; start[m] = y0; home[m] = (x0 + x1) / 2 }
			}
			if ($1 == "glyphs" && /"((−)?[0-2]\.[0-9]|0)"/) {
				match($0, /at=[-0-9]+,[-0-9]+/)
				split(substr($0, RSTART + 3, RLENGTH - 3), a, ",")
				match($0, /"[^"]*"/)
				words = substr($0, RSTART + 1, RLENGTH - 2)
				# beside its line: right of it, or under it
				number[m] = words
			}
		}
		END {
			for (i = 1; i <= m; i++)
				for (k = 1; k <= f; k++) {
					off = near[i] - far[k]; gap = start[i] - end[k]
					if (off < 100 && off > -100 && gap < 20 && gap > -20)
						printf "%s ", number[i]
				}
		}' "$1"
}

words_of() { # TENTHS as printed
	awk -v n="$1" 'BEGIN { s = n < 0 ? "−" : ""; n = n < 0 ? -n : n
		printf n ? s int(n / 10) "." n % 10 " " : "0 " }'
}

reads() { # DUMP SIDE AXIS: every tenth from -2.0 to 2.0
	n=-20
	while [ "$n" -le 20 ]; do
		got=$(fold "$1" "$2" "$3" "$n")
		want=$(words_of "$n")
		[ "$got" = "$want" ] || echo "shift of $n tenths: \"$got\" meet"
		n=$((n + 3))
	done
}

for sheet in a4 letter; do
	tap_ok "calibration sheet on $sheet" "$GUIDEPRESS" calibrate --sheet=$sheet -o "$work/$sheet.pdf"
	"$GUIDEPRESS" calibrate --sheet=$sheet --dump >"$work/$sheet.dump"
	for side in 1 2; do
		for axis in x y; do
			tap_silent "$sheet, side $side: one pair of lines meets at the shift in $axis" \
				reads "$work/$sheet.dump" $side $axis
		done
	done
	tap_is "$sheet: two sides" "$(pdfinfo "$work/$sheet.pdf" | awk '$1 == "Pages:" { print $2 }')" 2
	tap_is "$sheet: both tagged" "$(pdfinfo "$work/$sheet.pdf" | awk '$1 == "Tagged:" { print $2 }')" yes
done

# --- what a passport does to ink ----------------------------------------------------------------

passport() { # FRONT-X FRONT-Y BACK-X BACK-Y [MORE]
	printf '{"format":1,"front":{"x":"%s","y":"%s"},"back":{"x":"%s","y":"%s"}%s}\n' \
		"$1" "$2" "$3" "$4" "${5:-}" >"$work/printer.json"
}

# at 254 dpi a pixel is a tenth of a millimetre
boxes() { # FILE FIRST LAST
	pdftoppm -r 254 -gray -aa no -aaVector no -f "$2" -l "$3" "$1" | "$TEST_TOOLS_DIR/inkbox"
}

# moved BOX-BEFORE BOX-AFTER DX DY: edges moved by these tenths, one pixel for rounding
moved() {
	printf '%s %s %s %s\n' "$1" "$2" "$3" "$4" | awk '
		function off(i, by) { v = $(i + 4) - $i - by; return v > 1 || v < -1 }
		{ if (off(1, $9) || off(3, $9) || off(2, $10) || off(4, $10)) print }'
}

both_sides() { # WHAT BEFORE AFTER FIRST FX FY BX BY
	boxes "$2" "$4" $(($4 + 1)) >"$work/before"
	boxes "$3" "$4" $(($4 + 1)) >"$work/after"
	tap_silent "$1: front moved by $5, $6 tenths" \
		moved "$(sed -n 1p "$work/before")" "$(sed -n 1p "$work/after")" "$5" "$6"
	tap_silent "$1: back moved by $7, $8 tenths" \
		moved "$(sed -n 2p "$work/before")" "$(sed -n 2p "$work/after")" "$7" "$8"
}

passport 0.7mm -0.4mm -1.2mm 0.8mm
"$GUIDEPRESS" calibrate --printer="$work/printer.json" -o "$work/moved.pdf"
both_sides 'calibration sheet' "$work/a4.pdf" "$work/moved.pdf" 1 -7 4 12 -8

# for a made-up printer of that passport, the corrected sheet reads 0 everywhere
"$GUIDEPRESS" calibrate --printer="$work/printer.json" --dump >"$work/moved.dump"
tap_is 'front reads 0.7 less in x' "$(fold "$work/moved.dump" 1 x 7)" '0 '
tap_is 'front reads -0.4 less in y' "$(fold "$work/moved.dump" 1 y -4)" '0 '
tap_is 'back reads -1.2 less in x' "$(fold "$work/moved.dump" 2 x -12)" '0 '
tap_is 'back reads 0.8 less in y' "$(fold "$work/moved.dump" 2 y 8)" '0 '

for flip in short long; do
	"$GUIDEPRESS" booklet "$TEST_GUIDE" "$images" --sheet=a4 --no-page-0 --flip=$flip -o "$work/plain.pdf"
	"$GUIDEPRESS" booklet "$TEST_GUIDE" "$images" --sheet=a4 --no-page-0 --flip=$flip \
		--printer="$work/printer.json" -o "$work/moved.pdf"
	case $flip in
	short) both_sides 'booklet, short edge' "$work/plain.pdf" "$work/moved.pdf" 3 -7 4 12 -8 ;;
	# the back is upside down in the file
	long) both_sides 'booklet, long edge' "$work/plain.pdf" "$work/moved.pdf" 3 -7 4 -12 8 ;;
	esac
done

# the left edge of the lying sheet is the top of a standing one: x becomes y, y becomes -x
"$GUIDEPRESS" poster "$TEST_GUIDE" "$images" --size=a4 -o "$work/plain.pdf"
"$GUIDEPRESS" poster "$TEST_GUIDE" "$images" --size=a4 --printer="$work/printer.json" -o "$work/moved.pdf"
boxes "$work/plain.pdf" 1 1 >"$work/before"
boxes "$work/moved.pdf" 1 1 >"$work/after"
case $(pdfinfo "$work/plain.pdf" | awk '$1 == "Page" { print ($3 > $5) }') in
1) dx=-7 dy=4 ;;
*) dx=-4 dy=-7 ;;
esac
tap_silent 'poster moved as it lies' moved "$(cat "$work/before")" "$(cat "$work/after")" $dx $dy

# rulers that came out at 202 and 99 mm: ink is made smaller, then larger
passport 0mm 0mm 0mm 0mm ',"ruler":{"x":"202mm","y":"99mm"}'
"$GUIDEPRESS" calibrate --printer="$work/printer.json" -o "$work/moved.pdf"
boxes "$work/a4.pdf" 2 2 >"$work/before"
boxes "$work/moved.pdf" 2 2 >"$work/after"
sizes() {
	paste "$work/before" "$work/after" | awk '
		{ x = ($3 - $1) * 200 / 202 - ($7 - $5); y = ($4 - $2) * 100 / 99 - ($8 - $6) }
		x > 2 || x < -2 || y > 2 || y < -2'
}
tap_silent 'ink is scaled by what the rulers measured' sizes

# --- what cannot be printed ---------------------------------------------------------------------

passport 0mm 0mm 0mm 0mm ',"margin":{"left":"13mm","top":"4mm","right":"4mm","bottom":"13mm"}'
"$GUIDEPRESS" booklet "$TEST_GUIDE" "$images" --sheet=a4 --printer="$work/printer.json" \
	-o "$work/none.pdf" 2>"$work/said"
tap_is 'ink in the white margin is an error' "$?" 1
tap_ok 'it names sheet, element and edge' \
	grep -q 'error: Sheet 2 back: ".*" reaches within .* mm of the bottom edge' "$work/said"
tap_ok 'and nothing is written' test ! -e "$work/none.pdf"
passport 0mm 0mm 0mm 0mm ',"margin":{"left":"7mm","top":"7mm","right":"7mm","bottom":"7mm"}'
tap_ok 'tiles keep out of a wide margin' "$GUIDEPRESS" poster "$TEST_GUIDE" "$images" --size=a2 \
	--tile=a4 --printer="$work/printer.json" -o "$work/tiles.pdf"
"$GUIDEPRESS" booklet "$TEST_GUIDE" "$images" --marks --printer="$work/printer.json" \
	-o "$work/none.pdf" 2>/dev/null
tap_is 'a passport does not go with print shop marks' "$?" 2
tap_end
