// What was done, missed, moved or felt; then the plan again, seen before it is taken.
const logView = (() => {
  async function add(entry, why) {
    const state = store.copy(), line = JSON.stringify(entry);
    delete state.example;
    state.log = `${state.log || ''}${line}\n`;
    const answer = await engine.ask({ ask: 'log', plan: state.plan, log: state.log });
    const problems = answer.ok?.problems || [];
    if (!answer.ok || problems.some(text => text.startsWith(`line ${state.log.trim().split('\n').length}`))) {
      say(problems.at(-1) || answer.error.message); return;
    }
    store.change(state, why);
    say(`${why}. Plan again from today when you like: under Log.`);
  }

  const field = (label, attributes) => el('label', { class: 'field' }, el('span', {}, label), el('input', attributes));

  async function done(run) {
    const minutes = field('Minutes', { type: 'number', min: 1, max: 1440, value: run.minutes, inputmode: 'numeric' });
    const rpe = field('How hard it felt, 0 to 10', { type: 'number', min: 0, max: 10, inputmode: 'numeric' });
    if (await choose(`${run.name} done`, [minutes, rpe], [['Write it down', true, true], ['Not yet', null]])) {
      const entry = { type: 'done', id: run.id, date: run.start.slice(0, 10), minutes: +minutes.lastChild.value || run.minutes };
      if (rpe.lastChild.value !== '') entry.rpe = +rpe.lastChild.value;
      await add(entry, `${run.name} done`);
    }
  }

  const missed = run => add({ type: 'missed', id: run.id, date: run.start.slice(0, 10) }, `${run.name} missed`);

  async function moved(run) {
    const date = field('Day', { type: 'date', value: today() < run.start.slice(0, 10) ? run.start.slice(0, 10) : today() });
    const minutes = field('Minutes', { type: 'number', min: 1, max: 1440, value: run.minutes });
    if (await choose(`${run.name}, on another day`, [date, minutes], [['Write it down', true, true], ['Not yet', null]])) {
      await add({ type: 'done', id: run.id, date: date.lastChild.value, minutes: +minutes.lastChild.value || run.minutes }, `${run.name} done on ${showDate(date.lastChild.value)}`);
    }
  }

  const FEELINGS = [['sleep_hours', 'Hours slept last night', 0, 24, .5], ['fatigue', 'Tired, 1 (not) to 7 (very)', 1, 7, 1], ['soreness', 'Sore muscles, 1 to 7', 1, 7, 1], ['stress', 'Stress, 1 to 7', 1, 7, 1], ['pain', 'Pain from running, 0 to 10', 0, 10, 1]];

  function checkIn() {
    const form = el('form', { class: 'grid', onsubmit: async event => {
      event.preventDefault();
      const entry = { type: 'check_in', date: today() };
      for (const [name] of FEELINGS) { const text = form.elements[name].value; if (text !== '') entry[name] = +text; }
      if (Object.keys(entry).length === 2) { say('Fill in what you like to say; one number is enough.'); return; }
      await add(entry, 'How you feel is written down');
    } }, FEELINGS.map(([name, label, min, max, step]) => field(label, { name, type: 'number', min, max, step, inputmode: 'decimal' })), el('button', { class: 'main' }, 'Write it down'));
    return form;
  }

  async function again() {
    const state = store.now, from = today() < state.plan.weeks[0].start ? state.plan.weeks[0].start : today();
    say('Planning again …');
    const answer = await engine.ask({ ask: 'replan', plan: state.plan, log: state.log || null, from });
    if (answer.error) { trouble(answer.error.message, linesOf(answer.error)); say(answer.error.message); return; }
    const body = [...answer.ok.notes.map(note => el('p', { class: 'aim' }, note)), el('pre', { class: 'told' }, answer.ok.text)];
    if (await choose(`From ${showDate(from)} on`, body, [['Take this plan', true, true], ['Leave the plan as it is', null]])) {
      const next = store.copy();
      next.plan = answer.ok.plan; next.published = answer.ok.plan; next.brief = answer.ok.plan.brief;
      store.change(next, 'Planned again');
      say(`Planned again. ${changeLine(state.plan, next.plan)}`);
    } else say('The plan is as it was.');
  }

  async function next() {
    const state = store.now;
    const answer = await engine.ask({ ask: 'next', plan: state.plan, log: state.log || null });
    if (answer.error) { trouble(answer.error.message, linesOf(answer.error)); return; }
    const body = [...answer.ok.sentences, ...answer.ok.notes].map(text => el('p', {}, text));
    if (await choose('The next block', body, [['Plan it', true, true], ['Not yet', null]])) {
      await take(changed => { changed.brief = JSON.parse(answer.ok.brief); changed.before = [...(changed.before || []), state.plan]; changed.published = null; changed.log = ''; }, 'The next block begins');
    }
  }

  async function draw() {
    const root = $('view-log'), state = store.now;
    const list = el('ol', { class: 'lines' });
    root.replaceChildren(el('h2', { id: 'log-title' }, 'What was done'),
      el('div', { class: 'row' }, el('button', { type: 'button', class: 'main', disabled: !state.plan, onclick: again }, 'Plan again from today'), el('button', { type: 'button', disabled: !state.plan, onclick: next }, 'The next block')),
      el('h3', {}, 'How do you feel today?'), checkIn(), el('h3', {}, 'Written down so far'), list);
    if (!state.log) { list.replaceWith(el('p', {}, 'Nothing yet. Each run under Plan has Done and Missed; a watch’s recordings can be dropped anywhere on this page.')); return; }
    const answer = await engine.ask({ ask: 'log', plan: state.plan, log: state.log }, 'log');
    if (!answer?.ok) return;
    list.replaceChildren(...answer.ok.lines.map(one => el('li', {}, one.text)), ...answer.ok.problems.map(text => el('li', { class: 'warn' }, text)));
  }

  return { draw, done, missed, moved, again };
})();
