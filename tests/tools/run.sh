#!/bin/sh
# run.sh [-o DIR] [-j JOBS] [-t SECONDS] PROGRAM...
#
# Run test programs and scripts that speak TAP ("ok 1 - name", "not ok 2 - name"), JOBS at a time,
# and count.  Each gets a scratch folder of its own in $TMPDIR, emptied afterwards, and SECONDS to finish.
# Output is kept in DIR/NAME.out, the counts of all in DIR/summary.  A program that prints no TAP,
# dies, breaks its own plan or fails without saying so counts as one failure more.
#
# The last line is "N passed, N failed"; exit status 1 when anything failed.
set -u

out=build/tests/results
jobs=2
seconds=600
only_one=
while getopts 1o:j:t: opt; do
	case $opt in
	1) only_one=yes ;; # for itself: run without counting the others
	o) out=$OPTARG ;;
	j) jobs=$OPTARG ;;
	t) seconds=$OPTARG ;;
	*) exit 2 ;;
	esac
done
shift $((OPTIND - 1))

# tests/pdf/poppler.sh and build/release/tests/unit/test_len both lose what is the same for all
name_of() {
	printf '%s' "${1%.sh}" | sed 's|.*tests/||; s|/|-|g'
}

# One program: its output to NAME.out, its counts "passed failed skipped milliseconds CPU NAME"
# to NAME.count.
run_one() {
	name=$(name_of "$1")
	work=$out/$name.tmp
	rm -rf "$work"
	mkdir -p "$work"
	start=$(date +%s%3N)
	case $1 in
	*.sh) TMPDIR=$work timeout -k 5 "$seconds" sh "$1" ;;
	*) TMPDIR=$work timeout -k 5 "$seconds" "$1" ;;
	esac >"$out/$name.out" 2>&1 </dev/null
	status=$?
	end=$(date +%s%3N)
	# processor time of the program and its children, "0m1.25s 0m0.50s"
	times >"$out/$name.times"
	cpu=$(awk 'NR == 2 { split($1 "m" $2, t, /[ms]+/); print int((t[1] + t[3]) * 60000 + (t[2] + t[4]) * 1000) }' "$out/$name.times")
	rm -f "$out/$name.times"
	rm -rf "$work"
	if [ "$status" -ge 124 ] && [ "$status" -le 159 ]; then
		echo "# stopped: status $status (124 and 137 mean out of time, 134 and 139 a crash)" >>"$out/$name.out"
	fi
	awk -v status=$status -v name="$name" -v ms=$((end - start)) -v cpu="${cpu:-0}" '
		/^[ \t]*ok([ \t]|$)/ { if (tolower($0) ~ /# *skip/) skipped++; else passed++ }
		/^[ \t]*not ok([ \t]|$)/ { if (tolower($0) ~ /# *skip/) skipped++; else failed++ }
		/^[ \t]*1\.\.[0-9]+/ { sub(/^[ \t]*1\.\./, ""); plan += $0 + 0; if ($0 + 0 == 0) empty = 1 }
		END {
			seen = passed + failed + skipped
			if ((seen == 0 && !empty) || (plan && plan != seen) || (status && !failed))
				failed++
			printf "%d %d %d %d %d %s\n", passed, failed, skipped, ms, cpu, name
		}' "$out/$name.out" >"$out/$name.count"
	awk '{ printf "%-6s %-26s %4d passed%s%s, %.2f s (CPU %.2f s)\n", $2 ? "FAILED" : "ok", $6, $1,
		$2 ? ", " $2 " failed" : "", $3 ? ", " $3 " skipped" : "", $4 / 1000, $5 / 1000 }' "$out/$name.count"
}

# What went wrong, with enough of the output to mend it.
show_failure() {
	echo
	echo "--- $1: $out/$1.out"
	if [ "$(wc -l <"$out/$1.out")" -le 60 ]; then
		cat "$out/$1.out"
	else
		grep -n -A 12 '^[[:space:]]*not ok' "$out/$1.out" | head -n 80
		echo "    ..."
		tail -n 20 "$out/$1.out"
	fi
}

if [ "$only_one" ]; then
	run_one "$1"
	exit 0
fi

rm -rf "$out"
mkdir -p "$out"
out=$(cd "$out" && pwd)
[ $# -eq 0 ] || printf '%s\0' "$@" | xargs -0 -n 1 -P "$jobs" sh "$0" -1 -o "$out" -t "$seconds"

find "$out" -name '*.count' -exec cat {} + | sort -k 6 >"$out/summary"
awk '$2 { print $6 }' "$out/summary" | while read -r name; do
	show_failure "$name"
done
awk '{ p += $1; f += $2; s += $3 }
	END {
		if (s) printf "%d skipped\n", s
		printf "%d passed, %d failed\n", p, f
		exit f > 0
	}' "$out/summary"
