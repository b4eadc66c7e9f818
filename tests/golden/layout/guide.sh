# Small guides for the tests of layout; source it with `. tests/golden/layout/guide.sh`.
#
# A guide is put together from parts; a test changes the parts it is about and leaves the rest:
# make_guide DIR writes guide.json and facts.json there.

house() { # the smallest guide: one chapter with one section, whose blocks are $blocks
	title='A small guide'
	side=right
	n_steps=2
	weeks=4
	short='"step-1"'
	cover='"eyebrow": "At home", "lead": "A lead.", "image": "cover", "alt": "An arm."'
	front='{ "id": "safety", "title": "Safety", "start": "left", "blocks": [
		{ "type": "stop", "title": "Stop", "blocks": [{ "type": "text", "text": "Fever." }] } ] }'
	contents=
	blocks='{ "type": "text", "text": "Words." }'
	chapters=
	back='{ "id": "back", "title": "Back", "blocks": [{ "type": "sources" }] }'
	back_cover=
	step_title='Step'
	step_text='Do it as the picture shows.'
	step_line='Do it slowly.'
	poster_title='A small poster'
	poster_subtitle='Do it at home'
	sidebar='{ "type": "stop", "title": "Stop if", "items": ["sharp pain", "fever"] }'
}

# one word after the other, each made by the function named, with commas between
join() { # FUNCTION FROM TO
	join_i=$2
	while [ "$join_i" -le "$3" ]; do
		[ "$join_i" -eq "$2" ] || echo ,
		"$1" "$join_i"
		join_i=$((join_i + 1))
	done
}

step_words() { # N
	cat <<END
{ "id": "step-$1", "title": "$step_title $1", "text": "$step_text", "line": "$step_line",
  "image": "step", "wide": "wide", "alt": "Picture of step $1." }
END
}

step_facts() { # N
	echo "{ \"id\": \"step-$1\", \"times\": 3, \"seconds\": 30, \"legs\": \"each\", \"show\": \"times\" }"
}

chapter() { # N
	cat <<END
{ "id": "chapter-$1", "title": "Chapter $1", "sections": [
  { "id": "section-$1", "title": "Section $1", "blocks": [{ "type": "text", "text": "Words of chapter $1." }] } ] }
END
}

make_guide() { # DIR
	[ -n "$chapters" ] || chapters='{ "id": "one", "title": "One", "sections": [
		{ "id": "what", "title": "What", "blocks": ['"$blocks"'] } ] }'
	cat >"$1/facts.json" <<END
{ "format": 1, "id": "small", "routine": { "steps": [$(join step_facts 1 "$n_steps")],
  "short": [$short], "about_minutes": $((3 * n_steps)) }, "days": [3, 5], "weeks": $weeks,
  "pressure": { "scale": [0, 10], "target": [4, 6] }, "sources": [
  { "id": "first", "authors": "Smith A", "year": 2001, "where": "Journal of Hands 3:4" },
  { "id": "hidden", "authors": "Jones B", "year": 1999, "where": "A book", "print": false },
  { "id": "second", "authors": "Brown C et al.", "year": "1918 edition", "where": "A long old book, with many words in its title, printed again" }] }
END
	cat >"$1/guide.json" <<END
{ "format": 1, "id": "small", "language": "en", "facts": "facts.json", "side": "$side",
"meta": { "title": "$title", "short": "Small", "subtitle": "For tests", "author": "A. Writer", "date": "2026-11", "edition": "1" },
"cover": { $cover },
"front": [$front],
${contents:+\"contents\": $contents,}
"chapters": [$chapters],
"back": [$back],
${back_cover:+\"back_cover\": $back_cover,}
"routine": { "title": "The routine", "steps": [$(join step_words 1 "$n_steps")] },
"poster": { "title": "$poster_title", "subtitle": "$poster_subtitle", "dose": "{total}, {days} days a week",
  "sidebar": [$sidebar], "note": "Not medical advice.", "credit": "A. Writer" } }
END
}
