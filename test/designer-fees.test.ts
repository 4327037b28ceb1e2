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

  it('makes a table of her own: what it asks, what it answers; told of a gap at once', async () => {
    await page.getByText(words.tableAdd, { exact: true }).click();
    const form = page.locator('.new-table');
    const both = (legend: string, vi: string, en: string) => async (within: Locator): Promise<void> => {
      await within.getByLabel(`${legend}: ${words.inVietnamese}`, { exact: true }).fill(vi);
      await within.getByLabel(`${legend}: ${words.inEnglish}`, { exact: true }).fill(en);
    };
    await form.getByRole('button', { name: words.tableBegin }).click();
    assert.equal(await form.getByText(words.textMissing).count(), 4);
    await both(words.tableName, 'Cấp quyết định', 'Level that decides')(form);
    await form.getByLabel(words.tableQuestion, { exact: true }).selectOption('filing.channel');
    await form.getByRole('button', { name: words.tableAsk }).click();
    await both(words.columnName, 'Cấp', 'Level')(form);
    await form.getByLabel(words.columnKind).selectOption({ label: words.columnKind_choice });
    await form.getByLabel(words.columnValues).fill('Phường\nThành phố');
    await window.look('table-new');
    await form.getByRole('button', { name: words.tableBegin }).click();
    await page.getByRole('heading', { name: /^Cấp quyết định/ }).waitFor();
    await cell('Cấp', 1).fill('Phường');
    await cell('Cách nộp', 1).fill('Trực tuyến');
    await cell('Cách nộp', 1).press('Enter');
    await page.getByRole('button', { name: words.fixRule }).first().click();
    await cell('Cấp', 2).fill('Thành phố');
    await cell('Cấp', 2).press('Enter');
    await bill().getByLabel('Cách nộp').selectOption('counter');
    await bill().getByText('Thành phố', { exact: true }).waitFor();
    // its columns, by keyboard
    const dialog = page.getByRole('dialog');
    const head = (name: string) => page.getByRole('columnheader', { name, exact: true }).getByRole('button');
    await page.getByRole('button', { name: words.answerAdd }).press('Enter');
    await both(words.columnName, 'Số ngày', 'Days')(dialog);
    await dialog.getByLabel(words.columnKind).selectOption({ label: words.columnKind_number });
    await dialog.getByRole('button', { name: words.columnSave }).press('Enter');
    await head('Cách nộp').press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await dialog.getByRole('heading', { name: words.columnOf.replace('{name}', 'Số ngày') }).waitFor();
    await window.look('table-column');
    await dialog.getByRole('button', { name: words.columnLeft }).press('Enter');
    await page.waitForFunction(() => [...document.querySelectorAll('.decision-outputs .decision-column')].map((one) => one.textContent?.trim()).join() === 'Số ngày,Cấp');
    await head('Số ngày').press('Enter');
    await dialog.getByRole('button', { name: words.columnDrop }).press('Enter');
    await head('Số ngày').waitFor({ state: 'detached' });
    await window.look('table-begun');
  });

  it('has a step ask it, begins another from the step, and cannot delete what is in use', async () => {
    const panel = page.getByRole('complementary', { name: words.panel });
    const outline = page.getByRole('list', { name: words.outline });
    await page.getByRole('link', { name: words.placeProcess, exact: true }).click();
    await outline.getByRole('button', { name: /^Bảng quyết định/ }).first().press('Enter');
    await page.keyboard.press('Insert');
    await panel.getByLabel(words.addAfter).selectOption('bpmn:BusinessRuleTask');
    await panel.getByRole('button', { name: words.add, exact: true }).press('Enter');
    await panel.getByLabel(words.nameVi).fill('Chọn cấp');
    await panel.getByRole('button', { name: words.beginTable }).click();
    await panel.getByRole('button', { name: words.editTable.replace('{name}', 'Chọn cấp') }).waitFor();
    await page.keyboard.press('Control+z');
    await panel.getByRole('button', { name: words.beginTable }).waitFor();
    await panel.getByLabel(words.decision, { exact: true }).selectOption({ label: 'Cấp quyết định' });
    assert.equal(await panel.getByLabel(words.handedTo.replace('{name}', 'Cách nộp')).inputValue(), 'filing.channel');
    await window.look('table-asked');
    // what it answers can be asked at a choice behind it
    await page.keyboard.press('Insert');
    await panel.getByLabel(words.addAfter).selectOption({ label: words.step_decide });
    await panel.getByRole('button', { name: words.add, exact: true }).press('Enter');
    await page.keyboard.press('Insert');
    await panel.getByRole('button', { name: words.connect, exact: true }).press('Enter');
    await panel.getByRole('button', { name: words.conditionBegin }).first().press('Enter');
    assert.equal(await panel.getByLabel(words.theFact).first().locator('option:checked').textContent(), 'Cấp');
    await outline.getByRole('button', { name: /Chọn cấp/ }).first().press('Enter');
    await panel.getByRole('button', { name: words.editTable.replace('{name}', 'Cấp quyết định') }).click();
    await page.getByRole('button', { name: `${words.tableDelete}: Cấp quyết định` }).click();
    await page.getByRole('dialog', { name: words.tableUsed.replace('{name}', 'Cấp quyết định') }).getByRole('button', { name: 'Chọn cấp' }).waitFor();
    await window.look('table-used');
    await page.getByRole('button', { name: words.tableKeep }).click();
    assert.equal(await page.getByLabel(words.whichTable).locator('option').filter({ hasText: 'Chọn cấp' }).count(), 0);
    assert.deepEqual(house.complaints, []);
  });

  it('works on a phone and in English', async () => {
    const phone = await openWindow(workshop.browser, house.url, PHONE);
    await phone.context.addCookies(await window.context.cookies());
    await phone.page.goto(home);
    await phone.page.getByRole('button', { name: 'English' }).click();
    await becomes(phone.page.getByRole('textbox', { name: `${english.output_kind}, ${english.rule} 1`, exact: true }).first(), english.feeKind_levy);
    await phone.look('fees-phone');
    await phone.page.getByText(english.tableAdd, { exact: true }).click();
    await phone.page.locator('.new-table').scrollIntoViewIfNeeded();
    await phone.look('table-new-phone');
    await phone.page.getByRole('columnheader', { name: english.output_amount }).getByRole('button').click();
    await phone.page.getByRole('dialog').getByRole('button', { name: english.columnSave }).waitFor();
    await phone.look('table-column-phone');
    await phone.close();
  });
});
