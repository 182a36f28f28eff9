// The week as one says it, and who runs: corrected in place.
const youView = (() => {
  const GOALS = [['general_fitness', 'General fitness'], ['endurance', 'Endurance'], ['strength', 'Strength first'], ['weight_loss', 'Losing weight']];
  const LEVELS = [['beginner', 'Beginner'], ['intermediate', 'Intermediate'], ['advanced', 'Advanced']];
  const KINDS = [['strength', 'Lifting'], ['mobility', 'Mobility'], ['other', 'Other sport'], ['run', 'A run']];
  const FOCUS = [['', 'not said'], ['lower', 'legs'], ['upper', 'upper body'], ['core', 'core'], ['full_body', 'full body']];
  const EFFORT = [['', 'not said'], ['light', 'light'], ['moderate', 'moderate'], ['heavy', 'heavy']];
  const TIMES = [['', 'no wish'], ['morning', 'morning'], ['midday', 'midday'], ['evening', 'evening']];
  const DAY_CHOICES = DAYS.map((day, at) => [day, DAY_NAMES[at]]);
  const get = (object, path) => path.split('.').reduce((at, key) => at?.[key], object);
  let focusOn = null;

  function set(object, path, value) {
    const keys = path.split('.'), last = keys.pop();
    const at = keys.reduce((at, key) => at[key] ??= {}, object);
    if (value === '' || value === null || value === undefined) delete at[last]; else at[last] = value;
  }

  const field = (label, control, also) => el('label', { class: 'field' }, el('span', {}, label), control, also);
  const options = (choices, now) => choices.map(([value, text]) => el('option', { value, selected: value === now }, text));
  const select = (label, path, choices) => field(label, el('select', { 'data-key': path, onchange: event => take(state => set(state.brief, path, event.target.value), `${label} changed`) }, options(choices, get(store.now.brief, path) ?? '')));
  const number = (label, path, min, max, step = 1) => field(label, el('input', { type: 'number', min, max, step, inputmode: 'decimal', 'data-key': path, value: get(store.now.brief, path) ?? '', onchange: event => take(state => set(state.brief, path, event.target.value === '' ? null : +event.target.value), `${label} changed`) }));
  const text = (label, path) => field(label, el('input', { type: 'text', 'data-key': path, value: get(store.now.brief, path) ?? '', onchange: event => take(state => set(state.brief, path, event.target.value.trim()), `${label} changed`) }));

  function sessionRow(session, index) {
    const name = session.name || 'The session';
    const edit = (key, value) => take(state => { const own = state.brief.sessions[index]; if (value === '') delete own[key]; else own[key] = value; if (key === 'effort') delete own.rpe; }, `${name} changed`);
    const choice = (label, key, choices) => el('label', {}, el('span', { class: 'sr' }, `${label}, ${name}`), el('select', { 'data-key': `s${index}-${key}`, onchange: event => edit(key, event.target.value) }, options(choices, session[key] ?? '')));
    const input = (label, key, attributes, read = value => value) => el('label', {}, el('span', { class: 'sr' }, `${label}, ${name}`), el('input', { ...attributes, 'data-key': `s${index}-${key}`, value: session[key] ?? '', onchange: event => edit(key, read(event.target.value)) }));
    const day = session.date ? input('Date', 'date', { type: 'date' }) : choice('Day', 'day', DAYS.map((day, at) => [day, DAY_NAMES[at].slice(0, 3)]));
    const own = el('button', { type: 'button', class: 'quiet', 'aria-label': `Take ${name} out`, onclick: () => take(state => { state.brief.sessions.splice(index, 1); }, `${name} taken out`) }, '×');
    return el('li', { class: `said-session ${session.kind}` },
      input('Name', 'name', { type: 'text', class: 'wide', placeholder: 'name' }), day, input('Start', 'start', { type: 'time' }), input('Minutes', 'minutes', { type: 'number', min: 1, max: 1440 }, Number),
      choice('Kind', 'kind', KINDS), choice('What it works', 'focus', FOCUS), choice('How hard', 'effort', EFFORT), own);
  }

  const dayOf = session => session.day ? DAY_NAMES[DAYS.indexOf(session.day)] : session.date;
  const readBack = ({ name, start, minutes, focus, effort, kind, ...session }) => `${dayOf(session)} ${start}, ${name || kind}, ${minutes} min${focus ? `, ${focus.replace('_', ' ')}` : ''}${effort ? `, ${effort}` : ''}`;

  const writeLine = () => lineForm({ id: 'line', label: 'Add to your week', placeholder: 'Mon 18:00 squats 75 min heavy', button: 'Add', ask: 'sessions',
    hint: 'One line, as you would say it: the day, the time, what it is, how long, how hard. Enter adds it.',
    shown: found => found.sessions.map(readBack).join(' · '), into: (state, found) => state.brief.sessions.push(...found.sessions), done: line => `Added: ${line}` });

  const freeLine = () => lineForm({ id: 'free', label: 'When can you run?', placeholder: 'weekday evenings, weekends all day', button: 'Take it', ask: 'free',
    hint: 'As you would say it. It replaces the times below.',
    shown: found => found.windows.map(({ day, window }) => `${DAY_NAMES[DAYS.indexOf(day)].slice(0, 3)} ${window}`).join(', '),
    into(state, found) {
      const { exceptions } = state.brief.availability || {};
      state.brief.availability = exceptions ? { exceptions } : {};
      for (const { day, window } of found.windows) (state.brief.availability[day] ??= []).push(window);
    }, done: line => `Free: ${line}` });

  function freeHours() {
    const free = store.now.brief.availability || {}, any = DAYS.some(day => free[day]);
    return el('details', { class: 'free-hours' }, el('summary', {}, 'Day by day'), el('p', { class: 'hint' }, 'Such as 06:00-08:00, 17:30-20:00. Nothing means no run that day.'), el('div', { class: 'grid' }, DAYS.map((day, at) => field(DAY_NAMES[at], el('input', { type: 'text', 'data-key': `free-${day}`, value: any ? (free[day] || []).join(', ') : '06:00-21:00', placeholder: 'no run', onchange: event => take(state => {
      state.brief.availability = drag.spelledOut(state.brief);
      state.brief.availability[day] = event.target.value.split(/[,;]+/).map(part => part.trim()).filter(Boolean);
    }, `${DAY_NAMES[at]}’s free hours changed`) })))));
  }

  /** Gives the block as many weeks as it needs to end with the race. */
  function endWith(brief) {
    const days = Math.round((dateOf(brief.block.event.date) - dateOf(brief.block.start)) / 864e5);
    if (days >= 0) brief.block.weeks = Math.min(104, Math.floor(days / 7) + 1);
  }

  function race() {
    const event = store.now.brief.block.event;
    const edit = (key, value) => take(state => { state.brief.block.event[key] = value; if (key === 'date') endWith(state.brief); }, key === 'date' ? 'The race changed, and the weeks with it' : 'The race changed');
    if (!event) {
      return lineForm({ id: 'race', label: 'Train for a race', placeholder: '10K on 14 February', button: 'Take it', ask: 'event', hint: 'Optional. The block then ends with it.',
        shown: ({ event }) => `${event.name ? `${event.name}, ` : ''}${event.distance_km} km on ${spokenDate(event.date)}`,
        into(state, found) { state.brief.block.event = Object.fromEntries(Object.entries(found.event).filter(([, value]) => value !== null)); endWith(state.brief); if (state.brief.block.name === 'My block' && found.event.name) state.brief.block.name = `Towards ${found.event.name}`; }, done: line => `Training for: ${line}` });
    }
    return el('div', { class: 'grid' },
      field('Race', el('input', { type: 'text', 'data-key': 'race-name', value: event.name || '', onchange: e => edit('name', e.target.value) })),
      field('Its day', el('input', { type: 'date', 'data-key': 'race-date', value: event.date, onchange: e => e.target.value && edit('date', e.target.value) })),
      field('Kilometres', el('input', { type: 'number', min: .8, max: 500, step: 'any', 'data-key': 'race-km', value: event.distance_km, onchange: e => edit('distance_km', +e.target.value) })),
      el('button', { type: 'button', class: 'quiet', onclick: () => take(state => { delete state.brief.block.event; }, 'No race') }, 'No race'));
  }

  const monday = text => plusDays(text, (7 - weekdayOf(text)) % 7);

  function draw() {
    const root = $('view-you'), { brief } = store.now;
    const focused = focusOn || document.activeElement?.dataset?.key, unfolded = root.querySelector('.free-hours')?.open;
    focusOn = null;
    root.replaceChildren(el('h2', { id: 'you-title' }, 'Your week and you'), board.example(store.now) || '',
      el('section', {}, el('h3', {}, 'Your fixed week: lifting, classes, other sport'), el('p', { class: 'hint' }, 'The planner works around it and never moves it.'),
        writeLine(), el('ul', { class: 'sessions' }, brief.sessions.map(sessionRow))),
      el('section', {}, el('h3', {}, 'Running'), el('div', { class: 'grid' },
        select('Goal', 'athlete.goal', GOALS), select('As a runner', 'athlete.running_level', LEVELS), select('As a lifter', 'athlete.strength_level', [['', 'not said'], ...LEVELS]),
        number('Minutes a week now', 'running.current_weekly_minutes', 0, 3000), number('Longest run lately, min', 'running.longest_recent_minutes', 0, 1440), number('Runs a week', 'running.runs_per_week', 1, 7),
        select('Long run on', 'running.long_run_day', [['', 'no wish'], ...DAY_CHOICES]), select('Time of day', 'running.preferred_time', TIMES))),
      el('section', {}, el('h3', {}, 'Free times'), freeLine(), freeHours()),
      el('section', {}, el('h3', {}, 'The block'), el('div', { class: 'grid' }, text('Its name', 'block.name'),
        field('From Monday', el('input', { type: 'date', 'data-key': 'block.start', value: brief.block.start, onchange: event => event.target.value && take(state => { state.brief.block.start = monday(event.target.value); }, 'The block starts another day') })),
        number('Weeks', 'block.weeks', 1, 104)), race()),
      el('section', {}, el('h3', {}, 'About you'), el('p', { class: 'hint' }, 'All optional; paces and pulse follow from it.'), el('div', { class: 'grid' }, text('Name', 'athlete.name'), number('Year of birth', 'athlete.birth_year', 1900, 2199), number('Weight, kg', 'athlete.weight_kg', 25, 300, .5), number('Highest pulse', 'athlete.max_heart_rate', 100, 240), number('Pulse at rest', 'athlete.resting_heart_rate', 25, 120),
        select('Lengths in', 'display.units', [['', 'kilometres'], ['mi', 'miles']]), select('Clock', 'display.clock', [['', '24 hours'], ['12h', '12 hours']]))));
    if (unfolded) root.querySelector('.free-hours').open = true;
    if (focused) root.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  return { draw, reveal(index) { focusOn = `s${index}-name`; } };
})();
