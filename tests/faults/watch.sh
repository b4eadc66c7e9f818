#!/bin/sh
# What `make watch` runs: starts soon after a save, gathers bursts, loses no save, shows errors and
# goes on, ends at ctrl-C; whoever looks at the PDF meanwhile never sees part of one.
set -u
# what is made here has nothing to do with the make that runs the tests, nor with its job server
unset MAKEFLAGS MFLAGS MAKELEVEL
. tests/tools/tap.sh
. tests/faults/kit.sh
guides=$work/guides
mkdir -p "$guides"
mv "$work/guide.json" "$work/facts.json" "$guides"
cp "$guides/guide.json" "$work/good.json"

# Each start leaves a line.  The copy makes it slow where a test wants to save while it runs.
cat >"$work/Makefile" <<END
booklet.pdf: guides/guide.json guides/facts.json
	@date +%s%3N >>starts
	@cp guides/guide.json guides/.read.json
	@sleep \$\$(cat delay)
	@$program booklet guides/.read.json $(printf '%s' "${with#* }" | tr '\n' ' ') -o booklet.pdf
END
echo 0 >"$work/delay"
touch "$work/starts"
tool=$(realpath "$TEST_TOOLS_DIR/watch")
(cd "$work" && exec "$tool" guides -- make -s booklet.pdf) >"$work/said" 2>&1 &
watch=$!
trap 'kill $watch 2>/dev/null' EXIT

starts() { wc -l <"$work/starts"; }
ends() { grep -c 'watch: all made\|watch: not made' "$work/said"; }

# at most 10 s for what usually takes a few hundredths
until_true() { # COMMAND...
	until_n=0
	until "$@"; do
		until_n=$((until_n + 1))
		[ $until_n -lt 200 ] || return 1
		sleep 0.05
	done
}
starts_pass() { [ "$(starts)" -gt "$1" ]; }
ends_reach() { [ "$(ends)" -ge "$1" ]; }
# nothing runs, and nothing starts any more
settle() {
	settle_n=-1
	while [ "$settle_n" != "$(ends) $(starts)" ]; do
		settle_n="$(ends) $(starts)"
		sleep 0.2
	done
}
title() { # WORDS: the guide with another title, on stdout
	sed "s/\"title\": \"A small guide\"/\"title\": \"$1\"/" "$work/good.json"
}
made_of() { # TITLE: the booklet is that of the guide with this title
	title "$1" >"$guides/.expected.json"
	"$program" booklet "$guides/.expected.json" ${with#* } -o "$work/expected.pdf" && cmp "$work/expected.pdf" "$work/booklet.pdf"
}

if ! until_true ends_reach 1; then
	tap_fail 'it makes what is there' "$(cat "$work/said")"
	tap_end
fi
tap_pass 'it makes what is there'
settle

# --- someone looks all the time ---

(
	while [ ! -e "$work/enough" ]; do
		cp "$work/booklet.pdf" "$work/seen.pdf"
		[ "$(head -c 5 "$work/seen.pdf") $(tail -c 6 "$work/seen.pdf")" = '%PDF- %%EOF' ] || echo "part of a file"
		sleep 0.1
	done
) >"$work/seen" 2>&1 &
viewer=$!

# --- saves ---

# How soon is printed, best of four, and not judged: a busy machine would decide.
soon() {
	best=100000
	for n in 1 2 3 4; do
		before=$(ends)
		title "Quick $n" >"$guides/guide.json"
		saved=$(date +%s%3N)
		until_true ends_reach $((before + 1)) || return 1
		late=$(($(tail -n 1 "$work/starts") - saved))
		[ $late -ge $best ] || best=$late
	done
	echo "$best" >"$work/best"
	made_of 'Quick 4'
}
tap_silent 'each save is followed by work' soon
echo "# which began after $(cat "$work/best") ms at best; 100 are wanted"
settle

renamed() {
	before=$(ends)
	title Renamed >"$guides/guide.json.new~"
	mv "$guides/guide.json.new~" "$guides/guide.json"
	until_true ends_reach $((before + 1)) && made_of Renamed
}
tap_silent 'an editor that saves by renaming' renamed
settle

burst() {
	before=$(starts)
	for n in 1 2 3 4 5 6 7 8 9 10 11 12; do
		title "Burst $n" >"$guides/guide.json"
	done
	settle
	[ $(($(starts) - before)) -le 4 ] || echo "$(($(starts) - before)) starts for one burst"
	made_of 'Burst 12'
}
tap_silent 'a burst of saves is gathered, and its last one made' burst

private() {
	before=$(starts)
	for name in .guide.json.swp 'guide.json~' '#guide.json#' 4913; do
		echo x >"$guides/$name"
		rm "$guides/$name"
	done
	settle
	[ "$(starts)" -eq "$before" ] || echo "$(($(starts) - before)) starts"
}
tap_silent 'what editors keep for themselves starts nothing' private

while_running() {
	echo 0.4 >"$work/delay"
	before=$(starts)
	title First >"$guides/guide.json"
	until_true starts_pass "$before"
	sleep 0.1
	title Second >"$guides/guide.json"
	sleep 0.5
	echo 0 >"$work/delay"
	until_true made_of Second >"$work/differs" 2>&1 || cat "$work/differs"
}
tap_silent 'what is saved meanwhile is not lost' while_running
settle

# --- errors ---

broken() {
	before=$(ends)
	cp "$work/booklet.pdf" "$work/before.pdf"
	title Broken | sed '3s/"cover":/"cover":,/' >"$guides/guide.json"
	until_true ends_reach $((before + 1)) || return 1
	grep -q '^guides/.read.json:3:[0-9]*: error: ' "$work/said" || cat "$work/said"
	cmp "$work/before.pdf" "$work/booklet.pdf"
	title Mended >"$guides/guide.json"
	until_true ends_reach $((before + 2)) && made_of Mended
}
tap_silent 'an error is told with its place, the file stays, and it goes on' broken
settle

folder() {
	before=$(ends)
	mv "$guides" "$work/away"
	sleep 0.1
	mkdir "$guides"
	cp "$work/away/facts.json" "$guides"
	title Moved >"$guides/guide.json"
	settle
	title Again >"$guides/guide.json"
	settle
	made_of Again
}
tap_silent 'a folder that goes and comes again' folder

touch "$work/enough"
wait $viewer
tap_is 'whoever looked never saw part of a file' "$(cat "$work/seen")" ''

# --- the end ---

echo 5.25 >"$work/delay"
before=$(starts)
title Late >"$guides/guide.json"
until_true starts_pass "$before"
kill -INT $watch
wait $watch
tap_is 'ctrl-C ends it with status 0' $? 0
all_gone() { ! grep -qz '^5\.25$' /proc/[0-9]*/cmdline 2>/dev/null; }
tap_ok 'and nothing it ran is left' until_true all_gone
tap_end
