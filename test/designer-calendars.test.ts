import { strict as assert } from 'node:assert';
import type { Browser, Page } from 'playwright-core';
import { calendars as english } from '../designer/words/en-calendars.ts';
import { vi as words } from '../designer/words/vi.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, PHONE, openBrowser } from './browser/chromium.ts';
import { oneAfterAnother } from './story/one-after-another.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const filled = (text: string, values: Readonly<Record<string, string | number>>): string => text.replace(/\{(\w+)\}/g, (_whole, name: string) => String(values[name]));

describe('an administrator keeps the working calendar', function () {
  this.timeout(300_000);
  oneAfterAnother();
  let browser: Browser;
  let house: SampleHouse;
  let window: Window;
  let page: Page;
  const signIn = async (one: Window, username: string) => {
    await one.page.goto('/designer/');
    await one.page.getByLabel(words.username).fill(username);
    await one.page.getByLabel(words.password).fill(samplePassword);
    await one.page.getByRole('button', { name: words.signIn, exact: true }).click();
    await one.page.getByRole('heading', { name: words.packages, exact: true }).waitFor();
  };
  const addDay = async (date: string, name: string) => {
    await page.getByLabel(words.dayDate, { exact: true }).fill(date);
    await page.locator('#day-name-vi').fill(name);
    await page.locator('#day-name-en').fill('Off (try)');
    await page.locator('#day-source').fill('Quyết định 1/QĐ-TTg');
    await page.getByRole('button', { name: words.addDay }).click();
  };

  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse('2026-11-18T01:00:00.000Z');
    window = await openWindow(browser, house.url, DESKTOP);
    ({ page } = window);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window.keep('failed');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  it('comes from the home page, and is warned of a year that dossiers reach and nobody has confirmed', async () => {
    await signIn(window, 'quantri');
    await page.getByRole('link', { name: words.navCalendars, exact: true }).click();
    await page.getByText(/hồ sơ đang chạy có hạn trong năm 2026/).waitFor();
    await window.look('calendars');
  });

  it('tries a deadline over the Lunar New Year, which is not decided yet', async () => {
    await page.getByLabel(words.tryCalendarFrom).fill('2027-02-03T16:30');
    await page.getByLabel(words.tryCalendarLimit).fill('5');
    await page.getByLabel(words.tryCalendarLimit).press('Enter');
    await page.getByText('Trả kết quả: Thứ Tư, 17/02/2027, 17:00.', { exact: false }).waitFor();
    await page.getByText('Còn tùy những ngày chưa xác nhận:', { exact: false }).waitFor();
  });

  it('adds a day off, is told what would move, and must say by which decision', async () => {
    await page.getByRole('group', { name: words.calendarYears }).getByRole('button', { name: '2026' }).click();
    await page.locator('summary').filter({ hasText: words.addDay }).click();
    await page.getByRole('button', { name: words.addDay }).click();
    await page.getByText(words.dateMissing).waitFor();
    await addDay('2026-11-23', 'Nghỉ thử');
    await page.getByRole('button', { name: words.seeWhatMoves }).click();
    await page.getByText(/^Sẽ đổi: hẹn trả của \d+ hồ sơ/).waitFor();
    await page.getByRole('button', { name: words.saveCalendar }).click();
    await page.getByText(words.calendarNoteMissing).waitFor();
    await window.look('calendar-moves');
  });

  it('overwrites nobody unseen', async () => {
    const answer = await page.request.get('/api/calendars');
    const { calendars: [kept] } = (await answer.json()) as { calendars: { data: object }[] };
    const other = await page.request.put('/api/calendars/hcmc', { data: { revision: 1, data: kept?.data, note: 'Người khác' }, headers: { Origin: house.url } });
    assert.equal(other.status(), 200);
    await page.getByLabel(words.calendarNote).fill('Quyết định 1/QĐ-TTg');
    await page.getByRole('button', { name: words.saveCalendar }).click();
    await page.getByText(/vừa lưu lịch này lúc/).waitFor();
    window.wasTold(409);
    await window.look('calendar-conflict');
    await page.getByRole('button', { name: words.takeNewer }).click();
    await page.getByText(/: Người khác/).waitFor();
  });

  it('confirms a year, saves, and every date is counted again', async () => {
    await page.getByRole('group', { name: words.calendarYears }).getByRole('button', { name: '2026' }).click();
    await page.getByText(filled(words.confirmYear, { year: 2026 })).click();
    await page.getByLabel(words.confirmSource).fill('Thông báo 9441/TB-BNV');
    await page.getByRole('button', { name: filled(words.confirmYearNow, { year: 2026 }) }).click();
    await page.getByText(filled(words.year_sure, { year: 2026 })).waitFor();
    await page.locator('summary').filter({ hasText: words.addDay }).click();
    await page.locator('#day-confirmed').check();
    await addDay('2026-11-23', 'Nghỉ thử');
    await page.getByRole('button', { name: words.seeWhatMoves }).click();
    await page.getByLabel(words.calendarNote).fill('Quyết định 1/QĐ-TTg');
    await page.getByRole('button', { name: words.saveCalendar }).click();
    await page.getByText(/Tô Thị Quản Trị: Quyết định 1\/QĐ-TTg/).waitFor();
    await page.getByText(/^Đã lưu\. \d+ thời hạn/).waitFor();
    await becomes(() => page.getByText(/hồ sơ đang chạy có hạn trong năm 2026/).count(), 0);
    await window.look('calendar-confirmed');
  });

  it('works on a phone and in English, by keyboard; those who only design see nothing of it', async () => {
    const phone = await openWindow(browser, house.url, PHONE);
    await phone.context.addCookies(await window.context.cookies());
    await phone.page.goto('/designer/calendars');
    await phone.page.getByRole('button', { name: 'English' }).click();
    await phone.page.getByRole('heading', { name: english.calendars }).waitFor();
    await phone.page.locator('details.field-row > summary').first().focus();
    await phone.page.keyboard.press('Enter');
    await phone.page.getByLabel(english.dayIsConfirmed).first().waitFor();
    await phone.look('calendar-phone');
    await phone.close();
    const designer = await openWindow(browser, house.url, DESKTOP);
    await signIn(designer, 'thietke');
    await becomes(() => designer.page.getByRole('link', { name: words.navCalendars, exact: true }).count(), 0);
    await designer.close();
  });
});
