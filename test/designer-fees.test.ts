import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import { en as english } from '../designer/words/en.ts';
import { vi as ruleWords } from '../designer/findings/words/vi.ts';
import { vi as words } from '../designer/words/vi.ts';
import { becomes } from './browser/becomes.ts';
import { PHONE } from './browser/chromium.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import type { SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const home = '/designer/packages/construction-permit-house/decisions';

/** What a field says; money is written with a space that breaks no line. */
const writtenIn = (field: Locator) => async (): Promise<string> => (await field.inputValue()).replaceAll('\u00a0', ' ');

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
    await becomes(writtenIn(cell(words.output_amount, 1)), '75.000 đ');
    await becomes(writtenIn(cell(words.output_kind, 1)), words.feeKind_levy);
    await window.look('fees');
  });

  it('types an amount as it is said, and a choice by its name', async () => {
    await cell(words.output_amount, 1).fill('80.000 đ');
    await cell(words.output_amount, 1).press('Enter');
    await becomes(writtenIn(cell(words.output_amount, 1)), '80.000 đ');
    await page.getByText('1 × 75.000 đ là 75.000 đ').waitFor();
    const kind = await cell('Loại cấp phép', 1).inputValue();
    assert.equal(kind, 'Xây mới');
    await cell('Loại cấp phép', 1).fill('sửa chữa, cải tạo');
    await cell('Loại cấp phép', 1).press('Enter');
    await becomes(writtenIn(cell('Loại cấp phép', 1)), 'Sửa chữa, cải tạo');
    await page.getByRole('button', { name: words.undo }).click();
  });

  it('names several choices as people list them, and is told of one that there is not', async () => {
    await cell('Loại cấp phép', 1).fill('Xây mới, Gia hạn giấy phép đã cấp');
    await cell('Loại cấp phép', 1).press('Enter');
    await becomes(writtenIn(cell('Loại cấp phép', 1)), 'Xây mới hoặc Gia hạn giấy phép đã cấp');
    await page.getByRole('button', { name: words.undo }).click();
    await cell('Loại cấp phép', 1).fill('Xây mới và sửa nhà');
    await cell('Loại cấp phép', 1).press('Enter');
    await page.getByText(words.cellNoChoice.replace('{named}', 'Xây mới và sửa nhà')).waitFor();
    await page.getByRole('button', { name: words.undo }).click();
    await becomes(writtenIn(cell('Loại cấp phép', 1)), 'Xây mới');
  });

  it('is told what is not filled in, and what a row reckons with that the table does not ask; the same words mean it once it is asked', async () => {
    await page.getByRole('button', { name: words.addRule }).first().click();
    await page.getByText(words.cellUnfilled, { exact: true }).first().waitFor();
    await becomes(() => cell(words.output_amount, 4).inputValue(), '');
    await window.look('fees-unfilled');
    await cell(words.output_quantity, 4).fill('Số tầng');
    await cell(words.output_quantity, 4).press('Enter');
    await page.getByText(ruleWords['cell-known']).first().waitFor();
    const more = page.getByLabel(words.askMore).first();
    const storeys = await more.locator('option').filter({ hasText: /^Số tầng/ }).first().innerText();
    await more.selectOption({ label: storeys });
    await page.getByRole('button', { name: words.askMoreAct }).first().click();
    await cell(storeys, 4).waitFor();
    await cell(words.output_quantity, 4).fill(storeys);
    await cell(words.output_quantity, 4).press('Enter');
    await page.getByText(ruleWords['cell-known']).first().waitFor({ state: 'detached' });
    for (const back of [1, 2, 3, 4]) {
      void back;
      await page.getByRole('button', { name: words.undo }).click();
    }
    await cell(words.output_amount, 4).waitFor({ state: 'detached' });
  });

  it('reads and types the days of a rule as they are said', async () => {
    await page.getByLabel(words.whichTable).selectOption('time-limit');
    await becomes(writtenIn(cell('Ngày nộp', 1)), 'từ 01/07/2026');
    await cell('Ngày nộp', 1).fill('từ 1/7/2026 đến 31/12/2026');
    await cell('Ngày nộp', 1).press('Enter');
    await becomes(writtenIn(cell('Ngày nộp', 1)), 'từ 01/07/2026 đến 31/12/2026');
    await window.look('fees-days');
    await page.getByRole('button', { name: words.undo }).click();
    await becomes(writtenIn(cell('Ngày nộp', 1)), 'từ 01/07/2026');
    await page.getByLabel(words.whichTable).selectOption('fee');
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
    await becomes(() => form.getByText(words.textMissing).count(), 4);
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
    await dialog.waitFor({ state: 'detached' });
    await head('Số ngày').waitFor();
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
    await becomes(() => panel.getByLabel(words.handedTo.replace('{name}', 'Cách nộp')).inputValue(), 'filing.channel');
    await window.look('table-asked');
    // what it answers can be asked at a choice behind it
    await page.keyboard.press('Insert');
    await panel.getByLabel(words.addAfter).selectOption({ label: words.step_decide });
    await panel.getByRole('button', { name: words.add, exact: true }).press('Enter');
    await page.keyboard.press('Insert');
    await panel.getByRole('button', { name: words.connect, exact: true }).press('Enter');
    await panel.getByRole('button', { name: words.conditionBegin }).first().press('Enter');
    await becomes(() => panel.getByLabel(words.theFact).first().locator('option:checked').textContent(), 'Cấp');
    await outline.getByRole('button', { name: /Chọn cấp/ }).first().press('Enter');
    await panel.getByRole('button', { name: words.editTable.replace('{name}', 'Cấp quyết định') }).click();
    await page.getByRole('button', { name: `${words.tableDelete}: Cấp quyết định` }).click();
    await page.getByRole('dialog', { name: words.tableUsed.replace('{name}', 'Cấp quyết định') }).getByRole('button', { name: 'Chọn cấp' }).waitFor();
    await window.look('table-used');
    await page.getByRole('button', { name: words.tableKeep }).click();
    await becomes(() => page.getByLabel(words.whichTable).locator('option').filter({ hasText: 'Chọn cấp' }).count(), 0);
    assert.deepEqual(house.complaints, []);
  });

  it('reckons a fee by a formula: begun beside the tables, chosen and completed word by word, tried', async () => {
    await page.goto(home);
    await page.getByText(words.formulaAdd, { exact: true }).click();
    const form = page.locator('.new-formula');
    await form.getByRole('button', { name: words.formulaBegin }).click();
    await becomes(() => form.getByText(words.textMissing).count(), 2);
    await form.getByLabel(`${words.formulaName}: ${words.inVietnamese}`, { exact: true }).fill('Phí sao chụp');
    await form.getByLabel(`${words.formulaName}: ${words.inEnglish}`, { exact: true }).fill('Charge for copies');
    await form.getByLabel(words.tableWhere).selectOption('open');
    const question = form.getByLabel(words.tableQuestion, { exact: true });
    const storeys = await question.locator('option').filter({ hasText: /^Số tầng/ }).first().innerText();
    await question.selectOption({ label: storeys });
    await form.getByRole('button', { name: words.tableAsk }).click();
    await window.look('formula-new');
    await form.getByRole('button', { name: words.formulaBegin }).click();
    const part = page.getByRole('region', { name: /^Phí sao chụp/ });
    const formula = part.getByLabel(words.theFormula);
    await part.getByText(words.feelEmpty).waitFor();
    await part.getByText(words.formulaIdle).waitFor();
    // completed as it is typed, by what people call it
    await formula.pressSequentially('min(200000, if tang');
    await part.getByRole('listbox').getByRole('option', { name: new RegExp(storeys) }).waitFor();
    await window.look('formula-completion');
    await formula.press('Enter');
    await formula.pressSequentially(' <= 2 then 2000 * ');
    await formula.press('Escape');
    // or chosen
    const choice = part.getByLabel(words.feelInsertName);
    const name = await choice.locator('option').filter({ hasText: storeys }).getAttribute('value');
    await choice.selectOption(name);
    await becomes(() => formula.inputValue(), `min(200000, if ${name} <= 2 then 2000 * ${name}`);
    await formula.press('Control+End');
    await formula.pressSequentially(` else 4000 + 1000 * (${name} - 2))`);
    await becomes(() => formula.inputValue(), `min(200000, if ${name} <= 2 then 2000 * ${name} else 4000 + 1000 * (${name} - 2))`);
    const tried = bill().getByLabel(storeys);
    for (const [count, amount] of [['2', '4.000'], ['3', '5.000'], ['500', '200.000']] as const) {
      await tried.fill(count);
      await bill().getByText(amount, { exact: true }).waitFor();
    }
    await part.getByText(words.formulaIdle).waitFor({ state: 'detached' });
    await window.look('formula-tried');
    // the bill takes it by its name
    const whole = page.getByRole('region', { name: /^Lệ phí phải nộp/ });
    await becomes(() => whole.getByLabel(words.feelInsertName).locator('option').filter({ hasText: 'Phí sao chụp' }).count(), 1);
    assert.deepEqual(house.complaints, []);
  });

  it('works on a phone and in English', async () => {
    const phone = await openWindow(workshop.browser, house.url, PHONE);
    await phone.context.addCookies(await window.context.cookies());
    await phone.page.goto(home);
    await phone.page.getByRole('button', { name: 'English' }).click();
    await becomes(writtenIn(phone.page.getByRole('textbox', { name: `${english.output_kind}, ${english.rule} 1`, exact: true }).first()), english.feeKind_levy);
    await phone.look('fees-phone');
    await phone.page.getByText(english.tableAdd, { exact: true }).click();
    await phone.page.locator('.new-table').scrollIntoViewIfNeeded();
    await phone.look('table-new-phone');
    await phone.page.getByText(english.formulaAdd, { exact: true }).click();
    await phone.page.locator('.new-formula').scrollIntoViewIfNeeded();
    await phone.look('formula-new-phone');
    await phone.page.getByRole('columnheader', { name: english.output_amount }).getByRole('button').click();
    await phone.page.getByRole('dialog').getByRole('button', { name: english.columnSave }).waitFor();
    await phone.look('table-column-phone');
    await phone.close();
  });
});
