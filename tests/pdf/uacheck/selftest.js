'use strict';
/*
 * selftest SAMPLE.pdf [MORE.pdf]: the sample passes; then for every rule the sample is broken in one
 * way, and the rule has to see it.  Prints TAP.  MORE.pdf is the sample in a CFF font.
 */
const { File } = require('./file');
const { Model } = require('./model');
const { problems, rulesOf } = require('./uacheck');

const [sample, cff] = process.argv.slice(2, 4).map((path) => File.read(path));
let n = 0, failed = 0;

function say(ok, text, why) {
  if (!ok) failed++;
  console.log((ok ? 'ok ' : 'not ok ') + ++n + ' - ' + text);
  if (!ok && why) console.log('# ' + why);
}

/* --- finding things to break ------------------------------------------------------------------ */

const element = (f, type, i = 0) => new Model(f).tree.elements.filter((e) => e.type === type)[i].dict;
const page = (f, i = 0) => f.pages()[i];
const pageDict = (f, i = 0) => f.at(page(f, i).ref);
const annot = (f, i = 0) => f.at(new Model(f).annots[i].ref);
const font = (f, text = 'Regular') => [...new Model(f).fonts.values()].find((x) => x.font.name.includes(text)).font;
const setText = (f, ref, change) => f.setStream(ref, Buffer.from(change(f.stream(ref).toString('latin1')), 'latin1'));
const contents = (f, change, i = 0) => setText(f, page(f, i).dict['/Contents'], change);
const xmp = (f, from, to) => setText(f, f.catalog['/Metadata'], (s) => s.replace(from, to));
const toUnicode = (f, change) => setText(f, font(f).dict['/ToUnicode'], change);
const add = (f, ref, value) => { f.objects['obj:' + ref] = { value }; return ref; };
const sub = (v, f) => f.at(v);

/* The first TJ of a page without its mark. */
const strip = (s) => s.replace(/\/H1<<\/MCID \d+>>BDC\n([\s\S]*?)EMC\n/, '$1');

const breakers = {
  '01-003': (f) => contents(f, (s) => s.replace(/(\/P<<\/MCID \d+>>BDC\n)/, '$1/Artifact BMC\nEMC\n')),
  '01-004': (f) => contents(f, (s) => s.replace(/(\/P<<\/MCID \d+>>BDC\n)/, '/Artifact BMC\n$1').replace(/EMC\s*$/, 'EMC\nEMC\n')),
  '01-005': (f) => contents(f, strip),
  '01-007': (f) => { f.get(f.catalog, '/MarkInfo')['/Suspects'] = true; },
  '01-E': (f) => contents(f, (s) => s.replace(/(\/Type\/Background\/BBox\[)[\d.]+/, '$1-7')),
  '01-M': (f) => { delete f.catalog['/MarkInfo']; },
  '01-N': (f) => contents(f, (s) => s + '/P <</MCID 99>> BDC\n'),
  '01-P': (f) => contents(f, (s) => s.replace('/H1<</MCID 0>>', '/H1<</MCID 77>>')),
  '01-Q': (f) => contents(f, strip),
  '01-R': (f) => { element(f, 'H1')['/P'] = f.trailer['/Root']; },
  '02-001': (f) => { element(f, 'H1')['/S'] = '/Heading'; },
  '02-003': (f) => { f.get(f.catalog, '/StructTreeRoot', '/RoleMap')['/Aside'] = '/Aside'; },
  '02-004': (f) => { f.get(f.catalog, '/StructTreeRoot', '/RoleMap')['/P'] = '/H1'; },
  '06-001': (f) => { delete f.catalog['/Metadata']; },
  '06-002': (f) => xmp(f, '<pdfuaid:part>1</pdfuaid:part>', ''),
  '06-003': (f) => xmp(f, /<dc:title>[\s\S]*<\/dc:title>/, ''),
  '07-001': (f) => { delete f.get(f.catalog, '/ViewerPreferences')['/DisplayDocTitle']; },
  '07-002': (f) => { f.get(f.catalog, '/ViewerPreferences')['/DisplayDocTitle'] = false; },
  '09-T': (f) => { element(f, 'Document')['/S'] = '/Sect'; },
  '09-004': (f) => { element(f, 'TD')['/S'] = '/P'; },
  '09-005': (f) => { element(f, 'LBody')['/S'] = '/P'; },
  '09-006': (f) => { element(f, 'TOCI')['/S'] = '/P'; },
  '10-001': (f) => toUnicode(f, (s) => s.replace(/<0001><[0-9A-F]+>\n/, '')),
  '11-001': (f) => { delete f.catalog['/Lang']; },
  '11-007': (f) => { element(f, 'Span')['/Lang'] = 'u:Latin, I think'; },
  '13-004': (f) => { delete element(f, 'Figure')['/Alt']; },
  '13-B': (f) => { delete element(f, 'Figure')['/A']; },
  '13-E': (f) => { element(f, 'Figure')['/A']['/BBox'][2] = 4000; },
  '14-002': (f) => { element(f, 'H1')['/S'] = '/H2'; },
  '14-003': (f) => { element(f, 'H2')['/S'] = '/H3'; },
  '14-O': (f) => { element(f, 'H2')['/S'] = '/H1'; },
  '14-007': (f) => { element(f, 'H2')['/S'] = '/H'; },
  '15-003': (f) => { delete element(f, 'TH')['/A']; },
  '15-H': (f) => { while (new Model(f).tree.of('TH').length) element(f, 'TH')['/S'] = '/TD'; },
  '15-R': (f) => { element(f, 'TD')['/A'] = { '/O': '/Table', '/ColSpan': 2 }; },
  '15-W': (f) => { for (const e of new Model(f).tree.of('TH')) if (e.dict['/A']?.['/Scope'] === '/Row') e.dict['/A']['/Scope'] = '/Column'; },
  '16-N': (f) => { delete element(f, 'L')['/A']; },
  '17-002': (f) => { element(f, 'Span')['/S'] = '/Formula'; },
  '19-003': (f) => { delete element(f, 'Note')['/ID']; },
  '19-004': (f) => { element(f, 'H1')['/ID'] = element(f, 'Note')['/ID']; },
  '19-T': (f) => { element(f, 'Note')['/ID'] = 'u:other'; },
  '20-001': (f) => add(f, '9001 0 R', { '/Type': '/OCG' }),
  '21-001': (f) => add(f, '9001 0 R', { '/Type': '/Filespec', '/F': 'u:a', '/EF': {} }),
  '25-001': (f) => { f.catalog['/AcroForm'] = { '/XFA': [] }; },
  '26-001': (f) => { f.trailer['/Encrypt'] = { '/Filter': '/Standard', '/P': -3904 & ~512 }; },
  '28-002': (f) => { f.at(pageDict(f)['/Annots']).push(add(f, '9001 0 R', { ...annot(f) })); },
  '28-P': (f) => { annot(f)['/StructParent'] = 0; },
  '28-006': (f) => { annot(f)['/Subtype'] = '/Sticker'; },
  '28-008': (f) => { delete pageDict(f)['/Tabs']; },
  '28-011': (f) => { element(f, 'Link', 1)['/S'] = '/Span'; },
  '28-012': (f) => { delete annot(f)['/Contents']; },
  '28-W': (f) => { annot(f)['/Contents'] = 'u:[13]'; },
  '28-L': (f) => { element(f, 'Span')['/S'] = '/Link'; },
  '28-E': (f) => { annot(f)['/Rect'][0] = -20; },
  '28-O': (f) => { f.at(pageDict(f)['/Annots']).push(add(f, '9001 0 R', { ...annot(f) })); },
  '28-016': (f) => { annot(f)['/Subtype'] = '/TrapNet'; },
  '30-001': (f) => { for (const [, d] of f.all()) if (d?.['/Subtype'] === '/Form') d['/Ref'] = {}; },
  '30-002': (f) => {
    const form = [...f.all()].find(([, d]) => d?.['/Subtype'] === '/Form')[0];
    setText(f, form, (s) => '/P <</MCID 5>> BDC\n' + s + 'EMC\n');
    contents(f, (s) => s.replace('/X0 Do', '/X0 Do /X0 Do'));
  },
  '31-001': (f) => { f.get(font(f, 'P052').dict, '/Encoding', '/CIDSystemInfo')['/Registry'] = 'u:Other'; },
  '31-002': (f) => { f.get(font(f, 'P052').dict, '/Encoding', '/CIDSystemInfo')['/Ordering'] = 'u:Japan1'; },
  '31-004': (f) => { delete font(f).cid['/CIDToGIDMap']; },
  '31-006': (f) => { font(f).dict['/Encoding'] = '/My-Own-H'; },
  '31-008': (f) => { f.get(font(f, 'P052').dict, '/Encoding')['/UseCMap'] = '/Identity-H'; },
  '31-009': (f) => { delete font(f).descriptor['/FontFile2']; },
  '31-011': (f) => f.setStream(font(f).cid['/CIDToGIDMap'], Buffer.alloc(600, 0x7f)),
  '31-016': (f) => { sub(font(f).cid['/W'], f)[1][0] += 40; },
  '31-027': (f) => { delete font(f).dict['/ToUnicode']; },
  '31-028': (f) => toUnicode(f, (s) => s.replace(/<0001><[0-9A-F]+>/, '<0001><0000>')),
  '31-029': (f) => toUnicode(f, (s) => s.replace(/<0001><[0-9A-F]+>/, '<0001><FEFF>')),
  '31-030': (f) => f.setStream(font(f).cid['/CIDToGIDMap'], Buffer.alloc(600)),
  '31-C': (f) => { delete font(f).dict['/DescendantFonts']; },
  'A-6.1.3': (f) => { delete f.trailer['/ID']; },
  'A-6.1.7': (f) => { f.at(page(f).dict['/Contents'])['/FFilter'] = '/FlateDecode'; },
  'A-6.1.13': (f) => { element(f, 'Figure')['/Alt'] = 'u:' + 'x'.repeat(40000); },
  'A-6.2.3': (f) => { delete f.catalog['/OutputIntents']; },
  'A-6.2.4': (f) => contents(f, (s) => s.replace(/BDC\n/, 'BDC\n0 0 0 1 k\n')),
  'A-6.2.5': (f) => { for (const [, d] of f.all()) if (d?.['/Type'] === '/ExtGState') d['/TR2'] = '/Identity'; },
  'A-6.2.8': (f) => { for (const [, d] of f.all()) if (d?.['/Subtype'] === '/Image') d['/Interpolate'] = true; },
  'A-6.2.9': (f) => { for (const [, d] of f.all()) if (d?.['/Subtype'] === '/Form') d['/PS'] = {}; },
  'A-6.2.10': (f) => { delete f.catalog['/OutputIntents']; delete pageDict(f)['/Group']; },
  'A-6.3.1': (f) => { annot(f)['/Subtype'] = '/Movie'; },
  'A-6.3.2': (f) => { annot(f)['/F'] = 0; },
  'A-6.5.1': (f) => { annot(f)['/A'] = { '/S': '/Launch' }; },
  'A-6.5.2': (f) => { f.catalog['/OpenAction'] = []; },
  'A-6.5.J': (f) => { f.get(f.catalog, '/Names')['/JavaScript'] = {}; },
  'A-6.6.2': (f) => { f.get(f.catalog['/Metadata'])['/Filter'] = '/FlateDecode'; f.objects['obj:' + f.catalog['/Metadata']].stream.data = require('zlib').deflateSync('x').toString('base64'); },
  'A-6.6.3': (f) => { f.get(f.trailer['/Info'])['/Title'] = 'u:Another'; },
  'A-6.6.4': (f) => xmp(f, /<pdfaid:conformance>A</, '<pdfaid:conformance>B<'),
  'A-6.6.S': (f) => xmp(f, /<pdfaSchema:prefix>pdfuaid</, '<pdfaSchema:prefix>x<'),
  'A-6.7.2': (f) => { delete f.catalog['/StructTreeRoot']; },
  'A-6.8': (f) => add(f, '9001 0 R', { '/Type': '/Filespec', '/F': 'u:a', '/UF': 'u:a', '/EF': {} }),
  'A-6.9': (f) => { f.catalog['/OCProperties'] = {}; },
};

for (const [name, file] of [['the sample', sample], ['the sample in a CFF font', cff]]) {
  const found = problems(file);
  say(found.length === 0, name + ' has no problem', found.map((p) => p.id + ' ' + p.places[0]).join('; '));
}
for (const rule of rulesOf(false)) {
  const file = ['31-001', '31-002', '31-008'].includes(rule.id) ? cff.copy() : sample.copy();
  let why = 'nothing breaks it';
  let ok = false;
  if (breakers[rule.id]) {
    breakers[rule.id](file);
    const ids = problems(file).map((p) => p.id);
    ok = ids.includes(rule.id);
    why = 'seen instead: ' + ids.join(' ');
  }
  say(ok, rule.id + ' sees ' + rule.title, why);
}
console.log('1..' + n);
process.exitCode = failed ? 1 : 0;
