#!/usr/bin/env node
'use strict';
/*
 * uacheck [--ua] FILE...: the conditions of PDF/UA-1 (Matterhorn Protocol) and PDF/A-2a that a
 * machine can decide.  One line a problem; exit status 1 when there is one.  --ua: PDF/UA only.
 * uacheck --list: the rules.
 */
const { File } = require('./file');
const { Model } = require('./model');
const ua = require('./ua');
const archive = require('./archive');

const rulesOf = (onlyUa) => onlyUa ? ua.rules : [...ua.rules, ...archive.rules];

/* Problems of a file: [{id, title, places}]. */
function problems(file, rules = rulesOf(false)) {
  const model = new Model(file);
  return rules.map((r) => ({ ...r, places: [...r.check(model)] })).filter((r) => r.places.length > 0);
}

function main(args) {
  const onlyUa = args[0] === '--ua';
  if (args[0] === '--list') {
    for (const r of rulesOf(false)) console.log(r.id.padEnd(10) + r.title);
    return 0;
  }
  let status = 0;
  for (const path of args.slice(onlyUa ? 1 : 0))
    for (const p of problems(File.read(path), rulesOf(onlyUa))) {
      console.log(path + ': ' + p.id + ' ' + p.title + ': ' + p.places.slice(0, 5).join('; ') + (p.places.length > 5 ? ' and ' + (p.places.length - 5) + ' more' : ''));
      status = 1;
    }
  return status;
}

if (require.main === module) process.exitCode = main(process.argv.slice(2));
module.exports = { problems, rulesOf };
