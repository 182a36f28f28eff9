import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { FILES, difference, planned, started } from '../equal.mjs';

const root = new URL('../../../', import.meta.url);
/** The moment of the kept examples. */
const MOMENT = 1_795_363_200;
const CASES = "import json, sys; sys.path.insert(0, 'tests/coach'); from cases import briefs; print(json.dumps(briefs(8, 7)))";

export const title = 'the examples are planned to the byte as they are kept, and other briefs as the program plans them';

export async function story(place, { program }) {
  const page = await place.open();
  await page.evaluate(started);
  for (const name of readdirSync(new URL('plans/', root))) {
    const { files } = await planned(page, readFileSync(new URL(`plans/${name}/brief.json`, root), 'utf8'), MOMENT);
    for (const [at, file] of FILES.entries()) {
      const own = readFileSync(new URL(`plans/${name}/${file}`, root), 'utf8');
      assert.ok(files[at] === own, `${name}, ${file}: ${files[at] === own || difference(files[at], own)}`);
    }
  }
  const briefs = JSON.parse(execFileSync('python3', ['-c', CASES], { cwd: root }));
  const input = briefs.map((brief) => `${JSON.stringify(brief)}\n`).join('');
  const env = { ...process.env, SOURCE_DATE_EPOCH: String(MOMENT), TZ: 'UTC' };
  const lines = spawnSync(program, ['batch'], { input, env, encoding: 'utf8', maxBuffer: 1 << 28 }).stdout.trim().split('\n');
  assert.equal(lines.length, briefs.length);
  for (const [at, brief] of briefs.entries()) {
    const { files } = await planned(page, JSON.stringify(brief), MOMENT);
    const own = JSON.parse(lines[at]);
    assert.ok(files[0] ? own.weeks : own.error, `brief ${at + 1}: one plans it, the other does not`);
    if (files[0]) assert.deepEqual(JSON.parse(files[0]), own, `brief ${at + 1}`);
  }
}
