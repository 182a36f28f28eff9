// Print and save: downloads, print, a link that carries the brief; and what is dropped onto the page.
const takeView = (() => {
  function download(name, text, type) {
    const address = URL.createObjectURL(new Blob([text], { type }));
    el('a', { href: address, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  async function files(only) {
    const answer = await engine.ask({ ask: 'files', plan: store.now.plan, published: store.now.published, only });
    if (answer.error) { say(answer.error.message); return null; }
    return answer.ok;
  }

  async function get(name, type) {
    const made = await files();
    if (!made) return;
    download(name, made[name], type);
    const plan = JSON.parse(made['plan.json']);
    if (plan.revision !== store.now.published?.revision) { const state = store.copy(); state.plan = state.published = plan; store.change(state, 'Taken along'); }
    say(`${name} is made.`);
  }

  /** Workouts for a watch: one archive, or a text. */
  async function watch(format) {
    const answer = await engine.ask({ ask: 'watch', plan: store.now.plan, format });
    if (answer.error) { say(answer.error.message); return; }
    const { name, base64 } = answer.ok;
    download(name, Uint8Array.from(atob(base64), letter => letter.charCodeAt(0)), name.endsWith('.zip') ? 'application/zip' : 'text/plain');
    say(`${name} is made.`);
  }

  async function print() {
    const made = await files();
    if (!made) return;
    document.querySelector('iframe.print')?.remove();
    const frame = el('iframe', { class: 'print', title: 'The printed page', srcdoc: made['plan.html'] });
    frame.addEventListener('load', () => { frame.contentWindow.focus(); frame.contentWindow.print(); });
    document.body.append(frame);
    say('The page is ready for the printer.');
  }

  const bytesOf = async stream => new Uint8Array(await new Response(stream).arrayBuffer());
  async function link() {
    const text = JSON.stringify(store.now.brief);
    const packed = await bytesOf(new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw')));
    const code = btoa(String.fromCharCode(...packed)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
    const address = `${location.href.split('#')[0]}#brief=${code}`;
    try { await navigator.clipboard.writeText(address); say('The link is copied. It holds your week itself; nothing is stored anywhere.'); }
    catch { await choose('The link', el('textarea', { readonly: true, rows: 6, 'aria-label': 'The link' }, address), [['Close', null, true]]); }
  }

  /** The brief that the address carries, if it does. */
  async function fromLink() {
    const code = /#brief=([\w-]+)/.exec(location.hash)?.[1];
    if (!code) return null;
    try {
      const packed = Uint8Array.from(atob(code.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
      const text = new TextDecoder().decode(await bytesOf(new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))));
      history.replaceState(null, '', location.href.split('#')[0]);
      return JSON.parse(text);
    } catch { trouble('The link does not hold a whole week; it may have been cut.'); return null; }
  }

  async function base64(file) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    let text = '';
    for (let at = 0; at < bytes.length; at += 32768) text += String.fromCharCode(...bytes.subarray(at, at + 32768));
    return { name: file.name, base64: btoa(text) };
  }

  async function bring(list) {
    const recordings = [];
    for (const file of list) {
      if (file.size > 64 << 20) { trouble(`${file.name} is larger than 64 MiB.`); continue; }
      const kind = file.name.toLowerCase().split('.').slice(1).join('.');
      if (kind.endsWith('ics')) await busy(await base64(file));
      else if (/(gpx|tcx|fit|zip)(\.gz)?$/.test(kind)) recordings.push(await base64(file));
      else await text(file.name, await file.text());
    }
    if (recordings.length) await recorded(recordings);
  }

  const busy = file => take(state => { state.busy = [...(state.busy || []).filter(one => one.name !== file.name), file]; }, `Planned around ${file.name}`);

  async function recorded(list) {
    if (!store.now.plan) { trouble('There is no plan to match recordings with.'); return; }
    const answer = await engine.ask({ ask: 'recordings', plan: store.now.plan, log: store.now.log || null, files: list });
    if (answer.error) { trouble(answer.error.message); return; }
    const state = store.copy();
    state.log = (state.log || '') + answer.ok.lines;
    const lines = answer.ok.lines.split('\n').filter(Boolean).length;
    if (lines) store.change(state, 'Recordings read');
    say(`${count(lines, 'line')} written down. ${answer.ok.notes.join(' ')}`);
  }

  async function text(name, content) {
    const data = looseJson(content);
    if (data?.state?.brief?.block?.start && Array.isArray(data.state.brief.sessions)) {
      const check = data.state.plan ? await engine.ask({ ask: 'check', plan: data.state.plan }) : {};
      if (check.error) { trouble(`${name} cannot be brought back; nothing was changed.`, [check.error.message, ...linesOf(check.error)]); return; }
      store.change(data.state, 'Everything brought back');
      say('Everything is brought back. Undo shows what was here before.');
      return;
    }
    if (data && String(data.format).startsWith('runweave-plan/')) {
      const check = await engine.ask({ ask: 'check', plan: data });
      if (check.error) { trouble(`${name} cannot be opened; nothing was changed.`, [check.error.message, ...linesOf(check.error)]); return; }
      const state = store.copy();
      delete state.example;
      Object.assign(state, { plan: data, published: data, brief: data.brief });
      store.change(state, `${name} opened`);
      say(`${name} is open.`);
    } else if (data?.athlete || data?.block) {
      await take(state => { state.brief = data; state.published = null; }, `${name} opened`);
    } else if (/^\s*\{\s*"type"/m.test(content)) {
      const log = content.endsWith('\n') ? content : `${content}\n`;
      const read = await engine.ask({ ask: 'log', plan: store.now.plan, log });
      if (!read.ok?.lines.length) { trouble(`${name} is no log that can be read; nothing was changed.`, read.ok?.problems.slice(0, 5) || linesOf(read.error)); return; }
      const state = store.copy();
      state.log = log;
      store.change(state, `${name} is the log now`);
      say(`${name} is the log now: ${count(read.ok.lines.length, 'line')}.`);
      if (read.ok.problems.length) trouble(`Some of ${name} cannot be read.`, read.ok.problems.slice(0, 5));
    } else trouble(`${name} is no plan, brief, log, recording or calendar that can be read here. Nothing was changed.`);
  }

  /** More than one person's week: a coach's eight, or two who share a browser. */
  function people() {
    if (store.place === 'folder') return null;
    const nameOf = state => state.brief.athlete?.name || state.brief.block?.name || 'somebody';
    const shelf = store.now.shelf || [];
    const swap = (index, why) => {
      const { shelf: others = [], ...own } = store.copy(), next = index < 0 ? begin.blank() : others[index];
      store.change({ ...next, shelf: [...others.filter((_, at) => at !== index), own] }, why);
      return next;
    };
    return el('section', { class: 'people' }, el('h3', {}, 'Other people'), el('p', { class: 'hint' }, `Here now: ${nameOf(store.now)}. Each has a week, a plan and a log of their own.`),
      el('ul', {}, shelf.map((state, index) => el('li', {}, el('button', { type: 'button', onclick: () => { say(`Here is ${nameOf(swap(index, `${nameOf(state)} opened`))}.`); views.show('week'); } }, nameOf(state)),
        el('span', { class: 'hint' }, state.plan ? `${count(state.plan.weeks.length, 'week')} from ${showDate(state.plan.weeks[0].start)}` : 'no plan yet')))),
      el('button', { type: 'button', onclick: async () => { swap(-1, 'Another person'); await begin.replan(); views.show('you'); } }, 'Add a person'));
  }

  function draw() {
    const has = !!store.now.plan;
    const button = (label, act, hint) => el('li', {}, el('button', { type: 'button', disabled: !has, onclick: act }, label), el('span', { class: 'hint' }, hint));
    const input = el('input', { type: 'file', multiple: true, id: 'bring', onchange: async event => { await bring(event.target.files); event.target.value = ''; } });
    $('view-take').replaceChildren(el('h2', { id: 'take-title' }, 'Print, save, share'),
      el('ul', { class: 'take' },
        button('Print for the fridge', print, 'a cover, then a week a sheet'),
        button('Calendar (plan.ics)', () => get('plan.ics', 'text/calendar'), 'import it into a calendar made for it, so that it can be replaced'),
        button('Garmin watch (watch.zip)', () => watch('fit'), 'four weeks of workouts; unpack it into Garmin/NewFiles by cable'),
        button('Other watches (intervals.txt)', () => watch('intervals'), 'text for intervals.icu, which passes workouts on to most watches'),
        button('Zwift (zwift.zip)', () => watch('zwo'), 'for runs on a treadmill'),
        button('Page (plan.html)', () => get('plan.html', 'text/html'), 'opens on any phone, without network'),
        button('Plan (plan.json)', () => get('plan.json', 'application/json'), 'for the program, or to go on elsewhere'),
        button('Brief (brief.json)', () => download('brief.json', `${JSON.stringify(store.now.brief, null, 2)}\n`, 'application/json'), 'your week as you wrote it'),
        button('Log (log.jsonl)', () => download('log.jsonl', store.now.log || '', 'application/x-ndjson'), 'what was done and how you felt'),
        button('Everything in one file', () => download('runweave-all.json', JSON.stringify({ state: store.now }), 'application/json'), 'to bring back here or on another device'),
        button('A link to this week', link, 'the week itself is in the link')),
      el('h3', {}, 'Bring something in'), el('p', { class: 'hint' }, 'A plan, a brief, a log, recordings of a watch (FIT, GPX, TCX) or another calendar (.ics). You can also drop files anywhere on the page.'), el('label', { class: 'field' }, el('span', {}, 'Files'), input),
      people(),
      el('p', { class: store.keeps ? 'hint' : 'warn' }, !store.keeps ? 'This browser keeps nothing for this page. Take everything along before you close it.' : store.place === 'folder' ? 'All is kept in your folder, in the same files as the command line’s.' : 'All is kept in this browser, and only here.'),
      el('button', { type: 'button', class: 'quiet', onclick: async () => { if (await choose('Start again with the example?', 'Your week can be brought back with Undo until you close the page.', [['Start again', true, true], ['Keep my week', null]])) begin.example(); } }, 'Start again with the example'));
  }

  return { draw, bring, fromLink };
})();
