import { strict as assert } from 'node:assert';
import type { Page, Response } from 'playwright-core';
import { vi as ruleWords } from '../designer/findings/words/vi.ts';
import { letters as english } from '../designer/words/en-letters.ts';
import { vi as words } from '../designer/words/vi.ts';
import type { LetterTried } from '../server/api/designer.ts';
import { pagesOfPdf } from '../server/testing/pdf-text.ts';
import { becomes } from './browser/becomes.ts';
import { PHONE } from './browser/chromium.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import type { SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const home = '/designer/packages/construction-permit-house/letters';

describe('an administrator writes letters without code', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let house: SampleHouse;
  let window: Window;
  let page: Page;
  let papers = 0;
  /** Waits for the preview that says so, or for the one that says what is wrong. */
  const paper = async (act: () => Promise<unknown>, wanted: RegExp): Promise<LetterTried> => {
    const said = async (response: Response): Promise<boolean> => {
      if (!response.url().endsWith('/try') || response.status() !== 200) return false;
      const tried = (await response.json()) as LetterTried;
      const bytes = Buffer.from(tried.pdf ?? '', 'base64');
      const says = tried.pdf === null ? tried.problems.join('\n') : (await pagesOfPdf(new Uint8Array(bytes))).join('\n');
      if (!wanted.test(says.replaceAll('\n', ' '))) return false;
      await window.keepFile(`paper-${(papers += 1)}.pdf`, bytes);
      return true;
    };
    const coming = page.waitForResponse(said);
    await act();
    return (await (await coming).json()) as LetterTried;
  };
  const block = (name: string | RegExp) => page.locator('details.field-row > summary').filter({ hasText: name });

  before(async function () {
    workshop = await openWorkshop(this);
    ({ house, window, page } = workshop);
    await page.getByRole('heading', { name: words.packages, exact: true }).waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  it('finds the letters, with the steps that issue them', async () => {
    await page.goto(home);
    const row = page.getByRole('row', { name: /Giấy phép xây dựng/ });
    await row.getByRole('button', { name: 'Cấp giấy phép' }).or(row.locator('button.link')).first().waitFor();
    await window.look('letters');
  });

  it('opens one beside its paper, filled from a scenario', async () => {
    const { missing } = await paper(() => page.getByRole('link', { name: 'Phiếu từ chối tiếp nhận, giải quyết hồ sơ' }).click(), /PHIẾU TỪ CHỐI/);
    assert.deepEqual(missing, []);
    await window.look('letter-refusal');
  });

  it('reads names instead of expressions, inserts one at the caret, and sees it on the paper before saving', async () => {
    await block(/^3\. Đoạn văn/).click();
    const area = page.getByRole('group', { name: '3. Đoạn văn' }).getByRole('textbox', { name: words.letterParagraphText });
    await becomes(() => area.inputValue(), /^«Tên cơ quan» đã xem xét hồ sơ mã «Mã hồ sơ» của Ông\/Bà/);
    await area.press('End');
    await area.press('Control+End');
    await area.pressSequentially(' Chủ nhà: ');
    await page.getByRole('group', { name: '3. Đoạn văn' }).getByRole('button', { name: `${words.letterInsert}: ${words.letterParagraphText}` }).click();
    await page.getByLabel(words.letterSearch).fill('ten chu nha');
    await window.look('letter-picker');
    await paper(() => page.getByRole('button', { name: 'Tên chủ nhà', exact: true }).click(), /Chủ nhà: +Nguyễn Văn Giả Định/);
    await becomes(() => area.inputValue(), / Chủ nhà: «Tên chủ nhà»$/);
    await page.keyboard.press('Backspace');
    await becomes(() => area.inputValue(), / Chủ nhà: $/);
  });

  it('tells of a name that nobody knows at the paragraph, in plain words', async () => {
    const area = page.getByRole('group', { name: '3. Đoạn văn' }).getByRole('textbox', { name: words.letterParagraphText });
    await area.fill('Kính thưa «Ông hàng xóm» và {{ application.owner.nickname }}.');
    await page.getByText('Không có thông tin nào tên là «Ông hàng xóm»', { exact: false }).waitFor();
    await page.getByRole('group', { name: '3. Đoạn văn' }).getByText(ruleWords['letter-field']).waitFor();
    await window.look('letter-faults');
    assert.equal((await paper(() => area.fill('Hồ sơ {{ dossier.code + }}.'), /^blocks\[2\]/)).pdf, null);
    await page.getByRole('group', { name: '3. Đoạn văn' }).getByText(ruleWords['letter-expression']).waitFor();
    await page.getByText(words.letterPreviewFaulty).waitFor();
    await window.look('letter-expression');
    // what was typed in one field is one step back
    await page.getByRole('button', { name: words.undo }).click();
    await page.getByText(words.asPublished).waitFor();
  });

  it('lets a paragraph stand only when something holds', async () => {
    await block(/Căn cứ: «/).click();
    const group = page.getByRole('group', { name: '6. Đoạn văn' });
    await group.getByLabel(words.theComparison).selectOption('unanswered');
    await group.getByRole('button', { name: words.addCondition }).click();
    const second = group.getByRole('group', { name: words.oneCondition, exact: true }).nth(1);
    await second.getByLabel(words.theFact).selectOption({ label: 'Loại giấy phép' });
    await second.getByLabel(words.theComparison).selectOption('is');
    await second.getByLabel(words.comparedWith).selectOption('repair');
    await group.getByLabel(words.ruleJoin).selectOption('any');
    await window.look('letter-condition');
  });

  it('adds a letter from a pattern, gives it a table, and loses nothing on saving', async () => {
    await page.getByRole('link', { name: words.letterBack }).click();
    await page.getByText(words.letterAdd).click();
    await page.getByLabel(words.letterPattern).selectOption('decision');
    await page.getByLabel(`${words.letterName}: ${words.inVietnamese}`).fill('Quyết định hỗ trợ');
    await paper(() => page.getByRole('button', { name: words.letterBegin }).click(), /QUYẾT ĐỊNH.*Căn cứ Luật Tổ chức chính quyền địa phương/);
    await page.getByText(words.letterNobodyIssues).waitFor();
    await page.getByLabel(words.letterNewBlock).selectOption('table');
    await paper(() => page.getByRole('button', { name: words.letterAddBlock }).click(), /Thành phần hồ sơ/);
    await window.look('letter-decision');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(/Bản nháp lưu lúc/).waitFor();
    await page.reload();
    await block(/Bảng/).waitFor();
  });

  it('copies a letter and takes it away again', async () => {
    await page.getByRole('link', { name: words.letterBack }).click();
    await page.getByRole('button', { name: `${words.letterCopy}: Quyết định hỗ trợ` }).click();
    await page.getByRole('link', { name: 'Quyết định hỗ trợ (bản sao)' }).waitFor();
    await page.getByRole('button', { name: `${words.letterDelete}: Quyết định hỗ trợ (bản sao)` }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.letterDelete }).click();
    await page.getByRole('link', { name: 'Quyết định hỗ trợ (bản sao)' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: `${words.letterDelete}: Quyết định hỗ trợ` }).click();
    await window.look('letter-delete');
    await page.getByRole('dialog').getByRole('button', { name: words.letterDelete }).click();
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(/Bản nháp lưu lúc/).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'Giấy phép xây dựng', exact: true }).waitFor();
    await becomes(() => page.getByRole('link', { name: 'Quyết định hỗ trợ' }).count(), 0);
  });

  it('works on a phone, in English, by keyboard', async () => {
    const phone = await openWindow(workshop.browser, house.url, PHONE);
    await phone.context.addCookies(await window.context.cookies());
    await phone.page.goto(`${home}/receipt`);
    await phone.page.getByRole('button', { name: 'English' }).click();
    await phone.page.getByRole('heading', { name: english.letterPreview }).waitFor();
    const summary = phone.page.locator('details.field-row > summary').filter({ hasText: /^2\. Lines of facts/ });
    await summary.focus();
    await phone.page.keyboard.press('Enter');
    await phone.page.getByRole('group', { name: '2. Lines of facts' }).locator('summary').first().focus();
    await phone.page.keyboard.press('Enter');
    await phone.page.getByRole('textbox', { name: english.letterLineValue }).first().waitFor();
    await phone.look('letter-phone');
    await phone.close();
  });
});
