// Keeps a week in this browser (IndexedDB), for all of its tabs. A tab that writes over another's change hands that change back.
const browserKeeper = (() => {
  const NAME = 'runweave';
  const channel = typeof BroadcastChannel === 'function' ? new BroadcastChannel(NAME) : null;
  let base, kept = 0;

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
      const transaction = base.transaction('kept', mode), answer = {};
      act(transaction.objectStore('kept'), answer);
      transaction.oncomplete = () => resolve(answer);
      transaction.onerror = transaction.onabort = () => reject(transaction.error || new Error('not kept'));
    });
  }

  const read = () => transact('readonly', (store, answer) => { store.get('now').onsuccess = event => { answer.found = event.target.result; }; });

  async function load() {
    base = await open();
    const { found } = await read();
    kept = found?.kept || 0;
    return found?.state || null;
  }

  async function save(state) {
    if (!base) throw new Error('this browser keeps nothing for this page');
    const mine = Math.max(kept + 1, Date.now());
    const { other } = await transact('readwrite', (store, answer) => {
      store.get('now').onsuccess = event => {
        const found = event.target.result;
        if (found && found.kept !== kept) answer.other = found.state;
        store.put({ kept: Math.max(mine, (found?.kept || 0) + 1), state }, 'now').onsuccess = () => {};
        answer.kept = Math.max(mine, (found?.kept || 0) + 1);
      };
    }).then(answer => { kept = answer.kept; return answer; });
    channel?.postMessage({ kept });
    return { other };
  }

  function watch(listener) {
    channel?.addEventListener('message', async ({ data }) => {
      if (!base || data.kept <= kept) return;
      const { found } = await read().catch(() => ({}));
      if (found && found.kept > kept) { kept = found.kept; listener(found.state); }
    });
  }

  return { load, save, watch, place: 'browser' };
})();
