import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { vi as desk } from '../desk/words/vi.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { openBrowser, DESKTOP, PHONE } from './browser/chromium.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

describe('work in an area, from who gives it to who does it', function () {
  this.timeout(120_000);
  let browser: Browser;
  let house: SampleHouse;
  let leader: Window;
  let clerk: Window;
  const signedIn = async (window: Window, username: string): Promise<Window> => {
    await window.context.setExtraHTTPHeaders({ Origin: house.url });
    assert.ok((await window.page.request.post('/api/session', { data: { username, password: samplePassword } })).ok());
    return window;
  };
  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse('2026-11-18T03:00:00.000Z');
    leader = await signedIn(await openWindow(browser, house.url, DESKTOP), 'truongphong');
    clerk = await signedIn(await openWindow(browser, house.url, PHONE), 'thuly2');
  });
  after(async () => {
    await leader?.close();
    await clerk?.close();
    await browser?.close();
    await house?.close();
  });
  const title = 'Đếm đèn đường hỏng (giả định)';

  it('lets a leader give it, and says what is missing', async () => {
    const { page } = leader;
    await page.goto('/desk/');
    await page.getByRole('link', { name: desk.navBegin }).click();
    await page.getByRole('link', { name: 'Công việc được giao' }).click();
    const begin = page.getByRole('button', { name: desk.beginNow, exact: true });
    await begin.click();
    await page.getByRole('alert').first().waitFor();
    await page.getByLabel('Việc', { exact: true }).fill(title);
    await page.getByLabel('Yêu cầu').fill('Đi từng đường, ghi số cột đèn hỏng (giả định).');
    await page.getByLabel('Người nhận việc').selectOption({ label: 'Đặng Thị Thẩm Định, cán bộ thụ lý – Phường Sen Mẫu' });
    await page.getByRole('radio', { name: 'Sau số ngày làm việc' }).check();
    await page.getByLabel('Số ngày hoặc số giờ').fill('2');
    await leader.look('work-given');
    await begin.click();
    await page.getByRole('heading', { name: title }).waitFor();
  });

  it('shows the leader who has what, and what is late', async () => {
    const { page } = leader;
    await page.getByRole('link', { name: desk.navBegun }).click();
    await page.getByRole('link', { name: title }).waitFor();
    await leader.look('begun');
    await page.getByRole('button', { name: desk.due_late }).click();
    await page.getByRole('link', { name: title }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: /Kiểm tra cống/ }).waitFor();
    await page.getByRole('button', { name: desk.due_late }).click();
  });

  const step = async ({ page }: Window, choose: string, note?: string) => {
    await page.getByRole('radio', { name: choose }).check();
    if (note !== undefined) await page.getByLabel('Báo cáo', { exact: true }).fill(note);
  };

  it('lets the clerk accept it and report on a phone', async () => {
    const { page } = clerk;
    await page.goto('/desk/?scope=mine');
    await page.getByRole('link', { name: title }).click();
    await step(clerk, 'Nhận việc');
    await clerk.look('work-accept');
    await page.getByRole('button', { name: 'Nhận việc', exact: true }).click();
    await page.getByText(/Đã xong “Nhận việc”/).waitFor();
    await page.goto('/desk/?scope=mine');
    await page.getByRole('link', { name: title }).click();
    await step(clerk, 'Đã xong', 'Mười hai cột hỏng (giả định).');
    await clerk.look('work-report');
    await page.getByRole('button', { name: 'Đã xong', exact: true }).click();
    await page.getByText(/Đã xong “Làm, báo cáo”/).waitFor();
  });

  it('lets the leader send it back, and the clerk see why', async () => {
    const { page } = leader;
    await page.goto('/desk/?scope=mine');
    await page.getByRole('link', { name: title }).click();
    await step(leader, 'Trả lại làm tiếp');
    await page.getByLabel('Còn phải làm gì').fill('Ghi tên đường (giả định)');
    await leader.look('work-confirm');
    await page.getByRole('button', { name: 'Trả lại làm tiếp', exact: true }).click();
    await page.getByText(/Đã xong “Xác nhận kết quả”/).waitFor();
    await page.goto('/desk/begun');
    await page.getByRole('row', { name: title }).getByText('Đặng Thị Thẩm Định').first().waitFor();
    await leader.look('begun-returned');
  });
});
