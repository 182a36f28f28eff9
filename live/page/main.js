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
    if (focus) $('said').dataset.old = '';
    if (focus) $('main').focus({ preventScroll: true });
    scrollTo({ top: 0 });
  }
  function draw() {
    const state = store.now;
    if (!state) return;
    $('block-name').textContent = [state.brief.athlete?.name, state.brief.block?.name].filter(Boolean).join(' · ');
    $('undo').disabled = !store.canUndo;
    $('redo').disabled = !store.canRedo;
    drawers[shown]();
  }
  return {
    show, draw,
    openRun(id) { show('plan', false); planView.reveal(id); },
    openSession(index) { if (index >= 0) youView.reveal(index); show('you', index < 0); if (index >= 0) document.activeElement.scrollIntoView({ block: 'center' }); },
    openWeek(number) { show('plan', false); planView.unfold(number); },
  };
})();

const begin = (() => {
  const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  const nextMonday = () => { const now = today(); return plusDays(now, 7 - weekdayOf(now)); };

  const EXAMPLE = () => ({
    athlete: { goal: 'general_fitness', running_level: 'intermediate', strength_level: 'intermediate' },
    block: { name: 'My block', start: nextMonday(), weeks: 8, timezone: zone() },
    sessions: [
      { name: 'Squat day', day: 'mon', start: '18:00', minutes: 75, kind: 'strength', focus: 'lower', effort: 'heavy' },
      { name: 'Press day', day: 'wed', start: '18:00', minutes: 60, kind: 'strength', focus: 'upper', effort: 'heavy' },
      { name: 'Deadlift day', day: 'fri', start: '18:00', minutes: 75, kind: 'strength', focus: 'lower', effort: 'heavy' },
    ],
    running: { current_weekly_minutes: 80, longest_recent_minutes: 40, runs_per_week: 3, long_run_day: 'sun' },
    availability: { mon: ['06:30-08:00'], tue: ['06:30-08:00', '17:30-20:30'], wed: ['06:30-08:00'], thu: ['06:30-08:00', '17:30-20:30'], fri: ['06:30-08:00'], sat: ['08:00-12:00'], sun: ['08:00-12:00'] },
  });
  const fresh = brief => ({ brief, plan: null, log: '', busy: [], seed: 1, published: null });

  /** A week in which nothing stands yet, of somebody who does not run yet. */
  const blank = () => fresh({
    athlete: { goal: 'general_fitness', running_level: 'beginner' }, block: { name: 'My block', start: nextMonday(), weeks: 8, timezone: zone() },
    sessions: [], running: { current_weekly_minutes: 0 },
  });

  const instead = (made, why) => take(state => { Object.assign(state, made, { plan: state.plan }); }, why);
  const example = () => instead({ ...fresh(EXAMPLE()), example: true }, 'An example week');
  async function own() {
    await instead(blank(), 'A week of your own');
    views.show('you', false);
    $('line').focus();
    say('Write down your fixed week, a line each, then how you run now. The plan follows every line.');
  }

  const OLD = 'The planner did not start. This browser is too old for it, or forbids WebAssembly; a newer Firefox, Chrome or Safari will do.';
  /** Plans what is there, without a change to undo; says `text` where it could. */
  async function replan(text) {
    const state = store.now, answer = await engine.ask(planRequest(state));
    if (answer.ok) { state.plan = answer.ok.plan; if (!state.example) store.save(); if (text) say(text); }
    else { trouble(answer.error.message, linesOf(answer.error)); say(answer.error.message); }
  }

  function keptOrNot(what, detail) {
    if (what === 'elsewhere') say(store.place === 'folder' ? 'The folder was changed from elsewhere; its week is shown now. Undo brings back what was here.' : 'Another tab changed your week; it is shown here now. Undo brings back what was here.');
    if (what !== 'kept') return views.draw();
    const full = /quota/i.test(detail.why || '');
    if (!detail.fine) trouble(full ? 'This browser’s storage is full, so the last change is not kept.' : store.place === 'folder' ? 'The folder could not be written to; what you do is kept only while this page is open.' : 'This browser does not keep what you do here.', ['Take everything along before you close the page.', store.place === 'folder' ? detail.message : null].filter(Boolean));
    if (detail.other) say('Another tab had changed your week meanwhile. Yours is kept; Undo shows the other.');
    if (detail.instead) { trouble('The folder was changed from elsewhere while you changed it here: its version is shown, nothing was written over.', ['Undo brings back yours, and keeps it.']); }
    if (detail.other || detail.instead) views.draw();
  }

  async function all() {
    const started = performance.now();
    const starting = engine.begin().catch(error => trouble(OLD, [String(error.message)]));
    const [kept, linked] = await Promise.all([store.load(), takeView.fromLink()]);
    store.begin(kept || { ...fresh(EXAMPLE()), example: true });
    store.on(keptOrNot);
    board.goToday();
    if (!store.now.plan) { say('Placing the runs …'); views.show('week', false); }
    if (!store.keeps) trouble('This browser keeps nothing for this page. Take everything along before you close it.');
    if (store.now.plan) { say('Your week is here as you left it.'); views.show('week', false); }
    await starting;
    if (linked) await take(state => { state.brief = linked; state.published = null; }, 'The week from the link');
    else if (!store.now.plan) await replan(kept ? 'Your week is here.' : 'An example week, to try things on. Nothing is kept until you change something.');
    board.goToday();
    views.show('week', false);
    document.body.dataset.ready = Math.round(performance.now() - started);
  }
  return { all, example, own, blank, replan };
})();

document.querySelector('.tabs').addEventListener('click', event => { const view = event.target.closest('button')?.dataset.view; if (view) views.show(view); });
function undo() { const what = store.undo(); if (what) say(`Undone: ${what}.`); }
function redo() { const what = store.redo(); if (what) say(`Done again: ${what}.`); }
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
