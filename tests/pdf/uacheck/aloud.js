#!/usr/bin/env node
'use strict';
/*
 * aloud FILE: the text of a tagged file in the order of its structure tree, as a screen reader says
 * it; one line an element that holds text.  The text of a mark comes from its codes by ToUnicode.
 */
const { File } = require('./file');
const { Model } = require('./model');
const { Font } = require('./fonts');

/* Text of every marked sequence: "page ref/MCID" -> text. */
function texts(model) {
  const out = new Map();
  for (const [page, e] of model.events('show')) {
    const mark = e.marks.findLast((m) => typeof m.list['/MCID'] === 'number');
    if (!mark || !e.font) continue;
    const key = page.ref + '/' + mark.list['/MCID'];
    const unicode = model.fonts.get(e.font).font.unicode ?? new Map();
    const text = e.strings.flatMap((s) => Font.codesOf(s)).map((c) => unicode.get(c) ?? '?').join('');
    out.set(key, (out.get(key) ?? '') + text);
  }
  return out;
}

function aloud(path) {
  const model = new Model(File.read(path));
  const said = texts(model);
  const lines = [];
  let last = null;
  for (const [key, element] of model.tree.marks) {
    if (element !== last || lines.length === 0) lines.push('');
    lines[lines.length - 1] += said.get(key) ?? '';
    last = element;
  }
  return lines.filter((line) => line).join('\n');
}

if (require.main === module) console.log(aloud(process.argv[2]));
module.exports = { aloud };
