// The week as one says it, read back with what was assumed, and corrected in place; and who runs.
const youView = (() => {
  const GOALS = [['general_fitness', 'General fitness'], ['endurance', 'Endurance'], ['strength', 'Strength first'], ['weight_loss', 'Losing weight']];
  const LEVELS = [['beginner', 'Beginner'], ['intermediate', 'Intermediate'], ['advanced', 'Advanced']];
  const KINDS = [['strength', 'Lifting'], ['mobility', 'Mobility'], ['other', 'Other sport']];
  const FOCUS = [['', 'not said'], ['lower', 'legs'], ['upper', 'upper body'], ['core', 'core'], ['full_body', 'full body']];
  const EFFORT = [['', 'not said'], ['light', 'light'], ['moderate', 'moderate'], ['heavy', 'heavy']];
  const TIMES = [['', 'no wish'], ['morning', 'morning'], ['midday', 'midday'], ['evening', 'evening']];
  const DAY_CHOICES = DAYS.map((day, at) => [day, DAY_NAMES[at]]);
  let assumed = [];

  const get = (object, path) => path.split('.').reduce((at, key) => at?.[key], object);
  function set(object, path, value) {
    const keys = path.split('.'), last = keys.pop();
    const at = keys.reduce((at, key) => at[key] ??= {}, object);
    if (value === '' || value === null || value === undefined) delete at[last]; else at[last] = value;
  }

  function select(label, path, choices, also) {
    const now = get(store.now.brief, path) ?? '';
    return el('label', { class: 'field' }, el('span', {}, label), el('select', { 'data-key': path, onchange: event => take(state => { set(state.brief, path, event.target.value); also?.(state.brief); }, `${label} changed`) },
      choices.map(([value, text]) => el('option', { value, selected: value === now }, text))));
  }

  function number(label, path, min, max, step = 1, unit = '') {
    return el('label', { class: 'field' }, el('span', {}, label), el('input', { type: 'number', min, max, step, inputmode: 'decimal', 'data-key': path, value: get(store.now.brief, path) ?? '', onchange: event => take(state => set(state.brief, path, event.target.value === '' ? null : +event.target.value), `${label} changed`) }), unit);
  }

  function text(label, path, type = 'text') {
    return el('label', { class: 'field' }, el('span', {}, label), el('input', { type, 'data-key': path, value: get(store.now.brief, path) ?? '', onchange: event => take(state => set(state.brief, path, event.target.value.trim()), `${label} changed`) }));
  }

  function sessionRow(session, index) {
    const edit = (key, value) => take(state => { const own = state.brief.sessions[index]; if (value === '') delete own[key]; else own[key] = value; if (key === 'effort') delete own.rpe; }, `${session.name || 'The session'} changed`);
    const choice = (label, key, choices) => el('label', {}, el('span', { class: 'sr' }, label), el('select', { 'data-key': `s${index}-${key}`, onchange: event => edit(key, event.target.value) }, choices.map(([value, name]) => el('option', { value, selected: (session[key] ?? '') === value }, name))));
    const input = (label, key, attributes, read = value => value) => el('label', {}, el('span', { class: 'sr' }, label), el('input', { ...attributes, 'data-key': `s${index}-${key}`, value: session[key] ?? '', onchange: event => edit(key, read(event.target.value)) }));
    return el('li', { class: `said-session ${session.kind}` },
      input('Name', 'name', { type: 'text', class: 'wide', placeholder: 'name' }), choice('Day', 'day', DAY_CHOICES), input('Start', 'start', { type: 'time' }), input('Minutes', 'minutes', { type: 'number', min: 1, max: 1440 }, Number),
      choice('Kind', 'kind', KINDS), choice('What it works', 'focus', FOCUS), choice('How hard', 'effort', EFFORT),
      el('button', { type: 'button', class: 'quiet', 'aria-label': `Take ${session.name || 'this session'} out`, onclick: () => take(state => { state.brief.sessions.splice(index, 1); }, `${session.name || 'The session'} taken out`) }, '×'));
  }

  function writeLine() {
    const box = el('input', { type: 'text', id: 'line', 'data-key': 'line', autocomplete: 'off', placeholder: 'Mon 18:00 squats 75 min heavy', 'aria-describedby': 'line-hint' });
    const hint = el('p', { id: 'line-hint', class: 'hint' }, 'One line, as you would say it: the day, the time, what it is, how long, how hard. Enter adds it.');
    let timer;
    const read = () => engine.ask({ ask: 'sessions', text: box.value, today: today(), start: store.now.brief.block.start, weeks: store.now.brief.block.weeks }, 'sessions');
    const dayOf = session => session.day ? DAY_NAMES[DAYS.indexOf(session.day)] : session.date;
    const readBack = answer => answer.error ? answer.error.message : [...answer.ok.sessions.map(session => {
      const { name, start, minutes, focus, effort, kind } = session;
      return `${dayOf(session)} ${start}, ${name || kind}, ${minutes} min${focus ? `, ${focus.replace('_', ' ')}` : ''}${effort ? `, ${effort}` : ''}`;
    }), ...remarksOf(answer.ok.remarks)].join(' · ');
    const remarksOf = remarks => [...remarks.assumed, ...remarks.unsure.map(doubt => doubt.taken), remarks.left_over].filter(Boolean);
    /** Asks what a line leaves open; the line as it is then to be read, or null. */
    async function settled(line, remarks) {
      for (const doubt of remarks.unsure) {
        const chosen = await choose(doubt.question, doubt.taken, [...doubt.choices.map(choice => [choice.label, choice.line]), ['Leave it so', line, true]]);
        if (chosen === null) return null;
        if (chosen !== line) return chosen;
      }
      return line;
    }
    box.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(async () => { if (!box.value.trim()) { hint.textContent = ''; return; } const answer = await read(); if (answer) hint.textContent = readBack(answer); }, 120); });
    const form = el('form', { class: 'line', onsubmit: async event => {
      event.preventDefault();
      if (!box.value.trim()) return;
      const spoken = box.value;
      let answer = await read();
      if (answer?.ok?.remarks.unsure.length) {
        const line = await settled(box.value, answer.ok.remarks);
        if (line === null) return;
        if (line !== box.value) { box.value = line; answer = await read(); }
      }
      if (!answer || answer.error) { hint.textContent = answer?.error.message || ''; box.select(); return; }
      assumed = remarksOf(answer.ok.remarks);
      box.value = '';
      await take(state => { state.brief.sessions.push(...answer.ok.sessions); }, `Added: ${spoken}`);
      document.querySelector('[data-key="line"]')?.focus();
    } }, el('label', { for: 'line' }, 'Add to your week'), el('div', { class: 'row' }, box, el('button', { class: 'main' }, 'Add')), hint);
    return form;
  }

  function freeHours() {
    const free = store.now.brief.availability || {}, any = DAYS.some(day => free[day]);
    return el('div', { class: 'free-hours' }, DAYS.map((day, at) => el('label', { class: 'field' }, el('span', {}, DAY_NAMES[at]), el('input', { type: 'text', 'data-key': `free-${day}`, value: any ? (free[day] || []).join(', ') : '06:00-21:00', placeholder: 'no run', onchange: event => take(state => {
      const brief = state.brief, had = brief.availability && DAYS.some(one => brief.availability[one]);
      brief.availability = had ? brief.availability : { ...Object.fromEntries(DAYS.map(one => [one, ['06:00-21:00']])), ...brief.availability };
      brief.availability[day] = event.target.value.split(/[,;]+/).map(part => part.trim()).filter(Boolean);
    }, `${DAY_NAMES[at]}’s free hours changed`) }))));
  }

  function race() {
    const event = store.now.brief.block.event;
    const edit = (key, value) => take(state => { state.brief.block.event = { ...state.brief.block.event, [key]: value }; }, 'The race changed');
    if (!event) {
      return el('button', { type: 'button', onclick: () => take(state => { const block = state.brief.block; block.event = { name: '10K', date: plusDays(block.start, block.weeks * 7 - 1), distance_km: 10 }; }, 'A 10K at the end of the block') }, 'Train for a race');
    }
    return el('div', { class: 'grid' },
      el('label', { class: 'field' }, el('span', {}, 'Race'), el('input', { type: 'text', 'data-key': 'race-name', value: event.name || '', onchange: e => edit('name', e.target.value) })),
      el('label', { class: 'field' }, el('span', {}, 'Its day'), el('input', { type: 'date', 'data-key': 'race-date', value: event.date, onchange: e => take(state => {
        state.brief.block.event.date = e.target.value;
        const days = Math.round((dateOf(e.target.value) - dateOf(state.brief.block.start)) / 864e5);
        if (days >= 0) state.brief.block.weeks = Math.min(104, Math.floor(days / 7) + 1);
      }, 'The race changed, and the weeks with it') })),
      el('label', { class: 'field' }, el('span', {}, 'Kilometres'), el('input', { type: 'number', min: .8, max: 500, step: 'any', 'data-key': 'race-km', value: event.distance_km, onchange: e => edit('distance_km', +e.target.value) })),
      el('button', { type: 'button', class: 'quiet', onclick: () => take(state => { delete state.brief.block.event; }, 'No race') }, 'No race'));
  }

  function monday(text) { return plusDays(text, (7 - weekdayOf(text)) % 7); }

  function draw() {
    const root = $('view-you'), { brief } = store.now;
    const focused = document.activeElement?.dataset?.key;
    root.replaceChildren(el('h2', { id: 'you-title' }, 'Your week and you'),
      el('section', {}, el('h3', {}, 'What stands: lifting, classes, other sport'), el('p', { class: 'hint' }, 'It is never moved by the planner.'),
        el('ul', { class: 'sessions' }, brief.sessions.map(sessionRow)), writeLine(),
        assumed.length ? el('div', { class: 'assumed' }, el('h4', {}, 'Assumed'), el('ul', {}, assumed.map(line => el('li', {}, line)))) : ''),
      el('section', {}, el('h3', {}, 'Running'), el('div', { class: 'grid' },
        select('What it is for', 'athlete.goal', GOALS), select('Running', 'athlete.running_level', LEVELS), select('Lifting', 'athlete.strength_level', LEVELS),
        number('Minutes a week now', 'running.current_weekly_minutes', 0, 3000), number('Longest run lately, min', 'running.longest_recent_minutes', 0, 1440), number('Runs a week', 'running.runs_per_week', 1, 7),
        select('Long run on', 'running.long_run_day', [['', 'no wish'], ...DAY_CHOICES]), select('Time of day', 'running.preferred_time', TIMES))),
      el('section', {}, el('h3', {}, 'When you can run'), el('p', { class: 'hint' }, 'Such as 06:00-08:00, 17:30-20:00. Nothing means no run that day.'), freeHours()),
      el('section', {}, el('h3', {}, 'The block'), el('div', { class: 'grid' }, text('Its name', 'block.name'),
        el('label', { class: 'field' }, el('span', {}, 'From Monday'), el('input', { type: 'date', 'data-key': 'block.start', value: brief.block.start, onchange: event => event.target.value && take(state => { state.brief.block.start = monday(event.target.value); }, 'The block starts another day') })),
        number('Weeks', 'block.weeks', 1, 104)), race()),
      el('section', {}, el('h3', {}, 'About you'), el('p', { class: 'hint' }, 'All optional; paces and pulse follow from it.'), el('div', { class: 'grid' }, text('Name', 'athlete.name'), number('Year of birth', 'athlete.birth_year', 1900, 2199), number('Weight, kg', 'athlete.weight_kg', 25, 300, .5), number('Highest pulse', 'athlete.max_heart_rate', 100, 240), number('Pulse at rest', 'athlete.resting_heart_rate', 25, 120),
        select('Lengths in', 'display.units', [['', 'kilometres'], ['mi', 'miles']]), select('Clock', 'display.clock', [['', '24 hours'], ['12h', '12 hours']]))));
    if (focused) root.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }

  return { draw };
})();
