'use strict';
/* A file with everything the rules look at worked out once. */
const { Tree } = require('./tree');
const { Font } = require('./fonts');
const { Xmp } = require('./xmp');
const { events } = require('./content');

class Model {
  constructor(file) {
    this.file = file;
    this.catalog = file.catalog;
    this.tree = new Tree(file);
    this.xmp = new Xmp(file.stream(this.catalog['/Metadata']));
    this.info = file.get(file.trailer['/Info']) ?? {};
    this.fonts = new Map(); // font dictionary -> {font, codes}
    this.pages = file.pages().map((p) => ({ ...p, events: [...events(file, file.contents(p.dict), p.dict['/Resources'])] }));
    for (const page of this.pages) for (const e of page.events) if (e.kind === 'show') this.show(e);
    this.annots = this.pages.flatMap((page) => (file.at(page.dict['/Annots']) ?? []).map((ref) => ({ ref, page, dict: file.at(ref) })));
  }

  show(event) {
    if (!event.font) return;
    if (!this.fonts.has(event.font)) this.fonts.set(event.font, { font: new Font(this.file, event.font), codes: new Set() });
    const codes = this.fonts.get(event.font).codes;
    for (const s of event.strings) for (const c of Font.codesOf(s)) codes.add(c);
  }

  /* [font, code] of every code shown. */
  * shown() {
    for (const { font, codes } of this.fonts.values()) for (const code of codes) yield [font, code];
  }

  /* [page, event] of one kind. */
  * events(kind) {
    for (const page of this.pages) for (const e of page.events) if (e.kind === kind) yield [page, e];
  }
}

module.exports = { Model };
