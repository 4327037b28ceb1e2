import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { vi as words } from '../designer/words/vi.ts';
import { vi as portal } from '../portal/words/vi.ts';
import { vi as filing } from '../portal/filing/words/vi.ts';
import type { Data } from '../engine/state.ts';
import type { Form } from '../forms/form.ts';
import { PHONE, untilInPage } from './browser/chromium.ts';
import { answerAll, fileIt } from './story/citizen.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import type { SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const template = new URL('../designer/templates/permit', import.meta.url).pathname;
const json = async <T>(path: string): Promise<T> => JSON.parse(await readFile(`${template}/${path}`, 'utf8')) as T;
const name = 'Cấp phép dựng rạp';
const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_whole, key: string) => String(values[key]));

describe('a draft is tried out', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let house: SampleHouse;
  let window: Window;
  let page: Page;
  let trial = '';
  const screen = (person: string) => page.frameLocator(`iframe[title="${filled(words.tryFrame, { name: person })}"]`);

  before(async function () {
    workshop = await openWorkshop(this, '/designer/new');
    ({ house, window, page } = workshop);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  it('begins on what is edited, and shows a citizen’s phone', async () => {
    await page.getByRole('radio', { name: /^Cấp phép/ }).check();
    await page.getByLabel(words.procedureNameVi).fill(name);
    await page.getByLabel(words.procedureNameEn).fill('Permit to put up a marquee');
    await page.getByRole('button', { name: words.begin }).click();
    await page.getByText(words.noErrors).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: words.placeTry, exact: true }).click();
    await window.look('trial-before');
    await page.getByRole('button', { name: words.tryStart }).click();
    // there, or on the first screen within, whose frame `:focus-within` does not tell
    await untilInPage(page, "document.activeElement.closest('.trial-player') !== null");
    await screen('Nguyễn Văn Giả Định').getByRole('link', { name }).click();
    await screen('Nguyễn Văn Giả Định').getByRole('heading', { level: 1 }).waitFor();
    await window.look('trial-citizen');
  });

  it('the citizen files on that phone', async () => {
    const alone = await page.getByRole('link', { name: words.tryAlone }).getAttribute('href');
    assert.match(alone ?? '', /^\/try\/[\w-]+\/applicant\/$/);
    trial = page.url();
    await page.goto(alone ?? '');
    await page.getByRole('link', { name }).click();
    await page.getByRole('button', { name: portal.begin }).first().click();
    const form = await json<Form>('forms/application.json');
    await answerAll(window, { form, answers: await json<Data>('scenarios/applications/usual.json'), leftEmpty: ['owner.email'] });
    await page.getByRole('link', { name: filing.filingCheck }).click();
    await fileIt(window);
  });

  it('the clerk has work, the clock is moved, and the way is shown on the drawing', async () => {
    await page.goto(trial);
    await page.getByRole('button', { name: /^Cán bộ tiếp nhận \(thử\)/ }).click();
    await screen('Cán bộ tiếp nhận (thử)').getByRole('link').filter({ hasText: 'H29' }).first().waitFor();
    await window.look('trial-clerk');
    await page.getByRole('button', { name: words.tryDay }).click();
    await page.getByText('Thứ Năm, 19/11/2026').waitFor();
    await page.getByRole('button', { name: words.tryShow }).click();
    await page.getByText(words.trailPassed, { exact: true }).waitFor();
    await window.look('trial-way');
    await page.getByRole('button', { name: words.trailHide }).click();
  });

  it('what was lived is kept as a scenario that passes', async () => {
    await page.getByRole('navigation').getByRole('link', { name: words.placeTry, exact: true }).click();
    await page.getByRole('button', { name: words.tryRecord }).click();
    const dialog = page.getByRole('dialog', { name: words.tryRecord });
    await dialog.getByRole('button', { name: words.tryRecord }).click();
    await dialog.getByText(words.tryNameMissing).first().waitFor();
    await dialog.getByLabel(words.tryNameVi).fill('Nộp rồi chờ một ngày');
    await dialog.getByLabel(words.tryNameEn).fill('Filed, then a day');
    await window.look('trial-record');
    await dialog.getByRole('button', { name: words.tryRecord }).click();
    await page.getByText(filled(words.tryRecorded, { name: 'Nộp rồi chờ một ngày' })).waitFor();
    // the dialog was taken away while open, and gives the focus back all the same
    await page.getByRole('button', { name: words.tryRecord }).and(page.locator(':focus')).waitFor();
    await window.look('trial-recorded');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByRole('navigation').getByRole('link', { name: words.placeScenarios, exact: true }).click();
    await page.getByRole('button', { name: words.playScenarios }).click();
    await page.getByRole('heading', { name: filled(words.scenariosOutcome, { passed: 5, failed: 0 }) }).waitFor();
    await page.getByRole('button', { name: words.tryShow }).click();
    await page.getByText(words.coverage).waitFor();
    await window.look('scenario-coverage');
    await page.getByRole('button', { name: words.trailHide }).click();
  });

  it('works on a phone too', async () => {
    const phone = await openWindow(workshop.browser, house.url, PHONE);
    await phone.context.addCookies(await window.context.cookies());
    await phone.page.goto(trial);
    await phone.page.getByRole('button', { name: words.tryStart }).click();
    await phone.page.frameLocator('iframe').getByRole('link', { name }).waitFor();
    await phone.look('trial-phone');
    await phone.close();
    assert.deepEqual(house.complaints, []);
  });
});
