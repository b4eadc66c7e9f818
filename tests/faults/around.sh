#!/bin/sh
# Odd surroundings: streams that are closed, pipes, limits, locales, environments, folders that are not
# there.  Either the same bytes as ever, or a message and the old file.
set -u
. tests/tools/tap.sh
. tests/faults/kit.sh
out=$work/out
target=$out/target.pdf
mkdir "$out"
press booklet -o "$work/whole.pdf" || exit 1
press booklet --dump >"$work/whole.dump" || exit 1

# The command makes the usual file, and nothing beside it.
whole() { # COMMAND...
	rm -f "$target"
	"$@" || {
		echo "status $?"
		return 1
	}
	cmp "$work/whole.pdf" "$target" && [ "$(ls -A "$out")" = target.pdf ]
}

# The command fails with this status and one line, or with any number of lines; the old file stays.
fails() { # STATUS COMMAND...
	fails_want=$1
	shift
	echo 'the old file' >"$target"
	fails_said=$("$@" 2>&1 >/dev/null)
	fails_got=$?
	[ "$fails_got" -eq "$fails_want" ] || echo "status $fails_got, not $fails_want"
	[ "$(printf '%s\n' "$fails_said" | grep -c 'error: ')" -eq 1 ] || echo "said: $fails_said"
	[ "$(cat "$target")" = 'the old file' ] || echo 'the old file was touched'
	[ "$(ls -A "$out")" = target.pdf ] || echo "left behind: $(ls -A "$out")"
}

# --- standard streams ---

closed() { # STREAMS, some of 012
	case $1 in
	'') press booklet -o "$target" ;;
	0) press booklet -o "$target" <&- ;;
	1) press booklet -o "$target" >&- ;;
	2) press booklet -o "$target" 2>&- ;;
	01) press booklet -o "$target" <&- >&- ;;
	02) press booklet -o "$target" <&- 2>&- ;;
	12) press booklet -o "$target" >&- 2>&- ;;
	012) press booklet -o "$target" <&- >&- 2>&- ;;
	esac
}
for streams in '' 0 1 2 01 02 12 012; do
	tap_silent "standard streams closed: ${streams:-none}" whole closed "$streams"
done

# No message may end up in the file that got the number of a closed stream.
closed_and_wrong() {
	echo 'the old file' >"$target"
	"$program" booklet "$work/nowhere.json" -o "$target" <&- >&- 2>&-
	[ $? -eq 3 ] && [ "$(cat "$target")" = 'the old file' ]
}
tap_ok 'an error with all streams closed' closed_and_wrong

to_full() { press "$@" >/dev/full; }
to_closed() { press "$@" >&-; }
helped() { "$program" --help >/dev/full; }
printed() { "$program" schema >/dev/full; }
tap_silent '--dump to a full disk' fails 3 to_full booklet --dump
tap_silent '--dump to a closed stream' fails 3 to_closed booklet --dump
tap_silent 'the PDF to a full disk' fails 3 to_full booklet -o /dev/stdout
tap_silent 'the PDF to a closed stream' fails 3 to_closed booklet -o /dev/stdout
tap_silent '--help to a full disk' fails 3 helped
tap_silent 'the schema to a full disk' fails 3 printed

# --- pipes and devices ---

piped() { press booklet -o /dev/stdout | cat >"$target"; }
redirected() { press booklet -o /dev/stdout >"$target"; }
numbered() { press booklet -o /dev/fd/5 5>"$target"; }
through_fifo() {
	mkfifo "$work/fifo"
	cat "$work/fifo" >"$target" &
	press booklet -o "$work/fifo"
	wait $!
}
appended() {
	echo 'first line' >"$work/log"
	press booklet -o /dev/stdout >>"$work/log"
	{ echo 'first line' && cat "$work/whole.pdf"; } | cmp - "$work/log"
}
# nobody reads: SIGPIPE, or a message where that is ignored
unread() {
	{
		timeout 20 "$program" booklet $with -o /dev/stdout 2>/dev/null
		echo $? >"$work/status"
	} | true
	grep -qx '141\|3' "$work/status"
}
tap_silent 'to a pipe' whole piped
tap_silent 'to /dev/stdout, a file' whole redirected
tap_silent 'to /dev/fd/5, a file' whole numbered
tap_silent 'to a FIFO' whole through_fifo
tap_silent 'to /dev/stdout, appending' appended
tap_silent 'to a pipe that nobody reads' unread
tap_silent '/dev/stdout is what it was' test -L /dev/stdout

# --- limits ---

limited() { # ulimit's OPTION VALUE, COMMAND...
	(
		ulimit "$1" "$2" || exit 9
		shift 2
		press "$@"
	)
}
tap_silent 'a stack of 256 kB' whole limited -s 256 booklet -o "$target"
tap_silent 'five open files' whole limited -n 5 booklet -o "$target"
tap_silent 'no file over 4 kB' fails 3 limited -f 8 booklet -o "$target"

# Address space from far too little to enough: the loader gives up (127), then we do (3).
starved() {
	for kilobytes in 24000 32000 40000; do
		echo 'the old file' >"$target"
		said=$(limited -v "$kilobytes" booklet -o "$target" 2>&1)
		got=$?
		case $got in
		0) cmp "$work/whole.pdf" "$target" ;;
		3) [ "$(printf '%s\n' "$said" | grep -c 'error: ')" -eq 1 ] || echo "$kilobytes kB: said $said" ;;
		127) ;;
		*) echo "$kilobytes kB: status $got, $said" ;;
		esac
		[ $got -eq 0 ] || [ "$(cat "$target")" = 'the old file' ] || echo "$kilobytes kB: the old file was touched"
		[ "$(ls -A "$out")" = target.pdf ] || echo "$kilobytes kB: left behind $(ls -A "$out")"
	done
}
tap_silent 'too little address space' starved

# --- environment ---

locale=C.UTF-8
if localedef -i de_DE -f UTF-8 "$work/de_DE.UTF-8" >/dev/null 2>&1; then
	locale=de_DE.UTF-8
fi
surrounded() { # NAME=VALUE...
	env "$@" LOCPATH="$work" "$program" booklet $with -o "$target"
}
tap_silent "locale $locale" whole surrounded LC_ALL=$locale
tap_silent "LC_NUMERIC=$locale alone" whole surrounded -u LC_ALL LANG=C LC_NUMERIC=$locale
tap_silent 'a locale that does not exist' whole surrounded LC_ALL=tlh_QO.KOI-9
tap_silent 'no environment at all' whole surrounded -i
tap_silent 'HOME cannot be written' whole surrounded HOME=/proc TMPDIR=/nowhere
tap_silent 'odd time zones' whole surrounded TZ=:/nowhere/at/all
tap_silent 'a huge environment' whole surrounded A="$(head -c 120000 /dev/zero | tr '\0' x)" \
	B="$(head -c 120000 /dev/zero | tr '\0' y)" C="$(head -c 120000 /dev/zero | tr '\0' z)"

# --- folders ---

vanished() {
	mkdir "$work/vanishing" && cd "$work/vanishing" && rmdir "$work/vanishing" || return 9
	press booklet -o target.pdf
}
in_vanished() { (vanished); }
blocked() { # a folder nobody may write into; root may, so be nobody
	chmod 777 "$work" && chmod 555 "$out" || return 9
	if [ "$(id -u)" -eq 0 ]; then
		# copies that nobody can read
		cp -r "$PWD/tests/golden/layout/images" "$PWD/fonts" content/house "$program" "$work"
		chmod -R a+rX "$work"
		setpriv --reuid=65534 --regid=65534 --clear-groups "$work/guidepress" booklet "$work/guide.json" \
			--images "$work/images" --fonts "$work/fonts" --style "$work/house/style.json" \
			--words "$work/house/words.en.json" -o "$target"
	else
		press booklet -o "$target"
	fi
	blocked_status=$?
	chmod 755 "$out"
	return $blocked_status
}
tap_silent 'the folder has vanished' fails 3 in_vanished
tap_silent 'the folder does not exist' fails 3 press booklet -o "$out/no/target.pdf"
tap_silent 'the folder is a file' fails 3 press booklet -o "$target/target.pdf"
tap_silent 'the target is a folder' fails 3 press booklet -o "$out"
tap_silent 'the folder belongs to the kernel' fails 3 press booklet -o /proc/target.pdf
if [ "$(id -u)" -ne 0 ] || (cd / && setpriv --reuid=65534 --regid=65534 --clear-groups ls "$work" >/dev/null 2>&1); then
	tap_silent 'the folder cannot be written' fails 3 blocked
else
	tap_skip 'the folder cannot be written' 'root may write anywhere, and nobody may not come here'
fi

# --- company ---

together() {
	rm -f "$target"
	for n in 1 2 3 4; do
		press booklet -o "$target" >"$work/said.$n" 2>&1 || echo "status $?" >>"$work/said.$n" &
	done
	wait
	cat "$work"/said.?
	cmp "$work/whole.pdf" "$target"
	[ "$(ls -A "$out")" = target.pdf ] || ls -A "$out"
}
tap_silent 'four runs at once with one target' together
# A guide has a date of its own; a calibration sheet takes the one set here.  What is none is passed over.
calibrate() {
	"$program" calibrate --style content/house/style.json --words content/house/words.en.json \
		--fonts fonts -o "$1" 2>&1
}
dates() {
	calibrate "$work/undated.pdf"
	for epoch in '' abc -1 99999999999999999999999; do
		SOURCE_DATE_EPOCH=$epoch calibrate "$target" || echo "'$epoch': status $?"
		cmp "$work/undated.pdf" "$target" || echo "'$epoch' is taken for a date"
	done
	SOURCE_DATE_EPOCH=1700000000 calibrate "$target"
	! cmp -s "$work/undated.pdf" "$target" || echo 'a date is not taken'
}
tap_silent 'odd SOURCE_DATE_EPOCH' dates
tap_end
