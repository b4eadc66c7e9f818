#!/bin/sh
# The walls: which folder of src/ may include which, and where an outside library may be met.
set -u
. tests/tools/tap.sh
src=${LINT_SRC:-src}

# folder: what it may include / headers of outside libraries
table='
base: base /
model: base model /
read: base model read / cjson md4c.h
image: base image / png.h libdeflate.h turbojpeg.h
text: base text / hb.h hb-ot.h hb-*
draw: base draw /
layout: base model image text draw layout /
press: base draw text press /
pdf: base image text draw pdf / hpdf.h hpdf_* hb.h hb-subset.h hb-ot.h
main: base model read image text draw layout press pdf / getopt.h
'

# Headers of the language and of POSIX, which anyone may use.  setjmp.h is for src/image alone.
standard='assert.h ctype.h dirent.h errno.h fcntl.h float.h inttypes.h limits.h locale.h math.h
signal.h stdarg.h stdbool.h stddef.h stdint.h stdio.h stdlib.h string.h strings.h sys/stat.h
sys/types.h time.h unistd.h stdnoreturn.h stdalign.h'

# is_one_of WORD PATTERN...
is_one_of() {
	word=$1
	shift
	for pattern; do
		# shellcheck disable=SC2254 # a pattern on purpose
		case $word in $pattern) return 0 ;; esac
	done
	return 1
}

# Print the includes of one file that the table does not allow.
set -f
check_file() { # FILE FOLDER
	line=$(printf '%s\n' "$table" | grep "^$2: ") || {
		echo "$1: folder $2 is not in the table of tests/lint/layers.sh"
		return
	}
	dirs=${line#*: }
	dirs=${dirs%%/*}
	libs=${line#*/}
	[ "$2" != image ] || libs="$libs setjmp.h"
	sed -n 's/^[ \t]*#[ \t]*include[ \t]*\([<"][^>"]*\).*/\1/p' "$1" | while read -r inc; do
		name=${inc#?}
		case $inc in
		\"*/*) is_one_of "${name%%/*}" $dirs || echo "$1: src/$2 may not include \"$name\"" ;;
		\"*) echo "$1: write the folder in #include \"$name\"" ;;
		*) is_one_of "$name" $standard || is_one_of "$name" $libs || is_one_of "${name%%/*}" $libs ||
			echo "$1: <$name> is met elsewhere or nowhere, see the table of tests/lint/layers.sh" ;;
		esac
	done
}

check_folder() { # FOLDER
	find "$src/$1" -name '*.[ch]' | sort | while read -r file; do
		check_file "$file" "$1"
	done
}

for folder in $(find "$src" -mindepth 1 -maxdepth 1 -type d -printf "%f\n" | sort); do
	tap_silent "src/$folder includes only what its wall lets through" check_folder "$folder"
done
if [ -f src/main.c ]; then
	tap_silent 'src/main.c includes only what its wall lets through' check_file src/main.c main
fi

# libharu behind one file of src/pdf
haru() {
	grep -l '#[ \t]*include[ \t]*<hpdf' -r src | grep -v '^src/pdf/haru\.[ch]$' || true
}
tap_silent 'libharu is met in src/pdf/haru.c alone' haru
harfbuzz() {
	grep -l '#[ \t]*include[ \t]*<hb' -r src/text | wc -l | awk '$1 > 2 { print $1 " files include <hb.h>" }'
}
tap_silent 'HarfBuzz is met in at most two files of src/text' harfbuzz
tap_end
