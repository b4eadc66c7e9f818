// node words.js FILE: what poppler, MuPDF and pdf.js read on each page; prints where they differ.
//
// Compared are the words of a page, whatever their order, after joining lines that end in a soft
// hyphen; and the characters, so that a difference in words is known to be one of blanks or not.
"use strict";

const { execFileSync } = require("child_process");
const fs = require("fs");

const quiet = console.warn;
console.warn = console.log = () => {}; // pdf.js misses a canvas, which reading text does not need
const pdfjs = require("pdfjs-dist/legacy/build/pdf.js");
console.warn = quiet;

const run = (command, ...args) =>
	execFileSync(command, args, { encoding: "utf8", maxBuffer: 1 << 28, stdio: ["ignore", "pipe", "ignore"] });

const poppler = file => run("pdftotext", "-raw", file, "-").split("\f").slice(0, -1);
const mupdf = file => run("mutool", "draw", "-q", "-F", "text", "-o", "-", file).split("\f").slice(0, -1);

// pdf.js marks the ends of lines, but not the step from one column to the next.
function join(items) {
	let text = "";
	let last = null;
	for (const item of items) {
		if (last && (Math.abs(item.transform[5] - last.transform[5]) > 2 ||
			item.transform[4] < last.transform[4] || item.transform[4] > last.transform[4] + last.width + 2))
			text += "\n";
		text += item.str + (item.hasEOL ? "\n" : "");
		if (item.str.trim())
			last = item;
	}
	return text;
}

async function pdfJs(file) {
	const data = new Uint8Array(fs.readFileSync(file));
	const doc = await pdfjs.getDocument({ data, verbosity: 0, disableFontFace: true }).promise;
	const pages = [];
	for (let n = 1; n <= doc.numPages; n++) {
		const text = await (await doc.getPage(n)).getTextContent();
		pages.push(join(text.items));
	}
	return pages;
}

// A kern before an apostrophe may be wide enough to be taken for a blank.
const words = text =>
	text.normalize("NFKC").replace(/\u00ad\s*/g, "").replace(/\s+’/g, "’").split(/[\s\u00a0\u202f]+/).filter(word => word).sort();
const characters = list => list.join("").split("").sort().join("");

// what a has and b has not, as lists with repetition
function missing(a, b) {
	const left = new Map();
	for (const word of b)
		left.set(word, (left.get(word) || 0) + 1);
	return a.filter(word => {
		const n = left.get(word) || 0;
		left.set(word, n - 1);
		return n <= 0;
	});
}

function compare(name, page, one, other) {
	const a = words(one);
	const b = words(other);
	const more = missing(b, a);
	const less = missing(a, b);
	if (more.length || less.length) {
		const kind = characters(a) === characters(b) ? "blanks" : "characters";
		process.stdout.write(`page ${page}, ${kind}: poppler has [${less.join(" ")}], ${name} has [${more.join(" ")}]\n`);
	}
}

async function main(file) {
	const readers = { MuPDF: mupdf(file), "pdf.js": await pdfJs(file) };
	const pages = poppler(file);
	for (const [name, theirs] of Object.entries(readers)) {
		if (theirs.length !== pages.length)
			process.stdout.write(`${name} has ${theirs.length} pages, poppler ${pages.length}\n`);
		pages.forEach((text, i) => compare(name, i + 1, text, theirs[i] || ""));
	}
}

main(process.argv[2]);
