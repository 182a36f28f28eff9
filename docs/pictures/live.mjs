// Takes the pictures of the live page in the README: node docs/pictures/live.mjs PAGE.html
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { settled, started, view } from '../../tests/live/browser.mjs';

const PICTURES = {
  live: { viewport: { width: 1100, height: 780 } },
  'live-phone': { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true, deviceScaleFactor: 1.5, colorScheme: 'dark' },
};
const browser = await started();
for (const [name, options] of Object.entries(PICTURES)) {
  const place = await browser.place(resolve(process.argv[2]), options);
  // The example becomes a week of one's own by its name, and is looked at within its first week.
  const before = await place.open();
  await view(before, 'you');
  await before.fill('[data-key="block.name"]', 'Winter base');
  await before.press('[data-key="block.name"]', 'Tab');
  await before.waitForFunction(() => /Its name changed/.test(document.getElementById('said').textContent));
  await settled(before);
  await before.close();
  const page = await place.open({ at: '2026-12-03T09:00:00Z' });
  await page.waitForFunction(() => 'old' in document.getElementById('said').dataset);
  await page.waitForTimeout(400);
  await page.screenshot({ path: fileURLToPath(new URL(`${name}.png`, import.meta.url)) });
  await place.close();
}
await browser.close();
