#!/bin/sh
# What `make install` puts into place, that it works there, and that `make uninstall` takes all of it
# away again.
set -u
. tests/tools/tap.sh
root=${TMPDIR:-/tmp}/root

installed() {
	(cd "$root" && find . -type f) | sed 's|^\./||; s|/images/f[^/]*\.png$|/images/f*.png|; s|/fonts/[^/]*\.ttf$|/fonts/*.ttf|' |
		LC_ALL=C sort -u
}
press() {
	(cd "$root" && usr/bin/guidepress booklet usr/share/guidepress/content/"$(basename "$TEST_GUIDE")" \
		--style usr/share/guidepress/house/style.json --words usr/share/guidepress/house/words.en.json \
		-o "$root/booklet.pdf") && rm "$root/booklet.pdf"
}

tap_ok 'make install' sh tests/tools/install.sh "$root" /usr "$BUILD_TREE"
tap_is 'the files are those of tests/MANIFEST' "$(installed)" "$(cat tests/MANIFEST)"
tap_ok 'the installed program presses the installed guide' press
tap_ok 'make uninstall' sh tests/tools/install.sh --uninstall "$root" /usr "$BUILD_TREE"
tap_is 'nothing is left' "$(installed)" ''
tap_end
