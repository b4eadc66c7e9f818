'use strict';
/*
 * The XMP packet, read with patterns: enough for packets that are written as elements.
 */
const unescape = (s) => s.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');

class Xmp {
  constructor(bytes) { this.text = bytes ? bytes.toString('utf8') : ''; }

  /* Text of an element, inside of Alt, Seq or Bag the first item. */
  value(name) {
    const m = new RegExp('<' + name + '>([\\s\\S]*?)</' + name + '>').exec(this.text);
    if (!m) return undefined;
    const item = /<rdf:li[^>]*>([\s\S]*?)<\/rdf:li>/.exec(m[1]);
    return unescape(item ? item[1] : m[1]);
  }
}

module.exports = { Xmp };
