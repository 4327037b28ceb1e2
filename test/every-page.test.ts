import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import type { APIRequestContext, APIResponse, Browser, Page } from 'playwright-core';
import { en as designerEn } from '../designer/words/en.ts';
import { vi as designerVi } from '../designer/words/vi.ts';
import { en as deskEn } from '../desk/words/en.ts';
import { vi as deskVi } from '../desk/words/vi.ts';
import { en as alertsEn } from '../portal/alerts/words/en.ts';
import { en as hearingEn } from '../portal/hearing/words/en.ts';
import { vi as hearingVi } from '../portal/hearing/words/vi.ts';
import { vi as alertsVi } from '../portal/alerts/words/vi.ts';
import { en as clockEn } from '../portal/clock/words/en.ts';
import { vi as clockVi } from '../portal/clock/words/vi.ts';
import { en as dossierEn } from '../portal/dossier/words/en.ts';
import { vi as dossierVi } from '../portal/dossier/words/vi.ts';
import { en as filingEn } from '../portal/filing/words/en.ts';
import { vi as filingVi } from '../portal/filing/words/vi.ts';
import { en as noticesEn } from '../portal/notices/words/en.ts';
import { vi as noticesVi } from '../portal/notices/words/vi.ts';
import { en as keptEn } from '../portal/kept/words/en.ts';
import { vi as keptVi } from '../portal/kept/words/vi.ts';
import { en as nearbyEn } from '../portal/nearby/words/en.ts';
import { vi as nearbyVi } from '../portal/nearby/words/vi.ts';
import { en as planningEn } from '../portal/planning/words/en.ts';
import { vi as planningVi } from '../portal/planning/words/vi.ts';
import { en as serviceEn } from '../portal/service/words/en.ts';
import { vi as serviceVi } from '../portal/service/words/vi.ts';
import { en as portalEn } from '../portal/words/en.ts';
import { vi as portalVi } from '../portal/words/vi.ts';
import { en as kitEn } from '../ui/words/en.ts';
import { vi as kitVi } from '../ui/words/vi.ts';
import type { Language } from '../ui/language.ts';
import { samplePassword } from '../server/seed/seed.ts';
import { DESKTOP, openBrowser, PHONE } from './browser/chromium.ts';
import { openSampleHouse, type SampleHouse } from './story/sample-house.ts';
import { emptyBelow, smallTargets } from './story/targets.ts';
import { openWindow, type Window } from './story/window.ts';

type Said = readonly [vi: string, en: string];
interface Opened {
  /** The route, as its app writes it; and what more of it is opened. */
  readonly route: string;
  readonly part?: string;
  /** Who sits there; nobody is signed in otherwise. */
  readonly as?: string;
  readonly at: string | ((ask: APIRequestContext, by: (as: string) => Promise<APIRequestContext>) => Promise<string>);
  /** What stands there when all has come. */
  readonly says: Said;
}

const designer = (key: keyof typeof designerVi & keyof typeof designerEn): Said => [designerVi[key], designerEn[key]];
const desk = (key: keyof typeof deskVi & keyof typeof deskEn): Said => [deskVi[key], deskEn[key]];
const answered = async <T>(asking: Promise<APIResponse>): Promise<T> => {
  const answer = await asking;
  assert.ok(answer.ok(), `${answer.url()} answered ${answer.status()} ${await answer.text()}`);
  return (await answer.json()) as T;
};

const house = 'construction-permit-house';
const places: readonly (readonly [place: string, says: Said, part?: string])[] = [
  ['', designer('nothingSelected')], ['about', designer('legalLimit')], ['forms', designer('whichForm')], ['decisions', designer('whichTable')], ['decisions', designer('whichTable'), 'time-limit'],
  ['letters', designer('letterIssuedBy')], ['letters', designer('letterBack'), 'permit'], ['connectors', designer('connectorsEmpty')], ['calls', designer('callsNone')], ['try', designer('tryTitle')], ['scenarios', designer('playScenarios')],
  ['insight', designer('heatWhat')], ['customise', designer('customiseTitle')], ['versions', designer('fingerprint')],
];
/** Where something is edited: a procedure that is adopted for it, once for both widths. */
const adopted = { begun: undefined as Promise<{ key: string }> | undefined };
const begun = async (ask: APIRequestContext): Promise<string> => {
  adopted.begun ??= answered(ask.post('/api/designer/procedures', { data: { key: 'adopted-for-looking', name: { vi: 'Giấy phép của phường ta', en: 'Permit of our ward' }, from: { adopt: house } } }));
  return `/designer/packages/${(await adopted.begun).key}`;
};
const designerPages: readonly Opened[] = [
  { route: '', at: '/designer/', says: designer('signInTitle') },
  { route: '/new', as: 'quantri', at: '/designer/new', says: designer('procedureNameVi') },
  { route: '/import', as: 'quantri', at: '/designer/import', says: designer('chooseFiles') },
  ...places.map(([place, says, part]): Opened => ({ route: `/packages/:key/${place}`, ...(part === undefined ? {} : { part }), as: 'quantri', at: `/designer/packages/${house}/${place}${part === undefined ? '' : `/${part}`}`, says })),
  { route: '/packages/:key/connectors', part: 'tax.land', as: 'quantri', at: '/designer/packages/land-transfer/connectors/tax.land', says: designer('connectorSamples') },
  { route: '/packages/:key/adopted', as: 'quantri', at: async (ask) => `${await begun(ask)}/adopted`, says: designer('placeAdopted') },
  { route: '/packages/:key/review', as: 'quantri', at: async (ask) => `${await begun(ask)}/review`, says: designer('reviewTitle') },
  { route: '/calendars', as: 'quantri', at: '/designer/calendars', says: designer('calendars') },
  { route: '/maps', as: 'quantri', at: '/designer/maps', says: designer('mapsTitle') },
  { route: '/people', as: 'quantri', at: '/designer/people', says: designer('unitTree') },
  // last, because it goes on proving every procedure
  { route: '/', as: 'quantri', at: '/designer/', says: designer('healthSound') },
];

const dossier = async (ask: APIRequestContext): Promise<string> => (await answered<{ dossiers: { id: string }[] }>(ask.get('/api/dossiers'))).dossiers[0]!.id;
const portalPages: readonly Opened[] = [
  { route: '/', at: '/', says: [portalVi.searchLabel, portalEn.searchLabel] },
  { route: '/services/:key', at: `/services/${house}`, says: [serviceVi.stepsTitle, serviceEn.stepsTitle] },
  { route: '/services/:key/guide', at: `/services/${house}/guide`, says: [serviceVi.guideContinue, serviceEn.guideContinue] },
  { route: '/sign-in', at: '/sign-in', says: [portalVi.signIn, portalEn.signIn] },
  { route: '/filing/:draft/:place?', as: 'congdan1', says: [filingVi.filingTasks, filingEn.filingTasks], at: async (ask) => {
    const { id } = await answered<{ id: string }>(ask.post('/api/drafts', { data: { procedure: house }, headers: { 'Idempotency-Key': 'every-page' } }));
    return `/filing/${id}`;
  } },
  { route: '/filed/:dossier', as: 'congdan1', at: async (ask) => `/filed/${await dossier(ask)}`, says: [filingVi.filedTitle, filingEn.filedTitle] },
  { route: '/dossiers', as: 'congdan1', at: '/dossiers', says: [portalVi.navDossiers, portalEn.navDossiers] },
  { route: '/dossiers/:id', as: 'congdan1', at: async (ask) => `/dossiers/${await dossier(ask)}`, says: [dossierVi.tabSummary, dossierEn.tabSummary] },
  { route: '/supplement/:task', as: 'congdan1', says: [filingVi.supplementSend, filingEn.supplementSend], at: async (ask) => {
    const { dossiers } = await answered<{ dossiers: { todo: { kind: string; task: string }[] }[] }>(ask.get('/api/dossiers'));
    return `/supplement/${dossiers.flatMap(({ todo }) => todo).find(({ kind }) => kind === 'supplement')?.task}`;
  } },
  { route: '/track', at: '/track', says: [dossierVi.trackTitle, dossierEn.trackTitle] },
  { route: '/clock', at: '/clock', says: [clockVi.clockTitle, clockEn.clockTitle] },
  { route: '/planning', at: '/planning', says: [planningVi.planningTitle, planningEn.planningTitle] },
  { route: '/notices', at: '/notices', says: [noticesVi.noticesTitle, noticesEn.noticesTitle] },
  { route: '/alerts', at: '/alerts', says: [alertsVi.alertsMap, alertsEn.alertsMap] },
  { route: '/alerts/:id', at: async (ask) => `/alerts/${(await answered<{ inForce: { id: string }[] }>(ask.get('/api/alerts'))).inForce[0]?.id}`, says: [alertsVi.alertTold, alertsEn.alertTold] },
  { route: '/alerts/:id', part: 'over', at: async (ask) => `/alerts/${(await answered<{ over: { id: string }[] }>(ask.get('/api/alerts'))).over[0]?.id}`, says: [alertsVi.alertState_ended, alertsEn.alertState_ended] },
  { route: '/watches', as: 'congdan1', at: '/watches', says: [alertsVi.watchAdd, alertsEn.watchAdd] },
  { route: '/hearing', as: 'congdan1', at: '/hearing', says: [hearingVi.hearingWay, hearingEn.hearingWay] },
  { route: '/follows', as: 'congdan1', at: '/follows', says: [nearbyVi.followsTitle, nearbyEn.followsTitle] },
  { route: '/kept', at: '/kept', says: [keptVi.keptNone, keptEn.keptNone] },
  { route: '/kept/:procedure', at: '/kept/urban-order-report', says: [keptVi.keptSave, keptEn.keptSave] },
  { route: '/verify/:code?', at: '/verify', says: [portalVi.navVerify, portalEn.navVerify] },
];

const deskPages: readonly Opened[] = [
  { route: '', at: '/desk/', says: desk('signInTitle') },
  { route: '/', as: 'tiepnhan', at: '/desk/', says: desk('worklist') },
  { route: '/tasks/:id', as: 'tiepnhan', says: desk('paneWork'), at: async (ask) => `/desk/tasks/${(await answered<{ items: { id: string }[] }>(ask.get('/api/tasks?scope=team'))).items[0]?.id}` },
  { route: '/dossiers', as: 'tiepnhan', at: '/desk/dossiers', says: desk('navSearch') },
  { route: '/dossiers/:id', as: 'tiepnhan', says: desk('backToList'), at: async (ask) => `/desk/dossiers/${(await answered<{ dossiers: { id: string }[] }>(ask.get('/api/desk/dossiers'))).dossiers[0]?.id}` },
  { route: '/begin', as: 'thuly', at: '/desk/begin', says: desk('beginLead') },
  { route: '/areas', as: 'truongphong', at: '/desk/areas', says: desk('areasLead') },
  { route: '/areas/new', as: 'truongphong', at: '/desk/areas/new', says: desk('outlineHint') },
  { route: '/areas/:id', as: 'truongphong', at: async (ask) => `/desk/areas/${(await answered<{ areas: { id: string }[] }>(ask.get('/api/areas'))).areas[0]!.id}`, says: desk('areaChanges') },
  { route: '/households/new', as: 'truongphong', at: '/desk/households/new', says: desk('placeHint') },
  { route: '/households/:id', as: 'truongphong', at: async (ask) => `/desk/households/${(await answered<{ households: { id: string }[] }>(ask.get('/api/areas?q=h0001'))).households[0]!.id}`, says: desk('householdHead') },
  { route: '/begun', as: 'truongphong', at: '/desk/begun', says: desk('begunLead') },
  { route: '/begin/:procedure', as: 'thuly', at: '/desk/begin/traffic-flood-notice', says: desk('beginNow') },
  { route: '/incidents', as: 'quantri', at: '/desk/incidents', says: desk('noIncidents') },
  { route: '/outside', as: 'quantri', at: '/desk/outside', says: desk('outside') },
  { route: '/duty', as: 'tiepnhan', at: '/desk/duty', says: desk('dutyList') },
  { route: '/duty/roster', as: 'truongphong', at: '/desk/duty/roster', says: desk('rosterAdd') },
  { route: '/settings', as: 'lanhdao', at: '/desk/settings', says: desk('settingsTitle') },
  { route: '/money', as: 'thuquy', at: '/desk/money', says: desk('moneyLead') },
  { route: '/process/:id', as: 'quantri', says: desk('tokensHere'), at: async (_ask, by) => `/desk/process/${(await answered<{ dossiers: { id: string }[] }>((await by('tiepnhan')).get('/api/desk/dossiers'))).dossiers[0]?.id}` },
];

const apps = { designer: designerPages, portal: portalPages, desk: deskPages };

const source = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');
/** The routes that an app has; a page with parts has as many as its switch. The gallery stands in development only. */
const routesOf = (app: string): string[] =>
  [...source(`${app}/app.tsx`).matchAll(/<Route path="([^"]+)"/g)].flatMap(([, path = '']) => {
    if (!path.endsWith('/*?')) return path === '/gallery' ? [] : [path];
    return [...new Set([...source('designer/package/workshop.tsx').matchAll(/\bplace === '(\w*)'/g)].map(([, place]) => `${path.slice(0, -2)}${place}`))];
  });

describe('the table of pages', () => {
  for (const [app, pages] of Object.entries(apps))
    it(`has a row for each page of the ${app}`, () => {
      const routes = routesOf(app);
      assert.ok(routes.length > 5, `${routes.length} routes`);
      assert.deepEqual(routes.filter((route) => !pages.some((page) => page.route === route)), []);
    });
});

const appOf = (path: string): string => /^\/(designer|desk)\//.exec(path)?.[1] ?? 'portal';
/** As a link goes within an app that is open: only its first page is fetched, and checks its package once. */
const visit = async (page: Page, path: string, language: Language): Promise<void> => {
  if (page.url().startsWith('http') && appOf(new URL(page.url()).pathname) === appOf(path)) await page.evaluate(`history.pushState(null, '', '${path}')`);
  else await page.goto(path);
  await page.locator('.shell-tools button[lang]').waitFor();
  const other = page.locator(`.shell-tools button[lang=${language}]`);
  if (await other.isVisible()) await other.click();
  await other.waitFor({ state: 'detached' });
};

describe('every page, on a phone and on a desktop, in both languages', function () {
  this.timeout(120_000);
  let browser: Browser;
  let sample: SampleHouse;
  const windows = new Map<string, Promise<Window>>();
  /** One sign-in for each person and width. */
  const windowOf = (as: string | undefined, size: typeof PHONE): Promise<Window> => {
    const opening = async (): Promise<Window> => {
      const window = await openWindow(browser, sample.url, size);
      await window.context.setExtraHTTPHeaders({ Origin: sample.url });
      if (as !== undefined) await answered(window.page.request.post('/api/session', { data: { username: as, password: samplePassword } }));
      return window;
    };
    const key = `${as} ${size.width}`;
    if (!windows.has(key)) windows.set(key, opening());
    return windows.get(key)!;
  };
  before(async function () {
    browser = await openBrowser(this);
    sample = await openSampleHouse('2026-11-18T01:00:00.000Z', { systems: 'simulated' });
  });
  after(async () => {
    await browser?.close();
    await sample?.close();
  });

  for (const [app, pages] of Object.entries(apps)) {
    for (const [index, { route, part, as, at, says }] of pages.entries()) {
      it(`${app} ${route || 'signing in'}${part === undefined ? '' : `/${part}`} ${as === undefined ? '' : `as ${as}`}`, async () => {
        const seen = await Promise.allSettled(([[PHONE, 44], [DESKTOP, 24]] as const).map(async ([size, least], turn) => {
          const language = (index + turn) % 2;
          const { page, look } = await windowOf(as, size);
          const path = typeof at === 'string' ? at : await at(page.request, async (person) => (await windowOf(person, DESKTOP)).page.request);
          await visit(page, path, language === 0 ? 'vi' : 'en');
          await page.getByText(says[language]!).first().waitFor();
          for (const { loading } of [kitVi, kitEn]) await page.getByText(loading, { exact: true }).first().waitFor({ state: 'detached' });
          await look(`every-${app}-${route.replaceAll(/\W+/g, '-')}${part ?? ''}-${size.width}`);
          assert.deepEqual(await smallTargets(page, least), []);
          assert.equal(await emptyBelow(page), 0);
        }));
        assert.deepEqual(seen.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : [])), []);
      });
    }
  }
});
