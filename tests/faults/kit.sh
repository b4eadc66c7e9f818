# A small guide for the tests of faults, and how it is pressed; source it with `. tests/faults/kit.sh`.
# It comes to $work, the program's command for COMMAND is `press COMMAND ...`.

. tests/golden/layout/guide.sh
work=${TMPDIR:-/tmp}
case $work in
/*) ;;
*) work=$PWD/$work ;;
esac
program=$PWD/${GUIDEPRESS#"$PWD"/}
case $GUIDEPRESS in
/*) program=$GUIDEPRESS ;;
esac

house
blocks="$(cat tests/golden/layout/block-figure-labels.json),
	$(cat tests/golden/layout/block-table.json), { \"type\": \"text\", \"text\": \"Words, *more* words.\" }"
make_guide "$work"

# What the guide is pressed with; no word of it has a blank.
with="$work/guide.json --images $PWD/tests/golden/layout/images --fonts $PWD/fonts
	--style $PWD/content/house/style.json --words $PWD/content/house/words.en.json"

press() { # COMMAND [OPTION...]
	press_command=$1
	shift
	# shellcheck disable=SC2086 # words
	"$program" "$press_command" $with "$@"
}

# Trials of each fault in COMMAND's run, in a folder of their own.  FAULT_BOUND bounds them; 0 is no bound.
trials() { # KIND BOUND COMMAND [OPTION...]
	rm -rf "$work/trials"
	mkdir -p "$work/trials/out"
	trials_kind=$1
	trials_bound=${FAULT_BOUND:-$2}
	trials_command=$3
	shift 3
	# shellcheck disable=SC2086 # words
	"$TEST_FAULTS_DIR/faults" "$trials_kind" "$trials_bound" "$TEST_FAULTS_DIR/fault.so" \
		"$work/trials/out" "$program" "$trials_command" $with "$@"
}
