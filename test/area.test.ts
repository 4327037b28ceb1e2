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
    await page.getByLabel('Khu vực').selectOption({ label: 'KP1 – Khu phố 1 Mẫu' });
    await page.getByLabel('Mã hộ').fill('H0001');
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

  it('shows the register as a list and a drawing, and finds a household by words without marks', async () => {
    const { page } = leader;
    await page.getByRole('link', { name: desk.navAreas, exact: true }).click();
    await page.getByRole('img', { name: /KP1 Khu phố 1 Mẫu/ }).waitFor();
    await leader.look('areas');
    await page.getByRole('searchbox').fill('chu ho gia dinh 3');
    await page.getByRole('button', { name: desk.search, exact: true }).click();
    await page.getByText('Chủ Hộ Giả Định 3', { exact: true }).waitFor();
    await leader.look('areas-found');
  });

  it('shows an area with its households, the work about it and who changed it, also on a phone', async () => {
    const { page } = leader;
    await page.goto('/desk/areas');
    await page.getByRole('link', { name: /KP1 Khu phố 1 Mẫu/ }).click();
    await page.getByRole('link', { name: title }).waitFor();
    await leader.look('area');
    await page.getByRole('button', { name: desk.changeIt }).click();
    await page.getByLabel(desk.areaNameVi, { exact: true }).fill('Khu phố 1 Mẫu (đổi tên)');
    await leader.look('area-changing');
    await page.getByRole('button', { name: desk.saveChange }).click();
    await page.getByRole('heading', { level: 1, name: 'KP1 – Khu phố 1 Mẫu (đổi tên)' }).waitFor();
    await page.getByText(/Huỳnh Thị Trưởng Phòng: sửa – tên/).waitFor();
    await clerk.page.goto(new URL(page.url()).pathname);
    await clerk.page.getByRole('link', { name: title }).click();
    await clerk.page.getByRole('button', { name: desk.paneWork }).click();
    await clerk.page.getByRole('link', { name: 'KP1 – Khu phố 1 Mẫu (đổi tên)' }).click();
    await clerk.page.getByRole('heading', { level: 1, name: /đổi tên/ }).waitFor();
    await clerk.look('area-phone');
  });

  it('adds a household by hand, says what is missing, and erases its people', async () => {
    const { page } = leader;
    await page.goto('/desk/households/new');
    const add = page.getByRole('button', { name: desk.householdAdd });
    await add.click();
    await page.getByText(desk.fillIn).first().waitFor();
    await page.getByLabel(desk.areaField_code).fill('H9001');
    await page.getByLabel(desk.areaField_address).fill('1 Đường Thử (giả định)');
    await page.getByLabel(desk.areaField_place).fill('9.9010, 107.3005');
    await page.getByLabel(desk.householdHead).fill('Người Giả Định');
    await page.getByLabel(desk.areaField_validFrom).fill('2026-01-01');
    await add.click();
    await page.getByText('Người Giả Định').waitFor();
    await leader.look('household');
    await page.getByRole('button', { name: desk.personAdd }).click();
    await page.getByLabel(desk.personName).fill('Nguyễn Thị Giả Định');
    await page.getByLabel(desk.personRelation).fill('Con');
    await page.getByLabel(desk.personBirth).fill('3/2');
    await page.getByRole('button', { name: desk.personAdd }).click();
    await page.getByText(desk.birthWrong).waitFor();
    await page.getByLabel(desk.personBirth).fill('3/2/2019');
    await page.getByRole('button', { name: desk.personAdd }).click();
    await page.getByRole('rowheader', { name: 'Nguyễn Thị Giả Định' }).waitFor();
    await page.getByText('03/02/2019').waitFor();
    await leader.look('household-persons');
    await clerk.page.goto(new URL(page.url()).pathname);
    await clerk.page.getByText('Nguyễn Thị Giả Định').first().waitFor();
    await clerk.look('household-persons-phone');
    await page.getByRole('button', { name: desk.eraseIt }).click();
    await page.getByRole('button', { name: desk.eraseNow }).click();
    await page.getByText('Người Giả Định').waitFor({ state: 'detached' });
    await page.getByText('Nguyễn Thị Giả Định').waitFor({ state: 'detached' });
    await page.getByText(/xóa thông tin người/).waitFor();
    assert.deepEqual(house.complaints, []);
  });

  it('keeps a leader’s menu of eight places in two lines on a phone, in both languages', async () => {
    const signer = await signedIn(await openWindow(browser, house.url, PHONE), 'lanhdao');
    const { page } = signer;
    await page.goto('/desk/');
    for (const settings of ['Thông số', 'Settings']) {
      const places = page.getByRole('navigation').first().getByRole('link');
      await places.filter({ hasText: settings }).waitFor();
      const tops = await places.evaluateAll((links) => links.map((link) => Math.round((link as unknown as { getBoundingClientRect(): { top: number } }).getBoundingClientRect().top)));
      assert.deepEqual([tops.length, new Set(tops).size], [8, 2]);
      if (settings === 'Thông số') await page.getByRole('button', { name: 'English' }).or(page.getByRole('link', { name: 'English' })).first().click();
    }
    await signer.close();
  });

  it('reads in English too', async () => {
    const { page } = leader;
    await page.goto('/desk/areas');
    await page.getByRole('button', { name: 'English' }).or(page.getByRole('link', { name: 'English' })).first().click();
    await page.getByRole('heading', { level: 1, name: 'Residential areas' }).waitFor();
    await page.getByText('Take in from a file').click();
    await leader.look('areas-en');
    await page.getByRole('link', { name: 'Given by me' }).click();
    await page.getByRole('heading', { level: 1, name: 'Work that I gave, dossiers that I began' }).waitFor();
    await leader.look('begun-en');
  });
});
