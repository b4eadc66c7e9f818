#!/bin/sh
# Functions this project does without, and names that other files can see.
set -u
. tests/tools/tap.sh
src=${LINT_SRC:-src}

code=${TMPDIR:-/tmp}/names.$$
trap 'rm -f "$code"' EXIT
find "$src" -name '*.[ch]' | sort | xargs awk -f tests/lint/strip.awk >"$code"

# uses FUNCTIONS [FOLDER...]: print each call, but not those in the folders named
uses() {
	calls=$1
	shift
	grep -E "^[^:]*:[0-9]+:(.*[^A-Za-z0-9_.>])?($calls)[ \t]*\(" "$code" |
		awk -v src="$src" -v folders="$*" '
			BEGIN { n = split(folders, f, " ") }
			{
				for (i = 1; i <= n; i++)
					if (index($0, src "/" f[i] "/") == 1)
						next
				print
			}'
}

tap_silent 'no unbounded string functions' uses 'strcpy|strcat|sprintf|vsprintf|gets|stpcpy'
tap_silent 'no numbers read without a check' uses 'atoi|atol|atof'
tap_silent 'no hidden state' uses 'strtok|rand|srand|setlocale|tmpnam|localtime|ctime|asctime'
tap_silent 'no other programs' uses 'system|popen|fork|exec[vlp]+e?'
tap_silent 'no alloca' uses 'alloca'
tap_silent 'memory comes from arenas' uses 'malloc|calloc|realloc|free|strdup|strndup' base image pdf
tap_silent 'setjmp only around the picture libraries' uses 'setjmp|longjmp|sigsetjmp' image

jumps() {
	grep -E '\<goto\>' "$code" | grep -vE 'goto out;'
	return 0
}
tap_silent 'goto leads to out: only' jumps

# what a header declares starts with gp_
prefixed() {
	awk -F: '$1 ~ /\.h$/ {
		line = substr($0, length($1 $2) + 3)
		if (line !~ /^(extern|static|typedef|#|[ \t}]|$)/ && match(line, /[a-z_0-9]+\(/)) {
			name = substr(line, RSTART, RLENGTH - 1)
			if (name !~ /^(gp_|__attribute__)/)
				print $1 ":" $2 ": " name " has no gp_ prefix"
		}
	}' "$code"
}
tap_silent 'what other files can see starts with gp_' prefixed

typedefs() {
	grep -E ':[ \t]*typedef[ \t]+(struct|union)\>[^(]*[{;]$' "$code"
	return 0
}
tap_silent 'structs keep their tag, no typedef' typedefs
tap_end
