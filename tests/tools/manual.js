// node manual.js SCHEMA.json PAGE [--check]: write the keys of the format, as the schema describes
// them, into the manual page between the lines .\" keys and .\" end of keys; with --check only say
// whether the page holds them already.
"use strict";

const fs = require("fs");

const [schemaFile, page, check] = process.argv.slice(2);
const schema = JSON.parse(fs.readFileSync(schemaFile, "utf8"));

const escape = text => text
	.replace(/\\/g, "\\e").replace(/-/g, "\\-").replace(/^\./, "\\&.").replace(/"/g, "\\(dq")
	.replace(/…/g, "...").replace(/[^\x20-\x7e]/g, c => `\\[u${c.codePointAt(0).toString(16).toUpperCase().padStart(4, "0")}]`);

// one sentence a line, as mdoc wants it
const prose = text => escape(text).replace(/([.;:]) (?=[A-Z])/g, "$1\n");

const reference = shape => (shape.$ref ? shape.$ref.replace("#/$defs/", "") : null);

// what a value is, in words
function kind(shape) {
	if (shape.$ref)
		return reference(shape);
	if (shape.enum)
		return shape.enum.map(value => (value === "" ? "empty" : String(value))).join(", ");
	if (shape.anyOf) {
		const kinds = new Set(shape.anyOf.map(kind));
		return [...kinds].join(" or ");
	}
	if (shape.type === "array")
		return `list of ${kind(shape.items || { type: "anything" })}`;
	if (shape.type === "integer")
		return "whole number";
	return shape.type === "boolean" ? "true or false" : shape.type;
}

// objects inside a value that have no name of their own
function inner(shape) {
	if (shape.properties)
		return [shape];
	if (shape.items)
		return inner(shape.items);
	return (shape.anyOf || []).flatMap(inner);
}

function isSided(shape) {
	return Object.keys(shape.properties || {}).join() === "right,left";
}

function keys(object, skip) {
	const out = [".Bl -tag -width Ds -compact"];
	const required = new Set(object.required || []);
	for (const [name, shape] of Object.entries(object.properties || {})) {
		if (skip.has(name))
			continue;
		out.push(`.It Li ${escape(name)} ${required.has(name) ? "" : "No (optional) "}\\(em Em ${escape(kind(shape))}`);
		if (shape.description)
			out.push(prose(shape.description));
		const seen = new Set();
		for (const object of inner(shape).filter(object => !isSided(object))) {
			const text = keys(object, new Set()).join("\n");
			if (!seen.has(text))
				out.push(text);
			seen.add(text);
		}
	}
	out.push(".El");
	return out;
}

function* sections() {
	yield ".Ss The guide";
	yield* keys(schema, new Set());
	const everywhere = new Set(["type", "id", "note", "notes"]);
	for (const [name, object] of Object.entries(schema.$defs)) {
		if (!object.properties)
			continue;
		const isBlock = name.endsWith("-block");
		const isUnit = name.endsWith("-unit");
		const type = name.replace(/-(block|unit)$/, "");
		yield `.Ss ${isBlock ? "Block" : isUnit ? "Poster unit" : "Object"} ${escape(type)}`;
		yield prose(object.description || "");
		const text = keys(object, isBlock ? everywhere : new Set(isUnit ? ["type"] : []));
		if (text.length > 2)
			yield* text;
	}
}

const begin = '.\\" keys: made by tests/tools/manual.js from the schema\n';
const end = '.\\" end of keys\n';
const text = fs.readFileSync(page, "utf8");
const from = text.indexOf(begin);
const to = text.indexOf(end);
if (from < 0 || to < from)
	throw new Error(`${page}: the lines around the keys are missing`);
const fresh = text.slice(0, from + begin.length) + [...sections()].filter(line => line).join("\n") + "\n" + text.slice(to);
if (check) {
	if (fresh !== text)
		process.stdout.write(`${page} does not list the keys of ${schemaFile}; run: node tests/tools/manual.js ${schemaFile} ${page}\n`);
} else {
	fs.writeFileSync(page, fresh);
}
