#!/bin/sh
# Guides of unusual size: pressed to the last word, or refused with the limit of the manual.
set -u
. tests/tools/tap.sh
. tests/tools/structure.sh
. tests/golden/layout/guide.sh
work=${TMPDIR:-/tmp}/large
mkdir -p "$work"

large() { # NAME: press the guide of $blocks or $chapters
	make_guide "$work"
	tap_silent "$1 is pressed" "$GUIDEPRESS" booklet "$work/guide.json" --fonts=fonts \
		--images=tests/golden/layout/images --style=content/house/style.json \
		--words=content/house/words.en.json -o "$work/large.pdf"
}

holds() { # NAME WORDS: the last pages hold them, and the file is sound
	pages=$(pdfinfo "$work/large.pdf" | awk '$1 == "Pages:" { print $2 }')
	plain_of "$work/large.pdf" "$work/plain.pdf"
	pdftotext -f $((pages > 30 ? pages - 30 : 1)) "$work/plain.pdf" "$work/large.txt" 2>"$work/said"
	tap_ok "$1: the last words are there" grep -qF "$2" "$work/large.txt"
	tap_is "$1: nothing to complain of" "$(cat "$work/said")" ''
}

refused() { # NAME LIMIT
	make_guide "$work"
	said=$("$GUIDEPRESS" check "$work/guide.json" --words=content/house/words.en.json \
		--style=content/house/style.json 2>&1)
	tap_is "$1: refused" "$?" 1
	tap_ok "$1: the limit is named" sh -c 'printf %s "$1" | grep -qF "$2"' - "$said" "$2"
	tap_ok "$1: the manual names it too" sh -c \
		'sed -n "/^\.Sh LIMITS/,/^\.Sh SEE/p" man/guidepress-guide.5 | tr -d , | grep -qw -- "$1"' - "${3:-$2}"
}

words() { # N: so many words, the last of them "end."
	awk -v n="$1" 'BEGIN { for (i = 1; i < n; i++) printf "walk%d ", i % 977; print "end." }'
}

house
blocks='{ "type": "text", "text": "'$(words 12500)'" }'
large 'a paragraph of nearly 100,000 characters'
holds 'a paragraph of nearly 100,000 characters' 'end.'

house
blocks='{ "type": "text", "text": "'$(words 15000)'" }'
refused 'a paragraph of over 100,000 characters' 'at most 100000' 100000

house
blocks='{ "type": "table", "columns": [{ "head": "Row" }, { "head": "Words" }], "rows": ['$(
	awk 'BEGIN { for (i = 1; i <= 5000; i++) print (i > 1 ? "," : "") "{ \"cells\": [\"row " i "\", \"words\"] }" }'
)'] }'
large 'a table of 5,000 rows'
holds 'a table of 5,000 rows' 'row 5000'

# nine chapters of sections that each begin a page, and as many paragraphs
sections() { # N
	house
	chapters=$(awk -v n="$1" 'BEGIN {
		for (c = 1; c <= 9; c++) {
			printf "%s{ \"id\": \"c%d\", \"title\": \"Chapter %d\", \"sections\": [", (c > 1 ? "," : ""), c, c
			for (s = 1; s <= n; s++)
				printf "%s{ \"id\": \"s%d-%d\", \"title\": \"Part %d of %d\", \"start\": \"page\", \"blocks\": [{ \"type\": \"text\", \"text\": \"Words.\" }] }\n",
					(s > 1 ? "," : ""), c, s, s, c
			print "] }"
		}
	}')
}
sections 1000
large 'a guide of 9,000 sections'
holds 'a guide of 9,000 sections' 'Part 1000 of 9'
tap_ok "a guide of 9,000 sections: $pages pages, a leaf has four" sh -c \
	'[ "$1" -gt 9000 ] && [ $(($1 % 4)) -eq 0 ]' - "$pages"
sections 1001
refused 'a chapter of 1,001 sections' '1 to 1000 items' 1000

# Sources whose many page numbers fill a page with two figures each, and two pages with three; the
# targets stand before page 100, each pushed over it by the source of the one after it.
chain() { # N: so many sources and targets
	house
	chapters='{ "id": "c", "title": "Chain", "sections": ['$(awk -v n="$1" '
		function section(id, title, text) {
			printf "%s{ \"id\": \"%s\", \"title\": \"%s\", \"start\": \"page\", \"blocks\": [{ \"type\": \"text\", \"text\": \"%s\" }] }\n",
				(made++ ? "," : ""), id, title, text
		}
		BEGIN {
			for (k = 1; k <= n; k++) {
				text = ""
				for (i = 0; i < 500; i++) text = text " {page:t" k "}"
				section("s" k, "Source " k, substr(text, 2))
			}
			for (i = 2 * n; i < 97; i++) section("f" i, "Between", "Words.")
			for (k = n; k >= 1; k--) section("t" k, "Target " k, "Words.")
		}')'] }'
}
chain 8
large 'page numbers that push each other'
plain_of "$work/large.pdf" "$work/plain.pdf"
pdftotext -layout "$work/plain.pdf" "$work/large.txt"
tap_silent 'page numbers that push each other: each is right' awk '
	BEGIN { RS = "\f" }
	/Contents/ { next }
	match($0, /Target [0-9]+/) { at[substr($0, RSTART + 7, RLENGTH - 7)] = NR }
	match($0, /Source [0-9]+/) {
		k = substr($0, RSTART + 7, RLENGTH - 7)
		match($0, /[0-9]+ +[0-9]+ +[0-9]+ +[0-9]+ /)
		split(substr($0, RSTART, RLENGTH), says)
		said[k] = says[1]
		n++
	}
	END {
		if (n != 8) print n " sources"
		for (k in said) if (said[k] != at[k]) print k " is on page " at[k] ", not " said[k]
	}' "$work/large.txt"
chain 16
make_guide "$work"
tap_ok 'page numbers that push each other without an end' sh -c \
	'"$GUIDEPRESS" booklet "$1" --fonts=fonts --images=tests/golden/layout/images -o "$2" \
	--style=content/house/style.json --words=content/house/words.en.json 2>&1 |
	grep -q "does not come to rest: page numbers" && [ ! -e "$2" ]' - "$work/guide.json" "$work/none.pdf"

house
blocks=$(awk 'BEGIN {
	for (i = 0; i < 30; i++) printf "{ \"type\": \"tip\", \"title\": \"Tip\", \"blocks\": ["
	printf "{ \"type\": \"text\", \"text\": \"Words.\" }"
	for (i = 0; i < 30; i++) printf "] }"
}')
refused 'boxes in boxes in boxes' 'more than 64 deep' 64
tap_end
