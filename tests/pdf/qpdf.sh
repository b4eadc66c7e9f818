#!/bin/sh
# qpdf finds nothing wrong with the structure of any file.
set -u
. tests/tools/tap.sh
. tests/tools/dist.sh
need qpdf 'qpdf --check'

check() { # FILE
	text=$(qpdf --check "$1" 2>&1) && ! printf '%s\n' "$text" | grep -qi 'warning' || {
		printf '%s\n' "$text"
		return 1
	}
}

for file in $pdfs $second; do
	tap_ok "qpdf --check $file" check "$file"
done
tap_end
