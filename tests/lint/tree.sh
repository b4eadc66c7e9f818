#!/bin/sh
# What lies in the tree: sources only, nothing of one machine, clean line ends.
set -u
. tests/tools/tap.sh

if ! git rev-parse --is-inside-work-tree >/dev/null 2>&1; then
	tap_skip 'the tree' 'not a git checkout'
	tap_end
fi

# tracked text and what is about to be
texts() {
	git grep --untracked -lI '' -- . ':!tests/fuzz/corpus' ':!tests/golden' ':!tests/data'
}

generated() {
	git ls-files | grep -E '^(build|dist)/|\.(o|a|so|d|pdf|ttf|otf|woff2?|gcda|gcno|pyc|orig|rej|swp)$|(^|/)(node_modules|__pycache__)/' |
		grep -vE '^tests/(fuzz/corpus|data)/'
	return 0
}
tap_silent 'nothing built and no font is tracked' generated

too_big() {
	git ls-files -z | xargs -0 stat -c '%s %n' 2>/dev/null | awk '$1 > 600000 { print $2 ": " $1 " bytes" }'
}
tap_silent 'no tracked file is over 600 kB' too_big

# the brackets keep this script from finding itself
machine() {
	git grep --untracked -nIE '(/hom[e]/|/roo[t]/|/Use[r]s/|/wor[k]/|/tmp/pla[n]|\.\./share[d])' -- .
	git grep --untracked -nIF -e "$(pwd)/" -- .
	return 0
}
tap_silent 'no path of one machine' machine

registries() {
	git grep --untracked -nIiE '(deb\.debian\.or[g]|registry\.npmjs\.or[g]|pypi\.or[g]|npm\.pk[g]|"resolve[d]":)' -- .
	return 0
}
tap_silent 'no address of a package registry' registries

unfinished() {
	git grep --untracked -nIwE '(TOD[O]|XX[X]|HAC[K])' -- src tests content images man
	git grep --untracked -nIw 'FIXM[E]' -- src tests | grep -v 'FIXM[E]([^)]*):'
	return 0
}
tap_silent 'nothing is left for later without saying where' unfinished

blanks() {
	texts | grep -v '\.svg$' | xargs -d '\n' grep -nE '[[:blank:]]+$|'"$(printf '\r')"'$' /dev/null | cut -c1-120
	return 0
}
tap_silent 'no trailing blanks, no carriage returns' blanks

last_lines() {
	# the last bytes of all files at once; only when one is no line end, ask each
	[ -n "$(texts | xargs -d '\n' tail -q -c 1 | tr -d '\n')" ] || return 0
	texts | while read -r file; do
		[ ! -s "$file" ] || [ -z "$(tail -c 1 "$file")" ] || echo "$file: the last line has no end"
	done
}
tap_silent 'every file ends with a line end' last_lines

encodings() {
	# -a -x -v: lines that are not made of characters
	texts | LC_ALL=C.UTF-8 xargs -d '\n' grep -naxv '.*' /dev/null | cut -c1-120
	return 0
}
tap_silent 'text is UTF-8' encodings
tap_end
