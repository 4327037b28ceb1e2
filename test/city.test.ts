import { strict as assert } from 'node:assert';
import type { Browser } from 'playwright-core';
import { vi as clock } from '../portal/clock/words/vi.ts';
import { vi as notices } from '../portal/notices/words/vi.ts';
import { vi as planning } from '../portal/planning/words/vi.ts';
import { vi as portal } from '../portal/words/vi.ts';
import { vi as kit } from '../ui/words/vi.ts';
import agency from '../server/agency/default.json' with { type: 'json' };
import { openBrowser, PHONE } from './browser/chromium.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

describe('the city on a phone, without signing in', function () {
  this.timeout(300_000);
  let browser: Browser;
  let house: SampleHouse;
  let window: Window;
  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse('2026-11-18T01:00:00.000Z');
    window = await openWindow(browser, house.url, PHONE);
  });
  after(async () => {
    await window?.close();
    await browser?.close();
    await house?.close();
  });

  it('begins with the agency’s tiles, and finds procedures by what brings people, without marks', async () => {
    const { page } = window;
    await page.goto('/');
    await page.getByRole('heading', { level: 1, name: agency.title.vi }).waitFor();
    assert.deepEqual(await page.locator('.tiles strong').allTextContents(), agency.tiles.map(({ title }) => title.vi));
    await page.getByLabel(portal.searchLabel).fill('em be');
    await page.getByRole('heading', { level: 3, name: 'Có con' }).waitFor();
    assert.deepEqual(await page.locator('.procedure-card strong').allTextContents(), ['Khai sinh', 'Trích lục hộ tịch']);
    await window.look('home');
  });

  it('looks up planning by address, and says what is missing', async () => {
    const { page } = window;
    await page.getByRole('link', { name: planning.planningTitle }).click();
    await page.getByRole('heading', { level: 1, name: planning.planningTitle }).waitFor();
    await page.getByRole('button', { name: planning.lookUp }).first().click();
    await page.getByRole('alert').getByText(planning.byAddressMissing).waitFor();
    await page.getByLabel(planning.byAddress).fill('1 dai lo sen mau');
    await page.getByRole('button', { name: planning.lookUp }).first().click();
    await page.getByRole('heading', { level: 1, name: '1 Đại lộ Sen Mẫu' }).waitFor();
    await page.getByText('Đất nằm trong lộ giới khoảng 5 m').waitFor();
    await page.getByRole('img', { name: /^Sơ đồ quanh 1 Đại lộ Sen Mẫu/ }).waitFor();
    await page.getByRole('link', { name: 'Thông tin quy hoạch' }).waitFor();
    await window.look('planning-answer');
  });

  it('tells how long offices really take', async () => {
    const { page } = window;
    await page.getByRole('link', { name: portal.publicClock }).click();
    await page.getByRole('heading', { level: 1, name: clock.clockTitle }).waitFor();
    await page.locator('summary', { hasText: clock.steps.replace('{name}', 'Giấy phép xây nhà') }).click();
    await page.getByRole('rowheader', { name: 'Kiểm tra hồ sơ' }).waitFor();
    await window.look('clock');
    await page.goBack();
  });

  it('stays standing where a part of it does not come over a bad network, and goes on once it does', async () => {
    const context = await browser.newContext({ viewport: PHONE, baseURL: house.url, locale: 'vi-VN', serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.route('**/assets/clock-*.js', (route) => route.abort());
    await page.goto('/clock');
    await page.getByRole('heading', { level: 1, name: kit.failed }).waitFor();
    await page.getByRole('link', { name: portal.navTrack, exact: true }).waitFor();
    await page.unroute('**/assets/clock-*.js');
    await page.getByRole('button', { name: kit.retry }).click();
    await page.getByRole('heading', { level: 1, name: clock.clockTitle }).waitFor();
    await context.close();
  });

  it('tells what is posted publicly', async () => {
    const { page } = window;
    await page.getByRole('link', { name: portal.publicNotices }).click();
    await page.getByRole('heading', { level: 1, name: notices.noticesTitle }).waitFor();
    await page.getByText(notices.noticesNone).waitFor();
    await window.look('notices');
    await page.goBack();
  });

  it('looks it up where the phone stands', async () => {
    const { page, context } = window;
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 9.902857, longitude: 107.302284 });
    await page.getByRole('link', { name: planning.again }).click();
    await page.getByRole('button', { name: planning.here }).click();
    await page.getByRole('heading', { level: 1, name: planning.pointNamed }).waitFor();
    await page.getByText(planning.roadPoint).first().waitFor();
    await window.look('planning-here');
  });
});
