import { strict as assert } from 'node:assert';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { en as deskEn } from '../desk/words/en.ts';
import { vi as desk } from '../desk/words/vi.ts';
import { ward } from '../server/seed/units.ts';
import { publishInquiry } from '../server/testing/inquiry.ts';
import { password, runHouse, type RunningHouse } from '../server/testing/running-house.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, openBrowser, PHONE } from './browser/chromium.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { openWindow, type Window } from './story/window.ts';

const root = join(import.meta.dirname, '..');
const filled = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (_whole, key: string) => values[key]!);

describe('an officer at the desk cannot do a step, or must ask somebody above', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let browser: Browser;
  let house: RunningHouse;
  let window: Window;
  before(async function () {
    browser = await openBrowser(this);
    house = await runHouse({ apps: join(root, 'dist') });
    await publishInquiry(house.services);
    const handler = await house.visitor('thuly');
    const { dossier } = (await handler.done('POST', '/api/desk/dossiers', { procedure: 'ward-inquiry', unit: ward, data: { matter: 'Hồ sơ nhà cũ' } })) as unknown as { dossier: string };
    const task = await house.store.read((tx) => tx.tasks.first({ dossierId: dossier, node: 'look' }));
    window = await openWindow(browser, house.url, DESKTOP);
    assert.ok((await window.context.request.post('/api/session', { data: { username: 'thuly', password }, headers: { Origin: house.url } })).ok());
    await window.page.goto(`/desk/tasks/${task!.id}`);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(async () => {
    await browser?.close();
    await house?.stop();
  });

  const hard = filled(desk.raise_escalation, { name: 'Việc khó, cần ý kiến' });
  const lost = filled(desk.raise_error, { name: 'Không có hồ sơ gốc' });

  it('is offered what the process has a way for, in words, at any width', async () => {
    const { page } = window;
    await page.getByRole('button', { name: lost }).waitFor();
    await page.getByRole('button', { name: hard }).waitFor();
    await window.look('raise-offered');
    await page.setViewportSize(PHONE);
    await window.keep('raise-offered-phone');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), PHONE.width);
    await page.setViewportSize(DESKTOP);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: filled(deskEn.raise_error, { name: 'The original is not there' }) }).waitFor();
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
  });

  it('asks for an opinion for a reason, and goes on with the step and with what was typed', async () => {
    const { page } = window;
    const answer = page.getByLabel('Nội dung trả lời');
    await answer.fill('Đang xem sổ cũ');
    await page.getByRole('button', { name: hard }).click();
    const dialog = page.getByRole('dialog', { name: hard });
    await dialog.getByText(desk.raiseStays).waitFor();
    await dialog.getByRole('button', { name: desk.raiseNow_escalation }).click();
    await dialog.getByText(desk.incidentReasonMissing).waitFor();
    await window.look('raise-no-reason');
    await dialog.getByLabel(desk.incidentReason).fill('Chưa từng gặp loại sổ này');
    await dialog.getByRole('button', { name: desk.raiseNow_escalation }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText(/^Đã báo “Việc khó, cần ý kiến” ở hồ sơ/).waitFor();
    await becomes(() => answer.inputValue(), 'Đang xem sổ cũ');
    await becomes(async () => (await house.store.read((tx) => tx.tasks.find({ status: 'open' }))).map(({ node }) => node).toSorted().join(), 'know,look');
    await window.look('raise-told');
  });

  it('says that it cannot be done, and arrives at the dossier, whose history tells why', async () => {
    const { page } = window;
    await page.getByRole('button', { name: lost }).click();
    const dialog = page.getByRole('dialog', { name: lost });
    await dialog.getByText(desk.raiseEnds).waitFor();
    await dialog.getByLabel(desk.incidentReason).fill('Kho không còn sổ năm 1998');
    await window.look('raise-ask');
    await dialog.getByRole('button', { name: desk.raiseNow_error }).click();
    await page.waitForURL('**/desk/dossiers/*');
    await page.getByText(/^Đã báo “Không có hồ sơ gốc” ở hồ sơ/).waitFor();
    await window.look('raise-done');
    await becomes(async () => (await house.store.read((tx) => tx.tasks.find({ status: 'open' }))).map(({ node }) => node).toSorted().join(), 'find,know');
    const entries = await house.store.read((tx) => tx.journal.find({}, { order: [['seq', 'desc']], limit: 1 }));
    assert.deepEqual([entries[0]?.kind, entries[0]?.actor], ['task.fail', 'account-thuly']);
  });
});
