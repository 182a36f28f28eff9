// Small words for making elements: text goes in as text, never as HTML.
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
    else if (key === 'style') Object.assign(made.style, value);
    else if (key === 'value') made.value = value;
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

const $ = id => document.getElementById(id);
const minutesOf = clock => { const [h, m] = clock.split(':'); return +h * 60 + +m; };
const clockOf = minutes => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const twelve = () => store.now?.brief.display?.clock === '12h';
function showClock(minutes) {
  if (!twelve()) return clockOf(minutes % 1440);
  const hour = Math.floor(minutes / 60) % 24;
  return `${hour % 12 || 12}:${String(minutes % 60).padStart(2, '0')} ${hour < 12 ? 'am' : 'pm'}`;
}
const dateOf = text => { const [y, m, d] = text.slice(0, 10).split('-'); return new Date(Date.UTC(+y, m - 1, +d)); };
const isoOf = date => date.toISOString().slice(0, 10);
const plusDays = (text, days) => { const date = dateOf(text); date.setUTCDate(date.getUTCDate() + days); return isoOf(date); };
const weekdayOf = text => (dateOf(text).getUTCDay() + 6) % 7;
const showDate = text => dateOf(text).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const spokenDate = text => dateOf(text).toLocaleDateString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });
function showLength(minutes) {
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h${minutes % 60 ? ` ${minutes % 60} min` : ''}`;
}
/** Today in the block's own time zone. */
function today() {
  try {
    return new Date().toLocaleDateString('sv-SE', { timeZone: store.now?.brief.block?.timezone || undefined });
  } catch { return new Date().toLocaleDateString('sv-SE'); }
}
/** JSON as briefs may be written: with remarks and a comma too many. */
function looseJson(text) {
  try { return JSON.parse(text); } catch { /* perhaps with remarks */ }
  const string = '("(?:[^"\\\\]|\\\\.)*")';
  const without = (text, what) => text.replace(new RegExp(`${string}|${what}`, 'g'), (_, kept) => kept ?? '');
  try { return JSON.parse(without(without(text, '//[^\n]*|/\\*[^]*?\\*/'), ',(?=\\s*[}\\]])')); } catch { return null; }
}
/** What the planner says in code, as this page calls it: a key of the brief by its label, anything else in quotes. */
const LABELS = { longest_recent_minutes: 'Longest run lately', runs_per_week: 'Runs a week', current_weekly_minutes: 'Minutes a week now', max_heart_rate: 'Highest pulse', resting_heart_rate: 'Pulse at rest', birth_year: 'Year of birth', availability: 'Free times' };
const plain = text => text.replace(/`([^`]*)`/g, (_, code) => { const label = LABELS[code.split('.').pop()]; return `“${label || code}”${label ? ' under You' : ''}`; });
const count = (number, word) => `${number} ${word}${number === 1 ? '' : 's'}`;
/** Says a thing in the one line that is always in sight; on a phone it fades when it had time to be read. */
function say(text) {
  const line = $('said');
  line.textContent = plain(text);
  delete line.dataset.old;
  clearTimeout(say.timer);
  say.timer = setTimeout(() => { line.dataset.old = ''; }, 4000 + text.length * 60);
}
function trouble(text, detail) {
  const box = $('trouble');
  box.hidden = !text;
  box.replaceChildren(...(text ? [el('p', {}, plain(text)), detail && el('ul', {}, detail.map(line => el('li', {}, plain(line))))].filter(Boolean) : []));
}
/** What is wrong, as lines for a person. */
function linesOf(error) {
  const lines = (error.problems || []).map(problem => [problem.message, problem.help].filter(Boolean).join(' '));
  return [...lines, error.hint, error.detail].filter(Boolean);
}
/** A question in a dialog; resolves to the chosen answer's value, or null. */
function choose(title, body, answers) {
  const dialog = $('ask');
  return new Promise(resolve => {
    const end = value => { dialog.close(); dialog.onclose = null; resolve(value); };
    const buttons = answers.map(([label, value, main]) => el('button', { type: 'button', class: main ? 'main' : '', onclick: () => end(value) }, label));
    dialog.replaceChildren(el('h2', { id: 'ask-title' }, title), ...[body].flat().filter(Boolean).map(part => typeof part === 'string' ? el('p', {}, part) : part), el('div', { class: 'answers' }, buttons));
    dialog.onclose = () => resolve(null);
    dialog.showModal();
  });
}
