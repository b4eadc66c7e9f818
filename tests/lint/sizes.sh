#!/bin/sh
# Functions of at most 60 lines and 6 parameters, files of at most 600 lines, lines of at most 100 columns.
set -u
. tests/tools/tap.sh
src=${LINT_SRC:-src}
sources=$(find "$src" ${LINT_SRC:-tests} -name '*.[ch]' -o -name '*.def' | sort -u)
[ "${LINT_SRC:-}" ] || sources="$sources $(echo images/*.c)"

# shellcheck disable=SC2086 # a list
files() {
	awk 'FNR == 1 && NR > 1 { look() } { name = FILENAME; lines = FNR } END { look() }
		function look() { if (lines > 600) print name ": " lines " lines, at most 600" }' $sources
}
tap_silent 'files are at most 600 lines long' files

# Messages stay on one line each, so that they can be searched for.  Tabs are 8 wide; bytes that go on
# with a character are taken out first, whatever awk this is.
# shellcheck disable=SC2086 # a list
columns() {
	LC_ALL=C awk '
		FILENAME ~ /\/messages\// { next }
		{
			line = $0
			gsub(/[\200-\277]/, "", line)
			while ((at = index(line, "\t")) > 0)
				line = substr(line, 1, at - 1) substr("        ", 1, 8 - (at - 1) % 8) substr(line, at + 1)
			if (length(line) > 100)
				print FILENAME ":" FNR ": " length(line) " columns, at most 100"
		}' $sources
}
tap_silent 'lines are at most 100 columns wide' columns

# HarfBuzz says what its callbacks take.
callbacks='on_quadratic on_cubic draw_quadratic draw_cubic'

# Functions in the house's layout: the brace that opens and the one that closes stand alone at the
# left margin, the head begins there too.
functions() { # LINES PARAMETERS
	# shellcheck disable=SC2086 # a list
	awk -f tests/lint/strip.awk $sources | awk -F: -v lines="$1" -v parameters="$2" -v callbacks=" $callbacks " '
		function look(name) {
			name = head
			sub(/\(.*/, "", name)
			sub(/.*[ *]/, "", name)
			if (lines && $2 - first + 1 > lines)
				print $1 ":" first ": " name " has " $2 - first + 1 " lines, at most " lines
			if (parameters && !index(callbacks, " " name " ") && gsub(/,/, ",", head) + 1 > parameters)
				print $1 ":" first ": " name " has more than " parameters " parameters"
		}
		{ code = substr($0, length($1 $2) + 3) }
		code ~ /^[A-Za-z_]/ { head = ""; first = $2 }
		!body { head = head " " code }
		code ~ /^\{/ { body = $2 }
		code ~ /^\}/ && body {
			if (head ~ /\)[ \t]*\{?[ \t]*$/)
				look()
			body = 0
			head = ""
		}'
}
tap_silent 'functions are at most 60 lines long' functions 60 0
tap_silent 'functions take at most 6 parameters' functions 0 6
tap_end
