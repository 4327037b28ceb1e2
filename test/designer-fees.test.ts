import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import { en as english } from '../designer/words/en.ts';
import { vi as words } from '../designer/words/vi.ts';
import { PHONE } from './browser/chromium.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import type { SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const home = '/designer/packages/construction-permit-house/decisions';

/** What was typed is taken a moment after the key. */
async function becomes(field: Locator, value: string): Promise<void> {
  for (let tries = 0; tries < 100 && (await field.inputValue()).replaceAll('\u00a0', ' ') !== value; tries += 1) await new Promise((resolve) => setTimeout(resolve, 50));
  assert.equal((await field.inputValue()).replaceAll('\u00a0', ' '), value);
}

describe('an administrator who does not know DMN sets a fee', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let house: SampleHouse;
  let window: Window;
  let page: Page;
  const cell = (column: string, rule: number) => page.getByRole('textbox', { name: `${column}, ${words.rule} ${rule}`, exact: true }).first();
  const bill = () => page.getByRole('region', { name: words.tryDecision });

  before(async function () {
    workshop = await openWorkshop(this);
    ({ house, window, page } = workshop);
    await page.getByRole('heading', { name: words.packages, exact: true }).waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  it('finds the fee table first, and reads it: choices, amounts, the law', async () => {
    await page.goto(home);
    await becomes(cell(words.output_amount, 1), '75.000 đ');
    await becomes(cell(words.output_kind, 1), words.feeKind_levy);
    await window.look('fees');
  });

  it('types an amount as it is said, and a choice by its name', async () => {
    await cell(words.output_amount, 1).fill('80.000 đ');
    await cell(words.output_amount, 1).press('Enter');
    await becomes(cell(words.output_amount, 1), '80.000 đ');
    await page.getByText('1 × 75.000 đ là 75.000 đ').waitFor();
    const kind = await cell('Loại cấp phép', 1).inputValue();
    assert.equal(kind, 'Xây mới');
    await cell('Loại cấp phép', 1).fill('sửa chữa, cải tạo');
    await cell('Loại cấp phép', 1).press('Enter');
    await becomes(cell('Loại cấp phép', 1), 'Sửa chữa, cải tạo');
    await page.getByRole('button', { name: words.undo }).click();
  });

  it('tries a case and is shown the bill', async () => {
    await bill().getByLabel('Loại cấp phép').selectOption('new');
    await bill().getByLabel(/Cách nộp/).selectOption('counter');
    await bill().getByText('Phải nộp: 80.000 đ').waitFor();
    await bill().getByLabel(/Lý do miễn/).fill('Hộ nghèo');
    await bill().getByText('Phải nộp: 0 đ · miễn: Hộ nghèo').waitFor();
    await bill().scrollIntoViewIfNeeded();
    await window.look('fees-bill');
  });

  it('works on a phone and in English', async () => {
    const phone = await openWindow(workshop.browser, house.url, PHONE);
    await phone.context.addCookies(await window.context.cookies());
    await phone.page.goto(home);
    await phone.page.getByRole('button', { name: 'English' }).click();
    await becomes(phone.page.getByRole('textbox', { name: `${english.output_kind}, ${english.rule} 1`, exact: true }).first(), english.feeKind_levy);
    await phone.look('fees-phone');
    await phone.close();
  });
});
