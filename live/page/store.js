// What a person has: brief, plan, log and busy calendars, with undo, kept in the browser and shared between its tabs.
const store = (() => {
  const NAME = 'runweave', MOST = 100;
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(NAME) : null;
  let now = null, past = [], future = [], base, kept = 0;
  const listeners = [];

  function open() {
    return new Promise((resolve, reject) => {
      const request = indexedDB.open(NAME, 1);
      request.onupgradeneeded = () => request.result.createObjectStore('kept');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
      request.onblocked = () => reject(new Error('blocked'));
    });
  }

  function transact(mode, act) {
    return new Promise((resolve, reject) => {
      const transaction = base.transaction('kept', mode);
      const request = act(transaction.objectStore('kept'));
      transaction.oncomplete = () => resolve(request?.result);
      transaction.onerror = transaction.onabort = () => reject(transaction.error || new Error('not kept'));
    });
  }

  async function load() {
    try {
      base = await open();
      const found = await transact('readonly', kept => kept.get('now'));
      if (found) { kept = found.kept; return found.state; }
    } catch { base = null; }
    return null;
  }

  let saving = Promise.resolve();
  /** Writes what is there now; resolves to whether it is kept. */
  function save() {
    const state = now;
    saving = saving.then(async () => {
      if (!base) return false;
      try {
        kept = Math.max(kept + 1, Date.now());
        await transact('readwrite', store => store.put({ kept, state }, 'now'));
        channel?.postMessage({ kept });
        return true;
      } catch { return false; }
    });
    saving.then(fine => tell('kept', fine));
    return saving;
  }

  channel?.addEventListener('message', async ({ data }) => {
    if (!base || data.kept <= kept) return;
    const found = await transact('readonly', kept => kept.get('now')).catch(() => null);
    if (found && found.kept > kept) {
      kept = found.kept;
      past.push(now); future = [];
      now = found.state;
      tell('elsewhere');
    }
  });

  const tell = (what, detail) => listeners.forEach(listener => listener(what, detail));
  const clone = value => structuredClone(value);

  return {
    load, save,
    get now() { return now; },
    get canUndo() { return past.length > 0; },
    get canRedo() { return future.length > 0; },
    get keeps() { return !!base; },
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
    undo() {
      if (!past.length) return null;
      future.push(now); now = past.pop();
      save(); tell('changed');
      return now.undone;
    },
    redo() {
      if (!future.length) return;
      past.push(now); now = future.pop();
      save(); tell('changed');
    },
    copy: () => clone(now),
  };
})();
