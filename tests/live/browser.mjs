// A browser, and in it places: each keeps what a page keeps, and nothing of another's.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import assert from 'node:assert/strict';

export const tools = createRequire(new URL('../tools/package.json', import.meta.url));
const { chromium } = tools('playwright-core');
const FROZEN = 1500;
/** The days that the stories play on: a Wednesday, and one in the second week of the block that begins after it. */
export const BEFORE = '2026-11-25T09:00:00Z';
export const WITHIN = '2026-12-08T09:00:00Z';

/** How long the page's own thread stood still at most, and what was printed, written down by every page as it runs. */
const watchdog = () => {
  window.frozen = 0;
  new PerformanceObserver((list) => { for (const { duration } of list.getEntries()) window.frozen = Math.max(window.frozen, duration); }).observe({ type: 'longtask', buffered: true });
  window.print = () => { top.printed = document.documentElement.outerHTML; };
};

export async function started() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  return { place: (file, options) => Place.of(browser, file, options), close: () => browser.close() };
}

class Place {
  requests = [];
  errors = [];
  allowed = [];
  /** Where it may ask besides its own file: the folder that a program on this machine serves. */
  own = null;

  static async of(browser, file, { init = [], ...options } = {}) {
    const place = new Place();
    place.context = await browser.newContext({ viewport: { width: 1200, height: 900 }, acceptDownloads: true, timezoneId: 'Europe/Berlin', locale: 'en-GB', ...options });
    place.browser = browser;
    place.file = file;
    place.context.setDefaultTimeout(20_000);
    place.context.on('request', (request) => /^(file|data|blob):/.test(request.url()) || (place.own && request.url().startsWith(place.own)) || place.requests.push(request.url()));
    await place.context.addInitScript(watchdog);
    for (const script of init) await place.context.addInitScript(script);
    return place;
  }

  /** Another place, such as one whose browser refuses something. */
  another(options) { return Place.of(this.browser, this.file, options); }

  /** Opens the page and waits until it is ready; `at` is what its clock shows. */
  async open({ at = BEFORE, hash = '', address = pathToFileURL(this.file).href } = {}) {
    const page = await this.context.newPage();
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && this.errors.push(message.text()));
    await page.clock.setFixedTime(new Date(at));
    await page.goto(address + hash);
    await page.waitForSelector('body[data-ready]');
    return page;
  }

  /** What no page may have done: ask the network, report an error, stand still. */
  judge() {
    assert.deepEqual(this.requests, [], 'requests to a network');
    assert.deepEqual(this.errors.filter((text) => !this.allowed.some((one) => one.test(text))), [], 'errors of the page');
  }

  async photograph(file) {
    const page = this.context.pages().at(-1);
    await page?.screenshot({ path: file, fullPage: true }).catch(() => {});
  }

  close() { return this.context.close().catch(() => {}); }
}

/** Waits until nothing is being solved or kept any more. */
export const settled = (page) => page.waitForFunction(() => !document.body.dataset.solving && !document.body.dataset.keeping);
export const said = (page) => page.locator('#said').textContent();
export const view = async (page, name) => { await page.click(`.tabs button[data-view="${name}"]`); await settled(page); };
/** What the page keeps. */
export const kept = (page) => page.evaluate(() => new Promise((resolve, reject) => {
  const request = indexedDB.open('runweave', 1);
  request.onerror = () => reject(request.error);
  request.onsuccess = () => { request.result.transaction('kept').objectStore('kept').get('now').onsuccess = (event) => { request.result.close(); resolve(event.target.result?.state); }; };
}));
/** The page's own thread did not stand still for long since it was opened. */
export async function lively(page) {
  const frozen = await page.evaluate(() => window.frozen);
  assert.ok(frozen < FROZEN, `the page stood still for ${Math.round(frozen)} ms`);
}
/** Drops files onto the page. */
export async function dropped(page, files) {
  await page.evaluate((list) => {
    const transfer = new DataTransfer();
    for (const { name, text } of list) transfer.items.add(new File([text], name));
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
  }, files);
}
/** Drags an element by its middle to a point, in steps as a hand does. */
export async function drag(page, locator, to, { drop = true } = {}) {
  await locator.scrollIntoViewIfNeeded();
  const box = await locator.boundingBox();
  const from = { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 20) };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  for (let step = 1; step <= 8; step += 1) await page.mouse.move(from.x + (to.x - from.x) * step / 8, from.y + (to.y - from.y) * step / 8);
  if (drop) await page.mouse.up();
}
