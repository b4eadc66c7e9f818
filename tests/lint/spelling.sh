#!/bin/sh
# Spelling, in code, documents and the English guide.
set -u
. tests/tools/tap.sh
if ! command -v codespell >/dev/null; then
	tap_skip spelling 'no codespell'
	tap_end
fi
check() {
	codespell --quiet-level 2 --ignore-words tests/lint/spelling.ignore \
		--skip '*.svg,*.png,*.jpg,*.ttf,*.dic,tests/fuzz/corpus,tests/golden,node_modules,package-lock.json,*.de.json' "$@"
}
# golden files hold wrong words on purpose
for path in src content images man tests README.md HACKING.md LICENSE LICENSE-CONTENT; do
	[ ! -e "$path" ] || tap_silent "spelling in $path" check "$path"
done
tap_end
