// The week as a board: sessions and free hours can be dragged, the block is solved again while they move.
const board = (() => {
  const STEP = 15;
  let shown = 0, drag = null;

  const plan = () => drag?.plan || store.now.plan;
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

  function windowsOf(day, brief = drag?.brief || store.now.brief) {
    const free = brief.availability;
    const any = free && DAYS.some(one => free[one]);
    const texts = any ? free[day] || [] : ['06:00-21:00'];
    return texts.map(text => { const [a, b] = text.split('-').map(minutesOf); return [a, b > a ? b : 1440]; });
  }

  const place = (from, to, start, minutes) => ({ top: `${(start - from) / (to - from) * 100}%`, height: `${Math.max(minutes / (to - from) * 100, 2.2)}%` });
  const sessionIndex = one => { const found = /-s(\d+)$/.exec(one.id); return found ? +found[1] - 1 : -1; };

  function draw() {
    const root = $('view-week'), state = store.now;
    if (!state?.plan) { root.replaceChildren(el('h2', { id: 'week-title' }, 'Your week'), el('p', {}, 'Write down your week under You; the plan appears here.')); return; }
    const week = weekAt(), [from, to] = span(week), now = today();
    const focused = document.activeElement?.dataset?.key;
    const head = el('div', { class: 'weekhead' },
      el('button', { type: 'button', class: 'step', 'aria-label': 'The week before', disabled: shown === 0, onclick: () => go(shown - 1) }, '‹'),
      el('div', {}, el('h2', { id: 'week-title' }, `Week ${week.number}`), el('p', { class: 'aim' }, [week.deload ? 'deload' : week.phase, `${showDate(week.start)} to ${showDate(plusDays(week.start, 6))}`, `${showLength(week.run_minutes)} running`].join(' · '))),
      el('button', { type: 'button', class: 'step', 'aria-label': 'The week after', disabled: shown >= plan().weeks.length - 1, onclick: () => go(shown + 1) }, '›'));
    const hours = [];
    for (let hour = from; hour <= to; hour += 120) hours.push(el('span', { class: 'hour', style: { top: `${(hour - from) / (to - from) * 100}%` } }, showClock(hour)));
    const columns = DAYS.map((day, at) => column(week, day, at, from, to, now));
    const grid = el('div', { class: 'board', role: 'group', 'aria-label': `Week ${week.number}` }, el('div', { class: 'hours', 'aria-hidden': 'true' }, hours), columns);
    const left = week.unplaced || [];
    root.replaceChildren(head, grid,
      el('p', { class: 'hint' }, 'Drag a session, a run or the edge of a free time. With the keyboard: Tab to it, then the arrow keys.'),
      left.length ? el('div', { class: 'left' }, el('h3', {}, 'Without a place this week'), el('ul', {}, left.map(run => el('li', {}, `${titleOf(run.type)}, ${run.minutes} min`)))) : '',
      el('ol', { class: 'days' }, DAYS.map((day, at) => listDay(week, at, now))));
    glide(grid);
    if (focused) root.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  const SHORT = { easy: 'Easy', long: 'Long', tempo: 'Tempo', intervals: 'Fast', hills: 'Hills', fartlek: 'Play', race_pace: 'Pace', walk_run: 'Walk', recovery: 'Easy', time_trial: 'Test', race: 'Race' };
  const titleOf = word => ({ easy: 'Easy run', long: 'Long run', tempo: 'Tempo run', intervals: 'Intervals', hills: 'Hills', fartlek: 'Fartlek', race_pace: 'Race-pace run', walk_run: 'Walk-run', recovery: 'Recovery run', time_trial: 'Time trial' })[word] || word;

  function column(week, day, at, from, to, now) {
    const date = plusDays(week.start, at);
    const free = windowsOf(day).map(([start, end], number) => el('div', { class: 'free', style: place(from, to, start, end - start) },
      edge(day, at, number, 'from', start, from, to), edge(day, at, number, 'to', end, from, to)));
    const entries = week.sessions.filter(one => one.start.slice(0, 10) === date).map(one => entry(one, at, from, to));
    return el('div', { class: `day${date === now ? ' today' : ''}`, 'data-day': at },
      el('p', { class: 'dayname' }, el('abbr', { title: DAY_NAMES[at] }, DAY_NAMES[at].slice(0, 3)), el('span', {}, showDate(date)), date === now ? el('b', { class: 'now' }, 'today') : ''),
      el('div', { class: 'lane' }, free, entries));
  }

  function edge(day, at, number, which, minutes, from, to) {
    const key = `edge-${day}-${number}-${which}`;
    const name = `${DAY_NAMES[at]}, free ${which === 'from' ? 'from' : 'until'} ${showClock(minutes)}`;
    return el('button', { type: 'button', class: `edge ${which}`, 'data-key': key, 'aria-label': name, title: name,
      onpointerdown: event => grab(event, { kind: 'edge', word: day, at, number, which, minutes, from, to }),
      onkeydown: event => {
        const step = { ArrowUp: -STEP, ArrowDown: STEP }[event.key];
        if (step) { event.preventDefault(); take(state => setEdge(state.brief, day, number, which, minutes + step), name); }
      } });
  }

  function setEdge(brief, day, number, which, minutes) {
    const any = brief.availability && DAYS.some(one => brief.availability[one]);
    brief.availability = any ? brief.availability : { ...Object.fromEntries(DAYS.map(one => [one, ['06:00-21:00']])), ...brief.availability };
    const windows = (brief.availability[day] || []).map(text => text.split('-').map(minutesOf));
    const own = windows[number];
    if (!own) return;
    if (which === 'from') own[0] = Math.max(0, Math.min(minutes, own[1] - 30));
    else own[1] = Math.min(1425, Math.max(minutes, own[0] + 30));
    brief.availability[day] = windows.map(([a, b]) => `${clockOf(a)}-${clockOf(b)}`);
  }

  function entry(one, at, from, to) {
    const start = minutesOf(one.start.slice(11, 16)), isRun = one.kind === 'run';
    const kind = isRun ? `run ${kindOf(one)}` : `session ${one.kind}`;
    const index = isRun ? -1 : sessionIndex(one);
    const name = `${one.name}, ${DAY_NAMES[at]} ${showClock(start)}, ${one.minutes} min`;
    return el('button', { type: 'button', class: `entry ${kind}`, 'data-key': isRun ? one.id : `s${index}`, 'data-id': one.id, 'aria-label': name, style: place(from, to, start, one.minutes),
      onpointerdown: event => grab(event, isRun ? { kind: 'run', run: one, at, from, to, start } : { kind: 'session', index, at, from, to, start, entry: one }),
      onkeydown: event => key(event, one, index, at, start),
      onclick: () => { if (isRun && !drag) views.openRun(one.id); } },
      el('span', { class: 'what' }, one.name), el('span', { class: 'short', 'aria-hidden': 'true' }, isRun ? SHORT[one.run.type] || 'Run' : one.name.slice(0, 4)), el('span', { class: 'when' }, `${showClock(start)} · ${one.minutes} min`));
  }

  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

  function key(event, one, index, at, start) {
    if (event.key === 'Enter' && one.kind === 'run') { event.preventDefault(); views.openRun(one.id); return; }
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const day = Math.max(0, Math.min(6, at + arrow[0])), minutes = Math.max(0, Math.min(1425, start + arrow[1]));
    if (one.kind === 'run') askRun(one, day, minutes);
    else if (index >= 0) moveSession(index, day, minutes);
  }

  function moveSession(index, day, minutes) {
    const session = store.now.brief.sessions[index];
    if (!session) return;
    return take(state => { const own = state.brief.sessions[index]; own.day = DAYS[day]; own.start = clockOf(minutes); },
      `${session.name || 'The session'} is now on ${DAY_NAMES[day]} at ${showClock(minutes)}`);
  }

  // Dragging. While it moves, a ghost follows the finger, and the block is solved for where it would land.
  function grab(event, what) {
    if (event.button) return;
    event.preventDefault();
    const target = event.currentTarget;
    target.focus({ preventScroll: true });
    target.setPointerCapture(event.pointerId);
    const lane = target.closest('.lane').getBoundingClientRect();
    const begun = { ...what, target, x: event.clientX, y: event.clientY, height: lane.height, moved: false };
    const move = one => moving(one, begun);
    const end = one => { target.removeEventListener('pointermove', move); target.removeEventListener('pointerup', end); target.removeEventListener('pointercancel', end); dropped(one, begun); };
    target.addEventListener('pointermove', move);
    target.addEventListener('pointerup', end);
    target.addEventListener('pointercancel', end);
  }

  function landing(event, begun) {
    const per = (begun.to - begun.from) / begun.height;
    const origin = begun.kind === 'edge' ? begun.minutes : begun.start;
    const minutes = Math.round((origin + (event.clientY - begun.y) * per) / STEP) * STEP;
    const column = document.elementsFromPoint(event.clientX, begun.kind === 'edge' ? begun.y : event.clientY).map(one => one.closest?.('.day')).find(Boolean);
    return [column ? +column.dataset.day : begun.at ?? 0, Math.max(0, Math.min(1425, minutes))];
  }

  function moving(event, begun) {
    if (!begun.moved && Math.hypot(event.clientX - begun.x, event.clientY - begun.y) < 5) return;
    begun.moved = true;
    const [day, minutes] = landing(event, begun);
    begun.target.classList.add('held');
    begun.target.style.translate = begun.kind === 'edge' ? `0 ${event.clientY - begun.y}px` : `${event.clientX - begun.x}px ${event.clientY - begun.y}px`;
    const spot = `${day}/${minutes}`;
    if (spot === begun.spot) return;
    begun.spot = spot; begun.day = day; begun.landed = minutes;
    preview(begun, day, minutes);
  }

  async function preview(begun, day, minutes) {
    if (begun.kind === 'run') {
      const answer = await engine.ask({ ask: 'why_not', plan: store.now.plan, what: begun.run.id, place: `${DAYS[day]} ${clockOf(minutes)}` }, 'drag');
      if (answer && begun.spot === `${day}/${minutes}`) say(firstLines(answer));
      return;
    }
    const brief = structuredClone(store.now.brief);
    if (begun.kind === 'edge') setEdge(brief, begun.word, begun.number, begun.which, minutes);
    else if (begun.index >= 0) { brief.sessions[begun.index].day = DAYS[day]; brief.sessions[begun.index].start = clockOf(minutes); }
    const answer = await engine.ask(planRequest(store.now, brief), 'drag');
    if (!answer || begun.over || begun.spot !== `${day}/${minutes}`) return;
    if (answer.error) { say(answer.error.message); return; }
    const where = begun.kind === 'session' ? `${DAY_NAMES[day]} ${showClock(minutes)}: ` : '';
    say(where + changeLine(store.now.plan, answer.ok.plan));
    showRuns(answer.ok.plan);
  }

  const firstLines = answer => answer.error ? answer.error.message : answer.ok.text.split('\n').filter(Boolean).slice(0, 2).join(' ');

  /** Moves the runs on the board to where another plan has them, without touching what is held. */
  function showRuns(other) {
    const week = other.weeks[Math.min(shown, other.weeks.length - 1)], [from, to] = span(weekAt());
    const grid = document.querySelector('.board');
    if (!grid) return;
    const lanes = [...grid.querySelectorAll('.lane')];
    const runs = new Map(week.sessions.filter(one => one.kind === 'run').map(run => [run.id, run]));
    const before = rects(grid);
    for (const shownRun of grid.querySelectorAll('.entry.run')) {
      const run = runs.get(shownRun.dataset.id);
      shownRun.classList.toggle('gone', !run);
      if (!run) continue;
      lanes[weekdayOf(run.start)].append(shownRun);
      Object.assign(shownRun.style, place(from, to, minutesOf(run.start.slice(11, 16)), run.minutes));
    }
    slide(grid, before);
  }

  async function dropped(event, begun) {
    begun.over = true;
    begun.target.classList.remove('held');
    begun.target.style.translate = '';
    if (!begun.moved) { if (begun.kind === 'run') views.openRun(begun.run.id); return; }
    drag = {}; setTimeout(() => { drag = null; });
    if (event.type === 'pointercancel' || begun.landed === undefined) { draw(); return; }
    if (begun.kind === 'run') { draw(); await askRun(begun.run, begun.day, begun.landed); return; }
    if (begun.kind === 'edge') await take(state => setEdge(state.brief, begun.word, begun.number, begun.which, begun.landed), 'Free hours changed');
    else if (begun.index >= 0) await moveSession(begun.index, begun.day, begun.landed);
    draw();
  }

  /** What it would cost to have a run there: hold it there, or leave it. */
  async function askRun(run, day, minutes) {
    const where = `${DAY_NAMES[day]} ${showClock(minutes)}`;
    const answer = await engine.ask({ ask: 'why_not', plan: store.now.plan, what: run.id, place: `${DAYS[day]} ${clockOf(minutes)}` });
    if (answer.error) { say(answer.error.message); return; }
    const { price, forbidden } = answer.ok.data;
    const lines = answer.ok.text.split('\n').filter(line => line.trim());
    say(lines.slice(0, 2).join(' '));
    const stay = ['Leave it where it is', null];
    const chosen = await choose(`${run.name} on ${where}?`, lines.map(line => el('p', {}, line)), price && !forbidden ? [['Hold it there', 'hold', true], stay] : [['Leave it where it is', null, true]]);
    if (chosen === 'hold') await hold(run, day, minutes);
  }

  async function hold(run, day, minutes) {
    const before = store.now.plan, plan = structuredClone(before);
    const week = plan.weeks.find(week => week.sessions.some(one => one.id === run.id));
    const own = week.sessions.find(one => one.id === run.id);
    own.start = `${plusDays(week.start, day)}T${clockOf(minutes)}`;
    own.pin = true;
    const answer = await engine.ask({ ask: 'replan', plan, from: plan.weeks[0].start });
    if (answer.error) { say(`${answer.error.message} ${answer.error.hint || ''}`); return; }
    const state = store.copy();
    state.plan = answer.ok.plan;
    store.change(state, `${run.name} held`);
    say(`${run.name} is held on ${DAY_NAMES[day]} at ${showClock(minutes)}. ${changeLine(before, state.plan)}`);
  }

  // Motion: entries glide from where they were to where they are.
  let places = new Map();
  const rects = grid => new Map([...grid.querySelectorAll('.entry')].map(one => [one.dataset.key, one.getBoundingClientRect()]));
  const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
  function slide(grid, before) {
    if (still()) return;
    for (const one of grid.querySelectorAll('.entry')) {
      const old = before.get(one.dataset.key), now = one.getBoundingClientRect();
      if (one.classList.contains('held')) continue;
      if (!old) { one.animate([{ opacity: 0, scale: .9 }, { opacity: 1, scale: 1 }], { duration: 220, easing: 'ease-out' }); continue; }
      const x = old.left - now.left, y = old.top - now.top;
      if (Math.abs(x) + Math.abs(y) > 2) one.animate([{ translate: `${x}px ${y}px` }, { translate: '0 0' }], { duration: 280, easing: 'cubic-bezier(.2,.8,.2,1)' });
    }
  }
  function glide(grid) { if (places.size) slide(grid, places); requestAnimationFrame(() => { places = rects(grid); }); }

  function listDay(week, at, now) {
    const date = plusDays(week.start, at), entries = week.sessions.filter(one => one.start.slice(0, 10) === date);
    return el('li', { class: date === now ? 'today' : '' }, el('span', { class: 'dayname' }, `${DAY_NAMES[at].slice(0, 3)} ${showDate(date)}`),
      entries.length ? el('ul', {}, entries.map(one => el('li', { class: one.kind === 'run' ? `run ${kindOf(one)}` : 'session' }, el('span', { class: 'when' }, showClock(minutesOf(one.start.slice(11, 16)))), ' ', one.kind === 'run' ? el('button', { type: 'button', class: 'name', onclick: () => views.openRun(one.id) }, one.name) : el('span', { class: 'name' }, one.name), el('span', { class: 'long' }, ` ${one.minutes} min`)))) : el('span', { class: 'rest' }, 'rest'));
  }

  function go(week) { shown = Math.max(0, Math.min(week, plan().weeks.length - 1)); places = new Map(); draw(); }
  function goToday() {
    const at = store.now.plan?.weeks.findIndex(week => today() < plusDays(week.start, 7)) ?? 0;
    shown = at < 0 ? 0 : at;
  }

  return { draw, go, goToday, get shown() { return shown; } };
})();
