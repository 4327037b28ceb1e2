import type { Browser } from 'playwright-core';
import type { Data } from '../engine/state.ts';
import { vi as dossierWords } from '../portal/dossier/words/vi.ts';
import { vi as filing } from '../portal/filing/words/vi.ts';
import { vi as portal } from '../portal/words/vi.ts';
import { parcels } from '../server/seed/ward-map/parcels.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { becomes } from './browser/becomes.ts';
import { PHONE, openBrowser } from './browser/chromium.ts';
import { application } from './story/answers.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

describe('a citizen on a phone, with no help', function () {
  this.timeout(300_000);
  let browser: Browser;
  let house: SampleHouse;
  let window: Window;
  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse('2026-11-18T01:00:00.000Z');
    window = await openWindow(browser, house.url, PHONE);
    await window.page.request.post('/api/session', { data: { username: 'congdan1', password: samplePassword }, headers: { Origin: house.url } });
  });
  after(async () => {
    await window?.close();
    await browser?.close();
    await house?.close();
  });

  it('finds a procedure by a whole sentence without marks', async () => {
    const { page } = window;
    await page.goto('/');
    await page.getByLabel(portal.searchLabel).fill('toi muon lam giay khai sinh cho con');
    await page.getByText(portal.foundNear.split('{')[0]!).waitFor();
    await becomes(() => page.locator('.procedure-card strong').first().innerText(), 'Khai sinh');
    await page.getByLabel(portal.searchLabel).fill('');
  });

  it('is told by the map whether the land lies where a permit is needed, and answers so by one press', async () => {
    const { page } = window;
    const headers = { Origin: house.url };
    const draft = (await (await page.request.post('/api/drafts', { data: { procedure: 'construction-permit-house' }, headers })).json()) as { id: string; revision: number };
    const { zoneCheck: _asked, ...site } = application.site as Data;
    const zoned = parcels(1).find(({ properties }) => String(properties['use']).includes('khu công nghiệp'))!.properties;
    const park = { mapSheetNo: zoned['sheet'], parcelNo: [zoned['parcel']] };
    await page.request.put(`/api/drafts/${draft.id}`, { data: { revision: draft.revision, data: { ...application, site: { ...site, ...park } } }, headers });
    await page.goto(`/filing/${draft.id}`);
    await page.getByText('Địa điểm').first().click();
    await page.getByRole('heading', { level: 1, name: 'Đất có nằm trong khu vực phải xin phép không?' }).waitFor();
    await page.getByText(/Khu công nghiệp Mẫu/).waitFor();
    await window.look('map-says');
    await page.getByRole('button', { name: filing.mapSuggests.replace('{answer}', 'Có') }).click();
    await becomes(() => page.getByRole('radio', { name: 'Có', exact: true }).isChecked(), true);
    await page.getByText(filing.mapAnswered).waitFor();
  });

  it('who comes to rate sees first what can be rated, and arrives at the question', async () => {
    const { page } = window;
    await page.goto('/dossiers?rate');
    const groups = page.getByRole('heading', { level: 2 });
    await becomes(() => groups.first().innerText(), dossierWords.groupOver);
    await page.locator('.dossier-card a').first().click();
    await page.getByRole('heading', { level: 2, name: dossierWords.rateTitle }).waitFor();
    await becomes(() => page.locator('#rating').evaluate((form) => form.getBoundingClientRect().top < innerHeight), true);
    await window.look('rate-at-once');
  });

  it('finds in the dossier how to complain of how it is handled, with its code', async () => {
    const { page } = window;
    await page.getByRole('heading', { level: 2, name: dossierWords.voiceTitle }).waitFor();
    const { dossiers } = (await (await page.request.get('/api/dossiers')).json()) as { dossiers: { id: string; code: string }[] };
    const { code } = dossiers.find(({ id }) => page.url().includes(id))!;
    await page.getByText(dossierWords.voiceHint.replace('{code}', code)).waitFor();
    await page.locator('.voice a').first().click();
    await page.waitForURL('**/services/feedback-on-officials');
    await becomes(() => page.getByRole('heading', { level: 1 }).innerText(), /cán bộ/i);
  });
});
