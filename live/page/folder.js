// Keeps a week in the folder that `runweave serve` serves: the same files as the command line's, each written only where nobody
// else changed it meanwhile.
const folderKeeper = (() => {
  const OUTPUTS = ['plan.json', 'plan.html', 'plan.ics'], EVERY = 4000;
  const api = () => document.querySelector('meta[name="runweave-folder"]')?.content;
  let tags = {}, texts = {}, busy = [], listener = () => {}, saves = 0;

  async function listed() {
    const answer = await fetch(`${api()}files`, { cache: 'no-store' });
    if (!answer.ok) throw new Error('the folder does not answer');
    return (await answer.json()).files;
  }

  const logName = files => Object.keys(files).find(name => /^log\.jsonl?$/.test(name)) || 'log.jsonl';

  async function read(name) {
    const answer = await fetch(api() + name, { cache: 'no-store' });
    if (!answer.ok) throw new Error(`${name} cannot be read`);
    tags[name] = answer.headers.get('ETag');
    texts[name] = await answer.text();
  }

  /** The folder as a state; null where it holds no week yet. */
  async function load() {
    const files = await listed(), log = logName(files);
    tags = {}; texts = {};
    await Promise.all(['brief.json', 'plan.json', log].filter(name => files[name]).map(read));
    for (const name of OUTPUTS) if (files[name]) tags[name] = files[name].etag;
    const plan = texts['plan.json'] ? JSON.parse(texts['plan.json']) : null;
    if (!plan && !texts['brief.json']) return null;
    return { brief: texts['brief.json'] ? JSON.parse(texts['brief.json']) : plan.brief, plan, published: plan, log: texts[log] || '', busy, seed: plan?.seed || 1 };
  }

  /** What another wrote into the log while this page wrote into it, too: both. */
  const joined = (theirs, mine, known) => mine.startsWith(known) ? theirs + mine.slice(known.length) : mine;

  async function save(state, again = true) {
    saves++;
    try {
      const log = logName(tags), files = {}, published = {};
      busy = state.busy || [];
      const brief = `${JSON.stringify(state.brief, null, 2)}\n`;
      const same = texts['brief.json'] && JSON.stringify(JSON.parse(texts['brief.json'])) === JSON.stringify(state.brief);
      if (!same) files['brief.json'] = brief;
      if (state.plan && JSON.stringify(state.plan) !== JSON.stringify(state.published)) {
        const made = await engine.ask({ ask: 'files', plan: state.plan, published: state.published });
        if (made.error) throw new Error(made.error.message);
        for (const name of OUTPUTS) files[name] = made.ok[name];
        published.plan = published.published = JSON.parse(made.ok['plan.json']);
      }
      if ((state.log || '') !== (texts[log] || '')) files[log] = state.log || '';
      if (!Object.keys(files).length) return {};
      const unless = Object.fromEntries(['brief.json', 'plan.json', ...Object.keys(files)].map(name => [name, tags[name] ?? null]));
      const answer = await fetch(`${api()}save`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ if: unless, files }) });
      if (answer.ok) {
        for (const [name, one] of Object.entries((await answer.json()).files)) tags[name] = one.etag ?? one;
        Object.assign(texts, files);
        return published.plan ? { published } : {};
      }
      if (answer.status !== 412) throw new Error((await answer.json().catch(() => ({}))).error || 'the folder was not written to');
      const known = texts[log] || '', before = { ...texts };
      const theirs = await load();
      const untouched = ['brief.json', 'plan.json'].every(name => before[name] === texts[name]);
      if (again && theirs && untouched) {
        state.log = joined(theirs.log, state.log || '', known);
        return await save(state, false);
      }
      return { instead: theirs };
    } finally { saves--; }
  }

  /** Looks whether the folder changed while nothing is being saved. */
  async function look() {
    if (document.hidden || saves || !engine.idle) return;
    const files = await listed().catch(() => null);
    if (!files || saves) return;
    const changed = ['brief.json', 'plan.json', logName(files)].some(name => (files[name]?.etag ?? null) !== (tags[name] ?? null));
    if (!changed) return;
    const other = await load().catch(() => null);
    if (other) listener(other);
  }

  function watch(tell) {
    listener = tell;
    setInterval(look, EVERY);
    addEventListener('focus', look);
  }

  return { named: () => !!api(), load, save, watch, place: 'folder' };
})();
