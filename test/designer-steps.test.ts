import { strict as assert } from 'node:assert';
import type { Locator, Page } from 'playwright-core';
import { en as english } from '../designer/words/en.ts';
import { vi as ruleWords } from '../designer/findings/words/vi.ts';
import { bpmn } from '../designer/words/vi-bpmn.ts';
import { drawing } from '../designer/words/vi-drawing.ts';
import { steps } from '../designer/words/vi-steps.ts';
import { vi as words } from '../designer/words/vi.ts';
import { becomes } from './browser/becomes.ts';
import { PHONE } from './browser/chromium.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { plant } from './story/planted.ts';
import type { SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

/** What each step of the palette is called in the procedure, and how many elements it brings. */
const ready: readonly (readonly [step: keyof typeof steps, name: string, elements: number])[] = [
  ['step_receive', 'Tiếp nhận hồ sơ', 1], ['step_check', 'Kiểm tra hồ sơ', 1], ['step_examine', 'Thẩm định hồ sơ', 1], ['step_inspect', 'Kiểm tra thực địa', 1], ['step_consult', 'Lấy ý kiến', 1],
  ['step_supplement', 'Bổ sung hồ sơ', 1], ['step_fee', 'Yêu cầu nộp lệ phí', 4], ['step_review', 'Soát xét', 1], ['step_sign', 'Ký duyệt', 1], ['step_number', 'Lấy số vào sổ', 1], ['step_issue', 'Lấy số vào sổ', 2],
  ['step_giveBack', 'Trả kết quả', 1], ['step_notify', 'Báo cho người nộp', 1], ['step_wait', 'Chờ', 1], ['step_decide', 'Kết quả?', 1],
];

describe('a procedure is drawn in its own words', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let sample: SampleHouse;
  let window: Window;
  let page: Page;
  const outline = () => page.getByRole('list', { name: drawing.outline });
  const panel = () => page.getByRole('complementary', { name: drawing.panel });
  const row = (name: string | RegExp) => outline().getByRole('button', { name });
  const undo = () => page.getByRole('button', { name: words.undo }).click();
  const press = async (button: Locator): Promise<void> => {
    await button.focus();
    await page.keyboard.press('Enter');
  };
  /** Opens what changes the drawing of a step, as the keyboard does. */
  const change = async (name: string | RegExp): Promise<void> => {
    await press(row(name).first());
    await panel().and(page.locator(':focus')).waitFor();
    const more = panel().getByText(drawing.changeDrawing);
    await more.waitFor();
    if (!(await panel().getByLabel(drawing.addAfter).isVisible())) await press(more);
  };
  const add = async (after: string | RegExp, step: string): Promise<void> => {
    await change(after);
    await panel().getByLabel(drawing.addAfter).selectOption({ label: step });
    await press(panel().getByRole('button', { name: drawing.add, exact: true }));
  };
  const fill = async (label: string, value: string): Promise<void> => {
    await panel().getByLabel(label, { exact: true }).fill(value);
    await page.keyboard.press('Tab');
  };

  before(async function () {
    workshop = await openWorkshop(this);
    ({ house: sample, window, page } = workshop);
    await page.getByRole('link', { name: words.newProcedure }).waitFor();
    await plant(window.context.request, sample.url, 've-thu-tuc', { from: [] });
    await page.goto('/designer/packages/ve-thu-tuc');
    await page.getByText(words.noErrors).waitFor();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  it('with a palette of its steps, and bpmn.io’s mark in sight', async () => {
    for (const [step] of ready) await page.locator('.djs-palette').getByText(steps[step], { exact: true }).waitFor();
    await becomes(() => page.locator('.djs-palette [data-action="create.task"]').count(), 0);
    await page.locator('.bjs-powered-by').waitFor();
    await window.look('steps-palette');
  });

  it('by mouse: what stands on the palette is put where one clicks', async () => {
    const canvas = (await page.locator('.process-canvas').boundingBox())!;
    const before = await outline().getByRole('listitem').count();
    for (const [step, name, elements] of [ready[6]!, ready[9]!]) {
      await page.locator('.djs-palette').getByText(steps[step], { exact: true }).click();
      await page.mouse.move(canvas.x + 300, canvas.y + 420, { steps: 4 });
      await page.mouse.click(canvas.x + 360, canvas.y + 460);
      await row(name).first().waitFor();
      await becomes(() => outline().getByRole('listitem').count(), before + elements, step);
      if (step === 'step_fee') await window.keep('steps-fee');
      await undo();
    }
    await becomes(() => outline().getByRole('listitem').count(), before);
    await page.getByText(/^Bản nháp lưu/).waitFor();
  });

  it('from the outline: each step is put after another by keyboard, ready but for its form, and taken back', async () => {
    const before = await outline().getByRole('listitem').count();
    for (const [step, name, elements] of ready) {
      await add('Thẩm định hồ sơ', steps[step]);
      await panel().getByLabel(drawing.nameVi, { exact: true }).waitFor();
      await becomes(() => panel().getByLabel(drawing.nameVi, { exact: true }).inputValue(), name);
      assert.notEqual(await panel().getByLabel(drawing.nameEn, { exact: true }).inputValue(), '');
      await becomes(() => outline().getByRole('listitem').count(), before + elements, step);
      await undo();
      await becomes(() => outline().getByRole('listitem').count(), before, step);
    }
  });

  it('with all of BPMN for those who ask, and remembers it', async () => {
    await page.getByRole('button', { name: steps.fullPalette }).click();
    await page.locator('.djs-palette [data-action="create.participant-expanded"]').waitFor();
    await page.reload();
    await page.locator('.djs-palette [data-action="create.participant-expanded"]').waitFor();
    await page.getByRole('button', { name: steps.fullPalette, pressed: true }).click();
    await page.locator('.djs-palette [data-action="create.participant-expanded"]').waitFor({ state: 'detached' });
  });

  it('speaks its words in the menus beside a step, too: what comes after it, what it becomes; or all of BPMN', async () => {
    const pad = (action: string) => page.locator(`.djs-context-pad [data-action="${action}"]`);
    const entries = () => page.locator('.djs-popup .entry').allInnerTexts();
    await row('Thẩm định hồ sơ').first().click();
    await pad('append.procedure-step').click();
    await becomes(entries, Object.entries(steps).flatMap(([key, word]) => (key.startsWith('step_') ? [word] : [])));
    await window.look('steps-menu');
    await page.locator('.djs-popup .entry').getByText(steps.step_review, { exact: true }).click();
    await becomes(() => panel().getByLabel(drawing.nameVi, { exact: true }).inputValue(), 'Soát xét');
    await pad('replace').click();
    await becomes(entries, [drawing.kind_serviceTask, drawing.kind_businessRuleTask]);
    await window.look('steps-becomes');
    await page.locator('.djs-popup .entry').getByText(drawing.kind_serviceTask, { exact: true }).click();
    await panel().getByText(new RegExp(`^${drawing.kind_serviceTask} ·`)).waitFor();
    await undo();
    await undo();
    await row('Soát xét').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: steps.fullPalette }).click();
    await row('Thẩm định hồ sơ').first().click();
    await pad('append.gateway').waitFor();
    await becomes(() => pad('append.procedure-step').count(), 0);
    await pad('replace').click();
    await becomes(async () => (await entries()).length > 8, true);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: steps.fullPalette, pressed: true }).click();
  });

  it('fills in full BPMN by keyboard: whose a step is, how often it is done, for which signal it is broken off', async () => {
    await plant(window.context.request, sample.url, 've-bpmn', { from: [] });
    await page.goto('/designer/packages/ve-bpmn');
    const open = async (name: string): Promise<void> => {
      await press(row(name).first());
      await panel().and(page.locator(':focus')).waitFor();
    };
    await open('Ký duyệt');
    await panel().getByLabel(drawing.role, { exact: true }).selectOption({ label: drawing.severalRoles });
    await panel().getByRole('checkbox', { name: 'Lãnh đạo phòng' }).press('Space');
    await panel().getByLabel(drawing.unit, { exact: true }).selectOption({ label: drawing.unitReceiving });
    await panel().getByLabel(drawing.assignee, { exact: true }).selectOption({ label: drawing.assigneeDid.replace('{step}', 'Thẩm định hồ sơ') });
    // whoever examined may not sign, as it is drawn; nor may whoever received it, from now on
    const different = panel().locator('summary').filter({ hasText: drawing.fourEyes });
    const heading = (count: number) => panel().getByText(`${drawing.fourEyes} (${count})`, { exact: true });
    await heading(1).waitFor();
    await press(different);
    const others = panel().getByRole('group', { name: drawing.fourEyes, exact: true }).last();
    const tick = (name: string) => others.getByRole('checkbox', { name, exact: true });
    await becomes(() => tick('Ký duyệt').count(), 0, 'nobody is another person than oneself');
    await becomes(() => tick('Thẩm định hồ sơ').isChecked(), true);
    await tick('Tiếp nhận, kiểm tra hồ sơ').press('Space');
    await heading(2).waitFor();
    await tick('Thẩm định hồ sơ').press('Space');
    await heading(1).waitFor();
    await tick('Thẩm định hồ sơ').press('Space');
    await heading(2).waitFor();
    await press(panel().getByText(bpmn.loop, { exact: true }));
    await panel().getByLabel(bpmn.loopKind, { exact: true }).selectOption({ label: bpmn.loop_parallel });
    await fill(bpmn.bpmn_loopCardinality, '1 +');
    await page.locator('#loop-loopCardinality-error').waitFor();
    await fill(bpmn.bpmn_loopCardinality, '3');
    const enough = panel().getByRole('group', { name: bpmn.bpmn_completionCondition, exact: true });
    await press(enough.getByRole('button', { name: bpmn.conditionSay }));
    await enough.getByLabel(words.theNumber, { exact: true }).fill('2');
    await page.keyboard.press('Tab');
    await window.look('steps-who');
    await press(page.getByRole('button', { name: steps.fullPalette }));
    await change('Thẩm định hồ sơ');
    await panel().getByLabel(drawing.addAfter).selectOption('expanded-ad-hoc-subprocess');
    await press(panel().getByRole('button', { name: drawing.add, exact: true }));
    await fill(drawing.nameVi, 'Việc tùy chọn');
    await change('Việc tùy chọn');
    await panel().getByLabel(drawing.addAfter).selectOption('user-task');
    await press(panel().getByRole('button', { name: bpmn.addInside }));
    await fill(drawing.nameVi, 'Xem thực địa');
    await change('Ký duyệt');
    await panel().getByLabel(bpmn.edgeKind).selectOption('signal-boundary');
    await press(panel().getByRole('button', { name: bpmn.addOnEdge }));
    await fill(drawing.nameVi, 'Có lũ');
    await press(page.getByRole('button', { name: steps.fullPalette }));
    await open('Có lũ');
    await press(panel().getByRole('button', { name: bpmn.rootAdd_signal }));
    await fill(bpmn.rootName_signal, 'Báo lũ');
    await panel().getByRole('checkbox', { name: bpmn.bpmn_cancelActivity }).press('Space');
    await page.getByRole('button', { name: drawing.asTable, exact: true }).click();
    await becomes(() => page.getByLabel(`${drawing.role}: Ký duyệt`).locator('option:checked').textContent(), 'Lãnh đạo ký / Lãnh đạo phòng');
    await page.getByRole('button', { name: drawing.asDrawing, exact: true }).click();
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(/^Bản nháp lưu/).waitFor();
    const { text } = await (await window.context.request.get('/api/designer/procedures/ve-bpmn/file?path=process.bpmn')).json() as { text: string };
    for (const said of [/<bpmn:signal id="\w+" name="Báo lũ" \/>/, /<bpmn:boundaryEvent [^>]*name="Có lũ"[^>]* cancelActivity="false" attachedToRef="sign"/, /<bpmn:adHocSubProcess [^>]*name="Việc tùy chọn"[^]*<bpmn:userTask [^>]*name="Xem thực địa"[^]*<\/bpmn:adHocSubProcess>/, /id="sign"[^>]* motcua:candidates="signer,section_head"/, /id="sign"[^>]* motcua:assignee="examineBy"/, /id="sign"[^>]* motcua:fourEyes="reception examine"/, /id="examine"[^>]* motcua:performer="examineBy"/, /<bpmn:loopCardinality[^>]*>=3</, /<bpmn:completionCondition[^>]*>=numberOfCompletedInstances \S+ 2</]) assert.match(text, said);
    await page.goto('/designer/packages/ve-thu-tuc');
    await row('Thẩm định hồ sơ').waitFor();
  });

  it('takes back across its pages and files, after saving, after another language and after coming back: an act in two files at once', async () => {
    const examine = 'Thẩm định hồ sơ';
    const form = () => panel().getByLabel(drawing.form, { exact: true });
    const said = (files: string) => page.locator('.workshop-head').getByText(`${drawing.undoneIn} ${files}`);
    await outline().getByRole('button', { name: examine }).first().click();
    const before = await form().inputValue();
    await form().selectOption('');
    await panel().getByRole('button', { name: words.formBegin }).click();
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(/^Bản nháp lưu/).waitFor();
    const begun = await form().inputValue();
    assert.notEqual(begun, '');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('link', { name: english.placeAbout, exact: true }).click();
    await page.getByRole('checkbox', { name: english.offeredAt_planning }).check();
    // away from all of it, and back
    await page.getByRole('link', { name: english.packages, exact: true }).click();
    await page.getByRole('link', { name: 'Trial ve-thu-tuc', exact: true }).click();
    await page.getByRole('navigation').getByRole('link', { name: english.placeForms, exact: true }).click();
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await page.getByLabel(words.whichForm).locator(`option[value="${begun}"]`).waitFor({ state: 'attached' });
    await page.keyboard.press('Control+z');
    await said('Thông tin thủ tục').waitFor();
    await page.keyboard.press('Control+z');
    await said(`Biểu mẫu “${examine}”, Sơ đồ quy trình`).or(said(`Sơ đồ quy trình, Biểu mẫu “${examine}”`)).waitFor();
    await page.getByLabel(words.whichForm).locator(`option[value="${begun}"]`).waitFor({ state: 'detached' });
    await window.look('steps-undone');
    await page.locator('.workshop-head').getByRole('button', { name: 'Sơ đồ quy trình' }).click();
    await outline().getByRole('button', { name: examine }).first().click();
    await becomes(() => form().inputValue(), '');
    await page.keyboard.press('Control+z');
    await page.waitForFunction(([id, value]) => (document.querySelector(id!) as HTMLSelectElement | null)?.value === value, ['#step-form', before]);
    await becomes(() => page.getByRole('button', { name: drawing.undo }).getAttribute('aria-disabled'), 'true');
    // and forth again
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Control+Shift+z');
    await becomes(() => form().inputValue(), begun);
    await becomes(() => page.getByRole('button', { name: drawing.redo }).getAttribute('aria-disabled'), 'true');
    for (let step = 0; step < 3; step += 1) await page.getByRole('button', { name: drawing.undo }).click();
    await page.getByText(words.noErrors).waitFor();
  });

  it('by keyboard alone: a step with role, form, limit, clock and branch; moved, connected, deleted; it stays sound', async () => {
    await page.getByText(words.noErrors).waitFor();
    await add('Thẩm định hồ sơ', steps.step_inspect);
    await fill(drawing.nameVi, 'Xem vỉa hè');
    await panel().getByLabel(drawing.role, { exact: true }).selectOption('handler');
    await panel().getByLabel(drawing.form, { exact: true }).selectOption('examine');
    await fill(drawing.timeLimit, '1');
    await page.getByText(words.noErrors).waitFor();

    // moved before: after the fee was found
    await change('Xem vỉa hè');
    await panel().getByLabel(steps.moveAfter).selectOption({ label: 'Tính phí, lệ phí' });
    await press(panel().getByRole('button', { name: steps.move, exact: true }));
    const order = () => outline().locator('.outline-name').allTextContents();
    await page.getByText(words.noErrors).waitFor();
    const names = await order();
    assert.deepEqual(names.slice(names.indexOf('Xem vỉa hè') - 1, names.indexOf('Xem vỉa hè') + 2), ['Tính phí, lệ phí', 'Xem vỉa hè', 'Giấy tiếp nhận và hẹn trả']);

    // a clock on its edge, which leads to a notice and on
    await change('Xem vỉa hè');
    await press(panel().getByRole('button', { name: steps.addTimer }));
    await fill(drawing.nameVi, 'Quá 3 ngày');
    await panel().getByText(drawing.changeDrawing).waitFor();
    await add('Quá 3 ngày', steps.step_review);
    await fill(drawing.nameVi, 'Nhắc việc');
    await panel().getByLabel(drawing.form, { exact: true }).selectOption('examine');
    await change('Nhắc việc');
    await panel().getByLabel(drawing.connectTo).selectOption({ label: 'Giấy tiếp nhận và hẹn trả' });
    await press(panel().getByRole('button', { name: drawing.connect, exact: true }));
    await page.getByText(words.noErrors).waitFor();

    // a branch: back to the step when its answer is refusal
    await add('Xem vỉa hè', steps.step_decide);
    await fill(drawing.nameVi, 'Vỉa hè đủ rộng?');
    await change('Vỉa hè đủ rộng?');
    await panel().getByLabel(drawing.connectTo).selectOption({ label: 'Phiếu từ chối tiếp nhận' });
    await press(panel().getByRole('button', { name: drawing.connect, exact: true }));
    const condition = panel().getByRole('group', { name: /^Khi nào đi đường “tới Phiếu từ chối/ });
    // the last step's own question is asked first, though nothing else of the drawing is ready yet
    await press(condition.getByRole('button', { name: words.conditionBegin }));
    await becomes(() => condition.getByLabel(words.theFact).locator('optgroup').first().getAttribute('label'), 'Bước: Xem vỉa hè');
    await becomes(() => condition.getByLabel(words.theFact).locator('option:checked').textContent(), 'Đề nghị');
    await condition.getByLabel(words.theFact).selectOption({ label: 'Đề nghị' });
    await condition.getByLabel(words.comparedWith, { exact: true }).selectOption({ label: 'Từ chối' });
    await press(condition.getByRole('button', { name: words.asFeel }));
    await becomes(() => condition.getByLabel(words.conditionInFeel).inputValue(), /\.outcome = "refuse"$/);
    await panel().getByRole('radio', { name: drawing.isDefault }).first().focus();
    await page.keyboard.press('Space');
    await page.getByText(words.noErrors).waitFor();
    await window.look('steps-drawn');

    // and deleted again
    await change('Nhắc việc');
    await press(panel().getByRole('button', { name: drawing.removeStep }));
    await row('Nhắc việc').waitFor({ state: 'detached' });
    await page.keyboard.press('Control+z');
    await row('Nhắc việc').waitFor();
    await page.getByRole('button', { name: words.save, exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(/^Bản nháp lưu/).waitFor();
    await page.reload();
    await row('Xem vỉa hè').waitFor();
    await page.getByText(words.noErrors).waitFor();
    assert.deepEqual(sample.complaints, []);
  });

  it('asks a system outside by a connector taken from those at hand, edited as text, and kept while a step asks for it', async () => {
    const title = 'Bưu chính công ích: gửi kết quả về nhà';
    const step = 'Giấy tiếp nhận và hẹn trả';
    await page.getByRole('navigation').getByRole('link', { name: words.placeConnectors, exact: true }).click();
    await page.getByText(words.connectorsEmpty).waitFor();
    await page.getByText(words.connectorAdd, { exact: true }).click();
    await page.getByLabel(words.connectorFrom).selectOption('post.send');
    await page.getByRole('button', { name: words.connectorBegin }).click();
    await page.getByText(words.connectorNobodyAsks).waitFor();
    await page.getByText(words.connectorSampleHolds).nth(1).waitFor();
    const file = page.getByLabel(words.connectorJson);
    const right = await file.inputValue();
    await file.fill(right.replace('"orderId"', '"order Id"'));
    await page.getByText(ruleWords['connector-file']).waitFor();
    await file.fill(right.replace('"expect": { "error": "address" }', '"expect": { "error": "nowhere" }'));
    await page.getByText(words.connectorSampleFails).waitFor();
    await page.getByText(ruleWords['connector-sample']).first().waitFor();
    await window.look('connector-faults');
    await page.keyboard.press('Control+z');
    await page.getByText(words.connectorSampleFails).waitFor({ state: 'detached' });
    await becomes(() => file.inputValue(), right);
    await page.getByRole('navigation').getByRole('link', { name: words.placeProcess, exact: true }).click();
    await row(step).first().click();
    await panel().getByLabel(drawing.connector, { exact: true }).selectOption({ label: title });
    // what it takes is offered by name, from what the application asks
    const hands = panel().getByRole('group', { name: words.connectorHands });
    await becomes(() => hands.getByText(words.connectorInputMissing).count(), 2);
    await hands.getByLabel('name').selectOption({ index: 1 });
    await hands.getByText(words.connectorInputMissing).nth(1).waitFor({ state: 'detached' });
    await hands.getByLabel('address').selectOption({ label: words.handedFeel });
    await hands.getByLabel('address').fill('dossier.code');
    await page.keyboard.press('Tab');
    await window.look('connector-inputs');
    await panel().getByRole('link', { name: words.connectorOpen }).click();
    await page.getByRole('button', { name: step }).waitFor();
    await page.getByRole('link', { name: words.connectorBack }).click();
    await page.getByRole('button', { name: `${words.connectorDelete}: ${title}` }).click();
    await page.getByRole('dialog').getByText(words.connectorDeleteAsked).waitFor();
    await window.look('connectors-kept');
    await page.getByRole('dialog').getByRole('button', { name: step }).click();
    await panel().getByLabel(drawing.connector, { exact: true }).selectOption('letter.issue');
    await page.getByRole('navigation').getByRole('link', { name: words.placeConnectors, exact: true }).click();
    await page.getByRole('button', { name: `${words.connectorDelete}: ${title}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.connectorDelete }).click();
    await page.getByText(words.connectorsEmpty).waitFor();
  });

  it('fits a phone', async () => {
    const phone = await openWindow(workshop.browser, sample.url, PHONE);
    await phone.context.addCookies(await window.context.cookies());
    await phone.page.goto('/designer/packages/ve-thu-tuc');
    await phone.page.getByRole('list', { name: drawing.outline }).getByRole('button', { name: 'Xem vỉa hè' }).click();
    await phone.page.getByText(drawing.changeDrawing).click();
    await phone.page.getByLabel(drawing.addAfter).waitFor();
    await phone.look('steps-phone');
    await phone.close();
  });
});
