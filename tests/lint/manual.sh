#!/bin/sh
# The manual pages are correct mdoc and say what the program knows: every option, every key.
set -u
. tests/tools/tap.sh

for page in man/*.[1-9]; do
	if command -v mandoc >/dev/null; then
		tap_silent "$page is correct" mandoc -T lint -W warning "$page"
	else
		tap_skip "$page is correct" 'no mandoc'
	fi
done

# the option table of the program against the list of the page
table=$(sed -n 's/^\t{"\([a-z0-9-]*\)", .*/\1/p' src/app/options.c | sort)
listed=$(grep '^\.It Fl' man/guidepress.1 | grep -o '\\-[a-z0-9-]*' | sed 's/^\\-//' | sort)
tap_is 'guidepress.1 lists the options of the program' "$listed" "$table"

# the keys of the report against those of its section
written=$(grep -oE '(gp_scribe_[a-z]+\([^,]*|millimetres\(j), "[a-z_]+"' src/app/report_json.c |
	sed 's/.*"\(.*\)"/\1/' | sort -u)
told=$(sed -n '/^\.Sh REPORT/,/^\.Sh EXIT/p' man/guidepress.1 | sed -n 's/^\.\(It \)\{0,1\}Cm //p' |
	tr -d '.,;:' | tr ' ' '\n' | grep -E '^[a-z_]+$' | grep -vxE 'check|json|chapter|outside|all' | sort -u)
tap_is 'guidepress.1 lists the keys of the report' "$told" "$written"

keys() {
	node tests/tools/manual.js content/house/guide.schema.json man/guidepress-guide.5 --check
}
if command -v node >/dev/null; then
	tap_silent 'guidepress-guide.5 lists the keys of the schema' keys
else
	tap_skip 'guidepress-guide.5 lists the keys of the schema' 'no node'
fi
tap_end
