'use strict';
/*
 * The structure tree in a handy form: elements with standard types, kids in order, places of content.
 */
const { isDict, isRef } = require('./file');

const STANDARD = new Set(('Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private ' +
  'H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference ' +
  'BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form').split(' '));

const name = (v) => typeof v === 'string' ? v.replace(/^\//, '') : '';

/* The standard type a type stands for; null when the role map leads nowhere or in a circle. */
function standardType(roles, type) {
  const seen = new Set();
  while (!STANDARD.has(type)) {
    if (seen.has(type) || roles[type] === undefined) return null;
    seen.add(type);
    type = roles[type];
  }
  return type;
}

class Tree {
  constructor(file) {
    this.file = file;
    this.root = file.get(file.catalog, '/StructTreeRoot');
    this.roles = {};
    for (const [k, v] of Object.entries(file.get(this.root, '/RoleMap') ?? {})) this.roles[name(k)] = name(file.at(v));
    this.elements = []; // in reading order
    this.marks = new Map(); // "page ref/MCID" -> element
    this.twice = [];
    this.objects = new Map(); // ref of an annotation -> element
    if (isDict(this.root)) this.kids(this.root['/K'], null, null);
  }

  kids(k, parent, page) {
    if (k === undefined || k === null) return;
    const value = this.file.at(k);
    if (Array.isArray(value)) { for (const x of value) this.kids(x, parent, page); return; }
    if (typeof value === 'number') { this.mark(page, value, parent); return; }
    if (!isDict(value)) return;
    const type = this.file.at(value['/Type']);
    if (type === '/MCR') this.mark(value['/Pg'] ?? page, this.file.at(value['/MCID']), parent);
    else if (type === '/OBJR') {
      this.objects.set(value['/Obj'], parent);
      if (parent) parent.content.push({ object: value['/Obj'] });
    } else this.element(isRef(k) ? k : null, value, parent, page);
  }

  mark(page, mcid, element) {
    const key = page + '/' + mcid;
    if (this.marks.has(key)) this.twice.push(key);
    this.marks.set(key, element);
    if (element) element.content.push({ page, mcid });
  }

  element(ref, dict, parent, page) {
    const type = name(this.file.at(dict['/S']));
    const e = { ref, dict, parent, type, standard: standardType(this.roles, type), kids: [], content: [] };
    this.elements.push(e);
    if (parent) parent.kids.push(e);
    this.kids(dict['/K'], e, dict['/Pg'] ?? page);
  }

  /* An attribute of an element by owner ("/Table") and key. */
  attribute(e, owner, key) {
    for (const a of [].concat(this.file.at(e.dict['/A']) ?? [])) {
      const d = this.file.at(a);
      if (isDict(d) && this.file.at(d['/O']) === owner && d[key] !== undefined) return this.file.at(d[key]);
    }
    return undefined;
  }

  of(...types) { return this.elements.filter((e) => types.includes(e.standard)); }
}

module.exports = { Tree, STANDARD, standardType, name };
