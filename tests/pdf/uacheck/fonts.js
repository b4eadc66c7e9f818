'use strict';
/*
 * Composite fonts: codes to CIDs, CIDs to glyphs, widths on both sides, and back to Unicode.
 */
const { isDict, isRef } = require('./file');

/* Blocks "n beginKIND ... endKIND" of a CMap as lists of hexadecimal strings and numbers. */
function blocks(text, kind) {
  const out = [];
  for (const m of text.matchAll(new RegExp('begin' + kind + '\\b([\\s\\S]*?)end' + kind, 'g')))
    out.push([...m[1].matchAll(/<([0-9A-Fa-f\s]*)>|(\d+)/g)].map((x) => x[1] === undefined ? Number(x[2]) : x[1].replace(/\s/g, '')));
  return out;
}

function toUnicode(bytes) {
  const map = new Map();
  const text = bytes.toString('latin1');
  const value = (hex) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const list of blocks(text, 'bfchar'))
    for (let i = 0; i + 1 < list.length; i += 2) map.set(parseInt(list[i], 16), value(list[i + 1]));
  for (const list of blocks(text, 'bfrange'))
    for (let i = 0; i + 2 < list.length; i += 3)
      for (let c = parseInt(list[i], 16), n = 0; c <= parseInt(list[i + 1], 16); c++, n++)
        map.set(c, String.fromCodePoint(value(list[i + 2]).codePointAt(0) + n));
  return map;
}

function codeMap(bytes) {
  const map = new Map();
  const text = bytes.toString('latin1');
  for (const list of blocks(text, 'cidchar'))
    for (let i = 0; i + 1 < list.length; i += 2) map.set(parseInt(list[i], 16), list[i + 1]);
  for (const list of blocks(text, 'cidrange'))
    for (let i = 0; i + 2 < list.length; i += 3)
      for (let c = parseInt(list[i], 16), n = 0; c <= parseInt(list[i + 1], 16); c++, n++) map.set(c, list[i + 2] + n);
  return map;
}

function widths(file, w) {
  const map = new Map();
  const list = (file.at(w) ?? []).map((v) => file.at(v));
  for (let i = 0; i < list.length;) {
    if (Array.isArray(list[i + 1])) {
      list[i + 1].forEach((x, k) => map.set(list[i] + k, file.at(x)));
      i += 2;
    } else {
      for (let c = list[i]; c <= list[i + 1]; c++) map.set(c, list[i + 2]);
      i += 3;
    }
  }
  return map;
}

/* Number of glyphs and advances in thousandths of the em, from a TrueType file. */
function trueType(bytes) {
  const tables = {};
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const at = 12 + 16 * i;
    tables[bytes.toString('latin1', at, at + 4)] = bytes.subarray(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 8) + bytes.readUInt32BE(at + 12));
  }
  const upem = tables.head.readUInt16BE(18);
  const metrics = tables.hhea.readUInt16BE(34);
  const advance = (g) => tables.hmtx.readUInt16BE(4 * Math.min(g, metrics - 1)) * 1000 / upem;
  return { count: tables.maxp.readUInt16BE(4), advance };
}

class Font {
  constructor(file, dict) {
    this.file = file;
    this.dict = dict;
    this.name = String(file.at(dict['/BaseFont'])).slice(1);
    this.cid = file.get(file.get(dict, '/DescendantFonts')?.[0]);
    this.descriptor = isDict(this.cid) ? file.get(this.cid, '/FontDescriptor') : file.get(dict, '/FontDescriptor');
    this.unicode = file.isStream(dict['/ToUnicode']) ? toUnicode(file.stream(dict['/ToUnicode'])) : null;
    const encoding = dict['/Encoding'];
    this.codes = isRef(encoding) && file.isStream(encoding) ? codeMap(file.stream(encoding)) : null;
    if (isDict(this.cid)) this.composite();
  }

  composite() {
    const { file, cid } = this;
    this.widths = widths(file, cid['/W']);
    this.defaultWidth = file.at(cid['/DW']) ?? 1000;
    this.gids = file.isStream(cid['/CIDToGIDMap']) ? file.stream(cid['/CIDToGIDMap']) : null;
    const program = this.descriptor?.['/FontFile2'];
    this.program = file.isStream(program) ? trueType(file.stream(program)) : null;
  }

  cidOf(code) { return this.codes ? this.codes.get(code) ?? 0 : code; }

  glyphOf(cid) {
    if (!this.gids) return cid;
    return 2 * cid + 1 < this.gids.length ? this.gids.readUInt16BE(2 * cid) : 0;
  }

  widthOf(cid) { return this.widths.get(cid) ?? this.defaultWidth; }

  /* Two-byte codes of a string. */
  static codesOf(bytes) {
    const out = [];
    for (let i = 0; i + 1 < bytes.length; i += 2) out.push(bytes.readUInt16BE(i));
    return out;
  }
}

module.exports = { Font };
