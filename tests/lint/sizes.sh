#!/bin/sh
# Functions of at most 60 lines and 6 parameters, files of at most 600 lines, lines of at most 100 columns.
set -u
. tests/tools/tap.sh
src=${LINT_SRC:-src}
sources=$(find "$src" ${LINT_SRC:-tests} -name '*.[ch]' -o -name '*.def' | sort -u)
[ "${LINT_SRC:-}" ] || sources="$sources $(echo images/*.c)"

files() {
	for file in $sources; do
		awk -v file="$file" 'END { if (NR > 600) print file ": " NR " lines, at most 600" }' "$file"
	done
}
tap_silent 'files are at most 600 lines long' files

# messages stay on one line each, so that they can be searched for
columns() {
	for file in $sources; do
		case $file in */messages/*) continue ;; esac
		# one byte per character, whatever awk this is
		LC_ALL=C sed 's/[\x80-\xbf]//g' "$file" | expand -t 8 | LC_ALL=C awk -v file="$file" '
			length($0) > 100 { print file ":" NR ": " length($0) " columns, at most 100" }'
	done
}
tap_silent 'lines are at most 100 columns wide' columns

# Functions in the house's layout: the brace that opens and the one that closes stand alone at the
# left margin, the head begins there too.
functions() { # LINES PARAMETERS
	# shellcheck disable=SC2086 # a list
	awk -f tests/lint/strip.awk $sources | awk -F: -v lines="$1" -v parameters="$2" '
		function look(name) {
			name = head
			sub(/\(.*/, "", name)
			sub(/.*[ *]/, "", name)
			if (lines && $2 - first + 1 > lines)
				print $1 ":" first ": " name " has " $2 - first + 1 " lines, at most " lines
			if (name ~ /^(draw_quadratic|draw_cubic|gp_shape|gp_pdf_make)$/)
				return # callbacks of HarfBuzz, and two doors with all they need
			if (parameters && gsub(/,/, ",", head) + 1 > parameters)
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
