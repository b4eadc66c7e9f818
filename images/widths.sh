#!/bin/sh
# widths.sh WIDTHS OUT: write OUT/ID.px ("pixels colours") for each line "ID pixels [colours]" of
# WIDTHS; files whose content stays the same are left alone, so make sees only real changes.
set -eu

default_colours=64
line=0
while read -r id pixels colours rest; do
	line=$((line + 1))
	case $id in
	'' | '#'*) continue ;;
	esac
	case $pixels${colours:-0} in
	*[!0-9]* | '')
		echo "$1:$line: expected \"ID pixels [colours]\"" >&2
		exit 1
		;;
	esac
	if [ -n "${rest:-}" ] || [ -z "$pixels" ]; then
		echo "$1:$line: expected \"ID pixels [colours]\"" >&2
		exit 1
	fi
	new="$pixels ${colours:-$default_colours}"
	old=
	if [ -f "$2/$id.px" ]; then
		old=$(cat "$2/$id.px")
	fi
	if [ "$new" != "$old" ]; then
		echo "$new" >"$2/$id.px"
	fi
done <"$1"
