import { strict as assert } from 'node:assert';
import { setTimeout } from 'node:timers/promises';
import type { Browser } from 'playwright-core';
import { PHONE, openBrowser } from './browser/chromium.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { openWindow } from './story/window.ts';

/** Collects what moved in the window without being asked to (Layout Instability API), from the beginning of a page. */
const watching = `globalThis.moved = []; new PerformanceObserver((list) => { for (const { value, hadRecentInput, sources } of list.getEntries()) if (!hadRecentInput) globalThis.moved.push([value, ...sources.map(({ node }) => node?.className || node?.nodeName)]); }).observe({ type: 'layout-shift', buffered: true });`;
/** “Good” by Core Web Vitals. */
const most = 0.1;
const places = ['/', '/services/construction-permit-house', '/services/birth-registration', '/clock', '/alerts', '/notices', '/planning', '/track', '/sign-in'];

describe('a page of the portal on a slow phone', function () {
  this.timeout(120_000);
  let browser: Browser;
  let house: SampleHouse;
  before(async function () {
    browser = await openBrowser(this);
    house = await openSampleHouse('2026-11-18T01:00:00.000Z');
  });
  after(async () => {
    await browser?.close();
    await house?.close();
  });

  for (const place of places) {
    it(`stands still while it loads: ${place}`, async () => {
      const window = await openWindow(browser, house.url, PHONE);
      const { page } = window;
      await page.addInitScript(watching);
      await page.route('**/api/**', async (route) => {
        await setTimeout(400);
        await route.continue();
      });
      await page.goto(place);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');
      const moved = await page.evaluate('globalThis.moved') as [number, ...string[]][];
      const sum = moved.reduce((total, [value]) => total + value, 0);
      await window.close();
      assert.ok(sum <= most, `expected at most ${most} of the screen to move, but it was ${sum.toFixed(3)}: ${JSON.stringify(moved)}`);
    });
  }
});
