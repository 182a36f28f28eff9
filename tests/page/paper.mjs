// A page on paper: sheets of A4 and Letter, with and without backgrounds.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { cutOff } from './screens.mjs';

const tools = createRequire(new URL('../tools/package.json', import.meta.url));
const pdfjs = await import(pathToFileURL(tools.resolve('pdfjs-dist/legacy/build/pdf.mjs')));

const PAPERS = { A4: [595.28, 841.89], Letter: [612, 792] };
/** What is printed does not move with its backgrounds, so each is looked at on one paper. */
const WITH_BACKGROUNDS = 'Letter';
const MARGIN = { side: 12 / 0.3528, top: 12 / 0.3528, bottom: 15 / 0.3528 };
const SMALLEST_POINTS = 8;
const COVER_PAGES = 2;

/** Text items of each page of a PDF with box and size, in points from the top left. */
async function pages(pdf) {
  const document = await pdfjs.getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  const list = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const [, , width, height] = page.view;
    const { items } = await page.getTextContent();
    list.push({
      width,
      height,
      items: items
        .filter((item) => item.str.trim() !== '')
        .map((item) => {
          const size = Math.hypot(item.transform[2], item.transform[3]);
          return { text: item.str, size, x: item.transform[4], y: height - item.transform[5] - size * 0.72, width: item.width, height: size * 0.72 };
        }),
    });
  }
  return list;
}

/** Two texts that cover each other by a good part of the smaller one. */
function overlap(items) {
  for (const [at, one] of items.entries()) {
    for (const other of items.slice(at + 1)) {
      const across = Math.min(one.x + one.width, other.x + other.width) - Math.max(one.x, other.x);
      const down = Math.min(one.y + one.height, other.y + other.height) - Math.max(one.y, other.y);
      if (across > 1 && down > 0.35 * Math.min(one.height, other.height)) return [one, other];
    }
  }
  return null;
}

function judge(find, label, list, weeks, paper) {
  const [width, height] = PAPERS[paper];
  const starts = [];
  for (const [at, page] of list.entries()) {
    const say = (text) => find(`${label}, page ${at + 1}: ${text}`);
    if (Math.abs(page.width - width) > 1 || Math.abs(page.height - height) > 1) say(`is ${page.width} x ${page.height} pt, not ${paper}`);
    const text = page.items.map((item) => item.text).join(' ');
    const heading = /\bWeek\s+(\d+)\s*:/.exec(text);
    if (heading) starts.push([at, Number(heading[1])]);
    if (page.items.length < 3) say('is blank');
    const small = page.items.filter((item) => item.size < SMALLEST_POINTS - 0.02);
    if (small.length) say(`"${small[0].text}" is set in ${small[0].size.toFixed(2)} pt`);
    const foot = (item) => /^\d+( \/ \d+)?$|^\/$/.test(item.text.trim());
    const out = page.items.find((item) => item.x < MARGIN.side - 1 || item.x + item.width > page.width - MARGIN.side + 1 || item.y < MARGIN.top - 2
      || (item.y + item.height > page.height - MARGIN.bottom + 2 && !foot(item)));
    if (out) say(`"${out.text}" lies outside the margins`);
    const clash = overlap(page.items);
    if (clash) say(`"${clash[0].text}" and "${clash[1].text}" overlap`);
  }
  const cover = starts.length ? starts[0][0] : list.length;
  if (cover < 1 || cover > COVER_PAGES) find(`${label}: the cover takes ${cover} pages`);
  if (starts.length !== weeks || starts.some(([, number], at) => number !== at + 1)) find(`${label}: weeks start on pages ${starts.map(([at]) => at + 1)}`);
  if (list.length !== cover + weeks) find(`${label}: ${weeks} weeks take ${list.length - cover} pages`);
}

/** Elements beside each other that cover each other, and bars of a chart that leave it, in the print layout of a paper. */
const covering = () => {
  const told = [];
  const box = (element) => element.getBoundingClientRect();
  const seen = (element) => box(element).width > 0 && box(element).height > 0 && !element.matches('.unseen, .stripes');
  const name = (element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''} "${element.textContent.trim().slice(0, 40)}"`;
  for (const parent of document.querySelectorAll('main, section, figure, header, div, ol, ul, dl, table, tbody, tr, article, li')) {
    const children = [...parent.children].filter(seen).filter((child) => getComputedStyle(child).display !== 'inline');
    for (const [at, one] of children.entries()) {
      for (const other of children.slice(at + 1)) {
        const [a, b] = [box(one), box(other)];
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 1) told.push(`${name(one)} and ${name(other)} cover each other`);
      }
    }
  }
  for (const drawing of document.querySelectorAll('svg[role=img]')) {
    const frame = box(drawing);
    for (const part of drawing.querySelectorAll('rect, text, path, line')) {
      const it = box(part);
      if (it.left < frame.left - 1 || it.right > frame.right + 1 || it.top < frame.top - 1 || it.bottom > frame.bottom + 1) told.push(`${name(part)} leaves its chart`);
    }
  }
  return told;
};

/** What is wrong with a page on each paper goes to `find`. */
export async function print(page, find) {
  const weeks = await page.locator('section.week').count();
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  for (const paper of Object.keys(PAPERS)) {
    const usable = Math.floor((PAPERS[paper][0] - 2 * MARGIN.side) / 0.75);
    await page.setViewportSize({ width: usable, height: 900 });
    for (const text of (await page.evaluate(cutOff)).slice(0, 3)) find(`${paper}: ${text} is cut off or sticks out`);
    for (const text of (await page.evaluate(covering)).slice(0, 3)) find(`${paper}: ${text}`);
    const printBackground = paper === WITH_BACKGROUNDS;
    judge(find, paper, await pages(await page.pdf({ format: paper, printBackground, preferCSSPageSize: false })), weeks, paper);
  }
}
