'use strict';
/*
 * PDF/UA-1: the failure conditions of the Matterhorn Protocol that a machine can decide and that a
 * file of this kind can meet.  Numbers are the Protocol's; names with a letter are our own and
 * say what ISO 32000 wants beside them.
 */
const { isDict, isString, textOf, bytesOf } = require('./file');
const { STANDARD, standardType, name } = require('./tree');

const isArtifact = (mark) => mark.tag === '/Artifact';
const isTagged = (mark) => mark.list['/MCID'] !== undefined;
const where = (page) => 'page ' + page.number;
const label = (e) => e.type + (e.ref ? ' (' + e.ref + ')' : '');

/* --- 01 content ------------------------------------------------------------------------------- */

function* nested(model, inner, outer) {
  for (const [page, e] of model.events('mark')) {
    const last = e.marks[e.marks.length - 1];
    if (inner(last) && e.marks.slice(0, -1).some(outer)) yield where(page) + ': ' + last.tag;
  }
}

function* unmarked(model) {
  for (const [page, e] of model.events('paint'))
    if (!e.marks.some(isArtifact) && !e.marks.some(isTagged)) yield where(page) + ': ' + e.op;
}

/* Content and tree must name each other. */
function* marksWithoutElement(model) {
  for (const page of model.pages) {
    const parents = parentsOf(model, page);
    const seen = new Set();
    for (const e of page.events) {
      if (e.kind !== 'mark') continue;
      const mark = e.marks[e.marks.length - 1];
      if (!isTagged(mark)) continue;
      const mcid = mark.list['/MCID'];
      const element = model.tree.marks.get(page.ref + '/' + mcid);
      if (seen.has(mcid)) yield where(page) + ': MCID ' + mcid + ' twice';
      seen.add(mcid);
      if (!element) yield where(page) + ': MCID ' + mcid + ' is in no element';
      else if (parents[mcid] !== element.ref) yield where(page) + ': the parent tree leads MCID ' + mcid + ' elsewhere';
    }
  }
}

function parentsOf(model, page) {
  const key = model.file.at(page.dict['/StructParents']);
  for (const [k, v] of model.file.tree(model.tree.root?.['/ParentTree'], '/Nums')) if (k === key) return model.file.at(v) ?? [];
  return [];
}

function* elementsWithoutContent(model) {
  const real = new Set();
  for (const [page, e] of model.events('mark')) {
    const mark = e.marks[e.marks.length - 1];
    if (isTagged(mark)) real.add(page.ref + '/' + mark.list['/MCID']);
  }
  for (const [key, element] of model.tree.marks) if (!real.has(key)) yield label(element) + ': no content ' + key;
  for (const key of model.tree.twice) yield key + ' stands in the tree twice';
}

function* wrongParents(model) {
  for (const e of model.tree.elements) {
    const parent = model.file.at(e.dict['/P']);
    if (parent !== (e.parent ? e.parent.dict : model.tree.root)) yield label(e);
  }
}

/* --- 02 roles --------------------------------------------------------------------------------- */

function* unmapped(model) {
  for (const e of model.tree.elements) if (!STANDARD.has(e.type) && e.standard === null) yield label(e);
}

function* circles(model) {
  for (const role of Object.keys(model.tree.roles)) if (!STANDARD.has(role) && standardType(model.tree.roles, role) === null) yield role;
}

/* --- 09 nesting ------------------------------------------------------------------------------- */

const PARENTS = {
  TR: ['Table', 'THead', 'TBody', 'TFoot'], TH: ['TR'], TD: ['TR'], THead: ['Table'], TBody: ['Table'], TFoot: ['Table'],
  LI: ['L'], LBody: ['LI'], TOCI: ['TOC'],
};
const KIDS = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'], THead: ['TR'], TBody: ['TR'], TFoot: ['TR'], TR: ['TH', 'TD'],
  L: ['LI', 'L', 'Caption'], LI: ['Lbl', 'LBody'], TOC: ['TOCI', 'TOC', 'Caption'],
};
const TABLE = ['Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot'];
const LIST = ['L', 'LI', 'LBody'];

function* misplaced(model, types) {
  for (const e of model.tree.of(...types)) {
    const parent = e.parent?.standard;
    if (PARENTS[e.standard] && !PARENTS[e.standard].includes(parent)) yield label(e) + ' in ' + parent;
    for (const kid of e.kids)
      if (KIDS[e.standard] && kid.standard !== null && !KIDS[e.standard].includes(kid.standard)) yield label(kid) + ' in ' + label(e);
    if (KIDS[e.standard] && e.content.length > 0) yield 'content right in ' + label(e);
  }
}

/* --- 10, 31 fonts ----------------------------------------------------------------------------- */

function* codes(model, test) {
  for (const [font, code] of model.shown()) {
    const fault = test(font, code);
    if (fault) yield font.name + ' code ' + code.toString(16) + (fault === true ? '' : ': ' + fault);
  }
}

function* fonts(model, test) {
  for (const { font } of model.fonts.values()) {
    const fault = test(font);
    if (fault) yield font.name + (fault === true ? '' : ': ' + fault);
  }
}

function systemInfoFault(model, key) {
  return (font) => {
    if (!font.codes || !isDict(font.cid)) return false;
    const a = model.file.get(font.dict, '/Encoding', '/CIDSystemInfo', key);
    const b = model.file.get(font.cid, '/CIDSystemInfo', key);
    return a !== b && a + ' and ' + b;
  };
}

const PREDEFINED = /^\/(Identity-[HV]|Uni|GB|B5|HK|ETen|CNS|83pv|90|Add|EUC|Ext|H$|V$|KSC)/;

function widthFault(font, code) {
  const cid = font.cidOf(code);
  if (!font.program) return false;
  const [a, b] = [font.widthOf(cid), font.program.advance(font.glyphOf(cid))];
  return Math.abs(a - b) > 1 && a + ' in W, ' + b + ' in the font';
}

/* --- 11 language ------------------------------------------------------------------------------ */

const TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;
const langOf = (v) => isString(v) ? textOf(v) : undefined;

function* badLanguages(model) {
  for (const e of model.tree.elements) {
    const lang = langOf(model.file.at(e.dict['/Lang']));
    if (e.dict['/Lang'] !== undefined && !TAG.test(lang ?? '')) yield label(e) + ': ' + lang;
  }
}

/* --- 13 to 19 elements ------------------------------------------------------------------------ */

const hasText = (model, e, ...keys) => keys.some((k) => isString(model.file.at(e.dict[k])) && textOf(model.file.at(e.dict[k])).trim() !== '');

function* headings(model, test) {
  let last = 0;
  for (const e of model.tree.elements) {
    const m = /^H([1-6])$/.exec(e.standard ?? '');
    if (!m) continue;
    if (test(last, Number(m[1]))) yield label(e) + ' after ' + (last ? 'H' + last : 'nothing');
    last = Number(m[1]);
  }
}

const span = (model, e, key) => model.tree.attribute(e, '/Table', key) ?? 1;

/* Pages that hold content of an element or of what is in it. */
function pagesOf(e, out = new Set()) {
  for (const c of e.content) if (c.page !== undefined) out.add(c.page);
  for (const kid of e.kids) pagesOf(kid, out);
  return out;
}

function* boxless(model) {
  for (const e of model.tree.of('Figure')) {
    const box = model.tree.attribute(e, '/Layout', '/BBox');
    if (pagesOf(e).size === 1 && !(Array.isArray(box) && box[2] > box[0] && box[3] > box[1])) yield label(e);
  }
}

const within = (box, page) => box[0] >= page[0] && box[1] >= page[1] && box[2] <= page[2] && box[3] <= page[3];

/* A box is what a reader frames or magnifies: what clips and paper cut off is no part of it. */
function* figuresOverEdge(model) {
  const media = new Map(model.pages.map((p) => [p.ref, model.file.at(p.dict['/MediaBox'])]));
  for (const e of model.tree.of('Figure')) {
    const box = model.tree.attribute(e, '/Layout', '/BBox');
    if (box && ![...pagesOf(e)].every((page) => within(box, media.get(page)))) yield label(e) + ': ' + box.join(' ');
  }
}

function* artifactsOverEdge(model) {
  for (const [page, e] of model.events('mark')) {
    const box = e.marks[e.marks.length - 1].list['/BBox'];
    if (box && !within(box, model.file.at(page.dict['/MediaBox']))) yield where(page) + ': ' + box.join(' ');
  }
}

/* Every cell of the grid is covered once, and all rows are as wide as the first. */
function* irregular(model) {
  for (const table of model.tree.of('Table')) {
    const rows = table.kids.flatMap((k) => k.standard === 'TR' ? [k] : k.kids.filter((r) => r.standard === 'TR'));
    const carried = []; // rows still covered from above, by column
    const widths = rows.map((row) => {
      let column = 0;
      const down = [];
      for (const cell of row.kids) {
        while (carried[column] > 0) column++;
        for (let n = span(model, cell, '/ColSpan'); n > 0; n--, column++) down[column] = span(model, cell, '/RowSpan');
      }
      while (carried[column] > 0) column++;
      for (let c = 0; c < Math.max(carried.length, down.length); c++) carried[c] = Math.max((carried[c] ?? 0), down[c] ?? 0) - 1;
      return column;
    });
    if (new Set(widths).size > 1) yield label(table) + ': rows of ' + [...new Set(widths)].join(' and ') + ' columns';
  }
}

function* unscoped(model) {
  for (const e of model.tree.of('TH'))
    if (!['/Row', '/Column', '/Both'].includes(model.tree.attribute(e, '/Table', '/Scope')) && !model.tree.attribute(e, '/Table', '/Headers')) yield label(e);
}

function* headless(model) {
  const holds = (e) => e.standard === 'TH' || e.kids.some(holds);
  for (const e of model.tree.of('Table')) if (!holds(e)) yield label(e);
}

/* Rows of a body that no cell heads: heard one cell at a time, they lose what they are about. */
function* nameless(model) {
  for (const body of model.tree.of('TBody'))
    for (const row of body.kids)
      if (row.kids.length > 1 && !row.kids.some((c) => c.standard === 'TH' && model.tree.attribute(c, '/Table', '/Scope') === '/Row')) yield label(row);
}

function* unnumbered(model) {
  for (const e of model.tree.of('L'))
    if (e.kids.some((li) => li.kids.some((k) => k.standard === 'Lbl')) && !model.tree.attribute(e, '/List', '/ListNumbering')) yield label(e);
}

function* sameIds(model) {
  const seen = new Set();
  for (const e of model.tree.elements) {
    const id = e.dict['/ID'] === undefined ? null : String(model.file.at(e.dict['/ID']));
    if (id !== null && seen.has(id)) yield label(e) + ': ' + id;
    seen.add(id);
  }
}

function* lostIds(model) {
  const known = new Map([...model.file.tree(model.tree.root?.['/IDTree'], '/Names')].map(([k, v]) => [String(k), v]));
  for (const e of model.tree.elements) if (e.dict['/ID'] !== undefined && known.get(String(model.file.at(e.dict['/ID']))) !== e.ref) yield label(e);
}

/* --- 28 annotations --------------------------------------------------------------------------- */

const kind = (model, a) => name(model.file.at(a.dict['/Subtype']));
const spot = (a) => kind.name && 'annotation ' + a.ref + ' on page ' + a.page.number;
const KINDS = new Set(('Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink ' +
  'Popup FileAttachment Sound Movie Widget Screen PrinterMark TrapNet Watermark 3D Redact').split(' '));

function* annotations(model, test) { for (const a of model.annots) if (test(a)) yield spot(a); }

function* lostAnnotations(model) {
  const parents = new Map(model.file.tree(model.tree.root?.['/ParentTree'], '/Nums'));
  for (const a of model.annots) {
    const element = model.tree.objects.get(a.ref);
    if (element && parents.get(model.file.at(a.dict['/StructParent'])) !== element.ref) yield spot(a);
  }
}

const rect = (model, a) => model.file.at(a.dict['/Rect']);
const meet = (a, b) => Math.min(a[2], b[2]) > Math.max(a[0], b[0]) && Math.min(a[3], b[3]) > Math.max(a[1], b[1]);

/* Links that a finger cannot hit apart. */
function* entangled(model) {
  for (const [i, a] of model.annots.entries())
    if (model.annots.slice(0, i).some((b) => b.page === a.page && meet(rect(model, a), rect(model, b)))) yield spot(a);
}

/* Each form with marks of its own may be drawn once. */
function* formsTwice(model) {
  const seen = new Map();
  for (const [, e] of model.events('paint')) {
    if (e.op !== 'Do') continue;
    const ref = model.file.get(e.resources, '/XObject')?.[e.operands[0]];
    if (model.file.get(ref, '/Subtype') === '/Form') seen.set(ref, (seen.get(ref) ?? 0) + 1);
  }
  for (const [ref, n] of seen) if (n > 1 && /\/MCID/.test(model.file.stream(ref)?.toString('latin1') ?? '')) yield ref;
}

function* dicts(model, test) { for (const [ref, d] of model.file.dicts()) if (test(d)) yield 'object ' + ref; }

const one = (bad, text) => bad ? [text] : [];
const prefs = (model) => model.file.get(model.catalog, '/ViewerPreferences', '/DisplayDocTitle');

const rules = [
  ['01-003', 'an artifact inside of tagged content', (m) => nested(m, isArtifact, isTagged)],
  ['01-004', 'tagged content inside of an artifact', (m) => nested(m, isTagged, isArtifact)],
  ['01-005', 'content that is neither tagged nor an artifact', unmarked],
  ['01-007', 'Suspects is true', (m) => one(m.file.get(m.catalog, '/MarkInfo', '/Suspects') === true, 'catalog')],
  ['01-E', 'an artifact whose box reaches over the page', artifactsOverEdge],
  ['01-M', 'the catalog does not say that the file is tagged', (m) => one(m.file.get(m.catalog, '/MarkInfo', '/Marked') !== true, 'MarkInfo')],
  ['01-N', 'marked sequences inside of each other, or not ended', (m) => [...[...nested(m, isTagged, isTagged)], ...[...m.events('fault')].map(([p, e]) => where(p) + ': ' + e.text)]],
  ['01-P', 'content and tree do not name each other', marksWithoutElement],
  ['01-Q', 'the tree names content that is not there', elementsWithoutContent],
  ['01-R', 'an element names a wrong parent', wrongParents],
  ['02-001', 'a type that is mapped to no standard type', unmapped],
  ['02-003', 'the role map goes in a circle or nowhere', circles],
  ['02-004', 'a standard type is mapped to another', (m) => Object.keys(m.tree.roles).filter((r) => STANDARD.has(r))],
  ['06-001', 'no metadata stream', (m) => one(!m.file.isStream(m.catalog['/Metadata']), 'catalog')],
  ['06-002', 'the metadata does not say PDF/UA-1', (m) => one(m.xmp.value('pdfuaid:part') !== '1', 'pdfuaid:part')],
  ['06-003', 'the metadata has no title', (m) => one(!m.xmp.value('dc:title'), 'dc:title')],
  ['07-001', 'no DisplayDocTitle', (m) => one(prefs(m) === undefined, 'ViewerPreferences')],
  ['07-002', 'DisplayDocTitle is false', (m) => one(prefs(m) === false, 'ViewerPreferences')],
  ['09-T', 'the tree has no single Document at its top', (m) => one(m.tree.elements.filter((e) => !e.parent).length !== 1 || m.tree.elements[0].standard !== 'Document', 'StructTreeRoot')],
  ['09-004', 'parts of tables in a wrong place', (m) => misplaced(m, TABLE)],
  ['09-005', 'parts of lists in a wrong place', (m) => misplaced(m, LIST)],
  ['09-006', 'parts of contents lists in a wrong place', (m) => misplaced(m, ['TOC', 'TOCI'])],
  ['10-001', 'a code that leads to no Unicode value', (m) => codes(m, (f, c) => !f.unicode?.get(c))],
  ['11-001', 'no language', (m) => one(!TAG.test(langOf(m.file.at(m.catalog['/Lang'])) ?? ''), 'catalog')],
  ['11-007', 'a language that is no language tag', badLanguages],
  ['13-004', 'a figure without alternative text', (m) => m.tree.of('Figure').filter((e) => !hasText(m, e, '/Alt', '/ActualText')).map(label)],
  ['13-B', 'a figure on one page without a box', boxless],
  ['13-E', 'a figure whose box reaches over the page', figuresOverEdge],
  ['14-002', 'the first heading is not H1', (m) => headings(m, (last, n) => last === 0 && n !== 1)],
  ['14-003', 'a heading level is left out', (m) => headings(m, (last, n) => last > 0 && n > last + 1)],
  ['14-O', 'several headings of the first level', (m) => m.tree.of('H1').slice(1).map(label)],
  ['14-007', 'H and numbered headings together', (m) => one(m.tree.of('H').length > 0 && m.tree.elements.some((e) => /^H[1-6]$/.test(e.standard ?? '')), 'tree')],
  ['15-003', 'a header cell without scope or headers', unscoped],
  ['15-H', 'a table without any header cell', headless],
  ['15-R', 'a table with rows of unequal width', irregular],
  ['15-W', 'a row of a table that no cell heads', nameless],
  ['16-N', 'a list with labels but no numbering', unnumbered],
  ['17-002', 'a formula without alternative text', (m) => m.tree.of('Formula').filter((e) => !hasText(m, e, '/Alt', '/ActualText')).map(label)],
  ['19-003', 'a note without an ID', (m) => m.tree.of('Note').filter((e) => e.dict['/ID'] === undefined).map(label)],
  ['19-004', 'two elements with one ID', sameIds],
  ['19-T', 'an ID that the ID tree does not know', lostIds],
  ['20-001', 'optional content without a name, or with AS', (m) => dicts(m, (d) => (m.file.at(d['/Type']) === '/OCG' && !isString(m.file.at(d['/Name']))) || (d['/BaseState'] !== undefined && d['/AS'] !== undefined))],
  ['21-001', 'an embedded file without both names', (m) => dicts(m, (d) => d['/EF'] !== undefined && (d['/F'] === undefined || d['/UF'] === undefined))],
  ['25-001', 'an XFA form', (m) => one(m.file.get(m.catalog, '/AcroForm', '/XFA') !== undefined, 'AcroForm')],
  ['26-001', 'encryption that shuts out assistive technology', (m) => { const e = m.file.get(m.file.trailer, '/Encrypt'); return one(isDict(e) && !(m.file.at(e['/P']) & 512), 'trailer'); }],
  ['28-002', 'an annotation outside of the tree', (m) => annotations(m, (a) => !['Popup', 'PrinterMark'].includes(kind(m, a)) && !m.tree.objects.has(a.ref))],
  ['28-P', 'an annotation whose StructParent leads elsewhere', lostAnnotations],
  ['28-006', 'an annotation of an unknown kind', (m) => annotations(m, (a) => !KINDS.has(kind(m, a)))],
  ['28-008', 'a page with annotations without Tabs S', (m) => m.pages.filter((p) => p.dict['/Annots'] && m.file.at(p.dict['/Tabs']) !== '/S').map(where)],
  ['28-011', 'a link annotation outside of a Link', (m) => annotations(m, (a) => kind(m, a) === 'Link' && m.tree.objects.has(a.ref) && m.tree.objects.get(a.ref).standard !== 'Link')],
  ['28-012', 'an annotation without Contents', (m) => annotations(m, (a) => !isString(m.file.at(a.dict['/Contents'])) || textOf(m.file.at(a.dict['/Contents'])).trim() === '')],
  ['28-W', 'an annotation whose Contents are a bare number', (m) => annotations(m, (a) => /^[\W\d_]*\d[\W\d_]*$/.test(isString(m.file.at(a.dict['/Contents'])) ? textOf(m.file.at(a.dict['/Contents'])) : ''))],
  ['28-L', 'a Link without an annotation', (m) => m.tree.of('Link').filter((e) => !e.content.some((c) => c.object)).map(label)],
  ['28-E', 'an annotation that reaches over the page', (m) => annotations(m, (a) => !within(rect(m, a), m.file.at(a.page.dict['/MediaBox'])))],
  ['28-O', 'an annotation over another', entangled],
  ['28-016', 'a media clip, trap network or attachment', (m) => annotations(m, (a) => ['TrapNet', 'Movie', 'Sound', 'Screen', 'FileAttachment'].includes(kind(m, a)))],
  ['30-001', 'a reference XObject', (m) => dicts(m, (d) => m.file.at(d['/Subtype']) === '/Form' && d['/Ref'] !== undefined)],
  ['30-002', 'a form with marks that is drawn twice', formsTwice],
  ['31-001', 'registries of CMap and CID font differ', (m) => fonts(m, systemInfoFault(m, '/Registry'))],
  ['31-002', 'orderings of CMap and CID font differ', (m) => fonts(m, systemInfoFault(m, '/Ordering'))],
  ['31-004', 'a CIDFontType2 without CIDToGIDMap', (m) => fonts(m, (f) => isDict(f.cid) && m.file.at(f.cid['/Subtype']) === '/CIDFontType2' && !f.gids && m.file.at(f.cid['/CIDToGIDMap']) !== '/Identity')],
  ['31-006', 'a CMap that is neither known nor embedded', (m) => fonts(m, (f) => !f.codes && !PREDEFINED.test(String(m.file.at(f.dict['/Encoding']))))],
  ['31-008', 'a CMap that uses another', (m) => fonts(m, (f) => f.codes && m.file.get(f.dict, '/Encoding', '/UseCMap') !== undefined)],
  ['31-009', 'a font that is not embedded', (m) => fonts(m, (f) => !['/FontFile', '/FontFile2', '/FontFile3'].some((k) => m.file.isStream(f.descriptor?.[k])))],
  ['31-011', 'a glyph that the font does not have', (m) => codes(m, (f, c) => f.program && f.glyphOf(f.cidOf(c)) >= f.program.count)],
  ['31-016', 'a width that is not the font\'s', (m) => codes(m, widthFault)],
  ['31-027', 'a font without ToUnicode', (m) => fonts(m, (f) => !f.unicode)],
  ['31-028', 'ToUnicode gives U+0000', (m) => codes(m, (f, c) => f.unicode?.get(c)?.includes('\0'))],
  ['31-029', 'ToUnicode gives U+FEFF or U+FFFE', (m) => codes(m, (f, c) => /[\ufeff\ufffe]/.test(f.unicode?.get(c) ?? ''))],
  ['31-030', '.notdef is drawn', (m) => codes(m, (f, c) => f.glyphOf(f.cidOf(c)) === 0)],
  ['31-C', 'a font that is not composite', (m) => fonts(m, (f) => !isDict(f.cid))],
];

module.exports = { rules: rules.map(([id, title, check]) => ({ id, title, check })), bytesOf };
