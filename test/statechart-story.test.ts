import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { Locator } from 'playwright-core';
import { chart } from '../designer/words/vi-chart.ts';
import { drawing } from '../designer/words/vi-drawing.ts';
import { formBuilder } from '../designer/words/vi-form-builder.ts';
import { form as formWords } from '../designer/words/vi-form.ts';
import { steps } from '../designer/words/vi-steps.ts';
import { vi as words } from '../designer/words/vi.ts';
import { vi as portal } from '../portal/words/vi.ts';
import { vi as filing } from '../portal/filing/words/vi.ts';
import { vi as dossierWords } from '../portal/dossier/words/vi.ts';
import { vi as desk } from '../desk/words/vi.ts';
import type { Data } from '../engine/state.ts';
import type { Form } from '../forms/form.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { PHONE } from './browser/chromium.ts';
import { answerAll, fileIt, openDossierUntil, signInAsCitizen } from './story/citizen.ts';
import { openWorkshop, type Workshop } from './story/designer.ts';
import { drawingOf } from './story/drawing.ts';
import { answerStep, decide, openStep, seat } from './story/official.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { openWindow } from './story/window.ts';

const name = { vi: 'Mượn nhà văn hóa khu phố', en: 'Lend the neighbourhood hall' };
const question = 'Có bán vé';
const table = 'Ai quyết định';
const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_whole, one: string) => String(values[one]));
const formIn = async (path: string): Promise<Form> => JSON.parse(await readFile(new URL(`../designer/${path}`, import.meta.url), 'utf8')) as Form;

describe('a statechart, from an empty page to the paper in the citizen’s hands', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let shop: Workshop;
  let form: Form;
  let draw: ReturnType<typeof drawingOf>;
  const go = (place: string) => shop.page.getByRole('navigation', { name: filled(words.placesOf, { name: name.vi }) }).getByRole('link', { name: place, exact: true }).click();
  const both = async (within: Locator, legend: string, vi: string, en: string): Promise<void> => {
    await within.getByLabel(`${legend}: ${words.inVietnamese}`, { exact: true }).fill(vi);
    await within.getByLabel(`${legend}: ${words.inEnglish}`, { exact: true }).fill(en);
  };

  before(async function () {
    shop = await openWorkshop(this, '/designer/new');
    draw = drawingOf(shop.window);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await shop.window.keep('failed');
  });
  after(() => shop?.close());

  it('begins on an empty page, and gets its states with forms, limits and a letter', async () => {
    const { page } = shop;
    await page.getByRole('radio', { name: /^Biểu đồ trạng thái trống/ }).check();
    await page.getByLabel(words.procedureNameVi).fill(name.vi);
    await page.getByLabel(words.procedureNameEn).fill(name.en);
    await page.getByRole('button', { name: words.begin }).click();
    await draw.noErrors();
    const addAfter = async (before: string, step: keyof typeof steps): Promise<void> => {
      await draw.select(before);
      await draw.panel.getByText(chart.changeChart).click();
      await draw.field(chart.addStateAfter).selectOption({ label: steps[step] });
      await draw.button(drawing.add).click();
    };
    await addAfter('Xem và trả lời', 'step_sign');
    await draw.row('Ký duyệt').waitFor();
    await draw.button(formWords.formBegin).click();
    await draw.panel.getByRole('button', { name: filled(drawing.editForm, { form: 'Ký duyệt' }) }).waitFor();
    await draw.setText(drawing.timeLimit, '1');
    await addAfter('Ký duyệt', 'step_issue');
    await draw.select('Phát hành văn bản');
    await draw.setText(drawing.nameVi, 'Văn bản đồng ý');
    await draw.setText(drawing.nameEn, 'Letter of consent');
    await draw.field(words.letterPattern).selectOption({ label: 'Quyết định' });
    await draw.button(words.letterBegin).click();
  });

  it('asks the citizen one question more', async () => {
    const { page } = shop;
    await go(words.placeForms);
    await page.getByRole('navigation', { name: formBuilder.formOutline }).getByRole('button', { name: /^4\. / }).click();
    await page.getByRole('button', { name: formBuilder.kind_yesNo, exact: true }).click();
    const dialog = page.getByRole('dialog');
    await both(dialog, formWords.label, question, 'Tickets are sold');
    await dialog.getByRole('button', { name: formBuilder.insertQuestion }).click();
    await page.getByRole('heading', { name: question, exact: true }).waitFor();
    await page.getByRole('tab', { name: formWords.asJson, exact: true }).click();
    form = JSON.parse(await page.getByLabel(formWords.jsonLabel).inputValue()) as Form;
  });

  it('has a state ask a decision table, from the page of tables', async () => {
    const { page, window: { look } } = shop;
    await go(words.placeDecisions);
    await page.getByText(words.tableAdd, { exact: true }).click();
    const begun = page.locator('.new-table');
    await both(begun, words.tableName, table, 'Who decides');
    await begun.getByLabel(words.tableQuestion, { exact: true }).selectOption({ label: question });
    await begun.getByRole('button', { name: words.tableAsk }).click();
    await both(begun, words.columnName, 'Người quyết định', 'Decided by');
    await begun.getByLabel(words.columnKind).selectOption({ label: words.columnKind_choice });
    await begun.getByLabel(words.columnValues).fill('Lãnh đạo\nCán bộ');
    await begun.getByLabel(words.useInStep).selectOption({ label: 'Xem và trả lời' });
    await begun.getByRole('button', { name: words.tableBegin }).click();
    await page.getByRole('heading', { name: new RegExp(`^${table}`) }).waitFor();
    const cell = async (column: string, rule: number, value: string): Promise<void> => {
      const box = page.getByRole('textbox', { name: `${column}, ${words.rule} ${rule}`, exact: true }).first();
      await box.fill(value);
      await box.press('Enter');
    };
    await cell('Người quyết định', 1, 'Lãnh đạo');
    await cell(question, 1, 'Có');
    await page.getByRole('button', { name: words.fixRule }).first().click();
    await cell('Người quyết định', 2, 'Cán bộ');
    await page.getByRole('button', { name: 'Xem và trả lời' }).waitFor();
    await look('hall-table');
  });

  it('goes on by what the table answers and by what is decided at a step', async () => {
    const { page, window: { look } } = shop;
    await go(words.placeProcess);
    const lead = (said: RegExp) => draw.outline.getByRole('button', { name: said });
    const onlyWhen = async (fact: RegExp, value: string): Promise<void> => {
      await draw.button(chart.leadOnlyWhen).click();
      await draw.field(words.theFact).selectOption((await draw.field(words.theFact).locator('option', { hasText: fact }).first().getAttribute('value'))!);
      await draw.field(words.comparedWith).selectOption({ label: value });
    };
    await lead(/→ Ký duyệt/).click();
    await onlyWhen(/^Người quyết định/, 'Lãnh đạo');
    await draw.select('Xem và trả lời');
    await draw.button(chart.addLead).click();
    await draw.field(chart.leadTo).selectOption({ label: 'Lấy số vào sổ' });
    await lead(/Ký duyệt.*→|→ Lấy số vào sổ/).last().click();
    await onlyWhen(/^Quyết định/, 'Ký');
    await draw.select('Ký duyệt');
    await draw.button(chart.addLead).click();
    await draw.field(chart.leadTo).selectOption({ label: 'Xem và trả lời' });
    await draw.noErrors();
    await page.getByRole('button', { name: drawing.wholeDrawing }).click();
    await look('hall-chart');
  });

  it('is published', async () => {
    const { page } = shop;
    await go(words.placeScenarios);
    await page.getByRole('button', { name: words.playScenarios }).click();
    await page.getByRole('button', { name: `${words.scenarioRemove}: Trả lời` }).click();
    await page.getByRole('button', { name: words.reviewAndPublish }).click();
    await page.getByLabel(words.note).fill('Theo quyết định của phường');
    const publish = page.getByRole('button', { name: filled(words.publish, { number: 1 }) });
    await page.getByRole('checkbox', { name: words.publishTemplate }).check();
    await publish.and(page.locator(':not([aria-disabled=true])')).waitFor();
    await publish.click();
    await page.getByText(filled(words.published, { number: 1 })).waitFor();
  });

  it('is filed by a citizen, goes over the leader as the table says, and is given', async () => {
    const citizen = await openWindow(shop.browser, shop.house.url, PHONE);
    const { page, hands } = citizen;
    await page.goto('/');
    await page.getByRole('link', { name: name.vi }).click();
    await page.getByRole('link', { name: portal.begin }).or(page.getByRole('button', { name: portal.begin })).first().click();
    await signInAsCitizen(citizen, 'congdan1', samplePassword);
    const answers: Data = {
      owner: { name: 'Nguyễn Văn Giả Định', idNo: '079085000001', address: '86 Đường Mẫu Mai, Phường Sen Mẫu', phone: '0900000001' },
      site: { address: { commune: '99001', street: 'Đường Mẫu Mai', houseNo: '86' } },
      matter: { request: 'Xin mượn nhà văn hóa khu phố để diễn văn nghệ', coBanVe: true },
      declaration: true,
    };
    // the same pages please axe in the stories of other procedures
    const quick = { ...citizen, look: async () => undefined };
    await answerAll(quick, { form, answers });
    await page.getByRole('link', { name: filing.filingCheck }).click();
    const code = await fileIt(quick);
    const staff = async (login: string, step: Form, given: Data, decision: string, confirm?: string): Promise<void> => {
      shop.house.later(5);
      const official = await seat(shop.browser, shop.house.url, login, samplePassword);
      await openStep(official, code);
      await answerStep(official, step, given);
      await decide(official, decision, confirm);
      await official.close();
    };
    await staff('thuly', await formIn('templates/blank-states/forms/answer.json'), { answer: 'Còn trống, cho mượn được' }, desk.completeStep);
    await staff('lanhdao', await formIn('templates/permit/forms/sign.json'), { outcome: 'sign', capacity: 'TM' }, 'Ký', desk.confirm_sign);
    await openDossierUntil(citizen, code, dossierWords.state_10);
    await hands.press(page.getByRole('button', { name: dossierWords.resultOpen }));
    await page.getByRole('link', { name: /^Tải về Văn bản đồng ý/ }).waitFor();
    await citizen.look('hall-result');
    // what one dossier did colours the picture: its own figures, nothing made up
    await shop.page.goto('/designer/packages/muon-nha-van-hoa-khu-pho/insight');
    await shop.page.locator('.chart-box[class*="heat-"]').filter({ hasText: 'Xem và trả lời' }).first().waitFor();
    assert.deepEqual(shop.house.complaints, []);
  });
});
