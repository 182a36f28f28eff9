// The whole block: weeks with their runs, the steps, the reasons, what else a day would cost, and advice.
const planView = (() => {
  let open = null;

  function draw() {
    const root = $('view-plan'), plan = store.now?.plan;
    if (!plan) { root.replaceChildren(el('h2', { id: 'plan-title' }, 'The plan'), el('p', {}, 'There is no plan yet.')); return; }
    const now = today();
    const proof = plan.score.proven ? 'Nothing better exists under its rules: proven.' : 'A good plan; whether a better one exists could not be proven.';
    root.replaceChildren(
      el('h2', { id: 'plan-title' }, plan.brief.block?.name || 'The plan'),
      el('p', { class: 'aim' }, `${count(plan.weeks.length, 'week')} from ${showDate(plan.weeks[0].start)}. ${proof}`),
      plan.stops?.length ? el('div', { class: 'trouble' }, plan.stops.map(text => el('p', {}, text))) : '',
      plan.warnings?.length ? el('details', { class: 'warnings', open: true }, el('summary', {}, 'What to know first'), el('ul', {}, plan.warnings.map(text => el('li', {}, plain(text))))) : '',
      el('h3', {}, 'Minutes of running a week'), chart(plan),
      el('div', { class: 'row' }, el('button', { type: 'button', onclick: advise }, 'What one change would help most?')),
      el('div', { id: 'advice' }),
      ...plan.weeks.map(week => weekOf(week, now)));
    if (open) reveal(open);
  }

  function chart(plan) {
    const most = Math.max(...plan.weeks.map(week => week.run_minutes), 1);
    return el('ol', { class: `chart${plan.weeks.length > 20 ? ' dense' : ''}`, 'aria-label': 'Minutes of running, week by week' }, plan.weeks.map(week =>
      el('li', { class: week.deload ? 'deload' : week.phase }, el('a', { href: `#week-${week.number}`, onclick: event => { event.preventDefault(); unfold(week.number); }, title: `Week ${week.number}: ${week.run_minutes} min` },
        el('span', { class: 'no', 'aria-hidden': 'true' }, week.run_minutes), el('span', { class: 'bar', style: { height: `${week.run_minutes / most * 70}%` } }), el('span', { class: 'no', 'aria-hidden': 'true' }, week.number), el('span', { class: 'sr' }, `Week ${week.number}, ${week.run_minutes} min`)))));
  }

  function weekOf(week, now) {
    const current = now >= week.start && now < plusDays(week.start, 7);
    const runs = week.sessions.filter(one => one.kind === 'run');
    return el('details', { class: `week${current ? ' today' : ''}`, id: `week-${week.number}`, open: current || (week.number === 1 && now < week.start) },
      el('summary', {}, el('h3', {}, `Week ${week.number}`), el('span', { class: 'aim' }, `${week.deload ? 'deload' : week.phase} · ${showDate(week.start)} · ${showLength(week.run_minutes)}, ${count(runs.length, 'run')}`)),
      week.aim ? el('p', { class: 'aim' }, week.aim) : '',
      runs.map(run => runOf(run)),
      (week.unplaced || []).map(run => el('div', { class: 'run-card none' }, el('h4', {}, `${board.titleOf(run.type)}, ${run.minutes} min: no place`), el('ul', {}, (run.why || []).map(why => el('li', {}, `${DAY_NAMES[DAYS.indexOf(why.day)] || why.day}: ${why.text}`))))),
      week.notes?.length ? el('ul', { class: 'notes' }, week.notes.map(note => el('li', {}, plain(note)))) : '');
  }

  function stepLine(step) {
    const repeat = step.repeat > 1 ? `${step.repeat} × ` : '';
    const seconds = Math.round(step.minutes * 60), whole = Math.floor(seconds / 60), rest = seconds % 60;
    const length = [whole && `${whole} min`, rest && `${rest} s`].filter(Boolean).join(' ');
    return `${repeat}${length} ${[step.effort, step.pace, step.heart_rate && `${step.heart_rate} bpm`].filter(Boolean).join(', ')}`;
  }

  function runOf(run) {
    const minutes = minutesOf(run.start.slice(11, 16)), done = logged(run.id);
    return el('article', { class: `run-card ${kindOf(run)}`, id: `run-${run.id}` },
      el('h4', {}, run.name, el('span', { class: 'when' }, ` ${DAY_NAMES[weekdayOf(run.start)]} ${showDate(run.start)}, ${showClock(minutes)} · ${run.minutes} min${run.run.distance_km ? ` · about ${run.run.distance_km} km` : ''}`)),
      done ? el('p', { class: 'state' }, done) : '',
      run.warning ? el('p', { class: 'warn' }, run.warning) : '',
      run.run.purpose ? el('p', { class: 'purpose' }, run.run.purpose) : '',
      el('ol', { class: 'steps' }, (run.run.steps || []).map(step => el('li', {}, stepLine(step)))),
      run.why?.length ? el('details', {}, el('summary', {}, 'Why here'), el('ul', {}, run.why.map(why => el('li', {}, why.text)))) : '',
      run.if_tired ? el('p', { class: 'tired' }, `If you are tired: ${run.if_tired.replace(/\.$/, '')}.`) : '',
      el('div', { class: 'row' },
        el('button', { type: 'button', onclick: () => logView.done(run) }, 'Done'),
        el('button', { type: 'button', onclick: () => logView.missed(run) }, 'Missed'),
        el('button', { type: 'button', onclick: () => logView.moved(run) }, 'Done on another day'),
        el('button', { type: 'button', 'aria-expanded': 'false', onclick: event => otherDays(event.currentTarget, run) }, 'Why not another day?')),
      el('div', { class: 'answer' }));
  }

  const logged = id => {
    const lines = (store.now.log || '').split('\n').filter(line => line.includes(`"${id}"`));
    if (!lines.length) return '';
    try { const entry = JSON.parse(lines.at(-1)); return entry.type === 'missed' ? 'Missed' : `Done${entry.minutes ? `, ${entry.minutes} min` : ''}${entry.date ? ` on ${showDate(entry.date)}` : ''}`; } catch { return ''; }
  };

  async function otherDays(button, run) {
    const box = button.closest('.run-card').querySelector('.answer');
    if (box.childElementCount) { box.replaceChildren(); button.setAttribute('aria-expanded', 'false'); return; }
    box.replaceChildren(el('p', {}, 'Weighing the other days …'));
    const answer = await engine.ask({ ask: 'why', plan: store.now.plan, what: run.id });
    button.setAttribute('aria-expanded', 'true');
    box.replaceChildren(...answer.error ? [el('p', {}, answer.error.message)] : weighed(answer.ok, run));
  }

  /** Each other day with its price; one that is possible can be asked for. */
  function weighed({ data: { runs: [why] }, aims }, run) {
    const at = one => DAYS.indexOf(one.day);
    return [
      el('p', {}, why?.costs.length ? `Where it is: ${why.costs.map(cost => `${cost.text.replace(/\.$/, '')} (${count(cost.cost, 'point')})`).join('; ')}.` : 'Where it is, every rule about it is kept in full.'),
      el('ul', { class: 'weighed' }, (why?.elsewhere || []).map(one => el('li', {},
        one.start && !one.forbidden ? el('button', { type: 'button', class: 'inline', onclick: () => drag.askRun(run, at(one), minutesOf(one.start.slice(11, 16))) }, `${DAY_NAMES[at(one)]} ${showClock(minutesOf(one.start.slice(11, 16)))}`) : el('b', {}, DAY_NAMES[at(one)]),
        ` ${one.forbidden ? `not possible: ${one.forbidden.text}` : elsewhereLines({ data: one, aims }).join(' ')}`))),
      el('p', { class: 'hint' }, POINTS)];
  }

  async function advise() {
    const box = $('advice');
    box.replaceChildren(el('p', {}, 'Trying one change after the other …'));
    const answer = await engine.ask({ ask: 'advise', brief: store.now.brief, busy: store.now.busy });
    if (answer.error) { box.replaceChildren(el('p', {}, answer.error.message)); return; }
    const best = answer.ok.data.advice.slice(0, 6);
    box.replaceChildren(best.length ? el('ul', { class: 'advice' }, best.map(one => el('li', {},
      el('p', {}, one.text), el('p', { class: 'aim' }, Array.isArray(one.buys) ? one.buys.join(' ') : one.buys),
      el('button', { type: 'button', onclick: () => take(state => { state.brief = one.brief; }, one.text.replace(/\.$/, '')) }, 'Show the plan with this')))) : el('p', {}, 'No single change to your week would make the plan better.'));
  }

  function reveal(id) {
    const card = $(`run-${id}`);
    if (!card) return;
    card.closest('details.week').open = true;
    card.scrollIntoView({ block: 'center' });
    card.classList.add('lit');
    card.querySelector('button')?.focus({ preventScroll: true });
    open = null;
  }

  function unfold(number) {
    const week = $(`week-${number}`);
    if (!week) return;
    week.open = true;
    week.scrollIntoView();
    week.querySelector('summary').focus({ preventScroll: true });
  }

  return { draw, unfold, reveal(id) { open = id; draw(); } };
})();
