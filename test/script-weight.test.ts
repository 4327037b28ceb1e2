import { strict as assert } from 'node:assert';
import { gzipSync } from 'node:zlib';
import type { APIRequestContext, Browser } from 'playwright-core';
import { samplePassword } from '../server/seed/seed.ts';
import { openBrowser, PHONE } from './browser/chromium.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';

const kB = 1000;
/** All script that a page fetches until it rests, gzipped. */
const bars = { page: 90 * kB, form: 250 * kB };

interface Weighed {
  readonly name: string;
  readonly bar: keyof typeof bars;
  /** Whether somebody must be signed in. */
  readonly citizen?: true;
  readonly path: (ask: APIRequestContext) => Promise<string>;
}

const at = (path: string) => async (): Promise<string> => path;
const first = async (ask: APIRequestContext): Promise<string> => {
  const { dossiers } = (await (await ask.get('/api/dossiers')).json()) as { dossiers: { id: string }[] };
  return `/dossiers/${dossiers[0]?.id}`;
};
const supplement = async (ask: APIRequestContext): Promise<string> => {
  const { dossiers } = (await (await ask.get('/api/dossiers')).json()) as { dossiers: { todo: { kind: string; task: string }[] }[] };
  return `/supplement/${dossiers.flatMap(({ todo }) => todo).find(({ kind }) => kind === 'supplement')?.task}`;
};
const draft = (procedure: string) => async (ask: APIRequestContext): Promise<string> => {
  const answer = await ask.post('/api/drafts', { data: { procedure }, headers: { 'Idempotency-Key': `weigh-${procedure}` } });
  return `/filing/${((await answer.json()) as { id: string }).id}`;
};

const pages: readonly Weighed[] = [
  { name: 'the home', bar: 'page', path: at('/') },
  { name: 'a service', bar: 'page', path: at('/services/construction-permit-house') },
  { name: 'signing in', bar: 'page', path: at('/sign-in') },
  { name: 'tracking', bar: 'page', path: at('/track') },
  { name: 'asking what is planned', bar: 'page', path: at('/planning') },
  { name: 'what is planned at a place', bar: 'page', path: at(`/planning?address=${encodeURIComponent('1 Đại lộ Sen Mẫu')}`) },
  { name: 'the public clock', bar: 'page', path: at('/clock') },
  { name: 'public postings', bar: 'page', path: at('/notices') },
  { name: 'traffic and floods', bar: 'page', path: at('/alerts') },
  { name: 'places that one follows', bar: 'page', citizen: true, path: at('/watches') },
  { name: 'verifying a paper', bar: 'page', path: at('/verify') },
  { name: 'my dossiers', bar: 'page', citizen: true, path: at('/dossiers') },
  { name: 'a dossier', bar: 'page', citizen: true, path: first },
  { name: 'its messages', bar: 'page', citizen: true, path: async (ask) => `${await first(ask)}?tab=messages` },
  { name: 'its results', bar: 'page', citizen: true, path: async (ask) => `${await first(ask)}?tab=results` },
  { name: 'what was filed', bar: 'form', citizen: true, path: async (ask) => `${await first(ask)}?tab=request` },
  { name: 'the guide', bar: 'form', path: at('/services/construction-permit-house/guide') },
  { name: 'the permit’s form', bar: 'form', citizen: true, path: draft('construction-permit-house') },
  { name: 'the report’s form', bar: 'form', citizen: true, path: draft('urban-order-report') },
  { name: 'a supplement', bar: 'form', citizen: true, path: supplement },
];

describe('the script of a citizen’s page', function () {
  this.timeout(300_000);
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

  for (const { name, bar, citizen, path } of pages) {
    it(`weighs at most ${bars[bar] / kB} kB on ${name}`, async () => {
      // nothing kept from page to page: each is somebody's first
      const context = await browser.newContext({ baseURL: house.url, viewport: PHONE, serviceWorkers: 'block', extraHTTPHeaders: { Origin: house.url } });
      if (citizen) await context.request.post('/api/session', { data: { username: 'congdan1', password: samplePassword } });
      const page = await context.newPage();
      const weights: Promise<readonly [string, number]>[] = [];
      page.on('response', (answer) => {
        if (answer.request().resourceType() === 'script') weights.push(answer.body().then((body) => [new URL(answer.url()).pathname, gzipSync(body).length] as const));
      });
      await page.goto(await path(context.request));
      await page.locator('main h1').waitFor();
      await page.waitForLoadState('networkidle').catch(() => undefined);
      const files = (await Promise.all(weights)).toSorted(([, one], [, other]) => other - one);
      await context.close();
      const total = files.reduce((sum, [, weight]) => sum + weight, 0);
      assert.ok(total > 10 * kB, 'some script was fetched');
      assert.ok(total <= bars[bar], `${Math.round(total / kB)} kB: ${files.map(([file, weight]) => `${file} ${weight}`).join(', ')}`);
    });
  }
});
