// report.js FOLDER: compare report.json with the rendered pages p-N.pgm; silent when all is well.
"use strict";
const fs = require("fs");
const dir = process.argv[2];
const report = JSON.parse(fs.readFileSync(dir + "/report.json", "utf8"));

function darkness(file) {
	const data = fs.readFileSync(file);
	const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(data.toString("latin1", 0, 40));
	let sum = 0;

	for (let i = head[0].length; i < data.length; i++) sum += 255 - data[i];
	return (100 * sum) / 255 / (data.length - head[0].length);
}

for (const key of ["format", "guide", "rules", "fonts", "booklets", "posters", "reading", "errors", "warnings"])
	if (!(key in report)) console.log("no key " + key);
const booklet = report.booklets.find((b) => b.size === "a5");
const pages = fs.readdirSync(dir).filter((f) => /^p-\d+\.pgm$/.test(f)).sort();
if (booklet.pages !== pages.length || booklet.measured.length !== pages.length)
	console.log(`${booklet.pages} pages said, ${pages.length} rendered`);
if (booklet.sheets * 4 !== booklet.pages) console.log("sheets do not hold the pages");
pages.forEach((file, i) => {
	const said = booklet.measured[i].ink_percent, seen = darkness(dir + "/" + file);

	if (Math.abs(said - seen) > 0.2 + seen / 8)
		console.log(`page ${i + 1}: ink ${said} % said, ${seen.toFixed(1)} % seen`);
});
for (const poster of report.posters)
	for (const d of poster.distances)
		if (d.passes !== (d.ratio <= d.limit) || Math.abs((d.distance_m * 1000) / d.capital_mm - d.ratio) > 1.5)
			console.log(`poster ${poster.size}, ${d.element}: sums do not agree`);
const words = report.reading.map((r) => r.words), all = words.pop();
if (words.reduce((a, b) => a + b, 0) !== all) console.log("words of the parts are not all words");
