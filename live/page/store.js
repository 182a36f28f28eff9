// What a person has: brief, plan, log and busy calendars, with undo. Where it is kept, a keeper knows: this browser, or a folder.
const store = (() => {
  const MOST = 100;
  let keeper = browserKeeper, now = null, past = [], future = [], keeps = true;
  const listeners = [];
  const tell = (what, detail) => listeners.forEach(listener => listener(what, detail));

  async function load() {
    keeper = folderKeeper.named() ? folderKeeper : browserKeeper;
    keeper.watch(other => { past.push({ ...now, undone: 'what another place changed' }); future = []; now = other; tell('elsewhere'); });
    try { return await keeper.load(); } catch { keeps = false; return null; }
  }

  let saving = Promise.resolve(), waits = false;
  /** Keeps what is there now, one after the other; resolves to whether it is kept. */
  function save() {
    if (waits) return saving;
    waits = true;
    document.body.dataset.keeping = 'yes';
    saving = saving.then(async () => {
      waits = false;
      const state = now;
      try {
        const { other, instead, published } = await keeper.save(state);
        keeps = true;
        if (published) { if (now === state) now = { ...state, ...published }; else now.published = published.published; }
        if (other) past.push({ ...other, undone: 'what was kept over another tab’s week' });
        if (instead) { past.push({ ...now, undone: 'what the folder had meanwhile' }); future = []; now = instead; }
        tell('kept', { fine: true, other: !!other, instead: !!instead });
        return true;
      } catch (error) {
        keeps = false;
        tell('kept', { fine: false, why: String(error?.name || ''), message: String(error?.message || '') });
        return false;
      } finally { if (!waits) delete document.body.dataset.keeping; }
    });
    return saving;
  }

  /** Another state of the past or future; what a calendar has seen stays known, so that it is told of every change. */
  const again = state => ({ ...state, published: now.published || state.published });

  return {
    load, save,
    get now() { return now; },
    get canUndo() { return past.length > 0; },
    get canRedo() { return future.length > 0; },
    get keeps() { return keeps; },
    get place() { return keeper.place; },
    on(listener) { listeners.push(listener); },
    begin(state) { now = state; past = []; future = []; },
    /** Takes a new state; the old one can be had again. `why` says what was done. */
    change(next, why) {
      past.push({ ...now, undone: why });
      if (past.length > MOST) past.shift();
      future = [];
      now = next;
      save(); tell('changed');
    },
    /** Goes back one change; its name, or null. */
    undo() {
      if (!past.length) return null;
      const before = past.pop();
      future.push({ ...now, undone: before.undone });
      now = again(before);
      save(); tell('changed');
      return before.undone || 'the last change';
    },
    redo() {
      if (!future.length) return null;
      const after = future.pop();
      past.push({ ...now, undone: after.undone });
      now = again(after);
      save(); tell('changed');
      return after.undone || 'the change';
    },
    /** What is there now, to be changed; other people's weeks, which are not changed, are not copied. */
    copy: () => { const { shelf, ...own } = now; return { ...structuredClone(own), ...(shelf && { shelf }) }; },
  };
})();
