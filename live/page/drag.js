// Dragging with mouse, finger and arrow keys: the block is solved for where a thing would land, while it moves.
const drag = (() => {
  const STEP = 15, ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
  let busy = false;
  const within = minutes => Math.max(0, Math.min(1425, minutes));

  function setEdge(brief, { word, number, which }, minutes) {
    brief.availability = spelledOut(brief);
    const windows = (brief.availability[word] || []).map(text => text.split('-').map(minutesOf));
    const own = windows[number];
    if (!own) return;
    if (which === 'from') own[0] = Math.max(0, Math.min(minutes, own[1] - 30));
    else own[1] = Math.min(1425, Math.max(minutes, own[0] + 30));
    brief.availability[word] = windows.map(([a, b]) => `${clockOf(a)}-${clockOf(b)}`);
  }

  /** The free times day by day, also where the brief says nothing of them. */
  function spelledOut(brief) {
    const said = brief.availability && DAYS.some(day => brief.availability[day]);
    return said ? brief.availability : { ...Object.fromEntries(DAYS.map(day => [day, ['06:00-21:00']])), ...brief.availability };
  }

  function edgeKey(event, what, name) {
    const step = ARROWS[event.key]?.[1];
    if (!step) return;
    event.preventDefault();
    take(state => setEdge(state.brief, what, what.minutes + step), name);
  }

  function key(event, what) {
    const arrow = ARROWS[event.key];
    if (!arrow) return;
    event.preventDefault();
    const day = Math.max(0, Math.min(6, what.at + (what.list ? Math.sign(arrow[0] + arrow[1]) : arrow[0]))), minutes = within(what.start + (what.list ? 0 : arrow[1]));
    if (what.kind === 'run') askRun(what.run, day, minutes);
    else moveSession(what, day, minutes);
  }

  /** Puts a session on another day or hour; one of a single date goes to the date of that weekday. */
  function put(brief, { index, run }, day, minutes) {
    const own = brief.sessions[index];
    if (!own) return;
    own.start = clockOf(minutes);
    if (own.date) own.date = plusDays(board.weekAt().start, day);
    else own.day = DAYS[day];
  }

  function moveSession(what, day, minutes) {
    if (!store.now.brief.sessions[what.index]) return say('This session cannot be moved here.');
    return take(state => put(state.brief, what, day, minutes), `${what.run.name} is now on ${DAY_NAMES[day]} at ${showClock(minutes)}`);
  }

  function grab(event, what) {
    if (event.button) return;
    event.preventDefault();
    const target = event.currentTarget;
    target.focus({ preventScroll: true });
    target.setPointerCapture(event.pointerId);
    const lane = target.closest('.lane').getBoundingClientRect();
    const begun = { ...what, target, mover: what.list ? target.closest('.entry') : target, x: event.clientX, y: event.clientY, height: lane.height, moved: false };
    const move = one => moving(one, begun);
    const end = one => { for (const [name, act] of acts) target.removeEventListener(name, act); dropped(one, begun); };
    const acts = [['pointermove', move], ['pointerup', end], ['pointercancel', end]];
    for (const [name, act] of acts) target.addEventListener(name, act);
  }

  /** The day and minute over which something is held. */
  function landing(event, begun) {
    const under = document.elementsFromPoint(event.clientX, begun.kind === 'edge' ? begun.y : event.clientY).map(one => one.closest?.('.day')).find(Boolean);
    const day = under ? +under.dataset.day : begun.day ?? begun.at;
    if (begun.list) return [day, begun.start];
    const origin = begun.kind === 'edge' ? begun.minutes : begun.start;
    return [day, within(Math.round((origin + (event.clientY - begun.y) * (begun.to - begun.from) / begun.height) / STEP) * STEP)];
  }

  function moving(event, begun) {
    if (!begun.moved && Math.hypot(event.clientX - begun.x, event.clientY - begun.y) < 5) return;
    begun.moved = true;
    const [day, minutes] = landing(event, begun);
    begun.mover.classList.add('held');
    begun.mover.style.translate = `${begun.kind === 'edge' || begun.list ? 0 : event.clientX - begun.x}px ${event.clientY - begun.y}px`;
    const spot = `${day}/${minutes}`;
    if (spot === begun.spot) return;
    Object.assign(begun, { spot, day, landed: minutes });
    for (const one of document.querySelectorAll('#view-week .day')) one.classList.toggle('over', begun.kind !== 'edge' && +one.dataset.day === day);
    preview(begun, day, minutes);
  }

  async function preview(begun, day, minutes) {
    const still = () => !begun.over && begun.spot === `${day}/${minutes}`;
    if (begun.kind === 'run') {
      const answer = await engine.ask({ ask: 'why_not', plan: store.now.plan, what: begun.run.id, place: `${DAYS[day]} ${clockOf(minutes)}` }, 'drag');
      if (answer && still()) say(answer.error ? answer.error.message : `${DAY_NAMES[day]} ${showClock(minutes)}: ${elsewhereLines(answer.ok)[0]}`);
      return;
    }
    const brief = structuredClone(store.now.brief);
    if (begun.kind === 'edge') setEdge(brief, begun, minutes);
    else put(brief, begun, day, minutes);
    const answer = await engine.ask(planRequest(store.now, brief), 'drag');
    if (!answer || !still()) return;
    if (answer.error) { say(linesOf(answer.error)[0] || answer.error.message); return; }
    say(`${begun.kind === 'session' ? `${DAY_NAMES[day]} ${showClock(minutes)}: ` : ''}${changeLine(store.now.plan, answer.ok.plan)}`);
    showRuns(answer.ok.plan);
  }

  /** Moves the runs in sight to where another plan has them, without touching what is held. */
  function showRuns(other) {
    const root = $('view-week'), shown = board.weekAt(), [from, to] = board.span(shown);
    const week = other.weeks[Math.min(board.shown, other.weeks.length - 1)];
    const runs = new Map(week.sessions.filter(one => one.kind === 'run').map(run => [run.id, run]));
    const before = rects(root);
    for (const holder of root.querySelectorAll('.board, .days')) {
      const lanes = [...holder.querySelectorAll('.lane')], list = holder.matches('.days');
      for (const entry of [...holder.querySelectorAll('.entry.run')]) {
        const run = runs.get(entry.dataset.id);
        entry.classList.toggle('gone', !run);
        if (!run) continue;
        const clock = run.start.slice(11, 16), lane = lanes[weekdayOf(run.start)];
        if (list) { entry.dataset.start = clock; lane.insertBefore(entry, [...lane.children].find(one => one !== entry && one.dataset.start > clock) || null); }
        else { lane.append(entry); Object.assign(entry.style, board.place(from, to, minutesOf(clock), run.minutes)); }
      }
    }
    slide(root, before);
  }

  async function dropped(event, begun) {
    begun.over = true;
    begun.mover.classList.remove('held');
    begun.mover.style.translate = '';
    for (const one of document.querySelectorAll('#view-week .day.over')) one.classList.remove('over');
    if (!begun.moved) return;
    busy = true; setTimeout(() => { busy = false; });
    if (event.type === 'pointercancel' || begun.landed === undefined) { board.draw(); return; }
    if (begun.kind === 'run') { board.draw(); await askRun(begun.run, begun.day, begun.landed); return; }
    if (begun.kind === 'edge') await take(state => setEdge(state.brief, begun, begun.landed), 'Free hours changed');
    else await moveSession(begun, begun.day, begun.landed);
    board.draw();
  }

  /** What it would cost to have a run there: hold it there, or leave it. */
  async function askRun(run, day, minutes) {
    const answer = await engine.ask({ ask: 'why_not', plan: store.now.plan, what: run.id, place: `${DAYS[day]} ${clockOf(minutes)}` });
    if (answer.error) { say(answer.error.message); return; }
    const { price, forbidden } = answer.ok.data, lines = elsewhereLines(answer.ok);
    say(`${DAY_NAMES[day]} ${showClock(minutes)}: ${lines[0]}`);
    const may = price && !forbidden;
    const chosen = await choose(`${run.name} on ${DAY_NAMES[day]} at ${showClock(minutes)}?`, [may && el('p', {}, 'The whole block would be:'), ...lines.map(line => el('p', {}, line)), may && el('p', { class: 'hint' }, POINTS)], may ? [['Hold it there', 'hold', true], ['Leave it where it is', null]] : [['Leave it where it is', null, true]]);
    if (chosen === 'hold') await hold(run, day, minutes);
  }

  async function hold(run, day, minutes) {
    const before = store.now.plan, plan = structuredClone(before);
    const week = plan.weeks.find(week => week.sessions.some(one => one.id === run.id));
    const own = week.sessions.find(one => one.id === run.id);
    Object.assign(own, { start: `${plusDays(week.start, day)}T${clockOf(minutes)}`, pin: true });
    const from = today() > plan.weeks[0].start ? today() : plan.weeks[0].start;
    const answer = await engine.ask({ ask: 'replan', plan, from });
    if (answer.error) { say(`${answer.error.message} ${answer.error.hint || ''}`); return; }
    const state = store.copy();
    state.plan = answer.ok.plan;
    store.change(state, `${run.name} held`);
    say(`${run.name} is held on ${DAY_NAMES[day]} at ${showClock(minutes)}. ${changeLine(before, state.plan)}`);
  }

  // Motion: entries glide from where they were to where they are, and what moved is lit for a moment.
  let places = new Map();
  const rects = root => new Map([...root.querySelectorAll('.entry')].filter(one => one.offsetParent).map(one => [one.dataset.key, one.getBoundingClientRect()]));
  const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
  function slide(root, before) {
    if (still()) return;
    for (const one of root.querySelectorAll('.entry')) {
      if (!one.offsetParent || one.classList.contains('held')) continue;
      const old = before.get(one.dataset.key), now = one.getBoundingClientRect();
      if (!old) { one.animate([{ opacity: 0, scale: .9 }, { opacity: 1, scale: 1 }], { duration: 220, easing: 'ease-out' }); continue; }
      const x = old.left - now.left, y = old.top - now.top;
      if (Math.abs(x) + Math.abs(y) <= 2) continue;
      one.animate([{ translate: `${x}px ${y}px` }, { translate: '0 0' }], { duration: 280, easing: 'cubic-bezier(.2,.8,.2,1)' });
      if (one.matches('.run')) one.animate([{ outline: '3px solid currentColor' }, { outline: '3px solid transparent' }], { duration: 1600 });
    }
  }
  function glide(root) { if (places.size) slide(root, places); requestAnimationFrame(() => { places = rects(root); }); }

  return { grab, key, edgeKey, glide, spelledOut, askRun, forget() { places = new Map(); }, get busy() { return busy; } };
})();
