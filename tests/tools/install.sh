#!/bin/sh
# install.sh DESTDIR PREFIX TREE: install the program built in TREE, its manual pages, what it reads
# (house style, words, schema, typefaces) and the guide with its pictures as an example.
# install.sh --uninstall DESTDIR PREFIX TREE: remove exactly these again.
#
# The list is compared with tests/MANIFEST by tests/pdf/install.sh.
set -eu

remove=
if [ "$1" = --uninstall ]; then
	remove=yes
	shift
fi
root=$1$2
tree=$3
share=$root/share/guidepress

put() { # MODE FOLDER FILE...
	mode=$1
	folder=$2
	shift 2
	for file; do
		if [ "$remove" ]; then
			rm -f "$folder/${file##*/}"
		elif [ -f "$file" ]; then
			install -D -m "$mode" "$file" "$folder/${file##*/}"
		else
			echo "install.sh: $file is missing; run make first" >&2
			exit 1
		fi
	done
}

put 755 "$root/bin" "$tree/guidepress"
put 644 "$root/share/man/man1" man/guidepress.1
put 644 "$root/share/man/man5" man/guidepress-guide.5
put 644 "$share/house" content/house/*.json
put 644 "$share/fonts" fonts/*.ttf
put 644 "$share/content" content/*.json content/README.md
put 644 "$share/images" images/anchors.json "$tree"/images/f*.png
put 644 "$root/share/doc/guidepress" README.md HACKING.md LICENSE LICENSE-CONTENT

if [ "$remove" ]; then
	# the folders that were made for it, when nothing else is in them
	rmdir --ignore-fail-on-non-empty "$share"/* "$share" "$root/share/doc/guidepress" 2>/dev/null || true
fi
