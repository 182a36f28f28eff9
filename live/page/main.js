// The page itself: views, keys, and the first glance.
const views = (() => {
  let shown = 'week';
  const drawers = { week: () => board.draw(), plan: () => planView.draw(), you: () => youView.draw(), log: () => logView.draw(), take: () => takeView.draw() };
  function show(view, focus = true) {
    shown = view;
    document.body.dataset.view = view;
    for (const section of document.querySelectorAll('main > section')) section.hidden = section.dataset.view !== view;
    for (const tab of document.querySelectorAll('.tabs button')) tab.dataset.view === view ? tab.setAttribute('aria-current', 'page') : tab.removeAttribute('aria-current');
    draw();
    if (focus) $('main').focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }
  function draw() {
    const state = store.now;
    if (!state) return;
    $('block-name').textContent = state.brief.block?.name || '';
    $('undo').disabled = !store.canUndo;
    $('redo').disabled = !store.canRedo;
    drawers[shown]();
  }
  function openRun(id) { show('plan', false); planView.reveal(id); }
  return { show, draw, openRun };
})();

const begin = (() => {
  const EXAMPLE = () => {
    const start = plusDays(isoOf(new Date()), (7 - weekdayOf(isoOf(new Date()))) % 7 || 7);
    return {
      athlete: { goal: 'general_fitness', running_level: 'intermediate', strength_level: 'intermediate' },
      block: { name: 'My block', start, weeks: 8, timezone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC' },
      sessions: [
        { name: 'Squat day', day: 'mon', start: '18:00', minutes: 75, kind: 'strength', focus: 'lower', effort: 'heavy' },
        { name: 'Press day', day: 'wed', start: '18:00', minutes: 60, kind: 'strength', focus: 'upper', effort: 'heavy' },
        { name: 'Deadlift day', day: 'fri', start: '18:00', minutes: 75, kind: 'strength', focus: 'lower', effort: 'heavy' },
      ],
      running: { current_weekly_minutes: 80, longest_recent_minutes: 40, runs_per_week: 3, long_run_day: 'sun' },
      availability: { mon: ['06:30-08:00'], tue: ['06:30-08:00', '17:30-20:30'], wed: ['06:30-08:00'], thu: ['06:30-08:00', '17:30-20:30'], fri: ['06:30-08:00'], sat: ['08:00-12:00'], sun: ['08:00-12:00'] },
    };
  };

  async function example() {
    await take(state => { Object.assign(state, { brief: EXAMPLE(), log: '', busy: [], published: null }); }, 'An example week');
  }

  async function all() {
    const began = performance.now();
    const [kept, linked] = await Promise.all([store.load(), takeView.fromLink(), engine.begin().catch(error => trouble('The planner did not start in this browser. A newer one is needed.', [String(error.message)]))]);
    const first = kept || { brief: EXAMPLE(), plan: null, log: '', busy: [], seed: 1, published: null };
    store.begin(first);
    store.on((what, fine) => {
      if (what === 'kept' && !fine) trouble('This browser does not keep what you do here. Take everything along before you close the page.');
      if (what === 'elsewhere') say('Another tab changed your week; it is shown here now. Undo brings back what was here.');
      if (what !== 'kept') views.draw();
    });
    board.goToday();
    if (linked) await take(state => { state.brief = linked; state.published = null; }, 'The week from the link');
    else if (!first.plan) {
      const answer = await engine.ask(planRequest(first));
      if (answer.ok) { first.plan = answer.ok.plan; store.save(); say(kept ? 'Your week is here.' : 'An example, planned already. Write down your own week under You, or drag anything here.'); }
      else { trouble(answer.error.message, linesOf(answer.error)); say(answer.error.message); }
    } else say('Your week is here as you left it.');
    board.goToday();
    views.show('week', false);
    document.body.dataset.ready = Math.round(performance.now() - began);
  }
  return { all, example };
})();

document.querySelector('.tabs').addEventListener('click', event => { const view = event.target.closest('button')?.dataset.view; if (view) views.show(view); });
function undo() { const what = store.undo(); say(what ? `Undone: ${what}.` : 'Undone.'); }
function redo() { store.redo(); say('Done again.'); }
$('undo').addEventListener('click', undo);
$('redo').addEventListener('click', redo);
addEventListener('keydown', event => {
  if (!(event.ctrlKey || event.metaKey) || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  const key = event.key.toLowerCase();
  if (key === 'z') { event.preventDefault(); event.shiftKey ? redo() : undo(); }
  else if (key === 'y') { event.preventDefault(); redo(); }
});
addEventListener('dragover', event => { if (event.dataTransfer?.types.includes('Files')) { event.preventDefault(); document.body.classList.add('over'); } });
addEventListener('dragleave', event => { if (!event.relatedTarget) document.body.classList.remove('over'); });
addEventListener('drop', event => { if (event.dataTransfer?.files.length) { event.preventDefault(); document.body.classList.remove('over'); takeView.bring(event.dataTransfer.files); } });
addEventListener('error', event => trouble('Something went wrong on this page. Nothing is lost; Undo brings back what was.', [event.message]));
begin.all();
