// From a brief to a plan and what changed, with the price said in a line.
const kindOf = run => run.run.class;
const runsOf = plan => plan ? plan.weeks.flatMap(week => week.sessions.filter(one => one.kind === 'run')) : [];

/** What a new plan changed against the one before, in a sentence. */
function changeLine(before, after) {
  if (!before) return `${count(runsOf(after).length, 'run')} placed in ${count(after.weeks.length, 'week')}.`;
  const old = new Map(runsOf(before).map(run => [run.id, run]));
  const fresh = new Map(runsOf(after).map(run => [run.id, run]));
  let moved = 0, gone = 0, added = 0;
  for (const [id, run] of fresh) {
    if (!old.has(id)) added++;
    else if (old.get(id).start !== run.start) moved++;
  }
  for (const id of old.keys()) if (!fresh.has(id)) gone++;
  const parts = [moved && `${count(moved, 'run')} moved`, added && `${count(added, 'run')} added`, gone && `${count(gone, 'run')} gone`].filter(Boolean);
  const price = (after.score.points || 0) - (before.score.points || 0);
  const cost = price > 0 ? `, ${count(price, 'point')} dearer` : price < 0 ? `, ${count(-price, 'point')} better` : '';
  return parts.length ? `${parts.join(', ')}${cost}.` : `Every run stays where it is${cost}.`;
}

function planRequest(state, brief = state.brief) {
  return { ask: 'plan', brief, seed: state.seed || 1, log: null, busy: state.busy || [], earlier: state.published || null };
}

/**
 * Plans a changed brief and takes both, so that one undo brings both back. Says what changed. Resolves to whether it could. What
 * another tab or the folder changed meanwhile is changed in its turn, not written over.
 */
async function take(change, why, newest = 'plan') {
  for (;;) {
    const from = store.now, state = store.copy();
    delete state.example;
    change(state);
    const answer = await engine.ask(planRequest(state), newest);
    if (!answer) return false;
    if (store.now !== from) continue;
    if (answer.error) {
      trouble(`${why ? `${why}: this` : 'This'} cannot be planned, so your week is as it was.`, [answer.error.message, ...linesOf(answer.error)]);
      say(answer.error.message);
      views.draw();
      return false;
    }
    trouble('');
    const before = from.plan;
    state.plan = answer.ok.plan;
    store.change(state, why);
    say([why && `${why}.`, changeLine(before, state.plan), ...(answer.ok.notes || [])].filter(Boolean).join(' '));
    return true;
  }
}
