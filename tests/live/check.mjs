// Every story told in a browser, each in a place of its own that kept nothing before: check.mjs PAGE.html [STORY].
// Exits 1 where one does not go as told, where a page asks the network for anything, or where a page freezes.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { started } from './browser.mjs';

const [page, only] = process.argv.slice(2);
if (!page) {
  console.error('usage: check.mjs PAGE.html [STORY]');
  process.exit(2);
}
const folder = new URL('stories/', import.meta.url);
const stories = readdirSync(folder).filter((name) => name.endsWith('.mjs') && (!only || name === `${only}.mjs`)).sort();
const browser = await started();
let failed = 0;
try {
  for (const name of stories) {
    const { title, story } = await import(new URL(name, folder));
    const place = await browser.place(resolve(page));
    const began = performance.now();
    try {
      await story(place, resolve(process.env.RUNWEAVE ?? fileURLToPath(new URL('../../target/debug/runweave', import.meta.url))));
      place.judge();
      console.log(`ok      ${title} (${((performance.now() - began) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${title}: ${error.stack ?? error}`);
      await place.photograph(`${process.env.TMPDIR ?? '/tmp'}/runweave-live-${name}.png`);
    } finally {
      await place.close();
    }
  }
} finally {
  await browser.close();
}
console.log(`${stories.length} stories, ${failed} failed`);
process.exit(failed === 0 && stories.length > 0 ? 0 : 1);
