import { strict as assert } from 'node:assert';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { slim } from '../forms/ui/slim/alias.ts';
import { DESKTOP, openBrowser, PHONE } from './browser/chromium.ts';
import { signInAsDesigner } from './story/designer.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { smallTargets } from './story/targets.ts';
import { openWindow } from './story/window.ts';
import { vi as designerWords } from '../designer/words/vi.ts';
import { en as kitEn } from '../ui/words/en.ts';
import { vi as kitVi } from '../ui/words/vi.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const plain = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const packageOf = (specifier: string): string => specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/');

/** The packages that modules of the apps import by name, with what stands in for some of them. */
const imported = (): string[] => {
  const files = globSync('{ui,forms/ui,portal,desk,designer}/**/*.{ts,tsx}', { cwd: root }).filter((file) => !/\.test\.tsx?$|\/testing\/|\/gallery\/|\.d\.ts$/.test(file));
  const named = files.flatMap((file) => [...readFileSync(`${root}${file}`, 'utf8').matchAll(/^import\s(?!type)(?:[^'"]*?\sfrom\s)?['"]([^.'"][^'"]*)['"]|(?:import\(|new URL\()['"]([^.'"][^'"]*)['"]/gm)].map(([, one, other]) => one ?? other!));
  const meant = named.map((specifier) => slim.reduce((name, { find, replacement }) => name.replace(find, replacement), specifier));
  return [...new Set(meant.filter((specifier) => !/^(\/|node:|vite\/)/.test(specifier)).map(packageOf))].toSorted();
};

interface Notice {
  readonly title: string;
  readonly text: string;
}

const noticesOn = (page: Page): Promise<readonly Notice[]> =>
  page.evaluate('[...document.querySelectorAll("details")].map((one) => ({ title: one.querySelector("summary").textContent, text: one.querySelector("div").textContent }))');

describe('the licences of what is served', function () {
  this.timeout(120_000);
  let browser: Browser;
  let house: SampleHouse;
  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse('2026-11-18T01:00:00.000Z');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  for (const [app, size, words] of [['/', PHONE, kitVi], ['/desk/', DESKTOP, kitVi], ['/designer/', DESKTOP, kitEn]] as const)
    it(`are one press away at the foot of ${app}`, async () => {
      const { page, look, close } = await openWindow(browser, house.url, size);
      await page.goto(app);
      if (words === kitEn) await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('contentinfo').getByRole('link', { name: words.licences }).click();
      await page.getByRole('heading', { level: 1, name: kitVi.licences }).waitFor();
      const bpmn = page.locator('details').filter({ has: page.locator('summary', { hasText: /^bpmn-js \d/ }) });
      await bpmn.locator('summary').click();
      await bpmn.getByText('Copyright (c) 2014-present Camunda Services GmbH').waitFor();
      await look(`licences${app.replaceAll('/', '-')}`);
      assert.deepEqual(await smallTargets(page, size === PHONE ? 44 : 24), []);
      await close();
    });

  it('tell of each library and font its copyright and its licence, and where its source is', async () => {
    const { page, close } = await openWindow(browser, house.url, DESKTOP);
    await page.goto('/licences.html');
    const notices = await noticesOn(page);
    await close();
    const names = notices.map(({ title }) => title.split(' ')[0]!);
    // what is asked for by name, and some of what these bring along
    const served = [...imported(), 'diagram-js', 'elkjs', 'lezer-feel', 'xstate', '@fontsource/be-vietnam-pro'];
    assert.ok(served.length > 15, `${served.length} packages`);
    assert.deepEqual(served.filter((name) => !names.includes(name)), []);
    for (const { title, text } of notices) if (!title.includes('(Unlicense)')) assert.match(text, /copyright|©/i, title);
    const bpmn = notices.find(({ title }) => title.startsWith('bpmn-js '))!;
    assert.ok(plain(bpmn.text).includes(plain(readFileSync(`${root}node_modules/bpmn-js/LICENSE`, 'utf8'))), bpmn.text);
    assert.ok(bpmn.text.includes('https://github.com/bpmn-io/bpmn-js'), bpmn.text);
    assert.match(notices.find(({ title }) => title.startsWith('@fontsource/be-vietnam-pro '))!.text, /SIL OPEN FONT LICENSE Version 1\.1/);
    assert.match(notices[0]!.text, /Apache License\s+Version 2\.0/);
    const told = JSON.stringify(notices);
    assert.ok(!told.includes(root), 'nothing of the machine that built it');
  });

  for (const size of [PHONE, DESKTOP])
    it(`leave the mark of bpmn.io whole on a drawing ${size.width} pixels wide`, async () => {
      const window = await openWindow(browser, house.url, size);
      const { page } = window;
      await page.goto('/designer/packages/construction-permit-house');
      await signInAsDesigner(window);
      await page.getByText(designerWords.noErrors).waitFor();
      const mark = page.locator('.process-canvas .bjs-powered-by');
      await mark.scrollIntoViewIfNeeded();
      // the middle and just inside the corners: nothing else lies there, and nothing is cut off
      const covered = await page.evaluate(`(() => {
        const mark = document.querySelector('.process-canvas .bjs-powered-by');
        const { left, top, right, bottom } = mark.getBoundingClientRect();
        return [[(left + right) / 2, (top + bottom) / 2], [left + 2, top + 2], [right - 2, top + 2], [left + 2, bottom - 2], [right - 2, bottom - 2]]
          .flatMap(([x, y]) => { const there = document.elementFromPoint(x, y); return mark.contains(there) ? [] : [x + ', ' + y + ': ' + (there?.outerHTML.slice(0, 120) ?? 'outside')]; });
      })()`);
      assert.deepEqual(covered, []);
      await window.close();
    });
});
