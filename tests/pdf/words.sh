#!/bin/sh
# poppler, MuPDF and pdf.js read the same words on every page.
set -u
. tests/tools/tap.sh
. tests/tools/dist.sh
need node 'the same words in three readers'
if [ ! -d tests/pdf/pdfjs/node_modules/pdfjs-dist ]; then
	tap_skip 'the same words in three readers' 'pdf.js is not installed'
	tap_end
fi

for file in $pdfs; do
	# these differ from others in colour alone
	case $file in *-grey.pdf | *-ink-saver.pdf) continue ;; esac
	tap_silent "three readers read the same in $file" node tests/pdf/pdfjs/words.js "$file"
done
tap_end
