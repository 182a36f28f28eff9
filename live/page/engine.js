// The planner behind a promise. Of requests of one kind that wait, only the newest is asked: a finger moves faster than a block is
// solved.
const engine = (() => {
  const PATIENCE = 30_000;
  let worker, number = 0, busy = null, ready;
  const waiting = [];

  function begin() {
    const address = URL.createObjectURL(new Blob([$('worker').textContent], { type: 'text/javascript' }));
    worker = new Worker(address);
    URL.revokeObjectURL(address);
    ready = new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => {
        if (data.ready) { resolve(); next(); }
        else if (data.number === undefined) reject(new Error(data.broken));
        else if (busy?.number === data.number) finish(data);
      };
      worker.onerror = event => reject(new Error(event.message || 'the planner did not start'));
    });
    worker.postMessage({ packed: $('wasm').textContent });
    return ready;
  }

  /** Shows whether anything is being solved. */
  function show() {
    if (busy || waiting.length) document.body.dataset.solving = 'yes';
    else delete document.body.dataset.solving;
  }

  function finish(data) {
    clearTimeout(busy.watch);
    const { resolve } = busy;
    busy = null;
    if (data.broken) {
      restart();
      resolve({ error: { message: 'The planner stopped on this. Nothing is lost; change something or undo.', detail: data.broken } });
    } else {
      engine.took = data.took;
      resolve(data.answer);
    }
    next();
    setTimeout(show);
  }

  function restart() {
    worker.terminate();
    begin().catch(() => {});
  }

  function next() {
    if (busy || !waiting.length) return;
    busy = waiting.shift();
    busy.watch = setTimeout(() => {
      const { resolve } = busy;
      busy = null;
      restart();
      resolve({ error: { message: 'This takes too long to solve here. Nothing is lost: fewer weeks or fewer free hours are quicker.' } });
      setTimeout(show);
    }, PATIENCE);
    worker.postMessage({ number: busy.number, request: busy.request });
  }

  /** Asks; `newest` names a kind of which only the newest waiting request matters: older ones get `null`. */
  function ask(request, newest) {
    request.now = Math.floor(Date.now() / 1000);
    return new Promise(resolve => {
      if (newest) {
        for (let at = waiting.length - 1; at >= 0; at--) {
          if (waiting[at].kind === newest) waiting.splice(at, 1)[0].resolve(null);
        }
      }
      waiting.push({ number: number++, request, resolve, kind: newest || request.ask });
      show();
      ready.then(next, () => resolve({ error: { message: 'The planner did not start in this browser.' } }));
    });
  }

  return { begin, ask, took: 0, get idle() { return !busy && !waiting.length; } };
})();
