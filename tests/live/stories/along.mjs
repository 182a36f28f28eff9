import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { kept, settled, tools, view } from '../browser.mjs';

export const title = 'the plan is printed a week a sheet, and its calendar is read by a parser';

const pdfjs = await import(pathToFileURL(tools.resolve('pdfjs-dist/legacy/build/pdf.mjs')));
const { default: ical } = await import(pathToFileURL(tools.resolve('ical.js')));

async function taken(page, label) {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.take button', { hasText: label }).click()]);
  return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')];
}

export async function story(place) {
  const page = await place.open();
  await view(page, 'take');
  await page.locator('.take button', { hasText: 'Print' }).click();
  await page.waitForFunction(() => window.printed);
  const sheet = await place.context.newPage();
  await sheet.setContent(`<!doctype html>${await page.evaluate(() => window.printed)}`);
  const pdf = await pdfjs.getDocument({ data: new Uint8Array(await sheet.pdf({ format: 'A4' })), verbosity: 0 }).promise;
  const starts = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    if (/\bWeek\s+\d+\s*:/.test(items.map((item) => item.str).join(' '))) starts.push(number);
  }
  await sheet.close();
  const [name, text] = await taken(page, 'plan.ics');
  assert.equal(name, 'plan.ics');
  await settled(page);
  const { plan } = await kept(page);
  assert.equal(starts.length, plan.weeks.length, 'a sheet for every week');
  assert.equal(pdf.numPages, starts[0] - 1 + plan.weeks.length, 'and none more but the cover');
  assert.ok(starts[0] - 1 <= 2, 'which takes two at most');
  const events = new ical.Component(ical.parse(text)).getAllSubcomponents('vevent').map((event) => new ical.Event(event));
  const entries = plan.weeks.flatMap((week) => week.sessions);
  assert.equal(events.length, entries.length);
  const starting = (list) => list.sort().join(' ');
  assert.equal(starting(events.map((event) => event.startDate.toString().slice(0, 16))), starting(entries.map((one) => one.start)));

  // Everything in one file brings everything back.
  const [, all] = await taken(page, 'Everything');
  assert.deepEqual(JSON.parse(all).state.plan, (await kept(page)).plan);
}
