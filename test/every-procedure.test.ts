import { strict as assert } from 'node:assert';
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { openBrowser } from './browser/chromium.ts';
import { beyondHands, liveOnce } from './story/lived.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { beginningOf, firstScenario, shipped } from './story/told.ts';

/** One of each way to begin; between them work at the desk, a step of the applicant, a program outside, a payment, a hand-over. */
const usual: readonly string[] = ['assigned-work', 'certified-copy', 'child-residence'];
const all = await shipped();
/** `MOTCUA_PROCEDURES` names others, apart by commas, or `all` of them: each takes half a minute and more. */
const named = process.env['MOTCUA_PROCEDURES']?.split(',') ?? usual;
const keys = named.includes('all') ? all : named;

const wayOf = async (key: string): Promise<string> => (await beginningOf((await firstScenario(key)).pack)).by;

describe('the first scenario of every shipped procedure', () => {
  for (const key of all) it(`${key} can be lived by hand in the browser`, async () => assert.deepEqual(beyondHands(await firstScenario(key)), []));
  it('is begun in one of the ways that the gate lives', async () => {
    const ways = async (of: readonly string[]): Promise<string[]> => [...new Set(await Promise.all(of.map(wayOf)))].toSorted();
    assert.deepEqual(await ways(usual), await ways(all));
  });
  it('stands in the record of what was lived, with how it begins', async () => {
    const rows = await Promise.all(all.map(async (key) => `| ${key} | ${(await firstScenario(key)).name} | ${await wayOf(key)} |`));
    const guide = await readFile(new URL('../docs/testing.md', import.meta.url), 'utf8');
    const record = guide.split('\n').filter((line) => /^\| [a-z-]+ \| \d\d-/.test(line));
    assert.deepEqual(record.map((line) => line.split('|').slice(0, 4).join('|') + '|'), rows);
  });
});

describe('a procedure is begun once, on a phone or at the desk, and finished', function () {
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
