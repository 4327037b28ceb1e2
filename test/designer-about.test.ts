import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { vi as ruleWords } from '../designer/findings/words/vi.ts';
import { vi as words } from '../designer/words/vi.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, PHONE } from './browser/chromium.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import type { SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_whole, key: string) => String(values[key]));
const at = '/designer/packages/bat-dong-san';

describe('an administrator finds the way on the long page about a procedure', function () {
  this.timeout(300_000);
  let workshop: Workshop;
  let house: SampleHouse;
  let window: Window;
  let page: Page;

  const contents = (on: Page) => on.getByRole('navigation', { name: words.aboutContents });
  const focused = (on: Page): Promise<string> => on.evaluate('document.activeElement.id');
  /** How far the top of something is from the top of the window. */
  const topOf = async (on: Page, selector: string): Promise<number> => (await on.locator(selector).boundingBox())!.y;
  const undoing = () => page.getByRole('button', { name: words.undo, exact: true });

  before(async function () {
    workshop = await openWorkshop(this);
    ({ house, window, page } = workshop);
    await page.getByText(words.healthSound).first().waitFor();
    const begun = await page.request.post('/api/designer/procedures', { data: { key: 'bat-dong-san', name: { vi: 'Xác nhận tình trạng bất động sản', en: 'State of a property' }, from: { template: 'blank' } }, headers: { Origin: house.url } });
    assert.ok(begun.ok(), await begun.text());
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  it('by contents that stay in sight and lead to each part, by pointer and by keys', async () => {
    await page.goto(`${at}/about`);
    await contents(page).getByRole('link', { name: words.aboutSheet }).click();
    await becomes(() => focused(page), 'about-sheet');
    assert.ok((await topOf(page, '#about-sheet')) < DESKTOP.height / 2);
    const seen = (await contents(page).boundingBox())!;
    assert.ok(seen.y >= 0 && seen.y < 40, `the contents are at ${seen.y}`);
    await becomes(() => contents(page).locator('[aria-current=location]').innerText(), words.aboutSheet);
    await contents(page).locator('a[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await becomes(() => focused(page), 'about-service');
    await window.look('about-contents');
  });

  it('on a phone by one line that stays on top', async () => {
    const phone = await openWindow(workshop.browser, house.url, PHONE);
    await phone.context.addCookies(await window.context.cookies());
    await phone.page.goto(`${at}/about`);
    await contents(phone.page).getByRole('link', { name: words.aboutPapers }).click();
    await becomes(() => focused(phone.page), 'about-papers');
    const seen = (await contents(phone.page).boundingBox())!;
    assert.ok(seen.y < 2 && seen.height < 70, `the contents are at ${seen.y}, ${seen.height} high`);
    assert.ok((await topOf(phone.page, '#about-papers')) > seen.height, 'the contents hide what they lead to');
    await phone.look('about-contents-phone');
    await phone.close();
  });

  it('from a finding beside the drawing to the field that mends it, also into a folded row', async () => {
    await page.goto(at);
    await page.getByRole('tab', { name: new RegExp(`^${words.findings}`) }).click();
    const law = page.getByRole('listitem').filter({ hasText: 'Văn bản quy định thủ tục này' }).filter({ hasText: ruleWords['filled-in'] });
    await law.getByRole('button').click();
    await page.getByRole('textbox', { name: `${words.lawTitle}: ${words.inVietnamese}` }).and(page.locator(':focus')).waitFor();
    await becomes(() => focused(page), 'law-0-title-vi');
    // one of several statements without a source: the first, and when that is mended the next
    const source = page.locator('#about-service-part').getByRole('listitem').filter({ hasText: 'Mẫu để bắt đầu' });
    await source.getByRole('link', { name: words.aboutToField }).click();
    await becomes(() => focused(page), 'about-limit-0-source');
    await page.locator('#about-limit-0-source').fill('Quyết định của phường');
    await page.locator('#about-limit-0-source').press('Enter');
    await source.filter({ hasText: '6 chỗ' }).getByRole('link', { name: words.aboutToField }).click();
    await becomes(() => focused(page), 'about-agency-source');
    await undoing().click();
  });

  it('and a day that is typed and deleted again leaves nothing to take back, however the file is written', async () => {
    for (const [key, law] of [['bat-dong-san', 0], ['household-business', 5]] as const) {
      await page.goto(`/designer/packages/${key}/about#law-${law}-to`);
      const field = page.locator(`#law-${law}-to`);
      await field.and(page.locator(':focus')).waitFor();
      await field.pressSequentially('01/07/2099');
      await undoing().and(page.locator(':not([aria-disabled=true])')).waitFor();
      for (let left = 10; left > 0; left -= 1) await page.keyboard.press('Backspace');
      await undoing().and(page.locator('[aria-disabled=true]')).waitFor();
    }
  });

  it('words of a template are published only by whoever says so; what the review counts is what it lists', async () => {
    await page.goto(`${at}/review`);
    const told = page.getByText(/^Không có lỗi/);
    await told.waitFor();
    const [, warnings, notes] = /(\d+)\D+(\d+)/.exec(await told.innerText())!;
    const more = page.locator('details').filter({ hasText: filled(words.otherFindings, { warnings: warnings!, notes: notes! }) });
    await becomes(() => more.locator('.finding').count(), Number(warnings) + Number(notes));
    const publish = page.getByRole('button', { name: filled(words.publish, { number: 1 }) });
    await page.getByText(words.templateWordsLeft).waitFor();
    await becomes(() => publish.getAttribute('aria-disabled'), 'true');
    await page.getByRole('checkbox', { name: words.publishTemplate }).check();
    await publish.and(page.locator(':not([aria-disabled=true])')).waitFor();
    await window.look('about-review');
    await page.locator('.notice').getByRole('link').first().click();
    await page.locator('#law-0-title-vi:focus').waitFor();
  });
});
