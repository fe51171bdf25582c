// Reads a PDF with pdf.js: the structure tree of each page with its text, each page's plain text, and where words are
// found by pdf.js's own search (the one in Firefox).
//
//   node read.mjs '["words to find", ...]' < file.pdf > answer.json
//
// Runs in a folder where `npm ci` has installed package-lock.json; the answer is what pdf_readers.py expects.

import { buffer } from 'node:stream/consumers';

console.log = console.warn = () => {}; // pdf.js tells there that it cannot draw, which nobody asks it to

// What the search's module asks of a browser while it is loaded; no element is ever shown.
const element = () => ({ style: { setProperty() {} }, append() {}, prepend() {}, remove() {} });
globalThis.window = globalThis;
globalThis.requestAnimationFrame = (resolve) => setTimeout(resolve, 0);
globalThis.document = { documentElement: element(), body: element(), createElement: element };
globalThis.navigator ??= { userAgent: '', platform: '', maxTouchPoints: 0 };

const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
globalThis.pdfjsLib ??= pdfjs;
const { EventBus, PDFFindController } = await import('pdfjs-dist/legacy/web/pdf_viewer.mjs');

const written = (items) => items.map((item) => (item.str ?? '') + (item.hasEOL ? '\n' : '')).join('');

// The text of each marked piece of a page, by the id that the structure tree names it with.
function pieces(items) {
  const texts = new Map();
  const open = [];
  for (const item of items) {
    if (item.type === 'endMarkedContent') open.pop();
    else if (item.type) open.push(item.id ?? null);
    else if (open.at(-1)) texts.set(open.at(-1), (texts.get(open.at(-1)) ?? '') + written([item]));
  }
  return texts;
}

function node(found, texts) {
  if (found.type === 'content') return texts.get(found.id) ?? '';
  const children = found.children.filter((child) => child.type !== 'object' && child.type !== 'annotation');
  return { role: found.role, alt: found.alt ?? null, children: children.map((child) => node(child, texts)) };
}

async function page(number) {
  const one = await pdf.getPage(number);
  const tree = await one.getStructTree();
  const marked = await one.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  return { tree: tree && node(tree, pieces(marked.items)), text: written(marked.items.filter((item) => !item.type)) };
}

// How often each page holds the words, as a reader who looks for them is told.
function search(query) {
  return new Promise((resolve) => {
    const told = ({ state }) => {
      if (state === 3) return; // still at it
      events.off('updatefindcontrolstate', told);
      // The last page's matches are counted after the state is told.
      setTimeout(() => resolve(Array.from({ length: pdf.numPages }, (_, at) => finder.pageMatches[at]?.length ?? 0)), 0);
    };
    events.on('updatefindcontrolstate', told);
    events.dispatch('find', { type: 'again', query, highlightAll: true, matchDiacritics: true });
  });
}

const queries = JSON.parse(process.argv[2] ?? '[]');
const data = new Uint8Array(await buffer(process.stdin));
const pdf = await pdfjs.getDocument({ data, verbosity: 0 }).promise;
const pages = [];
for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await page(number));

const events = new EventBus();
const finder = new PDFFindController({ eventBus: events, linkService: { pagesCount: pdf.numPages, page: 1 } });
finder.onIsPageVisible = () => true;
finder.setDocument(pdf);
const found = [];
for (const query of queries) found.push(await search(query));

process.stdout.write(JSON.stringify({ pages, found }), () => process.exit(0));
