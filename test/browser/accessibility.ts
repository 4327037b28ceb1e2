import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
// In the page itself, and not in its frames: what stands in one is a page of ours, looked at by itself. Of what a rule may
// want beforehand only media are asked for: the one rule that reads all style sheets (`css-orientation-lock`) is an experiment, and not run.
const options = { resultTypes: ['violations'], iframes: false, preload: { assets: ['media'] }, runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
const find = `lookedAtBy.run(document, ${JSON.stringify(options)}).then(({ violations }) =>
  violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => id + ': ' + help + ' at ' + target.join(' '))))`;

/** Every finding of axe for WCAG 2.2 A and AA on the page as it stands, one line each. A page gets axe once: it stays while the page stays, and what the browser has compiled of it too. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"lookedAtBy" in globalThis'))) await page.evaluate(`${axe}; axe.configure({ noHtml: true }); globalThis.lookedAtBy = axe; true`);
  const found = await page.evaluate<string[]>(find);
  return found.map((finding) => `${page.url()} ${finding}`);
}
