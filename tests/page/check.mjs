// Looks at pages in a browser: print on A4 and Letter, screens of four widths in light and dark, markup, accessibility.
// usage: check.mjs FILE.html...   Exits 1 on any finding.
import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { print } from './paper.mjs';
import { fits, folds, screens } from './screens.mjs';

const tools = createRequire(new URL('../tools/package.json', import.meta.url));
const { chromium } = tools('playwright-core');
const jar = join(tools.resolve('vnu-jar/package.json'), '../build/dist/vnu.jar');

const files = process.argv.slice(2).map((file) => resolve(file));
const findings = [];
const finding = (file) => (text) => findings.push(`${basename(file)}: ${text}`);

/** What the HTML checker says of all files at once. */
async function markup() {
  const { stdout, error } = await new Promise((done) => execFile('java', ['-jar', jar, '--format', 'json', '--stdout', ...files], { encoding: 'utf8', maxBuffer: 1 << 28 },
    (error, stdout) => done({ stdout, error })));
  if (!stdout) throw new Error(`the HTML checker did not run: ${error}`);
  // The checker does not know hashes in a security policy; the browser does, and its console is heard below.
  const known = (message) => message.startsWith('Inline style violates Content Security Policy');
  const messages = JSON.parse(stdout).messages.filter(({ message }) => !known(message));
  for (const { url, lastLine, message, type } of messages) finding(url ?? 'checker')(`HTML ${type}, line ${lastLine}: ${message}`);
}

/** A page of this file that tells of every request that leaves it and of every error. */
async function opened(context, file, find) {
  const page = await context.newPage();
  page.on('request', (request) => request.url().startsWith('file:') || request.url().startsWith('data:') || find(`asks for ${request.url()}`));
  page.on('console', (message) => message.type() === 'error' && find(`console: ${message.text()}`));
  await page.goto(pathToFileURL(file).href);
  return page;
}

/** Looks at one file after another until none is left; several do so at once, each in a process of the browser's. */
async function eyes(browser, left) {
  const usual = await browser.newContext();
  const withoutScripts = await browser.newContext({ javaScriptEnabled: false });
  for (let file = left.shift(); file; file = left.shift()) {
    const find = finding(file);
    const page = await opened(usual, file, find);
    await screens(page, find);
    await page.close();
    const bare = await opened(withoutScripts, file, find);
    // The page over a batch has no weeks, a plan always has.
    if (basename(file) === 'index.html') await fits(bare, find);
    else {
      await folds(bare, find);
      await print(bare, find);
    }
    await bare.close();
  }
}

if (files.length === 0) {
  console.error('usage: check FILE.html...');
  process.exit(2);
}
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
try {
  // The largest first, so that none of them is left to one pair of eyes at the end.
  const left = files.toSorted((one, other) => statSync(other).size - statSync(one).size);
  const pairs = Math.min(4, Math.max(2, availableParallelism()));
  await Promise.all([markup(), ...Array.from({ length: pairs }, () => eyes(browser, left))]);
} finally {
  await browser.close();
}
for (const line of findings.sort()) console.log(line);
console.log(`${files.length} pages, ${findings.length} findings`);
process.exit(findings.length === 0 ? 0 : 1);
