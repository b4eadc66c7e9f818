#!/bin/sh
# deps.sh build|test: install the Debian packages that building (test: also testing) needs, through
# sudo when not root, and pdf.js for the tests.  Does nothing when all are there.  -n only says what is missing (status 1).
set -eu

build='gcc make pkg-config libc6-dev libhpdf-dev libpng-dev libturbojpeg0-dev libdeflate-dev
libcjson-dev libharfbuzz-dev libmd4c-dev
fonts-lato fonts-sil-gentiumplus hyphen-en-us hyphen-de icc-profiles-free
librsvg2-bin pngquant'
test='libcmocka-dev libhyphen-dev qpdf poppler-utils mupdf-tools ghostscript imagemagick
clang libclang-rt-14-dev llvm clang-format clang-tidy cppcheck codespell valgrind strace mandoc dpkg-dev'

dry=
if [ "${1:-}" = -n ]; then
	dry=yes
	shift
fi
case ${1:-} in
build) want=$build ;;
test)
	want="$build $test"
	# another source of node serves as well as Debian's
	command -v node >/dev/null || want="$want nodejs"
	command -v npm >/dev/null || want="$want npm"
	;;
*)
	echo "usage: deps.sh [-n] build|test" >&2
	exit 2
	;;
esac

# what dpkg-query does not know it leaves out, so absence is what counts
# shellcheck disable=SC2086 # a list of words
have=$(dpkg-query -W -f '${Package} ${db:Status-Status}\n' $want 2>/dev/null |
	sed -n 's/ installed$//p')
missing=
for package in $want; do
	printf '%s\n' "$have" | grep -qx "$package" || missing="$missing $package"
done

# pdf.js, one of the outside readers, is no Debian package; without it its tests are skipped
pdfjs() {
	[ "$1" = test ] && [ ! -d tests/pdf/pdfjs/node_modules/pdfjs-dist ] || return 0
	if [ -n "$dry" ]; then
		echo "pdf.js missing"
		return 1
	fi
	npm ci --prefix tests/pdf/pdfjs --ignore-scripts --no-audit --no-fund --silent ||
		echo "deps.sh: pdf.js could not be fetched; its tests will be skipped" >&2
}

if [ -z "$missing" ]; then
	pdfjs "$1"
	exit
fi
echo "packages missing:$missing"
[ -z "$dry" ] || exit 1

if [ "$(id -u)" -eq 0 ]; then
	as_root=env
elif command -v sudo >/dev/null; then
	as_root='sudo env'
else
	echo "deps.sh: neither root nor sudo; ask whoever runs this machine to install:$missing" >&2
	exit 1
fi

install() {
	# shellcheck disable=SC2086 # both are lists of words
	$as_root DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends $missing
}

# the package lists are fetched anew only when the ones at hand do not do
if ! install 2>/dev/null; then
	$as_root apt-get update -qq
	install
fi
pdfjs "$1"
