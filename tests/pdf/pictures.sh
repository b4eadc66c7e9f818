#!/bin/sh
# Every picture is printed with at least 200 dots per inch.
set -u
. tests/tools/tap.sh
. tests/tools/dist.sh
need pdfimages 'resolution of pictures'

coarse() { # FILE
	pdfimages -list "$1" 2>&1 | awk '
		NR <= 2 { next }
		$3 == "image" || $3 == "smask" {
			n++
			if ($(NF - 3) < 200 || $(NF - 2) < 200)
				print "page " $1 ": " $4 " x " $5 " pixels at " $(NF - 3) " x " $(NF - 2) " dpi"
		}
		END { if (!n) print "no picture at all" }'
}

for file in $pdfs; do
	case $file in
	*-fronts.pdf | *-backs.pdf) continue ;;
	esac
	tap_silent "pictures of $file" coarse "$file"
done
tap_end
