#!/bin/sh
# The eight steps can be told apart from across the room: shrunk to 96 x 44 cells of grey, any two
# panels differ clearly in a fair share of them; so do the four faces of the pressure scale.
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
tap_is 'the eight panels have one size' "$(one_size -wide)" 1
tap_is 'the eight cards have one size' "$(one_size '')" 1
tap_end
