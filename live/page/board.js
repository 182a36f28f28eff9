// The week as a board, and on a narrow screen as a list of its days. What can be dragged is made here; dragging is drag.js's.
const board = (() => {
  let shown = 0;
  const plan = () => store.now.plan || sketch(store.now.brief);
  /** A week as it is written down, seen until the planner is there: no runs yet. */
  const sketch = ({ block, sessions = [] }) => ({ weeks: Array.from({ length: block.weeks || 1 }, (_, at) => {
    const start = plusDays(block.start, at * 7), written = sessions.map((one, index) => ({ ...one, id: `w-s${index + 1}`, start: `${plusDays(start, DAYS.indexOf(one.day))}T${one.start}` }));
    return { number: at + 1, start, phase: '', run_minutes: 0, sessions: written.filter((_, index) => sessions[index].day && sessions[index].start) };
  }) });
  const weekAt = () => plan()?.weeks[Math.min(shown, plan().weeks.length - 1)];

  /** First and last minute of the day that the board shows. */
  function span(week) {
    let from = 7 * 60, to = 21 * 60;
    for (const one of week?.sessions || []) {
      const start = minutesOf(one.start.slice(11, 16));
      from = Math.min(from, start); to = Math.max(to, Math.min(start + one.minutes, 1440));
    }
    for (const [start, end] of DAYS.flatMap(day => windowsOf(day))) { from = Math.min(from, start); to = Math.max(to, Math.min(end, 1440)); }
    return [Math.floor(from / 60) * 60, Math.ceil(to / 60) * 60];
  }

  function windowsOf(day) {
    const free = store.now.brief.availability;
    const any = free && DAYS.some(one => free[one]);
    const texts = any ? free[day] || [] : ['06:00-21:00'];
    return texts.map(text => { const [a, b] = text.split('-').map(minutesOf); return [a, b > a ? b : 1440]; });
  }

  const place = (from, to, start, minutes) => ({ top: `${(start - from) / (to - from) * 100}%`, height: `${Math.max(minutes / (to - from) * 100, 2.2)}%` });
  /** Where in the brief a session of the plan was written down; -1 for a run. */
  const sessionIndex = one => { const found = one.kind !== 'run' && /-s(\d+)$/.exec(one.id); return found ? +found[1] - 1 : -1; };
  const startOf = one => minutesOf(one.start.slice(11, 16));

  function draw() {
    const root = $('view-week'), state = store.now;
    if (!state) return;
    const week = weekAt(), [from, to] = span(week), now = today(), last = plan().weeks.length - 1;
    const focused = document.activeElement?.dataset?.key;
    const head = el('div', { class: 'weekhead' },
      el('button', { type: 'button', class: 'step', 'aria-label': 'The week before', disabled: shown === 0, onclick: () => go(shown - 1) }, '‹'),
      el('div', {}, el('h2', { id: 'week-title' }, `Week ${week.number}`, el('span', { class: 'of' }, ` of ${last + 1}`)),
        el('p', { class: 'aim' }, [week.deload ? 'deload' : week.phase, `${showDate(week.start)} to ${showDate(plusDays(week.start, 6))}`, state.plan ? `${showLength(week.run_minutes)} running` : ''].filter(Boolean).join(' · '))),
      el('button', { type: 'button', class: 'step', 'aria-label': 'The week after', disabled: shown >= last, onclick: () => go(shown + 1) }, '›'));
    const hours = [];
    for (let hour = from; hour <= to; hour += 120) hours.push(el('span', { class: 'hour', style: { top: `${(hour - from) / (to - from) * 100}%` } }, showClock(hour)));
    const grid = el('div', { class: 'board', role: 'group', 'aria-label': `Week ${week.number}, day by day` }, el('div', { class: 'hours', 'aria-hidden': 'true' }, hours), DAYS.map((day, at) => column(week, day, at, from, to, now)));
    const left = week.unplaced || [];
    root.classList.toggle('welcomes', !!state.example);
    root.replaceChildren(...[example(state), head, grid,
      el('ol', { class: 'days' }, DAYS.map((day, at) => listDay(week, at, now))),
      left.length && el('div', { class: 'left' }, el('h3', {}, 'No place this week'), el('ul', {}, left.map(run => el('li', {}, `${titleOf(run.type)}, ${run.minutes} min. `, el('button', { type: 'button', class: 'inline', onclick: () => views.openWeek(week.number) }, 'Why?'))))),
      el('p', { class: 'hint how' }, `Light is when you can run. Drag a session, a run or the edge of a light stretch: the whole block is solved while it moves. By keyboard: Tab to it, then the arrow keys. ${POINTS}`),
      el('p', { class: 'hint how-narrow' }, `Drag by the dots to another day: the whole block is solved while it moves. Hours and free times are under You. ${POINTS}`)].filter(Boolean));
    drag.glide(root);
    if (focused) [...root.querySelectorAll(`[data-key="${CSS.escape(focused)}"]`)].find(one => one.offsetParent)?.focus({ preventScroll: true });
  }

  /** Says that what is shown is an example, and how to begin. */
  const example = state => state.example && el('div', { class: 'welcome' },
    el('p', {}, el('strong', {}, 'An example, planned already.'), ' Dashed boxes are lifting: only you move it. Coloured ones are runs, placed around it. Drag anything and the plan follows.'),
    el('button', { type: 'button', class: 'main', onclick: () => begin.own() }, 'Write down my own week'));

  const titleOf = word => ({ easy: 'Easy run', long: 'Long run', tempo: 'Tempo run', intervals: 'Intervals', hills: 'Hills', fartlek: 'Fartlek', race_pace: 'Race-pace run', walk_run: 'Walk-run', recovery: 'Recovery run', time_trial: 'Time trial' })[word] || word;

  function column(week, day, at, from, to, now) {
    const date = plusDays(week.start, at);
    const free = windowsOf(day).map(([start, end], number) => el('div', { class: 'free', style: place(from, to, start, end - start) },
      edge(day, at, number, 'from', start, from, to), edge(day, at, number, 'to', end, from, to)));
    const entries = week.sessions.filter(one => one.start.slice(0, 10) === date).map(one => entry(one, at, from, to));
    return el('div', { class: `day${date === now ? ' today' : ''}`, 'data-day': at },
      el('p', { class: 'dayname' }, el('abbr', { title: DAY_NAMES[at] }, DAY_NAMES[at].slice(0, 3)), el('span', {}, showDate(date)), date === now && el('b', { class: 'now' }, 'today')),
      el('div', { class: 'lane' }, free, entries));
  }

  function edge(day, at, number, which, minutes, from, to) {
    const name = `${DAY_NAMES[at]}, free ${which === 'from' ? 'from' : 'until'} ${showClock(minutes)}`;
    const what = { kind: 'edge', word: day, at, number, which, minutes, from, to };
    return el('button', { type: 'button', class: `edge ${which}`, 'data-key': `edge-${day}-${number}-${which}`, 'aria-label': name, title: name, onpointerdown: event => drag.grab(event, what), onkeydown: event => drag.edgeKey(event, what, name) });
  }

  const nameOf = (one, at) => `${one.name}, ${DAY_NAMES[at]} ${showClock(startOf(one))}, ${one.minutes} min`;
  /** What dragging and arrow keys need to know of an entry. */
  const handled = (one, at, from, to) => ({ kind: one.kind === 'run' ? 'run' : 'session', run: one, index: sessionIndex(one), at, from, to, start: startOf(one) });

  function entry(one, at, from, to) {
    const run = one.kind === 'run', what = handled(one, at, from, to);
    return el('button', { type: 'button', class: `entry ${run ? `run ${kindOf(one)}` : `session ${one.kind}`}`, 'data-key': one.id, 'data-id': one.id, style: place(from, to, what.start, one.minutes),
      onpointerdown: event => drag.grab(event, what), onkeydown: event => drag.key(event, what), onclick: () => { if (!drag.busy) open(what); } },
      worded(one, at));
  }

  /** Name, day and time of an entry; the day is seen from where it stands, and only read aloud. */
  const worded = (one, at) => [el('span', { class: 'what' }, one.name), ' ', el('span', { class: 'sr' }, `${DAY_NAMES[at]} `), el('span', { class: 'when' }, showClock(startOf(one)), el('span', { class: 'long' }, ` · ${one.minutes} min`))];

  const open = what => what.kind === 'run' ? views.openRun(what.run.id) : views.openSession(what.index);

  function listDay(week, at, now) {
    const date = plusDays(week.start, at), entries = week.sessions.filter(one => one.start.slice(0, 10) === date);
    return el('li', { class: `day${date === now ? ' today' : ''}`, 'data-day': at },
      el('p', { class: 'dayname' }, el('strong', {}, DAY_NAMES[at].slice(0, 3)), el('span', {}, showDate(date)), date === now && el('b', { class: 'now' }, 'today')),
      el('ul', { class: 'lane' }, entries.map(one => listed(one, at))), el('span', { class: 'rest' }, 'rest'));
  }

  function listed(one, at) {
    const what = { ...handled(one, at, 0, 0), list: true };
    return el('li', { class: `entry ${one.kind === 'run' ? `run ${kindOf(one)}` : 'session'}`, 'data-key': one.id, 'data-id': one.id, 'data-start': one.start.slice(11, 16) },
      el('button', { type: 'button', class: 'name', onclick: () => open(what) }, worded(one, at)),
      el('button', { type: 'button', class: 'grip', 'data-key': `grip-${one.id}`, 'aria-label': `Move ${nameOf(one, at)}`, onpointerdown: event => drag.grab(event, what), onkeydown: event => drag.key(event, what) }, el('span', { 'aria-hidden': 'true' }, '⠿')));
  }

  function go(week) { shown = Math.max(0, Math.min(week, plan().weeks.length - 1)); drag.forget(); draw(); }
  function goToday() {
    const at = store.now.plan?.weeks.findIndex(week => today() < plusDays(week.start, 7)) ?? 0;
    shown = at < 0 ? 0 : at;
  }

  return { draw, example, go, goToday, span, place, weekAt, titleOf, get shown() { return shown; } };
})();
