import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { vi as desk } from '../desk/words/vi.ts';
import { vi as alerts } from '../portal/alerts/words/vi.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { openBrowser, DESKTOP, PHONE } from './browser/chromium.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

describe('a flood, from the desk to a phone', function () {
  this.timeout(120_000);
  let browser: Browser;
  let house: SampleHouse;
  let officer: Window;
  let reader: Window;
  const signedIn = async (window: Window, username: string): Promise<Window> => {
    await window.context.setExtraHTTPHeaders({ Origin: house.url });
    assert.ok((await window.page.request.post('/api/session', { data: { username, password: samplePassword } })).ok());
    return window;
  };
  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse('2026-11-18T01:00:00.000Z');
    officer = await signedIn(await openWindow(browser, house.url, DESKTOP), 'trucban');
    reader = await signedIn(await openWindow(browser, house.url, PHONE), 'congdan2');
  });
  after(async () => {
    await officer?.close();
    await reader?.close();
    await browser?.close();
    await house?.close();
  });
  const title = 'Ngập trên Đường Mẫu Hai (giả định)';

  it('lets a citizen follow a place by its address', async () => {
    const { page } = reader;
    await page.goto('/alerts');
    await page.getByRole('link', { name: alerts.watchLink }).click();
    await page.getByRole('button', { name: alerts.watchBegin, exact: true }).click();
    await page.getByRole('link', { name: alerts.watchNameMissing }).waitFor();
    await reader.look('watch-missing');
    await page.getByLabel(alerts.watchName).fill('Nhà');
    await page.getByLabel(alerts.watchNear).fill('2 Đường Mẫu Hai');
    await page.getByRole('button', { name: alerts.watchBegin, exact: true }).click();
    await page.getByText(alerts.watchDrop).waitFor();
  });

  it('lets the officer on duty begin the notice, and says what is missing', async () => {
    const { page } = officer;
    await page.goto('/desk/');
    await page.getByRole('link', { name: desk.navBegin }).click();
    await page.getByRole('link', { name: 'Thông báo kẹt xe, ngập nước' }).click();
    const begin = page.getByRole('button', { name: desk.beginNow, exact: true });
    await begin.click();
    await page.getByRole('alert').first().waitFor();
    await officer.look('alert-begin-missing');
    for (const answer of ['Ngập nước', 'Trong một phường', 'Một đoạn đường', 'Cảm biến']) await page.getByRole('radio', { name: answer, exact: true }).check();
    for (const question of ['Khẩn, phát trước rồi duyệt?', 'Viết thêm tiếng Anh?']) await page.getByRole('group', { name: question }).getByRole('radio', { name: 'Không' }).check();
    await page.getByLabel('Độ sâu ngập').fill('15');
    await page.getByLabel('Đường', { exact: true }).selectOption({ label: 'Đường Mẫu Hai' });
    await page.getByLabel('Tiêu đề', { exact: true }).fill(title);
    await page.getByLabel('Nội dung', { exact: true }).fill('Nước ngập, xe máy đi chậm (giả định).');
    await officer.look('alert-begin-filled');
    await begin.click();
    await page.getByRole('heading', { name: title }).waitFor();
    await page.getByText(/^Đã mở hồ sơ H29\.907/).waitFor();
    await officer.look('alert-begun');
  });

  it('shows its facts to an officer on a phone over the whole width', async () => {
    const phone = await signedIn(await openWindow(browser, house.url, PHONE), 'trucban');
    try {
      await phone.page.goto(new URL(officer.page.url()).pathname);
      const value = phone.page.locator('.facts .summary-row dd').first();
      await value.waitFor({ state: 'attached' });
      await phone.page.getByRole('tab', { name: desk.paneWork }).or(phone.page.getByRole('button', { name: desk.paneWork })).first().click();
      const [wide, all] = [await value.boundingBox(), await phone.page.locator('.facts .summary-row').first().boundingBox()];
      assert.ok(wide !== null && all !== null && wide.width > all.width * 0.8, `${wide?.width} of ${all?.width}`);
    } finally {
      await phone.close();
    }
  });

  it('shows it to everybody, on the drawing too, and tells whoever follows the place', async () => {
    const { page } = reader;
    await page.goto('/watches');
    await page.getByRole('link', { name: title }).waitFor();
    await page.getByRole('link', { name: title }).click();
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    await page.getByText('Mức 2: Ngập vừa').first().waitFor();
    await page.getByRole('img', { name: /Đường Mẫu Hai/ }).waitFor();
    await reader.look('alert-told');
    await page.getByRole('link', { name: alerts.alertsBack }).first().click();
    await page.getByRole('heading', { level: 2, name: 'Đang có: 4' }).waitFor();
    assert.deepEqual(house.complaints, []);
  });
});
