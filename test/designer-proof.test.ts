import { strict as assert } from 'node:assert';
import type { Browser, Page } from 'playwright-core';
import { vi as ruleWords } from '../designer/findings/words/vi.ts';
import { drawing } from '../designer/words/vi-drawing.ts';
import { story } from '../designer/words/vi-story.ts';
import { vi as words } from '../designer/words/vi.ts';
import { keepsTo } from '../engine/testing/bar.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, PHONE, openBrowser, untilInPage } from './browser/chromium.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { faults, plant } from './story/planted.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const house = '/designer/packages/construction-permit-house';

const rounds = 6;

/** Milliseconds from the next change of the drawing until the outline shows a finding, and until it shows what only the proof finds, watched in the page itself. */
const watch = `globalThis.shown = new Promise((resolve) => {
  let began, first;
  addEventListener('click', () => { began = performance.now(); }, { capture: true, once: true });
  new MutationObserver((_, observer) => {
    if (began === undefined || !document.querySelector('.outline-error')) return;
    first ??= performance.now() - began;
    if (![...document.querySelectorAll('.outline-error')].some(({ textContent }) => textContent.includes(${JSON.stringify(ruleWords['dead-element'])}))) return;
    observer.disconnect();
    resolve([first, performance.now() - began]);
  }).observe(document.body, { childList: true, subtree: true });
});
globalThis.longest = 0;
let last = performance.now();
globalThis.ticking = setInterval(() => { const now = performance.now(); globalThis.longest = Math.max(globalThis.longest, now - last); last = now; }, 5);`;

describe('the proof beside the drawing', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let browser: Browser;
  let sample: SampleHouse;
  let window: Window;
  let page: Page;
  const outline = () => page.getByRole('list', { name: drawing.outline });
  const row = (name: string) => outline().getByRole('button', { name });
  const undo = () => page.getByRole('button', { name: drawing.undo }).click();
  const remove = () => page.locator('.djs-context-pad [data-action=delete]').first().click();

  const enter = async (into: Window, to = house): Promise<void> => {
    await into.page.goto(to);
    await into.page.getByLabel(words.username).fill('thietke');
    await into.page.getByLabel(words.password).fill(samplePassword);
    await into.page.getByRole('button', { name: words.signIn, exact: true }).click();
    await into.page.getByRole('list', { name: drawing.outline }).waitFor();
  };
  before(async function () {
    browser = await openBrowser(this);
    sample = await openSampleHouse('2026-11-18T01:00:00.000Z');
    window = await openWindow(browser, sample.url, DESKTOP);
    ({ page } = window);
    await enter(window);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(async () => {
    await browser?.close();
    await sample?.close();
  });

  it('finds what is wrong beside its step while the server never answers, soon after the change', async () => {
    await page.getByText(words.noErrors).waitFor();
    // who looks at the steps, or at another part, comes back to where the findings were left
    const side = page.getByRole('group', { name: drawing.sideViews });
    const tab = (name: string) => side.getByRole('tab', { name: new RegExp(`^${name}`) });
    const scrolled = () => side.evaluate((one) => Math.round((one as unknown as { scrollTop: number }).scrollTop));
    await page.setViewportSize({ width: DESKTOP.width, height: 600 });
    await tab(words.findings).click();
    await side.evaluate((one) => (one as unknown as { scrollTo(x: number, y: number): void }).scrollTo(0, 90));
    await untilInPage(page, 'document.querySelector(".process-side").scrollTop === 90');
    await tab(words.steps).click();
    assert.equal(await scrolled(), 0);
    await tab(words.findings).click();
    assert.equal(await scrolled(), 90);
    await page.getByRole('link', { name: words.placeAbout, exact: true }).click();
    await page.getByRole('link', { name: words.placeProcess, exact: true }).click();
    assert.equal(await scrolled(), 90);
    await tab(words.steps).click();
    await page.setViewportSize(DESKTOP);
    await page.route('**/check', () => undefined);
    const took: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      await row('Quyết định?').click();
      await page.evaluate(watch);
      await remove();
      const [first, proven] = (await page.evaluate('shown')) as [number, number];
      took.push(proven);
      console.log(`      shown after ${Math.round(first)} ms, proven after ${Math.round(proven)} ms; the page itself was busy for at most ${Math.round(await page.evaluate('clearInterval(ticking), longest') as number)} ms`);
      if (round < rounds - 1) {
        await undo();
        await outline().locator('.outline-error').first().waitFor({ state: 'detached' });
      }
    }
    await outline().getByText(ruleWords['dead-element']).first().waitFor();
    await window.look('proof-beside');
    await page.unroute('**/check');
    await undo();
    await page.getByText(words.noErrors).waitFor();
    // What is promised, measured on two cores that do other work too: the best of several.
    assert.ok(keepsTo(Math.min(...took), 500), took.join(', '));
  });

  it('shows how a finding comes about, step by step, as a list too', async () => {
    await plant(window.context.request, sample.url, 'thu-tac', faults.deadlock);
    await page.goto('/designer/packages/thu-tac');
    await row('Gộp lại').click();
    await page.getByRole('button', { name: story.showHow }).first().click();
    const played = page.getByRole('region', { name: new RegExp('^Chuyện xảy ra') });
    await played.getByRole('heading').and(page.locator(':focus')).waitFor();
    // with reduced motion tokens stand, and the story goes on by itself until it is stopped
    await played.getByRole('button', { name: story.storyPlay }).waitFor();
    const steps = played.getByRole('listitem');
    await becomes(() => steps.allTextContents(), ['Bắt đầu', 'Tiếp nhận, kiểm tra hồ sơ → theo “Tiếp nhận”', 'Giấy tiếp nhận và hẹn trả']);
    await played.getByText('Lúc đó quy trình đứng ở: Gộp lại.').waitFor();
    await becomes(() => page.locator('.story-token-fault').count(), 1);
    await window.look('proof-story');
    await played.getByRole('button', { name: story.storyBack }).focus();
    await page.keyboard.press('Enter');
    await becomes(() => played.locator('[aria-current=step]').textContent(), 'Tiếp nhận, kiểm tra hồ sơ → theo “Tiếp nhận”');
    await played.getByRole('button', { name: 'Bắt đầu' }).focus();
    await page.keyboard.press('Enter');
    await becomes(() => played.locator('[aria-current=step]').textContent(), 'Bắt đầu');
    await played.getByRole('button', { name: story.storyStop }).focus();
    await page.keyboard.press('Enter');
    await played.waitFor({ state: 'detached' });
    // the drawing is cleaned a moment after its list has gone
    await page.waitForFunction(() => document.querySelectorAll('.story-token').length === 0);
  });

  it('moves tokens along the flows, can be held, quicker and slower', async () => {
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    await page.getByRole('button', { name: story.showHow }).first().click();
    await page.getByRole('button', { name: story.storyStep, exact: true }).click();
    const token = page.locator('.story-token').last();
    const place = () => token.evaluate((circle) => circle.getAttribute('cx'));
    const first = await place();
    let later = first;
    for (let look = 0; look < 50 && later === first; look += 1) later = await page.waitForTimeout(60).then(place);
    await window.keep('proof-moving');
    assert.notEqual(first, later);
    await page.getByLabel(story.storySpeed).selectOption('2');
    await page.getByRole('button', { name: story.storyStop }).click();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    assert.deepEqual(sample.complaints, []);
  });

  it('fits a phone', async () => {
    const phone = await openWindow(browser, sample.url, PHONE);
    await enter(phone, '/designer/packages/thu-tac');
    await phone.page.getByRole('list', { name: drawing.outline }).getByRole('button', { name: 'Gộp lại' }).click();
    await phone.page.getByRole('button', { name: story.showHow }).first().click();
    await phone.page.getByRole('button', { name: story.storyPlay }).waitFor();
    await phone.look('proof-phone');
    await phone.close();
  });
});
