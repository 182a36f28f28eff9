import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settled, view } from '../browser.mjs';

export const title = 'a folder behind the page: two tabs and the command line write at once, and nothing is lost';

const example = new URL('../../../plans/tight-week/', import.meta.url);
const wish = (page, value) => page.selectOption('[data-key="running.preferred_time"]', value);
const told = (page, words) => page.waitForFunction((text) => document.getElementById('said').textContent.includes(text), words);

/** The program at work on a folder, and the address of its page. */
async function served(program, folder, page) {
  const serving = spawn(program, ['serve', folder, '--port', '0', '--page', page], { stdio: ['ignore', 'pipe', 'pipe'] });
  const address = await new Promise((resolve, reject) => {
    let text = '';
    const hear = (bytes) => { text += bytes; const found = /page\s+(http:\S+)/.exec(text)?.[1]; if (found) resolve(found); };
    serving.stdout.on('data', hear);
    serving.stderr.on('data', hear);
    serving.on('exit', () => reject(new Error(`serve ended: ${text}`)));
  });
  return { serving, address };
}

export async function story(place, program) {
  const folder = mkdtempSync(join(tmpdir(), 'runweave-folder-'));
  for (const name of ['brief.json', 'plan.json', 'plan.html', 'plan.ics']) copyFileSync(new URL(name, example), join(folder, name));
  const read = (name) => readFileSync(join(folder, name), 'utf8');
  const { serving, address } = await served(program, folder, place.file);
  try {
    place.own = new URL(address).origin;
    place.allowed = [/412/];
    const [one, other] = [await place.open({ address }), await place.open({ address })];
    const first = JSON.parse(read('plan.json'));
    for (const page of [one, other]) await view(page, 'you');

    // A change here is a revision of the plan there, with its page and its calendar.
    await wish(one, 'evening');
    await told(one, 'Time of day changed');
    await settled(one);
    const second = JSON.parse(read('plan.json'));
    assert.equal(JSON.parse(read('brief.json')).running.preferred_time, 'evening');
    assert.equal(second.id, first.id);
    assert.equal(second.brief.running.preferred_time, 'evening');
    assert.equal(JSON.stringify(JSON.parse(read('plan.json.before'))), JSON.stringify(first), 'and `runweave undo` has the one before');
    await told(other, 'The folder was changed from elsewhere');

    // Both at once: what could not be written is a step back away, and can be kept in its turn.
    await Promise.all([wish(one, 'morning'), other.selectOption('[data-key="running.long_run_day"]', 'sat')]);
    await one.waitForTimeout(300);
    await Promise.all([settled(one), settled(other)]);
    await one.waitForTimeout(5000);
    const seen = new Set();
    const note = () => { const { running } = JSON.parse(read('brief.json')); seen.add(running.preferred_time).add(running.long_run_day); };
    note();
    for (const page of [one, other]) {
      for (let back = 0; back < 3 && !(await page.locator('#undo').isDisabled()); back += 1) { await page.click('#undo'); await settled(page); note(); }
    }
    assert.ok(seen.has('morning') && seen.has('sat'), `what one tab did is lost: ${[...seen]}`);

    // The command line writes into the log, then the page does: both lines are there.
    const plan = JSON.parse(read('plan.json'));
    const [early, late] = plan.weeks.flatMap((week) => week.sessions).filter((it) => it.kind === 'run');
    execFileSync(program, ['log', 'log.jsonl', 'done', early.id], { cwd: folder, stdio: 'pipe' });
    await view(one, 'plan');
    await one.evaluate((id) => { document.getElementById(`run-${id}`).closest('details').open = true; }, late.id);
    await one.locator(`[id="run-${late.id}"] button`, { hasText: /^Missed$/ }).click();
    await told(one, 'missed');
    await settled(one);
    const log = read('log.jsonl');
    assert.ok(log.includes(early.id) && log.includes(late.id), log);
  } finally {
    serving.removeAllListeners('exit');
    serving.kill();
    rmSync(folder, { recursive: true });
  }
}
