import assert from 'node:assert/strict';
import { drag, kept, lively, said, settled, view } from '../browser.mjs';

export const title = 'a week is typed, dragged, refused and undone';

const entry = (page, name) => page.locator('.board .entry', { hasText: name }).first();
/** The middle of a day's column, at the height of an entry. */
async function over(page, day, locator) {
  await locator.scrollIntoViewIfNeeded();
  const lane = await page.locator(`.board .day[data-day="${day}"] .lane`).boundingBox();
  const box = await locator.boundingBox();
  return { x: lane.x + lane.width / 2, y: box.y + Math.min(box.height / 2, 20) };
}

export async function story(place) {
  const page = await place.open();
  assert.ok(await page.locator('.board .entry.run').count() >= 2, 'the example is planned at the first glance');

  // Typed, and what was assumed is told.
  await view(page, 'you');
  await page.fill('#line', 'Tue 19:00 upper body');
  await page.waitForFunction(() => /Tuesday 19:00/.test(document.getElementById('line-hint').textContent));
  await page.press('#line', 'Enter');
  await page.waitForSelector('.assumed li');
  await settled(page);
  assert.match(await page.locator('.assumed').textContent(), /min|heavy|moderate/i, 'the length or the effort was assumed, and said');
  assert.equal((await kept(page)).brief.sessions.length, 4);

  // Dragged: the block is solved while it moves, and the line says what that costs.
  await view(page, 'week');
  const squats = entry(page, 'Squat day');
  assert.match(await squats.textContent(), /Monday 18:00/);
  await drag(page, squats, await over(page, 3, squats), { drop: false });
  await page.waitForFunction(() => /^Thursday 18:00: .*(run|points?)/.test(document.getElementById('said').textContent));
  await page.mouse.up();
  await page.waitForFunction(() => /is now on Thursday at 18:00/.test(document.getElementById('said').textContent));
  await settled(page);
  assert.equal((await kept(page)).brief.sessions[0].day, 'thu');
  assert.match(await entry(page, 'Squat day').textContent(), /Thursday 18:00/);

  // A must: no run an hour after heavy legs. The page names it and offers no way round it.
  const before = await kept(page);
  const run = page.locator('.board .entry.run').first();
  const at = await over(page, 3, run);
  const heavy = await entry(page, 'Squat day').boundingBox();
  await drag(page, run, { x: at.x, y: heavy.y + heavy.height + 14 });
  await page.waitForSelector('dialog[open]');
  assert.match(await page.locator('dialog').textContent(), /Squat day|forbid|legs/);
  assert.equal(await page.locator('dialog button', { hasText: 'Hold it there' }).count(), 0, 'a must cannot be held');
  await page.locator('dialog button', { hasText: 'Leave it' }).click();
  assert.deepEqual((await kept(page)).plan, before.plan, 'the plan is as it was');

  // Undone, and done again.
  await page.keyboard.press('Control+z');
  await page.waitForFunction(() => /^Undone: /.test(document.getElementById('said').textContent));
  await settled(page);
  assert.match(await entry(page, 'Squat day').textContent(), /Monday 18:00/);
  assert.equal((await kept(page)).brief.sessions[0].day, 'mon');
  await page.keyboard.press('Control+Shift+z');
  await settled(page);
  assert.match(await entry(page, 'Squat day').textContent(), /Thursday 18:00/);
  assert.ok(await said(page));
  await lively(page);
}
