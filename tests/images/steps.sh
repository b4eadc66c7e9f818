#!/bin/sh
# The eight steps can be told apart from across the room: shrunk to 96 x 44 cells of grey, any two
# panels differ clearly in a fair share of them; so do the four faces of the pressure scale.  Nothing
# of a step is cut off: a person is seen whole, and the numeral has its room.
set -u
. tests/tools/tap.sh
. tests/images/common

tap_ok 'the reader of pixels compiles' compile pixels libpng

apart() { # ID ID PER-CENT
	share=$("$scratch/pixels" differ "$built/$1.png" "$(mask_of "$1")" "$built/$2.png" "$(mask_of "$2")") || return 1
	echo "$share % of the cells differ"
	awk -v share="$share" -v least="$3" 'BEGIN { exit !(share >= least) }'
}

all_apart() { # PER-CENT ID...
	least=$1
	shift
	while [ $# -gt 1 ]; do
		one=$1
		shift
		for other; do
			tap_ok "$one is not $other" apart "$one" "$other" "$least"
		done
	done
}
all_apart 8 f23-check-wide f24-warm-up-wide f25-place-wide f26-roll-wide f27-hold-wide f28-pump-wide \
	f29-switch-wide f30-finish-wide
all_apart 4 f31a-face-calm f31b-face-work f31c-face-strain f31d-face-much

one_size() { # SUFFIX
	for step in f23-check f24-warm-up f25-place f26-roll f27-hold f28-pump f29-switch f30-finish; do
		"$scratch/pixels" kind "$built/$step$1.png"
	done | cut -d' ' -f1,2 | sort -u | wc -l
}

# clear ID LEFT-MM AIR-MM: nothing is drawn left of LEFT or within AIR of another edge
clear() {
	box=$("$scratch/pixels" box "$(mask_of "$1")") || return 1
	echo "$box $(width "$1") $(height "$1")" | awk -v left="$2" -v air="$3" '{
		printf "left %.2f, top %.2f, right %.2f, bottom %.2f mm free\n", $1 * $5, $2 * $6, (1 - $3) * $5, (1 - $4) * $6
		exit !($1 * $5 >= left && $2 * $6 >= air && (1 - $3) * $5 >= air && (1 - $4) * $6 >= air)
	}'
}
for step in f23-check f24-warm-up f25-place f26-roll f27-hold f28-pump f29-switch f30-finish; do
	tap_ok "$step: 22 mm for the numeral, nothing cut" clear "$step-wide" 22 .25
	tap_ok "$step: nothing of the card is cut" clear "$step" .25 .25
done

# below "X Y" BY: that Y, further down
below() {
	echo "$1" | awk -v by="$2" '{ print $2 + by }'
}

# whole ID LEAST-MM: from hair to sole; nothing above the hair, dark hair under its edge
whole() {
	hair=$(place "$1" hair)
	sole=$(place "$1" sole)
	[ -n "$hair" ] && [ -n "$sole" ] || return 1
	above=$("$scratch/pixels" grey "$built/$1.png" "$(mask_of "$1")" "${hair% *}" "$(below "$hair" -.016)" .004)
	under=$("$scratch/pixels" grey "$built/$1.png" "$(mask_of "$1")" "${hair% *}" "$(below "$hair" .03)" .004)
	echo "$hair $sole $(height "$1")" | awk -v above="$above" -v under="$under" -v least="$2" '{
		tall = ($4 - $2) * $5
		print tall " mm tall, grey " above " over the hair, " under " in it"
		exit !(tall >= least && above == 255 && under < 110)
	}'
}
tap_ok 'who warms up is seen whole' whole f24-warm-up-wide 36
tap_ok 'who finishes is seen whole' whole f30-finish-wide 36

tap_is 'the eight panels have one size' "$(one_size -wide)" 1
tap_is 'the eight cards have one size' "$(one_size '')" 1
tap_end
