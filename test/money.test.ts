import { strict as assert } from 'node:assert';
import type { Browser, Locator } from 'playwright-core';
import { vi as desk } from '../desk/words/vi.ts';
import { signatureOf } from '../server/payments/signature.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { vi as kit } from '../ui/words/vi.ts';
import { openBrowser, DESKTOP, PHONE } from './browser/chromium.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const bankSecret = 'what the bank of this story signs with';

describe('money that was not due, from who keeps it to who signs for it', function () {
  this.timeout(120_000);
  oneAfterAnother();
  let browser: Browser;
  let house: SampleHouse;
  let [cashier, signer] = [] as unknown as [Window, Window];
  const signedIn = async (viewport: typeof PHONE, username: string): Promise<Window> => {
    const window = await openWindow(browser, house.url, viewport);
    await window.context.setExtraHTTPHeaders({ Origin: house.url });
    assert.ok((await window.page.request.post('/api/session', { data: { username, password: samplePassword } })).ok());
    return window;
  };
  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse('2026-11-18T03:00:00.000Z', { bankSecret });
    [cashier, signer] = [await signedIn(DESKTOP, 'thuquy'), await signedIn(PHONE, 'lanhdao')];
  });
  after(async () => {
    await cashier?.close();
    await signer?.close();
    await browser?.close();
    await house?.close();
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') for (const window of [cashier, signer]) await window.keep('failed');
  });

  const open = async ({ page }: Window, count: number, list = desk.moneyOpen.replace('{count}', String(count))): Promise<void> => {
    await page.goto('/desk/money');
    await page.getByRole('link', { name: list, exact: true }).waitFor();
  };
  /** The card of the payment that bears these words. */
  const card = ({ page }: Window, ...says: string[]): Locator => says.reduce((found, words) => found.filter({ hasText: words }), page.locator('article.money-case'));
  const dialog = ({ page }: Window): Locator => page.getByRole('dialog');
  const press = (within: Locator, name: string | RegExp): Promise<void> => within.getByRole('button', { name, exact: true }).click();
  const second = 'Trần Thị Giả Định';
  const fourth = 'Phạm Thu Giả Định';
  const third = 'Lê Minh Giả Định';

  it('shows whoever keeps the money of the ward what is odd, why, and what waits for somebody else', async () => {
    await open(cashier, 3);
    await card(cashier, fourth, desk.odd_twice).waitFor();
    await card(cashier, third, desk.odd_amount).waitFor();
    const waiting = card(cashier, second, desk.refund_waits);
    await waiting.waitFor();
    // Whoever asked for it is not the second person.
    assert.equal(await waiting.getByRole('button', { name: desk.refundApprove }).count(), 0);
    await cashier.look('money');
  });

  it('asks for what a refund by hand needs before anything is sent', async () => {
    await press(card(cashier, fourth), desk.moneyRefund);
    const box = dialog(cashier);
    await cashier.look('money-refund');
    await box.getByLabel(desk.moneyWay_hand).check();
    await box.getByLabel(desk.moneyAmount).fill('80.000');
    await press(box, 'Hoàn 80.000 đ');
    for (const wrong of [desk.moneyAmountWrong.replace('{most}', '75.000 đ'), desk.moneyDocumentMissing, desk.moneyNoteMissing]) await box.getByText(wrong).waitFor();
    await cashier.look('money-refund-wrong');
    await box.getByLabel(desk.moneyAmount).fill('75 000 đ');
    await box.getByLabel(desk.moneyDocument).fill('PC-120/2026 (giả định)');
    await box.getByLabel(desk.moneyNote).fill('Nộp hai lần (giả định)');
    await press(box, 'Hoàn 75.000 đ');
    await box.waitFor({ state: 'detached' });
    await card(cashier, fourth, desk.refund_waits).waitFor();
    // Nothing is left to ask for again while it waits.
    assert.equal(await card(cashier, fourth).getByRole('button', { name: desk.moneyRefund }).count(), 0);
  });

  it('lets whoever signs approve one on a phone, and decline another with a reason', async () => {
    await open(signer, 3);
    await signer.look('money-phone');
    await press(card(signer, second), desk.refundApprove);
    await card(signer, second).waitFor({ state: 'detached' });
    await press(card(signer, fourth), desk.refundDecline);
    const box = dialog(signer);
    await press(box, desk.moneyDo_decline);
    await box.getByText(desk.moneyNoteMissing).waitFor();
    await signer.look('money-decline-phone');
    await box.getByLabel(desk.moneyNote).fill('Chứng từ ghi sai tên (giả định)');
    await press(box, desk.moneyDo_decline);
    await box.waitFor({ state: 'detached' });
    await card(signer, fourth, desk.refund_declined).waitFor();
    await open(signer, 2);
  });

  it('tells whoever asked that it was declined, by whom and why, and lets them ask again at the provider', async () => {
    await open(cashier, 2);
    const declined = card(cashier, fourth, desk.refund_declined);
    await declined.getByText(desk.moneyDeeds).click();
    await declined.getByText('Chứng từ ghi sai tên (giả định)').waitFor();
    await cashier.look('money-declined');
    await press(declined, desk.moneyRefund);
    const box = dialog(cashier);
    await box.getByLabel(desk.moneyWay_provider).check();
    assert.equal(await box.getByLabel(desk.moneyDocument).count(), 0);
    await box.getByLabel(desk.moneyNote).fill('Nộp hai lần (giả định)');
    await press(box, 'Hoàn 75.000 đ');
    await box.waitFor({ state: 'detached' });
    await open(signer, 2);
    await press(card(signer, fourth), desk.refundApprove);
    await card(signer, fourth).getByText(desk.refundApprove).waitFor({ state: 'detached' });
  });

  it('is asked of the provider by the machine, and stands among what is done', async () => {
    const { page } = cashier;
    for (let tries = 0; ; tries += 1) {
      await page.goto('/desk/money?state=settled');
      await page.getByRole('link', { name: desk.moneySettled, exact: true }).waitFor();
      await page.locator('article.money-case').first().waitFor();
      if ((await card(cashier, fourth, desk.refundWay_provider).count()) > 0 || tries > 30) break;
      await page.waitForTimeout(500);
    }
    await card(cashier, fourth, desk.refundWay_provider, 'Đã hoàn ngày 18/11/2026').waitFor();
    await cashier.look('money-settled');
  });

  it('takes what came as a part of the fee back out of what is owed, found by the dossier’s code', async () => {
    await open(cashier, 1);
    const short = card(cashier, third);
    const code = (await short.locator('h3').innerText()).split(/\s/)[0]!;
    // What came is less than the fee, so it cannot be counted as the fee.
    assert.equal(await short.getByRole('button', { name: /Tính .* là phí/ }).count(), 0);
    const { page } = cashier;
    await page.getByRole('searchbox').fill(code);
    await page.getByRole('button', { name: desk.search, exact: true }).click();
    await page.getByRole('heading', { name: desk.moneyFound.replace('{code}', code) }).waitFor();
    await card(cashier, third, '57.000 đ').waitFor();
    await page.setViewportSize(PHONE);
    await press(card(cashier, third), desk.moneyRefund);
    await dialog(cashier).getByLabel(desk.moneyWay_hand).check();
    await cashier.keep('money-refund-phone');
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), PHONE.width);
    await press(dialog(cashier), kit.close);
    await dialog(cashier).waitFor({ state: 'detached' });
  });

  const comes = async (reference: string, amount: number, currency: string): Promise<void> => {
    const body = JSON.stringify({ id: `${currency} ${amount}`, reference, kind: 'paid', amount, currency, at: house.now() });
    const answer = await fetch(`${house.url}/api/payments/callbacks/simulated`, { method: 'POST', body, headers: { 'Content-Type': 'application/json', 'X-Signature': signatureOf(bankSecret, Buffer.from(body)) } });
    assert.equal(answer.status, 200);
  };
  /** Gives the reason that every act wants, which is asked for when it is missing, and does it. */
  const doWith = async (window: Window, act: string, note: string, picture: string): Promise<void> => {
    await press(dialog(window), act);
    await dialog(window).getByText(desk.moneyNoteMissing).waitFor();
    await window.look(picture);
    await dialog(window).getByLabel(desk.moneyNote).fill(note);
    await press(dialog(window), act);
    await dialog(window).waitFor({ state: 'detached' });
  };

  it('counts what came in two parts as the fee on a phone, and leaves the rest to be given back', async () => {
    const phone = await signedIn(PHONE, 'thuquy');
    await open(phone, 1);
    const parts = card(phone, third);
    const reference = await parts.locator('code').innerText();
    await comes(reference, 20_000, 'VND');
    await press(card(phone, third, desk.moneyCamePaid.replace('{amount}', '20.000 đ')), desk.moneyKeep.replace('{amount}', '75.000 đ'));
    await dialog(phone).getByText(/coi như đã nộp đủ/).waitFor();
    await doWith(phone, desk.moneyDo_keep, 'Chuyển làm hai lần (giả định)', 'money-keep-phone');
    await parts.filter({ hasText: desk.payment_paid }).locator('dd').filter({ hasText: /^2\.000 đ$/ }).waitFor();
    await phone.look('money-kept-phone');

    await comes(reference, 3, 'USD');
    await press(card(phone, third, desk.odd_currency), desk.moneyAside);
    await doWith(phone, desk.moneyDo_aside, 'Ngân hàng đã trả lại người nộp (giả định)', 'money-aside-phone');
    await parts.getByRole('button', { name: desk.moneyAside }).waitFor({ state: 'detached' });
    await parts.filter({ hasText: /^[^]*2\.000 đ/ }).waitFor();
    await phone.close();
  });

  it('lowers a fee that was paid, by a document and not below zero; what it was lowered by is owed', async () => {
    await cashier.page.setViewportSize(DESKTOP);
    await open(cashier, 1);
    await press(card(cashier, third), desk.moneyLower);
    const box = dialog(cashier);
    await box.getByLabel(desk.moneyAmount).fill('75.001');
    await press(box, desk.moneyDo_lower);
    for (const wrong of [desk.moneyAmountWrong.replace('{most}', '75.000 đ'), desk.moneyDocumentMissing]) await box.getByText(wrong).waitFor();
    await box.getByLabel(desk.moneyAmount).fill('25.000');
    await box.getByLabel(desk.moneyDocument).fill('12/QĐ-UBND (giả định)');
    await doWith(cashier, desk.moneyDo_lower, 'Giảm theo nghị quyết (giả định)', 'money-lower');
    const lowered = card(cashier, third, '27.000 đ');
    await lowered.getByText(desk.moneyDeeds).click();
    for (const says of ['12/QĐ-UBND (giả định)', 'Chuyển làm hai lần (giả định)', 'Ngân hàng đã trả lại người nộp (giả định)']) await lowered.getByText(says).first().waitFor();
    await cashier.look('money-lowered');
  });
});
