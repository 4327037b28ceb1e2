import { strict as assert } from 'node:assert';
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { vi as words } from '../designer/words/vi.ts';
import { PHONE } from './browser/chromium.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import type { Window } from './story/window.ts';

const at = '/api/designer/procedures/construction-permit-house';
const all = readdirSync(new URL('../procedures/construction-permit-house/scenarios/', import.meta.url)).filter((name) => name.endsWith('.json')).length;
const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_whole, key: string) => String(values[key]));

describe('after a fee was changed, the scenarios', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let window: Window;
  let page: Page;
  let failed = 0;

  const played = async (): Promise<void> => {
    await page.getByRole('button', { name: words.playScenarios }).click();
    await page.getByRole('heading', { name: /^Đúng \d+, sai \d+$/ }).waitFor();
  };
  const outcome = (wrong: number) => page.getByRole('heading', { name: filled(words.scenariosOutcome, { passed: all - wrong, failed: wrong }) });

  before(async function () {
    workshop = await openWorkshop(this, '/designer/packages/construction-permit-house/scenarios');
    ({ window, page } = workshop);
    await page.getByRole('button', { name: words.playScenarios }).waitFor();
    const { text } = (await (await page.request.get(`${at}/file?path=decisions/fee.dmn`)).json()) as { text: string };
    const saved = await page.request.put(`${at}/draft`, { data: { revision: 0, files: [{ path: 'decisions/fee.dmn', text: text.replaceAll('75000', '90000') }] }, headers: { Origin: workshop.house.url } });
    assert.ok(saved.ok(), await saved.text());
    await page.reload();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  it('that come otherwise stand first', async () => {
    await played();
    const marks = await page.locator('.scenario-list > li').evaluateAll((rows) => rows.map(({ className }) => className));
    failed = marks.filter((mark) => mark === 'scenario-failed').length;
    assert.ok(failed > 5 && failed < all, `${failed} of ${all}`);
    assert.deepEqual(marks.slice(0, failed), Array.from({ length: failed }, () => 'scenario-failed'));
    await window.look('scenarios-failed');
    await page.setViewportSize(PHONE);
    await window.keep('scenarios-failed-phone');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), PHONE.width);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('are taken as expected all at once, and one goes on at the sum', async () => {
    await page.getByRole('button', { name: filled(words.scenarioTakeAll, { count: failed }) }).click();
    await outcome(0).and(page.locator(':focus')).waitFor();
    await page.getByText(filled(words.unsaved, { count: failed })).waitFor();
    assert.equal(await page.getByText(words.scenariosOld).count(), 0);
    await window.look('scenarios-taken');
  });

  it('say that they are to be played again when that is taken back, which is one step', async () => {
    await page.getByRole('button', { name: words.undo }).click();
    await page.getByText(words.scenariosOld).waitFor();
    await played();
    await outcome(failed).waitFor();
    assert.equal(await page.getByText(words.scenariosOld).count(), 0);
    await page.getByRole('button', { name: new RegExp(`^${words.scenarioRemove}`) }).first().click();
    await page.getByRole('heading', { name: filled(words.scenariosOutcome, { passed: all - failed, failed: failed - 1 }) }).and(page.locator(':focus')).waitFor();
  });
});
