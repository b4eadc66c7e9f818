#!/bin/sh
# poppler reads every file without a word of complaint, and every font is an embedded subset whose
# text can be copied out.  That it draws them is seen in paper.sh.
set -u
. tests/tools/tap.sh
. tests/tools/dist.sh
need pdftotext poppler

# Only what goes to stderr counts; poppler's exit status is 0 even when it complains.
complains() { # COMMAND...
	"$@" 2>&1 >/dev/null
}

# name, type, encoding, emb, sub, uni, object: the columns are counted from the right, names and
# types hold blanks
fonts() { # FILE
	pdffonts "$1" 2>&1 | awk '
		NR <= 2 { next }
		{ n++ }
		$(NF - 4) != "yes" { print $1 ": not embedded" }
		$(NF - 3) != "yes" { print $1 ": not a subset" }
		$(NF - 2) != "yes" { print $1 ": no ToUnicode" }
		$0 ~ /Type 3/ { print $1 ": Type 3" }
		$1 !~ /^[A-Z][A-Z][A-Z][A-Z][A-Z][A-Z]\+/ { print $1 ": no subset tag" }
		END { if (!n) print "no fonts at all" }'
}

for file in $pdfs $second; do
	tap_silent "pdfinfo $file" complains pdfinfo -struct "$file"
	tap_silent "pdftotext $file" complains pdftotext "$file" -
	tap_silent "fonts of $file" fonts "$file"
done
tap_end
