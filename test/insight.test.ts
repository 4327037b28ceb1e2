import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { vi as words } from '../designer/words/vi.ts';
import { PHONE } from './browser/chromium.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import type { SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const step = 'Thẩm định, kiểm tra thực địa';

describe('figures of a procedure', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let house: SampleHouse;
  let window: Window;
  let page: Page;

  before(async function () {
    workshop = await openWorkshop(this, '/designer/packages/construction-permit-house/insight');
    ({ house, window, page } = workshop);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  it('real dossiers colour the drawing and fill a table', async () => {
    await page.getByRole('rowheader', { name: step }).waitFor();
    await page.locator('.heat-5').first().waitFor();
    await window.look('insight-heat');
    // a large drawing is seen whole first, and its figures are read from near
    const figures = page.locator('.picture-word').filter({ visible: true });
    for (let times = 0; times < 8 && (await figures.count()) === 0; times += 1) await page.getByRole('button', { name: words.zoomIn, exact: true }).first().click();
    await figures.first().waitFor();
    await page.getByLabel(words.heatWhat, { exact: true }).selectOption('late');
    await page.getByLabel(words.heatUnit, { exact: true }).selectOption({ index: 1 });
    await page.getByRole('rowheader', { name: step }).waitFor();
  });

  it('real dossiers are replayed on what is edited', async () => {
    await page.getByRole('tab', { name: words.replay }).click();
    await page.getByRole('button', { name: words.replayGo, exact: true }).click();
    await page.getByText(/hồ sơ vẫn ra như cũ/).waitFor();
    await window.look('insight-replay');
  });

  it('a simulation says who is busy, where dossiers wait, and what one person more would change', async () => {
    await page.getByRole('tab', { name: words.simulation }).click();
    await page.getByLabel(words.simArrivals).fill('6');
    await page.getByRole('button', { name: words.simGo, exact: true }).click();
    await page.getByText(/^Thêm một người/).waitFor();
    await window.look('insight-simulation');
  });

  it('says so of a simulation that dies, keeps what was typed, and runs it again', async () => {
    await page.route(/simulation\.worker/, (route) => route.abort());
    await page.getByRole('button', { name: words.simGo, exact: true }).click();
    const failed = page.getByText(words.simFailed, { exact: true });
    await failed.waitFor();
    await window.look('insight-simulation-died');
    assert.equal(await page.getByLabel(words.simArrivals).inputValue(), '6');
    await page.unroute(/simulation\.worker/);
    await page.getByRole('button', { name: words.retryNow }).click();
    await page.getByText(/^Thêm một người/).waitFor();
    await failed.waitFor({ state: 'detached' });
  });

  it('reads in English, the drawing too', async () => {
    await page.getByRole('tab', { name: words.heatMap, exact: true }).click();
    await page.locator('.heat-5').first().waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    const drawn = (name: string) => page.locator('.picture .djs-label').filter({ hasText: name }).first();
    await drawn('Examine').waitFor();
    await window.look('insight-english');
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await drawn('Thẩm định').waitFor();
  });

  it('reads on a phone', async () => {
    const phone = await openWindow(workshop.browser, house.url, PHONE);
    await phone.context.addCookies(await window.context.cookies());
    await phone.page.goto('/designer/packages/construction-permit-house/insight');
    await phone.page.getByRole('rowheader', { name: step }).waitFor();
    await phone.look('insight-phone');
    await phone.close();
    assert.deepEqual(house.complaints, []);
  });
});
