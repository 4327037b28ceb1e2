import type { Browser } from 'playwright-core';
import { openBrowser } from './browser/chromium.ts';
import { firstScenario, liveOnce } from './story/lived.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';

/** Between them: work at the desk, a step of the applicant, a program outside, a payment, a hand-over. `MOTCUA_PROCEDURES` names others, apart by commas: each takes half a minute and more. */
const keys = (process.env['MOTCUA_PROCEDURES'] ?? 'birth-registration,certified-copy').split(',');

describe('a procedure is filed once on a phone and finished at the desk', function () {
  this.timeout(900_000);
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

  for (const key of keys) it(key, async () => liveOnce(browser, house, await firstScenario(key)));
});
