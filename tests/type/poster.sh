#!/bin/sh
# The poster in every size, with words as long as German makes them: the program's own proofs find
# no words over words, nothing cut off, nothing too small to read from where it hangs.
set -u
. tests/tools/tap.sh
. tests/type/kit.sh

# a title of two lines whose longest word is longer than half of it, and a sidebar with more to say
sed '/"poster": {/,$ {
	s/"title": "Die Wade ausrollen"/"title": "Waden-Selbstmassage: Anleitung"/
	s/"title": "Wie kräftig"/"title": "Wie kräftig darf es beim Rollen sein"/
	s/"text": "4 s einatmen.*"/"text": "Vier Sekunden lang einatmen, sechs Sekunden ausatmen."/
	s/^\( *\)"scharfem Schmerz",/&\n\1"kaltem, blassem Fuß",/
}' tests/data/type/type.de.json >"$work/three.de.json"
sed 's/"line": "Anderer Unterschenkel.*"/"line": "Anderes Bein: noch einmal."/' "$work/three.de.json" >"$work/full.de.json"
cp tests/data/type/type.facts.json "$work"

for size in a4 a3 a2 a1 letter tabloid 24x36; do
	tap_silent "$TEST_NAME on $size" "$GUIDEPRESS" poster "$TEST_GUIDE" --size="$size" \
		--images "$BUILD_TREE/images" -o "$work/first.pdf"
	tap_silent "long words on $size" press poster tests/data/type/type.de.json "$work/$size.pdf" \
		--size="$size"
	tap_silent "a long title and a full sidebar on $size" press poster "$work/full.de.json" \
		"$work/$size.pdf" --size="$size"
	tap_silent "$TEST_NAME for the left leg on $size" "$GUIDEPRESS" poster "$TEST_GUIDE" \
		--size="$size" --side=left --images "$BUILD_TREE/images" -o "$work/first.pdf"
done

# under such a title there is no room for a step line of three lines: the step is named
text=$(press poster "$work/three.de.json" "$work/three.pdf" --size=a3 2>&1)
tap_is 'too much for every rung of the ladder is refused' "$?" 1
tap_is 'and the card that is too full is named, no word was cut' \
	"$(printf '%s\n' "$text" | sed 's/.*error: \(.*\); .*\[/\1 [/')" \
	'the poster line of this step takes 3 lines even at the smallest size, but under a poster title of 2 lines its card has room for 2 of about 21 letters [at /routine/steps/6]'

# the proofs bite: type made smaller is too small for its distance
sed '/"poster_line"/,/}/s/"size": *"[0-9.]*pt"/"size": "20pt"/' content/house/style.json >"$work/small.json"
text=$(press poster tests/data/type/type.de.json "$work/small.pdf" --style "$work/small.json" 2>&1)
status=$?
tap_is 'smaller step lines are refused' "$status" 1
tap_ok 'and the message says by how much' sh -c 'printf "%s" "$1" | grep -q "step line.*capitals only"' - "$text"
tap_end
