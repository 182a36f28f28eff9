import assert from 'node:assert/strict';
import { dropped, kept, lively, settled, view } from '../browser.mjs';

export const title = 'a full or forbidden storage, damaged files, 104 weeks, a second tab, a week that cannot be planned: nothing is lost';

const trouble = (page) => page.locator('#trouble').textContent();
const told = (page, words) => page.waitForFunction((text) => document.getElementById('said').textContent.includes(text), words);
const warned = (page, words) => page.waitForFunction((text) => document.getElementById('trouble').textContent.includes(text), words);
const wish = (page, value) => page.selectOption('[data-key="running.preferred_time"]', value);

/** The page goes on, and says that it keeps nothing. */
async function keepsNothing(place, init, words) {
  const other = await place.another({ init: [init] });
  const page = await other.open();
  await view(page, 'you');
  await wish(page, 'morning');
  await told(page, 'Time of day changed');
  await warned(page, words);
  assert.match(await trouble(page), /Take everything along/);
  other.judge();
  await other.close();
}

/** Every write ends as in a browser whose storage is full. */
function full() {
  const { put } = IDBObjectStore.prototype;
  IDBObjectStore.prototype.put = function (...values) { const request = put.apply(this, values); this.transaction.abort(); return request; };
  Object.defineProperty(IDBTransaction.prototype, 'error', { get: () => new DOMException('full', 'QuotaExceededError') });
}

async function files(page) {
  const before = await kept(page);
  const whole = JSON.stringify(before.plan);
  for (const [name, text] of [['plan.json', whole.slice(0, whole.length / 2)], ['plan.json', whole.replace('"weeks":[', '"weeks":[{"number":"one"},')], ['brief.json', '{"athlete": {}, "block": {}}'],
    ['all.json', '{"state": {"brief": {"block": {"start": "2026-11-30"}, "sessions": []}, "plan": {"weeks": 3}}}'], ['empty.json', ''], ['noise.fit', '\u0000\u0001\u0002'], ['busy.ics', 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n'], ['photo.jpg', 'x']]) {
    await page.evaluate(() => { document.getElementById('said').textContent = ''; document.getElementById('trouble').textContent = ''; });
    await dropped(page, [{ name, text }]);
    await page.waitForFunction(() => document.getElementById('trouble').textContent || document.getElementById('said').textContent);
    await settled(page);
    assert.deepEqual((await kept(page)).brief, before.brief, `${name} changed the brief`);
    assert.deepEqual((await kept(page)).plan.weeks, before.plan.weeks, `${name} changed the plan`);
  }
}

async function long(page, brief) {
  const year = structuredClone(brief);
  year.block.weeks = 104;
  year.block.name = 'Two years';
  await dropped(page, [{ name: 'brief.json', text: `// mine\n${JSON.stringify(year)}` }]);
  await page.waitForFunction(() => document.getElementById('said').textContent.startsWith('brief.json opened'), null, { timeout: 60_000 });
  await settled(page);
  assert.equal((await kept(page)).plan.weeks.length, 104);
  await view(page, 'plan');
  await lively(page);
  await page.click('#undo');
  await told(page, 'Undone: brief.json opened');
  await settled(page);
}

async function impossible(page, brief) {
  const wrong = structuredClone(brief);
  wrong.sessions.push({ ...wrong.sessions[0], name: 'On top of it' });
  await dropped(page, [{ name: 'brief.json', text: JSON.stringify(wrong) }]);
  await warned(page, 'cannot be planned');
  assert.match(await trouble(page), /overlap|at the same time|On top of it/);
  await settled(page);
  assert.deepEqual((await kept(page)).brief, brief);
}

async function tabs(place, page) {
  const other = await place.open();
  await view(other, 'you');
  await view(page, 'you');
  // One after the other: each shows what the other did.
  await wish(other, 'evening');
  await told(page, 'Another tab changed your week');
  assert.equal(await page.locator('[data-key="running.preferred_time"]').inputValue(), 'evening');
  // At once: the week that was written over comes back with Undo, in one tab or the other.
  await Promise.all([wish(page, 'midday'), other.selectOption('[data-key="running.long_run_day"]', 'sat')]);
  await Promise.all([settled(page), settled(other)]);
  await page.waitForTimeout(500);
  const both = new Set();
  for (const tab of [page, other]) {
    await settled(tab);
    for (let back = 0; back < 4; back += 1) {
      const { running } = (await kept(page)).brief;
      both.add(running.preferred_time).add(running.long_run_day);
      if (await tab.locator('#undo').isDisabled()) break;
      await tab.click('#undo');
      await settled(tab);
      await tab.waitForTimeout(100);
    }
  }
  assert.ok(both.has('midday') && both.has('sat'), `what one tab did is lost: ${[...both]}`);
  await other.close();
}

export async function story(place) {
  await keepsNothing(place, () => { IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError'); }; }, 'keep');
  await keepsNothing(place, full, 'storage is full');

  const page = await place.open();
  await view(page, 'you');
  await wish(page, 'morning');
  await told(page, 'Time of day changed');
  await settled(page);
  const { brief } = await kept(page);
  await files(page);
  await impossible(page, brief);
  await long(page, brief);
  await tabs(place, page);
}
