// Looks at pages in a browser: print on A4 and Letter, screens of three widths in light and dark, markup, accessibility.
// usage: check.mjs FILE.html...   Exits 1 on any finding.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const tools = createRequire(new URL('../tools/package.json', import.meta.url));
const { chromium } = tools('playwright-core');
const axe = readFileSync(tools.resolve('axe-core/axe.min.js'), 'utf8');
const pdfjs = await import(pathToFileURL(tools.resolve('pdfjs-dist/legacy/build/pdf.mjs')));
const jar = join(tools.resolve('vnu-jar/package.json'), '../build/dist/vnu.jar');

const PAPERS = { A4: [595.28, 841.89], Letter: [612, 792] };
const MARGIN = { side: 12 / 0.3528, top: 12 / 0.3528, bottom: 15 / 0.3528 };
const SMALLEST_POINTS = 8;
const COVER_PAGES = 2;
const WIDTHS = [320, 390, 820, 1280];
const AXE_WIDTHS = [390, 820, 1280];
/** Weeks from which a block is looked at by the accessibility engine in one width alone. */
const LONG = 17;

const files = process.argv.slice(2).map((file) => resolve(file));
const findings = [];
const finding = (file, text) => findings.push(`${basename(file)}: ${text}`);

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

function judge(file, label, list, weeks, paper) {
  const [width, height] = PAPERS[paper];
  const starts = [];
  for (const [at, page] of list.entries()) {
    const say = (text) => finding(file, `${label}, page ${at + 1}: ${text}`);
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
  if (cover < 1 || cover > COVER_PAGES) finding(file, `${label}: the cover takes ${cover} pages`);
  if (starts.length !== weeks || starts.some(([, number], at) => number !== at + 1)) finding(file, `${label}: weeks start on pages ${starts.map(([at]) => at + 1)}`);
  if (list.length !== cover + weeks) finding(file, `${label}: ${weeks} weeks take ${list.length - cover} pages`);
}

/** Elements whose text is cut off or that stick out of their section, in the print layout of a paper. */
const cutOff = () =>
  [...document.querySelectorAll('main *')]
    .filter((element) => !element.closest('svg, .unseen, .word') && element.getClientRects().length > 0)
    .filter((element) => {
      const style = getComputedStyle(element);
      const hidden = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      const section = element.closest('section, main').getBoundingClientRect();
      const box = element.getBoundingClientRect();
      return (hidden && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
        || box.right > section.right + 1 || box.left < section.left - 1;
    })
    .map((element) => `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 40)}"`);

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

async function print(page, file) {
  const weeks = await page.locator('section.week').count();
  await page.emulateMedia({ media: 'print', colorScheme: 'light' });
  for (const paper of Object.keys(PAPERS)) {
    const usable = Math.floor((PAPERS[paper][0] - 2 * MARGIN.side) / 0.75);
    await page.setViewportSize({ width: usable, height: 900 });
    for (const text of (await page.evaluate(cutOff)).slice(0, 3)) finding(file, `${paper}: ${text} is cut off or sticks out`);
    for (const text of (await page.evaluate(covering)).slice(0, 3)) finding(file, `${paper}: ${text}`);
    for (const printBackground of [false, true]) {
      const label = `${paper}${printBackground ? ' with backgrounds' : ''}`;
      judge(file, label, await pages(await page.pdf({ format: paper, printBackground, preferCSSPageSize: false })), weeks, paper);
    }
  }
}

async function screens(page, file, withEngine = true) {
  const weeks = await page.locator('section.week').count();
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ media: 'screen', colorScheme });
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (wide > 0) finding(file, `${width} px: scrolls sideways by ${wide} px`);
      for (const text of (await page.evaluate(cutOff)).slice(0, 3)) finding(file, `${width} px: ${text} is cut off or sticks out`);
      // A long block holds the same elements over and over, which the engine would take minutes for.
      if (withEngine && AXE_WIDTHS.includes(width) && (width === AXE_WIDTHS[0] || weeks <= LONG)) await accessible(page, file, `${colorScheme}, ${width} px`);
    }
  }
}

/** The accessibility engine in one scheme and width. */
async function accessible(page, file, label) {
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
  for (const { id, help, nodes } of violations) finding(file, `${label}: axe ${id}: ${help}: ${nodes[0].html.slice(0, 120)}`);
}

function markup() {
  const { stdout, stderr, status, error } = spawnSync('java', ['-jar', jar, '--format', 'json', '--stdout', ...files], { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error || !stdout) throw new Error(`the HTML checker did not run: ${error ?? stderr} (${status})`);
  // The checker does not know hashes in a security policy; the browser does, and its console is heard below.
  const known = (message) => message.startsWith('Inline style violates Content Security Policy');
  const messages = JSON.parse(stdout).messages.filter(({ message }) => !known(message));
  for (const { url, lastLine, message, type } of messages) finding(url ?? 'checker', `HTML ${type}, line ${lastLine}: ${message}`);
}

if (files.length === 0) {
  console.error('usage: check FILE.html...');
  process.exit(2);
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
/** A page of this file that tells of every request that leaves it and of every error. */
async function opened(context, file) {
  const page = await context.newPage();
  page.on('request', (request) => request.url().startsWith('file:') || request.url().startsWith('data:') || finding(file, `asks for ${request.url()}`));
  page.on('console', (message) => message.type() === 'error' && finding(file, `console: ${message.text()}`));
  await page.goto(pathToFileURL(file).href);
  return page;
}
try {
  markup();
  const usual = await browser.newContext();
  const withoutScripts = await browser.newContext({ javaScriptEnabled: false });
  for (const file of files) {
    const page = await opened(usual, file);
    await page.evaluate(axe);
    await screens(page, file);
    await page.close();
    const paper = await opened(withoutScripts, file);
    // The page over a batch has no weeks, a plan always has.
    if (basename(file) === 'index.html') await screens(paper, file, false);
    else await print(paper, file);
    await paper.close();
  }
} finally {
  await browser.close();
}
for (const line of findings) console.log(line);
console.log(`${files.length} pages, ${findings.length} findings`);
process.exit(findings.length === 0 ? 0 : 1);
