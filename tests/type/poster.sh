#!/bin/sh
# The poster in every size, with words as long as German makes them: the program's own proofs find
# no words over words, nothing cut off, nothing too small to read from where it hangs.
set -u
. tests/tools/tap.sh
. tests/type/kit.sh

for size in a4 a3 a2 a1 letter tabloid 24x36; do
	tap_silent "$TEST_NAME on $size" "$GUIDEPRESS" poster "$TEST_GUIDE" --size="$size" \
		--images "$BUILD_TREE/images" -o "$work/first.pdf"
	tap_silent "long words on $size" press poster tests/data/type/type.de.json "$work/$size.pdf" \
		--size="$size"
done

# the proofs bite: type made smaller is too small for its distance
sed '/"poster_line"/,/}/s/"size": *"[0-9.]*pt"/"size": "20pt"/' content/house/style.json >"$work/small.json"
text=$(press poster tests/data/type/type.de.json "$work/small.pdf" --style "$work/small.json" 2>&1)
status=$?
tap_is 'smaller step lines are refused' "$status" 1
tap_ok 'and the message says by how much' sh -c 'printf "%s" "$1" | grep -q "step line.*capitals only"' - "$text"
tap_end
