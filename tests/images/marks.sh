#!/bin/sh
# Points and zones lie where the guide says: t down the leg (0 knee line, 1 upper edge of the heel
# bone), u across (-1 inner, +1 outer outline), measured on the drawn silhouette itself.
set -u
. tests/tools/tap.sh
. tests/images/common

tap_ok 'the reader of pixels compiles' compile pixels libpng

# The overview carries the scale; all single legs are drawn to its height.
y0=$(place f07-overview t00 | cut -d' ' -f2)
y1=$(place f07-overview t10 | cut -d' ' -f2)
leg=$(height f07-overview)

# tu ID ANCHOR LEG-HEIGHT: "t u"
tu() {
	at=$(place "$1" "$2")
	[ -n "$at" ] || return 1
	# shellcheck disable=SC2086 # two numbers
	run=$("$scratch/pixels" run "$built/$1.mask.png" $at) || return 1
	echo "$at $run $(height "$1")" | awk -v y0="$y0" -v y1="$y1" -v leg="$3" '{
		y = $2 * $5 / leg
		printf "%.3f %.3f\n", (y - y0) / (y1 - y0), (2 * $1 - $3 - $4) / ($4 - $3)
	}'
}

near() { # ID ANCHOR T U LEG-HEIGHT
	got=$(tu "$1" "$2" "$5") || { echo "no mark on the leg"; return 1; }
	echo "$got" | awk -v t="$3" -v u="$4" '{
		if ($1 - t > .02 || t - $1 > .02 || $2 - u > .06 || u - $2 > .06) {
			print "t " $1 ", u " $2
			exit 1
		}
	}'
}

for id in f07-overview f07b-poster-map f08-x1 f07-x1; do
	size=$leg
	[ "$id" != f07-x1 ] || size=$(height f07-x1)
	tap_ok "X1 in $id: t .62, u +.45" near "$id" X1 .62 .45 "$size"
done
for id in f07-overview f07b-poster-map f09-x2 f07-x2; do
	size=$leg
	[ "$id" != f07-x2 ] || size=$(height f07-x2)
	tap_ok "X2 in $id: t .18, u +.25" near "$id" X2 .18 .25 "$size"
done
for id in f07-overview f07b-poster-map f10-x3 f07-x3; do
	size=$leg
	[ "$id" != f07-x3 ] || size=$(height f07-x3)
	tap_ok "X3 in $id: t .76, u +.30" near "$id" X3 .76 .30 "$size"
	tap_ok "the other X3 in $id: t .64, u -.20" near "$id" X3b .64 -.20 "$size"
done
tap_ok 'the roll window on the map: t .55 to .80' near f07b-poster-map window_outer .675 .38 "$leg"
tap_ok 'no-go on the map: hollow of the knee' near f07b-poster-map knee_hollow .015 0 "$leg"

# A right leg from behind: the forefoot shows on the right of the heel.
right_leg() { # ID ANCHOR-ON-THE-HEEL
	at=$(place "$1" "$2")
	# shellcheck disable=SC2086
	run=$("$scratch/pixels" run "$built/$1.mask.png" $at) || return 1
	echo "$at $run" | awk '{ print $1 - $3, $4 - $1; exit !($4 - $1 > 1.15 * ($1 - $3)) }'
}
for one in f07-overview:zone_X3 f07b-poster-map:heel f08-x1:heel_wash f10-x3:main_heel f07-x1:heel_wash f07-x3:main_heel; do
	tap_ok "${one%:*} is a right leg from behind" right_leg "${one%:*}" "${one#*:}"
done

# Main pain is dark, spill-over between, skin light, in grey as well.
steps() { # ID MAIN SPILL
	main=$("$scratch/pixels" grey "$built/$1.png" "$(mask_of "$1")" $(place "$1" "$2") .03)
	spill=$("$scratch/pixels" grey "$built/$1.png" "$(mask_of "$1")" $(place "$1" "$3") .03)
	echo "main $main, spill $spill"
	[ $((spill - main)) -ge 45 ]
}
tap_ok 'f09: main pain and spill-over differ in grey' steps f09-x2 main spill_knee
tap_ok 'f10: main pain and spill-over differ in grey' steps f10-x3 main_heel spill_thread
tap_ok 'f07-x2: main pain and spill-over differ in grey' steps f07-x2 main spill_knee

# Limbs that leave a picture fade away.
fades() { # ID SIDE
	most=$("$scratch/pixels" edge "$built/$1.mask.png" "$2") || return 1
	echo "alpha $most on the $2 edge"
	[ "$most" -le 40 ]
}
for id in f03-no-go f04-layers f04b-two-layers f05-side f06-local-referred f07-overview f07-x1 f07-x2 f07-x3 \
	f07b-poster-map f08-x1 f08b-low-back f09-x2 f10-x3 f13-knee-to-wall f16-rear-foot f19-hip-chain \
	f20b-pinch; do
	tap_ok "$id fades at the top" fades "$id" top
done
tap_ok 'f01 fades at the left' fades f01-cover left
tap_ok 'f08b fades at the bottom' fades f08b-low-back bottom
tap_end
