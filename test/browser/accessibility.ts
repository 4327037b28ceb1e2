import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
// In the page itself, and not in its frames: what stands in one is a page of ours, looked at by itself. Of what a rule may
// want beforehand only media are asked for: the one rule that reads all style sheets (`css-orientation-lock`) is an experiment, and not run.
const options = { resultTypes: ['violations'], iframes: false, preload: { assets: ['media'] }, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** Axe reads the text of a colour anew for each element that has it, through whole spaces of colours: a quarter of its time. A text is one colour. */
const eachColourOnce = `(({ prototype }) => {
  const [read, known] = [prototype.parseString, new Map()];
  prototype.parseString = function (text) {
    const { r, g, b, alpha } = known.get(text) ?? read.call(this, text);
    if (!known.has(text)) known.set(text, { r, g, b, alpha });
    return Object.assign(this, { r, g, b, alpha });
  };
})(axe.commons.color.Color)`;
/**
 * Axe is not shown what it has nothing to say of, more than half of the elements of a page with a diagram: what is drawn within a picture,
 * without words, names or places to press, and the answers of a list that are not chosen.
 */
const withoutMute = `((look) => {
  const speaks = (node) => ['text', 'tspan', 'title', 'desc', 'a', 'foreignObject'].includes(node.tagName) || !(node instanceof SVGElement)
    || node.getAttributeNames().some((name) => ['role', 'tabindex', 'lang'].includes(name) || name.startsWith('aria-'));
  const isMute = (node) => node instanceof SVGElement ? ![node, ...node.querySelectorAll('*')].some(speaks) : node.tagName === 'OPTION' && !node.selected;
  const parents = [...document.querySelectorAll('svg, svg *, select, optgroup')].filter(({ childElementCount }) => childElementCount > 0);
  for (const parent of parents) Object.defineProperty(parent, 'childNodes', { configurable: true, value: [...parent.childNodes].filter((child) => !isMute(child)) });
  return look().finally(() => parents.forEach((parent) => delete parent.childNodes));
})`;
const find = `${withoutMute}(() => lookedAtBy.run(document, ${JSON.stringify(options)})).then(({ violations }) =>
  violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => id + ': ' + help + ' at ' + target.join(' '))))`;

/**
 * What axe judges of a page, as one short text: elements with their attributes, whether a letter or more is there, what colours are asked for
 * and how wide the window is. Not what the text says, nor numbers in names, nor how many rows alike follow each other.
 */
const shape = `(() => {
  const spoken = new Set(['alt', 'title', 'placeholder', 'value', 'href', 'src', 'datetime', 'd', 'points', 'transform', 'x', 'y', 'width', 'height', 'viewBox', 'data-element-id']);
  const referring = new Set(['for', 'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-owns', 'aria-activedescendant', 'aria-details', 'aria-errormessage']);
  const counted = new Set(['id', 'name', 'aria-label']);
  const said = ({ name, value }) => referring.has(name)
    ? name + '=' + value.split(' ').every((id) => document.getElementById(id))
    : spoken.has(name) ? name + (value.trim() ? '' : '=')
    : name + '=' + (!counted.has(name) && !name.startsWith('data-') ? value : value.replace(/[«_:]r_?[0-9a-z]+[»_:]|\\d+/g, '#'));
  const told = (node) => {
    if (node.nodeType === 3) return ['', 'letter', 'words'][Math.min(2, node.data.trim().length)];
    if (node.nodeType !== 1 || node.tagName === 'SCRIPT' || node.tagName === 'STYLE') return '';
    const children = [...node.childNodes].map(told).filter((child, index, all) => child && child !== all[index - 1]);
    return '<' + node.tagName + [...node.attributes].map(said).sort().join(' ') + (node.disabled ? '!' : '') + '>' + children.join('') + '/';
  };
  const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
  const media = ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'].map((query) => matchMedia(query).matches);
  const text = [innerWidth, devicePixelRatio, document.documentElement.style.zoom, new Set(ids).size === ids.length, document.title !== '', ...media].join() + told(document.documentElement);
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 2654435761);
    other = Math.imul(other ^ text.charCodeAt(at), 1597334677);
  }
  return (one >>> 0).toString(36) + '-' + (other >>> 0).toString(36);
})()`;

/** Shapes that pleased, of this process and, in a run of all tests, of all of them. */
const pleasing = new Set<string>();
const folder = process.env['MOTCUA_SAMPLES'];
const keptAt = (seen: string): string | null => (folder === undefined ? null : join(folder, `pleases-axe-${seen}`));

/**
 * Every finding of axe for WCAG 2.2 A and AA on the page as it stands, one line each. Axe takes twice as long as the page itself,
 * so a shape that has pleased it is not looked at again. A page gets axe once: it stays while the page stays, and what the browser has compiled of it too.
 */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  const seen = await page.evaluate<string>(shape);
  const kept = keptAt(seen);
  if (pleasing.has(seen) || (kept !== null && existsSync(kept))) return [];
  if (!(await page.evaluate('"lookedAtBy" in globalThis'))) await page.evaluate(`${axe}; axe.configure({ noHtml: true }); ${eachColourOnce}; globalThis.lookedAtBy = axe; true`);
  const found = await page.evaluate<string[]>(find);
  if (found.length === 0) {
    pleasing.add(seen);
    if (kept !== null) writeFileSync(kept, '');
  }
  return found.map((finding) => `${page.url()} ${finding}`);
}
