// node structure.js GUIDE.json TREE: is every string of the guide in the PDF, in order, the way a
// screen reader meets it?  Prints what is missing and what is out of order.
//
// TREE is what `pdfinfo -struct-text` says about the PDF: its words in the order of the structure
// tree.  Blanks are not compared: where lines end is the layout's business.  Notes, captions,
// labels in pictures and what tops a page are only looked for: their place is a matter of taste.
"use strict";

const fs = require("fs");

const [guideFile, treeFile] = process.argv.slice(2);
const guide = JSON.parse(fs.readFileSync(guideFile, "utf8"));

// what is printed, by the key it stands under
const printed = new Set(["title", "lead", "eyebrow", "text", "items", "caption", "urgent", "head", "heads", "term",
	"figure", "cells", "rows", "intro", "foot", "dose", "label"]);
const asides = new Set(["note", "notes", "labels", "marks", "caption", "intro"]);
// chosen from, shown as a drawing, or for the program alone
const silent = new Set(["id", "type", "kind", "start", "width", "align", "image", "alt", "at", "place", "crop", "side",
	"dots", "dot", "badge", "page", "size", "unit", "mark", "sign", "left", "summary", "measure", "points", "other"]);

const bare = text => text.normalize("NFC").replace(/[\s\u00a0\u202f\u00ad\u200b]+/g, "");

const quote = text => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

// the pattern of a string: inline markup away, a placeholder stands for a few characters
function pattern(string) {
	const plain = string
		.replace(/\[([^\]]*)\](\([^)]*\)|\{[a-z-]+\})/g, "$1")
		.replace(/\\([*_[\]\\])/g, "$1")
		.replace(/\*+/g, "")
		.replace(/&amp;/g, "&");
	return plain.split(/(\{\{|\{[^}]*\})/).map(part => {
		if (part === "{{")
			return "\\{";
		return part.startsWith("{") ? ".{0,40}?" : quote(bare(part));
	}).join("");
}

// every printed string in the order of the file: { text, where, aside }
function* strings(value, key, where, aside) {
	if (typeof value === "string") {
		if (printed.has(key) && value)
			yield { text: value, where, aside };
	} else if (Array.isArray(value)) {
		for (let i = 0; i < value.length; i++)
			yield* strings(value[i], key, `${where}/${i}`, aside);
	} else if (value && typeof value === "object") {
		if ("right" in value && "left" in value) {
			yield* strings(value[guide.side || "right"], key, `${where}/right`, aside);
			return;
		}
		for (const [name, child] of Object.entries(value)) {
			// the title of a plate's section stands in the plate
			const free = aside || asides.has(name) || (name === "title" && "plate" in value);
			if (!silent.has(name))
				yield* strings(child, name, `${where}/${name}`, free);
		}
	}
}

function* ofGuide() {
	for (const part of ["cover", "front", "chapters", "back", "back_cover"]) {
		if (part in guide)
			yield* strings(guide[part], part, `/${part}`, false);
	}
}

const tree = fs.readFileSync(treeFile, "utf8");
const spoken = bare(tree.split("\n").map(line => (/^ *"(.*)"$/.exec(line) || ["", ""])[1]).join(""));

const say = (where, problem, text) =>
	process.stdout.write(`${where}: ${problem}: ${text.length > 70 ? text.slice(0, 70) + "…" : text}\n`);

function places(text) {
	const wanted = new RegExp(pattern(text), "g");
	const found = [];
	for (let hit; found.length < 400 && (hit = wanted.exec(spoken)); wanted.lastIndex = hit.index + 1)
		found.push(hit.index);
	return found;
}

// The largest set of strings that stand in one order, each at one of its places: the longest
// increasing subsequence, by patience sorting; of one string's places the last is dealt first, so
// that at most one is used.
function inOrder(list) {
	const piles = []; // the top of each pile: { place, string, below }
	list.forEach((string, index) => {
		for (const place of [...string.places].reverse()) {
			let low = 0;
			let high = piles.length;
			while (low < high) {
				const middle = (low + high) >> 1;
				if (piles[middle].place < place)
					low = middle + 1;
				else
					high = middle;
			}
			piles[low] = { place, index, below: low > 0 ? piles[low - 1] : null };
		}
	});
	const kept = new Set();
	for (let card = piles[piles.length - 1]; card; card = card.below)
		kept.add(card.index);
	return kept;
}

const all = [...ofGuide()].map(string => ({ ...string, places: places(string.text) }));
for (const { where, text, places: found } of all) {
	if (!found.length)
		say(where, "missing", text);
}
const flow = all.filter(string => !string.aside && string.places.length);
const kept = inOrder(flow);
flow.forEach(({ where, text }, index) => {
	if (!kept.has(index))
		say(where, "out of order", text);
});
if (all.length < 10)
	process.stdout.write(`only ${all.length} strings looked for\n`);
