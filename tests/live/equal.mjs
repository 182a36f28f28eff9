// The planner in the page against the program: the same briefs, the same bytes of plan.json, plan.html and plan.ics.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const FILES = ['plan.json', 'plan.html', 'plan.ics'];

/** What the program writes for a brief at a moment: its files, or nothing where it refuses it. */
export function native(program, text, moment) {
  const folder = mkdtempSync(join(tmpdir(), 'runweave-equal-'));
  try {
    writeFileSync(join(folder, 'brief.json'), text);
    const env = { ...process.env, SOURCE_DATE_EPOCH: String(moment), TZ: 'UTC' };
    try { execFileSync(program, ['plan', 'brief.json', '-o', '.'], { cwd: folder, env, stdio: 'ignore' }); } catch (error) { if (error.status !== 1 && error.status !== 2) throw error; }
    return FILES.map((name) => { try { return readFileSync(join(folder, name), 'utf8'); } catch { return null; } });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs in the page: starts a planner of its own from what the page holds, and keeps a function that plans a brief. */
export const started = () => {
  const worker = new Worker(URL.createObjectURL(new Blob([document.getElementById('worker').textContent])));
  const ask = (request) => new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => data.broken ? reject(new Error(data.broken)) : resolve(data.answer);
    worker.postMessage(request.packed ? request : { number: 0, request });
  });
  window.planned = async (brief, now) => {
    const began = performance.now();
    const plan = await ask({ ask: 'plan', brief, seed: 1, now });
    const took = performance.now() - began;
    if (plan.error) return { files: [null, null, null], took };
    const files = await ask({ ask: 'files', plan: plan.ok.plan, now });
    return { files: ['plan.json', 'plan.html', 'plan.ics'].map((name) => files.ok[name]), took };
  };
  return ask({ packed: document.getElementById('wasm').textContent });
};

/** The first byte at which two texts differ, with what stands there. */
export function difference(one, other) {
  if (one === null || other === null) return `${one === null ? 'the page' : 'the program'} refuses it`;
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return `at ${at}: "${one.slice(at - 40, at + 40)}" and "${other.slice(at - 40, at + 40)}"`;
}

/** What the page makes of a brief, and how long it takes to plan it in milliseconds. */
export const planned = (page, text, moment) => page.evaluate(([brief, now]) => window.planned(brief, now), [text, moment]);
