import { endOnSignals } from '../../storage/testing/end-on-signals.ts';
import { chromium, type Browser, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.mjs';

// A browser that talks to nobody but the page under test.
const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/** Starts the real browser. Without one, the suite is skipped and says so; in CI that is a failure. */
export async function openBrowser(suite: Mocha.Context): Promise<Browser> {
  // Playwright ends its browser with this process, but keeps the process alive at a signal.
  endOnSignals();
  const executablePath = findChromium();
  if (executablePath) return chromium.launch({ executablePath, args });
  const missing = 'SKIPPED: no Chromium found (set CHROMIUM_PATH, or run the tests as root on Debian so that they install it)';
  if (process.env['CI'] === 'true') throw new Error(missing);
  console.log(missing);
  return suite.skip();
}

/**
 * Waits until an expression holds in the page, half a minute at most. Asked from here, time after time: Playwright's own
 * `waitForFunction` evaluates inside the page as soon as the first answer is no, which our content security policy forbids.
 */
export async function untilInPage(page: Page, expression: string): Promise<void> {
  for (const end = Date.now() + 30_000; Date.now() < end; await page.waitForTimeout(50)) if (await page.evaluate(expression)) return;
  throw new Error(`expected within half a minute in ${page.url()}: ${expression}`);
}
