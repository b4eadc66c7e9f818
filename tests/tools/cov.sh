#!/bin/sh
# cov.sh TREE: lines and branches of src/ that the tests of a BUILD=cov tree reached, file by file,
# then for all.  With COV_MIN=90 in the environment a smaller share of lines is an error.
set -eu
tree=$(cd "$1" && pwd)
top=$(pwd)
work=$tree/gcov
rm -rf "$work"
mkdir -p "$work"
cd "$work"
find "$tree/obj" -name '*.gcda' -print0 | sort -z |
	xargs -0 -r gcov --branch-counts --branch-probabilities --no-output --source-prefix "$top" --relative-only |
	awk -v min="${COV_MIN:-0}" '
		/^File/ { file = $2; gsub(/\047/, "", file); keep = file ~ /^src\// }
		/^Lines executed/ && keep && !(file in lines) {
			split($2, v, /[:%]/)
			lines[file] = $4
			hit[file] = v[2] * $4 / 100
			order[++n] = file
		}
		/^Taken at least once/ && keep && !(file in branches) {
			split($4, v, /[:%]/)
			branches[file] = $6
			taken[file] = v[2] * $6 / 100
		}
		function row(name, h, l, t, b) {
			printf "%-34s %6.1f %% of %5d lines  %6.1f %% of %5d branches\n", name,
				l ? 100 * h / l : 100, l, b ? 100 * t / b : 100, b
		}
		END {
			for (i = 1; i <= n; i++) {
				f = order[i]
				row(f, hit[f], lines[f], taken[f], branches[f])
				H += hit[f]; L += lines[f]; T += taken[f]; B += branches[f]
			}
			row("all", H, L, T, B)
			exit L && 100 * H / L < min
		}'
