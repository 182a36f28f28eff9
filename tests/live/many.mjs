// Generated briefs planned by the page and by the program, all three files to the byte: many.mjs PAGE.html PROGRAM [COUNT [SEED]].
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { started as browser } from './browser.mjs';
import { FILES, difference, native, planned, started } from './equal.mjs';

const [page, program, count = '100', seed = '7'] = process.argv.slice(2);
const root = new URL('../../', import.meta.url);
const MOMENT = 1_795_363_200;
const cases = `import json, sys; sys.path.insert(0, 'tests/coach'); from cases import briefs; print(json.dumps(briefs(${Number(count)}, ${Number(seed)})))`;
const briefs = JSON.parse(execFileSync('python3', ['-c', cases], { cwd: root, maxBuffer: 1 << 30 }));

const running = await browser();
try {
  const place = await running.place(resolve(page));
  const open = await place.open();
  await open.evaluate(started);
  const times = [];
  let refused = 0;
  for (const [at, brief] of briefs.entries()) {
    const text = JSON.stringify(brief, null, 2);
    const { files, took } = await planned(open, text, MOMENT);
    const own = native(resolve(program), text, MOMENT);
    for (const [which, file] of FILES.entries()) assert.ok(files[which] === own[which], `brief ${at + 1}, ${file}: ${files[which] === own[which] || difference(files[which], own[which])}`);
    if (files[0] === null) refused += 1; else times.push(took);
    if ((at + 1) % 50 === 0) console.log(`${at + 1} equal, ${refused} of them refused by both`);
  }
  times.sort((a, b) => a - b);
  const share = (part) => times[Math.min(times.length - 1, Math.floor(times.length * part))]?.toFixed(0);
  console.log(`${briefs.length} briefs equal, ${refused} refused by both; planned in the page: median ${share(0.5)} ms, 95th percentile ${share(0.95)} ms`);
} finally {
  await running.close();
}
