'use strict';
/*
 * Content streams: operators with their operands, and what they mean for tagging: which mark each
 * painted thing stands in, and which codes of which font are shown.
 */
const { isDict } = require('./file');

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set([...'()<>[]{}/%'].map((c) => c.charCodeAt(0)));

class Scanner {
  constructor(bytes) { this.b = bytes; this.i = 0; }

  skip() {
    while (this.i < this.b.length) {
      if (this.b[this.i] === 0x25) while (this.i < this.b.length && this.b[this.i] !== 10 && this.b[this.i] !== 13) this.i++;
      else if (SPACE.has(this.b[this.i])) this.i++;
      else break;
    }
  }

  word() {
    const from = this.i;
    while (this.i < this.b.length && !SPACE.has(this.b[this.i]) && !DELIMITER.has(this.b[this.i])) this.i++;
    return this.b.toString('latin1', from, this.i);
  }

  literal() {
    const out = [];
    const letters = { n: 10, r: 13, t: 9, b: 8, f: 12 };
    for (let depth = 1; this.i < this.b.length; this.i++) {
      let c = this.b[this.i];
      if (c === 0x5c) {
        c = this.b[++this.i];
        const octal = /^[0-7]{1,3}/.exec(this.b.toString('latin1', this.i, this.i + 3));
        if (octal) { out.push(parseInt(octal[0], 8) & 255); this.i += octal[0].length - 1; }
        else out.push(letters[String.fromCharCode(c)] ?? c);
        continue;
      }
      if (c === 0x28) depth++;
      if (c === 0x29 && --depth === 0) { this.i++; break; }
      out.push(c);
    }
    return Buffer.from(out);
  }

  hex() {
    const end = this.b.indexOf(0x3e, this.i);
    const digits = this.b.toString('latin1', this.i, end).replace(/\s/g, '');
    this.i = end + 1;
    return Buffer.from(digits.length % 2 ? digits + '0' : digits, 'hex');
  }

  list(end) {
    const out = [];
    for (;;) {
      this.skip();
      if (this.i >= this.b.length) return out;
      if (this.b.toString('latin1', this.i, this.i + end.length) === end) { this.i += end.length; return out; }
      out.push(this.next());
    }
  }

  dict() {
    const list = this.list('>>');
    const out = {};
    for (let i = 0; i + 1 < list.length; i += 2) out[list[i]] = list[i + 1];
    return out;
  }

  /* A value; an operator comes as {op}. */
  next() {
    const c = this.b[this.i];
    if (c === 0x28) { this.i++; return this.literal(); }
    if (c === 0x5b) { this.i++; return this.list(']'); }
    if (c === 0x3c && this.b[this.i + 1] === 0x3c) { this.i += 2; return this.dict(); }
    if (c === 0x3c) { this.i++; return this.hex(); }
    if (c === 0x2f) { this.i++; return '/' + this.word(); }
    if (DELIMITER.has(c)) { this.i++; return { op: String.fromCharCode(c) }; }
    const word = this.word();
    if (/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) return Number(word);
    return word === 'true' ? true : word === 'false' ? false : word === 'null' ? null : { op: word };
  }
}

function* operators(bytes) {
  const s = new Scanner(bytes);
  let operands = [];
  for (s.skip(); s.i < bytes.length; s.skip()) {
    const v = s.next();
    if (v && typeof v === 'object' && typeof v.op === 'string' && !Buffer.isBuffer(v)) {
      yield { op: v.op, operands };
      operands = [];
    } else operands.push(v);
  }
}

const PAINT = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'Do', 'Tj', 'TJ', "'", '"', 'BI']);

/*
 * Walk a stream.  Events: {kind: 'paint', op, marks, resources} and {kind: 'show', font, codes};
 * {kind: 'mark', marks} when a sequence begins; {kind: 'fault', text}.  Forms are entered with the
 * marks that stand around them.
 */
function* events(file, bytes, resources, marks = [], depth = 0) {
  const open = [...marks];
  const states = [];
  let font = null, inText = false, deepest = 0;
  for (const { op, operands } of operators(bytes)) {
    if (op === 'BMC' || op === 'BDC') {
      let list = op === 'BDC' ? operands[1] : {};
      if (typeof list === 'string') list = file.get(resources, '/Properties', list) ?? {};
      open.push({ tag: operands[0], list: isDict(list) ? list : {} });
      yield { kind: 'mark', marks: [...open] };
    } else if (op === 'EMC') {
      if (open.length === marks.length) yield { kind: 'fault', text: 'EMC without BMC or BDC' };
      else open.pop();
    } else if (op === 'q') { states.push(font); deepest = Math.max(deepest, states.length); }
    else if (op === 'Q') {
      if (states.length === 0) yield { kind: 'fault', text: 'Q without q' };
      else font = states.pop();
    } else if (op === 'BT' || op === 'ET') {
      if (inText === (op === 'BT')) yield { kind: 'fault', text: op + ' out of order' };
      inText = op === 'BT';
    } else if (op === 'Tf') font = file.get(resources, '/Font', operands[0]) ?? null;
    if (!PAINT.has(op)) continue;
    yield { kind: 'paint', op, operands, marks: [...open], resources };
    if (['Tj', 'TJ', "'", '"'].includes(op)) {
      const strings = [].concat(...operands.filter((v) => Array.isArray(v) || Buffer.isBuffer(v))).filter(Buffer.isBuffer);
      yield { kind: 'show', font, strings, marks: [...open] };
    }
    if (op === 'Do') {
      const ref = file.get(resources, '/XObject')?.[operands[0]];
      const form = file.at(ref);
      if (form && file.at(form['/Subtype']) === '/Form' && depth < 12)
        yield* events(file, file.stream(ref) ?? Buffer.alloc(0), form['/Resources'] ?? resources, open, depth + 1);
    }
  }
  if (open.length > marks.length) yield { kind: 'fault', text: 'a marked sequence is not ended' };
  if (states.length > 0) yield { kind: 'fault', text: 'q without Q' };
  yield { kind: 'end', deepest };
}

module.exports = { operators, events };
