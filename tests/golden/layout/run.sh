#!/bin/sh
# Pages of small guides, one for each thing that layout can do: their dumps are the golden files.
#
#   block-CASE.json    the blocks of one section
#   sections-CASE.json the sections of one chapter
#   the rest           is put together here
#
# CASE.dl holds the part of the dump that the case is about, without the glyphs of each line (those
# are tested with text); CASE.err what was said.  UPDATE=1 writes the golden files anew.
set -u
. tests/tools/tap.sh
. tests/golden/layout/guide.sh
here=tests/golden/layout
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

press() { # CASE booklet|poster OPTIONS...: dump to CASE.all, messages to CASE.err
	press_case=$1
	press_what=$2
	shift 2
	make_guide "$work"
	"$GUIDEPRESS" "$press_what" "$work/guide.json" --images="$here/images" --fonts=fonts \
		--style=content/house/style.json --words=content/house/words.en.json --dump "$@" \
		>"$work/$press_case.all" 2>"$work/$press_case.msg"
	press_status=$?
	sed "s|$work/||g" "$work/$press_case.msg" >"$work/$press_case.err"
	[ "$press_status" -eq 0 ] || echo "status $press_status" >>"$work/$press_case.err"
}

# Only what belongs to pages named by the anchors FROM up to before TO, and to tags between the
# sections that have these titles.
part() { # FROM TO FROM-TITLE TO-TITLE
	awk -v from="$1" -v to="$2" -v t0="title=\"$3\"" -v t1="title=\"$4\"" '
		$1 == "anchor" && $2 == from { first = substr($3, 6) + 0 }
		$1 == "anchor" && $2 == to { last = substr($3, 6) + 0 }
		$1 == "tag" && $3 == "Sect" { if (index($0, t0)) on = 1; if (index($0, t1)) on = 0 }
		$1 == "tag" && on { print }
		$1 == "anchor" && substr($3, 6) + 0 >= first { print }
		$1 == "page" { shown = $2 >= first && $2 < last }
		shown { print }'
}

pages() { # FROM TO: whole pages by their index
	awk -v from="$1" -v to="$2" '$1 == "page" { shown = $2 >= from && $2 <= to } shown { print }'
}

no_glyphs() { sed 's/ \[[0-9:@, -]*\]$//'; }

# what is where, without how it is drawn
outline() { sed -E '/^ *path /d; s/ colour=[0-9a-f]*//' | no_glyphs; }

golden() { # CASE: CASE.dl and CASE.err
	for golden_file in "$1.dl" "$1.err"; do
		if [ -n "${UPDATE:-}" ]; then
			rm -f "$here/$golden_file"
			[ ! -s "$work/$golden_file" ] || cp "$work/$golden_file" "$here/$golden_file"
		fi
		golden_old=$here/$golden_file
		[ -f "$golden_old" ] || golden_old=/dev/null
		[ -s "$work/$golden_file" ] || [ -s "$golden_old" ] || continue
		touch "$work/$golden_file"
		tap_silent "$golden_file" diff -u "$golden_old" "$work/$golden_file"
	done
}

chapter_of() { # CASE: the one chapter
	part one back One Back <"$work/$1.all" | no_glyphs >"$work/$1.dl"
}

# --- blocks and sections -------------------------------------------------------------------------

for file in "$here"/block-*.json; do
	case=$(basename "$file" .json)
	house
	blocks=$(cat "$file")
	press "$case" booklet
	chapter_of "$case"
	golden "$case"
done

for file in "$here"/sections-*.json; do
	case=$(basename "$file" .json)
	house
	chapters="{ \"id\": \"one\", \"title\": \"One\", \"lead\": \"What it is about.\", \"sections\": [$(cat "$file")] }"
	press "$case" booklet
	chapter_of "$case"
	golden "$case"
done

# the same blocks in other editions, on other paper and for the other side
for edition in large ink-saver grey; do
	for case in callouts figure-labels; do
		house
		blocks=$(cat "$here/block-$case.json")
		press "$edition-$case" booklet --edition="$edition"
		chapter_of "$edition-$case"
		golden "$edition-$case"
	done
done
house
blocks=$(cat "$here/block-notes.json")
press large-notes booklet --edition=large
part one back One Back <"$work/large-notes.all" | outline >"$work/large-notes.dl"
golden large-notes
# figures of a row are smaller, all of them, where one is too wide for its column
house
blocks='{ "type": "traffic", "cells": [{ "figure": "20 cm +", "title": "A", "text": "at rest" },
	{ "figure": "10–19 cm", "title": "B", "text": "at rest" }, { "figure": "0–9 cm", "title": "C", "text": "at rest" }] }'
press narrow-figures booklet --size=half-letter
part one back One Back <"$work/narrow-figures.all" | outline | grep ' size=2' >"$work/narrow-figures.dl"
golden narrow-figures
# a tall picture gives way to few words beside it, not to many
house
few="Words beside a picture that is higher than they are."
many="$few $few $few $few $few $few $few $few $few $few $few $few"
blocks=
for text in "$few" "$many"; do
	blocks="$blocks${blocks:+,}{ \"type\": \"figure\", \"image\": \"map\", \"alt\": \"A leg.\", \"caption\": \"A leg.\",
		\"beside\": [{ \"type\": \"text\", \"text\": \"$text\" }] }"
done
press large-beside booklet --edition=large
part one back One Back <"$work/large-beside.all" | grep '^ *picture' >"$work/large-beside.dl"
golden large-beside
house
blocks=$(cat "$here/block-notes.json")
press half-letter booklet --size=half-letter
part one back One Back <"$work/half-letter.all" | outline >"$work/half-letter.dl"
golden half-letter
house
blocks=$(cat "$here/block-figure-labels.json")
press left-figure-labels booklet --side=left
chapter_of left-figure-labels
golden left-figure-labels

# --- the whole booklet ---------------------------------------------------------------------------

house
cover='"eyebrow": "At home", "lead": "A lead that is long enough to run over the end of one line.",
	"image": "cover", "alt": "An arm.", "foot": ["On the left", "On the right"]'
title='Ease the *forearm* at home with a ball and a table'
back_cover='{ "eyebrow": "Look here", "title": "In short", "blocks": [
	{ "type": "text", "text": "Words." }, { "type": "warning", "text": "Not medical advice." }] }'
press covers booklet
for page in 0 7; do pages $page $page <"$work/covers.all"; done | no_glyphs >"$work/covers.dl"
golden covers

section() { # N
	echo "{ \"id\": \"c$chapter_n-s$1\", \"title\": \"Section $1 of chapter $chapter_n\", \"blocks\": [
		{ \"type\": \"text\", \"text\": \"See page {page:c$chapter_n-s$1} of {pages}.\" }] }"
}
full_chapter() { # N
	chapter_n=$1
	echo "{ \"id\": \"c$1\", \"title\": \"Chapter $1\", \"sections\": ["
	(join section 1 8) # its counter stays its own
	echo '] }'
}
house
chapters=$(join full_chapter 1 9)
contents='{ "notes": [{ "title": "Short of time?", "text": "See page {page:c9}." }] }'
press contents-long booklet
part contents c1 Contents 'Chapter 1' <"$work/contents-long.all" |
	outline | grep -v '^tag' >"$work/contents-long.dl"
golden contents-long

for n in 1 9; do
	house
	chapters=$(join chapter 1 $n)
	press "chapters-$n" booklet
	part chapter-1 back 'Chapter 1' Back <"$work/chapters-$n.all" | outline >"$work/chapters-$n.dl"
	golden "chapters-$n"
done

# --- step cards and logs -------------------------------------------------------------------------

routine_section='{ "id": "what", "title": "What", "start": "left", "width": "full", "blocks": [{ "type": "routine",
	"intro": ["First words."], "feet": [
	{ "type": "stop", "title": "Stop if it tingles", "blocks": [{ "type": "text", "text": "Take it away." }] }] }] }'
for n in 2 3 4 5 6 7 8; do
	house
	n_steps=$n
	chapters="{ \"id\": \"one\", \"title\": \"One\", \"sections\": [{ \"id\": \"first\", \"title\": \"First\",
		\"blocks\": [{ \"type\": \"text\", \"text\": \"Words.\" }] }, $routine_section] }"
	press "routine-$n" booklet
	part what back What Back <"$work/routine-$n.all" | outline >"$work/routine-$n.dl"
	golden "routine-$n"
done
house
n_steps=6
short='"step-2", "step-5"'
blocks='{ "type": "routine", "only": "short", "intro": ["In short."] }'
press routine-short booklet
part one back What Back <"$work/routine-short.all" | outline >"$work/routine-short.dl"
golden routine-short

for n in 1 2 3 4 5 6; do
	house
	weeks=$n
	back='{ "id": "back", "title": "Log", "start": "left", "width": "full", "blocks": [{ "type": "log", "points": ["P1", "P2"],
		"intro": ["Tick what you did."], "measure": { "title": "Reach", "unit": "cm" } }] },
		{ "id": "end", "title": "End", "start": "page", "blocks": [{ "type": "sources" }] }'
	press "log-$n" booklet
	part back end Log End <"$work/log-$n.all" | outline | grep -v '^tag' >"$work/log-$n.dl"
	golden "log-$n"
done

# --- poster --------------------------------------------------------------------------------------

map='{ "type": "map", "title": "Where", "image": "map", "alt": "An arm.",
	"marks": [{ "at": "P1", "kind": "point" }, { "at": "P2", "kind": "ghost" }], "labels": [
	{ "at": "P1", "text": "**P1** elbow", "place": "right" },
	{ "at": "P2", "text": "Roll here", "place": "left" },
	{ "at": "wrist", "text": "Not here", "badge": "stop", "place": "left" }] }'
units=$map',{ "type": "pressure", "title": "How hard", "text": "Keep it low." },
	{ "type": "stop", "title": "Stop if", "items": ["sharp pain", "tingling, numbness"] },
	{ "type": "days", "title": "Tick your days" }'
for n in 2 3 4 5 6 7 8; do
	house
	n_steps=$n
	sidebar=$units
	press "poster-$n" poster
	outline <"$work/poster-$n.all" | grep -v '^tag' >"$work/poster-$n.dl"
	golden "poster-$n"
done
house
n_steps=4
sidebar=$(printf '%s' "$units" | sed 's/"at": "P2", "text"/"at": "P2", "to": "elbow", "text"/')
press poster-ink-saver poster --edition=ink-saver
no_glyphs <"$work/poster-ink-saver.all" >"$work/poster-ink-saver.dl"
golden poster-ink-saver
press poster-left poster --side=left --size=tabloid
outline <"$work/poster-left.all" >"$work/poster-left.dl"
golden poster-left
house
poster_title='Ease the arm at home and at work'
press poster-two-lines poster
outline <"$work/poster-two-lines.all" >"$work/poster-two-lines.dl"
golden poster-two-lines
house
step_line='MMMMMMMMM MMMMMMMMM MMMMMMMMM'
press poster-three-lines poster
outline <"$work/poster-three-lines.all" >"$work/poster-three-lines.dl"
golden poster-three-lines

# running heads: the guide's title beside a chapter's, its short one beside a longer, none beside the
# longest
house
title='A small guide for tests of layout'
chapters=$(for name in Short 'A chapter whose title takes a good half' \
	'A chapter whose title takes so much that none has room'; do
	[ "$name" = Short ] || echo ,
	id=$(printf %s "$name" | tr -dc a-z)
	echo '{ "id": "'"$id"'", "title": "'"$name"'", "sections": [
		{ "id": "'"$id-1"'", "title": "First", "blocks": [{ "type": "text", "text": "Words." }] },
		{ "id": "'"$id-2"'", "title": "Second", "start": "page", "blocks": [{ "type": "text", "text": "Words." }] }] }'
done)
press heads booklet
sed -n 's/^ *glyphs header .* at=\([0-9]*\),.* \("[^"]*"\).*/\1 \2/p' <"$work/heads.all" >"$work/heads.dl"
golden heads

# --- what is refused -----------------------------------------------------------------------------

# letters that no font has are named where they stand, also those of running heads and of badges
house
title='A small 一 guide'
contents='{}'
chapters='{ "id": "one", "title": "One 二", "sections": [
	{ "id": "what", "title": "What 三", "blocks": [
		{ "type": "figure", "image": "map", "alt": "An arm.",
			"marks": [{ "at": "P1", "kind": "point", "text": "四" }],
			"labels": [{ "at": "P2", "text": "Label", "badge": "五" }] },
		{ "type": "matrix", "head": "What",
			"heads": ["六"], "rows": [{ "text": "Row", "dots": ["typical"] }] } ] } ] }'
press error-glyphs booklet
golden error-glyphs

house
step_title='A long title that leaves no room for the dose of this step'
blocks='{ "type": "routine" }'
press error-card-head booklet
golden error-card-head
press error-poster-card poster
golden error-poster-card
house
step_line='MMMMMMMMM MMMMMMMMM MMMMMMMMM MMMMMMMMM'
press error-poster-line poster
golden error-poster-line
house
n_steps=8
poster_title='Ease the arm at home and at work'
step_line='MMMMMMMMM MMMMMMMMM MMMMMMMMM'
press error-poster-line-title poster
golden error-poster-line-title
poster_title='Home arms, home hands'
poster_subtitle='Do it at home, at work, on the road and wherever else you are'
press error-poster-title poster
golden error-poster-title
house
sidebar='{ "type": "stop", "title": "Stop if", "items": ["WWWWW WWWWW WWWWW WWWW"] }'
press error-poster-stop poster
golden error-poster-stop
house
weeks=30
sidebar=$units
press error-poster-side poster
golden error-poster-side

# a word of the title no size can hold is refused, not cut; three times as many words are set smaller
house
title=Selbstbehandlungsanleitungsdokumentationsheft
press error-cover-title booklet
golden error-cover-title
house
title='A small guide for a small arm, a small guide for the other arm, and what to do'
press cover-long booklet
pages 0 0 <"$work/cover-long.all" | outline >"$work/cover-long.dl"
golden cover-long

# a gap wider than the paper: the two lines of the header stand under each other
house
sed 's/"subtitle_gap": "[^"]*"/"subtitle_gap": "1500mm"/' content/house/style.json >"$work/gap.json"
press wide-gap poster --style="$work/gap.json"
tap_is 'a gap as wide as a style may ask for' "$press_status" 0
tap_end
