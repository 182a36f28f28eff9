// A line as one says it: read back while it is typed, what is in doubt asked, and what was assumed shown.
const lineForm = (() => {
  const assumed = new Map();
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

  /**
   * A form of one line. `ask` is what the planner is asked, `shown` makes an answer a sentence, `into` puts it into a state, `done` says
   * what was done.
   */
  return ({ id, label, placeholder, hint, button, ask, shown, into, done }) => {
    const box = el('input', { type: 'text', id, 'data-key': id, autocomplete: 'off', placeholder, 'aria-describedby': `${id}-hint` });
    const below = el('p', { id: `${id}-hint`, class: 'hint', 'aria-live': 'polite' }, hint);
    const read = () => engine.ask({ ask, text: box.value, today: today(), start: store.now.brief.block.start, weeks: store.now.brief.block.weeks }, `line-${id}`);
    let timer;
    box.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        if (!box.value.trim()) { below.textContent = hint; return; }
        const answer = await read();
        if (answer) below.textContent = answer.error ? plain(answer.error.message) : plain([shown(answer.ok), ...remarksOf(answer.ok.remarks)].filter(Boolean).join(' · '));
      }, 120);
    });
    async function submitted(event) {
      event.preventDefault();
      if (!box.value.trim()) return;
      let answer = await read();
      if (answer?.ok?.remarks.unsure.length) {
        const line = await settled(box.value, answer.ok.remarks);
        if (line === null) return;
        if (line !== box.value) { box.value = line; answer = await read(); }
      }
      if (!answer || answer.error) { below.textContent = plain(answer?.error.message || ''); box.select(); return; }
      const line = box.value, found = answer.ok;
      assumed.set(id, remarksOf(found.remarks));
      if (await take(state => into(state, found), done(line, found))) box.value = '';
      else { assumed.delete(id); box.value = line; }
      const again = $(id);
      if (again && again !== box) again.value = box.value;
      (again || $('main')).focus();
    }
    const told = assumed.get(id) || [];
    return el('form', { class: 'line', onsubmit: submitted }, el('label', { for: id }, label), el('div', { class: 'row' }, box, el('button', { class: 'main' }, button)), below,
      told.length ? el('div', { class: 'assumed' }, el('h4', {}, 'Assumed'), el('ul', {}, told.map(text => el('li', {}, plain(text))))) : null);
  };
})();
