#!/bin/sh
# deb-check.sh TREE PROGRAM VERSION: is the package that deb.sh makes what Debian expects, and always the
# same?  With DEB_INSTALL=yes, as root, it is also installed, used from an empty folder, and removed.
set -u
. tests/tools/tap.sh
work=${TMPDIR:-/tmp}
root=$work/root
SOURCE_DATE_EPOCH=1700000000
export SOURCE_DATE_EPOCH

make_package() { # DIR TREE PROGRAM VERSION
	mkdir -p "$1"
	sh tests/tools/deb.sh "$2" "$3" "$4" "$1"
}
package=$(make_package "$work/a" "$@") || exit 1
again=$(make_package "$work/b" "$@") || exit 1
tap_silent 'the same sources give the same package' cmp "$package" "$again"
dpkg-deb -x "$package" "$root" && dpkg-deb -e "$package" "$root/DEBIAN" || exit 1

contents() {
	(cd "$root" && find usr -not -type d) | sed 's|/images/f[^/]*\.png$|/images/f*.png|; s|/fonts/[^/]*\.ttf$|/fonts/*.ttf|' |
		LC_ALL=C sort -u
}
# what make install installs, as a package has it
expected() {
	sed '/\/LICENSE/d; s|^\(usr/share/man/.*\)$|\1.gz|' tests/MANIFEST
	echo usr/share/doc/guidepress/changelog.gz
	echo usr/share/doc/guidepress/copyright
}
tap_is 'the files are those of tests/MANIFEST' "$(contents)" "$(expected | LC_ALL=C sort)"

sums() { (cd "$root" && md5sum --quiet -c DEBIAN/md5sums); }
tap_silent 'md5sums fit' sums

owners() { dpkg-deb -c "$package" | awk '$2 != "root/root" || $1 ~ /^.....w|^........w/ && $1 !~ /^l/'; }
tap_silent 'all is of root, and only root may write' owners

links() { find "$root/usr/share/guidepress/fonts" -name '*.ttf' ! -xtype f; }
tap_silent 'typefaces are links that lead somewhere' links

# a package owns each file the program opens elsewhere, and the package depends on it
needs() {
	depends=$(dpkg-deb -f "$package" Depends)
	find "$root/usr/share/guidepress/fonts" -type l -exec readlink {} + | xargs dpkg -S | sed 's/:.*//' | sort -u |
		while read -r owner; do
			case ", $depends, " in
			*", $owner"[,\ ]*) ;;
			*) echo "$owner is needed" ;;
			esac
		done
	objdump -p "$root/usr/bin/guidepress" | awk '/NEEDED/ { print $2 }' | while read -r library; do
		owner=$(dpkg -S "*/$library" | sed 's/:.*//' | sort -u | head -n 1)
		case ", $depends, " in
		*", $owner"[,\ ]*) ;;
		*) echo "$library of $owner is needed" ;;
		esac
	done
}
tap_silent 'it depends on what it uses' needs

fields() {
	for field in Package Version Architecture Maintainer Installed-Size Section Priority Description; do
		[ "$(dpkg-deb -f "$package" $field)" ] || echo "no field $field"
	done
}
tap_silent 'the control file has its fields' fields

changelog() {
	zcat "$root/usr/share/doc/guidepress/changelog.gz" >"$work/changelog"
	dpkg-parsechangelog -l "$work/changelog" -S Version
}
tap_is 'the changelog reads' "$(changelog)" "$3"

manuals() {
	for page in "$root"/usr/share/man/man?/*.gz; do
		zcat "$page" | mandoc -T lint -W warning
	done
}
tap_silent 'manual pages read' manuals

used() {
	dpkg -i "$package" >/dev/null || return
	mkdir "$work/anywhere" && cd "$work/anywhere" || return
	guidepress booklet /usr/share/guidepress/content/soleus.en.json &&
		guidepress poster --size a4 /usr/share/guidepress/content/soleus.en.json &&
		cp -r /usr/share/guidepress/content mine && guidepress booklet mine/soleus.en.json -o mine.pdf &&
		cmp soleus-en-booklet.pdf mine.pdf && qpdf --check soleus-en-poster-a4.pdf >/dev/null
}
unused() {
	dpkg -P guidepress >/dev/null
	! ls -d /usr/bin/guidepress /usr/share/guidepress /usr/share/doc/guidepress 2>/dev/null
}
# in a subshell: it goes elsewhere
used_elsewhere() { (used); }
if [ "${DEB_INSTALL:-}" ] && [ "$(id -u)" -eq 0 ] && ! dpkg -s guidepress >/dev/null 2>&1; then
	tap_silent 'installed, it presses from any folder' used_elsewhere
	tap_silent 'removed, nothing is left' unused
else
	tap_skip 'installed, it presses from any folder' 'not asked for with DEB_INSTALL=yes, or not root'
fi
tap_end
