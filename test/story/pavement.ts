import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { drawing } from '../../designer/words/vi-drawing.ts';
import { formBuilder } from '../../designer/words/vi-form-builder.ts';
import { form as formWords } from '../../designer/words/vi-form.ts';
import { formRules } from '../../designer/words/vi-form-rules.ts';
import { vi as ruleWords } from '../../designer/findings/words/vi.ts';
import { vi as words } from '../../designer/words/vi.ts';
import { vi as portal } from '../../portal/words/vi.ts';
import { vi as filing } from '../../portal/filing/words/vi.ts';
import { vi as dossierWords } from '../../portal/dossier/words/vi.ts';
import { vi as desk } from '../../desk/words/vi.ts';
import type { Data } from '../../engine/state.ts';
import type { Form } from '../../forms/form.ts';
import { samplePassword } from '../../server/seed/seed.ts';
import { becomes } from '../browser/becomes.ts';
import { PHONE } from '../browser/chromium.ts';
import { answerAll, fileIt, openDossierUntil, signInAsCitizen } from './citizen.ts';
import { openWorkshop, type Workshop } from './designer.ts';
import { drawingOf } from './drawing.ts';
import { nothingDone, type Done, type Hands } from './hands.ts';
import { answerStep, decide, openStep, seat } from './official.ts';
import { oneAfterAnother } from './one-after-another.ts';
import { fixes } from '../../designer/words/vi-fixes.ts';
import { ownWish } from '../../procedures/template-words.ts';
import { wordsOf } from './paper.ts';
import { minutesOf, stopped } from './stopwatch.ts';
import { openWindow, type Window } from './window.ts';

const name = { vi: 'Cấp phép sử dụng tạm thời vỉa hè', en: 'Permit to use a pavement temporarily' };
/** The law behind it, which only its author knows; made up. */
const law = { number: '12/2026/QĐ-UBND', vi: 'Quyết định mẫu về sử dụng tạm thời vỉa hè', en: 'Sample decision on the temporary use of pavements', source: 'Công báo mẫu' };
const key = 'cap-phep-su-dung-tam-thoi-via-he';
/** What anybody should have to press, besides letters, to come to a thing and do it. */
const mostKeys = 30;

/** What the citizen of the story answers; every name and number is made up. */
const answers: Data = {
  owner: { name: 'Nguyễn Văn Giả Định', idNo: '079085000001', address: '86 Đường Mẫu Mai, Phường Sen Mẫu', phone: '0900000001' },
  site: { address: { commune: '99001', street: 'Đường Mẫu Mai', houseNo: '86' } },
  matter: {
    request: 'Xin dựng rạp cho lễ cưới trên vỉa hè trước nhà', doanViaHe: { words: 'Trước nhà số 86, bên trái cổng' }, dienTichSuDung: 12.5, tuNgay: '2026-12-05', denNgay: '2026-12-06',
    mucDich: 'choice1', coDungMaiChe: true, kichThuocMaiChe: '3 m × 4 m', soDoViTri: [{ name: 'Sơ đồ.pdf' }],
  },
  declaration: true,
};
const stepForm = async (form: string): Promise<Form> => JSON.parse(await readFile(new URL(`../../designer/templates/permit/forms/${form}.json`, import.meta.url), 'utf8')) as Form;
const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_whole, one: string) => String(values[one]));

/** A new procedure, made from an empty page to published, filed, processed and given back, all by the interface: the story of each kind of hands. */
export function pavementStory(handsOn: (page: Page, done?: Done) => Hands): void {
  describe(`a permit to use a pavement, from an empty page to the paper in the citizen’s hands, by ${handsOn.name}`, function () {
    this.timeout(300_000);
    oneAfterAnother();
    let shop: Workshop;
    let form: Form;
    let draw: ReturnType<typeof drawingOf>;
    const go = async (place: string): Promise<void> => {
      await shop.window.hands.press(shop.page.getByRole('navigation', { name: filled(words.placesOf, { name: name.vi }) }).getByRole('link', { name: place, exact: true }));
    };

    let counted: readonly [acts: number, letters: number] = [0, 0];
    before(async function () {
      shop = await openWorkshop(this, '/designer/', { handsOn });
      draw = drawingOf(shop.window);
    });
    afterEach(async function () {
      const { acts, letters } = shop.window.hands.done;
      if (acts > counted[0]) console.log(`      ${acts - counted[0]} acts, ${letters - counted[1]} letters`);
      counted = [acts, letters];
      if (this.currentTest?.state === 'failed') await shop.window.keep('failed');
    });
    after(() => shop?.close());

    it('begins on an empty page', async () => {
      const { page, window: { hands, look } } = shop;
      await page.getByRole('link', { name: words.newProcedure }).waitFor();
      await look('pavement-home');
      await hands.press(page.getByRole('link', { name: words.newProcedure }));
      await hands.press(page.getByRole('radio', { name: /^Trang trắng/ }));
      await hands.write(page.getByLabel(words.procedureNameVi), name.vi);
      await hands.write(page.getByLabel(words.procedureNameEn), name.en);
      await look('pavement-new');
      await hands.press(page.getByRole('button', { name: words.begin }));
      await draw.noErrors();
      assert.match(page.url(), new RegExp(`/packages/${key}$`));
    });

    it('draws the steps in the words of procedures, and who does them', async () => {
      const { window: { hands, look } } = shop;
      const line = [['Hồ sơ đã nộp', 'step_receive', 'Tiếp nhận hồ sơ'], ['Tiếp nhận hồ sơ', 'step_examine', 'Thẩm định hồ sơ'], ['Thẩm định hồ sơ', 'step_sign', 'Ký duyệt'], ['Ký duyệt', 'step_fee', 'Yêu cầu nộp lệ phí'], ['Đã xong lệ phí', 'step_issue', 'Phát hành văn bản']] as const;
      for (const [before, step, made] of line) await draw.addAfter(before, step, made);
      await draw.select('Xem và trả lời');
      await draw.openPart(drawing.changeDrawing);
      await hands.press(draw.button(drawing.removeStep));
      await draw.row('Xem và trả lời').waitFor({ state: 'detached' });
      await draw.select('Phát hành văn bản');
      await draw.setText(drawing.nameVi, 'Giấy phép sử dụng vỉa hè');
      await draw.setText(drawing.nameEn, 'Pavement permit');
      await look('pavement-line');

      // where the application is not good, or the permit is not given: a letter, and the end
      await draw.addAfter('Thẩm định hồ sơ', 'step_decide', 'Kết quả?');
      await draw.select('Kết quả?');
      await draw.setText(drawing.nameVi, 'Đủ điều kiện?');
      await draw.addHere(words.step_issue);
      await draw.row('Phát hành văn bản').waitFor();
      await draw.setText(drawing.nameVi, 'Lấy số văn bản từ chối');
      await draw.select('Phát hành văn bản');
      await draw.setText(drawing.nameVi, 'Thông báo không cấp phép');
      await draw.setText(drawing.nameEn, 'Notice of refusal');
      await draw.addHere(`${words.otherKinds}: ${words.kind_endEvent}`);
      await draw.panel.locator('.panel-kind', { hasText: words.kind_endEvent }).waitFor();
      await draw.setText(drawing.nameVi, 'Không cấp phép');
      await draw.setText(drawing.nameEn, 'Refused');
      await draw.openPart(drawing.clockAndState);
      await hands.choose(draw.field(drawing.state), `8 · ${words.state_8}`);
      await draw.addAfter('Tiếp nhận hồ sơ', 'step_decide', 'Kết quả?');
      await draw.select('Kết quả?');
      await draw.setText(drawing.nameVi, 'Tiếp nhận?');
      await draw.openPart(drawing.changeDrawing);
      await hands.choose(draw.field(drawing.connectTo), 'Lấy số văn bản từ chối');
      await hands.press(draw.button(drawing.connect));
      await look('pavement-branches');
    });

    it('gives each step its form, its limit and its letter', async () => {
      const { window: { hands, look } } = shop;
      for (const [step, limit] of [['Tiếp nhận hồ sơ', '0,5'], ['Thẩm định hồ sơ', '5'], ['Ký duyệt', '1']] as const) {
        await draw.select(step);
        await hands.press(draw.button(formWords.formBegin));
        await draw.panel.getByRole('button', { name: filled(drawing.editForm, { form: step }) }).waitFor();
        await draw.setText(drawing.timeLimit, limit);
      }
      await look('pavement-form-begun');
      await draw.select('Giấy phép sử dụng vỉa hè');
      await hands.choose(draw.field(words.letterPattern), 'Quyết định');
      await hands.press(draw.button(words.letterBegin));
      await draw.select('Thông báo không cấp phép');
      await hands.press(draw.button(words.letterBegin));
      await look('pavement-letter-begun');
      for (const gateway of ['Tiếp nhận?', 'Đủ điều kiện?']) {
        await draw.select(gateway);
        await hands.press(draw.button(words.conditionBegin).first());
      }
      await look('pavement-condition');
    });

    it('asks the citizen', async () => {
      const { page, window: { hands, look } } = shop;
      await go(words.placeForms);
      const row = (title: string | RegExp) => page.getByRole('navigation', { name: formBuilder.formOutline }).getByRole('button', { name: title });
      await hands.press(row(/^4\. /));
      const ask = async (kind: keyof typeof formBuilder, vi: string, en: string): Promise<void> => {
        await hands.press(page.getByRole('button', { name: formBuilder[kind], exact: true }));
        const dialog = page.getByRole('dialog');
        await hands.write(dialog.getByLabel(`${formWords.label}: ${formWords.inVietnamese}`), vi);
        await hands.write(dialog.getByLabel(`${formWords.label}: ${formWords.inEnglish}`), en);
        await hands.press(dialog.getByRole('button', { name: formBuilder.insertQuestion }));
        await dialog.waitFor({ state: 'detached' });
        await page.getByRole('heading', { name: vi, exact: true }).waitFor();
      };
      await ask('kind_place', 'Đoạn vỉa hè', 'Stretch of pavement');
      await ask('kind_area', 'Diện tích sử dụng', 'Area used');
      await ask('kind_date', 'Từ ngày', 'From');
      await ask('kind_date', 'Đến ngày', 'Until');
      await ask('kind_choice', 'Mục đích', 'Purpose');
      for (const [was, vi, en] of [['Lựa chọn 1', 'Việc cưới, việc tang', 'Wedding or funeral'], ['Lựa chọn 2', 'Trung chuyển vật liệu', 'Building material']] as const) {
        await hands.press(page.locator('summary').filter({ hasText: was }));
        const option = page.getByRole('group', { name: was, exact: true });
        await hands.write(option.getByLabel(`${formWords.label}: ${formWords.inEnglish}`), en);
        await hands.write(option.getByLabel(`${formWords.label}: ${formWords.inVietnamese}`), vi);
      }
      await look('pavement-choice');
      await ask('kind_yesNo', 'Có dựng mái che', 'With a canopy');
      await ask('kind_text', 'Kích thước mái che', 'Size of the canopy');
      await ask('kind_files', 'Sơ đồ vị trí', 'Plan of the place');
      await look('pavement-form');
      await hands.press(page.getByRole('tab', { name: /^Quy tắc/ }));
      await hands.choose(page.getByLabel(formRules.ruleTarget), 'Kích thước mái che');
      await hands.press(page.getByRole('button', { name: formRules.newRule }));
      await page.getByText('Hiện “Kích thước mái che” khi “Có dựng mái che” là Có').first().waitFor();
      await look('pavement-rule');
      await hands.press(page.getByRole('tab', { name: formWords.asJson, exact: true }));
      form = JSON.parse(await page.getByLabel(formWords.jsonLabel).inputValue()) as Form;
    });

    it('says what it costs: so much for each square metre', async () => {
      const { page, window: { hands, look } } = shop;
      await go(words.placeDecisions);
      await hands.choose(page.getByLabel(words.askMore), 'Diện tích sử dụng');
      await hands.press(page.getByRole('button', { name: words.askMoreAct }));
      const rule = `${words.rule} 1`;
      for (const [column, value] of [[words.output_kind, words.feeKind_charge], [words.output_nameVi, 'Phí sử dụng tạm thời vỉa hè'], [words.output_nameEn, 'Charge for the use of a pavement'], [words.output_quantity, 'Diện tích sử dụng'], [words.output_unitPrice, '25.000 đ']] as const) {
        await hands.write(page.getByLabel(`${column}, ${rule}`, { exact: true }), value);
        await page.keyboard.press('Enter');
      }
      await becomes(() => page.getByLabel(`${words.output_unitPrice}, ${rule}`, { exact: true }).inputValue(), /^25\.000\sđ$/);
      const bill = page.getByRole('region', { name: words.tryDecision });
      await hands.choose(bill.getByLabel('Cách nộp'), words.channel_online);
      await hands.write(bill.getByLabel('Diện tích sử dụng'), '10');
      await bill.getByText('Phải nộp: 250.000 đ').waitFor();
      await look('pavement-fee');
    });

    it('writes the permit with the names of answers, and sees the paper', async () => {
      const { page, window: { hands, look } } = shop;
      await go(words.placeLetters);
      await hands.press(page.getByRole('link', { name: 'Giấy phép sử dụng vỉa hè' }));
      await page.getByTitle(words.letterPreview).waitFor();
      await hands.press(page.locator('summary').filter({ hasText: words.letterHead }));
      await hands.choose(page.getByLabel(words.letterPurpose), words.letterPurpose_result);
      await hands.press(page.locator('summary').filter({ hasText: 'Điều 1. …' }));
      const block = page.getByRole('group', { name: '6. Đoạn văn' });
      const said = block.getByLabel(words.letterParagraphText, { exact: true });
      await hands.write(said, 'Điều 1. Cho phép ');
      const insert = async (answer: string): Promise<void> => {
        await hands.press(block.getByRole('button', { name: new RegExp(`^${words.letterInsert}`) }));
        const dialog = page.getByRole('dialog', { name: words.letterPick });
        await hands.write(dialog.getByLabel(words.letterSearch), answer);
        await hands.press(dialog.getByRole('button', { name: answer, exact: true }));
        await dialog.waitFor({ state: 'detached' });
      };
      await insert('Họ tên hoặc tên tổ chức');
      await page.keyboard.type(' sử dụng tạm thời vỉa hè, diện tích ');
      await insert('Diện tích sử dụng');
      await page.keyboard.type(' m².');
      await said.and(page.locator(':focus')).waitFor();
      await page.getByText(words.letterPreviewStale).waitFor({ state: 'detached' });
      await look('pavement-letter');
    });

    it('says what the law says: how long it may take', async () => {
      const { page, window: { hands, look } } = shop;
      await go(words.placeAbout);
      const say = async (id: string, said: string): Promise<void> => {
        await hands.write(page.locator(`#${id}`), said);
        await page.keyboard.press('Tab');
      };
      const part = (title: string) => hands.press(page.getByRole('navigation', { name: words.aboutContents }).getByRole('link', { name: new RegExp(`^${title}`) }));
      await say('about-sector-vi', 'Hạ tầng đô thị');
      await say('about-sector-en', 'Urban infrastructure');
      await say('about-summary-vi', 'Xin dùng một đoạn vỉa hè trong thời gian ngắn.');
      await say('about-summary-en', 'Use a stretch of pavement for a short time.');
      await hands.write(page.getByLabel(words.legalLimit, { exact: true }), '6');
      await page.keyboard.press('Enter');
      await part(words.aboutLaw);
      await hands.press(page.locator('#about-law-part summary').first());
      for (const [part, said] of [['number', law.number], ['title-vi', law.vi], ['title-en', law.en], ['source', law.source]] as const) await say(`law-0-${part}`, said);
      await part(words.aboutService);
      // one press says of all the rest that it stands on this law, and one tells citizens the steps as they were drawn
      await hands.press(page.getByRole('button', { name: filled(fixes.fixSources, { source: law.number }) }).first());
      await page.getByRole('button', { name: filled(fixes.fixSources, { source: law.number }) }).first().waitFor({ state: 'detached' });
      await part(words.aboutSheet);
      await hands.press(page.getByRole('button', { name: words.sheetFromProcess }));
      await page.locator('#about-sheet-part summary').filter({ hasText: 'Thẩm định hồ sơ' }).waitFor();
      await look('pavement-about');
    });

    it('says by what right it asks', async () => {
      const { page, window: { hands, look } } = shop;
      await go(words.placeForms);
      await hands.press(page.getByRole('tab', { name: new RegExp(`^${words.findings}`) }));
      for (const [rule, said] of [['no-legal-basis', law.vi], ['filled-in', ownWish]] as const) {
        const missed = page.getByRole('listitem').filter({ hasText: ruleWords[rule] });
        await hands.press(missed.first().getByRole('button', { name: filled(fixes.fixBasisAll, { count: 8, basis: said }) }));
        await missed.first().waitFor({ state: 'detached' });
      }
      await look('pavement-basis');
    });

    it('is told what is wrong, and takes the ways out that are offered', async () => {
      const { page, window: { hands, look } } = shop;
      await go(words.placeProcess);
      await hands.press(page.getByRole('tab', { name: new RegExp(`^${words.findings}`) }));
      const found = page.getByRole('tabpanel', { name: new RegExp(`^${words.findings}`) });
      await found.getByRole('button', { name: words.fixLimits }).first().waitFor();
      await look('pavement-findings');
      await hands.press(found.getByRole('button', { name: words.fixLimits }).first());
      await draw.noErrors();
      await look('pavement-sound');
    });

    it('is tried out, and what was lived is kept as a scenario', async () => {
      const { page, window } = shop;
      const { hands, look } = window;
      await go(words.placeTry);
      await hands.press(page.getByRole('button', { name: words.tryStart }));
      const play = async (person: string, live: (screen: Window) => Promise<void>): Promise<void> => {
        await hands.press(page.getByRole('list').getByRole('button', { name: new RegExp(`^${person}`) }).first());
        const opening = page.waitForEvent('popup');
        await hands.press(page.getByRole('link', { name: words.tryAlone }));
        const screen = await opening;
        await live({ ...window, page: screen, hands: handsOn(screen, hands.done), look: async () => undefined });
        await screen.close();
      };
      await play('Nguyễn Văn Giả Định', async (screen) => {
        await screen.hands.press(screen.page.getByRole('link', { name: name.vi }));
        await screen.hands.press(screen.page.getByRole('button', { name: portal.begin }).first());
        await answerAll(screen, { form, answers, leftEmpty: ['owner.email'] });
        await screen.hands.press(screen.page.getByRole('link', { name: filing.filingCheck }));
        await fileIt(screen);
      });
      await look('pavement-trial');
      await hands.press(page.getByRole('button', { name: words.tryRecord }));
      const dialog = page.getByRole('dialog', { name: words.tryRecord });
      await hands.write(dialog.getByLabel(words.tryNameVi), 'Nộp hồ sơ');
      await hands.write(dialog.getByLabel(words.tryNameEn), 'Filed');
      await hands.press(dialog.getByRole('button', { name: words.tryRecord }));
      await page.getByText(filled(words.tryRecorded, { name: 'Nộp hồ sơ' })).waitFor();
      await go(words.placeScenarios);
      await hands.press(page.getByRole('button', { name: words.playScenarios }));
      await hands.press(page.getByRole('button', { name: `${words.scenarioRemove}: Trả lời` }));
      await hands.press(page.getByRole('button', { name: words.playScenarios }));
      await page.getByRole('heading', { name: filled(words.scenariosOutcome, { passed: 1, failed: 0 }) }).waitFor();
      await look('pavement-scenarios');
    });

    it('is reviewed and published', async () => {
      const { page, window: { hands, look } } = shop;
      await hands.press(page.getByRole('button', { name: words.reviewAndPublish }));
      await page.getByRole('heading', { name: words.reviewTitle }).waitFor();
      await hands.write(page.getByLabel(words.note), 'Theo quyết định của phường');
      const publish = page.getByRole('button', { name: filled(words.publish, { number: 1 }) });
      // the sources that it takes over from the empty page are nothing that anybody knows here
      await hands.press(page.getByRole('checkbox', { name: words.publishTemplate }));
      await publish.and(page.locator(':not([aria-disabled=true])')).waitFor();
      await look('pavement-review');
      await hands.press(publish);
      await page.getByText(filled(words.published, { number: 1 })).waitFor();
      await look('pavement-published');
      console.log(`      ${stopped('from an empty page to published', hands.done)}`);
      const minutes = minutesOf(hands.done, 'new');
      assert.ok(minutes < 30, `${minutes} minutes from an empty page to published`);
      const keys = hands.done.keys.toSorted(([some], [more]) => more - some);
      if (keys.length > 0) console.log(`      ${keys.reduce((sum, [count]) => sum + count, 0)} keys besides letters; most of them:\n${keys.slice(0, 8).map(([count, on]) => `        ${count} ${on}`).join('\n')}`);
      for (const [count, on] of keys) assert.ok(count <= mostKeys, `${on} takes ${count} keys`);
    });

    it('is filed by a citizen on a phone, processed at the desk, paid for, and given', async () => {
      const [filed, processed] = [nothingDone(), nothingDone()];
      const citizen = await openWindow(shop.browser, shop.house.url, PHONE, { handsOn: (page) => handsOn(page, filed) });
      const { page, hands } = citizen;
      await page.goto('/');
      await hands.press(page.getByRole('link', { name: name.vi }));
      await page.getByRole('heading', { level: 1, name: name.vi }).waitFor();
      await citizen.look('pavement-service');
      await hands.press(page.getByRole('link', { name: portal.begin }).or(page.getByRole('button', { name: portal.begin })).first());
      await signInAsCitizen(citizen, 'congdan1', samplePassword);
      await answerAll(citizen, { form, answers, leftEmpty: ['owner.email'] });
      await hands.press(page.getByRole('link', { name: filing.filingCheck }));
      const code = await fileIt(citizen);

      const staff = async (login: string, step: string, given: Data, decision: string, confirm?: string): Promise<void> => {
        shop.house.later(5);
        const official = await seat(shop.browser, shop.house.url, login, samplePassword, (page) => handsOn(page, processed));
        await openStep(official, code);
        await answerStep(official, await stepForm(step), given);
        await official.look(`pavement-desk-${step}`);
        await decide(official, decision, confirm);
        await official.close();
      };
      await staff('tiepnhan', 'reception', { checks: { identity: true, complete: true }, outcome: 'accept' }, 'Tiếp nhận');
      await staff('thuly', 'examine', { findings: 'Vỉa hè rộng, còn lối đi cho người đi bộ', outcome: 'grant' }, 'Cấp phép');
      await staff('lanhdao', 'sign', { outcome: 'sign', capacity: 'TM' }, 'Ký', desk.confirm_sign);

      await openDossierUntil(citizen, code, dossierWords.state_6);
      await citizen.look('pavement-pay');
      await hands.press(page.getByRole('button', { name: /^Nộp 312\.500/ }));
      await page.getByRole('heading', { level: 1, name: 'Ngân hàng mô phỏng' }).waitFor();
      await hands.press(page.getByRole('button', { name: /^Thanh toán/ }));
      await page.getByText(dossierWords.paidTitle, { exact: true }).waitFor();
      await openDossierUntil(citizen, code, dossierWords.state_10);
      await hands.press(page.getByRole('button', { name: dossierWords.resultOpen }));
      await citizen.look('pavement-result');
      const downloading = page.waitForEvent('download');
      await hands.press(page.getByRole('link', { name: /^Tải về Giấy phép/ }));
      const chunks: Buffer[] = [];
      for await (const chunk of await (await downloading).createReadStream()) chunks.push(chunk as Buffer);
      await citizen.keepFile('pavement-permit.pdf', Buffer.concat(chunks));
      const paper = await wordsOf(Buffer.concat(chunks));
      for (const said of ['QUYẾT ĐỊNH', 'Cho phép Nguyễn Văn Giả Định', 'diện tích 12,5 m²', 'Ngô Văn Chủ Tịch']) assert.ok(paper.includes(said), `the permit says “${said}”: ${paper}`);
      console.log(`      ${stopped('the first dossier, filed, paid and fetched', filed)}\n      ${stopped('the same at the desk: received, examined, signed', processed)}`);
      const lived = [shop.window.hands.done, filed, processed].reduce((sum, done) => sum + minutesOf(done, 'new'), 0);
      assert.ok(lived < 60, `${lived} minutes from an empty page to the paper of the first dossier`);
      assert.deepEqual(shop.house.complaints, []);
    });
  });
}
