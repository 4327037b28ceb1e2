import { strict as assert } from 'node:assert';
import type { Browser, Page } from 'playwright-core';
import { vi as words } from '../designer/words/vi.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, PHONE, openBrowser } from './browser/chromium.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const procedure = 'Giấy phép xây nhà';
const at = '/api/designer/procedures/construction-permit-house';
const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_whole, key: string) => String(values[key]));

describe('an administrator publishes for a later day', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let browser: Browser;
  let house: SampleHouse;
  let window: Window;
  let page: Page;

  const save = async (text: string): Promise<void> => {
    const { draft: { revision } } = (await (await page.request.get(at)).json()) as { draft: { revision: number } };
    const answer = await page.request.put(`${at}/draft`, { data: { revision, files: [{ path: 'README.md', text }] }, headers: { Origin: house.url } });
    assert.ok(answer.ok(), await answer.text());
  };
  const followed = async (): Promise<string> => ((await (await page.request.get('/api/procedures/construction-permit-house/forms/application')).json()) as { version: string }).version;

  const signIn = async (): Promise<void> => {
    await page.getByLabel(words.username).fill('thietke');
    await page.getByLabel(words.password).fill(samplePassword);
    await page.getByRole('button', { name: words.signIn, exact: true }).click();
  };

  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse('2026-11-18T01:00:00.000Z');
    window = await openWindow(browser, house.url, DESKTOP);
    ({ page } = window);
    await page.goto('/designer/');
    await signIn();
    await page.getByText(words.healthSound).first().waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  it('with a note and a day; the former version stays until then', async () => {
    const before = await followed();
    await save('Từ năm mới');
    await page.goto('/designer/packages/construction-permit-house/review');
    await page.getByLabel(words.note).fill('Nghị định mới');
    await page.getByLabel(words.publishFrom).fill('2026-11-20');
    await page.locator('button.button-main:not([aria-disabled=true])', { hasText: filled(words.publishOn, { number: 2, day: '20/11/2026' }) }).waitFor();
    await window.look('coming-review');
    await page.getByRole('button', { name: filled(words.publishOn, { number: 2, day: '20/11/2026' }) }).click();
    await page.getByText(filled(words.publishedFrom, { at: '00:00 20/11/2026' })).waitFor();
    await becomes(() => page.evaluate<string>('document.activeElement.textContent'), new RegExp(`^${filled(words.published, { number: 2 })}`), 'one goes on where it is told');
    await window.look('coming-published');
    assert.equal(await followed(), before);
  });

  it('sees it at home, in the head and among the versions, at any width', async () => {
    await page.goto('/designer/');
    await page.getByRole('row', { name: procedure }).getByText(filled(words.comingVersion, { number: 2, at: '00:00 20/11/2026' })).waitFor();
    await page.goto('/designer/packages/construction-permit-house/versions');
    const row = page.getByRole('row', { name: filled(words.isComing, { at: '00:00 20/11/2026' }) });
    await row.getByText('Nghị định mới').waitFor();
    await window.look('coming-versions');
    await page.setViewportSize(PHONE);
    await page.reload();
    await row.waitFor();
    await window.keep('coming-versions-phone');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), PHONE.width);
    await page.setViewportSize(DESKTOP);
  });

  it('goes on editing from it, and decides what becomes of it when something is published meanwhile', async () => {
    await save('Từ năm mới, sửa lại');
    await page.goto('/designer/packages/construction-permit-house/review');
    const off = page.getByRole('checkbox', { name: filled(words.callOffToo, { number: 2, at: '00:00 20/11/2026' }) });
    await becomes(() => off.isChecked(), true, 'it is what the draft goes on from');
    await off.uncheck();
    await page.getByText(filled(words.comingStays, { number: 2, at: '00:00 20/11/2026' })).waitFor();
    await off.check();
    await page.getByLabel(words.publishFrom).fill('2026-11-21');
    await window.look('coming-again');
    await page.getByRole('button', { name: filled(words.publishOn, { number: 3, day: '21/11/2026' }) }).click();
    await page.getByRole('link', { name: words.seeVersions }).click();
    await page.getByRole('row', { name: filled(words.isComing, { at: '00:00 21/11/2026' }) }).waitFor();
    await becomes(() => page.getByRole('button', { name: words.callOff }).count(), 1);
  });

  it('calls it off, sets it again, and on its day it is in force', async () => {
    await page.getByRole('button', { name: words.callOff }).click();
    await window.look('coming-call-off');
    await page.getByRole('dialog').getByRole('button', { name: words.callOff }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.callOff }).waitFor({ state: 'detached' });
    await page.locator(':focus').getByText(filled(words.calledOff, { number: 3 })).waitFor();
    await save('Từ ngày mai');
    await page.goto('/designer/packages/construction-permit-house/review');
    await page.getByLabel(words.publishFrom).fill('2026-11-19');
    await page.getByRole('button', { name: filled(words.publishOn, { number: 4, day: '19/11/2026' }) }).click();
    await page.getByRole('link', { name: words.seeVersions }).click();
    const before = await followed();
    const versions = page.url();
    // Nobody is signed in so long, and no page that is still open asks anything meanwhile.
    await page.goto('about:blank');
    house.later(16 * 60);
    assert.notEqual(await followed(), before);
    await page.goto(versions);
    await signIn();
    for (let look = 0; look < 15 && (await page.getByRole('row', { name: `4 ${words.isLive}` }).count()) === 0; look += 1) {
      await page.waitForTimeout(1_000);
      await page.reload();
      await page.getByRole('table').first().waitFor();
    }
    await page.getByRole('row', { name: `4 ${words.isLive}` }).getByText('00:00 19/11/2026').waitFor();
    await window.look('coming-in-force');
    assert.deepEqual(house.complaints, []);
  });
});
