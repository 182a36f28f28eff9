import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { FILES, difference, planned, started } from '../equal.mjs';

const examples = new URL('../../../plans/', import.meta.url);
/** The moment at which the kept examples were planned, as tests/plans.rs has it. */
const MOMENT = 1_795_363_200;

export const title = 'the examples are planned to the byte as the program plans them';

export async function story(place) {
  const page = await place.open();
  await page.evaluate(started);
  for (const name of readdirSync(examples)) {
    const { files } = await planned(page, readFileSync(new URL(`${name}/brief.json`, examples), 'utf8'), MOMENT);
    for (const [at, file] of FILES.entries()) {
      const own = readFileSync(new URL(`${name}/${file}`, examples), 'utf8');
      assert.ok(files[at] === own, `${name}, ${file}: ${files[at] === own || difference(files[at], own)}`);
    }
  }
}
