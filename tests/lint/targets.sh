#!/bin/sh
# Names of PDFs ask for what they say, whatever words the name of the guide is made of.
set -u
. tests/tools/tap.sh

# GUIDE REST OPTIONS: dist/GUIDE-REST.pdf is made with these options
asks() {
	name=$(printf %s "$1" | tr . -)-$2
	got=$(MAKEFLAGS='' make -n "GUIDES=content/foot.en content/$1 content/foot-roll-left.en" "dist/$name.pdf" 2>/dev/null |
		sed -n 's/^[^ ]*guidepress \(.*\) *--images=.*/\1/p' | xargs)
	tap_is "$name" "$got" "$3"
}

asks foot.en booklet 'booklet content/foot.en.json'
asks foot.en booklet-ink-saver-on-a4-fronts \
	'booklet content/foot.en.json --edition=ink-saver --sheet=a4 --pages=fronts'
asks foot.en poster-24x36-on-letter 'poster content/foot.en.json --size=24x36 --tile=letter'
asks foot.en left-poster-a2-grey 'poster content/foot.en.json --size=a2 --edition=grey --side=left'
asks foot-roll.en left-booklet-large 'booklet content/foot-roll.en.json --edition=large --side=left'
asks left-foot-on-poster.pt-BR poster-a3 'poster content/left-foot-on-poster.pt-BR.json --size=a3'
asks large.en booklet 'booklet content/large.en.json'
tap_ok 'a name of no guide is refused' sh -c '! MAKEFLAGS= make -n dist/none-en-booklet.pdf >/dev/null 2>&1'
tap_end
