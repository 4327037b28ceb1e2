import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { vi as ruleWords } from '../designer/findings/words/vi.ts';
import { en as english } from '../designer/words/en.ts';
import { drawing } from '../designer/words/vi-drawing.ts';
import { fixes } from '../designer/words/vi-fixes.ts';
import { vi as words } from '../designer/words/vi.ts';
import { becomes } from './browser/becomes.ts';
import { PHONE } from './browser/chromium.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { faults, plant, type Fault } from './story/planted.ts';
import type { SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const filled = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');

const refused: readonly (readonly [what: string, fault: Fault, rule: keyof typeof ruleWords])[] = [
  ['a deadlock', faults.deadlock, 'option-to-complete'],
  ['a missing role', faults.unnamedRole, 'step-role'],
  ['a field that nobody asks', faults.neverAsked, 'field-known'],
  ['a limit that is exceeded', faults.late, 'time-sum'],
  ['a gap in the fee table', faults.feeGap, 'decision-complete'],
  ['a formula that is not written', faults.unwritten, 'decision-written'],
];

describe('a procedure is copied, and none with a fault is published', function () {
  this.timeout(300_000);
  let workshop: Workshop;
  let sample: SampleHouse;
  let window: Window;
  let page: Page;
  const publishes = () => page.getByRole('button', { name: filled(words.publish, { number: '1' }) });
  const versionsOf = async (key: string): Promise<number> => (await (await window.context.request.get(`/api/designer/procedures/${key}`)).json() as { versions: readonly unknown[] }).versions.length;

  before(async function () {
    workshop = await openWorkshop(this);
    ({ house: sample, window, page } = workshop);
    await page.getByRole('link', { name: words.newProcedure }).waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  it('from home a procedure is copied: the copy has all of it, and changing it leaves the other as it is', async () => {
    await page.goto('/designer/');
    await page.locator('a[href$="/new?copy=construction-permit-house"]').click();
    await page.getByRole('radio', { name: /Giấy phép xây nhà/, checked: true }).waitFor();
    await page.getByLabel(words.procedureNameVi).fill('Giấy phép xây nhà, bản sao');
    await page.getByLabel(words.procedureNameEn).fill('Permit for a house, a copy');
    await window.look('copy-begun');
    await page.getByRole('button', { name: words.begin }).click();
    await page.getByRole('heading', { name: 'Giấy phép xây nhà, bản sao' }).first().waitFor();
    await page.getByText(words.noErrors).waitFor();
    const step = page.getByRole('list', { name: drawing.outline }).getByRole('button', { name: 'Thẩm định, kiểm tra thực địa' });
    const panel = page.getByRole('complementary', { name: drawing.panel });
    const name = panel.getByLabel(drawing.nameVi, { exact: true });
    await step.first().click();
    await name.fill('Thẩm định tại chỗ');
    await name.press('Enter');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(/^Bản nháp lưu/).waitFor();
    await page.getByRole('link', { name: words.packages, exact: true }).click();
    await page.getByRole('link', { name: 'Giấy phép xây nhà, bản sao', exact: true }).waitFor();
    await window.look('copy-at-home');
    await page.getByRole('link', { name: 'Giấy phép xây nhà', exact: true }).click();
    await step.first().waitFor();
    await becomes(() => page.getByRole('list', { name: drawing.outline }).getByRole('button', { name: 'Thẩm định tại chỗ' }).count(), 0);
    assert.deepEqual(sample.complaints, []);
  });

  for (const [index, [what, fault, rule]] of refused.entries())
    it(`the button that publishes does nothing for ${what}, and the page says why`, async () => {
      const key = `khong-cong-bo-${index + 1}`;
      await plant(window.context.request, sample.url, key, fault);
      await page.goto(`/designer/packages/${key}/review`);
      const check = page.getByRole('region', { name: words.reviewCheck });
      await check.getByText(ruleWords[rule]).first().waitFor();
      await becomes(() => publishes().getAttribute('aria-disabled'), 'true');
      await window.look(`refused-${rule}`);
      // neither the pointer nor the keyboard passes it
      await publishes().click({ force: true });
      await publishes().press('Enter');
      await becomes(() => publishes().getAttribute('aria-disabled'), 'true');
      assert.equal(await versionsOf(key), 0);
    });

  it('a rule that the fix offers for the gap is to be filled in; then it is sound, and published', async () => {
    const key = 'lap-khoang-trong';
    await plant(window.context.request, sample.url, key, faults.feeGap);
    await page.goto(`/designer/packages/${key}/decisions/fee`);
    await page.getByText(ruleWords['decision-complete']).first().waitFor();
    await page.getByRole('button', { name: fixes.fixRule }).first().click();
    await page.getByText(ruleWords['decision-complete']).first().waitFor({ state: 'detached' });
    await page.getByText(ruleWords['decision-written']).first().waitFor();
    await window.look('gap-to-fill-in');
    const cell = (column: string) => page.getByRole('textbox', { name: `${column}, ${words.rule} 2`, exact: true });
    for (const [column, value] of [[words.output_lines, '[]'], [words.output_total, '0'], [words.output_waived, 'Chưa thu phí']] as const) {
      await cell(column).fill(value);
      await cell(column).press('Enter');
    }
    await page.getByText(ruleWords['decision-written']).first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(/^Bản nháp lưu/).waitFor();
    await page.goto(`/designer/packages/${key}/review`);
    await page.getByRole('checkbox', { name: words.publishTemplate }).check();
    await becomes(async () => (await publishes().getAttribute('aria-disabled')) === 'true', false);
    await publishes().click();
    await page.getByText(filled(words.published, { number: '1' })).first().waitFor();
    assert.equal(await versionsOf(key), 1);
  });

  it('on a phone and in English too; a file of formulas alone is tried as such', async () => {
    const key = `khong-cong-bo-${refused.length}`;
    const place = `/api/designer/procedures/${key}`;
    const { draft: { revision } } = await (await window.context.request.get(place)).json() as { draft: { revision: number } };
    const text = '<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="reckoned-model" name="Reckoned" namespace="urn:example:reckoned"><inputData id="pages" name="pages"><variable id="pages_variable" name="pages" typeRef="number"/></inputData><decision id="reckoned" name="reckoned"><description>Tiền sao chụp</description><variable id="reckoned_variable" name="reckoned"/><informationRequirement id="needs"><requiredInput href="#pages"/></informationRequirement><literalExpression id="reckoned_expression"><text>pages * 2</text></literalExpression></decision></definitions>';
    const saved = await window.context.request.put(`${place}/draft`, { headers: { Origin: sample.url }, data: { revision, files: [{ path: 'decisions/reckoned.dmn', text }] } });
    assert.equal(saved.status(), 200, await saved.text());
    const phone = await openWindow(workshop.browser, sample.url, PHONE);
    await phone.context.addCookies(await window.context.cookies());
    await phone.page.goto(`/designer/packages/${key}/review`);
    await phone.page.getByRole('button', { name: 'English' }).click();
    await becomes(() => phone.page.getByRole('button', { name: filled(english.publish, { number: '1' }) }).getAttribute('aria-disabled'), 'true');
    await phone.look('refused-phone');
    await phone.page.goto(`/designer/packages/${key}/decisions/reckoned`);
    await phone.page.getByRole('heading', { name: english.tryFormula }).waitFor();
    await phone.look('formula-phone');
    await phone.close();
  });
});
