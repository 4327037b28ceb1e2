import { strict as assert } from 'node:assert';
import type { Browser, Page } from 'playwright-core';
import { vi as deskWords } from '../desk/words/vi.ts';
import { vi as words } from '../designer/words/vi.ts';
import type { DossierRows } from '../server/api/desk.ts';
import type { DesignerPackage, PackageText } from '../server/api/designer.ts';
import type { ProcessView } from '../server/api/move.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { vi as why } from '../ui/incidents/words/vi.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, openBrowser, PHONE, untilInPage } from './browser/chromium.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const key = 'construction-permit-house';
const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name]));

describe('an administrator changes dossiers in flight', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let browser: Browser;
  let house: SampleHouse;
  let window: Window;
  let page: Page;

  /** As the apps ask: with the session of the window, from its own site. */
  const ask = async <T>(method: 'GET' | 'PUT' | 'POST', path: string, data?: unknown, from: Window = window): Promise<T> => {
    const answer = await from.context.request.fetch(path, { method, headers: { Origin: house.url }, ...(data === undefined ? {} : { data }) });
    assert.ok(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return answer.json() as Promise<T>;
  };
  const signIn = async (at: Page, path: string, login: string): Promise<void> => {
    await at.goto(path);
    await at.getByLabel(words.username).fill(login);
    await at.getByLabel(words.password).fill(samplePassword);
    await at.getByRole('button', { name: words.signIn, exact: true }).click();
  };

  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse('2026-11-18T01:00:00.000Z');
    window = await openWindow(browser, house.url, DESKTOP);
    ({ page } = window);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  it('looks before publishing at what a draft would ask of whom, gives a step that is gone its place, and goes on from there once it is published', async () => {
    await signIn(page, '/designer/', 'quantri');
    await page.getByRole('link', { name: 'Giấy phép xây nhà', exact: true }).waitFor();
    const { text, revision } = await ask<PackageText>('GET', `/api/designer/procedures/${key}/file?path=process.bpmn`);
    const other = text.replaceAll(/"examine"/g, '"appraise"').replaceAll('fourEyes="examine ', 'fourEyes="appraise ');
    await ask('PUT', `/api/designer/procedures/${key}/draft`, { revision, files: [{ path: 'process.bpmn', text: other }] });
    await page.goto(`/designer/packages/${key}/review`);
    const ahead = page.getByRole('region', { name: words.inFlight });
    const place = ahead.getByLabel(/Bước “Thẩm định.*Bước thay thế/);
    await place.waitFor();
    await ahead.getByText(/không còn trong phiên bản mới/).waitFor();
    await ahead.getByText(/^Xem \d+ hồ sơ và bước đang đứng$/).first().click();
    await becomes(() => ahead.getByRole('link').first().getAttribute('href'), /^\/desk\/process\//, 'an administrator sees where it stands, not what it holds');
    await window.look('in-flight-review');
    await page.setViewportSize(PHONE);
    await window.keep('in-flight-review-phone');
    await page.setViewportSize(DESKTOP);
    await place.selectOption('appraise');
    await ahead.getByText(/không còn trong phiên bản mới/).waitFor({ state: 'detached' });
    // what was chosen is not lost with the page
    await page.reload();
    await place.waitFor();
    await becomes(() => place.inputValue(), 'appraise');
    await becomes(() => ahead.getByText(/không còn trong phiên bản mới/).count(), 0);
    await window.look('in-flight-review-placed');
    const hash = await page.locator('code.hash').textContent();
    await page.getByLabel(words.note).fill('Đổi tên bước thẩm định');
    await page.getByRole('button', { name: filled(words.publish, { number: 2 }) }).click();
    await page.getByText(filled(words.published, { number: 2 })).waitFor();
    assert.equal((await ask<DesignerPackage>('GET', `/api/designer/procedures/${key}`)).versions[0]?.hash, hash, 'what was shown is what is published');
    await window.look('in-flight-published');
    // what was chosen in the review is tried at once
    await page.getByRole('button', { name: words.moveInFlight }).click();
    await page.getByText(filled(words.transferCannot, { count: 0 })).waitFor();
    await becomes(() => page.getByLabel(/Bước “Thẩm định.*Bước thay thế/).inputValue(), 'appraise');
    await window.look('transfer-placed');
  });

  it('takes them over for a reason, sees how far it has come, and takes them back', async () => {
    const start = page.getByRole('button', { name: /^Chuyển \d+ hồ sơ$/ });
    await start.click();
    await page.getByText(words.transferReasonMissing).waitFor();
    await page.getByLabel(words.transferReason).fill('Quy trình mới có hiệu lực');
    await start.click();
    const told = page.getByRole('heading', { name: filled(words.transferTitle, { from: 1, to: 2 }) });
    await told.and(page.locator(':focus')).waitFor();
    await page.getByText(/^\d+ đã chuyển$/).waitFor();
    await page.getByText(/đang chờ$/).waitFor({ state: 'detached' });
    // nobody is left on the version they came from
    const chosen = page.getByLabel(words.transferFrom).locator('option:checked');
    await chosen.filter({ hasText: filled(words.versionRunning, { number: 1, count: 0 }) }).waitFor({ state: 'detached' });
    await becomes(() => chosen.innerText(), /^Phiên bản 2 \([1-9]/);
    await window.look('transfer-done');
    await page.getByRole('button', { name: words.transferUndo }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(words.transferReason).fill('Thử trước khi có quyết định');
    await window.look('transfer-undo');
    await dialog.getByRole('button', { name: words.transferUndoNow, exact: true }).click();
    await told.and(page.locator(':focus')).waitFor();
    await page.getByText(/^\d+ đã về$/).waitFor();
    await page.setViewportSize(PHONE);
    await page.reload();
    await page.getByText(/^\d+ đã về$/).waitFor();
    await page.getByRole('button', { name: words.dryRun }).click();
    await page.getByText(words.transferNotSafe).waitFor();
    await becomes(() => page.getByRole('table', { name: words.transferNotSafe }).getByRole('link').first().getAttribute('href'), /^\/desk\/process\//, 'one comes from a code to where it stands');
    await window.keep('transfer-phone');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), PHONE.width, 'scrolls sideways');
    await page.setViewportSize(DESKTOP);
  });

  it('skips a step that failed, or puts its data right, at the desk', async () => {
    const clerk = await openWindow(browser, house.url, DESKTOP);
    await signIn(clerk.page, '/desk/', 'truongphong');
    await clerk.page.getByRole('link', { name: deskWords.navWork }).first().waitFor();
    const { dossiers } = await ask<DossierRows>('GET', '/api/desk/dossiers', undefined, clerk);
    const stuck: string[] = [];
    for (const { id } of dossiers) {
      const { tokens, version } = await ask<ProcessView>('GET', `/api/dossiers/${id}/process`);
      const at = tokens.find(({ node }) => node === 'examine');
      if (at === undefined || stuck.length === 2) continue;
      // A decision before the step it depends on: it cannot be made.
      await ask('POST', `/api/dossiers/${id}/move`, { expectedVersion: version, cancel: [at.token], begin: [{ place: 'after', element: 'conclusion' }], reason: 'Thử bước bị lỗi' });
      const { incidents } = await ask<{ incidents: { dossier: string }[] }>('GET', '/api/incidents');
      if (incidents.some(({ dossier }) => dossier === id)) stuck.push(id);
    }
    assert.equal(stuck.length, 2);
    await page.goto('/desk/incidents');
    await page.getByRole('button', { name: deskWords.incidentSkip }).first().waitFor();
    // in the reader's words; the engine's own stand below for whoever mends it
    await page.getByText(why.incidentWhyMissing).first().waitFor();
    await window.look('incidents');
    await page.getByRole('button', { name: deskWords.incidentMend }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(deskWords.incidentPath).fill('examination.outcome');
    await dialog.getByLabel(deskWords.incidentValue).fill('ok');
    await dialog.getByRole('button', { name: deskWords.incidentMendAndRetry }).click();
    await dialog.getByText(deskWords.incidentReasonMissing).waitFor();
    const box = await dialog.boundingBox();
    assert.ok(box && Math.abs(box.y * 2 + box.height - DESKTOP.height) < 4, `a dialog stands in the middle, not at ${JSON.stringify(box)}`);
    await window.look('incident-mend');
    await dialog.getByRole('button', { name: deskWords.incidentLeaveBe }).click();
    await page.getByRole('button', { name: deskWords.incidentSkip }).first().click();
    await dialog.getByRole('radio').first().check();
    await dialog.getByLabel(deskWords.incidentReason).fill('Theo ý kiến của lãnh đạo');
    await window.look('incident-skip');
    await page.setViewportSize(PHONE);
    await window.keep('incident-skip-phone');
    await page.setViewportSize(DESKTOP);
    const before = await page.getByRole('button', { name: deskWords.incidentSkip, exact: true }).count();
    await dialog.getByRole('button', { name: deskWords.incidentSkipNow, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await untilInPage(page, `document.querySelectorAll('.notice-danger').length < ${String(before)}`);
    // the other one is still told of where the designers look first
    await page.goto('/designer/');
    await page.getByText(/^\d+ hồ sơ dừng vì lỗi$/).first().waitFor();
  });
});
