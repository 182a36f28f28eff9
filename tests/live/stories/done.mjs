import assert from 'node:assert/strict';
import { WITHIN, kept, lively, settled, view } from '../browser.mjs';

export const title = 'a missed run is written down and the plan made again; closed and opened, nothing is lost';

export async function story(place) {
  const first = await place.open();
  // The example is nobody's until it is changed.
  await view(first, 'you');
  await first.selectOption('[data-key="running.preferred_time"]', 'morning');
  await first.waitForFunction(() => /Time of day changed/.test(document.getElementById('said').textContent));
  await settled(first);
  const planned = await kept(first);
  await first.close();

  // In the second week of the block one run was missed.
  const page = await place.open({ at: WITHIN });
  assert.equal(await page.locator('.board .day.today').getAttribute('data-day'), '1', 'today is marked');
  await view(page, 'plan');
  const missed = planned.plan.weeks[0].sessions.find((one) => one.kind === 'run');
  await page.evaluate((id) => { document.getElementById(`run-${id}`).closest('details').open = true; }, missed.id);
  await page.locator(`[id="run-${missed.id}"] button`, { hasText: /^Missed$/ }).click();
  await page.waitForFunction(() => /missed/.test(document.getElementById('said').textContent));
  await settled(page);
  assert.match(await page.locator(`[id="run-${missed.id}"]`).textContent(), /Missed/);

  await view(page, 'log');
  assert.match(await page.locator('#view-log').textContent(), /missed/i);
  await page.locator('#view-log button', { hasText: 'Plan again' }).click();
  await page.waitForSelector('dialog[open]');
  await page.locator('dialog button', { hasText: 'Take this plan' }).click();
  await page.waitForFunction(() => /^Planned again/.test(document.getElementById('said').textContent));
  await settled(page);
  const again = await kept(page);
  assert.ok(again.plan.revision >= planned.plan.revision && again.log.includes('"missed"'));
  assert.equal(again.plan.id, planned.plan.id);
  await lively(page);
  await page.close();

  const later = await place.open({ at: WITHIN });
  await settled(later);
  assert.deepEqual(await kept(later), again, 'all is as it was left');
  await view(later, 'log');
  assert.match(await later.locator('#view-log').textContent(), /missed/i);
}
