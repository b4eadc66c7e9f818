'use strict';
/*
 * PDF/A-2a (ISO 19005-2): what a file of this kind could get wrong.  Ids are "A-" and the clause.
 */
const { isDict, isString, textOf, bytesOf, inside } = require('./file');

const one = (bad, text) => bad ? [text] : [];

function* dicts(model, test) {
  for (const [ref, d] of model.file.dicts()) {
    const fault = test(d);
    if (fault) yield 'object ' + ref + (fault === true ? '' : ': ' + fault);
  }
}

function intent(model) {
  return (model.file.at(model.catalog['/OutputIntents']) ?? []).map((v) => model.file.at(v)).find((d) => model.file.at(d['/S']) === '/GTS_PDFA1');
}

function intentFault(model) {
  const d = intent(model);
  if (!d) return 'none';
  const profile = model.file.stream(d['/DestOutputProfile']);
  if (!profile) return 'no profile';
  if (profile.toString('latin1', 36, 40) !== 'acsp') return 'no ICC profile';
  if (!['mntr', 'prtr'].includes(profile.toString('latin1', 12, 16))) return 'neither display nor printer';
  const n = { 'RGB ': 3, CMYK: 4, GRAY: 1 }[profile.toString('latin1', 16, 20)];
  return n !== model.file.get(d, '/DestOutputProfile', '/N') && 'N does not fit the profile';
}

/* Device colours need an output intent of the same kind; ours is RGB, which covers grey as well. */
function* strayColours(model) {
  for (const page of model.pages) {
    const text = model.file.contents(page.dict).toString('latin1');
    if (/(^|\s)[\d.]+ [\d.]+ [\d.]+ [\d.]+ [kK]\s/.test(text)) yield 'page ' + page.number + ' uses CMYK';
  }
  yield* dicts(model, (d) => model.file.at(d['/Subtype']) === '/Image' && model.file.at(d['/ColorSpace']) === '/DeviceCMYK');
}

function* opaquePages(model) {
  for (const page of model.pages) {
    const see = [...inside('', model.file.at(page.dict['/Resources']))].length > 0 && transparent(model, page.dict['/Resources']);
    if (see && model.file.get(page.dict, '/Group', '/CS') === undefined && !intent(model)) yield 'page ' + page.number;
  }
}

function transparent(model, resources) {
  const r = model.file.at(resources) ?? {};
  const list = (key) => Object.values(model.file.at(r[key]) ?? {}).map((v) => model.file.at(v));
  return list('/XObject').some((d) => d['/SMask'] !== undefined || d['/Group'] !== undefined) ||
    list('/ExtGState').some((d) => d['/ca'] !== 1 || d['/CA'] !== 1);
}

function* limits(model) {
  for (const [ref, d] of model.file.dicts())
    for (const [key, v] of Object.entries(d)) {
      if (key.length > 128) yield ref + ': a name of ' + key.length;
      if (isString(v) && bytesOf(v).length > 32767) yield ref + ' ' + key + ': a string of ' + bytesOf(v).length + ' bytes';
      if (typeof v === 'string' && v.startsWith('/') && v.length > 128) yield ref + ' ' + key + ': a name of ' + v.length;
      if (typeof v === 'number' && Number.isInteger(v) && Math.abs(v) > 2147483647) yield ref + ' ' + key + ': ' + v;
    }
  for (const page of model.pages) {
    const box = model.file.at(page.dict['/MediaBox']);
    for (const side of [box[2] - box[0], box[3] - box[1]]) if (side < 3 || side > 14400) yield 'page ' + page.number + ': a side of ' + side;
    const end = page.events.find((e) => e.kind === 'end');
    if (end?.deepest > 28) yield 'page ' + page.number + ': q ' + end.deepest + ' deep';
  }
}

const KEYS = [['/Title', 'dc:title'], ['/Author', 'dc:creator'], ['/Subject', 'dc:description'], ['/Creator', 'xmp:CreatorTool'],
  ['/Producer', 'pdf:Producer'], ['/CreationDate', 'xmp:CreateDate'], ['/ModDate', 'xmp:ModifyDate']];
const digits = (s) => s.replace(/\D/g, '');

function* unequalInfo(model) {
  for (const [key, element] of KEYS) {
    const raw = model.file.at(model.info[key]);
    const a = raw === undefined ? undefined : textOf(raw), b = model.xmp.value(element);
    const same = /Date/.test(key) ? a === undefined || (b !== undefined && digits(a) === digits(b)) : a === undefined || a === b;
    if (!same) yield key + ' "' + a + '", ' + element + ' "' + b + '"';
  }
}

const ACTIONS = new Set(['/Launch', '/Sound', '/Movie', '/ResetForm', '/ImportData', '/Hide', '/SetOCGState', '/Rendition', '/Trans', '/GoTo3DView', '/JavaScript']);
const ANNOTS = new Set(['/3D', '/Sound', '/Screen', '/Movie']);

const rules = [
  ['A-6.1.3', 'no identifier in the trailer, or encryption', (m) => one((m.file.at(m.file.trailer['/ID']) ?? []).length !== 2 || m.file.trailer['/Encrypt'] !== undefined, 'trailer')],
  ['A-6.1.7', 'a stream that lies outside, or LZW', (m) => dicts(m, (d) => [].concat(m.file.at(d['/Filter']) ?? []).some((f) => ['/LZWDecode', '/Crypt'].includes(m.file.at(f))) || d['/FFilter'] !== undefined)],
  ['A-6.1.13', 'larger than every reader must take', limits],
  ['A-6.2.3', 'the output intent', (m) => { const f = intentFault(m); return one(f, f); }],
  ['A-6.2.4', 'colours the output intent does not cover', strayColours],
  ['A-6.2.5', 'transfer functions or halftones in a graphics state', (m) => dicts(m, (d) => m.file.at(d['/Type']) === '/ExtGState' && ['/TR', '/TR2', '/HTP'].some((k) => d[k] !== undefined))],
  ['A-6.2.8', 'a picture that is interpolated, or has alternates', (m) => dicts(m, (d) => m.file.at(d['/Subtype']) === '/Image' && (m.file.at(d['/Interpolate']) === true || d['/Alternates'] !== undefined || d['/OPI'] !== undefined))],
  ['A-6.2.9', 'PostScript', (m) => dicts(m, (d) => m.file.at(d['/Subtype']) === '/PS' || (m.file.at(d['/Subtype']) === '/Form' && d['/PS'] !== undefined))],
  ['A-6.2.10', 'transparency on a page without a blending space', opaquePages],
  ['A-6.3.1', 'an annotation that cannot be kept', (m) => m.annots.filter((a) => ANNOTS.has(m.file.at(a.dict['/Subtype']))).map((a) => a.ref)],
  ['A-6.3.2', 'an annotation that is not printed', (m) => m.annots.filter((a) => (m.file.at(a.dict['/F']) & 0x2f) !== 4).map((a) => a.ref)],
  ['A-6.5.1', 'an action that does something', (m) => dicts(m, (d) => ACTIONS.has(m.file.at(d['/S'])) && m.file.at(d['/S']))],
  ['A-6.5.2', 'actions of their own accord', (m) => dicts(m, (d) => d['/AA'] !== undefined || (m.file.at(d['/Type']) === '/Catalog' && d['/OpenAction'] !== undefined))],
  ['A-6.5.J', 'scripts in the name tree', (m) => one(m.file.get(m.catalog, '/Names', '/JavaScript') !== undefined, 'Names')],
  ['A-6.6.2', 'the metadata stream is compressed', (m) => one(m.file.get(m.catalog['/Metadata'])?.['/Filter'] !== undefined, 'Metadata')],
  ['A-6.6.3', 'Info and metadata differ', unequalInfo],
  ['A-6.6.4', 'the metadata does not say PDF/A-2a', (m) => one(m.xmp.value('pdfaid:part') !== '2' || m.xmp.value('pdfaid:conformance') !== 'A', 'pdfaid')],
  ['A-6.6.S', 'a schema that is not explained', (m) => one(/pdfuaid:part/.test(m.xmp.text) && !/<pdfaSchema:prefix>pdfuaid</.test(m.xmp.text), 'pdfuaid')],
  ['A-6.7.2', 'not tagged', (m) => one(m.file.get(m.catalog, '/MarkInfo', '/Marked') !== true || !isDict(m.tree.root), 'catalog')],
  ['A-6.8', 'an embedded file', (m) => dicts(m, (d) => d['/EF'] !== undefined)],
  ['A-6.9', 'optional content', (m) => one(m.catalog['/OCProperties'] !== undefined, 'catalog')],
];

module.exports = { rules: rules.map(([id, title, check]) => ({ id, title, check })) };
