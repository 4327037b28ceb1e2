import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import alwaysOpen from '../engine/calendar/always-open.json' with { type: 'json' };
import type { Calendar } from '../engine/calendar/calendar.ts';
import { en } from '../designer/words/en.ts';
import { vi as words } from '../designer/words/vi.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, PHONE } from './browser/chromium.ts';
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
    workshop = await openWorkshop(this, '/designer/packages/construction-permit-house/insight', { calendars: [alwaysOpen as Calendar] });
    ({ house, window, page } = workshop);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  /** A longer limit, a dearer fee and a paper less, in force. */
  const publishSecond = async () => {
    const at = '/api/designer/procedures/construction-permit-house';
    const textAt = async (path: string) => ((await (await page.request.get(`${at}/file?path=${path}`)).json()) as { text: string }).text;
    const { draft: { revision } } = (await (await page.request.get(at)).json()) as { draft: { revision: number } };
    const headers = { Origin: house.url };
    const procedure = JSON.parse(await textAt('procedure.json')) as Procedure;
    const components = procedure.components.map((component) => (component.field === 'papers.foundation' ? { ...component, from: '2099-01-01' } : component));
    const text = JSON.stringify({ ...procedure, components, timeLimit: [{ ...procedure.timeLimit.at(-1)!, limit: '12 working days' }] });
    const dearer = (await textAt('decisions/fee.dmn')).replaceAll('75000', '90000');
    const saved = (await (await page.request.put(`${at}/draft`, { headers, data: { revision, files: [{ path: 'procedure.json', text }, { path: 'decisions/fee.dmn', text: dearer }] } })).json()) as { revision: number };
    const published = await page.request.post(`${at}/publish`, { headers: { ...headers, 'Idempotency-Key': 'the-second-version' }, data: { revision: saved.revision } });
    assert.ok(published.ok(), await published.text());
  };

  it('real dossiers colour the drawing and fill a table', async () => {
    await page.getByRole('rowheader', { name: step }).waitFor();
    await page.locator('.heat-5').first().waitFor();
    await becomes(() => page.locator('.picture .bjs-powered-by').first().isVisible(), true, 'the mark of bpmn.io, as its licence asks');
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
    await page.getByLabel(words.simDays).fill('15');
    await page.getByLabel('Số người: Cán bộ thụ lý').fill('1');
    await page.getByRole('button', { name: words.simGo, exact: true }).click();
    await page.getByText(/^Thêm một người/).waitFor();
    await page.getByText(/^Bản đang sửa: trong 10 lần chạy, từ \d+ đến \d+ % hồ sơ đúng hạn\.$/).waitFor();
    await becomes(() => page.getByRole('columnheader', { name: words.simApart.replace('{version}', words.simDraft) }).count(), 0, 'one version alone is not said to differ');
    await window.look('insight-simulation');
    assert.equal(await page.getByText(words.simOld).count(), 0);
    await page.getByLabel('Số người: Cán bộ thụ lý').fill('2');
    await page.getByText(words.simOld).waitFor();
    await page.getByLabel('Số người: Cán bộ thụ lý').fill('1');
    await page.getByText(words.simOld).waitFor({ state: 'detached' });
  });

  it('a simulation goes by another calendar of the house, when it is chosen', async () => {
    const calendar = page.getByLabel(words.whichCalendar, { exact: true });
    await becomes(() => calendar.locator('option').allTextContents(), [alwaysOpen.name.vi, 'Lịch làm việc Thành phố Hồ Chí Minh']);
    await becomes(() => calendar.inputValue(), 'hcmc');
    const outcome = page.getByText(/^Bản đang sửa: trong 10 lần chạy, từ \d+ đến \d+ % hồ sơ đúng hạn\.$/);
    const run = async (): Promise<string> => {
      await page.getByRole('button', { name: words.simGo, exact: true }).click();
      await page.getByText(words.simOld).waitFor({ state: 'detached' });
      await page.getByRole('progressbar').waitFor({ state: 'detached' });
      await outcome.waitFor();
      return (await page.getByRole('tabpanel').innerText()).replaceAll(/\s+/g, ' ');
    };
    const byCity = await run();
    await calendar.selectOption(alwaysOpen.id);
    await page.getByText(words.simOld).waitFor();
    await becomes(() => page.getByLabel(words.simArrivals).inputValue(), '6', 'what was typed stays');
    const alwaysWorked = await run();
    assert.notEqual(alwaysWorked, byCity);
    await window.look('insight-simulation-calendar');
    await calendar.selectOption('hcmc');
    await page.getByText(words.simOld).waitFor();
    assert.equal(await run(), byCity, 'the same figures by the same calendar come to the same');
  });

  it('says so of a simulation that dies, keeps what was typed, and runs it again', async () => {
    await page.route(/simulation\.worker/, (route) => route.abort());
    await page.getByRole('button', { name: words.simGo, exact: true }).click();
    const failed = page.getByText(words.simFailed, { exact: true });
    await failed.waitFor();
    await window.look('insight-simulation-died');
    await becomes(() => page.getByLabel(words.simArrivals).inputValue(), '6');
    await page.unroute(/simulation\.worker/);
    await page.getByRole('button', { name: words.retryNow }).click();
    await page.getByText(/^Thêm một người/).waitFor();
    await failed.waitFor({ state: 'detached' });
  });

  it('replays real dossiers on a published version against an older one, and tells what differs, of each and in sum', async () => {
    await publishSecond();
    await page.reload();
    await page.getByRole('tab', { name: words.replay }).click();
    await page.getByLabel(words.simVersion, { exact: true }).selectOption({ label: 'Phiên bản 2 (đang áp dụng)' });
    await page.getByLabel(words.simAgainst, { exact: true }).selectOption({ label: 'Phiên bản 1' });
    await page.getByRole('button', { name: words.replayGo, exact: true }).click();
    await page.getByRole('heading', { name: 'Phiên bản 2 (đang áp dụng) so với Phiên bản 1' }).waitFor();
    const sums = page.getByRole('table', { name: words.replaySums });
    const sum = async (what: string) => Number(await sums.getByRole('row').filter({ has: page.getByRole('rowheader', { name: what, exact: true }) }).getByRole('cell').first().textContent());
    const [papers, fees] = [await sum(words.replay_papers), await sum(words.replay_fee)];
    const each = page.getByRole('table', { name: /hồ sơ sẽ khác$/ });
    await becomes(() => each.getByText('không còn phải nộp “Bản vẽ móng và sơ đồ đấu nối hạ tầng”', { exact: true }).count(), papers);
    await becomes(() => each.getByText('90.000 đ thay vì 75.000 đ: nhiều hơn 15.000 đ', { exact: true }).count(), fees);
    assert.ok(papers > fees && fees > 0, `${papers} papers, ${fees} fees`);
    await sums.getByText(`không còn phải nộp “Bản vẽ móng và sơ đồ đấu nối hạ tầng” (${papers} hồ sơ)`, { exact: true }).waitFor();
    await window.look('insight-replay-versions');
    await page.setViewportSize(PHONE);
    await window.keep('insight-replay-versions-phone');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), PHONE.width);
    await page.setViewportSize(DESKTOP);
  });

  it('simulates a published version beside an older one, and tells a difference from chance', async () => {
    await page.getByRole('tab', { name: words.simulation }).click();
    await page.getByLabel(words.simVersion, { exact: true }).selectOption({ label: 'Phiên bản 2 (đang áp dụng)' });
    await page.getByLabel(words.simAgainst, { exact: true }).selectOption({ label: 'Phiên bản 1' });
    await page.getByLabel(words.simArrivals).fill('4');
    await page.getByLabel(words.simDays).fill('15');
    await page.getByLabel('Số người: Cán bộ thụ lý').fill('1');
    await page.getByRole('button', { name: words.simGo, exact: true }).click();
    await page.getByText(/^Khác nhau thật, không lần chạy nào ngược lại: giữ đúng hạn\./).waitFor();
    const inTime = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: words.simInTime, exact: true }) });
    await inTime.getByText(/nhiều hơn \d+ điểm %/).waitFor();
    const load = page.getByRole('table', { name: words.simLoad });
    await becomes(() => load.locator('tbody tr').first().locator('.sim-fill').count(), 2, 'the load of both is drawn');
    assert.deepEqual(new Set(await load.locator('tbody td:last-child').allTextContents()), new Set([words.simAlike]), 'the limit by law makes nobody busier');
    await window.look('insight-simulation-versions');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText(/^Truly different, and in no run the other way: kept in time\./).waitFor();
    await page.getByRole('table', { name: en.simWaits }).getByRole('rowheader', { name: 'Examine, inspect the site' }).waitFor();
    await window.look('insight-simulation-versions-english');
    await page.setViewportSize(PHONE);
    await window.keep('insight-simulation-versions-phone');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), PHONE.width);
    await page.setViewportSize(DESKTOP);
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  });

  it('reads in English, the drawing too', async () => {
    await page.getByRole('tab', { name: words.heatMap, exact: true }).click();
    await page.locator('.heat-5').first().waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    const drawn = (name: string) => page.locator('.picture .djs-label').filter({ hasText: name }).first();
    await drawn('Examine').waitFor();
    await page.getByRole('rowheader', { name: 'Examine, inspect the site' }).waitFor();
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
