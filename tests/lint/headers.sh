#!/bin/sh
# Every header compiles alone and has the guard named after its path.  One that its own C file
# includes before anything else has been compiled alone by the build.
set -u
. tests/tools/tap.sh

headers=$(find src -name '*.h' | sort)

guards() {
	# shellcheck disable=SC2086 # a list of files
	awk '
		FNR == 1 { guard = toupper("gp_" substr(FILENAME, 5)); gsub(/[\/.-]/, "_", guard); seen = 0 }
		$1 == "#ifndef" && $2 == guard { seen = 1 }
		$1 == "#define" && $2 == guard && seen { good[FILENAME] = 1 }
		END { for (i = 1; i < ARGC; i++) if (!good[ARGV[i]]) print ARGV[i] ": the guard is not named after it" }
	' $headers
}
tap_silent 'headers have guards named after their paths' guards

compiled() { # the headers that their own C files begin with
	find src -name '*.c' | sort | xargs awk '
		FNR == 1 { seen = 0 }
		/^#include/ && !seen++ {
			gsub(/"/, "", $2)
			if ("src/" $2 == substr(FILENAME, 1, length(FILENAME) - 1) "h") print "src/" $2
		}'
}

compiles() { # FILE
	# the flags hold quoted words, as the Makefile writes them
	printf '#include "%s"\n' "${1#src/}" |
		eval "${TEST_CC:-cc} ${TEST_CPPFLAGS:--Isrc} -std=c11 -Wall -Wextra -Wpedantic -fsyntax-only -x c -"
}
done=$(compiled)
for file in $headers; do
	case "
$done
" in
	*"
$file
"*) ;;
	*) tap_silent "$file compiles alone" compiles "$file" ;;
	esac
done
tap_end
