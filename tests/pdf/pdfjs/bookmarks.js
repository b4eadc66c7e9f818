// node bookmarks.js GUIDE.json OUTLINE: is every title of the guide a bookmark?  OUTLINE is what
// `mutool show FILE outline` says.  Prints the titles that are missing.
"use strict";

const fs = require("fs");

const [guideFile, outlineFile] = process.argv.slice(2);
const guide = JSON.parse(fs.readFileSync(guideFile, "utf8"));
const bare = text => text.replace(/[*\s\u00a0]+/g, "");
const quote = text => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const bookmarks = fs.readFileSync(outlineFile, "utf8").split("\n")
	.map(line => (/"(.*)"/.exec(line) || ["", ""])[1]).map(bare);

const sections = [...guide.front, ...guide.chapters.flatMap(c => [c, ...c.sections]), ...guide.back, guide.back_cover];
let n = 0;
for (const s of sections) {
	const title = s && s.title && (typeof s.title === "string" ? s.title : s.title.right);
	if (!title)
		continue;
	n++;
	const words = bare((s.plate ? s.plate.label : "") + title).split(/\{[^}]*\}/).map(quote);
	const wanted = new RegExp("^" + words.join(".+") + "$");
	const at = bookmarks.findIndex(b => wanted.test(b));
	if (at < 0)
		process.stdout.write(`no bookmark: ${title}\n`);
	else
		bookmarks.splice(at, 1);
}
if (n < 3)
	process.stdout.write(`${guideFile} has ${n} titles\n`);
