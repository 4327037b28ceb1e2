import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import type { Data } from '../engine/state.ts';
import type { Form } from '../forms/form.ts';
import { vi as clock } from '../portal/clock/words/vi.ts';
import { vi as notices } from '../portal/notices/words/vi.ts';
import { vi as planning } from '../portal/planning/words/vi.ts';
import { vi as service } from '../portal/service/words/vi.ts';
import { vi as portal } from '../portal/words/vi.ts';
import { vi as kit } from '../ui/words/vi.ts';
import agency from '../server/agency/default.json' with { type: 'json' };
import { packages } from '../server/commands/house.ts';
import { becomes } from './browser/becomes.ts';
import { openBrowser, PHONE } from './browser/chromium.ts';
import { askGuide } from './story/citizen.ts';
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
    await becomes(() => page.locator('.tiles strong').allTextContents(), agency.tiles.map(({ title }) => title.vi));
    await page.getByLabel(portal.searchLabel).fill('em be');
    await page.getByRole('heading', { level: 3, name: 'Có con' }).waitFor();
    await becomes(() => page.locator('.procedure-card strong').allTextContents(), ['Khai sinh', 'Trích lục hộ tịch']);
    await window.look('home');
  });

  it('guides to a land certificate by questions: who may ask for their first, and who may sell', async () => {
    const { page } = window;
    const guided = async (key: string, answers: Data): Promise<void> => {
      const form = JSON.parse(await readFile(`${packages}/${key}/forms/guide.json`, 'utf8')) as Form;
      await page.goto(`/services/${key}`);
      await page.getByRole('link', { name: service.guideButton }).click();
      await askGuide(window, form, answers);
      await page.getByRole('heading', { name: service.guideAnswers }).waitFor();
    };
    await guided('first-land-certificate', { dispute: true, papers: true, since: 'before_1980' });
    await page.getByText('Hãy hòa giải tại phường trước.').waitFor();
    await guided('first-land-certificate', { dispute: false, papers: false, since: '1980_1993' });
    await page.getByText('có thể được cấp nếu phù hợp quy hoạch').waitFor();
    await page.getByRole('link', { name: portal.begin }).waitFor();
    await window.look('guide-first-certificate');
    await guided('land-transfer', { certificate: false, blocked: false, inTerm: true });
    await window.look('guide-land-transfer');
    await page.goto('/');
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
    const figures = page.locator('.clock-of', { hasText: 'Giấy phép xây nhà' });
    const steps = figures.locator('summary', { hasText: clock.steps.replace('{name}', 'Giấy phép xây nhà') });
    await becomes(() => steps.isVisible(), false);
    await page.getByLabel(clock.clockSearch).fill('xay nha');
    await becomes(() => page.locator('.clock-of').count(), 1);
    // By keyboard as by finger: the line unfolds what stands behind it, and in it the steps.
    await figures.locator('summary').first().press('Enter');
    await figures.getByRole('term').filter({ hasText: clock.p90 }).waitFor();
    await steps.press('Enter');
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
