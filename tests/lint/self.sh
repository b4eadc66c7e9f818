#!/bin/sh
# The lints themselves: each finds what it is there for in a small bad tree.
set -u
. tests/tools/tap.sh

bad=${TMPDIR:-/tmp}/bad.$$
trap 'rm -rf "$bad"' EXIT
mkdir -p "$bad/draw"
sample=$bad/draw/sample

# finds LINT WORDS: the lint fails and its output holds the words
finds() {
	text=$(LINT_SRC=$bad sh "tests/lint/$1.sh")
	if [ $? -eq 1 ] && printf '%s\n' "$text" | grep -qF -- "$2"; then
		tap_pass "$1.sh finds: $2"
	else
		tap_fail "$1.sh finds: $2" "$text"
	fi
	rm -f "$bad"/draw/*
}

call() { # CODE
	printf 'void gp_sample(void)\n{\n\t%s\n}\n' "$1" >"$sample.c"
}

for name in strcpy sprintf atoi strtok system alloca malloc setjmp; do
	call "$name(x);"
	finds names "sample.c:3:	$name(x);"
done
call 'goto again;'
finds names 'goto again;'
echo 'int visible(int x);' >"$sample.h"
finds names 'visible has no gp_ prefix'
echo 'typedef struct sample gp_sample;' >"$sample.h"
finds names 'typedef struct sample'

echo '#include "text/font.h"' >"$sample.c"
finds layers 'src/draw may not include "text/font.h"'
echo '#include <png.h>' >"$sample.c"
finds layers '<png.h> is met elsewhere'
echo '#include "list.h"' >"$sample.c"
finds layers 'write the folder'

yes '' | head -n 601 >"$sample.c"
finds sizes '601 lines, at most 600'
printf '/*%0100d*/\n' 0 >"$sample.c"
finds sizes ':1: 104 columns'
{ printf 'static int long_one(void)\n{\n' && yes '	x++;' | head -n 58 && echo '}'; } >"$sample.c"
finds sizes 'long_one has 61 lines'
printf 'static int wide(int a, int b, int c,\n\tint d, int e, int f, int g)\n{\n}\n' >"$sample.c"
finds sizes 'wide has more than 6 parameters'

# what is right passes
printf '#include "draw/list.h"\n#include "base/arena.h"\n#include <string.h>\n' >"$sample.c"
tap_ok 'layers.sh lets the includes of the table through' env LINT_SRC="$bad" sh tests/lint/layers.sh
# words in comments and strings are no calls
printf '/* strcpy(a) and\n * malloc(b) */\nconst char *s = "free(\\"c\\")"; // system(d)\n' >"$sample.c"
tap_ok 'names.sh leaves comments and strings alone' env LINT_SRC="$bad" sh tests/lint/names.sh
tap_end
