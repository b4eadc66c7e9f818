#!/bin/sh
# Ghostscript interprets every page of every file, as a printer would, without a warning.
set -u
. tests/tools/tap.sh
. tests/tools/dist.sh
need gs Ghostscript

interpret() { # FILE
	gs -q -dSAFER -dBATCH -dNOPAUSE -dPDFSTOPONERROR -sDEVICE=nullpage "$1" 2>&1
}

for file in $pdfs $second; do
	tap_silent "gs $file" interpret "$file"
done
tap_end
