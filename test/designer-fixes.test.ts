import { strict as assert } from 'node:assert';
import type { Page } from 'playwright-core';
import { en as englishRules } from '../designer/findings/words/en.ts';
import { vi as ruleWords } from '../designer/findings/words/vi.ts';
import { drawing as english } from '../designer/words/en-drawing.ts';
import { drawing } from '../designer/words/vi-drawing.ts';
import { fixes } from '../designer/words/vi-fixes.ts';
import { vi as words } from '../designer/words/vi.ts';
import { becomes } from './browser/becomes.ts';
import { PHONE } from './browser/chromium.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { faults, plant, type Fault } from './story/planted.ts';
import type { SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

interface Planted {
  readonly name: string;
  readonly fault: Fault;
  readonly rule: keyof typeof ruleWords;
  /** The step that has it, by its name in the outline. */
  readonly at: string;
  /** The button that mends it, and what is chosen before. */
  readonly fix: string;
  readonly choose?: readonly [list: string, value: string];
}

const filled = (text: string, values: Readonly<Record<string, string>>): string => text.replace(/\{(\w+)\}/g, (_whole, name: string) => values[name] ?? '');

const plantings: readonly Planted[] = [
  { name: 'a join that waits in vain', fault: faults.deadlock, rule: 'option-to-complete', at: 'Gộp lại', fix: fixes.fixJoinFirst },
  { name: 'a join that waits for more than was begun', fault: faults.deadlock, rule: 'option-to-complete', at: 'Gộp lại', fix: fixes.fixJoinBegun },
  { name: 'ways side by side that nothing brings together', fault: faults.twice, rule: 'safeness', at: 'Ghi sổ trả', fix: filled(fixes.fixJoinAll, { name: 'Gộp lại' }) },
  { name: 'an answer that no way fits', fault: faults.gap, rule: 'gateway-gap', at: 'Ký?', fix: fixes.fixDefault, choose: [fixes.fixDefault, 'signed_examine'] },
  { name: 'a step without a role', fault: faults.unnamedRole, rule: 'step-role', at: 'Ký duyệt', fix: fixes.fixRole, choose: [fixes.fixRole, 'signer'] },
  { name: 'a role and a form at a choice', fault: faults.roleOfGateway, rule: 'misplaced-person', at: 'Ký?', fix: filled(fixes.fixTakeAway, { name: 'Ký?' }) },
  { name: 'a form that is not there', fault: faults.unknownForm, rule: 'step-form', at: 'Ký duyệt', fix: fixes.fixForm, choose: [fixes.fixForm, 'sign'] },
  { name: 'a limit that is too long', fault: faults.late, rule: 'time-sum', at: 'Giấy tiếp nhận và hẹn trả', fix: 'Rút ngắn cho vừa thời hạn theo luật: Thẩm định hồ sơ: 6 ngày làm việc còn 4,5 ngày làm việc' },
  { name: 'a step that nothing ever comes to', fault: faults.dead, rule: 'dead-element', at: 'Bước bỏ quên', fix: filled(fixes.fixRemoveStep, { name: 'Bước bỏ quên' }) },
];

describe('what is wrong in a procedure is refused in words, and the fix that is offered works', function () {
  this.timeout(300_000);
  let workshop: Workshop;
  let sample: SampleHouse;
  let window: Window;
  let page: Page;
  let number = 0;
  const open = async (fault: Fault, path = ''): Promise<void> => {
    number += 1;
    await plant(window.context.request, sample.url, `thu-${number}`, fault);
    await page.goto(`/designer/packages/thu-${number}${path}`);
    // how many there are in all stands beside the drawing; another part of the package has its own
    if (path === '') await page.getByText(/^Còn \d+ lỗi/).or(page.getByText(words.noErrors)).waitFor();
  };

  before(async function () {
    workshop = await openWorkshop(this);
    ({ house: sample, window, page } = workshop);
    await page.getByRole('link', { name: words.newProcedure }).waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  for (const { name, fault, rule, at, fix, choose } of plantings) {
    it(name, async () => {
      await open(fault);
      const row = page.getByRole('list', { name: drawing.outline }).getByRole('button', { name: at });
      await row.getByText(ruleWords[rule]).waitFor();
      await row.click();
      const panel = page.getByRole('complementary', { name: drawing.panel });
      await panel.getByText(ruleWords[rule]).first().waitFor();
      if (choose) await panel.getByRole('combobox', { name: choose[0], exact: true }).first().selectOption(choose[1]);
      await panel.getByRole('button', { name: fix, exact: true }).first().waitFor();
      await window.look(`fix-${rule}`);
      // as somebody without a pointer does it
      await panel.getByRole('button', { name: fix, exact: true }).first().focus();
      await page.keyboard.press('Enter');
      await page.getByText(filled(fixes.fixed, { what: fix })).and(page.locator(':focus')).waitFor();
      await page.getByText(words.noErrors).waitFor();
      await becomes(() => page.locator('.outline-error').count(), 0);
      await page.getByRole('button', { name: words.undo }).click();
      await page.getByText(ruleWords[rule]).first().waitFor();
      await page.getByRole('button', { name: words.redo }).click();
      await page.getByText(words.noErrors).waitFor();
    });
  }

  it('a field that nobody asks', async () => {
    await open(faults.neverAsked);
    await page.getByText(new RegExp(`^${words.findings} \\([1-9]`)).click();
    await page.getByText(ruleWords['field-known']).first().waitFor();
    const what = filled(fixes.fixFieldTo, { from: 'sign.outcom', to: 'sign.outcome' });
    const list = page.getByRole('combobox', { name: fixes.fixField });
    await list.waitFor();
    await becomes(() => list.locator('option:checked').textContent(), what);
    await page.getByRole('button', { name: fixes.fixField }).click();
    await page.getByText(words.noErrors).waitFor();
  });

  it('a gap in the fee table', async () => {
    await open(faults.feeGap, '/decisions/fee');
    await page.getByText(ruleWords['decision-complete']).first().waitFor();
    await window.look('fix-fee-gap');
    await page.getByRole('button', { name: fixes.fixRule }).first().click();
    await page.getByText(ruleWords['decision-complete']).first().waitFor({ state: 'detached' });
    await becomes(() => page.getByRole('textbox', { name: `Cách nộp, ${words.rule} 2` }).inputValue(), 'Qua bưu điện');
    await page.getByRole('button', { name: words.undo }).click();
    await page.getByText(ruleWords['decision-complete']).first().waitFor();
    assert.deepEqual(sample.complaints, []);
  });

  it('a result that may be wanted in several ways, which nobody asks, and a register and work of another agency said beside', async () => {
    await page.goto('/designer/new');
    await page.getByRole('radio', { name: /theo trạng thái/ }).first().check();
    await page.getByLabel(words.procedureNameVi).fill('Trả lời bằng giấy');
    await page.getByRole('button', { name: words.begin }).click();
    await page.getByText(words.noErrors).waitFor();
    await page.getByRole('list', { name: drawing.outline }).getByRole('button', { name: /^Bước của người.*Xử lý và trả lời/ }).click();
    await page.getByRole('complementary', { name: drawing.panel }).getByLabel(drawing.role, { exact: true }).selectOption('result_officer');
    await page.getByRole('link', { name: words.placeAbout }).click();
    await page.getByRole('checkbox', { name: words.delivery_post }).check();
    await page.getByRole('button', { name: words.addRegister }).click();
    await page.locator('#register-register-name-vi').fill('Sổ trả lời');
    await page.locator('#register-register-name-en').fill('Register of answers');
    await page.locator('#register-register-symbol').fill('TL');
    await page.getByRole('button', { name: words.addNotice }).click();
    await page.getByText(ruleWords['notice-exists']).first().waitFor();
    await page.getByRole('button', { name: words.addOutside }).click();
    await page.getByText(ruleWords['connector-known']).first().waitFor();
    await page.locator('#outside-0-name-vi').fill('Cơ quan thuế: cấp mã số');
    await page.locator('#outside-0-name-en').fill('Tax office: gives a number');
    await page.locator('#outside-0-topic').fill('tax.number');
    await page.locator('#outside-0-topic').press('Enter');
    await window.look('fix-about');
    await page.getByRole('link', { name: words.placeForms }).click();
    await page.getByRole('tab', { name: new RegExp(words.findings) }).click();
    await page.getByText(ruleWords['delivery-asked']).first().waitFor();
    await window.look('fix-delivery');
    await page.getByRole('button', { name: fixes.fixDelivery }).click();
    await page.getByText(ruleWords['delivery-asked']).first().waitFor({ state: 'detached' });
    await page.getByRole('tab', { name: words.questions }).click();
    await page.getByRole('button', { name: /muốn nhận kết quả bằng cách nào/ }).first().waitFor();
    assert.deepEqual(sample.complaints, []);
  });

  it('is not published, neither by the interface nor past it', async () => {
    for (const { fault, rule } of [...plantings, { fault: faults.neverAsked, rule: 'field-known' }, { fault: faults.feeGap, rule: 'decision-complete' }]) {
      number += 1;
      await plant(window.context.request, sample.url, `thu-${number}`, fault);
      const refused = await window.context.request.post(`/api/designer/procedures/thu-${number}/publish`, { headers: { Origin: sample.url }, data: { revision: 2 } });
      const { code, current } = await refused.json() as { code: string; current: readonly { rule: string; severity: string }[] };
      assert.deepEqual([refused.status(), code], [422, 'not-sound'], rule);
      assert.ok(current.some((found) => found.rule === rule && found.severity === 'error'), `${rule} is among what is refused: ${JSON.stringify(current)}`);
    }
    await open(faults.deadlock, '/review');
    await page.getByText(ruleWords['option-to-complete']).first().waitFor();
    await becomes(() => page.getByRole('button', { name: filled(words.publish, { number: '1' }) }).getAttribute('aria-disabled'), 'true');
  });

  it('is never saved over what somebody else has saved meanwhile', async () => {
    await open(faults.late);
    const key = `thu-${number}`;
    const ask = window.context.request;
    const textAt = async (path: string): Promise<string> => (await (await ask.get(`/api/designer/procedures/${key}/file?path=${path}`)).json() as { text: string }).text;
    const elsewhere = async (revision: number, path: string, change: (text: string) => string): Promise<void> => {
      const saved = await ask.put(`/api/designer/procedures/${key}/draft`, { headers: { Origin: sample.url }, data: { revision, files: [{ path, text: change(await textAt(path)) }] } });
      assert.equal(saved.status(), 200, await saved.text());
    };
    const limit = page.getByRole('textbox', { name: drawing.timeLimit });
    const shorten = async (days: string): Promise<void> => {
      await page.getByRole('list', { name: drawing.outline }).getByRole('button', { name: 'Thẩm định hồ sơ' }).first().click();
      await limit.fill(days);
      await limit.press('Tab');
      await page.getByRole('button', { name: words.save, exact: true }).click();
    };
    const conflict = page.getByRole('dialog', { name: words.conflict });
    // another file: both are kept
    await elsewhere(2, 'forms/sign.json', (text) => text.replace('"title"', ' "title"'));
    await shorten('4');
    await conflict.getByText(words.conflictApart).waitFor();
    window.wasTold(409);
    await window.look('draft-conflict');
    await conflict.getByRole('button', { name: words.saveBoth }).click();
    await conflict.waitFor({ state: 'hidden' });
    await page.getByText(words.noErrors).waitFor();
    assert.ok((await textAt('forms/sign.json')).includes(' "title"') && (await textAt('process.bpmn')).includes('"4 working days"'));
    // the same file: a person chooses
    await elsewhere(4, 'process.bpmn', (text) => text.replace('"4 working days"', '"3 working days"'));
    await shorten('2');
    await conflict.getByText(filled(words.conflictBoth, { files: words.titleDrawing })).waitFor();
    window.wasTold(409);
    await conflict.getByRole('button', { name: words.takeTheirs }).click();
    await page.getByRole('list', { name: drawing.outline }).getByRole('button', { name: /Thẩm định hồ sơ.*3 ngày/ }).first().waitFor();
  });

  it('is taken back after the language was changed', async () => {
    await open(faults.late);
    const limit = (language: { readonly timeLimit: string }) => page.getByRole('textbox', { name: language.timeLimit });
    await page.getByRole('list', { name: drawing.outline }).getByRole('button', { name: 'Thẩm định hồ sơ' }).first().click();
    await limit(drawing).fill('4');
    await limit(drawing).press('Tab');
    await page.getByText(words.noErrors).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: english.undo, exact: true }).click();
    await page.getByText(englishRules['time-sum']).first().waitFor();
    await becomes(() => limit(english).inputValue(), '6');
    await window.look('undo-in-english');
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await page.getByText(ruleWords['time-sum']).first().waitFor();
  });

  it('on a phone too', async () => {
    await open(faults.late);
    const phone = await openWindow(workshop.browser, sample.url, PHONE);
    await phone.context.addCookies(await window.context.cookies());
    await phone.page.goto(`/designer/packages/thu-${number}`);
    await phone.page.getByRole('button', { name: 'Giấy tiếp nhận và hẹn trả' }).first().click();
    await phone.page.getByRole('button', { name: new RegExp(`^${fixes.fixLimits}`) }).first().waitFor();
    await phone.look('fix-phone');
    await phone.close();
  });
});
