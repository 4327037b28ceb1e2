import { strict as assert } from 'node:assert';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { drawing } from '../designer/words/vi-drawing.ts';
import { vi as ruleWords } from '../designer/findings/words/vi.ts';
import { vi as words } from '../designer/words/vi.ts';
import type { Procedure } from '../procedures/procedure.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, PHONE } from './browser/chromium.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import type { SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const procedure = 'Giấy phép xây nhà';
const step = 'Thẩm định, kiểm tra thực địa';
const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name]));
const limitChanged = (step: string, from: string, to: string): string => filled(words.toldAt, { place: `“${step}”, ${words.property_timeLimit}`, change: filled(words.toldFromTo, { from, to }) });

const scenarios = readdirSync(new URL('../procedures/construction-permit-house/scenarios/', import.meta.url)).filter((name) => name.endsWith('.json')).length;

describe('an administrator changes a procedure', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let workshop: Workshop;
  let house: SampleHouse;
  let window: Window;
  let page: Page;
  const choose = (name: string): Promise<void> => page.getByRole('list', { name: drawing.outline }).getByRole('button', { name }).click();
  const limit = () => page.getByRole('textbox', { name: drawing.timeLimit });

  before(async function () {
    workshop = await openWorkshop(this);
    ({ house, window, page } = workshop);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(() => workshop?.close());

  it('signs in and opens the package, with the dossiers that stand at each step', async () => {
    await page.getByText(words.healthSound).first().waitFor();
    await window.look('designer-packages');
    await page.getByRole('link', { name: procedure, exact: true }).click();
    await page.getByText(drawing.nothingSelected).waitFor();
    // The counts are asked for apart from the drawing and may come after it.
    await page.getByRole('list', { name: drawing.outline }).getByRole('button', { name: step }).filter({ hasText: /\d+ hồ sơ/ }).waitFor();
    await page.getByText(words.noErrors).waitFor();
    await window.look('designer-process');
  });

  it('begins a procedure from a template, publishes it, takes it home as a zip; citizens find it', async () => {
    const name = 'Cấp phép sử dụng tạm vỉa hè';
    await page.goto('/designer/');
    await page.getByRole('link', { name: words.newProcedure }).click();
    await page.getByRole('button', { name: words.begin }).click();
    await page.getByRole('group', { name: words.beginFrom }).getByText(words.beginMissing).waitFor();
    await window.look('designer-new-faults');
    await page.getByRole('radio', { name: /^Cấp phép/ }).check();
    await page.getByLabel(words.procedureNameVi).fill(name);
    await page.getByLabel(words.procedureNameEn).fill('Permit to use a pavement temporarily');
    await becomes(() => page.getByLabel(words.procedureKey, { exact: true }).inputValue(), 'cap-phep-su-dung-tam-via-he');
    await page.getByRole('button', { name: words.begin }).click();
    await page.getByText(words.noErrors).waitFor();
    await window.look('designer-new');
    await page.getByRole('navigation').getByRole('link', { name: words.placeAbout, exact: true }).click();
    await page.getByText('Chưa có · Văn bản quy định thủ tục này').click();
    await page.getByLabel(words.lawNumber).fill('165/2024/NĐ-CP');
    await page.getByLabel(words.lawNumber).press('Enter');
    await page.getByRole('button', { name: words.addPaper }).click();
    const paper = page.getByRole('group', { name: /^C3/ });
    await paper.getByLabel(`${words.paperName}: ${words.inVietnamese}`).fill('Ảnh chụp vỉa hè');
    await window.look('designer-about');
    await paper.getByLabel(`${words.paperName}: ${words.inEnglish}`).fill('Picture of the pavement');
    await paper.getByLabel(words.source).fill('Đề xuất');
    await paper.getByLabel(words.source).press('Tab');
    await paper.getByText(ruleWords['paper-field']).waitFor();
    await paper.getByLabel(words.paperField).selectOption('papers.sketch');
    await paper.getByText(ruleWords['paper-field']).waitFor({ state: 'detached' });
    // where the citizens' app shows it, and what the house looks up for it
    await page.getByRole('group', { name: words.lifeEvents }).getByLabel('Mở cửa hàng, kinh doanh').check();
    await page.getByRole('group', { name: words.offeredAt }).getByLabel(words.offeredAt_planning).check();
    await page.getByRole('button', { name: words.addLookUp }).click();
    const lookUp = page.getByRole('group', { name: /^Quy hoạch tại thửa đất/ });
    await lookUp.getByLabel(words.lookUpInput_address).check();
    const formula = lookUp.getByLabel(filled(words.lookUpFrom, { input: words.lookUpInput_address }));
    await formula.fill('site.nowhere');
    await page.getByText(ruleWords['look-up-known']).first().waitFor();
    await formula.fill('site.address.street');
    await page.getByText(ruleWords['look-up-known']).first().waitFor({ state: 'detached' });
    await lookUp.scrollIntoViewIfNeeded();
    await window.look('designer-about-look-up');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByRole('link', { name: words.reviewAndPublish }).or(page.getByRole('button', { name: words.reviewAndPublish })).click();
    await page.getByText(words.templateWordsLeft).waitFor();
    await page.getByRole('checkbox', { name: words.publishTemplate }).check();
    await page.getByRole('button', { name: filled(words.publish, { number: 1 }) }).click();
    await page.getByText(filled(words.published, { number: 1 })).waitFor();
    await page.goto('/designer/');
    const downloading = page.waitForEvent('download');
    await page.getByRole('row', { name }).getByRole('link', { name: words.exportZip }).click();
    const archive = await (await downloading).path();
    await page.getByRole('link', { name: words.importFile }).click();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: words.chooseFiles }).click();
    await (await choosing).setFiles(archive);
    const over = page.getByRole('dialog', { name: filled(words.importOver, { name }) }).getByRole('button', { name: words.begin, exact: true });
    await over.waitFor();
    window.wasTold(409);
    await window.look('designer-import');
    await over.click();
    await page.getByText(words.noErrors).waitFor();
    await page.goto('/');
    await page.getByRole('link', { name }).waitFor();
    await page.goto('/designer/');
    await page.getByRole('link', { name: procedure, exact: true }).click();
    await page.getByText(words.noErrors).waitFor();
  });

  it('shows the same steps as a table, edits there, and takes it back in the drawing', async () => {
    await page.getByRole('button', { name: drawing.asTable, exact: true }).click();
    const row = page.getByRole('row', { name: step });
    // a step of the machine issues its letter here, too
    const issued = page.getByRole('row', { name: 'Giấy tiếp nhận và hẹn trả' }).getByRole('combobox', { name: new RegExp(`^${drawing.lettersHere}`) });
    await becomes(() => issued.locator('option:checked').innerText(), 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả');
    await issued.selectOption({ label: 'Giấy phép xây dựng' });
    await becomes(() => issued.locator('option:checked').innerText(), 'Giấy phép xây dựng');
    await page.getByRole('button', { name: drawing.undo }).click();
    await becomes(() => issued.locator('option:checked').innerText(), 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả');
    await window.look('designer-table');
    await row.getByRole('combobox', { name: new RegExp(`^${drawing.role}`) }).selectOption('section_head');
    await row.getByRole('textbox', { name: new RegExp(`^${drawing.timeLimit}`) }).fill('2');
    await row.getByRole('textbox', { name: new RegExp(`^${drawing.timeLimit}`) }).press('Enter');
    await row.getByRole('button', { name: step }).click();
    await limit().waitFor();
    await becomes(() => limit().inputValue(), '2');
    await page.getByRole('button', { name: drawing.undo }).click();
    await page.getByRole('button', { name: drawing.undo }).click();
    await page.getByText(words.noErrors).waitFor();
    await becomes(() => limit().inputValue(), '3');
  });

  it('edits a fee table, sees a gap, tries a case, and takes it all back', async () => {
    await page.getByRole('link', { name: words.placeDecisions, exact: true }).click();
    await page.getByLabel(words.whichTable).selectOption('time-limit');
    const cell = (column: string, rule: number) => page.getByRole('textbox', { name: `${column}, ${words.rule} ${rule}`, exact: true });
    await cell('Loại cấp phép', 2).waitFor();
    await window.look('designer-decisions');
    // by arrows from cell to cell, and only within one while it is edited
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
    const after = async (...keys: readonly string[]): Promise<string> => {
      for (const key of keys) await page.keyboard.press(key);
      return focused();
    };
    const [first, second] = [`Loại cấp phép, ${words.rule} 1`, `Loại cấp phép, ${words.rule} 2`];
    await cell('Loại cấp phép', 1).focus();
    assert.deepEqual([await after('ArrowUp'), await after('ArrowDown'), await after('F2', 'ArrowUp'), await after('Escape', 'ArrowUp')], [first, second, second, first]);
    const kept = await cell('Loại cấp phép', 1).inputValue();
    assert.equal(await after('x', 'ArrowDown', 'Escape'), first);
    await becomes(() => cell('Loại cấp phép', 1).inputValue(), kept);
    const last = await after('End');
    assert.match(last, new RegExp(`, ${words.rule} 1$`));
    assert.notEqual(last, await after('Home'));
    await cell('Loại cấp phép', 2).fill('"nothing"');
    await cell('Loại cấp phép', 2).press('Enter');
    await page.getByText(ruleWords['decision-complete']).first().waitFor();
    await page.getByRole('button', { name: drawing.undo }).click();
    await page.getByText(ruleWords['decision-complete']).first().waitFor({ state: 'detached' });
    await cell(words.output_limit, 2).fill('"8 working days"');
    await cell(words.output_limit, 2).press('Enter');
    await page.getByRole('region', { name: words.tryDecision }).getByLabel('Loại cấp phép').selectOption('repair');
    await page.getByRole('region', { name: words.tryDecision }).getByText('8 ngày làm việc').waitFor();
    await page.getByRole('row', { name: new RegExp(words.ruleMatched) }).getByRole('textbox', { name: `${words.output_limit}, ${words.rule} 2` }).waitFor();
    await window.look('designer-decision-tried');
    await page.getByRole('button', { name: drawing.undo }).click();
    await page.getByText(words.asPublished).waitFor();
    await page.getByRole('link', { name: words.placeProcess, exact: true }).click();
  });

  it('plays the scenarios of what is edited', async () => {
    await page.getByRole('navigation').getByRole('link', { name: words.placeScenarios, exact: true }).click();
    await page.getByRole('button', { name: words.playScenarios }).click();
    await page.getByRole('heading', { name: filled(words.scenariosOutcome, { passed: scenarios, failed: 0 }) }).waitFor();
    await page.getByText(/^(\d+) trong \1 bước, (\d+) trong \2 đường nối\.$/).waitFor();
    await window.look('designer-scenarios');
  });

  it('says where a scenario left what it expects, in words and on the drawing, and takes what came as expected', async () => {
    const file = 'scenarios/01-straight-through.json';
    const scenario = JSON.parse(readFileSync(new URL(`../procedures/construction-permit-house/${file}`, import.meta.url), 'utf8')) as { expect: { path: string[]; fee: number; letters: string[] } };
    scenario.expect = { ...scenario.expect, path: scenario.expect.path.filter((id) => id !== 'review'), fee: 60_000, letters: ['receipt'] };
    // as if somebody had written the scenario otherwise
    await page.route('**/test', (route) => route.continue({ postData: JSON.stringify({ files: [{ path: file, text: JSON.stringify(scenario) }] }) }));
    await page.getByRole('button', { name: words.playScenarios }).click();
    await page.getByRole('heading', { name: filled(words.scenariosOutcome, { passed: scenarios - 1, failed: 1 }) }).waitFor();
    await page.getByText('sau “Dự thảo kết quả” phải đến “Ký duyệt”, nhưng hồ sơ đến “Soát, trình ký”').waitFor();
    await page.getByRole('definition').filter({ hasText: '60.000 đ' }).waitFor();
    await page.getByRole('definition').filter({ hasText: /^Giấy tiếp nhận hồ sơ.*, Giấy phép xây dựng/ }).waitFor();
    await window.look('designer-scenario-failed');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('expected “Sign” after “Draft the result”, but the dossier came to “Review, submit for signing”').waitFor();
    await page.setViewportSize(PHONE);
    await window.keep('designer-scenario-failed-phone');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), PHONE.width);
    await page.setViewportSize(DESKTOP);
    await page.getByRole('button', { name: 'Tiếng Việt' }).click();
    await page.getByRole('button', { name: words.tryShow }).first().click();
    await page.locator('.djs-element[data-element-id=draft].trail-left').waitFor();
    await page.locator('.djs-element[data-element-id=sign].trail-missed').waitFor();
    await page.getByText(`${words.trailLeft}: Dự thảo kết quả`).waitFor();
    await window.look('designer-scenario-left');
    await page.getByRole('button', { name: words.trailHide }).click();
    await page.getByRole('link', { name: words.placeScenarios, exact: true }).click();
    await page.getByRole('button', { name: words.playScenarios }).click();
    await page.getByRole('button', { name: words.scenarioTake }).click();
    await page.unroute('**/test');
    await page.getByText(filled(words.unsaved, { count: 1 })).waitFor();
    await page.getByRole('button', { name: words.playScenarios }).click();
    await page.getByRole('heading', { name: filled(words.scenariosOutcome, { passed: scenarios, failed: 0 }) }).waitFor();
    page.once('dialog', (dialog) => void dialog.accept());
    await page.reload();
    await page.getByText(words.asPublished).waitFor();
    await page.getByRole('link', { name: words.placeProcess, exact: true }).click();
  });

  it('reads what is wrong beside the step, and cannot publish it', async () => {
    await choose(step);
    await limit().fill('9');
    await limit().press('Tab');
    await page.getByText(filled(words.errors, { count: 2 })).first().waitFor();
    await page.getByText(new RegExp(`^${words.findings} \\([1-9]`)).click();
    await page.getByText(/^Căn cứ: Điểm b khoản 1 Điều 54 Nghị định 217\/2026\/NĐ-CP/).first().waitFor();
    await window.look('designer-finding');
    await page.getByText(drawing.steps, { exact: true }).click();
    await page.getByRole('button', { name: drawing.undo }).click();
    await page.getByText(words.noErrors).waitFor();
    await becomes(() => limit().inputValue(), '3');
  });

  it('proves the drawing in the browser, without waiting for the server', async () => {
    await page.route('**/check', () => undefined); // The server never answers.
    await choose('Quyết định?');
    await page.locator('.djs-context-pad [data-action=delete]').first().click();
    await page.getByText(new RegExp(`^${words.findings} \\([1-9]`)).click();
    await page.getByText(ruleWords['dead-element']).first().waitFor();
    const unsound = page.getByRole('listitem').filter({ hasText: ruleWords['dead-element'] }).first();
    await unsound.getByText(words.findingWhy, { exact: true }).click();
    await unsound.getByText(words.findingSound).waitFor();
    await window.keep('designer-finding-why');
    await page.unroute('**/check');
    await page.getByRole('button', { name: drawing.undo }).click();
    await page.getByText(words.noErrors).waitFor();
    await page.getByText(drawing.steps, { exact: true }).click();
    await choose(step);
  });

  it('shortens a step, saves the draft, reviews it in words and publishes; running dossiers stay', async () => {
    await limit().fill('2');
    await limit().press('Tab');
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(words.noErrors).waitFor();
    const publish = page.getByRole('link', { name: words.reviewAndPublish }).or(page.getByRole('button', { name: words.reviewAndPublish }));
    await publish.click();
    await page.getByRole('heading', { name: words.reviewTitle }).waitFor();
    // among the differences; what becomes of the dossiers in flight, when that is found, says it again
    await page.getByRole('definition').getByText(limitChanged(step, '3 ngày làm việc', '2 ngày làm việc')).waitFor();
    // on the drawing too, near enough to read
    const drawn = page.getByRole('region', { name: words.drawnLater });
    await drawn.locator('.diff-changed').waitFor();
    await drawn.getByText(words.drawn_changed, { exact: true }).waitFor();
    await becomes(() => drawn.locator('.bjs-powered-by').isVisible(), true, 'the mark of bpmn.io, as its licence asks');
    await window.look('designer-review');
    await page.getByLabel(words.note).fill('Rút ngắn thẩm định');
    await page.getByRole('button', { name: filled(words.publish, { number: 2 }) }).click();
    await page.getByText(filled(words.published, { number: 2 })).waitFor();
    await page.getByText(/hồ sơ đang giải quyết giữ phiên bản cũ/).waitFor();
    await window.look('designer-published');
    await page.getByRole('link', { name: words.seeVersions }).click();
    await page.getByText(limitChanged(step, '3 ngày làm việc', '2 ngày làm việc')).waitFor();
    await page.getByRole('button', { name: `${words.restore} ${filled(words.versionNumber, { number: 1 })}` }).click();
    await page.getByText(/^Bản nháp lưu lúc/).waitFor();
    await page.getByText(limitChanged(step, '2 ngày làm việc', '3 ngày làm việc')).waitFor();
    await window.look('designer-restored');
    const compared = page.getByRole('region', { name: words.compareVersions });
    const version = (number: number) => ({ label: filled(words.versionNumber, { number }) });
    await compared.getByLabel(words.compareFrom).selectOption(version(1));
    await compared.getByText(words.compareSame).waitFor();
    await compared.getByLabel(words.compareTo).selectOption(version(2));
    await compared.getByText(limitChanged(step, '3 ngày làm việc', '2 ngày làm việc')).waitFor();
    await page.getByRole('button', { name: words.throwDraft }).click();
    await page.getByRole('dialog').getByRole('button', { name: words.throwDraft }).click();
    await page.getByText(words.asPublished).waitFor();
    assert.deepEqual(house.complaints, []);
  });

  it('opens a diagram of another tool: reads what becomes of it, has it in three views, replaces it by another and takes that back', async () => {
    const file = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));
    const offer = async (button: string, path: string): Promise<void> => {
      const choosing = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: button }).click();
      await (await choosing).setFiles(path);
    };
    await page.goto('/designer/import');
    await offer(words.chooseFiles, file('package-lock.json'));
    await page.getByText(/Cần máy trạng thái XState/).waitFor();
    window.wasTold(422);
    await offer(words.chooseFiles, file('engine/bpmn/foreign/fixtures/c8-drawn.bpmn'));
    await page.getByRole('checkbox', { name: words.elsewhereTranslate }).waitFor();
    await page.getByText(ruleWords['step-role']).first().waitFor();
    await window.look('designer-import-report');
    await becomes(() => page.getByLabel(words.procedureKey, { exact: true }).inputValue(), 'order-of-a-copy');
    await page.getByRole('button', { name: words.begin, exact: true }).click();
    await choose('Check the order');
    await page.getByRole('textbox', { name: drawing.nameVi }).fill('Xem đơn');
    await page.getByRole('textbox', { name: drawing.nameVi }).press('Enter');
    await page.getByRole('list', { name: drawing.outline }).getByRole('button', { name: 'Xem đơn' }).waitFor();
    await page.getByRole('button', { name: drawing.asTable, exact: true }).click();
    await page.getByRole('row', { name: 'Xem đơn' }).waitFor();
    await page.getByRole('button', { name: drawing.asDrawing, exact: true }).click();
    await page.getByRole('button', { name: words.save, exact: true }).click();
    await page.getByText(words.unsaved.split('{')[0]!.trim()).first().waitFor({ state: 'detached' });
    await window.look('designer-imported');
    await page.reload();
    await page.getByText(drawing.nothingSelected).waitFor();
    const [rows, before] = [page.getByRole('list', { name: drawing.outline }).getByRole('button'), 4];
    await becomes(() => rows.count(), before);
    await offer(words.replaceProcess, file('designer/templates/permit/process.bpmn'));
    await page.getByRole('dialog').getByRole('button', { name: words.replaceProcessNow }).click();
    await rows.nth(before).waitFor();
    await page.getByRole('button', { name: drawing.undo }).click();
    await rows.nth(before).waitFor({ state: 'detached' });
    await becomes(() => rows.count(), before);
    await rows.filter({ hasText: 'Xem đơn' }).waitFor();
  });

  // Every page by itself is looked at in test/every-page.test.ts.
  it('fits a phone where it says the most: what sources of law disagree about, and the table of steps', async () => {
    const phone = await openWindow(workshop.browser, house.url, PHONE);
    await phone.context.addCookies(await window.context.cookies());
    await phone.page.goto('/designer/packages/construction-permit-house/about');
    const { conflicts } = JSON.parse(readFileSync(new URL('../procedures/construction-permit-house/procedure.json', import.meta.url), 'utf8')) as Procedure;
    const doubts = phone.page.getByRole('region', { name: filled(words.aboutConflicts, { count: conflicts.length }) });
    await doubts.waitFor();
    await becomes(() => doubts.getByText(words.conflictUsed, { exact: true }).count(), conflicts.length);
    for (const { flag, readings } of conflicts) for (const said of [flag.vi, ...readings.map(({ source }) => source)]) await doubts.getByText(said).first().waitFor();
    await doubts.getByText('Chỉ hồ sơ mà “Loại giấy phép” là Xây mới').waitFor();
    await doubts.scrollIntoViewIfNeeded();
    await phone.look('designer-phone-conflicts');
    await phone.page.goto('/designer/packages/construction-permit-house');
    await phone.page.getByRole('button', { name: drawing.asTable, exact: true }).click();
    await phone.page.getByRole('row', { name: step }).waitFor();
    await phone.look('designer-phone-table');
    await phone.close();
  });
});
