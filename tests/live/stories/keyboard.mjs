import assert from 'node:assert/strict';
import { kept, settled } from '../browser.mjs';

export const title = 'from an empty page to a printed plan by keyboard alone';

/** Goes on with Tab until the element that has the focus matches, and says so; every element must be reached. */
async function to(page, selector, text = '') {
  for (let presses = 0; presses < 200; presses += 1) {
    if (await page.evaluate(([css, words]) => document.activeElement.matches(css) && document.activeElement.textContent.includes(words), [selector, text])) return;
    await page.keyboard.press('Tab');
  }
  assert.fail(`Tab never reaches ${selector} ${text}`);
}
const told = (page, words) => page.waitForFunction((text) => document.getElementById('said').textContent.includes(text), words);

export async function story(place) {
  const page = await place.open();
  await to(page, 'button', 'Write down my own week');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.id === 'line');
  for (const line of ['Mon 18:00 squats 75 min heavy', 'Thu 18:00 bench press 60 min heavy']) {
    await page.keyboard.type(line);
    await page.keyboard.press('Enter');
    await told(page, `Added: ${line}`);
    await page.waitForFunction(() => document.activeElement.id === 'line');
  }
  await to(page, '[data-key="running.current_weekly_minutes"]');
  await page.keyboard.type('60');
  await page.keyboard.press('Tab');
  await told(page, 'Minutes a week now changed');
  await to(page, '#free');
  await page.keyboard.type('weekday evenings, weekends all day');
  await page.keyboard.press('Enter');
  await told(page, 'Free: weekday evenings');
  await to(page, '#race');
  await page.keyboard.type('10K on 28 February');
  await page.keyboard.press('Enter');
  await told(page, 'Training for: 10K on 28 February');
  await settled(page);
  const mine = await kept(page);
  assert.equal(mine.brief.sessions.length, 2);
  assert.equal(mine.brief.block.event.date, '2027-02-28');
  assert.equal(mine.plan.weeks.length, 13, 'the block ends with the race');
  assert.ok(mine.brief.availability.sat && !mine.brief.availability.mon[0].startsWith('06'), JSON.stringify(mine.brief.availability));

  // A session is moved by an arrow key on the board.
  await to(page, '.tabs button', 'Week');
  await page.keyboard.press('Enter');
  await to(page, '.board .entry.session', 'quat');
  await page.keyboard.press('ArrowRight');
  await told(page, 'is now on Tuesday');
  await settled(page);
  assert.equal((await kept(page)).brief.sessions[0].day, 'tue');

  await to(page, '.tabs button', 'Print');
  await page.keyboard.press('Enter');
  await to(page, '.take button', 'Print');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => window.printed?.includes('quat'));
}
