import { strict as assert } from 'node:assert';
import type { Browser, Page } from 'playwright-core';
import { form as words } from '../designer/words/vi-form.ts';
import { formBuilder } from '../designer/words/vi-form-builder.ts';
import { formRules } from '../designer/words/vi-form-rules.ts';
import { drawing } from '../designer/words/vi-drawing.ts';
import { vi as designer } from '../designer/words/vi.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, PHONE, openBrowser, untilInPage } from './browser/chromium.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name]));
const forms = '/designer/packages/construction-permit-house/forms/application';

async function signIn({ page }: Window): Promise<void> {
  await page.goto('/designer/');
  await page.getByLabel(designer.username).fill('thietke');
  await page.getByLabel(designer.password).fill(samplePassword);
  await page.getByRole('button', { name: designer.signIn, exact: true }).click();
  await page.getByRole('link', { name: 'Giấy phép xây nhà', exact: true }).waitFor();
}

describe('an administrator builds a form', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let browser: Browser;
  let house: SampleHouse;
  let window: Window;
  let page: Page;
  const row = (name: string | RegExp) => page.getByRole('navigation', { name: formBuilder.formOutline }).getByRole('button', { name });
  const focused = () => page.evaluate('document.activeElement.textContent') as Promise<string>;
  const told = (said: string) => page.locator('output', { hasText: said }).first().waitFor({ state: 'attached' });
  const form = async () => {
    await page.getByRole('tab', { name: words.asJson }).click();
    const text = await page.getByLabel(words.jsonLabel).inputValue();
    await page.getByRole('tab', { name: words.questions }).click();
    return JSON.parse(text) as { ui: { pages: { id: string; fields: string[] }[]; fields: Record<string, { label: { vi: string } }> } };
  };
  const rules = async () => {
    await page.getByRole('tab', { name: words.asJson }).click();
    const text = await page.getByLabel(words.jsonLabel).inputValue();
    await page.getByRole('tab', { name: /^Quy tắc/ }).click();
    return (JSON.parse(text) as { rules: { show?: string; when?: string }[] }).rules;
  };
  const fieldsOf = async (id: string) => (await form()).ui.pages.find((one) => one.id === id)?.fields ?? [];

  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse('2026-11-18T01:00:00.000Z');
    window = await openWindow(browser, house.url, DESKTOP);
    ({ page } = window);
    await signIn(window);
    await page.goto(forms);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  it('sees sections, pages and questions, and the page beside them', async () => {
    await row(/Loại giấy phép/).first().waitFor();
    await window.look('builder');
  });

  it('adds a question from the library by keyboard alone, and is told so', async () => {
    await row(/^7\. /).click();
    await page.getByRole('button', { name: formBuilder.kind_phone, exact: true }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel(`${words.label}: ${words.inVietnamese}`).fill('Số điện thoại của vợ hoặc chồng');
    await dialog.getByLabel(`${words.label}: ${words.inEnglish}`).fill('Phone of the spouse');
    await window.look('builder-new');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    await told(filled(formBuilder.added, { name: 'Số điện thoại của vợ hoặc chồng' }));
    await page.getByRole('heading', { name: 'Số điện thoại của vợ hoặc chồng' }).waitFor();
    await page.locator('.phone').getByText('Số điện thoại của vợ hoặc chồng').waitFor();
    await window.look('builder-added');
  });

  it('moves it by keys within the page and on to the next, the focus goes with it', async () => {
    const name = /^Số điện thoại của vợ hoặc chồng/;
    const before = await form();
    const at = before.ui.pages.findIndex(({ fields }) => fields.some((id) => before.ui.fields[id]?.label.vi.startsWith('Số điện thoại của vợ')));
    await row(name).focus();
    await page.keyboard.press('Alt+ArrowUp');
    assert.match(await focused(), name);
    await page.keyboard.press('Alt+Shift+ArrowDown');
    assert.match(await focused(), name);
    const after = await form();
    assert.ok(after.ui.pages[at + 1]?.fields.some((id) => after.ui.fields[id]?.label.vi.startsWith('Số điện thoại của vợ')));
  });

  it('copies it, takes the copy away with Delete, and takes that back', async () => {
    await row(/^Số điện thoại của vợ hoặc chồng/).click();
    await page.getByRole('button', { name: formBuilder.copyQuestion, exact: true }).click();
    await page.getByRole('heading', { name: 'Số điện thoại của vợ hoặc chồng 2' }).waitFor();
    await row(/^Số điện thoại của vợ hoặc chồng 2/).focus();
    await page.keyboard.press('Delete');
    await row(/^Số điện thoại của vợ hoặc chồng 2/).waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await row(/^Số điện thoại của vợ hoặc chồng 2/).waitFor();
    await page.keyboard.press('Control+z');
    await row(/^Số điện thoại của vợ hoặc chồng 2/).waitFor({ state: 'detached' });
  });

  it('drags questions between pages and sections, and pages and sections over one another, as the keys move them', async () => {
    interface Pages { readonly ui: { readonly pages: readonly { readonly id: string; readonly section: string; readonly fields: readonly string[] }[]; readonly sections: object } }
    const order = async () => {
      const { ui: { pages, sections } } = await form() as unknown as Pages;
      return { pages: pages.map(({ id }) => id), sections: Object.keys(sections), of: new Map(pages.map((one) => [one.id, one])) };
    };
    const at = (kind: 'section' | 'page' | 'field', id: string) => page.locator(`[id="outline-${kind}-${id}"]`);
    const [before, behind] = [{ targetPosition: { x: 40, y: 3 } }, (await at('section', (await order()).sections[0]!).boundingBox())!.height - 3];
    const undone = async () => {
      await page.getByRole('button', { name: drawing.undo }).click();
      assert.deepEqual(await order(), was);
    };
    const was = await order();
    const [one = '', two = '', three = ''] = was.pages;
    const [first = '', second = ''] = was.sections;
    const inSecond = was.pages.filter((id) => was.of.get(id)?.section === second);
    // a page before another, told where it is now; the keys do the same
    await at('page', two).dragTo(at('page', one), before);
    await page.locator('output', { hasText: /vị trí 1 trên/ }).first().waitFor({ state: 'attached' });
    const swapped = await order();
    assert.deepEqual(swapped.pages.slice(0, 3), [two, one, three]);
    await undone();
    await at('page', two).focus();
    await page.keyboard.press('Alt+ArrowUp');
    assert.deepEqual(await order(), swapped);
    await undone();
    // into another section: over a page of it, and over its head
    await at('page', one).dragTo(at('page', inSecond[0]!), before);
    assert.equal((await order()).of.get(one)?.section, second);
    assert.equal((await order()).pages.indexOf(one), (await order()).pages.indexOf(inSecond[0]!) - 1);
    await undone();
    await at('page', one).dragTo(at('section', second));
    assert.deepEqual([(await order()).of.get(one)?.section, (await order()).pages.indexOf(one)], [second, was.pages.indexOf(inSecond[0]!) - 1]);
    await undone();
    // a section with its pages, behind the next one
    await at('section', first).dragTo(at('section', second), { targetPosition: { x: 40, y: behind } });
    const moved = await order();
    assert.deepEqual(moved.sections.slice(0, 2), [second, first]);
    assert.equal(moved.pages[0], inSecond[0]);
    await undone();
    await at('section', first).focus();
    await page.keyboard.press('Alt+ArrowDown');
    assert.deepEqual(await order(), moved);
    await undone();
    // a question to the end of a page of another section; what does not fit is not taken
    await at('page', one).click();
    const field = was.of.get(one)!.fields[0]!;
    await at('field', field).dragTo(at('page', inSecond[0]!));
    assert.equal((await order()).of.get(inSecond[0]!)?.fields.at(-1), field);
    await undone();
    await at('section', second).dragTo(at('page', one));
    assert.deepEqual(await order(), was);
  });

  it('drags a question over the one before it, and a kind out of the library into the list', async () => {
    const at = (await form()).ui.pages.findIndex(({ fields }) => fields.length > 2);
    const id = (await form()).ui.pages[at]?.id ?? '';
    await row(new RegExp(`^${at + 1}\\. `)).click();
    const [one = '', two = ''] = await fieldsOf(id);
    await page.locator(`[id="outline-field-${two}"]`).dragTo(page.locator(`[id="outline-field-${one}"]`), { targetPosition: { x: 40, y: 3 } });
    assert.deepEqual((await fieldsOf(id)).slice(0, 2), [two, one]);
    await page.getByRole('button', { name: drawing.undo }).click();
    assert.deepEqual((await fieldsOf(id)).slice(0, 2), [one, two]);
    await page.getByRole('button', { name: formBuilder.kind_yesNo, exact: true }).dragTo(page.locator(`[id="outline-field-${two}"]`), { targetPosition: { x: 40, y: 3 } });
    await page.getByRole('dialog').getByLabel(`${words.label}: ${words.inVietnamese}`).fill('Đã kết hôn');
    await page.getByRole('button', { name: formBuilder.insertQuestion }).click();
    assert.match((await fieldsOf(id))[1] ?? '', /daKetHon$/);
  });

  it('says on the list which texts are missing, and counts them by page', async () => {
    await row(/^Đã kết hôn/).click();
    await page.getByRole('textbox', { name: new RegExp(`^${words.label}: ${words.inEnglish}`) }).first().fill('');
    await row(new RegExp(formBuilder.missingEn)).waitFor();
    await row(/^6\. .*thiếu 1 câu chữ/).waitFor();
    await window.look('builder-missing');
    await page.getByRole('textbox', { name: new RegExp(`^${words.label}: ${words.inEnglish}`) }).first().fill('Married');
    await row(new RegExp(formBuilder.missingEn)).waitFor({ state: 'detached' });
  });

  it('edits a page, a section, choices, and columns', async () => {
    await row(/^1\. /).click();
    await window.look('builder-page');
    await row(/Loại giấy phép/).first().click();
    await window.look('builder-section');
    await page.getByRole('button', { name: formBuilder.addPage, exact: true }).click();
    await page.getByRole('heading', { name: `${words.whichPage}: Trang mới` }).waitFor();
    await page.getByRole('button', { name: formBuilder.removePage, exact: true }).click();
    await row(/^1\. /).click();
    await page.locator('[id="outline-field-permitKind"]').click();
    await window.look('builder-choices');
  });

  it('wishes for an answer without requiring it, says where it comes from, and leads to the rules about it', async () => {
    await row(/^6\. /).click();
    await page.locator('[id="outline-field-owner.position"]').click();
    await page.getByRole('combobox', { name: formBuilder.presence, exact: true }).selectOption('wanted');
    await page.locator('[id="outline-field-owner.position"]').filter({ hasText: formBuilder.isWanted }).waitFor();
    await page.getByLabel(formBuilder.register).fill('Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp');
    await page.getByLabel(formBuilder.register).press('Enter');
    await page.getByRole('button', { name: 'Hiện “Chức vụ” khi “Chủ nhà là” là Tổ chức' }).press('Enter');
    await page.locator('details.rule-row[open]').getByRole('button', { name: formRules.tryHolds }).click();
    await page.locator('.phone').getByText('(nên điền)').waitFor();
    assert.equal(await page.evaluate('document.activeElement.tagName'), 'BUTTON');
    await page.locator('details.rule-row[open] > summary').click();
    await page.getByRole('tab', { name: words.questions }).click();
  });

  it('shows the answers as they will be checked, in both languages', async () => {
    await page.getByLabel(formBuilder.previewView, { exact: true }).selectOption('answers');
    await page.getByLabel(formBuilder.previewLang, { exact: true }).selectOption('en');
    await page.locator('.phone').getByRole('heading', { name: 'Kind of permit' }).waitFor();
    await window.look('builder-answers');
  });

  it('writes a rule as a sentence by keyboard, sees whether it holds and why, hidden and shown', async () => {
    await page.getByLabel(formBuilder.previewView, { exact: true }).selectOption('page');
    await page.getByLabel(formBuilder.previewLang, { exact: true }).selectOption('vi');
    await page.getByRole('tab', { name: /^Quy tắc/ }).click();
    await window.look('rules');
    await page.getByLabel(formRules.ruleTarget).selectOption('owner.position');
    await page.getByRole('button', { name: formRules.newRule, exact: true }).press('Enter');
    const rule = page.locator('details.rule-row[open]');
    const condition = rule.getByRole('group', { name: formRules.oneCondition, exact: true });
    await condition.getByLabel(formRules.theQuestion).selectOption({ label: 'Đã kết hôn' });
    await rule.getByText('Hiện “Chức vụ” khi “Đã kết hôn” là Có', { exact: true }).waitFor();
    await rule.getByText(formRules.verdict_not, { exact: true }).first().waitFor();
    await rule.getByRole('button', { name: formRules.tryHolds }).press('Enter');
    await rule.getByText(formRules.verdict_holds, { exact: true }).first().waitFor();
    await rule.getByText(formRules.seenHolds).waitFor();
    await rule.getByText(formRules.seenNot).waitFor();
    await page.locator('.phone').getByLabel('Chức vụ').waitFor();
    await rule.getByRole('button', { name: formRules.addCondition }).press('Enter');
    await condition.nth(1).getByLabel(formRules.theQuestion).selectOption({ label: 'Chủ nhà là' });
    await condition.nth(1).getByLabel(formRules.theComparison).selectOption('isOneOf');
    await condition.nth(1).getByLabel('Tổ chức').check();
    await rule.getByLabel(formRules.ruleJoin).selectOption('any');
    await rule.getByText('Hiện “Chức vụ” khi “Đã kết hôn” là Có hoặc “Chủ nhà là” là một trong Cá nhân, Tổ chức', { exact: true }).waitFor();
    await window.look('rule');
    assert.ok((await rules()).some((one) => one.show === 'owner.position' && one.when === 'owner.daKetHon = true or owner.kind in ("individual", "organisation")'));
  });

  it('keeps FEEL that is more than a sentence, and says so', async () => {
    const rule = page.locator('details.rule-row', { hasText: 'abs(sum(work.floors.area)' });
    await rule.locator('summary').click();
    await rule.getByText(formRules.writtenInFeel, { exact: true }).waitFor();
    await becomes(() => rule.locator('.field-message').count(), 0, 'what is right is not called wrong');
    await window.look('rule-feel');
  });

  it('writes a formula with completion, is told what is wrong with it and where, and sees its value', async () => {
    const rule = page.locator('details.rule-row', { hasText: '“Hệ số sử dụng đất” tự tính' });
    await rule.locator('summary').click();
    const formula = rule.getByLabel(formRules.theFormula);
    await formula.fill('work.totalFloor / ');
    await rule.getByText(formRules.feelUnfinished).waitFor();
    await formula.pressSequentially('dien tich dat'.slice(0, 4));
    await rule.getByRole('listbox', { name: formRules.feelCompletions }).getByRole('option').first().waitFor();
    await window.look('formula');
    await formula.fill('work.totalFloor / landA');
    await formula.press('Enter');
    await becomes(() => formula.inputValue(), 'work.totalFloor / site.landArea');
    await formula.fill('work.totalFloor / lendArea');
    await formula.press('Escape');
    await rule.getByText(filled(formRules.feelNoName, { word: 'lendArea' })).waitFor();
    await formula.fill('1 + 2 * 3');
    await formula.press('Escape');
    await rule.getByText(filled(formRules.valueNow, { value: '7' })).waitFor();
    await page.getByRole('button', { name: drawing.undo }).click();
  });

  it('speaks English', async () => {
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('tab', { name: /^Rules/ }).waitFor();
    await window.look('rules-english');
    await page.getByRole('tab', { name: 'Questions' }).click();
    await window.look('builder-english');
  });

  it('fits a phone', async () => {
    const phone = await openWindow(browser, house.url, PHONE);
    await signIn(phone);
    await phone.page.goto(forms);
    await phone.page.getByRole('navigation', { name: formBuilder.formOutline }).waitFor();
    await phone.look('builder-phone');
    await phone.page.locator('#outline-page-contact').tap();
    await untilInPage(phone.page, "document.activeElement.id === 'builder-panel'");
    await phone.look('builder-phone-panel');
    await phone.page.getByRole('button', { name: formBuilder.backToList }).tap();
    await untilInPage(phone.page, "document.activeElement.id === 'outline-page-contact'");
    await phone.page.getByRole('tab', { name: /^Quy tắc/ }).click();
    await phone.page.locator('details.rule-row summary').first().click();
    await phone.look('builder-phone-rules');
    await phone.close();
    assert.deepEqual(house.complaints, []);
  });
});
