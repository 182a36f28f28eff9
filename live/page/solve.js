// From a brief to a plan and what changed, with the price said in a line.
const POINTS = 'Points count what a plan misses of the rules and of your wishes; fewer is better.';
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
  // Blocks of different lengths miss different things, so their points say nothing of one another.
  const cost = before.weeks.length !== after.weeks.length || !price ? '' : ` The plan is ${count(Math.abs(price), 'point')} ${price > 0 ? 'worse' : 'better'}.`;
  return `${parts.length ? parts.join(', ') : 'Every run stays where it is'}.${cost}`;
}

/** What it would mean to have a run elsewhere: the price with its reasons, what else would change, or what forbids it. */
function elsewhereLines({ data: { price, moved, forbidden }, aims }) {
  if (forbidden) return [forbidden.text, 'This rule is never broken, and no other order of the runs makes room.'];
  const parts = price.by_rule.filter(([, cost]) => cost).map(([rule, cost]) => `${aims[rule] || rule} ${cost > 0 ? '+' : '−'}${Math.abs(cost)}`);
  const whole = price.points ? `${count(Math.abs(price.points), 'point')} ${price.points > 0 ? 'worse' : 'better'}` : 'as good as now';
  const out = moved.filter(one => !one.to).length, else_ = moved.length - out;
  return [`${whole}${parts.length ? ` (${parts.join(', ')})` : ''}.`, [else_ && `${count(else_, 'other run')} would move.`, out && `${count(out, 'run')} would find no place.`].filter(Boolean).join(' ')].filter(Boolean);
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
