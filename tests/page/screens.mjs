// A page on screens: four widths, light and dark, and what an accessibility engine says.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const tools = createRequire(new URL('../tools/package.json', import.meta.url));
const axe = readFileSync(tools.resolve('axe-core/axe.min.js'), 'utf8');

const WIDTHS = [320, 390, 820, 1280];
const AXE_WIDTHS = [390, 820, 1280];
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** The rules that ask what is painted where. They take most of the engine's time, and nothing else depends on the scheme. */
const PAINTED = ['color-contrast', 'target-size'];

/** Elements whose text is cut off or that stick out of their section, in the print layout of a paper. */
export const cutOff = () =>
  [...document.querySelectorAll('main *')]
    .filter((element) => !element.closest('svg, .unseen, .word') && element.getClientRects().length > 0)
    .filter((element) => {
      const style = getComputedStyle(element);
      const hidden = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      const section = element.closest('section, main').getBoundingClientRect();
      const box = element.getBoundingClientRect();
      return (hidden && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
        || box.right > section.right + 1 || box.left < section.left - 1;
    })
    .map((element) => `${element.tagName.toLowerCase()}.${element.className} "${element.textContent.trim().slice(0, 40)}"`);

/** Leaves of a page's weeks only those that hold an element in a place in which no week before holds one like it. */
const shortened = () => {
  const seen = new Set();
  const like = (element) => element.matches('section.week') ? element.className : `${like(element.parentElement)}>${element.localName}.${element.getAttribute('class')}`;
  for (const week of document.querySelectorAll('section.week')) {
    const all = [...week.querySelectorAll('*')].map(like);
    if (all.every((it) => seen.has(it))) week.remove();
    for (const it of all) seen.add(it);
  }
};

/** What is wrong with a page in every width and scheme goes to `find`. */
export async function screens(page, find) {
  await page.evaluate(axe);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });
  await fits(page, find);
  // The whole page for what its structure must be, then each kind of week for what is painted.
  await accessible(page, find, 'whole', { runOnly: TAGS, rules: Object.fromEntries(PAINTED.map((rule) => [rule, { enabled: false }])) });
  await page.evaluate(shortened);
  for (const width of AXE_WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme: 'light' });
    await accessible(page, find, `light, ${width} px`, { runOnly: TAGS });
    await page.emulateMedia({ colorScheme: 'dark' });
    await accessible(page, find, `dark, ${width} px`, { runOnly: { type: 'rule', values: PAINTED } });
  }
}

/** Nothing is cut off and nothing scrolls sideways. */
export async function fits(page, find) {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 844 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wide > 0) find(`${width} px: scrolls sideways by ${wide} px`);
    for (const text of (await page.evaluate(cutOff)).slice(0, 3)) find(`${width} px: ${text} is cut off or sticks out`);
  }
}

/** The accessibility engine with these options. Only what it finds leaves the page: the rest is megabytes. */
async function accessible(page, find, label, options) {
  const violations = await page.evaluate(async (given) =>
    (await window.axe.run(document, { ...given, resultTypes: ['violations'] })).violations.map(({ id, help, nodes }) => `axe ${id}: ${help}: ${nodes[0].html.slice(0, 120)}`), options);
  for (const violation of violations) find(`${label}: ${violation}`);
}

/** The week that a link leads to is seen alone, and "All weeks" brings the others back. */
export async function folds(page, find) {
  const seen = async (selector) => {
    await page.locator(selector).last().click();
    return page.locator('section.week').evaluateAll((weeks) => weeks.filter((week) => week.checkVisibility()).length);
  };
  const weeks = await page.locator('section.week').count();
  const [alone, all] = [await seen('nav#weeks a'), await seen('section.week nav a[href="#weeks"]')];
  if (alone !== 1 || all !== weeks) find(`a link to a week shows ${alone} of ${weeks}, and "All weeks" ${all}`);
  await page.locator('nav#weeks a').first().click();
}
