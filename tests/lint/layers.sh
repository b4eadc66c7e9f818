#!/bin/sh
# The walls: which folder of src/ may include which, and where an outside library may be met.
set -u
. tests/tools/tap.sh
src=${LINT_SRC:-src}

# folder: what it may include / headers of outside libraries, * being everyone
table='base: base / malloc.h sys/mman.h sys/file.h
model: base model /
read: base model read / cjson/cJSON.h cJSON.h md4c.h
image: base image / png.h libdeflate.h turbojpeg.h setjmp.h
text: base text / hb.h hb-ot.h
draw: base draw /
layout: base model image text draw layout /
press: base draw text press /
pdf: base image text draw pdf / hpdf.h hpdf_* hb.h hb-ot.h hb-subset.h libdeflate.h
proof: base model image text draw layout proof /
app: base model read image text draw layout press pdf proof app / getopt.h
main: app base model /
*: / assert.h ctype.h dirent.h errno.h fcntl.h float.h inttypes.h limits.h math.h signal.h
stdalign.h stdarg.h stdbool.h stddef.h stdint.h stdio.h stdlib.h stdnoreturn.h string.h strings.h
sys/stat.h sys/types.h time.h unistd.h'

walls() { # FOLDER
	files=$(find "$src/$1" -maxdepth 1 -name '*.[ch]' | sort)
	# shellcheck disable=SC2086 # a list
	[ -z "$files" ] || printf '%s\n' "$table" | awk -v src="$src" -f tests/lint/layers.awk - $files
}

for folder in $(find "$src" -mindepth 1 -type d -printf '%P\n' | sort); do
	tap_silent "src/$folder includes only what its wall lets through" walls "$folder"
done
tap_silent 'src/*.c includes only what its wall lets through' walls ''

haru() {
	grep -rl '^[ \t]*#[ \t]*include[ \t]*<hpdf' "$src" | grep -v '/pdf/haru\.[ch]$'
	return 0
}
tap_silent 'libharu is met in src/pdf/haru.c alone' haru
tap_end
