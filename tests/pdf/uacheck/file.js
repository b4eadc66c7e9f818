'use strict';
/*
 * A PDF as qpdf reads it: objects by number, names as "/Name", strings as text, references looked
 * up on the way.  Streams are decoded here, and only those that are asked for.
 */
const { execFileSync } = require('child_process');
const zlib = require('zlib');

const REF = /^\d+ \d+ R$/;
const isRef = (v) => typeof v === 'string' && REF.test(v);
const isDict = (v) => v !== null && typeof v === 'object' && !Array.isArray(v);

/* A string object: "u:text" or "b:hex" in qpdf's JSON. */
const isString = (v) => typeof v === 'string' && /^[ub]:/.test(v);
const bytesOf = (v) => v.startsWith('b:') ? Buffer.from(v.slice(2), 'hex') : Buffer.from(v.slice(2), 'utf8');
const textOf = (v) => v.startsWith('b:') ? Buffer.from(v.slice(2), 'hex').toString('latin1') : v.slice(2);

function decode(dict, data, at) {
  const filters = [].concat(at(dict['/Filter']) ?? []);
  for (const filter of filters) {
    if (at(filter) !== '/FlateDecode') return null; // pictures: nothing here looks into them
    data = zlib.inflateSync(data);
  }
  return data;
}

class File {
  constructor(objects) {
    this.objects = objects; // "obj:12 0 R" -> {value} or {stream: {dict, data}}
    this.at = this.at.bind(this);
  }

  static read(path) {
    const text = execFileSync('qpdf', ['--json=2', '--json-key=qpdf', '--json-stream-data=inline',
      '--decode-level=none', path], { maxBuffer: 1 << 30, stdio: ['ignore', 'pipe', 'ignore'] });
    return new File(JSON.parse(text).qpdf[1]);
  }

  /* A copy to be broken by a test. */
  copy() { return new File(structuredClone(this.objects)); }

  get trailer() { return this.objects.trailer.value; }
  get catalog() { return this.at(this.trailer['/Root']); }

  /* What a value stands for: the object of a reference (the dictionary of a stream), else itself. */
  at(v) {
    while (isRef(v)) {
      const o = this.objects['obj:' + v];
      v = o === undefined ? null : o.stream ? o.stream.dict : o.value;
    }
    return v;
  }

  /* Follow keys from a dictionary. */
  get(v, ...keys) {
    v = this.at(v);
    for (const key of keys) {
      if (v === null || typeof v !== 'object') return undefined;
      v = this.at(v[key]);
    }
    return v;
  }

  stream(ref) {
    const o = isRef(ref) ? this.objects['obj:' + ref] : null;
    if (!o || !o.stream) return null;
    return decode(o.stream.dict, Buffer.from(o.stream.data, 'base64'), this.at);
  }

  /* Put other bytes into a stream, for tests. */
  setStream(ref, bytes) {
    const o = this.objects['obj:' + ref];
    o.stream.data = Buffer.from(bytes).toString('base64');
    delete o.stream.dict['/Filter'];
  }

  isStream(ref) { return isRef(ref) && this.objects['obj:' + ref]?.stream !== undefined; }

  /* Every object with its reference. */
  * all() {
    for (const [key, o] of Object.entries(this.objects))
      if (key.startsWith('obj:')) yield [key.slice(4), o.stream ? o.stream.dict : o.value];
  }

  /* Every dictionary, however deep. */
  * dicts() {
    for (const [ref, v] of this.all()) yield* inside(ref, v);
    yield* inside('trailer', this.trailer);
  }

  /* Pages in order: {ref, dict, number}. */
  pages() {
    const out = [];
    const walk = (ref, inherited) => {
      const node = this.at(ref);
      const own = { ...inherited };
      for (const key of ['/Resources', '/MediaBox']) if (node[key] !== undefined) own[key] = node[key];
      if (node['/Type'] === '/Page' || !node['/Kids'])
        out.push({ ref, dict: { ...own, ...node }, number: out.length + 1 });
      else for (const kid of this.at(node['/Kids'])) walk(kid, own);
    };
    walk(this.catalog['/Pages'], {});
    return out;
  }

  /* Content of a page in one piece. */
  contents(page) {
    const list = [].concat(this.isStream(page['/Contents']) ? page['/Contents'] : this.at(page['/Contents']) ?? []);
    return Buffer.concat(list.flatMap((ref) => [this.stream(ref) ?? Buffer.alloc(0), Buffer.from('\n')]));
  }

  /* Entries [key, value] of a name tree or number tree. */
  * tree(node, kind) {
    node = this.at(node);
    if (!isDict(node)) return;
    const list = this.at(node[kind]) ?? [];
    for (let i = 0; i + 1 < list.length; i += 2) yield [this.at(list[i]), list[i + 1]];
    for (const kid of this.at(node['/Kids']) ?? []) yield* this.tree(kid, kind);
  }
}

function* inside(ref, v) {
  if (Array.isArray(v)) for (const x of v) yield* inside(ref, x);
  if (!isDict(v)) return;
  yield [ref, v];
  for (const x of Object.values(v)) yield* inside(ref, x);
}

module.exports = { File, isRef, isDict, isString, bytesOf, textOf, inside };
