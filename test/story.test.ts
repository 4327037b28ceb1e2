import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { vi as desk } from '../desk/words/vi.ts';
import { vi as dossierWords } from '../portal/dossier/words/vi.ts';
import { vi as filing } from '../portal/filing/words/vi.ts';
import { vi as service } from '../portal/service/words/vi.ts';
import { vi as verify } from '../portal/verify/words/vi.ts';
import { vi as portal } from '../portal/words/vi.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { becomes } from './browser/becomes.ts';
import { openBrowser, PHONE } from './browser/chromium.ts';
import { application, guideAnswers, leftEmpty, steps } from './story/answers.ts';
import { answerAll, askGuide, changeAnswer, fileIt, openDossierUntil, openPart, signInAsCitizen } from './story/citizen.ts';
import { attach, fillField, readForm } from './story/fill.ts';
import { answerStep, decide, flagAnswer, flagPaper, openStep, seat, type Official } from './story/official.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { fetchPaper, wordsOf } from './story/paper.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';
import agency from '../server/agency/default.json' with { type: 'json' };

const permit = 'Giấy phép xây nhà';
const remarks = { height: 'Ghi đúng chiều cao trên bản vẽ', foundation: 'Thiếu sơ đồ đấu nối thoát nước' };
/** A Wednesday at eight in the morning, local time. */
const start = '2026-11-18T01:00:00.000Z';

describe('a construction permit, from a citizen’s phone to the signed result', function () {
  this.timeout(300_000);
  oneAfterAnother();

  let browser: Browser;
  let house: SampleHouse;
  let citizen: Window;
  let code: string;
  const staff = new Map<string, Official>();
  /** The official at their desk; each has one window for the whole story. */
  const at = async (login: string): Promise<Official> => {
    const known = staff.get(login) ?? (await seat(browser, house.url, login, samplePassword));
    staff.set(login, known);
    return known;
  };

  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse(start);
    citizen = await openWindow(browser, house.url, PHONE);
  });

  afterEach(async function () {
    if (this.currentTest?.state === 'failed') for (const window of [citizen, ...staff.values()]) await window.keep('failed');
  });

  after(async () => {
    await browser?.close();
    await house?.close();
  });

  it('lets the citizen find the service and ask whether the house needs a permit', async () => {
    const { page } = citizen;
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: agency.title.vi }).waitFor();
    await page.getByRole('link', { name: permit }).waitFor();
    await citizen.look('portal-home');
    await page.getByLabel(portal.searchLabel).fill('xay nha');
    await page.getByRole('link', { name: permit }).click();
    await page.getByRole('link', { name: service.guideButton }).waitFor();
    await citizen.look('service-sheet');
    await page.getByRole('link', { name: service.guideButton }).click();
    await askGuide(citizen, await readForm('guide'), guideAnswers);
    await page.getByRole('heading', { name: service.guideAnswers }).waitFor();
    await citizen.look('guide-verdict');
  });

  it('signs the citizen in and asks every question of the application', async () => {
    const { page } = citizen;
    await page.getByRole('link', { name: portal.begin }).click();
    await page.getByRole('heading', { level: 1, name: portal.signIn }).waitFor();
    await citizen.look('sign-in');
    await signInAsCitizen(citizen, 'congdan1', samplePassword);
    // as after the sign-in of another site, which leads back here: nobody presses “begin” again
    await page.getByRole('heading', { level: 1, name: filing.filingTasks, exact: true }).waitFor();
    await page.goto('/sign-in?begin=certified-copy');
    await page.getByRole('heading', { level: 1, name: filing.filingTasks, exact: true }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: filing.filingTasks, exact: true }).waitFor();
    const form = await readForm('application');
    const passed = await answerAll(citizen, { form, answers: application, leftEmpty });
    assert.equal(new Set(passed).size, passed.length, 'no page is asked twice');
  });

  it('shows all answers, takes a change, tells the fee and files', async () => {
    const { page } = citizen;
    await page.getByRole('link', { name: filing.filingCheck }).click();
    await page.getByRole('heading', { level: 1, name: filing.checkTitle }).waitFor();
    await citizen.look('check-answers');
    await changeAnswer(citizen, await readForm('application'), 'work.colour', 'Vàng kem');
    await page.getByText('Vàng kem').waitFor();
    code = await fileIt(citizen);
  });

  it('lets the receptionist accept it, with a receipt', async () => {
    house.later(10);
    const official = await at('tiepnhan');
    await official.look('desk-worklist');
    await openStep(official, code);
    await answerStep(official, 'reception', steps.reception);
    await official.look('desk-reception');
    await decide(official, 'Tiếp nhận');
    await official.look('desk-accepted');
    const { page } = official;
    await page.getByRole('tab', { name: desk.tabPapers }).click();
    const address = await page.getByRole('link', { name: /Giấy tiếp nhận/ }).getAttribute('href');
    const receipt = await fetchPaper(official.context, address ?? '');
    assert.ok(receipt.includes(code), 'the receipt names the dossier');
    assert.ok(receipt.includes('Nguyễn Văn Giả Định'), 'the receipt names the citizen');
  });

  it('lets the section head assign, and the handler ask for one answer and one file', async () => {
    house.later(5);
    const head = await at('truongphong');
    await openStep(head, code);
    await answerStep(head, 'assign', steps.assign);
    await head.look('desk-assign');
    await decide(head, desk.completeStep);
    house.later(5);
    const handler = await at('thuly');
    await openStep(handler, code);
    await answerStep(handler, 'examination', steps.supplement);
    await flagAnswer(handler, 'Chiều cao nhà', remarks.height);
    await flagPaper(handler, 'Bản vẽ móng và sơ đồ đấu nối hạ tầng', remarks.foundation);
    await handler.page.evaluate("document.querySelector('.composer').scrollIntoView({ block: 'nearest' })");
    await handler.look('desk-composer');
    await handler.page.getByRole('region', { name: desk.paneWork }).getByRole('button', { name: desk.previewForCitizen }).click();
    await handler.page.getByRole('dialog').getByText(remarks.height).waitFor();
    await handler.look('desk-composer-preview');
    await handler.page.getByRole('button', { name: desk.backToWork }).click();
    await decide(handler, 'Yêu cầu bổ sung', desk.confirm_supplement);
  });

  it('asks the citizen for just these two, on the phone', async () => {
    house.later(5);
    const { page } = citizen;
    await openDossierUntil(citizen, code, dossierWords.todo_supplement);
    await citizen.look('dossier-supplement-card');
    await page.getByRole('link', { name: dossierWords.supplementNow }).click();
    await page.getByRole('heading', { level: 1, name: filing.supplementTitle }).waitFor();
    await page.getByText(remarks.height).waitFor();
    await page.getByText(remarks.foundation).waitFor();
    await becomes(() => page.getByRole('textbox').count(), 2, 'the height and the note are all there is to type');
    const form = await readForm('application');
    await fillField(citizen.hands, page, form, 'work.height', 11.2);
    await page.getByRole('button', { name: 'Xóa Mặt bằng móng.pdf' }).click();
    await attach(citizen.hands, page, 'Mặt bằng, mặt cắt móng và đấu nối điện, nước', ['Mặt bằng móng, thoát nước.pdf']);
    await citizen.look('supplement');
    await page.getByRole('button', { name: filing.supplementSend }).click();
    await page.getByRole('heading', { level: 1, name: filing.supplementDone }).waitFor();
    await citizen.look('supplement-sent');
  });

  it('shows the handler what was changed; the draft is sent back once, then passes', async () => {
    house.later(5);
    const handler = await at('thuly');
    await openStep(handler, code);
    await handler.page.getByRole('tab', { name: desk.tabPapers }).click();
    await handler.page.getByText('11,2').first().waitFor();
    await handler.look('desk-supplement-answered');
    await answerStep(handler, 'supplement-check', steps.checkSupplement);
    await decide(handler, 'Đạt');
    await openStep(handler, code);
    await answerStep(handler, 'draft', steps.draft);
    await handler.page.getByRole('button', { name: /^Xem trước: / }).click();
    await handler.page.getByRole('dialog').getByRole('link', { name: desk.openInTab }).waitFor();
    await handler.look('desk-letter-preview');
    await handler.page.getByRole('dialog').getByRole('button', { name: desk.backToWork }).click();
    await decide(handler, 'Giấy phép xây dựng');
    const head = await at('truongphong');
    await openStep(head, code);
    await answerStep(head, 'review', steps.sendBack);
    await decide(head, 'Trả lại sửa');
    await openStep(handler, code);
    await handler.page.getByText(steps.sendBack.remark).first().waitFor();
    await handler.look('desk-rework');
    await answerStep(handler, 'draft', steps.draft);
    await decide(handler, 'Giấy phép xây dựng');
    await openStep(head, code);
    await answerStep(head, 'review', steps.pass);
    await decide(head, 'Trình ký');
  });

  it('is signed by the chair and numbered by the clerk', async () => {
    house.later(5);
    const signer = await at('lanhdao');
    await openStep(signer, code);
    await answerStep(signer, 'sign', steps.sign);
    await signer.look('desk-sign');
    await decide(signer, 'Ký', desk.confirm_sign);
    house.later(5);
    const clerk = await at('vanthu');
    await openStep(clerk, code);
    await answerStep(clerk, 'number', steps.number);
    await clerk.look('desk-number');
    await decide(clerk, desk.completeStep, desk.confirm_number);
    await clerk.look('desk-numbered');
  });

  it('takes the fee at the simulated bank and hands over the permit', async () => {
    house.later(5);
    const { page } = citizen;
    await openDossierUntil(citizen, code, dossierWords.state_6);
    await citizen.look('dossier-payment-card');
    await page.getByRole('button', { name: /^Nộp 75\.000/ }).click();
    await page.getByRole('heading', { level: 1, name: 'Ngân hàng mô phỏng' }).waitFor();
    await citizen.look('bank');
    await page.getByRole('button', { name: /^Thanh toán/ }).click();
    await page.getByText(dossierWords.paidTitle, { exact: true }).waitFor();
    await citizen.look('dossier-paid');
    await openDossierUntil(citizen, code, dossierWords.state_10);
    await citizen.look('dossier-returned');
    await page.getByRole('button', { name: dossierWords.resultOpen }).click();
    await citizen.look('dossier-results');
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: /^Tải về Giấy phép/ }).click();
    const chunks: Buffer[] = [];
    for await (const chunk of await (await downloading).createReadStream()) chunks.push(chunk as Buffer);
    await citizen.keepFile('permit.pdf', Buffer.concat(chunks));
    const words = await wordsOf(Buffer.concat(chunks));
    for (const said of ['GIẤY PHÉP XÂY DỰNG', 'Nguyễn Văn Giả Định', 'Lùi 1,5 m', '11,2', 'Ngô Văn Chủ Tịch']) assert.ok(words.includes(said), `the permit says “${said}”: ${words}`);
  });

  it('takes the citizen’s rating, and proves the record to them', async () => {
    const { page } = citizen;
    await openPart(citizen, dossierWords.tabSummary);
    await page.getByRole('button', { name: dossierWords.recordCheck }).click();
    await page.getByText(/Nguyên vẹn: \d+ dòng/).waitFor();
    await page.getByRole('radio', { name: 'Rất hài lòng', exact: true }).check();
    await page.getByRole('button', { name: dossierWords.rateSend }).click();
    await page.getByText(dossierWords.ratedTitle).waitFor();
    await citizen.look('dossier-rated');
    await openPart(citizen, dossierWords.tabRequest);
    await page.getByText('Vàng kem').waitFor();
    await citizen.look('dossier-request');
    await openPart(citizen, dossierWords.tabMessages);
    await page.getByText(dossierWords.automatic).first().waitFor();
    // what has been opened is no longer counted as new
    await page.getByRole('tab', { name: dossierWords.tabMessages, exact: true }).waitFor();
    await citizen.look('dossier-messages');
  });

  it('lets anyone track it by code and last digits, and verify the paper by its code', async () => {
    const { page } = citizen;
    await openPart(citizen, dossierWords.tabResults);
    const paper = await page.getByRole('link', { name: /^Kiểm tra giấy này Giấy phép/ }).getAttribute('href');
    const anyone = await openWindow(browser, house.url, PHONE);
    await anyone.page.goto('/track');
    await anyone.page.getByLabel(portal.code).fill(code.toLowerCase());
    await anyone.page.getByLabel(dossierWords.digitsLabel).fill('0001');
    await anyone.look('track');
    await anyone.page.getByRole('button', { name: dossierWords.trackButton }).click();
    await anyone.page.getByRole('heading', { level: 1, name: code }).waitFor();
    await anyone.look('tracked');
    await anyone.page.goto('/verify');
    await anyone.page.getByLabel(verify.verifyCode).fill((paper ?? '').split('/').at(-1) ?? '');
    await anyone.look('verify');
    await anyone.page.getByRole('button', { name: verify.verifyButton, exact: true }).click();
    await anyone.page.getByRole('heading', { level: 1, name: verify.standing_valid }).waitFor();
    await anyone.look('verified');
    await anyone.close();
  });

  it('shows the desk that the record is intact', async () => {
    const { page, look } = await at('thuly');
    await page.getByRole('link', { name: desk.navSearch, exact: true }).click();
    await page.getByRole('link', { name: code }).waitFor();
    await look('desk-search');
    await page.getByRole('link', { name: code }).click();
    await page.getByRole('tab', { name: desk.tabHistory }).click();
    await page.getByText(desk.recordIntact, { exact: true }).waitFor();
    await page.getByText('Dự thảo kết quả (lần 2)', { exact: true }).waitFor();
    await page.getByText(desk.recordIntact, { exact: true }).scrollIntoViewIfNeeded();
    await look('desk-history');
  });

  it('consults two agencies about another dossier: one answers, the other is silent and so consents', async () => {
    const handler = await at('thuly');
    const other = await handlerDossier(handler);
    await answerStep(handler, 'examination', steps.consult);
    await handler.look('desk-consult');
    await decide(handler, 'Lấy ý kiến cơ quan khác');
    const agency = await at('pccc');
    await openStep(agency, other);
    await answerStep(agency, 'consultation-reply', steps.opinion);
    await agency.look('desk-opinion');
    await decide(agency, 'Đồng ý');
    // four days later, two of them working days or more: the silence of the other has become consent
    house.later(4 * 24 * 60);
    const later = await seat(browser, house.url, 'thuly', samplePassword);
    await openStep(later, other);
    await later.page.getByRole('heading', { level: 2, name: 'Dự thảo kết quả' }).waitFor();
    await later.page.getByRole('tab', { name: desk.tabPapers }).click();
    await later.page.getByText(desk['opinion_deemed-consent']).waitFor();
    await later.look('desk-opinions');
  });

  it('leaves nothing wrong in the server’s log', () => {
    assert.deepEqual(house.complaints, []);
  });
});

/** Opens the sample dossier that waits to be examined; answers its code. */
async function handlerDossier(official: Official): Promise<string> {
  const { page } = official;
  await page.getByRole('link', { name: desk.navWork, exact: true }).click();
  const row = page.getByRole('listitem').filter({ hasText: '27 Đường Mẫu Ba' });
  const code = /H29\.\d+(?:\.\d+)?-\d{6}-\d{4}/.exec(await row.innerText())?.[0];
  await official.look('desk-worklist-handler');
  if (code === undefined) throw new Error('expected the sample dossier at 27 Đường Mẫu Ba, but it is not in the list');
  await openStep(official, code);
  return code;
}
