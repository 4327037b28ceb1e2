import type { Browser } from 'playwright-core';
import { vi as words } from '../designer/words/vi.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { becomes } from './browser/becomes.ts';
import { DESKTOP, openBrowser } from './browser/chromium.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow, type Window } from './story/window.ts';

const zone = (building: string) => JSON.stringify({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', geometry: { type: 'Polygon', coordinates: [[[106.5, 10.5], [106.51, 10.5], [106.51, 10.51], [106.5, 10.5]]] }, properties: { code: 'ODT', name: 'Đất ở', planState: 'in_force', building, FID: 3 } }],
});
const file = (text: string) => ({ name: 'khu.geojson', mimeType: 'application/geo+json', buffer: Buffer.from(text) });

describe('an administrator keeps the maps of planning', function () {
  this.timeout(300_000);
  let browser: Browser;
  let house: SampleHouse;
  let window: Window;
  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse('2026-11-18T01:00:00.000Z');
    window = await openWindow(browser, house.url, DESKTOP);
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  it('sees every version with its source, is told place by place what is wrong with a file, and takes the mended one in', async () => {
    const { page } = window;
    await page.goto('/designer/');
    await page.getByLabel(words.username).fill('quantri');
    await page.getByLabel(words.password).fill(samplePassword);
    await page.getByRole('button', { name: words.signIn, exact: true }).click();
    await page.getByRole('link', { name: words.navMaps, exact: true }).click();
    await page.getByRole('rowheader', { name: /sen-zones/ }).waitFor();
    await page.getByLabel(words.mapName).fill('thu');
    await page.getByLabel(words.mapTitleVi).fill('Khu thử');
    await page.getByLabel(words.mapFrom).fill('2026-01-01');
    await page.locator('#map-source').fill('Quyết định thử');
    await page.getByLabel(words.mapSourceDate).fill('2025-12-20');
    await page.getByRole('button', { name: words.takeMapNow }).click();
    await page.getByText(words.mapFileMissing).waitFor();
    await page.getByLabel(words.mapFile).setInputFiles(file(zone('perhaps')));
    await page.getByRole('button', { name: words.takeMapNow }).click();
    await page.getByText('/features/0/properties/building').waitFor();
    window.wasTold(422);
    await window.look('maps-refused');
    await page.getByLabel(words.mapFile).setInputFiles(file(zone('allowed')));
    await page.getByRole('button', { name: words.takeMapNow }).click();
    await page.getByText('Đã nhập thu, bản 1: 1 đối tượng.').waitFor();
    await page.getByText('FID').waitFor();
    await becomes(() => page.getByRole('rowheader', { name: /\(thu\)/ }).count(), 1);
    await window.look('maps');
  });
});
