#!/bin/sh
# fuzz.sh SECONDS OUT TARGET...: run each libFuzzer program for SECONDS, one after the other.
#
# New inputs go to OUT/NAME, beside the kept ones of tests/fuzz/corpus/NAME; a crash is left in
# OUT/crash-NAME-*.  Ends like the other tests, in "N passed, N failed".
set -u
seconds=$1
out=$2
shift 2
mkdir -p "$out"
passed=0
failed=0

for target; do
	name=${target##*/fuzz_}
	mkdir -p "$out/$name"
	set -- "$out/$name"
	[ ! -d "tests/fuzz/corpus/$name" ] || set -- "$@" "tests/fuzz/corpus/$name"
	[ ! -f "tests/fuzz/dict/$name" ] || set -- "$@" "-dict=tests/fuzz/dict/$name"
	if "$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 \
		-artifact_prefix="$out/crash-$name-" "$@" >"$out/$name.log" 2>&1; then
		passed=$((passed + 1))
		echo "ok     fuzz_$name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$out/$name.log") inputs"
	else
		failed=$((failed + 1))
		echo "FAILED fuzz_$name: $out/$name.log"
		grep -E 'ERROR|SUMMARY|runtime error|artifact|Test unit written' "$out/$name.log" | head -n 8
	fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
