#!/bin/sh
# deb.sh TREE PROGRAM VERSION DIR: make the Debian package DIR/guidepress_VERSION_ARCH.deb of what
# `make install` installs, with PROGRAM, built for the prefix /usr, in place of TREE's.
#
# Typefaces stay in their own packages: the package has links to them, and needs those packages.  The
# same sources give the same bytes; times are SOURCE_DATE_EPOCH, or that of the last commit.
set -eu

tree=$1
program=$2
version=$3
dir=$4
arch=$(dpkg --print-architecture)
package=$dir/guidepress_${version}_$arch.deb
root=$dir/deb/root
maintainer=${DEB_MAINTAINER:-The guidepress project <guidepress@example.org>}
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct 2>/dev/null || stat -c %Y Makefile)}
export SOURCE_DATE_EPOCH

# what the style names: typefaces, the colour profile, hyphenation
data='fonts-lato, fonts-sil-gentiumplus, icc-profiles-free, hyphen-en-us, hyphen-de'

for tool in dpkg-deb dpkg-shlibdeps; do
	command -v $tool >/dev/null || {
		echo "deb.sh: there is no $tool; install the package dpkg-dev" >&2
		exit 1
	}
done

rm -rf "$root"
umask 022
mkdir -p "$root/DEBIAN" "$dir/deb/debian"
sh tests/tools/install.sh "$root" /usr "$tree"
install -s -m 755 "$program" "$root/usr/bin/guidepress"
share=$root/usr/share/guidepress
doc=$root/usr/share/doc/guidepress

# --- typefaces are links, manual pages are packed ---

for font in "$share"/fonts/*.ttf; do
	source=$(find /usr/share/fonts/truetype -name "${font##*/}" | LC_ALL=C sort | head -n 1)
	[ "$source" ] || {
		echo "deb.sh: no package has ${font##*/}" >&2
		exit 1
	}
	ln -sf "$source" "$font"
done
gzip -9n "$root"/usr/share/man/man?/*

# --- papers ---

day() { # FORMAT
	LC_ALL=C date -u -d "@$SOURCE_DATE_EPOCH" "$1"
}

# the body of a field: indented, empty lines are dots
body() { # FILE
	sed 's/^$/./; s/^/ /' "$1"
}

rm "$doc/LICENSE" "$doc/LICENSE-CONTENT"
{
	cat <<END
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: guidepress

Files: *
Copyright: 2026 The guidepress project
License: Expat

Files: content/* images/*
Copyright: 2026 The guidepress project
License: CC-BY-4.0

License: Expat
END
	sed -n '/^Permission/,$p' LICENSE | body /dev/stdin
	echo
	echo 'License: CC-BY-4.0'
	body LICENSE-CONTENT
} >"$doc/copyright"
gzip -9n >"$doc/changelog.gz" <<END
guidepress ($version) unstable; urgency=medium

  * Made from the sources by make deb.

 -- $maintainer  $(day '+%a, %d %b %Y %H:%M:%S +0000')
END

# --- control ---

# dpkg-shlibdeps wants to stand beside a debian/control
printf 'Source: guidepress\n\nPackage: guidepress\nArchitecture: any\n' >"$dir/deb/debian/control"
binary=$(realpath "$root/usr/bin/guidepress")
libraries=$(cd "$dir/deb" && dpkg-shlibdeps -O "$binary" 2>/dev/null | sed -n 's/^shlibs:Depends=//p')
[ "$libraries" ] || {
	echo 'deb.sh: dpkg-shlibdeps found no library' >&2
	exit 1
}
size=$(find "$root/usr" \( -type f -o -type l \) -printf '%s\n' | awk '{ k += int(($1 + 1023) / 1024) } END { print k }')
cat >"$root/DEBIAN/control" <<END
Package: guidepress
Version: $version
Architecture: $arch
Maintainer: $maintainer
Installed-Size: $size
Depends: $libraries, $data
Section: text
Priority: optional
Description: make a booklet and a wall poster from a written guide
 guidepress turns a health guide, written as plain text files with drawings,
 into PDFs to print at home: a folded booklet, on sheets in the order for
 folding, and a wall poster, on one sheet or glued together from several.
 .
 The example is a guide to self-massage of the soleus, the deep calf muscle.
END
(cd "$root" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum) >"$root/DEBIAN/md5sums"
chmod 644 "$root"/DEBIAN/*
find "$root" -print0 | xargs -0 touch -h -d "@$SOURCE_DATE_EPOCH"

dpkg-deb --root-owner-group -Zxz -z3 --build "$root" "$package" >/dev/null
echo "$package"
