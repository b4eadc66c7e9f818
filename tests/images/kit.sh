#!/bin/sh
# The kit: masters are those it draws, its C part builds without a warning and fails clearly.
set -u
. tests/tools/tap.sh
scratch=${TMPDIR:-/tmp}
python=${PYTHON3:-/usr/bin/python3}

if [ -x "$python" ]; then
	tap_silent 'no master is older than the code that draws it' "$python" -B images/kit/redraw.py --check
	# shellcheck disable=SC2016 # Python
	tap_silent 'every module of the kit parses' "$python" -B -c '
import ast, glob
for name in glob.glob("images/kit/*.py"):
    with open(name) as f:
        ast.parse(f.read(), name)'
else
	tap_skip 'no master is older than the code that draws it' 'no python3'
fi

# shellcheck disable=SC2086 # a list of flags
warnings="-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes
	-Wmissing-prototypes -Wpointer-arith -Wcast-qual -Wwrite-strings -Wvla -Wdouble-promotion"
tap_silent 'the ray marcher builds without a warning' ${TEST_CC:-cc} -std=c11 -D_POSIX_C_SOURCE=200809L \
	$warnings -O1 -o "$scratch/march" images/kit/march.c images/kit/shapes.c -lm -lpthread

refused() { # STATUS WORDS SCENE
	printf '%s\n' "$3" >"$scratch/scene"
	text=$("$scratch/march" "$scratch/scene" "$scratch/out" 2>&1)
	status=$?
	echo "status $status: $text"
	[ "$status" -eq "$1" ] && printf '%s' "$text" | grep -q "$2"
}
view='view 8 8 1 0 0 0 1 0 0 0 1 0 0 0 -1'
tap_ok 'a scene without a view is refused' refused 1 'no view' ''
tap_ok 'a scene cut short is refused' refused 1 'a number is missing' 'view 8 8'
tap_ok 'a group out of range is refused' refused 1 'out of range' "$view
group 64 -1 0 0 0 0 1"
tap_ok 'a shape of no group is refused' refused 1 'out of range' "$view
cone 0 1 1 0 0 0 0 1 0 0 1 1"
tap_ok 'a word that is no shape is refused' refused 1 'no shape' "$view
group 0 -1 0 0 0 0 1
cube 0 1 1 0 0 0 0"

# A ball of radius 3 before the camera: 8 x 8 pixels of 1 cm; depth of the middle is that of its front.
ball="$view
group 0 -1 0 0 0 0 1
cone 0 7 9 0  -0.001 0 -20  0.001 0 -20  3 3"
printf '%s\n' "$ball" >"$scratch/scene"
tap_silent 'a ball is drawn' "$scratch/march" "$scratch/scene" "$scratch/out"
tap_is 'its picture has the size promised' "$(wc -c <"$scratch/out" | tr -d ' ')" $((8 + 64 * 19))
tap_is 'material and part are those of the ball' \
	"$(tail -c 192 "$scratch/out" | head -c 128 | od -An -tu1 -v | tr -s ' ' '\n' | grep . | sort -un | tr '\n' ' ')" '0 7 9 '
near=$(od -An -tf4 -v -j $((8 + 4 * (4 * 8 + 4))) -N 4 "$scratch/out")
tap_ok 'its front is 17 cm away' awk -v d="$near" 'BEGIN { print d; exit !(d > 17.05 && d < 17.15) }'
tap_end
