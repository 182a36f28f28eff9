import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { WITHIN, settled, tools, view } from '../browser.mjs';

export const title = 'every view is accessible, in light and dark, on a phone and on a desk; targets are large enough for a thumb';

const axe = readFileSync(tools.resolve('axe-core/axe.min.js'), 'utf8');
const SETTINGS = [
  { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 360, height: 780 }, hasTouch: true, reducedMotion: 'reduce' },
];
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Buttons in sight that a thumb would miss: under 44 px on a phone, but for one within a sentence. */
const small = () => [...document.querySelectorAll('button, summary, select, input:not([type=file])')]
  .filter((one) => one.offsetParent && !one.matches('.inline'))
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([, box]) => box.height < 43.5 || box.width < 43.5)
  .map(([one, box]) => `${one.className || one.tagName} "${one.textContent.trim().slice(0, 30)}" ${Math.round(box.width)} x ${Math.round(box.height)}`);

export async function story(place) {
  for (const setting of SETTINGS) {
    const other = await place.another(setting);
    const page = await other.open({ at: WITHIN });
    await page.evaluate(axe);
    for (const name of ['week', 'plan', 'you', 'log', 'take']) {
      await view(page, name);
      const where = `${name}, ${setting.colorScheme}, ${setting.viewport.width} px`;
      const { violations } = await page.evaluate((tags) => window.axe.run(document, { runOnly: tags }), RULES);
      assert.deepEqual(violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0].html.slice(0, 160)}`), [], where);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${where} scrolls sideways`);
      if (setting.hasTouch) assert.deepEqual(await page.evaluate(small), [], where);
    }
    await settled(page);
    other.judge();
    await other.close();
  }
}
