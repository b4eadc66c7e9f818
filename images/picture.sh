#!/bin/sh
# picture.sh MASTER.svg OUT SPLIT PIXELS [COLOURS]: draw a master PIXELS wide, as OUT.png (palette, no
# alpha) and, where it is not opaque, OUT.mask.png (grey).  SPLIT is the program made of pngsplit.c.
set -eu
master=$1 out=$2 split=$3 pixels=$4 colours=${5:-64}

trap 'rm -f "$out.rgba.png" "$out.rgb.png"' EXIT
rsvg-convert --width "$pixels" --keep-aspect-ratio -o "$out.rgba.png" "$master"
"$split" "$out.rgba.png" "$out"
pngquant --force --speed 3 --nofs --strip "$colours" --output "$out.png" "$out.rgb.png"
