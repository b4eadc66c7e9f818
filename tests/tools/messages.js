// messages.js TABLE.def TEST...: print the messages of a table that no test names: neither by
// GP_MSG_ID nor by three words of its text side by side.
'use strict';
const fs = require('fs');
const [table, ...tests] = process.argv.slice(2);
const squeeze = (s) => s.replace(/\\(.)/g, '$1').replace(/\s+/g, ' ');
const tested = squeeze(tests.map((file) => fs.readFileSync(file, 'utf8')).join('\n'));
const source = fs.readFileSync(table, 'utf8');
const entries = [...source.matchAll(/^GP_MSG\((\w+), GP_\w+,\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\)/gm)];

function isTested(id, text) {
	if (new RegExp(`\\bGP_MSG_${id}\\b`).test(tested)) return true;
	const parts = text.split(/%[-0-9.*]*(?:zu|lu|lx|ld|[a-zX])/)
		.map((plain) => plain.split(' ').filter((word) => /\w/.test(word)));
	const n = Math.min(3, Math.max(...parts.map((words) => words.length)));
	return parts.some((words) => words.some(
		(_, i) => i + n <= words.length && tested.includes(words.slice(i, i + n).join(' '))));
}

if (entries.length !== source.split('\n').filter((line) => line.startsWith('GP_MSG(')).length)
	console.log(`${table}: not every entry can be read`);
for (const [, id, strings] of entries) {
	const text = squeeze(strings.replace(/"\s*"/g, '').trim().slice(1, -1));
	if (!isTested(id, text)) console.log(`${id}: ${text}`);
}
